"""Taking from several templates into a draft at once, and which of it the draft has already."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from planner.drafting.draft import Pick
from planner.drafting.pick import take
from planner.drafting.similar import Likeness
from planner.plan import Plan, Task


@dataclass(frozen=True, slots=True)
class Alike:
    """A template's task and the task like it that the draft has, or gets from an earlier pick."""

    template: Plan
    task: Task
    held: Task

    @property
    def key(self) -> tuple[str, str]:
        """The task's own among all templates: ids of template and task."""
        return self.template.id, self.task.id


def tasks_of(pick: Pick) -> tuple[Task, ...]:
    """The tasks that a pick takes, in the template's order."""
    if pick.ids is None:
        return pick.template.tasks
    wanted = frozenset(pick.ids)
    return tuple(task for task in pick.template.tasks if task.id in wanted or task.section in wanted)


def alike(plan: Plan, picks: Sequence[Pick]) -> tuple[Alike, ...]:
    """The tasks of the picks that are like one of the plan, or were taken from there before."""
    known = Likeness()
    by_ref: dict[str, Task] = {}
    for task in plan.tasks:
        known.add(task)
        if task.source is not None and task.source.ref:
            by_ref[task.source.ref] = task
    found: list[Alike] = []
    for pick in picks:
        for task in tasks_of(pick):
            held = by_ref.get(f"{pick.template.id}/{task.id}")
            likes = known.like(task) if held is None else ()
            if held is not None or likes:
                found.append(Alike(pick.template, task, held or likes[0].task))
            known.add(task)
    return tuple(found)


def take_all(
    plan: Plan, picks: Sequence[Pick], *, without: Collection[tuple[str, str]] = (), hand: str = ""
) -> tuple[Plan, tuple[str, ...]]:
    """The plan with everything picked in it, and the ids of the new tasks.

    `without` names tasks to leave out by the ids of template and task. UnknownId as in `pick.take`.
    """
    new: list[str] = []
    for pick in picks:
        ids = pick.ids
        if any((pick.template.id, task.id) in without for task in tasks_of(pick)):
            ids = [task.id for task in tasks_of(pick) if (pick.template.id, task.id) not in without]
        plan, taken = take(plan, pick.template, ids, hand=hand)
        new.extend(taken)
    return plan, tuple(new)
