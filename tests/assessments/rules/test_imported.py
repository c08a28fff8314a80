"""Another body's score, or what it took off, by proportion."""

from decimal import Decimal as D

from hypothesis import given
from hypothesis import strategies as st

from assessments.rules.imported import Imported
from tests.assessments.rules.replay import counted, doubts, outcome, problems, value


def test_a_part_scored_out_of_a_hundred_folded_to_thirty() -> None:
    assert value(Imported(), counted(88), 30) == D("26.4")


def test_each_units_own_scale() -> None:
    rule = Imported(out_of=None)
    assert value(rule, counted(812, out_of=920), 100) == value(Imported(out_of=D(920)), counted(812))
    assert outcome(rule, counted(812)).missing == ("out_of",)
    assert doubts(outcome(rule, counted(812, out_of=0))) == ["doubt.scale_not_positive"]


def test_a_higher_bodys_deductions_by_proportion() -> None:
    rule = Imported("deduction", D(1000))
    assert value(rule, counted(50), 20) == 19
    assert value(Imported("deduction", D(1000), from_zero=True), counted(50), 20) == -1


def test_more_than_the_scale_counts_and_is_doubted() -> None:
    given = outcome(Imported(), counted(104), 30)
    assert (given.value, doubts(given)) == (D("31.2"), ["doubt.outside_scale_counted"])


def test_problems() -> None:
    assert problems(Imported(out_of=D(0), from_zero=True)) == [
        ("out_of", "rule.not_positive"),
        ("from_zero", "rule.only_for_deductions"),
    ]


@given(st.decimals(0, 100, places=2))
def test_score_and_deduction_together_are_the_points(score: D) -> None:
    assert value(Imported("deduction"), counted(100 - score), 30) == value(Imported(), counted(score), 30)
