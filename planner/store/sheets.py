"""Sheets in the workspace: one cell written at a time, what two people changed put together, or named.

Every write looks at the stage of the assessment and at the newest cell in its own transaction, so that
neither can change in between.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple, TypeVar

from assessments.process import Course, may_change
from assessments.process.cells import Cells
from assessments.sheet import Entry, Event, Sheet
from planner.findings import Finding, Severity, Where
from planner.merging import Path
from planner.store.assessment_documents import (
    Place,
    entry_data,
    entry_of,
    event_data,
    event_of,
    head_data,
    tables,
)
from planner.store.assessment_kinds import SHEET
from planner.store.errors import NotFound, Overtaken, Refusal
from planner.store.repository import Repository
from planner.store.rows import Data
from planner.store.sheet_shelf import SheetShelf

_START: Data = {"entries": {}, "events": {}}
_Value = TypeVar("_Value")


class Scored(NamedTuple):
    """What a write to a sheet must know of its assessment."""

    course: Course
    cells: Cells


class KeptCell(NamedTuple):
    """An entry as it is kept now, and the revision that did it."""

    entry: Entry
    revision: int


class Laid(NamedTuple):
    """How many cells and events were put in or changed."""

    cells: int
    events: int


class Sheets:
    """The sheets of all schemes. `look` gives a scheme's course and cells as they are in the transaction."""

    def __init__(self, repository: Repository, look: Callable[[str], Scored]) -> None:
        self._repository = repository
        self._look = look
        self._shelf = SheetShelf(repository)

    def of(self, scheme: str) -> tuple[Sheet, ...]:
        """The sheets of a scheme by kind, period and body; one that did not change is the same object."""
        return self._shelf.sheets(scheme)

    def set_entry(self, place: Place, indicator: str, entry: Entry, before: Entry, why: str) -> KeptCell:
        """Write the cell that was shown as `before`; an empty entry clears it.

        Overtaken where somebody changed it otherwise meanwhile, Refusal where its stage is locked or the
        entry cannot stand there. Observation and evidence are two things: each may come from another person.
        """

        def change(data: Data) -> Data:
            self._allow(place, {} if entry == Entry() else {indicator: entry})
            theirs = entry_of(tables(data, "entries").get(indicator))
            kept = _met(before, entry, theirs)
            if kept is None:
                raise self._overtaken(place, ("entries", indicator), entry, theirs)
            return _with(data, "entries", indicator, _cell(kept))

        record = self._repository.edit(SHEET, place.id, change, why, start=_START)
        return KeptCell(entry_of(tables(record.data, "entries").get(indicator)), record.revision)

    def set_event(self, place: Place, event: Event, before: Event | None, why: str) -> int:
        """Enter an event, or change the one that was shown as `before`; the revision. As `set_entry`."""

        def work() -> int:
            if before is not None and before.unit != event.unit:
                self._put_event(place, before, before, None, why)
                return self._put_event(place, event, None, event, why)
            return self._put_event(place, event, before, event, why)

        return self._repository.run(work)

    def remove_event(self, place: Place, event: Event, why: str) -> int:
        """Take out the event that was shown as this; the revision. As `set_entry`."""
        return self._put_event(place, event, event, None, why)

    def set_held(self, place: Place, held: bool, why: str) -> None:
        """Say whether the round was held."""

        def change(data: Data) -> Data:
            self._allow(place)
            return {**data, "held": held}

        self._repository.edit(SHEET, place.sheet.id, change, why, start={})

    def set_notes(self, place: Place, notes: str, before: str, why: str) -> int:
        """Keep notes on a sheet, shown as `before`; the revision. Overtaken, Refusal."""

        def change(data: Data) -> Data:
            self._allow(place)
            theirs = str(data.get("notes", ""))
            if theirs not in (before, notes):
                raise self._overtaken(place.sheet, ("notes",), notes, theirs)
            return {**data, "notes": notes}

        return self._repository.edit(SHEET, place.sheet.id, change, why, start={}).revision

    def put(self, scheme: str, sheet: Sheet, why: str, *, overwrite: bool = False) -> Laid:
        """Lay a whole sheet over what is kept. Call it in a transaction, so that nothing is half done.

        Refusal with a finding for each cell that cannot stand, or that holds something else already.
        """
        whole, scored = Place(scheme, sheet.kind, sheet.period, sheet.by), self._look(scheme)
        _allow(scored, whole)
        self._lay(whole, {(key,): value for key, value in head_data(sheet).items()}, why, overwrite)
        laid = Laid(0, 0)
        for unit in sorted({*sheet.entries, *(event.unit for event in sheet.events)}):
            place = whole._replace(unit=unit)
            entries = {key: each for key, each in sheet.entries.get(unit, {}).items() if each != Entry()}
            _allow(scored, place, entries)
            cells: dict[Path, object] = {("entries", key): entry_data(each) for key, each in entries.items()}
            events: dict[Path, object] = {
                ("events", each.id): event_data(each) for each in sheet.events if each.unit == unit
            }
            laid = Laid(
                laid.cells + self._lay(place, cells, why, overwrite),
                laid.events + self._lay(place, events, why, overwrite),
            )
        return laid

    def remove(self, place: Place, why: str) -> Sheet:
        """Take a whole sheet out and return it; NotFound, Refusal. `put` brings it back."""

        def work() -> Sheet:
            self._allow(place)
            found = {_place(sheet, place.scheme): sheet for sheet in self.of(place.scheme)}
            if place.sheet not in found:
                raise NotFound(SHEET, place.sheet.id)
            for record in self._repository.under(SHEET, place.sheet.id):
                self._repository.delete(SHEET, record.id, why)
            return found[place.sheet]

        return self._repository.run(work)

    def _put_event(
        self, place: Place, named: Event, before: Event | None, after: Event | None, why: str
    ) -> int:
        place = place._replace(unit=named.unit)

        def change(data: Data) -> Data:
            self._allow(place)
            held = tables(data, "events").get(named.id)
            theirs = None if held is None else event_of(named.id, named.unit, held)
            if theirs not in (before, after):
                raise self._overtaken(place, ("events", named.id), after, theirs)
            return _with(data, "events", named.id, None if after is None else event_data(after))

        return self._repository.edit(SHEET, place.id, change, why, start=_START).revision

    def _lay(self, place: Place, wanted: Mapping[Path, object], why: str, overwrite: bool) -> int:
        """Put values into one document by their paths; how many were different or not there."""
        start = _START if place.unit else {}
        try:
            data = self._repository.get(SHEET, place.id).data
        except NotFound:
            data = start
        differing = [path for path, value in wanted.items() if _at(data, path) != value]
        clashing = [path for path in differing if _at(data, path) is not None]
        if clashing and not overwrite:
            raise Refusal(*(_holds_other(place, path) for path in clashing))
        for path in differing:
            data = _set(data, path, wanted[path])
        if differing:
            self._repository.edit(SHEET, place.id, lambda _: data, why, start=start)
        return len(differing)

    def _allow(self, place: Place, entries: Mapping[str, Entry] | None = None) -> None:
        _allow(self._look(place.scheme), place, entries)

    def _overtaken(self, place: Place, path: Path, mine: object, theirs: object) -> Overtaken:
        newest = self._repository.get(SHEET, place.id)
        for line in self._repository.journal(SHEET, place.id):
            if line.path[: len(path)] == path:
                return Overtaken(mine, theirs, line.by, line.at)
        return Overtaken(mine, theirs, newest.by, newest.at)


def _allow(scored: Scored, place: Place, entries: Mapping[str, Entry] | None = None) -> None:
    """Refusal where the stage is locked, or the unit or one of the entries cannot stand there."""
    course, cells = scored
    if place.kind == "meeting":
        # What the meeting decides is kept with the course, with its reason.
        raise Refusal(Finding("sheet.meeting_only_decides", Severity.ERROR))
    locked = may_change(course, place.kind)
    if locked is not None:
        raise Refusal(locked)
    if place.unit and not cells.knows(place.unit):
        raise Refusal(Finding("sheet.unknown_unit", Severity.ERROR, arguments={"unit": place.unit}))
    refused = [
        finding
        for indicator, entry in (entries or {}).items()
        if (finding := cells.refusal(place.unit, indicator, entry, place.kind)) is not None
    ]
    if refused:
        raise Refusal(*refused)


def _place(sheet: Sheet, scheme: str) -> Place:
    return Place(scheme, sheet.kind, sheet.period, sheet.by)


def _met(before: Entry, mine: Entry, theirs: Entry) -> Entry | None:
    """The cell with both people's changes; None where both changed the same of it differently."""
    seen = _chosen(*(replace(each, evidence=()) for each in (before, mine, theirs)))
    evidence = _chosen(before.evidence, mine.evidence, theirs.evidence)
    if seen is None or evidence is None:
        return None
    return replace(seen, evidence=evidence)


def _chosen(before: _Value, mine: _Value, theirs: _Value) -> _Value | None:
    if theirs in (before, mine):
        return mine
    return theirs if mine == before else None


def _cell(entry: Entry | None) -> Data | None:
    return None if entry is None or entry == Entry() else entry_data(entry)


def _with(data: Data, table: str, key: str, value: Data | None) -> Data:
    held = dict(tables(data, table))
    if value is None:
        held.pop(key, None)
    else:
        held[key] = value
    return {**data, table: held}


def _at(data: Data, path: Path) -> object:
    *outer, key = path
    return (tables(data, outer[0]) if outer else data).get(key)


def _set(data: Data, path: Path, value: object) -> Data:
    *outer, key = path
    if not outer:
        return {**data, key: value}
    return {**data, outer[0]: {**tables(data, outer[0]), key: value}}


def _holds_other(place: Place, path: Path) -> Finding:
    """Where: as in the sheet's file."""
    path = (path[0], place.unit, path[1]) if path[0] == "entries" else path
    return Finding("sheet.holds_other", Severity.ERROR, Where(path=path), {"place": " ".join(path[1:])})
