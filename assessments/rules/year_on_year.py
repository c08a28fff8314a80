"""Against last year (同比): worse gives nothing or costs so much a unit, better brings so much."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import ClassVar

from assessments.derivation import Step, capped
from assessments.numbers import ONE, ZERO
from assessments.rules.amounts import Better, Measured, Parts, apart, units_in
from assessments.rules.base import Case, Input, Outcome, Problem, Rule, lacking


@dataclass(frozen=True, slots=True)
class YearOnYear(Rule):
    """This year's figure against last year's.

    `unchanged` is the mark where both are equal (None: the full mark). Better: `when_better`, else
    `unchanged` and `per_better` for each `unit`, at most `better_cap` in all. Worse: `per_worse` off for each
    `unit`, at most `worse_cap` in all; without it `when_worse`. `measured` says whether the change is counted
    in the figure's own unit or in percent of last year, `parts` how a part of a unit counts.
    `running` asks for so many years in a row, each better than the one before, for what better brings.

    More fine dust than last year: 0. Each accident more −0.2, each death more −1. Each post more 0.05 up to
    0.5, each post lost −0.1 up to 2, unchanged 1.5. Three years of fewer deaths +3.
    """

    method: ClassVar[str] = "year_on_year"
    better: Better = "less"
    unchanged: Decimal | None = None
    when_better: Decimal | None = None
    when_worse: Decimal = ZERO
    per_better: Decimal = ZERO
    better_cap: Decimal | None = None
    per_worse: Decimal = ZERO
    worse_cap: Decimal | None = None
    unit: Decimal = ONE
    measured: Measured = "difference"
    parts: Parts = "exact"
    running: int = 1

    def inputs(self) -> tuple[Input, ...]:
        """This year's figure, last year's, and those of earlier years where several in a row count."""
        earlier = (Input(name, "number", f"input.{name}") for name in self._earlier())
        return (Input("value", "number", "input.this_year"), *earlier)

    def _earlier(self) -> tuple[str, ...]:
        return ("last_year", "two_years_ago", "three_years_ago", "four_years_ago")[: max(1, self.running)]

    def score(self, case: Case) -> Outcome:
        """The mark for better, unchanged or worse."""
        names = ("value", *self._earlier())
        figures = [case.figure(name) for name in names]
        held = [figure for figure in figures if figure is not None]
        if len(held) < len(names):
            return lacking(*(name for name, figure in zip(names, figures, strict=True) if figure is None))
        this_year, last_year = held[:2]
        unchanged = case.points if self.unchanged is None else self.unchanged
        if self.measured == "percent" and last_year <= ZERO and this_year != last_year:
            return Outcome(None, missing=("last_year",), doubts=(("doubt.target_not_positive", {}),))
        worse = this_year < last_year if self.better == "more" else this_year > last_year
        if worse:
            steps = self._worse(this_year, last_year, unchanged)
        elif this_year != last_year and all(self._improved(*pair) for pair in pairwise(held)):
            steps = self._better(this_year, last_year, unchanged)
        else:
            code = "why.unchanged" if this_year == last_year else "why.not_running"
            steps = (Step(code, unchanged, (), {"years": self.running} if this_year != last_year else {}),)
        return Outcome(steps[-1].value, steps)

    def _improved(self, later: Decimal, earlier: Decimal) -> bool:
        return later > earlier if self.better == "more" else later < earlier

    def _better(self, this_year: Decimal, last_year: Decimal, unchanged: Decimal) -> tuple[Step, ...]:
        if self.when_better is not None:
            return (Step("why.better", self.when_better),)
        if self.per_better == ZERO:
            return (Step("why.better", unchanged),)
        gained = self._counted(this_year, last_year, self.per_better, self.better_cap, better=True)
        gain = gained[-1].value
        return (*gained, Step("why.with_extra", unchanged + gain, (unchanged, "+", gain)))

    def _worse(self, this_year: Decimal, last_year: Decimal, unchanged: Decimal) -> tuple[Step, ...]:
        if self.per_worse == ZERO:
            return (Step("why.worse", self.when_worse),)
        lost = self._counted(this_year, last_year, self.per_worse, self.worse_cap, better=False)
        loss = lost[-1].value
        return (*lost, Step("why.less", unchanged - loss, (unchanged, "-", loss)))

    def _counted(
        self, this_year: Decimal, last_year: Decimal, each: Decimal, cap: Decimal | None, *, better: bool
    ) -> tuple[Step, ...]:
        risen = this_year > last_year
        upper, lower = (this_year, last_year) if risen else (last_year, this_year)
        changed = apart("why.risen" if risen else "why.fallen", upper, lower, last_year, self.measured)
        units = units_in(changed.value, self.unit, self.parts)
        worth = Step("why.slope", units.value * each, (units.value, "×", each))
        if cap is None:
            return (changed, units, worth)
        code = "why.extra_cap" if better else "why.deduction_cap"
        return (changed, units, worth, capped(code, worth.value, cap))

    def problems(self, points: Decimal) -> Iterator[Problem]:
        """Negative slopes, caps of nothing, better that gives less than worse."""
        unchanged = points if self.unchanged is None else self.unchanged
        for name, slope in (("per_better", self.per_better), ("per_worse", self.per_worse)):
            if slope < ZERO:
                yield Problem(name, "rule.negative")
        for name, cap in (
            ("better_cap", self.better_cap),
            ("worse_cap", self.worse_cap),
            ("unit", self.unit),
        ):
            if cap is not None and cap <= ZERO:
                yield Problem(name, "rule.not_positive")
        if not 1 <= self.running <= 4:
            yield Problem("running", "rule.running_years")
        if self.when_better is not None and self.when_better < unchanged:
            yield Problem("when_better", "rule.better_gives_less")
        if self.when_better is not None and self.per_better != ZERO:
            yield Problem("per_better", "rule.not_used")
        if self.per_worse == ZERO and self.when_worse > unchanged:
            yield Problem("when_worse", "rule.worse_gives_more")
        if self.per_worse != ZERO and self.when_worse != ZERO:
            yield Problem("when_worse", "rule.not_used")
