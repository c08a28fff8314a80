"""The draft on the screen: tasks edited, moved, taken, renewed, handed over; all of it undone again."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from planner.plan import Due, Measure, Plan, Source
from planner.tui.app import PlannerApp
from planner.tui.screens.draft.screen import DraftScreen
from planner.tui.widgets.fields import FilterLine
from planner.tui.widgets.partlist import PartList
from planner.tui.widgets.rows import RowList
from tui.fakes import FakeOffice, plan, task
from tui.piloting import Run, press, rest, screen_text


async def _open(pilot: Pilot[int], office: FakeOffice, id: str = "plan01") -> DraftScreen:
    """Open a plan and wait until its draft stands on the screen."""
    app = pilot.app
    assert isinstance(app, PlannerApp)
    app.open_plan(office.open_plan(id))
    await rest(pilot)
    assert isinstance(app.screen, DraftScreen)
    return app.screen


def _kept(office: FakeOffice) -> Plan:
    return office.kept["plan01"][0]


def _titles(office: FakeOffice) -> list[str]:
    return [each.title for each in _kept(office).tasks]


async def test_the_plan_stands_with_its_numbers_and_what_is_missing(run: Run) -> None:
    office = FakeOffice(plan())
    async with run(office) as pilot:
        await _open(pilot, office)
        shown = screen_text(pilot)
        for words in ("一、", "总体要求", "1.", "第1项重点工作任务", "应急管理局", "有问题"):
            assert words in shown


async def test_a_section_is_renamed_and_it_is_undone(run: Run) -> None:
    office = FakeOffice(plan())
    async with run(office) as pilot:
        await _open(pilot, office)
        await press(pilot, "down", "f2", "end", "甲", "enter")
        assert _kept(office).sections[0].title == "总体要求甲"
        await press(pilot, "ctrl+z")
        assert _kept(office).sections[0].title == "总体要求"
        await press(pilot, "ctrl+y")
        assert _kept(office).sections[0].title == "总体要求甲"


async def test_a_task_is_made_behind_the_one_under_the_cursor(run: Run) -> None:
    office = FakeOffice(plan())
    async with run(office) as pilot:
        await _open(pilot, office)
        await press(pilot, "down", "down", "ctrl+n", "enter", *"新任务", "ctrl+s")
        assert _titles(office) == ["第1项重点工作任务", "新任务", "第3项重点工作任务", "第2项重点工作任务"]
        assert pilot.app.screen.query_one("#draft-rows", RowList).current.title == "新任务"


async def test_marked_tasks_are_deleted_in_one_step(run: Run) -> None:
    office = FakeOffice(plan())
    async with run(office) as pilot:
        await _open(pilot, office)
        await press(pilot, "down", "down", "space", "space", "delete")
        assert _titles(office) == ["第2项重点工作任务"]
        await press(pilot, "ctrl+z")
        assert len(_titles(office)) == 3


async def test_a_task_moves_over_into_the_next_section(run: Run) -> None:
    office = FakeOffice(plan())
    async with run(office) as pilot:
        await _open(pilot, office)
        await press(pilot, "down", "down", "ctrl+down", "ctrl+down")
        assert _kept(office).task("t00001").section == "sec002"
        await press(pilot, "ctrl+up")
        assert _kept(office).task("t00001").section == "sec001"


async def test_in_a_sorted_list_nothing_moves_and_this_is_said(run: Run) -> None:
    office = FakeOffice(plan())
    async with run(office) as pilot:
        screen = await _open(pilot, office)
        screen.query_one("#draft-rows", RowList).sort("title")
        await press(pilot, "ctrl+down")
        assert "列表按某一列排着序" in screen_text(pilot)
        assert not office.saves


async def test_the_task_is_read_in_full_with_its_duties_and_its_source(run: Run) -> None:
    held = plan()
    source = Source("往年要点", 12, 2021, "3")
    office = FakeOffice(held.with_task(replace(held.task("t00001"), source=source)))
    async with run(office, size=(80, 30)) as pilot:
        await _open(pilot, office)
        await press(pilot, "down", "down", "enter")
        shown = screen_text(pilot)
        for words in (
            "按季度开展检查",
            "牵头",
            "应急管理局",
            "配合",
            "财政局",
            "往年要点",
            "2021 年",
            "第12行",
        ):
            assert words in shown
        await press(pilot, "escape")
        assert isinstance(pilot.app.focused, RowList)


async def test_a_lead_is_named_by_initials(run: Run) -> None:
    office = FakeOffice(plan())
    async with run(office) as pilot:
        screen = await _open(pilot, office)
        await press(pilot, "down", "down", "down", "enter")
        screen.query_one(PartList).go_to("names/m00003/lead/0")
        await press(pilot, "enter", *"czj", "enter", "enter")
        assert _kept(office).task("t00003").measures[0].duty.lead == ("财政局",)


async def test_the_names_of_a_role_change_places_and_go(run: Run) -> None:
    held = plan()
    measure = held.task("t00001").measures[0]
    lead = replace(measure, duty=replace(measure.duty, lead=("公安局", "应急管理局")))
    office = FakeOffice(held.with_task(replace(held.task("t00001"), measures=(lead,))))
    async with run(office) as pilot:
        screen = await _open(pilot, office)
        await press(pilot, "down", "down", "enter")
        screen.query_one(PartList).go_to("names/m00001/lead/0")
        await press(pilot, "enter", "down", "ctrl+up", "enter")
        assert _kept(office).task("t00001").measures[0].duty.lead == ("应急管理局", "公安局")
        await press(pilot, "enter", "delete", "enter")
        assert _kept(office).task("t00001").measures[0].duty.lead == ("公安局",)


async def test_a_deadline_says_its_day_while_it_is_typed(run: Run) -> None:
    held = plan()
    measure = replace(held.task("t00001").measures[0], dues=(Due("6月底前"),))
    office = FakeOffice(held.with_task(replace(held.task("t00001"), measures=(measure,))))
    async with run(office) as pilot:
        screen = await _open(pilot, office)
        await press(pilot, "down", "down", "enter")
        screen.query_one(PartList).go_to(f"due/{measure.id}//0")
        await press(pilot, "enter", "home", "delete", "9")
        assert "截止：2027-09-30" in screen_text(pilot)
        await press(pilot, "ctrl+s")
        (due,) = _kept(office).task("t00001").measures[0].dues
        assert (due.text, str(due.day)) == ("9月底前", "2027-09-30")


async def test_a_target_in_the_text_is_offered_and_noted_with_its_number(run: Run) -> None:
    held = plan()
    measure = replace(held.task("t00001").measures[0], targets=())
    office = FakeOffice(held.with_task(replace(held.task("t00001"), measures=(measure,))))
    async with run(office) as pilot:
        screen = await _open(pilot, office)
        await press(pilot, "down", "down", "enter")
        screen.query_one(PartList).go_to(f"measure/{measure.id}//0")
        await press(pilot, "enter")
        assert "记下文中的目标" in screen_text(pilot)
        await press(pilot, "enter")
        assert "理解为：不少于 200 家" in screen_text(pilot)
        await press(pilot, "ctrl+s")
        (target,) = _kept(office).task("t00001").measures[0].targets
        assert (target.comparison, str(target.value), target.unit) == ("at_least", "200", "家")


async def test_a_measure_is_split_and_joined_again(run: Run) -> None:
    held = plan()
    measure = Measure("m00001", "先查隐患。再抓整改。")
    office = FakeOffice(held.with_task(replace(held.task("t00001"), measures=(measure,))))
    async with run(office) as pilot:
        screen = await _open(pilot, office)
        await press(pilot, "down", "down", "enter")
        screen.perform("split")
        await rest(pilot)
        await press(pilot, "enter")
        texts = [each.text for each in _kept(office).task("t00001").measures]
        assert texts == ["先查隐患。", "再抓整改。"]
        screen.query_one(PartList).go_to("text/m00001//0")
        screen.perform("merge")
        await rest(pilot)
        assert [each.text for each in _kept(office).task("t00001").measures] == [measure.text]


async def test_the_header_is_edited_like_a_task(run: Run) -> None:
    office = FakeOffice(plan())
    async with run(office) as pilot:
        screen = await _open(pilot, office)
        await press(pilot, "enter")
        screen.query_one(PartList).go_to("header/plan01/number/0")
        await press(pilot, "enter", *"临安委办3号", "enter")
        assert _kept(office).number == "临安委办3号"


async def test_the_filter_looks_into_the_text_and_keeps_the_headings(run: Run) -> None:
    held = plan()
    measure = replace(held.task("t00002").measures[0], text="油气长输管道专项检查")
    office = FakeOffice(held.with_task(replace(held.task("t00002"), measures=(measure,))))
    async with run(office) as pilot:
        await _open(pilot, office)
        await press(pilot, "ctrl+f", *"长输")
        await pilot.pause(0.2)
        shown = screen_text(pilot)
        assert "第2项重点工作任务" in shown
        assert "重点任务" in shown
        assert "第1项重点工作任务" not in shown
        assert pilot.app.screen.query_one("#draft-rows", RowList).current_key == "t00002"
        await press(pilot, "escape")
        await pilot.pause(0.2)
        assert "第1项重点工作任务" in screen_text(pilot)


async def test_only_what_needs_attention(run: Run) -> None:
    office = FakeOffice(plan())
    async with run(office) as pilot:
        await _open(pilot, office)
        await press(pilot, "f4")
        shown = screen_text(pilot)
        assert "第3项重点工作任务" in shown
        assert "第1项重点工作任务" not in shown
        await press(pilot, "escape")
        assert "第1项重点工作任务" in screen_text(pilot)


async def _with_template(pilot: Pilot[int], office: FakeOffice) -> DraftScreen:
    """Open the plan, go to its last task, and show the first template."""
    screen = await _open(pilot, office)
    await press(pilot, "end", "f5", "enter")
    return screen


class Templates(FakeOffice):
    """An office with one template of a task that no plan has, under a heading that no plan has."""

    def templates(self):  # type: ignore[no-untyped-def]
        from planner.library import Template
        from planner.plan import Section

        held = Plan(
            "tmpl09",
            "森林防火工作要点",
            2026,
            field="安全生产",
            sections=(Section("sx", "野外火源管控"),),
            tasks=(task("t00901", "在林区路口设卡检查火种", section="sx"),),
        )
        return (Template("builtin/forest", "builtin", held), *super().templates()[:1])


async def test_a_task_is_taken_and_remembers_its_source(run: Run) -> None:
    office = Templates(plan())
    async with run(office) as pilot:
        await _with_template(pilot, office)
        await press(pilot, "down", "f5")
        assert "取到哪一部分" in screen_text(pilot)
        await press(pilot, "enter")
        taken = _kept(office).tasks[-1]
        assert taken.title == "在林区路口设卡检查火种"
        assert taken.source is not None
        assert (taken.source.document, taken.source.year) == ("森林防火工作要点", 2026)
        assert _kept(office).section(taken.section).title == "野外火源管控"
        shown = screen_text(pilot)
        assert "已取" in shown
        assert "Ctrl+R" in shown


async def test_a_task_is_taken_into_the_section_under_the_cursor(run: Run) -> None:
    office = Templates(plan())
    async with run(office) as pilot:
        await _with_template(pilot, office)
        await press(pilot, "down", "f5", "down", "enter")
        taken = next(each for each in _kept(office).tasks if each.title == "在林区路口设卡检查火种")
        assert taken.section == "sec002"


@pytest.mark.parametrize(("keys", "added"), [(("enter",), 0), (("space", "enter"), 1)])
async def test_a_double_is_pointed_out_before_it_is_taken(
    run: Run, keys: tuple[str, ...], added: int
) -> None:
    office = FakeOffice(plan())
    async with run(office) as pilot:
        await _with_template(pilot, office)
        await press(pilot, "down", "f5")
        assert "已有相似的" in screen_text(pilot)
        await press(pilot, *keys)
        assert len(_kept(office).tasks) == 3 + added


async def test_templates_are_found_by_typing_on_their_list(run: Run) -> None:
    office = FakeOffice(plan())
    async with run(office) as pilot:
        await _open(pilot, office)
        await press(pilot, "ctrl+t", "没", "有")
        assert "没有符合的" in screen_text(pilot)


async def test_f3_goes_from_hit_to_hit_and_round(run: Run) -> None:
    office = FakeOffice(plan(count=6))
    async with run(office) as pilot:
        screen = await _open(pilot, office)
        await press(pilot, "f3")
        assert isinstance(screen.focused, FilterLine), "without words they are asked for"
        await press(pilot, *"重点", "f3")
        await asyncio.sleep(FilterLine.PAUSE * 2)
        await press(pilot, "f3")
        first = screen.record_here()
        hits = set()
        for _ in range(12):
            hits.add(screen.record_here())
            await press(pilot, "f3")
            if screen.record_here() == first:
                break
        assert {task.id for task in plan(count=6).tasks} <= hits
        assert screen.record_here() == first


async def test_a_template_cannot_be_edited_and_this_is_said(run: Run) -> None:
    office = FakeOffice(plan())
    async with run(office) as pilot:
        await _with_template(pilot, office)
        await press(pilot, "f2")
        assert "模板里的内容不能改" in screen_text(pilot)


async def test_renewing_carries_out_what_is_accepted_in_one_step(run: Run) -> None:
    held = replace(plan(), preamble="2027年是关键一年。")
    office = FakeOffice(held)
    async with run(office) as pilot:
        await _open(pilot, office)
        await press(pilot, "ctrl+r", "ctrl+s")
        assert "可以更新" in screen_text(pilot)
        await press(pilot, "ctrl+a", "ctrl+s")
        assert (_kept(office).year, _kept(office).title) == (2028, "临江县2028年安全生产工作要点")
        await press(pilot, "ctrl+z")
        assert _kept(office) == held


async def test_renewing_left_by_escape_changes_nothing(run: Run) -> None:
    office = FakeOffice(plan())
    async with run(office) as pilot:
        await _open(pilot, office)
        await press(pilot, "ctrl+r", "ctrl+s", "enter", "escape", "down", "enter")
        assert not office.saves


async def test_renewing_leads_to_the_place_with_what_was_accepted(run: Run) -> None:
    held = replace(plan(), preamble="2027年是关键一年。")
    office = FakeOffice(held)
    async with run(office) as pilot:
        await _open(pilot, office)
        await press(pilot, "ctrl+r", "ctrl+s", "enter", "ctrl+l")
        assert _kept(office).year == 2028 or _kept(office).title != held.title
        assert "到原处改" not in screen_text(pilot), "the dialog is gone"


async def test_renewing_may_be_for_another_level(run: Run) -> None:
    office = FakeOffice(replace(plan(), level="province", region=""))
    async with run(office) as pilot:
        await _open(pilot, office)
        await press(pilot, "ctrl+r", "enter", "enter")
        assert "乡镇" in screen_text(pilot)
        await press(pilot, "down", "down", "enter", "ctrl+s")
        assert "县" in screen_text(pilot)
        await press(pilot, "ctrl+a", "ctrl+s")
        assert _kept(office).level == "county"


async def test_a_persons_own_words_are_carried_out(run: Run) -> None:
    office = FakeOffice(plan())
    async with run(office) as pilot:
        await _open(pilot, office)
        await press(pilot, "ctrl+r", "ctrl+s", "f2", "end", "backspace", "9", "enter", "ctrl+s")
        assert _kept(office).title == "临江县2029年安全生产工作要点"


async def test_an_export_never_writes_over_a_file_without_asking(run: Run, tmp_path: Path) -> None:
    office = FakeOffice(plan())
    async with run(office) as pilot:
        screen = await _open(pilot, office)
        target = tmp_path / "甲.toml"
        target.write_text("原来", "utf-8")
        for answer, kept in (("enter", "原来"), ("down", _kept(office).title)):
            from planner.tui.exporting import export

            export(pilot.app, screen.plan, tmp_path)
            await rest(pilot)
            await press(pilot, "ctrl+a", *str(target), "enter")
            assert "要覆盖吗" in screen_text(pilot)
            await press(pilot, answer, *(() if answer == "enter" else ("enter",)))
            assert target.read_text("utf-8") == kept


async def test_three_panes_stand_side_by_side_where_there_is_room(run: Run) -> None:
    office = FakeOffice(plan())
    async with run(office, size=(160, 40)) as pilot:
        await _open(pilot, office)
        await press(pilot, "down", "down")
        shown = screen_text(pilot)
        for words in ("还没有选模板", "第3项重点工作任务", "任务全文"):
            assert words in shown


async def test_the_mouse_chooses_a_task_and_opens_a_part(run: Run) -> None:
    office = FakeOffice(plan())
    async with run(office, size=(160, 40)) as pilot:
        screen = await _open(pilot, office)
        await pilot.click("#draft-rows", offset=(20, 4))
        await rest(pilot)
        assert screen.query_one("#draft-rows", RowList).current_key == "t00003"
        await pilot.click("#parts", offset=(14, 0), times=2)
        await rest(pilot)
        assert "修改任务标题" in screen_text(pilot)


async def test_at_eighty_columns_one_key_brings_the_next_pane(run: Run) -> None:
    office = FakeOffice(plan())
    async with run(office) as pilot:
        await _open(pilot, office)
        await press(pilot, "f10")
        assert "任务全文" in screen_text(pilot)
        await press(pilot, "f10")
        assert "还没有选模板" in screen_text(pilot)


async def test_another_place_leads_to_a_task_that_a_filter_hides(run: Run) -> None:
    office = FakeOffice(plan())
    async with run(office) as pilot:
        screen = await _open(pilot, office)
        await press(pilot, "f4")
        app = pilot.app
        assert isinstance(app, PlannerApp)
        app.show("draft", "t00002")
        await rest(pilot)
        assert screen.query_one("#draft-rows", RowList).current_key == "t00002"


async def test_another_place_leads_to_a_measure(run: Run) -> None:
    office = FakeOffice(plan())
    async with run(office) as pilot:
        screen = await _open(pilot, office)
        app = pilot.app
        assert isinstance(app, PlannerApp)
        app.show("draft", "m00002")
        await rest(pilot)
        assert screen.query_one("#draft-rows", RowList).current_key == "t00002"
        part = screen.query_one(PartList).current
        assert part is not None
        assert part.id == "m00002"


async def test_the_template_of_the_same_field_is_offered_first(run: Run) -> None:
    office = FakeOffice(replace(plan(), field="消防"))
    office.templates = lambda: tuple(  # type: ignore[method-assign]
        replace(held, plan=replace(held.plan, field="消防" if "fire" in held.key else "安全生产"))
        for held in FakeOffice.templates(office)
    )
    async with run(office) as pilot:
        await _open(pilot, office)
        await press(pilot, "ctrl+t", "enter")
        assert "消防工作要点（模板）" in screen_text(pilot)


async def test_another_plan_is_shown_from_its_beginning(run: Run) -> None:
    office = FakeOffice(plan(), plan("plan02", title="另一份计划"))
    async with run(office) as pilot:
        screen = await _open(pilot, office)
        await press(pilot, "end", "space", "f4")
        await _open(pilot, office, "plan02")
        rows = screen.query_one("#draft-rows", RowList)
        assert rows.current_key == "plan02"
        assert not rows.model.marked
        assert "另一份计划" in screen_text(pilot)
