"""The records of an annual work plan (工作要点).

A `Plan` holds sections and tasks; a `Task` holds measures; a `Measure` is the stretch of text that one
duty clause covers, so who does what is never ambiguous. Every record is frozen: an edit makes a new plan.

Two things are not data here. Printed numbers (一、（一）1.) are drawn at output from the order. Identity is
a short random id made once, never derived from position or text, so two people's new tasks do not collide.
"""

from __future__ import annotations

import random
from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

ID_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
ID_LENGTH = 6
FIRST_YEAR, LAST_YEAR = 1950, 2100
"""The years that a plan may have."""
ORDER_STEP = 1000
"""Distance between neighbours in a fresh order, so that something can be put between two of them."""

RoleName: TypeAlias = Literal["lead", "responsible", "support", "supervise"]
ROLES: tuple[RoleName, ...] = ("lead", "responsible", "support", "supervise")

Level: TypeAlias = Literal["", "state", "province", "city", "county", "township"]
"""The level of government that issued a plan (国家、省、市、县、乡); empty where nobody has said."""

Comparison: TypeAlias = Literal[
    "", "at_least", "at_most", "more_than", "less_than", "exactly", "about", "rise", "fall"
]
"""How a target's number is to be compared; empty where the words hold no comparison that was understood."""


_system_random = random.SystemRandom()
_HAND_LETTERS = "".join(letter for letter in ID_ALPHABET if letter.isalpha())


def new_hand(taken: Container[str] = (), rng: random.Random = _system_random) -> str:
    """Draw the letter with which the ids of one person's workspace begin, not in `taken` while any is left.

    The exchange file keeps the tables of each letter together, so what two people with different letters
    add to the same plan never meets at one line of the file.
    """
    free = [letter for letter in _HAND_LETTERS if letter not in taken]
    return rng.choice(free or _HAND_LETTERS)


def new_id(taken: Container[str] = (), *, hand: str = "", rng: random.Random = _system_random) -> str:
    """Make an id that is not in `taken`: a letter (the hand's, else random) and five random characters."""
    while True:
        first = hand or rng.choice(_HAND_LETTERS)
        candidate = first + "".join(rng.choices(ID_ALPHABET, k=ID_LENGTH - 1))
        if candidate not in taken:
            return candidate


@dataclass(frozen=True, slots=True)
class Source:
    """Where a section, task or measure comes from.

    `document` is the file's name or the template's title; `line` counts from 1; `year` is the year of that
    document's plan; `number` is the number as printed there, without marks ("12", "十一");
    `ref` names the template's own record ("plan id/task id") where it came from a plan.
    """

    document: str
    line: int | None = None
    year: int | None = None
    number: str = ""
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """A quantified target (目标): its words and, where they hold one, its number and unit ("%", "家")."""

    text: str
    comparison: Comparison = ""
    value: Decimal | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline (完成时限): its words and the last day they mean in the plan's year.

    `day` is None where the words name an event (汛期前) or nothing that a calendar holds (9月31日).
    """

    text: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A recurring duty (每季度召开一次): its words, the rule, and the days where a person has fixed them.

    `rule` is an RFC 5545 recurrence without start or end ("FREQ=MONTHLY;INTERVAL=3"), empty where the words
    give no interval (定期). `dates` wins over the rule when it is not empty.
    """

    text: str
    rule: str = ""
    dates: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Duty:
    """Who does what (责任分工). The order of names is kept: the first lead leads.

    lead 牵头 · responsible 分工负责/责任单位 · support 配合/参与/会同 · supervise 督促/督办/指导.
    `clause` keeps the words of the document; an edit of the names empties it.
    """

    lead: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    supervise: tuple[str, ...] = ()
    clause: str = ""

    def names(self, role: RoleName) -> tuple[str, ...]:
        """The names in one role, in order."""
        held: tuple[str, ...] = getattr(self, role)
        return held

    def everyone(self) -> tuple[str, ...]:
        """All names once, leads first."""
        return tuple(dict.fromkeys(name for role in ROLES for name in self.names(role)))

    def is_empty(self) -> bool:
        """True where nobody is named in any role."""
        return not (self.lead or self.responsible or self.support or self.supervise)


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure (举措): what one duty clause covers. `title` is its sub-heading, where it has one."""

    id: str
    text: str
    title: str = ""
    order: int = ORDER_STEP
    duty: Duty = Duty()
    targets: tuple[Target, ...] = ()
    dues: tuple[Due, ...] = ()
    recurrences: tuple[Recurrence, ...] = ()
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """A task (工作任务), named by a title of one sentence without its full stop. Measures stand in order."""

    id: str
    section: str
    title: str
    order: int = ORDER_STEP
    measures: tuple[Measure, ...] = ()
    source: Source | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "measures", tuple(sorted(self.measures, key=_by_order)))

    def everyone(self) -> tuple[str, ...]:
        """All names in any role of any measure, once, in order of appearance."""
        return tuple(dict.fromkeys(name for measure in self.measures for name in measure.duty.everyone()))


@dataclass(frozen=True, slots=True)
class Section:
    """A first-level heading (一、二、三、) and the prose under it that belongs to no task."""

    id: str
    title: str
    order: int = ORDER_STEP
    text: str = ""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A year's work plan. Sections and tasks always stand in their order, whatever order they came in.

    `issuer` is the office that issues it, `number` its document number (发文字号), `issued` the day,
    `field` the field of work (安全生产), `region` the place as it stands in names ("临江县").
    `addressees` and `closing` are the prose before and after the plan's body.
    """

    id: str
    title: str
    year: int
    issuer: str = ""
    number: str = ""
    issued: date | None = None
    field: str = ""
    level: Level = ""
    region: str = ""
    addressees: str = ""
    preamble: str = ""
    closing: str = ""
    sections: tuple[Section, ...] = ()
    tasks: tuple[Task, ...] = ()

    def __post_init__(self) -> None:
        sections = tuple(sorted(self.sections, key=_by_order))
        place = {section.id: index for index, section in enumerate(sections)}
        nowhere = len(sections)
        tasks = sorted(self.tasks, key=lambda task: (place.get(task.section, nowhere), task.order, task.id))
        object.__setattr__(self, "sections", sections)
        object.__setattr__(self, "tasks", tuple(tasks))

    def tasks_in(self, section: str) -> tuple[Task, ...]:
        """The tasks of one section, in order."""
        return tuple(task for task in self.tasks if task.section == section)

    def task(self, id: str) -> Task:
        """The task with this id; KeyError where there is none."""
        for task in self.tasks:
            if task.id == id:
                return task
        raise KeyError(id)

    def section(self, id: str) -> Section:
        """The section with this id; KeyError where there is none."""
        for section in self.sections:
            if section.id == id:
                return section
        raise KeyError(id)

    def ids(self) -> frozenset[str]:
        """Every id in the plan, its own included."""
        own = {self.id}
        own.update(section.id for section in self.sections)
        for task in self.tasks:
            own.add(task.id)
            own.update(measure.id for measure in task.measures)
        return frozenset(own)

    def with_task(self, changed: Task) -> Plan:
        """The plan with the task of the same id replaced."""
        return replace(self, tasks=tuple(changed if task.id == changed.id else task for task in self.tasks))


def _by_order(record: Section | Measure) -> tuple[int, str]:
    return record.order, record.id
