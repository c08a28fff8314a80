"""Pictures of the places assign, year and check, in both languages, narrow and wide.

After a wanted change: `pytest tests/tui/test_assign_pictures.py --snapshot-update`, then look at them.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from textual.pilot import Pilot

from planner.text import Language, set_language
from planner.tui.app import PlannerApp
from tui.duty_plan import duty_plan
from tui.fakes import FakeOffice
from tui.pictures import pictures
from tui.piloting import press, rest

Steps = Callable[[Pilot[int]], Awaitable[None]]


def keys(place: str, *pressed: str) -> Steps:
    """Steps: open the plan, go to a place, press these keys."""

    async def steps(pilot: Pilot[int]) -> None:
        app = pilot.app
        assert isinstance(app, PlannerApp)
        await rest(pilot)
        app.open_plan(app.office.open_plan("duties"))
        app.go(place)
        await rest(pilot)
        await press(pilot, *pressed)

    return steps


SHOTS: dict[str, Steps] = {
    "assign": keys("assign", "down"),
    "assign_body": keys("assign", "space", "space", "f6", "g", "a", "j"),
    "assign_matrix": keys("assign", "f10", "right"),
    "year": keys("year"),
    "check": keys("check"),
    "check_mend": keys("check", "end", "home", "down", "f5"),
}


@pictures(SHOTS, main=("assign", "year", "check"))
def test_picture(
    snap_compare: Callable[..., bool], shot: str, language: Language, size: tuple[int, int]
) -> None:
    set_language(language)
    office = FakeOffice(duty_plan())
    assert snap_compare(PlannerApp(office), terminal_size=size, run_before=SHOTS[shot])
