"""A score taken over from elsewhere (引用得分): another body's score, or its deductions, by proportion."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal

from assessments.derivation import Formula, Step
from assessments.numbers import HUNDRED, ZERO
from assessments.rules.base import Case, Input, Outcome, Problem, Rule, lacking
from assessments.rules.doubts import doubt


@dataclass(frozen=True, slots=True)
class Imported(Rule):
    """A score of another scale folded to the points (折算).

    `takes` "score": score ÷ `out_of` × points. "deduction": what a higher assessment took off is taken off
    here by proportion (上级考核扣分按比例折算扣分), from full points, or from nothing with `from_zero`.
    `out_of` None: each unit's own scale, the figure "out_of".
    """

    method: ClassVar[str] = "imported"
    takes: Literal["score", "deduction"] = "score"
    out_of: Decimal | None = HUNDRED
    from_zero: bool = False

    def inputs(self) -> tuple[Input, ...]:
        """The score or the deduction, and its scale where each unit has its own."""
        label = "input.imported_score" if self.takes == "score" else "input.imported_deduction"
        own = () if self.out_of is not None else (Input("out_of", "number", "input.out_of"),)
        return (Input("value", "number", label), *own)

    def score(self, case: Case) -> Outcome:
        """The score of the other scale in points of this one."""
        given = case.figure("value")
        scale = self.out_of if self.out_of is not None else case.figure("out_of")
        if given is None or scale is None:
            return lacking(*(name for name, held in (("value", given), ("out_of", scale)) if held is None))
        if scale <= ZERO:
            return Outcome(None, missing=("out_of",), doubts=(doubt("doubt.scale_not_positive"),))
        odd = doubt("doubt.outside_scale_counted", mark=given, scale=scale)
        doubts = () if ZERO <= given <= scale else (odd,)
        formula: Formula = (given, "÷", scale, "×", case.points)
        steps = [Step("why.to_points", given / scale * case.points, formula, {"scale": scale})]
        if self.takes == "deduction":
            start = ZERO if self.from_zero else case.points
            left = start - steps[0].value
            code = "why.from_zero" if self.from_zero else "why.deducted"
            steps.append(Step(code, left, (start, "-", steps[0].value)))
        return Outcome(steps[-1].value, tuple(steps), doubts=doubts)

    def problems(self, points: Decimal) -> Iterator[Problem]:
        """A scale of nothing; a start for deductions where a score is taken."""
        if self.out_of is not None and self.out_of <= ZERO:
            yield Problem("out_of", "rule.not_positive")
        if self.from_zero and self.takes == "score":
            yield Problem("from_zero", "rule.only_for_deductions")
