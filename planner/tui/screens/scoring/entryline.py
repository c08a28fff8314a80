"""The line at the foot of the table into which one value is typed, and the table that leads to it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static
from textual.widgets.input import Selection

from planner.text import say
from planner.tui.acts import Acts, Use
from planner.tui.display import cut, one_line, safe
from planner.tui.screens.scoring.typed import written, yes_no_in
from planner.tui.widgets.fields import TextInput

_SPACES = (" ", "\u3000")


class EntryField(Acts, TextInput, inherit_bindings=True):
    """Enter takes what was typed; arrows up and down take it and go that way; Esc leaves it."""

    ACTIONS: ClassVar[tuple[Use, ...]] = (
        Use("back", "scoring_place.leave_entry", footer=True),
        Use("line_up"),
        Use("line_down"),
        Use("mark", "scoring_place.switch"),
    )

    class Left(Message):
        """Esc: nothing is taken."""

    class Onward(Message):
        """↑ or ↓: what was typed is taken, and the next item is the one above or below."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    switches = False
    """True while a yes or no is asked for: Space turns it."""

    def on_key(self, event: events.Key) -> None:
        """Space, of either width, belongs to a yes or no."""
        if self.switches and event.character in _SPACES:
            event.stop()
            event.prevent_default()
            self.do_mark()

    def do_back(self) -> None:
        self.post_message(self.Left())

    def do_line_up(self) -> None:
        self.post_message(self.Onward(-1))

    def do_line_down(self) -> None:
        self.post_message(self.Onward(1))

    def do_mark(self) -> None:
        if self.switches:
            self.value = written(not yes_no_in(self.value))
            self.choose_all()

    def choose_all(self) -> None:
        """Have the first key that is typed take the place of what stands there."""
        self.selection = Selection(0, len(self.value))

    def blocked(self, action: str) -> str:
        """Only a yes or no can be turned."""
        return say("palette.not_here") if action == "mark" and not self.switches else ""


class EntryLine(Vertical):
    """Label and field on one line, below it what to do or what is wrong. Hidden while nothing is asked."""

    DEFAULT_CSS = """
    EntryLine { display: none; height: 2; background: $boost; }
    EntryLine.-open { display: block; }
    EntryLine .entry--label { width: auto; padding: 0 1; color: $text-accent; text-style: bold; }
    EntryLine Horizontal { height: 1; }
    EntryLine .entry--hint { color: $text-muted; padding: 0 1; width: 100%; height: 1; }
    EntryLine .entry--hint.-wrong { color: $text-error; text-style: bold; }
    """

    def compose(self) -> Iterable[Widget]:
        """Label, field, hint."""
        with Horizontal():
            yield Static("", classes="entry--label")
            yield EntryField(id="entry")
        yield Static("", classes="entry--hint")

    @property
    def field(self) -> EntryField:
        """Where one types."""
        return self.query_one(EntryField)

    @property
    def is_open(self) -> bool:
        """True while something is asked."""
        return self.has_class("-open")

    def ask(self, label: str, value: str, hint: str, *, switches: bool = False) -> None:
        """Ask for a value; what stands there goes with the first key."""
        # A value on the screen needs room for itself, whatever the item is called.
        room = max(12, self.app.size.width // 2)
        self.query_one(".entry--label", Static).update(safe(cut(one_line(label), room)))
        self.field.switches = switches
        self.field.value = value
        self.add_class("-open")
        self.field.focus()
        self.field.choose_all()
        self._hint(hint)

    def complain(self, words: str) -> None:
        """Say what is wrong with what was typed; it stays."""
        self._hint(say("dialog.wrong", words=words), wrong=True)
        self.field.focus()

    def _hint(self, words: str, wrong: bool = False) -> None:
        hint = self.query_one(".entry--hint", Static)
        hint.update(safe(cut(one_line(words), max(20, (self.size.width or self.app.size.width) - 2))))
        hint.set_class(wrong, "-wrong")

    def close(self) -> None:
        """Ask nothing more."""
        self.remove_class("-open")
