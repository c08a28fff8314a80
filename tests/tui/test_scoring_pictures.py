"""Pictures of the scoring place in both languages, at the smallest size and wider; hostile texts in it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace

import pytest
from textual.pilot import Pilot

from assessments.scheme import Scheme
from planner.text import Language, set_language
from planner.tui.app import PlannerApp
from planner.tui.screens.scoring.screen import ScoringScreen
from tests.assessment_samples import SCHEME, rating, self_rated, verified
from tests.tui.assessment_fakes import FakeAssessments, at
from tui.fakes import HOSTILE, FakeOffice
from tui.pictures import pictures
from tui.piloting import Run, press, rest, screen_text

PART = (("t2", "meetings"), ("t2", "training"), ("t2", "reports"), ("d1", "flood"))


def office(desk: FakeAssessments) -> FakeOffice:
    made = FakeOffice()
    made.assessments = desk  # type: ignore[misc]
    return made


def partly() -> FakeOffice:
    """A session under way: one unit has three items left, another one."""
    sheets = (verified(without=PART), self_rated(), rating("a1", "18"))
    return office(FakeAssessments(sheets=sheets))


def locked() -> FakeOffice:
    return office(FakeAssessments(course=at("totals")))


def keys(*pressed: str) -> Callable[[Pilot[int]], object]:
    """Open the assessment, press these keys, wait also for what comes a moment later."""

    async def steps(pilot: Pilot[int]) -> None:
        await rest(pilot)
        assert isinstance(pilot.app, PlannerApp)
        pilot.app.open_assessment(SCHEME.id)
        await rest(pilot)
        await rest(pilot)
        await press(pilot, *pressed)
        await asyncio.sleep(0.4)
        await rest(pilot)

    return steps


SHOTS: dict[str, tuple[Callable[[], FakeOffice], tuple[str, ...]]] = {
    "table": (partly, ("shift+right",)),
    "typing": (partly, ("shift+right", "down", "enter", "3")),
    "wrong": (partly, ("shift+right", "down", "enter", "3", ".", ".", "enter")),
    "reason": (partly, ("shift+right", "down", "down", "enter", "-", "2", "enter")),
    "units": (partly, ("shift+tab",)),
    "beside": (partly, ("down", "down", "tab")),
    "missing": (partly, ("shift+right", "f4")),
    "by_item": (partly, ("shift+right", "ctrl+g", "down")),
    "form": (partly, ("shift+right", "down", "f2")),
    "voices": (partly, ("ctrl+u",)),
    "stage": (partly, ("f8",)),
    "locked": (locked, ("enter",)),
}


@pictures(SHOTS, main=("table",))
def test_picture(
    snap_compare: Callable[..., bool], shot: str, language: Language, size: tuple[int, int]
) -> None:
    make, pressed = SHOTS[shot]
    set_language(language)
    assert snap_compare(PlannerApp(make()), terminal_size=size, run_before=keys(*pressed))


def hostile_scheme() -> Scheme:
    """The sample with every word hostile."""
    return replace(
        SCHEME,
        title=HOSTILE,
        units=tuple(replace(each, name=HOSTILE) for each in SCHEME.units),
        classes=tuple(replace(each, title=HOSTILE) for each in SCHEME.classes),
        indicators=tuple(
            replace(each, title=HOSTILE, text=HOSTILE, article=HOSTILE, evidence=HOSTILE)
            for each in SCHEME.indicators
        ),
    )


@pytest.mark.parametrize("size", [(80, 24), (150, 40)], ids=["narrow", "wide"])
async def test_hostile_words_are_shown_and_never_obeyed(run: Run, size: tuple[int, int]) -> None:
    async with run(office(FakeAssessments(hostile_scheme())), size=size) as pilot:
        app = pilot.app
        assert isinstance(app, PlannerApp)
        app.open_assessment(SCHEME.id)
        await rest(pilot)
        await rest(pilot)
        assert isinstance(app.screen, ScoringScreen)
        for pressed in (
            ("down", "enter"),
            ("escape", "f2"),
            ("escape", "ctrl+n"),
            ("escape", "ctrl+u"),
            ("escape", "ctrl+g", "enter"),
            ("escape", "shift+tab"),
        ):
            await press(pilot, *pressed)
            shown = screen_text(pilot)
            assert "[/x]" in shown
            assert not set(shown) & set("\x1b\x07\u202e\u200b\x9b")
        await press(pilot, "escape", "f8", "escape", "ctrl+k", "escape", "tab", "ctrl+c", "f1")
        assert app.is_running
