"""The ground of the scoring screen: units left, the items of one in the middle, the chosen item right; or
turned over, items left and the units of one in the middle (see `reading`)."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.widget import Widget

from assessments import process
from assessments.numbers import ZERO
from assessments.process.cells import Cells
from assessments.sheet import Entry
from planner.text import describe, say
from planner.tui.assessment import OpenAssessment, Told, Voice
from planner.tui.later import Later
from planner.tui.screens.base import PlaceScreen
from planner.tui.screens.scoring import acting, voices
from planner.tui.screens.scoring.beside import Beside
from planner.tui.screens.scoring.by_item import IndicatorRow
from planner.tui.screens.scoring.entryline import EntryLine
from planner.tui.screens.scoring.finding import Finder
from planner.tui.screens.scoring.panes import ITEMS, scoring_panes
from planner.tui.screens.scoring.reading import ByUnit, Reading
from planner.tui.screens.scoring.rows import ItemRow, UnitRow
from planner.tui.screens.scoring.table import Table
from planner.tui.screens.scoring.typing import Typing
from planner.tui.session import State
from planner.tui.widgets.fields import FilterLine
from planner.tui.widgets.rows import RowList
from planner.tui.widgets.textpane import TextPane

if TYPE_CHECKING:
    from assessments.scheme import Scheme


class ScoringGround(PlaceScreen):
    """What is open, what is shown of it, and the doors for whoever enters; the actions come on top."""

    AUTO_FOCUS = "#items"

    def __init__(self) -> None:
        super().__init__()
        self._begun: OpenAssessment | None = None
        self._table: tuple[OpenAssessment, Table] | None = None
        self._cells: tuple[Scheme, Cells] | None = None
        self.only_missing = False
        self.evidence_from: Path | None = None
        self._change: tuple[str, Decimal] = "", ZERO
        self.reading: Reading = ByUnit(self)
        self._finder = Finder(self)
        self.typing = Typing(self)
        self.panes = scoring_panes(self._finder, self.typing)
        self._beside_soon = Later(self, self.show_beside)

    def body(self) -> Iterable[Widget]:
        yield self.panes

    # What is open

    @property
    def assessment(self) -> OpenAssessment | None:
        """The open assessment."""
        return self.planner.assessment

    @property
    def open(self) -> OpenAssessment:
        """The open assessment, where there must be one."""
        assert self.planner.assessment is not None
        return self.planner.assessment

    @property
    def scheme(self) -> Scheme:
        """Its scheme."""
        return self.open.scheme

    @property
    def voice(self) -> Voice:
        """In whose name one enters."""
        return self.open.voice

    @property
    def table(self) -> Table:
        """Its rows."""
        if self._table is None or self._table[0] is not self.open:
            self._table = self.open, Table(self.open)
        return self._table[1]

    @property
    def saved_state(self) -> State | None:
        return self.assessment.state if self.assessment is not None else None

    @property
    def units(self) -> RowList[UnitRow]:
        """The list of units."""
        return self.query_one("#units", RowList)

    @property
    def indicators(self) -> RowList[IndicatorRow]:
        """The list of items that stands in its place where the table is turned over."""
        return self.query_one("#indicators", RowList)

    @property
    def items(self) -> RowList[ItemRow]:
        """The table: the items of a unit, or the units of an item."""
        return self.query_one("#items", RowList)

    @property
    def entry_line(self) -> EntryLine:
        """Where one types."""
        return self.query_one(EntryLine)

    @property
    def unit(self) -> str:
        """The chosen unit's id."""
        return self.reading.cell[0]

    @property
    def chosen_unit(self) -> UnitRow | None:
        """The chosen unit with its result."""
        return self.reading.unit

    def crumbs(self) -> tuple[str, ...]:
        assessment = self.assessment
        if assessment is None:
            return ()
        words = [say(f"process.stage.{assessment.course.stage}"), voices.voice_words(self.scheme, self.voice)]
        if self.reading.of == "item":
            words.append(say("scoring_place.by_item"))
        if self.only_missing:
            words.append(say("scoring_place.only_missing"))
        return (*words, self.scheme.title)

    # What is shown

    def refill(self) -> None:
        assessment = self.assessment
        if assessment is None:
            return
        if self._begun is not assessment:
            self._begun = assessment
            self._start_over()
        self.reading.fill()
        self.show_items()
        self.show_beside()

    def _start_over(self) -> None:
        """Another assessment was opened."""
        self.only_missing = False
        for line in self.query(FilterLine):
            line.close()
        self.typing.forget()
        self.items.clear_marks()
        voices.recall(self)
        self._finder.begin()

    def show_items(self) -> None:
        """Put the items of the chosen unit, or the units of the chosen item, into the table."""
        self.items.fill(self.reading.items())
        self.show_head()

    def show_head(self) -> None:
        """Put over the table what is chosen on the left, and how it stands."""
        self.panes.panes[ITEMS].title.tell(words=self.reading.head(self._change))

    def show_beside(self) -> None:
        """Put the chosen item into the pane on the right."""
        pane, row = self.query_one("#beside", TextPane), self.items.current
        if self.assessment is None or row is None:
            pane.show([])
            return
        locked = process.may_change(self.open.course, self.voice.kind)
        asked = self._finder.asked(row.node.indicator)
        claim = self._finder.claim(row.unit, row.indicator)
        marks = self.table.open_marks(row.unit)
        shown = Beside(row, self.table.result(row.unit), self.open, locked, asked, claim, marks)
        pane.show(shown.paragraphs())

    def assessment_told(self, what: Told) -> None:
        if what == "saved":
            # The table shows it since it was typed.
            self.show_state()
        else:
            # Whatever came in, it is no longer the last entry that made the total what it is.
            self._change = "", ZERO
            super().assessment_told(what)
            if what in ("others", "scheme"):
                self._finder.learn_claims()

    def minds(self, units: frozenset[str]) -> bool:
        return self.unit in units

    @on(RowList.Moved, "#units")
    @on(RowList.Moved, "#indicators")
    def _left_moved(self) -> None:
        if self.assessment is not None:
            self._change = "", ZERO
            self.show_items()
            self._beside_soon.soon()

    @on(RowList.Moved, "#items")
    def _item_moved(self) -> None:
        # Reckoning told line by line is not read while the cursor runs.
        self._beside_soon.soon()

    def on_descendant_focus(self) -> None:
        """Another pane, other actions."""
        self.actions_changed()

    # Moving

    def row_after(self, row: ItemRow, step: int, *, only_wanting: bool) -> str:
        """The key of the next item that can be entered; "" where there is none."""
        rows = self.items.model.records()
        keys = [each.key for each in rows]
        at = keys.index(row.key) if row.key in keys else -1
        beyond = rows[at + 1 :] if step > 0 else rows[:at][::-1] if at > 0 else []
        for each in beyond:
            if each.ours and each.score.state != "not_applicable" and (each.wanting or not only_wanting):
                return each.key
        return ""

    def go_to_item(self, key: str) -> ItemRow | None:
        """Put the cursor on an item; None where it is not shown."""
        return self.items.current if self.items.go_to(key) else None

    def go_to_cell(self, unit: str, indicator: str) -> None:
        """Show an item of a unit."""
        first, second = self.reading.keys(unit, indicator)
        left = self.reading.left
        if first != left.current_key and left.go_to(first):
            self.show_items()
        self.items.go_to(second)
        self.show_beside()

    def unfilter(self) -> None:
        """Close every filter line and show what it left out."""
        for line in self.query(FilterLine):
            line.close()
        self.reading.left.filter("")
        self.items.filter("")

    def show_cell(self, unit: str, indicator: str) -> None:
        """Lead to a cell, whatever is filtered out now."""
        self.unfilter()
        self.panes.show(ITEMS)
        self.go_to_cell(unit, indicator)

    def focus_items(self) -> None:
        """Back to the table."""
        if self.panes.index == ITEMS and self.app.screen is self:
            self.items.focus()

    # Entering

    def why_not(self, row: ItemRow) -> str:
        """Why an item cannot be entered now, in words; empty where it can."""
        locked = process.may_change(self.open.course, self.voice.kind)
        if locked is not None:
            turn = self.open.course.stage == "panel" and self.voice.kind == "verified"
            return describe(locked) + (say("scoring_place.assessors_turn") if turn else "")
        if row.way == "ratings":
            return say(f"scoring_place.not_ours.{'assessor' if self.voice.kind == 'rating' else 'ratings'}")
        return "" if row.ours else say("scoring_place.not_ours.other", by=row.by)

    def refused(self, row: ItemRow, entry: Entry) -> str:
        """Why an entry cannot stand in a cell, in words; empty where it can."""
        if process.may_change(self.open.course, self.voice.kind) is not None:
            # The stage moved on while it was typed: what was typed stays to be read.
            return say("scoring_place.locked_meanwhile")
        if self._cells is None or self._cells[0] is not self.scheme:
            self._cells = self.scheme, Cells(self.scheme)
        finding = self._cells[1].refusal(row.unit, row.indicator, entry, self.voice.kind)
        return describe(finding) if finding is not None else ""

    def give(self, row: ItemRow, entry: Entry | None) -> None:
        """Write the cell that was shown as in `row`; table and totals show it at once."""
        before = self.table.result(row.unit)
        self.open.enter_over(row.unit, row.indicator, entry, row.own)
        after = self.table.result(row.unit)
        if before is not None and after is not None:
            self._change = row.unit, after.total - before.total
            self.show_head()

    def entered(self, row: ItemRow) -> Decimal | None:
        """The points that a cell has now: an assessor's own, else what counts; None while there are none."""
        if self.voice.kind == "rating":
            return row.own.score if row.own is not None else None
        # What a unit says of itself is reckoned elsewhere and stands in a column of its own.
        return row.score.value if row.score.state == "scored" and self.voice.kind != "self" else None

    def tick(self) -> bool:
        """Turn the yes or no under the cursor; False where there is none to turn."""
        return acting.tick(self)

    def show_events(self, row: ItemRow, *, onward: bool = False) -> None:
        """Show the events of an item; `onward`: then go on with the item after it."""
        acting.show_events(self, row, self.typing.go_on if onward else None)
