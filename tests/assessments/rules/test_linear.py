"""In proportion to what was done; an excess in proportion, by steps, or not at all."""

from decimal import Decimal as D

import pytest
from hypothesis import given

from assessments.rules.linear import Linear
from tests.assessments.rules.cases import codes, entry, figures, marks, scored, worth_of


def test_by_completion() -> None:
    assert worth_of(Linear(), entry(80, target=100), 50) == 40
    assert worth_of(Linear(D(200)), entry(150), 4) == 3
    assert scored(Linear(), entry(80)).missing == ("target",)
    assert scored(Linear(), None).missing == ("value", "target")


def test_a_factor_where_the_target_is_missed() -> None:
    rule = Linear(missed_factor=D("0.8"))
    assert worth_of(rule, entry(100, target=100), 50) == 50
    assert worth_of(rule, entry(90, target=100), 50) == 36
    assert worth_of(rule, entry(120, target=100), 50) == 60


@pytest.mark.parametrize(("excess", "expected"), [("steps", "1.5"), ("linear", "1.75")])
def test_each_further_ten_percent_brings_half_a_point(excess: str, expected: str) -> None:
    rule = Linear(
        excess="steps" if excess == "steps" else "linear",
        extra=D("0.5"),
        extra_step=D(10),
        extra_cap=D(10),
        only_excess=True,
    )
    assert worth_of(rule, entry(135, target=100), 10) == D(expected)
    assert worth_of(rule, entry(100, target=100), 10) == 0
    assert worth_of(rule, entry(70, target=100), 10) == 0
    assert worth_of(rule, entry(900, target=100), 10) == 10


def test_an_excess_on_top_of_full_points() -> None:
    rule = Linear(excess="steps", extra=D("0.5"), extra_step=D(10))
    assert worth_of(rule, entry(135, target=100), 60) == D("61.5")
    assert worth_of(rule, entry(90, target=100), 60) == 54
    assert worth_of(Linear(excess="none"), entry(135, target=100), 60) == 60


def test_a_target_of_nothing_is_doubted() -> None:
    outcome = scored(Linear(), entry(3, target=0))
    assert outcome.missing == ("target",)
    assert outcome.doubts == (("doubt.target_not_positive", {}),)


def test_impossible_parameters_are_problems() -> None:
    assert codes(Linear(D(0))) == [("target", "rule.not_positive")]
    assert codes(Linear(missed_factor=D("1.2"))) == [("missed_factor", "rule.not_a_share")]
    assert codes(Linear(excess="steps")) == [("extra", "rule.not_positive")]
    assert codes(Linear(extra=D(1))) == [("extra", "rule.not_used")]
    assert codes(Linear(only_excess=True)) == [("only_excess", "rule.gives_nothing")]
    assert codes(Linear(excess="linear", extra=D(1), extra_step=D(0), extra_cap=D(0))) == [
        ("extra_step", "rule.not_positive"),
        ("extra_cap", "rule.not_positive"),
    ]


@given(figures, figures, marks)
def test_more_done_is_never_worse(one: D, other: D, target: D) -> None:
    low, high = sorted((one, other))
    for rule in (
        Linear(target),
        Linear(target, missed_factor=D("0.8")),
        Linear(target, excess="none"),
        Linear(target, excess="steps", extra=D("0.5"), extra_step=D(10)),
        Linear(target, excess="linear", extra=D("0.5"), extra_step=D(10)),
    ):
        assert worth_of(rule, entry(low), 50) <= worth_of(rule, entry(high), 50)


@given(figures, marks, marks)
def test_twice_the_points_give_twice_the_score(actual: D, target: D, points: D) -> None:
    rule = Linear(target, missed_factor=D("0.8"))
    assert abs(worth_of(rule, entry(actual), points * 2) - 2 * worth_of(rule, entry(actual), points)) < D(
        "1e-20"
    )


@given(figures, marks)
def test_steps_never_bring_more_than_a_line(actual: D, target: D) -> None:
    steps = Linear(target, excess="steps", extra=D("0.5"), extra_step=D(10))
    line = Linear(target, excess="linear", extra=D("0.5"), extra_step=D(10))
    assert worth_of(steps, entry(actual)) <= worth_of(line, entry(actual))


def test_a_share_of_no_points_is_always_nothing() -> None:
    assert codes(Linear(), 0) == [("", "rule.no_points")]
    assert codes(Linear(excess="linear", extra=D(1), only_excess=True), 0) == []
