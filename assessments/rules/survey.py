"""A survey (满意度调查): a rate in percent gives points by its share, or a coefficient for the total."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import ClassVar, Literal

from assessments.derivation import Step
from assessments.numbers import HUNDRED, ONE, ZERO
from assessments.rules import marks
from assessments.rules.base import Case, Input, Outcome, Problem, Rule
from assessments.rules.doubts import doubt


@dataclass(frozen=True, slots=True)
class Survey(Rule):
    """Points × rate in percent; or the rate as a coefficient (考核系数) for an indicator that multiplies.

    `rates` are several rates with their weights, by name (知晓率、参与率、满意率 …); empty: one, the value.
    """

    method: ClassVar[str] = "survey"
    rates: Mapping[str, Decimal] = field(default_factory=dict)
    gives: Literal["points", "coefficient"] = "points"
    where_missing: marks.WhereMissing = "missing"

    def inputs(self) -> tuple[Input, ...]:
        """Each rate, in percent."""
        return marks.asked(self.rates, self.where_missing, "input.rate")

    def score(self, case: Case) -> Outcome:
        """The rate, or the weighted mean of the rates, as points or coefficient."""
        rates, wrong = marks.observed(case, self.rates, self.where_missing, HUNDRED)
        if wrong is not None:
            return wrong
        steps: list[Step] = []
        rate = next(iter(rates.values()))
        if self.rates:
            steps.append(marks.weighed(rates, self.rates, "why.rates"))
            rate = steps[-1].value
        if self.gives == "coefficient":
            steps.append(Step("why.coefficient", rate / HUNDRED, (rate, "÷", HUNDRED)))
        else:
            value = case.points * rate / HUNDRED
            steps.append(Step("why.rate", value, (case.points, "×", rate, "÷", HUNDRED)))
        # A rate of 0.96 is more likely 96 % than less than one in a hundred.
        small = any(ZERO < rate <= ONE for rate in rates.values())
        doubts = (doubt("doubt.rate_is_share", rate=min(rates.values())),) if small else ()
        return Outcome(steps[-1].value, tuple(steps), doubts=doubts)

    def problems(self, points: Decimal) -> Iterator[Problem]:
        """Weights that cannot be meant."""
        yield from marks.problems_of(self.rates, "rates")
