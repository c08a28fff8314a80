"""The bodies an office works with: `Roster`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from planner.departments.forms import Index, build_index
from planner.departments.records import Department


@dataclass(frozen=True)
class Roster:
    """The bodies an office works with. Departments always stand by `order`, then id.

    `removed` holds ids of another roster's departments that this one, laid over it, takes away.
    """

    departments: tuple[Department, ...] = ()
    removed: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        ordered = sorted(self.departments, key=lambda held: (held.order, held.id))
        object.__setattr__(self, "departments", tuple(ordered))
        object.__setattr__(self, "removed", tuple(sorted(set(self.removed))))

    def __repr__(self) -> str:
        return f"Roster({len(self.departments)} departments, {len(self.removed)} removed)"

    def __iter__(self) -> Iterator[Department]:
        return iter(self.departments)

    def __len__(self) -> int:
        return len(self.departments)

    def __contains__(self, id: object) -> bool:
        return id in self._by_id

    def department(self, id: str) -> Department:
        """The department with this id; KeyError where there is none."""
        return self._by_id[id]

    def successor_of(self, department: Department) -> Department | None:
        """The body that took over, one step; None where none is named or the roster does not hold it."""
        return self._by_id.get(department.successor)

    @cached_property
    def index(self) -> Index:
        """All names of all bodies, for looking up; made once."""
        return build_index(self.departments)

    @cached_property
    def _by_id(self) -> dict[str, Department]:
        return {held.id: held for held in self.departments}
