"""A sound plan passes without a word; each fault alone is named by its own finding at its own place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from planner.checking import CODES, check
from planner.departments import Roster
from planner.findings import Finding, Severity
from planner.office import Office
from planner.plan import Due, Duty, Measure, Plan, Recurrence, Section, Target, Task
from planner.text import describe, set_language

ERRORS = {
    "check.no_lead",
    "check.damaged_department",
    "check.abolished_department",
    "check.abolished_without_heir",
    "check.impossible_day",
    "check.day_before_year",
    "check.same_task",
    "check.no_title",
}


@pytest.fixture(scope="module")
def roster() -> Roster:
    return Office().builtin_roster


def measure(id: str = "mabcde", **changes: object) -> Measure:
    sound = Measure(
        id=id,
        text="组织企业负责人培训，6月底前完成，培训率达到95%以上，每季度通报一次。",
        duty=Duty(lead=("县应急管理局",), responsible=("各乡镇（街道）",)),
        targets=(Target("培训率达到95%以上", "at_least", Decimal(95), "%"),),
        dues=(Due("6月底前", date(2027, 6, 30)),),
        recurrences=(Recurrence("每季度通报一次", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1"),),
    )
    return replace(sound, **changes)  # type: ignore[arg-type]


def plan_of(*measures: Measure, title: str = "开展企业负责人培训", **changes: object) -> Plan:
    task = Task(id="tabcde", section="sabcde", title=title, measures=measures or (measure(),))
    sound = Plan(
        id="pabcde",
        title="2027年全县安全生产工作要点",
        year=2027,
        preamble="为做好2027年全县安全生产工作，制定本要点。",
        sections=(Section("sabcde", "压实责任"),),
        tasks=(task,),
    )
    return replace(sound, **changes)  # type: ignore[arg-type]


def with_tasks(plan: Plan, *more: Task) -> Plan:
    return replace(plan, tasks=(*plan.tasks, *more))


def led_by(*names: str) -> Plan:
    return plan_of(measure(duty=Duty(lead=names)))


def due(words: str, day: date | None) -> Plan:
    return plan_of(measure(dues=(Due(words, day),)))


def many_tasks(name: str, count: int) -> tuple[Task, ...]:
    """Tasks of different things for one body."""
    things = (
        "桥梁涵洞矿山油库仓库学校医院商场车站码头河道水库山林草场电梯锅炉气瓶燃气管网工地烟花礼堂影院网吧酒店"
    )
    return tuple(
        Task(
            id=f"t{place:05}".replace("0", "x").replace("1", "y"),
            section="sabcde",
            title=f"检查{things[place * 2 : place * 2 + 2]}{place}处",
            measures=(
                measure(
                    f"m{place:05}".replace("0", "x").replace("1", "y"),
                    text=f"对{things[place * 2 : place * 2 + 2]}逐一登记。",
                    duty=Duty(lead=(name,)),
                    targets=(),
                    dues=(),
                    recurrences=(),
                ),
            ),
        )
        for place in range(count)
    )


SOUND_TASK = plan_of().tasks[0]
FAULTS: dict[str, Callable[[], Plan]] = {
    "check.no_lead": lambda: plan_of(measure(duty=Duty(support=("县财政局",)))),
    "check.measure_no_lead": lambda: plan_of(measure(), measure("mfghjk", duty=Duty())),
    "check.unknown_department": lambda: led_by("县星际航行局"),
    "check.damaged_department": lambda: led_by("县消防援大队"),
    "check.abolished_department": lambda: led_by("县安监局"),
    "check.abolished_without_heir": lambda: led_by("县老城改造指挥部"),
    "check.other_level": lambda: led_by("县消防救援支队"),
    "check.impossible_day": lambda: due("9月31日前", None),
    "check.day_before_year": lambda: due("2026年底前", date(2026, 12, 31)),
    "check.day_after_year": lambda: due("到2029年底", date(2029, 12, 31)),
    "check.past_year": lambda: plan_of(measure(text="完成2025年度任务，登记造册。")),
    "check.ended_five_year_plan": lambda: plan_of(measure(text="编制“十四五”规划实施清单。")),
    "check.target_without_number": lambda: plan_of(measure(targets=(Target("培训全面加强"),))),
    "check.target_without_unit": lambda: plan_of(
        measure(targets=(Target("检查30以上", "at_least", Decimal(30)),))
    ),
    "check.only_vague": lambda: plan_of(
        measure(text="进一步加强领导，强化责任。", targets=(), dues=(), recurrences=()), title="推进安全工作"
    ),
    "check.same_task": lambda: with_tasks(
        plan_of(), replace(SOUND_TASK, id="tfghjk", measures=(measure("mfghjk"),))
    ),
    "check.like_task": lambda: with_tasks(
        plan_of(),
        replace(
            SOUND_TASK,
            id="tfghjk",
            title="开展企业负责人培训工作",
            measures=(measure("mfghjk", text="组织企业负责人培训，6月底前完成，培训率达到95%以上。"),),
        ),
    ),
    "check.empty_section": lambda: replace(
        plan_of(), sections=(*plan_of().sections, Section("sfghjk", "保障措施", order=2000))
    ),
    "check.no_title": lambda: plan_of(title=" "),
    "check.no_measure": lambda: plan_of(measure(text="", targets=(), dues=(), recurrences=())),
    "check.idle_departments": plan_of,
    "check.overloaded": lambda: with_tasks(
        led_by("县应急管理局", "县水利局", "县教育局", "县民政局", "县财政局"), *many_tasks("县公安局", 20)
    ),
    "check.no_occurrence": lambda: plan_of(measure(recurrences=(Recurrence("定期通报"),))),
}


def own_roster(roster: Roster) -> Roster:
    """The county's roster with a body that is gone and left no heir."""
    from planner.departments import Department

    gone = Department("xgone2", "老城改造指挥部", "deliberative", abolished=2020)
    return replace(roster, departments=(*roster.departments, gone))


def findings_of(plan: Plan, roster: Roster) -> tuple[Finding, ...]:
    return check(plan, own_roster(roster))


def test_a_sound_plan_has_only_the_note_of_idle_departments(roster: Roster) -> None:
    assert [found.code for found in findings_of(plan_of(), roster)] == ["check.idle_departments"]


@pytest.mark.parametrize("code", CODES)
def test_each_fault_is_named(code: str, roster: Roster) -> None:
    found = findings_of(FAULTS[code](), roster)
    assert code in [finding.code for finding in found]


@pytest.mark.parametrize("code", [code for code in CODES if code != "check.idle_departments"])
def test_a_fault_calls_no_other_error(code: str, roster: Roster) -> None:
    found = findings_of(FAULTS[code](), roster)
    errors = {finding.code for finding in found if finding.severity is Severity.ERROR}
    assert errors == ({code} if code in ERRORS else set())


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_finding_has_words_and_a_place_in_the_plan(code: str, language: str, roster: Roster) -> None:
    plan = FAULTS[code]()
    set_language("en" if language == "en" else "zh")
    try:
        for finding in findings_of(plan, roster):
            assert describe(finding)
            path = finding.where.path
            assert not path or path[0] in ("title", "preamble", "departments") or path[1] in plan.ids()
    finally:
        set_language("zh")


@pytest.mark.parametrize(
    "text",
    [
        "事故起数比2025年下降5%，登记造册。",
        "落实《全县矿山整治方案（2024—2026年）》，登记造册。",
        "对照青政办〔2025〕8号逐条登记。",
        "编制“十五五”规划实施清单。",
        "到2028年建成3座，今年建成1座。",
        "实施2026—2028年三年计划，逐项登记。",
    ],
)
def test_years_that_belong_in_a_plan_are_left_alone(text: str, roster: Roster) -> None:
    codes = {found.code for found in findings_of(plan_of(measure(text=text)), roster)}
    assert not codes & {"check.past_year", "check.ended_five_year_plan"}


def test_zero_needs_no_unit(roster: Roster) -> None:
    plan = plan_of(measure(targets=(Target("重大隐患动态清零", "exactly", Decimal(0)),)))
    assert [found.code for found in findings_of(plan, roster)] == ["check.idle_departments"]


def test_an_impossible_day_in_the_text_alone_is_found_once(roster: Roster) -> None:
    plan = plan_of(measure(text="9月31日前登记造册，2月28日前通报，9月31日前报送。"))
    assert [found.arguments["due"] for found in errors_of(plan, roster)] == ["9月31日"]
    assert not errors_of(plan_of(measure(text="2028年2月29日前登记造册。")), roster)


def test_a_fixed_day_of_a_recurring_duty_must_lie_in_the_year(roster: Roster) -> None:
    days = (date(2026, 3, 1), date(2027, 4, 1))
    plan = plan_of(measure(recurrences=(Recurrence("每季度通报一次", "", days),)))
    (found,) = errors_of(plan, roster)
    assert (found.code, found.where.path[-1]) == ("check.day_before_year", "recurrences")
    assert found.arguments["due"] == "每季度通报一次 2026-03-01"


def errors_of(plan: Plan, roster: Roster) -> list[Finding]:
    return [found for found in findings_of(plan, roster) if found.severity is Severity.ERROR]


def test_findings_follow_the_plan(roster: Roster) -> None:
    plan = with_tasks(led_by("县星际航行局"), *many_tasks("县火星局", 3))
    order = {task.id: place for place, task in enumerate(plan.tasks)}
    places = [order[f.where.path[1]] for f in findings_of(plan, roster) if f.where.path[:1] == ("tasks",)]
    assert places == sorted(places)
