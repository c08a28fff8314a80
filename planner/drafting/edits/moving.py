"""Edits of the order: up and down, to a place, to another section or task."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from planner.drafting.edits.places import (
    UnknownId,
    find_task,
    require_measures,
    require_sections,
    require_tasks,
)
from planner.drafting.order import inserted, renumbered, stepped
from planner.plan import Measure, Plan


def move_tasks(plan: Plan, ids: Collection[str], steps: int) -> Plan:
    """The plan with these tasks moved up (steps below 0) or down together.

    At the edge of a section a task goes over into the neighbouring section. Tasks whose section is not in
    the plan stand at the end and move among themselves.
    """
    require_tasks(plan, ids)
    ids = frozenset(ids)
    headings = [section.id for section in plan.sections]
    if not headings:
        return _with_rows(plan, {None: stepped([task.id for task in plan.tasks], ids, steps)}, ids)
    flat = [id for heading in headings for id in (heading, *(task.id for task in plan.tasks_in(heading)))]
    # The first heading stands outside the row that moves: nothing can go above it.
    row = stepped(flat[1:], ids, steps)
    rows: dict[str | None, list[str]] = {heading: [] for heading in headings}
    current = headings[0]
    for id in row:
        if id in rows:
            current = id
        else:
            rows[current].append(id)
    placed = set(row)
    rows[None] = stepped([task.id for task in plan.tasks if task.id not in placed], ids, steps)
    return _with_rows(plan, rows, ids)


def place_tasks(plan: Plan, ids: Collection[str], section: str, before: str | None = None) -> Plan:
    """The plan with these tasks standing together in `section`, before the task `before` or at its end.

    They keep their order among themselves. UnknownId where `before` does not stand in that section.
    """
    require_tasks(plan, ids)
    require_sections(plan, (section,))
    row = [task.id for task in plan.tasks_in(section)]
    if before is not None and before not in row:
        raise UnknownId("task", before)
    ids = frozenset(ids)
    together = [task.id for task in plan.tasks if task.id in ids]
    return _with_rows(plan, {section: inserted(row, together, before)}, ids)


def move_sections(plan: Plan, ids: Collection[str], steps: int) -> Plan:
    """The plan with these sections, and so their tasks, moved up (steps below 0) or down together."""
    require_sections(plan, ids)
    return _with_sections(plan, stepped([section.id for section in plan.sections], ids, steps), ids)


def place_sections(plan: Plan, ids: Collection[str], before: str | None = None) -> Plan:
    """The plan with these sections standing together before the section `before`, or at the end."""
    require_sections(plan, ids if before is None else (*ids, before))
    row = [section.id for section in plan.sections]
    return _with_sections(plan, inserted(row, [id for id in row if id in ids], before), ids)


def move_measures(plan: Plan, ids: Collection[str], steps: int) -> Plan:
    """The plan with these measures moved up (steps below 0) or down, each within its task."""
    require_measures(plan, ids)
    for task in plan.tasks:
        if any(measure.id in ids for measure in task.measures):
            there = [measure.id for measure in task.measures]
            row = stepped(there, ids, steps)
            plan = plan.with_task(replace(task, measures=_in_row(task.measures, there, row, ids)))
    return plan


def place_measures(plan: Plan, ids: Collection[str], task: str, before: str | None = None) -> Plan:
    """The plan with these measures standing together in `task`, before the measure `before` or at its end.

    They may come from several tasks. UnknownId where `before` does not stand in that task.
    """
    require_measures(plan, ids)
    target = find_task(plan, task)
    there = [measure.id for measure in target.measures]
    if before is not None and before not in there:
        raise UnknownId("measure", before)
    ids = frozenset(ids)
    moving = [measure for held in plan.tasks for measure in held.measures if measure.id in ids]
    row = inserted(there, [measure.id for measure in moving], before)
    everything = (*(measure for measure in target.measures if measure.id not in ids), *moving)
    tasks = tuple(
        replace(held, measures=_in_row(everything, there, row, ids))
        if held.id == task
        else replace(held, measures=tuple(measure for measure in held.measures if measure.id not in ids))
        for held in plan.tasks
    )
    return replace(plan, tasks=tasks)


def _with_rows(plan: Plan, rows: Mapping[str | None, Sequence[str]], picked: Collection[str]) -> Plan:
    """The plan with the tasks of each row standing in its order; a row's key is the section, None for any."""
    tasks = {task.id: task for task in plan.tasks}
    orders = {task.id: task.order for task in plan.tasks}
    for section, row in rows.items():
        before = [task.id for task in plan.tasks if (section is None or task.section == section)]
        if section is None:
            before = [id for id in before if id in row]
        numbers = renumbered(row, orders, _moved(before, row, picked))
        for id in row:
            held = tasks[id]
            into = held.section if section is None else section
            # What stays where it is stays the same record: a large plan is quicker to compare and to save.
            if (held.order, held.section) != (numbers[id], into):
                tasks[id] = replace(held, order=numbers[id], section=into)
    return replace(plan, tasks=tuple(tasks.values()))


def _with_sections(plan: Plan, row: Sequence[str], picked: Collection[str]) -> Plan:
    before = [section.id for section in plan.sections]
    orders = {section.id: section.order for section in plan.sections}
    numbers = renumbered(row, orders, _moved(before, row, picked))
    sections = tuple(replace(section, order=numbers[section.id]) for section in plan.sections)
    return replace(plan, sections=sections)


def _in_row(
    measures: Sequence[Measure], there: Sequence[str], row: Sequence[str], picked: Collection[str]
) -> tuple[Measure, ...]:
    """The measures numbered for `row`, of which the ids `there` had their place in this task before."""
    orders = {measure.id: measure.order for measure in measures}
    numbers = renumbered(row, orders, _moved(there, row, picked))
    return tuple(replace(measure, order=numbers[measure.id]) for measure in measures)


def _moved(before: Sequence[str], row: Sequence[str], picked: Collection[str]) -> set[str]:
    """The picked ids that are new in the row or have crossed one that was not picked."""
    old = _crossed(before, picked)
    return {id for id, passed in _crossed(row, picked).items() if old.get(id) != passed}


def _crossed(row: Sequence[str], picked: Collection[str]) -> dict[str, int]:
    """For each picked id of the row, how many that are not picked stand before it."""
    passed = 0
    result: dict[str, int] = {}
    for id in row:
        if id in picked:
            result[id] = passed
        else:
            passed += 1
    return result
