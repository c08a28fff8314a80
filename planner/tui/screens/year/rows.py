"""A plan's year as rows: deadlines and days of recurring duties under their month or quarter."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from planner.drafting.agenda import Entry, Month, agenda, by_month, by_quarter, undated
from planner.numbering import numbers_of
from planner.plan import Plan
from planner.text import say
from planner.timing import is_impossible
from planner.tui.widgets.rowmodel import Group, Look

Grouping: TypeAlias = Literal["month", "quarter"]
BAR_CELLS = 24
"""Cells of the bar of the month with the most to do."""
_EIGHTHS = " ▏▎▍▌▋▊▉█"


@dataclass(frozen=True, slots=True)
class DayRow:
    """One thing to do. `entry` is its first day, `times` how often it recurs under the same heading.

    `number` is the task's printed number, `year` the plan's, `past` that all its days are over.
    """

    entry: Entry
    number: int
    year: int
    times: int = 1
    past: bool = False

    @property
    def key(self) -> str:
        """Its own in the plan."""
        entry = self.entry
        return f"{entry.measure.id}/{entry.kind}/{entry.which}/{entry.number}"

    @property
    def names(self) -> tuple[str, ...]:
        """Everybody named in the measure."""
        return self.entry.measure.duty.everyone()


def day_items(
    plan: Plan, today: date, grouping: Grouping, *, only_undated: bool = False
) -> list[DayRow | Group]:
    """Everything to do in the plan's year under months or quarters, each with its count and a bar.

    A duty that recurs under one heading stands there once. What has no day comes last, or alone.
    """
    numbers = numbers_of(plan).tasks

    def rows(entries: Iterable[Entry]) -> list[DayRow]:
        held: dict[tuple[str, str, int], list[Entry]] = {}
        for entry in entries:
            held.setdefault((entry.measure.id, entry.kind, entry.which), []).append(entry)
        return [
            DayRow(days[0], numbers[days[0].task.id], plan.year, len(days), _is_past(days[-1], today))
            for days in held.values()
        ]

    entries = agenda(plan)
    if not entries:
        return []
    items: list[DayRow | Group] = []
    parts = [] if only_undated else _parts(entries, plan.year, grouping, today)
    most = max((len(part.entries) for part in parts), default=0)
    for part in parts:
        items.append(Group(part.title, _count_words(part, most)))
        items.extend(rows(part.entries))
    without = undated(entries)
    if without:
        items.append(Group(say("year.undated"), say("year.undated_count", count=len(without))))
        items.extend(rows(without))
    return items


def _is_past(entry: Entry, today: date) -> bool:
    return entry.day is not None and entry.day < today


@dataclass(frozen=True, slots=True)
class _Part:
    """A heading and what stands under it; `now` is the month of today."""

    title: str
    entries: tuple[Entry, ...]
    now: bool = False


def _parts(entries: Iterable[Entry], year: int, grouping: Grouping, today: date) -> list[_Part]:
    """The parts of the year; months of other years stand before and after as months."""
    months = by_month(entries, year)
    if grouping == "month":
        return [_month(month, year, today) for month in months]
    quarters = [
        _Part(say("year.quarter", quarter=quarter), held)
        for quarter, held in enumerate(by_quarter(entries, year), 1)
    ]
    before = [_month(month, year, today) for month in months if month.year < year]
    after = [_month(month, year, today) for month in months if month.year > year]
    return [*before, *quarters, *after]


def _month(month: Month, year: int, today: date) -> _Part:
    key = "year.month" if month.year == year else "year.month_of_year"
    title = say(key, year=month.year, month=f"{month.month:>2}")
    return _Part(title, month.entries, (month.year, month.month) == (today.year, today.month))


def _count_words(part: _Part, most: int) -> str:
    words = say("year.count", count=f"{len(part.entries):>3}", bar=bar(len(part.entries), most))
    return f"{words}  {say('year.now')}" if part.now else words


def bar(count: int, most: int) -> str:
    """A bar as long as `count` is beside the greatest of them; eighths of a cell at its end."""
    if not most:
        return ""
    eighths = round(count * BAR_CELLS * 8 / most)
    return "█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip()


def day_words(row: DayRow) -> str:
    """6月30日; with its year where that is not the plan's; empty without a day."""
    day = row.entry.day
    if day is None:
        return ""
    key = "year.day" if day.year == row.year else "year.day_of_year"
    return say(key, year=day.year, month=f"{day.month:>2}", day=f"{day.day:>2}")


def kind_words(row: DayRow) -> str:
    """A deadline, or which time of how many of a recurring duty; that a person fixed the days is said."""
    entry = row.entry
    if row.times > 1:
        return say("year.fixed_times" if entry.fixed else "year.times", count=row.times)
    if entry.kind == "due":
        return say("year.due")
    if not entry.of:
        return say("year.recurring")
    return say("year.fixed" if entry.fixed else "year.which", number=entry.number, all=entry.of)


def what_words(row: DayRow) -> str:
    """The words of the plan; without a day also why there is none."""
    entry = row.entry
    if entry.day is not None:
        return entry.words
    return say("year.why", words=entry.words, why=why_undated(row))


def why_undated(row: DayRow) -> str:
    """Why there is no day."""
    entry = row.entry
    if entry.kind == "occurrence":
        return say("year.no_interval")
    return say("year.no_such_day" if is_impossible(entry.words, row.year) else "year.no_calendar")


def carrier_words(row: DayRow, short: Callable[[str], str]) -> str:
    """Who leads; else who is responsible."""
    duty = row.entry.measure.duty
    return "、".join(map(short, duty.lead or duty.responsible)) or say("assign.nobody")


def row_look(row: DayRow) -> Look:
    """Past days are muted, days that cannot be told stand out."""
    if row.entry.day is None:
        return "warning"
    return "muted" if row.past else ""
