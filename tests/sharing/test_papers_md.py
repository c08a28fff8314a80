"""Papers in Markdown: every figure as it is printed everywhere, and text that is never markup."""

from datetime import date
from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from assessments.reports.table import Column, Paper, Row, Table, Words
from planner.sharing import papers
from planner.sharing.papers_md import write_paper, write_papers
from planner.sharing.papers_words import printed
from planner.text import set_language
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


def test_english_papers_hold_no_chinese_but_the_schemes_own() -> None:
    try:
        set_language("en")
        text = write_paper(papers.PAPERS["ranking"].draw(DOSSIER, "offices"))
    finally:
        set_language("zh")
    for own in ("青禾县安全生产工作考核办法", "县直部门", "县住建局", "不合格"):
        text = text.replace(own, "")
    assert not any("\u4e00" <= character <= "\u9fff" for character in text)


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
