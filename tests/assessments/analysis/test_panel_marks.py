"""Where the assessors disagree, who is lenient, and what each may see before the marks are revealed."""

import statistics
from dataclasses import replace
from decimal import Decimal as D

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from assessments.analysis.panel import (
    agreement,
    by_disagreement,
    leniency,
    progress,
    rated_items,
    spread_of_items,
    visible,
)
from assessments.rules.panel import Panel
from assessments.sheet import Sheet
from tests.assessments.analysis.panels import given, marks, scheme

CHEN = marks("chen", anping=(18, 27), beihe=(16, 24), changle=(14, 21))
LI = marks("li", anping=(16, 27), beihe=(14, 24), changle=(12, 21))
WANG = marks("wang", anping=(10, 27), beihe=(12, 24), changle=(13, 21))
SHEETS = (given(anping=45, beihe=46, changle=47), CHEN, LI, WANG)


def test_the_widest_spread_stands_first() -> None:
    items = by_disagreement(rated_items(scheme(), SHEETS))
    first = items[0]
    assert (first.unit, first.indicator, first.full, first.spread) == ("anping", "plan", 20, 8)
    assert (first.median, first.spread_percent) == (16, 40)
    assert abs(first.mean - D(44) / 3) < D("1e-20")
    assert [item.spread_percent for item in items] == [40, 20, 10, 0, 0, 0]


def test_items_by_how_far_apart_the_assessors_are() -> None:
    plan, field = spread_of_items(rated_items(scheme(), SHEETS))
    assert (plan.indicator, plan.units, plan.greatest, plan.widest) == ("plan", 3, 40, "anping")
    assert abs(plan.mean - D(70) / 3) < D("1e-20")
    assert (field.indicator, field.mean) == ("field", 0)


def test_leniency_by_hand() -> None:
    chen, li, wang = leniency(rated_items(scheme(), SHEETS))
    # chen: 18 16 14 against the others' means 13, 13, 12.5; of 20, over six marks
    assert (chen.assessor, chen.marks, chen.compared) == ("chen", 6, 6)
    assert abs(chen.deviation - (5 + 3 + D("1.5")) * 5 / 6) < D("1e-20")  # type: ignore[operator]
    assert (li.assessor, wang.assessor) == ("li", "wang")
    assert abs(wang.deviation - D(-7 - 3 + 0) * 5 / 6) < D("1e-20")  # type: ignore[operator]
    assert chen.agreement == 1


def test_an_assessor_who_turns_the_order_round() -> None:
    sheets = (
        marks("chen", anping=(18,), beihe=(16,), changle=(14,)),
        marks("li", anping=(16,), beihe=(15,), changle=(13,)),
        marks("zhao", anping=(10,), beihe=(12,), changle=(19,)),
    )
    of = {each.assessor: each for each in leniency(rated_items(scheme(), sheets))}
    assert of["zhao"].agreement == -1


def test_without_others_there_is_nothing_to_compare() -> None:
    (alone,) = leniency(rated_items(scheme(), (CHEN,)))
    assert (alone.marks, alone.compared, alone.deviation, alone.agreement) == (6, 0, None, None)
    assert by_disagreement(rated_items(scheme(), (CHEN,))) == ()


def test_marks_of_unknown_assessors_and_of_items_without_a_panel_are_left_out() -> None:
    stranger = replace(CHEN, id="x", by="guest")
    assert rated_items(scheme(), (*SHEETS, stranger)) == rated_items(scheme(), SHEETS)
    assert {item.indicator for item in rated_items(scheme(), SHEETS)} == {"plan", "field"}


def test_places_are_compared_by_what_they_bring() -> None:
    rule = Panel(by_place=(D(20), D(15), D(10)))
    sheets = (marks("chen", anping=(1,)), marks("li", anping=(3,)))
    (item,) = rated_items(scheme(rule), sheets)
    assert [mark.worth for mark in item.marks] == [20, 10]
    assert leniency((item,))[0].assessor == "chen"


def test_before_the_marks_are_revealed_each_sees_only_the_own_ones() -> None:
    hidden = visible(scheme(), SHEETS, "li", revealed=False)
    assert [sheet.id for sheet in hidden] == ["verified", "rating li"]
    assert [sheet.id for sheet in visible(scheme(), SHEETS, "", revealed=False)] == ["verified"]
    assert visible(scheme(), SHEETS, "li", revealed=True) == SHEETS
    assert visible(scheme(panel_hidden=False), SHEETS, "", revealed=False) == SHEETS


def test_who_has_rated_how_much_can_be_seen() -> None:
    part = (CHEN, marks("li", anping=(16, "")))
    assert progress(scheme(), part) == {"chen": (6, 6), "li": (1, 6), "wang": (0, 6), "zhao": (0, 6)}


@for_all(st.permutations(SHEETS))
def test_the_order_of_sheets_does_not_matter(sheets: list[Sheet]) -> None:
    assert rated_items(scheme(), sheets) == rated_items(scheme(), SHEETS)


series = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=3, max_size=9)


@for_all(series)
def test_agreement_equals_the_correlation_of_mean_ranks(pairs: list[tuple[int, int]]) -> None:
    left, right = [one for one, _ in pairs], [two for _, two in pairs]
    found = agreement([D(one) for one in left], [D(two) for two in right])
    if len(set(left)) == 1 or len(set(right)) == 1:
        assert found is None
    else:
        assert float(found or 0) == pytest.approx(statistics.correlation(_ranks(left), _ranks(right)))


def _ranks(values: list[int]) -> list[float]:
    below = [sum(other < value for other in values) for value in values]
    same = [sum(other == value for other in values) for value in values]
    return [low + (alike + 1) / 2 for low, alike in zip(below, same, strict=True)]
