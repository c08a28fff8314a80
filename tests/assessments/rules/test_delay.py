"""So many points off for each day, week or month late; a started one counts whole."""

from datetime import date, timedelta
from decimal import Decimal as D
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.rules.delay import Delay
from tests.assessments.rules.cases import codes, entry, scored, worth_of

STATION = Delay(date(2014, 5, 31), D(10))
days = st.dates(date(2014, 1, 1), date(2015, 12, 31))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2014, 5, 31), 50),
        (date(2014, 6, 1), 40),
        (date(2014, 6, 30), 40),
        (date(2014, 7, 1), 30),
        (date(2014, 7, 31), 30),
        (date(2014, 12, 31), -20),
    ],
)
def test_t21_a_station_due_in_may(day: date, expected: int) -> None:
    assert worth_of(STATION, entry(day=day), 50) == expected


@pytest.mark.parametrize(
    ("day", "expected"), [(date(2014, 6, 30), 40), (date(2014, 7, 30), 40), (date(2014, 7, 31), 30)]
)
def test_only_full_months(day: date, expected: int) -> None:
    assert worth_of(Delay(date(2014, 5, 31), D(10), parts="whole"), entry(day=day), 50) == expected


@pytest.mark.parametrize(
    ("per", "every", "parts", "expected"),
    [("day", 1, "started", 5), ("day", 10, "started", 8), ("day", 10, "whole", 9), ("week", 1, "started", 7)],
)
def test_days_and_weeks(
    per: Literal["day", "week"], every: int, parts: Literal["started", "whole"], expected: int
) -> None:
    due = date(2026, 6, 30)
    late = 5 if (per, every) == ("day", 1) else 15
    rule = Delay(due, D(1), per, every, parts)
    assert worth_of(rule, entry(day=due + timedelta(days=late)), 10) == expected


@pytest.mark.parametrize(
    ("further", "late", "expected"),
    [("same", 3, -3), ("double", 3, -5), ("doubling", 3, -7), ("double", 1, -1), ("doubling", 1, -1)],
)
def test_each_further_one_may_cost_double(
    further: Literal["same", "double", "doubling"], late: int, expected: int
) -> None:
    due = date(2026, 6, 30)
    rule = Delay(due, D(1), "day", further=further, from_zero=True)
    assert worth_of(rule, entry(day=due + timedelta(days=late))) == expected


def test_never_done_gives_nothing() -> None:
    assert worth_of(STATION, entry(done=False), 50) == 0
    assert worth_of(Delay(date(2026, 6, 30), D(1), from_zero=True, cap=D(3)), entry(done=False), 5) == -3
    assert worth_of(Delay(date(2026, 6, 30), D(1), from_zero=True), entry(done=False), 5) == -5
    assert scored(STATION, entry(done=True)).missing == ("day",)
    assert scored(STATION, None).missing == ("day",)


def test_at_most_the_cap() -> None:
    assert worth_of(Delay(date(2014, 5, 31), D(10), cap=D(25)), entry(day=date(2015, 5, 31)), 50) == 25


def test_a_doubling_over_years_stays_a_number() -> None:
    rule = Delay(date(2014, 1, 1), D(1), "day", further="doubling")
    assert worth_of(rule, entry(day=date(2015, 1, 1)), 5) == 5 - (2**30 - 1)


def test_impossible_parameters_are_problems() -> None:
    assert codes(STATION) == []
    assert codes(Delay(date(2014, 5, 31), D(0), every=0, cap=D(0))) == [
        ("each", "rule.not_positive"),
        ("every", "rule.not_positive"),
        ("cap", "rule.not_positive"),
    ]


@given(
    days,
    days,
    st.sampled_from(["day", "week", "month"]),
    st.sampled_from(["started", "whole"]),
    st.sampled_from(["same", "double", "doubling"]),
    st.integers(1, 3),
)
def test_earlier_is_never_worse(
    one: date,
    other: date,
    per: Literal["day", "week", "month"],
    parts: Literal["started", "whole"],
    further: Literal["same", "double", "doubling"],
    every: int,
) -> None:
    first, last = sorted((one, other))
    rule = Delay(date(2014, 5, 31), D(1), per, every, parts, further, cap=D(7))
    early, late = worth_of(rule, entry(day=first), 10), worth_of(rule, entry(day=last), 10)
    assert 3 <= late <= early <= 10
