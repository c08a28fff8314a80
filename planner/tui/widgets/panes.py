"""Panes side by side: as many as the width has room for, the one with the focus always among them.

    yield Panes(Pane("draft.template", tree, least=36), Pane("draft.tasks", rows, least=44), ...)

At 80 columns one pane is shown and Tab or F10 brings the next; in a wider window F10 shows the present one
alone and back.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import DescendantFocus
from textual.widget import Widget

from planner.tui.acts import Acts, Use
from planner.tui.widgets.chrome import Title


class Pane(Vertical):
    """One pane: a heading and its widgets.

    `least` is the width in cells below which it gives way, `share` its part of the width beside others.
    """

    DEFAULT_CSS = """
    Pane { width: 1fr; height: 1fr; }
    Pane.-beside { border-left: solid $panel-lighten-2; }
    """

    def __init__(
        self, title: str, *widgets: Widget, least: int = 40, share: int = 1, id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self.styles.width = f"{share}fr"
        self.title = Title(title)
        self.least = least
        self._widgets: Sequence[Widget] = widgets

    def compose(self) -> ComposeResult:
        """The heading, then the pane's own widgets."""
        yield self.title
        yield from self._widgets

    def enter(self) -> None:
        """Put the focus into the pane."""
        for widget in self.query("*"):
            # A filter line that is not open would take the keys unseen.
            if widget.focusable and widget.display:
                widget.focus()
                return


class Panes(Acts, Horizontal):
    """The row of panes."""

    ACTIONS: ClassVar[tuple[Use, ...]] = (Use("next_part"), Use("previous_part"), Use("wider"))
    DEFAULT_CSS = "Panes { height: 1fr; }"

    def __init__(self, *panes: Pane, id: str | None = None) -> None:
        super().__init__(*panes, id=id)
        self.panes = panes
        self._current = 0
        self._alone = False

    @property
    def current(self) -> Pane:
        """The pane with the focus."""
        return self.panes[self._current]

    def shown(self) -> tuple[Pane, ...]:
        """The panes that can be seen."""
        return tuple(pane for pane in self.panes if pane.display)

    def enter(self, index: int) -> None:
        """Show a pane and put the focus into it."""
        self._current = index % len(self.panes)
        self._arrange()
        self.current.enter()

    def do_next_part(self) -> None:
        self.enter(self._current + 1)

    def do_previous_part(self) -> None:
        self.enter(self._current - 1)

    def do_wider(self) -> None:
        if len(self.shown()) == 1 and not self._alone:
            # Where only one pane has room, the same key brings the next.
            self.do_next_part()
            return
        self._alone = not self._alone
        self._arrange()

    def on_mount(self) -> None:
        """Start with what fits."""
        self._arrange()

    def on_resize(self) -> None:
        """Another width, another number of panes."""
        self._arrange()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """The mouse may have chosen another pane."""
        for index, pane in enumerate(self.panes):
            if pane in event.widget.ancestors:
                self._current = index

    def _arrange(self) -> None:
        first, last = self._window(self.size.width or self.app.size.width)
        for index, pane in enumerate(self.panes):
            pane.display = first <= index <= last
            pane.set_class(first < index, "-beside")

    def _window(self, cells: int) -> tuple[int, int]:
        """The first and last pane to show: the present one and what fits around it."""
        first = last = self._current
        if self._alone:
            return first, last
        room = cells - self.current.least
        for index in (*range(last + 1, len(self.panes)), *range(first - 1, -1, -1)):
            room -= self.panes[index].least
            if room < 0:
                break
            first, last = min(first, index), max(last, index)
        return first, last
