"""A field whose value is chosen, not typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget

from planner.text import say
from planner.tui.acts import Acts, Use
from planner.tui.display import fit, one_line, safe, width


class PickLine(Acts, Widget, can_focus=True, inherit_bindings=False):
    """A line that shows a choice; Enter or a click changes it."""

    ACTIONS: ClassVar[tuple[Use, ...]] = (Use("open", "field.change"),)
    DEFAULT_CSS = """
    PickLine { height: 1; width: 1fr; padding: 0 1; background: $boost; }
    PickLine:focus { background: $primary-muted; text-style: bold; }
    """

    def __init__(self, ask: Callable[[], None], *, id: str) -> None:
        super().__init__(id=id)
        self._ask = ask
        self._words = ""

    def show(self, words: str) -> None:
        """Show this choice."""
        self._words = words
        self.refresh()

    def render(self) -> Content:
        """The choice, and how to change it."""
        hint = say("field.to_change")
        room = max(4, self.size.width - width(hint))
        return safe(fit(one_line(self._words), room) + hint)

    def do_open(self) -> None:
        self._ask()

    def on_click(self) -> None:
        """A click chooses anew."""
        self._ask()
