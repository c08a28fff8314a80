"""The new plan's form: what it fills in by itself, what it shows beforehand, what it makes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from planner.office import Office
from planner.plan import Plan
from planner.tui.app import PlannerApp
from planner.tui.dialogs.new_plan import NewPlanDialog, new_plan
from planner.tui.widgets.fields import TextInput
from tui.fakes import HOSTILE, hostile_plan
from tui.library_office import FIRE, LibraryOffice
from tui.piloting import Run, press, rest, screen_text

from planner.drafting.draft import Pick  # isort: skip


def app_of(pilot: Pilot[int]) -> PlannerApp:
    assert isinstance(pilot.app, PlannerApp)
    return pilot.app


def field(pilot: Pilot[int], name: str) -> TextInput:
    return app_of(pilot).screen.query_one(f"#field-{name}", TextInput)


async def write(pilot: Pilot[int], name: str, words: str) -> None:
    """Write into a field and wait until the form has followed."""
    field(pilot, name).value = words
    await pilot.pause(0.4)
    await rest(pilot)


async def start(pilot: Pilot[int], *plans: Plan) -> None:
    new_plan(app_of(pilot), tuple(Pick(each) for each in plans))
    await rest(pilot)


@pytest.mark.parametrize(
    ("today", "year"), [(date(2027, 8, 31), "2027"), (date(2027, 9, 1), "2028"), (date(2028, 1, 5), "2028")]
)
async def test_from_september_on_the_next_year_is_planned(run: Run, today: date, year: str) -> None:
    office = LibraryOffice()
    office.today = lambda: today  # type: ignore[method-assign]
    async with run(office) as pilot:
        await start(pilot, FIRE)
        assert field(pilot, "year").value == year


async def test_title_follows_the_year_until_somebody_writes_one(run: Run) -> None:
    async with run(LibraryOffice()) as pilot:
        await start(pilot, FIRE)
        assert field(pilot, "title").value == "2027年消防安全工作要点"
        await write(pilot, "year", "2030")
        assert field(pilot, "title").value == "2030年消防安全工作要点"
        await write(pilot, "title", "临江县消防工作安排")
        await write(pilot, "year", "2031")
        assert field(pilot, "title").value == "临江县消防工作安排"


async def test_the_plan_is_made_from_what_was_typed_last_even_in_a_hurry(run: Run) -> None:
    office = LibraryOffice()
    async with run(office) as pilot:
        await start(pilot, FIRE)
        field(pilot, "year").value = "2029"
        await press(pilot, "ctrl+s")
        made = office.kept["newpln"][0]
        assert (made.year, made.title) == (2029, "2029年消防安全工作要点")


async def test_a_look_that_comes_while_the_plan_is_made_does_not_take_its_place(run: Run) -> None:
    async with run(LibraryOffice()) as pilot:
        await start(pilot, FIRE)
        dialog = app_of(pilot).screen
        assert isinstance(dialog, NewPlanDialog)
        dialog.do_save()
        dialog._look()
        await rest(pilot)
        assert app_of(pilot).session is not None


async def test_what_is_renewed_and_what_is_left_is_shown_before_and_said_after(run: Run) -> None:
    told = replace(FIRE, preamble="2026年全市消防工作会议提出要求。上年压减10%的任务已完成。")
    office = LibraryOffice()
    async with run(office, size=(120, 30)) as pilot:
        await start(pilot, told)
        shown = screen_text(pilot)
        assert "新计划将有 3 项任务" in shown
        assert "会自动更新" in shown
        assert "2026 改为 2027" in shown
        await press(pilot, "ctrl+s")
        assert "已新建：2027年消防安全工作要点" in screen_text(pilot)
        # What is left to a person is offered at once, and asked for only once.
        assert "要由您决定，现在处理吗" in screen_text(pilot)
        await press(pilot, "enter")
        assert "上年" in screen_text(pilot)
        assert "到原处改" in screen_text(pilot)
        await press(pilot, "escape", "ctrl+left", "ctrl+right")
        assert "要由您决定，现在处理吗" not in screen_text(pilot)


async def test_enter_goes_down_the_fields_and_makes_the_plan_at_the_end(run: Run) -> None:
    office = LibraryOffice()
    async with run(office) as pilot:
        await start(pilot, FIRE)
        await press(pilot, "enter", "enter", "enter")
        assert not office.kept
        await press(pilot, "enter")
        assert "newpln" in office.kept


async def test_place_and_level_are_remembered_for_the_next_plan(run: Run) -> None:
    office = LibraryOffice()
    async with run(office) as pilot:
        await start(pilot, FIRE)
        await press(pilot, "up", "enter", "end", "enter")
        assert "乡镇" in screen_text(pilot)
        await write(pilot, "region", "城关镇")
        await press(pilot, "ctrl+s")
        assert office.kept["newpln"][0].level == "township"
        await start(pilot, FIRE)
        assert field(pilot, "region").value == "城关镇"
        assert "乡镇" in screen_text(pilot)


async def test_several_templates_and_an_empty_plan(run: Run) -> None:
    office = LibraryOffice()
    async with run(office) as pilot:
        new_plan(app_of(pilot))
        await rest(pilot)
        await press(pilot, "tab", "space", "space", "enter")
        assert "等 2 份（取 6 项任务）" in screen_text(pilot)
        await press(pilot, "escape")
        assert not office.kept
        new_plan(app_of(pilot))
        await rest(pilot)
        await press(pilot, "up", "enter", "ctrl+s")
        assert office.kept["newpln"][0].title == "2027年工作要点"
        assert office.kept["newpln"][0].tasks == ()


async def test_the_year_is_refused_in_words_and_full_width_digits_are_digits(run: Run) -> None:
    office = LibraryOffice()
    async with run(office) as pilot:
        await start(pilot, FIRE)
        await write(pilot, "year", "27")
        await press(pilot, "ctrl+s")
        assert "四位数字" in screen_text(pilot)
        await write(pilot, "year", "２０２８")
        await press(pilot, "ctrl+s")
        assert office.kept["newpln"][0].year == 2028


def test_the_office_drafts_what_the_form_asks_for(tmp_path: Path) -> None:
    office = Office(tmp_path / "plans.db")
    source = next(held.plan for held in office.builtin_templates if held.key == "work-safety")
    some = tuple(task.id for task in source.tasks[:3])
    drafted = office.draft(
        (Pick(source, some),), 2031, issuer="临江县安委办", level="county", region="临江县"
    )
    assert [task.title for task in drafted.plan.tasks] == [task.title for task in source.tasks[:3]]
    assert (drafted.plan.year, drafted.plan.issuer, drafted.plan.region) == (2031, "临江县安委办", "临江县")
    assert "2031" in drafted.plan.title
    assert drafted.renewed
    assert office.plans() == ()


async def test_hostile_templates_are_only_shown(run: Run) -> None:
    async with run(LibraryOffice(), size=(120, 40)) as pilot:
        pilot.app.push_screen(NewPlanDialog((Pick(hostile_plan()),), note=HOSTILE))
        await rest(pilot)
        shown = screen_text(pilot)
        assert "[/x]" in shown
        assert not set(shown) & set("\x1b\x07\u202e\u200b\x9b")
