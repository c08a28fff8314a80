"""Who does what: nobody named, names the roster does not know, bodies that are gone, uneven burdens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from planner.checking.places import measure_place
from planner.departments import Match, Roster, propose, resolve
from planner.findings import Finding, Severity, Where
from planner.plan import ROLES, Duty, Plan

OVERLOAD_LEAST = 12
"""Far too much is more tasks than this and more than half of all; a small plan has no burdens."""
_EXPECTED_KINDS = ("government",)


def find_missing_leads(plan: Plan) -> Iterator[Finding]:
    """Tasks, and measures beside assigned ones, for which nobody leads or is responsible."""
    for task in plan.tasks:
        unled = [measure for measure in task.measures if not _is_led(measure.duty)]
        if len(unled) == len(task.measures):
            yield Finding("check.no_lead", Severity.ERROR, Where(path=("tasks", task.id)))
            continue
        for measure in unled:
            yield Finding("check.measure_no_lead", Severity.WARNING, measure_place(task, measure))


def find_wrong_names(plan: Plan, roster: Roster) -> Iterator[Finding]:
    """Names that are unknown, damaged (消防援大队), of another level, or of bodies that are gone."""
    judged: dict[str, Finding | None] = {}
    for task in plan.tasks:
        for measure in task.measures:
            for role in ROLES:
                for name in measure.duty.names(role):
                    if name not in judged:
                        judged[name] = _judge(name, plan, roster)
                    found = judged[name]
                    if found is not None:
                        where = measure_place(task, measure, role)
                        yield Finding(found.code, found.severity, where, found.arguments)


def find_unbalanced_burdens(plan: Plan, roster: Roster) -> Iterator[Finding]:
    """Notes: the government bodies without any task, and each body that takes part in far too many."""
    tasks_of = Counter[str]()
    name_of: dict[str, str] = {}
    body_of: dict[str, str] = {}
    for task in plan.tasks:
        bodies = set()
        for name in task.everyone():
            if name not in body_of:
                body_of[name] = _body(name, roster)
            if body_of[name]:
                bodies.add(body_of[name])
                name_of.setdefault(body_of[name], name)
        tasks_of.update(bodies)
    if not tasks_of:
        return
    idle = [
        held.short[0] if held.short else held.name
        for held in roster
        if held.kind in _EXPECTED_KINDS and held.abolished is None and held.id not in tasks_of
    ]
    if idle:
        arguments: dict[str, str | int] = {"count": len(idle), "names": "、".join(idle)}
        yield Finding("check.idle_departments", Severity.NOTE, Where(), arguments)
    for id, count in tasks_of.most_common():
        if count > OVERLOAD_LEAST and 2 * count > len(plan.tasks):
            burden: dict[str, str | int] = {"name": name_of[id], "count": count, "all": len(plan.tasks)}
            yield Finding("check.overloaded", Severity.NOTE, Where(path=("departments", id)), burden)


def _body(name: str, roster: Roster) -> str:
    """The id of the one department that a name means; empty for an unknown name or a collective."""
    match = resolve(name, roster)
    if match is None or match.department is None or match.how == "collective":
        return ""
    return match.department.id


def _is_led(duty: Duty) -> bool:
    return bool(duty.lead or duty.responsible)


def _judge(name: str, plan: Plan, roster: Roster) -> Finding | None:
    match = resolve(name, roster)
    if match is None:
        return _unknown(name, propose(name, roster))
    arguments: dict[str, str | int] = {"name": name, "right": match.written}
    department = match.department
    if department is not None and department.abolished is not None and department.abolished <= plan.year:
        if match.written == name:
            return Finding("check.abolished_without_heir", Severity.ERROR, Where(), arguments)
        arguments["year"] = department.abolished
        return Finding("check.abolished_department", Severity.ERROR, Where(), arguments)
    if match.written != name and department is not None and department.abolished is None:
        return Finding("check.other_level", Severity.WARNING, Where(), arguments)
    return None


def _unknown(name: str, proposals: tuple[Match, ...]) -> Finding:
    if proposals:
        arguments: dict[str, str | int] = {"name": name, "right": proposals[0].written}
        return Finding("check.damaged_department", Severity.ERROR, Where(), arguments)
    return Finding("check.unknown_department", Severity.WARNING, Where(), {"name": name})
