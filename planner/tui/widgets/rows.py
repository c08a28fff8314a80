"""A list of rows: columns, cursor, marks, sorting, filter, groups, for up to 100,000 records.

Its painting is in `rowcanvas`, what it shows in `rowmodel`.

    rows = RowList(
        [Column("title", "plans.title", lambda card: card.title), Column("year", "plans.year", ..., width=4)],
        key=lambda card: card.id,
        empty="home.no_plans",
    )
    rows.fill(cards)            # again at any time: cursor and marks stay with their records
    @on(RowList.Opened, "#plans")     # Enter or double click
    @on(RowList.Moved, "#plans")      # the cursor is on another record
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from textual import events
from textual.message import Message

from planner.tui.acts import Acts, Use
from planner.tui.display import one_line
from planner.tui.widgets.rowcanvas import RowCanvas
from planner.tui.widgets.rowmodel import GAP, Column, Group, Look, RowModel
from planner.tui.widgets.rowtext import GUTTER

R = TypeVar("R")
S = TypeVar("S")


class RowList(Acts, RowCanvas[R], Generic[R], can_focus=True, inherit_bindings=False):
    """The list. `key` names a record; `look` gives its style; `empty` is what is said without rows.

    `header` False leaves out titles and the foot line, for short lists. `flow` lets the cursor leave the list
    at its ends to the next or previous widget.
    """

    ACTIONS = tuple(
        Use(id)
        for id in (
            "line_up", "line_down", "page_up", "page_down", "first", "last",
            "open", "mark", "mark_up", "mark_down", "mark_all", "columns",
        )
    )  # fmt: skip

    class Opened(Message, Generic[S]):
        """Enter or a double click on a record."""

        def __init__(self, rows: RowList[S], record: S) -> None:
            super().__init__()
            self.rows = rows
            self.record = record

        @property
        def control(self) -> RowList[S]:
            """The list, for `@on` selectors."""
            return self.rows

    class Moved(Message, Generic[S]):
        """The cursor stands on another record, or on none in an empty list."""

        def __init__(self, rows: RowList[S], record: S | None) -> None:
            super().__init__()
            self.rows = rows
            self.record = record

        @property
        def control(self) -> RowList[S]:
            """The list, for `@on` selectors."""
            return self.rows

        def can_replace(self, message: Message) -> bool:
            """Only the last of several moves counts."""
            return isinstance(message, RowList.Moved) and message.rows is self.rows

    class Marked(Message):
        """The marks are different."""

        def __init__(self, rows: RowList[Any]) -> None:
            super().__init__()
            self.rows = rows

        @property
        def control(self) -> RowList[Any]:
            """The list, for `@on` selectors."""
            return self.rows

    class Arranged(Message):
        """The user chose columns or an order: what a screen remembers."""

        def __init__(self, rows: RowList[Any]) -> None:
            super().__init__()
            self.rows = rows

        @property
        def control(self) -> RowList[Any]:
            """The list, for `@on` selectors."""
            return self.rows

    def __init__(
        self,
        columns: Sequence[Column[R]],
        *,
        key: Callable[[R], str],
        look: Callable[[R], Look] = lambda record: "",
        empty: str = "rows.empty",
        header: bool = True,
        flow: bool = False,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(
            RowModel(columns, key), look=look, empty=empty, header=header, flow=flow, id=id, classes=classes
        )
        self._anchor: int | None = None

    # What a screen calls

    def fill(self, items: Sequence[R | Group]) -> None:
        """Show these records and headings. The cursor stays on its record, or at its place."""
        key = self.current_key
        self._filled = True
        self.model.fill(items)
        self._arranged(key)

    def filter(self, words: str) -> None:
        """Show only the records that match (every word in some cell, unless `model.matches` is replaced)."""
        key = self.current_key
        self.model.filter(words)
        self._arranged(key)

    def sort(self, column: str, descending: bool = False) -> None:
        """Sort by a column, "" for the order in which the records came."""
        key = self.current_key
        self.model.sort(column, descending)
        self._arranged(key)

    def choose_columns(self, ids: Sequence[str]) -> None:
        """Show these columns."""
        self.model.choose(ids)
        self._measure()

    @property
    def arrangement(self) -> str:
        """Order and columns in one word, to be remembered: "year desc|title,year"."""
        way = "desc" if self.model.descending else "asc"
        shown = ",".join(column.id for column in self.model.shown_columns())
        return f"{self.model.sort_column} {way}|{shown}"

    @arrangement.setter
    def arrangement(self, remembered: str) -> None:
        order, _, shown = remembered.partition("|")
        column, _, way = order.partition(" ")
        known = {each.id for each in self.model.columns}
        # What an earlier version remembered may name columns that are gone.
        self.choose_columns([id for id in shown.split(",") if id in known])
        self.sort(column if column in known else "", descending=way == "desc")

    @property
    def current(self) -> R | None:
        """The record under the cursor."""
        return self.model.record(self._cursor)

    @property
    def current_key(self) -> str:
        """The key of the record under the cursor; empty without one."""
        record = self.current
        return "" if record is None else self.model.key(record)

    def chosen(self) -> list[R]:
        """What an action is meant for: the marked records, or the one under the cursor."""
        marked = self.model.marked_records()
        if marked:
            return marked
        return [] if self.current is None else [self.current]

    def go_to(self, key: str) -> bool:
        """Put the cursor on a record; False where it is not shown."""
        index = self.model.index_of(key)
        if index is not None:
            self._move(index)
        return index is not None

    def clear_marks(self) -> bool:
        """Take all marks away; False where there were none."""
        had = bool(self.model.marked)
        self.model.marked.clear()
        if had:
            self._marks_changed()
        return had

    # What the keys do

    def do_line_up(self) -> None:
        self._step(-1)

    def do_line_down(self) -> None:
        self._step(1)

    def do_page_up(self) -> None:
        self._go(self._cursor - max(1, self._room - 1), -1)

    def do_page_down(self) -> None:
        self._go(self._cursor + max(1, self._room - 1), 1)

    def do_first(self) -> None:
        self.scroll_to(y=0, animate=False)
        self._go(0, 1)

    def do_last(self) -> None:
        self._go(len(self.model.rows) - 1, -1)

    def do_open(self) -> None:
        if self.current is not None:
            self.post_message(self.Opened(self, self.current))

    def do_mark(self) -> None:
        if self.current is not None:
            self.model.toggle(self.current_key)
            self._step(1, leave=False)
            self._marks_changed()

    def do_mark_all(self) -> None:
        keys = [self.model.key(record) for record in self.model.records()]
        if all(key in self.model.marked for key in keys):
            self.model.marked.clear()
        else:
            self.model.marked = dict.fromkeys(keys)
        self._marks_changed()

    def do_mark_up(self) -> None:
        self._extend(-1)

    def do_mark_down(self) -> None:
        self._extend(1)

    def do_columns(self) -> None:
        from planner.tui.dialogs.columns import choose_columns

        choose_columns(self)

    def copy_text(self) -> str:
        """The chosen rows as text, cells divided by tabs, as a spreadsheet takes them."""
        columns = self.model.shown_columns()
        return "\n".join(
            "\t".join(one_line(column.cell(record)) for column in columns) for record in self.chosen()
        )

    # Movement

    def _step(self, step: int, leave: bool = True) -> None:
        target = self.model.nearest(self._cursor + step, step) if self.model.rows else None
        stuck = target is None or (target - self._cursor) * step <= 0
        if stuck and self._flow and leave:
            if step > 0:
                self.screen.focus_next()
            else:
                self.screen.focus_previous()
        elif not stuck and target is not None:
            self._anchor = None
            self._move(target)
        elif step < 0:
            # Headings above the first record come back into sight.
            self.scroll_to(y=0, animate=False)

    def _go(self, index: int, step: int) -> None:
        target = self.model.nearest(index, step) if self.model.rows else None
        if target is not None:
            self._anchor = None
            self._move(target)

    def _extend(self, step: int) -> None:
        target = self.model.nearest(self._cursor + step, step)
        if target is None or self.current is None:
            return
        if self._anchor is None:
            self._anchor = self._cursor
            self.model.marked[self.current_key] = None
        shrinking = abs(target - self._anchor) < abs(self._cursor - self._anchor)
        if shrinking:
            self.model.marked.pop(self.current_key, None)
        anchor = self._anchor
        self._move(target)
        self._anchor = anchor
        self.model.marked[self.current_key] = None
        self._marks_changed()

    def _move(self, index: int) -> None:
        before, self._cursor = self._cursor, index
        top = self._header_lines
        for row in (before, index):
            if row >= 0:
                self.refresh_line(row + top)
        self._scroll_into_view()
        if before != index:
            self.post_message(self.Moved(self, self.current))

    def _scroll_into_view(self) -> None:
        first = self.scroll_offset.y
        if self._cursor < first:
            above = self._cursor - 1
            shows_heading = above >= 0 and isinstance(self.model.rows[above], Group)
            self.scroll_to(y=above if shows_heading else self._cursor, animate=False)
        elif self._cursor >= first + self._room:
            self.scroll_to(y=self._cursor - self._room + 1, animate=False)

    # Arrangement

    def _arranged(self, key: str) -> None:
        before = self._cursor
        index = self.model.index_of(key) if key else None
        if index is None:
            index = self.model.nearest(max(before, 0)) if self.model.rows else None
        self._cursor = -1 if index is None else index
        self._anchor = None
        self._measure()
        if self.is_mounted:
            self._scroll_into_view()
        if self.current_key != key:
            self.post_message(self.Moved(self, self.current))

    def _marks_changed(self) -> None:
        self._strips.clear()
        self.refresh()
        self.post_message(self.Marked(self))

    def on_resize(self) -> None:
        self._measure()
        self._scroll_into_view()

    def on_focus(self) -> None:
        self._refresh_cursor()

    def on_blur(self) -> None:
        self._refresh_cursor()

    # The mouse

    def on_click(self, event: events.Click) -> None:
        event.stop()
        line = event.y
        if self._header and line == 0:
            self._click_title(event.x)
            return
        index = self.scroll_offset.y + line - self._header_lines
        if self._header and line == self.size.height - 1:
            return
        if self.model.record(index) is not None:
            self._anchor = None
            self._move(index)
            if event.chain == 2:
                self.do_open()
            elif event.x < GUTTER:
                self.model.toggle(self.current_key)
                self._marks_changed()

    def _click_title(self, x: int) -> None:
        left = GUTTER
        for column, cells in self._layout:
            if left <= x < left + cells + GAP:
                same = self.model.sort_column == column.id
                if same and self.model.descending:
                    self.sort("")
                else:
                    self.sort(column.id, descending=same)
                self.post_message(self.Arranged(self))
                return
            left += cells + GAP
