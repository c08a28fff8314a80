"""Imported text is never obeyed: every place and every dialog shows it as it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from assessments.sheet import Evidence, Sheet
from planner.departments import Department, Roster
from planner.findings import Finding, Severity, Where
from planner.plan import Plan
from planner.tui.app import PlannerApp
from planner.tui.dialogs.choose import Choice, Choose, ChooseSeveral
from planner.tui.dialogs.confirm import Confirm
from planner.tui.dialogs.form import line_edit
from planner.tui.dialogs.reading import ReadingDialog
from planner.tui.dialogs.textedit import TextEdit
from planner.tui.display import notify
from planner.tui.places import PLACES, Place, place
from planner.tui.ports import FileRead
from tests.assessment_samples import SCHEME, rating, verified
from tests.tui.assessment_fakes import FakeAssessments
from tui.fakes import HOSTILE, FakeOffice, hostile_plan, roster
from tui.piloting import Run, press, rest, screen_text


def hostile_office() -> FakeOffice:
    """An office in which everything that can be imported is hostile."""
    held = Department("hostil", HOSTILE, short=(HOSTILE,), also=(HOSTILE,), field=HOSTILE)
    office = FakeOffice(hostile_plan(), bodies=Roster((held, *roster().departments)))
    office.workspace_name = lambda: HOSTILE  # type: ignore[method-assign]
    office.assessments = hostile_assessment()
    return office


def hostile_assessment() -> FakeAssessments:
    """An assessment in which every text is hostile."""
    indicators = tuple(
        replace(each, title=HOSTILE, text=HOSTILE, article=HOSTILE, evidence=HOSTILE, scorers=(HOSTILE,))
        for each in SCHEME.indicators
    )
    classes = tuple(
        replace(each, title=HOSTILE, grades=tuple(replace(grade, title=HOSTILE) for grade in each.grades))
        for each in SCHEME.classes
    )
    scheme = replace(
        SCHEME,
        id="hostil",
        title=HOSTILE,
        issuer=HOSTILE,
        region=HOSTILE,
        classes=classes,
        units=tuple(replace(each, name=HOSTILE) for each in SCHEME.units),
        indicators=indicators,
        assessors=tuple(replace(each, name=HOSTILE) for each in SCHEME.assessors),
        vetoes=tuple(replace(each, title=HOSTILE, text=HOSTILE) for each in SCHEME.vetoes),
    )
    sheets = (verified(), rating("a1", "18"), rating("a2", "16"))
    return FakeAssessments(scheme, tuple(_hostile_sheet(sheet) for sheet in sheets))


def _hostile_sheet(sheet: Sheet) -> Sheet:
    """A sheet in which every word is hostile."""
    proof = Evidence(HOSTILE, 1, "a" * 64, note=HOSTILE)
    return replace(
        sheet,
        scheme="hostil",
        entries={
            unit: {key: replace(entry, reason=HOSTILE, evidence=(proof,)) for key, entry in row.items()}
            for unit, row in sheet.entries.items()
        },
        events=tuple(replace(each, text=HOSTILE, document=HOSTILE, level=HOSTILE) for each in sheet.events),
        notes=HOSTILE,
    )


async def enter(pilot: Pilot[int], office: FakeOffice, place: Place) -> None:
    """Go to a place with the hostile plan and the hostile assessment open."""
    app = pilot.app
    assert isinstance(app, PlannerApp)
    app.open_plan(office.open_plan("hostil"))
    if place.part == "assessment":
        app.open_assessment("hostil", place.id)
        await rest(pilot)
    app.go(place.id)
    await rest(pilot)
    assert app.current_mode == place.id


def assert_only_shown(shown: str) -> None:
    """The text stands there literally and nothing of it that a terminal would obey."""
    assert "[/x]" in shown
    assert not set(shown) & set("\x1b\x07\u202e\u200b\x9b")


@pytest.mark.parametrize("size", [(80, 24), (150, 40)], ids=["narrow", "wide"])
@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.id)
async def test_every_place_shows_hostile_text_as_it_is(run: Run, place: Place, size: tuple[int, int]) -> None:
    office = hostile_office()
    async with run(office, size=size) as pilot:
        app = pilot.app
        await enter(pilot, office, place)
        assert_only_shown(screen_text(pilot))
        await press(pilot, "down", "end", "ctrl+c", "enter", "f1")
        assert app.is_running


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.id)
async def test_no_click_on_hostile_text_runs_an_action(run: Run, place: Place) -> None:
    office = hostile_office()
    async with run(office, size=(120, 30)) as pilot:
        app = pilot.app
        await enter(pilot, office, place)
        for number, line in enumerate(screen_text(pilot).splitlines()):
            if "点我" in line:
                await pilot.click(offset=(min(line.index("点我") + 1, 119), number))
        await rest(pilot)
        assert app.is_running


@pytest.mark.parametrize("size", [(80, 24), (150, 40)], ids=["narrow", "wide"])
async def test_every_view_of_the_results_shows_hostile_text_as_it_is(run: Run, size: tuple[int, int]) -> None:
    office = hostile_office()
    course = office.assessments.courses["hostil"]
    office.assessments.courses["hostil"] = replace(course, revealed=True)
    async with run(office, size=size) as pilot:
        await enter(pilot, office, place("results"))
        for _ in range(6):
            assert_only_shown(screen_text(pilot))
            await press(pilot, "enter", "down", "enter", "ctrl+c", "escape", "ctrl+g")
        assert pilot.app.is_running


READ = FileRead(
    replace(hostile_plan(), title=HOSTILE),
    (Finding("place.section", Severity.ERROR, Where(HOSTILE, 3), {"number": HOSTILE}),),
)
DIALOGS: dict[str, Callable[[], Screen[object]]] = {
    "choose": lambda: Choose(HOSTILE, [Choice("a", HOSTILE, HOSTILE), Choice("b", HOSTILE, blocked=HOSTILE)]),
    "several": lambda: ChooseSeveral(HOSTILE, [Choice("a", HOSTILE, HOSTILE)], note=HOSTILE),
    "confirm": lambda: Confirm("departments.which_kind", note=HOSTILE, name=HOSTILE),
    "line": lambda: line_edit(HOSTILE, "home.year_field", HOSTILE, check=lambda text: HOSTILE),
    "text": lambda: TextEdit(HOSTILE, f"{HOSTILE}\n{HOSTILE}"),
    "reading": lambda: ReadingDialog(HOSTILE, READ, [Choice("keep", HOSTILE, HOSTILE)]),
}


@pytest.mark.parametrize("name", DIALOGS)
async def test_every_dialog_shows_hostile_text_as_it_is(run: Run, name: str) -> None:
    async with run(FakeOffice(), size=(120, 40)) as pilot:
        pilot.app.push_screen(DIALOGS[name]())
        await rest(pilot)
        assert_only_shown(screen_text(pilot))
        await press(pilot, "end", "ctrl+s")
        assert pilot.app.is_running


async def test_a_toast_shows_hostile_text_as_it_is(run: Run) -> None:
    async with run(FakeOffice(), size=(120, 40)) as pilot:
        notify(pilot.app, HOSTILE)
        await pilot.pause(0.1)
        assert_only_shown(screen_text(pilot))


async def test_pasted_text_is_cleaned_and_several_lines_are_said(run: Run) -> None:
    from textual.events import Paste

    async with run(FakeOffice()) as pilot:
        results: list[dict[str, str] | None] = []
        pilot.app.push_screen(line_edit("标题", "home.year_field", "甲"), results.append)
        await rest(pilot)
        focused = pilot.app.focused
        assert focused is not None
        focused.post_message(Paste("乙\x1b[2J\n\u202e丙\n"))
        await rest(pilot)
        assert "粘贴的 2 行已合并为一行" in screen_text(pilot)
        await press(pilot, "enter")
        assert results == [{"text": "甲乙[2J 丙"}]


def test_hostile_text_covers_what_it_claims() -> None:
    plan: Plan = hostile_plan()
    assert all(task.title == HOSTILE for task in plan.tasks)
    for part in ("[/x]", "[@click=app.quit]", "C:\\", "\x1b", "\u202e", "\u200b"):
        assert part in HOSTILE
