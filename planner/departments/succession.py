"""Who succeeded whom: 扶贫办 → 乡村振兴局 (2021) → 农业农村局 (2024)."""

from __future__ import annotations

from dataclasses import dataclass

from planner.departments.forms import compose
from planner.departments.matching import resolve
from planner.departments.roster import Roster


@dataclass(frozen=True, slots=True)
class Step:
    """One succession: from `year` on, what `former` did is done by `successor`. Names without the place."""

    former: str
    successor: str
    year: int


@dataclass(frozen=True, slots=True)
class Current:
    """The name that holds in a year, and how it came to that; no steps where the name still holds."""

    name: str
    steps: tuple[Step, ...] = ()


def current_name(name: str, year: int, roster: Roster) -> Current:
    """The name of the body that does in `year` what the named body did, at the same level and place.

    A name that still holds in that year, and one the roster does not know, comes back as it was.
    """
    match = resolve(name, roster)
    if match is None or match.department is None:
        return Current(name)
    department, steps, seen = match.department, [], {match.department.id}
    while department.abolished is not None and department.abolished <= year:
        successor = roster.successor_of(department)
        if successor is None or successor.id in seen:
            break
        seen.add(successor.id)
        former = department.names_at(match.level) or (department.name,)
        heirs = successor.names_at(match.level) or (successor.name,)
        steps.append(Step(former[0], heirs[0], department.abolished))
        department = successor
    if not steps:
        return Current(name)
    return Current(compose(steps[-1].successor, match.place), tuple(steps))
