"""The lines of the journal gathered to acts, and the past.

An act is all fields of one cell, event, decision or step that were written at once; the past says what stood
in an event or a decision when an act was done.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields

from assessments.process import Course
from assessments.sheet import Entry, Event, Sheet
from planner.office.assessment_records import JournalLine

FieldChange = tuple[str | None, str | None]
"""What a field was and what it became; None where it had nothing."""


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that was done. `line` is the first of its lines and says who, when and where.

    `changes` are its fields by name, `evidence` the pieces that came or went.
    """

    line: JournalLine
    changes: dict[str, FieldChange] = field(default_factory=dict)
    evidence: list[FieldChange] = field(default_factory=list)

    def new(self, name: str) -> str:
        """What a field became; "" where it was not changed or emptied."""
        return self.changes.get(name, (None, None))[1] or ""

    def old(self, name: str) -> str:
        """What a field was; "" where it was not changed or had nothing."""
        return self.changes.get(name, (None, None))[0] or ""

    @property
    def whole(self) -> bool:
        """True where a document as a whole was added, removed or brought back."""
        return not self.line.field and not self.changes and not self.evidence


def acts_of(lines: Iterable[JournalLine]) -> list[Act]:
    """The acts in the order of the lines."""
    found: dict[object, Act] = {}
    for line in lines:
        act = found.setdefault((line.revision, line.at, line.subject, *_about(line)), Act(line))
        if line.field == "evidence" and line.subject == "sheet":
            act.evidence.append((line.old, line.new))
        elif line.field:
            act.changes[line.field] = line.old, line.new
    return list(found.values())


def _about(line: JournalLine) -> tuple[object, ...]:
    """What a line is about: the same for all lines of one act."""
    if line.subject == "sheet":
        return line.place, line.unit, line.indicator, line.event, line.what
    if line.subject == "scheme":
        root, _, rest = line.field.partition(".")
        own = (root, rest.partition(".")[0]) if root in _TABLES else ("",)
        return line.what, line.unit, line.indicator, *own
    if line.event:
        # The answer to an appeal and the decision that it brings.
        return ("appeal", line.event)
    return (line.place, line.unit, line.indicator) if line.place is not None else (line.what,)


_TABLES = frozenset({"classes", "vetoes", "periods", "assessors", "overrides"})

State = Mapping[str, str]


class Past:
    """Events and decisions as they stood, going back act by act from how they are now."""

    def __init__(self, course: Course, sheets: Iterable[Sheet]) -> None:
        self._held: dict[object, dict[str, str]] = {}
        for sheet in sheets:
            for event in sheet.events:
                self._held[sheet.kind, sheet.by, sheet.period, event.id] = _texts(event)
        self._appeals = {each.id: each for each in course.appeals}
        for each in course.decisions:
            key = each.unit, each.indicator, each.period, each.appeal
            self._held[key] = _texts(each.entry)

    def back(self, act: Act) -> tuple[State, State]:
        """What stood there before the act and after it. Call it for every act, the newest first."""
        record = self._record(act.line)
        after = self._held.get(record, {})
        before = dict(after)
        for name, (old, _) in act.changes.items():
            if act.line.subject == "sheet" or name.startswith(_ENTRY):
                name = name.removeprefix(_ENTRY)
                before.pop(name, None)
                if old is not None:
                    before[name] = old
        self._held[record] = before
        return before, after

    def decided(self, unit: str, indicator: str, period: str) -> State:
        """What the meeting had decided of a cell then; empty where nothing."""
        return self._held.get((unit, indicator, period, ""), {})

    def _record(self, line: JournalLine) -> object:
        place, appeal = line.place, self._appeals.get(line.event)
        if line.subject == "course" and appeal is not None:
            return appeal.unit, appeal.indicator, appeal.period, appeal.id
        if line.subject == "course" and place is not None:
            return line.unit, line.indicator, place.period, ""
        if place is not None and line.event:
            return place.kind, place.by, place.period, line.event
        return None


_ENTRY = "decision.entry."


def _texts(record: Event | Entry) -> dict[str, str]:
    """The fields of a record that say something, as the journal writes them."""
    found: dict[str, str] = {}
    usual = Entry() if isinstance(record, Entry) else Event("", "", "")
    for name in (each.name for each in fields(record) if each.name not in ("id", "unit", "evidence")):
        value = getattr(record, name)
        if isinstance(value, Mapping):
            found |= {f"{name}.{key}": str(number) for key, number in value.items()}
        elif value != getattr(usual, name):
            found[name] = str(value).lower() if isinstance(value, bool) else str(value)
    return found
