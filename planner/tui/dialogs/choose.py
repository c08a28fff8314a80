"""Choosing from a list while typing: one choice or several, also the ground of the command palette."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.widget import Widget
from textual.widgets import Static

from planner.text import say
from planner.tui.acts import Use
from planner.tui.dialogs.base import Dialog, MovesInList
from planner.tui.display import safe
from planner.tui.widgets.fields import TextInput
from planner.tui.widgets.rowmodel import Column, Look
from planner.tui.widgets.rows import RowList


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose. `note` stands beside it; `words` are searched too but not shown (pinyin initials).

    `blocked` says why it cannot be chosen now: it is shown greyed with that reason instead of the note.
    """

    id: str
    label: str
    note: str = ""
    words: str = ""
    blocked: str = ""


Search = Callable[[str, Sequence[Choice]], Sequence[Choice]]


def by_words(typed: str, choices: Sequence[Choice]) -> Sequence[Choice]:
    """Every typed word occurs in label, note or words; labels that begin with what was typed come first."""
    parts = typed.casefold().split()
    found = [c for c in choices if all(p in f"{c.label} {c.words} {c.note}".casefold() for p in parts)]
    return sorted(found, key=lambda c: not c.label.casefold().startswith(typed.casefold()))


class ChooseInput(TextInput):
    """The typing line: arrows and Enter work on the list below."""


class Choose(Dialog[str], MovesInList):
    """Type to narrow, ↑↓ to move, Enter to take; returns the choice's id.

    `search` gets what was typed and all choices and returns those that fit, best first: hand in the roster's
    own search to find by pinyin initials. `fresh` says that what was typed may itself be the answer where
    nothing fits (then returned as typed).
    """

    ACTIONS: ClassVar[tuple[Use, ...]] = (
        Use("line_up"),
        Use("line_down"),
        Use("page_up"),
        Use("page_down"),
        Use("open", "dialog.take", footer=True),
    )
    DEFAULT_CSS = """
    Choose RowList { height: auto; max-height: 16; min-height: 3; }
    """

    def __init__(
        self,
        heading: str,
        choices: Sequence[Choice],
        *,
        search: Search = by_words,
        note: str = "",
        typing: bool = True,
        fresh: bool = False,
        at: str = "",
    ) -> None:
        super().__init__()
        self._heading = heading
        self._choices = choices
        self._search = search
        self._note = note
        self._typing = typing
        self._fresh = fresh
        self._at = at
        self.rows: RowList[Choice] = self._list()

    def _list(self) -> RowList[Choice]:
        columns: list[Column[Choice]] = [
            Column("label", "", lambda choice: choice.label, share=2, least=20, optional=False),
            Column("note", "", lambda choice: choice.blocked or choice.note, share=3, least=10),
        ]
        if not any(choice.note or choice.blocked for choice in self._choices):
            columns.pop()
        return RowList(
            columns, key=lambda choice: choice.id, look=_look, header=False, empty="dialog.none_fits"
        )

    def heading(self) -> str:
        return self._heading

    def body(self) -> Iterable[Widget]:
        if self._note:
            yield Static(safe(self._note), classes="dialog--note")
        if self._typing:
            yield ChooseInput(placeholder=say("dialog.type_to_narrow"))
        self.rows.fill(self._choices)
        if self._at:
            self.rows.go_to(self._at)
        yield self.rows

    def search_in(self, choices: Sequence[Choice]) -> None:
        """Search in these from now on: the same choices with more words to find them by."""
        self._choices = choices
        if self.is_attached and (typed := self._typed()):
            self._narrow(typed)

    def _typed(self) -> str:
        return self.query_one(ChooseInput).value.strip() if self._typing else ""

    def on_input_changed(self, event: TextInput.Changed) -> None:
        """Narrow the list to what was typed; the best stands under the cursor."""
        self._narrow(event.value.strip())

    def _narrow(self, typed: str) -> None:
        found = list(self._search(typed, self._choices)) if typed else list(self._choices)
        self.rows.fill(found)
        self.rows.do_first()

    def on_input_submitted(self) -> None:
        """Enter while typing."""
        self.do_open()

    def do_open(self) -> None:
        choice = self.rows.current
        if choice is None:
            typed = self._typed()
            if self._fresh and typed:
                self.dismiss(typed)
            return
        if choice.blocked:
            self.complain(choice.blocked)
        else:
            self.dismiss(choice.id)

    def on_row_list_opened(self) -> None:
        """Double click or Enter on the list."""
        self.do_open()


class ChooseSeveral(Choose):
    """The same with marks: Space on the list marks, Enter returns the ids, one a line, in order of marking.

    While typing, Ctrl+Space is not sure to arrive: Tab goes to the list, where Space marks.
    """

    ACTIONS: ClassVar[tuple[Use, ...]] = (Use("mark", footer=True), Use("mark_all"))

    def __init__(
        self, heading: str, choices: Sequence[Choice], *, marked: Sequence[str] = (), **options: str
    ) -> None:
        super().__init__(heading, choices, typing=False, note=options.get("note", ""))
        self._marked = marked

    def on_mount(self) -> None:
        """Put the marks that were there before."""
        self.rows.model.marked = dict.fromkeys(self._marked)
        self.rows.repaint()

    def do_open(self) -> None:
        self.dismiss("\n".join(self.rows.model.marked))

    def do_mark(self) -> None:
        self.rows.do_mark()

    def do_mark_all(self) -> None:
        self.rows.do_mark_all()


def _id(choice: Choice) -> str:
    return choice.id


def _look(choice: Choice) -> Look:
    return "muted" if choice.blocked else ""
