"""The journal as a leader reads it: one line for everything that was done at once, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from assessments.process import Course, Stage
from assessments.scoring import Board
from assessments.sheet import Entry, Event
from planner.office.assessment_records import SheetPlace, Taken
from planner.office.records import Saved
from planner.tui.dialogs.journal import told
from tests.assessment_samples import EMERGENCY, FIRE, PROOF, SCHEME, rating, self_rated, verified
from tests.dated_office import DatedOffice

PLACE = SheetPlace(SCHEME.id, "verified", EMERGENCY)
MEETING = SheetPlace(SCHEME.id, "meeting", "")
NINE = Entry(score=Decimal(9), reason="缺一处")
SHEETS = {"self": (self_rated(), verified()), "panel": (rating("a1", "18"), rating("a2", "16"))}


@pytest.fixture
def office(tmp_path: Path) -> Iterator[DatedOffice]:
    held = DatedOffice(tmp_path / "office.db")
    held.assessments.add_scheme(SCHEME)
    yield held
    held.close()


def advanced(office: DatedOffice, stage: Stage) -> None:
    desk = office.assessments
    while (now := desk.course(SCHEME.id).stage) != stage:
        assert isinstance(desk.import_sheets(SCHEME.id, SHEETS.get(now, ())), Taken)
        office.day += timedelta(days=20)
        assert isinstance(desk.advance(SCHEME.id, now), Course)


def journal(office: DatedOffice, viewer: str = "") -> list[str]:
    """The words of all lines, newest first."""
    desk = office.assessments
    scheme = desk.open_scheme(SCHEME.id).record
    board = Board.of(scheme, desk.sheets(SCHEME.id, viewer))
    lines = desk.journal(SCHEME.id, most=2000)
    return [line.words for line in told(lines, scheme, desk.course(SCHEME.id), viewer, board)]


def test_a_decision_is_one_line_with_item_old_new_and_reason(office: DatedOffice) -> None:
    advanced(office, "meeting")
    desk = office.assessments
    assert isinstance(desk.set_entry(MEETING, "t1", "flood", NINE, None), Saved)
    eight = replace(NINE, score=Decimal(8))
    assert isinstance(desk.set_entry(MEETING, "t1", "flood", eight, NINE), Saved)
    assert isinstance(desk.set_entry(MEETING, "t1", "flood", Entry(), eight), Saved)
    assert journal(office)[:4] == [
        "青石镇 > 2.3 防汛备汛  撤销会议审定的 8 分",
        "青石镇 > 2.3 防汛备汛  会议审定：由 9 分 改为 8 分  理由：缺一处",
        "青石镇 > 2.3 防汛备汛  会议审定：由 10 分 改为 9 分  理由：缺一处",
        "进入“会议审定”",
    ]


def test_an_answered_appeal_is_one_line_and_the_reason_of_going_back_stands(office: DatedOffice) -> None:
    advanced(office, "published")
    desk = office.assessments
    for text, indicator in (("排涝站当日已修复", "flood"), ("名次有误", "")):
        assert isinstance(desk.lodge_appeal(SCHEME.id, "t1", text, indicator), Course)
    advanced(office, "appeal")
    by_item, whole = sorted(desk.course(SCHEME.id).appeals, key=lambda each: not each.indicator)
    assert isinstance(desk.answer_appeal(SCHEME.id, by_item, "情况属实", Decimal("9.5")), Course)
    again = desk.course(SCHEME.id).appeal(by_item.id)
    assert isinstance(desk.answer_appeal(SCHEME.id, again, "再核仍属实", Decimal(9)), Course)
    assert isinstance(desk.answer_appeal(SCHEME.id, whole, "名次无误"), Course)
    advanced(office, "final")
    desk.reopen(SCHEME.id, "verification", "漏报一项")
    assert journal(office)[:8] == [
        "退回到“复核评分”  理由：漏报一项",
        "进入“定稿”",
        "青石镇  答复申诉，维持原分：名次无误",
        "青石镇 > 2.3 防汛备汛  答复申诉：由 9.5 分 改为 9 分  理由：再核仍属实",
        "青石镇 > 2.3 防汛备汛  答复申诉：由 10 分 改为 9.5 分  理由：情况属实",
        "进入“申诉复核”",
        "青石镇  总分和等次  登记申诉：名次有误",
        "青石镇 > 2.3 防汛备汛  登记申诉：排涝站当日已修复",
    ]


def test_a_score_that_was_changed_since_is_not_told_as_the_old_one(office: DatedOffice) -> None:
    advanced(office, "meeting")
    desk = office.assessments
    desk.set_entry(MEETING, "t1", "flood", NINE, None)
    desk.reopen(SCHEME.id, "verification", "漏报一项")
    held = verified().entry("t2", "flood")
    assert held is not None
    desk.set_entry(PLACE, "t2", "flood", Entry(score=Decimal(7), reason="迟"), held)
    assert journal(office)[:3] == [
        "白鹭镇 > 2.3 防汛备汛  得分由 10 改为 7；理由：迟  （复核评分：县应急管理局）",
        "退回到“复核评分”  理由：漏报一项",
        "青石镇 > 2.3 防汛备汛  会议审定：定为 9 分  理由：缺一处",
    ]


def test_an_event_says_which_one_it_is_also_when_only_a_part_of_it_changed(office: DatedOffice) -> None:
    desk = office.assessments
    event = Event("k00001", "t1", "表彰", "praise", date(2027, 5, 1), "city", "青政〔2027〕3号", "抢险救援")
    desk.set_event(PLACE, event, None)
    better = replace(event, points=Decimal(2))
    desk.set_event(PLACE, better, event)
    desk.remove_event(PLACE, better)
    which = "2027-05-01，表彰，青政〔2027〕3号，级别 市级，同一事项 抢险救援"
    where, whose = "青石镇 > 4 表彰加分", "（复核评分：县应急管理局）"
    assert journal(office)[:3] == [
        f"{where}  删除事件：{which}，分值 2  {whose}",
        f"{where}  修改事件（{which}）：分值 2  {whose}",
        f"{where}  登记事件：{which}  {whose}",
    ]


def test_evidence_is_told_by_its_name_and_day(office: DatedOffice) -> None:
    desk = office.assessments
    done, proved = Entry(done=True), Entry(done=True, evidence=(PROOF,))
    second = replace(proved, evidence=(PROOF, replace(PROOF, name="照片.jpg", day=None)))
    other = replace(proved, evidence=(replace(PROOF, sha256="b" * 64),))
    for before, after in ((None, done), (done, proved), (proved, second), (second, other)):
        assert isinstance(desk.set_entry(PLACE, "t1", "letter", after, before), Saved)
    where, whose = "青石镇 > 1.1 签订责任书", "（复核评分：县应急管理局）"
    assert journal(office)[:4] == [
        f"{where}  更新佐证 责任书.pdf  2027-12-20；移除佐证 照片.jpg  {whose}",
        f"{where}  登记佐证 照片.jpg  {whose}",
        f"{where}  登记佐证 责任书.pdf  2027-12-20  {whose}",
        f"{where}  是否完成 是  {whose}",
    ]


def test_entries_are_told_in_the_words_of_their_rule(office: DatedOffice) -> None:
    desk = office.assessments
    desk.set_entry(PLACE, "t1", "meetings", Entry(Decimal(3)), None)
    desk.set_entry(PLACE, "t1", "meetings", Entry(not_applicable=True, reason="无此业务"), Entry(Decimal(3)))
    own = SheetPlace(SCHEME.id, "self", "青石镇")
    desk.set_entry(own, "t1", "flood", NINE, None)
    fire = SheetPlace(SCHEME.id, "verified", FIRE)
    desk.set_entry(fire, "t1", "flood", NINE, None)
    desk.set_entry(fire, "t1", "flood", None, NINE)
    desk.set_notes(PLACE, "已会签", "")
    whose = "（复核评分：县应急管理局）"
    assert journal(office)[:6] == [
        f"备注 已会签  {whose}",
        "青石镇 > 2.3 防汛备汛  清除得分（原为 9）；清除理由（原为 缺一处）  （复核评分：县消防救援大队）",
        "青石镇 > 2.3 防汛备汛  得分 9；理由：缺一处  （复核评分：县消防救援大队）",
        "青石镇 > 2.3 防汛备汛  得分 9；理由：缺一处  （自评）",
        f"青石镇 > 1.2 定期研究部署  记为不涉及；清除实际数（原为 3）；理由：无此业务  {whose}",
        f"青石镇 > 1.2 定期研究部署  实际数 3  {whose}",
    ]


def test_a_sheet_taken_out_is_one_line(office: DatedOffice) -> None:
    desk = office.assessments
    desk.set_entry(PLACE, "t1", "letter", Entry(done=True), None)
    desk.set_entry(PLACE, "t2", "letter", Entry(done=True), None)
    desk.remove_sheet(PLACE)
    assert journal(office)[0] == "移除评分表  （复核评分：县应急管理局）"
    assert "青石镇" in journal(office)[1] or "白鹭镇" in journal(office)[1]


def test_the_scheme_is_told_by_names_and_fields(office: DatedOffice) -> None:
    desk = office.assessments
    changed = SCHEME.with_indicator(replace(SCHEME.indicator("flood"), points=Decimal(12)))
    changed = replace(changed, settings=replace(changed.settings, publicity_days=2))
    desk.save_scheme(changed, desk.open_scheme(SCHEME.id).revision)
    fewer = replace(changed, indicators=changed.indicators[:-1])
    desk.save_scheme(fewer, desk.open_scheme(SCHEME.id).revision)
    desk.save_scheme(changed, desk.open_scheme(SCHEME.id).revision)
    told_of = journal(office)
    assert told_of[:2] == ["方案：新增“通报批评”", "方案：移除“通报批评”"]
    assert set(told_of[2:4]) == {"方案 > 防汛备汛  分值由 10 改为 12", "方案  公示天数由 5 改为 2"}
    assert told_of[-1] == "新建方案"


def test_ratings_are_hidden_until_revealed_and_shown_ever_after(office: DatedOffice) -> None:
    advanced(office, "panel")
    desk = office.assessments
    for by, score in (("a1", "17.5"), ("a2", "13.5")):
        place = SheetPlace(SCHEME.id, "rating", by)
        entry = Entry(score=Decimal(score), reason=f"理由{by}")
        assert isinstance(desk.set_entry(place, "t1", "panel", entry, None), Saved)
    for viewer, seen, unseen in (("a1", "17.5", "13.5"), ("a2", "13.5", "17.5")):
        words = " ".join(journal(office, viewer))
        assert seen in words
        assert unseen not in words
    words = " ".join(journal(office))
    assert "17.5" not in words
    assert "理由a1" not in words
    assert isinstance(desk.reveal(SCHEME.id), Course)
    words = " ".join(journal(office, "a1"))
    assert "17.5" in words
    assert "13.5" in words


def test_without_an_act_of_revealing_the_ratings_are_open_from_the_totals_on(office: DatedOffice) -> None:
    advanced(office, "totals")
    assert not office.assessments.course(SCHEME.id).revealed
    assert "青石镇 > 3.1 评委评价  导入：得分 18  （评委：王评委）" in journal(office)


def test_no_line_holds_a_name_of_the_program(office: DatedOffice) -> None:
    advanced(office, "meeting")
    office.assessments.set_entry(MEETING, "t1", "flood", NINE, None)
    raw = (
        "decision",
        "entry",
        "indic",
        "appeal",
        "stage",
        "step",
        "sha256",
        "root.",
        "passages",
        "t1",
        "flood",
    )
    for line in journal(office):
        assert not any(word in line for word in raw), line
