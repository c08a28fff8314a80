"""Carrying what is dated into another year: deadlines, and recurring duties with fixed days."""

from __future__ import annotations

import re
from dataclasses import replace

from planner.plan import Due, Measure
from planner.timing import due_day

_YEAR = re.compile(r"(?:19|20)\d\d年?")


def names_a_year(words: str) -> bool:
    """True where the words of a deadline name a year themselves (2026年6月底前)."""
    return _YEAR.search(words) is not None


def carried_due(due: Due, from_year: int, to_year: int) -> Due:
    """The deadline as it stands in a plan of `to_year`.

    Words without a year (2月底前) mean that year's day. Words that name a year, or nothing a calendar
    holds, keep their day, except that a day a person gave to words without one moves by whole years
    (29 February to the 28th where it must).
    """
    if names_a_year(due.text):
        return due
    day = due_day(due.text, to_year)
    if day is None and due.day is not None and due_day(due.text, from_year) is None:
        from dateutil.relativedelta import relativedelta

        day = due.day + relativedelta(years=to_year - from_year)
    return replace(due, day=day)


def carried(measure: Measure, from_year: int, to_year: int) -> Measure:
    """The measure as it stands in a plan of `to_year`: deadlines carried, other years' fixed days gone."""
    if from_year == to_year:
        return measure
    return replace(
        measure,
        dues=tuple(carried_due(due, from_year, to_year) for due in measure.dues),
        recurrences=tuple(
            replace(held, dates=tuple(day for day in held.dates if day.year == to_year))
            for held in measure.recurrences
        ),
    )
