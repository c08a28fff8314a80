"""A third party's evaluation (第三方评估): one mark, or several voices or rounds with their shares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import ClassVar

from assessments.derivation import Step
from assessments.numbers import HUNDRED, ZERO
from assessments.rules import marks
from assessments.rules.base import Case, Input, Outcome, Problem, Rule


@dataclass(frozen=True, slots=True)
class ThirdParty(Rule):
    """The weighted mean of the marks, brought from `out_of` to the points.

    `shares` are the weights by name: own offices 60, townships 30, departments 10; or first round 15, second
    round 25 of 40 points. Empty: one mark, the value.
    """

    method: ClassVar[str] = "third_party"
    shares: Mapping[str, Decimal] = field(default_factory=dict)
    out_of: Decimal = HUNDRED
    where_missing: marks.WhereMissing = "missing"

    def inputs(self) -> tuple[Input, ...]:
        """Each mark."""
        return marks.asked(self.shares, self.where_missing, "input.mark")

    def score(self, case: Case) -> Outcome:
        """The mark, or the weighted mean of the marks, as points."""
        given, wrong = marks.observed(case, self.shares, self.where_missing, self.out_of)
        if wrong is not None:
            return wrong
        if self.shares:
            steps = [marks.weighed(given, self.shares, "why.parts")]
        else:
            steps = [Step("why.mark", given["value"])]
        if self.out_of != case.points:
            steps.append(marks.folded(steps[-1].value, self.out_of, case.points))
        return Outcome(steps[-1].value, tuple(steps))

    def problems(self, points: Decimal) -> Iterator[Problem]:
        """A scale of nothing, weights that cannot be meant."""
        if self.out_of <= ZERO:
            yield Problem("out_of", "rule.not_positive")
        yield from marks.problems_of(self.shares, "shares")
