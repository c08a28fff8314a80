"""The journal of an assessment as a person reads it: one line a field, with the cell it belongs to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias, cast

from planner.merging import ABSENT, Path, same
from planner.office.assessment_records import JournalLine, SheetPlace, Subject
from planner.store.assessment_documents import place_of
from planner.store.assessment_kinds import COURSE, SHEET, parts_of
from planner.store.rows import Entry

_Pieces: TypeAlias = Sequence[Mapping[str, object]]


def lines_of(entries: Iterable[Entry]) -> Iterator[JournalLine]:
    """The lines of some entries of the store's journal, in their order."""
    for entry in entries:
        subject = cast(Subject, entry.kind)
        line = JournalLine(entry.at, entry.by, entry.why, entry.what, subject, revision=entry.revision)
        if entry.kind == SHEET:
            scheme, kind, period, by, unit = place_of(entry.id)
            line = replace(line, place=SheetPlace(scheme, kind, by, period), unit=unit)
        elif entry.kind == COURSE and entry.path[:1] == ("decisions",) and len(entry.path) > 1:
            period, *_ = parts_of(entry.path[1])
            line = replace(line, place=SheetPlace(entry.id, "meeting", "", period))
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
    if path[-1:] == ("evidence",) and (isinstance(old, list) or isinstance(new, list)):
        yield from _of_evidence(_named(line, path), _pieces(old), _pieces(new))
        return
    yield replace(_named(line, path), old=_text(old), new=_text(new))


def _of_evidence(line: JournalLine, old: _Pieces, new: _Pieces) -> Iterator[JournalLine]:
    """One line a piece that came, went or is another file under the same name."""
    was, now = _by_name(old), _by_name(new)
    for name in dict.fromkeys((*was, *now)):
        if was.get(name) != now.get(name):
            before, after = (_piece(held[name]) if name in held else None for held in (was, now))
            yield replace(line, old=before, new=after)


def _by_name(pieces: _Pieces) -> dict[tuple[str, int], Mapping[str, object]]:
    """The pieces by name; several of one name by their number too."""
    seen: Counter[str] = Counter()
    found = {}
    for piece in pieces:
        name = str(piece.get("name", ""))
        found[name, seen[name]] = piece
        seen[name] += 1
    return found


def _pieces(value: object) -> _Pieces:
    return [each for each in value if isinstance(each, Mapping)] if isinstance(value, list) else []


def _piece(piece: Mapping[str, object]) -> str:
    """A piece of evidence as a person knows it: name, day and note, not its size and mark."""
    return "  ".join(str(piece[key]) for key in ("name", "day", "note") if piece.get(key))


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
            _, unit, indicator, appeal = parts_of(cell)
            field = ".".join(("decision", *rest))
            return replace(line, unit=unit, indicator=indicator, event=appeal, field=field)
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
