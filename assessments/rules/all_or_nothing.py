"""All or nothing (达到得满分，否则不得分): a tick, or a figure that reaches its bound."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal

from assessments.derivation import Step
from assessments.numbers import ZERO
from assessments.rules.base import Case, Input, Outcome, Problem, Rule, lacking


@dataclass(frozen=True, slots=True)
class AllOrNothing(Rule):
    """Full points or nothing.

    `compare` "yes" asks for a tick; "at_least" and "at_most" ask for a figure, which must reach `bound`, the
    bound included (None: each unit's own, the figure "target"). Where the figure was not supplied, the tick
    says no: nothing is given. `by` is the last day of filing: what came later counts for nothing. Water taken
    at most the target 10, else 0; a monthly theme table gives 1 to 3 points for a tick.
    """

    method: ClassVar[str] = "all_or_nothing"
    compare: Literal["yes", "at_least", "at_most"] = "yes"
    bound: Decimal | None = None
    by: date | None = None

    def inputs(self) -> tuple[Input, ...]:
        """The tick, or the figure and what it must reach; the day of filing where there is a last one."""
        filed = (Input("day", "day", "input.filed_on"),) if self.by is not None else ()
        if self.compare == "yes":
            return (Input("done", "yes_no", "input.done"), *filed)
        own = () if self.bound is not None else (Input("target", "number", "input.target"),)
        supplied = Input("done", "yes_no", "input.supplied", required=False)
        return (Input("value", "number", "input.actual"), *own, supplied, *filed)

    def score(self, case: Case) -> Outcome:
        """`points` or 0."""
        entry = case.entry
        if entry is not None and entry.done is False:
            return _nothing("why.not_done" if self.compare == "yes" else "why.not_supplied")
        if self.by is not None and entry is not None and entry.day is not None and entry.day > self.by:
            return _nothing("why.filed_late", day=entry.day.isoformat(), by=self.by.isoformat())
        needed = [] if self.by is None or (entry is not None and entry.day is not None) else ["day"]
        if self.compare == "yes":
            if entry is None or entry.done is None:
                needed.insert(0, "done")
            return lacking(*needed) if needed else Outcome(case.points, (Step("why.done", case.points),))
        return self._compared(case, needed)

    def _compared(self, case: Case, needed: list[str]) -> Outcome:
        actual = case.figure("value")
        bound = self.bound if self.bound is not None else case.figure("target")
        if actual is None or bound is None or needed:
            named = (("value", actual), ("target", bound))
            return lacking(*(name for name, held in named if held is None), *needed)
        reached = actual >= bound if self.compare == "at_least" else actual <= bound
        if not reached:
            return _nothing(f"why.not_{self.compare}", value=actual, bound=bound)
        step = Step(f"why.{self.compare}", case.points, (), {"value": actual, "bound": bound})
        return Outcome(step.value, (step,))

    def problems(self, points: Decimal) -> Iterator[Problem]:
        """A bound that nothing is compared with."""
        if points == ZERO:
            yield Problem("", "rule.no_points")
        if self.compare == "yes" and self.bound is not None:
            yield Problem("bound", "rule.not_used")


def _nothing(code: str, **arguments: str | int | Decimal) -> Outcome:
    return Outcome(ZERO, (Step(code, ZERO, (), arguments),))
