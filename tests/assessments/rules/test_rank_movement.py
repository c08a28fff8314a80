"""Places lost cost points, places gained bring some."""

from decimal import Decimal as D

from hypothesis import given
from hypothesis import strategies as st

from assessments.rules.rank_movement import Move, RankMovement
from tests.assessments.rules.replay import counted, doubts, outcome, problems, value

RULE = RankMovement(down=(Move(5, D(1)), Move(10, D(2))), up=(Move(5, D("0.5")),), from_zero=True)


def test_down_five_places_one_ten_two_up_five_half_a_point() -> None:
    moved = {0: 0, 4: 0, 5: -1, 9: -1, 10: -2, 30: -2}
    for places, points in moved.items():
        assert value(RULE, counted(40 + places, last_rank=40)) == points
    assert [value(RULE, counted(40 - places, last_rank=40)) for places in (4, 5, 20)] == [
        0,
        D("0.5"),
        D("0.5"),
    ]


def test_from_full_points() -> None:
    rule = RankMovement(RULE.down, RULE.up)
    assert [value(rule, counted(rank, last_rank=11), 5) for rank in (1, 11, 16)] == [D("5.5"), 5, 4]


def test_what_is_missing_or_no_place() -> None:
    assert outcome(RULE, counted(3)).missing == ("last_rank",)
    assert doubts(outcome(RULE, counted(0, last_rank=1))) == ["doubt.no_rank"]


def test_problems() -> None:
    assert problems(RankMovement()) == [("down", "rule.nothing_named")]
    assert problems(RankMovement((Move(0, D(-1)), Move(0, D(1))))) == [
        ("down.0.by_places", "rule.not_positive"),
        ("down.0.points", "rule.negative"),
        ("down.1.by_places", "rule.not_positive"),
        ("down", "rule.bound_twice"),
    ]


@given(st.integers(1, 50), st.integers(1, 49))
def test_a_better_place_is_never_worth_less(last: int, now: int) -> None:
    better, worse = (value(RULE, counted(rank, last_rank=last)) for rank in (now, now + 1))
    assert better >= worse
