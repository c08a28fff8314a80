"""Writing text of several lines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import TextArea

from planner.text import say
from planner.tui.acts import Use
from planner.tui.dialogs.base import Dialog
from planner.tui.dialogs.choose import Choice, Choose
from planner.tui.display import clean

LONG_LINE = 2000
"""Characters in a line beyond which typing would lag: such a line is shown in pieces and joined again."""


class Editor(TextArea):
    """The text area with the keys of an office: Ctrl+A takes all, Ctrl+Home/End go to the ends."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+a", "select_all", show=False),
        Binding("ctrl+home", "document_start", show=False),
        Binding("ctrl+end", "document_end", show=False),
        # The program's own keys, which the text area would otherwise take for its English ones.
        Binding("ctrl+f", "nothing", show=False),
        Binding("ctrl+w", "nothing", show=False),
        Binding("f5,f6,f7", "nothing", show=False),
    ]

    def action_document_start(self) -> None:
        """To the first character."""
        self.move_cursor((0, 0))

    def action_document_end(self) -> None:
        """Behind the last character."""
        self.move_cursor(self.document.end)

    def action_nothing(self) -> None:
        """A key that does nothing here."""


class TextEdit(Dialog[str]):
    """Ctrl+S keeps the text, Esc leaves; where something was changed, Esc asks first."""

    ACTIONS: ClassVar[tuple[Use, ...]] = (
        Use("save", "dialog.keep", footer=True),
        Use("back", "dialog.leave", footer=True),
    )
    DEFAULT_CSS = """
    TextEdit > .dialog--box { width: 96%; max-width: 110; }
    TextEdit Editor { height: 1fr; border: none; padding: 0; }
    """

    def __init__(self, heading: str, text: str) -> None:
        super().__init__(classes="-tall")
        self._heading = heading
        # A line too long for the text area is divided at sentences; nobody loses a character by it.
        self._text = "\n".join(_divided(line) for line in clean(text).split("\n"))
        self._divided = self._text != clean(text)

    def heading(self) -> str:
        return self._heading

    def body(self) -> Iterable[Widget]:
        editor = Editor(self._text, soft_wrap=True, show_line_numbers=False, tab_behavior="focus")
        editor.cursor_blink = False
        yield editor

    @property
    def text(self) -> str:
        """What stands in the editor."""
        text = clean(self.query_one(Editor).text)
        return text.replace(_SEAM, "") if self._divided else text

    def do_save(self) -> None:
        self.dismiss(self.text)

    def do_back(self) -> None:
        if self.query_one(Editor).text == self._text:
            self.dismiss(None)
            return
        choices = [
            Choice("keep", say("dialog.keep_changes")),
            Choice("drop", say("dialog.drop_changes")),
        ]
        self.app.push_screen(Choose(say("dialog.text_changed"), choices, typing=False), self._asked)

    def _asked(self, answer: str | None) -> None:
        if answer == "keep":
            self.do_save()
        elif answer == "drop":
            self.dismiss(None)


_SEAM = "\u3000\n\u3000"


def _divided(line: str) -> str:
    pieces = []
    while len(line) > LONG_LINE:
        end = max(line.rfind(mark, 0, LONG_LINE) for mark in "。；;. ") + 1
        pieces.append(line[: end or LONG_LINE])
        line = line[end or LONG_LINE :]
    return _SEAM.join([*pieces, line])
