"""What a plan asks of each body, piece by piece: every target, recurring duty, deadline and plain duty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from planner.assessing.bodies import Bodies
from planner.plan import ROLES, Due, Measure, Plan, Recurrence, RoleName, Target, Task

Asked: TypeAlias = Target | Recurrence | Due | Literal["duty", "support", "supervise"]
"""What one indicator follows from: a target, a recurring duty, a deadline; the duty as a whole where it has
none of these; the help given (配合) or the watch kept (督促) where that is all that was asked."""

CARRYING: tuple[RoleName, ...] = ("lead", "responsible")
"""The roles that carry a measure: all of its targets, recurring duties and deadlines are asked of them."""


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of what a measure asks of one holder (a unit's or a class's id), in its strongest role.

    `mark` tells the piece within the measure: t1 the first target, r1 a recurring duty, d1 a deadline.
    `of` counts the pieces of this holder in the measure, among which its points are shared.
    """

    holder: str
    task: Task
    measure: Measure
    role: RoleName
    asked: Asked
    mark: str
    of: int

    @property
    def id(self) -> str:
        """The indicator's id: the same whenever the same plan is asked."""
        return f"{self.measure.id}-{self.holder}-{self.mark}"


def roles_in(measure: Measure, bodies: Bodies) -> dict[str, tuple[RoleName, ...]]:
    """The roles of every holder in a measure, the strongest first, by the holder's id."""
    held: dict[str, dict[RoleName, None]] = {}
    for role in ROLES:
        for name in measure.duty.names(role):
            for holder in bodies.of(name):
                held.setdefault(holder, {})[role] = None
    return {holder: tuple(roles) for holder, roles in held.items()}


def items_of(plan: Plan, bodies: Bodies, scored: tuple[RoleName, ...]) -> Iterator[Item]:
    """Every piece asked of every holder in a role that is scored, in the plan's order.

    A unit that stands in a measure both by itself and with all of its class is asked with its class, unless
    it carries what the class only supports: nobody is asked the same twice.
    """
    class_of = {unit.id: unit.unit_class for unit in bodies.units}
    for task in plan.tasks:
        for measure in task.measures:
            roles = {
                holder: held[0] for holder, held in roles_in(measure, bodies).items() if held[0] in scored
            }
            for holder, role in roles.items():
                with_class = roles.get(class_of.get(holder, ""))
                if with_class is not None and (with_class in CARRYING or role not in CARRYING):
                    continue
                pieces = _pieces(measure, role)
                for mark, asked in pieces:
                    yield Item(holder, task, measure, role, asked, mark, len(pieces))


def _pieces(measure: Measure, role: RoleName) -> tuple[tuple[str, Asked], ...]:
    if role == "support" or role == "supervise":
        return (("s" if role == "support" else "w", role),)
    found: list[tuple[str, Asked]] = []
    found += ((f"t{place}", target) for place, target in enumerate(measure.targets, 1))
    found += ((f"r{place}", held) for place, held in enumerate(measure.recurrences, 1))
    found += ((f"d{place}", due) for place, due in enumerate(measure.dues, 1))
    return tuple(found) or (("g", "duty"),)
