"""The assessors' marks as one: mean, median, without the highest and lowest, by bodies."""

import statistics
from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.rules import Rating
from assessments.rules.panel import Panel
from tests.assessments.rules.replay import doubts, outcome, problems, ratings, value

TRIMMED = Panel("trimmed")
VOICES = {"leaders": D(20), "staff": D(40), "group": D(40)}


def marked(**marks: tuple[str, ...]) -> tuple[Rating, ...]:
    """Ratings by body."""
    return tuple(rating for body, held in marks.items() for rating in ratings(*held, body=body))


def test_mean_median_and_mean_without_the_highest_and_lowest() -> None:
    marks = ratings(95, 60, 88, 90, 92)
    assert value(Panel(), ratings=marks) == 85
    assert value(Panel("median"), ratings=marks) == 90
    given = outcome(TRIMMED, ratings=marks)
    assert given.value == 90
    assert given.steps[0].arguments["dropped"] == "60、95"
    assert value(Panel("median"), ratings=ratings(80, 91)) == D("85.5")


def test_one_of_several_equal_highest_marks_is_left_out() -> None:
    assert value(TRIMMED, ratings=ratings(90, 90, 90, 60)) == 90
    assert value(TRIMMED, ratings=ratings(90, 60, 60, 60)) == 60


def test_trimming_by_count_by_percent_and_from_how_many_on() -> None:
    ten = ratings(*range(81, 91))
    assert value(Panel("trimmed", drop=2, trim_from=5), ratings=ten) == D("85.5")
    by_share = outcome(Panel("trimmed", drop_percent=D(10)), ratings=ratings(0, *[80] * 8, 100))
    assert by_share.value == 80
    assert value(Panel("trimmed", drop_percent=D(10)), ratings=ratings(0, *[80] * 8, 89)) == 80
    assert value(Panel("trimmed", drop_percent=D(10)), ratings=ratings(0, *[80] * 7, 97)) == 73
    assert value(TRIMMED, ratings=ratings(80, 90)) == 85
    assert value(Panel("trimmed", trim_from=6), ratings=ratings(0, 80, 80, 80, 100)) == 68


def test_leaders_a_fifth_staff_and_group_two_fifths_each() -> None:
    marks = marked(leaders=("90",), staff=("80", "90"), group=("70", "80", "90"))
    assert value(Panel(bodies=VOICES), ratings=marks) == 18 + 34 + 32
    assert (
        value(Panel(bodies={"group": D(40), "mass": D(60)}), ratings=marked(group=("90",), mass=("80",)))
        == 84
    )
    assert (
        value(Panel(bodies={"park": D(70), "towns": D(30)}), ratings=marked(park=("90",), towns=("80",)))
        == 87
    )


def test_a_body_that_has_not_rated() -> None:
    marks = marked(leaders=("90",), staff=("80",))
    assert outcome(Panel(bodies=VOICES), ratings=marks).missing == ("ratings",)
    rescaled = value(Panel(bodies=VOICES, where_missing="rescale"), ratings=marks)
    assert abs(rescaled - D(5000) / 60) < D("1e-20")
    strange = (*marked(leaders=("90",), staff=("80",), group=("80",)), *ratings(10, body="guests"))
    given = outcome(Panel(bodies=VOICES), ratings=strange)
    assert (given.value, doubts(given)) == (82, ["doubt.body_unknown"])


def test_assessors_may_weigh_differently() -> None:
    marks = (Rating("a", D(90), weight=D(2)), Rating("b", D(60)))
    assert value(Panel(), ratings=marks) == 80


def test_too_few_raters() -> None:
    given = outcome(Panel(), ratings=ratings(80, 90), raters=3)
    assert (given.value, doubts(given)) == (None, ["doubt.too_few_raters"])
    assert value(Panel(minimum=2), ratings=ratings(80, 90), raters=3) == 85
    assert outcome(Panel()).missing == ("ratings",)


def test_marks_of_another_scale() -> None:
    assert value(Panel(out_of=D(100)), None, 20, ratings=ratings(80, 90)) == 17
    assert doubts(outcome(Panel(), None, 20, ratings=ratings(15, 85))) == ["doubt.rater_outside"]


def test_each_assessor_ranks_all_units_and_a_place_brings_points() -> None:
    rule = Panel(by_place=(D(100), D(95), D(90)))
    assert value(rule, ratings=ratings(1, 2, 5)) == 95
    assert doubts(outcome(rule, ratings=ratings(0))) == ["doubt.rater_no_place"]


def test_problems() -> None:
    assert problems(Panel("trimmed", drop=2)) == [("trim_from", "rule.drops_all")]
    assert problems(Panel("trimmed", drop=-1, drop_percent=D(50), out_of=D(0), minimum=0)) == [
        ("out_of", "rule.not_positive"),
        ("drop", "rule.negative"),
        ("drop_percent", "rule.drops_all"),
        ("minimum", "rule.not_positive"),
    ]
    assert problems(Panel(drop_percent=D(10))) == [("drop_percent", "rule.not_used")]
    assert problems(Panel(bodies={"a": D(0)})) == [("bodies", "rule.weights_of_nothing")]


marks = st.lists(st.decimals(0, 100, places=1), min_size=1, max_size=12)


@given(marks, st.integers(0, 3))
def test_the_trimmed_mean_equals_the_mean_of_what_is_left(held: list[D], drop: int) -> None:
    given = value(Panel("trimmed", drop=drop, trim_from=2 * drop + 1), ratings=ratings(*held))
    left = sorted(held)[drop : len(held) - drop] if len(held) > 2 * drop else held
    assert abs(given - statistics.mean(left)) < D("1e-20")


@given(marks, st.sampled_from(("mean", "median")))
def test_mean_and_median_equal_the_statistics_module(held: list[D], take: str) -> None:
    given = value(Panel(take), ratings=ratings(*held))  # type: ignore[arg-type]
    wanted = statistics.mean(held) if take == "mean" else statistics.median(held)
    assert abs(given - wanted) < D("1e-20")


@pytest.mark.parametrize("take", ["mean", "median", "trimmed"])
@given(held=marks, more=st.decimals("0.1", 5, places=1))
def test_a_higher_mark_never_lowers_the_score(take: str, held: list[D], more: D) -> None:
    rule = Panel(take, out_of=D(200))  # type: ignore[arg-type]
    raised = [held[0] + more, *held[1:]]
    before = value(rule, ratings=ratings(*held))
    assert value(rule, ratings=ratings(*raised)) >= before - D("1e-20")
    assert outcome(rule, ratings=ratings(*held)[::-1]) == outcome(rule, ratings=ratings(*held))
