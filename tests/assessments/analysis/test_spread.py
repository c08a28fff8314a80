"""Which items separate the units, and how much of the differences each explains."""

import statistics
from decimal import Decimal as D

from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.analysis.spread import spreads
from assessments.rules.given import Given
from assessments.scheme import Indicator
from tests.assessments.tables import board, items

tenths = st.integers(0, 100).map(lambda tenth: D(tenth) / 10)


def test_the_figures_of_a_column() -> None:
    held = board(
        {"a": [D(8), D(5)], "b": [D(4), D(5)], "c": [D(6), D(5)], "d": [None, D(5)]}, items([D(10), D(10)])
    )
    first, second = spreads(held.scheme, held.results, "a")
    assert (first.units, first.least, first.most, first.mean) == (3, 4, 8, 6)
    assert (first.rate, first.separates, second.separates) == (60, True, False)
    assert float(first.deviation) == statistics.pstdev([8, 4, 6])
    assert (second.deviation, second.mean, second.rate) == (0, 5, 50)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(tenths, min_size=3, max_size=3), min_size=2, max_size=6))
def test_the_shares_of_the_leaves_explain_everything(rows: list[list[D]]) -> None:
    held = board({f"u{place}": row for place, row in enumerate(rows)}, items([D(10)] * 3))
    found = spreads(held.scheme, held.results, "a")
    totals = [sum(row) for row in rows]
    if len(set(totals)) == 1:
        assert all(each.share is None for each in found)
        return
    assert abs(sum((each.share or D(0) for each in found), D(0)) - 100) < D("1e-20")
    assert all(each.share == 0 for each in found if not each.separates)
    for place, each in enumerate(found):
        column = [float(row[place]) for row in rows]
        floats = [float(total) for total in totals]
        expected = statistics.covariance(column, floats) / statistics.variance(floats) * 100
        assert abs(float(each.share or 0) - expected) < 1e-6


def test_a_bonus_is_shown_but_is_no_part_of_the_sum() -> None:
    tree = (*items([D(10)]), Indicator("b", "加分", order=9, kind="bonus", points=D(5), rule=Given()))
    held = board({"a": [D(8), D(2)], "b": [D(6), D(0)]}, tree)
    leaf, bonus = spreads(held.scheme, held.results, "a")
    assert (leaf.share, bonus.share, bonus.most) == (50, None, 2)
