"""A unit's own tree: what concerns it, how weights become points."""

from __future__ import annotations

from decimal import Decimal as D

from assessments.derivation import worth
from assessments.rules.linear import Linear
from assessments.scheme import Override, Period, Settings, UnitClass
from assessments.tree import Node, adopted, tree_of, trees
from tests.assessments.short import item, scheme, scored, sheet, units


def points(node: Node) -> dict[str, D | None]:
    return {each.id: each.points for each in node.all() if each.id}


def test_weights_share_what_points_leave() -> None:
    held = scheme(item("a", "40"), item("b", weight=2), item("c", weight=1))
    tree = tree_of(held, held.units[0])
    assert points(tree) == {"a": 40, "b": 40, "c": 20}
    step = tree.children[1].share
    assert step is not None
    assert worth(step.formula) == 40


def test_weights_below_a_scale_share_the_scale() -> None:
    held = scheme(
        item("a", "30", scale=100), item("b", None, "a", weight="0.6"), item("c", None, "a", weight="0.4")
    )
    assert points(tree_of(held, held.units[0])) == {"a": 30, "b": 60, "c": 40}


def test_a_parent_without_points_has_those_of_its_children() -> None:
    held = scheme(item("a"), item("b", "7", "a"), item("c", "5", "a"))
    assert points(tree_of(held, held.units[0]))["a"] == 12


def test_where_the_lowest_counts_each_child_is_out_of_the_whole() -> None:
    held = scheme(item("a"), item("b"), unit_class=UnitClass("c", "甲类", combine="lowest"))
    assert points(tree_of(held, held.units[0])) == {"a": 100, "b": 100}


def test_what_applies_is_inherited_and_may_name_class_or_unit() -> None:
    held = scheme(
        item("all", "10"),
        item("towns", "20", applies=("town",)),
        item("below", "20", "towns"),
        item("own", "5", "towns", applies=("u",)),
        classes=(UnitClass("c", "部门"), UnitClass("town", "乡镇")),
        units=(*units("u", "v"), *units("t", unit_class="town")),
    )
    trees_ = {unit.id: tree_of(held, unit) for unit in held.units}
    assert [node.id for node in trees_["v"].all()] == ["", "all"]
    assert [node.id for node in trees_["u"].all()] == ["", "all", "towns", "own"]
    assert [node.id for node in trees_["t"].all()] == ["", "all", "towns", "below"]


def test_an_override_changes_points_and_rule_for_one_unit_only() -> None:
    own = Linear(target=D(5))
    held = scheme(
        item("a", "10", rule=Linear(target=D(10))),
        units=units("u", "v"),
        overrides=(Override("u", "a", points=D(12), rule=own),),
    )
    first, second = (tree_of(held, unit).children[0] for unit in held.units)
    assert (first.points, first.indicator.rule) == (12, own)
    assert (second.points, second.indicator.rule) == (10, Linear(target=D(10)))


def test_children_are_of_their_parents_kind_and_treatment() -> None:
    held = scheme(
        item("plus", "5", kind="bonus", not_applicable="zero"),
        item("praise", "3", "plus"),
        item("a", "100"),
        settings=Settings(not_applicable="full"),
    )
    nodes = {node.id: node for node in tree_of(held, held.units[0]).all()}
    assert nodes["praise"].kind == "bonus"
    assert (nodes["praise"].treatment, nodes["a"].treatment) == ("zero", "full")
    assert nodes[""].parts() == (nodes["a"],)


def test_each_round_has_its_own_tree_and_bonus_stands_in_the_year() -> None:
    rounds = (Period("routine", "平时"), Period("q1", "一季度", parent="routine"), Period("end", "年终"))
    held = scheme(
        item("a", weight=1, periods=("routine",)),
        item("b", weight=3),
        item("plus", kind="bonus"),
        item("q1plus", kind="bonus", periods=("q1",)),
        periods=rounds,
    )
    by_period = {period: points(trees(held, period)["u"]) for period in ("", "q1", "end")}
    assert by_period == {"": {"plus": None}, "q1": {"a": 25, "b": 75, "q1plus": None}, "end": {"b": 100}}


def test_units_with_nothing_of_their_own_share_a_tree() -> None:
    held = scheme(item("a", "10"), units=units("u", "v", "w"), overrides=(Override("w", "a", points=D(5)),))
    found = trees(held)
    assert found["u"] is found["v"] is not found["w"]


def test_a_changed_tree_keeps_the_parts_that_are_as_they_were() -> None:
    held = scheme(item("a", "40"), item("a1", "40", "a"), item("b", "60"), item("b1", "60", "b"))
    before = tree_of(held, held.units[0])
    after = adopted(tree_of(held.with_indicator(item("b1", "50", "b")), held.units[0]), before)
    assert after.children[0] is before.children[0]
    assert after.children[1] is not before.children[1]
    assert adopted(tree_of(held, held.units[0]), before) is before


def test_a_head_of_which_only_the_bonus_is_for_a_unit_has_no_points_for_it() -> None:
    held = scheme(
        item("head", "40"),
        item("own", "40", "head", applies=("w",)),
        item("plus", "5", "head", kind="bonus"),
        item("rest", "60"),
        units=units("u", "w"),
        unit_class=UnitClass("c", "甲类", combine="lowest"),
    )
    node = tree_of(held, held.unit("u")).children[0]
    assert (node.id, node.kind, node.points) == ("head", "information", None)
    result = scored(held, sheet(rest="54", plus="3"), sheet("w", rest="54", own="30")).of("u")
    assert (result.total, result.main.find("head").points) == (57, 0)  # type: ignore[union-attr]


def test_weights_for_which_points_leave_nothing_have_none() -> None:
    held = scheme(item("a", "70"), item("b", "50"), item("c", weight="3"))
    assert tree_of(held, held.unit("u")).children[2].points == 0
