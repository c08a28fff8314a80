"""Words and figures of a paper as they are printed, in the language in force."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import reduce

from assessments.derivation import FUNCTIONS, Formula
from assessments.numbers import plain, rounded
from assessments.reports.table import Argument, Arithmetic, Cell, Column, Words
from planner.cleaning import clean_text
from planner.text import say


def printed(text: Argument | None) -> str:
    """Words, a name, a number, a day or a list of them as text; "" for nothing."""
    if text is None:
        return ""
    if isinstance(text, Words):
        return say(text.key, **{name: printed(value) for name, value in text.arguments.items()})
    if isinstance(text, Arithmetic):
        return arithmetic(text.formula)
    if isinstance(text, tuple):
        return say("report.list").join(printed(each) for each in text)
    if isinstance(text, Decimal):
        return plain(text)
    if isinstance(text, date):
        return say("report.date", year=text.year, month=text.month, day=text.day)
    return clean_text(str(text))


def arithmetic(formula: Formula) -> str:
    """A formula as a person with a calculator reads it: 四舍五入(70 ÷ 9 × 6, 2位)."""
    said = ""
    open_: list[str] = []
    name = ""
    for token in formula:
        if isinstance(token, Decimal):
            said += plain(token)
        elif token in ("+", "-", "×", "÷"):
            said += f" {token} "
        elif token in FUNCTIONS:
            name = token
            said += say(f"formula.{token}")
        elif token == "(":
            open_.append(name)
            name = ""
            said += token
        elif token == ")":
            said += say("formula.places") if open_.pop() == "round" else ""
            said += token
        else:
            said += ", "
    return said


def signatures(said: Sequence[str], key: str) -> str:
    """The lines for signatures in one, with room for a hand between them; "" where there are none."""
    return reduce(lambda first, second: say(key, first=first, second=second), said) if said else ""


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
