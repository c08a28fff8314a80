"""Why this number: the derivation of a unit's total or of one indicator's score as a tree that opens.

app.push_screen(WhyDialog(scheme, result))               # total, rank and grade, then every item
app.push_screen(WhyDialog(scheme, result, "training"))   # one item
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.widget import Widget
from textual.widgets import Static

from assessments.results import UnitResult
from assessments.scheme import Scheme
from planner.sharing.why import WhyLine, lines_of, lines_of_item
from planner.text import say
from planner.tui.acts import Use
from planner.tui.dialogs.base import Dialog
from planner.tui.display import safe
from planner.tui.widgets.foldmodel import Fold
from planner.tui.widgets.folds import Folds


class WhyDialog(Dialog[None]):
    """The derivation of a unit (`indicator` ""), or of one of its indicators.

    `note` stands above it, such as that the number is only tried.
    """

    ACTIONS: ClassVar[tuple[Use, ...]] = (
        Use("open", "why_dialog.open", footer=True),
        Use("copy", "why_dialog.copy", footer=True),
        Use("back", "dialog.close", footer=True),
    )

    def __init__(self, scheme: Scheme, result: UnitResult, indicator: str = "", *, note: str = "") -> None:
        super().__init__(classes="-tall -wide")
        self._scheme = scheme
        self._result = result
        self._indicator = indicator
        self._note = note

    def heading(self) -> str:
        units = {each.id: each.name for each in self._scheme.units}
        titles = {each.id: each.title for each in self._scheme.indicators}
        unit = units.get(self._result.unit, self._result.unit)
        if not self._indicator:
            return say("why_dialog.heading", unit=unit)
        return say("why_dialog.heading_item", unit=unit, item=titles.get(self._indicator, self._indicator))

    def body(self) -> Iterable[Widget]:
        folds = Folds()
        lines = self._lines()
        opened = ("indicators", self._indicator)
        if lines:
            folds.fill(
                [_fold(line) for line in lines],
                lambda at: lines[at].depth == 0 or lines[at].place == opened,
            )
        else:
            folds.fill([Fold(0, say("why_dialog.nothing"))])
        if self._note:
            yield Static(safe(self._note), classes="dialog--note")
        yield folds

    def _lines(self) -> tuple[WhyLine, ...]:
        if self._indicator:
            return lines_of_item(self._scheme, self._result, self._indicator)
        return lines_of(self._scheme, self._result)

    def do_open(self) -> None:
        self.query_one(Folds).do_open()


def _fold(line: WhyLine) -> Fold:
    below = say("why_dialog.formula", formula=line.formula) if line.formula else ""
    return Fold(line.depth, line.words, line.value, below)
