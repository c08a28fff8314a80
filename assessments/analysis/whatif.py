"""What if (假设推演): changes of a scheme as values, and named scenarios of them. The scheme stays as it is.

A changed weight changes what an item's score counts, never how it is scored: its rule goes on speaking in
the full mark it was written for, and the outcome is folded to the new points.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeAlias

from assessments.numbers import ONE, ZERO, exact, total
from assessments.results import Results
from assessments.scheme import Grade, Indicator, Scheme
from assessments.scoring import Board
from assessments.tree import tree_of


@dataclass(frozen=True, slots=True)
class Weigh:
    """An indicator's points, or its relative weight where it has one, become `to`.

    With `keep` the siblings share what is left of the present sum in their present proportions; without it
    they stay, and the full mark grows or shrinks (relative weights share the parent's points all the same).
    Where units have different items beside it, the sum is that of the first of them by id.
    """

    indicator: str
    to: Decimal
    keep: bool = True


@dataclass(frozen=True, slots=True)
class Bound:
    """A grade's lower bound in one class becomes `lower`."""

    unit_class: str
    grade: str
    lower: Decimal


Change: TypeAlias = Weigh | Bound


@dataclass(frozen=True, slots=True)
class Scenario:
    """A named list of changes, made one after the other."""

    id: str
    title: str
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Move:
    """What becomes of one unit: its total, rank and grade before and after."""

    unit: str
    total: tuple[Decimal, Decimal]
    rank: tuple[int | None, int | None]
    grade: tuple[str, str]


def tried(board: Board, changes: Iterable[Change]) -> Board:
    """The board under a changed scheme; the board that is given stays as it is."""
    return board.with_scheme(changed(board.scheme, changes))


def changed(scheme: Scheme, changes: Iterable[Change]) -> Scheme:
    """The scheme after the changes. Those that name nothing that is there change nothing."""
    with exact():
        for change in changes:
            scheme = _weighed(scheme, change) if isinstance(change, Weigh) else _bounded(scheme, change)
        return scheme


def moves(before: Results, after: Results) -> tuple[Move, ...]:
    """What becomes of each unit that is in both, in the order of the results after."""
    former = {result.unit: result for result in before.units}
    return tuple(
        Move(
            result.unit,
            (former[result.unit].total, result.total),
            (former[result.unit].rank, result.rank),
            (former[result.unit].grade, result.grade),
        )
        for result in after.units
        if result.unit in former
    )


def amount(scheme: Scheme, indicator: str) -> Decimal | None:
    """What can be nudged of an indicator: its points, else its weight, else its children's points together.

    None where it has none of these, or is not there.
    """
    held = next((each for each in scheme.indicators if each.id == indicator), None)
    return None if held is None else _amount(scheme, held)


def _amount(scheme: Scheme, held: Indicator) -> Decimal | None:
    if held.points is not None or held.weight is not None:
        return held.points if held.points is not None else held.weight
    below = [_amount(scheme, child) for child in scheme.children(held.id) if child.kind == "normal"]
    known = [each for each in below if each is not None]
    return total(known) if known else None


def siblings_of(scheme: Scheme, held: Indicator) -> tuple[Indicator, ...]:
    """The other items of its kind and measure under the same parent, in the tree of any unit that has it."""
    own = _reach(scheme, held)
    return tuple(
        each
        for each in scheme.children(held.parent)
        if each.id != held.id
        and each.kind == held.kind
        and (each.weight is None) == (held.weight is None)
        and _amount(scheme, each) is not None
        and not own.isdisjoint(_reach(scheme, each))
    )


def beside_of(scheme: Scheme, held: Indicator) -> Decimal:
    """What the siblings of an item weigh together, in the tree of the first unit that has it."""
    first = min(_reach(scheme, held), default="")
    siblings = (each for each in siblings_of(scheme, held) if first in _reach(scheme, each))
    return total(_amount(scheme, each) or ZERO for each in siblings)


def _reach(scheme: Scheme, held: Indicator) -> frozenset[str]:
    """The units to which an indicator applies."""
    by_id = {each.id: each for each in scheme.indicators}
    while not held.applies and held.parent in by_id:
        held = by_id[held.parent]
    named = set(held.applies)
    return frozenset(
        unit.id for unit in scheme.units if not named or unit.id in named or unit.unit_class in named
    )


def _weighed(scheme: Scheme, change: Weigh) -> Scheme:
    held = next((each for each in scheme.indicators if each.id == change.indicator), None)
    now = None if held is None else _amount(scheme, held)
    if held is None or now is None:
        return scheme
    scheme = _pinned(scheme, held)
    held = scheme.indicator(held.id)
    others = beside_of(scheme, held)
    to = max(ZERO, change.to)
    if not change.keep or held.kind != "normal" or others == ZERO:
        grown = scheme if held.weight is not None else _grown(scheme, held.parent, to - now)
        return _set(grown, held, to)
    to = min(to, others + now)
    done = _set(scheme, held, to)
    for each in siblings_of(scheme, held):
        own = _amount(scheme, each) or ZERO
        done = _set(done, each, own * (others + now - to) / others)
    return done


def _pinned(scheme: Scheme, held: Indicator) -> Scheme:
    """Items with relative weights go on speaking in the points that their weights give them now."""
    if held.weight is None or held.points is not None:
        return scheme
    unit = next((unit for unit in scheme.units if unit.id in _reach(scheme, held)), None)
    if unit is None:
        return scheme
    points = {node.id: node.points for node in tree_of(scheme, unit).all()}
    for each in (held, *siblings_of(scheme, held)):
        now = points.get(each.id)
        if each.scale is None and now is not None and now > ZERO:
            scheme = scheme.with_indicator(replace(each, scale=now))
    return scheme


def _set(scheme: Scheme, held: Indicator, to: Decimal) -> Scheme:
    """The scheme with an item's amount set; what its rule or its children speak in stays what it was."""
    if held.points is not None:
        own = [each for each in scheme.overrides if each.indicator == held.id and each.points is not None]
        fixed = held.scale is not None or held.points == ZERO or own
        scale = held.scale if fixed else held.points
        done = scheme.with_indicator(replace(held, points=to, scale=scale))
        return _overridden(done, held, to) if own and held.points != ZERO else done
    if held.weight is not None:
        return scheme.with_indicator(replace(held, weight=to))
    now = _amount(scheme, held)
    if not now:
        return scheme
    if held.scale is None and not _differs(scheme, held):
        return scheme.with_indicator(replace(held, points=to, scale=now))
    for child in scheme.children(held.id):
        amount_of_child = _amount(scheme, child)
        if child.kind == "normal" and amount_of_child is not None:
            scheme = _set(scheme, child, amount_of_child * to / now)
    return scheme


def _differs(scheme: Scheme, held: Indicator) -> bool:
    """True where the items under one are not the same, or not worth the same, for all its units."""
    own = {each.indicator for each in scheme.overrides if each.points is not None}
    return any(
        child.applies or child.id in own or _differs(scheme, child) for child in scheme.children(held.id)
    )


def _overridden(scheme: Scheme, held: Indicator, to: Decimal) -> Scheme:
    """The overrides of an item's points grow with them."""
    now = held.points or ONE
    return replace(
        scheme,
        overrides=tuple(
            replace(each, points=each.points * to / now)
            if each.indicator == held.id and each.points is not None
            else each
            for each in scheme.overrides
        ),
    )


def _grown(scheme: Scheme, parent: str, by: Decimal) -> Scheme:
    """The full marks above an item, grown with it: the scale of a folded parent, else its points."""
    held = next((each for each in scheme.indicators if each.id == parent), None)
    if held is None or held.combine != "sum":
        return scheme
    if held.scale is not None:
        return scheme.with_indicator(replace(held, scale=held.scale + by))
    if held.points is not None:
        scheme = scheme.with_indicator(replace(held, points=held.points + by))
    return _grown(scheme, held.parent, by)


def _bounded(scheme: Scheme, change: Bound) -> Scheme:
    classes = tuple(
        replace(each, grades=tuple(_lowered(grade, change) for grade in each.grades))
        if each.id == change.unit_class
        else each
        for each in scheme.classes
    )
    return replace(scheme, classes=classes)


def _lowered(grade: Grade, change: Bound) -> Grade:
    return replace(grade, lower=change.lower) if grade.id == change.grade else grade
