"""The roster's file."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.departments import KINDS, Department, Roster
from planner.findings import Finding
from planner.sharing.roster import read_roster, roster_from_data, roster_to_data, write_roster
from planner.text import describe

SMALL = """\
format = "county-roster/1"

[departments.k2water]
name = "水利局"
also = ["水务局"]

[departments.k2old]
name = "水电局"
abolished = 2010
successor = "k2water"
"""


def read(text: str) -> tuple[Roster | None, tuple[Finding, ...]]:
    return read_roster(text.encode(), "own.toml")


def codes(text: str) -> list[tuple[str, int | None]]:
    roster, findings = read(text)
    assert roster is None
    assert all(describe(finding) for finding in findings)
    return [(finding.code, finding.where.line) for finding in findings]


NAMES = st.text(st.sampled_from("应急管理局公安水利委会办"), min_size=1, max_size=6)
MANY_NAMES = st.lists(NAMES, max_size=3, unique=True).map(tuple)


@st.composite
def rosters(draw: st.DrawFn) -> Roster:
    names = draw(st.lists(NAMES, max_size=6, unique=True))
    ids = draw(
        st.lists(
            st.from_regex(r"[a-z][a-z0-9_-]{0,8}", fullmatch=True),
            min_size=len(names),
            max_size=len(names),
            unique=True,
        )
    )
    made: list[Department] = []
    for id, name in zip(ids, names, strict=True):
        heir = draw(st.sampled_from([held.id for held in made])) if made and draw(st.booleans()) else ""
        made.append(
            Department(
                id=id,
                name=name,
                kind=draw(st.sampled_from(KINDS)),
                short=draw(MANY_NAMES),
                also=draw(MANY_NAMES),
                state=draw(MANY_NAMES),
                province=draw(MANY_NAMES),
                city=draw(MANY_NAMES),
                absent=draw(st.sampled_from([(), ("state",), ("province", "city")])),
                initials=draw(st.lists(st.sampled_from(["yj", "gaj"]), min_size=1, unique=True).map(tuple)),
                field=draw(st.sampled_from(["", '安全"生产\\', "水利\t"])),
                abolished=draw(st.integers(1949, 2200))
                if heir
                else draw(st.none() | st.integers(1949, 2200)),
                successor=heir,
                order=draw(st.integers(-5, 9000)),
            )
        )
    return Roster(tuple(made), tuple(draw(st.lists(st.sampled_from(["tobacco", "salt"])))))


@settings(max_examples=150)
@given(roster=rosters())
def test_what_is_written_is_read_again(roster: Roster) -> None:
    text = write_roster(roster)
    again, findings = read(text)
    assert findings == ()
    assert again == roster
    assert write_roster(again) == text
    assert roster_from_data(roster_to_data(roster)) == roster


def test_a_file_made_by_hand_may_leave_out_order_and_initials() -> None:
    roster, findings = read(SMALL)
    assert findings == ()
    assert roster is not None
    assert [held.id for held in roster] == ["k2water", "k2old"]
    assert roster.department("k2water").initials == ("slj", "swj")


def test_every_error_is_told_at_once_with_its_line() -> None:
    wrong = SMALL.replace('also = ["水务局"]', 'alsо_ = 1\nkind = "goverment"\nshort = "水利"')
    wrong = wrong.replace("alsо_", "allso").replace("2010", "1010")
    assert codes(wrong) == [
        ("format.unknown_key_near", 5),
        ("format.bad_choice_near", 6),
        ("format.want_list", 7),
        ("format.out_of_range", 11),
    ]


@pytest.mark.parametrize(
    ("before", "after", "code", "line"),
    [
        ('"k2water"', '"k2watr"', "roster.unknown_successor_near", 10),
        ('"k2water"', '"zzz"', "roster.unknown_successor", 10),
        ("abolished = 2010\n", "", "roster.no_year", 9),
        ('"k2water"', '"k2old"', "roster.ring", 10),
        ('"水电局"\nabolished = 2010\nsuccessor = "k2water"', '"水利局"', "roster.same_name", 8),
        ('"水利局"', '" "', "roster.no_name", 4),
        ("county-roster/1", "county-roster/2", "format.newer", 1),
        ("county-roster/1", "county-plan/1", "format.other", 1),
        ('format = "county-roster/1"\n', "", "format.missing_format", 1),
        ('"水利局"', "水利局", "format.needs_quotes", 4),
    ],
)
def test_each_wrong_file_is_told_what_is_wrong(before: str, after: str, code: str, line: int) -> None:
    assert before in SMALL
    assert (code, line) in codes(SMALL.replace(before, after, 1))


def test_a_ring_over_two_bodies_is_seen() -> None:
    ring = SMALL.replace('also = ["水务局"]', 'abolished = 2012\nsuccessor = "k2old"')
    assert [code for code, _ in codes(ring)] == ["roster.ring", "roster.ring"]


def test_a_successor_may_stand_in_the_roster_below() -> None:
    own = SMALL.split("[departments.k2water]")[0] + SMALL[SMALL.index("[departments.k2old]") :]
    base, _ = read(SMALL)
    assert read(own)[0] is None
    roster, findings = read_roster(own.encode(), "own.toml", base)
    assert findings == ()
    assert roster is not None


@given(data=st.binary(max_size=60))
def test_any_bytes_give_a_roster_or_findings(data: bytes) -> None:
    roster, findings = read_roster(data, "own.toml")
    assert (roster is None) == bool(findings)
