"""Why nothing came of a file: every finding in full, to be read and left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual.widget import Widget

from planner.findings import Finding
from planner.tui.dialogs.base import Dialog
from planner.tui.dialogs.reading import finding_words
from planner.tui.widgets.textpane import Para, TextPane

if TYPE_CHECKING:
    from planner.tui.app import PlannerApp


class FindingsDialog(Dialog[bool]):
    """The findings one after the other."""

    def __init__(self, heading: str, findings: Sequence[Finding]) -> None:
        super().__init__(classes="-tall -wide")
        self._heading = heading
        self._findings = findings

    def heading(self) -> str:
        return self._heading

    def body(self) -> Iterable[Widget]:
        pane = TextPane()
        pane.show(Para(finding_words(finding)) for finding in self._findings)
        yield pane


def show_findings(app: PlannerApp, heading: str, findings: Sequence[Finding]) -> None:
    """Show findings under a heading."""
    app.push_screen(FindingsDialog(heading, findings))
