"""Words and figures of a paper as they are printed, in the language in force."""

from __future__ import annotations

import unicodedata
from datetime import date
from decimal import Decimal

from assessments.numbers import plain, rounded
from assessments.reports.table import Argument, Cell, Column, Words
from planner.cleaning import clean_text
from planner.text import say


def printed(text: Argument | None) -> str:
    """Words, a name, a number, a day or a list of them as text; "" for nothing."""
    if text is None:
        return ""
    if isinstance(text, Words):
        return say(text.key, **{name: printed(value) for name, value in text.arguments.items()})
    if isinstance(text, tuple):
        return say("report.list").join(printed(each) for each in text)
    if isinstance(text, Decimal):
        return plain(text)
    if isinstance(text, date):
        return say("report.date", year=text.year, month=text.month, day=text.day)
    return clean_text(str(text))


def lines(cell: Cell) -> tuple[str, ...]:
    """The lines of a cell that holds words; empty lines are left out."""
    parts = cell if isinstance(cell, tuple) else (cell,)
    text = "\n".join(printed(part) for part in parts)
    return tuple(line for line in text.split("\n") if line.strip())


def figure(value: Decimal | int, column: Column) -> str:
    """A number of a column, filled with zeros to the column's places; a percent without its sign."""
    if isinstance(value, int) or column.places is None:
        return plain(Decimal(value), column.most)
    settled = rounded(value, column.places)
    return format(settled, "f") if settled == value else plain(value, column.most)


def width(text: str, double: str = "WF") -> int:
    """How many half-width characters a line takes; a Chinese character takes two.

    In the typefaces of paper … and × are as wide as Chinese characters: "WFA".
    """
    return sum(2 if unicodedata.east_asian_width(character) in double else 1 for character in text)
