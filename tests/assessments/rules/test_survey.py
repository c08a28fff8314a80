"""A rate gives points by its share, or multiplies the total."""

from decimal import Decimal as D

from assessments.numbers import exact, rounded
from assessments.rules.survey import Survey
from tests.assessments.rules.replay import counted, doubts, outcome, problems, value

NINE = {f"rate{number}": D(1) for number in range(1, 10)}


def test_a_telephone_survey_is_directly_a_percentage() -> None:
    assert value(Survey(), counted("96.5")) == D("96.5")
    assert value(Survey(), counted(90), 5) == D("4.5")


def test_t33_a_coefficient_on_the_total() -> None:
    coefficient = value(Survey(gives="coefficient"), counted("96.5"))
    assert coefficient == D("0.965")
    with exact():
        assert rounded(coefficient * D("92.4"), 2) == D("89.17")


def test_nine_rates_are_one_score() -> None:
    rates = {f"rate{number}": 80 + number for number in range(1, 10)}
    assert value(Survey(NINE), counted(**rates), 10) == D("8.5")
    assert value(Survey({"known": D(30), "content": D(70)}), counted(known=90, content=80)) == 83


def test_a_rate_that_lacks() -> None:
    pair = {"known": D(30), "content": D(70)}
    assert outcome(Survey(pair), counted(known=90)).missing == ("content",)
    assert value(Survey(pair, where_missing="rescale"), counted(known=90)) == 90
    assert outcome(Survey(pair, where_missing="rescale"), counted()).value is None
    assert outcome(Survey()).missing == ("value",)


def test_what_is_no_percentage() -> None:
    assert doubts(outcome(Survey(), counted(101))) == ["doubt.outside_scale"]
    given = outcome(Survey(), counted("0.965"))
    assert (given.value, doubts(given)) == (D("0.965"), ["doubt.rate_is_share"])


def test_problems() -> None:
    assert problems(Survey({"a": D(-1), "b": D(1)})) == [
        ("rates.a", "rule.negative"),
        ("rates", "rule.weights_of_nothing"),
    ]
