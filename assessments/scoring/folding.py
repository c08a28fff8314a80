"""A parent made of its children (汇总): combining, items that do not apply, limits, folding, rounding."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from assessments.derivation import Formula, Step, Token, added
from assessments.numbers import ONE, ZERO, total
from assessments.results import Score, State
from assessments.scheme import Combine, Kind, Settings
from assessments.scoring.closing import Scored, closed, full_mark
from assessments.tree import ROOT, Node

Below = Sequence[tuple[Node, Scored]]


def folded(node: Node, below: Below, settings: Settings) -> Scored | None:
    """The score of a node with children; None where none of its parts applies, so that it does not either.

    Only children of its own kind are part of its value. The others act on the total wherever they stand, or
    are only shown.
    """
    parts = [(child, scored) for child, scored in below if child.kind == node.kind]
    due = [(child, scored) for child, scored in parts if not _out(scored.score)]
    if parts and not due and node.id != ROOT:
        return None
    full = node.scale if node.scale is not None else total(child.points or ZERO for child, _ in parts)
    if node.indicator.combine == "sum":
        steps, excused, pending = _summed(parts, due, full)
    else:
        steps, excused, pending = _compared(node.indicator.combine, due, full, node.kind), ZERO, ZERO
    within = _fold(node, excused), _fold(node, pending)
    if node.id != ROOT:
        cap = full - excused if node.scale is not None or node.kind == "normal" else None
        closed(node, steps, cap, settings.parent_rounding)
    score = Score(
        node.id,
        full_mark(node) if parts or node.id != ROOT else ZERO,
        steps[-1].value,
        _state(parts, below),
        within[0],
        tuple(steps),
        tuple(scored.score for _, scored in below),
    )
    return Scored(
        score,
        pending=within[1],
        lifted=lifted(node.kind, below),
        missing=sum(scored.missing for _, scored in below),
    )


def lifted(kind: Kind, below: Below) -> tuple[tuple[Kind, Score], ...]:
    """The scores below that act on the total: bonus, penalty and multiplier under another kind."""
    found: list[tuple[Kind, Score]] = []
    for child, scored in below:
        if child.kind != kind and child.kind in ("bonus", "penalty", "multiplier"):
            found.append((child.kind, scored.score))
        found.extend(scored.lifted)
    return tuple(found)


def _out(score: Score) -> bool:
    """True where nothing of an item is due."""
    return score.state == "not_applicable" and score.excused == score.points and score.value == ZERO


def _state(parts: Below, below: Below) -> State:
    if any(scored.score.state == "missing" and child.kind != "information" for child, scored in below):
        return "missing"
    if parts and all(scored.score.state == "not_applicable" for _, scored in parts):
        return "not_applicable"
    return "scored"


def _fold(node: Node, value: Decimal) -> Decimal:
    scale, points = node.indicator.scale, node.points
    if value == ZERO or scale is None or points is None or scale <= ZERO:
        return value
    return value * points / scale


def _summed(parts: Below, due: Below, full: Decimal) -> tuple[list[Step], Decimal, Decimal]:
    """The sum, brought back for the parts that are to be left out inside it.

    Also the points that stay excused, and those of them for which the total is to be brought back.
    """
    values = tuple(scored.score.value for _, scored in due)
    value = total(values)
    steps = [Step("why.sum", value, added(values))]
    within = total(scored.within for _, scored in parts)
    excused = total(scored.score.excused for _, scored in parts) - within
    pending = total(scored.pending for _, scored in parts)
    left = full - excused - within
    if within > ZERO and left > ZERO:
        aim: Formula = ("(", full, "-", excused, ")") if excused else (full,)
        held: Formula = ("(", full, "-", excused + within, ")")
        steps.append(
            Step("why.rescale_parent", value * (full - excused) / left, (value, "×", *aim, "÷", *held))
        )
    return steps, excused, pending


def _compared(combine: Combine, due: Below, full: Decimal, kind: Kind) -> list[Step]:
    """The lowest, the highest, the product, or full marks less the worst loss of the parts.

    A part that is to be brought back with the total is brought back by itself first.
    """
    steps: list[Step] = []
    held: list[tuple[Decimal, Decimal]] = []
    for child, scored in due:
        score = scored.score
        value, points = score.value, full_mark(child)
        if scored.pending and score.due > ZERO:
            value = value * points / score.due
            back: Formula = (score.value, "×", points, "÷", score.due)
            steps.append(Step("why.rescale_part", value, back, {"item": child.indicator.title}))
        held.append((value, points))
    if not held:
        return [Step("why.sum", ZERO, (ZERO,))]
    values = tuple(value for value, _ in held)
    if combine in ("lowest", "highest"):
        word = "min" if combine == "lowest" else "max"
        formula: Formula = (word, "(", *_listed([(value,) for value in values]), ")")
        steps.append(Step(f"why.{combine}", min(values) if combine == "lowest" else max(values), formula))
    elif combine == "product":
        steps.append(_product(held, ONE if kind == "multiplier" else full))
    else:
        worst = max(points - value for value, points in held)
        losses = _listed(
            [(points, "-", value) if value >= ZERO else (points, "+", -value) for value, points in held]
        )
        steps.append(Step("why.worst_only", full - worst, (full, "-", "max", "(", *losses, ")")))
    return steps


def _product(held: list[tuple[Decimal, Decimal]], full: Decimal) -> Step:
    value = full
    tokens: list[Token] = [full]
    for each, points in held:
        if points <= ZERO:
            continue
        value = value * each / points
        tokens += ["×", each] if points == ONE else ["×", each, "÷", points]
    return Step("why.product", value, tuple(tokens))


def _listed(each: Sequence[Formula]) -> Formula:
    tokens: list[Token] = []
    for formula in each:
        tokens += [",", *formula] if tokens else formula
    return tuple(tokens)
