"""A file that is no plan gives a clear finding, never a crash and never a plan that nobody wrote."""

from __future__ import annotations

import pytest
from accounting import unaccounted
from hypothesis import given, settings
from hypothesis import strategies as st
from papers import codes, paper

from planner.reading import stretches
from planner.reading.document import read
from planner.reading.report import as_json

NO_PLANS = {
    "": "reading.empty",
    " \n\u3000\n\t": "reading.empty",
    "今天天气很好，我们去春游。\n大家都很高兴。": "reading.no_plan",
    "红烧肉的做法\n1.切块。\n2.焯水。\n3.红烧。": "reading.no_plan",
    "| 甲 | 乙 | 丙 |\n| 1 | 修路 | 县交通局 |": "reading.table_only",
    "甲\t乙\t丙\n1\t修路\t县交通局": "reading.table_only",
    "|  |  |  |\n|  |  |  |": "reading.empty_table",
}


@pytest.mark.parametrize("text", NO_PLANS)
def test_no_plan(text: str) -> None:
    reading = read(text.encode(), "paper.txt")
    assert reading.plan is None
    assert NO_PLANS[text] in codes(reading)
    assert unaccounted(text.encode(), reading) == []
    assert as_json(reading)["sections"] == []


@pytest.mark.parametrize("start", [b"PK\x03\x04", b"%PDF-1.7", b"\xd0\xcf\x11\xe0\xa1\xb1"])
def test_files_of_other_programs(start: bytes) -> None:
    reading = read(start + bytes(range(256)) * 20, "paper.docx")
    assert reading.plan is None
    assert codes(reading) == ["reading.other_format"]


def test_table_rows_inside_a_plan_are_told() -> None:
    reading = paper(
        "临江县2026年招商工作要点\n一、目标\n（一）引资。\n"
        "| 1 | 甲 | 3 |\n| 2 | 乙 | 4 |\n二、措施\n（一）走访。"
    )
    assert reading.plan is not None
    assert "reading.table_rows" in codes(reading)


PIECES = [
    *("一、", "二、", "（一）", "（二）", "1.", "2.", "（1）", "①", "。", "；", "：", "，", "\n", "\u3000"),
    *("责任单位：", "县应急局", "牵头", "（", "）", "附件", "附件1", "2026年", "2月6日", "工作要点", "关于"),
    *("现印发给你们", "的通知", "|", "\t", "【", "】", "微信", "##a##", "——", "一是", "二是", "每季度"),
    *("6月底前", "100%", "第一部分", "各乡镇：", "---", "title: ", "\x0b", "\u2028", "\x00", "\u202e"),
    *("加强领导", "字" * 40),
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60), st.sampled_from(["utf-8", "gb18030", "utf-16"]))
def test_any_mixture_is_read_and_every_line_accounted_for(pieces: list[str], encoding: str) -> None:
    data = "".join(pieces).encode(encoding)
    reading = read(data, "paper.txt")
    assert unaccounted(data, reading) == []
    assert reading.plan is not None or any(finding.severity == "error" for finding in reading.findings)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read(data: bytes) -> None:
    reading = read(data, "paper.txt")
    assert reading.plan is not None or reading.findings
    as_json(reading)


def test_long_items_are_searched_stretch_by_stretch() -> None:
    longest = 0

    def find(text: str) -> tuple[()]:
        nonlocal longest
        longest = max(longest, len(text))
        return ()

    stretches.find_in("加强巡查。" * 100_000, find)
    assert 0 < longest <= stretches.LONGEST


def test_places_are_counted_in_the_whole_text() -> None:
    from planner.reading.duties import find_clauses

    text = "加强巡查。" * 3000 + "检查商场（县应急局负责）。" + "加强巡查。" * 3000
    (clause,) = stretches.clauses_in(text, find_clauses)
    assert text[clause.start : clause.end] == "（县应急局负责）"
