"""The lists of the open scheme: its tree, its other parts, what was found, what the plan asks of a unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from assessments.scheme import Scheme, UnitClass, Veto
from planner.findings import Finding, Severity
from planner.text import describe, say
from planner.text.scheme_places import scheme_place_words
from planner.tui.screens.scheme import rows
from planner.tui.screens.scheme.checker import ORDER, Checker
from planner.tui.screens.scheme.edits import Kind
from planner.tui.screens.scheme.fields import summary
from planner.tui.screens.scheme.names import Names
from planner.tui.screens.scheme.origin import AskedRow
from planner.tui.screens.scheme.rows import TreeRow
from planner.tui.widgets.rowmodel import Column, Group, Look
from planner.tui.widgets.rows import RowList

View: TypeAlias = Literal[
    "tree", "classes", "units", "vetoes", "periods", "assessors", "settings", "asked", "findings"
]
VIEWS: tuple[View, ...] = get_args(View)
RECORDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Entry:
    """A record of one of the scheme's lists, or its front page and its settings."""

    kind: Literal["classes", "units", "vetoes", "periods", "assessors", "settings"]
    id: str
    title: str
    note: str

    @property
    def key(self) -> str:
        """Its own among the rows."""
        return f"{self.kind}/{self.id}"


@dataclass(frozen=True, slots=True)
class Found:
    """A finding and where it is, in words."""

    finding: Finding
    where: str
    nth: int

    @property
    def key(self) -> str:
        """Its own as long as it is found."""
        return f"{self.finding.code} {'/'.join(self.finding.where.path)} {self.nth}"


def tree_list(checker: Checker) -> RowList[TreeRow]:
    """The tree: title, points, what the parts come to, the rule, who scores, what is wrong."""

    def found(row: TreeRow) -> tuple[Finding, ...]:
        return checker.of("indicators", row.id) if row.id else ()

    return RowList(
        [
            Column("title", "scheme_place.title", rows.title_cell, least=20, share=4, optional=False,
                   ample=56, brief_cell=rows.brief_cell),
            Column("points", "scheme_place.points", rows.points_cell, width=6, align="right", optional=False),
            Column("sum", "scheme_place.sum_title", rows.sum_cell, width=12, optional=False, ample=13,
                   brief=11),
            Column("mark", "scheme_place.mark", lambda row: rows.mark_cell(found(row)), width=4),
            Column("method", "scheme_place.method", rows.method_cell, least=12, share=2),
            Column("scorers", "scheme_place.scorers", rows.scorer_cell, least=10, share=2),
            Column("own", "scheme_place.own", _own_cell, width=6, hidden=True),
        ],
        key=lambda row: row.key,
        look=lambda row: rows.row_look(row, found(row)),
        empty="scheme_place.no_indicators",
        id="scheme-tree",
    )  # fmt: skip


def _own_cell(row: TreeRow) -> str:
    return say("scheme_place.own") if row.own else ""


def entry_list(checker: Checker) -> RowList[Entry]:
    """Classes, units and the like: what they are called, what is set for them."""
    return RowList(
        [
            Column("title", "scheme_place.title", lambda row: row.title, least=20, share=2, optional=False),
            Column("mark", "scheme_place.mark", lambda row: rows.mark_cell(_of(checker, row)), width=4),
            Column("note", "scheme_place.note", lambda row: row.note, least=24, share=3),
        ],
        key=lambda row: row.key,
        look=lambda row: rows.mark_look(_of(checker, row)),
        empty="scheme_place.no_entries",
        id="scheme-entries",
    )


def _of(checker: Checker, row: Entry) -> tuple[Finding, ...]:
    """What was found of a record; of the settings whatever concerns no other."""
    return checker.of(row.kind, row.id) if row.kind != "settings" else settings_found(checker, row.id)


def settings_found(checker: Checker, id: str) -> tuple[Finding, ...]:
    """What was found of the settings; of the front page ("") what has no place at all."""
    return tuple(
        each
        for each in checker.findings
        if (each.where.path[:1] == ("settings",) if id else len(each.where.path) < 2)
    )


def finding_list() -> RowList[Found]:
    """What was found: where, and what is wrong."""
    return RowList(
        [
            Column("where", "scheme_place.where", lambda row: row.where, least=10, share=1, optional=False),
            Column("words", "scheme_place.words", lambda row: describe(row.finding), least=30, share=7,
                   optional=False),
        ],
        key=lambda row: row.key,
        look=lambda row: _LOOKS[row.finding.severity],
        empty="scheme_place.no_findings",
        id="scheme-findings",
    )  # fmt: skip


_LOOKS: dict[Severity, Look] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "muted",
}


def asked_list() -> RowList[AskedRow]:
    """What the plan asks of a unit: the measure, its part, the points."""
    return RowList(
        [
            Column("title", "scheme_place.asked_title", lambda row: row.title, least=26, share=3,
                   optional=False),
            Column("role", "scheme_place.role", AskedRow.role_words, width=10),
            Column("items", "scheme_place.items", lambda row: str(len(row.indicators) or "-"), width=4,
                   align="right"),
            Column("points", "scheme_place.points", _asked_points, width=7, align="right"),
        ],
        key=lambda row: row.key,
        look=lambda row: "" if row.indicators else "muted",
        empty="scheme_place.no_plan",
        id="scheme-asked",
    )  # fmt: skip


def _asked_points(row: AskedRow) -> str:
    from assessments.numbers import ZERO, exact, plain, total

    with exact():
        return plain(total(each.points or ZERO for each in row.indicators)) if row.indicators else ""


def view_title(view: View) -> str:
    """What a part of the scheme is called."""
    return say(f"scheme_place.view.{view}")


def view_note(view: View, scheme: Scheme, checker: Checker) -> str:
    """How much there is of a part."""
    if view == "findings":
        return checker.counts()
    if view in ("settings", "asked"):
        return say(f"scheme_place.view.{view}.note")
    held = scheme.indicators if view == "tree" else getattr(scheme, view)
    return say("scheme_place.count", count=len(held))


def entries(scheme: Scheme, view: View) -> list[Entry | Group]:
    """The rows of one of the scheme's lists; units under their classes."""
    names = Names(scheme)
    if view == "settings":
        return [
            Entry("settings", "", say("scheme_place.front"), scheme.title),
            Entry("settings", "settings", say("scheme_place.settings"), summary(scheme.settings, names)),
        ]
    if view == "units":
        return list(_units(scheme))
    if view == "classes":
        return [Entry("classes", each.id, each.title, _class_note(each, scheme)) for each in scheme.classes]
    if view == "periods":
        return [Entry(view, each.id, each.title, summary(each, names)) for each in scheme.periods]
    if view == "vetoes":
        return [Entry(view, each.id, each.title, _veto_note(each, names)) for each in scheme.vetoes]
    return [Entry("assessors", each.id, each.name, each.body) for each in scheme.assessors]


def _veto_note(each: Veto, names: Names) -> str:
    """What it does, and to whom where it is not for all."""
    whom = "、".join(names.title("holder", id) for id in each.applies)
    return "  ".join(part for part in (say(f"effect.{each.effect}"), whom) if part)


def _class_note(each: UnitClass, scheme: Scheme) -> str:
    return say(
        "scheme_place.class_note",
        scale=f"{each.scale.normalize():f}",
        grades=len(each.grades),
        units=len(scheme.units_of(each.id)),
    )


def _units(scheme: Scheme) -> Iterator[Entry | Group]:
    known = {each.id for each in scheme.classes}
    for unit_class in scheme.classes:
        held = scheme.units_of(unit_class.id)
        if held:
            yield Group(unit_class.title, say("scheme_place.count", count=len(held)))
        for unit in held:
            yield Entry("units", unit.id, unit.name, _unit_note(unit.hand_over, unit.group))
    lost = [unit for unit in scheme.units if unit.unit_class not in known]
    if lost:
        yield Group(say("scheme_place.no_class"), say("scheme_place.count", count=len(lost)))
        yield from (Entry("units", unit.id, unit.name, unit.unit_class) for unit in lost)


def _unit_note(hand_over: str, group: str) -> str:
    handed = say("scheme_place.handed", to=hand_over) if hand_over else ""
    return "  ".join(part for part in (group, handed) if part)


def found_rows(findings: tuple[Finding, ...], scheme: Scheme) -> list[Found | Group]:
    """The findings under the headings of their weight."""
    shown: list[Found | Group] = []
    for severity in ORDER:
        held = [each for each in findings if each.severity is severity]
        if held:
            shown.append(Group(say(f"check_place.{severity}"), say("scheme_place.count", count=len(held))))
        for nth, each in enumerate(held):
            where = scheme_place_words(each.where, scheme) or say("scheme_place.front")
            shown.append(Found(each, where, nth))
    return shown
