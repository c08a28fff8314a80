"""A control figure that must not be exceeded (控制指标): deaths, accidents, and losses told in deaths."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar, Literal

from assessments.derivation import Formula, Step, added, capped
from assessments.numbers import ZERO, total, whole
from assessments.rules.base import Case, Input, Outcome, Problem, Rule, lacking

if TYPE_CHECKING:
    from assessments.sheet import Event


@dataclass(frozen=True, slots=True)
class ControlQuota(Rule):
    """Full points up to the quota; beyond it a deduction.

    `quota` None: each unit's own, the figure "quota". `over` says what exceeding it costs: "proportion" the
    share by which it is exceeded, of the full mark; "per_unit" `each` for each one too many; "all" all of it.
    `inside` is what each one within the quota costs already (within it −0.5, beyond it −1).
    `cap` is the most that is deducted; `from_zero` deducts from 0 instead of the full mark.

    What is counted is the entered figure, or with `counts` the events of these kinds: their `counted` (the
    dead, the injured, or the events themselves), without those for which the inquiry found the unit not
    responsible (`no_responsibility`). `loss_per_death` tells losses in deaths: each so many yuan of an
    accident, a part counting as whole, is one (each 5 million yuan).
    """

    method: ClassVar[str] = "control_quota"
    quota: Decimal | None = None
    over: Literal["proportion", "per_unit", "all"] = "proportion"
    each: Decimal = ZERO
    inside: Decimal = ZERO
    cap: Decimal | None = None
    from_zero: bool = False
    counts: tuple[str, ...] = ()
    counted: Literal["deaths", "injured", "events"] = "deaths"
    no_responsibility: bool = True
    loss_per_death: Decimal | None = None

    def inputs(self) -> tuple[Input, ...]:
        """The figure or the events, the loss where it counts, and the quota where each unit has its own."""
        own = () if self.quota is not None else (Input("quota", "number", "input.quota"),)
        if self.counts:
            return (*own, Input("events", "events", "input.events", required=False))
        loss = Input("loss", "number", "input.loss", required=False)
        return (Input("value", "count", "input.actual"), *((loss,) if self.loss_per_death else ()), *own)

    def kinds(self) -> tuple[str, ...]:
        """The kinds of events that are counted."""
        return self.counts

    def score(self, case: Case) -> Outcome:
        """The full mark less what was exceeded."""
        quota = self.quota if self.quota is not None else case.figure("quota")
        actual = case.figure("value")
        if quota is None or (actual is None and not self.counts):
            wanted = () if self.counts or actual is not None else ("value",)
            return lacking(*wanted, *(("quota",) if quota is None else ()))
        if quota < ZERO:
            return Outcome(None, missing=("quota",), doubts=(("doubt.negative_quota", {}),))
        counting = self._of_events(case) if self.counts else self._of_figures(case, actual or ZERO)
        found = counting[-1].value
        start = ZERO if self.from_zero else case.points
        steps = (*counting, *self._lost(found, quota, case.points))
        lost = steps[-1].value if len(steps) > len(counting) else ZERO
        if lost == ZERO:
            kept = Step("why.within_quota", start, (), {"value": found, "quota": quota})
            return Outcome(start, (*counting, kept))
        steps = (*steps, Step("why.less", start - lost, (start, "-", lost)))
        return Outcome(steps[-1].value, steps)

    def _of_figures(self, case: Case, actual: Decimal) -> tuple[Step, ...]:
        loss = case.figure("loss")
        first = Step("why.observed", actual)
        if self.loss_per_death is None or loss is None or loss <= ZERO:
            return (first,)
        return self._with_losses(first, (loss,), self.loss_per_death)

    def _of_events(self, case: Case) -> tuple[Step, ...]:
        held = [event for event in case.events if event.kind in self.counts and self._counts(event)]
        numbers = tuple(Decimal(_number(event, self.counted)) for event in held)
        first = Step(f"why.counted_{self.counted}", total(numbers), added(numbers), {"count": len(held)})
        losses = tuple(event.loss for event in held if event.loss and event.loss > ZERO)
        if self.loss_per_death is None or not losses:
            return (first,)
        return self._with_losses(first, losses, self.loss_per_death)

    def _counts(self, event: Event) -> bool:
        return not (self.no_responsibility and event.responsible is False)

    def _with_losses(self, first: Step, losses: tuple[Decimal, ...], unit: Decimal) -> tuple[Step, ...]:
        formula: Formula = ()
        for loss in losses:
            formula += (("+",) if formula else ()) + ("ceil", "(", loss, "÷", unit, ")")
        told = Step(
            "why.loss_as_deaths",
            total(whole(loss / unit, up=True) for loss in losses),
            formula,
            {"unit": unit},
        )
        both = Step("why.with_losses", first.value + told.value, (first.value, "+", told.value))
        return (first, told, both)

    def _lost(self, found: Decimal, quota: Decimal, points: Decimal) -> tuple[Step, ...]:
        """What is deducted, step by step; nothing where nothing is."""
        if found <= quota:
            cost = Step("why.inside_quota", found * self.inside, (found, "×", self.inside))
            return self._capped((cost,)) if cost.value else ()
        over = Step("why.over_quota", found - quota, (found, "-", quota), {"quota": quota})
        if self.over == "all" or (self.over == "proportion" and quota == ZERO):
            return self._capped((over, Step("why.quota_all", points)))
        if self.over == "proportion":
            share = Step("why.over_share", over.value / quota * points, (over.value, "÷", quota, "×", points))
            return self._capped((over, share))
        formula: Formula = (over.value, "×", self.each)
        if self.inside:
            formula = (quota, "×", self.inside, "+", *formula)
        cost = Step("why.over_each", quota * self.inside + over.value * self.each, formula)
        return self._capped((over, cost))

    def _capped(self, steps: tuple[Step, ...]) -> tuple[Step, ...]:
        if self.cap is None:
            return steps
        return (*steps, capped("why.deduction_cap", steps[-1].value, self.cap))

    def problems(self, points: Decimal) -> Iterator[Problem]:
        """A quota below nothing, an excess that costs nothing, a cost that falls beyond the quota."""
        if points == ZERO and self.over != "per_unit":
            yield Problem("", "rule.no_points")
        if self.quota is not None and self.quota < ZERO:
            yield Problem("quota", "rule.negative")
        if self.over == "per_unit" and self.each <= ZERO:
            yield Problem("each", "rule.not_positive")
        if self.over != "per_unit" and self.each != ZERO:
            yield Problem("each", "rule.not_used")
        if self.inside < ZERO:
            yield Problem("inside", "rule.negative")
        elif self.over == "per_unit" and self.inside > self.each:
            yield Problem("inside", "rule.inside_above_beyond")
        elif self.over != "per_unit" and self.inside != ZERO:
            yield Problem("inside", "rule.not_used")
        for name, held in (("cap", self.cap), ("loss_per_death", self.loss_per_death)):
            if held is not None and held <= ZERO:
                yield Problem(name, "rule.not_positive")
        if self.loss_per_death is not None and self.counted != "deaths":
            yield Problem("loss_per_death", "rule.not_used")


def _number(event: Event, counted: Literal["deaths", "injured", "events"]) -> int:
    if counted == "events":
        return event.count
    return event.deaths if counted == "deaths" else event.injured
