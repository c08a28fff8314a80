"""The panel: hidden until revealed; then what to discuss first, where assessors differ, who is lenient."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from textual.pilot import Pilot

from assessments.analysis.discussion import discuss_first
from assessments.analysis.panel import leniency, rated_items
from assessments.scheme import Assessor, Scheme
from assessments.scoring import Board
from assessments.sheet import Entry, Sheet
from planner.text import set_language
from planner.tui.app import PlannerApp
from planner.tui.assessment import Voice
from planner.tui.screens.results.panel import PanelView
from planner.tui.screens.results.panel_rows import (
    DiscussRow,
    PanelWording,
    discuss_rows,
    dispute_rows,
    leniency_columns,
)
from planner.tui.screens.results.screen import ResultsScreen
from planner.tui.widgets.rowmodel import Group
from planner.tui.widgets.rows import RowList
from tests.assessment_samples import SCHEME, rating, verified
from tests.tui.assessment_fakes import FakeAssessments
from tests.tui.test_results_place import office_with, opened, revealed
from tui.piloting import Run, press, rest, screen_text

ASSESSORS = (Assessor("a1", "王评委"), Assessor("a2", "李评委"), Assessor("a3", "赵评委"))
THREE: Scheme = replace(SCHEME, assessors=ASSESSORS)


def marked(by: str, **marks: str) -> Sheet:
    """An assessor's sheet: 16 for everybody but those named."""
    sheet = rating(by, "16")
    entries = dict(sheet.entries)
    entries.update({unit: {"panel": Entry(score=Decimal(mark))} for unit, mark in marks.items()})
    return replace(sheet, entries=entries)


SHEETS = (verified(), marked("a1", t2="20"), marked("a2"), marked("a3", t3="4", d1="15"))


def desk(*, shown: bool = True) -> FakeAssessments:
    made = FakeAssessments(THREE, SHEETS)
    return revealed(made) if shown else made


def test_the_mark_that_moves_most_is_discussed_first() -> None:
    board = Board.of(THREE, SHEETS)
    rows = discuss_rows(PanelWording(THREE), discuss_first(board))
    assert [row.found for row in rows] == list(discuss_first(board))
    places = [row.found.places for row in rows]
    assert places == sorted(places, reverse=True)
    assert all(row.who in ("王评委", "李评委", "赵评委") for row in rows), "names, not ids"


def test_the_most_disputed_stand_first_with_how_far_they_are_apart() -> None:
    heading, first, *_ = dispute_rows(PanelWording(THREE), rated_items(THREE, SHEETS))
    assert isinstance(heading, Group)
    assert heading.title == "评委评价"
    assert "柳林乡" in heading.note
    assert not isinstance(first, Group)
    assert (first.unit, first.least, first.most) == ("柳林乡", Decimal(4), Decimal(16))


def test_who_marks_high_or_low_is_said_in_words() -> None:
    found = leniency(rated_items(THREE, SHEETS))
    columns = {column.id: column for column in leniency_columns({each.id: each.name for each in ASSESSORS})}
    words = {columns["who"].cell(row): columns["deviation"].cell(row) for row in found}
    assert words["王评委"].startswith("偏松")
    assert words["赵评委"].startswith("偏严")


def panel_of(pilot: Pilot[int]) -> PanelView:
    return pilot.app.screen.query_one(PanelView)


async def test_nothing_is_shown_before_the_marks_are_revealed(run: Run) -> None:
    async with run(office_with(desk(shown=False)), size=(120, 40)) as pilot:
        await opened(pilot, "panel")
        shown = screen_text(pilot)
        assert "评委打分还没有公开" in shown
        assert "王评委" not in shown
        assert all(not rows.model.rows for rows in panel_of(pilot).query(RowList))


async def test_nor_does_an_assessor_see_more_than_the_own_marks(run: Run) -> None:
    async with run(office_with(desk(shown=False)), size=(120, 40)) as pilot:
        await opened(pilot, "panel")
        assert isinstance(pilot.app, PlannerApp)
        assert pilot.app.assessment is not None
        pilot.app.assessment.see_as("a1", Voice("rating", "a1"))
        await rest(pilot)
        assert "王评委" not in screen_text(pilot)
        assert "赵评委" not in screen_text(pilot)


async def test_from_the_totals_on_they_are_shown_without_an_act_of_revealing(run: Run) -> None:
    held = desk(shown=False)
    held.courses[SCHEME.id] = replace(held.courses[SCHEME.id], stage="totals")
    async with run(office_with(held), size=(120, 40)) as pilot:
        await opened(pilot, "panel")
        assert "评委打分还没有公开" not in screen_text(pilot)
        assert any(rows.model.rows for rows in panel_of(pilot).query(RowList))


async def test_they_appear_once_they_are_revealed(run: Run) -> None:
    held = desk(shown=False)
    async with run(office_with(held), size=(120, 40)) as pilot:
        await opened(pilot, "panel")
        assert isinstance(pilot.app, PlannerApp)
        assert pilot.app.assessment is not None
        revealed(held)
        pilot.app.assessment.moved_to(held.course(THREE.id))
        await rest(pilot)
        shown = screen_text(pilot)
        assert "王评委" in shown
        assert "评委打分还没有公开" not in shown
        assert "a1" not in shown, "names, not ids"


async def test_the_marks_of_what_the_cursor_is_on_stand_below(run: Run) -> None:
    async with run(office_with(desk())) as pilot:
        await opened(pilot, "panel")
        row = panel_of(pilot).rows.current
        assert isinstance(row, DiscussRow)
        shown = screen_text(pilot)
        assert f"{row.unit}“评委评价”" in shown
        assert "改成中位分" in shown


async def test_enter_tells_where_the_score_comes_from(run: Run) -> None:
    async with run(office_with(desk())) as pilot:
        await opened(pilot, "panel")
        await press(pilot, "enter")
        assert "评委评价" in screen_text(pilot)
        assert not isinstance(pilot.app.screen, ResultsScreen)


async def test_a_scheme_without_assessors_says_so(run: Run) -> None:
    alone = replace(SCHEME, assessors=())
    async with run(office_with(FakeAssessments(alone, (verified(),)))) as pilot:
        await opened(pilot, "panel")
        assert "没有设评委" in screen_text(pilot)


async def test_it_speaks_english_too(run: Run) -> None:
    set_language("en")
    async with run(office_with(desk())) as pilot:
        await opened(pilot, "panel")
        assert "Discuss first" in screen_text(pilot)


async def test_the_panel_is_reached_from_the_place_of_scoring(run: Run) -> None:
    async with run(office_with(desk())) as pilot:
        app = pilot.app
        assert isinstance(app, PlannerApp)
        assert app.blocked("panel"), "nothing is open yet"
        app.open_assessment(THREE.id, "scoring")
        await rest(pilot)
        app.perform("panel")
        await rest(pilot)
        assert isinstance(app.screen, ResultsScreen)
        assert app.screen.view.VIEW == "panel"
