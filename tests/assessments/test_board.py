"""A board scores again only what a change touches, and gives what scoring everything would give."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal as D
from typing import ClassVar

import pytest

from assessments.derivation import Step
from assessments.rules import Case, Input, Outcome, Rule
from assessments.rules.add import Add, Honour
from assessments.rules.proportion_of_first import ProportionOfFirst
from assessments.scheme import Scheme
from assessments.scoring import Board, score
from assessments.sheet import Entry, Sheet
from tests.assessments.short import FOUR, NONE, events, found, item, scheme, sheet, units

ASKED: list[str] = []
"""The units whose rule was asked, in the order of asking."""


@dataclass(frozen=True, slots=True)
class Noted(Rule):
    """A rule that takes the figure as it is, and notes that it was asked."""

    method: ClassVar[str] = "noted"

    def inputs(self) -> tuple[Input, ...]:
        return (Input("value", "number"),)

    def score(self, case: Case) -> Outcome:
        ASKED.append(case.unit)
        value = case.figure("value") or D(0)
        return Outcome(value, (Step("why.given", value),))


@pytest.fixture
def board() -> Board:
    held = scheme(
        item("a", weight=6, scale=100),
        item("a1", "60", "a", rule=Noted()),
        item("a2", "40", "a", rule=Noted()),
        item("b", weight=4, scale=100, rule=Noted()),
        units=units("u", "v", "w"),
    )
    held = replace(held, classes=tuple(replace(each, grades=FOUR) for each in held.classes))
    marks = {
        unit: {id: Entry(value=D(mark)) for id in ("a1", "a2", "b")}
        for unit, mark in zip("uvw", (10, 20, 30), strict=True)
    }
    made = Board.of(held, [Sheet("s", "s", "verified", "安委办", entries=marks)])
    ASKED.clear()
    return made


def with_cell(board: Board, unit: str, indicator: str, entry: Entry) -> Sheet:
    (held,) = board.sheets
    return replace(held, entries={**held.entries, unit: {**held.entries[unit], indicator: entry}})


def same_as_anew(board: Board) -> bool:
    return board.results == score(board.scheme, board.sheets, board.earlier)


def test_one_cell_asks_one_rule_and_leaves_the_others_results_as_they_are(board: Board) -> None:
    after = board.with_sheet(with_cell(board, "v", "a1", Entry(value=D(25))))
    assert ASKED == ["v"]
    assert after.results.of("u") is board.results.of("u")
    assert after.results.of("v").main.children[1] is board.results.of("v").main.children[1]
    assert same_as_anew(after)


def test_a_cell_that_changes_the_order_changes_every_rank_it_must(board: Board) -> None:
    assert [each.unit for each in board.results.units] == ["w", "v", "u"]
    after = board.with_sheet(with_cell(board, "u", "b", Entry(value=D(100))))
    assert [(each.unit, each.rank) for each in after.results.units] == [("u", 1), ("w", 2), ("v", 3)]
    assert same_as_anew(after)


def test_a_weight_asks_no_rule_where_items_have_their_own_scale(board: Board) -> None:
    after = board.with_scheme(board.scheme.with_indicator(item("b", weight=9, scale=100, rule=Noted())))
    assert ASKED == []
    assert after.results.of("w").total == 24 + 18
    assert same_as_anew(after)


def test_points_ask_only_the_rule_that_speaks_in_them(board: Board) -> None:
    after = board.with_scheme(board.scheme.with_indicator(item("a1", "50", "a", rule=Noted())))
    assert sorted(ASKED) == ["u", "v", "w"]
    assert same_as_anew(after)


def test_the_old_board_stays_as_it_was(board: Board) -> None:
    before = board.results
    board.with_sheet(with_cell(board, "v", "a1", Entry(value=D(25))))
    board.with_scheme(board.scheme.with_indicator(item("b", weight=9, scale=100, rule=Noted())))
    assert board.results is before
    assert same_as_anew(board)


def test_sheets_come_and_go(board: Board) -> None:
    met = Sheet("m", "s", "meeting", "联席会议", entries={"u": {"b": Entry(score=D(80))}})
    after = board.with_sheet(met)
    assert found(after.results.of("u"), "b").value == 32
    assert same_as_anew(after)
    assert after.without_sheet("m").results == board.results
    assert board.without_sheet("nobody's").results == board.results


def test_a_change_that_changes_nothing_gives_the_very_same_units(board: Board) -> None:
    after = board.with_sheet(board.sheets[0])
    assert all(one is other for one, other in zip(after.results.units, board.results.units, strict=True))
    assert ASKED == []


def test_a_peers_cell_scores_the_class_again() -> None:
    held = scheme(item("a", "6", rule=ProportionOfFirst()), item("b", "94"), units=units("u", "v"))
    board = Board.of(held, [sheet("u", a=Entry(value=D(3)), b="50"), sheet("v", a=Entry(value=D(3)), b="50")])
    after = board.with_sheet(sheet("v", a=Entry(value=D(6)), b="50"))
    assert (after.results.of("u").total, after.results.of("v").total) == (53, 56)
    assert same_as_anew(after)


def test_a_mean_follows_the_scores_it_is_made_of() -> None:
    held = scheme(item("a", "10", not_applicable="class_mean"), item("b", "90"), units=units("u", "v"))
    board = Board.of(held, [sheet("u", a=NONE, b="50"), sheet("v", a="4", b="50")])
    after = board.with_sheet(sheet("v", a="9", b="50"))
    assert (board.results.of("u").total, after.results.of("u").total) == (54, 59)
    assert same_as_anew(after)


def _two_places() -> tuple[Scheme, Sheet]:
    rule = Add((Honour("honour", each=D(50)),))
    held = scheme(
        item("a", "100"),
        item("p1", "10", kind="bonus", scale=100, rule=rule),
        item("p2", "20", kind="bonus", scale=100, rule=rule),
    )
    return held, sheet(events=events("honour", 1, matter="m"), a="50")


def test_a_nudge_may_move_a_matter_to_another_place() -> None:
    held, marks = _two_places()
    board = Board.of(held, [marks])
    assert [found(board.results.of("u"), id).value for id in ("p1", "p2")] == [0, 10]
    after = board.with_scheme(held.with_indicator(replace(held.indicator("p1"), points=D(40))))
    assert [found(after.results.of("u"), id).value for id in ("p1", "p2")] == [20, 0]
    assert same_as_anew(after)


def test_an_item_that_goes_or_comes_scores_anew(board: Board) -> None:
    less = replace(
        board.scheme, indicators=tuple(each for each in board.scheme.indicators if each.id != "a2")
    )
    assert same_as_anew(board.with_scheme(less))
    more = replace(board.scheme, units=(*board.scheme.units, *units("x")))
    assert same_as_anew(board.with_scheme(more))
