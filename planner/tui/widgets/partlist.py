"""The parts of a record to read in full, with a cursor on one part at a time: ↑↓ the next part, Enter edits.

Long text is wrapped and takes as many lines as it needs; a part taller than the window is read line by line.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Generic, Protocol, TypeVar

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from planner.text import say
from planner.tui.acts import Acts, Use
from planner.tui.display import clean, fit, width
from planner.tui.widgets.kept_style import KeptStyle
from planner.tui.widgets.textpane import ParaLook, wrap

GUTTER = 1
GAP = 1
WIDEST_LABEL = 11
"""Cells of a label, where the list is not told otherwise; never more than a third of the width."""


class Lined(Protocol):
    """What a part shows: its label, its text in full, how the text looks. `key` is its own among them."""

    @property
    def key(self) -> str:
        """Its own among the parts shown."""

    @property
    def label(self) -> str:
        """What stands before the text."""

    @property
    def text(self) -> str:
        """The text, of one or several paragraphs."""

    @property
    def look(self) -> ParaLook:
        """How the text stands out."""


P = TypeVar("P", bound=Lined)
Q = TypeVar("Q", bound=Lined)


class PartList(Acts, KeptStyle, ScrollView, Generic[P], can_focus=True, inherit_bindings=False):
    """The list. `show` fills it; the cursor stays on its part."""

    ACTIONS = tuple(
        Use(id) for id in ("line_up", "line_down", "page_up", "page_down", "first", "last", "open")
    )
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "parts--label", "parts--cursor", "parts--cursor-blurred", "parts--heading", "parts--strong",
        "parts--muted", "parts--good", "parts--warning", "parts--error",
    }  # fmt: skip
    DEFAULT_CSS = """
    PartList {
        background: $surface; color: $foreground; height: 1fr; overflow-x: hidden;
        scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        & > .parts--label { color: $text-muted; }
        & > .parts--cursor { background: $primary; color: $text; text-style: bold; }
        & > .parts--cursor-blurred { background: $primary-muted; }
        & > .parts--heading { color: $text-accent; text-style: bold; }
        & > .parts--strong { text-style: bold; }
        & > .parts--muted { color: $text-muted; }
        & > .parts--good { color: $text-success; }
        & > .parts--warning { color: $text-warning; }
        & > .parts--error { color: $text-error; }
    }
    """

    class Opened(Message, Generic[Q]):
        """Enter or a double click on a part."""

        def __init__(self, parts: PartList[Q], part: Q) -> None:
            super().__init__()
            self.parts = parts
            self.part = part

        @property
        def control(self) -> PartList[Q]:
            """The list, for `@on` selectors."""
            return self.parts

    class Moved(Message):
        """The cursor stands on another part."""

    def __init__(self, *, empty: str, widest: int = WIDEST_LABEL, id: str | None = None) -> None:
        super().__init__(id=id)
        self._widest = widest
        self._empty = empty
        self._parts: Sequence[P] = ()
        self._cursor = 0
        self._lines: list[tuple[int, str, str]] = []
        self._first_line: list[int] = []
        self._wrapped_for = 0

    def show(self, parts: Sequence[P], *, keep_place: bool) -> None:
        """Show these parts. With `keep_place` the cursor stays on its part, or where it was."""
        key = self.current.key if keep_place and self.current is not None else ""
        at = self._cursor if keep_place else 0
        self._parts = parts
        keys = [part.key for part in parts]
        self._cursor = keys.index(key) if key in keys else min(at, max(0, len(parts) - 1))
        self._wrapped_for = 0
        # Where there is no room yet nothing is wrapped, and lines of other parts would be painted.
        self._lines, self._first_line = [], []
        self._wrap()
        if keep_place:
            self._scroll_into_view()
        else:
            self.scroll_to(y=0, animate=False)

    @property
    def current(self) -> P | None:
        """The part under the cursor."""
        return self._parts[self._cursor] if self._cursor < len(self._parts) else None

    def go_to(self, key: str) -> None:
        """Put the cursor on a part, where it is shown."""
        for index, part in enumerate(self._parts):
            if part.key == key:
                self._move(index)

    def copy_text(self) -> str:
        """The text of the part under the cursor."""
        return clean(self.current.text) if self.current is not None else ""

    # Keys

    def do_line_up(self) -> None:
        top = self.scroll_offset.y
        if self._parts and self._first_line[self._cursor] < top:
            self.scroll_to(y=top - 1, animate=False)
        elif self._cursor > 0:
            self._move(self._cursor - 1, from_below=True)
        else:
            self.scroll_to(y=0, animate=False)

    def do_line_down(self) -> None:
        if self._parts and self._end(self._cursor) > self.scroll_offset.y + self.size.height:
            self.scroll_to(y=self.scroll_offset.y + 1, animate=False)
        elif self._cursor < len(self._parts) - 1:
            self._move(self._cursor + 1)

    def do_page_up(self) -> None:
        self._to_line(self._first(self._cursor) - self.size.height + 1)

    def do_page_down(self) -> None:
        self._to_line(self._first(self._cursor) + self.size.height - 1)

    def do_first(self) -> None:
        self._move(0)

    def do_last(self) -> None:
        self._move(len(self._parts) - 1)

    def do_open(self) -> None:
        if self.current is not None:
            self.post_message(self.Opened(self, self.current))

    def _to_line(self, line: int) -> None:
        if self._lines:
            self._move(self._lines[min(max(0, line), len(self._lines) - 1)][0])

    def _move(self, index: int, *, from_below: bool = False) -> None:
        if not self._parts:
            return
        self._cursor = min(max(0, index), len(self._parts) - 1)
        self._scroll_into_view(from_below=from_below)
        self.refresh()
        self.post_message(self.Moved())

    # Lines

    def _first(self, index: int) -> int:
        return self._first_line[index] if index < len(self._first_line) else 0

    def _end(self, index: int) -> int:
        return self._first_line[index + 1] if index + 1 < len(self._first_line) else len(self._lines)

    def _scroll_into_view(self, *, from_below: bool = False) -> None:
        if not self._first_line:
            return
        first, end, top, room = self._first(self._cursor), self._end(self._cursor), 0, self.size.height
        top = self.scroll_offset.y
        if end - first > room:
            self.scroll_to(y=end - room if from_below else first, animate=False)
        elif first < top:
            self.scroll_to(y=first, animate=False)
        elif end > top + room:
            self.scroll_to(y=end - room, animate=False)

    def on_resize(self) -> None:
        """Wrap anew for the new width."""
        self._wrap()
        self._scroll_into_view()

    def _wrap(self) -> None:
        cells = self.size.width
        if cells <= 0 or cells == self._wrapped_for:
            return
        self._wrapped_for = cells
        label_cells = min(
            self._widest,
            max(WIDEST_LABEL, cells // 3),
            max((width(part.label) for part in self._parts), default=0),
        )
        room = cells - GUTTER - label_cells - GAP - self.scrollbar_size_vertical
        self._lines, self._first_line = [], []
        for index, part in enumerate(self._parts):
            self._first_line.append(len(self._lines))
            label = part.label
            for paragraph in clean(part.text).replace("\t", "    ").split("\n"):
                for line in [*wrap(paragraph, room)] or [""]:
                    self._lines.append((index, fit(label, label_cells) + " " * GAP, line))
                    label = ""
        self.virtual_size = Size(cells, len(self._lines))
        self.refresh()

    # The mouse

    def on_click(self, event: events.Click) -> None:
        """Select a part; a double click opens it."""
        event.stop()
        line = self.scroll_offset.y + event.y
        if 0 <= line < len(self._lines):
            self._cursor = self._lines[line][0]
            self.refresh()
            self.post_message(self.Moved())
            if event.chain == 2:
                self.do_open()

    # Painting

    def render_line(self, y: int) -> Strip:
        """One line: label and text."""
        index = self.scroll_offset.y + y
        cells = self.size.width
        if not self._parts and index < 20:
            words = say(self._empty).split("\n")
            text = " " + words[index] if index < len(words) else ""
            return Strip([Segment(fit(text, cells), self.get_component_rich_style("parts--muted"))], cells)
        if not 0 <= index < len(self._lines):
            return Strip.blank(cells, self.rich_style)
        place, label, text = self._lines[index]
        here = place == self._cursor
        sign = (">" if self.has_focus else "-") if here and index == self._first(place) else " "
        if here:
            look = "parts--cursor" if self.has_focus else "parts--cursor-blurred"
            style = self.get_component_rich_style(look)
            return Strip([Segment(fit(sign + label + text, cells), style)], cells)
        part = self._parts[place]
        style = self.get_component_rich_style(f"parts--{part.look}") if part.look else self.rich_style
        before = sign + label
        return Strip(
            [
                Segment(before, self.get_component_rich_style("parts--label")),
                Segment(fit(text, cells - width(before)), style),
            ],
            cells,
        )

    def on_focus(self) -> None:
        """The cursor looks otherwise with the focus."""
        self.refresh()

    def on_blur(self) -> None:
        """And without it."""
        self.refresh()
