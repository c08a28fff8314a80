"""Quitting, opening another and deleting ask first where something is not saved: no silent loss."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from textual.pilot import Pilot

from assessments.sheet import Entry
from planner.office.assessment_records import CellConflict, Refused, SheetPlace
from planner.tui.app import PlannerApp
from planner.tui.leaving import Leaving
from planner.tui.ports import Saved
from tests.assessment_samples import SCHEME
from tests.tui.assessment_fakes import PLACE, FakeAssessments
from tui.fakes import FakeOffice, plan
from tui.piloting import Run, press, rest, screen_text, seen
from tui.test_clash_dialog import SlowDesk, met
from tui.test_saving import met as met_in_plan
from tui.test_scoring_place import assessment, enter, office_with


class BrokenDesk(FakeAssessments):
    """Cannot save until it is mended."""

    broken = True

    def set_entry(
        self, place: SheetPlace, unit: str, indicator: str, entry: Entry | None, before: Entry | None
    ) -> Saved[Entry] | CellConflict[Entry] | Refused:
        if self.broken:
            raise OSError("磁盘已满")
        return super().set_entry(place, unit, indicator, entry, before)


def left(pilot: Pilot[int]) -> bool:
    return not pilot.app.is_running or pilot.app._exit


async def test_with_everything_saved_one_leaves_at_once(run: Run) -> None:
    office = FakeOffice(plan())
    async with run(office) as pilot:
        app = pilot.app
        assert isinstance(app, PlannerApp)
        app.open_plan(office.open_plan("plan01"))
        await pilot.press("ctrl+q")
        assert left(pilot)


@pytest.mark.parametrize(
    ("keys", "leaves"), [(("enter",), False), (("escape",), False), (("down", "enter"), True)]
)
async def test_an_unsettled_clash_is_asked_about_before_one_leaves(
    run: Run, keys: tuple[str, ...], leaves: bool
) -> None:
    desk = FakeAssessments()
    async with run(office_with(desk)) as pilot:
        await met(pilot, desk)
        await seen()
        await press(pilot, "escape", "ctrl+q")
        shown = screen_text(pilot)
        assert isinstance(pilot.app.screen, Leaving)
        assert "有内容还没有保存，退出就没有了" in shown
        assert "评分：" in shown
        assert "共 1 处与别人填的不同" in shown
        assert "Ctrl+S" in shown
        await pilot.press(*keys)
        assert left(pilot) is leaves


async def test_a_failed_save_is_asked_about_and_can_be_saved_then(run: Run) -> None:
    desk = BrokenDesk()
    async with run(office_with(desk)) as pilot:
        await enter(pilot)
        await press(pilot, "down", "enter", "3", "enter", "escape", "ctrl+q")
        assert isinstance(pilot.app.screen, Leaving)
        assert "共 1 处没有存上" in screen_text(pilot)
        desk.broken = False
        await press(pilot, "enter", "ctrl+s")
        assert desk.held[PLACE].entry("t1", "meetings") == Entry(Decimal(3))
        await pilot.press("ctrl+q")
        assert left(pilot)


async def test_what_is_being_saved_is_waited_for(run: Run) -> None:
    desk = SlowDesk()
    async with run(office_with(desk)) as pilot:
        await enter(pilot)
        await pilot.press("down", "enter", "3", "enter", "1", "enter", "escape", "ctrl+q")
        await pilot.pause()
        assert not left(pilot)
        desk.may.set()
        for _ in range(100):
            await pilot.pause(0.02)
            if left(pilot):
                break
        assert left(pilot)
        assert desk.held[PLACE].entry("t1", "meetings") == Entry(Decimal(3))
        assert not assessment(pilot).unsaved


async def test_another_assessment_takes_the_place_only_when_told_to(run: Run) -> None:
    desk = FakeAssessments()
    other = replace(SCHEME, id="other1", title="另一个方案")
    desk.add_scheme(other)
    async with run(office_with(desk)) as pilot:
        await met(pilot, desk)
        await seen()
        await press(pilot, "escape")
        app = pilot.app
        assert isinstance(app, PlannerApp)
        for keys, opened in ((("enter",), SCHEME.id), (("down", "enter"), other.id)):
            app.open_assessment(other.id)
            await rest(pilot)
            assert "打开别的就没有了" in screen_text(pilot)
            await press(pilot, *keys)
            await rest(pilot)
            assert assessment(pilot).scheme.id == opened


async def test_another_plan_takes_the_place_only_when_told_to(run: Run) -> None:
    office = FakeOffice(plan(title="原来"), plan("plan02", title="另一份"))
    async with run(office) as pilot:
        session = await met_in_plan(pilot, office)
        await seen()
        await press(pilot, "escape")
        app = pilot.app
        assert isinstance(app, PlannerApp)
        app.open_plan(office.open_plan("plan02"))
        await rest(pilot)
        assert "起草：我的：与别人的修改不同" in screen_text(pilot)
        await press(pilot, "enter")
        assert app.session is session
        app.open_plan(office.open_plan("plan02"))
        await rest(pilot)
        await press(pilot, "down", "enter")
        assert app.session is not None
        assert app.session.record.id == "plan02"


async def test_a_plan_with_an_unsettled_conflict_is_not_deleted_in_silence(run: Run) -> None:
    office = FakeOffice(plan(title="原来"))
    async with run(office) as pilot:
        await met_in_plan(pilot, office)
        await seen()
        await press(pilot, "escape", "1")
        pilot.app.screen.query_one("#plans").focus()
        await press(pilot, "delete")
        assert isinstance(pilot.app.screen, Leaving)
        assert "删除就没有了" in screen_text(pilot)
        await press(pilot, "enter")
        assert [card.id for card in office.plans()] == ["plan01"]


async def test_a_scheme_with_an_unsettled_clash_is_not_deleted_in_silence(run: Run) -> None:
    desk = FakeAssessments()
    async with run(office_with(desk)) as pilot:
        await met(pilot, desk)
        await seen()
        await press(pilot, "escape")
        app = pilot.app
        assert isinstance(app, PlannerApp)
        app.go("scheme")
        await rest(pilot)
        app.screen.do_other_scheme()  # type: ignore[attr-defined]
        await rest(pilot)
        await press(pilot, "delete")
        assert isinstance(pilot.app.screen, Leaving)
        await press(pilot, "down", "enter")
        assert SCHEME.id not in [card.id for card in desk.schemes()]
