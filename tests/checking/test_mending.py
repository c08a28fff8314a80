"""What F5 does: each mend makes its own finding go away and touches nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planner.checking import check
from planner.checking.mending import mend_all, mends
from planner.departments import Roster
from planner.findings import Finding
from planner.office import Office
from planner.plan import Due, Duty, Measure, Plan, Section, Task
from planner.timing import due_day


@pytest.fixture(scope="module")
def roster() -> Roster:
    return Office().builtin_roster


def measure(id: str, text: str = "组织检查，6月底前检查12家企业。", **changes: object) -> Measure:
    sound = Measure(id, text, duty=Duty(lead=("县应急管理局",)))
    return replace(sound, **changes)  # type: ignore[arg-type]


def plan_of(*measures: Measure) -> Plan:
    tasks = (
        Task(f"ttttt{n}", "saaaaa", f"检查{'甲乙丙丁'[n]}类企业{'加油站' * n}", n, (held,))
        for n, held in enumerate(measures)
    )
    return Plan("paaaaa", "2027年要点", 2027, sections=(Section("saaaaa", "压实责任"),), tasks=tuple(tasks))


def finding(plan: Plan, roster: Roster, code: str) -> Finding:
    return next(found for found in check(plan, roster) if found.code == code)


def codes(plan: Plan, roster: Roster) -> set[str]:
    return {found.code for found in check(plan, roster)}


@pytest.mark.parametrize(
    ("name", "code", "right"),
    [
        ("县消防援大队", "check.damaged_department", "县消防救援大队"),
        ("县安全生产监督管理局", "check.abolished_department", "县应急管理局"),
        ("县应急管理厅", "check.other_level", "县应急管理局"),
    ],
)
def test_a_wrong_name_becomes_the_right_one(roster: Roster, name: str, code: str, right: str) -> None:
    plan = plan_of(measure("mmmmm1", duty=Duty(support=(name,), lead=("县公安局",))))
    (mend,) = mends(finding(plan, roster, code), plan, roster)
    assert mend.sure
    assert mend.plan.tasks[0].measures[0].duty == Duty(lead=("县公安局",), support=(right,))
    assert code not in codes(mend.plan, roster)


def test_a_name_wrong_in_several_places_may_be_mended_everywhere_or_here(roster: Roster) -> None:
    wrong = Duty(lead=("县消防援大队",))
    plan = plan_of(measure("mmmmm1", duty=wrong), measure("mmmmm2", duty=wrong), measure("mmmmm3"))
    whole, here = mends(finding(plan, roster, "check.damaged_department"), plan, roster)
    assert (whole.key, whole.arguments["count"]) == ("mend.rename_all", 2)
    assert [task.everyone() for task in whole.plan.tasks[:2]] == [("县消防救援大队",)] * 2
    assert [task.everyone() for task in here.plan.tasks[:2]] == [("县消防救援大队",), ("县消防援大队",)]
    assert here.plan.tasks[2] == plan.tasks[2]


def test_a_day_that_does_not_exist_becomes_the_months_last_in_deadline_and_text(roster: Roster) -> None:
    plan = plan_of(measure("mmmmm1", "9月31日前检查12家企业。", dues=(Due("9月31日前"),)))
    (mend,) = mends(finding(plan, roster, "check.impossible_day"), plan, roster)
    mended = mend.plan.tasks[0].measures[0]
    assert mended.dues == (Due("9月30日前", due_day("9月30日前", 2027)),)
    assert mended.text == "9月30日前检查12家企业。"
    assert "check.impossible_day" not in codes(mend.plan, roster)


def test_a_month_that_does_not_exist_only_a_person_can_mend(roster: Roster) -> None:
    plan = plan_of(measure("mmmmm1", dues=(Due("13月5日前"),)))
    assert mends(finding(plan, roster, "check.impossible_day"), plan, roster) == ()


def test_a_deadline_of_an_earlier_year_becomes_this_years(roster: Roster) -> None:
    plan = plan_of(measure("mmmmm1", dues=(Due("2025年6月底前", date(2025, 6, 30)),)))
    (mend,) = mends(finding(plan, roster, "check.day_before_year"), plan, roster)
    assert mend.plan.tasks[0].measures[0].dues == (Due("2027年6月底前", date(2027, 6, 30)),)
    assert not mend.sure


def test_a_year_that_is_over_is_renewed_where_it_stands(roster: Roster) -> None:
    plan = plan_of(measure("mmmmm1", "2024年6月底前检查12家企业，落实十三五规划。"))
    (year,) = mends(finding(plan, roster, "check.past_year"), plan, roster)
    assert year.plan.tasks[0].measures[0].text.startswith("2027年6月底前检查")
    (five,) = mends(finding(plan, roster, "check.ended_five_year_plan"), plan, roster)
    assert "十五五规划" in five.plan.tasks[0].measures[0].text


def test_a_year_in_title_preamble_and_heading_is_renewed(roster: Roster) -> None:
    plan = replace(
        plan_of(measure("mmmmm1")),
        preamble="2024年是关键一年。",
        sections=(Section("saaaaa", "做好2024年工作", text="2024年要抓实。"),),
    )
    while found := [each for each in check(plan, roster) if each.code == "check.past_year"]:
        (mend,) = mends(found[0], plan, roster)
        plan = mend.plan
    assert plan.preamble == "2027年是关键一年。"
    assert (plan.sections[0].title, plan.sections[0].text) == ("做好2027年工作", "2027年要抓实。")


def test_what_would_delete_says_so(roster: Roster) -> None:
    plan = plan_of(measure("mmmmm1"))
    twin = replace(plan.tasks[0], id="tzzzzz", order=9000, measures=(measure("mmmmm9"),))
    plan = replace(
        plan, tasks=(*plan.tasks, twin), sections=(*plan.sections, Section("szzzzz", "空的一节", 9000))
    )
    (task,) = mends(finding(plan, roster, "check.same_task"), plan, roster)
    (section,) = mends(finding(plan, roster, "check.empty_section"), plan, roster)
    assert task.remove
    assert section.remove
    assert [held.id for held in task.plan.tasks] == ["ttttt0"]
    assert [held.id for held in section.plan.sections] == ["saaaaa"]


def test_a_finding_that_the_plan_has_outlived_has_no_mend(roster: Roster) -> None:
    plan = plan_of(measure("mmmmm1", duty=Duty(lead=("县消防援大队",)), dues=(Due("9月31日前"),)))
    old = check(plan, roster)
    gone = replace(plan, tasks=())
    assert [mends(found, gone, roster) for found in old] == [()] * len(old)


def test_all_sure_mends_at_once_leave_the_others(roster: Roster) -> None:
    wrong = Duty(lead=("县消防援大队",))
    plan = plan_of(
        measure("mmmmm1", duty=wrong, dues=(Due("9月31日前"),)),
        measure("mmmmm2", "2024年检查12家企业。", duty=wrong),
    )
    mended, count = mend_all(check(plan, roster), plan, roster)
    assert count == 3
    left = codes(mended, roster)
    assert "check.past_year" in left
    assert not left & {"check.damaged_department", "check.impossible_day"}


def test_every_mend_makes_its_finding_go_away(roster: Roster) -> None:
    plan = plan_of(
        measure("mmmmm1", duty=Duty(lead=("县安全生产监督管理局",)), dues=(Due("2月30日前"),)),
        measure("mmmmm2", "2024年检查12家企业。", duty=Duty(lead=("县消防援大队",))),
    )
    for found in check(plan, roster):
        for mend in mends(found, plan, roster):
            assert found not in check(mend.plan, roster)
