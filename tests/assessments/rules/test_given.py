"""The scoring department's score stands as it was given, with doubts where it should be looked at."""

from decimal import Decimal as D

from assessments.rules.given import Given
from assessments.sheet import Entry
from tests.assessments.rules.replay import doubts, outcome, problems, value


def scored(score: str, reason: str = "") -> Entry:
    """An entry with a score."""
    return Entry(score=D(score), reason=reason)


def test_the_score_is_what_was_given() -> None:
    assert value(Given(), scored("7.5", "两项资料缺失"), 8) == D("7.5")
    assert value(Given(), scored("8"), 8) == 8
    assert outcome(Given(), Entry(value=D(8)), 8).missing == ("score",)


def test_whoever_takes_points_off_says_why() -> None:
    assert doubts(outcome(Given(), scored("7.5", "  "), 8)) == ["doubt.no_reason"]
    assert doubts(outcome(Given(), scored("7.5", "缺台账"), 8)) == []
    assert doubts(outcome(Given(reason_needed=False), scored("7.5"), 8)) == []


def test_a_score_outside_the_points_is_doubted() -> None:
    assert doubts(outcome(Given(), scored("9"), 8)) == ["doubt.score_outside"]
    assert doubts(outcome(Given(), scored("-1", "x"), 8)) == ["doubt.score_outside"]


def test_whole_numbers_from_ten_points_on() -> None:
    assert doubts(outcome(Given(digits=0), scored("9.5", "x"), 10)) == ["doubt.too_fine"]
    assert doubts(outcome(Given(digits=0), scored("9.0", "x"), 10)) == []
    assert doubts(outcome(Given(digits=1), scored("4.25", "x"), 5)) == ["doubt.too_fine"]


def test_problems() -> None:
    assert problems(Given(digits=-1)) == [("digits", "rule.negative")]
