"""What is not finished costs its share."""

from decimal import Decimal as D

from hypothesis import given

from assessments.rules.unfinished_share import UnfinishedShare
from tests.assessments.rules.cases import codes, entry, figures, marks, scored, worth_of


def test_deduct_by_the_share_not_finished() -> None:
    assert worth_of(UnfinishedShare(), entry(9, target=12), 4) == 3
    assert worth_of(UnfinishedShare("unfinished"), entry(3, target=12), 4) == 3
    assert worth_of(UnfinishedShare(target=D(12)), entry(15), 4) == 4
    assert scored(UnfinishedShare(), entry(3)).missing == ("target",)
    assert scored(UnfinishedShare(), entry(3, target=0)).missing == ("target",)


def test_the_whole_may_cost_another_number_and_come_off_zero() -> None:
    assert worth_of(UnfinishedShare(whole=D(2)), entry(6, target=12), 8) == 7
    assert worth_of(UnfinishedShare(whole=D(2), from_zero=True), entry(6, target=12), 8) == -1


def test_impossible_parameters_are_problems() -> None:
    assert codes(UnfinishedShare(target=D(0), whole=D(0))) == [
        ("target", "rule.not_positive"),
        ("whole", "rule.not_positive"),
    ]


@given(figures, figures, marks, marks)
def test_more_finished_is_never_worse_and_stays_within_the_points(
    one: D, other: D, target: D, points: D
) -> None:
    low, high = sorted((one, other))
    rule = UnfinishedShare(target=target)
    assert 0 <= worth_of(rule, entry(low), points) <= worth_of(rule, entry(high), points) <= points


def test_a_share_of_no_points_is_always_nothing() -> None:
    assert codes(UnfinishedShare(), 0) == [("", "rule.no_points")]
    assert codes(UnfinishedShare(whole=D(2)), 0) == []
