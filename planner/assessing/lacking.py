"""What a plan leaves open, so that a person must settle it before the year can be scored by it."""

from __future__ import annotations

from collections.abc import Iterator

from assessments.scheme import Scheme
from planner.assessing.bodies import TOWNSHIPS, Bodies
from planner.assessing.items import CARRYING
from planner.findings import Finding, Severity, Where
from planner.plan import Measure, Plan, Task
from planner.timing import occurrences


def find_lacks(plan: Plan, bodies: Bodies, scheme: Scheme, of_nobody: int) -> Iterator[Finding]:
    """Tasks and measures that nobody carries, words that name nobody, indicators that nobody can score.

    `of_nobody` counts what is asked of all townships where none is known.
    """
    for task in plan.tasks:
        if not task.measures:
            yield _finding("propose.no_measure", Severity.WARNING, task, None)
        for measure in task.measures:
            yield from _of_measure(plan, task, measure, bodies)
    scored = {unit.id for unit in scheme.units}
    for unit in bodies.units:
        if unit.id not in scored:
            where = Where(path=("units", unit.id))
            yield Finding("propose.not_scored", Severity.NOTE, where, {"unit": unit.name})
    if of_nobody:
        where = Where(path=("classes", TOWNSHIPS))
        yield Finding("propose.no_townships", Severity.WARNING, where, {"count": of_nobody})
    holders = {held.id: held.title for held in scheme.classes} | {held.id: held.name for held in scheme.units}
    for holder, name in holders.items():
        alone = sum(each.applies == (holder,) and not each.scorers for each in scheme.indicators)
        if alone:
            where = Where(path=("units" if holder in scored else "classes", holder))
            yield Finding("propose.no_scorer", Severity.WARNING, where, {"unit": name, "count": alone})


def _of_measure(plan: Plan, task: Task, measure: Measure, bodies: Bodies) -> Iterator[Finding]:
    duty = measure.duty
    if not any(bodies.of(name) for role in CARRYING for name in duty.names(role)):
        yield _finding("propose.nobody", Severity.WARNING, task, measure)
    for name in duty.everyone():
        if not bodies.of(name):
            yield _finding("propose.collective", Severity.WARNING, task, measure, name=name)
    days = {len(occurrences(held, plan.year)) for held in measure.recurrences}
    for target in measure.targets:
        if target.value is not None and target.value in days and target.value > 1:
            yield _finding("propose.counted_twice", Severity.NOTE, task, measure, target=target.text)


def _finding(code: str, severity: Severity, place: Task, measure: Measure | None, /, **words: str) -> Finding:
    path = ("tasks", place.id, *(("measures", measure.id) if measure is not None else ()))
    return Finding(code, severity, Where(path=path), {"task": place.title, **words})
