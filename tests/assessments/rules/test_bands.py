"""The best band that is reached gives its mark, with its conditions; faults come off on top."""

from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.rules.bands import Band, Bands, Condition, Deduction
from assessments.sheet import Event
from tests.assessments.rules.cases import codes, entry, figures, scored, worth_of

MONEY = Condition("money", at_least=D(20))
INVESTMENT = Bands(
    (
        Band(at_least=D(100), gives=D(100), conditions=(MONEY,)),
        Band(at_least=D(80), gives=D(75)),
        Band(at_least=D(50), gives=D(50)),
        Band(gives=D(0)),
    ),
    measure="percent",
    deductions=(Deduction("no_plan", D(5)), Deduction("late_months", D(1), cap=D(6))),
)
FOUND = Bands((Band(at_most=D(0), deduct=D(0)), Band(at_most=D(1), deduct=D("0.5")), Band(gives=D(0))))
NATION = Bands(
    (Band(at_least=D(0), gives=D(0)), Band(at_least=D(-5), gives=D(-1)), Band(gives=D(-2))),
    measure="difference",
)


def test_t20_investment_with_no_plan_and_three_reports_missing() -> None:
    observed = entry(82, target=100, money=25, no_plan=1, late_months=3)
    assert worth_of(INVESTMENT, observed) == 67


@pytest.mark.parametrize(
    ("actual", "money", "expected"),
    [
        (100, 20, 100),
        (100, "19.9", 75),
        (130, 50, 100),
        ("99.99", 90, 75),
        (80, 0, 75),
        (50, 0, 50),
        ("49.9", 0, 0),
    ],
)
def test_bands_include_their_bound_and_ask_for_their_conditions(
    actual: str | int, money: str | int, expected: int
) -> None:
    assert worth_of(INVESTMENT, entry(actual, target=100, money=money)) == expected


def test_a_condition_is_only_needed_where_its_band_is_reached() -> None:
    assert scored(INVESTMENT, entry(100, target=100)).missing == ("money",)
    assert worth_of(INVESTMENT, entry(79, target=100)) == 50
    assert scored(INVESTMENT, entry(79)).missing == ("target",)
    assert scored(INVESTMENT, entry(79, target=0)).missing == ("target",)


def test_a_deduction_on_top_has_its_own_cap() -> None:
    assert worth_of(INVESTMENT, entry(82, target=100, late_months=9)) == 69


@pytest.mark.parametrize(("found", "expected"), [(0, "2"), (1, "1.5"), (2, "0"), (7, "0")])
def test_found_once_half_a_point_twice_nothing(found: int, expected: str) -> None:
    assert worth_of(FOUND, entry(found), 2) == D(expected)


@pytest.mark.parametrize(("own", "expected"), [(91, 0), (90, 0), (85, -1), ("84.9", -2)])
def test_against_a_wider_mean(own: str | int, expected: int) -> None:
    assert worth_of(NATION, entry(own, target=90), 2) == expected


def test_bounds_may_be_left_out() -> None:
    rule = Bands((Band(at_most=D(3), percent=D(100)), Band(percent=D(50))), bound_excluded=True)
    assert worth_of(rule, entry("2.9"), 4) == 4
    assert worth_of(rule, entry(3), 4) == 2


def test_events_may_be_counted() -> None:
    rule = Bands(FOUND.bands, counts=("criticism",))
    events = (Event("e1", "u0", "criticism"), Event("e2", "u0", "criticism"))
    assert worth_of(rule, None, 2) == 2
    assert worth_of(rule, None, 2, events=events[:1]) == D("1.5")
    assert worth_of(rule, None, 2, events=events) == 0
    assert rule.kinds() == ("criticism",)
    assert [each.kind for each in rule.inputs()] == ["events"]


def test_impossible_bands_are_problems() -> None:
    rest = Band(gives=D(0))
    high, low = Band(at_least=D(90), gives=D(10)), Band(at_least=D(60), gives=D(5))
    assert codes(Bands((high, low, rest))) == []
    assert codes(Bands(())) == [("bands", "rule.no_bands")]
    assert codes(Bands((high, low))) == [("bands", "rule.no_last_band")]
    assert ("bands.1", "rule.not_descending") in codes(Bands((low, high, rest)))
    assert codes(Bands((high, high, rest))) == [("bands.1", "rule.unreachable_band")]
    assert ("bands.1", "rule.unreachable_band") in codes(Bands((rest, high, rest)))
    assert ("bands", "rule.mixed_bounds") in codes(Bands((high, Band(at_most=D(3), gives=D(1)), rest)))
    assert codes(Bands((Band(at_least=D(9), gives=D(101)), rest))) == [("bands.0", "rule.above_points")]
    assert codes(Bands((Band(at_least=D(9)), rest))) == [("bands.0", "rule.one_mark")]
    assert codes(Bands((Band(at_least=D(9), at_most=D(10), gives=D(1)), rest))) == [
        ("bands.0", "rule.one_bound")
    ]
    odd = Band(at_least=D(9), gives=D(1), conditions=(Condition("x"), Condition("y", D(2), D(1))))
    assert codes(Bands((odd, rest))) == [
        ("bands.0.conditions.0", "rule.no_bound"),
        ("bands.0.conditions.1", "rule.empty_range"),
    ]
    assert codes(Bands((high, rest), deductions=(Deduction("x", D(0)),))) == [
        ("deductions.0.each", "rule.not_positive")
    ]
    assert codes(Bands((high, rest), "percent", counts=("x",))) == [("measure", "rule.not_used")]


def test_the_same_bound_twice_is_meant_where_the_first_has_a_condition() -> None:
    bands = (
        Band(at_least=D(100), gives=D(100), conditions=(MONEY,)),
        Band(at_least=D(100), gives=D(90)),
        Band(gives=D(0)),
    )
    assert codes(Bands(bands)) == []
    assert worth_of(Bands(bands), entry(100, money=3)) == 90


@given(st.lists(figures, min_size=1, max_size=5, unique=True), figures, figures)
def test_the_better_figure_never_gets_less(bounds: list[D], one: D, other: D) -> None:
    low, high = sorted((one, other))
    falling = sorted(bounds, reverse=True)
    marks = [D(100 - 10 * number) for number in range(len(falling))]
    bands = tuple(Band(at_least=bound, gives=mark) for bound, mark in zip(falling, marks, strict=True))
    rule = Bands((*bands, Band(gives=D(0))))
    assert codes(rule) == []
    assert worth_of(rule, entry(low)) <= worth_of(rule, entry(high)) <= 100
