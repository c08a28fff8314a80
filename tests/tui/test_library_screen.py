"""The library: search while typing, look inside, mark anywhere, take, remove; without a letter key."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from planner.plan import Plan
from planner.tui.app import PlannerApp
from planner.tui.screens.library import LibraryScreen
from planner.tui.widgets.fields import TextInput
from planner.tui.widgets.rows import RowList
from tui.fakes import plan
from tui.library_office import LibraryOffice
from tui.piloting import Run, press, rest, screen_text

DRAFT = plan("draft1", 2027, "临江县2027年工作要点")


def app_of(pilot: Pilot[int]) -> PlannerApp:
    assert isinstance(pilot.app, PlannerApp)
    return pilot.app


async def enter(pilot: Pilot[int], office: LibraryOffice, *, draft: bool = True) -> LibraryScreen:
    """Go to the library, with the first plan open."""
    app = app_of(pilot)
    if draft:
        app.open_plan(office.open_plan("draft1"))
    app.go("library")
    await rest(pilot)
    assert isinstance(app.screen, LibraryScreen)
    return app.screen


async def search(pilot: Pilot[int], words: str) -> None:
    """Write into the search line as an input method does."""
    await press(pilot, "ctrl+f")
    app_of(pilot).screen.query_one(TextInput).value = words
    await pilot.pause(0.15)
    await rest(pilot)


def draft_titles(pilot: Pilot[int]) -> list[str]:
    session = app_of(pilot).session
    assert session is not None
    return [task.title for task in session.record.tasks]


async def test_all_templates_stand_with_own_plans_first(run: Run) -> None:
    office = LibraryOffice(DRAFT)
    async with run(office) as pilot:
        await enter(pilot, office)
        shown = screen_text(pilot)
        order = [shown.index(words) for words in ("临江县2027年工作要点", "程序内置", "消防安全", "防汛抗旱")]
        assert order == sorted(order)
        assert "取进：临江县2027年工作要点" in shown


async def test_search_finds_words_and_initials_and_leaves_the_draft_out(run: Run) -> None:
    office = LibraryOffice(DRAFT)
    async with run(office, size=(120, 30)) as pilot:
        screen = await enter(pilot, office)
        await search(pilot, "演练 物资")
        assert "没有找到" in screen_text(pilot)
        await search(pilot, "yjj")
        hits = screen.query_one("#hits", RowList).model.records()
        assert {hit.template.key for hit in hits} == {"builtin/flood"}
        assert "单位 应急" in screen_text(pilot)
        await press(pilot, "escape")
        await pilot.pause(0.15)
        await rest(pilot)
        assert "程序内置" in screen_text(pilot)


async def test_enter_goes_in_to_the_task_and_esc_comes_back(run: Run) -> None:
    office = LibraryOffice(DRAFT)
    async with run(office) as pilot:
        await enter(pilot, office)
        await search(pilot, "物资")
        await press(pilot, "enter", "enter")
        shown = screen_text(pilot)
        assert "2. 储备和管理防汛抗旱物资" in shown
        for words in ("牵头：应急管理局", "配合：财政局", "目标：排查企业不少于200家"):
            assert words in shown
        await press(pilot, "enter", "escape", "escape")
        assert "找到的任务" in screen_text(pilot)


async def test_marks_of_several_searches_are_taken_in_one_step(run: Run) -> None:
    office = LibraryOffice(DRAFT)
    async with run(office) as pilot:
        await enter(pilot, office)
        before = draft_titles(pilot)
        await search(pilot, "预案")
        await press(pilot, "enter", "space")
        await search(pilot, "消防技能")
        await press(pilot, "enter", "space")
        assert "共标记 2 项" in screen_text(pilot)
        await press(pilot, "f5")
        assert "已取进 2 项任务" in screen_text(pilot)
        assert sorted(draft_titles(pilot)) == sorted([*before, "修订防汛应急预案", "培训重点人群消防技能"])
        assert "共标记" not in screen_text(pilot)
        await press(pilot, "ctrl+z")
        assert draft_titles(pilot) == before


async def test_what_is_there_already_can_be_left_out(run: Run) -> None:
    office = LibraryOffice(DRAFT)
    async with run(office) as pilot:
        await enter(pilot, office)
        await search(pilot, "预案")
        await press(pilot, "enter", "f5", "escape", "down", "down", "f5")
        shown = screen_text(pilot)
        assert "要取的 3 项中，有 1 项本计划里已有相似的" in shown
        assert "修订防汛应急预案" in shown
        await press(pilot, "enter")
        assert len(draft_titles(pilot)) == len(DRAFT.tasks) + 3
        assert draft_titles(pilot).count("修订防汛应急预案") == 1


async def test_a_section_is_taken_whole_from_the_preview(run: Run) -> None:
    office = LibraryOffice(DRAFT)
    async with run(office) as pilot:
        await enter(pilot, office)
        await press(pilot, "down", "enter", "down", "f5")
        assert len(draft_titles(pilot)) == len(DRAFT.tasks) + 3


async def test_the_draft_is_not_taken_into_itself(run: Run) -> None:
    office = LibraryOffice(DRAFT)
    async with run(office) as pilot:
        await enter(pilot, office)
        await press(pilot, "f5")
        assert "这就是正在起草的计划" in screen_text(pilot)


async def test_without_a_draft_taking_offers_a_new_plan(run: Run) -> None:
    office = LibraryOffice()
    async with run(office) as pilot:
        await enter(pilot, office, draft=False)
        await press(pilot, "enter", "end", "space", "f5")
        assert "现在没有打开的计划" in screen_text(pilot)
        await press(pilot, "ctrl+s")
        made: Plan = office.kept["newpln"][0]
        assert [task.title for task in made.tasks] == ["培训重点人群消防技能"]
        assert made.year == 2027
        assert app_of(pilot).session is not None


async def test_an_own_plan_is_removed_and_comes_back_but_no_built_in_one(run: Run) -> None:
    office = LibraryOffice(DRAFT, plan("past01", 2025, "临江县2025年工作要点"))
    async with run(office) as pilot:
        await enter(pilot, office)
        await press(pilot, "down", "delete")
        assert "past01" not in office.kept
        assert "按 Ctrl+Z 恢复" in screen_text(pilot)
        await press(pilot, "ctrl+z")
        assert "past01" in office.kept
        await press(pilot, "end", "delete")
        assert "内置模板不能删除" in screen_text(pilot)


async def test_a_file_becomes_a_template_for_this_session(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "2021年要点.txt"
    file.write_text("某县2021年要点\n", "utf-8")
    office = LibraryOffice(DRAFT)
    async with run(office) as pilot:
        await enter(pilot, office)
        await press(pilot, "ctrl+o")
        app_of(pilot).screen.query_one(TextInput).value = str(file)
        await press(pilot, "enter", "enter")
        shown = screen_text(pilot)
        assert "这次打开的文件" in shown
        assert "> 某县2021年要点" in shown
        assert list(office.kept) == ["draft1"]
        await press(pilot, "delete")
        assert "这次打开的文件" not in screen_text(pilot)
        await press(pilot, "ctrl+z")
        assert "这次打开的文件" in screen_text(pilot)


async def test_a_plan_made_elsewhere_stands_here_when_one_comes_back(run: Run) -> None:
    office = LibraryOffice(DRAFT)
    async with run(office) as pilot:
        await enter(pilot, office)
        office.add_plan(plan("newone", 2026, "刚做好的计划"))
        app_of(pilot).go("home")
        await rest(pilot)
        app_of(pilot).go("library")
        await rest(pilot)
        assert "刚做好的计划" in screen_text(pilot)


async def test_whoever_reads_stays_at_his_task_when_templates_are_read_again(run: Run) -> None:
    office = LibraryOffice(DRAFT)
    async with run(office) as pilot:
        screen = await enter(pilot, office)
        await press(pilot, "down", "enter", "end")
        app_of(pilot).shelf.refresh()
        await rest(pilot)
        row = screen.query_one("#outline", RowList).current
        assert row is not None
        assert row.record.title == "培训重点人群消防技能"
        await press(pilot, "escape", "down", "enter")
        row = screen.query_one("#outline", RowList).current
        assert row is not None
        assert row.kind == "plan"


async def test_look_and_take_by_mouse(run: Run) -> None:
    office = LibraryOffice(DRAFT)
    async with run(office, size=(120, 30)) as pilot:
        await enter(pilot, office)
        await pilot.click("#templates", offset=(6, 4))
        await rest(pilot)
        await pilot.click("#outline", offset=(0, 3))
        await rest(pilot)
        await pilot.click("#outline", offset=(0, 4))
        await rest(pilot)
        assert "共标记 2 项" in screen_text(pilot)
        footer = screen_text(pilot).splitlines()[-1]
        await pilot.click("Footer", offset=(_cells_before(footer, "F5"), 0))
        await rest(pilot)
        assert "已取进 2 项任务" in screen_text(pilot)


def _cells_before(line: str, words: str) -> int:
    from planner.tui.display import width

    return width(line[: line.index(words)])
