"""Edits of a scheme as pure functions: each gives the changed scheme."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any, Literal, TypeAlias

from assessments.numbers import ONE, ZERO
from assessments.rules.given import Given
from assessments.scheme import ORDER_STEP, Indicator, Override, Scheme, Unit
from planner.departments import Department
from planner.drafting.order import inserted, renumbered, stepped
from planner.plan import new_id
from planner.tui.screens.scheme.fields import changed

Kind: TypeAlias = Literal["classes", "units", "periods", "assessors", "vetoes"]
"""The lists of a scheme beside its indicators."""
TENTH = Decimal("0.1")


def put_record(scheme: Scheme, kind: Kind | Literal["indicators"], record: Any) -> Scheme:
    """The scheme with the record of the same id replaced, or added where there is none."""
    held = {each.id: each for each in getattr(scheme, kind)}
    held[record.id] = record
    return changed(scheme, **{kind: tuple(held.values())})


def drop_records(scheme: Scheme, kind: Kind, ids: Collection[str]) -> Scheme:
    """The scheme without these records; the indicators that named them are left to the check."""
    kept = tuple(each for each in getattr(scheme, kind) if each.id not in ids)
    overrides = tuple(each for each in scheme.overrides if kind != "units" or each.unit not in ids)
    return changed(scheme, **{kind: kept}, overrides=overrides)


def step_records(scheme: Scheme, kind: Kind, ids: Collection[str], steps: int) -> Scheme:
    """The scheme with these records moved among their kind, units within their class."""
    held = {each.id: each for each in getattr(scheme, kind)}
    if not held or not hasattr(next(iter(held.values())), "order"):
        return scheme
    group = {held[id].unit_class for id in ids} if kind == "units" else set()
    row = [id for id, each in held.items() if kind != "units" or each.unit_class in group]
    moved = stepped(row, ids, steps)
    for id, order in renumbered(moved, {id: held[id].order for id in row}, _moved(row, moved)).items():
        held[id] = replace(held[id], order=order)
    return changed(scheme, **{kind: tuple(held.values())})


def _moved(before: list[str], after: list[str]) -> set[str]:
    return {id for place, id in enumerate(after) if before[place] != id}


# Indicators


def below(scheme: Scheme, ids: Iterable[str]) -> list[str]:
    """These indicators and all that stand below them, from above; a ring ends where it began."""
    found: dict[str, None] = {}
    waiting = list(ids)
    while waiting:
        id = waiting.pop(0)
        if id not in found:
            found[id] = None
            waiting += [each.id for each in scheme.children(id)]
    return list(found)


def drop_indicators(scheme: Scheme, ids: Collection[str]) -> Scheme:
    """The scheme without these indicators, what stands below them, and what overrides them."""
    gone = set(below(scheme, ids))
    return replace(
        scheme,
        indicators=tuple(each for each in scheme.indicators if each.id not in gone),
        overrides=tuple(each for each in scheme.overrides if each.indicator not in gone),
    )


def add_indicator(
    scheme: Scheme, parent: str, after: str, title: str, applies: tuple[str, ...]
) -> tuple[Scheme, str]:
    """The scheme with a new indicator under `parent`, behind `after` (at the end where it is ""), and its id.

    The scoring department marks it, as its siblings' does, until somebody says otherwise.
    """
    siblings = scheme.children(parent)
    id = new_id({each.id for each in scheme.indicators})
    beside = next((each for each in siblings if each.id == after), siblings[-1] if siblings else None)
    made = Indicator(
        id,
        title,
        parent=parent,
        applies=applies,
        points=ONE,
        rule=Given(),
        scorers=beside.scorers if beside is not None else (),
    )
    grown = replace(scheme, indicators=(*scheme.indicators, made))
    row = [each.id for each in siblings]
    place = row.index(after) + 1 if after in row else len(row)
    return _placed(grown, [*row[:place], id, *row[place:]], {id}), id


def _placed(scheme: Scheme, row: list[str], moved: Collection[str]) -> Scheme:
    """The scheme with siblings in this order."""
    held = {each.id: each for each in scheme.indicators}
    for id, order in renumbered(row, {id: held[id].order for id in row}, moved).items():
        held[id] = replace(held[id], order=order)
    return replace(scheme, indicators=tuple(held.values()))


def step_indicator(scheme: Scheme, id: str, shown: Collection[str], steps: int) -> Scheme:
    """The scheme with an indicator moved past its next sibling that is `shown`."""
    row = [each.id for each in scheme.children(scheme.indicator(id).parent)]
    seen = [each for each in row if each in shown]
    place = seen.index(id) + steps
    if not 0 <= place < len(seen):
        return scheme
    target = row.index(seen[place]) + (1 if steps > 0 else 0)
    return _placed(scheme, inserted(row, [id], row[target] if target < len(row) else None), {id})


def move_under(scheme: Scheme, ids: Collection[str], parent: str) -> Scheme:
    """The scheme with these indicators at the end under another; none goes under itself."""
    ids = [id for id in ids if parent not in below(scheme, [id])]
    for id in ids:
        scheme = scheme.with_indicator(replace(scheme.indicator(id), parent=parent))
    row = [each.id for each in scheme.children(parent) if each.id not in ids]
    return _placed(scheme, [*row, *ids], ids) if ids else scheme


def copy_indicator(scheme: Scheme, id: str, title: str) -> tuple[Scheme, str]:
    """The scheme with a copy of an indicator and all below it behind it, and the copy's id."""
    taken = {each.id for each in scheme.indicators}
    ids: dict[str, str] = {}
    for each in below(scheme, [id]):
        ids[each] = new_id(taken)
        taken.add(ids[each])
    copies = [
        replace(each, id=ids[each.id], parent=ids.get(each.parent, each.parent))
        for each in scheme.indicators
        if each.id in ids
    ]
    grown = replace(scheme, indicators=(*scheme.indicators, *copies))
    grown = grown.with_indicator(replace(grown.indicator(ids[id]), title=title))
    row = [each.id for each in scheme.children(scheme.indicator(id).parent)]
    place = row.index(id) + 1
    return _placed(grown, [*row[:place], ids[id], *row[place:]], {ids[id]}), ids[id]


def nudged(indicator: Indicator, steps: int) -> Indicator | None:
    """The indicator with its points, or its weight, that many steps more; None where it has neither.

    A step is 1, or the last digit that is printed: 2.5 goes to 3, 0.3 to 0.4.
    """
    held = indicator.points if indicator.points is not None else indicator.weight
    if held is None:
        return None
    share = indicator.points is None and held <= ONE
    size = TENTH / 10 if share else ONE if held == held.to_integral_value() or abs(steps) > 1 else TENTH * 5
    value = max(ZERO, held + size * steps)
    return changed(indicator, **{"points" if indicator.points is not None else "weight": value})


def is_own(indicator: Indicator, unit: str) -> bool:
    """True where an indicator concerns this one unit by itself."""
    return indicator.applies == (unit,)


def put_for_unit(scheme: Scheme, unit: str, before: Indicator, after: Indicator) -> Scheme:
    """The scheme after an indicator was edited as one unit has it.

    Points, rule and text of an item that others share become the unit's own; all else is everybody's.
    """
    base = scheme.indicator(after.id)
    if is_own(base, unit):
        return scheme.with_indicator(after)
    shared = replace(after, points=base.points, rule=base.rule, text=base.text)
    scheme = scheme.with_indicator(shared)
    own = {
        name: getattr(after, name)
        for name in ("points", "rule", "text")
        if getattr(after, name) != getattr(base, name)
    }
    others = tuple(each for each in scheme.overrides if (each.unit, each.indicator) != (unit, after.id))
    made = (Override(unit, after.id, **own),) if own else ()
    return replace(scheme, overrides=(*others, *made))


def drop_overrides(scheme: Scheme, unit: str, ids: Collection[str]) -> Scheme:
    """The scheme in which these indicators are for a unit as they are for all."""
    kept = tuple(each for each in scheme.overrides if each.unit != unit or each.indicator not in ids)
    return replace(scheme, overrides=kept)


# Units


def add_units(scheme: Scheme, unit_class: str, names: Iterable[tuple[str, str]]) -> Scheme:
    """The scheme with these units (id or "", name) at the end of a class; a name that is there stays once."""
    units = list(scheme.units)
    taken = {unit.id for unit in units} | {each.id for each in scheme.classes}
    known = {unit.name for unit in units}
    last = max((unit.order for unit in units if unit.unit_class == unit_class), default=0)
    for wanted, name in names:
        if name in known:
            continue
        id = wanted if wanted and wanted not in taken else new_id(taken)
        last += ORDER_STEP
        units.append(Unit(id, name, unit_class, last))
        taken.add(id)
        known.add(name)
    return replace(scheme, units=tuple(units))


def bodies(roster: Iterable[Department]) -> list[Department]:
    """The bodies of a roster that can be assessed: those that stand."""
    return [each for each in roster if each.abolished is None]
