"""The ranks over many weightings: reproducible, exact, and the present ones where nothing varies."""

from decimal import Decimal as D
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.analysis.intervals import intervals
from assessments.scheme import UnitClass
from tests.assessments.tables import board, items

POINTS = [D(10), D(30), D(60)]
rows_of_marks = st.lists(
    st.tuples(*(st.integers(0, int(most) * 10).map(lambda tenth: D(tenth) / 10) for most in POINTS)),
    min_size=1,
    max_size=6,
)


@settings(max_examples=30, deadline=None)
@given(rows_of_marks, st.sampled_from([None, 0, 1, 2]))
def test_without_spread_every_weighting_gives_the_present_ranks(
    rows: list[tuple[D, ...]], places: int | None
) -> None:
    unit_class = UnitClass("a", "甲类", rounding=places)
    held = board({f"u{place}": row for place, row in enumerate(rows)}, items(POINTS), unit_class)
    for each in intervals(held.scheme, held.results, "a", percent=0, weightings=3):
        assert (each.best, each.worst, dict(each.counts)) == (each.rank, each.rank, {each.rank: 3})


@settings(max_examples=15, deadline=None)
@given(rows_of_marks, st.integers(0, 99))
def test_the_ranks_are_those_of_exact_weighted_sums(rows: list[tuple[D, ...]], seed: int) -> None:
    held = board({f"u{place}": row for place, row in enumerate(rows)}, items(POINTS))
    found = {
        each.unit: dict(each.counts)
        for each in intervals(held.scheme, held.results, "a", percent=30, weightings=20, seed=seed)
    }
    random = Random(seed)
    expected: dict[str, dict[int, int]] = {unit: {} for unit in found}
    for _ in range(20):
        factors = [random.randrange(70, 131) for _ in POINTS]
        full = sum(Fraction(points) * factor for points, factor in zip(POINTS, factors, strict=True))
        totals = [
            sum(Fraction(mark) * factor for mark, factor in zip(row, factors, strict=True)) * 100 / full
            for row in rows
        ]
        for place, own in enumerate(totals):
            rank = 1 + sum(other > own for other in totals)
            counts = expected[f"u{place}"]
            counts[rank] = counts.get(rank, 0) + 1
    assert found == expected


def test_the_same_seed_gives_the_same_intervals_and_another_order_of_units_too() -> None:
    marks = {f"u{place}": [D(place), D(30 - place), D(31 + place % 3)] for place in range(9)}
    one = board(marks, items(POINTS))
    other = board(dict(reversed(list(marks.items()))), items(POINTS))
    first = intervals(one.scheme, one.results, "a", seed=7)
    assert first == intervals(one.scheme, one.results, "a", seed=7)
    second = intervals(other.scheme, other.results, "a", seed=7)
    assert {each.unit: each.counts for each in first} == {each.unit: each.counts for each in second}
    assert any(each.best < each.worst for each in first)
    for each in first:
        assert each.best <= each.low <= each.high <= each.worst
        assert sum(each.counts.values()) == 2000


def test_a_unit_better_in_everything_always_stands_before() -> None:
    held = board({"a": [D(9), D(28), D(55)], "b": [D(8), D(27), D(54)]}, items(POINTS))
    found = intervals(held.scheme, held.results, "a", percent=100)
    assert [(each.unit, each.best, each.worst) for each in found] == [("a", 1, 1), ("b", 2, 2)]


@pytest.mark.parametrize("weightings", [0, 1])
def test_few_weightings(weightings: int) -> None:
    held = board({"a": [D(9), D(28), D(55)]}, items(POINTS))
    (only,) = intervals(held.scheme, held.results, "a", weightings=weightings)
    assert (only.best, only.worst, only.low, only.high) == (1, 1, 1, 1)
