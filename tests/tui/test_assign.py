"""Duties on the screen: several tasks at once, names by initials, the matrix; every change undone."""

from __future__ import annotations

from textual.pilot import Pilot

from planner.plan import Duty, Plan
from planner.tui.app import PlannerApp
from planner.tui.screens.assign.rows import (
    duty_rows,
    holder_items,
    holders,
    measures_in,
    role_words,
)
from planner.tui.widgets.rowmodel import Group
from tui.duty_plan import duty_plan
from tui.fakes import FakeOffice
from tui.piloting import Run, press, rest, screen_text


def duty(office: FakeOffice, measure: str) -> Duty:
    """The duty as it was saved."""
    plan = office.kept["duties"][0]
    return next(held.duty for task in plan.tasks for held in task.measures if held.id == measure)


async def enter(pilot: Pilot[int]) -> None:
    app = pilot.app
    assert isinstance(app, PlannerApp)
    app.open_plan(app.office.open_plan("duties"))
    app.go("assign")
    await rest(pilot)


def titles(plan: Plan, *, only_unled: bool = False) -> list[str]:
    shown = []
    for item in duty_rows(plan, only_unled=only_unled):
        if isinstance(item, Group):
            shown.append(f"# {item.title}")
        else:
            shown.append(f"{item.number_words().strip()} {item.title().strip()}")
    return shown


def test_a_task_of_several_measures_has_a_row_for_each() -> None:
    assert titles(duty_plan())[:5] == [
        "# 一、压实责任",
        "1. 开展企业安全培训",
        "1.1 组织企业负责人培训，6月底前培训300人，每季度开展一次。",
        "1.2 对培训情况抽查，每月调度一次，印发通报。",
        "2. 检查加油站",
    ]


def test_only_what_is_without_a_lead_under_its_section() -> None:
    assert titles(duty_plan(), only_unled=True) == [
        "# 一、压实责任",
        "2. 检查加油站",
        "# 二、排查隐患",
        "5. 编印应急手册",
    ]


def test_that_nobody_leads_is_said_in_words() -> None:
    rows = [item for item in duty_rows(duty_plan()) if not isinstance(item, Group)]
    words = {row.number_words().strip(): role_words(row, "lead", str) for row in rows}
    assert words == {
        "1.": "县应急管理局、县公安局",
        "1.1": "县应急管理局",
        "1.2": "县公安局",
        "2.": "未分工",
        "3.": "县消防援大队",
        "4.": "县消防援大队",
        "5.": "未分工",
    }


def test_names_of_several_rows_stand_once_with_where_they_are() -> None:
    rows = [item for item in duty_rows(duty_plan()) if not isinstance(item, Group)][:1]
    found = {(held.role, held.name): (held.count, held.of) for held in holders(measures_in(rows))}
    assert found[("lead", "县公安局")] == (1, 2)
    assert found[("responsible", "县公安局")] == (1, 2)
    headings = [item.title for item in holder_items(holders(measures_in(rows))) if isinstance(item, Group)]
    assert headings == ["牵头", "责任", "督导"]


async def test_two_tasks_a_name_by_initials_and_enter_enter(run: Run) -> None:
    office = FakeOffice(duty_plan())
    async with run(office) as pilot:
        await enter(pilot)
        await press(pilot, "end", "shift+up", "f6", *"yjj", "enter", "enter")
        assert duty(office, "mdddd1").responsible == ("各乡镇（街道）", "县应急管理局")
        task = office.kept["duties"][0].task("teeeee")
        assert task.measures[0].duty.responsible == ("县应急管理局",)
        await press(pilot, "ctrl+z")
        assert office.kept["duties"][0] == duty_plan()


async def test_where_nobody_leads_the_first_answer_is_lead(run: Run) -> None:
    office = FakeOffice(duty_plan())
    async with run(office) as pilot:
        await enter(pilot)
        await press(pilot, "f4", "f6", *"yjj", "enter", "enter")
        assert duty(office, "mbbbb1") == Duty(lead=("县应急管理局",))
        assert "未分工" not in [row for row in screen_text(pilot).splitlines() if "检查加油站" in row]


async def test_a_digit_answers_which_role(run: Run) -> None:
    office = FakeOffice(duty_plan())
    async with run(office) as pilot:
        await enter(pilot)
        await press(pilot, "f4", "f6", *"czj", "enter", "4")
        assert duty(office, "mbbbb1") == Duty(supervise=("县财政局",))


async def test_a_name_may_become_the_first_lead(run: Run) -> None:
    office = FakeOffice(duty_plan())
    async with run(office) as pilot:
        await enter(pilot)
        await press(pilot, "end", "up", "f6", *"yjj", "enter", "5")
        assert duty(office, "mdddd1").lead == ("县应急管理局", "县消防援大队")


async def test_a_name_that_nobody_knows_is_taken_as_typed_or_into_the_roster(run: Run) -> None:
    office = FakeOffice(duty_plan())
    async with run(office) as pilot:
        await enter(pilot)
        await press(pilot, "f4", "f6", *"数据专班")
        assert "名录里没有，照这样写" in screen_text(pilot)
        await press(pilot, "enter", "enter")
        assert duty(office, "mbbbb1").lead == ("数据专班",)
        await press(pilot, "f6", *"数据局", "down", "enter", "3")
        assert duty(office, "mbbbb1").support == ()
        assert office.kept["duties"][0].task("teeeee").measures[0].duty.support == ("数据局",)
        assert "数据局" in {held.name for held in office.bodies[0]}


async def test_a_name_is_given_another_role_moved_and_taken_out(run: Run) -> None:
    office = FakeOffice(duty_plan())
    async with run(office) as pilot:
        await enter(pilot)
        await press(pilot, "down", "enter", "down", "ctrl+down")
        assert duty(office, "maaaa1").responsible == ("县财政局", "县公安局")
        await press(pilot, "f2", "3")
        assert duty(office, "maaaa1") == Duty(("县应急管理局",), ("县财政局",), ("县公安局",))
        await press(pilot, "delete")
        assert "县公安局" not in duty(office, "maaaa1").everyone()
        await press(pilot, "escape")
        assert "开展企业安全培训" in screen_text(pilot)


async def test_several_names_are_taken_out_at_once(run: Run) -> None:
    office = FakeOffice(duty_plan())
    async with run(office) as pilot:
        await enter(pilot)
        await press(pilot, "down", "enter", "down", "space", "space", "delete")
        assert duty(office, "maaaa1") == Duty(lead=("县应急管理局",))
        await press(pilot, "ctrl+z")
        assert office.kept["duties"][0] == duty_plan()


async def test_the_list_is_narrowed_to_one_department(run: Run) -> None:
    async with run(FakeOffice(duty_plan())) as pilot:
        await enter(pilot)
        await press(pilot, "ctrl+f", *"zzb")
        await pilot.pause(0.2)
        shown = screen_text(pilot)
        assert "对培训情况抽查" in shown
        assert "检查加油站" not in shown
        await press(pilot, "escape")
        await pilot.pause(0.2)
        assert "检查加油站" in screen_text(pilot)


async def test_the_matrix_shows_roles_and_loads_and_changes_them(run: Run) -> None:
    office = FakeOffice(duty_plan())
    async with run(office) as pilot:
        await enter(pilot)
        await press(pilot, "f10")
        lines = [line for line in screen_text(pilot).splitlines() if line.strip(" >").startswith("县公安局")]
        assert lines[0].split()[:8] == ["县公安局", "2", "5", "牵", ".", "配", ".", "."]
        await press(pilot, "right", "enter", "enter")
        assert duty(office, "mbbbb1") == Duty(lead=("县消防援大队",))
        await press(pilot, "delete")
        assert duty(office, "mbbbb1") == Duty()
        await press(pilot, "f6", *"yjj", "enter", "enter")
        assert duty(office, "mbbbb1") == Duty(lead=("县应急管理局",))
        await press(pilot, "f10")
        assert "牵头" in screen_text(pilot)


async def test_the_matrix_is_narrowed_to_one_department(run: Run) -> None:
    async with run(FakeOffice(duty_plan())) as pilot:
        await enter(pilot)
        await press(pilot, "f10", "ctrl+f", *"gaj")
        await pilot.pause(0.2)
        shown = screen_text(pilot)
        assert "县公安局" in shown
        assert "县财政局" not in shown


async def test_the_whole_by_mouse(run: Run) -> None:
    office = FakeOffice(duty_plan())
    async with run(office) as pilot:
        await enter(pilot)
        row = next(n for n, line in enumerate(screen_text(pilot).splitlines()) if "检查加油站" in line)
        await pilot.click(offset=(10, row))
        await rest(pilot)
        keys = screen_text(pilot).splitlines()[-1]
        from planner.tui.display import width

        await pilot.click(offset=(width(keys[: keys.index("F6")]) + 1, 23))
        await rest(pilot)
        dialog = screen_text(pilot).splitlines()
        line = next(n for n, words in enumerate(dialog) if "县财政局" in words)
        await pilot.click(offset=(12, line), times=2)
        await rest(pilot)
        dialog = screen_text(pilot).splitlines()
        line = next(n for n, words in enumerate(dialog) if "牵头" in words and "1" in words)
        await pilot.click(offset=(12, line), times=2)
        await rest(pilot)
        assert duty(office, "mbbbb1") == Duty(lead=("县财政局",))


async def test_another_place_leads_to_a_measure(run: Run) -> None:
    async with run(FakeOffice(duty_plan()), size=(120, 40)) as pilot:
        await enter(pilot)
        app = pilot.app
        assert isinstance(app, PlannerApp)
        await press(pilot, "f4")
        app.go("home")
        await rest(pilot)
        app.show("assign", "maaaa2")
        await rest(pilot)
        assert any(">" in line and "1.2" in line for line in screen_text(pilot).splitlines())
