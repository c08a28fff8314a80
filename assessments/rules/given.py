"""The scoring department's own judgement (评分部门评定): the score as it was given, with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from assessments.derivation import Step
from assessments.numbers import ZERO, rounded
from assessments.rules.base import Case, Input, Outcome, Problem, Rule, lacking
from assessments.rules.doubts import Doubt, doubt


@dataclass(frozen=True, slots=True)
class Given(Rule):
    """The score that the department gave.

    `reason_needed`: whoever takes points off says why in writing. `digits` are the digits after the point
    that a score may have (a city wants whole numbers from 10 points on); None: any.
    """

    method: ClassVar[str] = "given"
    reason_needed: bool = True
    digits: int | None = None

    def inputs(self) -> tuple[Input, ...]:
        """The score."""
        return (Input("score", "score", "input.score"),)

    def score(self, case: Case) -> Outcome:
        """`score`, as given."""
        if case.entry is None or case.entry.score is None:
            return lacking("score")
        score = case.entry.score
        doubts: list[Doubt] = []
        if score > case.points or score < min(ZERO, case.points):
            doubts.append(doubt("doubt.score_outside", score=score, points=case.points))
        if self.reason_needed and score < case.points and not case.entry.reason.strip():
            doubts.append(doubt("doubt.no_reason", deducted=case.points - score))
        if self.digits is not None and score != rounded(score, self.digits):
            doubts.append(doubt("doubt.too_fine", score=score, digits=self.digits))
        return Outcome(score, (Step("why.department_score", score),), doubts=tuple(doubts))

    def problems(self, points: Decimal) -> Iterator[Problem]:
        """Fewer places than none."""
        if self.digits is not None and self.digits < 0:
            yield Problem("digits", "rule.negative")
