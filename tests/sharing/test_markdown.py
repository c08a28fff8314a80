"""A plan as Markdown: numbers drawn, duties in brackets, and text that stays text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from planner.plan import ROLES, Due, Duty, Measure, Plan, Recurrence, Section, Target, Task
from planner.reading.duties import find_clauses
from planner.sharing.clauses import clause_words
from planner.sharing.markdown import write_plan
from planner.text import language, set_language
from tests.strategies import plans, texts


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    before = language()
    set_language("zh")
    yield
    set_language(before)


MEASURES = (
    Measure("ka", "6月底前排查一遍。", duty=Duty(lead=("应急局",), support=("公安局", "住建局")), order=1),
    Measure(
        "kb",
        "组织演练。\n做好总结。",
        title="以练促防",
        order=2,
        duty=Duty(responsible=("消防大队",), clause="（消防大队具体负责）"),
        dues=(Due("10月底前", date(2026, 10, 31)),),
        targets=(Target("演练2次"),),
        recurrences=(Recurrence("每半年一次", dates=(date(2026, 6, 1), date(2026, 12, 1))),),
    ),
)

PLAN = Plan(
    id="kp",
    title="临江县2026年安全生产工作要点",
    year=2026,
    issuer="临江县安委办",
    number="临安委办〔2026〕1号",
    issued=date(2026, 3, 1),
    addressees="各乡镇人民政府：",
    preamble="现将要点印发如下。",
    closing="请抓好落实。",
    sections=(Section("ks", "总体要求", 1, "坚持预防为主。"), Section("kz", "重点任务", 2)),
    tasks=(
        Task("kt", "kz", "排查隐患", 1, MEASURES),
        Task("ku", "kz", "开展宣传", 2, (Measure("kc", "上街。"),)),
    ),
)

PAPER = """\
# 临江县2026年安全生产工作要点

临安委办〔2026〕1号

各乡镇人民政府：

现将要点印发如下。

## 一、总体要求

坚持预防为主。

## 二、重点任务

### 1. 排查隐患

（1）6月底前排查一遍。（应急局牵头，公安局、住建局配合）

（2）**以练促防**　组织演练。

做好总结。（消防大队具体负责）

目标：演练2次

完成时限：10月底前

频次：每半年一次（6月1日、12月1日）

### 2. 开展宣传

上街。

请抓好落实。

临江县安委办

2026年3月1日
"""


def test_the_paper_reads_like_this() -> None:
    assert write_plan(PLAN) == PAPER


def shown(markdown: str) -> list[str]:
    """The text of every block as a reader of the paper sees it; fails on any markup but what we write."""
    allowed = {"heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline"}
    found = []
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown):
        assert token.type in allowed, token
        if token.type == "inline":
            for child in token.children or ():
                assert child.type in {"text", "text_special", "strong_open", "strong_close"}, child
            found.append("".join(child.content for child in token.children or ()))
    return found


@given(texts(1, 4).filter(str.strip))
@settings(max_examples=200)
def test_text_stays_text_wherever_it_stands(text: str) -> None:
    plan = replace(PLAN, title=text, preamble=text, sections=(Section("ks", text, text=text),), tasks=())
    lines = [
        " ".join(line.replace("\t", " ").split(" ")).strip() for line in text.split("\n") if line.strip()
    ]
    paper = shown(write_plan(plan))
    expected = [squeezed(line) for line in lines]
    assert [squeezed(block) for block in paper[3 : 3 + len(lines)]] == expected
    assert squeezed(paper[0]) == squeezed(text)


def squeezed(text: str) -> str:
    return "".join(text.split())


@given(plans())
@settings(max_examples=40)
def test_any_plan_is_only_headings_and_paragraphs(plan: Plan) -> None:
    shown(write_plan(plan))


@pytest.mark.parametrize(
    ("duty", "words"),
    [
        (Duty(), ""),
        (Duty(lead=("甲局",)), "甲局牵头"),
        (Duty(responsible=("甲局", "乙局")), "甲局、乙局负责"),
        (
            Duty(lead=("甲局",), responsible=("乙局",), support=("丙局", "丁局"), supervise=("戊办",)),
            "甲局牵头，乙局负责，丙局、丁局配合，戊办督促",
        ),
        (Duty(lead=("甲局",), clause="（由甲局牵头）"), "由甲局牵头"),
        (Duty(lead=("甲局",), clause="甲局牵头"), "甲局牵头"),
        (Duty(clause="（）"), ""),
    ],
)
def test_a_clause_says_who_does_what(duty: Duty, words: str) -> None:
    assert clause_words(duty) == words


NAMES = st.lists(
    st.sampled_from(["县应急管理局", "县公安局", "县财政局", "各乡镇人民政府", "县安委办"]), unique=True
)


@given(NAMES, st.data())
@settings(max_examples=60)
def test_a_clause_of_names_is_read_back_as_the_same_duty(names: list[str], data: st.DataObject) -> None:
    roles: dict[str, list[str]] = {role: [] for role in ROLES}
    for name in names:
        roles[data.draw(st.sampled_from(ROLES))].append(name)
    lead, responsible, support, supervise = (tuple(roles[role]) for role in ROLES)
    duty = Duty(lead, responsible, support, supervise)
    found = find_clauses(f"开展检查。（{clause_words(duty)}）") if names else ()
    assert [replace(clause.duty, clause="") for clause in found] == ([duty] if names else [])
