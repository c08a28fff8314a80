"""Vetoes can hold, do something, and do not contradict each other."""

from __future__ import annotations

from decimal import Decimal as D

import pytest

from assessments.rules.deduct import Deduct
from assessments.rules.faults import Fault
from assessments.scheme import Effect, EventTrigger, Limits, Scheme, ScoreTrigger, UnitClass, Veto
from tests.assessments.checks.schemes import GRADES, grade, leaf, said, scheme, told

ACCIDENT = EventTrigger(("accident",))
COUNTED = (leaf("a", 100), leaf("b", 9, kind="penalty", rule=Deduct((Fault("accident", each=D(3)),))))


def vetoed(effect: Effect = "zero", classes: tuple[UnitClass, ...] = (), **more: object) -> Scheme:
    held = classes or (UnitClass("town", "乡镇", grades=GRADES),)
    veto = Veto("v", "一票否决", effect, **more)  # type: ignore[arg-type]
    return scheme(*COUNTED, classes=held, vetoes=(veto,))


def test_a_sound_veto() -> None:
    assert said(vetoed(event=ACCIDENT)) == []
    assert said(vetoed("block", score=ScoreTrigger(last=1))) == []
    assert said(vetoed("talk", score=ScoreTrigger(below=D(60), percent=True))) == []


@pytest.mark.parametrize(
    ("spoiled", "code", "place"),
    [
        (vetoed(), "veto_without_trigger", ""),
        (vetoed(event=EventTrigger(())), "veto_no_kinds", "/event/kinds"),
        (vetoed(event=EventTrigger(("accident",), count=0)), "veto_of_none", "/event/count"),
        (vetoed(event=EventTrigger(("accident",), deaths=0)), "veto_of_none", "/event/deaths"),
        (vetoed(event=EventTrigger(("accident",), years_back=3)), "veto_years_not_used", "/event/years_back"),
        (vetoed(points=D(3), event=ACCIDENT), "veto_points_not_used", "/points"),
        (vetoed("minus", score=ScoreTrigger(last=1)), "veto_minus_nothing", "/points"),
        (vetoed("downgrade", steps=0, event=ACCIDENT), "veto_no_steps", "/steps"),
        (vetoed(score=ScoreTrigger()), "veto_without_bound", "/score"),
        (vetoed(score=ScoreTrigger(last=0)), "veto_never", "/score/last"),
        (vetoed(score=ScoreTrigger(last=2)), "veto_for_all_last", "/score/last"),
        (vetoed(score=ScoreTrigger(grade="fail", years=0)), "veto_years", "/score/years"),
        (vetoed(score=ScoreTrigger(below=D(0))), "veto_below_floor", "/score/below"),
        (vetoed(score=ScoreTrigger(below=D(101))), "veto_always", "/score/below"),
        (vetoed(score=ScoreTrigger("a", D(0))), "veto_rarely", "/score/below"),
    ],
)
def test_vetoes_that_cannot_be_meant(spoiled: Scheme, code: str, place: str) -> None:
    assert said(spoiled) == [(code, f"vetoes/v{place}")]


def test_totals_below_nothing_may_be_asked_for_where_they_can_be() -> None:
    free = UnitClass("town", "乡镇", grades=GRADES, limits=Limits(no_floor=True, no_cap=True))
    assert said(vetoed(classes=(free,), score=ScoreTrigger(below=D(0)))) == []


def test_an_effect_on_grades_needs_grades() -> None:
    none = (UnitClass("town", "乡镇"),)
    assert said(vetoed("block", none, event=ACCIDENT)) == [("veto_without_grades", "vetoes/v/effect")]
    high = (UnitClass("town", "乡镇", grades=(grade("a", 60),)),)
    assert ("veto_no_failing_grade", "vetoes/v/effect") in said(vetoed("fail", high, event=ACCIDENT))


def test_an_item_that_the_class_does_not_have() -> None:
    classes = (UnitClass("town", "乡镇", grades=GRADES), UnitClass("firm", "企业", grades=GRADES))
    items = (leaf("a", 100, applies=("firm", "t1")), leaf("b", 100, applies=("t2",)))
    veto = Veto("v", "一票否决", "zero", score=ScoreTrigger("b", D(60)), applies=("firm",))
    firms = scheme(*items, classes=classes, vetoes=(veto,))
    assert ("veto_item_nowhere", "vetoes/v/score/indicator") not in said(firms)
    held = scheme(leaf("a", 100), vetoes=(Veto("v", "一票否决", "zero", score=ScoreTrigger("b", D(60))),))
    assert ("veto_item_nowhere", "vetoes/v/score/indicator") in said(held)


def test_a_kind_that_only_a_veto_knows() -> None:
    near = vetoed(event=EventTrigger(("acident",)))
    assert told(near, "veto_kind_near").arguments["near"] == "accident"
    alone = vetoed(event=EventTrigger(("弄虚作假",)))
    assert said(alone) == [("veto_kind_alone", "vetoes/v/event/kinds")]


def test_two_vetoes_for_one_reason() -> None:
    def two(first: Veto, second: Veto) -> list[tuple[str, str]]:
        return said(scheme(*COUNTED, vetoes=(first, second)))

    zero = Veto("v", "甲", "zero", event=ACCIDENT)
    assert two(zero, Veto("w", "乙", "zero", event=ACCIDENT)) == [("veto_twice", "vetoes/w")]
    assert ("veto_two_effects", "vetoes/w") in two(
        zero, Veto("w", "乙", "minus", event=ACCIDENT, points=D(3))
    )
    assert two(zero, Veto("w", "乙", "yellow_card", event=ACCIDENT)) == []
    apart = Veto("v", "甲", "zero", event=ACCIDENT, applies=("t1",))
    assert two(apart, Veto("w", "乙", "zero", event=ACCIDENT, applies=("t2",))) == []
