"""What an assignment will most likely be: the name as the plan would write it, and the role."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from unicodedata import normalize

from planner.departments import Department, Match, Roster, at_level, resolve, search
from planner.departments.places import LETTER_OF, LETTERS
from planner.plan import Measure, Plan, RoleName

_OWN = ("exact", "short", "level", "region-prefixed")
"""How a name was matched that says of one living body how the plan calls it."""


@dataclass(slots=True)
class Names:
    """What names mean in one roster; each name is looked up once."""

    roster: Roster
    _known: dict[str, Match | None] = field(default_factory=dict)

    def match(self, name: str) -> Match | None:
        """The body that a name means; None where the roster does not know it."""
        if name not in self._known:
            self._known[name] = resolve(name, self.roster)
        return self._known[name]

    def short(self, name: str) -> str:
        """The shortest name of the body that a name means; without one, the name without its place."""
        match = self.match(name)
        if match is None or match.how not in _OWN or match.department is None:
            return name
        return min(match.department.short, key=len, default=name.removeprefix(match.place))

    def found(self, query: str, names: Iterable[str]) -> frozenset[str]:
        """Those of the names that a typed query means: by any part, by pinyin initials, by a short name.

        Letters that stand together in some name's initials are wanted so; only where none does, letters with
        gaps count as well.
        """
        wanted = normalize("NFKC", query).strip().casefold()
        names = tuple(dict.fromkeys(names))
        if not wanted:
            return frozenset(names)
        near = {held.id for held in self.roster if _has_initials(held, wanted)}
        ids = near or {held.id for held in search(wanted, self.roster)}
        return frozenset(name for name in names if wanted in name.casefold() or self._body(name) in ids)

    def _body(self, name: str) -> str:
        match = self.match(name)
        return match.department.id if match is not None and match.department is not None else ""


@dataclass(frozen=True, slots=True)
class Usage:
    """How a plan names bodies: its word for each by the department's id, and the place before most names."""

    names: dict[str, str]
    place: str


def usage(plan: Plan, names: Names) -> Usage:
    """Learn from a plan how it writes names; without any, with the word of its level (县)."""
    words: dict[str, Counter[str]] = {}
    places = Counter[str]()
    for task in plan.tasks:
        for measure in task.measures:
            for name in measure.duty.everyone():
                match = names.match(name)
                if match is None or match.how not in _OWN or match.department is None:
                    continue
                places[match.place] += 1
                if match.written == name:
                    words.setdefault(match.department.id, Counter())[name] += 1
    common = {id: counted.most_common(1)[0][0] for id, counted in words.items()}
    return Usage(common, places.most_common(1)[0][0] if places else _place_of(plan))


def written(department: Department, plan: Plan, usage: Usage, roster: Roster) -> str:
    """How the plan would write a department: as it does already, else with its usual place before it."""
    if department.id in usage.names:
        return usage.names[department.id]
    if department.kind == "township":
        return department.name
    return at_level(department.name, plan.level or "county", roster, usage.place)


def names_used(plan: Plan) -> tuple[str, ...]:
    """Every name that stands in the plan, those with the most tasks first."""
    counted = Counter(name for task in plan.tasks for name in task.everyone())
    return tuple(name for name, _ in counted.most_common())


def measures_with(plan: Plan, ids: Collection[str], name: str) -> tuple[str, ...]:
    """The measures among those named (a task stands for all of its own) in whose duty the name stands."""
    return tuple(held.id for held in measures_of(plan, ids) if name in held.duty.everyone())


def likely_role(measures: Collection[Measure], plan: Plan) -> RoleName:
    """Lead where nobody leads, else responsible; in a plan that knows no leads always responsible."""
    if any(measure.duty.lead for measure in measures):
        return "responsible"
    duties = [measure.duty for task in plan.tasks for measure in task.measures]
    knows_no_lead = any(duty.responsible for duty in duties) and not any(duty.lead for duty in duties)
    return "responsible" if knows_no_lead else "lead"


def measures_of(plan: Plan, ids: Collection[str]) -> tuple[Measure, ...]:
    """The measures with these ids; a task's id stands for all of its own."""
    return tuple(
        measure for task in plan.tasks for measure in task.measures if task.id in ids or measure.id in ids
    )


def _has_initials(department: Department, wanted: str) -> bool:
    return any(wanted in initials for initials in department.initials)


def _place_of(plan: Plan) -> str:
    letter = plan.region[-1:]
    return letter if letter in LETTERS else LETTER_OF.get(plan.level, "县")
