"""How much counts: how far two figures are apart, how many units that is, and the mean of a class."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, TypeAlias

from assessments.derivation import Formula, Step
from assessments.numbers import HUNDRED, mean, total, whole
from assessments.rules.base import Case

Better: TypeAlias = Literal["more", "less"]
"""Whether the greater figure is the better one, or the smaller one (mean age, deaths)."""

Parts: TypeAlias = Literal["exact", "whole", "started"]
"""How a part of a unit counts: in proportion; not at all; as a whole one (不足一个的按一个计)."""

Measured: TypeAlias = Literal["difference", "percent"]
"""What "1 below" means: 1 of the figure's own unit, or 1 percent of what it is compared with."""


def apart(code: str, minuend: Decimal, subtrahend: Decimal, of: Decimal, measured: Measured) -> Step:
    """How far one figure is above another; for "percent" in percent of `of`, which is not 0."""
    if measured == "percent":
        value = (minuend - subtrahend) / of * HUNDRED
        return Step(code, value, ("(", minuend, "-", subtrahend, ")", "÷", of, "×", HUNDRED))
    return Step(code, minuend - subtrahend, (minuend, "-", subtrahend))


def units_in(amount: Decimal, unit: Decimal, parts: Parts) -> Step:
    """How many units an amount of 0 or more makes."""
    quotient: Formula = (amount, "÷", unit)
    value = amount / unit
    if parts == "exact":
        return Step("why.units", value, quotient, {"unit": unit})
    up = parts == "started"
    code, function = ("why.started_units", "ceil") if up else ("why.whole_units", "floor")
    return Step(code, whole(value, up), (function, "(", *quotient, ")"), {"unit": unit})


def class_mean(case: Case, figure: str) -> Step | None:
    """The mean of a figure over the units of the class that have it; None where none has.

    Units which the item does not concern are left out.
    """
    entries = [peer.entry for peer in case.peers if not peer.entry.not_applicable]
    found = [entry.value if figure == "value" else entry.figures.get(figure) for entry in entries]
    held = [value for value in found if value is not None]
    if not held:
        return None
    return Step("why.class_mean", mean(held), (total(held), "÷", Decimal(len(held))), {"units": len(held)})
