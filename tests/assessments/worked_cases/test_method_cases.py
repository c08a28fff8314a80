"""Worked cases of scoring methods, from a scheme and its sheets to the score."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal as D
from typing import Literal

import pytest

from assessments.checks import check
from assessments.rules import Rule
from assessments.rules.all_or_nothing import AllOrNothing
from assessments.rules.bands import Band, Bands, Condition, Deduction
from assessments.rules.delay import Delay
from assessments.rules.linear import Linear
from assessments.rules.proportion_of_first import ProportionOfFirst
from assessments.rules.third_party import ThirdParty
from assessments.rules.threshold import Threshold
from assessments.rules.votes import Votes
from assessments.scheme import Grade, Indicator, Limits, UnitClass
from assessments.sheet import Entry, Sheet
from planner.findings import Severity
from tests.assessments.short import found, item, result, scheme, scored, sheet, units


def figure(value: str, **figures: str) -> Entry:
    """An entry with a figure, and others by name."""
    return Entry(value=D(value), figures={name: D(each) for name, each in figures.items()})


def worth(rule: Rule, points: str, observed: Entry, **more: object) -> D:
    """What one item with this rule comes to."""
    return found(result(scheme(item("x", points, rule=rule, **more)), sheet(x=observed)), "x").value


ELEMENTS = ("30", "50", "50", "70", "70", "120", "280", "80", "80", "60", "50", "30", "30")


def test_t4_thirteen_elements_come_to_a_thousand() -> None:
    unit_class = UnitClass("c", "水管单位", scale=D(1000))
    heads = tuple(item(f"e{place:02}", each, rule=AllOrNothing()) for place, each in enumerate(ELEMENTS))
    held = scheme(*heads, unit_class=unit_class)
    assert [each.code for each in check(held) if each.severity is Severity.ERROR] == []
    done = {head.id: Entry(done=True) for head in heads}
    assert result(held, sheet(**done)).total == 1000
    short = check(scheme(*heads[:-1], unit_class=unit_class))
    assert "scheme.class_sum_less" in [each.code for each in short]


AGE = Threshold(D("0.1"), D("42.95"), better="less")
NEW_STAFF = AllOrNothing("at_least", D(80))
POSTGRADUATES = AllOrNothing("at_least", D(50))
UNDER_HALF = AllOrNothing("at_most", D(0))
CADRES = Threshold(D("0.05"), D("89.95"))


@pytest.mark.parametrize(
    ("rule", "points", "value", "expected"),
    [
        (AGE, "2", "34.6", "2"),
        (NEW_STAFF, "1", "100", "1"),
        (POSTGRADUATES, "1", "50", "1"),
        (UNDER_HALF, "1.5", "0", "1.5"),
        (CADRES, "2", "86.95", "1.85"),
    ],
)
def test_t5_thresholds_of_an_evaluation(rule: Rule, points: str, value: str, expected: str) -> None:
    assert worth(rule, points, figure(value)) == D(expected)


def test_t7_both_errors_of_a_published_table_are_found_before_anyone_scores() -> None:
    mines = (item(f"m{points}{place}", points, "own") for place, points in enumerate(("20", "10", "20")))
    township = (item("i18", "3", "rest"), item("x1", "1", "i18"), item("x2", "1", "i18"))
    held = scheme(item("own", "60"), *mines, item("rest", "40"), item("other", "37", "rest"), *township)
    wrong = [
        (each.arguments["declared"], each.arguments["sum"], each.where.path)
        for each in check(held)
        if each.code == "scheme.sum_less"
    ]
    assert wrong == [
        ("60", "50", ("indicators", "own", "points")),
        ("3", "2", ("indicators", "i18", "points")),
    ]


@pytest.mark.parametrize(("total", "told"), [("94", False), ("94.5", True), ("95", False)])
def test_t17_between_two_printed_bands_the_lower_bound_decides_and_the_gap_is_told(
    total: str, told: bool
) -> None:
    bands = (
        Grade("excellent", "优秀", D(95)),
        Grade("good", "良好", D(90), upper=D(94)),
        Grade("ordinary", "一般", D(0), upper=D(89), passing=False),
    )
    held = scheme(item("main", "100"), unit_class=UnitClass("c", "县", grades=bands))
    done = result(held, sheet(main=total))
    assert done.grade == ("excellent" if total == "95" else "good")
    assert ("why.grade_in_gap" in [step.code for step in done.grade_steps]) is told
    assert "scheme.bands_gap" in [each.code for each in check(held)]


def test_t17_rounded_to_whole_numbers_first_there_is_no_gap() -> None:
    bands = (Grade("excellent", "优秀", D(95)), Grade("good", "良好", D(90), upper=D(94)))
    held = scheme(item("main", "100"), unit_class=UnitClass("c", "县", grades=bands, rounding=0))
    assert result(held, sheet(main="94.5")).grade == "excellent"
    assert "scheme.bands_gap" not in [each.code for each in check(held)]


def test_t20_investment_by_bands_no_plan_and_three_months_without_reports() -> None:
    rule = Bands(
        (
            Band(D(100), gives=D(100), conditions=(Condition("money", D(20)),)),
            Band(D(80), gives=D(75)),
            Band(D(50), gives=D(50)),
            Band(gives=D(0)),
        ),
        measure="percent",
        deductions=(Deduction("no_plan", D(5)), Deduction("late_months", D(1))),
    )
    observed = figure("82", target="100", money="25", no_plan="1", late_months="3")
    assert worth(rule, "100", observed) == 67


@pytest.mark.parametrize(
    ("day", "expected"), [(date(2026, 5, 31), "50"), (date(2026, 6, 1), "40"), (date(2026, 7, 20), "30")]
)
def test_t21_a_work_station_due_by_may(day: date, expected: str) -> None:
    rule = Delay(due=date(2026, 5, 31), each=D(10), per="month")
    assert worth(rule, "50", Entry(day=day)) == D(expected)


def test_t22_votes() -> None:
    answers = {"非常满意": D(100), "满意": D(80), "一般": D(60), "不满意": D(40)}
    cast = Entry(figures=dict(zip(answers, (D(12), D(6), D(2), D(0)), strict=True)))
    assert worth(Votes(answers), "100", cast) == 90


@pytest.mark.parametrize(
    ("shares", "points", "marks", "expected"),
    [
        ({"first": "15", "second": "25"}, "40", {"first": "82", "second": "88"}, "34.30"),
        (
            {"offices": "6", "townships": "3", "departments": "1"},
            "100",
            {"offices": "90", "townships": "80", "departments": "70"},
            "85.0",
        ),
    ],
)
def test_t24_a_third_party_in_two_rounds_and_three_voices(
    shares: Mapping[str, str], points: str, marks: Mapping[str, str], expected: str
) -> None:
    rule = ThirdParty({name: D(share) for name, share in shares.items()})
    observed = Entry(figures={name: D(mark) for name, mark in marks.items()})
    assert worth(rule, points, observed) == D(expected)


@pytest.mark.parametrize(
    ("reading", "value", "expected", "doubted"),
    [
        ("own_stretch", "94.4", "-0.4", False),
        ("all", "94.4", "-0.4", False),
        ("own_stretch", "88", "-2.5", False),
        ("all", "88", "-4", False),
        (None, "88", "-2.5", True),
        ("all", "60", "-5", False),
    ],
)
def test_t25_safety_feeling_in_both_readings(
    reading: Literal["own_stretch", "all"] | None, value: str, expected: str, doubted: bool
) -> None:
    rule = Threshold(D("0.25"), D(96), from_zero=True, second=D(90), second_slope=D("0.5"), reading=reading)
    held = scheme(item("main", "100"), item("felt", "5", kind="penalty", rule=rule))
    done = result(held, sheet(main="90", felt=figure(value)))
    assert (found(done, "felt").value, done.total) == (D(expected), 90 + D(expected))
    assert [each.code for each in found(done, "felt").doubts] == ["doubt.two_slopes"] * doubted
    assert ("rule.reading_open" in [each.code for each in check(held)]) is (reading is None)


def test_t30_the_others_in_proportion_to_the_first() -> None:
    held = scheme(item("x", "6", rule=ProportionOfFirst()), units=units("u", "v", "w"))
    marks = zip("uvw", ("1.2", "0.9", "0.6"), strict=True)
    results = scored(held, *(sheet(unit, x=figure(value)) for unit, value in marks))
    assert [found(results.of(unit), "x").value for unit in "uvw"] == [6, D("4.5"), 3]


@pytest.mark.parametrize(("excess", "expected"), [("steps", "1.5"), ("linear", "1.75")])
def test_a_hundred_and_thirty_five_percent_by_steps_or_in_proportion(
    excess: Literal["steps", "linear"], expected: str
) -> None:
    """Each further 10% +0.5, at most 10: the paper leaves open whether a part of ten counts."""
    rule = Linear(
        target=D(100), excess=excess, extra=D("0.5"), extra_step=D(10), extra_cap=D(10), only_excess=True
    )
    bonus = item("more", "10", kind="bonus", rule=rule)
    done = result(scheme(item("main", "100"), bonus), sheet(main="90", more=figure("135")))
    assert (found(done, "more").value, done.total) == (D(expected), 90 + D(expected))
    within = Linear(target=D(100), excess=excess, extra=D("0.5"), extra_step=D(10))
    above: Indicator = item("x", "20", rule=within, limits=Limits(no_cap=True))
    assert found(result(scheme(above), sheet(x=figure("135"))), "x").value == 20 + D(expected)


def test_a_bonus_nobody_exceeded_brings_nothing() -> None:
    rule = Linear(target=D(100), excess="steps", extra=D("0.5"), extra_step=D(10), only_excess=True)
    held = scheme(item("main", "100"), item("more", kind="bonus", rule=rule))
    assert result(held, sheet(main="90", more=figure("100"))).total == 90
    assert result(held, Sheet("s", "s", "verified", "安委办")).total == 0
