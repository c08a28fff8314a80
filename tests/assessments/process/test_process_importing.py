"""A table of scores is taken over whole or not at all, and every wrong row is named with its reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.process import Course
from assessments.process.cells import Cells
from assessments.process.importing import Field, Imported, Row, import_scores
from assessments.process.values import Value, day, number, yes_no
from assessments.sheet import Entry, Sheet
from planner.findings import Severity
from planner.text import describe
from tests.assessment_samples import EMERGENCY, PROOF, SCHEME

TITLES: dict[str, Field] = {
    "单位": "unit",
    "指标": "indicator",
    "得分": "score",
    "实际值": "value",
    "完成": "done",
    "日期": "day",
    "不适用": "not_applicable",
    "理由": "reason",
    "序号": "ignored",
}
CELLS = Cells(SCHEME)
EMPTY = Sheet("verified", "qinghe", "verified", EMERGENCY)
OPEN = Course("qinghe", "verification")


def taken(
    *rows: dict[str, Value], sheet: Sheet = EMPTY, course: Course = OPEN, skip_wrong: bool = False
) -> Imported:
    made = [Row(line, row) for line, row in enumerate(rows, 2)]
    return import_scores(CELLS, course, sheet, made, TITLES, document="评分.xlsx", skip_wrong=skip_wrong)


def refusals(imported: Imported) -> list[tuple[int | None, str]]:
    assert all("{" not in describe(finding) for finding in imported.findings)
    return [
        (finding.where.line, finding.code)
        for finding in imported.findings
        if finding.severity is Severity.ERROR
    ]


GOOD: dict[str, Value] = {"单位": "青石镇", "指标": "防汛备汛", "得分": Decimal("8.5"), "理由": " 缺两处 "}


def test_a_row_a_cell() -> None:
    done = taken(
        GOOD,
        {"单位": "d1", "指标": "letter", "完成": "是"},
        {"单位": "白 鹭镇", "指标": "隐患整改", "实际值": "96.5%", "日期": "2027年12月3日"},
        {"单位": "柳林乡", "指标": "教育培训", "不适用": "√", "理由": "当年撤并"},
    )
    assert done.sheet is not None
    assert (done.taken, done.findings) == (4, ())
    assert done.sheet.entry("t1", "flood") == Entry(score=Decimal("8.5"), reason="缺两处")
    assert done.sheet.entry("d1", "letter") == Entry(done=True)
    assert done.sheet.entry("t2", "hazards") == Entry(Decimal("96.5"), day=date(2027, 12, 3))
    assert done.sheet.entry("t3", "training") == Entry(not_applicable=True, reason="当年撤并")


def test_a_row_a_unit_with_a_column_for_each_indicator() -> None:
    done = taken(
        {"序号": 1, "单位": "青石镇", "防汛备汛": Decimal(9), "training": 18},
        {"序号": 2, "单位": "白鹭镇", "防汛备汛": "", "training": "17.5分"},
    )
    assert done.sheet is not None
    assert done.taken == 3
    assert done.sheet.entry("t1", "training") == Entry(score=Decimal(18))
    assert done.sheet.entry("t2", "training") == Entry(score=Decimal("17.5"))
    assert done.sheet.entry("t2", "flood") is None


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"单位": "无名镇"}, "sheet.unknown_unit"),
        ({"单位": None}, "sheet.unknown_unit"),
        ({"指标": "没有这项"}, "sheet.unknown_indicator"),
        ({"指标": "重点工作"}, "sheet.not_of_this_unit"),
        ({"得分": "八分半"}, "sheet.no_number"),
        ({"得分": True}, "sheet.no_number"),
        ({"得分": Decimal("10.01")}, "sheet.above_full_marks"),
        ({"得分": "-0.1"}, "sheet.below_floor"),
        ({"完成": "差不多"}, "sheet.no_yes_no"),
        ({"日期": "2027-02-30"}, "sheet.no_day"),
    ],
)
def test_a_wrong_row_is_refused_with_its_reason_and_nothing_is_taken(
    changed: dict[str, Value], code: str
) -> None:
    fine: dict[str, Value] = {"单位": "白鹭镇", "指标": "防汛备汛", "得分": 9}
    done = taken(fine, {**GOOD, **changed})
    assert refusals(done) == [(3, code)]
    assert (done.sheet, done.taken) == (None, 0)
    skipped = taken(fine, {**GOOD, **changed}, skip_wrong=True)
    assert skipped.sheet is not None
    assert (refusals(skipped), skipped.taken) == ([(3, code)], 1)
    assert skipped.sheet.entry("t2", "flood") == Entry(score=Decimal(9))


def test_every_wrong_row_is_named_not_only_the_first() -> None:
    done = taken({**GOOD, "单位": "无名镇"}, GOOD, {**GOOD, "得分": "?"}, GOOD)
    assert refusals(done) == [(2, "sheet.unknown_unit"), (4, "sheet.no_number"), (5, "sheet.cell_twice")]


def test_columns_that_lack_or_say_the_same_stop_everything() -> None:
    assert refusals(taken({"指标": "防汛备汛", "得分": 9})) == [(None, "sheet.no_column.unit")]
    assert refusals(taken({"单位": "青石镇", "得分": 9})) == [(None, "sheet.no_column.indicator")]
    assert refusals(taken({**GOOD, "得 分": 9})) == [
        (None, "sheet.column_twice"),
        (None, "sheet.column_twice"),
    ]


def test_a_column_that_is_not_known_is_named_and_left_out() -> None:
    done = taken({**GOOD, "备考": "无"})
    assert [(finding.code, finding.severity) for finding in done.findings] == [
        ("sheet.unknown_column", Severity.WARNING)
    ]
    assert done.taken == 1


def test_what_stood_in_a_cell_is_replaced_and_its_evidence_stays() -> None:
    before = Entry(score=Decimal(5), reason="旧", evidence=(PROOF,))
    held = replace(EMPTY, entries={"t1": {"flood": before}, "t2": {"flood": before}})
    done = taken(GOOD, sheet=held)
    assert done.sheet is not None
    assert done.sheet.entry("t1", "flood") == Entry(score=Decimal("8.5"), reason="缺两处", evidence=(PROOF,))
    assert done.sheet.entry("t2", "flood") == before
    assert held.entry("t1", "flood") == before


def test_an_empty_row_and_an_empty_score_say_nothing() -> None:
    assert taken({"单位": "", "指标": None, "得分": ""}) == Imported(None, 0, ())
    assert taken(GOOD, {"单位": "白鹭镇", "指标": "防汛备汛", "得分": " "}).taken == 1


def test_a_locked_sheet_takes_nothing() -> None:
    done = taken(GOOD, course=Course("qinghe", "meeting"), skip_wrong=True)
    assert refusals(done) == [(None, "process.locked.meeting")]
    assert done.sheet is None


def test_a_name_that_two_items_have_is_settled_by_the_unit_or_refused() -> None:
    twin = replace(SCHEME.indicator("flood"), id="flood2", applies=("t1",))
    scheme = replace(
        SCHEME,
        indicators=(
            *SCHEME.with_indicator(replace(SCHEME.indicator("flood"), applies=("t2",))).indicators,
            twin,
        ),
    )
    rows = [Row(2, {"单位": "青石镇", "指标": "防汛备汛", "得分": 5}), Row(3, {**GOOD, "单位": "白鹭镇"})]
    done = import_scores(Cells(scheme), OPEN, EMPTY, rows, TITLES)
    assert done.sheet is not None
    assert (done.sheet.entry("t1", "flood2"), done.sheet.entry("t1", "flood")) == (
        Entry(score=Decimal(5)),
        None,
    )
    third = [Row(2, {"单位": "柳林乡", "指标": "防汛备汛", "得分": 5})]
    assert refusals(import_scores(Cells(scheme), OPEN, EMPTY, third, TITLES)) == [
        (2, "sheet.ambiguous_indicator")
    ]


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("９５．５", "95.5"),
        ("1,234.5", "1234.5"),
        (" 88 分", "88"),
        ("３起", "3"),
        ("2 次", "2"),
        ("3万元", None),
        ("起", None),
        ("＋3", "3"),
        (7, "7"),
        ("1,5", None),
        ("1e5", None),
        ("1_000", None),
        ("NaN", None),
        ("", None),
        (Decimal("Infinity"), None),
        (None, None),
    ],
)
def test_numbers_as_offices_write_them(value: Value, meant: str | None) -> None:
    assert number(value) == (None if meant is None else Decimal(meant))


@pytest.mark.parametrize("words", ["2027-01-05", "2027年1月5日", "2027/1/5", "2027.01.5", "２０２７-1-5"])
def test_days_as_offices_write_them(words: str) -> None:
    assert day(words) == day(datetime(2027, 1, 5, 8)) == date(2027, 1, 5)


def test_yes_and_no_as_offices_write_them() -> None:
    assert [yes_no(word) for word in ("√", "已完成", "×", "否", "也许", True)] == [
        True,
        True,
        False,
        False,
        None,
        True,
    ]


@given(
    st.lists(
        st.dictionaries(
            st.sampled_from([*TITLES, "防汛备汛", "x"]),
            st.one_of(st.text(max_size=8), st.integers(-5, 30), st.none(), st.booleans(), st.dates()),
            max_size=6,
        ),
        max_size=6,
    ),
    st.booleans(),
)
def test_whatever_a_table_holds_it_is_taken_whole_or_refused_never_a_crash(
    rows: list[dict[str, Value]], skip_wrong: bool
) -> None:
    done = taken(*rows, skip_wrong=skip_wrong)
    if done.sheet is None:
        assert done.taken == 0
    else:
        assert sum(len(row) for row in done.sheet.entries.values()) == done.taken > 0
        assert skip_wrong or not refusals(done)
