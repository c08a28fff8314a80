"""Every grade and award can be reached, and every score has one grade."""

from __future__ import annotations

from decimal import Decimal as D

import pytest

from assessments.rules.given import Given
from assessments.scheme import (
    Award,
    Grade,
    GradeCorrection,
    Indicator,
    Limits,
    Minimum,
    Quota,
    Scheme,
    UnitClass,
)
from planner.findings import Severity
from tests.assessments.checks.schemes import GRADES, grade, leaf, parent, said, scheme, told


def graded(*grades: Grade, indicators: tuple[Indicator, ...] = (), units: int = 4, **more: object) -> Scheme:
    held = UnitClass("town", "乡镇", grades=grades, **more)  # type: ignore[arg-type]
    return scheme(*indicators, units=units, classes=(held,))


FAIL = grade("fail", 0, order=9, passing=False)


def test_t17_a_gap_between_printed_whole_numbers() -> None:
    bands = (grade("a", 95, order=1), grade("b", 90, order=2, upper=D(94)), FAIL)
    found = told(graded(*bands), "bands_gap")
    assert found.severity is Severity.WARNING
    assert found.where.path == ("classes", "town", "grades", "b", "upper")
    assert found.arguments["example"] == "94.5"
    assert said(graded(*bands, rounding=0)) == []
    assert said(graded(*bands, rounding=0, grade_from="raw")) == [
        ("bands_gap", "classes/town/grades/b/upper")
    ]


def test_bands_that_overlap_or_share_a_bound() -> None:
    overlap = (grade("a", 90, order=1), grade("b", 60, order=2, upper=D(92)), FAIL)
    assert said(graded(*overlap)) == [("bands_overlap", "classes/town/grades/b/upper")]
    shared = (grade("a", 90, order=1), grade("b", 60, order=2, upper=D(90)), FAIL)
    assert told(graded(*shared), "bound_in_both").severity is Severity.NOTE
    turned = (grade("a", 90, order=1, upper=D(80)), FAIL)
    assert said(graded(*turned)) == [("band_turned", "classes/town/grades/a/upper")]


def test_a_bound_above_what_anybody_can_get() -> None:
    high = (grade("a", 101, order=1), grade("b", 60, order=2), FAIL)
    assert told(graded(*high), "grade_unreachable").arguments["most"] == "100"
    bonus = (leaf("x", 100), leaf("y", 5, kind="bonus"))
    assert said(graded(*high, indicators=bonus)) == []
    capped = graded(*high, indicators=bonus, limits=Limits(cap=D(100)))
    assert ("grade_unreachable", "classes/town/grades/a/lower") in said(capped)
    factor = (leaf("x", 100), leaf("y", None, kind="multiplier", rule=Given()))
    assert said(graded(*high, indicators=factor)) == []
    folded = (parent("x", 30, scale=D(100)), leaf("x1", 100, "x"), leaf("z", 70))
    assert told(graded(*high, indicators=folded), "grade_unreachable").arguments["most"] == "100"


def test_a_grade_read_from_one_item() -> None:
    by_item = graded(grade("a", 90, order=1), FAIL, grade_by="a")
    assert told(by_item, "grade_unreachable").arguments["most"] == "40"


def test_equal_bounds_and_a_turned_order() -> None:
    never = graded(grade("a", 60, order=1), grade("b", 60, order=2), FAIL)
    assert said(never) == [("grade_never", "classes/town/grades/b/lower")]
    only_some = grade("a", 60, order=1, minimums=(Minimum("a", D(70)),))
    assert said(graded(only_some, grade("b", 60, order=2), FAIL)) == []
    turned = graded(grade("a", 60, order=1), grade("b", 90, order=2), FAIL)
    assert said(turned) == [("grades_order", "classes/town/grades/a/lower")]
    passing = graded(grade("a", 90, order=1, passing=False), grade("b", 60, order=2), FAIL)
    assert said(passing) == [("passing_order", "classes/town/grades/b/passing")]


def test_who_is_below_every_grade() -> None:
    assert said(graded(grade("a", 90, order=1), grade("b", 60, order=2))) == [
        ("no_grade_below", "classes/town/grades/b/lower")
    ]


@pytest.mark.parametrize(
    ("quota", "code", "place"),
    [
        (Quota(percent=D(20)), "quota_nothing", "quota"),
        (Quota(count=0), "quota_nothing", "quota"),
        (Quota(percent=D(120)), "quota_percent", "quota/percent"),
        (Quota(), "quota_empty", "quota"),
    ],
)
def test_quotas(quota: Quota, code: str, place: str) -> None:
    spoiled = graded(grade("a", 90, order=1, quota=quota), FAIL)
    assert said(spoiled) == [(code, f"classes/town/grades/a/{place}")]
    assert said(graded(grade("a", 90, order=1, quota=Quota(percent=D(20), rounding="up")), FAIL)) == []


def test_a_quota_goes_by_rank() -> None:
    spoiled = graded(grade("a", 90, order=1, quota=Quota(count=1)), FAIL, ranked=False)
    assert said(spoiled) == [("quota_unranked", "classes/town/grades/a/quota")]


def test_minimums() -> None:
    def least(percent: int, indicator: str = "a") -> Scheme:
        return graded(grade("g", 90, order=1, minimums=(Minimum(indicator, D(percent)),)), FAIL)

    assert said(least(70)) == []
    assert said(least(101)) == [("minimum_unreachable", "classes/town/grades/g/minimums/0/percent")]
    assert said(least(0)) == [("minimum_of_nothing", "classes/town/grades/g/minimums/0/percent")]
    assert ("minimum_nowhere", "classes/town/grades/g/minimums/0/indicator") in said(least(70, "zzz"))


def test_corrections_and_awards() -> None:
    boundless = graded(*GRADES, corrections=(GradeCorrection("a", steps=1),))
    assert said(boundless) == [("correction_without_bound", "classes/town/corrections/0")]
    odd = graded(*GRADES, corrections=(GradeCorrection("a", D(0)),))
    assert said(odd) == [
        ("correction_of_nothing", "classes/town/corrections/0"),
        ("correction_never", "classes/town/corrections/0/below"),
    ]
    awards = (
        Award("a", "甲", first=3, last=1),
        Award("b", "乙", 2, lower=D(200)),
        Award("c", "丙", 3, first=1, last=2),
        Award("d", "丁", 4, first=2, last=3),
        Award("e", "戊", 5, places=0),
        Award("f", "己", 6),
    )
    assert said(graded(*GRADES, awards=awards)) == [
        ("award_unreachable", "classes/town/awards/b/lower"),
        ("awards_overlap", "classes/town/awards/d"),
        ("award_for_nobody", "classes/town/awards/e/places"),
        ("award_for_all", "classes/town/awards/f"),
        ("award_turned", "classes/town/awards/a/last"),
    ]
