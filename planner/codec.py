"""Records to plain data and back, in the shape of the exchange format.

The shape is flat and made to be merged: sections, tasks and measures are dictionaries keyed by id, lists of
names are lists of strings, what is empty is left out. Dates and decimals stay objects on the way out; on the
way in ISO dates and decimal strings are taken too, so a store can keep the same shape as JSON.

This is on the path of every saved edit, hence written out by hand. It trusts its data: a file from outside
goes through `planner.sharing.toml`, which looks at every key first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import TypeAlias, cast

from planner.plan import (
    ORDER_STEP,
    ROLES,
    Comparison,
    Due,
    Duty,
    Level,
    Measure,
    Plan,
    Recurrence,
    Section,
    Source,
    Target,
    Task,
)

FORMAT_NAME = "county-plan"
FORMAT_NUMBER = 1
FORMAT = f"{FORMAT_NAME}/{FORMAT_NUMBER}"

Data: TypeAlias = dict[str, object]
Stored: TypeAlias = Mapping[str, object]


def plan_to_data(plan: Plan) -> Data:
    """The plan as nested dictionaries: the header's keys, then `sections` and `tasks` keyed by id."""
    data: Data = {"format": FORMAT, "id": plan.id, "title": plan.title, "year": plan.year}
    for key in (
        "issuer",
        "number",
        "issued",
        "field",
        "level",
        "region",
        "addressees",
        "preamble",
        "closing",
    ):
        if value := getattr(plan, key):
            data[key] = value
    if plan.sections:
        data["sections"] = {section.id: section_to_data(section) for section in plan.sections}
    if plan.tasks:
        data["tasks"] = {task.id: task_to_data(task) for task in plan.tasks}
    return data


def section_to_data(section: Section) -> Data:
    """One section without its id."""
    data: Data = {"title": section.title}
    if section.text:
        data["text"] = section.text
    if section.source is not None:
        data["source"] = _source_to_data(section.source)
    data["order"] = section.order
    return data


def task_to_data(task: Task) -> Data:
    """One task without its id, its measures keyed by theirs."""
    data: Data = {}
    if task.section:
        data["section"] = task.section
    data["title"] = task.title
    if task.source is not None:
        data["source"] = _source_to_data(task.source)
    data["order"] = task.order
    if task.measures:
        data["measures"] = {measure.id: measure_to_data(measure) for measure in task.measures}
    return data


def measure_to_data(measure: Measure) -> Data:
    """One measure without its id; the duty's four roles and its clause stand beside the text."""
    data: Data = {}
    if measure.title:
        data["title"] = measure.title
    duty = measure.duty
    if duty.clause:
        data["clause"] = duty.clause
    if measure.text:
        data["text"] = measure.text
    if duty.lead:
        data["lead"] = list(duty.lead)
    if duty.responsible:
        data["responsible"] = list(duty.responsible)
    if duty.support:
        data["support"] = list(duty.support)
    if duty.supervise:
        data["supervise"] = list(duty.supervise)
    if measure.targets:
        data["targets"] = [_target_to_data(target) for target in measure.targets]
    if measure.dues:
        data["dues"] = [_due_to_data(due) for due in measure.dues]
    if measure.recurrences:
        data["recurrences"] = [_recurrence_to_data(recurrence) for recurrence in measure.recurrences]
    if measure.source is not None:
        data["source"] = _source_to_data(measure.source)
    data["order"] = measure.order
    return data


def plan_from_data(data: Stored) -> Plan:
    """The plan that `plan_to_data` gave this shape. ISO strings stand for dates, strings for decimals.

    Raises KeyError, TypeError or ValueError where the data is not of that shape.
    """
    sections = _tables(data, "sections")
    tasks = _tables(data, "tasks")
    return Plan(
        id=_text(data, "id"),
        title=_text(data, "title"),
        year=_whole(data, "year"),
        issuer=_text(data, "issuer"),
        number=_text(data, "number"),
        issued=_day(data.get("issued")),
        field=_text(data, "field"),
        level=cast(Level, _text(data, "level")),
        region=_text(data, "region"),
        addressees=_text(data, "addressees"),
        preamble=_text(data, "preamble"),
        closing=_text(data, "closing"),
        sections=tuple(section_from_data(id, section) for id, section in sections),
        tasks=tuple(task_from_data(id, task) for id, task in tasks),
    )


def section_from_data(id: str, data: Stored) -> Section:
    """One section from `section_to_data`."""
    return Section(
        id=id,
        title=_text(data, "title"),
        order=_whole(data, "order", ORDER_STEP),
        text=_text(data, "text"),
        source=_source(data),
    )


def task_from_data(id: str, data: Stored) -> Task:
    """One task from `task_to_data`."""
    measures = _tables(data, "measures")
    return Task(
        id=id,
        section=_text(data, "section"),
        title=_text(data, "title"),
        order=_whole(data, "order", ORDER_STEP),
        measures=tuple(measure_from_data(id, measure) for id, measure in measures),
        source=_source(data),
    )


def measure_from_data(id: str, data: Stored) -> Measure:
    """One measure from `measure_to_data`."""
    names = {role: tuple(cast(Iterable[str], data.get(role, ()))) for role in ROLES}
    return Measure(
        id=id,
        text=_text(data, "text"),
        title=_text(data, "title"),
        order=_whole(data, "order", ORDER_STEP),
        duty=Duty(**names, clause=_text(data, "clause")),
        targets=tuple(_target(target) for target in _items(data, "targets")),
        dues=tuple(Due(_text(due, "text"), _day(due.get("day"))) for due in _items(data, "dues")),
        recurrences=tuple(_recurrence(recurrence) for recurrence in _items(data, "recurrences")),
        source=_source(data),
    )


def _source_to_data(source: Source) -> Data:
    data: Data = {"document": source.document}
    if source.line is not None:
        data["line"] = source.line
    if source.year is not None:
        data["year"] = source.year
    if source.number:
        data["number"] = source.number
    if source.ref:
        data["ref"] = source.ref
    return data


def _target_to_data(target: Target) -> Data:
    data: Data = {"text": target.text}
    if target.comparison:
        data["comparison"] = target.comparison
    if target.value is not None:
        data["value"] = target.value
    if target.unit:
        data["unit"] = target.unit
    return data


def _due_to_data(due: Due) -> Data:
    data: Data = {"text": due.text}
    if due.day is not None:
        data["day"] = due.day
    return data


def _recurrence_to_data(recurrence: Recurrence) -> Data:
    data: Data = {"text": recurrence.text}
    if recurrence.rule:
        data["rule"] = recurrence.rule
    if recurrence.dates:
        data["dates"] = list(recurrence.dates)
    return data


def _source(owner: Stored) -> Source | None:
    data = cast("Stored | None", owner.get("source"))
    if data is None:
        return None
    return Source(
        document=_text(data, "document"),
        line=cast("int | None", data.get("line")),
        year=cast("int | None", data.get("year")),
        number=_text(data, "number"),
        ref=_text(data, "ref"),
    )


def _target(data: Stored) -> Target:
    value = cast("Decimal | int | str | None", data.get("value"))
    return Target(
        text=_text(data, "text"),
        comparison=cast(Comparison, _text(data, "comparison")),
        value=None if value is None else Decimal(value),
        unit=_text(data, "unit"),
    )


def _recurrence(data: Stored) -> Recurrence:
    days = (_day(day) for day in cast(Iterable[object], data.get("dates", ())))
    return Recurrence(_text(data, "text"), _text(data, "rule"), tuple(day for day in days if day is not None))


def _tables(data: Stored, key: str) -> Iterable[tuple[str, Stored]]:
    return cast(Mapping[str, Stored], data.get(key, {})).items()


def _items(data: Stored, key: str) -> Iterable[Stored]:
    return cast(Iterable[Stored], data.get(key, ()))


def _text(data: Stored, key: str) -> str:
    return cast(str, data.get(key, ""))


def _whole(data: Stored, key: str, default: int | None = None) -> int:
    return cast(int, data[key] if default is None else data.get(key, default))


def _day(value: object) -> date | None:
    if value is None or isinstance(value, date):
        return value
    return date.fromisoformat(cast(str, value))
