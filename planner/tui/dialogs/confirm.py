"""A question with two answers, for what cannot be undone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.widget import Widget
from textual.widgets import Static

from planner.text import say
from planner.tui.acts import Use
from planner.tui.dialogs.base import Dialog
from planner.tui.display import one_line, safe
from planner.tui.widgets.rowmodel import Column
from planner.tui.widgets.rows import RowList


class Confirm(Dialog[bool]):
    """`question` and the two answers are catalogue keys; `arguments` fill the question.

    The cursor stands on the answer that changes nothing unless `safe_first` is False.
    """

    ACTIONS: ClassVar[tuple[Use, ...]] = (Use("open", "dialog.take", footer=True),)

    def __init__(
        self,
        question: str,
        *,
        yes: str = "dialog.yes",
        no: str = "dialog.no",
        note: str = "",
        safe_first: bool = True,
        **arguments: object,
    ) -> None:
        super().__init__()
        self._question = say(question, **{name: one_line(str(value)) for name, value in arguments.items()})
        self._answers = [no, yes] if safe_first else [yes, no]
        self._yes = yes
        self._note = note

    def heading(self) -> str:
        return self._question

    def body(self) -> Iterable[Widget]:
        if self._note:
            yield Static(safe(self._note), classes="dialog--note")
        rows = RowList[str]([Column("answer", "", say)], key=lambda answer: answer, header=False)
        rows.styles.height = 2
        rows.fill(self._answers)
        yield rows

    def do_open(self) -> None:
        self.query_one(RowList).do_open()

    def on_row_list_opened(self, event: RowList.Opened[str]) -> None:
        """Enter on an answer."""
        self.dismiss(event.record == self._yes)
