"""The rules' own problems stand at their place in the scheme."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D

from assessments.checks import check
from assessments.rules.bands import Band, Bands
from assessments.rules.baseline import Baseline
from assessments.rules.delay import Delay
from assessments.rules.linear import Linear
from assessments.rules.threshold import Threshold
from assessments.scheme import Override
from planner.findings import Severity
from tests.assessments.checks.schemes import leaf, said, scheme

BANDS = Bands((Band(at_least=D(60), gives=D(101)), Band(at_least=D(90), gives=D(1)), Band(gives=D(0))))


def test_a_parameter_is_named_by_its_place() -> None:
    assert said(scheme(leaf("a", 100, rule=BANDS))) == [
        ("rule.above_points", "indicators/a/rule/bands/0"),
        ("rule.not_descending", "indicators/a/rule/bands/1"),
    ]


def test_an_override_s_rule_has_its_own_place() -> None:
    changed = scheme(overrides=(Override("t1", "a", rule=Linear(D(0))),))
    assert said(changed) == [("rule.not_positive", "overrides/t1/a/rule/target")]


def test_points_are_those_of_the_unit_s_tree() -> None:
    fitting = Bands((Band(at_least=D(60), gives=D(40)), Band(gives=D(0))))
    assert said(scheme(leaf("a", 40, rule=fitting), leaf("b", 60))) == []
    smaller = scheme(leaf("a", 40, rule=fitting), leaf("b", 60), overrides=(Override("t1", "a", D(30)),))
    assert ("rule.above_points", "indicators/a/rule/bands/0") in said(smaller)


def test_an_open_reading_is_to_be_settled_and_no_error() -> None:
    two = Threshold(D(1), D(90), second=D(80), second_slope=D(2))
    (found,) = check(scheme(leaf("a", 100, rule=two)))
    assert (found.code, found.severity) == ("rule.reading_open", Severity.WARNING)


def test_a_penalty_without_points_to_lose() -> None:
    share = leaf("b", 5, kind="penalty", rule=Linear(D(10)))
    assert said(scheme(leaf("a", 100), share)) == [("rule.no_points", "indicators/b/rule")]


def test_days_and_years_left_from_another_year() -> None:
    late = leaf("a", 100, rule=Delay(date(2025, 6, 30), D(1)))
    assert said(scheme(late)) == [("rule_day_outside", "indicators/a/rule/due")]
    assert said(scheme(leaf("a", 100, rule=Delay(date(2026, 6, 30), D(1))))) == []
    ahead = leaf("a", 100, rule=Baseline((D(10), D(35)), 2027, D(20)))
    assert said(scheme(ahead)) == [("rule_year_ahead", "indicators/a/rule/first_year")]
