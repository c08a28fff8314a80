"""What a list shows, without the screen: columns and their widths, order, filter, groups, marks.

A list is made from records of any type and `Column`s that say how to write one cell of a record. Cells are
written only when they are painted, so 100,000 records cost nothing until then.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, Literal, TypeAlias, TypeVar

from planner.tui.display import Align, one_line

R = TypeVar("R")
Look = Literal["", "heading", "muted", "good", "warning", "error"]
"""How a row stands out. Colour is never alone: give the row a word or sign of its own as well."""

SortKey: TypeAlias = "str | int | float | tuple[object, ...]"


@dataclass(frozen=True)
class Column(Generic[R]):
    """A column. `title` is a catalogue key; `cell` writes the text of one record's cell, in any length.

    `width` is the number of cells, 0 for a column that takes a `share` of what the others leave, at least
    `least`. `sort` gives what the column is sorted by, its text unless told otherwise. When the list is too
    narrow, columns that may be hidden (`optional`) go from the right. `hidden` ones wait to be chosen.

    While a column has less than the `ample` cells that its texts want, those that can be `brief` are that
    many cells wide, and `brief_cell` is shown; sorting, searching and copying keep the full text.
    """

    id: str
    title: str
    cell: Callable[[R], str]
    width: int = 0
    least: int = 8
    share: int = 1
    align: Align = "left"
    sort: Callable[[R], SortKey] | None = None
    optional: bool = True
    hidden: bool = False
    ample: int = 0
    brief: int = 0
    brief_cell: Callable[[R], str] | None = None

    def in_brief(self) -> Column[R]:
        """The column where room is scarce; itself where it has no briefer form."""
        if not self.brief and self.brief_cell is None:
            return self
        return replace(self, width=self.brief or self.width, cell=self.brief_cell or self.cell)


@dataclass(frozen=True, slots=True)
class Group:
    """A heading between rows. It cannot be marked or opened; the cursor passes over it."""

    title: str
    note: str = ""


Item: TypeAlias = "R | Group"
GAP = 2
"""Cells between two columns."""


def layout(columns: Sequence[Column[R]], cells: int) -> list[tuple[Column[R], int]]:
    """The columns that fit into `cells`, each with its width; what is optional goes from the right."""
    shown = list(columns)
    if sum(column.width or max(column.least, column.ample) for column in shown) + _gaps(shown) > cells:
        shown = [column.in_brief() for column in shown]
    while len(shown) > 1 and _needed(shown) > cells:
        droppable = [column for column in shown if column.optional]
        if not droppable:
            break
        shown.remove(droppable[-1])
    flexible = [column for column in shown if not column.width]
    spare = max(0, cells - _needed(shown))
    shares = sum(column.share for column in flexible) or 1
    widths = {column.id: column.width or column.least + spare * column.share // shares for column in shown}
    if flexible:
        used = sum(widths.values()) + _gaps(shown)
        widths[flexible[0].id] += max(0, cells - used) if spare else 0
    return [(column, widths[column.id]) for column in shown]


def _needed(columns: Sequence[Column[R]]) -> int:
    return sum(column.width or column.least for column in columns) + _gaps(columns)


def _gaps(columns: Sequence[Column[R]]) -> int:
    return GAP * (len(columns) - 1)


class RowModel(Generic[R]):
    """The rows of a list in the order and choice in which they are shown, and which are marked.

    `key` names a record for as long as it lives (its id): cursor and marks follow it through every refill.
    """

    def __init__(self, columns: Sequence[Column[R]], key: Callable[[R], str]) -> None:
        self.columns = tuple(columns)
        self.key = key
        self.chosen: frozenset[str] = frozenset(column.id for column in columns if not column.hidden)
        self.marked: dict[str, None] = {}
        self.sort_column = ""
        self.descending = False
        self.filter_words = ""
        self.matches: Callable[[R, str], bool] = self._holds_every_word
        self.rows: list[R | Group] = []
        self.total = 0
        self._items: Sequence[R | Group] = ()
        self._headings: list[int] = []

    def fill(self, items: Sequence[R | Group]) -> None:
        """Show these records; marks on records that are gone are forgotten."""
        self._items = items
        self.total = sum(1 for item in items if not isinstance(item, Group))
        if self.marked:
            alive = {self.key(item) for item in items if not isinstance(item, Group)}
            self.marked = {key: None for key in self.marked if key in alive}
        self._arrange()

    def filter(self, words: str) -> None:
        """Show only what matches the words."""
        self.filter_words = words.strip()
        self._arrange()

    def sort(self, column: str, descending: bool = False) -> None:
        """Sort by a column ("" for the order in which the records came)."""
        self.sort_column, self.descending = column, descending
        self._arrange()

    def choose(self, ids: Iterable[str]) -> None:
        """Show these columns; those that are not optional stay."""
        wanted = frozenset(ids)
        self.chosen = frozenset(c.id for c in self.columns if c.id in wanted or not c.optional)

    def shown_columns(self) -> tuple[Column[R], ...]:
        """The chosen columns, in their order."""
        return tuple(column for column in self.columns if column.id in self.chosen)

    def record(self, index: int) -> R | None:
        """The record in a row; None for a heading or outside the list."""
        item = self.rows[index] if 0 <= index < len(self.rows) else None
        return None if isinstance(item, Group) else item

    def records(self) -> list[R]:
        """All records shown, without headings."""
        return [item for item in self.rows if not isinstance(item, Group)]

    def count_from(self, index: int) -> int:
        """How many records stand in this row and below it."""
        index = max(0, index)
        headings = len(self._headings) - bisect_left(self._headings, index)
        return max(0, len(self.rows) - index - headings)

    def index_of(self, key: str) -> int | None:
        """The row of a record; None where it is not shown."""
        for index, item in enumerate(self.rows):
            if not isinstance(item, Group) and self.key(item) == key:
                return index
        return None

    def nearest(self, index: int, step: int = 1) -> int | None:
        """The row with a record at or after `index` in the direction of `step`, else before it."""
        count = len(self.rows)
        for direction in (step, -step):
            at = min(max(index, 0), count - 1)
            while 0 <= at < count:
                if not isinstance(self.rows[at], Group):
                    return at
                at += direction
        return None

    def toggle(self, key: str) -> None:
        """Mark a record, or take its mark away."""
        if key in self.marked:
            del self.marked[key]
        else:
            self.marked[key] = None

    def marked_records(self) -> list[R]:
        """The marked records in the order shown; marks hidden by the filter are not among them."""
        if not self.marked:
            return []
        return [record for record in self.records() if self.key(record) in self.marked]

    def _holds_every_word(self, record: R, words: str) -> bool:
        text = " ".join(column.cell(record) for column in self.columns).casefold()
        return all(word in text for word in words.casefold().split())

    def _arrange(self) -> None:
        rows: list[R | Group] = list(self._items)
        if self.filter_words:
            rows = [r for r in rows if isinstance(r, Group) or self.matches(r, self.filter_words)]
        column = next((each for each in self.columns if each.id == self.sort_column), None)
        if column is not None:
            self.rows = list(self._sorted(column, rows))
        else:
            self.rows = without_empty_groups(rows) if self.filter_words else rows
        self._headings = [place for place, row in enumerate(self.rows) if isinstance(row, Group)]

    def _sorted(self, column: Column[R], rows: list[R | Group]) -> list[R]:
        by = column.sort or (lambda record: one_line(column.cell(record)))
        records = [row for row in rows if not isinstance(row, Group)]
        return sorted(records, key=by, reverse=self.descending)


def without_empty_groups(rows: Iterable[R | Group]) -> list[R | Group]:
    """The rows without headings that have nothing below them."""
    kept: list[R | Group] = []
    for row in rows:
        if isinstance(row, Group) and kept and isinstance(kept[-1], Group):
            kept.pop()
        kept.append(row)
    if kept and isinstance(kept[-1], Group):
        kept.pop()
    return kept
