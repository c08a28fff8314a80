"""Edits of whole tasks: add, delete, duplicate."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from planner.drafting.edits.places import UnknownId, require_sections, require_tasks
from planner.drafting.order import inserted, renumbered, spaced
from planner.plan import Measure, Plan, Task, new_id


def add_task(
    plan: Plan, section: str, title: str, text: str = "", *, before: str | None = None, hand: str = ""
) -> tuple[Plan, str]:
    """The plan with a new task of one measure, before the task `before` or at the section's end; its id."""
    require_sections(plan, (section,))
    row = [task.id for task in plan.tasks_in(section)]
    if before is not None and before not in row:
        raise UnknownId("task", before)
    taken = set(plan.ids())
    id = new_id(taken, hand=hand)
    measure = Measure(id=new_id(taken | {id}, hand=hand), text=text)
    numbers = renumbered(inserted(row, [id], before), {task.id: task.order for task in plan.tasks}, {id})
    new = Task(id=id, section=section, title=title, order=numbers[id], measures=(measure,))
    return _renumbered(plan, (*plan.tasks, new), numbers), id


def delete_tasks(plan: Plan, ids: Collection[str]) -> Plan:
    """The plan without these tasks. Their sections stay, even where nothing is left in them."""
    require_tasks(plan, ids)
    gone = frozenset(ids)
    return replace(plan, tasks=tuple(task for task in plan.tasks if task.id not in gone))


def duplicate_tasks(plan: Plan, ids: Collection[str], *, hand: str = "") -> tuple[Plan, tuple[str, ...]]:
    """The plan with a copy of each of these tasks right behind it; and the ids of the copies, in order.

    A copy has ids of its own for itself and its measures, and the source of the original.
    """
    require_tasks(plan, ids)
    taken = set(plan.ids())
    wanted = frozenset(ids)
    copies = {task.id: copied(task, taken, hand) for task in plan.tasks if task.id in wanted}
    new = {copy.id for copy in copies.values()}
    orders = {task.id: task.order for task in plan.tasks}
    numbers: dict[str, int] = {}
    for section in {task.section: None for task in plan.tasks if task.id in copies}:
        row: list[str] = []
        for task in plan.tasks_in(section):
            row.append(task.id)
            if task.id in copies:
                row.append(copies[task.id].id)
        numbers.update(renumbered(row, orders, new))
    return _renumbered(plan, (*plan.tasks, *copies.values()), numbers), tuple(
        copy.id for copy in copies.values()
    )


def copied(task: Task, taken: set[str], hand: str) -> Task:
    """The task with fresh ids for itself and its measures; the ids made are added to `taken`."""

    def fresh() -> str:
        id = new_id(taken, hand=hand)
        taken.add(id)
        return id

    orders = [measure.order for measure in task.measures]
    if len(set(orders)) < len(orders):
        # Ties are settled by id, and the ids are new: without this the copy could stand in another order.
        orders = spaced([None] * len(orders))
    measures = tuple(
        replace(measure, id=fresh(), order=order)
        for measure, order in zip(task.measures, orders, strict=True)
    )
    return replace(task, id=fresh(), measures=measures)


def _renumbered(plan: Plan, tasks: tuple[Task, ...], numbers: dict[str, int]) -> Plan:
    return replace(plan, tasks=tuple(replace(task, order=numbers.get(task.id, task.order)) for task in tasks))
