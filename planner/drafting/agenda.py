"""The plan's year by its days: deadlines and the days of recurring duties, by month and quarter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from planner.plan import Measure, Plan, Task
from planner.timing import occurrences

EntryKind: TypeAlias = Literal["due", "occurrence"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to be done: by its day, or without a day where the words give none (汛期前, 定期).

    `words` are the deadline's or the recurring duty's. `which` counts the deadlines or recurring duties of
    the measure from 0; `number` and `of` say which of how many days of a recurring duty it is, from 1.
    `fixed` says that a person has fixed the days.
    """

    day: date | None
    kind: EntryKind
    task: Task
    measure: Measure
    words: str
    which: int
    number: int = 1
    of: int = 1
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Month:
    """The entries of one month, by day."""

    year: int
    month: int
    entries: tuple[Entry, ...]

    @property
    def quarter(self) -> int:
        """The quarter from 1 to 4."""
        return (self.month + 2) // 3


def agenda(plan: Plan) -> tuple[Entry, ...]:
    """Every deadline and every day of a recurring duty: by day and place in the plan, undated ones last."""
    found = [
        entry
        for task in plan.tasks
        for measure in task.measures
        for entry in (*_dues(task, measure), *_occurrences(task, measure, plan.year))
    ]
    dated = sorted((entry for entry in found if entry.day is not None), key=_day)
    return (*dated, *(entry for entry in found if entry.day is None))


def by_month(entries: Iterable[Entry], year: int) -> tuple[Month, ...]:
    """All twelve months of the year and further months with entries, in order; undated ones left out."""
    held: dict[tuple[int, int], list[Entry]] = {(year, month): [] for month in range(1, 13)}
    for entry in entries:
        if entry.day is not None:
            held.setdefault((entry.day.year, entry.day.month), []).append(entry)
    return tuple(Month(*month, entries=tuple(held[month])) for month in sorted(held))


def by_quarter(entries: Iterable[Entry], year: int) -> tuple[tuple[Entry, ...], ...]:
    """The entries of the year's four quarters, by day."""
    months = [month for month in by_month(entries, year) if month.year == year]
    return tuple(
        tuple(entry for month in months if month.quarter == quarter for entry in month.entries)
        for quarter in range(1, 5)
    )


def undated(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries without a day, in the plan's order."""
    return tuple(entry for entry in entries if entry.day is None)


def _dues(task: Task, measure: Measure) -> Iterable[Entry]:
    for which, due in enumerate(measure.dues):
        yield Entry(due.day, "due", task, measure, due.text, which)


def _occurrences(task: Task, measure: Measure, year: int) -> Iterable[Entry]:
    for which, held in enumerate(measure.recurrences):
        days = occurrences(held, year)
        for number, day in enumerate(days, 1):
            fixed = bool(held.dates)
            yield Entry(day, "occurrence", task, measure, held.text, which, number, len(days), fixed)
        if not days:
            yield Entry(None, "occurrence", task, measure, held.text, which, 0, 0)


def _day(entry: Entry) -> date:
    return entry.day or date.max
