"""Schemes, courses and sheets as documents of the store: their places and their plain data.

A sheet is kept one document a unit, so that an edit of one cell writes a small one and two people at work on
different units never meet. What speaks of the whole sheet (its day, whether the round was held, notes,
finished totals) is a document of its own, whose unit is "".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple, cast

from assessments.process import Course
from assessments.results import Results
from assessments.scheme import Scheme
from assessments.sheet import Entry, Event, Sheet, SheetKind
from planner.assessment_codec import (
    record_from_data,
    record_to_data,
    results_from_data,
    results_to_data,
    scheme_from_data,
    scheme_to_data,
)
from planner.store.assessment_kinds import id_of, parts_of
from planner.store.plans import plain, plain_table
from planner.store.rows import Data

_NUMBER = "#number"


class Place(NamedTuple):
    """Which document of a sheet: the scheme, the sheet's kind, period and body, and the unit."""

    scheme: str
    kind: SheetKind
    period: str
    by: str
    unit: str = ""

    @property
    def id(self) -> str:
        """The document's id."""
        return id_of(*self)

    @property
    def sheet(self) -> Place:
        """The document that speaks of the whole sheet."""
        return self._replace(unit="")


def place_of(id: str) -> Place:
    """The place that an id of a sheet's document names."""
    scheme, kind, period, by, unit = parts_of(id)
    return Place(scheme, cast(SheetKind, kind), period, by, unit)


def scheme_data(scheme: Scheme) -> Data:
    """A scheme as JSON holds it."""
    return plain_table(scheme_to_data(scheme))


def scheme_of(data: Data) -> Scheme:
    """The scheme in a document; KeyError, TypeError or ValueError where there is none in it."""
    return scheme_from_data(data)


def course_data(course: Course) -> Data:
    """A course as JSON holds it: steps by number, decisions by cell, so that the journal names each."""
    data = plain_table(record_to_data(course))
    passages = cast(list[object], data.pop("passages", []))
    decisions = cast(list[dict[str, object]], data.pop("decisions", []))
    cells = {
        id_of(
            str(each.get("period", "")),
            str(each["unit"]),
            str(each["indicator"]),
            str(each.get("appeal", "")),
        ): each
        for each in decisions
    }
    steps = {f"{number:04}": passage for number, passage in enumerate(passages, 1)}
    return {"stage": course.stage, **data, "passages": steps, "decisions": cells}


def course_of(data: Data) -> Course:
    """The course in a document."""
    lists = {key: list(cast(Mapping[str, object], data[key]).values()) for key in ("passages", "decisions")}
    return record_from_data(Course, {**data, **lists})


def entry_data(entry: Entry) -> Data:
    """An entry as JSON holds it."""
    return plain_table(record_to_data(entry))


def entry_of(data: object) -> Entry:
    """The entry at one place of a document; the empty one where nothing stands there."""
    return record_from_data(Entry, data) if isinstance(data, Mapping) else Entry()


def event_data(event: Event) -> Data:
    """An event as JSON holds it; its id is the key under which it stands, its unit the document's."""
    data = plain_table(record_to_data(event))
    return {key: value for key, value in data.items() if key not in ("id", "unit")}


def event_of(id: str, unit: str, data: Data) -> Event:
    """The event under a key of a unit's document."""
    return record_from_data(Event, {"id": id, "unit": unit, **data})


def head_data(sheet: Sheet) -> Data:
    """What speaks of the whole sheet."""
    data = plain_table(record_to_data(replace(sheet, entries={}, events=())))
    return {key: value for key, value in data.items() if key in ("day", "held", "notes", "totals")}


def results_data(results: Results) -> Data:
    """Results as JSON holds them. Their numbers are marked as such: in the words of a step they stand beside
    text that looks alike."""
    return cast(Data, _marked(results_to_data(results)))


def results_of(data: Data) -> Results:
    """The results in a document."""
    return results_from_data(cast(Data, _unmarked(data)))


def _marked(value: object) -> object:
    if isinstance(value, Decimal):
        return {_NUMBER: str(value)}
    if isinstance(value, Mapping):
        return {key: _marked(each) for key, each in value.items()}
    return [_marked(each) for each in value] if isinstance(value, (list, tuple)) else plain(value)


def _unmarked(value: object) -> object:
    if isinstance(value, Mapping):
        if value.keys() == {_NUMBER}:
            return Decimal(str(value[_NUMBER]))
        return {key: _unmarked(each) for key, each in value.items()}
    return [_unmarked(each) for each in value] if isinstance(value, list) else value


def tables(data: Data, key: str) -> Mapping[str, Data]:
    """The records under a key of a document; none where there is no such key."""
    held = data.get(key)
    return held if isinstance(held, Mapping) else {}
