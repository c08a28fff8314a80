"""The open scheme on the screen: one of its parts as a list, and what is under the cursor in full."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical

from assessments.numbers import plain
from assessments.scheme import Indicator, Scheme, UnitClass
from planner.text import language, say
from planner.tui.acts import Acts
from planner.tui.screens.base import PlaceScreen
from planner.tui.screens.scheme import bench_lists, detail, rows
from planner.tui.screens.scheme.bench_lists import Entry, Found, View
from planner.tui.screens.scheme.checker import Checker
from planner.tui.screens.scheme.edits import put_for_unit, put_record
from planner.tui.screens.scheme.fields import Line, Path
from planner.tui.screens.scheme.names import Names
from planner.tui.screens.scheme.origin import AskedRow, Origin, asked_rows, find
from planner.tui.screens.scheme.rows import ROOT_KEY, Scope, TreeRow
from planner.tui.screens.scheme.subject import Subject, with_words
from planner.tui.session import Session
from planner.tui.widgets.fields import FilterLine
from planner.tui.widgets.panes import Pane, Panes
from planner.tui.widgets.partlist import PartList
from planner.tui.widgets.rows import RowList

LIST, ONE = 0, 1
"""The panes from left to right."""
LABEL = 22
"""Cells of the longest label: what parameters are called is a phrase."""
OWN = "own"
"""The name of the line that says that something is the unit's own: Delete on it makes it common again."""
FRONT = ("title", "year", "issuer", "region", "basis", "notes")
"""The fields of a scheme's front page."""


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
        """The scheme as it is now."""
        session = self.session
        assert session is not None
        return session.record

    @property
    def is_filled(self) -> bool:
        """True once a scheme is shown."""
        return self._scheme is not None

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
        filled_for = (scheme, self.view, self.scope, language(), self._only_attention, self.origin)
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
        row, entry = self.row, self.entry
        if row is not None and row.indicator is not None:
            return self._indicator_subject(row.id)
        if row is not None and self.scope.kind != "all":
            return self._record_subject("classes", self._scope_class())
        if entry is None:
            return None
        if entry.kind == "settings":
            return self._settings_subject() if entry.id else self._front_subject()
        return self._record_subject(entry.kind, entry.id)

    def _scope_class(self) -> str:
        return self.scheme.unit(self.scope.id).unit_class if self.scope.kind == "unit" else self.scope.id

    def _indicator_subject(self, id: str) -> Subject:
        def read() -> Indicator:
            if self.scope.kind == "unit":
                for node in rows.tree_for(self.scheme, self.scope).all():
                    if node.id == id:
                        return node.indicator
            return self.scheme.indicator(id)

        def write(changed: object) -> None:
            assert isinstance(changed, Indicator)
            scheme = (
                put_for_unit(self.scheme, self.scope.id, read(), changed)
                if self.scope.kind == "unit"
                else self.scheme.with_indicator(changed)
            )
            self.change(scheme, "scheme_place.did_edit", title=changed.title)

        def told(record: object) -> dict[Path, list[str]]:
            assert isinstance(record, Indicator)
            row = next((each for each in self.items.model.records() if each.id == id), None)
            return detail.wrong_with(record.rule, row.points if row is not None else record.points)

        return Subject(read, write, self.names, told, read)

    def _record_subject(self, kind: Any, id: str) -> Subject:
        def read() -> object:
            return next(each for each in getattr(self.scheme, kind) if each.id == id)

        def write(changed: Any) -> None:
            title = changed.name if hasattr(changed, "name") else changed.title
            self.change(put_record(self.scheme, kind, changed), "scheme_place.did_edit", title=title)

        return Subject(read, write, self.names)

    def _settings_subject(self) -> Subject:
        def write(changed: Any) -> None:
            self.change(replace(self.scheme, settings=changed), "scheme_place.did_settings")

        return Subject(lambda: self.scheme.settings, write, self.names)

    def _front_subject(self) -> Subject:
        def write(changed: Any) -> None:
            self.change(changed, "scheme_place.did_front")

        return Subject(lambda: self.scheme, write, self.names, only=FRONT)

    def lines(self) -> list[Line]:
        """What is under the cursor, line by line."""
        subject = self.subject()
        if self.view == "asked":
            asked = self.asked.current
            return list(asked.lines()) if asked is not None else []
        if self.view == "findings":
            return self._finding_lines(self.findings.current)
        if subject is None:
            return []
        row, entry = self.row, self.entry
        if row is not None and row.indicator is not None:
            return self._indicator_lines(subject, row)
        if row is not None:
            return [*detail.finding_lines(self.checker.of("classes", self._scope_class())), *subject.lines()]
        kind, id = (entry.kind, entry.id) if entry is not None else ("", "")
        found = (
            self.checker.of(kind, id) if kind != "settings" else bench_lists.settings_found(self.checker, id)
        )
        return [*detail.finding_lines(found), *subject.lines()]

    def _indicator_lines(self, subject: Subject, row: TreeRow) -> list[Line]:
        record = subject.read()
        assert isinstance(record, Indicator)
        shown = list(detail.indicator_lines(record, self.names(), parent=row.parent))
        lines = with_words(shown, subject.told(record))
        found = detail.finding_lines(self.checker.of("indicators", row.id), without=("rule",))
        notes = (
            [Line((), "told", say("scheme_place.own"), self._own_words(row), "good", name=OWN)]
            if row.own
            else []
        )
        behind = list(self.origin.lines(record)) if self.origin is not None else []
        if behind:
            behind = [detail.heading("scheme_place.behind"), *behind]
        return [*lines[:1], *found, *notes, *lines[1:], *behind]

    def _own_words(self, row: TreeRow) -> str:
        base = self.scheme.indicator(row.id)
        if base.applies == (self.scope.id,):
            return say("scheme_place.only_here")
        usual = plain(base.points) if base.points is not None else say("scheme_place.none")
        return say("scheme_place.differs", points=usual)

    def _finding_lines(self, found: Found | None) -> list[Line]:
        if found is None:
            return []
        where = Line((), "told", say("scheme_place.where"), found.where)
        advice = Line((), "told", "", say("scheme_place.go_there"), "good")
        return [*detail.finding_lines((found.finding,)), where, advice]

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

    def go_to_finding(self, found: Found) -> None:
        """Go to what a finding speaks of, and to the field where it names one."""
        path = found.finding.where.path
        if path[:1] == ("settings",) or len(path) < 2:
            self.go_view("settings")
            self.shown.go_to("settings/settings" if path[:1] == ("settings",) else "settings/")
            field = path[1:2]
        elif path[:1] == ("overrides",) and len(path) > 2:
            self.scope = Scope("unit", path[1])
            self.point_at(path[2])
            field = path[3:]
        elif path[:1] == ("classes",) and path[2:3] == ("scale",):
            self.scope = rows.scope_with(self.scheme, "", Scope("class", path[1]))
            self.go_view("tree")
            self.shown.go_to(ROOT_KEY)
            field = ()
        else:
            self.point_at(path[1])
            field = path[2:]
        self.show_one()
        if field:
            self.enter(ONE)
            self._go_to_field(field)

    def _go_to_field(self, field: tuple[str, ...]) -> None:
        """Put the cursor on the line of a field, or the nearest one above it."""
        lines = [each for each in self.lines() if each.what != "told"]
        names = [tuple(map(str, each.path)) for each in lines]
        for length in range(len(field), 0, -1):
            for line, name in zip(lines, names, strict=True):
                if name[:length] == field[:length]:
                    self.parts.go_to(line.key)
                    return

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
