"""Text to numbered lines, and which of them were broken at a fixed width.

A line keeps the number an editor shows. Where one printed line is parted (a soft break, a heading glued to
its text), the pieces keep the number of the line they stand in, so nothing loses its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

_MARKDOWN_HEADING = re.compile(r"^#{1,6}\s+")
_FEWEST_WRAPPED = 6
_WIDEST = 60
_RAGGED = 4
_SHARE = 0.3
_SOFT_BREAK = re.compile(r"[\x0b\x0c\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line or a piece of one: its number from 1 and its text without white space around it."""

    number: int
    text: str
    wrapped: bool = False
    """True where the sentence goes on in the next line because the file was broken at a fixed width."""


def _without_markdown(text: str) -> str:
    """A line without the marks of a Markdown heading or of bold type, which converters put around text."""
    if text[:1] == "#":
        text = _MARKDOWN_HEADING.sub("", text)
    return text.replace("**", "") if "**" in text else text


def split_lines(text: str) -> list[Line]:
    """The lines that hold something. White space of every kind (NBSP, ideographic) is trimmed."""
    lines: list[Line] = []
    for number, raw in enumerate(text.split("\n"), start=1):
        pieces = _SOFT_BREAK.split(raw) if _SOFT_BREAK.search(raw) else (raw,)
        for piece in pieces:
            trimmed = _without_markdown(piece.strip())
            if trimmed:
                lines.append(Line(number, trimmed))
    return lines


def mark_wrapped(lines: list[Line], begins_anew: Callable[[str], bool]) -> list[Line]:
    """Flag the lines of a file broken at a fixed width whose sentence goes on below.

    Such a file shows by many lines of almost the greatest length, which is small. `begins_anew` tells
    whether a text starts something of its own (a number).
    """
    if len(lines) < _FEWEST_WRAPPED:
        return lines
    # A few longer lines (a page's head, a table) do not hide the width of all others.
    lengths = sorted(len(line.text) for line in lines)
    width = lengths[-1] if lengths[-1] <= _WIDEST else lengths[-1 - len(lines) // 10]
    full = width - _RAGGED
    if width > _WIDEST or sum(len(line.text) >= full for line in lines) < len(lines) * _SHARE:
        return lines
    marked: list[Line] = []
    for line, below in zip(lines, [*lines[1:], None], strict=True):
        goes_on = len(line.text) >= full and line.text[-1] not in "。！？；" and below is not None
        marked.append(
            replace(line, wrapped=True) if goes_on and below and not begins_anew(below.text) else line
        )
    return marked
