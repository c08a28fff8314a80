"""From a draft's raw total over vetoes, the class's limits and rounding to the total (总分)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assessments.derivation import Step, added, capped, floored, rounding
from assessments.numbers import ZERO
from assessments.results import UnitResult
from assessments.scheme import UnitClass
from assessments.standing.vetoes import Held


def concluded(unit_class: UnitClass, draft: UnitResult, held: tuple[Held, ...]) -> UnitResult:
    """The draft with its vetoes applied to the total, held within the class's limits and rounded.

    A total that a veto takes is 0 whatever the limits are.
    """
    steps = list(draft.steps)
    value = draft.raw
    for each in held:
        if each.effect == "minus" and each.points is not None:
            steps += each.reasons
            formula = (value, "-", each.points)
            value -= each.points
            steps.append(Step("why.veto_minus", value, formula, {"veto": each.title, "points": each.points}))
    zeroed = False
    for each in held:
        if each.effect == "zero":
            zeroed = True
            steps += (*each.reasons, Step("why.veto_zero", ZERO, (value, "×", ZERO), {"veto": each.title}))
            value = ZERO
    if not zeroed:
        value = _limited(unit_class, value, steps)
    raw = value
    if unit_class.rounding is not None and not zeroed:
        step = rounding("why.total_rounded", value, unit_class.rounding)
        if step.value != value:
            steps.append(step)
        value = step.value
    marks = tuple(each.mark for each in held)
    return replace(draft, raw=raw, total=value, steps=tuple(steps), marks=marks)


def folding(unit_class: UnitClass, draft: UnitResult, held: tuple[Held, ...]) -> tuple[Step, ...]:
    """The steps that bring a total to a wider assessment (折算入综合考核): total ÷ full mark × `fold`.

    The full mark is the scale the main score was brought to. A bonus that is not folded counts as far as it
    is in the total: what a cap or a veto takes is not given back. Empty where the class is not folded, or has
    no full mark to be folded from.
    """
    full = unit_class.fold_to if unit_class.fold_to is not None else unit_class.scale
    if unit_class.fold is None or full <= ZERO:
        return ()
    total = concluded(unit_class, draft, held).total
    steps: list[Step] = []
    base, bonus = total, ZERO
    if unit_class.fold_bonus != "folded" and draft.bonus != ZERO:
        base = concluded(unit_class, replace(draft, raw=draft.raw - draft.bonus), held).total
        bonus = total - base
    if bonus != ZERO:
        steps.append(Step("why.fold_without_bonus", base, added((total, -bonus))))
    value = base / full * unit_class.fold
    steps.append(Step("why.folded", value, (base, "÷", full, "×", unit_class.fold)))
    if unit_class.fold_bonus == "beside" and bonus != ZERO:
        steps.append(Step("why.fold_bonus_beside", value + bonus, added((value, bonus))))
    return tuple(steps)


def _limited(unit_class: UnitClass, value: Decimal, steps: list[Step]) -> Decimal:
    """`value` within the class's limits; the usual are 0 and no cap. The floor is the stronger."""
    limits = unit_class.limits
    if limits.cap is not None and not limits.no_cap and value > limits.cap:
        steps.append(capped("why.total_cap", value, limits.cap))
        value = limits.cap
    floor = ZERO if limits.floor is None else limits.floor
    if not limits.no_floor and value < floor:
        steps.append(floored("why.total_floor", value, floor))
        value = floor
    return value
