"""What is open in a stage: a line a unit, the evidence against its files, each thing said once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from assessments.sheet import Entry, Evidence
from planner.findings import Finding, Severity, Where
from planner.tui.screens.scoring.lacking import advice, open_lines
from tests.assessment_samples import SCHEME, UNITS, rating, verified
from tests.tui.assessment_fakes import PLACE, FakeAssessments
from tui.piloting import Run, press, rest, screen_text
from tui.test_scoring_place import assessment, enter, office_with

GONE = Evidence("纪要.pdf", 3, "e" * 64, date(2027, 1, 4))


def missing(unit: str, *indicators: str) -> list[Finding]:
    return [
        Finding(
            "process.missing_score",
            Severity.ERROR,
            Where(path=("entries", unit, each)),
            {"unit": unit, "indicator": each},
        )
        for each in indicators
    ]


def test_the_cells_of_a_unit_that_lack_the_same_stand_in_one_line() -> None:
    found = [*missing("t1", "flood", "letter", "flood"), *missing("t2", "letter")]
    numbers = {"flood": "1.1", "letter": "2.3"}
    lines = open_lines(found, {"t1": "青石镇", "t2": "白鹭镇"}, lambda _: numbers, {})
    assert [line.words for line in lines] == [
        "[必改] 青石镇：2 项没有评分：1.1、2.3",
        "[必改] 白鹭镇：1 项没有评分：2.3 letter",
    ]
    assert [(line.unit, line.indicator) for line in lines] == [("t1", "flood"), ("t2", "letter")]
    assert advice(found).count("没评分的请补上") == 1


def test_what_is_of_no_cell_keeps_its_own_words_and_leads_where_it_can() -> None:
    late = Finding("process.publicity_not_over", Severity.ERROR, arguments={"day": "2027-02-01"})
    twice = Finding(
        "evidence.used_twice",
        Severity.WARNING,
        Where(path=("events", "k1")),
        {"claim": "甲", "file": "乙.pdf", "other": "丙"},
    )
    lines = open_lines([twice, late], {}, lambda _: {}, {"k1": ("t1", "praise")})
    assert "2027-02-01" in lines[0].words, "what hinders stands first"
    assert lines[0].unit == ""
    assert (lines[1].unit, lines[1].indicator) == ("t1", "praise")


async def test_each_unit_is_one_line_and_leads_to_its_first_cell(run: Run) -> None:
    without = tuple((unit, indicator) for unit in ("t2", "d2") for indicator in ("meetings", "flood"))
    desk = FakeAssessments(sheets=(verified(without=without),))
    async with run(office_with(desk)) as pilot:
        screen = await enter(pilot)
        await press(pilot, "f8")
        shown = screen_text(pilot)
        assert shown.count("白鹭镇：2 项没有评分") == 2, "in the list, and in full below it"
        assert shown.count("没评分的请补上") == 1
        await press(pilot, "tab", "enter")
        assert (screen.unit, screen.items.current_key) == ("t2", "meetings")


async def test_what_there_is_none_of_is_not_counted(run: Run) -> None:
    lacking = FakeAssessments(sheets=(verified(without=(("t2", "flood"),)),))
    async with run(office_with(lacking)) as pilot:
        await enter(pilot)
        await press(pilot, "f8")
        shown = screen_text(pilot)
        assert "还差 1 处才能进入下一阶段。" in shown
        assert "另有" not in shown


async def test_where_nothing_hinders_only_what_is_to_be_looked_at_is_counted(run: Run) -> None:
    few = replace(SCHEME, settings=replace(SCHEME.settings, minimum_raters=1))
    desk = FakeAssessments(few, (verified(), rating("a1", "18")))
    desk.courses[SCHEME.id] = replace(desk.courses[SCHEME.id], stage="panel")
    async with run(office_with(desk)) as pilot:
        await enter(pilot)
        await press(pilot, "f8")
        shown = screen_text(pilot)
        assert "有 1 处提醒，看过就可以进入下一阶段" in shown
        assert "还差" not in shown


async def test_that_nothing_is_open_is_said_once(run: Run) -> None:
    async with run(office_with(FakeAssessments(sheets=(verified(),)))) as pilot:
        await enter(pilot)
        await press(pilot, "f8")
        assert screen_text(pilot).count("本阶段没有要处理的了") == 1


def desk_with_evidence() -> FakeAssessments:
    desk = FakeAssessments(sheets=(verified(),))
    sheet = desk.held[PLACE]
    row = {**sheet.entries["t1"], "meetings": Entry(Decimal(4), evidence=(GONE,))}
    desk.held[PLACE] = replace(sheet, entries={**sheet.entries, "t1": row})
    return desk


async def test_missing_evidence_is_found_in_the_folder_that_is_chosen(run: Run, tmp_path: Path) -> None:
    desk = desk_with_evidence()
    async with run(office_with(desk)) as pilot:
        screen = await enter(pilot)
        await press(pilot, "f8")
        assert "选文件夹，看文件缺不缺" in screen_text(pilot)
        await press(pilot, "down", "down", "enter")
        await press(pilot, "ctrl+a", *str(tmp_path), "enter")
        await rest(pilot)
        shown = screen_text(pilot)
        assert "核对完，2 处要看" in shown
        assert "2 份佐证找不到：责任书.pdf、纪要.pdf" in shown
        assert desk.folder == str(tmp_path)
        await press(pilot, "tab", "enter")
        assert (screen.unit, screen.items.current_key) == ("t1", "letter")


async def test_the_remembered_folder_is_looked_into_each_time(run: Run, tmp_path: Path) -> None:
    desk = desk_with_evidence()
    desk.folder = str(tmp_path)
    (tmp_path / "纪要.pdf").write_bytes(b"xyz")
    async with run(office_with(desk)) as pilot:
        await enter(pilot)
        await press(pilot, "f8")
        await rest(pilot)
        assert "1 份佐证登记后被改过：纪要.pdf" in screen_text(pilot)


async def test_a_folder_that_is_gone_is_said_and_accuses_no_file(run: Run, tmp_path: Path) -> None:
    desk = desk_with_evidence()
    desk.folder = str(tmp_path / "usb")
    async with run(office_with(desk)) as pilot:
        await enter(pilot)
        await press(pilot, "f8")
        await rest(pilot)
        shown = screen_text(pilot)
        assert "找不到文件夹，请重选" in shown
        assert "份佐证找不到" not in shown


async def test_the_stage_is_not_left_while_something_is_not_saved(run: Run) -> None:
    desk = FakeAssessments(sheets=(verified(),))
    async with run(office_with(desk)) as pilot:
        await enter(pilot)
        desk.change_elsewhere(PLACE, "t1", "meetings", Entry(Decimal(1)))
        assessment(pilot).enter_over("t1", "meetings", Entry(Decimal(3)), None)
        await rest(pilot)
        pilot.app.pop_screen()
        await rest(pilot)
        await press(pilot, "f8", "down", "enter")
        assert "有内容还没有保存" in screen_text(pilot)
        assert desk.courses[SCHEME.id].stage == "verification"


async def test_the_ratings_are_revealed_only_after_a_question_that_names_who_lacks(run: Run) -> None:
    desk = FakeAssessments(sheets=(verified(), rating("a1", "18")))
    desk.courses[SCHEME.id] = replace(desk.courses[SCHEME.id], stage="panel")
    async with run(office_with(desk)) as pilot:
        await enter(pilot)
        await press(pilot, "f8", "down", "down", "enter")
        shown = screen_text(pilot)
        assert f"还差 {len(UNITS)} 项打分：李评委 {len(UNITS)} 项" in shown
        await press(pilot, "enter")
        assert not desk.courses[SCHEME.id].revealed, "the answer under the cursor changes nothing"
        await press(pilot, "f8", "down", "down", "enter", "down", "enter")
        await rest(pilot)
        assert desk.courses[SCHEME.id].revealed


async def test_when_all_have_rated_the_question_says_so(run: Run) -> None:
    desk = FakeAssessments(sheets=(verified(), rating("a1", "18"), rating("a2", "16")))
    desk.courses[SCHEME.id] = replace(desk.courses[SCHEME.id], stage="panel")
    async with run(office_with(desk)) as pilot:
        await enter(pilot)
        await press(pilot, "f8", "down", "down", "enter")
        assert "评委都打完了" in screen_text(pilot)
