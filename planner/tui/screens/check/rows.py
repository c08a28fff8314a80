"""Findings as rows under the headings of their weight."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from planner.checking.mending import NAME_CODES, STRANGE_CODES, UNLED_CODES
from planner.findings import Finding, Severity
from planner.plan import Plan
from planner.text import describe, pairs, say
from planner.text.places import place_words
from planner.tui.widgets.rowmodel import Group, Look

ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding of a plan. `nth` counts findings that are alike in everything, from 0."""

    finding: Finding
    nth: int = 0

    @property
    def key(self) -> str:
        """Its own among the findings, as long as it is found."""
        finding = self.finding
        arguments = ",".join(f"{name}={value}" for name, value in sorted(finding.arguments.items()))
        return f"{finding.code} {'/'.join(finding.where.path)} {arguments} {self.nth}"

    @property
    def record_id(self) -> str:
        """The id of the task, section or department it speaks of; empty where it speaks of the whole plan."""
        path = self.finding.where.path
        return path[1] if len(path) > 1 else ""

    @property
    def measure_id(self) -> str:
        """The measure it speaks of, else the task."""
        path = self.finding.where.path
        return path[3] if len(path) > 3 else self.record_id


def finding_rows(findings: Iterable[Finding], *, only_errors: bool = False) -> list[FindingRow]:
    """The findings in their order, those that must be mended first."""
    seen = Counter[str]()
    rows = []
    for finding in sorted(findings, key=lambda finding: ORDER.index(finding.severity)):
        if only_errors and finding.severity is not Severity.ERROR:
            continue
        row = FindingRow(finding)
        rows.append(FindingRow(finding, seen[row.key]))
        seen[row.key] += 1
    return rows


def by_weight(rows: Sequence[FindingRow]) -> list[FindingRow | Group]:
    """The rows under the headings of their weight, with their counts."""
    items: list[FindingRow | Group] = []
    for severity in ORDER:
        held = [row for row in rows if row.finding.severity is severity]
        if held:
            items.append(Group(say(f"check_place.{severity}"), say("check_place.count", count=len(held))))
            items.extend(held)
    return items


def counts_words(findings: Iterable[Finding]) -> str:
    """How many of each weight: 必改 3  注意 12."""
    counts = Counter(finding.severity for finding in findings)
    return "  ".join(
        f"{say(f'severity.{severity}')} {counts[severity]}" for severity in ORDER if counts[severity]
    )


def where_words(row: FindingRow, plan: Plan) -> str:
    """The place in words; the whole plan where it has none of its own."""
    path = row.finding.where.path
    if path[:1] == ("departments",) or not path:
        return say("check_place.whole")
    return place_words(row.finding.where, plan)


def mend_words(row: FindingRow) -> str:
    """What F5 does with it, in a word; empty where only a person can mend it by writing."""
    code = row.finding.code
    for codes, key in (
        (NAME_CODES, "rename"),
        (UNLED_CODES, "assign"),
        (STRANGE_CODES, "who"),
    ):
        if code in codes:
            return say(f"check_place.mend.{key}")
    key = f"check_place.mend.{code.partition('.')[2]}"
    return say(key) if key in pairs() else ""


def advice_words(row: FindingRow) -> str:
    """What to press, in a sentence."""
    if mend_words(row):
        return say("check_place.advice.mend", what=mend_words(row))
    path = row.finding.where.path
    if path[:1] == ("departments",):
        return say("check_place.advice.department")
    return say("check_place.advice.go") if path else say("check_place.advice.assign")


def row_look(row: FindingRow) -> Look:
    """Its weight; the heading says it in words."""
    looks: dict[Severity, Look] = {Severity.ERROR: "error", Severity.WARNING: "warning"}
    return looks.get(row.finding.severity, "muted")


def row_words(row: FindingRow) -> str:
    """What is wrong and what to do."""
    return describe(row.finding)
