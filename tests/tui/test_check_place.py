"""The check on the screen: weights, places, mends at one key, everywhere or here, every one undone."""

from __future__ import annotations

from dataclasses import replace

from textual.pilot import Pilot

from planner.findings import Finding, Severity, Where
from planner.plan import Duty, Plan
from planner.tui.app import PlannerApp
from planner.tui.screens.check.rows import by_weight, counts_words, finding_rows
from planner.tui.widgets.rowmodel import Group
from tui.duty_plan import duty_plan
from tui.fakes import FakeOffice
from tui.piloting import Run, press, rest, screen_text


def kept(office: FakeOffice) -> Plan:
    """The plan as it was saved."""
    return office.kept["duties"][0]


def leads(office: FakeOffice) -> list[tuple[str, ...]]:
    return [held.duty.lead for task in kept(office).tasks for held in task.measures]


async def enter(pilot: Pilot[int]) -> None:
    app = pilot.app
    assert isinstance(app, PlannerApp)
    app.open_plan(app.office.open_plan("duties"))
    await press(pilot, "f8")


async def go_to(pilot: Pilot[int], words: str) -> None:
    """The cursor down to the first finding that holds the words."""
    await press(pilot, "home")
    for _ in range(30):
        if any(line.startswith(">") and words in line for line in screen_text(pilot).splitlines()):
            return
        await press(pilot, "down")
    raise AssertionError(f"no finding holds {words}")


def test_what_must_be_mended_stands_first() -> None:
    found = [
        Finding("check.idle_departments", Severity.NOTE, Where(), {"count": 1, "names": "甲"}),
        Finding("check.only_vague", Severity.WARNING, Where(path=("tasks", "a")), {"verbs": "加强"}),
        Finding("check.no_lead", Severity.ERROR, Where(path=("tasks", "b"))),
    ]
    items = by_weight(finding_rows(found))
    shown = [item.title if isinstance(item, Group) else item.finding.code for item in items]
    assert shown == [
        "必须改", "check.no_lead", "请看一看", "check.only_vague", "供参考", "check.idle_departments",
    ]  # fmt: skip
    assert counts_words(found) == "必改 1  注意 1  提示 1"


def test_findings_that_are_alike_are_told_apart() -> None:
    twice = [Finding("check.no_lead", Severity.ERROR, Where(path=("tasks", "b")))] * 2
    assert len({row.key for row in finding_rows(twice)}) == 2


def test_the_same_name_in_many_places_is_one_row() -> None:
    def of(code: str, task: str, name: str) -> Finding:
        where = Where(path=("tasks", task, "measures", f"m{task}", "lead"))
        return Finding(code, Severity.ERROR, where, {"name": name})

    found = [
        of("check.unknown_department", "a", "甲局"),
        of("check.unknown_department", "b", "乙局"),
        of("check.unknown_department", "c", "甲局"),
        of("check.measure_no_lead", "a", ""),
        of("check.measure_no_lead", "b", ""),
    ]
    rows = finding_rows(found)
    assert [len(row.findings) for row in rows] == [2, 1, 1, 1]
    assert [finding for row in rows for finding in row.findings] == [
        found[0],
        found[2],
        *found[1:2],
        *found[3:],
    ]
    assert counts_words(found) == "必改 4"


async def test_enter_on_a_name_in_several_places_asks_which(run: Run) -> None:
    async with run(FakeOffice(duty_plan())) as pilot:
        await enter(pilot)
        await go_to(pilot, "县消防援大队")
        await press(pilot, "enter", "down", "enter")
        assert "[3 起草]" in screen_text(pilot)
        assert any(
            line.startswith(">") and "组织应急演练" in line for line in screen_text(pilot).splitlines()
        )


async def test_each_finding_has_its_place_and_what_to_do(run: Run) -> None:
    async with run(FakeOffice(duty_plan())) as pilot:
        await enter(pilot)
        shown = screen_text(pilot)
        assert "必改 4" in shown
        assert "第 2 项 检查加油站" in shown
        assert "按 F5：指派" in shown


async def test_f5_names_a_lead_where_nobody_leads(run: Run) -> None:
    office = FakeOffice(duty_plan())
    async with run(office) as pilot:
        await enter(pilot)
        await press(pilot, "f5", *"yjj", "enter")
        assert kept(office).task("tbbbbb").measures[0].duty == Duty(lead=("县应急管理局",))
        assert "必改 3" in screen_text(pilot)
        await press(pilot, "ctrl+z")
        assert kept(office) == duty_plan()
        assert "必改 4" in screen_text(pilot)


async def test_several_without_a_lead_are_given_one_together(run: Run) -> None:
    office = FakeOffice(duty_plan())
    async with run(office) as pilot:
        await enter(pilot)
        await press(pilot, "space")
        await go_to(pilot, "第 5 项")
        await press(pilot, "space", "f5", *"yjj", "enter")
        given = [kept(office).task(id).measures[0].duty.lead for id in ("tbbbbb", "teeeee")]
        assert given == [("县应急管理局",)] * 2


async def test_f5_mends_a_name_in_the_whole_plan_or_here(run: Run) -> None:
    office = FakeOffice(duty_plan())
    async with run(office) as pilot:
        await enter(pilot)
        await go_to(pilot, "县消防援大队")
        await press(pilot, "f5", "enter")
        assert leads(office)[-2:] == [("县消防救援大队",)] * 2
        await press(pilot, "ctrl+z")
        await go_to(pilot, "县消防援大队")
        await press(pilot, "f5", "down", "enter")
        assert leads(office).count(("县消防援大队",)) == 1


async def test_f5_mends_a_day_that_does_not_exist_at_once(run: Run) -> None:
    office = FakeOffice(duty_plan())
    async with run(office) as pilot:
        await enter(pilot)
        await go_to(pilot, "9月31日前")
        await press(pilot, "f5")
        assert kept(office).task("tccccc").measures[0].dues[0].text == "9月30日前"
        assert "“9月31日前”改为“9月30日前”" in screen_text(pilot)


async def test_all_marked_are_mended_where_it_is_sure(run: Run) -> None:
    office = FakeOffice(duty_plan())
    async with run(office) as pilot:
        await enter(pilot)
        await press(pilot, "ctrl+a", "f5")
        assert ("县消防援大队",) not in leads(office)
        assert kept(office).task("tccccc").measures[0].dues[0].text == "9月30日前"
        assert "改好 3 条" in screen_text(pilot)
        await press(pilot, "ctrl+z")
        assert kept(office) == duty_plan()


async def test_what_would_be_deleted_is_asked_about(run: Run) -> None:
    plan = duty_plan()
    twin = replace(
        plan.tasks[1], id="tzzzzz", order=9000, measures=(replace(plan.tasks[1].measures[0], id="mzzzzz"),)
    )
    office = FakeOffice(replace(plan, tasks=(*plan.tasks, twin)))
    async with run(office) as pilot:
        await enter(pilot)
        await go_to(pilot, "一字不差")
        await press(pilot, "f5")
        assert "删去任务“检查加油站”" in screen_text(pilot)
        await press(pilot, "escape")
        assert len(kept(office).tasks) == 6
        await press(pilot, "f5", "enter")
        assert len(kept(office).tasks) == 5


async def test_a_strange_name_is_known_after_it_was_added_to_the_roster(run: Run) -> None:
    plan = duty_plan()
    measure = replace(plan.tasks[1].measures[0], duty=Duty(lead=("数据专班",)))
    office = FakeOffice(plan.with_task(replace(plan.tasks[1], measures=(measure,))))
    async with run(office) as pilot:
        await enter(pilot)
        await go_to(pilot, "数据专班")
        await press(pilot, "f5", "down", "enter")
        await rest(pilot)
        assert "数据专班" in {held.name for held in office.bodies[0]}
        assert not [line for line in screen_text(pilot).splitlines() if "名录里没有" in line]


async def test_a_strange_name_may_mean_another_department(run: Run) -> None:
    plan = duty_plan()
    measure = replace(plan.tasks[1].measures[0], duty=Duty(lead=("数据专班",)))
    office = FakeOffice(plan.with_task(replace(plan.tasks[1], measures=(measure,))))
    async with run(office) as pilot:
        await enter(pilot)
        await go_to(pilot, "数据专班")
        await press(pilot, "f5", "enter", *"czj", "enter")
        assert kept(office).task("tbbbbb").measures[0].duty.lead == ("县财政局",)


async def test_enter_goes_to_the_task(run: Run) -> None:
    async with run(FakeOffice(duty_plan())) as pilot:
        await enter(pilot)
        await go_to(pilot, "9月31日前")
        await press(pilot, "enter")
        assert pilot.app.current_mode == "draft"
        assert any(">" in line and "检查人员密集场所" in line for line in screen_text(pilot).splitlines())


async def test_only_what_must_be_mended(run: Run) -> None:
    async with run(FakeOffice(duty_plan())) as pilot:
        await enter(pilot)
        await press(pilot, "f4")
        shown = screen_text(pilot)
        assert "必须改" in shown
        assert "供参考" not in shown
        assert "请看一看" not in shown


async def test_a_plan_without_faults_is_sent_on(run: Run) -> None:
    plan = duty_plan()
    office = FakeOffice(replace(plan, tasks=(), sections=()))
    async with run(office) as pilot:
        await enter(pilot)
        shown = screen_text(pilot)
        assert "没有要改的，可以导出了" in shown
        assert "没有发现问题" in shown
        assert "Ctrl+E" in shown


async def test_remarks_alone_do_not_keep_a_plan_from_being_handed_over(run: Run) -> None:
    plan = duty_plan()
    measure = replace(plan.tasks[1].measures[0], duty=Duty(lead=("县公安局",)))
    task = replace(plan.tasks[1], measures=(measure,))
    office = FakeOffice(replace(plan, tasks=(task,), sections=plan.sections[:1]))
    async with run(office) as pilot:
        await enter(pilot)
        shown = screen_text(pilot)
        assert "没有要改的，可以导出了 > 提示 1" in shown
        assert "有 2 个政府部门没有任务" in shown
        await press(pilot, "f5")
        assert "这一条要自己写" in screen_text(pilot)
        assert kept(office).tasks == (task,)


async def test_f8_here_checks_once_more(run: Run) -> None:
    async with run(FakeOffice(duty_plan())) as pilot:
        await enter(pilot)
        before = screen_text(pilot)
        await press(pilot, "f8")
        assert screen_text(pilot) == before


async def test_what_stands_in_the_plans_title_leads_to_its_header(run: Run) -> None:
    office = FakeOffice(replace(duty_plan(), title="临江县2025年安全生产工作要点"))
    async with run(office) as pilot:
        await enter(pilot)
        await go_to(pilot, "2025年")
        await press(pilot, "enter")
        assert pilot.app.current_mode == "draft"
        assert any(">" in line and "临江县2025年" in line for line in screen_text(pilot).splitlines()[3:])
