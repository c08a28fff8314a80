"""Plans as documents of the store: their plain data, what a list shows of them, and how two changes meet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from planner.codec import plan_from_data, plan_to_data, section_to_data, task_to_data
from planner.merging import ABSENT, Clash, Merged, merge
from planner.plan import Plan
from planner.store.rows import Data, Record, Written, json_text

KIND = "plan"


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """A plan as a list shows it; `changed` and `by` tell of its last change."""

    id: str
    title: str
    year: int
    issuer: str
    field: str
    task_count: int
    revision: int
    changed: datetime
    by: str


def head(data: Data) -> Data:
    """What is kept beside a plan's document for lists."""
    tasks = data.get("tasks")
    count = len(tasks) if isinstance(tasks, Mapping) else 0
    return {**{key: data.get(key, "") for key in ("title", "year", "issuer", "field")}, "tasks": count}


def summary(record: Record) -> PlanSummary:
    """The summary in a record of a list."""
    data = record.data
    return PlanSummary(
        id=record.id,
        title=str(data["title"]),
        year=int(str(data["year"])),
        issuer=str(data["issuer"]),
        field=str(data["field"]),
        task_count=int(str(data["tasks"])),
        revision=record.revision,
        changed=record.at,
        by=record.by,
    )


class PlanData(Written):
    """A plan's data as JSON holds it, with the text of each task ("id":{…}) for the next edit."""

    __slots__ = ("texts",)

    def __init__(self, header: Data, sections: Data, tasks: Data, texts: Mapping[str, str]) -> None:
        self.texts = texts
        parts = [json_text(header)[1:-1]]
        if sections:
            parts.append(f'"sections":{json_text(sections)}')
        if tasks:
            parts.append('"tasks":{' + ",".join(texts.values()) + "}")
        tables = {key: table for key, table in (("sections", sections), ("tasks", tasks)) if table}
        super().__init__({**header, **tables}, "{" + ",".join(parts) + "}")


def encoded(plan: Plan, like: Plan | None = None, data: Data | None = None) -> PlanData:
    """The plan's data as JSON holds it.

    Where `data` is that of the plan `like`, what the two plans share is taken from it: it needs no encoding,
    and being the same objects no comparing.
    """
    kept = _tables(data or {}, "tasks")
    kept_texts = data.texts if isinstance(data, PlanData) else {}
    shared = {} if like is None else {task.id: task for task in like.tasks}
    tasks: dict[str, object] = {}
    texts: dict[str, str] = {}
    for task in plan.tasks:
        known = shared.get(task.id) is task and task.id in kept
        tasks[task.id] = kept[task.id] if known else plain(task_to_data(task))
        text = kept_texts.get(task.id) if known else None
        texts[task.id] = text or f"{json_text(task.id)}:{json_text(tasks[task.id])}"
    if like is not None and data is not None and like.sections == plan.sections:
        sections = _tables(data, "sections")
    else:
        sections = {section.id: plain(section_to_data(section)) for section in plan.sections}
    header = plain_table(plan_to_data(replace(plan, sections=(), tasks=())))
    return PlanData(header, sections, tasks, texts)


def decoded(data: Data) -> Plan:
    """The plan in a document; KeyError, TypeError or ValueError where there is none in it."""
    return plan_from_data(data)


def merge_plans(base: Data, mine: Data, theirs: Data) -> Merged:
    """Both changes in one plan. A section that one removed while the other put a task into it is a clash."""
    merged = merge(base, mine, theirs)
    sections = _tables(merged.document, "sections")
    known = {**_tables(mine, "sections"), **_tables(theirs, "sections")}
    clashes = list(merged.clashes)
    for id, task in _tables(merged.document, "tasks").items():
        section = task.get("section") if isinstance(task, Mapping) else None
        if isinstance(section, str) and section not in sections and section in known:
            sides = (_tables(side, "sections").get(section, ABSENT) for side in (base, mine, theirs))
            clashes.append(Clash(("tasks", id, "section"), *sides))
    return Merged(merged.document, tuple(clashes))


def plain(value: object) -> object:
    """The value as JSON holds it: dates in ISO form, decimals as strings, the rest as it is."""
    match value:
        case str() | int() | None:
            return value
        case Mapping():
            return plain_table(value)
        case list() | tuple():
            return [plain(one) for one in value]
        case date():
            return value.isoformat()
        case Decimal():
            return str(value)
    return value


def plain_table(table: Data) -> dict[str, object]:
    """`plain` for a whole document."""
    return {key: plain(value) for key, value in table.items()}


def _tables(data: Data, key: str) -> Data:
    tables = data.get(key)
    return tables if isinstance(tables, Mapping) else {}
