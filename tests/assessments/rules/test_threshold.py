"""Full points at the threshold, so much off for each unit short of it, a bonus beyond it by the rule."""

from decimal import Decimal as D
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.rules.threshold import BonusSlope, Threshold
from tests.assessments.rules.cases import codes, entry, figures, scored, worth_of

Reading = Literal["own_stretch", "all"] | None


@pytest.mark.parametrize(
    ("rule", "value", "points", "expected"),
    [
        (Threshold(D("0.05"), D("42.95"), better="less"), "34.6", 2, "2"),  # mean age
        (Threshold(D("0.05"), D(80)), 100, 1, "1"),  # new staff up to 35
        (Threshold(D("0.05"), D(50)), 50, 1, "1"),  # postgraduates among new staff
        (Threshold(D("0.1"), D(0), better="less"), 0, "1.5", "1.5"),  # units under half the average
        (Threshold(D("0.05"), D("89.95")), "86.95", 2, "1.85"),  # share of section cadres, 3 points short
    ],
)
def test_t5_thresholds_of_an_evaluation(rule: Threshold, value: str, points: str, expected: str) -> None:
    assert worth_of(rule, entry(value), points) == D(expected)


@pytest.mark.parametrize("slope", ["0.05", "0.1", "0.2"])
def test_each_point_below_costs_the_slope(slope: str) -> None:
    assert worth_of(Threshold(D(slope), D(20)), entry(17), 2) == 2 - 3 * D(slope)
    assert worth_of(Threshold(D(slope), D(20)), entry(20), 2) == 2


def safety_feeling(reading: Reading) -> Threshold:
    return Threshold(
        D("0.25"), D(96), second=D(90), second_slope=D("0.5"), reading=reading, cap=D(5), from_zero=True
    )


@pytest.mark.parametrize("reading", ["own_stretch", "all", None])
def test_t25_safety_feeling_above_the_second_threshold(reading: Reading) -> None:
    outcome = scored(safety_feeling(reading), entry("94.4"))
    assert outcome.value == D("-0.4")
    assert outcome.doubts == ()


@pytest.mark.parametrize(("reading", "expected"), [("own_stretch", "-2.5"), ("all", "-4")])
def test_t25_both_readings_below_it(reading: Reading, expected: str) -> None:
    outcome = scored(safety_feeling(reading), entry(88))
    assert outcome.value == D(expected)
    assert outcome.doubts == ()
    assert worth_of(safety_feeling(reading), entry(60)) == -5


def test_t25_an_open_reading_is_asked_about() -> None:
    outcome = scored(safety_feeling(None), entry(88))
    assert outcome.value == D("-2.5")
    assert outcome.doubts == (("doubt.two_slopes", {}),)
    assert codes(safety_feeling(None)) == [("reading", "rule.reading_open")]


def test_the_mean_of_the_class_as_threshold() -> None:
    rule = Threshold(D("0.1"), threshold_from="class_mean")
    peers = (entry(80), entry(90), entry(100))
    assert rule.needs_peers
    assert worth_of(rule, peers[1], 2, peers=peers) == 2
    assert worth_of(rule, peers[0], 2, peers=peers) == 1
    assert scored(rule, None, peers=peers).missing == ("value",)


def test_a_wider_mean_and_a_target_of_each_unit() -> None:
    wider = Threshold(D("0.1"), threshold_from="wider_mean")
    assert not wider.needs_peers
    assert worth_of(wider, entry(85, mean=90), 2) == D("1.5")
    assert scored(wider, entry(85)).missing == ("mean",)
    own = Threshold(D("0.1"))
    assert worth_of(own, entry(85, target=90), 2) == D("1.5")
    assert scored(own, entry(85)).missing == ("target",)


def test_one_percent_below_may_mean_percent_of_the_mean() -> None:
    by_points = Threshold(D("0.1"), threshold_from="wider_mean")
    by_percent = Threshold(D("0.1"), threshold_from="wider_mean", measured="percent")
    assert worth_of(by_points, entry(45, mean=50), 2) == D("1.5")
    assert worth_of(by_percent, entry(45, mean=50), 2) == 1
    assert scored(by_percent, entry(45, mean=0)).missing == ("target",)


@pytest.mark.parametrize(("parts", "expected"), [("exact", "1.75"), ("whole", "1.8"), ("started", "1.7")])
def test_parts_of_a_unit(parts: Literal["exact", "whole", "started"], expected: str) -> None:
    assert worth_of(Threshold(D("0.1"), D(90), parts=parts), entry("87.5"), 2) == D(expected)


def test_a_shortfall_is_forgiven_where_the_share_is_well_above_the_mean() -> None:
    rule = Threshold(D("0.1"), D(50), exempt_by=D(5))
    peers = (entry(40, share=60), entry(40, share=50), entry(60, share=55))
    assert rule.needs_peers
    assert worth_of(rule, peers[0], 2, peers=peers) == 2
    assert worth_of(rule, peers[1], 2, peers=peers) == 1
    assert worth_of(rule, entry(50), 2, peers=peers) == 2
    assert scored(rule, entry(40), 2, peers=peers).missing == ("share",)


@pytest.mark.parametrize(("target", "expected"), [(5, "1.8"), (10, "0.9"), (30, "0.6"), (80, "0.3")])
def test_the_bonus_depends_on_the_size_of_the_target(target: int, expected: str) -> None:
    sizes = (
        BonusSlope(D("0.6")),
        BonusSlope(D("0.3"), D(10)),
        BonusSlope(D("0.2"), D(20)),
        BonusSlope(D("0.1"), D(50)),
    )
    rule = Threshold(D(0), from_zero=True, bonus=sizes, bonus_cap=D(20))
    assert worth_of(rule, entry(target + 3, target=target)) == D(expected)
    assert worth_of(rule, entry(target, target=target)) == 0
    assert worth_of(rule, entry(target + 900, target=target)) == 20
    by_money = Threshold(D(0), D(100), from_zero=True, bonus=sizes, size_figure="money", measured="percent")
    assert worth_of(by_money, entry(103, money=target)) == D(expected)
    assert scored(by_money, entry(103)).missing == ("money",)


def test_impossible_parameters_are_problems() -> None:
    good = Threshold(D(1), D(90))
    assert codes(good) == []
    assert codes(Threshold(D(0), D(90))) == [("slope", "rule.not_positive")]
    assert codes(Threshold(D(1), D(90), unit=D(0), cap=D(0))) == [
        ("unit", "rule.not_positive"),
        ("cap", "rule.not_positive"),
    ]
    assert codes(Threshold(D(1), D(90), "class_mean")) == [("threshold", "rule.two_thresholds")]
    assert codes(Threshold(D(1), D(90), second=D(80))) == [("second_slope", "rule.half_second")]
    assert codes(Threshold(D(1), D(90), second_slope=D(2))) == [("second", "rule.half_second")]
    assert codes(Threshold(D(1), D(90), second=D(95), second_slope=D(2), reading="all")) == [
        ("second", "rule.second_not_beyond")
    ]
    assert codes(Threshold(D(2), D(90), second=D(80), second_slope=D(1), reading="all")) == [
        ("second_slope", "rule.second_not_steeper")
    ]
    assert codes(Threshold(D(2), D(90), second=D(80), second_slope=D(0), reading="own_stretch")) == [
        ("second_slope", "rule.not_positive")
    ]
    assert codes(Threshold(D(1), D(90), bonus=(BonusSlope(D(0)), BonusSlope(D(1))))) == [
        ("bonus.0.per_unit", "rule.not_positive"),
        ("bonus.1.from_size", "rule.same_size_twice"),
    ]


@given(
    figures,
    figures,
    st.sampled_from(["exact", "whole", "started"]),
    st.sampled_from(["own_stretch", "all"]),
    st.sampled_from(["difference", "percent"]),
    st.booleans(),
)
def test_nearer_to_the_good_side_is_never_worse(
    one: D,
    other: D,
    parts: Literal["exact", "whole", "started"],
    reading: Literal["own_stretch", "all"],
    measured: Literal["difference", "percent"],
    more: bool,
) -> None:
    low, high = sorted((one, other))
    rule = Threshold(
        D("0.25"),
        D(96),
        better="more" if more else "less",
        second=D(90) if more else D(102),
        second_slope=D("0.5"),
        parts=parts,
        reading=reading,
        measured=measured,
        cap=D(5),
        bonus=(BonusSlope(D("0.1")),),
        bonus_cap=D(3),
    )
    assert codes(rule) == []
    at_low, at_high = worth_of(rule, entry(low), 10), worth_of(rule, entry(high), 10)
    assert (at_low <= at_high) if more else (at_high <= at_low)
    assert 5 <= min(at_low, at_high) <= max(at_low, at_high) <= 13


@given(st.lists(figures, min_size=1, max_size=6))
def test_the_order_of_the_class_changes_nothing(values: list[D]) -> None:
    rule = Threshold(D("0.1"), threshold_from="class_mean")
    peers = tuple(entry(value) for value in values)
    assert worth_of(rule, peers[0], peers=peers) == worth_of(rule, peers[0], peers=peers[::-1])
