"""Done late (逾期扣分): so many points off for each day, week or month after the day it was due."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal

from assessments.derivation import Formula, Step, capped
from assessments.numbers import ZERO
from assessments.rules.base import Case, Input, Outcome, Problem, Rule, lacking

_MOST_DOUBLINGS = 30
_DAYS = {"day": 1, "week": 7}


@dataclass(frozen=True, slots=True)
class Delay(Rule):
    """Full points when done by `due`; `each` off for every `every` days, weeks or months later.

    `parts` "started": a started one counts as whole; "whole": only full ones count. `further` says what every
    further one costs: the same; twice the first ("double"); twice the one before ("doubling", which goes on
    for thirty). `cap` is the most that is deducted; `from_zero` deducts from 0 instead of the full mark.
    Not done at all gives nothing. Due by the end of May for 50 points, ready in July at −10 a month: 30.
    """

    method: ClassVar[str] = "delay"
    due: date
    each: Decimal
    per: Literal["day", "week", "month"] = "month"
    every: int = 1
    parts: Literal["started", "whole"] = "started"
    further: Literal["same", "double", "doubling"] = "same"
    cap: Decimal | None = None
    from_zero: bool = False

    def inputs(self) -> tuple[Input, ...]:
        """The day it was done; or that it was not done at all."""
        return (
            Input("day", "day", "input.done_on"),
            Input("done", "yes_no", "input.done", required=False),
        )

    def score(self, case: Case) -> Outcome:
        """The full mark less what the delay costs."""
        start = ZERO if self.from_zero else case.points
        if case.entry is not None and case.entry.done is False:
            return self._never(case, start)
        if case.entry is None or case.entry.day is None:
            return lacking("day")
        day = case.entry.day
        named = {"day": day.isoformat(), "due": self.due.isoformat()}
        if day <= self.due:
            return Outcome(start, (Step("why.in_time", start, (), named),))
        late = Decimal(self._units(day))
        steps = [Step(f"why.late_{self.per}", late, (), {**named, "every": self.every}), self._cost(late)]
        if self.cap is not None:
            steps.append(capped("why.deduction_cap", steps[-1].value, self.cap))
        lost = steps[-1].value
        steps.append(Step("why.less", start - lost, (start, "-", lost)))
        return Outcome(steps[-1].value, tuple(steps))

    def _never(self, case: Case, start: Decimal) -> Outcome:
        """Nothing of the full mark; from zero the cap, or what the full mark is where there is none."""
        lost = self.cap if self.from_zero and self.cap is not None else case.points
        if not self.from_zero:
            return Outcome(ZERO, (Step("why.not_done", ZERO),))
        return Outcome(start - lost, (Step("why.not_done", start - lost, (start, "-", lost)),))

    def _units(self, day: date) -> int:
        """How many times `every` units late, for a day after `due`."""
        if self.per == "month":
            passed = _months(self.due, day)
            exactly = _months_later(self.due, passed) == day
        else:
            passed, rest = divmod((day - self.due).days, _DAYS[self.per])
            exactly = rest == 0
        full, rest = divmod(passed, max(1, self.every))
        return full + (self.parts == "started" and not (exactly and rest == 0))

    def _cost(self, late: Decimal) -> Step:
        formula: Formula = (late, "×", self.each)
        value = late * self.each
        if late > 1 and self.further == "double":
            value = self.each + (late - 1) * 2 * self.each
            formula = (self.each, "+", late - 1, "×", Decimal(2), "×", self.each)
        elif late > 1 and self.further == "doubling":
            times = Decimal(2 ** min(int(late), _MOST_DOUBLINGS) - 1)
            value, formula = times * self.each, (times, "×", self.each)
            return Step("why.doubling", value, formula, {"each": self.each})
        return Step("why.delay", value, formula)

    def problems(self, points: Decimal) -> Iterator[Problem]:
        """A delay that costs nothing."""
        if self.each <= ZERO:
            yield Problem("each", "rule.not_positive")
        if self.every < 1:
            yield Problem("every", "rule.not_positive")
        if self.cap is not None and self.cap <= ZERO:
            yield Problem("cap", "rule.not_positive")


def _months_later(day: date, months: int) -> date:
    """The same day so many months later, or that month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _months(first: date, last: date) -> int:
    """The full months between two days."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return months if _months_later(first, months) <= last else months - 1
