"""Search a long text stretch by stretch, so that time grows with its length and no faster.

Real items have up to 3,000 characters; the searches for clauses, targets and dates look around in the text
they are given, which a damaged file with one item of a megabyte would make very slow.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from planner.reading.found import Clause, Found

Record = TypeVar("Record")

LONGEST = 4000
"""Characters searched at once."""
_CUT = re.compile(r"[。\n](?![（(])")


def find_in(text: str, find: Callable[[str], Sequence[Found[Record]]]) -> list[Found[Record]]:
    """Everything `find` gives, with places counted in the whole text."""
    if len(text) <= LONGEST:
        return list(find(text))
    return [_moved(found, start) for start, stretch in _stretches(text) for found in find(stretch)]


def clauses_in(text: str, find: Callable[[str], Sequence[Clause]]) -> tuple[Clause, ...]:
    """The same for duty clauses."""
    if len(text) <= LONGEST:
        return tuple(find(text))
    return tuple(
        replace(clause, start=clause.start + start, end=clause.end + start)
        for start, stretch in _stretches(text)
        for clause in find(stretch)
    )


def _moved(found: Found[Record], start: int) -> Found[Record]:
    return replace(found, start=found.start + start, end=found.end + start)


def _stretches(text: str) -> Iterator[tuple[int, str]]:
    """Stretches that end with a sentence where there is one in their second half."""
    start = 0
    while start < len(text):
        stop = min(start + LONGEST, len(text))
        if stop < len(text):
            ends = [match.end() for match in _CUT.finditer(text, start + LONGEST // 2, stop)]
            stop = ends[-1] if ends else stop
        yield start, text[start:stop]
        start = stop
