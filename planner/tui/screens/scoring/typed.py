"""What a person types into a cell, as an input method may write it: ９．５, 3。5, 12月3日, 是."""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta
from decimal import Decimal

from assessments import windows
from assessments.numbers import plain
from assessments.process import values
from assessments.rules.base import InputKind
from assessments.scheme import Scheme
from planner.text import say
from planner.tui.screens.year.days import day_in

Typed = Decimal | bool | date
LATEST = timedelta(days=120)
"""How long after the end of the year's window a day without a year is still looked for."""


def read(words: str, kind: InputKind, scheme: Scheme) -> Typed | None:
    """The value that was meant; None where it is none of this kind."""
    if kind == "yes_no":
        return yes_no_in(words)
    if kind == "day":
        return typed_day(words, scheme)
    number = number_in(words)
    if kind == "count" and number is not None and (number < 0 or number != number.to_integral_value()):
        return None
    return number


def number_in(words: str) -> Decimal | None:
    """A number, digits and point of either width, 。 for the point too; None where it is none."""
    narrow = unicodedata.normalize("NFKC", words).replace("。", ".").replace("、", ".").strip()
    narrow = narrow.replace("—", "-").replace("–", "-").removesuffix("次").removesuffix("个")
    if narrow.startswith("."):
        narrow = "0" + narrow
    return values.number(narrow.removesuffix("."))


def yes_no_in(words: str) -> bool | None:
    """Yes or no as people write it; None where it is neither."""
    narrow = unicodedata.normalize("NFKC", words).strip()
    if narrow in (say("scoring_place.yes"), say("scoring_place.no")):
        return narrow == say("scoring_place.yes")
    return values.yes_no(narrow)


def typed_day(words: str, scheme: Scheme) -> date | None:
    """A day; one without a year is looked for in the window of the scheme, then right after it."""
    first, last = windows.window(scheme)
    found = [day for year in range(first.year, last.year + 2) if (day := day_in(words, year)) is not None]
    inside = [day for day in found if first <= day <= last + LATEST]
    return next(iter(inside or found), None)


def written(value: Typed) -> str:
    """A value as it is to be typed again."""
    if isinstance(value, bool):
        return say("scoring_place.yes" if value else "scoring_place.no")
    if isinstance(value, date):
        return value.isoformat()
    # All its digits: what is shown is typed again.
    return plain(value, 20)
