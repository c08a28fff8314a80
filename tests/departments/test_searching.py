"""Finding a body while typing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.departments import Roster, initials_of, search

FIRST = [
    ("yjj", "emergency"),
    ("YJJ", "emergency"),
    ("ｙｊｊ", "emergency"),
    ("y j j", "emergency"),
    ("yjglj", "emergency"),
    ("xfdd", "fire"),
    ("xfjydd", "fire"),
    ("zjj", "housing"),
    ("gaj", "public-security"),
    ("jjdd", "traffic-police"),
    ("sthj", "ecology"),
    ("sthjj", "ecology"),
    ("fgj", "development-reform"),
    ("fgw", "development-reform"),
    ("wjj", "health"),
    ("awb", "safety-committee-office"),
    ("xwzzb", "organization"),
    ("zzb", "organization"),
    ("nsyh", "rural-bank"),
    ("hzb", "river-chief"),
    ("应急局", "emergency"),
    ("应急", "emergency"),
    ("县应急", "emergency"),
    ("交警", "traffic-police"),
    ("住建", "housing"),
    ("城乡建设", "housing"),
    ("文旅", "culture"),
    ("消防", "fire"),
    ("各乡镇", "townships"),
    ("省应急管理厅", "emergency"),
]


@pytest.mark.parametrize(("query", "id"), FIRST)
def test_the_body_meant_comes_first(query: str, id: str, roster: Roster) -> None:
    assert search(query, roster)[0].id == id


def test_an_empty_query_shows_everything_in_order(roster: Roster) -> None:
    assert search("", roster) == roster.departments
    assert search("  ", roster) == roster.departments


def test_nothing_is_found_for_what_nobody_is_called(roster: Roster) -> None:
    assert search("qqqq", roster) == ()
    assert search("齉齉", roster) == ()


def test_initials_may_have_gaps(roster: Roster) -> None:
    found = [department.id for department in search("yglj", roster)]
    assert "emergency" in found


def test_abolished_bodies_come_after_living_ones(roster: Roster) -> None:
    found = search("zjj", roster)
    ids = [department.id for department in found]
    assert ids.index("housing") < ids.index("quality-old")


def test_every_body_is_found_by_its_names_and_initials(roster: Roster) -> None:
    for department in roster:
        others = {department.also[-1:], department.city[:1], department.province[:1], department.state[-1:]}
        for name in (department.name, *department.short, *(name for held in others for name in held)):
            assert department in search(name, roster), name
        for letters in department.initials:
            assert department in search(letters.upper(), roster), letters


def test_a_full_name_finds_its_body_first(roster: Roster) -> None:
    for department in roster:
        assert search(department.name, roster)[0] == department


@given(query=st.text(max_size=12))
def test_any_text_may_be_typed(query: str) -> None:
    assert search(query, Roster()) == ()


def test_initials_read_letters_with_two_readings_rightly() -> None:
    read = {
        "农村商业银行": "ncsyyh",
        "行政审批服务局": "xzspfwj",
        "重点项目建设办公室": "zdxmjsbgs",
        "河长制工作办公室": "hzzgzbgs",
        "国家统计局调查队": "gjtjjdcd",
        "县委党校": "xwdx",
        "消防救援大队": "xfjydd",
        "各乡镇（街道）": "gxzjd",
        "X煤监局": "xmjj",
        "12345热线": "12345rx",
    }
    assert {name: initials_of(name) for name in read} == read


def test_the_stored_initials_are_those_of_the_names(roster: Roster) -> None:
    for department in roster:
        computed = dict.fromkeys(
            letters for name in department.every_name() if (letters := initials_of(name))
        )
        assert department.initials == tuple(computed)
