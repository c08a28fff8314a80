"""The place of results: one of its views at a time, over the open assessment's live scores."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from textual import on
from textual.widget import Widget

from planner.text import say
from planner.tui.acts import Use
from planner.tui.display import notify
from planner.tui.screens.base import PlaceScreen
from planner.tui.screens.results.needs import NeedsView
from planner.tui.screens.results.panel import PanelView
from planner.tui.screens.results.ranking import RankingView
from planner.tui.screens.results.spread import SpreadView
from planner.tui.screens.results.view import View, ViewId
from planner.tui.screens.results.viewrow import VIEWS, ViewRow
from planner.tui.screens.results.what_if import WhatIfView
from planner.tui.screens.results.wording import Wording
from planner.tui.screens.results.years import YearsView
from planner.tui.session import Session
from planner.tui.widgets.rows import RowList


class ResultsScreen(PlaceScreen):
    """Who stands where, and why."""

    PLACE = "results"
    ACTIONS = (
        Use("open", "results.why", footer=True),
        Use("grouping", "results.next_view", footer=True),
        Use("export", "results.export", footer=True),
        Use("find", "results.find", footer=True),
        Use("why", "results.why"),
        Use("attention", "results.only_open"),
    )
    AUTO_FOCUS = "#standing"
    DEFAULT_CSS = """
    ResultsScreen View { display: none; }
    ResultsScreen View.-shown { display: block; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._view: ViewId = "ranking"
        self._scheme_shown = ""

    @property
    def session(self) -> Session[Any] | None:
        """Nothing is changed here but in a trial, which has its own undo."""
        return None

    def body(self) -> Iterable[Widget]:
        yield ViewRow()
        ranking = RankingView()
        ranking.add_class("-shown")
        yield from (ranking, SpreadView(), NeedsView(), YearsView(), PanelView(), WhatIfView())

    def crumbs(self) -> tuple[str, ...]:
        assessment = self.planner.assessment
        if assessment is None:
            return ()
        stage = say(f"process.stage.{assessment.course.stage}")
        words = [assessment.scheme.title, stage]
        if self._view == "ranking" and self._ranking.only_open:
            words.append(say("results.only_open"))
        return tuple(words)

    @property
    def view(self) -> View:
        """The view that is shown."""
        return self.query_one(f"#view-{self._view}", View)

    @property
    def _ranking(self) -> RankingView:
        return self.query_one(RankingView)

    def the_list(self) -> RowList[Any] | None:
        return self.view.the_list()

    # What is shown

    def refill(self) -> None:
        assessment = self.planner.assessment
        if assessment is None:
            return
        self.view.fill(assessment.board, Wording(assessment.scheme, assessment.results))
        if assessment.scheme.id != self._scheme_shown:
            self._scheme_shown = assessment.scheme.id
            self.view.rows.do_first()

    def show_view(self, view: ViewId) -> None:
        """Show a view, the cursor on the unit it was on."""
        here = self.view.unit_here()
        self.view.remove_class("-shown")
        self._view = view
        self.view.add_class("-shown")
        row = self.query_one(ViewRow)
        row.shown = view
        row.refresh()
        self.show_all()
        if here is not None:
            self.view.point_at(here.unit)
        # What was hidden until now can have the focus only after it is shown.
        self.call_after_refresh(self._came)

    def _came(self) -> None:
        self.view.came()
        self.actions_changed()

    @on(ViewRow.Chosen)
    def _view_chosen(self, event: ViewRow.Chosen) -> None:
        self.show_view(event.view)

    def record_here(self) -> str:
        unit = self.view.unit_here()
        return unit.unit if unit is not None else ""

    def point_at(self, id: str) -> None:
        """Others lead here by a unit's id, or by the name of a view."""
        view = next((each for each in VIEWS if each == id), None)
        if view is not None:
            self.show_view(view)
        else:
            self.show_view("ranking")
            self.view.point_at(id)

    # What the keys do

    def blocked(self, action: str) -> str:
        if action in ("open", "why") and self.view.unit_here() is None:
            return say("results.no_unit")
        if action == "attention" and self._view != "ranking":
            return say("palette.not_here")
        if action == "export" and (
            self.planner.assessment is None or not self.planner.assessment.results.units
        ):
            return say("results.nothing_to_export")
        return super().blocked(action)

    def do_grouping(self) -> None:
        self.show_view(VIEWS[(VIEWS.index(self._view) + 1) % len(VIEWS)])

    def do_back(self) -> None:
        """Esc: out of what is temporary, then to the ranking, then to the scheme."""
        if self.view.left():
            return
        if self._view != "ranking":
            self.show_view("ranking")
        elif self._ranking.only_open:
            self.do_attention()
        else:
            self.leave()

    def do_find(self) -> None:
        self.view.do_find()

    def do_attention(self) -> None:
        self._ranking.toggle_open()
        self.show_all()

    def do_open(self) -> None:
        """Enter: into what is under the cursor, or where its number comes from."""
        if not self.view.went_in():
            self.do_why()

    def do_why(self) -> None:
        from planner.tui.dialogs.why import WhyDialog

        view, unit = self.view, self.view.unit_here()
        if unit is None:
            notify(self, say("results.no_unit"))
            return
        trial = view.trial if isinstance(view, WhatIfView) else None
        tried = trial is not None and not trial.attempt.is_official
        scheme = trial.scheme if trial is not None else view.assessment.scheme
        note = say("what_if.is_trial") if tried else ""
        self.app.push_screen(WhyDialog(scheme, unit, view.item_here(), note=note))

    @on(RowList.Opened)
    def _opened(self) -> None:
        self.do_open()

    def do_export(self) -> None:
        from planner.tui.screens.results.papers import export_papers

        if self.planner.assessment is not None:
            if isinstance(self.view, WhatIfView) and not self.view.trial.attempt.is_official:
                notify(self, say("what_if.papers_are_official"), seconds=8)
            export_papers(self.planner, self.planner.assessment, self.view.unit_here())
