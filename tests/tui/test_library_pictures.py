"""Pictures of the library and the new plan's form, in both languages, narrow and wide."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from textual.pilot import Pilot

from planner.text import Language, set_language
from planner.tui.app import PlannerApp
from planner.tui.widgets.fields import TextInput
from tui.fakes import plan
from tui.library_office import LibraryOffice
from tui.pictures import pictures
from tui.piloting import press, rest

Steps = Callable[[Pilot[int]], Awaitable[None]]


def keys(*pressed: str, words: str = "") -> Steps:
    """Steps: open the first plan, go to the library, search for words, press keys."""

    async def steps(pilot: Pilot[int]) -> None:
        app = pilot.app
        assert isinstance(app, PlannerApp)
        await rest(pilot)
        app.open_plan(app.office.open_plan("draft1"))
        app.go("library")
        await rest(pilot)
        if words:
            app.screen.query_one(TextInput).value = words
            await pilot.pause(0.15)
            await rest(pilot)
        await press(pilot, *pressed)

    return steps


SHOTS: dict[str, Steps] = {
    "library": keys(),
    "library_search": keys("down", "space", words="应急"),
    "library_inside": keys("down", "enter", "down", "down", "space"),
    "library_alike": keys("f5", "down", "down", "f5", words="预案"),
    "library_new_plan": keys("down", "ctrl+n"),
    "library_which_templates": keys("down", "ctrl+n", "up", "up", "enter"),
}


@pictures(SHOTS, main=("library",))
def test_picture(
    snap_compare: Callable[..., bool], shot: str, language: Language, size: tuple[int, int]
) -> None:
    set_language(language)
    office = LibraryOffice(plan("draft1", 2027), plan("past01", 2025, count=9))
    assert snap_compare(PlannerApp(office), terminal_size=size, run_before=SHOTS[shot])
