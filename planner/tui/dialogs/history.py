"""What was changed in an assessment, newest first, in words: who, when, where, from what to what, and why."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget
from textual.widgets import Static

from planner.text import say
from planner.tui.acts import Use
from planner.tui.dialogs.base import Dialog
from planner.tui.dialogs.journal import Told, told
from planner.tui.display import safe
from planner.tui.widgets.fields import FilterLine
from planner.tui.widgets.rowmodel import Column
from planner.tui.widgets.rows import RowList

if TYPE_CHECKING:
    from planner.tui.app import PlannerApp
    from planner.tui.assessment import OpenAssessment

SHOWN = 500
"""Acts that are shown; older ones are kept, but are not on the screen."""
MOST = 4 * SHOWN
"""Lines of the store that are read: an act has one for every field."""


def show_history(app: PlannerApp, held: OpenAssessment) -> None:
    """Read what was changed in an open assessment and show it."""
    scheme, course, viewer, board = held.scheme, held.course, held.viewer, held.board

    def read() -> tuple[Told, ...]:
        return told(held.port.journal(scheme.id, most=MOST), scheme, course, viewer, board)

    def show(lines: tuple[Told, ...]) -> None:
        app.push_screen(HistoryDialog(lines))

    app.work(read, show, group="history", leads_on=True)


class HistoryDialog(Dialog[None]):
    """The journal; what is typed narrows it."""

    ACTIONS: ClassVar[tuple[Use, ...]] = (
        Use("line_down"),
        Use("copy", footer=True),
        Use("back", "dialog.close", footer=True),
    )

    def __init__(self, lines: tuple[Told, ...]) -> None:
        super().__init__(classes="-tall -wide")
        self._lines = lines[:SHOWN]
        self.filter = FilterLine("history.filter", id="history-filter")
        self.rows: RowList[Told] = RowList(
            [
                Column("when", "history.when", lambda line: line.when, width=11),
                Column("who", "history.who", lambda line: line.who, width=8),
                Column("words", "history.what", lambda line: line.words, least=30, optional=False),
            ],
            key=lambda line: line.key,
            empty="history.nothing",
            id="history",
        )
        self.rows.model.matches = _fits

    def heading(self) -> str:
        return say("history.heading")

    def body(self) -> Iterable[Widget]:
        yield self.filter
        self.rows.fill(self._lines)
        yield self.rows
        # A line may be longer than the row.
        yield Static("", classes="dialog--note", id="history-whole")

    def on_mount(self) -> None:
        """The line over the list is open from the start."""
        self.filter.add_class("-open")
        self.rows.focus()

    def on_filter_line_typed(self, event: FilterLine.Typed) -> None:
        """Narrow the list."""
        event.prevent_default()
        self.rows.filter(event.words)

    def on_row_list_moved(self) -> None:
        """The chosen line in full, under the list."""
        line = self.rows.current
        self.query_one("#history-whole", Static).update(safe(line.words if line is not None else ""))

    def do_line_down(self) -> None:
        self.rows.do_line_down()


def _fits(line: Told, words: str) -> bool:
    text = f"{line.when} {line.who} {line.words}".casefold()
    return all(word in text for word in words.casefold().split())
