"""Differences between two plain documents, and the three-way merge by id and field.

A document is nested dicts, as `planner.codec` makes them: tables are keyed by id, so a path
("tasks", "k7q2ab", "measures", "m3xa9c", "text") names one field whatever stands before it. Everything that
is not a dict (a text, a list of names) is one value, taken whole.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

Document: TypeAlias = Mapping[str, object]
Path: TypeAlias = tuple[str, ...]


class Absent(enum.Enum):
    """The value of a field that is not there; None is a value of its own."""

    ABSENT = "absent"


ABSENT: Final = Absent.ABSENT


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that changed. ABSENT stands where it was or is not there."""

    path: Path
    old: object
    new: object


@dataclass(frozen=True, slots=True)
class Clash:
    """One place that two people changed differently, beginning from the same document."""

    path: Path
    base: object
    mine: object
    theirs: object


@dataclass(frozen=True, slots=True)
class Merged:
    """The document with both changes; where they clash it holds `theirs`, and the clash says so."""

    document: dict[str, object]
    clashes: tuple[Clash, ...]


def differences(old: Document, new: Document, path: Path = ()) -> Iterator[Difference]:
    """Every field that differs, outermost first. Parts that are the same object are not looked into."""
    for key in (*old, *(key for key in new if key not in old)):
        was, now = old.get(key, ABSENT), new.get(key, ABSENT)
        if was is now:
            continue
        if isinstance(was, Mapping) and isinstance(now, Mapping):
            yield from differences(was, now, (*path, key))
        elif not same(was, now):
            yield Difference((*path, key), was, now)


def same(one: object, other: object) -> bool:
    """Equal and of one type: True is not 1."""
    return one is other or (type(one) is type(other) and one == other)


def rewound(document: Document, changes: Iterable[Difference]) -> dict[str, object]:
    """The document as it was before `changes`, which are given newest first."""
    result = dict(document)
    for change in changes:
        result = _with(result, change.path, change.old)
    return result


def _with(document: Document, path: Path, value: object) -> dict[str, object]:
    key, *rest = path
    result = dict(document)
    if rest:
        inner = document.get(key)
        result[key] = _with(inner if isinstance(inner, Mapping) else {}, tuple(rest), value)
    elif value is ABSENT:
        result.pop(key, None)
    else:
        result[key] = value
    return result


def merge(base: Document, mine: Document, theirs: Document, path: Path = ()) -> Merged:
    """Both people's changes to `base` in one document.

    A field changed by one side takes that side's value; changed by both to the same value, that value;
    changed by both differently (or removed by one and changed by the other), theirs, with a clash.
    """
    result: dict[str, object] = {}
    clashes: list[Clash] = []
    for key in (*theirs, *(key for key in mine if key not in theirs)):
        was, here, there = base.get(key, ABSENT), mine.get(key, ABSENT), theirs.get(key, ABSENT)
        place = (*path, key)
        if same(here, there) or same(was, here):
            chosen = there
        elif same(was, there):
            chosen = here
        elif isinstance(here, Mapping) and isinstance(there, Mapping):
            inner = merge(was if isinstance(was, Mapping) else {}, here, there, place)
            chosen = inner.document
            clashes.extend(inner.clashes)
        else:
            chosen = there
            clashes.append(Clash(place, was, here, there))
        if chosen is not ABSENT:
            result[key] = chosen
    return Merged(result, tuple(clashes))
