"""A tree of lines that opens and closes, wrapped by cells, with a number at the right of each line.

    folds.fill([Fold(0, "总分", "92.5"), Fold(1, "各项合计", "92.5", below="= 40 + 52.5")], is_open)

Enter or a click opens and closes a line, → opens it or goes into it, ← closes it or goes to the line above.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from planner.tui.acts import Acts, Use
from planner.tui.display import fit
from planner.tui.widgets.foldmodel import Fold, FoldModel


class Folds(Acts, ScrollView, can_focus=True, inherit_bindings=False):
    """The tree. Its cursor is a line, however many rows it takes."""

    ACTIONS = tuple(
        Use(id)
        for id in (
            "line_up", "line_down", "cell_left", "cell_right", "page_up", "page_down",
            "first", "last", "open",
        )
    )  # fmt: skip
    COMPONENT_CLASSES: ClassVar[set[str]] = {"folds--cursor", "folds--blurred", "folds--quiet", "folds--top"}
    DEFAULT_CSS = """
    Folds {
        background: $surface; color: $foreground; height: 1fr; overflow-x: hidden;
        scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        & > .folds--cursor { background: $primary; color: $text; text-style: bold; }
        & > .folds--blurred { background: $primary-muted; }
        & > .folds--quiet { color: $text-muted; }
        & > .folds--top { text-style: bold; }
    }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.model = FoldModel()
        self.cursor = 0

    def fill(self, lines: Sequence[Fold], is_open: Callable[[int], bool] = lambda number: True) -> None:
        """Show these lines, the cursor on the first."""
        self.model.fill(lines, is_open)
        self.cursor = 0
        self._lay_out()

    def copy_text(self) -> str:
        """The line under the cursor with everything below it."""
        if not self.model.lines:
            return ""
        branch = self.model.branch(self.cursor)
        less = "    " * branch[0].depth
        return "\n".join(line.text.removeprefix(less) for line in branch)

    def do_open(self) -> None:
        if self.model.lines and self.model.toggle(self.cursor):
            self._lay_out()
            self._show(whole_branch=True)

    def do_cell_right(self) -> None:
        if self.model.lines and self.model.has_more(self.cursor):
            if self.model.is_open(self.cursor):
                self.do_line_down()
            else:
                self.do_open()

    def do_cell_left(self) -> None:
        if not self.model.lines:
            return
        if self.model.is_open(self.cursor):
            self.do_open()
            return
        above = self.model.parent(self.cursor)
        if above is not None:
            self._go(above)

    def do_line_up(self) -> None:
        self._step(-1)

    def do_line_down(self) -> None:
        self._step(1)

    def do_page_up(self) -> None:
        self._page(-1)

    def do_page_down(self) -> None:
        self._page(1)

    def do_first(self) -> None:
        if self.model.rows:
            self._go(self.model.rows[0].line)

    def do_last(self) -> None:
        if self.model.rows:
            self._go(self.model.rows[-1].line)

    def _rows_of(self, line: int) -> tuple[int, int]:
        """The first and the last row of a line."""
        held = [at for at, row in enumerate(self.model.rows) if row.line == line]
        return (held[0], held[-1]) if held else (0, 0)

    def _step(self, step: int) -> None:
        first, last = self._rows_of(self.cursor)
        top, height = self.scroll_offset.y, self.size.height
        if (step > 0 and last >= top + height) or (step < 0 and first < top):
            # A line that is higher than the window is read to its end first.
            self.scroll_to(y=top + step, animate=False)
            return
        at = last + 1 if step > 0 else first - 1
        if 0 <= at < len(self.model.rows):
            self._go(self.model.rows[at].line)

    def _page(self, step: int) -> None:
        if not self.model.rows:
            return
        at = self._rows_of(self.cursor)[0] + step * max(1, self.size.height - 1)
        self._go(self.model.rows[min(max(at, 0), len(self.model.rows) - 1)].line)

    def _go(self, line: int) -> None:
        self.cursor = line
        self._show()
        self.refresh()

    def _show(self, whole_branch: bool = False) -> None:
        """Scroll so that the cursor's line is in sight; with what was opened below it, as far as it goes."""
        first, last = self._rows_of(self.cursor)
        if whole_branch and self.model.is_open(self.cursor):
            last = max(
                at
                for at, row in enumerate(self.model.rows)
                if self.cursor <= row.line < self.cursor + len(self.model.branch(self.cursor))
            )
        top, height = self.scroll_offset.y, max(1, self.size.height)
        if last >= top + height:
            top = last - height + 1
        self.scroll_to(y=min(top, first), animate=False)

    def _lay_out(self) -> None:
        # What the scroll bar may cover is no room for words.
        cells = self.scrollable_content_region.width
        if cells > 0:
            self.model.lay_out(cells - 1)
            self.virtual_size = Size(cells, len(self.model.rows))
        self.refresh()

    def on_resize(self) -> None:
        """Wrap anew for the new width."""
        self._lay_out()
        self._show()

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        event.stop()
        at = self.scroll_offset.y + event.y
        if 0 <= at < len(self.model.rows):
            self.cursor = self.model.rows[at].line
            self.do_open()
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """One row."""
        at = self.scroll_offset.y + y
        if not 0 <= at < len(self.model.rows):
            return Strip.blank(self.size.width, self.rich_style)
        row = self.model.rows[at]
        look = "top" if self.model.lines[row.line].depth == 0 and not row.quiet else ""
        look = "quiet" if row.quiet else look
        sign = " "
        if row.line == self.cursor:
            look = "cursor" if self.has_focus else "blurred"
            sign = ">" if self.has_focus and at == self._rows_of(row.line)[0] else " "
        style = self.get_component_rich_style(f"folds--{look}") if look else self.rich_style
        return Strip([Segment(fit(sign + row.text, self.size.width), style)], self.size.width)
