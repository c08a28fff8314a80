"""Text to numbered lines.

A line keeps the number an editor shows. Where one printed line is parted (a soft break, a heading glued to
its text), the pieces keep the number of the line they stand in, so nothing loses its place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_SOFT_BREAK = re.compile(r"[\x0b\x0c\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line or a piece of one: its number from 1 and its text without white space around it."""

    number: int
    text: str


def split_lines(text: str) -> list[Line]:
    """The lines that hold something. White space of every kind (NBSP, ideographic) is trimmed."""
    lines: list[Line] = []
    for number, raw in enumerate(text.split("\n"), start=1):
        pieces = _SOFT_BREAK.split(raw) if _SOFT_BREAK.search(raw) else (raw,)
        for piece in pieces:
            trimmed = piece.strip()
            if trimmed:
                lines.append(Line(number, trimmed))
    return lines
