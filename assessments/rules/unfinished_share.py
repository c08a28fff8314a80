"""Deduct by the share not finished (按未完成比例扣分)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal

from assessments.derivation import Step
from assessments.numbers import ZERO
from assessments.rules.base import Case, Input, Outcome, Problem, Rule, lacking


@dataclass(frozen=True, slots=True)
class UnfinishedShare(Rule):
    """Points less (unfinished ÷ all) × what the whole is worth.

    `counted` says whether the finished or the unfinished are entered. `target` is how many there are (None:
    each unit's own, the figure "target"). `whole` is what all of them together cost (None: the full mark).
    `from_zero` deducts from 0 instead of the full mark. More finished than asked for brings nothing.
    """

    method: ClassVar[str] = "unfinished_share"
    counted: Literal["finished", "unfinished"] = "finished"
    target: Decimal | None = None
    whole: Decimal | None = None
    from_zero: bool = False

    def inputs(self) -> tuple[Input, ...]:
        """How many are finished (or not), and of how many."""
        own = () if self.target is not None else (Input("target", "number", "input.of_all"),)
        return (Input("value", "number", f"input.{self.counted}"), *own)

    def score(self, case: Case) -> Outcome:
        """Full mark - unfinished ÷ `target` × `whole`."""
        value = case.figure("value")
        target = self.target if self.target is not None else case.figure("target")
        if value is None or target is None:
            return lacking(*(name for name, held in (("value", value), ("target", target)) if held is None))
        if target <= ZERO:
            return Outcome(None, missing=("target",), doubts=(("doubt.target_not_positive", {}),))
        start = ZERO if self.from_zero else case.points
        worth = case.points if self.whole is None else self.whole
        steps: list[Step] = []
        left = value
        if self.counted == "finished":
            left = max(ZERO, target - value)
            steps.append(Step("why.unfinished", left, ("max", "(", ZERO, ",", target, "-", value, ")")))
        share = Step("why.unfinished_share", left / target * worth, (left, "÷", target, "×", worth))
        result = Step("why.less", start - share.value, (start, "-", share.value))
        return Outcome(result.value, (*steps, share, result))

    def problems(self, points: Decimal) -> Iterator[Problem]:
        """Nothing to finish; a whole that costs nothing."""
        if points == ZERO and self.whole is None:
            yield Problem("", "rule.no_points")
        for name, held in (("target", self.target), ("whole", self.whole)):
            if held is not None and held <= ZERO:
                yield Problem(name, "rule.not_positive")
