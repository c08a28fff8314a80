"""Plans as documents of the store: their plain data, what a list shows of them, and how two changes meet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import cast

from planner.codec import plan_from_data, plan_to_data
from planner.merging import ABSENT, Clash, Merged, merge
from planner.plan import Plan
from planner.store.rows import Data, Record

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


def encoded(plan: Plan, like: Plan | None = None, data: Data | None = None) -> Data:
    """The plan's data as JSON holds it.

    Where `data` is that of the plan `like`, the tasks that the two plans share are taken from it: they need
    no encoding, and being the same objects no comparing.
    """
    if like is None or data is None:
        return plain_table(plan_to_data(plan))
    shared = {task.id: task for task in like.tasks}
    changed = tuple(task for task in plan.tasks if shared.get(task.id) is not task)
    result = plain_table(plan_to_data(replace(plan, tasks=changed)))
    if plan.tasks:
        fresh = cast(Data, result.get("tasks", {}))
        kept = cast(Data, data.get("tasks", {}))
        result["tasks"] = {
            task.id: fresh[task.id] if task.id in fresh else kept[task.id] for task in plan.tasks
        }
    return result


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
