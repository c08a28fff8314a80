"""TOML text to plain data, and every line that is not TOML said in the words of the person who typed it.

The standard library stops at the first such line and speaks to programmers. Here a line that cannot be read
is named by what it looks like, left out, and the rest read again, so that one look finds them all.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from functools import partial
from typing import cast

from planner.sharing.complaints import Complaints, Path
from planner.sharing.locate import Map, scan
from planner.sharing.shown import shown

MOST_TRIES = 20
"""Lines left out before giving up; each costs one more reading of the file."""
_SMALL = 500_000
"""Characters. In a longer text only the first wrong line is named."""

_LONGEST_LOOK = 1_000
CONSEQUENCES = frozenset({"format.missing_key", "format.missing_format"})
"""What a line left out may cause by itself."""
_OF_A_TABLE = frozenset({"format.no_section", "format.no_section_near"})
"""What a table left out may cause besides."""

_PLACE = re.compile(r"(.*) \(at (?:line (\d+), column \d+|end of document)\)", re.DOTALL)
_TWICE = ("Cannot declare", "Cannot overwrite", "Cannot mutate", "Cannot redefine", "Duplicate")
_LONG_KEY = re.compile(r"""(?<![\w-])(?:(?:[\w-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')[ \t]*\.[ \t]*){8}""")
"""The standard library takes time by the square of a key's parts: look before it does."""
_STATEMENT = re.compile(r"[A-Za-z0-9_-]+[ \t]*=|\[[a-z]")
_HEAD = re.compile(r"\[[^\[\],\"]+\]?\s*(?:#|$)")
_LONG_NUMBER = re.compile(r"[0-9_]{1000}")

_LOOKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("format.chinese_marks", re.compile(r'^\s*[\w-]+\s*＝|=\s*[\[{]?\s*[“”‘’＂]|"\s*，|^\s*[“”]|^\s*[［【]')),
    ("format.date_form", re.compile(r"=\s*\d{4}\s*[-/.年]\s*\d{1,2}")),
    ("format.number_form", re.compile(r"=\s*[+-]?[0-9０-９.．,，]+\s*[分%％]?\s*(?:#|$)")),
    ("format.chinese_key", re.compile(r"^\s*[^\x00-\x7f#\[][^=]*=")),
    ("format.header", re.compile(r"^\s*\[(?!.*\"\s*\]?,?\s*$)")),
    ("format.no_equals", re.compile(r"^\s*[^\s=\"'\]},][^=]*$")),
    ("format.needs_quotes", re.compile(r"=\s*[^\s\"'\[{0-9+\-]|^[^=]*=\s*$")),
)
"""How a line that is not TOML looks, most telling first."""

_SAYS = (
    ("format.date_form", ("Invalid date",)),
    ("format.backslash", ("Unescaped", "Invalid hex", "Escaped character")),
    ("format.quote_open", ("Unterminated", "Illegal character", "Expected \"'")),
)
"""What the reader's message tells better than the look of the line."""


def parse(text: str, complaints: Complaints) -> Mapping[str, object] | None:
    """The data in a TOML text (LF line ends); None where it cannot be read even without its wrong lines.

    Sets the lines of `complaints`; where a line had to be left out, what only follows from that is muted.
    Numbers with a point come as Decimal, numbers that Decimal cannot hold as NaN.
    """
    if _LONG_KEY.search(text) and _is_too_deep(scan(text), complaints):
        return None
    for _ in range(MOST_TRIES if len(text) <= _SMALL else 1):
        try:
            data = cast(Mapping[str, object], tomllib.loads(text, parse_float=_decimal))
        except RecursionError:
            if not _is_too_deep(scan(text), complaints):
                complaints.error("format.too_deep")
            return None
        except ValueError as error:
            rest = _without_wrong_lines(text, str(error), complaints)
        else:
            complaints.lines = partial(_lines, text)
            return data
        if rest is None:
            return None
        text = rest
    return None


def _lines(text: str) -> Mapping[Path, int]:
    return scan(text).lines


def _is_too_deep(seen: Map, complaints: Complaints) -> bool:
    if seen.too_deep is not None:
        complaints.error("format.too_deep", line=seen.too_deep)
    return seen.too_deep is not None


def _decimal(words: str) -> Decimal:
    try:
        return Decimal(words)
    except InvalidOperation:
        return Decimal("NaN")


def _without_wrong_lines(text: str, said: str, complaints: Complaints) -> str | None:
    """Report what is wrong; the text with the wrong lines empty, None where they cannot be left out."""
    seen = scan(text)
    if _is_too_deep(seen, complaints):
        return None
    place = _PLACE.fullmatch(said)
    if place is None:
        _report_long_number(text, complaints)
        return None
    message, number = place[1], place[2]
    if message.startswith(_TWICE):
        _report_twice(seen, int(number) if number else None, complaints)
        return None
    lines = text.split("\n")
    line = int(number) if number else seen.broken or len(lines)
    wrong = lines[line - 1][:_LONGEST_LOOK]
    complaints.error(_code(wrong, message), line=line, text=shown(wrong.strip()))
    span = _span(lines, seen, line)
    if span is None:
        return None
    first, last = span
    complaints.muted |= CONSEQUENCES
    if lines[first - 1].lstrip().startswith("["):
        complaints.muted |= _OF_A_TABLE
    lines[first - 1 : last] = [""] * (last - first + 1)
    return "\n".join(lines)


def _report_twice(seen: Map, line: int | None, complaints: Complaints) -> None:
    tables = {path for path, _, _ in seen.twice}
    for path, first, second in seen.twice:
        if path[:-1] in tables:
            continue
        complaints.error("format.twice", path, second, key=shown(".".join(path)), first=first)
    if not seen.twice:
        complaints.error("format.twice_somewhere", line=line)


def _report_long_number(text: str, complaints: Complaints) -> None:
    found = _LONG_NUMBER.search(text)
    line = text.count("\n", 0, found.start()) + 1 if found else None
    complaints.error("format.number_size", line=line)


def _code(line: str, message: str) -> str:
    for code, look in _LOOKS[:2]:
        if look.search(line):
            return code
    for code, starts in _SAYS:
        if message.startswith(starts):
            return code
    return next((code for code, look in _LOOKS[2:] if look.search(line)), "format.syntax")


def _span(lines: list[str], seen: Map, line: int) -> tuple[int, int] | None:
    """The lines of the wrong statement, of its whole table where it is a head.

    None where what follows would be read wrongly without it.
    """
    for statement in seen.statements:
        if statement.first <= line <= statement.last:
            return _table_span(lines, line) if statement.is_header else (statement.first, statement.last)
    first = seen.broken
    if first is None or line < first:
        return None
    start = lines[first - 1]
    if start.lstrip().startswith("["):
        return _table_span(lines, first)
    if '"""' in start or "'''" in start:
        return None
    last = line
    while last < len(lines) and not _STATEMENT.match(lines[last]):
        last += 1
    return first, last


def _table_span(lines: list[str], first: int) -> tuple[int, int]:
    """From a head to the line before the next one; what stands between belongs to no other table."""
    last = first
    while last < len(lines) and not _HEAD.match(lines[last]):
        last += 1
    return first, last
