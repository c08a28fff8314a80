"""The open scheme on the screen: one of its parts as a list, and what is under the cursor in full."""

from __future__ import annotations

from typing import Any

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical

from assessments.scheme import Scheme, UnitClass
from planner.text import language
from planner.tui.acts import Acts
from planner.tui.screens.base import PlaceScreen
from planner.tui.screens.scheme import bench_lists, rows, subjects
from planner.tui.screens.scheme.bench_lists import Entry, View
from planner.tui.screens.scheme.checker import Checker
from planner.tui.screens.scheme.fields import Line
from planner.tui.screens.scheme.names import Names
from planner.tui.screens.scheme.origin import AskedRow, Origin, asked_rows, find
from planner.tui.screens.scheme.rows import Scope, TreeRow
from planner.tui.screens.scheme.subject import Subject
from planner.tui.session import Session
from planner.tui.widgets.fields import FilterLine
from planner.tui.widgets.panes import Pane, Panes
from planner.tui.widgets.partlist import PartList
from planner.tui.widgets.rows import RowList

LIST, ONE = 0, 1
"""The panes from left to right."""
LABEL = 22
"""Cells of the longest label: what parameters are called is a phrase."""


class Bench(Acts, Vertical):
    """What is shown of the open scheme; what the keys change stands in `BenchEdits`."""

    DEFAULT_CSS = "Bench { height: 1fr; }"

    def __init__(self, place: PlaceScreen) -> None:
        super().__init__(id="scheme-bench")
        self.place = place
        self.view: View = "tree"
        self.scope = Scope()
        self.origin: Origin | None = None
        self.checker = Checker(place, self._checked)
        self._scheme: Scheme | None = None
        self._filled_for: tuple[object, ...] = ()
        self._in_full: tuple[str, ...] = ()
        self._only_attention = False
        self._origin_of: tuple[str, str] = ("", "")
        self._asked_of = ""
        self.items = bench_lists.tree_list(self.checker)
        self.entries = bench_lists.entry_list(self.checker)
        self.findings = bench_lists.finding_list()
        self.asked = bench_lists.asked_list()
        self.parts = PartList[Line](empty="scheme_place.nothing", widest=LABEL, id="scheme-parts")
        self.filter = FilterLine("scheme_place.filter", id="scheme-filter")
        self.panes = Panes(
            Pane("scheme_place.list", self.filter, self.items, self.entries, self.findings, self.asked,
                 least=54, share=7),
            Pane("scheme_place.one", self.parts, least=40, share=5),
        )  # fmt: skip

    def compose(self) -> ComposeResult:
        """The two panes."""
        yield self.panes

    # What is open

    @property
    def session(self) -> Session[Scheme] | None:
        """The open scheme's session."""
        assessment = self.place.planner.assessment
        return assessment.scheme_session if assessment is not None else None

    @property
    def scheme(self) -> Scheme:
        """The scheme as it is now; after it was closed, as it was."""
        session = self.session
        scheme = session.record if session is not None else self._scheme
        assert scheme is not None
        return scheme

    @property
    def shown(self) -> RowList[Any]:
        """The list of the present part."""
        lists: dict[View, RowList[Any]] = {
            "tree": self.items, "findings": self.findings, "asked": self.asked,
        }  # fmt: skip
        return lists.get(self.view, self.entries)

    @property
    def in_list(self) -> bool:
        """True where the keys are meant for the list."""
        return self.panes.current is self.panes.panes[LIST]

    def names(self) -> Names:
        """What the ids in the scheme mean; grades of the class at hand."""
        return Names(self.scheme, self._class_here())

    def _class_here(self) -> UnitClass | None:
        entry = self.entry
        id = entry.id if entry is not None and entry.kind == "classes" else ""
        if self.view == "tree" and self.scope.kind == "class":
            id = self.scope.id
        return next((each for each in self.scheme.classes if each.id == id), None)

    @property
    def row(self) -> TreeRow | None:
        """The row of the tree under the cursor, while the tree is shown."""
        return self.items.current if self.view == "tree" else None

    @property
    def entry(self) -> Entry | None:
        """The record under the cursor, while one of the other lists is shown."""
        return self.entries.current if self.shown is self.entries else None

    # Showing

    def show(self, scheme: Scheme) -> None:
        """Show this scheme, as it is now."""
        other = self._scheme is None or self._scheme.id != scheme.id
        if other:
            self._start_over(scheme)
        self._scheme = scheme
        self.checker.look_at(scheme)
        self._look_for_origin(scheme)
        if not self.scope.is_in(scheme):
            self.scope = rows.first_scope(scheme)
        shown = (self.view, self.scope, self._asked_of, self._only_attention)
        filled_for = (scheme, shown, language(), self.origin)
        if self._filled_for != filled_for:
            self._filled_for = filled_for
            self.fill()
        if other:
            self.items.do_first()

    def _start_over(self, scheme: Scheme) -> None:
        self.view, self.scope = "tree", rows.first_scope(scheme)
        self.origin, self._only_attention, self._asked_of = None, False, ""
        self.filter.close()
        for each in (self.items, self.entries, self.findings, self.asked):
            each.filter("")
            each.clear_marks()

    def _look_for_origin(self, scheme: Scheme) -> None:
        """Find the plan behind the scheme, once for each pair of scheme and open plan."""
        session = self.place.planner.session
        here = session.record if session is not None else None
        wanted = (f"{scheme.id}/{scheme.plan}", here.id if here is not None else "")
        if wanted == self._origin_of:
            return
        self._origin_of = wanted
        office = self.place.planner.office

        def found(origin: Origin | None) -> None:
            self.origin = origin
            self.place.show_all()

        self.place.work(lambda: find(office, scheme, here), found, group="origin")

    def fill(self) -> None:
        """Put the present part into its list and show what is under its cursor."""
        for each in (self.items, self.entries, self.findings, self.asked):
            each.display = each is self.shown
        title = self.panes.panes[LIST].title
        title.key = "scheme_place.list"
        title.tell(view=bench_lists.view_title(self.view), whose=self._whose())
        if self.view == "tree":
            self.items.fill(self._tree_rows())
        elif self.view == "findings":
            self.findings.fill(bench_lists.found_rows(self.checker.findings, self.scheme))
        elif self.view == "asked":
            self.asked.fill(self._asked_rows())
        else:
            self.entries.fill(bench_lists.entries(self.scheme, self.view))
        self.show_one()

    def _whose(self) -> str:
        if self.view == "tree":
            return self.scope.words(self.scheme)
        unit = next((each.name for each in self.scheme.units if each.id == self.asked_unit), "")
        return unit if self.view == "asked" else ""

    def _tree_rows(self) -> list[TreeRow]:
        found = rows.rows_of(self.scheme, self.scope)
        if not self._only_attention:
            return found
        wanted = {row.id for row in found if row.off or self.checker.of("indicators", row.id)}
        above = {each.id: each.parent for each in self.scheme.indicators}
        for id in tuple(wanted):
            while id in above and above[id] not in wanted:
                id = above[id]
                wanted.add(id)
        return [row for row in found if row.id in wanted]

    @property
    def asked_unit(self) -> str:
        """Whose sheet is shown beside the plan: the unit of the tree, else the one chosen, else the first."""
        if self.scope.kind == "unit":
            return self.scope.id
        ids = [each.id for each in self.scheme.units]
        return self._asked_of if self._asked_of in ids else (ids[0] if ids else "")

    def ask_of(self, unit: str) -> None:
        """Show what the plan asks of this unit."""
        self._asked_of = unit
        if self.scope.kind == "unit":
            self.scope = Scope("unit", unit)

    def _asked_rows(self) -> list[AskedRow]:
        if self.origin is None or not self.asked_unit:
            return []
        return asked_rows(self.origin, self.scheme, self.asked_unit)

    def _checked(self) -> None:
        """The check has news."""
        if self.session is None:
            return
        if self.view == "findings" or self._only_attention:
            self.fill()
        else:
            self.items.repaint()
            self.entries.repaint()
            self.show_one()
        self.place.show_all()

    # What is under the cursor

    def subject(self) -> Subject | None:
        """The record under the cursor, to be edited; None where nothing there can be."""
        return subjects.subject_of(self)

    def lines(self) -> list[Line]:
        """What is under the cursor, line by line."""
        return subjects.lines_of(self)

    def show_one(self) -> None:
        """Show what is under the cursor; on the same record the cursor stays on its line."""
        now = (self.view, self.scope.id, self.shown.current_key)
        self.parts.show(self.lines(), keep_place=now == self._in_full)
        self._in_full = now

    def change(self, scheme: Scheme, step: str, **arguments: str | int) -> None:
        """Take an edit."""
        if self.session is not None:
            self.session.change(scheme, step, **arguments)

    # Moving about

    def enter(self, pane: int) -> None:
        """Show a pane and put the focus into it."""
        self.panes.enter(pane)
        (self.shown if pane == LIST else self.parts).focus()

    def go_view(self, view: View) -> None:
        """Show another part of the scheme."""
        self.view = view
        self.filter.close()
        self.place.show_all()
        self.enter(LIST)

    def point_at(self, id: str) -> None:
        """Put the cursor on a record of the scheme by its id: an indicator, a unit, a class, a veto."""
        if any(each.id == id for each in self.scheme.indicators):
            self.view, self.scope = "tree", rows.scope_with(self.scheme, id, self.scope)
            self._only_attention = False
        else:
            kinds = [
                kind for kind in bench_lists.RECORDS if any(e.id == id for e in getattr(self.scheme, kind))
            ]
            if not kinds:
                return
            self.view = kinds[0]
        self.filter.close()
        self.shown.filter("")
        self.place.show_all()
        self.enter(LIST)
        self.shown.go_to(id if self.view == "tree" else f"{self.view}/{id}")

    # Listening

    @on(RowList.Moved)
    def _moved(self, event: RowList.Moved[Any]) -> None:
        if event.rows is self.shown and self._scheme is not None:
            self.show_one()

    @on(events.DescendantFocus)
    def _focused(self) -> None:
        self.place.actions_changed()

    @on(PartList.Moved)
    def _part_moved(self) -> None:
        self.place.actions_changed()

    def on_filter_line_typed(self, event: FilterLine.Typed) -> None:
        """The line narrows the list that is shown."""
        event.stop()
        self.shown.filter(event.words)
