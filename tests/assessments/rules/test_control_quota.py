"""A control figure: within it full points, beyond it a deduction; losses told in deaths."""

from decimal import Decimal as D

import pytest
from hypothesis import given

from assessments.rules.control_quota import ControlQuota
from assessments.sheet import Event
from tests.assessments.rules.cases import codes, entry, figures, scored, worth_of

MILLION = D(1_000_000)


def test_exceeding_costs_its_share() -> None:
    rule = ControlQuota()
    assert worth_of(rule, entry(5, quota=5), 20) == 20
    assert worth_of(rule, entry(6, quota=5), 20) == 16
    assert worth_of(rule, entry(11, quota=5), 20) == -4
    assert worth_of(rule, entry(1, quota=0), 20) == 0
    assert worth_of(rule, entry(0, quota=0), 20) == 20
    assert scored(rule, entry(1)).missing == ("quota",)
    assert scored(rule, None).missing == ("value", "quota")
    assert scored(rule, entry(1, quota=-1)).missing == ("quota",)


def test_a_larger_accident_costs_half_a_point_inside_and_one_beyond() -> None:
    rule = ControlQuota(over="per_unit", each=D(1), inside=D("0.5"), from_zero=True)
    assert worth_of(rule, entry(1, quota=1)) == D("-0.5")
    assert worth_of(rule, entry(3, quota=1)) == D("-2.5")
    assert worth_of(rule, entry(0, quota=1)) == 0


def test_all_is_lost_or_at_most_the_cap() -> None:
    assert worth_of(ControlQuota(D(5), "all"), entry(6), 8) == 0
    assert worth_of(ControlQuota(D(5), cap=D(3)), entry(60), 8) == 5


@pytest.mark.parametrize(
    ("loss", "deaths"), [(0, 0), (1, 1), (5_000_000, 1), (5_000_001, 2), (12_000_000, 3)]
)
def test_each_five_million_of_loss_counts_as_one_death(loss: int, deaths: int) -> None:
    rule = ControlQuota(D(0), "per_unit", each=D(1), loss_per_death=5 * MILLION)
    assert worth_of(rule, entry(2, loss=loss), 20) == 20 - 2 - deaths


def test_events_are_counted_with_their_losses_but_not_without_responsibility() -> None:
    rule = ControlQuota(D(2), "per_unit", each=D(2), counts=("accident",), loss_per_death=5 * MILLION)
    events = (
        Event("a", "u0", "accident", deaths=1, loss=6 * MILLION),
        Event("b", "u0", "accident", deaths=2, responsible=False),
        Event("c", "u0", "accident", deaths=1, responsible=True),
        Event("d", "u0", "praise", deaths=9),
    )
    assert worth_of(rule, None, 20, events=events) == 16
    assert worth_of(rule, None, 20, events=events[::-1]) == 16
    assert worth_of(rule, None, 20) == 20
    every = ControlQuota(D(2), "per_unit", each=D(2), counts=("accident",), no_responsibility=False)
    assert worth_of(every, None, 20, events=events) == 16
    number = ControlQuota(D(1), "per_unit", each=D(2), counts=("accident",), counted="events")
    assert worth_of(number, None, 20, events=events) == 18
    assert number.kinds() == ("accident",)


def test_impossible_parameters_are_problems() -> None:
    assert codes(ControlQuota()) == []
    assert codes(ControlQuota(D(-1), cap=D(0), loss_per_death=D(0))) == [
        ("quota", "rule.negative"),
        ("cap", "rule.not_positive"),
        ("loss_per_death", "rule.not_positive"),
    ]
    assert codes(ControlQuota(over="per_unit")) == [("each", "rule.not_positive")]
    assert codes(ControlQuota(each=D(1), inside=D(1))) == [
        ("each", "rule.not_used"),
        ("inside", "rule.not_used"),
    ]
    assert codes(ControlQuota(over="per_unit", each=D(1), inside=D(2))) == [
        ("inside", "rule.inside_above_beyond")
    ]
    assert codes(ControlQuota(counted="events", loss_per_death=MILLION)) == [
        ("loss_per_death", "rule.not_used")
    ]


@given(figures, figures, figures)
def test_more_is_never_better(one: D, other: D, quota: D) -> None:
    low, high = sorted((one, other))
    for rule in (
        ControlQuota(quota),
        ControlQuota(quota, "per_unit", D(1), D("0.5")),
        ControlQuota(quota, "all"),
        ControlQuota(quota, cap=D(3)),
    ):
        fewer, more = worth_of(rule, entry(low), 10), worth_of(rule, entry(high), 10)
        assert more <= fewer <= 10


def test_a_share_of_no_points_is_always_nothing() -> None:
    assert codes(ControlQuota(), 0) == [("", "rule.no_points")]
    assert codes(ControlQuota(over="per_unit", each=D(1)), 0) == []
