"""A tick or a reached bound gives everything; anything else, and what was not filed in time, nothing."""

from datetime import date
from decimal import Decimal as D

import pytest
from hypothesis import given

from assessments.rules.all_or_nothing import AllOrNothing
from tests.assessments.rules.cases import codes, entry, figures, scored, worth_of


@pytest.mark.parametrize(
    ("compare", "bound", "value", "points", "expected"),
    [
        ("at_most", "5.2", "5.2", 10, 10),  # water taken
        ("at_most", "5.2", "5.21", 10, 0),
        ("at_least", "0.55", "0.56", 6, 6),  # irrigation coefficient
        ("at_least", "0.55", "0.549", 6, 0),
        ("at_least", "42000", "42000", 3, 3),  # arable area
    ],
)
def test_a_figure_reaches_its_bound_or_not(
    compare: str, bound: str, value: str, points: int, expected: int
) -> None:
    rule = AllOrNothing("at_most" if compare == "at_most" else "at_least", D(bound))
    assert worth_of(rule, entry(value), points) == expected


def test_each_unit_may_have_its_own_bound() -> None:
    rule = AllOrNothing("at_least")
    assert worth_of(rule, entry(80, target=80), 3) == 3
    assert worth_of(rule, entry(80, target=81), 3) == 0
    assert scored(rule, entry(80)).missing == ("target",)


def test_a_tick() -> None:
    assert worth_of(AllOrNothing(), entry(done=True), 2) == 2
    assert worth_of(AllOrNothing(), entry(done=False), 2) == 0
    assert scored(AllOrNothing(), entry()).missing == ("done",)
    assert scored(AllOrNothing(), None).missing == ("done",)


def test_what_was_not_supplied_gets_nothing() -> None:
    rule = AllOrNothing("at_least", D(10))
    assert worth_of(rule, entry(done=False), 2) == 0
    assert scored(rule, entry()).missing == ("value",)


def test_what_was_filed_late_gets_nothing() -> None:
    rule = AllOrNothing(by=date(2026, 6, 30))
    assert worth_of(rule, entry(done=True, day=date(2026, 6, 30)), 2) == 2
    assert worth_of(rule, entry(done=True, day=date(2026, 7, 1)), 2) == 0
    assert scored(rule, entry(done=True)).missing == ("day",)
    assert [each.name for each in rule.inputs()] == ["done", "day"]


def test_a_bound_without_a_comparison_is_a_problem() -> None:
    assert codes(AllOrNothing(bound=D(3))) == [("bound", "rule.not_used")]
    assert codes(AllOrNothing("at_most", D(3))) == []


@given(figures, figures, figures)
def test_more_is_never_worse_where_more_is_asked_for(bound: D, one: D, other: D) -> None:
    low, high = sorted((one, other))
    rule = AllOrNothing("at_least", bound)
    assert worth_of(rule, entry(low)) <= worth_of(rule, entry(high))
    rule = AllOrNothing("at_most", bound)
    assert worth_of(rule, entry(low)) >= worth_of(rule, entry(high))


def test_all_of_no_points_is_nothing() -> None:
    assert codes(AllOrNothing(), 0) == [("", "rule.no_points")]
