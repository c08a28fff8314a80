"""Findings as rows under the headings of their weight."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from planner.checking.mending import NAME_CODES, STRANGE_CODES, UNLED_CODES, WORD_CODES
from planner.findings import Finding, Severity, heaviest_first
from planner.numbering import numbers_of
from planner.plan import Plan, Task
from planner.text import describe, pairs, say
from planner.text.places import place_words
from planner.tui.widgets.rowmodel import Group, Look

TOGETHER = NAME_CODES | STRANGE_CODES | WORD_CODES
"""Findings of a name or of words: the same in many places is one thing to mend."""


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding of a plan, or the same finding of a name or of words in several places.

    `nth` counts findings that are alike in everything but are not taken together, from 0.
    """

    findings: tuple[Finding, ...]
    nth: int = 0

    @property
    def finding(self) -> Finding:
        """The first of them."""
        return self.findings[0]

    @property
    def key(self) -> str:
        """Its own among the findings, as long as it is found."""
        finding = self.finding
        arguments = ",".join(f"{name}={value}" for name, value in sorted(finding.arguments.items()))
        place = "" if finding.code in TOGETHER else "/".join(finding.where.path)
        return f"{finding.code} {place} {arguments} {self.nth}"

    @property
    def record_id(self) -> str:
        """The id of the task, section or department it speaks of; empty where it speaks of the whole plan."""
        return record_id(self.finding)

    @property
    def measure_id(self) -> str:
        """The measure it speaks of, else the task."""
        return measure_id(self.finding)


def record_id(finding: Finding) -> str:
    """The id of the task, section or department a finding speaks of; empty where it speaks of the plan."""
    path = finding.where.path
    return path[1] if len(path) > 1 else ""


def measure_id(finding: Finding) -> str:
    """The measure a finding speaks of, else the task."""
    path = finding.where.path
    return path[3] if len(path) > 3 else record_id(finding)


def finding_rows(findings: Iterable[Finding], *, only_errors: bool = False) -> list[FindingRow]:
    """The findings in their order, those that must be mended first; what says the same once."""
    seen = Counter[str]()
    rows: dict[str, FindingRow] = {}
    for finding in heaviest_first(findings):
        if only_errors and finding.severity is not Severity.ERROR:
            continue
        row = FindingRow((finding,))
        if finding.code in TOGETHER and row.key in rows:
            row = FindingRow((*rows[row.key].findings, finding))
        elif finding.code not in TOGETHER:
            row = FindingRow((finding,), seen[row.key])
            seen[FindingRow((finding,)).key] += 1
        rows[row.key] = row
    return list(rows.values())


def by_weight(rows: Sequence[FindingRow]) -> list[FindingRow | Group]:
    """The rows under the headings of their weight, with their counts."""
    items: list[FindingRow | Group] = []
    for severity in Severity:
        held = [row for row in rows if row.finding.severity is severity]
        if held:
            items.append(Group(say(f"check_place.{severity}"), say("check_place.count", count=len(held))))
            items.extend(held)
    return items


def counts_words(findings: Iterable[Finding]) -> str:
    """How many of each weight, as the list shows them: 必改 3  注意 12."""
    counts = Counter(row.finding.severity for row in finding_rows(findings))
    return "  ".join(
        f"{say(f'severity.{severity}')} {counts[severity]}" for severity in Severity if counts[severity]
    )


def where_words(row: FindingRow, plan: Plan) -> str:
    """The place in words, the first and how many of several; the whole plan where it has none of its own."""
    return _and_more(row, place_of(row.finding, plan))


def _task_of(row: FindingRow, plan: Plan) -> Task | None:
    path = row.finding.where.path
    return next((task for task in plan.tasks if path[:2] == ("tasks", task.id)), None)


def words_brief(row: FindingRow, plan: Plan) -> str:
    """What is wrong, and after it the title that `where_brief` leaves out."""
    task = _task_of(row, plan)
    return row_words(row) if task is None else f"{row_words(row)}  {task.title}"


def where_brief(row: FindingRow, plan: Plan) -> str:
    """The same without the task's title."""
    task = _task_of(row, plan)
    if task is None:
        return where_words(row, plan)
    return _and_more(row, say("place.task", number=numbers_of(plan).tasks[task.id], title="").rstrip())


def _and_more(row: FindingRow, words: str) -> str:
    several = len(row.findings)
    return words if several == 1 else say("check_place.and_more", count=several, where=words)


def place_of(finding: Finding, plan: Plan) -> str:
    """The place of one finding in words."""
    path = finding.where.path
    if path[:1] == ("departments",) or not path:
        return say("check_place.whole")
    return place_words(finding.where, plan)


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
