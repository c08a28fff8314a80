"""The library finds what is typed: words, departments by name and initials, in every template, best first."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.departments import Department, Roster
from planner.library import Hit, Library, Template
from planner.plan import Due, Duty, Measure, Plan, Section, Task

ROSTER = Roster(
    (
        Department("d1", "应急管理局", short=("应急局",), initials=("yjglj", "yjj"), order=1),
        Department("d2", "公安局", initials=("gaj",), order=2),
        Department("d3", "消防救援大队", short=("消防大队",), initials=("xfjydd", "xfdd"), order=3),
        Department("d4", "安全生产监督管理局", short=("安监局",), abolished=2019, successor="d1", order=4),
    )
)


def template(key: str, title: str, *tasks: Task) -> Template:
    sections = (Section("s", "排查隐患", 1000), Section("e", "应急准备", 2000))
    return Template(key, "workspace", Plan(id=key, title=title, year=2026, sections=sections, tasks=tasks))


def task(id: str, title: str, text: str = "", lead: str = "", section: str = "s", order: int = 1000) -> Task:
    duty = Duty(lead=(lead,)) if lead else Duty()
    return Task(id, section, title, order, (Measure("m" + id, text, duty=duty),))


FIRE = template(
    "fire",
    "临江县2026年消防工作要点",
    task("a", "整治高层建筑火灾隐患", "逐栋检查消防设施。", "县消防救援大队", order=1),
    task("b", "开展消防宣传", "进校园、进社区。", "县公安局", order=2),
)
SAFETY = template(
    "safety",
    "临江县2026年安全生产工作要点",
    task("c", "检查危险化学品企业", "突出LNG加气站，每季度抽查。", "区应急管理局", order=1),
    task("d", "组织综合演练", "会同消防力量开展。", "县应急局", section="e", order=2),
)


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.of([FIRE, SAFETY], ROSTER)


def places(hits: tuple[Hit, ...]) -> list[tuple[str, str, str]]:
    return [(hit.template.key, hit.task, hit.where) for hit in hits]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("高层", [("fire", "a", "title")]),
        ("宣传 消防", [("fire", "b", "title")]),
        ("消防宣传", [("fire", "b", "title")]),
        ("校园", [("fire", "b", "text")]),
        (
            "消防",
            [
                ("fire", "", "template"),
                ("fire", "b", "title"),
                ("fire", "a", "department"),
                ("safety", "d", "text"),
            ],
        ),
        ("yjj", [("safety", "c", "department"), ("safety", "d", "department")]),
        ("YJJ", [("safety", "c", "department"), ("safety", "d", "department")]),
        ("yjj 演练", [("safety", "d", "department")]),
        ("应急管理局", [("safety", "c", "department"), ("safety", "d", "department")]),
        ("应急局", [("safety", "c", "department"), ("safety", "d", "department")]),
        ("安监局", [("safety", "c", "department"), ("safety", "d", "department")]),
        ("gaj 宣传", [("fire", "b", "department")]),
        ("lng", [("safety", "c", "text")]),
        ("ＬＮＧ", [("safety", "c", "text")]),
        ("安全生产 演练", [("safety", "d", "title")]),
        ("应急准备", [("safety", "d", "text")]),
        ("险危", []),
        ("没有的词", []),
        ("xyz", []),
        ("", []),
        ("   ", []),
    ],
)
def test_search(library: Library, query: str, expected: list[tuple[str, str, str]]) -> None:
    assert places(library.search(query).hits) == expected


def test_the_excerpt_shows_what_was_found_where(library: Library) -> None:
    (text,) = library.search("lng").hits
    assert "LNG加气站" in text.excerpt
    (title,) = library.search("高层").hits
    assert title.excerpt == "整治高层建筑火灾隐患"
    assert library.search("yjj").hits[0].excerpt == "区应急管理局"


def test_a_limit_says_that_there_is_more(library: Library) -> None:
    cut = library.search("消防", limit=2)
    assert (len(cut.hits), cut.more) == (2, True)
    whole = library.search("消防", limit=4)
    assert (len(whole.hits), whole.more) == (4, False)
    assert library.search("消防", limit=0).hits == ()


def test_adding_replacing_and_taking_away_leave_the_old_library_as_it_was(library: Library) -> None:
    less = library.without("fire")
    assert places(less.search("消防").hits) == [("safety", "d", "text")]
    changed = template("fire", "临江县2026年消防工作要点", task("z", "植树"))
    other = library.with_template(changed)
    assert [held.key for held in other.templates] == ["safety", "fire"]
    assert places(other.search("植树").hits) == [("fire", "z", "title")]
    assert other.search("高层").hits == ()
    assert places(library.search("高层").hits) == [("fire", "a", "title")]
    assert library.template("fire") is FIRE
    with pytest.raises(KeyError):
        library.without("gone")


def test_deadlines_are_found_too() -> None:
    due = Task("t", "s", "建站", measures=(Measure("m", "完成。", dues=(Due("6月底前"),)),))
    assert places(Library.of([template("k", "要点", due)], ROSTER).search("6月底").hits) == [
        ("k", "t", "text")
    ]


LETTERS = "安全生产消防演练Ａa１，"
COUNTS = st.integers(0, 4)
WORDS = st.text(LETTERS, min_size=1, max_size=3)


@st.composite
def templates(draw: st.DrawFn) -> list[Template]:
    def one(place: int) -> Task:
        return task(
            f"t{place}", draw(st.text(LETTERS, max_size=5)), draw(st.text(LETTERS, max_size=8)), order=place
        )

    return [
        template(
            f"k{number}", draw(st.text(LETTERS, max_size=4)), *(one(place) for place in range(draw(COUNTS)))
        )
        for number in range(draw(COUNTS))
    ]


@settings(max_examples=100, deadline=None)
@given(templates(), st.lists(WORDS, min_size=1, max_size=3), st.data())
def test_the_index_finds_what_reading_everything_finds(
    held: list[Template], words: list[str], data: st.DataObject
) -> None:
    library = Library.of(held, Roster())
    if held and data.draw(st.booleans()):
        again = data.draw(st.sampled_from(held))
        library = library.without(again.key).with_template(again)
    plain = {"Ａ": "a", "１": "1", "，": ","}

    def bare(text: str) -> str:
        return "".join(plain.get(letter, letter) for letter in text)

    expected = set()
    for one in held:
        title = bare(one.plan.title)
        if all(bare(word) in title for word in words):
            expected.add((one.key, ""))
        for row in one.plan.tasks:
            own = [bare(row.title), bare(row.measures[0].text), bare("排查隐患")]
            inside = [any(bare(word) in text for text in own) for word in words]
            anywhere = [found or bare(word) in title for found, word in zip(inside, words, strict=True)]
            if all(anywhere) and any(inside):
                expected.add((one.key, row.id))
    found = library.search(" ".join(words)).hits
    assert {(hit.template.key, hit.task) for hit in found} == expected
    assert len(found) == len(expected)
