"""The first has full points, the others by their share of the first's figure."""

from decimal import Decimal as D

from hypothesis import given
from hypothesis import strategies as st

from assessments.rules.proportion_of_first import ProportionOfFirst
from tests.assessments.rules.replay import counted, doubts, outcome, problems, value

FIGURES = ("1.2", "0.9", "0.6")


def of_all(rule: ProportionOfFirst, *figures: str) -> list[D]:
    """Every unit's points of 6 in a class with these figures."""
    return [value(rule, counted(own), 6, peers=figures) for own in figures]


def test_t30() -> None:
    assert of_all(ProportionOfFirst(), *FIGURES) == [6, D("4.5"), 3]


def test_only_the_first_five_have_a_share() -> None:
    rule = ProportionOfFirst(only_places=5)
    assert of_all(rule, "10", "9", "8", "7", "6", "5") == [6, D("5.4"), D("4.8"), D("4.2"), D("3.6"), 0]
    assert value(ProportionOfFirst(only_places=1, rest=D(1)), counted(2), 6, peers=(3, 2)) == 1


def test_the_others_share_of_less_than_the_full_points() -> None:
    assert of_all(ProportionOfFirst(others_points=D(5)), *FIGURES) == [6, D("3.75"), D("2.5")]


def test_the_lowest_first() -> None:
    assert of_all(ProportionOfFirst(lowest_first=True), "2", "4", "8") == [6, 3, D("1.5")]
    assert of_all(ProportionOfFirst(lowest_first=True), "0", "4") == [6, 0]


def test_nothing_to_compare_with() -> None:
    given = outcome(ProportionOfFirst(), counted(0), 6, peers=(0, 0))
    assert (given.value, doubts(given)) == (0, ["doubt.first_is_nothing"])
    assert doubts(outcome(ProportionOfFirst(), counted(-1), 6, peers=(-1, 2))) == ["doubt.negative_figure"]
    assert outcome(ProportionOfFirst(), None, 6).missing == ("value",)


def test_problems() -> None:
    assert problems(ProportionOfFirst(others_points=D(7), only_places=0), 6) == [
        ("others_points", "rule.above_points"),
        ("only_places", "rule.not_positive"),
    ]


@given(st.lists(st.integers(1, 999), min_size=2, max_size=9, unique=True))
def test_more_is_never_worth_less_and_nobody_has_more_than_the_first(figures: list[int]) -> None:
    marks = [value(ProportionOfFirst(), counted(own), 6, peers=tuple(figures)) for own in sorted(figures)]
    assert marks == sorted(marks)
    assert marks[-1] == 6
