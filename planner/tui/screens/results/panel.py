"""The panel: what to discuss first, where the assessors differ, who marks high or low."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual import on

from assessments import process
from assessments.analysis.discussion import Discussion, discuss_first
from assessments.analysis.panel import Leniency, RatedItem, leniency, rated_items
from assessments.process import Course
from assessments.results import UnitResult
from assessments.scheme import Scheme
from assessments.scoring import Board
from planner.text import say
from planner.tui.display import fit, one_line, width
from planner.tui.screens.results.panel_rows import (
    DiscussRow,
    DisputeRow,
    PanelWording,
    discuss_columns,
    discuss_look,
    discuss_rows,
    dispute_columns,
    dispute_rows,
    item_key,
    leniency_columns,
)
from planner.tui.screens.results.view import View
from planner.tui.screens.results.wording import Wording, number, signed
from planner.tui.screens.results.years import moved_words
from planner.tui.widgets.bars import bar
from planner.tui.widgets.fields import FilterLine
from planner.tui.widgets.panes import Pane
from planner.tui.widgets.rows import RowList
from planner.tui.widgets.textpane import Para, TextPane

_NAME = 32


class PanelView(View):
    """The assessors beside each other, once their marks may be seen."""

    VIEW = "panel"
    DEFAULT_CSS = """
    PanelView #discuss-text { height: 2fr; border-top: solid $panel-lighten-2; }
    PanelView #discuss { height: 3fr; }
    PanelView #disputes { height: 3fr; }
    PanelView #leniency { height: 2fr; border-top: solid $panel-lighten-2; }
    """

    def __init__(self) -> None:
        self._wording: Wording | None = None
        self._names: dict[str, str] = {}
        self._found_for: Board | None = None
        discuss = RowList[DiscussRow](
            discuss_columns(),
            key=lambda row: item_key(row.found.item),
            look=discuss_look,
            empty="panel.nothing_to_discuss",
            id="discuss",
        )
        disputes = RowList[DisputeRow](
            dispute_columns(), key=lambda row: item_key(row.rated), empty="panel.no_marks", id="disputes"
        )
        lenient = RowList[Leniency](
            leniency_columns(self._names),
            key=lambda row: row.assessor,
            empty="panel.no_marks",
            id="leniency",
        )
        super().__init__(
            Pane(
                "panel.pane.discuss",
                FilterLine("results.filter"),
                discuss,
                TextPane(id="discuss-text"),
                least=68,
                share=5,
            ),
            Pane("panel.pane.disputes", disputes, lenient, least=52, share=4),
        )

    @property
    def _disputes(self) -> RowList[DisputeRow]:
        return self.query_one("#disputes", RowList)

    @property
    def _lenient(self) -> RowList[Leniency]:
        return self.query_one("#leniency", RowList)

    def fill(self, board: Board, wording: Wording) -> None:
        self._wording = wording
        self._names.clear()
        self._names.update({each.id: each.name for each in wording.scheme.assessors})
        hidden = why_hidden(board.scheme, self.assessment.course)
        for rows in self.query(RowList):
            usual = "panel.nothing_to_discuss" if rows is self.rows else "panel.no_marks"
            rows.say_when_empty(hidden or usual)
        if hidden:
            self._found_for = None
            self._show([], [])
            self.query_one("#discuss-text", TextPane).show([])
            return
        items = rated_items(board.scheme, board.sheets)
        self._show(items, leniency(items))
        if self._found_for is not board:
            self._found_for = board
            self._weigh(board, items)

    def _show(self, items: Sequence[RatedItem], lenient: Sequence[Leniency]) -> None:
        words = PanelWording(self.assessment.scheme)
        self._disputes.fill(dispute_rows(words, items))
        self._lenient.fill(lenient)
        if not items:
            self.rows.fill([])

    def _weigh(self, board: Board, items: tuple[RatedItem, ...]) -> None:
        """Score anew for every mark that is far off: in the background."""
        self.query_one("#discuss-text", TextPane).show([Para(say("panel.weighing"), "muted")])

        def found(discussions: tuple[Discussion, ...]) -> None:
            if self._found_for is board:
                self.rows.fill(discuss_rows(PanelWording(board.scheme), discussions))
                self._show_marks()

        self.work(lambda: discuss_first(board, items), found, group="discuss")

    def unit_here(self) -> UnitResult | None:
        row = self.the_list().current
        rated = row.found.item if isinstance(row, DiscussRow) else None
        rated = row.rated if isinstance(row, DisputeRow) else rated
        if rated is None or self._wording is None:
            return None
        return next((each for each in self._wording.results.units if each.unit == rated.unit), None)

    def item_here(self) -> str:
        """The item under the cursor."""
        row = self.the_list().current
        if isinstance(row, DiscussRow):
            return row.found.item.indicator
        return row.rated.indicator if isinstance(row, DisputeRow) else ""

    @on(RowList.Moved, "#discuss")
    def _show_marks(self) -> None:
        row, pane = self.rows.current, self.query_one("#discuss-text", TextPane)
        if isinstance(row, DiscussRow):
            pane.show([*_effects(self.assessment.scheme, row.found), *_marks(row.found.item, self._names)])
        elif self._found_for is not None:
            pane.show([])

    @on(RowList.Moved, "#disputes")
    def _show_dispute(self) -> None:
        row = self._disputes.current
        if isinstance(row, DisputeRow) and self._disputes.has_focus:
            title = Para(say("panel.marks_of", unit=row.unit), "heading")
            self.query_one("#discuss-text", TextPane).show([title, *_marks(row.rated, self._names)])


def why_hidden(scheme: Scheme, course: Course) -> str:
    """Why the marks cannot be compared now, by its catalogue key; "" where they can."""
    if not scheme.assessors:
        return "panel.no_assessors"
    return "panel.hidden" if process.hidden(scheme, course) else ""


def _effects(scheme: Scheme, found: Discussion) -> Iterator[Para]:
    """What would be if the mark farthest off were the middle one."""
    words = PanelWording(scheme)
    yield Para(
        say(
            "panel.if_middle",
            unit=words.unit(found.item.unit),
            item=words.item(found.item),
            who=words.assessor(found.extreme.by),
            mark=number(found.extreme.given),
            middle=number(found.median),
            change=signed(found.change),
        )
    )
    for move in found.moves:
        places = None if None in (move.rank, move.new_rank) else (move.rank or 0) - (move.new_rank or 0)
        yield Para(say("panel.move", unit=words.unit(move.unit), moved=moved_words(places)), indent=2)


def _marks(rated: RatedItem, names: dict[str, str]) -> Iterator[Para]:
    """Every assessor's mark with a bar, the highest first."""
    said = {mark.by: one_line(names.get(mark.by, mark.by)) for mark in rated.marks}
    cells = min(max(width(name) for name in said.values()), _NAME)
    for mark in sorted(rated.marks, key=lambda each: -each.worth):
        words = {"mark": fit(number(mark.given), 5, "right"), "who": fit(said[mark.by], cells)}
        yield Para(say("panel.mark", bar=bar(mark.worth, rated.full, 20), **words))
