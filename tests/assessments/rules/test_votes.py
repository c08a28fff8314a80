"""Votes weigh by their answer and are divided by the valid ones."""

from decimal import Decimal as D

from hypothesis import given
from hypothesis import strategies as st

from assessments.rules.votes import Votes
from tests.assessments.rules.replay import counted, doubts, outcome, problems, value

LOADS = Votes({"light": D(40), "heavy": D(100), "normal": D(60), "rather": D(80)})


def test_t22() -> None:
    votes = counted(heavy=12, rather=6, normal=2, light=0)
    given = outcome(LOADS, votes)
    assert given.value == 90
    assert given.steps[0].formula[:4] == ("(", 12, "×", 100)
    assert value(LOADS, votes, 20) == 18


def test_a_vote_without_an_answer_weighs_where_valid_votes_are_counted_apart() -> None:
    rule = Votes(LOADS.answers, valid_given=True)
    assert value(rule, counted(heavy=12, rather=6, normal=2, light=0, valid=24)) == 75
    given = outcome(rule, counted(heavy=12, rather=6, normal=2, light=0, valid=19))
    assert (given.value, doubts(given)) == (None, ["doubt.more_votes_than_valid"])
    assert outcome(rule, counted(heavy=1, rather=1, normal=1, light=1)).missing == ("valid",)


def test_too_few_votes_give_no_score() -> None:
    assert doubts(outcome(LOADS, counted(heavy=0, rather=0, normal=0, light=0))) == ["doubt.too_few_votes"]
    few = Votes(LOADS.answers, minimum=10)
    assert doubts(outcome(few, counted(heavy=9, rather=0, normal=0, light=0))) == ["doubt.too_few_votes"]


def test_every_answer_is_asked_for() -> None:
    assert outcome(LOADS, counted(heavy=1)).missing == ("rather", "normal", "light")
    assert doubts(outcome(LOADS, counted(heavy="0.5", rather=1, normal=1, light=1))) == ["doubt.no_count"]


def test_problems() -> None:
    assert problems(Votes()) == [("answers", "rule.nothing_named")]
    assert problems(Votes({"valid": D(120)}, valid_given=True)) == [
        ("answers.valid", "rule.above_scale"),
        ("answers.valid", "rule.named_twice"),
    ]
    assert ("out_of", "rule.not_positive") in problems(Votes({"a": D(0)}, out_of=D(0)))


@given(st.lists(st.integers(0, 40), min_size=4, max_size=4).filter(any))
def test_it_is_the_mean_over_single_votes(counts: list[int]) -> None:
    names = ("heavy", "rather", "normal", "light")
    single = [LOADS.answers[name] for name, count in zip(names, counts, strict=True) for _ in range(count)]
    votes = counted(**dict(zip(names, counts, strict=True)))
    assert abs(value(LOADS, votes) - sum(single, D(0)) / len(single)) < D("1e-20")
