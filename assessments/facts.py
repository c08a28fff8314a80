"""What counts of all that was observed (评分依据): of several sheets, one entry for each unit and indicator.

A meeting's decision stands above the scoring department's word. A unit's own sheet is only reference: it is
kept to be shown and counts nowhere, its events neither. Of two sheets of the same standing that disagree the
later day counts, and a finding says so. Assessors' ratings are kept apart, each assessor's once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from assessments import windows
from assessments.results import Given
from assessments.rules import Rating
from assessments.scheme import Assessor, Scheme, Unit
from assessments.sheet import Entry, Event, Sheet
from planner.findings import Finding, Severity, Where

_STANDING = {"verified": 1, "meeting": 2}


@dataclass(frozen=True, slots=True)
class Row:
    """What counts of one unit in one period.

    `words` are all that was said of it, the weightiest first: in which sheet, what. `total` is
    a finished score taken over from elsewhere, `total_by` whose. `held` False: the round was not held for
    this unit.
    """

    entries: Mapping[str, Entry] = field(default_factory=dict)
    ratings: Mapping[str, tuple[Rating, ...]] = field(default_factory=dict)
    words: tuple[tuple[Sheet, Mapping[str, Entry]], ...] = ()
    total: Decimal | None = None
    total_by: str = ""
    held: bool = True
    findings: tuple[Finding, ...] = ()

    def given(self, indicator: str) -> tuple[Given, ...]:
        """Everybody's word on one indicator, the weightiest first, the unit's own last."""
        return tuple(
            [
                Given(sheet.by, sheet.id, said[indicator], sheet.kind in _STANDING)
                for sheet, said in self.words
                if indicator in said
            ]
        )


@dataclass(frozen=True, slots=True)
class UnitEvents:
    """A unit's events. `all` are of any day; `counted` by period are those inside its window."""

    all: tuple[Event, ...] = ()
    counted: Mapping[str, tuple[Event, ...]] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """All that counts, by period and unit; what was left out or is doubtful is in `findings`."""

    rows: Mapping[tuple[str, str], Row]
    events: Mapping[str, UnitEvents]
    strays: tuple[Finding, ...] = ()

    def row(self, period: str, unit: str) -> Row:
        """What counts of one unit in one period."""
        return self.rows[(period, unit)]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings: of sheets, then of units in the scheme's order."""
        told = [*self.strays]
        for row in self.rows.values():
            told += row.findings
        for events in self.events.values():
            told += events.findings
        return tuple(told)


def gather(scheme: Scheme, sheets: Iterable[Sheet]) -> Facts:
    """What counts of these sheets. The order of the sheets does not matter."""
    ordered = in_standing(scheme, sheets)
    periods = windows.scored(scheme)
    assessors = {each.id: each for each in scheme.assessors}
    rows = {
        (period, unit.id): row_of(unit, [sheet for sheet in ordered if sheet.period == period], assessors)
        for period in periods
        for unit in scheme.units
    }
    events = {unit.id: events_of(scheme, unit, ordered) for unit in scheme.units}
    return Facts(rows, events, strays(scheme, sheets))


def in_standing(scheme: Scheme, sheets: Iterable[Sheet]) -> tuple[Sheet, ...]:
    """The scheme's sheets, the weightiest first: by kind, then the later day, then by id."""
    own = sorted((sheet for sheet in sheets if sheet.scheme == scheme.id), key=lambda sheet: sheet.id)
    own.sort(key=lambda sheet: sheet.day or date.min, reverse=True)
    own.sort(key=lambda sheet: _STANDING.get(sheet.kind, 0), reverse=True)
    return tuple(own)


def row_of(unit: Unit, sheets: Iterable[Sheet], assessors: Mapping[str, Assessor]) -> Row:
    """One unit in one period, from that period's sheets in their standing."""
    own = tuple(
        sheet for sheet in sheets if unit.id in sheet.entries or unit.id in sheet.totals or not sheet.held
    )
    counting = [sheet for sheet in own if sheet.kind in _STANDING]
    speaking = [sheet for sheet in counting if sheet.entries.get(unit.id)]
    entries, findings = _merged(unit, speaking)
    ratings, unknown = _ratings(unit, own, assessors)
    total, total_by = None, ""
    for sheet in counting:
        if unit.id in sheet.totals:
            total, total_by = sheet.totals[unit.id], sheet.by
            break
    held = not any(not sheet.held and (not sheet.entries or unit.id in sheet.entries) for sheet in counting)
    words = tuple(
        (sheet, sheet.entries[unit.id])
        for sheet in own
        if sheet.entries.get(unit.id) and sheet.kind != "rating"
    )
    return Row(entries, ratings, words, total, total_by, held, (*findings, *unknown))


def _merged(unit: Unit, sheets: list[Sheet]) -> tuple[Mapping[str, Entry], tuple[Finding, ...]]:
    """The counting entry of each indicator; an empty one counts only where there is no other."""
    if not sheets:
        return {}, ()
    if len(sheets) == 1:
        return sheets[0].entries[unit.id], ()
    merged: dict[str, Entry] = {}
    by: dict[str, Sheet] = {}
    findings: list[Finding] = []
    for sheet in sheets:
        for indicator, entry in sheet.entries[unit.id].items():
            held = merged.get(indicator)
            if held is None or (held.is_empty() and not entry.is_empty()):
                merged[indicator], by[indicator] = entry, sheet
            elif by[indicator].kind == sheet.kind and not entry.is_empty() and _differ(held, entry):
                where = Where(path=("entries", unit.id, indicator))
                told = {"unit": unit.name, "counted": by[indicator].by, "other": sheet.by}
                findings.append(Finding("sheet.disagree", Severity.WARNING, where, told))
    return merged, tuple(sorted(findings, key=lambda each: each.where.path))


def _differ(one: Entry, other: Entry) -> bool:
    """True where two entries observed something else; words and evidence may differ."""
    return (one.value, one.figures, one.done, one.day, one.score, one.not_applicable) != (
        other.value,
        other.figures,
        other.done,
        other.day,
        other.score,
        other.not_applicable,
    )


def _ratings(
    unit: Unit, sheets: tuple[Sheet, ...], assessors: Mapping[str, Assessor]
) -> tuple[Mapping[str, tuple[Rating, ...]], tuple[Finding, ...]]:
    """The marks by indicator, in the order of the assessors' ids; the later sheet of each counts."""
    marks: dict[str, dict[str, Rating]] = {}
    findings: list[Finding] = []
    for sheet in sheets:
        if sheet.kind != "rating":
            continue
        assessor = assessors.get(sheet.by)
        if assessor is None and assessors:
            told = {"by": sheet.by, "unit": unit.name}
            where = Where(path=("entries", unit.id))
            findings.append(Finding("sheet.unknown_assessor", Severity.WARNING, where, told))
            continue
        voice = assessor or Assessor(sheet.by, sheet.by)
        for indicator, entry in sheet.entries.get(unit.id, {}).items():
            if entry.score is not None:
                rating = Rating(voice.id, entry.score, voice.body, voice.weight)
                marks.setdefault(indicator, {}).setdefault(voice.id, rating)
    ordered = {indicator: tuple(by[name] for name in sorted(by)) for indicator, by in sorted(marks.items())}
    return ordered, tuple(findings)


def events_of(scheme: Scheme, unit: Unit, sheets: Iterable[Sheet]) -> UnitEvents:
    """A unit's events from all sheets that count, in their standing; of one id the weightiest sheet's."""
    held: dict[str, tuple[str, Event]] = {}
    findings: list[Finding] = []
    for sheet in sheets:
        if sheet.kind not in _STANDING:
            continue
        for event in sheet.events:
            if event.unit != unit.id:
                continue
            kept = held.setdefault(event.id, (sheet.period, event))[1]
            if kept != event:
                where = Where(path=("events", event.id))
                told = {"unit": unit.name, "event": event.text or event.document or event.id}
                findings.append(Finding("sheet.event_disagrees", Severity.WARNING, where, told))
    if not held:
        return UnitEvents()
    ordered = [held[id] for id in sorted(held)]
    counted: dict[str, tuple[Event, ...]] = {}
    for period in windows.scored(scheme):
        inside = tuple(
            event
            for of, event in ordered
            if windows.counts(scheme, unit, period, of, event.day, concealed=event.concealed)
        )
        if inside:
            counted[period] = inside
    everywhere = {event.id for events in counted.values() for event in events}
    for _, event in ordered:
        if event.id not in everywhere:
            where = Where(path=("events", event.id))
            told = {"unit": unit.name, "event": event.text or event.document or event.id}
            told["day"] = event.day.isoformat() if event.day else ""
            findings.append(Finding("sheet.event_outside", Severity.WARNING, where, told))
    return UnitEvents(tuple(event for _, event in ordered), counted, tuple(findings))


def strays(scheme: Scheme, sheets: Iterable[Sheet]) -> tuple[Finding, ...]:
    """What speaks of another scheme, an unknown period, unit or indicator: it counts nowhere."""
    periods = set(windows.scored(scheme))
    units = {unit.id for unit in scheme.units}
    indicators = {indicator.id for indicator in scheme.indicators}
    found: list[Finding] = []
    for sheet in sorted(sheets, key=lambda sheet: sheet.id):
        where = Where(path=("sheets", sheet.id))
        if sheet.scheme != scheme.id:
            told = {"by": sheet.by, "scheme": sheet.scheme}
            found.append(Finding("sheet.other_scheme", Severity.ERROR, where, told))
            continue
        if sheet.period not in periods:
            told = {"by": sheet.by, "period": sheet.period}
            found.append(Finding("sheet.unknown_period", Severity.ERROR, where, told))
        named = {*sheet.entries, *sheet.totals, *(event.unit for event in sheet.events)}
        for name in sorted(named - units):
            told = {"by": sheet.by, "unit": name}
            found.append(Finding("sheet.stray_unit", Severity.WARNING, where, told))
        for name in sorted({key for row in sheet.entries.values() for key in row} - indicators):
            told = {"by": sheet.by, "indicator": name}
            found.append(Finding("sheet.stray_indicator", Severity.WARNING, where, told))
    return tuple(found)
