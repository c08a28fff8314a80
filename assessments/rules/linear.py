"""Linear by completion (按完成比例得分): actual ÷ target × points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from assessments.derivation import Step
from assessments.numbers import ONE, ZERO
from assessments.rules.base import Case, Input, Outcome, Problem, Rule, lacking


@dataclass(frozen=True, slots=True)
class Linear(Rule):
    """Actual ÷ target × points; `missed_factor` multiplies where the target is missed.

    `target` None: each unit's own, the figure "target". A reached target gives more than full points where
    the indicator's cap allows it. Township and department tables score so; a city uses ratio × 50 × 0.8 where
    the target is missed.
    """

    method: ClassVar[str] = "linear"
    target: Decimal | None = None
    missed_factor: Decimal = ONE

    def inputs(self) -> tuple[Input, ...]:
        """The actual figure, and the target where each unit has its own."""
        own = () if self.target is not None else (Input("target", "number", "input.target"),)
        return (Input("value", "number", "input.actual"), *own)

    def score(self, case: Case) -> Outcome:
        """`value` ÷ target × points."""
        actual = case.figure("value")
        target = self.target if self.target is not None else case.figure("target")
        if actual is None or target is None:
            return lacking(*(name for name, held in (("value", actual), ("target", target)) if held is None))
        if target <= ZERO:
            return Outcome(None, missing=("target",), doubts=(("doubt.target_not_positive", {}),))
        missed = actual < target
        value = actual / target * case.points
        steps = [Step("why.linear", value, (actual, "÷", target, "×", case.points))]
        if missed and self.missed_factor != ONE:
            value *= self.missed_factor
            steps.append(Step("why.missed_factor", value, (steps[0].value, "×", self.missed_factor)))
        return Outcome(steps[-1].value, tuple(steps))

    def problems(self, points: Decimal) -> Iterator[Problem]:
        """A target of nothing, a factor outside 0–1."""
        if self.target is not None and self.target <= ZERO:
            yield Problem("target", "rule.not_positive")
        if not ZERO <= self.missed_factor <= ONE:
            yield Problem("missed_factor", "rule.not_a_share")
