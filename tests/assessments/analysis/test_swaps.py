"""The smallest change that swaps two neighbours, against trying every weight."""

from decimal import Decimal as D
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from assessments.analysis.swaps import smallest_swap, swap_by
from assessments.analysis.whatif import Weigh, amount, tried
from assessments.scheme import Indicator, UnitClass
from assessments.scoring import Board
from tests.assessments.tables import board, items

POINTS = [D(20), D(30), D(50)]
SMALL = [D(4), D(6), D(10)]
marks = st.tuples(*(st.integers(0, int(most)).map(D) for most in POINTS))
small_marks = st.tuples(*(st.integers(0, int(most)).map(D) for most in SMALL))
GRID = D(1)


def by_trying(held: Board, unit: str, other: str, item: str, keep: bool, most: int) -> D | None:
    """The nearest weight in whole points from now at which the ranks have swapped."""
    now = amount(held.scheme, item)
    assert now is not None
    for count in range(1, most + 1):
        for to in (now - count, now + count):
            if to < 0 or to > most:
                continue
            after = tried(held, (Weigh(item, to, keep),)).results
            if (after.of(unit).rank or 0) < (after.of(other).rank or 0):
                return to
    return None


@settings(max_examples=150, deadline=None)
@given(
    small_marks,
    small_marks,
    st.sampled_from([0, 1, 2]),
    st.booleans(),
    st.booleans(),
    st.sampled_from([None, 1]),
)
def test_the_nearest_weight_is_the_one_that_trying_finds(
    one: tuple[D, ...], two: tuple[D, ...], place: int, keep: bool, weighed: bool, rounding: int | None
) -> None:
    held = board(
        {"a": one, "b": two}, items(SMALL, weighed), UnitClass("a", "甲类", scale=D(20), rounding=rounding)
    )
    behind, ahead = sorted("ab", key=lambda unit: held.results.of(unit).raw)
    assume(held.results.of(behind).raw < held.results.of(ahead).raw)
    item = f"i{place:02}"
    tried_out = by_trying(held, behind, ahead, item, keep, 20)
    found = swap_by(held, behind, ahead, item, keep=keep, step=GRID)
    if tried_out is None:
        assert found is None or found.to > 20
    else:
        assert found is not None
        assert abs(found.to - found.now) == abs(tried_out - found.now)


def test_the_meeting_point_is_the_exact_fraction() -> None:
    held = board({"a": [D(10), D(20), D(30)], "b": [D(20), D(15), D(26)]}, items(POINTS))
    found = swap_by(held, "a", "b", "i00", step=D("0.01"))
    assert found is not None
    # a: w/2 + (100 − w) × 50/80; b: w + (100 − w) × 41/80
    assert found.tie == Fraction(900, 49)
    assert found.to == D("18.36")
    after = tried(held, (Weigh("i00", found.to),)).results
    assert (after.of("a").rank, after.of("b").rank) == (1, 2)
    before = tried(held, (Weigh("i00", found.to + D("0.01")),)).results
    assert (before.of("a").rank, before.of("b").rank) == (2, 1)


@settings(max_examples=60, deadline=None)
@given(marks, marks)
def test_the_smallest_of_all_items(one: tuple[D, ...], two: tuple[D, ...]) -> None:
    held = board({"a": one, "b": two}, items(POINTS), UnitClass("a", "甲类", rounding=None))
    behind, ahead = sorted("ab", key=lambda unit: held.results.of(unit).raw)
    assume(held.results.of(behind).raw < held.results.of(ahead).raw)
    every = [swap_by(held, behind, ahead, f"i{place:02}", step=GRID) for place in range(3)]
    effects = [each.effect for each in every if each is not None]
    found = smallest_swap(held, behind, ahead, step=GRID)
    assert (found.effect if found is not None else None) == min(effects, default=None)


def test_no_weight_helps_a_unit_that_is_behind_in_everything() -> None:
    held = board({"a": [D(10), D(20), D(30)], "b": [D(9), D(19), D(29)]}, items(POINTS))
    assert smallest_swap(held, "b", "a") is None
    assert swap_by(held, "a", "b", "i00") is None
    assert swap_by(held, "b", "a", "nothing") is None


def test_equal_printed_totals_are_parted_by_the_nearest_weight() -> None:
    unit_class = UnitClass("a", "甲类", rounding=0)
    held = board({"a": [D(10), D(20), D("30.1")], "b": [D(12), D(18), D(30)]}, items(POINTS), unit_class)
    assert held.results.of("a").rank == held.results.of("b").rank == 1
    found = smallest_swap(held, "b", "a")
    assert found is not None
    after = tried(held, (Weigh(found.indicator, found.to),)).results
    assert (after.of("b").rank, after.of("a").rank) == (1, 2)


def test_a_total_that_bends_has_no_answer() -> None:
    tree = (
        *items([D(20), D(80)]),
        Indicator("x", "甲", order=5, points=D(10), combine="lowest"),
    )
    lowest = tuple(
        Indicator(f"x{place}", "子项", order=place, parent="x", rule=tree[0].rule) for place in range(2)
    )
    held = board({"a": [D(10), D(40), D(5), D(9)], "b": [D(11), D(40), D(4), D(9)]}, (*tree, *lowest))
    for item in ("x0", "x1"):
        assert swap_by(held, "b", "a", item) is None


@pytest.mark.parametrize("keep", [True, False])
def test_the_official_results_stay_as_they_are(keep: bool) -> None:
    held = board({"a": [D(10), D(20), D(30)], "b": [D(20), D(15), D(26)]}, items(POINTS))
    before = held.results
    smallest_swap(held, "a", "b", keep=keep)
    assert held.results == before
