"""What was typed as a value: numbers, days, names in a row, names with numbers; and the words for it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from planner.text import say

_APART = re.compile(r"[、,;\n]+")
_DAY = re.compile(r"(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*")
_NAMED = re.compile(r"(.*?)[\s:=]*(-?\d+(?:\.\d+)?)")
MOST = Decimal(10) ** 9


def folded(typed: str) -> str:
    """What was typed, with the full-width digits and signs of an input method as plain ones."""
    return unicodedata.normalize("NFKC", typed.replace("。", ".").replace("；", ";")).strip()


def number_of(typed: str) -> Decimal | None:
    """The number that was typed; None where it is none."""
    try:
        value = Decimal(folded(typed).rstrip("分%"))
    except InvalidOperation:
        return None
    return value if value.is_finite() and abs(value) <= MOST else None


def whole_of(typed: str) -> int | None:
    """The whole number that was typed; None where it is none."""
    value = number_of(typed)
    return int(value) if value is not None and value == value.to_integral_value() else None


def day_of(typed: str) -> date | None:
    """The day that was typed as 2026-12-31, 2026.12.31 or 2026年12月31日; None where it is none."""
    found = _DAY.fullmatch(folded(typed))
    try:
        return date(*map(int, found.groups())) if found is not None else None
    except ValueError:
        return None


def row_of(typed: str) -> tuple[str, ...]:
    """Names divided by 、 or a comma, each once."""
    return tuple(dict.fromkeys(part for each in _APART.split(typed.replace("，", ",").replace("；", ";"))
                               if (part := each.strip())))  # fmt: skip


def numbers_of(typed: str) -> tuple[Decimal, ...] | None:
    """Numbers divided by 、 or a comma; None where one of them is none."""
    parts = [number_of(each) for each in _APART.split(folded(typed)) if each.strip()]
    found = [each for each in parts if each is not None]
    return tuple(found) if len(found) == len(parts) else None


def named_numbers_of(typed: str) -> dict[str, Decimal] | None:
    """Names with their numbers: "好 100、较好 80"; None where one has no number."""
    found: dict[str, Decimal] = {}
    for each in _APART.split(folded(typed)):
        match = _NAMED.fullmatch(each.strip()) if each.strip() else None
        if match is not None and match[1]:
            found[match[1]] = Decimal(match[2])
        elif each.strip():
            return None
    return found


def typed_words(value: object) -> str:
    """A value as one would type it."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return "、".join(f"{name} {typed_words(worth)}" for name, worth in value.items())
    return "、".join(map(typed_words, value)) if isinstance(value, tuple) else str(value)


def wrong_words(sort: str) -> str:
    """What to say of words that are not of a sort: number, whole, day, numbers, named."""
    return say(f"scheme_place.want.{sort}")
