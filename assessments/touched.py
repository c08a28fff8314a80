"""What a changed sheet touches: only that is gathered anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessments.facts import Facts, events_of, in_standing, row_of, strays
from assessments.scheme import Scheme
from assessments.sheet import Entry, Event, Sheet


@dataclass(frozen=True, slots=True)
class Touched:
    """What a changed sheet touches: the indicators by period and unit, and the units whose events differ."""

    cells: Mapping[tuple[str, str], frozenset[str]]
    events: frozenset[str]


def regather(
    scheme: Scheme, facts: Facts, sheets: Sequence[Sheet], before: Sheet | None, after: Sheet | None
) -> tuple[Facts, Touched]:
    """The facts after one sheet became another (None: was not there, is not there), and what that touches.

    `sheets` are all of them after the change. The same as gathering anew.
    """
    ordered = in_standing(scheme, sheets)
    cells = _touched_cells(facts, before, after)
    units = {unit.id: unit for unit in scheme.units}
    assessors = {each.id: each for each in scheme.assessors}
    rows = dict(facts.rows)
    for period, unit in cells:
        of_period = [sheet for sheet in ordered if sheet.period == period]
        rows[(period, unit)] = row_of(units[unit], of_period, assessors)
    touched = _touched_events(before, after) & units.keys()
    events = dict(facts.events)
    for id in touched:
        events[id] = events_of(scheme, units[id], ordered)
    return Facts(rows, events, strays(scheme, sheets)), Touched(cells, frozenset(touched))


def _touched_cells(
    facts: Facts, before: Sheet | None, after: Sheet | None
) -> dict[tuple[str, str], frozenset[str]]:
    if before is None or after is None or _heading(before) != _heading(after):
        gone = _touched_cells(facts, before, None) if before is not None and after is not None else {}
        sheet = after or before
        if sheet is None:
            return gone
        every = [unit for period, unit in facts.rows if period == sheet.period]
        found = {
            (sheet.period, unit): frozenset(sheet.entries.get(unit, ()))
            for unit in every
            if not sheet.held or unit in sheet.entries or unit in sheet.totals
        }
        return {key: gone.get(key, frozenset()) | found.get(key, frozenset()) for key in (*gone, *found)}
    found = {}
    for period, unit in facts.rows:
        if period != after.period:
            continue
        old, new = before.entries.get(unit), after.entries.get(unit)
        other_total = before.totals.get(unit) != after.totals.get(unit)
        if old is not new and old != new:
            found[(period, unit)] = _differing(old or {}, new or {})
        elif other_total:
            found[(period, unit)] = frozenset()
    return found


def _differing(old: Mapping[str, Entry], new: Mapping[str, Entry]) -> frozenset[str]:
    names = old.keys() | new.keys()
    return frozenset(name for name in names if old.get(name) != new.get(name))


def _heading(sheet: Sheet) -> tuple[object, ...]:
    """All of a sheet but its cells, totals and events. Whom a round left out depends on who stands in it."""
    away = None if sheet.held else tuple(sheet.entries)
    return sheet.scheme, sheet.kind, sheet.by, sheet.period, sheet.day, sheet.held, away


def _touched_events(before: Sheet | None, after: Sheet | None) -> set[str]:
    old, new = _by_unit(before), _by_unit(after)
    if before is not None and after is not None and _heading(before) == _heading(after):
        return {unit for unit in old.keys() | new.keys() if old.get(unit) != new.get(unit)}
    return {*old, *new}


def _by_unit(sheet: Sheet | None) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = {}
    for event in sheet.events if sheet is not None else ():
        found.setdefault(event.unit, []).append(event)
    return found
