"""Papers in Excel: figures are numbers, text is never a formula, equal papers give equal bytes."""

import csv
import io
import shutil
import subprocess
import time
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal as D
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from assessments.reports.table import Bars, Column, Document, Paragraph, Row, Table
from planner.sharing import papers
from planner.sharing.papers_xlsx import write_papers
from planner.sharing.workbook import sheet_names
from planner.text import set_language
from tests.assessments.reports.samples import DOSSIER, RESULTS

HOSTILE = ("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "＝1＋1", "\t=1", '=HYPERLINK("http://x","y")')


def opened(data: bytes) -> Workbook:
    return load_workbook(io.BytesIO(data))


def one(table: Table) -> Worksheet:
    return opened(write_papers([("表", table)])).worksheets[0]


def values(sheet: Worksheet) -> Iterator[object]:
    return (cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None)


def table(*cells: D | int | str | date | None, column: Column | None = None) -> Table:
    return Table("题", (column or Column("列"),), tuple(Row((cell,)) for cell in cells))


CLASS = write_papers(papers.of_class(DOSSIER, "towns"))


# Figures


@settings(max_examples=60, deadline=None)
@given(st.decimals(min_value=-10_000, max_value=10_000, places=4))
def test_a_figure_is_a_number_with_its_own_digits(value: D) -> None:
    data = write_papers([("表", table(value, column=Column("分", "number")))])
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    written = sheet.split("<v>")[1].split("</v>")[0]
    assert D(written) == value
    cell = opened(data).worksheets[0]["A3"]
    assert cell.data_type == "n"


def test_a_number_without_an_end_keeps_ten_places_and_shows_four() -> None:
    cell = one(table(D(2) / D(3), column=Column("分", "number")))["A3"]
    assert (cell.value, cell.number_format) == (0.6666666667, "0.0000")


def test_places_and_percents_are_formats_not_text() -> None:
    cell = one(table(D("91.9"), column=Column("分", "number", places=2)))["A3"]
    assert (cell.value, cell.number_format) == (91.9, "0.00")
    cell = one(table(D("97.78"), column=Column("率", "percent", places=2)))["A3"]
    assert (cell.value, cell.number_format) == (0.9778, "0.00%")


def test_a_day_is_a_day() -> None:
    cell = one(table(date(2027, 1, 5), column=Column("日", "date")))["A3"]
    assert cell.is_date
    assert cell.value.date() == date(2027, 1, 5)


def test_a_workbook_has_the_totals_of_the_results() -> None:
    sheet = opened(CLASS)["汇总表"]
    shown = {row[1].value: row[9].value for row in sheet.iter_rows(min_row=4)}
    for result in DOSSIER.units("towns"):
        assert shown[DOSSIER.name(result.unit)] == float(result.total)


# Text stays text


@pytest.mark.parametrize("text", HOSTILE)
def test_text_like_a_formula_stays_text(text: str) -> None:
    cell = one(table(text))["A3"]
    assert cell.data_type == "s"
    assert cell.value == text
    assert cell.quotePrefix


def test_no_cell_of_all_papers_is_a_formula() -> None:
    sets = (papers.of_class(DOSSIER, "towns"), papers.of_unit(DOSSIER, "hill"), papers.of_all(DOSSIER))
    for named in sets:
        for sheet in opened(write_papers(named)):
            assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_characters_that_excel_cannot_hold_are_taken_out() -> None:
    assert one(table("甲\x00\x1b[31m乙\u202e"))["A3"].value == "甲[31m乙"


def test_a_text_beyond_excels_limit_is_cut() -> None:
    assert len(one(table("长" * 40_000))["A3"].value) == 32_767


# Names of sheets


def test_a_set_of_a_class_has_its_tables_and_a_sheet_for_each_unit() -> None:
    names = opened(CLASS).sheetnames
    assert names == [
        "排名与等次",
        "汇总表",
        "分项汇总",
        "扣分明细",
        "林口镇",
        "河湾镇",
        "=1+1",
        "+cmd|' C calc'!A0",
    ]


def test_a_set_of_everything_names_its_tables_by_class() -> None:
    named = papers.of_all(DOSSIER)
    names = opened(write_papers(named)).sheetnames
    assert names[:3] == ["通报", "公示", "乡镇 排名与等次"]
    assert "县直部门 扣分明细" in names
    assert len({name for name, _ in named}) == len(named)


def test_names_of_sheets_are_clean_short_and_different() -> None:
    assert sheet_names(["a/b:c", "[甲]*?\\", "", "'引'", "A", "a"]) == ("a b c", "甲", "-", "引", "A", "a(2)")


@given(st.lists(st.text(max_size=60), max_size=8))
def test_any_names_become_names_that_excel_takes(wanted: list[str]) -> None:
    names = sheet_names(wanted)
    assert len({name.lower() for name in names}) == len(wanted)
    for name in names:
        assert name.strip()
        assert len(name.encode("utf-16-le")) <= 62
        assert not set(name) & set("[]:*?/\\")
        assert not name.startswith("'")
        assert not name.endswith("'")


# On paper


def test_a_sheet_is_ready_to_be_printed() -> None:
    sheet = opened(CLASS)["林口镇"]
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) in (
        (9, "landscape"),
        ("9", "landscape"),
    )
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.freeze_panes == "C4"
    assert "&P" in (sheet.oddFooter.center.text or "")
    assert sheet["A3"].border.left.style == "thin"
    assert sheet["C5"].alignment.wrap_text
    assert "A1:J1" in [str(merged) for merged in sheet.merged_cells.ranges]


def test_numbers_are_indented_and_never_broken_and_grades_stand_in_the_middle() -> None:
    sheet = opened(CLASS)["排名与等次"]
    heads = [cell.value for cell in sheet[3]]
    total, grade = (sheet.cell(4, heads.index(name) + 1) for name in ("总分", "等次"))
    assert (total.alignment.horizontal, total.alignment.indent) == ("right", 1)
    assert not total.alignment.wrap_text
    assert grade.alignment.horizontal == "center"


def test_a_row_to_be_filled_in_by_hand_is_high() -> None:
    sheet = opened(write_papers(papers.of_unit(DOSSIER, "wood")))["申诉复核表"]
    rows = {sheet.cell(row, 1).value: row for row in range(1, sheet.max_row + 1)}
    assert sheet.row_dimensions[rows["申诉理由"]].height > 5 * sheet.row_dimensions[rows["申诉单位"]].height


def test_a_ranking_has_a_native_bar_chart_of_all_its_rows() -> None:
    (chart,) = opened(CLASS)["排名与等次"]._charts
    (series,) = chart.series
    count = len(DOSSIER.units("towns"))
    assert series.val.numRef.f.endswith(f"$C$4:$C${3 + count}")


def test_a_document_is_a_sheet_with_its_paragraphs_in_order() -> None:
    sheet = opened(write_papers(papers.of_all(DOSSIER)))["通报"]
    texts = [str(value).strip("　") for value in values(sheet)]
    heads = [text for text in texts if text[:2] in ("一、", "二、", "三、", "四、")]
    assert heads == ["一、考核结果", "二、否决事项和事故情况", "三、失分较多的方面", "四、工作要求"]


def test_a_document_without_a_table_is_written() -> None:
    sheet = opened(write_papers([("文", Document("题", (Paragraph("一段"),)))])).worksheets[0]
    assert "　　一段" in list(values(sheet))


def test_an_empty_table_is_written() -> None:
    assert one(replace(table(), bars=Bars("总分", 0, 0)))["A2"].value == "列"


# The same bytes


def test_equal_papers_have_equal_bytes_without_author_or_time() -> None:
    time.sleep(1.1)
    assert write_papers(papers.of_class(DOSSIER, "towns")) == CLASS
    with zipfile.ZipFile(io.BytesIO(CLASS)) as package:
        core = package.read("docProps/core.xml").decode()
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert "openpyxl" not in core
    assert "created" not in core


def test_papers_follow_the_language_in_force() -> None:
    try:
        set_language("en")
        assert "Ranking" in opened(write_papers(papers.of_class(DOSSIER, "towns"))).sheetnames
    finally:
        set_language("zh")


# Another program's eyes


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine")
def test_libreoffice_reads_the_same_figures_and_no_formula(tmp_path: Path) -> None:
    (tmp_path / "ranking.xlsx").write_bytes(
        write_papers([("排名", papers.PAPERS["ranking"].draw(DOSSIER, "towns"))])
    )
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    wanted = ["--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", str(tmp_path)]
    command = ["soffice", profile, "--headless", *wanted, str(tmp_path / "ranking.xlsx")]
    subprocess.run(command, check=True, timeout=120, capture_output=True)
    rows = list(csv.reader((tmp_path / "ranking.csv").read_text(encoding="utf-8-sig").splitlines()))
    shown = {row[1]: row[2] for row in rows[3:] if len(row) > 2}
    assert shown["=1+1"] == format(RESULTS.of("hill").total, "f")
