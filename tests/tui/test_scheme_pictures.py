"""Pictures of the scheme place in both languages, narrow and wide.

After a wanted change: `pytest tests/tui/test_scheme_pictures.py --snapshot-update`, then look at them.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from textual.pilot import Pilot

from planner.text import Language, set_language
from planner.tui.app import PlannerApp
from planner.tui.screens.scheme.screen import SchemeScreen
from tests.assessment_samples import SCHEME
from tui.fakes import FakeOffice, plan
from tui.pictures import pictures
from tui.piloting import press, rest

Steps = Callable[[Pilot[int]], Awaitable[None]]


def keys(*pressed: str, open_scheme: bool = True) -> Steps:
    """Steps: go to the place, with a scheme open or not, and press these keys."""

    async def steps(pilot: Pilot[int]) -> None:
        app = pilot.app
        assert isinstance(app, PlannerApp)
        await rest(pilot)
        app.open_plan(app.office.open_plan("plan01"), "scheme")
        if open_scheme:
            app.open_assessment(SCHEME.id, "scheme")
        await rest(pilot)
        await press(pilot, *pressed)
        screen = app.place_screen
        assert isinstance(screen, SchemeScreen)
        while open_scheme and not screen.bench.checker.is_current:
            await pilot.pause(0.02)
            await rest(pilot)

    return steps


SHOTS: dict[str, Steps] = {
    "list": keys(open_scheme=False),
    "proposal": keys("up", "enter", "down", open_scheme=False),
    "tree": keys("down", "down", "right"),
    "rule": keys(*["down"] * 6, "right", "enter"),
    "unit": keys("ctrl+b", "down", "enter", "down", "down", "right", "enter"),
    "parts": keys("ctrl+g"),
    "grade": keys("ctrl+g", "down", "enter", "enter", "end", "up", "up", "up", "up", "up", "up", "enter"),
    "found": keys("down", "down", "right", "f8"),
    "new": keys("down", "down", "ctrl+n"),
}


@pictures(SHOTS, main=("list", "tree"))
def test_picture(
    snap_compare: Callable[..., bool], shot: str, language: Language, size: tuple[int, int]
) -> None:
    set_language(language)
    app = PlannerApp(FakeOffice(plan("plan01", 2027)), language_is_given=True)
    assert snap_compare(app, terminal_size=size, run_before=SHOTS[shot])
