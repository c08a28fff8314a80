"""What a unit still needs, and whether what is open is enough."""

from dataclasses import replace
from decimal import Decimal as D

import pytest

from assessments.analysis.outlook import outlook
from assessments.scheme import Grade, Minimum, Quota, ScoreTrigger, UnitClass, Veto
from assessments.scoring import Board
from tests.assessments.drafts import FOUR
from tests.assessments.tables import board, items


def class_with(*grades: Grade) -> UnitClass:
    return UnitClass("a", "甲类", grades=grades or FOUR)


def without(held: Board, unit: str, item: str) -> Board:
    sheet = held.sheets[0]
    rows = {
        id: {name: entry for name, entry in row.items() if (id, name) != (unit, item)}
        for id, row in sheet.entries.items()
    }
    return held.with_sheet(replace(sheet, entries=rows))


def test_points_to_the_next_grade_and_where_they_were_lost() -> None:
    held = board({"u": [D(55), D(20), D(10)]}, items([D(60), D(30), D(10)]), class_with())
    found = outlook(held.scheme, held.results.of("u"))
    assert found.grade is not None
    assert (found.grade.id, found.points) == ("excellent", 5)
    assert [(part.indicator, part.lost) for part in found.lost] == [("i01", 10), ("i00", 5)]
    assert (found.open, found.reachable) == (0, False)


@pytest.mark.parametrize(("first", "reachable"), [(50, True), (49, False)])
def test_what_is_open_may_be_enough(first: int, reachable: bool) -> None:
    held = board({"u": [D(first), D(0)]}, items([D(60), D(40)]), class_with())
    held = without(held, "u", "i01")
    found = outlook(held.scheme, held.results.of("u"))
    assert found.grade is not None
    assert (found.grade.id, found.open) == ("pass", 40)
    assert found.reachable
    near = replace(FOUR[2], lower=D(90))
    held = held.with_scheme(replace(held.scheme, classes=(class_with(near, FOUR[3]),)))
    assert outlook(held.scheme, held.results.of("u")).reachable is reachable


def test_a_category_below_its_least_share() -> None:
    top = replace(FOUR[0], minimums=(Minimum("i01", D(80)),))
    held = board({"u": [D(60), D(30)]}, items([D(60), D(40)]), class_with(top, *FOUR[1:]))
    found = outlook(held.scheme, held.results.of("u"))
    assert found.points == 0
    assert [(each.rate, each.points) for each in found.shortfalls] == [(75, 2)]
    assert [step.code for step in found.obstacles] == ["why.grade_minimum_missed"]


def test_a_veto_and_a_quota_stand_in_the_way() -> None:
    top = replace(FOUR[0], quota=Quota(count=1))
    held = board({"u": [D(95)], "w": [D(96)]}, items([D(100)]), class_with(top, *FOUR[1:]))
    found = outlook(held.scheme, held.results.of("u"))
    assert (found.points, [step.code for step in found.obstacles]) == (0, ["why.quota_out"])
    veto = Veto("v", "末位", "block", score=ScoreTrigger(last=1))
    barred = held.with_scheme(replace(held.scheme, vetoes=(veto,)))
    found = outlook(barred.scheme, barred.results.of("u"))
    assert [step.code for step in found.obstacles] == ["why.effect_block"]
    assert not found.reachable


def test_there_is_nothing_above_the_highest() -> None:
    held = board({"u": [D(95)]}, items([D(100)]), class_with())
    assert outlook(held.scheme, held.results.of("u")).grade is None
    plain = board({"u": [D(95)]}, items([D(100)]))
    assert outlook(plain.scheme, plain.results.of("u")).grade is None


def test_below_every_grade_the_lowest_is_next() -> None:
    held = board({"u": [D(50)]}, items([D(100)]), class_with(*FOUR[:2]))
    found = outlook(held.scheme, held.results.of("u"))
    assert found.grade is not None
    assert (found.grade.id, found.points) == ("good", 30)
