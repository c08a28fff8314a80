"""The mark on which the ranking hangs is discussed first."""

from dataclasses import replace
from decimal import Decimal as D

from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from assessments.analysis.discussion import discuss_first
from assessments.analysis.panel import rated_items
from assessments.numbers import exact
from assessments.rules.panel import Panel
from assessments.scoring import Board, score
from assessments.sheet import Entry, Sheet
from tests.assessments.analysis.panels import UNITS, given, marks, scheme

BASE = given(anping=46, beihe=46, changle=30)
SHEETS = (
    BASE,
    marks("chen", anping=(18, 27), beihe=(17, 27), changle=(9, 20)),
    marks("li", anping=(18, 27), beihe=(17, 27), changle=(9, 20)),
    marks("wang", anping=(12, 27), beihe=(17, 27), changle=(0, 20)),
)


def test_the_mark_that_turns_two_places_round_comes_before_a_wider_one_that_moves_nobody() -> None:
    board = Board.of(scheme(), SHEETS)
    assert [result.unit for result in board.results.units] == ["beihe", "anping", "changle"]
    first, second = discuss_first(board)
    assert (first.item.unit, first.item.indicator, first.extreme.by, first.median) == (
        "anping",
        "plan",
        "wang",
        18,
    )
    assert (first.places, first.grades, first.change) == (2, 1, 2)
    assert [(move.unit, move.rank, move.new_rank) for move in first.moves] == [
        ("anping", 2, 1),
        ("beihe", 1, 2),
    ]
    assert (second.item.unit, second.places, second.change) == ("changle", 0, 3)
    assert second.item.spread > first.item.spread


def test_two_marks_are_no_panel_and_equal_marks_need_no_talk() -> None:
    assert discuss_first(Board.of(scheme(), SHEETS[:3])) == ()
    same = tuple(replace(SHEETS[1], id=f"rating {by}", by=by) for by in ("chen", "li", "wang"))
    assert discuss_first(Board.of(scheme(), (BASE, *same))) == ()


def test_a_trimmed_panel_takes_little_notice_of_one_mark() -> None:
    (first, *_) = discuss_first(Board.of(scheme(Panel("trimmed")), SHEETS))
    assert (first.places, first.change) == (0, 0)


def test_only_some_items() -> None:
    board = Board.of(scheme(), SHEETS)
    some = tuple(item for item in rated_items(board.scheme, SHEETS) if item.unit == "changle")
    assert [each.item.unit for each in discuss_first(board, some)] == ["changle"]


def test_places_stay_places() -> None:
    rule = Panel(by_place=(D(20), D(15), D(10), D(5)))
    four = tuple(
        marks(by, anping=(place,)) for by, place in (("chen", 1), ("li", 2), ("wang", 4), ("zhao", 2))
    )
    (only,) = discuss_first(Board.of(scheme(rule), (BASE, *four)))
    assert (only.extreme.by, only.median) == ("wang", 2)


grid = st.lists(st.integers(0, 20), min_size=12, max_size=12)


@settings(max_examples=25)
@for_all(grid, st.sampled_from(("mean", "trimmed", "median")))
def test_it_is_what_scoring_everything_anew_gives(numbers: list[int], take: str) -> None:
    plan = scheme(Panel(take), units=4)  # type: ignore[arg-type]
    rows = [numbers[start : start + 4] for start in (0, 4, 8)]
    sheets = (
        given(**dict.fromkeys(UNITS, 46)),
        *(
            marks(by, **{unit: (mark,) for unit, mark in zip(UNITS, row, strict=True)})
            for by, row in zip(("chen", "li", "wang"), rows, strict=True)
        ),
    )
    found = discuss_first(Board.of(plan, sheets))
    weights = [(each.places, each.grades, abs(each.change)) for each in found]
    assert weights == sorted(weights, reverse=True)
    before = {result.unit: result for result in score(plan, sheets).units}
    for each in found:
        after = {
            result.unit: result
            for result in score(
                plan, _moderated(sheets, each.extreme.sheet, each.item.unit, each.median)
            ).units
        }
        with exact():
            assert after[each.item.unit].raw - before[each.item.unit].raw == each.change
        moved = {
            unit
            for unit in before
            if (before[unit].rank, before[unit].grade) != (after[unit].rank, after[unit].grade)
        }
        assert {move.unit for move in each.moves} == moved


def _moderated(sheets: tuple[Sheet, ...], id: str, unit: str, mark: D) -> tuple[Sheet, ...]:
    """The sheets with one mark replaced."""
    changed = {unit: {"plan": Entry(score=mark)}}
    return tuple(
        replace(sheet, entries={**sheet.entries, **changed}) if sheet.id == id else sheet for sheet in sheets
    )
