"""What the scoring place shows beside the figures: evidence, doubtful cards, what is due, what is new."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from assessments.rules.control_quota import ControlQuota
from assessments.rules.deduct import Deduct
from assessments.rules.faults import Fault
from assessments.scheme import EventTrigger, Scheme, Veto
from assessments.sheet import Entry, Event, Evidence
from planner.office.assessment_records import SheetPlace
from planner.tui.assessment import OpenAssessment, Voice, load
from planner.tui.screens.scoring import rows
from planner.tui.screens.scoring.head import head_words
from planner.tui.screens.scoring.rows import ItemRow, UnitRow
from planner.tui.screens.scoring.table import Table
from planner.tui.widgets.rowmodel import Group
from tests.assessment_samples import SCHEME
from tests.tui.assessment_fakes import PLACE, FakeAssessments, at
from tui.piloting import Run, press, rest, screen_text
from tui.test_scoring_place import assessment, enter, office_with, settle


def table_of(desk: FakeAssessments) -> Table:
    return Table(OpenAssessment(desk, load(desk, SCHEME.id), *3 * (lambda *_: None,)))


def row_of(desk: FakeAssessments, id: str) -> ItemRow:
    return next(row for row in table_of(desk).rows("t1") if row.key == id)


# Rows and headings


def test_a_heading_says_what_is_due_without_what_does_not_concern_the_unit() -> None:
    desk = FakeAssessments()
    desk.change_elsewhere(PLACE, "t1", "meetings", Entry(not_applicable=True, reason="无此职能"))
    first = table_of(desk).items("t1")[0]
    assert isinstance(first, Group)
    assert first.note == "28 / 30"


def test_an_item_with_evidence_has_a_sign_with_the_number_of_pieces() -> None:
    desk = FakeAssessments()
    entry = Entry(Decimal(4), evidence=(Evidence("纪要.pdf", 1, "a"), Evidence("照片.jpg", 1, "b")))
    desk.change_elsewhere(PLACE, "t1", "meetings", entry)
    assert rows.title_cell(row_of(desk, "meetings")) == "1.2 附2 定期研究部署"
    assert rows.title_cell(row_of(desk, "hazards")) == "2.1 隐患整改"


@pytest.mark.parametrize(
    ("rule", "entry", "shown"),
    [
        (Deduct((Fault("迟报", each=Decimal(1)),)), Entry(Decimal(1)), "1 另1件"),
        (ControlQuota(counts=("迟报",), over="all"), Entry(figures={"quota": Decimal(1)}), "控1 1 件"),
        (ControlQuota(quota=Decimal(1), counts=("迟报",), over="all"), None, "1 件"),
    ],
)
def test_a_figure_and_events_do_not_read_as_one_number(rule: object, entry: Entry | None, shown: str) -> None:
    scheme = SCHEME.with_indicator(replace(SCHEME.indicator("letter"), rule=rule))  # type: ignore[type-var]
    desk = FakeAssessments(scheme, ())
    if entry is not None:
        desk.change_elsewhere(PLACE, "t1", "letter", entry)
    desk.set_event(PLACE, Event("e", "t1", "迟报"), None)
    assert rows.observed_cell(row_of(desk, "letter")) == shown


def carded() -> Scheme:
    trigger = EventTrigger(("accident",), no_responsibility=True)
    certain = Veto("talk", "约谈", "talk", event=EventTrigger(("accident",), no_responsibility=False))
    return replace(SCHEME, vetoes=(Veto("card", "黄牌警告", "yellow_card", event=trigger), certain))


@pytest.mark.parametrize(
    ("responsible", "short", "long"),
    [
        (None, "约谈 黄牌暂定", "黄牌暂定（责任未认定）"),
        (True, "黄牌 约谈", "黄牌  约谈"),
        (False, "约谈", "约谈"),
    ],
)
def test_a_card_is_provisional_while_responsibility_is_not_found(
    responsible: bool | None, short: str, long: str
) -> None:
    desk = FakeAssessments(carded())
    desk.set_event(PLACE, Event("e", "t1", "accident", responsible=responsible), None)
    row = next(row for row in table_of(desk).unit_items() if isinstance(row, UnitRow))
    assert rows.sign_cell(row) == short
    assert long in head_words(carded(), row, "")


# The screen


async def test_beside_an_item_stand_its_evidence_and_why_a_card_is_provisional(run: Run) -> None:
    desk = FakeAssessments(carded())
    desk.set_event(PLACE, Event("e", "t1", "accident"), None)
    desk.change_elsewhere(PLACE, "t1", "letter", Entry(done=True, evidence=(Evidence("责任书.pdf"),)))
    async with run(office_with(desk), size=(140, 40)) as pilot:
        await enter(pilot)
        await settle(pilot)
        shown = screen_text(pilot)
        assert "附1：已登记 1 件佐证" in shown
        assert "责任书.pdf" in shown
        assert "责任还没有认定" in shown


async def test_the_difference_behind_the_total_is_gone_when_others_changed_something(run: Run) -> None:
    desk = FakeAssessments()
    async with run(office_with(desk)) as pilot:
        await enter(pilot)
        await press(pilot, "down", "3", "enter", "escape")
        await rest(pilot)
        assert "（-2.5）" in screen_text(pilot)
        desk.change_elsewhere(PLACE, "t1", "letter", Entry(done=False))
        assessment(pilot).learn()
        await rest(pilot)
        await rest(pilot)
        head = screen_text(pilot).splitlines()[2]
        assert "总分" in head
        assert "（-" not in head


async def test_the_footer_says_how_to_leave_and_what_f4_does_now(run: Run) -> None:
    async with run(office_with(FakeAssessments())) as pilot:
        await enter(pilot)
        assert "F4 只看未填" in screen_text(pilot)
        assert "Ctrl+右 结果" in screen_text(pilot)
        await press(pilot, "f4")
        assert "F4 看全部" in screen_text(pilot)
        await press(pilot, "ctrl+right")
        await rest(pilot)
        assert "[0 结果]" in screen_text(pilot)


# What is typed is not lost


async def test_ctrl_u_clears_the_line_and_asks_for_no_other_name(run: Run) -> None:
    async with run(office_with(FakeAssessments())) as pilot:
        screen = await enter(pilot)
        await press(pilot, "down", "3", "ctrl+u")
        assert pilot.app.screen is screen
        assert (screen.entry_line.is_open, screen.entry_line.field.value) == (True, "")
        screen.perform("voice")
        await rest(pilot)
        assert "正在填报，先按 Esc 离开" in screen_text(pilot)


async def test_undo_takes_back_what_is_being_typed_before_what_was_entered(run: Run) -> None:
    desk = FakeAssessments(sheets=())
    async with run(office_with(desk)) as pilot:
        screen = await enter(pilot)
        await press(pilot, "down", "3", "enter", "1", "5", "ctrl+z")
        assert (screen.entry_line.is_open, screen.entry_line.field.value) == (True, "")
        assert desk.held[PLACE].entry("t1", "meetings") == Entry(Decimal(3))
        await press(pilot, "ctrl+z")
        assert desk.held[PLACE].entry("t1", "meetings") is None


async def test_saving_takes_what_is_being_typed(run: Run) -> None:
    desk = FakeAssessments(sheets=())
    async with run(office_with(desk)) as pilot:
        await enter(pilot)
        await press(pilot, "down", "3", "ctrl+s")
        assert desk.held[PLACE].entry("t1", "meetings") == Entry(Decimal(3))


async def test_what_is_typed_is_still_there_after_a_look_at_another_place(run: Run) -> None:
    async with run(office_with(FakeAssessments())) as pilot:
        screen = await enter(pilot)
        await press(pilot, "down", "3", "ctrl+right")
        await rest(pilot)
        await press(pilot, "ctrl+left")
        await rest(pilot)
        assert (screen.entry_line.is_open, screen.entry_line.field.value) == (True, "3")
        assert screen.entry_line.field.has_focus


async def test_after_the_day_for_evidence_it_is_asked_when_it_came(run: Run, tmp_path: Path) -> None:
    scheme = replace(SCHEME, settings=replace(SCHEME.settings, evidence_by=date(2020, 1, 1)))
    desk = FakeAssessments(scheme)
    file = tmp_path / "纪要.pdf"
    file.write_bytes(b"x")
    async with run(office_with(desk)) as pilot:
        screen = await enter(pilot)
        await press(pilot, "down", "ctrl+n", "enter")
        await press(pilot, "ctrl+a", *str(file), "enter")
        await rest(pilot)
        assert "是哪天收到的" in screen_text(pilot)
        await press(pilot, "ctrl+a", *"2019-12-30", "enter")
        entry = desk.held[PLACE].entry("t1", "meetings")
        assert entry is not None
        assert [piece.day for piece in entry.evidence] == [date(2019, 12, 30)]
        assert screen.evidence_from == tmp_path


def test_an_assessor_sees_the_own_mark_alone_until_the_ratings_are_revealed() -> None:
    mine, other = (SheetPlace(SCHEME.id, "rating", by) for by in ("a1", "a2"))
    for revealed in (False, True):
        desk = FakeAssessments(course=replace(at("panel"), revealed=revealed))
        desk.change_elsewhere(mine, "t1", "panel", Entry(score=Decimal(17)))
        if revealed:
            desk.change_elsewhere(other, "t1", "panel", Entry(score=Decimal(19)))
        open = OpenAssessment(desk, load(desk, SCHEME.id, "a1"), *3 * (lambda *_: None,))
        open.voice = Voice("rating", "a1")
        row = next(row for row in Table(open).rows("t1") if row.key == "panel")
        assert rows.observed_cell(row) == "17"
        assert row.ratings == (2 if revealed else 0)
        assert rows.state_cell(row) == ""
        assert row.score.doubts == () or revealed
