"""What comes after a rule or a sum: limits, folding to the item's points, rounding, in this order.

Limits speak in the scale of the rule or of the children, as the paper does; only then the value is folded to
the points that the item has in its parent.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from assessments.derivation import Step, capped, floored, rounding
from assessments.numbers import ONE, ZERO
from assessments.results import Score
from assessments.scheme import Kind
from assessments.tree import Node


@dataclass(frozen=True, slots=True)
class Scored:
    """A score, and what those above it must know.

    `pending` are its points for which the total is brought back to its scale, `within` those for which its
    parent is. `lifted` are the scores below and at it that act on the total, with their kinds. `missing`
    counts the leaves without what they need.
    """

    score: Score
    pending: Decimal = ZERO
    within: Decimal = ZERO
    lifted: tuple[tuple[Kind, Score], ...] = ()
    missing: int = 0


def full_mark(node: Node) -> Decimal:
    """The points a score is shown with: none for a penalty, 1 for a multiplier without its own."""
    if node.kind == "penalty":
        return ZERO
    if node.points is not None:
        return node.points
    return ONE if node.kind == "multiplier" else ZERO


def rule_points(node: Node) -> Decimal:
    """The full mark in which a rule speaks.

    A penalty begins at 0, its points are only its limit: a rule that does not say by itself that it begins at
    nothing (`from_zero`) is told none.
    """
    if node.kind == "penalty" and not getattr(node.indicator.rule, "from_zero", False):
        return ZERO
    if node.scale is not None:
        return node.scale
    return ONE if node.kind == "multiplier" else ZERO


def bounds(node: Node, full: Decimal | None) -> tuple[Decimal | None, Decimal | None]:
    """Floor and cap of an item whose full mark is `full`: its own, else the usual ones of its kind."""
    limits = node.indicator.limits
    floor, cap = _usual(node.kind, full)
    floor = floor if limits.floor is None else limits.floor
    cap = cap if limits.cap is None else limits.cap
    return (None if limits.no_floor else floor), (None if limits.no_cap else cap)


def _usual(kind: Kind, full: Decimal | None) -> tuple[Decimal | None, Decimal | None]:
    if kind == "multiplier":
        return None, None
    if kind == "penalty":
        return (-abs(full) if full else None), ZERO
    return ZERO, full


def closed(node: Node, steps: list[Step], full: Decimal | None, places: int | None) -> None:
    """Add what limits, folding and rounding make of the last step's value."""
    value = steps[-1].value
    floor, cap = bounds(node, full)
    if cap is not None and value > cap:
        steps.append(capped("why.cap", value, cap))
        value = cap
    if floor is not None and value < floor:
        steps.append(floored("why.floor", value, floor))
        value = floor
    scale, points = node.indicator.scale, node.points
    if scale is not None and points is not None and scale > ZERO and scale != points:
        value = value * points / scale
        steps.append(Step("why.fold", value, (steps[-1].value, "×", points, "÷", scale)))
    places = places if node.indicator.rounding is None else node.indicator.rounding
    if places is not None:
        step = rounding("why.round", value, places)
        if step.value != value:
            steps.append(step)
