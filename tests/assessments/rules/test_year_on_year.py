"""Against last year: worse costs, better may bring, unchanged has its own mark."""

from decimal import Decimal as D

import pytest
from hypothesis import given

from assessments.rules.year_on_year import YearOnYear
from tests.assessments.rules.cases import codes, entry, figures, scored, worth_of

POSTS = YearOnYear(
    better="more",
    unchanged=D("1.5"),
    per_better=D("0.05"),
    better_cap=D("0.5"),
    per_worse=D("0.1"),
    worse_cap=D(2),
)


def test_t19_more_fine_dust_than_last_year_gives_nothing() -> None:
    assert worth_of(YearOnYear(), entry(36, last_year=35), 20) == 0
    assert worth_of(YearOnYear(), entry(35, last_year=35), 20) == 20
    assert worth_of(YearOnYear(), entry(34, last_year=35), 20) == 20


def test_each_accident_and_each_death_more_than_in_the_same_quarter() -> None:
    accidents = YearOnYear(unchanged=D(0), per_worse=D("0.2"))
    deaths = YearOnYear(unchanged=D(0), per_worse=D(1))
    assert worth_of(accidents, entry(8, last_year=5)) == D("-0.6")
    assert worth_of(deaths, entry(2, last_year=1)) == -1
    assert worth_of(deaths, entry(0, last_year=1)) == 0


@pytest.mark.parametrize(
    ("posts", "expected"),
    [(100, "1.5"), (104, "1.7"), (130, "2"), (97, "1.2"), (60, "-0.5")],
)
def test_posts_won_and_lost(posts: int, expected: str) -> None:
    assert worth_of(POSTS, entry(posts, last_year=100), 2) == D(expected)


@pytest.mark.parametrize(("index", "expected"), [(90, 10), (88, 6), (85, 0)])
def test_better_the_same_or_worse(index: int, expected: int) -> None:
    rule = YearOnYear(better="more", unchanged=D(6), when_better=D(10))
    assert worth_of(rule, entry(index, last_year=88), 10) == expected


def test_three_years_of_fewer_deaths() -> None:
    rule = YearOnYear(unchanged=D(0), when_better=D(3), running=3)
    falling = entry(4, last_year=5, two_years_ago=7, three_years_ago=9)
    assert worth_of(rule, falling) == 3
    assert worth_of(rule, entry(4, last_year=5, two_years_ago=5, three_years_ago=9)) == 0
    assert scored(rule, entry(4, last_year=5)).missing == ("two_years_ago", "three_years_ago")


def test_a_change_in_percent_of_last_year() -> None:
    rule = YearOnYear(per_worse=D("0.5"), measured="percent", unit=D(10), parts="started")
    assert worth_of(rule, entry(231, last_year=200), 5) == 4
    assert worth_of(rule, entry(0, last_year=0), 5) == 5
    assert scored(rule, entry(3, last_year=0)).missing == ("last_year",)


def test_impossible_parameters_are_problems() -> None:
    assert codes(POSTS) == []
    assert codes(YearOnYear(per_worse=D(-1), worse_cap=D(0))) == [
        ("per_worse", "rule.negative"),
        ("worse_cap", "rule.not_positive"),
    ]
    assert codes(YearOnYear(when_better=D(3), per_better=D(1)), 5) == [
        ("when_better", "rule.better_gives_less"),
        ("per_better", "rule.not_used"),
    ]
    assert codes(YearOnYear(when_worse=D(9)), 5) == [("when_worse", "rule.worse_gives_more")]
    assert codes(YearOnYear(when_worse=D(1), per_worse=D(1)), 5) == [("when_worse", "rule.not_used")]
    assert codes(YearOnYear(running=9)) == [("running", "rule.running_years")]


@given(figures, figures, figures)
def test_more_posts_are_never_worse_and_stay_within_the_caps(one: D, other: D, last_year: D) -> None:
    low, high = sorted((one, other))
    fewer, more = (worth_of(POSTS, entry(each, last_year=last_year), 2) for each in (low, high))
    assert D("-0.5") <= fewer <= more <= 2
