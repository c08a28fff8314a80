"""Whom the names in a plan's duties mean when the year is scored: units, and the class of the townships."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from assessments.scheme import ORDER_STEP, Unit
from planner.departments import Department, Match, Roster, initials_of, resolve
from planner.departments.collectives import names_townships
from planner.plan import Plan

DEPARTMENTS, TOWNSHIPS, ENTERPRISES = "departments", "townships", "enterprises"
CLASSES = (DEPARTMENTS, TOWNSHIPS, ENTERPRISES)
"""The ids of the classes of units that a plan's names fall into: 县直部门、乡镇（街道）、企业."""

_TOWNSHIP_ORGAN = re.compile(r"(?<=.)(?:党委政府|人民政府|办事处|党工委|政府|党委|人大|办)$")
_MOST_LETTERS = 24


@dataclass(frozen=True, slots=True)
class Bodies:
    """The assessed bodies of one plan.

    `holders` says for each name of the plan which holders it means: ids of units, or of the class of
    townships where all of them are meant; empty for words that name nobody (各行业主管部门).
    """

    units: tuple[Unit, ...]
    holders: Mapping[str, tuple[str, ...]]

    def of(self, name: str) -> tuple[str, ...]:
        """The holders that a name means; empty where it names nobody that can be scored."""
        return self.holders.get(name, ())

    def name_of(self, name: str) -> str:
        """The name under which the unit meant is listed; the name itself where it means no one unit."""
        held = self.of(name)
        return next((unit.name for unit in self.units if held == (unit.id,)), name)


def bodies_of(
    plan: Plan,
    roster: Roster,
    townships: tuple[str, ...] = (),
    members: Mapping[str, tuple[str, ...]] | None = None,
) -> Bodies:
    """The bodies that the duties of a plan name.

    `townships` are the names of the county's townships, beside those of the roster and the plan. `members`
    says by its words in the plan who belongs to a collective that the plan does not list. One body under two
    names is one unit, by the name the plan uses first. Ids are those of the roster; a body that the roster
    does not know has the initials of its name.
    """
    finder = _Finder(plan, roster, members or {})
    for task in plan.tasks:
        for name in task.everyone():
            finder.take(name)
    if finder.names_all_townships():
        own = (body.name for body in roster if body.kind == "township" and body.abolished is None)
        for name in (*own, *townships):
            finder.take(name)
    finder.know(plan.issuer)
    return finder.bodies()


class _Finder:
    """Gathers the units of a plan while its names are taken one after the other."""

    def __init__(self, plan: Plan, roster: Roster, members: Mapping[str, tuple[str, ...]]) -> None:
        self._roster = roster
        self._members = members
        self._home = plan.level or "county"
        self._region = plan.region
        self._units: dict[str, tuple[str, str, tuple[int, int]]] = {}
        self._ids: dict[str, str] = {}
        self._holders: dict[str, tuple[str, ...]] = {}

    def names_all_townships(self) -> bool:
        """True where a name taken so far means the townships as a whole."""
        return any(TOWNSHIPS in holders for holders in self._holders.values())

    def take(self, name: str) -> None:
        """Find the holders of a name, once."""
        if name not in self._holders:
            self._holders[name] = ()
            self._holders[name] = self._find(name)

    def know(self, name: str) -> None:
        """Learn another name of a body that was taken; of any other body nothing."""
        match = resolve(name, self._roster) if name and name not in self._holders else None
        if match is None or match.department is None:
            return
        key = f"={self._id_of(match)}"
        if key in self._ids:
            self._holders[name] = (self._ids[key],)

    def _find(self, name: str) -> tuple[str, ...]:
        if name in self._members:
            found: list[str] = []
            for member in self._members[name]:
                self.take(member)
                found += self._holders[member]
            return tuple(dict.fromkeys(found))
        match = resolve(name, self._roster)
        if match is None:
            return (self._keep(f"?{name}", name, initials_of(name), DEPARTMENTS),)
        if match.how == "collective":
            return (TOWNSHIPS,) if names_townships(name) else ()
        if match.how == "township":
            core = _TOWNSHIP_ORGAN.sub("", name.removeprefix(self._region))
            return (self._keep(f"township {core}", name, initials_of(core), TOWNSHIPS),)
        body = match.department
        assert body is not None, "only a collective names no body"
        id = self._id_of(match)
        return (self._keep(f"={id}", name, id, _class_of(body), body.order),)

    def _id_of(self, match: Match) -> str:
        """The id of the body that a name means, told apart by its level where that is not the plan's."""
        assert match.department is not None
        far = match.level not in ("", self._home)
        return f"{match.department.id}-{match.level}" if far else match.department.id

    def _keep(self, key: str, name: str, id: str, unit_class: str, order: int | None = None) -> str:
        """The id of the unit with this key, which is made where it is new. Unknown bodies come last."""
        if key not in self._ids:
            made = self._free(id[:_MOST_LETTERS] or "unit") if order is None else id
            place = (0, order) if order is not None else (1, len(self._units))
            self._ids[key] = made
            self._units[made] = (name, unit_class, place)
        return self._ids[key]

    def _free(self, id: str) -> str:
        taken = self._units.keys() | set(CLASSES)
        wanted, number = id, 2
        while wanted in taken or wanted in self._roster:
            wanted, number = f"{id}-{number}", number + 1
        return wanted

    def bodies(self) -> Bodies:
        """What was found; the units in the roster's order."""
        ordered = sorted(self._units.items(), key=lambda held: (held[1][2], held[0]))
        units = tuple(
            Unit(id, name, unit_class, place * ORDER_STEP)
            for place, (id, (name, unit_class, _)) in enumerate(ordered, 1)
        )
        return Bodies(units, dict(self._holders))


def _class_of(body: Department) -> str:
    if body.kind == "township":
        return TOWNSHIPS
    return ENTERPRISES if body.kind == "enterprise" else DEPARTMENTS
