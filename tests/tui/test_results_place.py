"""The place of results: ranking, what separates the units, what they lack, last year, papers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from textual.pilot import Pilot

from assessments.derivation import Formula, Step, worth
from assessments.numbers import exact, plain, rounded
from assessments.results import PeriodScore, Results, Score, UnitResult
from assessments.scheme import Scheme
from assessments.scoring import score
from assessments.sheet import Entry
from planner.office.assessment_files import demo
from planner.sharing.papers_words import arithmetic
from planner.sharing.results_toml import write_results
from planner.sharing.why import lines_of, step_text
from planner.text import Language, set_language
from planner.tui.app import PlannerApp
from planner.tui.dialogs.files import FileDialog
from planner.tui.dialogs.why import WhyDialog
from planner.tui.screens.results.rows import StandingRow, item_rows, standing_rows
from planner.tui.screens.results.screen import ResultsScreen
from planner.tui.screens.results.spread import spread_rows
from planner.tui.screens.results.view import ViewId
from planner.tui.screens.results.wording import Wording
from planner.tui.screens.results.years import YearRow, _place, year_rows
from planner.tui.widgets.bars import bar
from planner.tui.widgets.fields import TextInput
from planner.tui.widgets.folds import Folds
from planner.tui.widgets.rowmodel import Group
from tests.assessment_samples import SCHEME, rating, verified
from tests.assessments.printed import by_hand
from tests.tui.assessment_fakes import PLACE, FakeAssessments
from tui.fakes import FakeOffice
from tui.piloting import Run, press, rest, screen_text


def office_with(desk: FakeAssessments | None = None) -> FakeOffice:
    """An office with the small assessment."""
    office = FakeOffice()
    office.assessments = desk or FakeAssessments()
    return office


async def opened(pilot: Pilot[int], view: ViewId = "ranking") -> ResultsScreen:
    """The place of results, with one of its views."""
    assert isinstance(pilot.app, PlannerApp)
    pilot.app.open_assessment(SCHEME.id, "results")
    await rest(pilot)
    assert isinstance(pilot.app.screen, ResultsScreen)
    if view != "ranking":
        pilot.app.screen.show_view(view)
    await rest(pilot)
    return pilot.app.screen


def sample_results(without: tuple[tuple[str, str], ...] = ()) -> Results:
    """The small assessment, the assessors' marks revealed."""
    return score(SCHEME, (verified(without=without), rating("a1", "18"), rating("a2", "16")))


# What the lines say


def test_classes_stand_in_order_with_their_units_by_rank() -> None:
    rows = standing_rows(Wording(SCHEME, sample_results()))
    headings = [row.title for row in rows if isinstance(row, Group)]
    assert headings == ["乡镇", "县直部门", "企业"]
    towns = [row for row in rows if isinstance(row, StandingRow)][:3]
    assert [row.name for row in towns] == ["青石镇", "白鹭镇", "柳林乡"]
    assert [row.rank for row in towns] == ["1", "2", "3"]
    assert towns[0].total == "90.00"
    assert towns[0].grade == "优秀"


def test_who_is_not_scored_to_the_end_has_no_grade_and_all_of_the_class_is_told() -> None:
    rows = standing_rows(Wording(SCHEME, sample_results(without=(("t2", "flood"),))))
    heading, first, *_ = rows
    assert isinstance(heading, Group)
    assert "1 个未评完" in heading.note
    late = next(row for row in rows if isinstance(row, StandingRow) and row.key == "t2")
    assert (late.grade, late.rank) == ("未评完", "3 暂定")
    assert "1 项未评" in late.remarks
    assert isinstance(first, StandingRow)


def test_ties_are_said_in_words() -> None:
    sheet = verified()
    entries = {**sheet.entries, "t2": sheet.entries["t1"]}
    events = tuple(event for event in sheet.events if event.unit != "t1")
    even = replace(sheet, entries=entries, events=events)
    rows = standing_rows(Wording(SCHEME, score(SCHEME, (even, rating("a1", "18"), rating("a2", "16")))))
    assert [row.rank for row in rows if isinstance(row, StandingRow)][:3] == ["1 并列", "1 并列", "3"]


def test_a_veto_is_said_beside_the_rank() -> None:
    rows = standing_rows(Wording(SCHEME, sample_results()))
    company = next(row for row in rows if isinstance(row, StandingRow) and row.key == "c2")
    assert company.grade == "不合格"
    assert "一票否决" in company.remarks


def test_items_that_separate_nobody_stand_apart_from_those_that_decide() -> None:
    rows = spread_rows(Wording(SCHEME, sample_results()))
    titles = [row.title for row in rows]
    decide, alike = titles.index("乡镇：拉开差距的指标"), titles.index("乡镇：没有区分度，各单位得分一样")
    assert decide < titles.index("教育培训") < alike < titles.index("签订责任书")


def test_last_year_is_compared_unit_by_unit() -> None:
    now, before = sample_results(), sample_results(without=(("t1", "flood"), ("t1", "hazards")))
    rows = year_rows(Wording(SCHEME, now), before)
    first = next(row for row in rows if not isinstance(row, Group) and row.result.unit == "t1")
    assert first.change == Decimal(25)
    assert first.places == 2


def test_who_stayed_where_it_was_is_told_once_and_totals_have_the_digits_of_the_class() -> None:
    results = score(SCHEME, (verified(), rating("a1", "18"), rating("a2", "16")))
    row = next(row for row in year_rows(Wording(SCHEME, results), results) if isinstance(row, YearRow))
    assert _place(row) == f"{row.result.rank} 持平"
    assert row.total_before == row.total
    assert row.gained == "0.00"


def test_bars_are_exact_to_an_eighth_and_never_wider_than_their_room() -> None:
    assert bar(Decimal(50), Decimal(100), 10) == "█████"
    assert bar(Decimal("0.01"), Decimal(100), 10) == "▏"
    assert bar(Decimal(200), Decimal(100), 3) == "███"
    assert bar(Decimal(-1), Decimal(100), 3) == bar(Decimal(1), Decimal(0), 3) == ""


# Every number on the screen is the number of its formula


@cache
def demo_results() -> tuple[Scheme, Results]:
    """The demo county, scored with everything in it."""
    scheme, sheets = demo()
    return scheme, score(scheme, sheets)


def steps_of(result: UnitResult) -> Iterator[Step]:
    """Every step told of a unit."""
    yield from result.steps
    yield from result.grade_steps
    for period in result.periods:
        yield from _of_period(period)
    yield from _of_score(result.main)


def _of_period(period: PeriodScore) -> Iterator[Step]:
    yield from period.steps
    if period.main is not None:
        yield from _of_score(period.main)
    for part in period.parts:
        yield from _of_period(part)


def _of_score(score: Score) -> Iterator[Step]:
    yield from score.steps
    for child in score.children:
        yield from _of_score(child)


def test_every_number_of_the_demo_county_is_what_its_printed_formula_gives() -> None:
    scheme, results = demo_results()
    wording = Wording(scheme, results)
    for result in results.units:
        told = {
            (step_text(step), arithmetic(step.formula)): plain(_worth(step.formula))
            for step in steps_of(result)
            if len(step.formula) > 1
        }
        lines = lines_of(scheme, result)
        assert all(told[line.words, line.formula] == line.value for line in lines if line.formula)
        for line in lines:
            if line.formula:
                printed = Decimal(line.value.rstrip("…"))
                assert abs(by_hand(line.formula) - printed) < Decimal("1e-7"), line
        assert lines[0].value == plain(_worth(result.steps[-1].formula))
        places = wording.unit_class(result.unit_class).rounding
        assert Decimal(wording.total(result)) == rounded(_worth(result.steps[-1].formula), places)


def _worth(tokens: Formula) -> Decimal:
    with exact():
        return worth(tokens)


def test_the_dialog_shows_the_numbers_that_are_told() -> None:
    scheme, results = demo_results()
    for result in results.units:
        dialog = WhyDialog(scheme, result)
        folds = next(widget for widget in dialog.body() if isinstance(widget, Folds))
        told = [(line.words, line.value) for line in lines_of(scheme, result)]
        assert [(line.words, line.value) for line in folds.model.lines] == told


def test_the_first_items_add_up_to_the_score_above_them() -> None:
    scheme, results = demo_results()
    wording = Wording(scheme, results)
    for result in results.units:
        rows = {row.indicator: row for row in item_rows(wording, result)}
        for child in result.main.children:
            assert rows[child.indicator].value == abs(child.value)


# Walking through it


async def test_a_score_from_another_person_moves_the_ranking_at_once(run: Run) -> None:
    desk = FakeAssessments()
    async with run(office_with(desk)) as pilot:
        screen = await opened(pilot)
        assert isinstance(pilot.app, PlannerApp)
        assessment = pilot.app.assessment
        assert assessment is not None
        assert "青石镇" in screen_text(pilot)
        desk.change_elsewhere(PLACE, "t1", "training", Entry(score=Decimal(1), reason="未开展"))
        assessment.learn()
        await rest(pilot)
        rows = [row for row in screen.view.rows.model.records() if isinstance(row, StandingRow)]
        assert [row.key for row in rows][:3] == ["t2", "t3", "t1"]


async def test_enter_tells_where_the_total_comes_from_and_an_item_too(run: Run) -> None:
    async with run(office_with()) as pilot:
        await opened(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, WhyDialog)
        assert "青石镇" in screen_text(pilot)
        await press(pilot, "escape", "tab", "down", "enter")
        assert isinstance(pilot.app.screen, WhyDialog)
        assert "青石镇 > 重点工作" in screen_text(pilot)


async def test_one_key_leads_through_all_views_and_escape_back(run: Run) -> None:
    async with run(office_with()) as pilot:
        screen = await opened(pilot)
        seen = []
        for _ in range(6):
            seen.append(screen.view.VIEW)
            await press(pilot, "ctrl+g")
        assert seen == ["ranking", "spread", "needs", "years", "panel", "what_if"]
        assert screen.view.VIEW == "ranking"
        await press(pilot, "ctrl+g", "ctrl+g", "escape")
        assert screen.view.VIEW == "ranking"
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, ResultsScreen)


async def test_the_cursor_stays_on_the_unit_from_view_to_view(run: Run) -> None:
    async with run(office_with()) as pilot:
        screen = await opened(pilot)
        await press(pilot, "down", "ctrl+g", "ctrl+g")
        unit = screen.view.unit_here()
        assert unit is not None
        await press(pilot, "ctrl+g", "ctrl+g", "ctrl+g", "ctrl+g")
        again = screen.view.unit_here()
        assert again is not None


async def test_a_view_is_chosen_by_the_mouse(run: Run) -> None:
    async with run(office_with()) as pilot:
        screen = await opened(pilot)
        await pilot.click("#views", offset=(8, 0))
        await rest(pilot)
        assert screen.view.VIEW == "spread"


async def test_what_a_unit_lacks_is_said_in_points(run: Run) -> None:
    async with run(office_with(), size=(120, 40)) as pilot:
        screen = await opened(pilot, "needs")
        await press(pilot, "down")
        shown = screen_text(pilot)
        assert "丢分在哪里" in shown
        assert screen.view.unit_here() is not None


async def test_only_the_unfinished_are_shown_when_asked(run: Run) -> None:
    sheets = (verified(without=(("t3", "flood"),)), rating("a1", "18"), rating("a2", "16"))
    async with run(office_with(revealed(FakeAssessments(sheets=sheets)))) as pilot:
        screen = await opened(pilot)
        await press(pilot, "f4")
        assert [row.key for row in screen.view.rows.model.records()] == ["t3"]
        assert "只看未评完" in screen_text(pilot)
        await press(pilot, "escape")
        assert len(screen.view.rows.model.records()) == len(SCHEME.units)


def revealed(desk: FakeAssessments) -> FakeAssessments:
    """The desk with the assessors' marks shown to all."""
    desk.courses[SCHEME.id] = replace(desk.courses[SCHEME.id], revealed=True)
    return desk


async def test_what_is_typed_narrows_the_ranking(run: Run) -> None:
    async with run(office_with()) as pilot:
        screen = await opened(pilot)
        await press(pilot, "ctrl+f")
        await press(pilot, "水", "利")
        await pilot.pause(0.4)
        await rest(pilot)
        assert [row.key for row in screen.view.rows.model.records()] == ["d1"]
        await press(pilot, "escape")
        await pilot.pause(0.4)
        await rest(pilot)
        await pilot.pause(0.4)
        await rest(pilot)
        assert len(screen.view.rows.model.records()) == len(SCHEME.units)


async def test_without_last_year_it_is_said_how_to_bring_it(run: Run) -> None:
    async with run(office_with()) as pilot:
        await opened(pilot, "years")
        assert "还没有上年的成绩" in screen_text(pilot)
        assert "Ctrl+O" in screen_text(pilot)


async def test_last_year_stands_beside_this_one(run: Run) -> None:
    before = sample_results(without=(("t1", "flood"), ("t1", "hazards")))
    async with run(office_with(FakeAssessments(earlier=before)), size=(120, 40)) as pilot:
        await opened(pilot, "years")
        assert "由3到1 升2" in screen_text(pilot)


async def test_last_year_is_taken_from_an_exported_file(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "上年.toml"
    file.write_text(write_results(sample_results()), encoding="utf-8")
    desk = FakeAssessments()
    async with run(office_with(desk)) as pilot:
        await opened(pilot, "years")
        await press(pilot, "ctrl+o")
        assert isinstance(pilot.app.screen, FileDialog)
        pilot.app.screen.query_one(TextInput).value = str(file)
        await press(pilot, "enter")
        held = desk.earlier(SCHEME.id)
        assert held is not None
        assert len(held.units) == len(SCHEME.units)


@pytest.mark.parametrize(("down", "format", "ending"), [(0, 0, ".xlsx"), (3, 1, ".md")])
async def test_papers_go_to_a_file(run: Run, tmp_path: Path, down: int, format: int, ending: str) -> None:
    async with run(office_with()) as pilot:
        await opened(pilot)
        await press(pilot, "ctrl+e")
        await press(pilot, *["down"] * down, "enter")
        await press(pilot, *["down"] * format, "enter")
        assert isinstance(pilot.app.screen, FileDialog)
        field = pilot.app.screen.query_one(TextInput)
        assert field.value.endswith(ending)
        field.value = str(tmp_path / "表")
        await press(pilot, "enter")
        written = tmp_path / f"表{ending}"
        assert written.stat().st_size > 0
        assert not any(isinstance(screen, FileDialog) for screen in pilot.app.screen_stack)


async def test_other_places_lead_here_by_unit_and_by_view(run: Run) -> None:
    async with run(office_with()) as pilot:
        screen = await opened(pilot)
        assert isinstance(pilot.app, PlannerApp)
        pilot.app.show("results", "d2")
        await rest(pilot)
        assert screen.record_here() == "d2"
        pilot.app.show("results", "panel")
        await rest(pilot)
        assert screen.view.VIEW == "panel"


# Pictures

VIEWS: tuple[ViewId, ...] = ("ranking", "spread", "needs", "years", "panel", "what_if")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("view", VIEWS)
def test_picture(
    snap_compare: Callable[..., bool], view: ViewId, language: Language, size: tuple[int, int]
) -> None:
    set_language(language)
    before = sample_results(without=(("t1", "flood"), ("d1", "hazards")))
    sheets = (verified(without=(("t3", "flood"),)), rating("a1", "18"), rating("a2", "16"))
    desk = revealed(FakeAssessments(sheets=sheets, earlier=before))

    async def steps(pilot: Pilot[int]) -> None:
        await rest(pilot)
        await opened(pilot, view)
        if view == "what_if":
            await press(pilot, "down", "down", "right", "right")
            await pilot.pause(0.6)
        await rest(pilot)

    app = PlannerApp(office_with(desk), language_is_given=True)
    assert snap_compare(app, terminal_size=size, run_before=steps)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_picture_of_a_derivation(snap_compare: Callable[..., bool], language: Language) -> None:
    set_language(language)

    async def steps(pilot: Pilot[int]) -> None:
        await rest(pilot)
        await opened(pilot)
        await press(pilot, "enter", "end", "enter")

    app = PlannerApp(office_with(), language_is_given=True)
    assert snap_compare(app, terminal_size=(80, 24), run_before=steps)
