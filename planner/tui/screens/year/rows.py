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
    items: list[DayRow | Group] = []
    parts = [] if only_undated else _parts(entries, plan.year, grouping)
    most = max((len(held) for _, held in parts), default=0)
    for title, held in parts:
        now = say("year.now") if grouping == "month" and _holds(title, plan.year, today) else ""
        words = say("year.count", count=f"{len(held):>3}", bar=bar(len(held), most))
        items.append(Group(title, f"{words}  {now}".rstrip()))
        items.extend(rows(held))
    without = undated(entries)
    if without:
        items.append(Group(say("year.undated"), say("year.undated_count", count=len(without))))
        items.extend(rows(without))
    return items


def _holds(title: str, year: int, day: date) -> bool:
    return day.year == year and title == _month_title(day.month)


def _month_title(month: int) -> str:
    return say("year.month", month=f"{month:>2}")


def _is_past(entry: Entry, today: date) -> bool:
    return entry.day is not None and entry.day < today


def _parts(entries: Iterable[Entry], year: int, grouping: Grouping) -> list[tuple[str, tuple[Entry, ...]]]:
    """The headings and what stands under each; months of other years stand before and after as months."""
    months = by_month(entries, year)
    within = [(_month_title(month.month), month.entries) for month in months if month.year == year]
    if grouping == "quarter":
        quarters = enumerate(by_quarter(entries, year), 1)
        within = [(say("year.quarter", quarter=quarter), held) for quarter, held in quarters]
    before = [month for month in months if month.year < year]
    after = [month for month in months if month.year > year]
    return [*map(_other_month, before), *within, *map(_other_month, after)]


def _other_month(month: Month) -> tuple[str, tuple[Entry, ...]]:
    return say("year.month_of_year", month=month.month, year=month.year), month.entries


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
