"""Panes with several stops: Tab goes through a pane's own widgets, then on to the next pane."""

from __future__ import annotations

from textual.widget import Widget

from planner.tui.acts import Acts, Use
from planner.tui.widgets.fields import FilterLine
from planner.tui.widgets.panes import Pane, Panes


class StopsPane(Acts, Pane):
    """A pane whose widgets are stops of Tab; entered at the first that is no line for typing."""

    ACTIONS = (Use("next_part"), Use("previous_part"))

    def stops(self) -> list[Widget]:
        """What can have the focus now, in order."""
        return [widget for widget in self.query("*") if widget.focusable]

    def enter(self) -> None:
        """Put the focus into the pane."""
        for widget in self.stops():
            if not isinstance(widget, FilterLine):
                widget.focus()
                return

    def do_next_part(self) -> None:
        self._step(1)

    def do_previous_part(self) -> None:
        self._step(-1)

    def _step(self, step: int) -> None:
        stops = self.stops()
        here = next((place for place, widget in enumerate(stops) if widget.has_focus), 0) + step
        panes = self.parent
        if 0 <= here < len(stops):
            stops[here].focus()
        elif isinstance(panes, Panes):
            panes.perform("next_part" if step > 0 else "previous_part")


class SearchLine(FilterLine, inherit_bindings=True):
    """The filter line, always in sight: Esc empties it and goes to the list."""

    DEFAULT_CSS = "SearchLine { display: block; }"

    def open(self) -> None:
        """Type in it; what stands there stays to be changed."""
        self.focus()

    def close(self) -> bool:
        """Empty it; False where it was empty and without the focus."""
        had = bool(self.value) or self.has_focus
        self.value = ""
        if self.has_focus:
            self.screen.focus_next()
        return had
