"""What stands under the cursor, in full, part by part: each part is one thing that can be edited."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias, get_args

from planner.drafting.edits.header import HeaderField
from planner.findings import Finding
from planner.plan import ROLES, Due, Measure, Plan, Recurrence, Section, Source, Target, Task
from planner.text import describe, say
from planner.tui.screens.draft.rows import DraftRow
from planner.tui.widgets.textpane import ParaLook

PartKind: TypeAlias = Literal[
    "title", "section", "measure", "text", "subtitle", "names", "target", "due", "recurrence",
    "source", "remark", "header", "year", "issued", "level", "section_title", "section_text",
]  # fmt: skip
LONG_FIELDS: frozenset[HeaderField] = frozenset({"addressees", "preamble", "closing"})
"""Header fields that are written in several lines."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part. `id` is the record it belongs to; `index` counts targets and the like from 0; `field` is the
    role or the header's field. `label` stands before the text, which is shown in full."""

    kind: PartKind
    id: str
    label: str
    text: str
    look: ParaLook = ""
    index: int = 0
    field: str = ""

    @property
    def key(self) -> str:
        """Its own among the parts shown."""
        return f"{self.kind}/{self.id}/{self.field}/{self.index}"


def parts_of(row: DraftRow, plan: Plan, found: tuple[Finding, ...] = (), *, own: bool = True) -> list[Part]:
    """The parts of a row of the plan; what the checks found of it stands first after the title.

    With `own` False it is a template's row: nothing is offered for editing.
    """
    record = row.record
    if isinstance(record, Plan):
        parts = list(_header(record))
    elif isinstance(record, Section):
        parts = list(_section(record, plan))
    else:
        parts = list(_task(record, plan, own))
    remarks = [
        Part("remark", row.id, say("draft.remark"), describe(each), "warning", index)
        for index, each in enumerate(found)
    ]
    return [*parts[:1], *remarks, *parts[1:]]


def _header(plan: Plan) -> Iterator[Part]:
    fields: tuple[HeaderField, ...] = get_args(HeaderField)
    shown = dict(zip(fields, (getattr(plan, field) for field in fields), strict=True))

    def line(field: HeaderField, look: ParaLook = "") -> Part:
        text = shown[field]
        return Part("header", plan.id, say(f"draft.field.{field}"), text or say("draft.empty"),
                    look if text else "muted", field=field)  # fmt: skip

    yield line("title", "heading")
    yield Part("year", plan.id, say("draft.field.year"), str(plan.year))
    yield line("issuer")
    yield line("number")
    issued = plan.issued.isoformat() if plan.issued is not None else say("draft.empty")
    yield Part("issued", plan.id, say("draft.field.issued"), issued, "" if plan.issued else "muted")
    yield line("field")
    yield Part("level", plan.id, say("draft.field.level"), say(f"draft.level.{plan.level}"))
    yield line("region")
    for field in ("addressees", "preamble", "closing"):
        yield line(field)


def _section(section: Section, plan: Plan) -> Iterator[Part]:
    yield Part("section_title", section.id, say("draft.part.title"), section.title, "heading")
    text = section.text
    yield Part("section_text", section.id, say("draft.part.prose"), text or say("draft.empty"),
               "" if text else "muted")  # fmt: skip
    count = len(plan.tasks_in(section.id))
    yield Part("remark", section.id, say("draft.part.tasks"), say("draft.task_count", count=count), "muted")
    yield from _source(section.id, section.source)


def _task(task: Task, plan: Plan, own: bool) -> Iterator[Part]:
    yield Part("title", task.id, say("draft.part.title"), task.title or say("draft.empty"), "heading")
    section = next((held.title for held in plan.sections if held.id == task.section), "")
    yield Part("section", task.id, say("draft.part.section"), section or say("draft.no_section"), "muted")
    several = len(task.measures) > 1
    for place, measure in enumerate(task.measures, 1):
        yield from _measure(measure, place, plan.year, several, own)
        if measure.source != task.source and _document(measure.source) != _document(task.source):
            yield from _source(measure.id, measure.source)
    if not task.measures and own:
        yield Part("text", "", say("draft.part.text"), say("draft.no_measure"), "muted")
    yield from _source(task.id, task.source)


def _measure(measure: Measure, place: int, year: int, several: bool, own: bool) -> Iterator[Part]:
    label = say("draft.part.measure", number=place) if several else say("draft.part.only_measure")
    hint = say("draft.measure_hint") if own else ""
    if measure.title or several or own:
        yield Part(
            "measure", measure.id, label, measure.title or hint, "strong" if measure.title else "muted"
        )
    text = measure.text or (say("draft.no_text") if own else say("draft.empty"))
    yield Part("text", measure.id, say("draft.part.text"), text, "" if measure.text else "muted")
    for role in ROLES:
        names = "、".join(measure.duty.names(role))
        label = say(f"role.{role}").capitalize()
        if names:
            yield Part("names", measure.id, label, names, field=role)
        elif role == "lead" and own:
            yield Part("names", measure.id, label, say("draft.nobody"), "warning", field=role)
    for index, target in enumerate(measure.targets):
        yield Part("target", measure.id, say("draft.part.target"), target_line(target), index=index)
    for index, due in enumerate(measure.dues):
        yield Part("due", measure.id, say("draft.part.due"), due_line(due), index=index)
    for index, recurrence in enumerate(measure.recurrences):
        shown = recurrence_line(recurrence, year)
        yield Part("recurrence", measure.id, say("draft.part.recurrence"), shown, index=index)


def _document(source: Source | None) -> str:
    return source.document if source is not None else ""


def _source(id: str, source: Source | None) -> Iterator[Part]:
    if source is not None:
        yield Part("source", id, say("draft.part.source"), source_line(source), "muted")


def source_line(source: Source) -> str:
    """Where something comes from: document, year, line, number there."""
    parts = [source.document]
    if source.year is not None:
        parts.append(say("draft.source.year", year=source.year))
    if source.number:
        parts.append(say("draft.source.number", number=source.number))
    if source.line is not None:
        parts.append(say("draft.source.line", line=source.line))
    return "  ".join(parts)


def figure_words(target: Target) -> str:
    """The number of a target as it was understood: 不少于 200 家; empty where there is none."""
    if target.value is None:
        return ""
    comparison = say(f"draft.comparison.{target.comparison or 'exactly'}")
    return f"{comparison} {target.value:f} {target.unit}".strip()


def target_line(target: Target) -> str:
    """The words of a target and the number in them."""
    return f"{target.text}  [{figure_words(target) or say('draft.no_figure')}]"


def due_line(due: Due) -> str:
    """The words of a deadline and the day they mean."""
    return f"{due.text}  [{due.day.isoformat() if due.day is not None else say('draft.no_day')}]"


def days_words(days: tuple[date, ...]) -> str:
    """Days of one year, short: 3-31 6-30."""
    return "  ".join(f"{day.month}-{day.day}" for day in days)


def recurrence_line(recurrence: Recurrence, year: int) -> str:
    """The words of a recurring duty and its days in the plan's year, with who fixed them."""
    from planner.timing import occurrences

    days = occurrences(recurrence, year)
    if not days:
        return f"{recurrence.text}  [{say('draft.no_occurrence')}]"
    way = "draft.days_fixed" if recurrence.dates else "draft.days_by_rule"
    return f"{recurrence.text}  [{say(way, count=len(days), days=days_words(days))}]"
