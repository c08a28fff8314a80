"""Scores go out as a form and come back exactly; whatever else comes in is taken whole or refused by line."""

import io
import time
import tracemalloc
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal as D

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from assessments.process.course import Course
from assessments.process.importing import Imported
from assessments.rules.all_or_nothing import AllOrNothing
from assessments.rules.linear import Linear
from assessments.rules.year_on_year import YearOnYear
from assessments.scheme import Indicator, Scheme, Unit, UnitClass
from assessments.sheet import Entry, Sheet
from planner.sharing.scores_form import asked_of, asked_of_unit, write_form
from planner.sharing.scores_xlsx import take_scores
from planner.text import describe, set_language
from tests.assessments.reports.samples import OFFICE, SCHEME

COURSE = Course("demo", "verification")
EMPTY = Sheet("office", "demo", "verified", "县安委办")


def workbook(*rows: Sequence[object], title: str = "评分") -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    return bytes_of(book)


def bytes_of(book: Workbook) -> bytes:
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def taken(data: bytes, *, skip_wrong: bool = False, scheme: Scheme = SCHEME) -> Imported:
    return take_scores(scheme, COURSE, EMPTY, data, "评分.xlsx", skip_wrong=skip_wrong)


def entries_of(imported: Imported) -> Mapping[str, Mapping[str, Entry]]:
    assert imported.sheet is not None, [describe(finding) for finding in imported.findings]
    return imported.sheet.entries


def said(imported: Imported) -> list[tuple[int | None, str]]:
    return [(finding.where.line, finding.code) for finding in imported.findings]


def without_evidence(sheet: Sheet) -> dict[str, dict[str, Entry]]:
    return {
        unit: {indicator: replace(entry, evidence=()) for indicator, entry in row.items()}
        for unit, row in sheet.entries.items()
    }


# The form


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_filled_form_reads_back_exactly_in_either_language(language: str) -> None:
    try:
        set_language("en" if language == "en" else "zh")
        data = write_form(SCHEME, asked_of(SCHEME), OFFICE)
    finally:
        set_language("zh")
    back = taken(data)
    assert back.findings == ()
    assert entries_of(back) == without_evidence(OFFICE)


def test_an_empty_form_says_nothing() -> None:
    back = taken(write_form(SCHEME, asked_of(SCHEME)))
    assert back.sheet is None
    assert back.findings == ()


def test_a_body_is_asked_only_for_what_it_scores() -> None:
    lines = asked_of(SCHEME, "县人社局")
    assert {line.leaf.id for line in lines} == {"train"}
    assert {line.unit.id for line in lines} == {unit.id for unit in SCHEME.units if not unit.hand_over}


def test_a_unit_is_asked_for_its_own_items() -> None:
    assert {line.unit.id for line in asked_of_unit(SCHEME, "wood")} == {"wood"}


def test_equal_forms_have_equal_bytes() -> None:
    first = write_form(SCHEME, asked_of(SCHEME), OFFICE)
    time.sleep(1.1)
    assert write_form(SCHEME, asked_of(SCHEME), OFFICE) == first


def test_a_unit_named_like_a_formula_stays_text() -> None:
    data = write_form(SCHEME, asked_of(SCHEME), OFFICE)
    sheet = load_workbook(io.BytesIO(data)).worksheets[0]
    hostile = [cell for row in sheet.iter_rows() for cell in row if cell.value in ("=1+1", "=SUM(A1:A9)")]
    assert hostile
    assert {cell.data_type for cell in hostile} == {"s"}


NUMBERS = st.decimals(min_value=0, max_value=20, places=4) | st.integers(0, 20).map(D)
WORDS = st.text(alphabet="未按期=+-@甲乙,“ ”1.", max_size=12).map(lambda words: words.strip())
SMALL = Scheme(
    "demo",
    "办法",
    2026,
    classes=(UnitClass("a", "甲类"),),
    units=(Unit("u1", "甲乡", "a", 1), Unit("u2", "乙乡", "a", 2)),
    indicators=(
        Indicator("i1", "一项", 1, points=D(20), rule=Linear()),
        Indicator("i2", "二项", 2, points=D(20), rule=AllOrNothing()),
    ),
)


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    entries: dict[str, dict[str, Entry]] = {}
    for unit in ("u1", "u2"):
        linear = Entry(
            value=draw(st.none() | NUMBERS),
            figures=draw(st.just({}) | st.fixed_dictionaries({"target": NUMBERS})),
            score=draw(st.none() | NUMBERS),
            not_applicable=draw(st.booleans()),
            reason=draw(WORDS),
        )
        tick = Entry(done=draw(st.none() | st.booleans()), reason=draw(WORDS))
        row = {id: each for id, each in (("i1", linear), ("i2", tick)) if each != Entry()}
        if row:
            entries[unit] = row
    return Sheet("office", "demo", "verified", "县安委办", entries=entries)


@settings(max_examples=25, deadline=None)
@given(sheets())
def test_whatever_was_entered_reads_back(sheet: Sheet) -> None:
    back = taken(write_form(SMALL, asked_of(SMALL), sheet), scheme=SMALL)
    assert back.findings == ()
    assert (back.sheet.entries if back.sheet is not None else {}) == sheet.entries


# Tables of others


def test_a_table_of_an_office_is_matched_by_its_titles() -> None:
    back = taken(
        workbook(
            ["青禾县2026年考核评分表"],
            ["序号", "单位名称", "指标名称", "得分", "扣分理由"],
            [1, "林口镇", "消防安全", 38.5, "消防栓漏水"],
            [2, "河湾镇", "消防安全", "４０分", None],
            ["合计", None, None, 78.5, None],
            ["制表人：张三"],
        )
    )
    assert back.findings == ()
    assert entries_of(back) == {
        "wood": {"fire": Entry(score=D("38.5"), reason="消防栓漏水")},
        "river": {"fire": Entry(score=D(40))},
    }


def test_a_wide_table_has_a_column_for_each_indicator() -> None:
    back = taken(
        workbook(["单位", "矿山监管（20分）", "消防安全(40)"], ["林口镇", 19, 38.5], ["合计", 19, 38.5])
    )
    assert entries_of(back) == {"wood": {"mine": Entry(score=D(19)), "fire": Entry(score=D("38.5"))}}


def test_a_deduction_becomes_a_score() -> None:
    back = taken(
        workbook(
            ["单位", "指标", "扣分", "扣分原因"],
            ["林口镇", "消防安全", -1.5, "漏水"],
            ["河湾镇", "消防安全", 2, ""],
        )
    )
    assert entries_of(back)["wood"]["fire"] == Entry(score=D("38.5"), reason="漏水")
    assert entries_of(back)["river"]["fire"] == Entry(score=D(38))


def test_a_score_and_a_deduction_that_disagree_are_refused() -> None:
    back = taken(workbook(["单位", "指标", "得分", "扣分"], ["林口镇", "消防安全", 38, 1.5]))
    assert said(back) == [(2, "sheet.score_and_deduction")]


@pytest.mark.parametrize("merged", ["A2:A3", "A2:B3"])
def test_a_merged_name_counts_for_all_its_rows(merged: str) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["单位", "备注", "指标", "得分"])
    sheet.append(["林口镇", None, "消防安全", 38])
    sheet.append([None, None, "矿山监管", 19])
    sheet.append(["河湾镇", None, "消防安全", 40])
    sheet.merge_cells(merged)
    back = taken(bytes_of(book))
    assert entries_of(back)["wood"] == {"fire": Entry(score=D(38)), "mine": Entry(score=D(19))}


def test_a_name_that_is_only_missing_is_not_guessed() -> None:
    back = taken(workbook(["单位", "指标", "得分"], ["林口镇", "消防安全", 38], [None, "矿山监管", 19]))
    assert said(back) == [(3, "sheet.unknown_unit")]


def test_numbers_have_the_digits_that_excel_shows() -> None:
    back = taken(workbook(["单位", "指标", "得分"], ["林口镇", "消防安全", 0.1 + 0.2]))
    assert entries_of(back)["wood"]["fire"].score == D("0.3")


def test_every_wrong_row_is_refused_with_its_line_and_nothing_is_taken() -> None:
    data = workbook(
        ["单位", "指标", "得分", "不涉及", "打分人"],
        ["林口镇", "消防安全", 38.5, None, "甲"],
        ["林口乡", "消防安全", 38, None, "甲"],
        ["河湾镇", "消防安全工作", 38, None, "甲"],
        ["河湾镇", "消防安全", "优秀", None, "甲"],
        ["河湾镇", "消防安全", 41, None, "甲"],
        ["河湾镇", "矿山监管", None, "也许", "甲"],
        ["林口镇", "消防安全", 37, None, "甲"],
    )
    wrong = [
        (None, "sheet.unknown_column"),
        (3, "sheet.unknown_unit_near"),
        (4, "sheet.unknown_indicator_near"),
        (5, "sheet.no_number"),
        (6, "sheet.above_full_marks"),
        (7, "sheet.no_yes_no"),
        (8, "sheet.cell_twice"),
    ]
    back = taken(data)
    assert back.sheet is None
    assert said(back) == wrong
    assert "林口镇" in describe(back.findings[1])
    rest = taken(data, skip_wrong=True)
    assert said(rest) == wrong
    assert entries_of(rest) == {"wood": {"fire": Entry(score=D("38.5"))}}


def test_a_formula_without_a_result_is_refused_and_one_with_a_result_is_read() -> None:
    data = workbook(["单位", "指标", "得分"], ["林口镇", "消防安全", "=40-1"], ["河湾镇", "消防安全", 40])
    back = taken(data)
    assert said(back) == [(2, "workbook.no_result")]
    assert back.sheet is None
    worked_out = edited(data, "xl/worksheets/sheet1.xml", b"<f>40-1</f><v />", b"<f>40-1</f><v>39</v>")
    assert entries_of(taken(worked_out))["wood"]["fire"].score == D(39)


def test_an_error_in_a_cell_is_refused() -> None:
    data = edited(
        workbook(["单位", "指标", "得分"], ["林口镇", "消防安全", 38.5]),
        "xl/worksheets/sheet1.xml",
        b'<c r="C2" t="n"><v>38.5</v></c>',
        b'<c r="C2" t="e"><v>#DIV/0!</v></c>',
    )
    assert said(taken(data)) == [(2, "workbook.error_value")]


def test_days_and_figures_are_read() -> None:
    back = taken(
        workbook(
            ["单位", "指标编号", "实际数", "目标数", "扣分原因"],
            ["林口镇", "train", 2, 3, None],
            ["河湾镇", "train", 3, 3, None],
        )
    )
    assert entries_of(back)["wood"]["train"] == Entry(value=D(2), figures={"target": D(3)})


def test_a_percent_is_read_as_it_is_shown() -> None:
    book = Workbook()
    for row in (["单位", "指标编号", "实际数", "目标数"], ["林口镇", "train", 0.955, 100]):
        book.worksheets[0].append(row)
    book.worksheets[0]["C2"].number_format = "0.0%"
    assert entries_of(taken(bytes_of(book)))["wood"]["train"].value == D("95.5")


def test_a_figure_that_the_rule_does_not_ask_for_is_refused() -> None:
    back = taken(workbook(["单位", "指标", "得分", "目标数"], ["林口镇", "消防安全", 38, 3]))
    assert said(back) == [(2, "sheet.figure_not_asked")]


def test_a_table_without_a_head_is_refused() -> None:
    assert said(taken(workbook(["林口镇", 38.5], ["河湾镇", 40]))) == [(None, "workbook.no_head")]


def test_hidden_sheets_are_skipped_and_told() -> None:
    book = Workbook()
    book.worksheets[0].append(["单位", "指标", "得分"])
    book.worksheets[0].append(["林口镇", "消防安全", 1])
    book.worksheets[0].sheet_state = "hidden"
    shown = book.create_sheet("复核")
    shown.append(["单位", "指标", "得分"])
    shown.append(["林口镇", "消防安全", 38])
    back = taken(bytes_of(book))
    assert entries_of(back)["wood"]["fire"].score == D(38)
    assert said(back) == [(None, "workbook.hidden_sheet")]


# Hostile files


def edited(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    held = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            content = source.read(name)
            if name == part:
                assert old in content, content
                content = content.replace(old, new)
            target.writestr(name, content)
    return held.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
GOOD = workbook(["单位", "指标", "得分"], ["林口镇", "消防安全", 38.5])


def test_a_cell_at_the_end_of_the_world_is_no_burden() -> None:
    far = b'<row r="1048576"><c r="XFD1048576" t="n"><v>1</v></c></row></sheetData>'
    began = time.perf_counter()
    assert said(taken(edited(GOOD, SHEET, b"</sheetData>", far))) == [(None, "workbook.too_many_rows")]
    assert time.perf_counter() - began < 5


def test_all_cells_merged_into_one_are_no_burden() -> None:
    merged = b'</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    began = time.perf_counter()
    assert entries_of(taken(edited(GOOD, SHEET, b"</sheetData>", merged)))["wood"]["fire"].score == D("38.5")
    assert time.perf_counter() - began < 5


def test_a_package_that_unfolds_is_not_opened() -> None:
    rows = b'<row r="9"><c r="A9" t="n"><v>1</v></c></row>' * 600_000
    assert said(taken(edited(GOOD, SHEET, b"</sheetData>", rows + b"</sheetData>"))) == [
        (None, "workbook.too_large")
    ]


def test_a_document_type_is_refused() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet'
    assert said(taken(edited(GOOD, SHEET, b"<worksheet", bomb))) == [(None, "workbook.damaged")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "workbook.not_xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "workbook.old_format"),
        ("单位,得分".encode(), "workbook.not_xlsx"),
        (GOOD[:-40], "workbook.not_xlsx"),
        (edited(GOOD, SHEET, b"</sheetData>", b""), "workbook.damaged"),
    ],
)
def test_what_is_no_workbook_is_refused_with_a_reason(data: bytes, code: str) -> None:
    back = taken(data)
    assert said(back) == [(None, code)]
    assert describe(back.findings[0])


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_damaged_file_never_raises(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(GOOD) - 1))
    damaged = bytearray(GOOD)
    damaged[place] ^= data.draw(st.integers(1, 255))
    back = taken(bytes(damaged))
    assert back.sheet is not None or back.findings


CELLS = st.one_of(
    st.none(),
    st.sampled_from(
        [
            "单位",
            "指标",
            "得分",
            "扣分",
            "编号",
            "林口镇",
            "消防安全",
            "train",
            "实际数",
            "是",
            "合计",
            "=1/0",
        ]
    ),
    st.integers(-(10**18), 10**18),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.dates(date(1950, 1, 1), date(2090, 1, 1)),
    st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=6),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=5), max_size=6), st.booleans())
def test_any_cells_are_taken_or_refused_and_never_raise(rows: list[list[object]], skip_wrong: bool) -> None:
    back = taken(workbook(["单位", "指标", "得分", "实际数"], *rows), skip_wrong=skip_wrong)
    for finding in back.findings:
        assert describe(finding)


def test_invisible_characters_are_taken_out() -> None:
    back = taken(
        workbook(["单位", "指标", "得分", "扣分原因"], ["林\u200b口镇", "消防安全", 38.5, "漏\u202e水"])
    )
    assert entries_of(back)["wood"]["fire"].reason == "漏水"


def test_a_closed_stage_takes_nothing() -> None:
    back = take_scores(SCHEME, Course("demo", "final"), EMPTY, GOOD, "评分.xlsx")
    assert said(back) == [(None, "process.locked.final")]


def test_a_size_that_lies_does_not_fill_the_memory() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", bytes(200_000_000))
    told = (200_000_000).to_bytes(4, "little")
    data = held.getvalue().replace(told, (900).to_bytes(4, "little"))
    tracemalloc.start()
    try:
        assert said(taken(data)) == [(None, "workbook.not_xlsx")]
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


def test_units_of_one_name_stand_in_the_form_by_their_ids() -> None:
    twins = replace(SMALL, units=(Unit("u1", "新村", "a", 1), Unit("u2", "新村", "a", 2)))
    sheet = Sheet("office", "demo", "verified", "县安委办", entries={"u2": {"i2": Entry(done=True)}})
    assert entries_of(taken(write_form(twins, asked_of(twins), sheet), scheme=twins)) == sheet.entries


def test_the_form_says_in_which_column_a_figure_of_another_name_goes() -> None:
    scheme = replace(SCHEME, indicators=(Indicator("less", "事故起数", points=D(10), rule=YearOnYear()),))
    sheet = load_workbook(io.BytesIO(write_form(scheme, asked_of(scheme)))).worksheets[0]
    heads = [cell.value for cell in sheet[3]]
    asked = str(sheet.cell(4, heads.index("填写说明") + 1).value)
    assert asked.startswith("实际值（今年）、上年；")
    assert {"实际值", "上年"} <= set(heads)


def test_a_score_is_asked_for_only_where_no_rule_works_it_out() -> None:
    indicators = (
        Indicator("less", "事故起数", 1, points=D(50), rule=YearOnYear()),
        Indicator("care", "日常工作", 2, points=D(50)),
    )
    scheme = replace(SCHEME, indicators=indicators, overrides=())
    unit = scheme.units[0].id
    by_hand = Sheet("office", "demo", "verified", "县安委办", entries={unit: {"less": Entry(score=D(7))}})

    def cells(held: Sheet | None) -> dict[str, tuple[object, bool]]:
        sheet = load_workbook(io.BytesIO(write_form(scheme, asked_of_unit(scheme, unit), held))).worksheets[0]
        column = [cell.value for cell in sheet[3]].index("得分") + 1
        found = {str(sheet.cell(row, 2).value): sheet.cell(row, column) for row in (4, 5)}
        return {id: (cell.value, cell.fill.fill_type is None) for id, cell in found.items()}

    assert cells(None) == {"less": (None, False), "care": (None, True)}
    assert cells(by_hand)["less"] == (7, True)
