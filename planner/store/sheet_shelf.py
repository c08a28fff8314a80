"""The sheets of a scheme as they were read last: only what changed since is read again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from assessments.sheet import Entry, Event, Sheet, sheet_id
from planner.store.assessment_documents import (
    Place,
    entry_of,
    event_of,
    place_of,
    tables,
)
from planner.store.assessment_kinds import SHEET, id_of
from planner.store.errors import NotFound
from planner.store.repository import Repository
from planner.store.rows import Data, Record


@dataclass(frozen=True, slots=True)
class _Part:
    """A document of a sheet, decoded: a unit's entries and events, or what speaks of the whole sheet."""

    entries: Mapping[str, Entry] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    head: Data = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read of one scheme up to a revision: documents by sheet and unit, and the sheets."""

    scheme: str
    revision: int
    parts: Mapping[Place, Mapping[str, _Part]]
    sheets: Mapping[Place, Sheet]


class SheetShelf:
    """Reads the sheets of one scheme after another; the last one's are kept.

    What was read is never changed, only replaced, so any thread may ask. Do not ask inside a transaction that
    has written already: what is undone would be kept here.
    """

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._read = _Read("", 0, {}, {})

    def sheets(self, scheme: str) -> tuple[Sheet, ...]:
        """The sheets in order; one in which nothing changed is the same object as before."""
        known = self._read
        if known.scheme == scheme and known.revision == self._repository.revision():
            return tuple(known.sheets.values())
        if known.scheme != scheme:
            parts, revision = self._all(scheme)
            changed = set(parts)
            known = _Read(scheme, revision, {}, {})
        else:
            parts, revision, changed = self._changes(known)
        sheets = {place: sheet for place, sheet in known.sheets.items() if place not in changed}
        sheets.update({place: _gathered(place, parts[place]) for place in changed if parts[place]})
        sheets = {place: sheets[place] for place in sorted(sheets)}
        self._read = _Read(scheme, revision, parts, sheets)
        return tuple(sheets.values())

    def _all(self, scheme: str) -> tuple[dict[Place, dict[str, _Part]], int]:
        revision = self._repository.revision()
        parts: dict[Place, dict[str, _Part]] = {}
        for record in self._repository.under(SHEET, id_of(scheme) + "/"):
            place = place_of(record.id)
            parts.setdefault(place.sheet, {})[place.unit] = _part(record)
        return parts, revision

    def _changes(self, known: _Read) -> tuple[dict[Place, dict[str, _Part]], int, set[Place]]:
        parts = {place: dict(units) for place, units in known.parts.items()}
        revision, changed, prefix = known.revision, set[Place](), id_of(known.scheme) + "/"
        for change in self._repository.changes(known.revision):
            revision = change.revision
            if change.kind != SHEET or not change.id.startswith(prefix):
                continue
            place = place_of(change.id)
            changed.add(place.sheet)
            units = parts.setdefault(place.sheet, {})
            try:
                units[place.unit] = _part(self._repository.get(SHEET, change.id))
            except NotFound:
                units.pop(place.unit, None)
        return parts, revision, changed


def _part(record: Record) -> _Part:
    unit = place_of(record.id).unit
    if not unit:
        return _Part(head=record.data)
    entries = {key: entry_of(data) for key, data in tables(record.data, "entries").items()}
    events = tuple(event_of(id, unit, data) for id, data in tables(record.data, "events").items())
    return _Part(entries, events)


def _gathered(place: Place, parts: Mapping[str, _Part]) -> Sheet:
    head = parts[""].head if "" in parts else {}
    day = head.get("day")
    return Sheet(
        id=sheet_id(place.kind, place.by, place.period),
        scheme=place.scheme,
        kind=place.kind,
        by=place.by,
        period=place.period,
        day=date.fromisoformat(str(day)) if day else None,
        held=head.get("held") is not False,
        entries={unit: part.entries for unit, part in sorted(parts.items()) if part.entries},
        events=tuple(event for part in parts.values() for event in part.events),
        totals={unit: Decimal(str(value)) for unit, value in tables(head, "totals").items()},
        notes=str(head.get("notes", "")),
    )
