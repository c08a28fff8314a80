"""What the roll-over finds in one text: a stretch of it and what it might become."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["year", "date", "five_year", "level", "region", "department", "succession", "stale"]
"""What a proposal renews: a year, a date, the number of a five-year plan (十四五), a word of the level
(全省), the place's name, a department by level or by succession, or what only a person can renew."""


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of a text, from `start` to before `end`, that may become `new`.

    `person` says that only a person can decide; then `new` may be the words as they are. `reason` is the
    key of the reason's words in the catalogue, filled by `arguments`.
    """

    start: int
    end: int
    new: str
    kind: Kind
    reason: str
    person: bool = False
    arguments: Mapping[str, str | int] = field(default_factory=dict)


def without_overlaps(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes in order of their place, each stretch claimed by the first that names it."""
    kept: list[Change] = []
    for change in changes:
        if all(change.end <= other.start or other.end <= change.start for other in kept):
            kept.append(change)
    return tuple(sorted(kept, key=lambda change: change.start))


def kept_as_is(found: re.Match[str], reason: str, **arguments: str | int) -> Change:
    """A stretch that only a person can renew, offered as it is."""
    return Change(found.start(), found.end(), found[0], "stale", reason, person=True, arguments=arguments)


def clause_around(text: str, start: int, end: int, stops: str = "。；！？;\n") -> tuple[str, str]:
    """What stands before and after a stretch, up to the next of the stops."""
    left = max((text.rfind(stop, 0, start) for stop in stops), default=-1) + 1
    after = [place for stop in stops if (place := text.find(stop, end)) >= 0]
    return text[left:start], text[end : min(after, default=len(text))]


def inside_title_marks(text: str, place: int) -> bool:
    """True where the place stands between 《 and 》."""
    opened = text.rfind("《", 0, place)
    return opened >= 0 and text.rfind("》", 0, place) < opened
