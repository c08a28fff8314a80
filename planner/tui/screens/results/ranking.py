"""Ranking and grades by class; beside them the first items of the unit under the cursor and what it lacks."""

from __future__ import annotations

from collections.abc import Iterator

from textual import on

from assessments import process
from assessments.analysis.outlook import outlook
from assessments.results import UnitResult
from assessments.rules.panel import Panel
from assessments.scoring import Board
from planner.text import say
from planner.tui.screens.results.outlook import way_paragraphs
from planner.tui.screens.results.rows import (
    ItemRow,
    StandingRow,
    item_columns,
    item_rows,
    standing_columns,
    standing_look,
    standing_rows,
)
from planner.tui.screens.results.view import View
from planner.tui.screens.results.wording import Wording
from planner.tui.widgets.fields import FilterLine
from planner.tui.widgets.panes import Pane
from planner.tui.widgets.rowmodel import Group, without_empty_groups
from planner.tui.widgets.rows import RowList
from planner.tui.widgets.textpane import Para, TextPane

_MOST_OPEN = 6


class RankingView(View):
    """The ranking."""

    VIEW = "ranking"
    DEFAULT_CSS = """
    RankingView #standing-items { height: 2fr; }
    RankingView #standing-text { height: 3fr; border-top: solid $panel-lighten-2; }
    """

    def __init__(self) -> None:
        self._wording: Wording | None = None
        self._only_open = False
        rows = RowList[StandingRow](
            standing_columns(),
            key=lambda row: row.key,
            look=standing_look,
            empty="results.none",
            id="standing",
        )
        items = RowList[ItemRow](
            item_columns(), key=lambda row: row.key, empty="results.no_items", id="standing-items"
        )
        super().__init__(
            Pane("results.pane.ranking", FilterLine("results.filter"), rows, least=70, share=5),
            Pane("results.pane.unit", items, TextPane(id="standing-text"), least=42, share=3),
        )

    @property
    def _items(self) -> RowList[ItemRow]:
        return self.query_one("#standing-items", RowList)

    @property
    def only_open(self) -> bool:
        """True while only units with something open are shown."""
        return self._only_open

    def toggle_open(self) -> None:
        """Only the units that are not scored to the end, or all."""
        self._only_open = not self._only_open

    def fill(self, board: Board, wording: Wording) -> None:
        self._wording = wording
        rows = standing_rows(wording)
        if self._only_open:
            rows = without_empty_groups(row for row in rows if isinstance(row, Group) or row.result.missing)
        self.rows.fill(rows)
        self._show_unit()

    def unit_here(self) -> UnitResult | None:
        row = self.rows.current
        return row.result if isinstance(row, StandingRow) else None

    def item_here(self) -> str:
        """The item under the cursor, where the side pane is in use; "" for the unit as a whole."""
        row = self._items.current if self._items.has_focus else None
        return row.indicator if row is not None else ""

    @on(RowList.Moved, "#standing")
    def _show_unit(self) -> None:
        result, wording = self.unit_here(), self._wording
        pane = self.query_one("#standing-text", TextPane)
        if result is None or wording is None:
            self._items.fill([])
            pane.show([])
            return
        self.panes[1].title.tell(unit=wording.unit(result.unit))
        self._items.fill(item_rows(wording, result))
        pane.show(_paragraphs(wording, result, hidden=process.hidden(wording.scheme, self.assessment.course)))


def _paragraphs(wording: Wording, result: UnitResult, *, hidden: bool) -> Iterator[Para]:
    """Vetoes and cards, then the way to the next grade."""
    body = wording.handed_to(result.unit)
    if body:
        yield Para(say("results.handed_over", body=body))
        return
    if result.missing:
        yield Para(say("results.unfinished.why", count=result.missing), "warning")
        yield Para(_open_items(wording, result, hidden=hidden), "muted")
        yield Para("")
    if result.marks:
        yield Para(say("results.marks"), "heading")
        for mark in result.marks:
            yield Para(wording.mark(mark), "error")
        yield Para("")
    yield from way_paragraphs(wording, outlook(wording.scheme, result))


def _open_items(wording: Wording, result: UnitResult, *, hidden: bool) -> str:
    """The first items that are not scored yet, and whether that is only because the marks are hidden."""
    panel = {each.id for each in wording.scheme.indicators if isinstance(each.rule, Panel)} if hidden else ()
    titles = [
        say("results.hidden_marks" if score.indicator in panel else "results.item", item=title)
        for score in result.main.leaves()
        if score.state == "missing" and (title := wording.item(score.indicator))
    ]
    names = say("results.and").join(titles[:_MOST_OPEN])
    if len(titles) > _MOST_OPEN:
        names = say("results.open_more", names=names, count=len(titles))
    return say("results.open_items", names=names)
