"""One department's sheet: exactly what the plan asks of it, beside the indicators that follow from that."""

from __future__ import annotations

from assessments.scheme import Indicator, Scheme, Unit
from assessments.tree import tree_of
from planner.assessing.bodies import Bodies
from planner.assessing.items import roles_in
from planner.assessing.records import Asked, DepartmentSheet
from planner.plan import ROLES, Measure, Plan, RoleName, Task


def reference(plan: Plan, task: Task, measure: Measure) -> str:
    """How an indicator names the measure it follows from (`Indicator.task`)."""
    return f"{plan.id}/{task.id}/{measure.id}"


def measure_of(plan: Plan, indicator: Indicator) -> tuple[Task, Measure] | None:
    """The task and measure of a plan that an indicator follows from; None where there is none (any more).

    An indicator made from the template of this plan finds the measure that was taken over from there.
    """
    for task in plan.tasks:
        for measure in task.measures:
            if _follows(indicator, plan, task, measure):
                return task, measure
    return None


def _follows(indicator: Indicator, plan: Plan, task: Task, measure: Measure) -> bool:
    document, _, rest = indicator.task.partition("/")
    ref = measure.source.ref if measure.source is not None else ""
    taken_over = f"{document}/{rest.rpartition('/')[2]}"
    return bool(rest) and (indicator.task == reference(plan, task, measure) or ref == taken_over)


def sheet_of(plan: Plan, bodies: Bodies, scheme: Scheme, unit: str) -> DepartmentSheet:
    """What a plan asks of one unit, in the plan's order. KeyError for a unit neither of the two knows.

    A measure is asked of the unit where its duty names the unit or all of its class, in whatever role;
    it may have no indicator (a role that is not scored), and an indicator no measure (`others`).
    """
    body = next((each for each in bodies.units if each.id == unit), None)
    assessed = next((each for each in scheme.units if each.id == unit), None)
    held = body or scheme.unit(unit)
    mine = [node.indicator for node in tree_of(scheme, assessed or held).leaves()]
    left = {each.id: each for each in mine}
    asked = []
    for task in plan.tasks:
        for measure in task.measures:
            roles = _roles(measure, bodies, held)
            if roles:
                found = tuple(each for each in left.values() if _follows(each, plan, task, measure))
                for each in found:
                    del left[each.id]
                asked.append(Asked(task, measure, roles, found))
    return DepartmentSheet(unit, tuple(asked), tuple(left.values()))


def _roles(measure: Measure, bodies: Bodies, unit: Unit) -> tuple[RoleName, ...]:
    by_holder = roles_in(measure, bodies)
    held = {*by_holder.get(unit.id, ()), *by_holder.get(unit.unit_class, ())}
    return tuple(role for role in ROLES if role in held)
