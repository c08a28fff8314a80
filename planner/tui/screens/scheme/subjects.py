"""What is under the cursor of the open scheme: the record to be edited, and its lines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from assessments.numbers import plain
from assessments.scheme import Indicator
from planner.text import say
from planner.tui.screens.scheme import bench_lists, detail, rows
from planner.tui.screens.scheme.bench_lists import Found
from planner.tui.screens.scheme.edits import put_for_unit, put_record
from planner.tui.screens.scheme.fields import Line, Path
from planner.tui.screens.scheme.rows import TreeRow
from planner.tui.screens.scheme.subject import Subject, with_words

if TYPE_CHECKING:
    from planner.tui.screens.scheme.bench import Bench

OWN = "own"
"""The name of the line that says that something is the unit's own: Delete on it makes it common again."""
FRONT = ("title", "year", "issuer", "region", "basis", "notes")
"""The fields of a scheme's front page."""


def subject_of(bench: Bench) -> Subject | None:
    """The record under the cursor, to be edited; None where nothing there can be."""
    row, entry = bench.row, bench.entry
    if row is not None and row.indicator is not None:
        return _indicator_subject(bench, row.id)
    if row is not None and bench.scope.kind != "all":
        return _record_subject(bench, "classes", _scope_class(bench))
    if entry is None:
        return None
    if entry.kind == "settings":
        return _settings_subject(bench) if entry.id else _front_subject(bench)
    return _record_subject(bench, entry.kind, entry.id)


def _scope_class(bench: Bench) -> str:
    return bench.scheme.unit(bench.scope.id).unit_class if bench.scope.kind == "unit" else bench.scope.id


def _indicator_subject(bench: Bench, id: str) -> Subject:
    def read() -> Indicator | None:
        if bench.scope.kind == "unit":
            for node in rows.tree_for(bench.scheme, bench.scope).all():
                if node.id == id:
                    return node.indicator
        return next((each for each in bench.scheme.indicators if each.id == id), None)

    def write(changed: object) -> None:
        before = read()
        assert isinstance(changed, Indicator)
        if before is None:
            return
        scheme = (
            put_for_unit(bench.scheme, bench.scope.id, before, changed)
            if bench.scope.kind == "unit"
            else bench.scheme.with_indicator(changed)
        )
        bench.change(scheme, "scheme_place.did_edit", title=changed.title)

    def told(record: object) -> dict[Path, list[str]]:
        assert isinstance(record, Indicator)
        row = next((each for each in bench.items.model.records() if each.id == id), None)
        return detail.wrong_with(record.rule, row.points if row is not None else record.points)

    return Subject(read, write, bench.names, told, read)


def _record_subject(bench: Bench, kind: Any, id: str) -> Subject:
    def read() -> object:
        return next((each for each in getattr(bench.scheme, kind) if each.id == id), None)

    def write(changed: Any) -> None:
        if read() is None:
            return
        title = changed.name if hasattr(changed, "name") else changed.title
        bench.change(put_record(bench.scheme, kind, changed), "scheme_place.did_edit", title=title)

    return Subject(read, write, bench.names)


def _settings_subject(bench: Bench) -> Subject:
    def write(changed: Any) -> None:
        bench.change(replace(bench.scheme, settings=changed), "scheme_place.did_settings")

    return Subject(lambda: bench.scheme.settings, write, bench.names)


def _front_subject(bench: Bench) -> Subject:
    def write(changed: Any) -> None:
        bench.change(changed, "scheme_place.did_front")

    return Subject(lambda: bench.scheme, write, bench.names, only=FRONT)


def lines_of(bench: Bench) -> list[Line]:
    """What is under the cursor, line by line."""
    subject = bench.subject()
    if bench.view == "asked":
        asked = bench.asked.current
        return list(asked.lines()) if asked is not None else []
    if bench.view == "findings":
        return _finding_lines(bench.findings.current)
    if subject is None:
        return []
    row, entry = bench.row, bench.entry
    if row is not None and row.indicator is not None:
        return _indicator_lines(bench, subject, row)
    if row is not None:
        return [*detail.finding_lines(bench.checker.of("classes", _scope_class(bench))), *subject.lines()]
    kind, id = (entry.kind, entry.id) if entry is not None else ("", "")
    found = (
        bench.checker.of(kind, id) if kind != "settings" else bench_lists.settings_found(bench.checker, id)
    )
    return [*detail.finding_lines(found), *subject.lines()]


def _indicator_lines(bench: Bench, subject: Subject, row: TreeRow) -> list[Line]:
    record = subject.read()
    assert isinstance(record, Indicator)
    shown = list(detail.indicator_lines(record, bench.names(), parent=row.parent))
    lines = with_words(shown, subject.told(record))
    found = detail.finding_lines(bench.checker.of("indicators", row.id), without=("rule",))
    notes = (
        [Line((), "told", say("scheme_place.own"), _own_words(bench, row), "good", name=OWN)]
        if row.own
        else []
    )
    behind = list(bench.origin.lines(record)) if bench.origin is not None else []
    if behind:
        behind = [detail.heading("scheme_place.behind"), *behind]
    return [*lines[:1], *found, *notes, *lines[1:], *behind]


def _own_words(bench: Bench, row: TreeRow) -> str:
    base = bench.scheme.indicator(row.id)
    if base.applies == (bench.scope.id,):
        return say("scheme_place.only_here")
    usual = plain(base.points) if base.points is not None else say("scheme_place.none")
    return say("scheme_place.differs", points=usual)


def _finding_lines(found: Found | None) -> list[Line]:
    if found is None:
        return []
    where = Line((), "told", say("scheme_place.where"), found.where)
    advice = Line((), "told", "", say("scheme_place.go_there"), "good")
    return [*detail.finding_lines((found.finding,)), where, advice]
