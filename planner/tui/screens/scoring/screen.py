"""The scoring screen: units on the left, the items of one in the middle, the chosen item on the right; or
items on the left and the units of one in the middle."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from textual import on

from planner.text import say
from planner.tui.acts import Use
from planner.tui.assessment_talk import change_words
from planner.tui.changes import Change
from planner.tui.display import notify
from planner.tui.screens.scoring import acting, appeals, files, moving, reading, stage, voices
from planner.tui.screens.scoring.ground import ScoringGround
from planner.tui.screens.scoring.panes import BESIDE, ITEMS, UNITS
from planner.tui.widgets.fields import FilterLine
from planner.tui.widgets.rows import RowList

_UNIT_STEPS = ("cell_left", "cell_right", "page_left", "page_right")
_TURNED = {
    "scoring_place.by_item": "scoring_place.by_unit",
    "scoring_place.next_unit": "scoring_place.next_item",
    "scoring_place.previous_unit": "scoring_place.previous_item",
    "scoring_place.next_open_unit": "scoring_place.next_open_item",
    "scoring_place.previous_open_unit": "scoring_place.previous_open_item",
}
"""What actions are called where the table goes down the units of one item."""


class ScoringScreen(ScoringGround):
    """Who got what: a whole column typed as number, Enter, number, Enter."""

    PLACE = "scoring"
    ACTIONS = (
        Use("open", "scoring_place.enter", footer=True),
        Use("grouping", "scoring_place.by_item", footer=True),
        Use("attention", "scoring_place.only_missing", footer=True),
        Use("next_place", "scoring_place.next_place", footer=True),
        Use("previous_place"),
        Use("why", "scoring_place.why_action"),
        Use("cell_right", "scoring_place.next_unit"),
        Use("cell_left", "scoring_place.previous_unit"),
        Use("page_right", "scoring_place.next_open_unit"),
        Use("page_left", "scoring_place.previous_open_unit"),
        Use("edit", "scoring_place.edit"),
        Use("not_applicable"),
        Use("delete", "scoring_place.clear"),
        Use("new", "scoring_place.add"),
        Use("evidence"),
        Use("events"),
        Use("appeals"),
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

    def now(self, use: Use) -> Use:
        if use.id == "attention" and self.only_missing:
            return replace(use, label="scoring_place.show_all")
        turned = _TURNED.get(use.label) if self.reading.of == "item" else None
        return replace(use, label=turned) if turned else use

    # Moving

    def do_next_place(self) -> None:
        self.planner.perform("next_place")

    def do_previous_place(self) -> None:
        self.planner.perform("previous_place")

    def do_cell_right(self) -> None:
        moving.step(self, 1)

    def do_cell_left(self) -> None:
        moving.step(self, -1)

    def do_page_right(self) -> None:
        moving.step_open(self, 1)

    def do_page_left(self) -> None:
        moving.step_open(self, -1)

    def do_back(self) -> None:
        """Esc: out of the line, the filter, the pane, then off with marks and F4, then to the scheme."""
        lines = (line for line in self.query(FilterLine) if line.has_class("-open"))
        if self.entry_line.is_open:
            self.typing.stop()
        elif any(line.close() for line in lines):
            self.panes.show(self.panes.index)
        elif self.panes.index != ITEMS:
            self.panes.show(ITEMS)
        elif self.items.clear_marks():
            return
        elif self.only_missing:
            self.do_attention()
        else:
            self.leave()

    def do_grouping(self) -> None:
        reading.turn(self)

    def do_wider(self) -> None:
        self.panes.do_wider()

    def do_attention(self) -> None:
        self.only_missing = not self.only_missing
        self.show_all()

    def do_find(self) -> None:
        if self.panes.index == BESIDE:
            self.panes.show(ITEMS)
        which = self.reading.line if self.panes.index == UNITS else "#item-filter"
        self.query_one(which, FilterLine).open()

    def on_filter_line_typed(self, event: FilterLine.Typed) -> None:
        """Each line narrows the list under it."""
        event.prevent_default()
        rows = self.items if event.line.id == "item-filter" else self.reading.left
        rows.filter(event.words)

    def _sought(self) -> RowList[Any] | None:
        rows = super()._sought()
        return rows if rows is None or rows is self.items else self.reading.left

    # What can be done

    @on(RowList.Opened, "#units")
    @on(RowList.Opened, "#indicators")
    def _open_items(self) -> None:
        self.panes.show(ITEMS)

    @on(RowList.Opened, "#items")
    def _open_item(self) -> None:
        self.do_open()

    def do_open(self) -> None:
        if self.panes.index == UNITS:
            self.panes.show(ITEMS)
        elif self.panes.index == BESIDE:
            self.perform("why")
        elif self.items.current is not None:
            self.typing.begin(self.items.current)

    def do_why(self) -> None:
        from planner.tui.dialogs.why import WhyDialog

        result, row = self.table.result(self.unit), self.items.current
        if result is not None:
            whole = self.panes.index == UNITS and self.reading.of == "unit"
            indicator = row.indicator if row is not None and not whole else ""
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

    def do_appeals(self) -> None:
        appeals.show(self)

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
        if self.entry_line.take_back():
            return
        self.typing.stop()
        self._undone(self.open.undo(), "common.undone")

    def do_redo(self) -> None:
        self.typing.stop()
        self._undone(self.open.redo(), "common.redone")

    def _undone(self, change: Change | None, key: str) -> None:
        if change is not None:
            self.go_to_cell(change.unit, change.indicator)
            notify(self, say(key, what=change_words(self.scheme, change)))

    def do_save(self) -> None:
        if self.entry_line.is_changed:
            self.typing.taken(self.entry_line.field.value, 1)
            return
        self.open.save_again()
        if not self.open.clashes:
            # What is asked in a dialog needs no words beside it, which would stay when it is settled.
            notify(self, say(f"common.save.{self.open.state}"))

    def blocked(self, action: str) -> str:
        assessment = self.assessment
        if assessment is None:
            return (
                "" if action in ("next_part", "previous_part", "back") else say("common.no_assessment_open")
            )
        if action in (*_UNIT_STEPS, "voice", "grouping") and self.entry_line.is_open:
            return say("scoring_place.typing")
        if action == "undo" and self.entry_line.is_changed:
            return ""
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
