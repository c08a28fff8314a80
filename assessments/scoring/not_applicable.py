"""What becomes of the points of an item that does not concern a unit (合理缺项): six treatments.

The sources differ: the total is brought back to its scale (88 ÷ 90 × 100), or the element is before it is
weighted; full points; the mean of the class; a full mark that is just smaller; nothing, the points stay due.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from assessments.derivation import Step, added, capped, rounding
from assessments.numbers import ONE, ZERO, rounded, total
from assessments.results import Given, Score
from assessments.scheme import Settings
from assessments.scoring.closing import Scored, full_mark
from assessments.tree import Node
from planner.findings import Finding, Severity, Where

Mean = Callable[[], tuple[Decimal, ...]]
"""The values that the scored units of the class have in the item."""


def excused(
    node: Node,
    unit: str,
    settings: Settings,
    given: tuple[Given, ...],
    mean: Mean,
    children: tuple[Score, ...] = (),
) -> Scored:
    """The score of an item that does not apply, by its treatment.

    Bonus and penalty that do not apply are nothing, a multiplier leaves the total as it is. Where nobody of
    the class is scored the class has no mean: the item is missing.
    """
    points = full_mark(node)
    if node.kind != "normal":
        value = ONE if node.kind == "multiplier" else ZERO
        return Scored(_score(node, value, points, (Step("why.na_nothing", value),), given, children))
    if node.treatment in ("full", "zero"):
        value = points if node.treatment == "full" else ZERO
        steps = (Step(f"why.na_{node.treatment}", value),)
        return Scored(_score(node, value, ZERO, steps, given, children))
    if node.treatment == "class_mean":
        return _by_mean(node, unit, settings, given, mean(), children)
    score = _score(node, ZERO, points, (Step(f"why.na_{node.treatment}", ZERO),), given, children)
    return Scored(
        score,
        pending=points if node.treatment == "rescale_total" else ZERO,
        within=points if node.treatment == "rescale_parent" else ZERO,
    )


def _by_mean(
    node: Node,
    unit: str,
    settings: Settings,
    given: tuple[Given, ...],
    values: tuple[Decimal, ...],
    children: tuple[Score, ...],
) -> Scored:
    if not values:
        doubt = Finding("doubt.no_class_mean", Severity.WARNING, Where(path=("entries", unit, node.id)))
        lacking = (Step("why.missing", ZERO),)
        points = full_mark(node)
        score = Score(
            node.id, points, ZERO, "missing", ZERO, lacking, children, given, (), ("class_mean",), (doubt,)
        )
        return Scored(score, missing=1)
    count = Decimal(len(values))
    formula = ("(", *added(values), ")", "÷", count) if len(values) > 1 else added(values)
    steps = [Step("why.na_class_mean", total(values) / count, formula, {"count": len(values)})]
    value = steps[-1].value
    if node.points is not None and value > node.points:
        steps.append(capped("why.cap", value, node.points))
    places = settings.leaf_rounding if node.indicator.rounding is None else node.indicator.rounding
    if places is not None and rounded(steps[-1].value, places) != steps[-1].value:
        steps.append(rounding("why.round", steps[-1].value, places))
    return Scored(_score(node, steps[-1].value, ZERO, tuple(steps), given, children))


def _score(
    node: Node,
    value: Decimal,
    excused: Decimal,
    steps: tuple[Step, ...],
    given: tuple[Given, ...],
    children: tuple[Score, ...],
) -> Score:
    return Score(node.id, full_mark(node), value, "not_applicable", excused, steps, children, given)
