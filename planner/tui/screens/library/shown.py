"""A template, a section or a task in full, as paragraphs to read."""

from __future__ import annotations

from collections.abc import Iterator

from planner.plan import ROLES, Measure, Plan, Section, Source, Target, Task
from planner.text import say
from planner.tui.screens.library.rows import PartRow
from planner.tui.widgets.textpane import Para


def paragraphs(row: PartRow) -> Iterator[Para]:
    """Everything there is to read about a row of an outline."""
    record = row.record
    if isinstance(record, Plan):
        yield from _plan(record)
    elif isinstance(record, Section):
        yield from _section(record, row)
    else:
        yield from _task(record, row.template.plan)


def _plan(plan: Plan) -> Iterator[Para]:
    yield Para(plan.title, "heading")
    yield Para(say("library.counts", sections=len(plan.sections), tasks=len(plan.tasks)))
    fields = (
        ("library.year", str(plan.year)),
        ("library.issuer", plan.issuer),
        ("library.number", plan.number),
        ("library.issued", plan.issued.isoformat() if plan.issued is not None else ""),
        ("library.field", plan.field),
        ("library.level", say(f"library.level.{plan.level}") if plan.level else ""),
        ("library.region", plan.region),
    )
    for label, value in fields:
        if value:
            yield _labelled(label, value)
    for text in (plan.addressees, plan.preamble, plan.closing):
        if text:
            yield Para("")
            yield Para(text)


def _section(section: Section, row: PartRow) -> Iterator[Para]:
    yield Para(row.number + section.title, "heading")
    yield Para(say("library.section_count", count=row.count), "muted")
    if section.text:
        yield Para("")
        yield Para(section.text)
    yield from _source(section.source)


def _task(task: Task, plan: Plan) -> Iterator[Para]:
    yield Para(task.title, "heading")
    heading = next((section.title for section in plan.sections if section.id == task.section), "")
    if heading:
        yield Para(heading, "muted")
    for place, measure in enumerate(task.measures, 1):
        yield Para("")
        if len(task.measures) > 1:
            yield Para(say("library.measure", number=place), "muted")
        yield from _measure(measure, plan.year)
    if task.source is not None:
        yield Para("")
        yield from _source(task.source)


def _measure(measure: Measure, year: int) -> Iterator[Para]:
    from planner.timing import occurrences

    if measure.title:
        yield Para(measure.title, "strong")
    yield Para(measure.text)
    for role in ROLES:
        if names := measure.duty.names(role):
            yield _labelled(f"role.{role}", "、".join(names))
    if measure.duty.is_empty():
        yield Para(say("library.nobody"), "warning", 2)
    for target in measure.targets:
        yield _labelled("library.target", _target(target))
    for due in measure.dues:
        day = f"  [{due.day.isoformat()}]" if due.day is not None else ""
        yield _labelled("library.due", due.text + day)
    for recurrence in measure.recurrences:
        count = len(occurrences(recurrence, year))
        times = f"  [{say('library.times', count=count)}]" if count else ""
        yield _labelled("library.recurrence", recurrence.text + times)


def _target(target: Target) -> str:
    figure = f"  [{target.value:f}{target.unit}]" if target.value is not None else ""
    return target.text + figure


def _source(source: Source | None) -> Iterator[Para]:
    if source is not None:
        line = say("library.line", line=source.line) if source.line is not None else ""
        year = say("library.of_year", year=source.year) if source.year is not None else ""
        words = "  ".join(part for part in (source.document, year, line) if part)
        yield Para(say("library.labelled", label=say("library.source"), value=words), "muted")


def _labelled(label: str, value: str) -> Para:
    return Para(say("library.labelled", label=say(label), value=value), indent=2)
