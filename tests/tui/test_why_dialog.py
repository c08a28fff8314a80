"""Why this number: the derivation as a tree that opens and closes, wrapped by cells; what is copied."""

from __future__ import annotations

from rich.cells import cell_len

from assessments.results import UnitResult
from assessments.scoring import score
from planner.sharing.why import lines_of, lines_of_item
from planner.text import set_language
from planner.tui.dialogs.why import WhyDialog
from planner.tui.widgets.foldmodel import Fold, FoldModel
from planner.tui.widgets.folds import Folds
from tests.assessment_samples import SCHEME, rating, verified
from tui.fakes import FakeOffice
from tui.piloting import Run, press, rest, screen_text


def result(unit: str = "t1", *, without: tuple[tuple[str, str], ...] = ()) -> UnitResult:
    sheets = (verified(without=without), rating("a1", "18"), rating("a2", "16"))
    return score(SCHEME, sheets).of(unit)


async def test_the_total_opens_into_items_and_steps(run: Run) -> None:
    async with run(FakeOffice()) as pilot:
        pilot.app.push_screen(WhyDialog(SCHEME, result()))
        await rest(pilot)
        shown = screen_text(pilot)
        assert "青石镇" in shown
        assert "责任落实" in shown
        assert "签订责任书" not in shown, "what is inside an item waits until it is opened"
        folds = pilot.app.screen.query_one(Folds)
        while "责任落实" not in folds.model.lines[folds.cursor].words:
            await press(pilot, "down")
        await press(pilot, "enter")
        assert "签订责任书" in screen_text(pilot)
        await press(pilot, "enter")
        assert "签订责任书" not in screen_text(pilot)


async def test_right_goes_in_and_left_comes_out_again(run: Run) -> None:
    async with run(FakeOffice()) as pilot:
        pilot.app.push_screen(WhyDialog(SCHEME, result(), "duty"))
        await rest(pilot)
        folds = pilot.app.screen.query_one(Folds)
        while "定期研究" not in folds.model.lines[folds.cursor].words:
            await press(pilot, "down")
        item = folds.cursor
        await press(pilot, "right", "right")
        assert folds.cursor == item + 1
        await press(pilot, "left")
        assert folds.cursor == item
        await press(pilot, "left", "left")
        assert not folds.model.is_open(item)
        assert folds.cursor == 0


async def test_one_item_shows_what_it_stands_on(run: Run) -> None:
    async with run(FakeOffice()) as pilot:
        pilot.app.push_screen(WhyDialog(SCHEME, result(), "training"))
        await rest(pilot)
        shown = screen_text(pilot)
        assert "两次培训无签到" in shown
        assert "县应急管理局" in shown


async def test_an_item_that_does_not_concern_the_unit_is_said(run: Run) -> None:
    async with run(FakeOffice()) as pilot:
        pilot.app.push_screen(WhyDialog(SCHEME, result(), "nowhere"))
        await rest(pilot)
        assert "不考核这一项" in screen_text(pilot)


async def test_copying_gives_the_line_with_everything_below_it(run: Run) -> None:
    async with run(FakeOffice()) as pilot:
        pilot.app.push_screen(WhyDialog(SCHEME, result(), "duty"))
        await rest(pilot)
        await press(pilot, "ctrl+c")
        copied = pilot.app.clipboard.split("\n")
    lines = lines_of_item(SCHEME, result(), "duty")
    assert len(copied) == len(lines)
    assert all(line.words in text and line.value in text for line, text in zip(lines, copied, strict=True))


def test_every_number_and_formula_of_the_telling_stands_in_the_tree() -> None:
    lines = lines_of(SCHEME, result())
    folds = [Fold(line.depth, line.words, line.value, line.formula) for line in lines]
    model = FoldModel()
    model.fill(folds, lambda at: True)
    model.lay_out(200)
    shown = "\n".join(row.text for row in model.rows)
    for line in lines:
        assert line.words in shown
        assert line.formula in shown


def test_rows_are_as_wide_as_the_window_counted_in_cells() -> None:
    lines = [Fold(depth, "第一项：应急预案与演练" * 5, "12.5", "1 + 2 + 3" * 12) for depth in range(9)]
    model = FoldModel()
    model.fill(lines, lambda at: True)
    for cells in (30, 69, 100):
        model.lay_out(cells)
        assert {cell_len(row.text) for row in model.rows} == {cells}
        words = "".join(row.text.replace(" ", "") for row in model.rows if row.line == 3 and not row.quiet)
        assert words.replace("12.5", "").lstrip("-+") == lines[3].words.replace(" ", "")


def test_what_is_closed_takes_no_rows() -> None:
    model = FoldModel()
    model.fill([Fold(0, "a"), Fold(1, "b"), Fold(2, "c"), Fold(1, "d"), Fold(0, "e")], lambda at: at == 0)
    assert list(model.in_sight()) == [0, 1, 3, 4]
    assert [line.words for line in model.branch(1)] == ["b", "c"]
    assert model.toggle(1)
    assert list(model.in_sight()) == [0, 1, 2, 3, 4]
    assert not model.toggle(4), "there is nothing below it"


async def test_it_speaks_english_too(run: Run) -> None:
    set_language("en")
    async with run(FakeOffice()) as pilot:
        pilot.app.push_screen(WhyDialog(SCHEME, result()))
        await rest(pilot)
        assert "Where the score comes from" in screen_text(pilot)
