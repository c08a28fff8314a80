"""Who carries how much: departments × tasks with roles, and the load of each department."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from planner.plan import ROLES, Plan, RoleName, Task

WEIGHTS: Mapping[RoleName, int] = MappingProxyType(
    {"lead": 4, "responsible": 3, "support": 1, "supervise": 1}
)
"""What one task counts in each role. A lead answers for the whole, who supports or supervises for little."""


@dataclass(frozen=True, slots=True)
class Load:
    """One department's part in a plan: `roles` by the id of the task, the strongest role first.

    A task counts once for each role the department has in it, in however many measures.
    """

    department: str
    roles: Mapping[str, tuple[RoleName, ...]]

    def count(self, role: RoleName) -> int:
        """The tasks in which the department has this role."""
        return sum(role in held for held in self.roles.values())

    @property
    def tasks(self) -> int:
        """The tasks in which the department has any role."""
        return len(self.roles)

    @property
    def weight(self) -> int:
        """The load: every task by the strongest role the department has in it."""
        return sum(WEIGHTS[held[0]] for held in self.roles.values())


@dataclass(frozen=True, slots=True)
class Matrix:
    """Departments × tasks: `rows` with the most loaded first, `tasks` in the plan's order."""

    rows: tuple[Load, ...]
    tasks: tuple[Task, ...]

    def roles(self, department: str, task: str) -> tuple[RoleName, ...]:
        """The roles of a department in a task, the strongest first; empty where it has none."""
        row = next((row for row in self.rows if row.department == department), None)
        return row.roles.get(task, ()) if row is not None else ()

    def unassigned(self) -> tuple[Task, ...]:
        """The tasks in which nobody leads or is responsible."""
        carried = {
            task
            for row in self.rows
            for task, roles in row.roles.items()
            if "lead" in roles or "responsible" in roles
        }
        return tuple(task for task in self.tasks if task.id not in carried)


def matrix(plan: Plan) -> Matrix:
    """The matrix of a plan. Equally loaded departments stand in the order in which the plan names them."""
    held: dict[str, dict[str, set[RoleName]]] = {}
    for task in plan.tasks:
        for measure in task.measures:
            for role in ROLES:
                for name in measure.duty.names(role):
                    held.setdefault(name, {}).setdefault(task.id, set()).add(role)
    loads = [
        Load(name, {task: tuple(role for role in ROLES if role in roles) for task, roles in by_task.items()})
        for name, by_task in held.items()
    ]
    return Matrix(tuple(sorted(loads, key=lambda load: -load.weight)), plan.tasks)
