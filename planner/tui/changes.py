"""One's own changes to sheets: what they are, how one is saved, and those that can be taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias, cast

from assessments.sheet import Entry, Event, Sheet
from planner.office.assessment_records import CellConflict, Refused, SheetPlace
from planner.tui.ports import AssessmentsPort, Saved


@dataclass(frozen=True, slots=True)
class Change:
    """One cell or one event as it was and as it was made. Exactly one of the pairs is used."""

    place: SheetPlace
    unit: str
    indicator: str = ""
    before: Entry | None = None
    after: Entry | None = None
    event_before: Event | None = None
    event_after: Event | None = None

    @property
    def cell(self) -> tuple[SheetPlace, str, str]:
        """Which cell or event is meant."""
        event = self.event_after or self.event_before
        return self.place, self.unit, self.indicator if event is None else f"event {event.id}"

    @property
    def is_event(self) -> bool:
        """True where an event is meant, not a cell."""
        return self.event_before is not None or self.event_after is not None

    def taken_back(self) -> Change:
        """The change that undoes this one."""
        return replace(
            self,
            before=self.after,
            after=self.before,
            event_before=self.event_after,
            event_after=self.event_before,
        )

    def on(self, record: Entry | Event | None) -> Change:
        """The same change made where this stands now."""
        if self.is_event:
            return replace(self, event_before=cast("Event | None", record))
        return replace(self, before=cast("Entry | None", record))

    def giving(self, record: Entry | Event | None) -> Change:
        """The change that leaves this there."""
        if self.is_event:
            return replace(self, event_after=cast("Event | None", record))
        return replace(self, after=cast("Entry | None", record))

    def made_in(self, sheet: Sheet) -> Sheet:
        """The sheet of the change's place with the change in it."""
        if self.is_event:
            gone = {each.id for each in (self.event_before, self.event_after) if each is not None}
            events = [each for each in sheet.events if each.id not in gone]
            if self.event_after is not None:
                events.append(self.event_after)
            return replace(sheet, events=tuple(events))
        row = dict(sheet.entries.get(self.unit, {}))
        row.pop(self.indicator, None)
        if self.after is not None:
            row[self.indicator] = self.after
        return replace(sheet, entries={**sheet.entries, self.unit: row})


@dataclass(frozen=True, slots=True)
class Clash:
    """Somebody changed the same cell: what was wanted, and what stands there now, by whom."""

    change: Change
    conflict: CellConflict[Entry] | CellConflict[Event]


Outcome: TypeAlias = (
    "Saved[Entry] | Saved[Event] | CellConflict[Entry] | CellConflict[Event] | Refused | Exception"
)


class Steps:
    """What one did and what one took back, the last at the end."""

    def __init__(self) -> None:
        self._done: list[Change] = []
        self._undone: list[Change] = []

    @property
    def to_undo(self) -> Change | None:
        """What `undo` takes back; None where there is nothing."""
        return self._done[-1] if self._done else None

    @property
    def to_redo(self) -> Change | None:
        """What `redo` does again; None where there is nothing."""
        return self._undone[-1] if self._undone else None

    def did(self, change: Change) -> None:
        """Something new was done: nothing can be done again any more."""
        self._done.append(change)
        self._undone.clear()

    def undo(self) -> Change | None:
        """Take back what was done last."""
        if not self._done:
            return None
        self._undone.append(self._done.pop())
        return self._undone[-1]

    def redo(self) -> Change | None:
        """Do again what was taken back last."""
        if not self._undone:
            return None
        self._done.append(self._undone.pop())
        return self._done[-1]

    def forget(self, change: Change) -> None:
        """What was not saved can be neither undone nor done again."""
        either = change, change.taken_back()
        self._done = [each for each in self._done if each not in either]
        self._undone = [each for each in self._undone if each not in either]


def save(port: AssessmentsPort, change: Change) -> Outcome:
    """Write a change to the workspace; when this returns it is there."""
    place = change.place
    if not change.is_event:
        return port.set_entry(place, change.unit, change.indicator, change.after, change.before)
    if change.event_after is not None:
        return port.set_event(place, change.event_after, change.event_before)
    assert change.event_before is not None
    return port.remove_event(place, change.event_before)
