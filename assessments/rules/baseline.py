"""A cut against a baseline year that must reach its stage of the goal (较基准年下降，分年度达标)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal

from assessments.derivation import Step
from assessments.numbers import HUNDRED, ZERO
from assessments.rules.amounts import Better, apart
from assessments.rules.base import Case, Input, Outcome, Problem, Rule, lacking


@dataclass(frozen=True, slots=True)
class Baseline(Rule):
    """Full points where the change since the baseline year has reached this year's stage of the goal.

    `stages` are shares of the goal in percent, one a year from `first_year` on; after the last of them it
    goes on to be asked for. `goal` is the change in percent of the baseline at the end (None: each unit's
    own, the figure "goal"). `better` "less" asks for a cut, "more" for growth. `missed` says what a missed
    stage gives: nothing, or the reached share of it. An air quality rule asks for 10, 35 and 65% of the goal
    in its first three years.
    """

    method: ClassVar[str] = "baseline"
    stages: tuple[Decimal, ...]
    first_year: int
    goal: Decimal | None = None
    better: Better = "less"
    missed: Literal["nothing", "proportion"] = "nothing"

    def inputs(self) -> tuple[Input, ...]:
        """This year's figure, the baseline year's, and the goal where each unit has its own."""
        own = () if self.goal is not None else (Input("goal", "number", "input.goal"),)
        return (
            Input("value", "number", "input.this_year"),
            Input("baseline", "number", "input.baseline"),
            *own,
        )

    def score(self, case: Case) -> Outcome:
        """`points`, or for a missed stage 0 or the share of it that was reached."""
        actual, baseline = case.figure("value"), case.figure("baseline")
        goal = self.goal if self.goal is not None else case.figure("goal")
        if actual is None or baseline is None or goal is None:
            named = (("value", actual), ("baseline", baseline), ("goal", goal))
            return lacking(*(name for name, held in named if held is None))
        if baseline <= ZERO or goal <= ZERO:
            name = "baseline" if baseline <= ZERO else "goal"
            return Outcome(None, missing=(name,), doubts=(("doubt.target_not_positive", {}),))
        if case.year < self.first_year or not self.stages:
            return Outcome(None, doubts=(("doubt.no_stage", {"year": case.year}),))
        stage = self.stages[min(case.year - self.first_year, len(self.stages) - 1)]
        upper, lower = (baseline, actual) if self.better == "less" else (actual, baseline)
        changed = apart(
            "why.cut" if self.better == "less" else "why.growth", upper, lower, baseline, "percent"
        )
        asked = Step(
            "why.stage", goal * stage / HUNDRED, (goal, "×", stage, "÷", HUNDRED), {"year": case.year}
        )
        last = self._last(changed.value, asked.value, case.points)
        return Outcome(last.value, (changed, asked, last))

    def _last(self, changed: Decimal, asked: Decimal, points: Decimal) -> Step:
        if changed >= asked:
            return Step("why.stage_reached", points)
        if self.missed == "nothing" or changed <= ZERO:
            return Step("why.stage_missed", ZERO)
        return Step("why.stage_share", changed / asked * points, (changed, "÷", asked, "×", points))

    def problems(self, points: Decimal) -> Iterator[Problem]:
        """No stages, stages that fall or exceed the goal, a goal of nothing."""
        if points == ZERO:
            yield Problem("", "rule.no_points")
        if not self.stages:
            yield Problem("stages", "rule.no_stages")
        for number, stage in enumerate(self.stages):
            if not ZERO < stage <= HUNDRED:
                yield Problem(f"stages.{number}", "rule.not_a_percent")
            if number and stage < self.stages[number - 1]:
                yield Problem(f"stages.{number}", "rule.not_ascending")
        if self.goal is not None and self.goal <= ZERO:
            yield Problem("goal", "rule.not_positive")
        if self.goal is not None and self.goal > HUNDRED and self.better == "less":
            yield Problem("goal", "rule.not_a_percent")
