"""A cut against a baseline year reaches its stage or not."""

from decimal import Decimal as D

import pytest
from hypothesis import given

from assessments.rules.baseline import Baseline
from tests.assessments.rules.cases import codes, entry, figures, scored, worth_of

AIR = Baseline((D(10), D(35), D(65)), 2014, D(20))


@pytest.mark.parametrize(
    ("year", "value", "expected"),
    [
        (2014, 98, 100),
        (2014, "98.1", 0),
        (2015, 93, 100),
        (2015, "93.1", 0),
        (2016, 87, 100),
        (2017, 87, 100),
    ],
)
def test_stages_of_ten_thirty_five_and_sixty_five_percent(year: int, value: str | int, expected: int) -> None:
    assert worth_of(AIR, entry(value, baseline=100), year=year) == expected


def test_a_missed_stage_may_give_its_share() -> None:
    rule = Baseline(AIR.stages, 2014, D(20), missed="proportion")
    assert worth_of(rule, entry(99, baseline=100), year=2014) == 50
    assert worth_of(rule, entry(101, baseline=100), year=2014) == 0


def test_growth_and_a_goal_of_each_unit() -> None:
    rule = Baseline((D(50), D(100)), 2026, better="more")
    assert worth_of(rule, entry(110, baseline=100, goal=20)) == 100
    assert worth_of(rule, entry(109, baseline=100, goal=20)) == 0
    assert scored(rule, entry(109)).missing == ("baseline", "goal")
    assert scored(rule, entry(109, baseline=0, goal=20)).missing == ("baseline",)


def test_a_year_before_the_stages_is_doubted() -> None:
    outcome = scored(AIR, entry(90, baseline=100), year=2013)
    assert outcome.value is None
    assert outcome.doubts == (("doubt.no_stage", {"year": 2013}),)


def test_impossible_parameters_are_problems() -> None:
    assert codes(AIR) == []
    assert codes(Baseline((), 2014)) == [("stages", "rule.no_stages")]
    assert codes(Baseline((D(35), D(10)), 2014, D(0))) == [
        ("stages.1", "rule.not_ascending"),
        ("goal", "rule.not_positive"),
    ]
    assert codes(Baseline((D(101),), 2014, D(120))) == [
        ("stages.0", "rule.not_a_percent"),
        ("goal", "rule.not_a_percent"),
    ]


@given(figures, figures)
def test_less_is_never_worse(one: D, other: D) -> None:
    low, high = sorted((one, other))
    rule = Baseline(AIR.stages, 2014, D(20), missed="proportion")
    better, worse = (worth_of(rule, entry(each, baseline=100), 10, year=2015) for each in (low, high))
    assert 0 <= worse <= better <= 10


def test_all_of_no_points_is_nothing() -> None:
    assert codes(AIR, 0) == [("", "rule.no_points")]
