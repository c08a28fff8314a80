"""Home: a fresh machine, starting, opening, removing; by keys that an input method leaves alone."""

from __future__ import annotations

from pathlib import Path

from planner.tui.app import PlannerApp
from planner.tui.screens.home import grouped
from planner.tui.widgets.fields import TextInput
from planner.tui.widgets.rowmodel import Group
from tui.fakes import FakeOffice, plan
from tui.piloting import Run, press, screen_text


def _session_title(app: object) -> str:
    assert isinstance(app, PlannerApp)
    return app.session.record.title if app.session is not None else ""


def test_this_years_plans_stand_before_earlier_ones() -> None:
    cards = FakeOffice(plan("a", 2026), plan("b", 2027), plan("c", 2028)).plans()
    shown = [item.title if isinstance(item, Group) else item.id for item in grouped(cards, 2027)]
    assert shown == ["今年的计划", "b", "c", "以往的计划", "a"]


async def test_a_fresh_machine_is_told_how_to_begin(run: Run) -> None:
    async with run(FakeOffice()) as pilot:
        shown = screen_text(pilot)
        for words in ("新建计划", "打开计划文件", "试用示例县", "还没有计划", "Ctrl+N"):
            assert words in shown


async def test_the_demo_is_two_keys_away(run: Run) -> None:
    office = FakeOffice()
    async with run(office) as pilot:
        await press(pilot, "down", "down", "enter")
        assert "demo01" in office.kept
        assert _session_title(pilot.app) == "示例县2027年安全生产工作要点"


async def test_a_new_plan_from_a_template(run: Run) -> None:
    office = FakeOffice()
    async with run(office) as pilot:
        await press(pilot, "ctrl+n", "enter")
        assert "取 12 项任务" in screen_text(pilot)
        await press(pilot, "ctrl+s")
        assert office.kept["newpln"][0].year == 2027
        assert len(office.kept["newpln"][0].tasks) == 12


async def test_a_year_that_is_none_is_refused_in_words(run: Run) -> None:
    office = FakeOffice()
    async with run(office) as pilot:
        await press(pilot, "ctrl+n", "up", "enter", "9", "ctrl+s")
        assert "请改正" in screen_text(pilot)
        assert not office.kept
        await press(pilot, "escape")
        assert not office.kept


async def test_a_past_plan_file_is_read_and_becomes_a_template(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "2021年要点.txt"
    file.write_text("某县2021年要点\n", "utf-8")
    office = FakeOffice()
    async with run(office) as pilot:
        await press(pilot, "ctrl+o")
        pilot.app.screen.query_one(TextInput).value = str(file)
        await press(pilot, "enter")
        shown = screen_text(pilot)
        assert "读完了" in shown
        assert "3 项任务" in shown
        await press(pilot, "enter", "ctrl+s")
        assert office.kept["newpln"][0].year == 2027


async def test_what_needs_attention_leads_to_its_plan(run: Run) -> None:
    async with run(FakeOffice(plan(title="甲计划")), size=(120, 40)) as pilot:
        assert "[必改]" in screen_text(pilot)
        await press(pilot, "tab", "enter")
        assert _session_title(pilot.app) == "甲计划"


async def test_a_removed_plan_comes_back(run: Run) -> None:
    office = FakeOffice(plan(title="甲计划"))
    async with run(office) as pilot:
        await press(pilot, "delete")
        assert not office.kept
        assert "按 Ctrl+Z 恢复" in screen_text(pilot)
        await press(pilot, "ctrl+z")
        assert "plan01" in office.kept
        assert "甲计划" in screen_text(pilot)


async def test_several_removed_plans_come_back_the_last_first(run: Run) -> None:
    office = FakeOffice(plan(title="甲计划"), plan("plan02", title="乙计划"))
    async with run(office) as pilot:
        await press(pilot, "delete", "delete")
        assert not office.kept
        await press(pilot, "ctrl+z", "ctrl+z")
        assert sorted(office.kept) == ["plan01", "plan02"]


async def test_the_whole_page_by_mouse(run: Run) -> None:
    office = FakeOffice(plan(title="甲计划"))
    async with run(office) as pilot:
        await pilot.double_click("#plans", offset=(6, 2))
        await press(pilot)
        assert _session_title(pilot.app) == "甲计划"
        await pilot.click("TabRow", offset=(3, 0))
        await press(pilot)
        await pilot.click("Footer", offset=(15, 0))
        await press(pilot)
        assert "模板" in screen_text(pilot)
        assert len(pilot.app.screen_stack) == 2, "a click on the key's name does what the key does"


async def test_the_order_of_the_list_is_remembered(run: Run) -> None:
    office = FakeOffice(plan("a", 2027, "甲"), plan("b", 2026, "乙"))
    async with run(office) as pilot:
        await press(pilot, "f7", *["down"] * 3, "enter")
        assert office.settings["columns.home.plans"].startswith("year asc|")
    async with run(office) as pilot:
        assert "按年度从小到大" in screen_text(pilot)
