"""The most that can be got: of an item, of a unit's total."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from assessments.numbers import ZERO
from assessments.scheme import UnitClass
from assessments.scoring.closing import bounds
from assessments.tree import Node


def most(node: Node) -> Decimal | None:
    """The highest value of an item inside its parent; None where there is no limit."""
    cap = bounds(node, node.scale)[1]
    parts = node.parts()
    if parts and node.indicator.combine == "sum":
        below = _sum(most(part) for part in parts)
        cap = below if cap is None else cap if below is None else min(cap, below)
    scale, points = node.indicator.scale, node.points
    if cap is not None and scale and points is not None:
        return cap * points / scale
    return cap


def most_in_all(tree: Node, unit_class: UnitClass) -> Decimal | None:
    """The highest total of a unit with this tree, bonus and all; None where there is no limit.

    A multiplier is taken for no more than its cap; without one there is no limit.
    """
    main = most(tree) if tree.parts() else ZERO
    if main is None:
        return None
    if unit_class.fold_to is not None and unit_class.scale > ZERO:
        main = main * unit_class.fold_to / unit_class.scale
    whole: Decimal | None = unit_class.base + main
    for node in _acting(tree):
        held = most(node)
        if whole is None or held is None:
            return unit_class.limits.cap
        if node.kind in ("bonus", "penalty"):
            whole += max(ZERO, held)
        elif node.kind == "multiplier":
            whole *= max(Decimal(1), held)
    cap = unit_class.limits.cap
    return whole if cap is None or whole is None else min(whole, cap)


def _acting(node: Node) -> Iterator[Node]:
    """The outermost nodes of another kind, which act on the total; bonus and penalty before multipliers."""
    found = [child for child in node.children if child.kind != node.kind]
    for child in node.children:
        if child.kind == node.kind:
            found += _acting(child)
    return iter(sorted(found, key=lambda each: each.kind == "multiplier"))


def _sum(values: Iterator[Decimal | None]) -> Decimal | None:
    whole = ZERO
    for value in values:
        if value is None:
            return None
        whole += value
    return whole
