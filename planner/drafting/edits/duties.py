"""Edits of who does what: assign, take back, rename."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from planner.drafting.edits.places import change_measures
from planner.plan import ROLES, Duty, Measure, Plan, RoleName, Task, new_id


def assign(
    plan: Plan,
    ids: Collection[str],
    names: Sequence[str],
    role: RoleName,
    *,
    first: bool = False,
    hand: str = "",
) -> Plan:
    """The plan with these names in this role of every measure named.

    A name held in another role of the measure moves over, so nobody stands twice. New names come after
    those there, or before them with `first` (the first lead leads). A measure that already has the names
    so keeps the words of its clause. A task without measures gets an empty one to hold the duty.
    """
    plan = _with_room(plan, ids, hand)
    wanted = _clean(names)

    def assigned(duty: Duty) -> Duty:
        held = duty.names(role)
        if first:
            changed = (*wanted, *(name for name in held if name not in wanted))
        else:
            changed = (*held, *(name for name in wanted if name not in held))
        others = {
            other: tuple(name for name in duty.names(other) if name not in wanted)
            for other in ROLES
            if other != role
        }
        return with_names(duty, {**others, role: changed})

    return _change_duties(plan, ids, assigned)


def unassign(plan: Plan, ids: Collection[str], names: Collection[str], role: RoleName | None = None) -> Plan:
    """The plan with these names taken out of one role, or of all, in every measure named."""
    roles = ROLES if role is None else (role,)

    def freed(duty: Duty) -> Duty:
        return with_names(
            duty, {held: tuple(name for name in duty.names(held) if name not in names) for held in roles}
        )

    return _change_duties(plan, ids, freed)


def set_names(
    plan: Plan, ids: Collection[str], role: RoleName, names: Sequence[str], *, hand: str = ""
) -> Plan:
    """The plan with exactly these names, in this order, in this role; they leave any other role."""
    plan = _with_room(plan, ids, hand)
    wanted = _clean(names)

    def placed(duty: Duty) -> Duty:
        others = {
            other: tuple(name for name in duty.names(other) if name not in wanted)
            for other in ROLES
            if other != role
        }
        return with_names(duty, {**others, role: wanted})

    return _change_duties(plan, ids, placed)


def rename_department(plan: Plan, old: str, new: str, ids: Collection[str] | None = None) -> Plan:
    """The plan with one name written otherwise in every duty, or in those of the measures named.

    Where the new name already stands in the duty, it keeps the stronger of the two roles.
    """
    return _change_duties(
        plan,
        [task.id for task in plan.tasks] if ids is None else ids,
        lambda duty: renamed(duty, {old: new}),
    )


def renamed(duty: Duty, new_names: Mapping[str, str]) -> Duty:
    """The duty with names replaced: each name once, in the strongest role it has then."""
    seen: set[str] = set()
    roles: dict[RoleName, tuple[str, ...]] = {}
    for role in ROLES:
        changed = dict.fromkeys(new_names.get(name, name) for name in duty.names(role))
        roles[role] = tuple(name for name in changed if name not in seen)
        seen.update(changed)
    return with_names(duty, roles) if any(name in new_names for name in duty.everyone()) else duty


def with_names(duty: Duty, names: Mapping[RoleName, tuple[str, ...]]) -> Duty:
    """The duty with the names of some roles set; the clause's words go where they no longer say the same."""
    if all(duty.names(role) == held for role, held in names.items()):
        return duty
    return Duty(
        lead=names.get("lead", duty.lead),
        responsible=names.get("responsible", duty.responsible),
        support=names.get("support", duty.support),
        supervise=names.get("supervise", duty.supervise),
    )


def united(duties: Sequence[Duty]) -> Duty:
    """One duty for several: every name once, in the strongest role it has in any of them."""
    if all(duty == duties[0] for duty in duties):
        return duties[0]
    seen: set[str] = set()
    roles: dict[RoleName, tuple[str, ...]] = {}
    for role in ROLES:
        held = dict.fromkeys(name for duty in duties for name in duty.names(role))
        roles[role] = tuple(name for name in held if name not in seen)
        seen.update(held)
    return with_names(Duty(), roles)


def _change_duties(plan: Plan, ids: Collection[str], change: Callable[[Duty], Duty]) -> Plan:
    def changed(measure: Measure) -> Measure:
        return replace(measure, duty=change(measure.duty))

    return change_measures(plan, ids, changed)


def _with_room(plan: Plan, ids: Collection[str], hand: str) -> Plan:
    """The plan in which every task named has a measure to hold a duty."""
    taken = set(plan.ids())

    def roomy(task: Task) -> Task:
        if task.measures or task.id not in ids:
            return task
        id = new_id(taken, hand=hand)
        taken.add(id)
        return replace(task, measures=(Measure(id=id, text=""),))

    return replace(plan, tasks=tuple(roomy(task) for task in plan.tasks))


def _clean(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.strip() for name in names if name.strip()))
