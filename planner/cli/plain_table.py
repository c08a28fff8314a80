"""A paper's table as plain text: columns under each other also where Chinese characters take two places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from assessments.reports.table import Cell, Column, Table
from planner.sharing.papers_words import figure, lines, printed, width
from planner.text import say

_GAP = "  "


def plain_lines(table: Table) -> Iterator[str]:
    """Head and rows of a table; columns in which nothing stands are left out."""
    rows = [
        [_cell(cell, column) for cell, column in zip(row.cells, table.columns, strict=True)]
        for row in table.rows
    ]
    kept = [place for place in range(len(table.columns)) if any(row[place] for row in rows)]
    heads = [printed(column.head) for column in table.columns]
    widths = [max(width(each[place]) for each in (heads, *rows)) for place in kept]
    rights = [table.columns[place].kind in ("number", "percent") for place in kept]
    for each in (heads, *rows):
        yield _line([each[place] for place in kept], widths, rights)


def _line(cells: Sequence[str], widths: Sequence[int], rights: Sequence[bool]) -> str:
    padded = [
        " " * (wide - width(cell)) + cell if right else cell + " " * (wide - width(cell))
        for cell, wide, right in zip(cells, widths, rights, strict=True)
    ]
    return _GAP.join(padded).rstrip()


def _cell(cell: Cell, column: Column) -> str:
    if isinstance(cell, Decimal | int):
        return figure(cell, column) + ("%" if column.kind == "percent" else "")
    return say("explain.comma").join(lines(cell))
