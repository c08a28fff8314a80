"""Years, spans of years, dates and five-year plans in a text, rolled from one year to another.

What is rolled without asking a person is only the plan's own year (2026年 in a plan of 2026). The year
before it moves along as a proposal for a person; a year further back is history, a year that has come
already or lies ahead stays. Document numbers (〔2024〕3号), versions of laws (2021年修正) and years inside
the title of a document 《…》 are never rolled silently.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from planner.drafting.changes import Change, clause_around, inside_title_marks, kept_as_is

_HALF_WIDTH = {ord("０") + digit: str(digit) for digit in range(10)}
_SPAN = re.compile(r"(?<!\d)((?:19|20)\d\d)(年?\s*(?:[-–—－~～]+|至|到)\s*)((?:19|20)\d\d)(?!\d)")
_DATE = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(年\s*)(\d{1,2})(\s*月份?)(?:(\s*)(\d{1,2})(\s*[日号]))?"
    r"|(?<!\d)((?:19|20)\d\d)([-./])(\d{1,2})\9(\d{1,2})(?!\d)"
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=\s*年)")
_BARE_YEAR = re.compile(
    r"(?<![\d.〔\[(（第])((?:19|20)\d\d)(?=[\u4e00-\u9fff])(?!\s*[年万亿千百余多个家人元户处名亩公米吨次辆台套件起座号份])"
)
_CHINESE_YEAR = re.compile(r"二[〇○零Oo0][〇○零一二三四五六七八九]{2}(?=年)")
_CHINESE_DIGITS = "〇一二三四五六七八九"

_DOCUMENT_NUMBER = re.compile(r"[〔\[【(（﹝][12]\d{3}[〕\]】)）﹞]\s*(?:的|第)?\s*\d+\s*号?")
_VERSION = re.compile(
    r"[（(][^（）()]{0,6}(?:19|20)\d\d年?[^（）()]{0,6}(?:修正|修订|版|本|试行|施行)[^（）()]{0,4}[）)]"
)
_DEADLINE = re.compile(r"\s*(?:[上中下]旬|底|末|初|中)?\s*(?:(?:之|以)?前|底|末|为止|止|(?:以|之)?内)")
_EVENT = re.compile(
    r"事故|火灾|爆炸|坍塌|会议|大会|讲话|指示|批示|印发|发布|公布|颁布|施行|生效|通过|下发|出台|召开|发生|调研|视察|考察"
)
_SINCE = re.compile(r"年?度?(?:\s*\d{1,2}月)?(?:\d{1,2}日)?\s*(?:以来|至今|以后|起(?![草步到点底]))")
_SET_IN_FORCE = re.compile(
    r"年?度?(?:\s*\d{1,2}月)?(?:\d{1,2}日)?\s*(?:起施行|起实施|修正|修正版|版|施行|公布|颁布)"
)
_RECENT = re.compile(r"[近过]去?[两三四五六七八九十\d]+年[^。；，]{0,4}[（(]?$")

_FIVE = re.compile(r"十([一二三四五六七八九])五(?!个|年|条|项|位|分|天|日|名|家|人|次|起|种|类|是)")
_CHINESE_NUMBER = {letter: 10 + place for place, letter in enumerate("一二三四五六七八九", 1)}
_STAGE = re.compile(
    r"开局|起步|收官|中期|关键之年|承上启下|决胜|谋篇|最后一年|第[一二三四五]年|圆满完成|实现良好开局"
)
_DRAWING_UP = re.compile(r"编制|起草|谋划|前期研究|基本思路")


def year_changes(text: str, from_year: int, to_year: int, *, heading: bool = False) -> Iterator[Change]:
    """The changes of years, dates and five-year plans in a text written for `from_year`.

    In a heading a year may stand without 年 (2025安全生产工作要点). Changes may overlap; those that come
    first are to win.
    """
    yield from five_year_changes(text, from_year, to_year)
    written, text = text, text.translate(_HALF_WIDTH)
    guarded = [found.span() for pattern in (_DOCUMENT_NUMBER, _VERSION) for found in pattern.finditer(text)]
    for change in _all_changes(text, from_year, to_year, heading):
        if any(start <= change.start < end for start, end in guarded):
            continue
        change = _asked_in_a_series(text, change, from_year)
        unchanged = change.new == text[change.start : change.end]
        yield replace(change, new=written[change.start : change.end]) if unchanged else change


def _all_changes(text: str, from_year: int, to_year: int, heading: bool) -> Iterator[Change]:
    """Spans first, then dates, then years; a span or date that stays keeps its years with it."""
    claimed: list[tuple[int, int]] = []
    for found in _SPAN.finditer(text):
        claimed.append(found.span())
        yield from _span_change(text, found, from_year, to_year)
    for found in _DATE.finditer(text):
        claimed.append(found.span())
        yield from _date_change(text, found, from_year, to_year)
    patterns = (_YEAR, _BARE_YEAR) if heading else (_YEAR,)
    for pattern in patterns:
        for found in pattern.finditer(text):
            if not any(start <= found.start() < end for start, end in claimed):
                yield from _year_change(text, found, int(found[1]), from_year, to_year)
    for found in _CHINESE_YEAR.finditer(text):
        yield from _year_change(text, found, _from_chinese(found[0]), from_year, to_year)


def _asked_in_a_series(text: str, change: Change, from_year: int) -> Change:
    """2026年开工，2028年建成: a year that stands in one sentence with a later one is not rolled alone."""
    if change.reason not in ("rollover.own_year", "rollover.own_date"):
        return change
    before, after = clause_around(text, change.start, change.end, "。\n")
    if any(int(found[1]) > from_year for found in _YEAR.finditer(f"{before}，{after}")):
        return replace(change, person=True, reason="rollover.series_of_years")
    return change


def _year_change(
    text: str, found: re.Match[str], year: int, from_year: int, to_year: int
) -> Iterator[Change]:
    if year >= to_year:
        return
    start, end = found.span()
    _, after = clause_around(text, start, end, "。；，,;\n")
    rolled = _written_like(found[0], year + to_year - from_year)
    arguments = {"year": year, "to_year": to_year}
    if _SET_IN_FORCE.match(after) and not _DEADLINE.match(after, 1):
        return
    if inside_title_marks(text, start):
        guess = rolled if year == from_year else found[0]
        yield Change(start, end, guess, "stale", "rollover.named_document", True, arguments)
    elif _SINCE.match(after):
        yield kept_as_is(found, "rollover.since_year", **arguments)
    elif year == from_year:
        yield Change(start, end, rolled, "year", "rollover.own_year", False, arguments)
    elif year == from_year - 1:
        yield Change(start, end, rolled, "year", "rollover.year_before", True, arguments)
    elif year > from_year:
        yield kept_as_is(found, "rollover.milestone_passed", **arguments)
    else:
        yield kept_as_is(found, "rollover.past_year", **arguments)


def _date_change(text: str, found: re.Match[str], from_year: int, to_year: int) -> Iterator[Change]:
    dotted = found[8] is not None
    year = int(found[8] if dotted else found[1])
    if year >= to_year:
        return
    before, after = clause_around(text, found.start(), found.end(), "。；，,;\n")
    arguments = {"year": year, "to_year": to_year}
    has_day = dotted or found[6] is not None
    due = _DEADLINE.match(after) is not None
    if _SINCE.match(after) or _SET_IN_FORCE.match(after):
        if year >= from_year:
            yield kept_as_is(found, "rollover.since_year", **arguments)
    elif inside_title_marks(text, found.start()) or year < from_year:
        yield kept_as_is(found, "rollover.past_date", **arguments)
    elif year > from_year:
        yield kept_as_is(found, "rollover.milestone_passed", **arguments)
    elif has_day and not due and _EVENT.search(before + after):
        yield kept_as_is(found, "rollover.past_event", **arguments)
    else:
        asks = has_day and not due
        reason = "rollover.fixed_day" if asks else "rollover.own_date"
        new = _rolled_date(found, to_year)
        yield Change(found.start(), found.end(), new, "date", reason, asks, arguments)


def _rolled_date(found: re.Match[str], to_year: int) -> str:
    """The date's words with the other year, 29 February as the 28th where it must be; 9月31日 stays one."""
    if found[8] is not None:
        day = _moved(int(found[8]), int(found[10]), int(found[11]), to_year)
        return f"{to_year}{found[9]}{found[10]}{found[9]}{_like(found[11], day)}"
    rolled = f"{to_year}{found[2]}{found[3]}{found[4]}"
    if found[6] is None:
        return rolled
    day = _moved(int(found[1]), int(found[3]), int(found[6]), to_year)
    return f"{rolled}{found[5]}{_like(found[6], day)}{found[7]}"


def _moved(year: int, month: int, day: int, to_year: int) -> int:
    from dateutil.relativedelta import relativedelta

    try:
        return (date(year, month, day) + relativedelta(years=to_year - year)).day
    except ValueError:
        return day


def _like(written: str, number: int) -> str:
    return f"{number:0{len(written)}}" if written.startswith("0") else str(number)


def _span_change(text: str, found: re.Match[str], from_year: int, to_year: int) -> Iterator[Change]:
    first, last = int(found[1]), int(found[3])
    if last >= to_year or first > last:
        return
    start, end = found.span()
    arguments = {"first": first, "last": last, "to_year": to_year}
    shift = to_year - from_year
    moved = f"{first + shift}{found[2]}{last + shift}"
    if inside_title_marks(text, start):
        yield kept_as_is(found, "rollover.period_ended", **arguments)
    elif last in (from_year - 1, from_year) and _RECENT.search(text[:start]):
        yield Change(start, end, moved, "year", "rollover.recent_years", False, arguments)
    elif first == from_year:
        anew = f"{to_year}{found[2]}{to_year + last - first}"
        yield Change(start, end, anew, "stale", "rollover.period_ended", True, arguments)
    elif last >= from_year:
        yield kept_as_is(found, "rollover.period_ended", **arguments)
    else:
        yield kept_as_is(found, "rollover.past_year", year=last, to_year=to_year)


def five_year_changes(text: str, from_year: int, to_year: int) -> Iterator[Change]:
    """The five-year plans named in a text (十四五) that have ended by `to_year`.

    The one of the text's own year becomes that of the new year, except with words of a stage in it (开局之年,
    收官之年, 中期评估) and with its drawing up (编制、谋划), which a person must settle.
    """
    own, coming = five_year_number(from_year), five_year_number(to_year)
    for found in _FIVE.finditer(text):
        number = _CHINESE_NUMBER[found[1]]
        before, after = clause_around(text, found.start(), found.end(), "。；，,;\n")
        near = before[-12:] + after[:16]
        arguments: dict[str, str | int] = {"plan": found[0], "to_year": to_year}
        if number > coming:
            if to_year != from_year and _STAGE.search(near):
                yield kept_as_is(found, "rollover.five_year_stage", **arguments)
            continue
        if number == coming:
            late = to_year > from_year and to_year > first_year_of(number)
            if late and _DRAWING_UP.search(near):
                yield kept_as_is(found, "rollover.five_year_drawn_up", **arguments)
            elif to_year != from_year and _STAGE.search(near):
                yield kept_as_is(found, "rollover.five_year_stage", **arguments)
            continue
        new = f"十{_letter_of(number + coming - own)}五" if own < coming else f"十{_letter_of(coming)}五"
        asks = number != own or _STAGE.search(near) is not None or _DRAWING_UP.search(near) is not None
        reason = "rollover.five_year_stage" if asks else "rollover.five_year"
        if inside_title_marks(text, found.start()):
            asks, reason = True, "rollover.named_document"
            arguments = {"year": from_year, "to_year": to_year}
        yield Change(found.start(), found.end(), new, "five_year", reason, asks, arguments)


def five_year_number(year: int) -> int:
    """The number of the five-year plan a year belongs to: 2021–2025 is the 14th, 2026–2030 the 15th."""
    return 14 + (year - 2021) // 5


def first_year_of(number: int) -> int:
    """The first year of a five-year plan: 2026 for the 15th."""
    return 2021 + (number - 14) * 5


def _letter_of(number: int) -> str:
    return {value: letter for letter, value in _CHINESE_NUMBER.items()}.get(number, "")


def _from_chinese(words: str) -> int:
    plain = words.translate({ord(letter): "〇" for letter in "○零Oo0"})
    return int("".join(str(_CHINESE_DIGITS.index(letter)) for letter in plain))


def _written_like(words: str, year: int) -> str:
    """A year in the digits the words have: 2027, or 二〇二七 with the naught they use."""
    if words.isdigit() and words.isascii():
        return str(year)
    naught = words[1]
    return "".join(_CHINESE_DIGITS[int(digit)] for digit in str(year)).replace("〇", naught)
