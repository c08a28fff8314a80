"""The rows of the library: templates, hits of a search, and a template's own sections and tasks.

All three name their rows by template and id (`row_key`), so a mark set in one list is the same in the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from planner.drafting.draft import Pick
from planner.library import Hit, Template
from planner.numbering import numbers_of
from planner.plan import Plan, Section, Task
from planner.text import say
from planner.tui.display import CUT
from planner.tui.widgets.rowmodel import Column, Group

Kind: TypeAlias = Literal["plan", "section", "task"]
ORIGINS = ("workspace", "builtin", "file")
_BEFORE = 2
"""Characters shown before the words found in a text."""


@dataclass(frozen=True, slots=True)
class PartRow:
    """A row of a template's outline: the plan itself, a section, or a task. `number` is as printed."""

    template: Template
    kind: Kind
    record: Plan | Section | Task
    number: str = ""
    count: int = 0

    @property
    def id(self) -> str:
        """The record's id; empty for the whole template."""
        return "" if self.kind == "plan" else self.record.id


Listed: TypeAlias = "Template | Hit"


def row_key(template: Template, id: str = "") -> str:
    """The name of a row: the template's key and the section's or task's id, empty for the whole template."""
    return f"{template.key}\n{id}"


def key_of(row: Template | Hit | PartRow) -> str:
    """The name of a row of any of the three lists."""
    if isinstance(row, Template):
        return row_key(row)
    return row_key(row.template, row.task if isinstance(row, Hit) else row.id)


def template_of(row: Template | Hit | PartRow) -> Template:
    """The template that a row belongs to."""
    return row if isinstance(row, Template) else row.template


def picks_of(keys: Iterable[str], find: Callable[[str], Template | None]) -> tuple[Pick, ...]:
    """What rows with these names mean to take, one pick a template, in order of first marking."""
    wanted: dict[str, list[str]] = {}
    for key in keys:
        template, _, id = key.partition("\n")
        wanted.setdefault(template, []).append(id)
    picks = []
    for key, ids in wanted.items():
        held = find(key)
        if held is not None:
            picks.append(Pick(held.plan, None if "" in ids else tuple(ids)))
    return tuple(picks)


def grouped(templates: Iterable[Template]) -> list[Template | Group]:
    """The templates under a heading for each origin."""
    templates = list(templates)
    items: list[Template | Group] = []
    for origin in ORIGINS:
        held = [template for template in templates if template.origin == origin]
        if held:
            items.append(Group(say(f"library.origin.{origin}"), say("library.count", count=len(held))))
            items.extend(held)
    return items


def outline(template: Template) -> list[PartRow]:
    """A template's rows: itself, then each section with its tasks; tasks of no section at the end."""
    plan = template.plan
    numbers = numbers_of(plan)
    held: dict[str, list[Task]] = {section.id: [] for section in plan.sections}
    loose: list[Task] = []
    for task in plan.tasks:
        held.get(task.section, loose).append(task)

    def rows(tasks: list[Task]) -> list[PartRow]:
        return [PartRow(template, "task", task, f"{numbers.tasks[task.id]}.") for task in tasks]

    found = [PartRow(template, "plan", plan, count=len(plan.tasks))]
    for section in plan.sections:
        tasks = held[section.id]
        found.append(PartRow(template, "section", section, f"{numbers.sections[section.id]}、", len(tasks)))
        found.extend(rows(tasks))
    return found + rows(loose)


def taken_from(plan: Plan | None) -> frozenset[str]:
    """What the draft has taken from templates: "plan id/task id" of each."""
    if plan is None:
        return frozenset()
    return frozenset(task.source.ref for task in plan.tasks if task.source is not None and task.source.ref)


def template_columns() -> list[Column[Template]]:
    """Title, year, tasks, field."""
    return [
        Column("title", "library.title", lambda held: held.plan.title, least=24, share=3, optional=False),
        Column("year", "library.year", lambda held: str(held.plan.year), width=4),
        Column(
            "tasks",
            "library.tasks",
            lambda held: str(len(held.plan.tasks)),
            width=5,
            align="right",
            sort=lambda held: len(held.plan.tasks),
        ),
        Column("field", "library.field", lambda held: held.plan.field, least=10, share=1),
        Column("issuer", "library.issuer", lambda held: held.plan.issuer, hidden=True),
        Column(
            "origin", "library.origin", lambda held: say(f"library.from.{held.origin}"), width=8, hidden=True
        ),
    ]


def hit_columns(words: Callable[[], str]) -> list[Column[Hit]]:
    """The task, where the words were found, the template. `words` gives what is searched for."""
    return [
        Column("task", "library.task", hit_title, least=24, share=3, optional=False),
        Column("where", "library.where", lambda hit: hit_words(hit, words()), least=12, share=3),
        Column("template", "library.template", short_name, width=15),
    ]


def short_name(hit: Hit) -> str:
    """A template in few words: its field and year, its title where it has no field."""
    plan = hit.template.plan
    return f"{plan.year} {plan.field}" if plan.field else plan.title


def hit_title(hit: Hit) -> str:
    """The title of the task that was found; of the template with a word before it."""
    if not hit.task:
        return say("library.whole", title=hit.template.plan.title)
    return hit.template.plan.task(hit.task).title


def hit_words(hit: Hit, words: str) -> str:
    """Where a hit was found, and the words there unless they are the title itself."""
    where = say(f"library.where.{hit.where}")
    if hit.where in ("template", "title"):
        return where
    if hit.where == "department":
        return f"{where} {hit.excerpt}"
    return f"{where} {_from_words(hit.excerpt, words)}"


def _from_words(excerpt: str, words: str) -> str:
    """An excerpt from shortly before the first word searched for, so that a narrow column still shows it."""
    bare = excerpt.strip("…")
    found = [place for word in words.casefold().split() if (place := bare.casefold().find(word)) >= 0]
    start = max(0, min(found, default=0) - _BEFORE)
    # The one-character ellipsis takes two cells in many Chinese terminals.
    before = CUT if start or excerpt.startswith("…") else ""
    return before + bare[start:] + (CUT if excerpt.endswith("…") else "")


def part_columns(is_taken: Callable[[PartRow], bool]) -> list[Column[PartRow]]:
    """The outline's columns. `is_taken` says of a task that the draft has it from there already."""
    return [
        Column("title", "library.part", lambda row: part_title(row, is_taken(row)), least=24, optional=False),
        Column("lead", "library.lead", lead_words, width=14),
    ]


def part_title(row: PartRow, taken: bool = False) -> str:
    """A row's title, with its number and set in by its depth; a word before it where it was taken."""
    if row.kind == "plan":
        return say("library.all_of_it", count=row.count)
    if row.kind == "section":
        return say("library.section", number=row.number, title=row.record.title, count=row.count)
    return f"{row.number:>5} {say('library.taken') if taken else ''}{row.record.title}"


def lead_words(row: PartRow) -> str:
    """The first lead of a task, else whoever is named first."""
    if not isinstance(row.record, Task):
        return ""
    duties = [measure.duty for measure in row.record.measures]
    leads = [name for duty in duties for name in duty.lead]
    return (leads or list(row.record.everyone()) or [""])[0]
