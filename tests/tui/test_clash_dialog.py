"""Two people in one cell: what one types meanwhile answers nothing, and nothing that was typed is lost."""

from __future__ import annotations

import asyncio
import threading
from decimal import Decimal
from pathlib import Path

import pytest
from textual.pilot import Pilot

from assessments.sheet import Entry
from planner.office import Office
from planner.office.assessment_records import CellConflict, Refused, SheetPlace
from planner.tui.dialogs import clash
from planner.tui.dialogs.clash import ClashDialog
from planner.tui.ports import Saved
from tests.assessment_samples import SCHEME
from tests.tui.assessment_fakes import PLACE, FakeAssessments
from tui.piloting import Run, press, rest, screen_text, seen
from tui.test_scoring_place import assessment, enter, office_with

THEIRS, MINE = Entry(Decimal(1)), Entry(Decimal(3))


async def met(pilot: Pilot[int], desk: FakeAssessments) -> None:
    """Type 3 into a cell into which somebody wrote 1 meanwhile."""
    await enter(pilot)
    await press(pilot, "down", "enter", "3")
    desk.change_elsewhere(PLACE, "t1", "meetings", THEIRS)
    await press(pilot, "enter")
    await rest(pilot)
    assert isinstance(pilot.app.screen, ClashDialog)


@pytest.mark.parametrize(
    "keys", [("enter",), ("9", "enter", "8", "enter"), ("down", "down", "enter"), ("escape",)]
)
async def test_keys_meant_for_the_cell_answer_nothing(run: Run, keys: tuple[str, ...]) -> None:
    desk = FakeAssessments()
    async with run(office_with(desk)) as pilot:
        await met(pilot, desk)
        await press(pilot, *keys)
        assert isinstance(pilot.app.screen, ClashDialog), "nobody can have read it yet"
        waiting = assessment(pilot).clash
        assert waiting is not None
        assert waiting.conflict.mine == MINE


async def test_keys_that_came_in_one_piece_with_the_entry_answer_nothing(run: Run) -> None:
    desk = FakeAssessments()
    async with run(office_with(desk)) as pilot:
        await enter(pilot)
        await press(pilot, "down", "enter", "3")
        desk.change_elsewhere(PLACE, "t1", "meetings", THEIRS)
        for _ in range(4):
            pilot.app.simulate_key("enter")
        await rest(pilot)
        await rest(pilot)
        assert isinstance(pilot.app.screen, ClashDialog)
        assert assessment(pilot).clash is not None


async def test_who_goes_on_typing_has_not_seen_the_question(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clash, "PAUSE", 0.3)
    desk = FakeAssessments()
    async with run(office_with(desk)) as pilot:
        await met(pilot, desk)
        for _ in range(6):
            await press(pilot, "down", "enter")
            await asyncio.sleep(0.1)
        assert isinstance(pilot.app.screen, ClashDialog)


@pytest.mark.parametrize(("keys", "kept"), [(("down", "enter"), MINE), (("down", "down", "enter"), THEIRS)])
async def test_a_clash_is_asked_about(run: Run, keys: tuple[str, ...], kept: Entry) -> None:
    desk = FakeAssessments()
    async with run(office_with(desk)) as pilot:
        await met(pilot, desk)
        shown = screen_text(pilot)
        assert "李同事刚改过同一项" in shown
        assert "实际数 1" in shown
        assert "实际数 3" in shown
        await seen()
        await press(pilot, *keys)
        await rest(pilot)
        assert desk.held[PLACE].entry("t1", "meetings") == kept
        assert "已保存" in screen_text(pilot)


@pytest.mark.parametrize("key", ["escape", "enter"])
async def test_it_can_be_decided_later_and_nothing_is_lost(run: Run, key: str) -> None:
    desk = FakeAssessments()
    async with run(office_with(desk)) as pilot:
        await met(pilot, desk)
        await seen()
        await press(pilot, key)
        assert not isinstance(pilot.app.screen, ClashDialog)
        shown = screen_text(pilot)
        assert "按 Ctrl+S 再来定" in shown
        assert "未保存" in shown
        assert desk.held[PLACE].entry("t1", "meetings") == THEIRS
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, ClashDialog)
        assert "请先选择保留哪一份" not in screen_text(pilot), "the dialog says it, and goes with the answer"
        await seen()
        await press(pilot, "down", "enter")
        await rest(pilot)
        assert desk.held[PLACE].entry("t1", "meetings") == MINE


async def test_the_next_clash_is_asked_about_when_the_first_is_settled(run: Run) -> None:
    desk = FakeAssessments()
    async with run(office_with(desk)) as pilot:
        await enter(pilot)
        for unit in ("t1", "t2"):
            desk.change_elsewhere(PLACE, unit, "meetings", THEIRS)
            assessment(pilot).enter_over(unit, "meetings", MINE, None)
        await rest(pilot)
        for _ in range(2):
            assert isinstance(pilot.app.screen, ClashDialog)
            await seen()
            await press(pilot, "down", "enter")
            await rest(pilot)
        assert not isinstance(pilot.app.screen, ClashDialog)
        assert [desk.held[PLACE].entry(unit, "meetings") for unit in ("t1", "t2")] == [MINE, MINE]


# Saved means saved


class SlowDesk(FakeAssessments):
    """Saves only when it is let."""

    def __init__(self) -> None:
        super().__init__()
        self.may = threading.Event()

    def set_entry(
        self, place: SheetPlace, unit: str, indicator: str, entry: Entry | None, before: Entry | None
    ) -> Saved[Entry] | CellConflict[Entry] | Refused:
        assert self.may.wait(10)
        return super().set_entry(place, unit, indicator, entry, before)


async def test_a_save_that_takes_long_is_shown_as_under_way(run: Run) -> None:
    desk = SlowDesk()
    async with run(office_with(desk)) as pilot:
        await enter(pilot)
        await pilot.press("down", "enter", "3", "enter")
        await pilot.pause()
        assert "正在保存" in screen_text(pilot).splitlines()[1]
        desk.may.set()
        await rest(pilot)
        assert "已保存" in screen_text(pilot).splitlines()[1]
        assert desk.held[PLACE].entry("t1", "meetings") == MINE


async def test_what_is_shown_as_saved_is_in_the_workspace(tmp_path: Path) -> None:
    from planner.tui.app import PlannerApp

    here, there = Office(tmp_path / "w.db"), Office(tmp_path / "w.db")
    here.assessments.add_scheme(SCHEME)
    app = PlannerApp(here, language_is_given=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await rest(pilot)
        await enter(pilot)
        await pilot.press("down", "enter")
        for number in range(1, 5):
            await pilot.press(str(number), "enter")
            if assessment(pilot).state == "saved":
                assert "已保存" in screen_text(pilot).splitlines()[1]
                held = there.assessments.sheets(SCHEME.id)
                mine = {each.id: each for each in assessment(pilot).board.sheets}
                assert {each.id: each for each in held} == mine
