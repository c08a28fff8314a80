"""The roster on the screen: found by initials, changed, every change undone."""

from __future__ import annotations

from textual.pilot import Pilot

from planner.departments import Roster
from planner.tui.app import PlannerApp
from planner.tui.screens.departments import by_kind, names_in, standing
from planner.tui.widgets.rowmodel import Group
from tui.fakes import FakeOffice, roster
from tui.piloting import Run, press, rest, screen_text


async def _enter(pilot: Pilot[int]) -> None:
    assert isinstance(pilot.app, PlannerApp)
    pilot.app.go("departments")
    await rest(pilot)


def _kept(office: FakeOffice) -> Roster:
    return office.bodies[0]


def test_kinds_stand_in_their_own_order() -> None:
    headings = [item.title for item in by_kind(roster()) if isinstance(item, Group)]
    assert headings == ["党委机关", "政府部门", "垂直管理单位", "乡镇街道"]


def test_what_became_of_an_abolished_body_is_said() -> None:
    assert standing(roster().department("dajj01"), roster()) == "2019 年撤销，应急管理局承接"
    assert standing(roster().department("dyjj01"), roster()) == ""


def test_short_names_may_be_divided_by_any_usual_mark() -> None:
    assert names_in("应急局、安委办，应急 局;应急局") == ("应急局", "安委办", "应急", "局")


async def test_initials_find_a_body(run: Run) -> None:
    async with run(FakeOffice()) as pilot:
        await _enter(pilot)
        await press(pilot, "ctrl+f", *"yjj")
        await pilot.pause(0.2)
        shown = screen_text(pilot)
        assert "应急管理局" in shown
        assert "财政局" not in shown
        await press(pilot, "escape")
        await pilot.pause(0.2)
        assert "财政局" in screen_text(pilot)


async def test_a_body_is_added_and_taken_back(run: Run) -> None:
    office = FakeOffice()
    async with run(office) as pilot:
        await _enter(pilot)
        await press(pilot, "ctrl+n", *"数据局", "enter", "enter")
        added = next(held for held in _kept(office) if held.name == "数据局")
        assert "sjj" in added.initials
        await press(pilot, "ctrl+z")
        assert added.id not in _kept(office)


async def test_a_name_that_is_taken_is_refused(run: Run) -> None:
    office = FakeOffice()
    async with run(office) as pilot:
        await _enter(pilot)
        await press(pilot, "ctrl+n", *"财政局", "ctrl+s")
        assert "名录里已有 财政局" in screen_text(pilot)


async def test_a_body_is_renamed_and_still_found_by_its_old_name(run: Run) -> None:
    office = FakeOffice()
    async with run(office) as pilot:
        await _enter(pilot)
        await press(pilot, "f2", "end", "backspace", "办", "ctrl+s")
        assert _kept(office).department("dzzb01").name == "县委组织办"
        assert "县委组织部" in _kept(office).department("dzzb01").also


async def test_a_removed_body_comes_back(run: Run) -> None:
    office = FakeOffice()
    async with run(office) as pilot:
        await _enter(pilot)
        await press(pilot, "delete")
        assert "dzzb01" not in _kept(office)
        await press(pilot, "ctrl+z")
        assert "dzzb01" in _kept(office)


async def test_after_a_reform_a_body_is_abolished_and_succeeded(run: Run) -> None:
    office = FakeOffice()
    async with run(office) as pilot:
        await _enter(pilot)
        await press(pilot, "end", "ctrl+p", *"撤销与承接", "enter")
        assert "城关镇 的职责由谁承接" in screen_text(pilot)
        await press(pilot, *"yjj", "enter", "enter")
        changed = _kept(office).department("dcgz01")
        assert (changed.abolished, changed.successor) == (2027, "dyjj01")


async def test_a_ring_of_successors_is_refused(run: Run) -> None:
    office = FakeOffice()
    async with run(office) as pilot:
        await _enter(pilot)
        await press(pilot, "down", "ctrl+p", *"撤销与承接", "enter", *"ajj", "enter", "enter")
        assert "不能这样指定" in screen_text(pilot)
        assert _kept(office).department("dyjj01").abolished is None


async def test_on_a_narrow_screen_the_details_are_one_key_away(run: Run) -> None:
    async with run(FakeOffice()) as pilot:
        await _enter(pilot)
        await press(pilot, "down", "enter")
        shown = screen_text(pilot)
        assert "应急管理厅" in shown
        assert "承接自" in shown
        await press(pilot, "escape")
        assert "财政局" in screen_text(pilot)


async def test_on_a_wide_screen_the_details_stand_beside(run: Run) -> None:
    async with run(FakeOffice(), size=(120, 40)) as pilot:
        await _enter(pilot)
        await press(pilot, "down")
        assert "应急管理厅" in screen_text(pilot)
        await press(pilot, "f10")
        assert "应急管理厅" not in screen_text(pilot)
