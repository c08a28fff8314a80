"""The names in one role: typed by initials, part or short name, put in order, taken out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.widget import Widget
from textual.widgets import Static

from planner.departments import Roster, search
from planner.text import say
from planner.tui.acts import Use
from planner.tui.dialogs.base import Dialog, MovesInList
from planner.tui.dialogs.choose import Choice
from planner.tui.display import safe
from planner.tui.screens.draft.desk import Writer
from planner.tui.widgets.fields import TextInput
from planner.tui.widgets.rowmodel import Column
from planner.tui.widgets.rows import RowList

MOST = 30
"""Names proposed for what was typed."""


class NamesInput(TextInput):
    """The typing line. While it is empty, Delete is the dialog's: it takes a name out."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave Delete to the dialog where there is nothing to delete here."""
        return action != "delete_right" or bool(self.value)


class NamesDialog(Dialog[str], MovesInList):
    """Type, Enter adds the name under the cursor; with nothing typed Enter is done.

    The result holds the names in their order, one a line. A name that the roster does not have is taken as
    typed; one that it has is written by `write`, as the plan writes names.
    """

    ACTIONS: ClassVar[tuple[Use, ...]] = (
        Use("open", "draft.names.take", footer=True),
        Use("save", "dialog.done", footer=True),
        Use("delete", "draft.names.remove", footer=True),
        Use("move_up", "draft.names.forward", footer=True),
        Use("move_down"),
        Use("line_up"),
        Use("line_down"),
        Use("page_up"),
        Use("page_down"),
    )
    DEFAULT_CSS = "NamesDialog RowList { height: 12; }"

    def __init__(self, heading: str, names: Sequence[str], roster: Roster, write: Writer) -> None:
        super().__init__()
        self._write = write
        self._heading = heading
        self._names = list(names)
        self._roster = roster
        self.rows: RowList[Choice] = RowList(
            [
                Column("label", "", lambda choice: choice.label, share=2, least=20, optional=False),
                Column("note", "", lambda choice: choice.note, least=10),
            ],
            key=lambda choice: choice.id,
            header=False,
            empty="draft.names.none",
        )

    def heading(self) -> str:
        return self._heading

    def body(self) -> Iterable[Widget]:
        yield NamesInput(placeholder=say("draft.names.type"))
        yield Static(safe(say("draft.names.note")), classes="dialog--note")
        yield self.rows

    def on_mount(self) -> None:
        """Show who is there."""
        self._fill()

    @property
    def _typed(self) -> str:
        return self.query_one(NamesInput).value.strip()

    def _fill(self) -> None:
        typed = self._typed
        if not typed:
            self.rows.fill(
                [
                    Choice(name, name, say("draft.names.place", place=n))
                    for n, name in enumerate(self._names, 1)
                ]
            )
            return
        found = [held for held in search(typed, self._roster) if held.abolished is None][:MOST]
        names = {self._write(held): held for held in found}
        choices = [Choice(name, name, "、".join(held.short)) for name, held in names.items()]
        if typed not in names:
            choices.append(Choice(typed, typed, say("draft.names.as_typed")))
        self.rows.fill(choices)
        self.rows.do_first()

    def on_input_changed(self) -> None:
        """Proposals follow what is typed; with nothing typed the list shows who is there."""
        self._fill()

    def on_input_submitted(self) -> None:
        """Enter while typing."""
        self.do_open()

    def on_row_list_opened(self) -> None:
        """Enter or double click on the list."""
        self.do_open()

    def do_open(self) -> None:
        if not self._typed:
            self.do_save()
            return
        chosen = self.rows.current
        if chosen is not None and chosen.id not in self._names:
            self._names.append(chosen.id)
        line = self.query_one(NamesInput)
        line.value = ""
        line.focus()
        self._fill()

    def do_save(self) -> None:
        self.dismiss("\n".join(self._names))

    def do_delete(self) -> None:
        if not self._typed and self.rows.current is not None:
            self._names.remove(self.rows.current.id)
            self._fill()

    def do_move_up(self) -> None:
        self._shift(-1)

    def do_move_down(self) -> None:
        self._shift(1)

    def _shift(self, step: int) -> None:
        chosen = self.rows.current
        if self._typed or chosen is None:
            return
        place = self._names.index(chosen.id)
        other = place + step
        if 0 <= other < len(self._names):
            self._names[place], self._names[other] = self._names[other], self._names[place]
            self._fill()
