"""The units are those the paper speaks of, each once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal as D

from assessments.rules.panel import Panel
from assessments.scheme import Assessor, Settings, Unit, UnitClass
from tests.assessments.checks.schemes import leaf, said, scheme, told


def test_declared_counts_against_the_list() -> None:
    spoiled = scheme(classes=(UnitClass("town", "乡镇", declared=15),))
    assert told(spoiled, "roster_differs").arguments == {"title": "乡镇", "declared": 15, "listed": 2}
    assert said(scheme(classes=(UnitClass("town", "乡镇", declared=2),))) == []


def test_a_class_without_units_and_a_unit_twice() -> None:
    empty = scheme(classes=(UnitClass("firm", "企业"), UnitClass("town", "乡镇")))
    assert said(empty) == [("class_without_units", "classes/firm")]
    double = scheme(units=0)
    twice = replace(double, units=(Unit("t1", "清溪镇", "town"), Unit("t2", "清溪镇", "town")))
    assert said(twice) == [("unit_twice", "units/t2/name")]


def test_units_that_were_not_there() -> None:
    held = scheme(units=0)
    late = replace(held, units=(Unit("t1", "清溪镇", "town", from_day=date(2027, 1, 1)),))
    assert said(late) == [("unit_outside", "units/t1/from_day")]
    turned = Unit("t1", "清溪镇", "town", from_day=date(2026, 6, 1), to_day=date(2026, 5, 1))
    assert said(replace(held, units=(turned,))) == [("days_turned", "units/t1/to_day")]


def test_a_unit_that_nothing_concerns() -> None:
    spoiled = scheme(leaf("a", 100, applies=("t1",)))
    assert told(spoiled, "unit_without_items").arguments == {"who": "清溪2镇"}
    away = replace(spoiled, units=(spoiled.units[0], replace(spoiled.units[1], hand_over="市局")))
    assert said(away) == []


def test_assessors() -> None:
    rated = leaf("a", 100, rule=Panel(), scorers=())
    assert said(scheme(rated)) == [("no_assessors", "indicators/a/rule")]
    panel = (Assessor("x", "甲"), Assessor("y", "乙"))
    assert said(scheme(rated, assessors=panel)) == []
    few = scheme(rated, assessors=panel, settings=Settings(minimum_raters=3))
    assert told(few, "too_few_assessors").arguments == {"needed": 3, "held": 2}
    none = scheme(rated, assessors=panel, settings=Settings(minimum_raters=0))
    assert said(none) == [("minimum_raters_none", "settings/minimum_raters")]
    odd = (Assessor("x", "甲", weight=D(-1)), Assessor("y", "甲"))
    assert said(scheme(rated, assessors=odd)) == [
        ("assessor_twice", "assessors/y/name"),
        ("assessor_weight", "assessors/x/weight"),
    ]
