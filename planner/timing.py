"""Due dates and recurring duties: what their words mean on the calendar of a plan's year.

Which day is meant where the words leave it open: always the last one. 6月底前 is 30 June, 上半年 30 June,
一季度 31 March, 2月 the last of February, 上旬 the 10th, 中旬 the 20th. Two words need a choice:

- 前 behind a bare year, quarter or month (6月前, 2028年前) means before it begins, the earlier and so the
  safer reading, unless that lies before the plan's year: 2020年之前 in a plan of 2020 is 31 December 2020.
- N年内 counts the plan's year as the first (3年内 in 2026: end of 2028). N个月内 and N日内 run from an
  event that the calendar does not know, so they have no day.

A recurring duty falls on the last day of each period (each quarter's, each month's), weekly ones on Friday,
unless the words give a day (每月25日前).
"""

from __future__ import annotations

import calendar
import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from planner.plan import Recurrence

_N = "[0-9零〇○一二三四五六七八九十两]"
_DIGITS = {"零": 0, "〇": 0, "○": 0, "两": 2} | {digit: n for n, digit in enumerate("一二三四五六七八九", 1)}
_TIDY = str.maketrans("０１２３４５６７８９．－–—~～", "0123456789.-----", " \t\r\n\u3000\u00a0")


def number_of(digits: str) -> int | None:
    """A whole number in Arabic or Chinese digits (12, 十二, 二〇二七, 两); None where it is none."""
    if digits.isascii():
        return int(digits) if digits.isdigit() else None
    if not all(digit == "十" or digit in _DIGITS for digit in digits) or digits.count("十") > 1:
        return None
    if "十" not in digits:
        return int("".join(str(_DIGITS[digit]) for digit in digits))
    tens, _, ones = digits.partition("十")
    if len(tens) > 1 or len(ones) > 1:
        return None
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)


def due_day(words: str, year: int) -> date | None:
    """The last day that a deadline's words mean, read in the plan's year; of several days the last.

    None where they name an event (汛期前), run from one (一个月内), recur (每月25日前), or name a day that no
    calendar holds (9月31日). The day lies outside the plan's year where the words say so (2027年6月底).
    """
    text = words.translate(_TIDY)
    within = _WITHIN_YEARS.search(text)
    if within:
        years = number_of(within.group(1))
        return None if years is None else _day(year + years - 1, 12, 31)
    if _RUNS_FROM_EVENT.search(text):
        return None
    moments = list(_moments(text, year))
    if not moments or None in moments:
        return None
    last = moments[-1]
    assert last is not None
    day_before = last.first - timedelta(days=1) if last.before and last.first > date.min else None
    return day_before if day_before and day_before >= date(year, 1, 1) else last.last


def is_impossible(words: str, year: int) -> bool:
    """True where the words name a day that no calendar holds: 9月31日, 13月, 2月29日 in a common year."""
    return any(moment is None for moment in _moments(words.translate(_TIDY), year))


# 3年内; not 近3年内, which is the past.
_WITHIN_YEARS = re.compile(rf"(?<![近0-9一二三四五六七八九十])({_N}{{1,2}})年(?:以|之)?内")
_RUNS_FROM_EVENT = re.compile(rf"每|逐[年月季]|{_N}+(?:个月|个?工作日|周|天|日|小时)(?:以|之)?内")

_MONTH = (
    rf"(?P<month>{_N}{{1,3}})月份?(?:(?:{_N}{{1,3}}[日号]?[-至到、])?(?P<day>{_N}{{1,3}})[日号]"
    r"|(?P<part>[上中下]旬|初|中|底|末)|)"
)
_QUARTER = r"第?(?P<quarter>[一二三四1-4])季度?(?P<quarter_end>[末底]?)"
_HALF = r"(?P<half>[上下])半年[末底]?"
_YEAR = (
    r"(?:(?P<year>[12]\d{3}|[一二][零〇○一二三四五六七八九]{3}|\d\d(?=年\d{1,2}月))年?度?"
    r"|(?P<relative>[今本当全明次翌去上下]年)度?)"
)
_MOMENT = re.compile(
    rf"(?:(?P<iso_year>[12]\d{{3}})[-./](?P<iso_month>\d{{1,2}})(?:[-./](?P<iso_day>\d{{1,2}}))?(?!\d)"
    rf"|(?={_N}{{1,3}}月|第?[一二三四1-4]季|[上下]半年|年度?[初中底末终内]|[12]\d{{3}}年|[一二][零〇○一二三四五六七八九]{{3}}年|\d\d年\d{{1,2}}月|[今本当全明次翌去上下]年)"
    rf"{_YEAR}?(?:{_MONTH}|{_QUARTER}|{_HALF}|年?度?(?P<year_part>[初中底末终内]))?)"
    r"(?P<before>(?:之|以)?前)?"
)
_RELATIVE = {"明": 1, "次": 1, "翌": 1, "下": 1, "去": -1, "上": -1}
_LAST_OF_PART = {"初": 10, "上旬": 10, "中": 15, "中旬": 20}


@dataclass(frozen=True, slots=True)
class _Moment:
    """A stretch of days; `before` where the words mean what comes before it (6月前)."""

    first: date
    last: date
    before: bool


def _moments(text: str, year: int) -> Iterator[_Moment | None]:
    """The calendar moments that a text names, in order; None for one that does not exist."""
    current = year
    for match in _MOMENT.finditer(text):
        if match.group("iso_year"):
            day = int(match.group("iso_day")) if match.group("iso_day") else None
            yield _in_month(
                int(match.group("iso_year")), int(match.group("iso_month")), day, "", before=False
            )
            continue
        current = _year_of(match, year, current)
        yield _moment(match, current)


def _year_of(match: re.Match[str], year: int, current: int) -> int:
    """A moment without a year has that of the one before it: 2026年11月-12月."""
    if match.group("relative"):
        return year + _RELATIVE.get(match.group("relative")[0], 0)
    named = number_of(match.group("year")) if match.group("year") else None
    if named is None:
        return current
    return 2000 + named if named < 100 else named


def _moment(match: re.Match[str], year: int) -> _Moment | None:
    before = match.group("before") is not None
    if match.group("month"):
        month, day = number_of(match.group("month")), match.group("day")
        return _in_month(
            year, month or 0, number_of(day) or 0 if day else None, match.group("part") or "", before
        )
    if match.group("quarter"):
        quarter = number_of(match.group("quarter")) or 0
        return _months(year, 3 * quarter - 2, 3 * quarter, before and not match.group("quarter_end"))
    if match.group("half"):
        return _months(year, 1, 6, False) if match.group("half") == "上" else _months(year, 7, 12, False)
    part = match.group("year_part")
    if part == "初":
        return _months(year, 1, 1, False)
    if part == "中":
        return _months(year, 1, 6, False)
    return _months(year, 1, 12, before and not part)


def _in_month(year: int, month: int, day: int | None, part: str, before: bool) -> _Moment | None:
    if day is not None:
        exact = _day(year, month, day)
        return _Moment(exact, exact, False) if exact else None
    whole = _months(year, month, month, before and not part)
    if whole is None or part not in _LAST_OF_PART:
        return whole
    return _Moment(whole.first, whole.first.replace(day=_LAST_OF_PART[part]), False)


def _months(year: int, first: int, last: int, before: bool) -> _Moment | None:
    if not (1 <= first <= last <= 12 and date.min.year <= year <= date.max.year):
        return None
    return _Moment(date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]), before)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


# Recurring duties.

_UNIT = r"(?P<{0}>半年|年度?|季度?|半个?月|月度?|旬|周|星期|天|日)"
_EVERY = re.compile(
    rf"(?:每隔?|按|逐|分)(?P<every>{_N}{{1,2}})?个?{_UNIT.format('unit')}"
    rf"|(?P<one>[一全两二三四]|\d)?个?{_UNIT.format('counted')}度?内?[^，。；]{{0,8}}?(?:{_N}{{1,2}}次|一[\u4e00-\u9fff]{{1,2}}$)"
    r"|^(?P<double>双)?(?P<named>日|周|旬|月度?|季度?|半年|年度)(?![一二三四五六七八九十常])[\u4e00-\u9fff]*$"
)
_TIMES = re.compile(rf"({_N}{{1,2}})(?:[-至到]{_N}{{1,2}})?次")
_EACH_HALF = re.compile(r"上(?:半年)?[、和]下半年")
_MONTHS_OF = {"年": 12, "半年": 6, "季": 3, "月": 1}
_WEEKDAYS = dict(zip("一二三四五六日天", ("MO", "TU", "WE", "TH", "FR", "SA", "SU", "SU"), strict=True))
# 每周五, but neither 每周二次 nor 每周一调度.
_WEEKDAY = re.compile(r"(?:周|星期)([二三四五六日天](?!次)|一(?=上午|下午|前|[^\u4e00-\u9fff]|$))")
_DAY_OF_MONTH = re.compile(rf"月度?的?(?P<day>{_N}{{1,3}})[日号]|月度?(?P<part>[上中下]旬|初|中)")
_DAYS_OF_MONTH = re.compile(
    rf"月度?的?({_N}{{1,3}}[日号]?(?:[、和及]{_N}{{1,3}}[日号]?)*[、和及]{_N}{{1,3}}[日号])"
)
_DAY_OF_QUARTER = re.compile(
    rf"季度?的?(?P<which>首个?月|第?[一二三]个?月|末月)的?(?:(?P<day>{_N}{{1,3}})[日号]|(?P<part>[上中下]旬|初|中)|)"
)
_WHICH_MONTH = {"首": 1, "一": 1, "二": 2, "三": 3, "末": 3}


def recurrence_rule(words: str) -> str:
    """The RFC 5545 recurrence of a duty's words, without start or end; empty for 定期, 适时, 常态化.

    每季度 gives FREQ=MONTHLY;INTERVAL=3, 一年两次 FREQ=MONTHLY;INTERVAL=6, 每月25日前
    FREQ=MONTHLY;BYMONTHDAY=25. A count that does not divide its period falls on some of its months: 每季度2次
    on the second and third, 每年5次 on March, May, August, October and December.
    """
    text = words.translate(_TIDY)
    if _EACH_HALF.search(text):
        return _every_months(6)
    found = _EVERY.search(text)
    if found is None:
        return ""
    unit = (found.group("unit") or found.group("counted") or found.group("named")).removesuffix("度")
    times = _TIMES.search(text, found.start())
    count = max(1, number_of(times.group(1)) or 1) if times else 1
    length = number_of(found.group("every") or "") if found.group("every") else None
    if length is None:
        length = 2 if found.group("double") or found.group("one") in ("两", "二", "2") else 1
        length = {"三": 3, "四": 4, "3": 3, "4": 4}.get(found.group("one") or "", length)
    if unit in _MONTHS_OF:
        on_a_day = _on_a_day(unit, text[found.start() :])
        return on_a_day or _times_in_months(count, _MONTHS_OF[unit] * max(1, length))
    return _times_in_days(unit, count, max(1, length), text)


def _every_months(months: int) -> str:
    return "FREQ=MONTHLY" if months == 1 else f"FREQ=MONTHLY;INTERVAL={months}"


def _times_in_months(count: int, months: int) -> str:
    """`count` times in `months` months, evenly."""
    if count <= months and months % count and 12 % months == 0:
        within = [-(-months * turn // count) for turn in range(1, count + 1)]
        chosen = ",".join(str(start + month) for start in range(0, 12, months) for month in within)
        return f"FREQ=YEARLY;BYMONTH={chosen};BYMONTHDAY=-1"
    if count <= months:
        apart = months // count
        if apart % 12 == 0:
            return "FREQ=YEARLY" if apart == 12 else f"FREQ=YEARLY;INTERVAL={apart // 12}"
        return _every_months(apart)
    if count <= 2 * months:
        return "FREQ=MONTHLY;BYMONTHDAY=15,-1"
    return "FREQ=WEEKLY" if count <= 4 * months else "FREQ=DAILY"


def _times_in_days(unit: str, count: int, length: int, text: str) -> str:
    if unit in ("半月", "半个月"):
        return "FREQ=MONTHLY;BYMONTHDAY=15,-1"
    if unit == "旬":
        return "FREQ=MONTHLY;BYMONTHDAY=10,20,-1"
    rule = "FREQ=DAILY" if unit in ("日", "天") else "FREQ=WEEKLY"
    if length > 1:
        rule += f";INTERVAL={length}"
    weekday = _WEEKDAY.search(text)
    if weekday and unit in ("周", "星期"):
        return f"{rule};BYDAY={_WEEKDAYS[weekday.group(1)]}"
    if unit in ("周", "星期") and count > 1:
        return f"{rule};BYDAY={'WE,FR' if count == 2 else 'MO,WE,FR' if count == 3 else 'MO,TU,WE,TH,FR'}"
    return rule


def _on_a_day(unit: str, text: str) -> str:
    """The rule where the words fix a day: 每月25日前, 每季度首月10日前, 每年6月、12月底前."""
    if unit == "月" and (found := _DAYS_OF_MONTH.search(text)):
        days = [number_of(words) or 0 for words in re.findall(f"{_N}+", found[1])]
        kept = dict.fromkeys(str(day) if 1 <= day <= 28 else "-1" for day in sorted(days))
        return f"FREQ=MONTHLY;BYMONTHDAY={','.join(kept)}"
    if unit == "月" and (found := _DAY_OF_MONTH.search(text)):
        return f"FREQ=MONTHLY;{_month_day(found)}"
    if unit == "季" and (found := _DAY_OF_QUARTER.search(text)):
        which = next(_WHICH_MONTH[mark] for mark in found.group("which") if mark in _WHICH_MONTH)
        months = ",".join(str(start + which) for start in (0, 3, 6, 9))
        return f"FREQ=YEARLY;BYMONTH={months};{_month_day(found)}"
    if unit == "年":
        # A common year: 29 February would otherwise be a day of the rule in one year of four only.
        moments = [moment for moment in _moments(text, 2001) if moment]
        named = [moment for moment in moments if (moment.first.month, moment.last.month) != (1, 12)]
        if named:
            months = ",".join(str(month) for month in sorted({moment.last.month for moment in named}))
            whole = all((moment.last + timedelta(days=1)).day == 1 for moment in named)
            day = -1 if whole else min(moment.last.day for moment in named)
            return f"FREQ=YEARLY;BYMONTH={months};{_by_month_day(day)}"
    return ""


def _month_day(found: re.Match[str]) -> str:
    if found.group("day"):
        return _by_month_day(number_of(found.group("day")) or 0)
    return _by_month_day(_LAST_OF_PART.get(found.group("part") or "", -1))


def _by_month_day(day: int) -> str:
    """A day of the month; the 29th to 31st mean the last day where a month is shorter."""
    if 29 <= day <= 31:
        days = ",".join(str(each) for each in range(28, day + 1))
        return f"BYMONTHDAY={days};BYSETPOS=-1"
    return f"BYMONTHDAY={day if 1 <= day <= 28 else -1}"


# Their days in a year.

_RULE_KEYS = {"FREQ", "INTERVAL", "BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS", "WKST"}


def occurrences(recurrence: Recurrence, year: int) -> tuple[date, ...]:
    """The days of a recurring duty in one year, in order and each once.

    `recurrence.dates` wins where it is not empty. Else the rule's days: without a day of its own a rule
    falls on the last day of each period counted from January (quarterly: 31 March, 30 June, 30 September,
    31 December; yearly: 31 December), on Friday if weekly. Empty where the rule is empty, broken or of less
    than a day.
    """
    if recurrence.dates:
        return tuple(sorted({day for day in recurrence.dates if day.year == year}))
    return _days_of_rule(recurrence.rule, year) if recurrence.rule else ()


@functools.lru_cache(maxsize=1024)
def _days_of_rule(rule: str, year: int) -> tuple[date, ...]:
    parts = _parts_of(rule)
    if parts is None or not date.min.year < year < date.max.year:
        return ()
    interval = int(parts.get("INTERVAL", "1"))
    start = date(year, 1, 1)
    if parts["FREQ"] == "MONTHLY":
        start = date(year, min(interval, 12), 1)
    elif parts["FREQ"] in ("WEEKLY", "DAILY"):
        start += timedelta(days=min(interval - 1, 366) * (7 if parts["FREQ"] == "WEEKLY" else 1))
    from dateutil.rrule import rrulestr  # late: only plans with recurring duties need it

    whole = ";".join(f"{key}={value}" for key, value in parts.items())
    try:
        found = rrulestr(whole, dtstart=datetime(start.year, start.month, start.day))
        days = found.between(datetime(year, 1, 1), datetime(year, 12, 31), inc=True)
    except (ValueError, OverflowError):
        return ()
    return tuple(sorted({day.date() for day in days}))


def _parts_of(rule: str) -> dict[str, str] | None:
    """The rule's parts with the day of its period filled in; None where it cannot be followed."""
    parts: dict[str, str] = {}
    for part in rule.upper().removeprefix("RRULE:").split(";"):
        key, mark, value = part.strip().partition("=")
        if not mark or key not in _RULE_KEYS or key in parts:
            return None
        parts[key] = value
    if parts.get("FREQ") not in ("YEARLY", "MONTHLY", "WEEKLY", "DAILY"):
        return None
    if not re.fullmatch(r"[1-9]\d{0,3}", parts.get("INTERVAL", "1")) or not _can_happen(parts):
        return None
    if parts["FREQ"] == "WEEKLY" and "BYDAY" not in parts:
        parts["BYDAY"] = "FR"
    if parts["FREQ"] in ("YEARLY", "MONTHLY") and not parts.keys() & {"BYDAY", "BYMONTHDAY"}:
        parts["BYMONTHDAY"] = "-1"
        if parts["FREQ"] == "YEARLY":
            parts.setdefault("BYMONTH", "12")
    return parts


def _can_happen(parts: dict[str, str]) -> bool:
    """False for a day that never comes (30 February): dateutil would look for it until the year 9999."""
    try:
        months = [int(month) for month in parts.get("BYMONTH", "1").split(",")]
        days = [int(day) for day in parts.get("BYMONTHDAY", "1").split(",")]
        places = [int(place) for place in parts.get("BYSETPOS", "1").split(",")]
    except ValueError:
        return False
    if not all(1 <= month <= 12 for month in months) or not all(1 <= abs(place) <= 4 for place in places):
        return False
    longest = max(calendar.monthrange(2024, month)[1] for month in months)
    return all(1 <= abs(day) <= 31 for day in days) and min(abs(day) for day in days) <= longest
