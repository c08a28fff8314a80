"""Edits of what a task says: title, text, targets, deadlines, recurring duties."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from planner.drafting.edits.places import change_measures, change_tasks, find_task, require_measures
from planner.plan import Due, Measure, Plan, Recurrence, Target, new_id


def set_task_title(plan: Plan, id: str, title: str) -> Plan:
    """The plan with the task's title set."""
    return change_tasks(plan, (id,), lambda task: replace(task, title=title))


def set_task_text(plan: Plan, id: str, text: str, *, hand: str = "") -> Plan:
    """The plan with the text of the task's first measure set; a task without measures gets one."""
    task = find_task(plan, id)
    if not task.measures:
        first = Measure(id=new_id(plan.ids(), hand=hand), text=text)
        return plan.with_task(replace(task, measures=(first,)))
    return set_measure_text(plan, task.measures[0].id, text)


def set_measure_text(plan: Plan, id: str, text: str) -> Plan:
    """The plan with the measure's text set."""
    require_measures(plan, (id,))
    return change_measures(plan, (id,), lambda measure: replace(measure, text=text))


def set_measure_title(plan: Plan, id: str, title: str) -> Plan:
    """The plan with the measure's sub-heading set."""
    require_measures(plan, (id,))
    return change_measures(plan, (id,), lambda measure: replace(measure, title=title))


def set_targets(plan: Plan, ids: Collection[str], targets: Sequence[Target]) -> Plan:
    """The plan with exactly these targets in each of the measures named."""
    return change_measures(plan, ids, lambda measure: replace(measure, targets=tuple(targets)))


def set_dues(plan: Plan, ids: Collection[str], dues: Sequence[Due]) -> Plan:
    """The plan with exactly these deadlines in each of the measures named."""
    return change_measures(plan, ids, lambda measure: replace(measure, dues=tuple(dues)))


def set_recurrences(plan: Plan, ids: Collection[str], recurrences: Sequence[Recurrence]) -> Plan:
    """The plan with exactly these recurring duties in each of the measures named."""
    return change_measures(plan, ids, lambda measure: replace(measure, recurrences=tuple(recurrences)))


def fix_dates(plan: Plan, measure: str, which: int, dates: Collection[date]) -> Plan:
    """The plan with the days of one recurring duty fixed by a person, in their order, each once.

    `which` counts the measure's recurrences from 0 (IndexError where there are fewer). No dates at all
    gives the duty back to its rule.
    """
    require_measures(plan, (measure,))
    if which < 0:
        raise IndexError(which)

    def fixed(held: Measure) -> Measure:
        changed = list(held.recurrences)
        changed[which] = replace(changed[which], dates=tuple(sorted(set(dates))))
        return replace(held, recurrences=tuple(changed))

    return change_measures(plan, (measure,), fixed)
