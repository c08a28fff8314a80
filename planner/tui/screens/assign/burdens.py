"""The matrix of departments and tasks with each department's load."""

from __future__ import annotations

from collections.abc import Callable, Collection

from planner.drafting.load import Load, matrix
from planner.numbering import numbers_of
from planner.plan import ROLES, Plan, RoleName, Task
from planner.text import say
from planner.tui.display import width
from planner.tui.widgets.matrix import Cell, CellLook, Head, Line, Matrix

_LOOKS: dict[RoleName, CellLook] = {
    "lead": "strong",
    "responsible": "plain",
    "support": "weak",
    "supervise": "weak",
}


class Burdens(Matrix):
    """Departments, the most loaded first; a letter for the strongest role in each task."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(
            ("assign.tasks", "assign.load", *(f"assign.count.{role}" for role in ROLES)),
            narrow=2,
            words=self._cell_in_full,
            empty="assign.no_bodies",
            id=id,
        )
        self._loads: dict[str, Load] = {}

    def show(
        self, plan: Plan, names: Collection[str] | None, short: Callable[[str], str], *, only_unled: bool
    ) -> None:
        """Show a plan: of its departments only `names` where these are given, of its tasks only those
        without a lead where wanted; `short` is the name as there is room for it."""
        whole = matrix(plan)
        unled = {task.id for task in whole.unassigned()}
        self._loads = {load.department: load for load in whole.rows}
        lines = [_line(load, short) for load in whole.rows if names is None or load.department in names]
        numbers = numbers_of(plan).tasks
        tasks = [task for task in plan.tasks if not only_unled or task.id in unled]
        self.fill(lines, [_head(task, numbers[task.id], task.id in unled) for task in tasks], self._letter)

    def _letter(self, department: str, task: str) -> Cell:
        roles = self._loads[department].roles.get(task, ())
        if not roles:
            return ".", "muted"
        return say(f"assign.letter.{roles[0]}"), _LOOKS[roles[0]]

    def _cell_in_full(self, department: str, task: str) -> str:
        load = self._loads[department]
        roles = "、".join(say(f"role.{role}") for role in load.roles.get(task, ()))
        key = "assign.cell" if roles else "assign.empty_cell"
        return say(key, name=department, roles=roles)


def _line(load: Load, short: Callable[[str], str]) -> Line:
    counts = (str(load.count(role) or "") for role in ROLES)
    name = load.department
    shown = name if width(name) <= Matrix.NAME_CELLS else short(name)
    return Line(name, shown, (str(load.tasks), str(load.weight), *counts))


def _head(task: Task, number: int, unled: bool) -> Head:
    words = say("assign.unled_task", title=task.title) if unled else task.title
    return Head(task.id, str(number), words, "error" if unled else "")
