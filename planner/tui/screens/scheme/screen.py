"""The scheme place: the list of schemes, or the open one with all of its parts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from textual.widget import Widget

from planner.text import say
from planner.tui.acts import Use
from planner.tui.assessment import OpenAssessment, Told
from planner.tui.display import cut
from planner.tui.saving import tell_of
from planner.tui.screens.base import PlaceScreen
from planner.tui.screens.scheme.bench import LIST
from planner.tui.screens.scheme.bench_edits import SchemeBench
from planner.tui.screens.scheme.bench_lists import view_title
from planner.tui.screens.scheme.shelf import SchemeShelf
from planner.tui.session import Session

TITLE = 32
"""Cells of the scheme's title in a narrow crumb, so that what the check found stays in sight."""


class SchemeScreen(PlaceScreen):
    """Without an open scheme the list; Esc in the open one leads back to it."""

    PLACE = "scheme"
    ACTIONS = (
        Use("open", "home.open", footer=True),
        Use("wider", "draft.other_pane"),
        Use("open_file", "scheme_place.open_file"),
        Use("other_scheme"),
    )
    AUTO_FOCUS = "#scheme-starts"

    def __init__(self) -> None:
        super().__init__()
        self.shelf = SchemeShelf(self, self._reopen)
        self.bench = SchemeBench(self)
        self._on_shelf = True
        self._shown: OpenAssessment | None = None
        self._laid_out: bool | None = None

    @property
    def session(self) -> Session[Any] | None:
        """The open scheme; on the shelf nothing is edited."""
        assessment = self.planner.assessment
        return assessment.scheme_session if assessment is not None and not self._on_shelf else None

    def body(self) -> Iterable[Widget]:
        yield self.shelf
        yield self.bench

    def on_mount(self) -> None:
        """Nothing is open yet."""
        self.bench.display = False

    def crumbs(self) -> tuple[str, ...]:
        if self._on_shelf or self._shown is None or self.session is None:
            return ()
        scheme, bench = self._shown.scheme, self.bench
        parts = [cut(scheme.title, TITLE) if self.size.width < self.NARROW else scheme.title]
        if bench.view != "tree":
            parts.append(view_title(bench.view))
        if bench.locked():
            parts.append(say("scheme_place.locked", stage=say(f"process.stage.{self._shown.course.stage}")))
        parts.append(bench.checker.counts())
        if bench.view == "tree" and bench.checker.is_ready:
            parts.append(say("scheme_place.next"))
        return tuple(parts)

    def refill(self) -> None:
        assessment = self.planner.assessment
        if assessment is not self._shown:
            self._shown = assessment
            self._on_shelf = assessment is None
        if self._on_shelf or assessment is None:
            self.shelf.refill()
        else:
            self.bench.show(assessment.scheme)
        self._lay_out()

    def show_all(self) -> None:
        """The crumb tells of what is shown, so that comes first."""
        if self.is_mounted and self.planner.ready and self.planner.assessment is not self._shown:
            self.refill()
        super().show_all()

    def _lay_out(self) -> None:
        """Show the list of schemes or the open one."""
        if self._laid_out is self._on_shelf:
            return
        self._laid_out = self._on_shelf
        self.shelf.display = self._on_shelf
        self.bench.display = not self._on_shelf
        if self._on_shelf:
            self.shelf.take_focus()
        else:
            self.bench.enter(LIST)

    def assessment_told(self, what: Told) -> None:
        super().assessment_told(what)
        session = self.session
        if what == "scheme" and session is not None:
            tell_of(self.planner, session)

    # Actions

    def blocked(self, action: str) -> str:
        if action in ("wider", "other_scheme") and self._on_shelf:
            return say("common.no_assessment_open")
        return super().blocked(action)

    def do_wider(self) -> None:
        self.bench.panes.do_wider()

    def do_open_file(self) -> None:
        self.shelf.do_open_file()

    def do_other_scheme(self) -> None:
        """Back to the list of schemes; the open one stays open."""
        self._on_shelf = True
        self.show_all()

    def _reopen(self) -> None:
        self._on_shelf = False
        self.show_all()

    def do_back(self) -> None:
        """Esc: out of what is open in the scheme, then to the list of schemes, where it ends."""
        if self._on_shelf:
            super().do_back()
        elif not self.bench.back():
            self.do_other_scheme()

    def point_at(self, id: str) -> None:
        if self._shown is not None:
            self._on_shelf = False
            self.show_all()
            self.bench.point_at(id)

    def record_here(self) -> str:
        row, entry = self.bench.row, self.bench.entry
        return row.id if row is not None else entry.id if entry is not None else ""
