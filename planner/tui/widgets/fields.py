"""Fields for typing: one line safe for input methods, and the filter line above a list."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from planner.text import say
from planner.tui.acts import Acts, Use
from planner.tui.display import clean, notify, one_line


class TextInput(Input, inherit_bindings=False):
    """One line of text.

    It differs from Textual's in four ways: a field that is entered keeps its text when one types; several
    pasted lines become one and this is said; pasted text is cleaned; the input method's window stands where
    the cursor is, also in text longer than the field. Ctrl+U empties what is before it; Ctrl+F, Ctrl+E and
    Ctrl+arrows stay the program's.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "cursor_left", show=False),
        Binding("right", "cursor_right", show=False),
        Binding("shift+left", "cursor_left(True)", show=False),
        Binding("shift+right", "cursor_right(True)", show=False),
        Binding("home", "home", show=False),
        Binding("end", "end", show=False),
        Binding("shift+home", "home(True)", show=False),
        Binding("shift+end", "end(True)", show=False),
        Binding("backspace", "delete_left", show=False),
        Binding("delete", "delete_right", show=False),
        Binding("enter", "submit", show=False),
        Binding("ctrl+a", "select_all", show=False),
        Binding("ctrl+u", "delete_left_all", show=False),
        Binding("ctrl+x", "cut", show=False),
        Binding("ctrl+c", "copy", show=False),
        Binding("ctrl+v", "paste", show=False),
    ]
    DEFAULT_CSS = """
    TextInput { border: none; height: 1; padding: 0 1; background: $boost; }
    TextInput:focus { border: none; background: $primary-muted; }
    """

    def __init__(
        self, value: str = "", *, placeholder: str = "", id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(
            clean(value), placeholder=clean(placeholder), select_on_focus=False, id=id, classes=classes
        )
        self.cursor_blink = False

    def _watch_selection(self, selection: object) -> None:
        super()._watch_selection(selection)  # type: ignore[arg-type]
        # The cursor's place on the screen is right only after the text has scrolled.
        self.call_after_refresh(self._place_cursor)

    def on_resize(self) -> None:
        """The field moved: so did the cursor."""
        self.call_after_refresh(self._place_cursor)

    def _place_cursor(self) -> None:
        if self.has_focus:
            self.app.cursor_position = self.cursor_screen_offset

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        lines = [line for line in map(str.strip, event.text.splitlines()) if line]
        if len(lines) > 1:
            notify(self, say("field.pasted_lines", count=len(lines)), weight="warning")
        self.replace(one_line(" ".join(lines)), *self.selection)


class FilterLine(Acts, TextInput, inherit_bindings=True):
    """The line over a list for what to look for. Hidden until Ctrl+F; Esc empties and hides it.

    Its `Typed` message comes a moment after the last key; Enter and ↓ go to the list.
    """

    ACTIONS = (Use("back", "field.leave_filter"), Use("line_down"))
    DEFAULT_CSS = """
    FilterLine { display: none; }
    FilterLine.-open { display: block; }
    """
    PAUSE = 0.1
    """Seconds after the last key before the list is filled anew."""

    class Typed(Message):
        """The words are different."""

        def __init__(self, line: FilterLine, words: str) -> None:
            super().__init__()
            self.line = line
            self.words = words

        @property
        def control(self) -> FilterLine:
            """The line, for `@on` selectors."""
            return self.line

    def __init__(self, key: str = "field.filter", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._key = key
        self.retranslate()

    def retranslate(self) -> None:
        """Put in the words of the language in force."""
        self.placeholder = say(self._key)

    def open(self) -> None:
        """Show the line and type in it."""
        self.add_class("-open")
        self.focus()

    def close(self) -> bool:
        """Empty and hide the line; False where it was hidden already."""
        was_open = self.has_class("-open")
        self.remove_class("-open")
        if self.value:
            self.value = ""
        if was_open and self.has_focus:
            self.screen.focus_next()
        return was_open

    def do_back(self) -> None:
        self.close()

    def do_line_down(self) -> None:
        self.screen.focus_next()

    async def action_submit(self) -> None:
        """Enter: on to the list."""
        self.screen.focus_next()

    def _watch_value(self, value: str) -> None:
        super()._watch_value(value)
        if self.is_mounted:
            if timer := getattr(self, "_timer", None):
                timer.stop()
            self._timer = self.set_timer(self.PAUSE, lambda: self.post_message(self.Typed(self, value)))
