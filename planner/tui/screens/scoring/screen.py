"""The scoring screen: units on the left, the items of one in the middle, the chosen item on the right."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import on
from textual.widget import Widget

from assessments import process
from assessments.process.cells import Cells
from assessments.sheet import Entry
from planner.text import describe, say
from planner.tui.acts import Use
from planner.tui.assessment import Change, OpenAssessment, Told, Voice
from planner.tui.display import notify
from planner.tui.later import Later
from planner.tui.screens.base import PlaceScreen
from planner.tui.screens.scoring import acting, files, stage, voices
from planner.tui.screens.scoring.beside import Beside
from planner.tui.screens.scoring.entryline import EntryLine
from planner.tui.screens.scoring.finding import Finder
from planner.tui.screens.scoring.head import head_words
from planner.tui.screens.scoring.panes import BESIDE, ITEMS, UNITS, scoring_panes
from planner.tui.screens.scoring.rows import ItemRow, UnitRow
from planner.tui.screens.scoring.table import Table
from planner.tui.screens.scoring.typing import Typing
from planner.tui.session import State
from planner.tui.widgets.fields import FilterLine
from planner.tui.widgets.rows import RowList
from planner.tui.widgets.textpane import TextPane

if TYPE_CHECKING:
    from assessments.scheme import Scheme


_UNIT_STEPS = ("cell_left", "cell_right", "page_left", "page_right")


class ScoringScreen(PlaceScreen):
    """Who got what: a whole column typed as number, Enter, number, Enter."""

    PLACE = "scoring"
    ACTIONS = (
        Use("open", "scoring_place.enter", footer=True),
        Use("cell_right", "scoring_place.next_unit", footer=True),
        Use("attention", "scoring_place.only_missing", footer=True),
        Use("why", "scoring_place.why_action", footer=True),
        Use("cell_left", "scoring_place.previous_unit"),
        Use("page_right", "scoring_place.next_open_unit"),
        Use("page_left", "scoring_place.previous_open_unit"),
        Use("edit", "scoring_place.edit"),
        Use("not_applicable"),
        Use("delete", "scoring_place.clear"),
        Use("new", "scoring_place.add"),
        Use("evidence"),
        Use("events"),
        Use("voice"),
        Use("check", "scoring_place.check"),
        Use("find", "scoring_place.find"),
        Use("open_file", "scoring_place.import"),
        Use("export", "scoring_place.export"),
        Use("wider"),
        Use("undo"),
        Use("redo"),
        Use("save"),
    )
    AUTO_FOCUS = "#items"

    def __init__(self) -> None:
        super().__init__()
        self._begun: OpenAssessment | None = None
        self._table: tuple[OpenAssessment, Table] | None = None
        self._cells: tuple[Scheme, Cells] | None = None
        self._only_missing = False
        self._finder = Finder(self)
        self._typing = Typing(self)
        self._panes = scoring_panes(self._finder, self._typing)
        self._beside_soon = Later(self, self.show_beside)

    def body(self) -> Iterable[Widget]:
        yield self._panes

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
        if self._only_missing:
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
        self._show_items()
        self.show_beside()

    def _start_over(self) -> None:
        """Another assessment was opened."""
        self._only_missing = False
        for line in self.query(FilterLine):
            line.close()
        self._typing.forget()
        self.items.clear_marks()
        voices.recall(self)
        self._finder.begin()

    def _show_items(self) -> None:
        self.items.fill(self.table.items(self.unit, only_wanting=self._only_missing) if self.unit else [])
        self._show_head()

    def _show_head(self) -> None:
        row = self.units.current
        words = head_words(self.scheme, row, self.voice.period) if row is not None else ""
        self._panes.panes[ITEMS].title.tell(words=words)

    def show_beside(self) -> None:
        """Put the chosen item into the pane on the right."""
        pane, row = self.query_one("#beside", TextPane), self.items.current
        if self.assessment is None or row is None:
            pane.show([])
            return
        locked = process.may_change(self.open.course, self.voice.kind)
        asked = self._finder.asked(row.node.indicator)
        claim = self._finder.claim(row.unit, row.key)
        shown = Beside(row, self.table.result(row.unit), self.open, locked, asked, claim)
        pane.show(shown.paragraphs())

    def assessment_told(self, what: Told) -> None:
        if what == "saved":
            # The table shows it since it was typed.
            self.show_state()
        else:
            super().assessment_told(what)
            if what in ("others", "scheme"):
                self._finder.learn_claims()

    @on(RowList.Moved, "#units")
    def _unit_moved(self) -> None:
        if self.assessment is not None:
            self._show_items()
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

    def go_to_cell(self, unit: str, key: str) -> None:
        """Show an item of another unit."""
        if unit != self.unit:
            self.units.go_to(unit)
            self._show_items()
        self.items.go_to(key)
        self.show_beside()

    def show_cell(self, unit: str, key: str) -> None:
        """Lead to a cell, whatever is filtered out now."""
        for line in self.query(FilterLine):
            line.close()
        self.units.filter("")
        self.items.filter("")
        self._panes.show(ITEMS)
        self.go_to_cell(unit, key)

    def focus_items(self) -> None:
        """Back to the table."""
        if self._panes.index == ITEMS and self.app.screen is self:
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

    def do_cell_right(self) -> None:
        self._step_unit(1)

    def do_cell_left(self) -> None:
        self._step_unit(-1)

    def _step_unit(self, step: int) -> None:
        before = self.unit
        if step > 0:
            self.units.do_line_down()
        else:
            self.units.do_line_up()
        if self.unit == before:
            notify(self, say("scoring_place.last_unit" if step > 0 else "scoring_place.first_unit"))
        else:
            self._show_items()

    def do_page_right(self) -> None:
        self._open_unit(1)

    def do_page_left(self) -> None:
        self._open_unit(-1)

    def _open_unit(self, step: int) -> None:
        """The next unit that lacks something, after the last the first again."""
        rows = self.units.model.records()
        at = next((place for place, row in enumerate(rows) if row.key == self.unit), 0)
        around = [rows[(at + step * turn) % len(rows)] for turn in range(1, len(rows))] if rows else []
        found = next((row for row in around if row.wanting), None)
        if found is None:
            notify(self, say("scoring_place.no_other_open"))
            return
        self.units.go_to(found.key)
        self._show_items()

    def do_back(self) -> None:
        """Esc: out of the line, the filter, the pane, then off with marks and F4, then home."""
        lines = (line for line in self.query(FilterLine) if line.has_class("-open"))
        if self.entry_line.is_open:
            self._typing.stop()
        elif any(line.close() for line in lines):
            self._panes.show(self._panes.index)
        elif self._panes.index != ITEMS:
            self._panes.show(ITEMS)
        elif self.items.clear_marks():
            return
        elif self._only_missing:
            self.do_attention()
        else:
            self.planner.go("home")

    def do_wider(self) -> None:
        self._panes.do_wider()

    def do_attention(self) -> None:
        self._only_missing = not self._only_missing
        self.show_all()

    def do_find(self) -> None:
        if self._panes.index == BESIDE:
            self._panes.show(ITEMS)
        which = "#unit-filter" if self._panes.index == UNITS else "#item-filter"
        self.query_one(which, FilterLine).open()

    def on_filter_line_typed(self, event: FilterLine.Typed) -> None:
        """Each line narrows the list under it."""
        event.prevent_default()
        rows = self.units if event.line.id == "unit-filter" else self.items
        rows.filter(event.words)

    # Entering

    def why_not(self, row: ItemRow) -> str:
        """Why an item cannot be entered now, in words; empty where it can."""
        locked = process.may_change(self.open.course, self.voice.kind)
        if locked is not None:
            return describe(locked)
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
        """Write a cell; table and totals show it at once."""
        self.open.enter(row.unit, row.key, entry)

    def tick(self) -> bool:
        """Turn the yes or no under the cursor; False where there is none to turn."""
        return acting.tick(self)

    def show_events(self, row: ItemRow, *, onward: bool = False) -> None:
        """Show the events of an item; `onward`: then go on with the item after it."""
        acting.show_events(self, row, self._typing.go_on if onward else None)

    @on(RowList.Opened, "#units")
    def _open_items(self) -> None:
        self._panes.show(ITEMS)

    @on(RowList.Opened, "#items")
    def _open_item(self) -> None:
        self.do_open()

    def do_open(self) -> None:
        if self._panes.index == UNITS:
            self._panes.show(ITEMS)
        elif self._panes.index == BESIDE:
            self.perform("why")
        elif self.items.current is not None:
            self._typing.begin(self.items.current)

    def do_why(self) -> None:
        from planner.tui.dialogs.why import WhyDialog

        result, row = self.table.result(self.unit), self.items.current
        if result is not None:
            indicator = row.key if row is not None and self._panes.index != UNITS else ""
            self.app.push_screen(WhyDialog(self.scheme, result, indicator))

    def do_edit(self) -> None:
        acting.edit(self)

    def do_not_applicable(self) -> None:
        acting.not_applicable(self)

    def do_delete(self) -> None:
        acting.clear(self)

    def do_new(self) -> None:
        acting.add(self)

    def do_evidence(self) -> None:
        acting.add_evidence(self)

    def do_events(self) -> None:
        acting.show_all_events(self)

    def do_voice(self) -> None:
        voices.choose(self)

    def do_check(self) -> None:
        stage.check(self)

    def do_open_file(self) -> None:
        files.take_in(self)

    def do_export(self) -> None:
        files.hand_out(self)

    # Undo

    def do_undo(self) -> None:
        self._undone(self.open.undo(), "common.undone")

    def do_redo(self) -> None:
        self._undone(self.open.redo(), "common.redone")

    def _undone(self, change: Change | None, key: str) -> None:
        if change is not None:
            self.go_to_cell(change.unit, change.indicator)
            notify(self, say(key, what=acting.change_words(self.scheme, change)))

    def do_save(self) -> None:
        self.open.save_again()
        notify(self, say(f"common.save.{self.open.state}"))

    def blocked(self, action: str) -> str:
        assessment = self.assessment
        if assessment is None:
            return (
                "" if action in ("next_part", "previous_part", "back") else say("common.no_assessment_open")
            )
        if action in _UNIT_STEPS and self.entry_line.is_open:
            return say("scoring_place.typing")
        if action == "undo":
            return "" if assessment.to_undo() is not None else say("common.nothing_to_undo")
        if action == "redo":
            return "" if assessment.to_redo() is not None else say("common.nothing_to_redo")
        if action in ("edit", "not_applicable", "delete", "new", "evidence"):
            row = self.items.current
            return self.why_not(row) if row is not None else say("scoring_place.choose_item")
        if action in ("why", "events") and self.table.result(self.unit) is None:
            return say("scoring_place.choose_unit")
        return super().blocked(action)
