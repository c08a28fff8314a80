"""Edits of measures: add, delete, split, merge."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import TypeVar

from planner.drafting.edits.duties import united
from planner.drafting.edits.places import UnknownId, find_task, require_measures, task_of
from planner.drafting.order import inserted, renumbered
from planner.plan import Due, Measure, Plan, Recurrence, Target, Task, new_id


class DifferentTasks(ValueError):
    """Measures of several tasks were to be merged; only those of one task can be."""


def add_measure(
    plan: Plan, task: str, text: str, *, title: str = "", before: str | None = None, hand: str = ""
) -> tuple[Plan, str]:
    """The plan with a new measure before the measure `before`, or at the task's end; and its id."""
    held = find_task(plan, task)
    row = [measure.id for measure in held.measures]
    if before is not None and before not in row:
        raise UnknownId("measure", before)
    new = Measure(id=new_id(plan.ids(), hand=hand), text=text, title=title)
    return plan.with_task(_with_measure(held, new, before)), new.id


def delete_measures(plan: Plan, ids: Collection[str]) -> Plan:
    """The plan without these measures. Their tasks stay, with their titles."""
    require_measures(plan, ids)
    return replace(
        plan,
        tasks=tuple(
            replace(task, measures=tuple(held for held in task.measures if held.id not in ids))
            for task in plan.tasks
        ),
    )


def split_measure(plan: Plan, id: str, at: int, *, hand: str = "") -> tuple[Plan, str]:
    """The plan with the measure cut before the character `at` of its text; and the new half's id.

    Both halves keep the duty. Targets, deadlines and recurring duties go with the half whose text holds
    their words; those found in neither stay with the first. `at` must leave text on both sides (ValueError).
    """
    task = task_of(plan, id)
    place = next(index for index, held in enumerate(task.measures) if held.id == id)
    whole = task.measures[place]
    left, right = whole.text[:at].rstrip(), whole.text[at:].lstrip()
    if not 0 < at < len(whole.text) or not left or not right:
        raise ValueError(at)

    def goes_right(words: str) -> bool:
        return words not in left and words in right

    first = replace(
        whole,
        text=left,
        targets=tuple(held for held in whole.targets if not goes_right(held.text)),
        dues=tuple(held for held in whole.dues if not goes_right(held.text)),
        recurrences=tuple(held for held in whole.recurrences if not goes_right(held.text)),
    )
    second = replace(
        whole,
        id=new_id(plan.ids(), hand=hand),
        text=right,
        title="",
        targets=tuple(held for held in whole.targets if goes_right(held.text)),
        dues=tuple(held for held in whole.dues if goes_right(held.text)),
        recurrences=tuple(held for held in whole.recurrences if goes_right(held.text)),
    )
    before = task.measures[place + 1].id if place + 1 < len(task.measures) else None
    cut = replace(task, measures=tuple(first if held.id == id else held for held in task.measures))
    return plan.with_task(_with_measure(cut, second, before)), second.id


def merge_measures(plan: Plan, ids: Collection[str]) -> Plan:
    """The plan with these measures of one task made one, at the place and under the id of the first.

    Texts are joined in order; every name stands once, in the strongest role it had; targets, deadlines
    and recurring duties are kept once each. DifferentTasks where the measures are not of one task.
    """
    require_measures(plan, ids)
    owners = [task for task in plan.tasks if any(held.id in ids for held in task.measures)]
    if len(owners) > 1:
        raise DifferentTasks(", ".join(task.id for task in owners))
    if len(frozenset(ids)) < 2:
        return plan
    task = owners[0]
    parts = [held for held in task.measures if held.id in ids]
    merged = replace(
        parts[0],
        title=next((held.title for held in parts if held.title), ""),
        text="".join(held.text for held in parts),
        duty=united([held.duty for held in parts]),
        targets=_once(held for part in parts for held in part.targets),
        dues=_once(held for part in parts for held in part.dues),
        recurrences=_once(held for part in parts for held in part.recurrences),
    )
    kept = tuple(
        merged if held.id == merged.id else held
        for held in task.measures
        if held.id == merged.id or held.id not in ids
    )
    return plan.with_task(replace(task, measures=kept))


def _with_measure(task: Task, new: Measure, before: str | None) -> Task:
    row = inserted([held.id for held in task.measures], [new.id], before)
    numbers = renumbered(row, {held.id: held.order for held in task.measures}, {new.id})
    measures = tuple(replace(held, order=numbers[held.id]) for held in (*task.measures, new))
    return replace(task, measures=measures)


T = TypeVar("T", Target, Due, Recurrence)


def _once(things: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(things))
