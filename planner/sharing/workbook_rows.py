"""The rows of an Excel file from outside, read behind guards: nothing is loaded before its size is known.

A small file can unfold to gigabytes, name a cell at the end of the world, or merge all cells into one. So the
package is measured first, the sheets are streamed, and rows and columns beyond the limits are not looked at.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Protocol, TypeAlias, cast
from xml.etree import ElementTree

from planner.cleaning import clean_text
from planner.findings import Finding, Severity, Where

if TYPE_CHECKING:
    from openpyxl import Workbook

LARGEST_FILE = 10_000_000
LARGEST_PART = 20_000_000
LARGEST_WHOLE = 40_000_000
MOST_PARTS = 1_000
MOST_TIMES = 300
"""How many times larger than packed a part may be, from a megabyte on."""
MOST_ROWS = 20_000
MOST_COLUMNS = 400
MOST_MERGED = 20_000
_PIECE = 65_536

CellValue: TypeAlias = str | int | Decimal | bool | date | None


class _Cell(Protocol):
    @property
    def value(self) -> object: ...
    @property
    def data_type(self) -> str: ...
    @property
    def number_format(self) -> str: ...


class _Streamed(Protocol):
    """A sheet of openpyxl's that is read row by row."""

    @property
    def sheet_state(self) -> str: ...
    def reset_dimensions(self) -> None: ...
    def iter_rows(self, *, max_row: int) -> Iterator[tuple[_Cell, ...]]: ...


class Unread:
    """What stands in for a cell that has no value to be read: a formula never worked out, or an error."""

    def __init__(self, code: str) -> None:
        self.code = code


@dataclass(frozen=True, slots=True)
class SheetRows:
    """A visible sheet: its name and its rows from the first on, each cell by its place from 0."""

    name: str
    rows: tuple[tuple[CellValue | Unread, ...], ...]


@dataclass(frozen=True, slots=True)
class Book:
    """The visible sheets of a workbook, and what was found on the way; an error where it was refused."""

    sheets: tuple[SheetRows, ...] = ()
    findings: tuple[Finding, ...] = ()


def read_book(data: bytes, document: str) -> Book:
    """The rows of all visible sheets. Merged cells are filled downwards with their value."""
    try:
        package = _package(data)
    except _Refused as refused:
        return Book((), (Finding(refused.code, Severity.ERROR, Where(document)),))
    try:
        return _sheets(package, document)
    # openpyxl answers a damaged part with whatever its parsing runs into.
    except Exception:
        return Book((), (Finding("workbook.damaged", Severity.ERROR, Where(document)),))


class _Refused(Exception):
    """A file that is not opened, with the code of why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def _package(data: bytes) -> bytes:
    """The file packed anew from parts that were read and measured, so that no size in it is a lie."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise _Refused("workbook.old_format")
    if len(data) > LARGEST_FILE:
        raise _Refused("workbook.too_large")
    done = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(done, "w") as target:
            _measure(source.infolist())
            for part in source.infolist():
                target.writestr(part.filename, _part(source, part))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, ValueError, EOFError) as error:
        raise _Refused("workbook.not_xlsx") from error
    return done.getvalue()


def _measure(parts: list[zipfile.ZipInfo]) -> None:
    """Refuse a package by what it says of itself."""
    names = {part.filename for part in parts}
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_WHOLE:
        raise _Refused("workbook.too_large")
    if len(names) != len(parts) or "xl/workbook.xml" not in names:
        raise _Refused("workbook.not_xlsx")
    for part in parts:
        if part.flag_bits & 1:
            raise _Refused("workbook.locked")
        if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise _Refused("workbook.not_xlsx")
        unfolds = part.file_size > 1_000_000 and part.file_size > MOST_TIMES * part.compress_size
        if part.file_size > LARGEST_PART or unfolds:
            raise _Refused("workbook.too_large")


def _part(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    """A part of the package, unfolded piece by piece: at once a lying size would fill the memory."""
    held = bytearray()
    with package.open(part) as file:
        while piece := file.read(_PIECE):
            held += piece
    # A document type may define entities that unfold without end. Excel writes none, and only UTF-8.
    is_xml = part.filename.endswith((".xml", ".rels", ".vml"))
    if is_xml and (b"<!DOCTYPE" in held or b"\x00" in held[:200]):
        raise _Refused("workbook.damaged")
    return bytes(held)


def _sheets(data: bytes, document: str) -> Book:
    from openpyxl import load_workbook

    values = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    written = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
    merged = _merged(data)
    sheets: list[SheetRows] = []
    findings: list[Finding] = []
    for name in values.sheetnames:
        sheet, formulas = _streamed(values, name), _streamed(written, name)
        if sheet is None or formulas is None:
            continue
        if sheet.sheet_state != "visible":
            told = {"sheet": clean_text(name)}
            findings.append(Finding("workbook.hidden_sheet", Severity.NOTE, Where(document), told))
            continue
        rows = list(_rows(sheet, formulas))
        if len(rows) > MOST_ROWS:
            told = {"sheet": clean_text(name), "limit": str(MOST_ROWS)}
            return Book((), (Finding("workbook.too_many_rows", Severity.ERROR, Where(document), told),))
        _filled(rows, merged.get(name, ()))
        sheets.append(SheetRows(clean_text(name), tuple(tuple(row) for row in rows)))
    return Book(tuple(sheets), tuple(findings))


def _streamed(workbook: Workbook, name: str) -> _Streamed | None:
    """A sheet to be read row by row, whatever size it says it has; None for a sheet that is a chart."""
    sheet = cast(_Streamed, workbook[name])
    if not hasattr(sheet, "reset_dimensions"):
        return None
    sheet.reset_dimensions()
    return sheet


def _rows(sheet: _Streamed, formulas: _Streamed) -> Iterator[list[CellValue | Unread]]:
    both = zip(sheet.iter_rows(max_row=MOST_ROWS + 1), formulas.iter_rows(max_row=MOST_ROWS + 1), strict=True)
    for row, written in both:
        cells = zip(row[:MOST_COLUMNS], written[:MOST_COLUMNS], strict=True)
        yield [_value(cell, other.data_type) for cell, other in cells]


def _value(cell: _Cell, written: str) -> CellValue | Unread:
    """A cell's value; numbers with the fifteen digits that Excel itself keeps, and as it shows them: 95.5 for
    a share of 0.955 that is shown as 95.5%."""
    value = cell.value
    if cell.data_type == "e":
        return Unread("workbook.error_value")
    if value is None:
        return Unread("workbook.no_result") if written == "f" else None
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        number = Decimal(f"{value:.15g}") if isinstance(value, float) else Decimal(value)
        return number * 100 if "%" in cell.number_format else number
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, time):
        return value.isoformat()
    return clean_text(str(value))


def _filled(rows: list[list[CellValue | Unread]], merged: tuple[tuple[int, int, int], ...]) -> None:
    """Give the left column of a merged range the value that stands at its top."""
    for left, top, bottom in merged:
        if top >= len(rows) or left >= len(rows[top]):
            continue
        for row in rows[top + 1 : bottom + 1]:
            if left < len(row) and row[left] is None:
                row[left] = rows[top][left]


_RANGE = re.compile(rb'<mergeCell\s[^>]*?ref="([A-Z]{1,3})([0-9]{1,7}):[A-Z]{1,3}([0-9]{1,7})"')
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def _merged(data: bytes) -> dict[str, tuple[tuple[int, int, int], ...]]:
    """Merged ranges by sheet: left column, top and bottom row from 0. Streamed sheets do not tell them."""
    found: dict[str, tuple[tuple[int, int, int], ...]] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        targets = {
            link.get("Id", ""): link.get("Target", "")
            for link in ElementTree.fromstring(package.read("xl/_rels/workbook.xml.rels"))
        }
        held = set(package.namelist())
        for sheet in ElementTree.fromstring(package.read("xl/workbook.xml")).iter(f"{_MAIN}sheet"):
            target = targets.get(sheet.get(_REL, ""), "")
            part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            if part in held:
                matches = _RANGE.findall(package.read(part))[:MOST_MERGED]
                found[sheet.get("name", "")] = tuple(_range(*match) for match in matches)
    return found


def _range(left: bytes, top: bytes, bottom: bytes) -> tuple[int, int, int]:
    return _place(left), int(top) - 1, int(bottom) - 1


def _place(letters: bytes) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + letter - 64
    return place - 1
