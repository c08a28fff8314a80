"""How a list of rows looks: titles, the lines in sight, the cursor, the foot.

Only the visible lines are painted, and a cursor move repaints two of them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Generic, TypeVar

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from planner.text import say
from planner.tui.display import fit, width
from planner.tui.widgets.kept_style import KeptStyle
from planner.tui.widgets.rowmodel import Column, Group, Look, RowModel, layout
from planner.tui.widgets.rowtext import GUTTER, empty_text, foot_text, row_text, title_text

R = TypeVar("R")


class RowCanvas(KeptStyle, ScrollView, Generic[R]):
    """Paints a model; what moves the cursor and fills the model is the list's (see `rows.RowList`)."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "rows--header", "rows--group", "rows--cursor", "rows--cursor-blurred", "rows--marked",
        "rows--muted", "rows--good", "rows--warning", "rows--error",
    }  # fmt: skip
    DEFAULT_CSS = """
    RowCanvas {
        background: $surface; color: $foreground; overflow-x: hidden; height: 1fr;
        scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        & > .rows--header { color: $text-muted; text-style: underline; }
        & > .rows--group { color: $text-secondary; text-style: bold; }
        & > .rows--cursor { background: $primary; color: $text; text-style: bold; }
        & > .rows--cursor-blurred { background: $primary-muted; }
        & > .rows--marked { color: $text-success; text-style: bold; }
        & > .rows--muted { color: $text-muted; }
        & > .rows--good { color: $text-success; }
        & > .rows--warning { color: $text-warning; }
        & > .rows--error { color: $text-error; }
    }
    """

    def __init__(
        self,
        model: RowModel[R],
        *,
        look: Callable[[R], Look],
        empty: str,
        header: bool,
        flow: bool,
        id: str | None,
        classes: str | None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.model = model
        self._look = look
        self._empty = empty
        self._header = header
        self._flow = flow
        self._filled = False
        self._cursor = -1
        self._strips: dict[tuple[int, str], Strip] = {}
        self._layout: list[tuple[Column[R], int]] = []

    @property
    def filled(self) -> bool:
        """True once it is known what there is, be it nothing."""
        return self._filled

    def say_when_empty(self, key: str) -> None:
        """What is said without rows from now on; a key of the catalogue."""
        self._empty = key
        self.repaint()

    def repaint(self) -> None:
        """Paint everything anew: a record, the language or the theme changed."""
        self._strips.clear()
        self.refresh()

    @property
    def _room(self) -> int:
        return max(1, self.size.height - self._frame_lines)

    @property
    def _frame_lines(self) -> int:
        return 2 if self._header else 0

    @property
    def _header_lines(self) -> int:
        return 1 if self._header else 0

    def _measure(self) -> None:
        # What the scroll bar may cover is no room for words.
        cells = max(1, self.scrollable_content_region.width - GUTTER)
        self._layout = layout(self.model.shown_columns(), cells)
        self.virtual_size = Size(self.size.width, len(self.model.rows) + self._frame_lines)
        self.repaint()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._strips.clear()

    def _refresh_cursor(self) -> None:
        if self._cursor >= 0:
            self.refresh_line(self._cursor + self._header_lines)

    def render_line(self, y: int) -> Strip:
        """One line of the widget: titles, a row, or the foot."""
        if not self._layout:
            self._measure()
        if self._header and y == 0:
            return self._paint(title_text(self._layout), "rows--header")
        if self._header and y == self.size.height - 1:
            below = self.model.count_from(self.scroll_offset.y + self._room)
            words = foot_text(self.model, self._layout, below, self.size.width)
            return self._paint(words, "rows--muted")
        index = self.scroll_offset.y + y - self._header_lines
        if not self.model.rows and index < 20:
            return self._paint(empty_text(self._empty_words(), index), "rows--muted")
        if not 0 <= index < len(self.model.rows):
            return Strip.blank(self.size.width, self.rich_style)
        look = self._row_class(index)
        at_cursor = index == self._cursor and self.has_focus
        strip = None if at_cursor else self._strips.get((index, look))
        if strip is None:
            if len(self._strips) > 2000:
                self._strips.clear()
            text = row_text(self.model, index, self._layout, self._sign(index))
            strip = self._strips[index, look] = self._paint(text, look)
        return strip

    def _row_class(self, index: int) -> str:
        item = self.model.rows[index]
        if isinstance(item, Group):
            return "rows--group"
        if index == self._cursor and self.has_focus:
            return "rows--cursor"
        if index == self._cursor and not self._flow:
            return "rows--cursor-blurred"
        if self.model.key(item) in self.model.marked:
            return "rows--marked"
        look = self._look(item)
        return "" if not look else "rows--group" if look == "heading" else f"rows--{look}"

    def _sign(self, index: int) -> str:
        if index != self._cursor:
            return " "
        return ">" if self.has_focus else " " if self._flow else "-"

    def _empty_words(self) -> str:
        if not self._filled:
            # Nobody knows yet whether there is anything.
            return ""
        return say("rows.nothing_matches") if self.model.total else say(self._empty)

    def _paint(self, text: str, look: str) -> Strip:
        style = self.get_component_rich_style(look) if look else self.rich_style
        shown = fit(text, self.size.width)
        return Strip([Segment(shown, style)], width(shown))

    def refresh_line(self, y: int) -> None:
        """Repaint the line at `y` of the whole list (the title line counts)."""
        if self.is_mounted:
            self.refresh(Region(0, y - self.scroll_offset.y, self.size.width, 1))
