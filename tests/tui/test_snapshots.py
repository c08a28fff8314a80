"""Pictures of the screens, in both languages, at the smallest size and wider.

After a wanted change: `pytest tests/tui/test_snapshots.py --snapshot-update`, then look at the pictures.
They hold for the pinned version of the screen library; the day and the office in them are fixed.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from textual.pilot import Pilot

from planner.text import Language, set_language
from planner.tui.app import PlannerApp
from tui.fakes import FakeOffice, plan
from tui.pictures import pictures
from tui.piloting import press, rest

Steps = Callable[[Pilot[int]], Awaitable[None]]


def keys(*pressed: str, place: str = "home") -> Steps:
    """Steps: go to a place, press these keys, wait."""

    async def steps(pilot: Pilot[int]) -> None:
        await rest(pilot)
        assert isinstance(pilot.app, PlannerApp)
        pilot.app.go(place)
        await rest(pilot)
        await press(pilot, *pressed)

    return steps


def busy_office() -> FakeOffice:
    """Plans of this year and the last."""
    return FakeOffice(
        plan("plan01", 2027, count=12),
        plan("plan02", 2027, "临江县2027年消防救援工作要点", 8),
        plan("plan03", 2026, count=31),
    )


SHOTS: dict[str, tuple[Callable[[], FakeOffice], Steps]] = {
    "home": (busy_office, keys()),
    "home_fresh": (FakeOffice, keys()),
    "home_new": (busy_office, keys("ctrl+n")),
    "departments": (busy_office, keys("down", place="departments")),
    "departments_edit": (busy_office, keys("down", "f2", place="departments")),
    "help": (busy_office, keys("f1")),
    "palette": (busy_office, keys("ctrl+p")),
}


@pictures(SHOTS, main=("home", "departments", "help", "palette"))
def test_picture(
    snap_compare: Callable[..., bool], shot: str, language: Language, size: tuple[int, int]
) -> None:
    make, steps = SHOTS[shot]
    set_language(language)
    assert snap_compare(PlannerApp(make()), terminal_size=size, run_before=steps)
