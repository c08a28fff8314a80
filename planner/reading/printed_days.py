"""The day printed under a paper or in its data block: 2020年2月18日, 2020-02-18, 二〇二〇年二月十八日."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from planner.reading.numbering import chinese_value

_YEAR = r"(?:19|20)\d{2}"
_STRICT = (
    rf"{_YEAR}\s*年\s*\d{{1,2}}\s*月\s*\d{{1,2}}\s*日"
    rf"|{_YEAR}[-./]\d{{1,2}}[-./]\d{{1,2}}(?:\s*\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?"
)
_HAN = (
    r"[二一][〇零○ＯOo0九八][〇零○ＯOo0一二三四五六七八九]{2}\s*年\s*[一二三四五六七八九十]{1,2}\s*月"
    r"\s*[一二三四五六七八九十]{1,3}\s*日"
)
_DAMAGED = rf"{_YEAR}\s*[年月]?\s*\d{{1,2}}\s*月?\s*\d{{1,2}}\s*日?"
DAY = rf"(?:{_STRICT}|{_HAN}|{_DAMAGED})"
"""A pattern for one printed day, damaged forms included (2024613日, 2026月3月26日)."""

_SOUND = re.compile(rf"(?:{_STRICT}|{_HAN})\Z")
_ZERO = str.maketrans("○ＯOo0零", "〇〇〇〇〇〇")
_HAN_PARTS = re.compile(r"(.{4})\s*年\s*(.{1,2}?)\s*月\s*(.{1,3}?)\s*日")


@dataclass(frozen=True, slots=True)
class PrintedDay:
    """A day as printed and as understood; `damaged` where marks or characters were lost."""

    text: str
    day: date | None
    damaged: bool = False


def read_day(text: str) -> PrintedDay:
    """Understand one printed day; `day` is None where it names no single day of the calendar."""
    text = text.strip()
    sound = bool(_SOUND.match(text))
    if not text[:1].isdigit():
        return PrintedDay(text, _han_day(text), not sound)
    numbers = [int(number) for number in re.findall(r"\d+", text.split(":")[0][:20])]
    if sound and len(numbers) >= 3:
        return PrintedDay(text, _day(numbers[0], numbers[1], numbers[2]))
    return PrintedDay(text, _only_day(re.sub(r"\D", "", text)), damaged=True)


def _han_day(text: str) -> date | None:
    parts = _HAN_PARTS.match(text)
    if not parts:
        return None
    year = chinese_value(parts[1].translate(_ZERO))
    month, day = chinese_value(parts[2]), chinese_value(parts[3])
    return _day(year or 0, month or 0, day or 0)


def _only_day(digits: str) -> date | None:
    """The one day that digits without separators can mean (2024613 → 13 June); None if there are two."""
    year, rest = int(digits[:4]), digits[4:]
    days = {
        day
        for cut in range(1, len(rest))
        if (day := _day(year, int(rest[:cut]), int(rest[cut:]))) is not None
    }
    return days.pop() if len(days) == 1 else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
