"""Whom the names in a plan mean: one unit for one body, the class of townships for all of them."""

from __future__ import annotations

from planner.assessing import Bodies, bodies_of
from planner.departments import Roster
from planner.plan import Duty, Measure, Plan, Task


def plan_with(*names: str, region: str = "") -> Plan:
    measure = Measure("m1", "做好工作。", duty=Duty(responsible=names))
    return Plan(
        "plan01",
        "2026年工作要点",
        2026,
        region=region,
        tasks=(Task("t1", "", "做好工作", measures=(measure,)),),
    )


def ids(bodies: Bodies) -> list[str]:
    return [unit.id for unit in bodies.units]


def test_two_names_of_one_body_are_one_unit_by_the_name_used_first(roster: Roster) -> None:
    bodies = bodies_of(plan_with("县应急局", "县应急管理局"), roster)
    assert ids(bodies) == ["emergency"]
    assert bodies.units[0].name == "县应急局"
    assert bodies.of("县应急管理局") == ("emergency",)


def test_the_body_of_another_level_is_another_unit(roster: Roster) -> None:
    assert ids(bodies_of(plan_with("市应急管理局", "县应急管理局"), roster)) == [
        "emergency",
        "emergency-city",
    ]


def test_a_body_the_roster_does_not_know_has_the_initials_of_its_name(roster: Roster) -> None:
    bodies = bodies_of(plan_with("县蜜蜂养殖场", "县密封研制厂", "☆☆"), roster)
    assert ids(bodies) == ["xmfyzc", "xmfyzc-2", "unit"]


def test_units_stand_in_the_roster_s_order_and_unknown_ones_last(roster: Roster) -> None:
    bodies = bodies_of(plan_with("县蜜蜂养殖场", "县应急管理局", "县公安局"), roster)
    assert ids(bodies) == ["public-security", "emergency", "xmfyzc"]


def test_all_townships_are_their_class_and_its_units_are_those_given(roster: Roster) -> None:
    plan = plan_with("各乡镇人民政府（街道办事处）", "柳河镇人民政府", region="青禾县")
    bodies = bodies_of(plan, roster, ("青禾县柳河镇", "东风街道办事处"))
    assert bodies.of("各乡镇人民政府（街道办事处）") == ("townships",)
    assert [(unit.name, unit.unit_class) for unit in bodies.units] == [
        ("柳河镇人民政府", "townships"),
        ("东风街道办事处", "townships"),
    ]


def test_townships_are_no_units_where_the_plan_asks_nothing_of_all_of_them(roster: Roster) -> None:
    assert ids(bodies_of(plan_with("县公安局"), roster, ("柳河镇",))) == ["public-security"]


def test_a_collective_means_nobody_until_somebody_says_who(roster: Roster) -> None:
    plan = plan_with("各行业主管部门")
    assert bodies_of(plan, roster).of("各行业主管部门") == ()
    told = bodies_of(
        plan, roster, members={"各行业主管部门": ("县教育局", "县商务局"), "别的": ("县公安局",)}
    )
    assert told.of("各行业主管部门") == ("education", "commerce")
    assert ids(told) == ["education", "commerce"]


def test_enterprises_have_their_own_class(roster: Roster) -> None:
    bodies = bodies_of(plan_with("县自来水公司", "县水利局"), roster)
    assert {unit.id: unit.unit_class for unit in bodies.units} == {
        "water": "departments",
        "water-company": "enterprises",
    }
