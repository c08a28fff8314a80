"""A place brings its points, from the top or from the bottom, whoever shares it."""

from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.rules.rank_points import RankPoints
from tests.assessments.rules.replay import counted, doubts, outcome, problems, value


def points(*given: str) -> tuple[D, ...]:
    """Points as a scheme writes them."""
    return tuple(D(each) for each in given)


def of_all(rule: RankPoints, *figures: str) -> list[D]:
    """Every unit's points in a class with these figures."""
    return [value(rule, counted(own), peers=figures) for own in figures]


@pytest.mark.parametrize("list_", [("60", "57", "54", "51", "48"), ("20", "19", "18", "17", "16")])
def test_the_first_five(list_: tuple[str, ...]) -> None:
    rule = RankPoints(points(*list_))
    assert of_all(rule, "9", "8", "7", "6", "5", "4") == [*points(*list_), 0]
    short = RankPoints(points(*list_[:1]), first_step=points(*list_)[1] - points(*list_)[0])
    assert of_all(short, "9", "8", "7", "6", "5") == list(points(*list_))


def test_the_last_three_and_a_tenth_less_for_each_place_up() -> None:
    rule = RankPoints(last=points("2", "1.9", "1.8"), last_step=D("-0.1"))
    assert of_all(rule, "5", "4", "3", "2", "1") == [D("1.6"), D("1.7"), D("1.8"), D("1.9"), 2]
    told = RankPoints(last=rule.last, last_step=rule.last_step, ranked_by="given")
    given = [value(told, counted(place, ranked=12)) for place in (12, 11, 10, 9)]
    assert given == [2, D("1.9"), D("1.8"), D("1.7")]


UPPER = RankPoints(points("5", "4", "3", "2", "1"), points("-5", "-4", "-3", "-2", "-1"), ranked_by="given")


def test_the_upper_levels_ranking_top_five_and_bottom_five() -> None:
    given = [value(UPPER, counted(place, ranked=13)) for place in (1, 5, 6, 8, 9, 13)]
    assert given == [5, 1, 0, 0, -1, -5]


def test_in_a_small_field_the_lists_overlap_and_it_is_said() -> None:
    small = outcome(UPPER, counted(5, ranked=8))
    assert (small.value, doubts(small)) == (1, ["doubt.lists_overlap"])


def test_ties_share_the_place_or_take_the_mean_of_the_places_they_fill() -> None:
    figures = ("9", "8", "8", "7")
    assert of_all(RankPoints(points("10", "8", "5", "1")), *figures) == [10, 8, 8, 1]
    assert of_all(RankPoints(points("10", "8", "5", "1"), ties="mean"), *figures) == [
        10,
        D("6.5"),
        D("6.5"),
        1,
    ]


def test_the_lowest_may_be_first() -> None:
    assert of_all(RankPoints(points("3", "2", "1"), ranked_by="lowest"), "7", "1", "4") == [1, 3, 2]


def test_what_is_missing() -> None:
    assert outcome(UPPER, None).missing == ("value",)
    assert outcome(UPPER, counted(3)).missing == ("ranked",)
    assert doubts(outcome(UPPER, counted("2.5", ranked=9))) == ["doubt.no_rank"]


def test_problems() -> None:
    assert problems(RankPoints()) == [("first", "rule.nothing_named")]
    assert problems(RankPoints(points("1"), first_step=D(-1), last_step=D(1))) == [
        ("last_step", "rule.step_without_list"),
        ("last_step", "rule.steps_meet"),
    ]


@given(st.lists(st.integers(0, 6), min_size=1, max_size=9), st.sampled_from(("same", "mean")))
def test_points_equal_brute_force(figures: list[int], ties: str) -> None:
    table = points("9", "7", "6", "4")
    rule = RankPoints(table, other=D(2), ties=ties)  # type: ignore[arg-type]
    places = (*table, *([D(2)] * 9))
    ordered = sorted(figures, reverse=True)
    for own in figures:
        filled = [places[place] for place, figure in enumerate(ordered) if figure == own]
        given = value(rule, counted(own), peers=tuple(figures))
        wanted = filled[0] if ties == "same" else sum(filled, D(0)) / len(filled)
        assert abs(given - wanted) < D("1e-20")
