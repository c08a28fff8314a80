"""The same matter counted twice is told before anyone scores."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal as D

from assessments.rules.deduct import Deduct
from assessments.rules.faults import Fault
from assessments.scheme import EventTrigger, Indicator, Settings, Veto
from tests.assessments.checks.schemes import leaf, said, scheme, told


def late(id: str, applies: tuple[str, ...] = ()) -> Indicator:
    return leaf(id, 5, kind="penalty", rule=Deduct((Fault("迟报", each=D(1)),)), applies=applies)


def test_a_kind_in_two_items_of_one_unit() -> None:
    both = scheme(leaf("a", 100), late("b"), late("c"))
    found = told(both, "kind_twice")
    assert found.where.path == ("indicators", "c", "rule")
    assert found.arguments == {"kind": "迟报", "first": "指标b", "second": "指标c", "who": "乡镇"}
    apart = scheme(leaf("a", 100), late("b", applies=("t1",)), late("c", applies=("t2",)))
    assert said(apart) == []
    one = scheme(leaf("a", 100), late("b"), late("c", applies=("t2",)))
    assert told(one, "kind_twice").arguments["who"] == "清溪2镇"
    every = scheme(leaf("a", 100), late("b"), late("c"), settings=Settings(same_matter="every_time"))
    assert said(every) == [("kind_every_time", "indicators/c/rule")]


def test_a_kind_in_an_item_and_in_a_veto_that_takes_points() -> None:
    trigger = EventTrigger(("迟报",))
    minus = Veto("v", "减分", "minus", points=D(3), event=trigger)
    assert said(scheme(leaf("a", 100), late("b"), vetoes=(minus,))) == [
        ("kind_and_veto", "vetoes/v/event/kinds")
    ]
    talk = Veto("v", "约谈", "talk", event=trigger)
    assert said(scheme(leaf("a", 100), late("b"), vetoes=(talk,))) == []
    elsewhere = Veto("v", "减分", "minus", points=D(3), event=trigger, applies=("t1",))
    own = scheme(leaf("a", 100), late("b", applies=("t2",)), vetoes=(elsewhere,))
    assert said(own) == []


def test_the_same_title_side_by_side() -> None:
    double = scheme(leaf("a", 40), leaf("b", 60))
    same = double.with_indicator(replace(double.indicator("b"), title="指标a"))
    assert said(same) == [("title_twice", "indicators/b/title")]
