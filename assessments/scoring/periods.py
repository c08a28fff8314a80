"""Rounds of the year put together (周期汇总): nested weights, means, rounds that were not held."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from assessments.derivation import Formula, Step, Token, added, rounding
from assessments.numbers import ZERO, rounded, total
from assessments.results import PeriodScore
from assessments.scheme import Period, Scheme

Leaf = Callable[[Period], PeriodScore]


def combined(scheme: Scheme, leaf: Leaf, parent: str = "") -> tuple[tuple[PeriodScore, ...], Step | None]:
    """The rounds under one, each with those inside it, and the step that puts them together.

    The step is None where none of them counts.
    """
    own = [period for period in scheme.periods if period.parent == parent]
    scores = tuple(_score(scheme, leaf, period) for period in own)
    counted = [
        (period.weight, score.value)
        for period, score in zip(own, scores, strict=True)
        if score.held or period.missing != "mean_of_held"
    ]
    return scores, _mean(counted)


def not_held(period: Period, parts: tuple[PeriodScore, ...] = ()) -> PeriodScore:
    """A round that was not held: a uniform mark for everyone, nothing, or no part in the mean."""
    if period.missing == "uniform" and period.uniform is not None:
        value, code = period.uniform, "why.uniform"
    else:
        value, code = ZERO, "why.not_held_zero" if period.missing == "zero" else "why.not_held"
    return PeriodScore(period.id, value, False, None, (Step(code, value),), parts)


def closed(period: Period, steps: list[Step]) -> tuple[Step, ...]:
    """The steps, with the round's own rounding."""
    value = steps[-1].value
    if period.rounding is not None and rounded(value, period.rounding) != value:
        steps.append(rounding("why.round", value, period.rounding))
    return tuple(steps)


def _score(scheme: Scheme, leaf: Leaf, period: Period) -> PeriodScore:
    if all(each.parent != period.id for each in scheme.periods):
        return leaf(period)
    parts, step = combined(scheme, leaf, period.id)
    if step is None:
        return not_held(period, parts)
    steps = closed(period, [step])
    return PeriodScore(period.id, steps[-1].value, True, None, steps, parts)


def _mean(counted: list[tuple[Decimal, Decimal]]) -> Step | None:
    """Σ weight × score ÷ Σ weight; plainly the mean where all weigh alike."""
    weights = total(weight for weight, _ in counted)
    if not counted or weights == ZERO:
        return None
    if len({weight for weight, _ in counted}) == 1:
        values = tuple(value for _, value in counted)
        count = Decimal(len(values))
        formula: Formula = ("(", *added(values), ")", "÷", count) if len(values) > 1 else added(values)
        return Step("why.periods_mean", total(values) / count, formula, {"count": len(values)})
    tokens: list[Token] = ["("]
    for weight, value in counted:
        tokens += ([] if len(tokens) == 1 else ["+"]) + [weight, "×", value]
    worth = total(weight * value for weight, value in counted) / weights
    return Step("why.periods_weighted", worth, (*tokens, ")", "÷", weights))
