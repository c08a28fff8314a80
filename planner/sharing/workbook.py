"""What every Excel file of ours has in common: safe cells, safe names, equal bytes for equal contents."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from assessments.numbers import rounded
from planner.cleaning import clean_text
from planner.sharing.papers_words import width

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

DAY_FORMAT = "yyyy-mm-dd"
LONGEST_TEXT = 32_767
"""Characters that a cell of Excel can hold."""

_LINE = 16
_TALLEST = 400
_LONGEST_NAME = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\s]+")
_FORMULA_START = tuple("=+-@＝＋－＠\t")
_EXACT_PLACES = 10
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)
_CORE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)


def cell(sheet: Worksheet, row: int, column: int) -> Cell:
    """The cell at a place, counted from 1; TypeError for one inside a merged range."""
    from openpyxl.cell.cell import Cell

    found = sheet.cell(row, column)
    if not isinstance(found, Cell):
        raise TypeError(f"row {row}, column {column} is inside a merged range")
    return found


def put_text(cell: Cell, text: str) -> None:
    """Put text into a cell so that it stays text, whatever it begins with."""
    cell.value = clean_text(text)[:LONGEST_TEXT]
    cell.data_type = "s"
    if text.lstrip(" 　").startswith(_FORMULA_START):
        cell.quotePrefix = True


def put_number(cell: Cell, value: Decimal | int, number_format: str = "General") -> None:
    """Put a number into a cell with its own digits: 91.9, not the nearest binary fraction.

    One without an end is cut half up at ten places, as it is printed.
    """
    exact = format(rounded(Decimal(value), _EXACT_PLACES).normalize(), "f")
    cell.value = exact
    cell.data_type = "n"
    cell.number_format = number_format


def put_day(cell: Cell, day: date) -> None:
    """Put a day into a cell."""
    cell.value = day
    cell.number_format = DAY_FORMAT


def lines_of(text: str, chinese: float) -> int:
    """How many lines a text takes in a column as wide as so many Chinese characters."""
    return sum(max(1, -(-width(line, "WFA") // max(1, int(2 * chinese)))) for line in text.split("\n"))


def height_of(lines: int, scale: float = 1) -> float:
    """The height in points of a row of so many lines; Excel itself does not fit rows with merged cells."""
    return min(_TALLEST, lines * _LINE * scale + 4)


def sheet_names(wanted: Iterable[str]) -> tuple[str, ...]:
    """Names that Excel takes for its sheets: no []:*?/\\, at most 31 characters, no two alike."""
    names: list[str] = []
    held: set[str] = set()
    for name in wanted:
        clean = _NOT_IN_NAMES.sub(" ", clean_text(name)).strip(" '") or "-"
        chosen, number = _cut(clean, _LONGEST_NAME), 1
        while chosen.lower() in held:
            number += 1
            mark = f"({number})"
            chosen = _cut(clean, _LONGEST_NAME - len(mark)) + mark
        held.add(chosen.lower())
        names.append(chosen)
    return tuple(names)


def _cut(name: str, most: int) -> str:
    """At most so many of Excel's characters: one beyond the basic plane counts two."""
    while len(name.encode("utf-16-le")) // 2 > most:
        name = name[:-1]
    return name.rstrip(" '")


def saved(workbook: Workbook) -> bytes:
    """The file's bytes, the same for the same contents: no author, no times."""
    held = io.BytesIO()
    workbook.save(held)
    done = io.BytesIO()
    with zipfile.ZipFile(held) as source, zipfile.ZipFile(done, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, _FIXED_TIME)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0
            target.writestr(member, _CORE if name == "docProps/core.xml" else source.read(name))
    return done.getvalue()
