"""The running texts of a plan, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from planner.plan import Measure, Plan, Source

Record: TypeAlias = Literal["plan", "section", "task", "measure"]
Field: TypeAlias = Literal[
    "title",
    "issuer",
    "addressees",
    "preamble",
    "closing",
    "text",
    "due",
    "target",
    "recurrence",
    "lead",
    "responsible",
    "support",
    "supervise",
    "year",
    "number",
    "issued",
    "level",
    "region",
    "due_day",
]
"""A field of a record: first the running texts, then the roles with their names, then what is no text."""

HEADINGS: frozenset[Field] = frozenset({"title"})
"""Fields in which a year may stand without 年."""


@dataclass(frozen=True, slots=True)
class Words:
    """One running text and its place; `index` counts a measure's deadlines, targets or recurring duties."""

    record: Record
    id: str
    field: Field
    index: int
    text: str
    source: Source | None


def words_of(plan: Plan) -> Iterator[Words]:
    """Every running text of the plan that is not empty.

    The words of a deadline, target or recurring duty that stand in the measure's own text are not given
    again: they follow that text (see `applying`).
    """
    for field, text in _plan_texts(plan):
        if text:
            yield Words("plan", plan.id, field, 0, text, None)
    for section in plan.sections:
        if section.title:
            yield Words("section", section.id, "title", 0, section.title, section.source)
        if section.text:
            yield Words("section", section.id, "text", 0, section.text, section.source)
    for task in plan.tasks:
        if task.title:
            yield Words("task", task.id, "title", 0, task.title, task.source)
        for measure in task.measures:
            yield from _measure_words(measure, task.title, measure.source or task.source)


def _plan_texts(plan: Plan) -> Iterator[tuple[Field, str]]:
    yield "title", plan.title
    yield "issuer", plan.issuer
    yield "addressees", plan.addressees
    yield "preamble", plan.preamble
    yield "closing", plan.closing


def _measure_words(measure: Measure, title: str, source: Source | None) -> Iterator[Words]:
    if measure.title:
        yield Words("measure", measure.id, "title", 0, measure.title, source)
    if measure.text:
        yield Words("measure", measure.id, "text", 0, measure.text, source)
    for field, texts in _parts(measure):
        for index, text in enumerate(texts):
            if text and text not in measure.text and text not in title:
                yield Words("measure", measure.id, field, index, text, source)


def _parts(measure: Measure) -> Iterator[tuple[Field, tuple[str, ...]]]:
    yield "due", tuple(due.text for due in measure.dues)
    yield "target", tuple(target.text for target in measure.targets)
    yield "recurrence", tuple(held.text for held in measure.recurrences)
