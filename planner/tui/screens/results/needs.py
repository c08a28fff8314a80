"""What every unit still needs for the next grade; beside it where its points were lost."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on

from assessments.analysis.outlook import Outlook, outlook
from assessments.numbers import ZERO
from assessments.results import UnitResult
from assessments.scoring import Board
from planner.text import say
from planner.tui.screens.results.outlook import hindrance_words, way_paragraphs
from planner.tui.screens.results.rows import class_note
from planner.tui.screens.results.view import View
from planner.tui.screens.results.wording import Wording, number
from planner.tui.widgets.fields import FilterLine
from planner.tui.widgets.panes import Pane
from planner.tui.widgets.rowmodel import Column, Group, Look
from planner.tui.widgets.rows import RowList
from planner.tui.widgets.textpane import TextPane


@dataclass(frozen=True, slots=True)
class NeedRow:
    """A unit and its way to the next grade, in words."""

    result: UnitResult
    look: Outlook
    name: str
    total: str
    grade: str
    next: str
    points: str
    hindrance: str


def need_rows(wording: Wording) -> list[NeedRow | Group]:
    """The classes with their units by rank; those assessed elsewhere are left out."""
    rows: list[NeedRow | Group] = []
    for unit_class in wording.scheme.classes:
        held = [each for each in wording.results.in_class(unit_class.id) if not wording.handed_to(each.unit)]
        if held:
            rows.append(Group(unit_class.title, class_note(tuple(held))))
            rows += [_row(wording, result) for result in held]
    return rows


def _row(wording: Wording, result: UnitResult) -> NeedRow:
    look = outlook(wording.scheme, result)
    points = "-" if look.grade is None else number(look.points)
    hindrance = hindrance_words(wording, look)
    if look.grade is not None and look.open > ZERO:
        hindrance = say("results.way.open_of", open=number(look.open), hindrance=hindrance).strip()
    return NeedRow(
        result,
        look,
        wording.unit(result.unit),
        wording.total(result),
        wording.grade(result),
        look.grade.title if look.grade is not None else say("results.way.is_top"),
        points,
        hindrance,
    )


def _look(row: NeedRow) -> Look:
    if row.look.grade is None:
        return "good"
    return "warning" if row.look.obstacles or row.look.shortfalls else ""


class NeedsView(View):
    """The way to the next grade."""

    VIEW = "needs"

    def __init__(self) -> None:
        self._wording: Wording | None = None
        rows = RowList[NeedRow](
            [
                Column("unit", "results.col.unit", lambda row: row.name, least=14, share=2, optional=False),
                Column("total", "results.col.total", lambda row: row.total, width=7, align="right",
                       sort=lambda row: float(row.result.total)),
                Column("grade", "results.col.grade", lambda row: row.grade, width=8),
                Column("next", "results.col.next", lambda row: row.next, width=8, optional=False),
                Column("points", "results.col.lacks", lambda row: row.points, width=8, align="right",
                       sort=lambda row: float(row.look.points), optional=False),
                Column("hindrance", "results.col.hindrance", lambda row: row.hindrance, least=18, share=3),
            ],
            key=lambda row: row.result.unit,
            look=_look,
            empty="results.none",
            id="needs",
        )  # fmt: skip
        super().__init__(
            Pane("results.pane.needs", FilterLine("results.filter"), rows, least=80, share=5),
            Pane("results.pane.unit", TextPane(id="needs-text"), least=38, share=2),
        )

    def fill(self, board: Board, wording: Wording) -> None:
        self._wording = wording
        self.rows.fill(need_rows(wording))
        self._show_unit()

    def unit_here(self) -> UnitResult | None:
        row = self.rows.current
        return row.result if isinstance(row, NeedRow) else None

    @on(RowList.Moved, "#needs")
    def _show_unit(self) -> None:
        row, pane = self.rows.current, self.query_one("#needs-text", TextPane)
        if not isinstance(row, NeedRow) or self._wording is None:
            pane.show([])
            return
        self.panes[1].title.tell(unit=row.name)
        pane.show(way_paragraphs(self._wording, row.look))
