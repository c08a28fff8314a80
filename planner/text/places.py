"""The place of a finding in words a person can follow: a line of a file, or a task of a plan."""

from __future__ import annotations

from planner.cleaning import clean_text
from planner.findings import Where
from planner.numbering import numbers_of
from planner.plan import Plan
from planner.text import say

_LONGEST_KEY, _MOST_KEYS = 40, 8


def place_words(where: Where, plan: Plan | None = None) -> str:
    """The place in the language in force; empty where the finding has none.

    A file's place is its name, line and keys; a plan's place is the printed number and title of the task.
    """
    if where.line is not None or where.document:
        line = say("place.line", line=where.line) if where.line is not None else ""
        return " ".join(part for part in (clean_text(where.document), line, _keys(where.path)) if part)
    if plan is None or not where.path:
        return ".".join(where.path)
    kind, id = where.path[0], where.path[1] if len(where.path) > 1 else ""
    if kind == "tasks":
        return _task_words(plan, id, where.path[2:])
    if kind == "sections" and any(section.id == id for section in plan.sections):
        return say("place.section", number=numbers_of(plan).sections[id])
    return "" if kind == "departments" else say("place.header")


def _keys(path: tuple[str, ...]) -> str:
    """The place among a file's keys, tasks.k7q2.order; a key that anybody may have typed is cut short."""
    return ".".join(clean_text(key)[:_LONGEST_KEY] for key in path[:_MOST_KEYS])


def _task_words(plan: Plan, id: str, inner: tuple[str, ...]) -> str:
    task = next((task for task in plan.tasks if task.id == id), None)
    if task is None:
        return ""
    words = say("place.task", number=numbers_of(plan).tasks[id], title=task.title)
    if len(task.measures) > 1 and inner[:1] == ("measures",):
        place = next((n for n, measure in enumerate(task.measures, 1) if measure.id == inner[1]), None)
        if place is not None:
            words += " " + say("place.measure", number=place)
    return words
