"""A new name is written like the names that stand in the plan, and the likely role is offered first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planner.departments import Department, Roster
from planner.drafting.assigning import (
    Names,
    likely_role,
    measures_of,
    measures_with,
    names_used,
    usage,
    written,
)
from planner.office import Office
from planner.plan import Duty, Level, Measure, Plan, Section, Task


@pytest.fixture(scope="module")
def names() -> Names:
    return Names(Office().builtin_roster)


def plan_with(*duties: Duty, level: Level = "county", region: str = "") -> Plan:
    measures = (Measure(f"mmmmm{n}", "开展检查。", duty=duty) for n, duty in enumerate(duties, 1))
    tasks = tuple(Task(f"ttttt{n}", "saaaaa", f"任务{n}", n, (held,)) for n, held in enumerate(measures, 1))
    return Plan(
        "paaaaa", "要点", 2027, level=level, region=region, sections=(Section("saaaaa", "一"),), tasks=tasks
    )


def body(roster: Roster, name: str) -> Department:
    return next(held for held in roster if held.name == name)


@pytest.mark.parametrize(
    ("standing", "wanted"),
    [
        (("县公安局", "县财政局"), "县应急管理局"),
        (("区公安局", "区财政局"), "区应急管理局"),
        (("临江县公安局",), "临江县应急管理局"),
        (("公安局", "财政局", "县司法局"), "应急管理局"),
        (("县公安局", "县应急局"), "县应急局"),
        (("县公安局", "县安全生产监督管理局"), "县应急管理局"),
    ],
)
def test_a_name_is_written_as_the_plan_writes_names(
    names: Names, standing: tuple[str, ...], wanted: str
) -> None:
    plan = plan_with(Duty(lead=standing))
    held = body(names.roster, "应急管理局")
    assert written(held, plan, usage(plan, names), names.roster) == wanted


@pytest.mark.parametrize(
    ("region", "level", "wanted"),
    [("临江县", "county", "县"), ("城南区", "county", "区"), ("", "city", "市"), ("", "", "县")],
)
def test_a_plan_without_names_takes_the_word_of_its_place(
    names: Names, region: str, level: Level, wanted: str
) -> None:
    assert usage(plan_with(region=region, level=level), names).place == wanted


def test_the_townships_together_have_no_place_before_them(names: Names) -> None:
    plan = plan_with(Duty(lead=("县公安局",)))
    held = next(held for held in names.roster if held.kind == "township")
    assert written(held, plan, usage(plan, names), names.roster) == held.name


def test_a_short_name_is_for_narrow_columns(names: Names) -> None:
    assert names.short("县应急管理局") == "应急局"
    assert names.short("县公安局") == "公安局"
    assert names.short("各行业主管部门") == "各行业主管部门"
    assert names.short("查无此单位") == "查无此单位"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("yjj", {"县应急管理局"}),
        ("YJJ", {"县应急管理局"}),
        ("ｙｊｊ", {"县应急管理局"}),
        ("公安", {"县公安局", "县公安局交警大队"}),
        ("应急局", {"县应急管理局"}),
        ("", {"县应急管理局", "县公安局", "县公安局交警大队", "某办"}),
        ("某", {"某办"}),
    ],
)
def test_names_are_found_by_initials_part_and_short_name(names: Names, typed: str, found: set[str]) -> None:
    every = ("县应急管理局", "县公安局", "县公安局交警大队", "某办")
    assert names.found(typed, every) == found


def test_lead_is_likely_where_nobody_leads_and_responsible_where_somebody_does() -> None:
    led, unled = Duty(lead=("甲",)), Duty(support=("乙",))
    plan = plan_with(led, unled)
    first, second = (task.measures[0] for task in plan.tasks)
    assert likely_role([second], plan) == "lead"
    assert likely_role([first], plan) == "responsible"
    assert likely_role([first, second], plan) == "responsible"


def test_a_plan_that_knows_no_leads_is_given_none() -> None:
    plan = plan_with(Duty(responsible=("甲",)), Duty())
    assert likely_role(plan.tasks[1].measures, plan) == "responsible"


def test_the_first_assignment_of_all_is_a_lead() -> None:
    plan = plan_with(Duty())
    assert likely_role(plan.tasks[0].measures, plan) == "lead"


def test_a_task_stands_for_its_measures() -> None:
    plan = plan_with(Duty(lead=("甲",)), Duty(support=("甲", "乙")))
    more = replace(plan.tasks[0], measures=(*plan.tasks[0].measures, Measure("mzzzzz", "另一条", order=2000)))
    plan = plan.with_task(more)
    assert [held.id for held in measures_of(plan, ["ttttt1"])] == ["mmmmm1", "mzzzzz"]
    assert measures_with(plan, ["ttttt1", "ttttt2"], "甲") == ("mmmmm1", "mmmmm2")
    assert measures_with(plan, ["ttttt1"], "乙") == ()


def test_names_with_the_most_tasks_come_first() -> None:
    plan = plan_with(Duty(lead=("甲",), support=("乙",)), Duty(lead=("乙",)))
    assert names_used(plan) == ("乙", "甲")
