"""The three panes of the scoring place: the units, the items of one, what belongs to the chosen item."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from textual import events

from planner.tui import registry
from planner.tui.screens.scoring import by_item, rows
from planner.tui.screens.scoring.by_item import IndicatorRow
from planner.tui.screens.scoring.entryline import EntryLine, Typist
from planner.tui.screens.scoring.finding import Finder
from planner.tui.screens.scoring.rows import ItemRow, UnitRow
from planner.tui.widgets.fields import FilterLine
from planner.tui.widgets.panes import Pane, Panes
from planner.tui.widgets.rowmodel import Column
from planner.tui.widgets.rows import RowList
from planner.tui.widgets.textpane import TextPane

if TYPE_CHECKING:
    from planner.tui.screens.scoring.ground import ScoringGround

UNITS, ITEMS, BESIDE = 0, 1, 2
"""The panes from left to right."""


class ScoringPanes(Panes):
    """The table of items is where one works: it is in sight first."""

    def __init__(self, *panes: Pane) -> None:
        super().__init__(*panes)
        self._current = ITEMS
        self.lists = ["#units", "#items", "#beside"]
        """Where the focus goes in each pane."""

    @property
    def index(self) -> int:
        """Which pane has the focus."""
        focused = self.screen.focused
        for place, pane in enumerate(self.panes):
            if focused is not None and pane in focused.ancestors:
                self._current = place
        return self._current

    def show(self, index: int) -> None:
        """Show a pane with the focus on its list."""
        self.enter(index)
        self.screen.query_one(self.lists[index]).focus()

    def name_for(self, of: Literal["unit", "item"]) -> None:
        """Say in headings, columns and filter lines what stands where; `of` is what stands on the left."""
        left, rows = ("units", "items") if of == "unit" else ("items", "units")
        self.lists[UNITS] = "#units" if of == "unit" else "#indicators"
        self.panes[UNITS].title.key = f"scoring_place.{left}"
        self.panes[UNITS].title.refresh()
        table, line = self.query_one(ItemList), self.query_one("#item-filter", PaneFilter)
        # A unit has its vetoes after its name.
        table.call_rows(*(("scoring_place.item", 20) if of == "unit" else ("scoring_place.unit", 32)))
        table.say_when_empty(f"scoring_place.no_{rows}" if of == "unit" else "scoring_place.no_units_of_item")
        line.ask_for(f"scoring_place.filter_{rows}")

    def do_next_part(self) -> None:
        self.show((self.index + 1) % len(self.panes))

    def do_previous_part(self) -> None:
        self.show((self.index - 1) % len(self.panes))

    def do_wider(self) -> None:
        before = self.index
        super().do_wider()
        if self._current != before:
            self.show(self._current)


_MOVES = ("line_up", "line_down", "page_up", "page_down", "first", "last")
_AT_ONCE = {
    key: id
    for id in (*_MOVES, "open", "cell_left", "cell_right", "page_left", "page_right")
    for key in registry.action(id).keys
}
"""Keys that the table answers itself, so that they act in the order in which they were typed."""


_FIGURES = frozenset("0123456789.-０１２３４５６７８９．－")
"""With these a person begins to type a figure, as in a table on paper; here they lead to no place."""


class ItemList(RowList[ItemRow]):
    """The items. Space ticks a yes or no; a digit is the first of what is typed."""

    def on_key(self, event: events.Key) -> None:
        """Keys that came in one piece with the Enter that opened the line belong to the line."""
        line = self._scoring.entry_line
        if line.is_open:
            event.stop()
            event.prevent_default()
            line.field.post_message(events.Key(event.key, event.character))
        elif event.key in _AT_ONCE:
            event.stop()
            event.prevent_default()
            action = _AT_ONCE[event.key]
            (self if action in _MOVES else self._scoring).perform(action)
        elif event.character is not None and event.character in _FIGURES:
            event.stop()
            event.prevent_default()
            self._scoring.perform("open")
            typed = events.Key(event.key, event.character)
            if line.is_open:
                line.field.post_message(typed)
            elif self.app.screen is not self.screen:
                # A form takes its place: its first line gets what began it.
                self.app.screen.call_after_refresh(self.app.post_message, typed)

    def call_rows(self, title: str, least: int) -> None:
        """Say over the first column what the rows are, in at least so many cells; `title` is a key of the
        catalogue."""
        first, *others = self.model.columns
        self.model.columns = replace(first, title=title, least=least), *others

    def do_mark(self) -> None:
        if not self._scoring.tick():
            super().do_mark()

    @property
    def _scoring(self) -> ScoringGround:
        from planner.tui.screens.scoring.ground import ScoringGround

        assert isinstance(self.screen, ScoringGround)
        return self.screen


class PaneFilter(FilterLine):
    """A filter line among several panes: whoever leaves it is in the list under it."""

    def __init__(self, key: str, rows: RowList[Any], *, id: str) -> None:
        super().__init__(key, id=id)
        self._rows = rows

    def ask_for(self, key: str) -> None:
        """Say that one looks for something else here; `key` is the catalogue's."""
        self._key = key
        self.retranslate()

    def close(self) -> bool:
        """Empty and hide the line; False where it was hidden already."""
        had_focus = self.has_focus
        was_open = super().close()
        if had_focus:
            self._rows.focus()
        return was_open


def scoring_panes(finder: Finder, typist: Typist) -> ScoringPanes:
    """The panes; the finder says what their filters show, the typist gets what is typed."""
    units = RowList[UnitRow](
        _unit_columns(),
        key=lambda row: row.key,
        look=rows.unit_look,
        empty="scoring_place.no_units",
        id="units",
    )
    units.model.matches = finder.unit_fits
    indicators = RowList[IndicatorRow](
        _indicator_columns(),
        key=lambda row: row.key,
        look=by_item.indicator_look,
        empty="scoring_place.no_units",
        id="indicators",
    )
    indicators.model.matches = finder.indicator_fits
    indicators.display = False
    items = ItemList(
        _item_columns(finder),
        key=lambda row: row.key,
        look=rows.item_look,
        empty="scoring_place.no_items",
        id="items",
    )
    items.model.matches = finder.item_fits
    return ScoringPanes(
        Pane("scoring_place.units", PaneFilter("scoring_place.filter_units", units, id="unit-filter"), units,
             PaneFilter("scoring_place.filter_items", indicators, id="indicator-filter"), indicators,
             least=35, share=17),
        Pane("scoring_place.head", PaneFilter("scoring_place.filter_items", items, id="item-filter"), items,
             EntryLine(typist), least=66, share=28),
        Pane("scoring_place.beside", TextPane(id="beside"), least=30, share=15),
    )  # fmt: skip


def _unit_columns() -> list[Column[UnitRow]]:
    return [
        Column("name", "scoring_place.unit", lambda row: row.unit.name, least=14, share=2, optional=False),
        Column("total", "scoring_place.total", rows.total_cell, width=6, align="right", optional=False,
               sort=lambda row: (row.result is not None, row.result.total if row.result else 0)),
        Column("sign", "scoring_place.sign", rows.sign_cell, least=8, optional=False,
               sort=lambda row: (row.wanting, rows.sign_cell(row))),
        Column("rank", "scoring_place.rank", rows.rank_cell, width=4, align="right",
               sort=lambda row: row.result.rank or 9999 if row.result is not None else 9999),
        Column("grade", "scoring_place.grade", lambda row: row.grade, width=6),
    ]  # fmt: skip


def _indicator_columns() -> list[Column[IndicatorRow]]:
    return [
        Column("name", "scoring_place.item", by_item.name_cell, least=24, share=3, optional=False),
        Column("sign", "scoring_place.sign", by_item.sign_cell, width=8, optional=False,
               sort=lambda row: row.wanting),
        Column("count", "scoring_place.unit_count", lambda row: str(len(row.rows)), width=6, align="right",
               sort=lambda row: len(row.rows)),
        Column("classes", "scoring_place.classes", lambda row: row.classes, least=8),
    ]  # fmt: skip


def _item_columns(finder: Finder) -> list[Column[ItemRow]]:
    def claimed(row: ItemRow) -> str:
        return rows.claim_cell(finder.claim(row.unit, row.indicator))

    return [
        Column("title", "scoring_place.item", rows.title_cell, least=20, share=3, optional=False),
        Column("points", "scoring_place.points", rows.points_cell, width=4, align="right", optional=False),
        Column("observed", "scoring_place.observed", rows.observed_cell, width=9, align="right",
               optional=False),
        Column("deducted", "scoring_place.deducted", rows.deducted_cell, width=5, align="right",
               optional=False),
        Column("score", "scoring_place.score", rows.score_cell, width=6, align="right", optional=False),
        Column("state", "scoring_place.state", rows.state_cell, width=6, optional=False),
        Column("excused", "scoring_place.excused", rows.excused_cell, width=6, align="right"),
        Column("by", "scoring_place.by", lambda row: row.by, least=24, share=1),
        Column("claimed", "scoring_place.claimed", claimed, width=6, align="right"),
    ]  # fmt: skip
