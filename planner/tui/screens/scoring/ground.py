"""The ground of the scoring screen: units left, the items of one in the middle, the chosen item right."""

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
from planner.tui.display import notify
from planner.tui.later import Later
from planner.tui.screens.base import PlaceScreen
from planner.tui.screens.scoring import acting, voices
from planner.tui.screens.scoring.beside import Beside
from planner.tui.screens.scoring.entryline import EntryLine
from planner.tui.screens.scoring.finding import Finder
from planner.tui.screens.scoring.head import head_words
from planner.tui.screens.scoring.panes import ITEMS, scoring_panes
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
    def items(self) -> RowList[ItemRow]:
        """The table of items."""
        return self.query_one("#items", RowList)

    @property
    def entry_line(self) -> EntryLine:
        """Where one types."""
        return self.query_one(EntryLine)

    @property
    def unit(self) -> str:
        """The unit whose items are shown."""
        return self.units.current_key

    def crumbs(self) -> tuple[str, ...]:
        assessment = self.assessment
        if assessment is None:
            return ()
        words = [say(f"process.stage.{assessment.course.stage}"), voices.voice_words(self.scheme, self.voice)]
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
        self.units.fill(self.table.unit_items())
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
        """Put the items of the chosen unit into the table."""
        self.items.fill(self.table.items(self.unit, only_wanting=self.only_missing) if self.unit else [])
        self.show_head()

    def show_head(self) -> None:
        """Put the chosen unit's total, grade and place over the table."""
        row = self.units.current
        change = self._change[1] if row is not None and self._change[0] == row.key else ZERO
        words = head_words(self.scheme, row, self.voice.period, change) if row is not None else ""
        self.panes.panes[ITEMS].title.tell(words=words)

    def show_beside(self) -> None:
        """Put the chosen item into the pane on the right."""
        pane, row = self.query_one("#beside", TextPane), self.items.current
        if self.assessment is None or row is None:
            pane.show([])
            return
        locked = process.may_change(self.open.course, self.voice.kind)
        asked = self._finder.asked(row.node.indicator)
        claim = self._finder.claim(row.unit, row.key)
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
    def _unit_moved(self) -> None:
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

    def next_unit_item(self) -> ItemRow | None:
        """Go to the first item that lacks something in the next unit below; None where no unit does."""
        rows = self.units.model.records()
        at = next((place for place, row in enumerate(rows) if row.key == self.unit), len(rows))
        found = next((row for row in rows[at + 1 :] if row.wanting), None)
        if found is None:
            return None
        self.units.go_to(found.key)
        self.show_items()
        item = next((row for row in self.items.model.records() if row.wanting), None)
        return self.go_to_item(item.key) if item is not None else None

    def go_to_cell(self, unit: str, key: str) -> None:
        """Show an item of another unit."""
        if unit != self.unit:
            self.units.go_to(unit)
            self.show_items()
        self.items.go_to(key)
        self.show_beside()

    def show_cell(self, unit: str, key: str) -> None:
        """Lead to a cell, whatever is filtered out now."""
        for line in self.query(FilterLine):
            line.close()
        self.units.filter("")
        self.items.filter("")
        self.panes.show(ITEMS)
        self.go_to_cell(unit, key)

    def focus_items(self) -> None:
        """Back to the table."""
        if self.panes.index == ITEMS and self.app.screen is self:
            self.items.focus()

    def column_done(self) -> None:
        """Nothing below wants anything: say what is next."""
        row = self.units.current
        if row is not None and row.wanting:
            notify(self, say("scoring_place.still_missing", count=row.wanting))
        elif any(each.wanting for each in self.units.model.records()):
            notify(self, say("scoring_place.unit_done"))
        else:
            notify(self, say("scoring_place.all_done"))

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
        if self._cells is None or self._cells[0] is not self.scheme:
            self._cells = self.scheme, Cells(self.scheme)
        finding = self._cells[1].refusal(row.unit, row.key, entry, self.voice.kind)
        return describe(finding) if finding is not None else ""

    def give(self, row: ItemRow, entry: Entry | None) -> None:
        """Write the cell that was shown as in `row`; table and totals show it at once."""
        before = self.table.result(row.unit)
        self.open.enter_over(row.unit, row.key, entry, row.own)
        after = self.table.result(row.unit)
        if before is not None and after is not None:
            self._change = row.unit, after.total - before.total
            self.show_head()

    def tick(self) -> bool:
        """Turn the yes or no under the cursor; False where there is none to turn."""
        return acting.tick(self)

    def show_events(self, row: ItemRow, *, onward: bool = False) -> None:
        """Show the events of an item; `onward`: then go on with the item after it."""
        acting.show_events(self, row, self.typing.go_on if onward else None)
