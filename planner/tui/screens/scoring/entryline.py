"""The line at the foot of the table into which one value is typed, and the table that leads to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar, Protocol

from rich.cells import cell_len
from textual import events
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Static
from textual.widgets.input import Selection

from planner.text import say
from planner.tui.acts import Acts, Use
from planner.tui.display import cut, one_line, safe
from planner.tui.screens.scoring.typed import written, yes_no_in
from planner.tui.widgets.chrome import Footer
from planner.tui.widgets.fields import TextInput

_SPACES = (" ", "\u3000")
_STEPS = {"enter": 1, "down": 1, "up": -1}
"""The keys that end a value, and in which direction they go on."""


class Typist(Protocol):
    """Who gets what is typed."""

    def taken(self, words: str, step: int) -> None:
        """What stood in the line when it was ended; 1 goes on downwards, -1 upwards."""

    def stop(self) -> None:
        """The line is left and nothing of it is taken."""


class EntryField(Acts, TextInput, inherit_bindings=True):
    """Enter takes what was typed; arrows up and down take it and go that way; Esc leaves it.

    These keys are answered here and at once, in the order in which they were typed: over a slow line number,
    Enter, number, Enter may come in one piece, and each number belongs to the question of its turn.
    """

    ALONE = True
    ACTIONS: ClassVar[tuple[Use, ...]] = (
        Use("open", "scoring_place.save_entry", footer=True),
        Use("mark", "scoring_place.switch"),
        Use("back", "scoring_place.leave_entry", footer=True),
        Use("line_up", "scoring_place.save_entry_up", footer=True),
        Use("line_down"),
    )

    def __init__(self, typist: Typist) -> None:
        super().__init__(id="entry")
        self._typist = typist
        self.switches = False

    def on_key(self, event: events.Key) -> None:
        """The keys that end a value; Space, of either width, belongs to a yes or no."""
        if event.key in _STEPS:
            self._typist.taken(self.value, _STEPS[event.key])
        elif event.key == "escape":
            self.do_back()
        elif self.switches and event.character in _SPACES:
            self.do_mark()
        else:
            return
        event.stop()
        event.prevent_default()

    def now(self, use: Use) -> Use:
        return replace(use, footer=True) if use.id == "mark" and self.switches else use

    def do_open(self) -> None:
        self._typist.taken(self.value, 1)

    def do_back(self) -> None:
        self._typist.stop()

    def do_line_up(self) -> None:
        self._typist.taken(self.value, -1)

    def do_line_down(self) -> None:
        self._typist.taken(self.value, 1)

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
    """Label and field on one line, over it the rule where it is not in sight, below it what to do or what is
    wrong. Hidden while nothing is asked."""

    DEFAULT_CSS = """
    EntryLine { display: none; height: auto; background: $boost; }
    EntryLine.-open { display: block; }
    EntryLine .entry--rule { color: $text-muted; padding: 0 1; width: 100%; height: 1; }
    EntryLine .entry--rule.-gone { display: none; }
    EntryLine .entry--label { width: auto; padding: 0 1; color: $text-accent; text-style: bold; }
    EntryLine Horizontal { height: 1; }
    EntryLine .entry--hint { color: $text-muted; padding: 0 1; width: 100%; height: 1; }
    EntryLine .entry--hint.-wrong { color: $text-error; text-style: bold; }
    """

    def __init__(self, typist: Typist) -> None:
        super().__init__()
        self.field = EntryField(typist)
        self._asked = ""

    def compose(self) -> Iterable[Widget]:
        """Rule, label, field, hint."""
        yield Static("", classes="entry--rule -gone")
        with Horizontal():
            yield Static("", classes="entry--label")
            yield self.field
        yield Static("", classes="entry--hint")

    @property
    def is_open(self) -> bool:
        """True while something is asked."""
        return self.has_class("-open")

    def ask(
        self, about: str, asked: str, value: str, hint: str, *, rule: str = "", switches: bool = False
    ) -> None:
        """Ask for a value; what stands there goes with the first key.

        `asked` is the question itself: what it is about gives way to it. `rule` stands over it.
        """
        # A value on the screen needs room for itself, whatever the item is called.
        asked = cut(one_line(asked), max(12, self.app.size.width // 2))
        room = max(12, self.app.size.width * 2 // 3 - cell_len(asked) - 2)
        label = f"{cut(one_line(about), room)}  {asked}"
        self.query_one(".entry--label", Static).update(safe(label))
        above = self.query_one(".entry--rule", Static)
        above.update(safe(cut(one_line(rule), self._width)))
        above.set_class(not rule, "-gone")
        self.field.switches = switches
        self._asked = self.field.value = value
        self.add_class("-open")
        # Not in a moment: the next key may be waiting already.
        self.screen.set_focus(self.field)
        self.field.choose_all()
        self._hint(hint)
        # Another question may be answered by other keys.
        self.screen.query_one(Footer).refresh()

    @property
    def is_changed(self) -> bool:
        """True while something is typed that was not taken yet."""
        return self.is_open and self.field.value != self._asked

    def take_back(self) -> bool:
        """Bring back what stood there before one typed; False where nothing was typed."""
        if not self.is_changed:
            return False
        self.field.value = self._asked
        self.field.choose_all()
        return True

    def complain(self, words: str) -> None:
        """Say what is wrong with what was typed; it stays."""
        self._hint(say("dialog.wrong", words=words), wrong=True)
        self.field.focus()

    def _hint(self, words: str, wrong: bool = False) -> None:
        hint = self.query_one(".entry--hint", Static)
        hint.update(safe(cut(one_line(words), self._width)))
        hint.set_class(wrong, "-wrong")

    @property
    def _width(self) -> int:
        return max(20, (self.size.width or self.app.size.width) - 2)

    def close(self) -> None:
        """Ask nothing more."""
        self.remove_class("-open")
