"""From the sheet's sum to the total before vetoes: the scale brought back, folding, base, bonus, penalty,
multipliers, in this order."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from assessments.derivation import Step, Token, added
from assessments.numbers import ONE, ZERO, total
from assessments.results import Score
from assessments.scheme import Kind, UnitClass
from assessments.scoring.closing import Scored

Acting = Iterable[tuple[Kind, Score]]


def from_main(scored: Scored) -> list[Step]:
    """The sum of a sheet out of its whole scale: 88 of 90 points due are 97.78 of 100 (缺项比率计分法)."""
    score = scored.score
    steps = [Step("why.main", score.value, (score.value,))]
    aim = score.points - (score.excused - scored.pending)
    if scored.pending > ZERO and score.due > ZERO:
        value = score.value * aim / score.due
        formula = (score.value, "×", aim, "÷", "(", aim, "-", scored.pending, ")")
        steps.append(Step("why.rescale_total", value, formula))
    return steps


def begun(steps: list[Step], unit_class: UnitClass) -> None:
    """Fold the main score to its part of the whole, and begin where the class begins."""
    value = steps[-1].value
    fold = unit_class.fold_to
    if fold is not None and unit_class.scale > ZERO and fold != unit_class.scale:
        value = value * fold / unit_class.scale
        steps.append(Step("why.fold_to", value, (steps[-1].value, "×", fold, "÷", unit_class.scale)))
    if unit_class.base != ZERO:
        steps.append(Step("why.base", unit_class.base + value, added((unit_class.base, value))))


def acted(steps: list[Step], acting: Acting) -> None:
    """Add bonus and penalty, then multiply. What is nothing is left out, and what is not known yet."""
    by_kind: dict[Kind, list[Decimal]] = {}
    for kind, score in acting:
        by_kind.setdefault(kind, []).append(score.value)
    added_on: tuple[tuple[Kind, str], ...] = (("bonus", "why.bonus"), ("penalty", "why.penalty"))
    for kind, code in added_on:
        values = tuple(value for value in by_kind.get(kind, ()) if value != ZERO)
        if values:
            value = steps[-1].value
            steps.append(Step(code, value + total(values), added((value, *values))))
    factors = [value for value in by_kind.get("multiplier", ()) if value != ONE]
    if factors:
        value = steps[-1].value
        tokens: list[Token] = [value]
        for factor in factors:
            value *= factor
            tokens += ["×", factor]
        steps.append(Step("why.multiplier", value, tuple(tokens)))


def without_bonus(before: Step, acting: Acting) -> Decimal:
    """What the total would be without any bonus, from the step before bonus and penalty."""
    steps = [before]
    acted(steps, ((kind, score) for kind, score in acting if kind != "bonus"))
    return steps[-1].value
