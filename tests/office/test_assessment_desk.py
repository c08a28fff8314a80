"""The assessment's desk: a whole assessment is led through it, and nothing is done behind anybody's back."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from assessments.process import STAGES, Course, Stage
from assessments.process.evidence import OnDisk
from assessments.process.importing import Imported
from assessments.scoring import score
from assessments.sheet import Entry, Event, Evidence, Sheet
from planner.findings import Severity
from planner.office import Office, evidence, sheet_desk
from planner.office.assessment_files import write_sheets
from planner.office.assessment_records import CellConflict, Refused, SheetPlace, Taken
from planner.office.assessments import Assessments
from planner.office.evidence import in_folder
from planner.office.records import Conflict, Saved
from planner.store.errors import Refusal
from planner.text import say
from planner.tui.ports import AssessmentsPort
from tests.assessment_samples import EMERGENCY, PROOF, SCHEME, rating, self_rated, verified
from tests.dated_office import DatedOffice

PLACE = SheetPlace("qinghe", "verified", EMERGENCY)
FULL = (self_rated(), verified(), rating("a1", "18"), rating("a2", "16"))
NINE = Entry(score=Decimal(9), reason="缺一处")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[DatedOffice]:
    held = DatedOffice(tmp_path / "office.db")
    yield held
    held.close()


@pytest.fixture
def desk(office: DatedOffice) -> Assessments:
    office.assessments.add_scheme(SCHEME)
    return office.assessments


@pytest.fixture
def other(desk: Assessments, office: DatedOffice) -> Iterator[DatedOffice]:
    held = DatedOffice(office.workspace.path)
    yield held
    held.close()


def advanced(desk: Assessments, stage: Stage) -> Course:
    """The assessment led up to a stage, with every sheet put in where it is wanted."""
    course = desk.course("qinghe")
    while course.stage != stage:
        wanted = {"self": FULL[:2], "panel": FULL[2:]}.get(course.stage, ())
        assert isinstance(desk.import_sheets("qinghe", wanted), Taken)
        made = desk.advance("qinghe", course.stage)
        assert isinstance(made, Course), made
        course = made
    return course


def test_the_desk_is_what_the_screens_ask_for(desk: Assessments) -> None:
    port: AssessmentsPort = desk
    assert port.schemes()[0].title == SCHEME.title


def test_looking_at_the_desk_makes_no_workspace(tmp_path: Path) -> None:
    office = Office(tmp_path / "none.db")
    assert office.assessments.builtin_schemes()
    assert list(tmp_path.iterdir()) == []


def test_a_whole_assessment(desk: Assessments, office: DatedOffice) -> None:
    advanced(desk, "meeting")
    before = desk.results("qinghe").of("t1").total
    cell = SheetPlace("qinghe", "meeting", "")
    assert isinstance(desk.set_entry(cell, "t1", "flood", NINE, None), Saved)
    assert desk.results("qinghe").of("t1").total == before - 1
    assert isinstance(desk.advance("qinghe", "meeting"), Course)
    lodged = desk.lodge_appeal("qinghe", "t1", "排涝站当日已修复。", "flood")
    assert isinstance(lodged, Course)
    early = desk.advance("qinghe", "published")
    assert isinstance(early, Refused)
    assert early.findings[0].code == "process.publicity_not_over"
    office.day += timedelta(days=20)
    assert isinstance(desk.advance("qinghe", "published"), Course)
    assert [finding.code for finding in desk.pending("qinghe")] == ["process.appeal_unanswered"]
    answered = desk.answer_appeal("qinghe", lodged.appeals[0], "情况属实，恢复得分。", Decimal(10))
    assert isinstance(answered, Course)
    assert desk.results("qinghe").of("t1").total == before
    final = desk.advance("qinghe", "appeal")
    assert isinstance(final, Course)
    assert final.stage == "final"
    assert desk.schemes()[0].stage == "final"
    stuck = desk.set_entry(PLACE, "t1", "flood", NINE, None)
    assert isinstance(stuck, Refused)
    back = desk.reopen("qinghe", "verification", "白鹭镇漏报一项")
    assert isinstance(back, Course)
    assert back.reopenings[-1].by == office.workspace.who
    shown = Entry(score=Decimal(10))
    assert isinstance(desk.set_entry(PLACE, "t1", "flood", NINE, shown), Saved)
    steps = [line for line in desk.journal("qinghe") if line.field == "step.reason"]
    assert [line.new for line in steps] == ["白鹭镇漏报一项"]


@pytest.mark.parametrize("stage", STAGES[2:])
def test_what_is_locked_is_locked_here_too(desk: Assessments, office: DatedOffice, stage: Stage) -> None:
    for each in STAGES[: STAGES.index(stage) + 1]:
        advanced(desk, each)
        office.day += timedelta(days=20)
    before = score(SCHEME, desk.sheets("qinghe"))
    refused = desk.set_entry(PLACE, "t1", "flood", NINE, Entry(score=Decimal(10)))
    assert isinstance(refused, Refused)
    assert refused.findings[0].code == f"process.locked.{stage}"
    assert isinstance(desk.set_event(PLACE, Event("k00009", "t1", "praise"), None), Refused)
    assert isinstance(desk.import_sheets("qinghe", (verified(),), overwrite=True), Refused)
    assert isinstance(desk.remove_sheet(PLACE), Refused)
    assert isinstance(desk.set_notes(PLACE, "改", ""), Refused)
    assert isinstance(desk.set_held(PLACE, False), Refused)
    if stage != "panel":
        with pytest.raises(Refusal):
            desk.save_scheme(replace(SCHEME, title="改"), desk.open_scheme("qinghe").revision)
    assert score(SCHEME, desk.sheets("qinghe")) == before


def test_another_persons_cell_is_neither_lost_nor_overwritten(desk: Assessments, other: DatedOffice) -> None:
    theirs = other.assessments
    assert isinstance(theirs.set_entry(PLACE, "t1", "flood", NINE, None), Saved)
    assert isinstance(desk.set_entry(PLACE, "t1", "letter", Entry(done=True), None), Saved)
    mine = Entry(score=Decimal(5), reason="我的")
    clash = desk.set_entry(PLACE, "t1", "flood", mine, None)
    assert isinstance(clash, CellConflict)
    assert (clash.mine, clash.theirs, clash.by) == (mine, NINE, other.workspace.who)
    assert clash.at is not None
    assert isinstance(desk.set_entry(PLACE, "t1", "flood", mine, clash.theirs), Saved)
    (sheet,) = theirs.sheets("qinghe")
    assert sheet.entries["t1"] == {"flood": mine, "letter": Entry(done=True)}


def test_evidence_of_one_and_a_score_of_the_other_come_together(
    desk: Assessments, other: DatedOffice
) -> None:
    other.assessments.set_entry(PLACE, "t1", "flood", Entry(evidence=(PROOF,)), None)
    saved = desk.set_entry(PLACE, "t1", "flood", NINE, None)
    assert isinstance(saved, Saved)
    assert saved.merged == replace(NINE, evidence=(PROOF,))


def test_two_people_decide_one_cell_and_one_is_told(desk: Assessments, other: DatedOffice) -> None:
    advanced(desk, "meeting")
    cell = SheetPlace("qinghe", "meeting", "")
    assert isinstance(other.assessments.set_entry(cell, "t1", "flood", NINE, None), Saved)
    clash = desk.set_entry(cell, "t1", "flood", replace(NINE, score=Decimal(8)), None)
    assert isinstance(clash, CellConflict)
    assert clash.theirs == NINE
    over = desk.set_entry(cell, "t1", "flood", replace(NINE, score=Decimal(11)), NINE)
    assert isinstance(over, Refused)
    unreasoned = desk.set_entry(cell, "t1", "flood", Entry(score=Decimal(8)), NINE)
    assert isinstance(unreasoned, Refused)
    assert isinstance(desk.set_entry(cell, "t1", "flood", None, NINE), Saved)
    assert [sheet.kind for sheet in desk.sheets("qinghe")].count("meeting") == 0


def test_a_stage_is_left_once_though_two_people_press_the_key(desk: Assessments, other: DatedOffice) -> None:
    assert isinstance(other.assessments.advance("qinghe", "self"), Course)
    late = desk.advance("qinghe", "self")
    assert isinstance(late, Refused)
    assert late.findings[0].code == "process.moved_on"
    assert desk.course("qinghe").stage == "verification"


def test_an_appeal_answered_by_two_is_answered_once(desk: Assessments, other: DatedOffice) -> None:
    advanced(desk, "published")
    lodged = desk.lodge_appeal("qinghe", "t1", "有异议", "flood")
    assert isinstance(lodged, Course)
    desk._today = lambda: date(2028, 2, 1)
    assert isinstance(desk.advance("qinghe", "published"), Course)
    shown = lodged.appeals[0]
    assert isinstance(other.assessments.answer_appeal("qinghe", shown, "维持"), Course)
    clash = desk.answer_appeal("qinghe", shown, "加分", Decimal(9))
    assert isinstance(clash, CellConflict)
    assert clash.theirs is not None
    assert clash.theirs.answer == "维持"
    above = desk.answer_appeal("qinghe", clash.theirs, "加分", Decimal(99))
    assert isinstance(above, Refused)
    assert above.findings[0].code == "sheet.above_full_marks"


def test_an_assessor_sees_only_the_own_ratings_until_they_are_revealed(desk: Assessments) -> None:
    advanced(desk, "panel")
    assert isinstance(desk.import_sheets("qinghe", FULL[2:]), Taken)

    def seen(viewer: str) -> set[str]:
        return {sheet.by for sheet in desk.sheets("qinghe", viewer) if sheet.kind == "rating"}

    assert (seen("a1"), seen("")) == ({"a1"}, set())
    assert desk.results("qinghe").of("t1").missing == 1
    assert isinstance(desk.reveal("qinghe"), Course)
    assert seen("a1") == seen("") == {"a1", "a2"}
    assert desk.results("qinghe").of("t1").missing == 0


def test_a_scheme_edited_by_two_is_merged_or_named(desk: Assessments, other: DatedOffice) -> None:
    opened = desk.open_scheme("qinghe")
    theirs = SCHEME.with_indicator(replace(SCHEME.indicator("flood"), points=Decimal(12)))
    assert isinstance(other.assessments.save_scheme(theirs, opened.revision), Saved)
    mine = replace(SCHEME, title="新标题")
    saved = desk.save_scheme(mine, opened.revision)
    assert isinstance(saved, Saved)
    assert saved.merged == replace(theirs, title="新标题")
    clash = desk.save_scheme(replace(SCHEME, title="第三种"), opened.revision)
    assert isinstance(clash, Conflict)
    assert clash.theirs.title == "新标题"


def test_a_removed_scheme_comes_back_with_its_sheets(desk: Assessments) -> None:
    desk.import_sheets("qinghe", FULL[:2])
    assert desk.remove_scheme("qinghe") == SCHEME
    for ask in (desk.open_scheme, desk.sheets, desk.remove_scheme):
        with pytest.raises(KeyError):
            ask("qinghe")
    assert [card.id for card in desk.removed_schemes()] == ["qinghe"]
    assert desk.restore_scheme("qinghe").record == SCHEME
    assert {sheet.id for sheet in desk.sheets("qinghe")} == {FULL[0].id, FULL[1].id}
    desk.remove_scheme("qinghe")
    renamed = replace(SCHEME, title="再来")
    assert desk.add_scheme(renamed).record == renamed
    assert len(desk.sheets("qinghe")) == 2


def test_sheets_go_out_as_files_and_come_in_again(desk: Assessments, tmp_path: Path) -> None:
    desk.import_sheets("qinghe", FULL[:2])
    files = desk.export_sheets("qinghe", tmp_path / "sheets")
    read = desk.read_sheets(files)
    assert read.findings == ()
    assert [replace(sheet, id=given.id) for sheet, given in zip(read.sheets, FULL, strict=False)] == [
        *FULL[:2]
    ]
    assert desk.import_sheets("qinghe", read.sheets) == Taken(0)
    changed = replace(verified(), entries={"t1": {"flood": NINE}})
    refused = desk.import_sheets("qinghe", (self_rated(), changed))
    assert isinstance(refused, Refused)
    assert [finding.code for finding in refused.findings] == ["sheet.holds_other"]
    assert desk.import_sheets("qinghe", (changed,), overwrite=True) == Taken(1)


def test_the_meetings_sheet_comes_in_as_decisions(desk: Assessments) -> None:
    advanced(desk, "meeting")
    meeting = Sheet("meeting", "qinghe", "meeting", "", entries={"t1": {"flood": NINE}})
    assert desk.import_sheets("qinghe", (meeting,)) == Taken(1)
    assert desk.import_sheets("qinghe", (meeting,)) == Taken(0)
    held = next(sheet for sheet in desk.sheets("qinghe") if sheet.kind == "meeting")
    assert held.entries == meeting.entries
    other = replace(meeting, entries={"t1": {"flood": replace(NINE, score=Decimal(7))}})
    assert isinstance(desk.import_sheets("qinghe", (other,)), Refused)
    assert desk.import_sheets("qinghe", (other,), overwrite=True) == Taken(1)


def test_a_scheme_goes_out_and_comes_in(desk: Assessments, tmp_path: Path) -> None:
    desk.export_scheme(SCHEME, tmp_path / "scheme.toml")
    read = desk.read_scheme(tmp_path / "scheme.toml")
    assert (read.scheme, read.findings) == (SCHEME, ())
    (tmp_path / "wrong.toml").write_text("format = 1", encoding="utf-8")
    wrong = desk.read_scheme(tmp_path / "wrong.toml")
    assert wrong.scheme is None
    assert wrong.findings
    with pytest.raises(OSError, match="none"):
        desk.read_scheme(tmp_path / "none.toml")


def test_a_table_of_scores_comes_in_whole_or_not_at_all(desk: Assessments, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    for row in (
        ["单位", "指标", "得分", "扣分原因"],
        ["青石镇", "防汛备汛", 9, "缺一处"],
        ["白鹭镇", "防汛备汛", 12, ""],
    ):
        page.append(row)
    book.save(tmp_path / "scores.xlsx")
    refused = desk.import_scores(PLACE, tmp_path / "scores.xlsx")
    assert isinstance(refused, Refused)
    assert [(f.code, f.where.line) for f in refused.findings] == [("sheet.above_full_marks", 3)]
    assert desk.sheets("qinghe") == ()
    taken = desk.import_scores(PLACE, tmp_path / "scores.xlsx", skip_wrong=True)
    assert isinstance(taken, Taken)
    assert (taken.cells, len(taken.findings)) == (1, 1)
    (sheet,) = desk.sheets("qinghe")
    assert sheet.entries == {"t1": {"flood": NINE}}


def test_a_table_that_was_overtaken_overwrites_nothing(
    desk: Assessments, other: DatedOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slowly(*given: object, **more: object) -> Imported:
        other.assessments.set_entry(PLACE, "t2", "flood", NINE, None)
        held = {"t1": {"flood": NINE}, "t2": {"flood": Entry(score=Decimal(3), reason="表里的")}}
        return Imported(Sheet("", "qinghe", "verified", EMERGENCY, entries=held), 2)

    monkeypatch.setattr(sheet_desk, "take_scores", slowly)
    (tmp_path / "a.xlsx").touch()
    refused = desk.import_scores(PLACE, tmp_path / "a.xlsx")
    assert isinstance(refused, Refused)
    assert refused.findings[0].code == "store.conflict"
    assert desk.sheets("qinghe")[0].entries == {"t2": {"flood": NINE}}


def test_the_meeting_decides_scores_and_nothing_else(
    desk: Assessments, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    advanced(desk, "meeting")
    cell = SheetPlace("qinghe", "meeting", "")
    assert isinstance(desk.set_event(cell, Event("k00001", "t1", "praise"), None), Refused)
    assert isinstance(desk.set_notes(cell, "会议纪要", ""), Refused)
    held = Sheet("", "qinghe", "meeting", "", entries={"t1": {"flood": NINE}})
    monkeypatch.setattr(sheet_desk, "take_scores", lambda *_, **__: Imported(held, 1))
    (tmp_path / "a.xlsx").touch()
    assert desk.import_scores(cell, tmp_path / "a.xlsx") == Taken(1)
    assert [each.entry for each in desk.course("qinghe").decisions] == [NINE]


def test_evidence_is_held_against_the_files_of_a_folder(desk: Assessments, tmp_path: Path) -> None:
    folder = tmp_path / "佐证"
    folder.mkdir()
    file = folder / "责任书.pdf"
    file.write_bytes(b"x" * 3_000_000)
    proof = desk.look_at(file, "原件")
    assert (proof.name, proof.size, proof.day, proof.note) == (
        "责任书.pdf",
        3_000_000,
        date(2028, 1, 5),
        "原件",
    )
    assert proof.sha256 == hashlib.sha256(b"x" * 3_000_000).hexdigest()
    in_time = replace(proof, day=date(2027, 12, 1))
    escaping = replace(in_time, name="../office.db", sha256="c" * 64)
    desk.set_entry(PLACE, "t1", "letter", Entry(done=True, evidence=(in_time,)), None)
    assert desk.check_evidence("qinghe", folder) == ()
    assert desk.evidence_folder("qinghe") == str(folder)
    file.write_bytes(b"y")
    assert [finding.code for finding in desk.check_evidence("qinghe", folder)] == ["evidence.changed"]
    file.unlink()
    assert [finding.code for finding in desk.check_evidence("qinghe", folder)] == ["evidence.missing"]
    assert desk.check_evidence("qinghe") == ()
    desk.set_entry(PLACE, "t2", "letter", Entry(done=True, evidence=(escaping,)), None)
    assert {finding.code for finding in desk.check_evidence("qinghe", folder)} == {"evidence.missing"}


def test_what_cannot_be_read_is_one_finding_and_the_rest_is_looked_at(
    desk: Assessments, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def look_at(path: Path) -> OnDisk:
        if path.name == "锁住.pdf":
            raise PermissionError(13, "locked", str(path))
        return OnDisk(0, "")

    monkeypatch.setattr(evidence, "look_at", look_at)
    (tmp_path / "文件夹.pdf").mkdir()
    for name in ("锁住.pdf", "在.pdf"):
        (tmp_path / name).touch()
    names = ("文件夹.pdf", "锁住.pdf", "在.pdf", "不在.pdf")
    pieces = tuple(Evidence(name, 0, "", date(2027, 12, 1)) for name in names)
    desk.set_entry(PLACE, "t1", "letter", Entry(done=True, evidence=pieces), None)
    told = [(each.code, each.arguments["file"]) for each in desk.check_evidence("qinghe", tmp_path)]
    assert sorted(told) == [
        ("evidence.missing", "不在.pdf"),
        ("evidence.unreadable", "文件夹.pdf"),
        ("evidence.unreadable", "锁住.pdf"),
    ]


@pytest.mark.parametrize("name", ["长" * 200, "a/" * 3_000, "a\x00b", "../etc", "/etc/passwd", ".", ""])
def test_evidence_under_a_name_that_no_file_has_is_only_not_there(tmp_path: Path, name: str) -> None:
    assert in_folder(tmp_path, [name]) == {name: None}


def test_each_sheet_has_a_file_whatever_its_body_is_called(tmp_path: Path) -> None:
    bodies = ("县/局", "县:局", "../局", "长" * 200, "长" * 201, "坏\x1b[2J\u202e名", " . ")
    sheets = tuple(Sheet(body, "qinghe", "verified", body.strip("\x1b\u202e")) for body in bodies)
    written = write_sheets(sheets, tmp_path)
    assert len(set(written)) == len(bodies)
    assert {path.parent for path in written} == {tmp_path}
    assert not set("\x1b\u202e") & set("".join(path.name for path in written))


def test_the_journal_of_a_cell_says_who_when_from_what_to_what(desk: Assessments, other: DatedOffice) -> None:
    desk.set_entry(PLACE, "t1", "flood", NINE, None)
    desk.set_entry(PLACE, "t1", "letter", Entry(done=True), None)
    other.assessments.set_entry(PLACE, "t1", "flood", replace(NINE, score=Decimal(8)), NINE)
    lines = desk.journal("qinghe", place=PLACE, unit="t1", indicator="flood")
    assert [(line.field, line.old, line.new) for line in lines] == [
        ("score", "9", "8"),
        ("score", None, "9"),
        ("reason", None, "缺一处"),
    ]
    assert {(line.place, line.unit, line.why, line.what) for line in lines} == {
        (PLACE, "t1", "entry", "change")
    }
    assert lines[0].by == other.workspace.who
    assert len(desk.journal("qinghe", unit="t1", indicator="letter")) == 1
    assert desk.journal("qinghe", place=replace(PLACE, by="县公安局")) == ()


def test_the_journal_tells_of_scheme_events_and_decisions_too(desk: Assessments) -> None:
    changed = SCHEME.with_indicator(replace(SCHEME.indicator("flood"), points=Decimal(12)))
    desk.save_scheme(changed, desk.open_scheme("qinghe").revision)
    desk.set_event(PLACE, Event("k00001", "t1", "praise", level="city"), None)
    lines = desk.journal("qinghe")
    points = next(line for line in lines if line.subject == "scheme" and line.what == "change")
    assert (points.indicator, points.field, points.old, points.new) == ("flood", "points", "10", "12")
    assert {(line.event, line.field, line.new) for line in lines if line.event} == {
        ("k00001", "kind", "praise"),
        ("k00001", "level", "city"),
    }
    assert len(desk.journal("qinghe", most=2)) == 2


def test_every_line_of_the_journal_has_its_words(desk: Assessments) -> None:
    for record in (Entry, Event, Sheet):
        for field in fields(record):
            if field.name not in ("id", "unit", "scheme", "by", "period", "entries", "events"):
                assert say(f"sheet.field.{field.name}")
    advanced(desk, "meeting")
    desk.set_entry(SheetPlace("qinghe", "meeting", ""), "t1", "flood", NINE, None)
    desk.set_notes(PLACE, "备注", "")
    desk.reopen("qinghe", "verification", "漏报")
    desk.set_event(PLACE, Event("k00001", "t1", "praise"), None)
    for line in desk.journal("qinghe"):
        assert say(f"process.act.{line.why}")


def test_news_name_the_scheme_whatever_was_changed_of_it(
    desk: Assessments, office: DatedOffice, other: DatedOffice
) -> None:
    seen = office.news(None).revision
    assert office.news(seen).schemes == frozenset()
    other.assessments.set_entry(PLACE, "t1", "flood", NINE, None)
    news = office.news(seen)
    assert (news.schemes, news.plans) == ({"qinghe"}, frozenset())
    other.assessments.reopen("qinghe", "self", "")
    assert office.news(news.revision).schemes == frozenset()


def test_an_event_is_entered_changed_and_taken_out(desk: Assessments, other: DatedOffice) -> None:
    event = Event(desk.new_id(), "t1", "praise", "praise", date(2027, 5, 1), "city")
    assert isinstance(desk.set_event(PLACE, event, None), Saved)
    better = replace(event, level="province")
    assert isinstance(other.assessments.set_event(PLACE, better, event), Saved)
    clash = desk.set_event(PLACE, replace(event, text="更正"), event)
    assert isinstance(clash, CellConflict)
    assert clash.theirs == better
    assert desk.results("qinghe").of("t1").raw == score(SCHEME, desk.sheets("qinghe")).of("t1").raw
    assert isinstance(desk.remove_event(PLACE, better), Saved)
    assert desk.sheets("qinghe")[0].events == ()


def test_the_demo_is_there_once_and_can_be_scored(desk: Assessments) -> None:
    id = desk.add_demo()
    assert desk.add_demo() == id
    opened, sheets = desk.open_scheme(id).record, desk.sheets(id)
    assert "青禾县" in opened.title or opened.region == "青禾县"
    results = desk.results(id)
    assert len(results.units) == 36
    assert desk.course(id).stage == "verification"
    raters = {sheet.by for sheet in desk._store.sheets(id) if sheet.kind == "rating"}
    assert len(raters) == 5
    assert not [finding for finding in results.findings if finding.severity is Severity.ERROR]
    assert sheets
    desk.remove_scheme(id)
    assert desk.add_demo() == id


def test_scenarios_never_touch_the_scheme(desk: Assessments) -> None:
    heavier = SCHEME.with_indicator(replace(SCHEME.indicator("flood"), points=Decimal(20)))
    desk.keep_scenario("qinghe", "防汛加重", heavier)
    (kept,) = desk.scenarios("qinghe")
    assert (kept.name, kept.scheme) == ("防汛加重", heavier)
    assert desk.open_scheme("qinghe").record == SCHEME
    desk.remove_scenario("qinghe", "防汛加重")
    with pytest.raises(KeyError):
        desk.remove_scenario("qinghe", "防汛加重")
