"""Days as a person types them: 3月31日、6月30日, 3-31 6-30, 2027-03-31."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from planner.text import say

_DAY = re.compile(r"(?:(\d{4})[-./年])?(\d{1,2})[-./月](\d{1,2})日?")


def day_in(words: str, year: int) -> date | None:
    """One day, in the plan's year where none is named; None where it is no day."""
    found = _DAY.fullmatch(unicodedata.normalize("NFKC", words).strip())
    if found is None:
        return None
    try:
        return date(int(found[1] or year), int(found[2]), int(found[3]))
    except ValueError:
        return None


def days_in(words: str, year: int) -> tuple[tuple[date, ...], tuple[str, ...]]:
    """The days in a typed list, and the words in it that are none; any usual mark divides them."""
    parts = [part for part in re.split(r"[\s,，、;；]+", words.strip()) if part]
    read = [(part, day_in(part, year)) for part in parts]
    days = sorted({day for _, day in read if day is not None})
    return tuple(days), tuple(part for part, day in read if day is None)


def words_of(days: Iterable[date], year: int) -> str:
    """Days as they are to be typed again."""
    return "、".join(_words(day, year) for day in days)


def lines_of(days: Sequence[date], year: int) -> list[str]:
    """Days to read: a few on a line; where there are many, those of a month together."""
    if len(days) <= 12:
        return [words_of(days[at : at + 2], year) for at in range(0, len(days), 2)]
    lines = []
    for (of_year, month), held in groupby(days, key=lambda day: (day.year, day.month)):
        key = "year.days_of_month" if of_year == year else "year.days_of_other_month"
        numbers = "、".join(str(day.day) for day in held)
        lines.append(say(key, year=of_year, month=month, days=numbers))
    return lines


def _words(day: date, year: int) -> str:
    key = "year.day" if day.year == year else "year.day_of_year"
    return say(key, year=day.year, month=day.month, day=day.day)
