"""Every leaf has a method and somebody who scores it; nothing is set that does nothing."""

from __future__ import annotations

from decimal import Decimal as D

from assessments.rules.all_or_nothing import AllOrNothing
from assessments.rules.linear import Linear
from assessments.scheme import Limits, Override, UnitClass
from tests.assessments.checks.schemes import leaf, parent, said, scheme


def test_leaves_have_methods_and_parents_none() -> None:
    assert said(scheme(leaf("a", 100, rule=None))) == [("no_rule", "indicators/a/rule")]
    shown = leaf("b", 10, kind="information", rule=None, scorers=())
    assert said(scheme(leaf("a", 100), shown)) == []
    both = scheme(parent("p", 100, rule=AllOrNothing()), leaf("a", 100, "p"))
    assert said(both) == [("parent_with_rule", "indicators/p/rule")]


def test_somebody_else_scores_every_leaf() -> None:
    assert said(scheme(leaf("a", 100, scorers=()))) == [("no_scorer", "indicators/a/scorers")]
    own = scheme(leaf("a", 100, scorers=("清溪1镇",)))
    assert said(own) == [("scores_itself", "indicators/a/scorers")]
    beside = leaf("a", 100, scorers=("清溪1镇", "县应急局"))
    assert said(scheme(beside)) == []


def test_an_item_concerns_somebody() -> None:
    spoiled = scheme(leaf("a", 100), parent("p", 5, applies=("zzz",)), leaf("b", 5, "p"))
    assert said(spoiled) == [
        ("unknown_member", "indicators/p/applies"),
        ("concerns_nobody", "indicators/p/applies"),
    ]
    classes = (UnitClass("town", "乡镇"), UnitClass("firm", "企业"))
    empty = scheme(leaf("a", 100), leaf("b", 5, applies=("firm",)), classes=classes)
    assert said(empty) == [("class_without_units", "classes/firm")]


def test_limits_and_mandatory_extras() -> None:
    crossed = leaf("a", 100, limits=Limits(floor=D(5), cap=D(3)))
    assert ("floor_above_cap", "indicators/a/floor") in said(scheme(crossed))
    extra = scheme(leaf("a", 100), leaf("b", 3, kind="bonus", mandatory="fail"))
    assert said(extra) == [("mandatory_extra", "indicators/b/mandatory")]


def test_treatments_of_what_does_not_apply() -> None:
    bonus = scheme(leaf("a", 100), leaf("b", 3, kind="bonus", not_applicable="full"))
    assert said(bonus) == [("treatment_of_extra", "indicators/b/not_applicable")]
    alone = scheme(leaf("a", 100, not_applicable="class_mean"), units=1)
    assert said(alone) == [("mean_of_one", "indicators/a/not_applicable")]
    assert said(scheme(leaf("a", 100, not_applicable="class_mean"))) == []
    above = scheme(parent("p", 100, not_applicable="class_mean"), leaf("a", 100, "p"))
    assert said(above) == [("mean_of_parent", "indicators/p/not_applicable")]


def test_overrides_change_something_that_is_there() -> None:
    items = (leaf("a", 100), leaf("b", 3, kind="bonus", applies=("t1",)))
    elsewhere = scheme(*items, overrides=(Override("t2", "b", D(1)),))
    assert said(elsewhere) == [("override_elsewhere", "overrides/t2/b")]
    assert said(scheme(*items, overrides=(Override("t1", "b"),))) == [
        ("override_of_nothing", "overrides/t1/b")
    ]
    higher = (parent("p", 100), leaf("a", 100, "p"))
    spoiled = scheme(*higher, overrides=(Override("t1", "p", rule=Linear()),))
    assert said(spoiled) == [("parent_with_rule", "overrides/t1/p/rule")]
