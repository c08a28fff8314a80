"""Finding a body while typing: by pinyin initials (yjj), by any part of a name, by a short name."""

from __future__ import annotations

import unicodedata

from planner.departments.places import splits
from planner.departments.records import Department
from planner.departments.roster import Roster

_NOWHERE = 9


def search(query: str, roster: Roster) -> tuple[Department, ...]:
    """The bodies that a query finds, best first; all of them, in order, for an empty query.

    Letters of either case and width are pinyin initials: a whole name's first, then a name's beginning, then
    a run inside a name, then letters in order with gaps. Anything else is looked for in the names the same
    way, with and without a place before it. Abolished bodies stand after living ones that fit nearly as well.
    """
    wanted = _plain(query)
    if not wanted:
        return roster.departments
    if wanted.isascii():
        ranked = [(_rank_letters(wanted, held), held) for held in roster]
    else:
        ranked = [(_rank_words(wanted, held), held) for held in roster]
    found = [(rank, held) for rank, held in ranked if rank[0] < _NOWHERE]
    found.sort(key=_place_in_list)
    return tuple(held for _, held in found)


def _plain(text: str) -> str:
    """A query in small letters of normal width, with Chinese brackets as in the roster, without spaces."""
    narrow = "".join(unicodedata.normalize("NFKC", text).casefold().split())
    return narrow.replace("(", "（").replace(")", "）").replace("...", "…")


def _place_in_list(found: tuple[tuple[int, int], Department]) -> tuple[int, bool, int, int]:
    (rank, length), department = found
    gone = department.abolished is not None
    return rank + (3 if gone and rank > 1 else 0), gone, length, department.order


def _rank_letters(wanted: str, department: Department) -> tuple[int, int]:
    return min((_rank(wanted, initials, 1) for initials in department.initials), default=(_NOWHERE, 0))


def _rank_words(wanted: str, department: Department) -> tuple[int, int]:
    """Names of the county count before those of other levels and other counties."""
    own = 2 + len(department.short)
    best = (_NOWHERE, 0)
    for rest in dict.fromkeys(rest for _, rest in splits(wanted) if rest):
        for place, name in enumerate(department.every_name()):
            rank, length = _rank(rest, name.casefold(), 2)
            penalty = 0 if place < own - 1 else 1
            best = min(best, (rank + penalty if rank < _NOWHERE else rank, length))
    return best


def _rank(wanted: str, held: str, shortest_with_gaps: int) -> tuple[int, int]:
    """How well letters fit: (0 the whole, 2 the beginning, 4 inside, 6 with gaps, 9 not at all; length)."""
    if wanted == held:
        return 0, 0
    if held.startswith(wanted):
        return 2, len(held)
    if wanted in held:
        return 4, len(held)
    if len(wanted) > shortest_with_gaps and _in_order(wanted, held):
        return (6 if held[0] == wanted[0] else 7), len(held)
    return _NOWHERE, 0


def _in_order(wanted: str, held: str) -> bool:
    start = 0
    for letter in wanted:
        start = held.find(letter, start) + 1
        if not start:
            return False
    return True
