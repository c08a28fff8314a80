"""Weighted sums, N/A rescaling, rankings and swaps against an independent tool, on random tables.

The tool is a library of decision methods (pymcdm) that works with floating point: totals agree to a
thousand-millionth, and ranks are compared on totals that were rounded to six places first.
"""

from collections.abc import Callable
from decimal import Decimal as D
from functools import cache

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from assessments.analysis.swaps import swap_by
from assessments.results import Results
from assessments.scheme import NotApplicable, Settings, UnitClass
from assessments.scoring import Board
from tests.assessments.tables import board, items

Table = list[list[D | None]]


@cache
def tool() -> tuple[Callable[..., list[float]], Callable[..., list[float]]]:
    """Its weighted sum and its ranks; loaded with the first of these tests, since it brings much along."""
    from pymcdm.helpers import rrankdata
    from pymcdm.methods import WSM

    return WSM(normalization_function=lambda column, cost: column), rrankdata


@st.composite
def tables(draw: st.DrawFn, missing: bool = False, coarse: bool = False) -> tuple[list[D], Table]:
    """Full marks that add up to 100, and marks of some units, tenths of a point or a few steps of each."""
    cuts = sorted(draw(st.sets(st.integers(1, 99), min_size=1, max_size=7)))
    points = [D(high - low) for low, high in zip([0, *cuts], [*cuts, 100], strict=True)]

    def mark(most: D) -> st.SearchStrategy[D | None]:
        steps = 2 if coarse else int(most) * 10
        held = st.integers(0, steps).map(lambda step: most * step / steps)
        return held | st.none() if missing else held

    row = st.tuples(*(mark(most) for most in points)).map(list)
    return points, draw(st.lists(row, min_size=2, max_size=10))


def scored(points: list[D], rows: Table, treatment: NotApplicable, weighed: bool = False) -> Board:
    """The board of a table, its totals not rounded."""
    marks = {f"u{place:02}": row for place, row in enumerate(rows)}
    unit_class = UnitClass("a", "甲类", rounding=None)
    return board(marks, items(points, weighed), unit_class, Settings(not_applicable=treatment))


def totals(results: Results) -> list[D]:
    """The totals by unit id."""
    return [result.total for result in sorted(results.units, key=lambda result: result.unit)]


def by_the_tool(points: list[D], rows: Table) -> list[float]:
    """The weighted sums of the shares got, each unit's weights those of the items that concern it."""
    weighted_sum, _ = tool()
    found: list[float] = []
    for row in rows:
        held = [
            (float(mark / most), float(most))
            for mark, most in zip(row, points, strict=True)
            if mark is not None
        ]
        shares, weights = np.array([[share for share, _ in held]]), np.array([most for _, most in held])
        ones = np.ones(len(held))
        found.append(100 * float(weighted_sum(shares, weights / weights.sum(), ones, validation=False)[0]))
    return found


def competition(values: list[float]) -> list[int]:
    """The tool gives equals the mean of their places; the first of them is what offices print."""
    _, ranks = tool()
    means = ranks([round(value, 6) for value in values])
    return [round(mean - (list(means).count(mean) - 1) / 2) for mean in means]


@settings(max_examples=60, deadline=None)
@given(tables(), st.booleans())
def test_weighted_sums(table: tuple[list[D], Table], weighed: bool) -> None:
    points, rows = table
    found = totals(scored(points, rows, "rescale_total", weighed).results)
    np.testing.assert_allclose([float(each) for each in found], by_the_tool(points, rows), atol=1e-9)


@settings(max_examples=60, deadline=None)
@given(tables(missing=True))
def test_items_that_do_not_concern_a_unit(table: tuple[list[D], Table]) -> None:
    points, rows = table
    assume(all(any(mark is not None for mark in row) for row in rows))
    found = totals(scored(points, rows, "rescale_total").results)
    np.testing.assert_allclose([float(each) for each in found], by_the_tool(points, rows), atol=1e-9)


@settings(max_examples=60, deadline=None)
@given(tables(missing=True))
def test_items_that_count_as_full_or_as_nothing(table: tuple[list[D], Table]) -> None:
    points, rows = table
    for treatment, share in (("full", 1), ("zero", 0)):
        filled: Table = [
            [most * share if mark is None else mark for mark, most in zip(row, points, strict=True)]
            for row in rows
        ]
        found = totals(scored(points, rows, treatment).results)  # type: ignore[arg-type]
        np.testing.assert_allclose([float(each) for each in found], by_the_tool(points, filled), atol=1e-9)


@settings(max_examples=100, deadline=None)
@given(tables(coarse=True))
def test_rankings_with_their_ties(table: tuple[list[D], Table]) -> None:
    points, rows = table
    results = scored(points, rows, "rescale_total").results
    ranks = [result.rank for result in sorted(results.units, key=lambda result: result.unit)]
    assert ranks == competition(by_the_tool(points, rows))


@settings(max_examples=60, deadline=None)
@given(tables(), st.data())
def test_swaps_by_trying_every_weight_with_the_tool(
    table: tuple[list[D], Table], data: st.DataObject
) -> None:
    points, rows = table
    rows = rows[:2]
    item = data.draw(st.integers(0, len(points) - 1))
    held = scored(points, rows, "rescale_total")
    behind, ahead = sorted((0, 1), key=lambda place: totals(held.results)[place])
    assume(totals(held.results)[behind] < totals(held.results)[ahead])

    def swapped(weight: int) -> bool:
        left = 100 - float(points[item])
        weights = [
            weight if place == item else float(most) * (100 - weight) / left
            for place, most in enumerate(points)
        ]
        shares = np.array(
            [[float((mark or 0) / most) for mark, most in zip(row, points, strict=True)] for row in rows]
        )
        sums = tool()[0](shares, np.array(weights) / 100, np.ones(len(points)), validation=False)
        return bool(sums[behind] > sums[ahead] + 1e-12)

    now = int(points[item])
    near = sorted((weight for weight in range(101) if swapped(weight)), key=lambda weight: abs(weight - now))
    found = swap_by(held, f"u{behind:02}", f"u{ahead:02}", f"i{item:02}", step=D(1))
    assert (None if found is None else int(found.to)) == (near[0] if near else None)
