"""Papers in Markdown: every figure as it is printed everywhere, and text that is never markup."""

import dataclasses
import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal as D
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from openpyxl import load_workbook

from assessments.reports.dossier import Dossier
from assessments.reports.table import Column, Paper, Row, Table, Words
from assessments.scoring import score
from planner.office.assessment_files import demo
from planner.sharing import papers, papers_xlsx
from planner.sharing.papers_md import write_paper, write_papers
from planner.sharing.papers_words import printed
from planner.text import Language, set_language
from tests.assessments.printed import by_hand
from tests.assessments.reports.samples import DOSSIER

ALL: tuple[Paper, ...] = tuple(
    paper
    for named in (
        papers.of_class(DOSSIER, "towns"),
        papers.of_unit(DOSSIER, "wood"),
        papers.of_all(DOSSIER),
    )
    for _, paper in named
)


def tokens(markdown: str) -> list[Token]:
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(markdown)


def texts_of(inline: Token) -> str:
    return "".join(
        "\n" if child.type in ("softbreak", "hardbreak") or child.content == "<br>" else child.content
        for child in inline.children or ()
    )


def cells(markdown: str) -> list[list[str]]:
    """The cells of all tables, heads included."""
    rows: list[list[str]] = []
    inside = False
    for token in tokens(markdown):
        if token.type == "tr_open":
            rows.append([])
        inside = inside or token.type in ("td_open", "th_open")
        if token.type == "inline" and inside:
            rows[-1].append(texts_of(token))
            inside = False
    return rows


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_paper_is_written_in_both_languages(language: str) -> None:
    try:
        set_language("en" if language == "en" else "zh")
        for paper in ALL:
            assert write_paper(paper).startswith("# ")
    finally:
        set_language("zh")


CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")


def strings_of(record: object) -> Iterator[str]:
    """Every text in a record, however deep."""
    if isinstance(record, str):
        yield record
    elif isinstance(record, Mapping):
        for name, value in record.items():
            yield from strings_of((name, value))
    elif isinstance(record, tuple):
        for each in record:
            yield from strings_of(each)
    elif dataclasses.is_dataclass(record):
        for field in dataclasses.fields(record):
            yield from strings_of(getattr(record, field.name))


def own_words(dossier: Dossier) -> list[str]:
    """The office's own words, the longest first: they stay as they are in every language."""
    held = strings_of((dossier.scheme, dossier.sheets, dossier.course))
    return sorted({line for text in held for line in text.split("\n") if CHINESE.search(line)}, key=len)[::-1]


def county() -> Dossier:
    """The demo county, with nearly every method of scoring."""
    scheme, sheets = demo()
    return Dossier(scheme, score(scheme, sheets), sheets)


@pytest.mark.parametrize("dossier", [DOSSIER, county()], ids=["sample", "demo"])
def test_english_papers_hold_no_chinese_but_the_offices_own(dossier: Dossier) -> None:
    """Every cell of every paper, in Markdown and in Excel."""
    own = own_words(dossier)
    try:
        set_language("en")
        held = [*papers.of_all(dossier)]
        for unit in dossier.scheme.units:
            if any(result.unit == unit.id for result in dossier.scored):
                held += papers.of_unit(dossier, unit.id)
        said = {cell for _, paper in held for row in all_cells(write_paper(paper)) for cell in row}
        book = load_workbook(BytesIO(papers_xlsx.write_papers(held)))
        for sheet in book.worksheets:
            said |= {cell.value for row in sheet for cell in row if isinstance(cell.value, str)}
            said.add(sheet.oddFooter.center.text or "")
    finally:
        set_language("zh")
    for text in said:
        left = text
        for each in own:
            left = left.replace(each, "")
        assert not CHINESE.search(left), text


def all_cells(markdown: str) -> list[list[str]]:
    """The cells of the tables, and every line beside them as one."""
    beside = [[texts_of(token)] for token in tokens(markdown) if token.type == "inline"]
    return [*cells(markdown), *beside]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_line_of_the_statement_comes_out_again_by_hand(language: Language) -> None:
    dossier = county()
    try:
        set_language(language)
        for unit in ("emergency", "housing", "lhz"):
            paper = papers.PAPERS["statement"].draw(dossier, unit)
            told = [row for row in cells(write_paper(paper)) if row[2:3] and re.search(r"\d", row[2])]
            assert told
            for row in told:
                assert abs(by_hand(row[2]) - D(row[3].rstrip("…"))) < D("1e-6"), row
    finally:
        set_language("zh")


def test_a_table_has_one_line_a_row_and_one_cell_a_column() -> None:
    table = papers.PAPERS["deductions"].draw(DOSSIER, "towns")
    assert isinstance(table, Table)
    rows = cells(write_paper(table))
    assert len(rows) == 1 + len(table.rows)
    assert {len(row) for row in rows} == {len(table.columns)}


HOSTILE = st.text(alphabet="|\\`*_[]<>~&$#!-+=1. 甲\n\u2028", max_size=30)


@given(HOSTILE, HOSTILE)
def test_whatever_stands_in_a_cell_stays_text_in_that_cell(first: str, second: str) -> None:
    table = Table("题", (Column("甲"), Column("乙")), (Row((first, (second, "末"))),))
    (_, row) = cells(write_paper(table))
    said = ["\n".join(" ".join(line.split()) for line in text.splitlines() if line.strip()) for text in row]
    wanted = [
        "\n".join(" ".join(line.split()) for line in text.splitlines() if line.strip())
        for text in (first, f"{second}\n末")
    ]
    assert said == wanted


def test_figures_are_printed_as_everywhere() -> None:
    columns = (
        Column("分", "number"),
        Column("总分", "number", places=2),
        Column("率", "percent", places=2),
        Column("日", "date"),
    )
    row = Row((D(20) / D(3), D("91.9"), D("97.78"), date(2027, 1, 5)))
    assert cells(write_paper(Table("题", columns, (row,))))[1] == [
        "6.6667…",
        "91.90",
        "97.78%",
        "2027年1月5日",
    ]


def test_a_figure_is_never_rounded_on_the_way() -> None:
    table = Table("题", (Column("总分", "number", places=1),), (Row((D("91.375"),)),))
    assert cells(write_paper(table))[1] == ["91.375"]


def test_columns_of_wide_characters_stand_under_each_other() -> None:
    table = Table(
        "题", (Column("单位", width=10), Column("分", "number")), (Row(("林口镇", 9)), Row(("ab", 10)))
    )
    lines = [line for line in write_paper(table).splitlines() if line.startswith("|")]
    widths = {sum(2 if ord(character) > 0x2E80 else 1 for character in line) for line in lines}
    assert len(widths) == 1


def test_several_papers_stand_one_after_the_other() -> None:
    assert write_papers(ALL[:3]).count("\n---\n") == 2


def test_words_in_words_are_printed() -> None:
    inner = Words("report.event.day", {"day": date(2026, 7, 3), "event": "坍塌"})
    assert printed(Words("report.circular.accident", {"unit": "河湾镇", "event": inner})) == (
        "事故情况：河湾镇，2026年7月3日，坍塌。"
    )
