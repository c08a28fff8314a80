"""Weighted votes (测评票加权): every answer has its worth, the sum is divided by the valid votes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import ClassVar

from assessments.derivation import Formula, Step, Token
from assessments.numbers import HUNDRED, ZERO, total
from assessments.rules.base import Case, Input, Outcome, Problem, Rule, lacking
from assessments.rules.doubts import doubt
from assessments.rules.ledger import MOST_TIMES


@dataclass(frozen=True, slots=True)
class Votes(Rule):
    """(first answer × its worth + second × its worth + …) ÷ valid votes, brought from `out_of` to the points.

    `answers` is the worth of each answer by name (非常满意 100, 比较满意 80 …); votes for it are the figure
    of that name. `valid_given`: the number of valid votes is a figure of its own ("valid"), so that a vote
    without an answer weighs too; else it is the sum of the answers.
    """

    method: ClassVar[str] = "votes"
    answers: Mapping[str, Decimal] = field(default_factory=dict)
    out_of: Decimal = HUNDRED
    valid_given: bool = False
    minimum: int = 1

    def inputs(self) -> tuple[Input, ...]:
        """The votes for each answer, the best first, and the valid votes where they are counted apart."""
        counts = tuple(Input(answer, "count") for answer in self._order())
        return (*counts, Input("valid", "count", "input.valid_votes")) if self.valid_given else counts

    def score(self, case: Case) -> Outcome:
        """The mean worth of a valid vote, as points."""
        votes = {name: case.figure(name) for name in self._order()}
        missing = tuple(name for name, count in votes.items() if count is None)
        if missing:
            return lacking(*missing)
        counts = {name: count for name, count in votes.items() if count is not None}
        for name, count in counts.items():
            if count < ZERO or count > MOST_TIMES or count != count.to_integral_value():
                wrong = doubt("doubt.no_count", name=name, count=count)
                return Outcome(None, missing=(name,), doubts=(wrong,))
        cast = total(counts.values())
        valid = case.figure("valid") if self.valid_given else cast
        if valid is None:
            return lacking("valid")
        if valid < cast:
            odd = doubt("doubt.more_votes_than_valid", valid=valid, cast=cast)
            return Outcome(None, missing=("valid",), doubts=(odd,))
        if valid < max(1, self.minimum):
            few = doubt("doubt.too_few_votes", valid=valid, minimum=self.minimum)
            return Outcome(None, missing=tuple(counts), doubts=(few,))
        return self._worth(case, counts, valid)

    def _order(self) -> tuple[str, ...]:
        """The answers, the one worth most first."""
        return tuple(sorted(self.answers, key=lambda name: (-self.answers[name], name)))

    def _worth(self, case: Case, counts: Mapping[str, Decimal], valid: Decimal) -> Outcome:
        tokens: list[Token] = []
        for name, count in counts.items():
            tokens += ["+" if tokens else "(", count, "×", self.answers[name]]
        weighed: Formula = (*tokens, ")", "÷", valid)
        value = total(count * self.answers[name] for name, count in counts.items()) / valid
        steps = [Step("why.votes", value, weighed, {"valid": valid})]
        if self.out_of != case.points:
            formula: Formula = (value, "÷", self.out_of, "×", case.points)
            steps.append(
                Step("why.to_points", value / self.out_of * case.points, formula, {"scale": self.out_of})
            )
        return Outcome(steps[-1].value, tuple(steps))

    def problems(self, points: Decimal) -> Iterator[Problem]:
        """No answer, an answer worth more than the scale, a scale of nothing."""
        if not self.answers:
            yield Problem("answers", "rule.nothing_named")
        if self.out_of <= ZERO:
            yield Problem("out_of", "rule.not_positive")
        for name, worth in self.answers.items():
            if not ZERO <= worth <= self.out_of:
                yield Problem(f"answers.{name}", "rule.above_scale")
        if "valid" in self.answers and self.valid_given:
            yield Problem("answers.valid", "rule.named_twice", {"name": "valid"})
