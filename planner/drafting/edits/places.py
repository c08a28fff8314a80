"""From an id to its record, and changing a set of measures at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from typing import Literal, TypeAlias

from planner.plan import Measure, Plan, Task

Kind: TypeAlias = Literal["section", "task", "measure", "task or measure", "section or task"]


class UnknownId(KeyError):
    """An edit named a record that the plan does not hold: it was deleted, or belongs to another plan.

    `kind` says what was looked for, `id` under which id. The plan is as it was.
    """

    def __init__(self, kind: Kind, id: str) -> None:
        super().__init__(id)
        self.kind = kind
        self.id = id

    def __str__(self) -> str:
        return f"no {self.kind} has the id {self.id!r}"


def require_sections(plan: Plan, ids: Iterable[str]) -> None:
    """Raise UnknownId for the first id that is no section."""
    known = {section.id for section in plan.sections}
    for id in ids:
        if id not in known:
            raise UnknownId("section", id)


def require_tasks(plan: Plan, ids: Iterable[str]) -> None:
    """Raise UnknownId for the first id that is no task."""
    known = {task.id for task in plan.tasks}
    for id in ids:
        if id not in known:
            raise UnknownId("task", id)


def require_measures(plan: Plan, ids: Iterable[str]) -> None:
    """Raise UnknownId for the first id that is no measure."""
    known = {measure.id for task in plan.tasks for measure in task.measures}
    for id in ids:
        if id not in known:
            raise UnknownId("measure", id)


def find_task(plan: Plan, id: str) -> Task:
    """The task with this id; UnknownId where there is none."""
    require_tasks(plan, (id,))
    return plan.task(id)


def find_measure(plan: Plan, id: str) -> Measure:
    """The measure with this id; UnknownId where there is none."""
    for task in plan.tasks:
        for measure in task.measures:
            if measure.id == id:
                return measure
    raise UnknownId("measure", id)


def task_of(plan: Plan, measure: str) -> Task:
    """The task that holds the measure with this id; UnknownId where there is none."""
    for task in plan.tasks:
        if any(held.id == measure for held in task.measures):
            return task
    raise UnknownId("measure", measure)


def change_tasks(plan: Plan, ids: Collection[str], change: Callable[[Task], Task]) -> Plan:
    """The plan with `change` applied to each of the tasks named."""
    require_tasks(plan, ids)
    wanted = frozenset(ids)
    return replace(plan, tasks=tuple(change(task) if task.id in wanted else task for task in plan.tasks))


def change_measures(plan: Plan, ids: Collection[str], change: Callable[[Measure], Measure]) -> Plan:
    """The plan with `change` applied to each measure named, and to all measures of each task named."""
    wanted = frozenset(ids)
    known = {task.id for task in plan.tasks}
    known.update(measure.id for task in plan.tasks for measure in task.measures)
    for id in ids:
        if id not in known:
            raise UnknownId("task or measure", id)

    def changed(task: Task) -> Task:
        if task.id not in wanted and not any(measure.id in wanted for measure in task.measures):
            return task
        return replace(
            task,
            measures=tuple(
                change(measure) if task.id in wanted or measure.id in wanted else measure
                for measure in task.measures
            ),
        )

    return replace(plan, tasks=tuple(changed(task) for task in plan.tasks))
