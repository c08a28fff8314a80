"""Every name a scheme uses is one it has; nothing stands above itself."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal as D

import pytest

from assessments.rules.deduct import Deduct
from assessments.rules.faults import Fault
from assessments.rules.panel import Panel
from assessments.scheme import (
    Assessor,
    EventTrigger,
    GradeCorrection,
    Minimum,
    Override,
    Period,
    Scheme,
    ScoreTrigger,
    Unit,
    UnitClass,
    Veto,
)
from tests.assessments.checks.schemes import grade, leaf, parent, said, scheme, told


def of_class(**more: object) -> Scheme:
    return scheme(classes=(UnitClass("town", "乡镇", **more),))  # type: ignore[arg-type]


def with_veto(**more: object) -> Scheme:
    return scheme(vetoes=(Veto("v", "一票否决", "zero", **more),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("spoiled", "code", "place"),
    [
        (scheme(units=0), "no_units", "units"),
        (scheme(leaf("a", 100, parent="nowhere")), "unknown_parent", "indicators/a/parent"),
        (scheme(leaf("a", 100, applies=("villages",))), "unknown_member", "indicators/a/applies"),
        (scheme(leaf("a", 100, periods=("q1",))), "unknown_period", "indicators/a/periods"),
        (scheme(periods=(Period("p", "季度", parent="x"),)), "unknown_period", "periods/p/parent"),
        (of_class(tie_keys=("raw", "-bonus", "zzz")), "unknown_tie_key", "classes/town/tie_keys"),
        (of_class(grade_by="zzz"), "unknown_indicator", "classes/town/grade_by"),
        (of_class(grades=(grade("g", 0, base="zzz"),)), "unknown_grade", "classes/town/grades/g/base"),
        (
            of_class(grades=(grade("g", 0, minimums=(Minimum("zzz", D(60)),)),)),
            "unknown_indicator",
            "classes/town/grades/g/minimums/0/indicator",
        ),
        (
            of_class(corrections=(GradeCorrection("zzz", D(60), 1),)),
            "unknown_indicator",
            "classes/town/corrections/0/indicator",
        ),
        (with_veto(applies=("zzz",), event=EventTrigger(("x",))), "unknown_member", "vetoes/v/applies"),
        (with_veto(grade="zzz", event=EventTrigger(("x",))), "unknown_grade", "vetoes/v/grade"),
        (with_veto(score=ScoreTrigger("zzz", D(60))), "unknown_indicator", "vetoes/v/score/indicator"),
        (with_veto(score=ScoreTrigger(grade="zzz")), "unknown_grade", "vetoes/v/score/grade"),
        (
            with_veto(event=EventTrigger(("x",), over_quota="zzz")),
            "unknown_indicator",
            "vetoes/v/event/over_quota",
        ),
        (with_veto(event=EventTrigger(("x",), level="zzz")), "unknown_level", "vetoes/v/event/level"),
        (scheme(overrides=(Override("zzz", "a", D(1)),)), "unknown_unit", "overrides/zzz/a"),
        (scheme(overrides=(Override("t1", "zzz", D(1)),)), "unknown_indicator", "overrides/t1/zzz"),
    ],
)
def test_unknown_names(spoiled: Scheme, code: str, place: str) -> None:
    assert (code, place) in said(spoiled)


def test_the_nearest_name_is_offered() -> None:
    spoiled = scheme(leaf("safety", 60), leaf("fire", 40), units=0)
    near = replace(spoiled, units=(Unit("t1", "清溪镇", "twon"),))
    assert told(near, "unknown_class_near").arguments == {"name": "twon", "near": "town"}


def test_levels_and_bodies_in_rules() -> None:
    levels = Deduct((Fault("批评", levels={"city": D(1), "provinces": D(2)}),))
    spoiled = scheme(leaf("a", 100, rule=levels))
    assert said(spoiled) == [("unknown_level_near", "indicators/a/rule/faults/0/levels/provinces")]
    panel = leaf("a", 100, rule=Panel(bodies={"群众": D(1), "上级": D(1)}))
    rated = scheme(panel, assessors=(Assessor("x", "甲", "群众"),))
    assert said(rated) == [("unknown_body", "indicators/a/rule/bodies/上级")]


def test_rings() -> None:
    ring = scheme(leaf("a", 100), parent("b", 1, "c"), parent("c", 1, "b"), parent("d", 1, "c"))
    assert told(ring, "ring").arguments == {"names": "b → c → b"}
    rounds = scheme(periods=(Period("p", "甲", parent="q"), Period("q", "乙", parent="p")))
    assert ("ring", "periods/p/parent") in said(rounds)
    bases = of_class(grades=(grade("g", 90, base="h"), grade("h", 0, base="g")))
    assert ("ring", "classes/town/grades/g/base") in said(bases)


def test_ids_given_twice() -> None:
    assert ("id_twice", "indicators/a") in said(scheme(leaf("a", 50), leaf("a", 50)))
    twice = of_class(grades=(grade("g", 90), grade("g", 0, passing=False)))
    assert ("id_twice", "classes/town/grades/g") in said(twice)
    both = scheme(units=0)
    named = replace(both, units=(Unit("town", "清溪镇", "town"),))
    assert ("id_of_class_and_unit", "units/town") in said(named)
