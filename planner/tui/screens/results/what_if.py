"""What if: nudge a weight and see the ranking re-sort beside it. The official result is never touched."""

from __future__ import annotations

from textual import on
from textual.timer import Timer

from assessments.analysis.intervals import Interval
from assessments.numbers import ZERO, plain, rounded
from assessments.results import UnitResult
from assessments.scoring import Board
from planner.text import say
from planner.tui.acts import Use
from planner.tui.dialogs.form import Field, Form
from planner.tui.dialogs.progress import run_with_progress
from planner.tui.display import notify
from planner.tui.nudging import NUDGES, Nudging
from planner.tui.screens.results.firmness import PERCENT, WEIGHTINGS, firm_words, unit_words, weighed
from planner.tui.screens.results.neighbours import Neighbours, look_for, neighbours_of, swap_paragraphs
from planner.tui.screens.results.scenarios import keep_scenario, open_scenario, remove_scenario
from planner.tui.screens.results.trial import Trial
from planner.tui.screens.results.trial_rows import (
    TrialRow,
    WeightRow,
    trial_columns,
    trial_look,
    trial_rows,
    weight_columns,
    weight_look,
    weight_rows,
)
from planner.tui.screens.results.view import View
from planner.tui.screens.results.wording import Wording
from planner.tui.screens.scheme.reading import number_of
from planner.tui.widgets.fields import FilterLine
from planner.tui.widgets.panes import Pane
from planner.tui.widgets.rows import RowList
from planner.tui.widgets.textpane import Para, TextPane

PATIENCE = 0.4
"""Seconds without a key before the neighbours are looked for."""


class WhatIfView(Nudging, View):
    """The trial."""

    VIEW = "what_if"
    ACTIONS = (
        Use("cell_left", "what_if.less", footer=True),
        Use("cell_right", "what_if.more", footer=True),
        Use("page_left", "what_if.much_less"),
        Use("page_right", "what_if.much_more"),
        Use("edit", "what_if.exact"),
        Use("back", "what_if.back", footer=True),
        Use("check", "what_if.firm", footer=True),
        Use("save", "what_if.keep"),
        Use("open_file", "what_if.open"),
        Use("delete", "what_if.remove"),
        Use("undo"),
        Use("redo"),
    )
    DEFAULT_CSS = """
    WhatIfView #trial-text { height: 8; border-top: solid $panel-lighten-2; }
    """

    def __init__(self) -> None:
        self._trial: Trial | None = None
        self._wording: Wording | None = None
        self._intervals: dict[str, Interval] = {}
        self._intervals_of: Board | None = None
        self._looking: Timer | None = None
        self._shown_unit = ""
        weights = RowList[WeightRow](
            weight_columns(),
            key=lambda row: row.indicator,
            look=weight_look,
            empty="results.none",
            id="trial-weights",
        )
        units = RowList[TrialRow](
            trial_columns(),
            key=lambda row: row.result.unit,
            look=trial_look,
            empty="results.none",
            id="trial-units",
        )
        super().__init__(
            Pane("what_if.pane.weights", FilterLine("results.filter_items"), weights, least=38, share=1),
            Pane("what_if.pane.units", units, TextPane(id="trial-text"), least=40, share=1),
        )

    @property
    def trial(self) -> Trial:
        """What is tried, beside the official board."""
        if self._trial is None:
            self._trial = Trial(self.assessment.board)
        return self._trial

    @property
    def _units(self) -> RowList[TrialRow]:
        return self.query_one("#trial-units", RowList)

    # What is shown

    def fill(self, board: Board, wording: Wording) -> None:
        if self._trial is None or self._trial.official.scheme.id != board.scheme.id:
            self._trial = Trial(board)
        self._trial.follow(board)
        self._show()

    def _show(self) -> None:
        trial = self.trial
        self._wording = Wording(trial.scheme, trial.board.results)
        found = self._intervals if self._intervals_of is trial.board else {}
        self._units.fill(trial_rows(self._wording, trial.moves(), found))
        self._show_weights()
        self.panes[1].title.key = self._heading()
        self.panes[1].title.tell(name=trial.attempt.name)
        self._soon()
        self.screen.actions_changed()  # type: ignore[attr-defined]

    def _heading(self) -> str:
        attempt = self.trial.attempt
        if attempt.is_official:
            return "what_if.pane.units"
        return "what_if.pane.named" if attempt.name else "what_if.pane.tried"

    def _show_weights(self) -> None:
        row = self._units.current
        self._shown_unit = row.result.unit if isinstance(row, TrialRow) else ""
        if not self._shown_unit or self._wording is None:
            self.rows.fill([])
            return
        self.panes[0].title.tell(unit=self._wording.unit(self._shown_unit))
        self.rows.fill(weight_rows(self.trial.official.scheme, self.trial.scheme, self._shown_unit))

    @on(RowList.Moved, "#trial-units")
    def _unit_moved(self) -> None:
        row = self._units.current
        if isinstance(row, TrialRow) and row.result.unit != self._shown_unit:
            self._show_weights()
        self._soon()

    @on(RowList.Moved, "#trial-weights")
    def _item_moved(self) -> None:
        self._soon()

    def unit_here(self) -> UnitResult | None:
        row = self._units.current
        return row.result if isinstance(row, TrialRow) else None

    def point_at(self, unit: str) -> None:
        self._units.go_to(unit)

    def item_here(self) -> str:
        """The item under the cursor, while its list is in use."""
        row = self.rows.current
        return row.indicator if isinstance(row, WeightRow) and self.rows.has_focus else ""

    # The neighbours

    def _soon(self) -> None:
        """Look for the neighbours once nobody presses a key any more."""
        if self._looking is not None:
            self._looking.stop()
        result = self.unit_here()
        some = result is not None and any(neighbours_of(self.trial.board, result.unit))
        self._tell([*self._known(), *([Para(say("what_if.looking"), "muted")] if some else [])])
        self._looking = self.set_timer(PATIENCE, self._look_for)

    def _look_for(self) -> None:
        result, row = self.unit_here(), self.rows.current
        if result is None or not self.display:
            return
        board, unit = self.trial.board, result.unit
        item = row.indicator if isinstance(row, WeightRow) and not row.blocked else ""

        def found(neighbours: Neighbours) -> None:
            if board is self.trial.board and self._wording is not None and self._shown_unit == unit:
                self._tell([*self._known(), *swap_paragraphs(self._wording, board, neighbours)])

        self.work(lambda: look_for(board, unit, item), found, group="neighbours")

    def _known(self) -> list[Para]:
        """How firm the unit's place is, where that was asked for."""
        result = self.unit_here()
        if result is None or self._intervals_of is not self.trial.board:
            return []
        held = self._intervals.get(result.unit)
        return [Para(unit_words(held))] if held is not None else []

    def _tell(self, paragraphs: list[Para]) -> None:
        self.query_one("#trial-text", TextPane).show(paragraphs)

    # Trying

    def blocked(self, action: str) -> str:
        """Why it cannot be done now."""
        row = self.rows.current
        if action == "edit" or action in NUDGES:
            return row.blocked if isinstance(row, WeightRow) else say("what_if.no_item")
        if action == "undo" and not self.trial.can_undo:
            return say("common.nothing_to_undo")
        if action == "redo" and not self.trial.can_redo:
            return say("common.nothing_to_redo")
        if action == "save" and self.trial.attempt.is_official:
            return say("what_if.nothing_tried")
        if action == "delete" and not self.trial.attempt.name:
            return say("what_if.none_open")
        return super().blocked(action)

    def nudge(self, steps: int) -> None:
        row = self.rows.current
        if isinstance(row, WeightRow):
            if not self.trial.nudge(row.indicator, steps):
                notify(self, say("what_if.no_further"))
            self._show()

    def do_edit(self) -> None:
        row = self.rows.current
        if not isinstance(row, WeightRow):
            return
        now = self.trial.amount(row.indicator) or ZERO
        ways = (("keep", say("what_if.ways.keep")), ("grow", say("what_if.ways.grow")))
        fields = [
            Field("to", "what_if.to", plain(rounded(now, 4)), "what_if.to.note"),
            Field("way", "what_if.way", "keep", "", ways),
        ]

        def typed(values: dict[str, str] | None) -> None:
            points = number_of(values["to"]) if values is not None else None
            if values is not None and points is not None:
                self.trial.weigh(row.indicator, points, keep=values["way"] == "keep")
                self._show()

        self.app.push_screen(Form(row.title, fields, check=lambda values: _wrong(values["to"])), typed)

    def do_undo(self) -> None:
        self.trial.undo()
        self._show()

    def do_redo(self) -> None:
        self.trial.redo()
        self._show()

    def do_back(self) -> None:
        """Esc: out of the filter, then back to the official result, then out of the view."""
        if self.left():
            return
        if self.trial.give_up():
            notify(self, say("what_if.official_again"))
            self._show()
        else:
            self.screen.perform("back")  # type: ignore[attr-defined]

    # How firm the places are

    def do_check(self) -> None:
        trial, board = self.trial, self.trial.board

        def done(found: dict[str, Interval] | None) -> None:
            if found is None or not self.is_attached or board is not trial.board:
                return
            self._intervals, self._intervals_of = found, board
            notify(self, firm_words(found), seconds=10)
            self._show()

        heading = say("what_if.weighing", count=WEIGHTINGS, percent=PERCENT)
        run_with_progress(
            self.app, heading, lambda progress: weighed(board, progress), done, group="results-intervals"
        )

    # Scenarios

    def do_save(self) -> None:
        keep_scenario(self.planner, self.assessment, self.trial, self._show)

    def do_open_file(self) -> None:
        open_scenario(self.planner, self.assessment, self.trial, self._show)

    def do_delete(self) -> None:
        remove_scenario(self.planner, self.assessment, self.trial, self._show)


def _wrong(typed: str) -> str:
    """What is wrong with a typed weight."""
    value = number_of(typed)
    return "" if value is not None and value >= ZERO else say("what_if.no_number")
