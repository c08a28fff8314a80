"""Linear by completion (按完成比例得分): actual ÷ target × points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal

from assessments.derivation import Step, capped
from assessments.numbers import ONE, ZERO
from assessments.rules.amounts import apart, units_in
from assessments.rules.base import Case, Input, Outcome, Problem, Rule, lacking


@dataclass(frozen=True, slots=True)
class Linear(Rule):
    """Actual ÷ target × points; `missed_factor` multiplies where the target is missed.

    `target` None: each unit's own, the figure "target". Township and department tables score so; a city uses
    ratio × 50 × 0.8 where the target is missed.

    `excess` says what more than the target brings: "proportion" goes on in the same way as far as the
    indicator's cap allows; "none" stops at full points; "steps" gives `extra` points for each full
    `extra_step` percent above the target, "linear" in proportion to them, at most `extra_cap`. Each further
    10% +0.5: 135% brings 1.5 by steps, 1.75 linearly; papers leave open which. `only_excess` gives nothing
    but that, for a bonus.
    """

    method: ClassVar[str] = "linear"
    target: Decimal | None = None
    missed_factor: Decimal = ONE
    excess: Literal["proportion", "none", "steps", "linear"] = "proportion"
    extra: Decimal | None = None
    extra_step: Decimal = ONE
    extra_cap: Decimal | None = None
    only_excess: bool = False

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
        if actual > target and self.excess != "proportion":
            steps = self._above(actual, target, case.points)
        elif self.only_excess:
            steps = (Step("why.no_excess", ZERO),)
        else:
            steps = self._by_completion(actual, target, case.points)
        return Outcome(steps[-1].value, steps)

    def _by_completion(self, actual: Decimal, target: Decimal, points: Decimal) -> tuple[Step, ...]:
        value = actual / target * points
        step = Step("why.linear", value, (actual, "÷", target, "×", points))
        if actual >= target or self.missed_factor == ONE:
            return (step,)
        missed = Step("why.missed_factor", value * self.missed_factor, (value, "×", self.missed_factor))
        return (step, missed)

    def _above(self, actual: Decimal, target: Decimal, points: Decimal) -> tuple[Step, ...]:
        start = ZERO if self.only_excess else points
        reached = Step("why.target_reached", start)
        if self.excess == "none" or self.extra is None:
            return (reached,)
        above = apart("why.percent_above", actual, target, target, "percent")
        units = units_in(above.value, self.extra_step, "whole" if self.excess == "steps" else "exact")
        steps = [above, units, Step("why.extra", units.value * self.extra, (units.value, "×", self.extra))]
        if self.extra_cap is not None:
            steps.append(capped("why.extra_cap", steps[-1].value, self.extra_cap))
        if start != ZERO:
            extra = steps[-1].value
            steps.append(Step("why.with_extra", start + extra, (start, "+", extra)))
        return tuple(steps)

    def problems(self, points: Decimal) -> Iterator[Problem]:
        """A target of nothing, a factor outside 0–1, an excess that brings nothing."""
        if points == ZERO and not self.only_excess:
            yield Problem("", "rule.no_points")
        if self.target is not None and self.target <= ZERO:
            yield Problem("target", "rule.not_positive")
        if not ZERO <= self.missed_factor <= ONE:
            yield Problem("missed_factor", "rule.not_a_share")
        counted = self.excess in ("steps", "linear")
        if counted and (self.extra is None or self.extra <= ZERO):
            yield Problem("extra", "rule.not_positive")
        if not counted and self.extra is not None:
            yield Problem("extra", "rule.not_used")
        if self.only_excess and not counted:
            yield Problem("only_excess", "rule.gives_nothing")
        if self.extra_step <= ZERO:
            yield Problem("extra_step", "rule.not_positive")
        if self.extra_cap is not None and self.extra_cap <= ZERO:
            yield Problem("extra_cap", "rule.not_positive")
