"""The parts of a total add up to it."""

from dataclasses import replace
from decimal import Decimal as D

from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.analysis.parts import parts_of
from assessments.rules.given import Given
from assessments.scheme import Indicator, Period, Scheme, Settings, Unit, UnitClass
from assessments.scoring import Board, score
from assessments.sheet import Entry, Sheet
from tests.assessments.tables import board, items

SMALL = D("1e-25")
tenths = st.integers(0, 100).map(lambda tenth: D(tenth) / 10)


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.lists(st.none() | tenths, min_size=4, max_size=4), min_size=1, max_size=4),
    st.sampled_from(["rescale_total", "rescale_parent", "full", "smaller", "zero"]),
)
def test_what_the_leaves_got_and_the_rest_are_the_total(rows: list[list[D | None]], treatment: str) -> None:
    tree = (
        Indicator("x", "甲", order=0, points=D(12), scale=D(20)),
        *(replace(each, parent="x" if place < 2 else "") for place, each in enumerate(items([D(10)] * 4))),
    )
    held = board(
        {f"u{place}": row for place, row in enumerate(rows)},
        tree,
        UnitClass("a", "甲类", scale=D(32), rounding=None, base=D(5), fold_to=D(100)),
        Settings(not_applicable=treatment),  # type: ignore[arg-type]
    )
    for result in held.results.units:
        parts = parts_of(held.scheme, result)
        assert abs(parts.raw - result.raw) < SMALL
        if any(mark for mark in rows[int(result.unit[1:])]):
            assert abs(parts.rest - 5) < SMALL
        assert not parts.items["x"].is_leaf


def test_a_multiplier_multiplies_every_part_and_the_bonus_is_in_the_rest() -> None:
    tree = (
        *items([D(60), D(40)]),
        Indicator("b", "加分", order=8, kind="bonus", points=D(5), rule=Given()),
        Indicator("m", "系数", order=9, kind="multiplier", rule=Given()),
    )
    held = board({"u": [D(50), D(30), D(4), D("0.5")]}, tree)
    parts = parts_of(held.scheme, held.results.of("u"))
    assert [part.got for part in parts.leaves] == [25, 15]
    assert [part.due for part in parts.leaves] == [30, 20]
    assert parts.rest == 2
    assert parts.raw == 42


def test_what_is_not_observed_yet_is_open_and_not_lost() -> None:
    held = board({"u": [D(50), D(30)]}, items([D(60), D(40)]))
    sheet = Sheet("v", "s", "verified", "安委办", entries={"u": {"i00": Entry(score=D(50))}})
    parts = parts_of(held.scheme, held.with_sheet(sheet).results.of("u"))
    assert [(part.lost, part.open) for part in parts.leaves] == [(10, 0), (0, 40)]


def test_a_parent_that_takes_the_lowest_is_one_part() -> None:
    tree = (
        Indicator("x", "甲", order=0, points=D(100), combine="lowest"),
        *(replace(each, parent="x", points=None) for each in items([D(100)] * 2)),
    )
    held = board({"u": [D(92), D(68)]}, tree)
    parts = parts_of(held.scheme, held.results.of("u"))
    assert [(part.indicator, part.got) for part in parts.leaves] == [("x", 68)]


def test_rounds_are_weighed() -> None:
    scheme = Scheme(
        "s",
        "办法",
        2026,
        classes=(UnitClass("a", "甲类", rounding=None),),
        units=(Unit("u", "u", "a"),),
        indicators=items([D(60), D(40)]),
        periods=(
            Period("routine", "平时", weight=D(70)),
            Period("q1", "一季度", parent="routine"),
            Period("q2", "二季度", parent="routine", missing="uniform", uniform=D(95)),
            Period("end", "年终", weight=D(30)),
        ),
    )
    entries = {"u": {"i00": Entry(score=D(50)), "i01": Entry(score=D(30))}}
    sheets = (
        Sheet("1", "s", "verified", "安委办", period="q1", entries=entries),
        Sheet("2", "s", "verified", "安委办", period="q2", held=False),
        Sheet("3", "s", "verified", "安委办", period="end", entries=entries),
    )
    result = score(scheme, sheets).of("u")
    parts = parts_of(scheme, result)
    assert result.raw == (D(80) + 95) / 2 * D("0.7") + 80 * D("0.3")
    assert [part.got for part in parts.leaves] == [50 * D("0.65"), 30 * D("0.65")]
    assert parts.rest == 95 * D("0.35")


def test_a_total_that_a_veto_took_has_no_parts() -> None:
    held: Board = board({"u": [D(50)]}, (replace(items([D(100)])[0], mandatory="zero"),))
    parts = parts_of(held.scheme, held.results.of("u"))
    assert (dict(parts.items), parts.rest) == ({}, 0)
