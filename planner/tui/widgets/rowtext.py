"""What the lines of a list say: its titles, a row, its foot. Text only; the list gives it colour."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from planner.text import say
from planner.tui.display import fit, one_line, width
from planner.tui.widgets.rowmodel import GAP, Column, Group, RowModel

R = TypeVar("R")
GUTTER = 2
"""Cells before the first column: the cursor's sign and the mark's."""


def row_text(model: RowModel[R], index: int, columns: Sequence[tuple[Column[R], int]], sign: str) -> str:
    """A row: the cursor's sign, a star where it is marked, its cells; or a heading with its note."""
    item = model.rows[index]
    if isinstance(item, Group):
        return one_line(item.title) + (f"  {one_line(item.note)}" if item.note else "")
    mark = "*" if model.key(item) in model.marked else " "
    cells = (fit(one_line(column.cell(item)), size, column.align) for column, size in columns)
    return sign + mark + (" " * GAP).join(cells)


def title_text(columns: Sequence[tuple[Column[R], int]]) -> str:
    """The titles over the columns."""
    titles = (fit(say(column.title) if column.title else "", size, column.align) for column, size in columns)
    return " " * GUTTER + (" " * GAP).join(titles)


def foot_text(model: RowModel[R], columns: Sequence[tuple[Column[R], int]], below: int, cells: int) -> str:
    """How many there are, and everything that is not in sight; `below` records follow the last line.

    Said in brief where `cells` are too few for all of it, and what then has no room is left out whole.
    """
    shown = len(model.records()) if model.filter_words else model.total
    parts = [say("rows.count", count=shown)] if model.total else []
    if below > 0:
        parts.append(say("rows.below", count=below))
    if model.marked:
        parts.append(say("rows.marked", count=len(model.marked)))
    if model.filter_words:
        parts.append(say("rows.filtered", count=model.total - shown))
    for column in model.columns:
        if column.id == model.sort_column:
            way = "rows.sorted_down" if model.descending else "rows.sorted_up"
            parts.append(say(way, column=say(column.title)))
    missing = len(model.shown_columns()) - len(columns)
    if not missing:
        return _in(parts, cells)
    whole = [*parts, say("rows.columns_missing", count=missing)]
    return _in(
        whole if _fits(whole, cells) else [*parts, say("rows.columns_missing_brief", count=missing)], cells
    )


def _in(parts: list[str], cells: int) -> str:
    """As many of the parts as the line has room for, and never half of one; the first in any case."""
    while len(parts) > 1 and not _fits(parts, cells):
        parts = parts[:-1]
    return _line(parts)


def _fits(parts: Sequence[str], cells: int) -> bool:
    return width(_line(parts)) <= cells


def _line(parts: Sequence[str]) -> str:
    return " " * GUTTER + "  ".join(parts)


def empty_text(words: str, index: int) -> str:
    """One line of what is said in a list without rows."""
    lines = words.split("\n")
    return " " * GUTTER + lines[index] if index < len(lines) else ""
