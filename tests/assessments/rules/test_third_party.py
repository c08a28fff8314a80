"""A third party's marks, weighed by their shares and brought to the points."""

from decimal import Decimal as D

from hypothesis import given
from hypothesis import strategies as st

from assessments.rules.third_party import ThirdParty
from tests.assessments.rules.replay import counted, doubts, outcome, problems, value

ROUNDS = ThirdParty({"first": D(15), "second": D(25)})
COUNTY = ThirdParty({"offices": D(60), "townships": D(30), "departments": D(10)})


def test_t24() -> None:
    assert value(ROUNDS, counted(first=82, second=88), 40) == D("34.30")
    assert value(COUNTY, counted(offices=90, townships=80, departments=70)) == 85
    assert value(ThirdParty({"a": D(6), "b": D(3), "c": D(1)}), counted(a=90, b=80, c=70)) == 85


def test_one_mark_and_another_scale() -> None:
    assert value(ThirdParty(), counted(88), 40) == D("35.2")
    assert value(ThirdParty(out_of=D(1000)), counted(900), 40) == 36


def test_a_part_that_lacks() -> None:
    assert outcome(ROUNDS, counted(first=82), 40).missing == ("second",)
    assert value(ThirdParty(ROUNDS.shares, where_missing="rescale"), counted(second=88), 40) == D("35.2")
    assert [each.required for each in ROUNDS.inputs()] == [True, True]


def test_a_mark_outside_its_scale() -> None:
    assert doubts(outcome(ROUNDS, counted(first=820, second=88), 40)) == ["doubt.outside_scale"]


def test_problems() -> None:
    assert problems(ThirdParty({"a": D(0)}, out_of=D(0))) == [
        ("out_of", "rule.not_positive"),
        ("shares", "rule.weights_of_nothing"),
    ]


marks = st.decimals(0, 100, places=1)


@given(marks, marks, marks)
def test_it_lies_between_the_lowest_and_the_highest_mark(offices: D, townships: D, departments: D) -> None:
    given = value(COUNTY, counted(offices=offices, townships=townships, departments=departments))
    held = (offices, townships, departments)
    assert min(held) - D("1e-20") <= given <= max(held) + D("1e-20")
