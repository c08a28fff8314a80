"""Worked cases of ranks, prizes, grades and vetoes, from a scheme and its sheets to the standing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D

import pytest

from assessments.scheme import Award, Effect, EventTrigger, Grade, Minimum, UnitClass, Veto
from assessments.sheet import Event, Sheet
from tests.assessments.short import FOUR, entry, events, item, result, scheme, scored, sheet, units

VILLAGES = (
    *("95.5", "95", "94.5", "94", "93", "92", "91", "90.5", "90.5", "90", "90", "89", "88.5", "88"),
    *("87.5", "87.5", "87.5", "87", "87", "87", "86", "85", "84.5", "84"),
)
RANKS = [1, 2, 3, 4, 5, 6, 7, 8, 8, 10, 10, 12, 13, 14, 15, 15, 15, 18, 18, 18, 21, 22, 23, 24]


def all_of(totals: tuple[str, ...], unit_class: UnitClass) -> dict[str, tuple[int | None, tuple[str, ...]]]:
    """Rank and awards of units with these totals."""
    ids = tuple(f"v{place:02}" for place in range(len(totals)))
    held = scheme(item("main", "100"), unit_class=unit_class, units=units(*ids))
    marks = {id: {"main": entry(total)} for id, total in zip(ids, totals, strict=True)}
    results = scored(held, Sheet("all", "s", "verified", "镇政府", entries=marks))
    return {id: (results.of(id).rank, results.of(id).awards) for id in ids}


def test_t2_ranks_and_money_of_twenty_four_villages() -> None:
    money = (
        Award("large", "一等", 1, first=1, last=2, amount=D(5000), unit="元"),
        Award("small", "二等", 2, first=3, last=7, amount=D(2000), unit="元"),
    )
    done = list(all_of(VILLAGES, UnitClass("c", "村", awards=money)).values())
    assert [rank for rank, _ in done] == RANKS
    assert [awards for _, awards in done] == [("large",)] * 2 + [("small",)] * 5 + [()] * 17


def test_t3_two_places_shared_among_eighteen_counties() -> None:
    totals = [str(100 - place) for place in range(18)]
    totals[4], totals[12] = totals[3], totals[11]
    ranks = [rank for rank, _ in all_of(tuple(totals), UnitClass("c", "县")).values()]
    assert ranks == [1, 2, 3, 4, 4, 6, 7, 8, 9, 10, 11, 12, 12, 14, 15, 16, 17, 18]


def test_t23_a_third_prize_stays_empty() -> None:
    prizes = (
        Award("first", "一等奖", 1, places=1, lower=D(80)),
        Award("second", "二等奖", 2, places=1, lower=D(80)),
        Award("third", "三等奖", 3, places=2, lower=D(80)),
    )
    done = all_of(("88", "86", "83", "79", "78"), UnitClass("c", "县", awards=prizes))
    assert [awards for _, awards in done.values()] == [("first",), ("second",), ("third",), (), ()]


@pytest.mark.parametrize(
    ("total", "brings"), [("195", "a"), ("175", "b"), ("160", "c"), ("130", "d"), ("110", "")]
)
def test_t29_deposits_come_back_by_the_total(total: str, brings: str) -> None:
    amounts = (("a", 190, 30000), ("b", 170, 20000), ("c", 150, 14000), ("d", 120, 0))
    ladder = tuple(Award(id, id, lower=D(lower), amount=D(money), unit="元") for id, lower, money in amounts)
    unit_class = UnitClass("c", "镇", scale=D(200), awards=ladder)
    done = result(scheme(item("main", "200"), unit_class=unit_class), sheet(main=total))
    assert done.awards == ((brings,) if brings else ())


@pytest.mark.parametrize(("worst", "grade"), [("52", "pass"), ("65", "excellent"), ("49", "fail")])
def test_t31_a_small_dam_with_one_weak_category(worst: str, grade: str) -> None:
    heads = ("safety", "water", "upkeep", "files")
    bands = (
        Grade("excellent", "优秀", D(650), base="pass", minimums=tuple(Minimum(id, D(65)) for id in heads)),
        Grade("pass", "合格", D(550), minimums=tuple(Minimum(id, D(50)) for id in heads)),
        Grade("fail", "不合格", D(0), passing=False),
    )
    unit_class = UnitClass("c", "小型水库", scale=D(1000), grades=bands)
    held = scheme(*(item(id, "250", scale="100") for id in heads), unit_class=unit_class)
    rest = (D(264) - D(worst)) / 3
    marks = {id: entry(str(rest)) for id in heads} | {"files": entry(worst)}
    done = result(held, sheet(**marks))
    assert (done.total, done.grade) == (660, grade)


@pytest.mark.parametrize(
    ("effect", "total", "grade"),
    [("zero", 0, "fail"), ("fail", 88, "fail"), ("minus", 58, "fail"), ("block", 88, "good")],
)
def test_t32_the_four_ways_of_a_veto(effect: Effect, total: int, grade: str) -> None:
    """From 88, and from 95 where the veto only bars the highest grade."""
    veto = Veto(
        "v",
        "重大事故",
        effect,
        points=D(30) if effect == "minus" else None,
        event=EventTrigger(("accident",)),
    )
    held = scheme(item("main", "100"), unit_class=UnitClass("c", "县", grades=FOUR), vetoes=(veto,))
    told = (Event("e", "u", "accident", day=date(2026, 5, 1), deaths=12),)
    done = result(held, sheet(events=told, main="88"))
    assert (done.total, done.grade) == (total, grade)
    assert [mark.veto for mark in done.marks] == ["v"]
    best = result(held, sheet(events=told, main="95"))
    assert best.grade == {"block": "good", "minus": "pass"}.get(effect, "fail")
    cleared = events("accident", 1, responsible=False)
    assert result(held, sheet(events=cleared, main="88")).grade == "good"
