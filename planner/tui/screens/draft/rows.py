"""A plan as the rows of a list: its header, its sections, its tasks, each with its printed number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from planner.findings import Finding, Severity
from planner.numbering import numbers_of
from planner.plan import Plan, Section, Task
from planner.text import pairs, say
from planner.tui.widgets.rowmodel import Look

Kind: TypeAlias = Literal["plan", "section", "task"]


@dataclass(frozen=True, slots=True)
class DraftRow:
    """One row. `number` is as printed (一、 or 12.); `place` its place in the plan, for sorting by number."""

    kind: Kind
    id: str
    number: str
    place: int
    record: Plan | Section | Task

    @property
    def title(self) -> str:
        """The title of plan, section or task."""
        return self.record.title

    @property
    def task(self) -> Task | None:
        """The task; None in the row of a section or the header."""
        return self.record if isinstance(self.record, Task) else None


def rows_of(plan: Plan, *, header: bool = True) -> list[DraftRow]:
    """The rows of a plan in its order. Tasks of no section stand at the end."""
    numbers = numbers_of(plan)
    rows = [DraftRow("plan", plan.id, "", 0, plan)] if header else []
    held: dict[str, list[Task]] = {section.id: [] for section in plan.sections}
    loose: list[Task] = []
    for task in plan.tasks:
        held.get(task.section, loose).append(task)

    def add_tasks(tasks: Iterable[Task]) -> None:
        for task in tasks:
            rows.append(DraftRow("task", task.id, f"{numbers.tasks[task.id]:>4}.", len(rows), task))

    for section in plan.sections:
        rows.append(DraftRow("section", section.id, f"{numbers.sections[section.id]}、", len(rows), section))
        add_tasks(held[section.id])
    add_tasks(loose)
    return rows


def with_sections(rows: Iterable[DraftRow], wanted: frozenset[str]) -> list[DraftRow]:
    """The rows whose ids are wanted, and the headings of the tasks among them."""
    rows = list(rows)
    sections = {row.task.section for row in rows if row.task is not None and row.id in wanted}
    return [row for row in rows if row.id in wanted or row.id in sections]


def holding(rows: Iterable[DraftRow], words: str) -> frozenset[str]:
    """The ids of the rows that hold every word, in the title, the names or anywhere in the text."""
    wanted = words.casefold().split()
    return frozenset(row.id for row in rows if all(word in _everything(row) for word in wanted))


def _everything(row: DraftRow) -> str:
    parts = [row.number, row.title]
    if row.task is not None:
        for measure in row.task.measures:
            parts += [measure.title, measure.text, *measure.duty.everyone()]
            parts += [due.text for due in measure.dues]
    return " ".join(parts).casefold()


def lead_words(row: DraftRow) -> str:
    """Who leads, each once, in order; who is responsible where nobody leads."""
    if row.task is None:
        return ""
    duties = [held.duty for held in row.task.measures]
    names = [name for duty in duties for name in duty.lead]
    return "、".join(dict.fromkeys(names or (name for duty in duties for name in duty.responsible)))


def due_words(row: DraftRow) -> str:
    """The first deadline, by its day where it has one; else the words of the recurring duty."""
    if row.task is None:
        return ""
    dues = [due for held in row.task.measures for due in held.dues]
    days = sorted(due.day for due in dues if due.day is not None)
    if days:
        return days[0].isoformat()
    words = [due.text for due in dues] or [r.text for held in row.task.measures for r in held.recurrences]
    return words[0] if words else ""


def due_brief(row: DraftRow) -> str:
    """The same in a few cells: of a day only month and day."""
    words = due_words(row)
    return words[5:] if _ISO_DAY.fullmatch(words) else words


_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


Marks: TypeAlias = Mapping[str, tuple[Finding, ...]]
"""What the checks say of each record, by id: errors before warnings; notes are left to the check page."""


def marks_of(findings: Iterable[Finding], plan: Plan) -> dict[str, tuple[Finding, ...]]:
    """The findings by the record they speak of; what concerns no section or task is the plan's own."""
    known = {section.id for section in plan.sections} | {task.id for task in plan.tasks}
    marks: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.severity is Severity.NOTE or finding.where.path[:1] == ("departments",):
            continue
        path = finding.where.path
        id = path[1] if len(path) > 1 and path[1] in known else plan.id
        marks.setdefault(id, []).append(finding)
    return {id: tuple(sorted(held, key=_lightness)) for id, held in marks.items()}


def _lightness(finding: Finding) -> bool:
    return finding.severity is not Severity.ERROR


def mark_words(found: tuple[Finding, ...]) -> str:
    """The heaviest in a word or two, and how many more there are."""
    if not found:
        return ""
    kinds = list(dict.fromkeys(finding.code for finding in found))
    words = _short(kinds[0])
    return words if len(kinds) == 1 else say("draft.mark_and_more", words=words, count=len(kinds) - 1)


def mark_brief(found: tuple[Finding, ...]) -> str:
    """In a few cells: the heaviest, and a plus where there are more; the task's own pane says them all."""
    if not found:
        return ""
    return _short(found[0].code) + ("+" if len({finding.code for finding in found}) > 1 else "")


def _short(code: str) -> str:
    key = f"draft.mark.{code.partition('.')[2]}"
    return say(key if key in pairs() else "draft.mark.other")


def mark_look(found: tuple[Finding, ...]) -> Look:
    """How a row with these findings stands out."""
    if not found:
        return ""
    return "error" if found[0].severity is Severity.ERROR else "warning"
