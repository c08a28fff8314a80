"""A matrix: a line for each row, a narrow cell for each column, the titles of both always in sight.

Only what is visible is painted: 1,000 columns cost as much as 20.

    matrix.fill([Line("县应急管理局", "县应急管理局", ("26", "71"))], [Head("t1", "1", "开展…")], cell)
    @on(Matrix.Opened) / @on(Matrix.Moved)      # .line and .head are the keys of row and column
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from planner.text import say
from planner.tui.acts import Acts, Use
from planner.tui.display import cut, fit, one_line, width

CellLook = Literal["", "strong", "plain", "weak", "muted"]
Cell: TypeAlias = tuple[str, CellLook]
"""What stands in a cell, in at most as many cells as a column is wide, and how it looks."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row: its key, its name, and figures that stand beside the name, one for each of the given titles."""

    key: str
    name: str
    figures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """A column: its key, the short words over it, and the full words said when the cursor is in it."""

    key: str
    short: str
    words: str
    look: Literal["", "error"] = ""


class Matrix(Acts, ScrollView, can_focus=True, inherit_bindings=False):
    """The matrix. `figures` are catalogue keys of the titles of the lines' figures, `narrow` how many of
    them stay when there is little room; `empty` is what is said without lines."""

    ACTIONS = tuple(
        Use(id)
        for id in (
            "line_up", "line_down", "cell_left", "cell_right", "page_up", "page_down", "page_left",
            "page_right", "first", "last", "open",
        )
    )  # fmt: skip
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "matrix--head", "matrix--error", "matrix--name", "matrix--strong", "matrix--plain", "matrix--weak",
        "matrix--muted", "matrix--line", "matrix--cursor", "matrix--foot",
    }  # fmt: skip
    DEFAULT_CSS = """
    Matrix {
        background: $surface; color: $foreground; height: 1fr; overflow-x: hidden;
        scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        & > .matrix--head { color: $text-muted; }
        & > .matrix--error { color: $text-error; text-style: bold; }
        & > .matrix--name { color: $foreground; }
        & > .matrix--strong { color: $text-accent; text-style: bold; }
        & > .matrix--plain { color: $text-success; }
        & > .matrix--weak { color: $foreground; }
        & > .matrix--muted { color: $text-disabled; }
        & > .matrix--line { background: $boost; text-style: bold; }
        & > .matrix--cursor { background: $primary; color: $text; text-style: bold; }
        & > .matrix--foot { color: $text-muted; }
    }
    """
    NAME_CELLS = 16
    """Cells of a line's name in a narrow window; a wide one gives it half as many again."""

    class Opened(Message):
        """Enter or a double click on a cell."""

        def __init__(self, matrix: Matrix, line: str, head: str) -> None:
            super().__init__()
            self.matrix = matrix
            self.line = line
            self.head = head

        @property
        def control(self) -> Matrix:
            """The matrix, for `@on` selectors."""
            return self.matrix

    class Moved(Message):
        """The cursor is in another cell."""

        def __init__(self, matrix: Matrix) -> None:
            super().__init__()
            self.matrix = matrix

        @property
        def control(self) -> Matrix:
            """The matrix, for `@on` selectors."""
            return self.matrix

    def __init__(
        self,
        figures: Sequence[str],
        *,
        narrow: int,
        words: Callable[[str, str], str],
        empty: str = "rows.empty",
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self._figure_titles = tuple(figures)
        self._narrow = narrow
        self._words = words
        self._empty = empty
        self._lines: Sequence[Line] = ()
        self._heads: Sequence[Head] = ()
        self._cell: Callable[[str, str], Cell] = _nothing
        self._row = 0
        self._column = 0
        self._left = 0

    def fill(self, lines: Sequence[Line], heads: Sequence[Head], cell: Callable[[str, str], Cell]) -> None:
        """Show these lines and columns; `cell` gets their keys. The cursor stays where it was by its keys."""
        line, head = self.line, self.head
        self._lines, self._heads, self._cell = lines, heads, cell
        self._row = _place([each.key for each in lines], line, self._row)
        self._column = _place([each.key for each in heads], head, self._column)
        self._measure()

    def go_to(self, *, line: str = "", head: str = "") -> None:
        """Put the cursor on a line, a column, or both."""
        row = _place([each.key for each in self._lines], line, self._row)
        self._go(row, _place([each.key for each in self._heads], head, self._column))

    @property
    def line(self) -> str:
        """The key of the line with the cursor; empty without lines."""
        return self._lines[self._row].key if self._row < len(self._lines) else ""

    @property
    def head(self) -> str:
        """The key of the column with the cursor; empty without columns."""
        return self._heads[self._column].key if self._column < len(self._heads) else ""

    def copy_text(self) -> str:
        """The whole matrix with tabs between, as a spreadsheet takes it."""
        rows = ["\t".join(["", *(head.short for head in self._heads)])]
        for line in self._lines:
            rows.append("\t".join([line.name, *(self._cell(line.key, head.key)[0] for head in self._heads)]))
        return "\n".join(rows)

    # What the keys do

    def do_line_up(self) -> None:
        self._go(self._row - 1, self._column)

    def do_line_down(self) -> None:
        self._go(self._row + 1, self._column)

    def do_cell_left(self) -> None:
        self._go(self._row, self._column - 1)

    def do_cell_right(self) -> None:
        self._go(self._row, self._column + 1)

    def do_page_up(self) -> None:
        self._go(self._row - self._room, self._column)

    def do_page_down(self) -> None:
        self._go(self._row + self._room, self._column)

    def do_page_left(self) -> None:
        self._go(self._row, self._column - self._across)

    def do_page_right(self) -> None:
        self._go(self._row, self._column + self._across)

    def do_first(self) -> None:
        self._go(0, self._column)

    def do_last(self) -> None:
        self._go(len(self._lines) - 1, self._column)

    def do_open(self) -> None:
        if self.line and self.head:
            self.post_message(self.Opened(self, self.line, self.head))

    # Where everything is

    @property
    def _room(self) -> int:
        return max(1, self.size.height - 3)

    @property
    def _figures(self) -> int:
        wide = self.size.width >= 100
        return len(self._figure_titles) if wide else min(self._narrow, len(self._figure_titles))

    @property
    def _name_cells(self) -> int:
        return self.NAME_CELLS * 3 // 2 if self.size.width >= 100 else self.NAME_CELLS

    @property
    def _figure_cells(self) -> int:
        return max([4, *(width(say(title)) for title in self._figure_titles[: self._figures])])

    @property
    def _side(self) -> int:
        """Cells before the first column: the cursor's sign, the name, the figures, a gap."""
        return 1 + self._name_cells + self._figures * (self._figure_cells + 1) + 1

    @property
    def _step(self) -> int:
        """Cells a column takes: two for a Chinese character and one between."""
        return max([3, *(width(head.short) + 1 for head in self._heads[-1:])])

    @property
    def _across(self) -> int:
        return max(1, (self.size.width - self._side) // self._step)

    def _go(self, row: int, column: int) -> None:
        before = self._row, self._column, self._left, self.scroll_offset.y
        self._row = min(max(row, 0), max(0, len(self._lines) - 1))
        self._column = min(max(column, 0), max(0, len(self._heads) - 1))
        self._scroll_into_view()
        if (self._left, self.scroll_offset.y) != before[2:]:
            self.refresh()
        else:
            for line in {before[0], self._row}:
                y = 1 + line - self.scroll_offset.y
                self.refresh(Region(0, y, self.size.width, 1))
            for y in (0, self.size.height - 2, self.size.height - 1):
                self.refresh(Region(0, y, self.size.width, 1))
        if (self._row, self._column) != before[:2]:
            self.post_message(self.Moved(self))

    def _scroll_into_view(self) -> None:
        if self._column < self._left:
            self._left = self._column
        elif self._column >= self._left + self._across:
            self._left = self._column - self._across + 1
        self._left = min(self._left, max(0, len(self._heads) - self._across))
        top = self.scroll_offset.y
        if self._row < top:
            self.scroll_to(y=self._row, animate=False)
        elif self._row >= top + self._room:
            self.scroll_to(y=self._row - self._room + 1, animate=False)

    def _measure(self) -> None:
        self.virtual_size = Size(self.size.width, len(self._lines) + 3)
        if self.is_mounted:
            self._scroll_into_view()
        self.refresh()

    def on_resize(self) -> None:
        """More or fewer columns fit."""
        self._measure()

    def on_focus(self) -> None:
        """The cursor's sign changes."""
        self.refresh()

    def on_blur(self) -> None:
        """The cursor's sign changes."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        event.stop()
        row = self.scroll_offset.y + event.y - 1
        across = (event.x - self._side) // self._step
        if not 1 <= event.y <= self._room or not 0 <= row < len(self._lines):
            return
        inside = event.x >= self._side and self._left + across < len(self._heads)
        self._go(row, self._left + across if inside else self._column)
        if inside and event.chain == 2:
            self.do_open()

    # Painting

    def render_line(self, y: int) -> Strip:
        """The titles, a line, or one of the two foot lines."""
        cells = self.size.width
        if y == 0:
            return Strip(self._titles()).adjust_cell_length(cells, self.rich_style)
        if y == self.size.height - 2:
            return self._foot(self._column_words())
        if y == self.size.height - 1:
            return self._foot(self._cell_words())
        row = self.scroll_offset.y + y - 1
        if not self._lines:
            said = say(self._empty).split("\n")
            return self._foot(said[y - 1] if y <= len(said) else "")
        if not 0 <= row < len(self._lines):
            return Strip.blank(cells, self.rich_style)
        return Strip(self._row_segments(row)).adjust_cell_length(cells, self.rich_style)

    def _shown(self) -> range:
        return range(self._left, min(self._left + self._across, len(self._heads)))

    def _titles(self) -> list[Segment]:
        style = self.get_component_rich_style("matrix--head")
        side = " " * (1 + self._name_cells)
        for title in self._figure_titles[: self._figures]:
            side += " " + fit(say(title), self._figure_cells, "right")
        segments = [Segment(fit(side, self._side), style)]
        for column in self._shown():
            head = self._heads[column]
            look = self.get_component_rich_style("matrix--error") if head.look else style
            if column == self._column:
                look = self.get_component_rich_style("matrix--cursor")
            segments.append(Segment(fit(one_line(head.short), self._step - 1), look))
            segments.append(Segment(" ", style))
        return segments

    def _row_segments(self, row: int) -> list[Segment]:
        line, here = self._lines[row], row == self._row
        ground = self.get_component_rich_style("matrix--line") if here else self.rich_style
        sign = (">" if self.has_focus else "-") if here else " "
        side = sign + fit(one_line(line.name), self._name_cells)
        for figure in line.figures[: self._figures]:
            side += " " + fit(figure, self._figure_cells, "right")
        segments = [Segment(fit(side, self._side), ground)]
        for column in self._shown():
            text, look = self._cell(line.key, self._heads[column].key)
            style = self.get_component_rich_style(f"matrix--{look}") if look else self.rich_style
            if here:
                style += Style(bgcolor=ground.bgcolor)
            if here and column == self._column:
                style = self.get_component_rich_style("matrix--cursor")
            segments.append(Segment(fit(text, self._step - 1), style))
            segments.append(Segment(" ", ground))
        return segments

    def _column_words(self) -> str:
        if not self._heads:
            return ""
        head = self._heads[self._column]
        return f"{one_line(head.short)}. {one_line(head.words)}"

    def _cell_words(self) -> str:
        if not self._lines or not self._heads:
            return ""
        words = one_line(self._words(self.line, self.head))
        outside = len(self._heads) - len(self._shown())
        below = len(self._lines) - self.scroll_offset.y - self._room
        more = [say("matrix.columns", count=outside)] if outside > 0 else []
        more += [say("matrix.below", count=below)] if below > 0 else []
        return "  ".join([words, *more])

    def _foot(self, words: str) -> Strip:
        style = self.get_component_rich_style("matrix--foot")
        text = " " + cut(words, self.size.width - 1)
        return Strip([Segment(fit(text, self.size.width), style)], self.size.width)


def _place(keys: Sequence[str], key: str, otherwise: int) -> int:
    """Where a key stands; else the old place, as near as there is one."""
    if key in keys:
        return keys.index(key)
    return min(otherwise, max(0, len(keys) - 1))


def _nothing(line: str, head: str) -> Cell:
    return "", ""
