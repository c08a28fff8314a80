"""The journal of an assessment as a person reads it: one line a field, with the cell it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import cast

from planner.merging import ABSENT, Path, same
from planner.office.assessment_records import JournalLine, SheetPlace, Subject
from planner.store.assessment_documents import place_of
from planner.store.assessment_kinds import SHEET, parts_of
from planner.store.rows import Entry


def lines_of(entries: Iterable[Entry]) -> Iterator[JournalLine]:
    """The lines of some entries of the store's journal, in their order."""
    for entry in entries:
        line = JournalLine(entry.at, entry.by, entry.why, entry.what, cast(Subject, entry.kind))
        if entry.kind == SHEET:
            scheme, kind, period, by, unit = place_of(entry.id)
            line = replace(line, place=SheetPlace(scheme, kind, by, period), unit=unit)
        yield from _of_difference(line, entry.path, entry.old, entry.new)


def _of_difference(line: JournalLine, path: Path, old: object, new: object) -> Iterator[JournalLine]:
    """One line a field: what came or went as a whole is taken apart."""
    if isinstance(old, Mapping) or isinstance(new, Mapping):
        was = old if isinstance(old, Mapping) else {}
        now = new if isinstance(new, Mapping) else {}
        for key in dict.fromkeys((*was, *now)):
            before, after = was.get(key, ABSENT), now.get(key, ABSENT)
            if not same(before, after):
                yield from _of_difference(line, (*path, str(key)), before, after)
        return
    yield replace(_named(line, path), old=_text(old), new=_text(new))


def _named(line: JournalLine, path: Path) -> JournalLine:
    """The line with the cell that its path names."""
    match line.subject, path:
        case "sheet", ("entries", indicator, *rest):
            return replace(line, indicator=indicator, field=".".join(rest))
        case "sheet", ("events", event, *rest):
            return replace(line, event=event, field=".".join(rest))
        case "scheme", ("indicators", indicator, *rest):
            return replace(line, indicator=indicator, field=".".join(rest))
        case "scheme", ("units", unit, *rest):
            return replace(line, unit=unit, field=".".join(rest))
        case "course", ("decisions", cell, *rest):
            _, unit, indicator, _ = parts_of(cell)
            return replace(line, unit=unit, indicator=indicator, field=".".join(("decision", *rest)))
        case "course", ("appeals", appeal, *rest):
            return replace(line, event=appeal, field=".".join(("appeal", *rest)))
        case "course", ("passages", _, *rest):
            return replace(line, field=".".join(("step", *rest)))
    return replace(line, field=".".join(path))


def _text(value: object) -> str | None:
    if value is ABSENT or value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return " ".join(str(each) for each in value.values())
    if isinstance(value, list):
        return "；".join(_text(each) or "" for each in value)
    return str(value)
