"""What the cells of a table mean: numbers, days, yes and no, as offices write them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple, TypeAlias

Value: TypeAlias = str | int | Decimal | bool | date | None

YES = frozenset({"是", "√", "✓", "y", "yes", "true", "1", "完成", "已完成"})
NO = frozenset({"否", "×", "✗", "n", "no", "false", "0", "未完成"})
_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(?:\.[0-9]{1,15})?")
_THOUSANDS = re.compile(r"[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_DAY = re.compile(r"([0-9]{4})[-年/.]([0-9]{1,2})[-月/.]([0-9]{1,2})日?")
_COUNTED = tuple("分%起人次件个家户处天日项名条篇期场")
_HALF_WIDTH = str.maketrans("０１２３４５６７８９．，－＋％", "0123456789.,-+%")


def number(value: Value) -> Decimal | None:
    """A number; None where it is none. Commas between thousands, %, 分 and what is counted (3起) behind it
    are known; a word that makes it another number (3万元) is not."""
    if isinstance(value, (bool, date)) or value is None:
        return None
    if isinstance(value, (int, Decimal)):
        made = Decimal(value)
        return made if made.is_finite() else None
    words = value.strip().translate(_HALF_WIDTH)
    words = (words[:-1] if words.endswith(_COUNTED) else words).strip()
    if _THOUSANDS.fullmatch(words):
        words = words.replace(",", "")
    return Decimal(words) if _NUMBER.fullmatch(words) else None


def yes_no(value: Value) -> bool | None:
    """A yes or no; None where it is neither."""
    if isinstance(value, bool):
        return value
    word = str(value).strip().lower()
    return True if word in YES else False if word in NO else None


def day(value: Value) -> date | None:
    """A day (2027-01-05, 2027年1月5日, 2027/1/5, 2027.1.5); None where it is none."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    found = _DAY.fullmatch(str(value).strip().translate(_HALF_WIDTH))
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


def words(value: Value) -> str | None:
    """The value as text, without spaces around it."""
    return str(value).strip()


class Reader(NamedTuple):
    """How a column's values are read, and the code of what is said where one cannot be."""

    read: Callable[[Value], Value]
    refusal: str


READERS = {
    "score": Reader(number, "sheet.no_number"),
    "deducted": Reader(number, "sheet.no_number"),
    "value": Reader(number, "sheet.no_number"),
    "done": Reader(yes_no, "sheet.no_yes_no"),
    "not_applicable": Reader(yes_no, "sheet.no_yes_no"),
    "day": Reader(day, "sheet.no_day"),
    "reason": Reader(words, "sheet.no_text"),
}


def is_empty(value: Value) -> bool:
    """True where a cell says nothing."""
    return value is None or (isinstance(value, str) and not value.strip())


def key_of(name: str) -> str:
    """A name as it is compared: spaces and the case of letters say nothing."""
    return "".join(name.split()).lower()
