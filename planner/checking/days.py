"""Days and years that do not fit the plan's year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from planner.checking.places import measure_place
from planner.drafting.changes import Change, inside_title_marks, without_overlaps
from planner.drafting.years import first_year_of, year_changes
from planner.findings import Finding, Severity, Where
from planner.plan import Plan
from planner.timing import is_impossible, occurrences

_LEFT_ALONE = ("rollover.since_year", "rollover.five_year_stage", "rollover.five_year_drawn_up")
"""2020年以来 names a year that is over and means this one; the stage of a five-year plan is no left-over."""
_COMPARED = re.compile(r"(?:比|较|于|与|和|自|从|以|据|对照|同比)\s*$")
_BASE = re.compile(r"年?度?\s*(?:同期|基础|水平|相比|以来|印发|发布|公布|修订|修正|版|为基)")


_DAY = re.compile(r"(?:(?<!\d)\d{4}年)?(?<!\d)\d{1,2}月\d{1,2}[日号]")


def find_wrong_days(plan: Plan) -> Iterator[Finding]:
    """Days that no calendar holds (9月31日), that lie before the plan's year, or after it.

    Deadlines, the fixed days of recurring duties, and impossible days that only the text names.
    """
    for task in plan.tasks:
        for measure in task.measures:
            where = measure_place(task, measure, "dues")
            for due in measure.dues:
                if is_impossible(due.text, plan.year):
                    yield _impossible(due.text, plan.year, where)
                elif due.day is not None:
                    yield from _outside(due.text, due.day, plan.year, where)
            for words in dict.fromkeys(_DAY.findall(measure.text)):
                if is_impossible(words, plan.year) and all(words not in due.text for due in measure.dues):
                    yield _impossible(words, plan.year, measure_place(task, measure, "text"))
            where = measure_place(task, measure, "recurrences")
            for recurrence in measure.recurrences:
                if occurrences(recurrence, plan.year):
                    for day in recurrence.dates:
                        yield from _outside(f"{recurrence.text} {day}", day, plan.year, where)


def _impossible(words: str, year: int, where: Where) -> Finding:
    return Finding("check.impossible_day", Severity.ERROR, where, {"due": words, "year": year})


def _outside(words: str, day: date, year: int, where: Where) -> Iterator[Finding]:
    if day.year < year:
        yield Finding("check.day_before_year", Severity.ERROR, where, {"due": words, "year": year})
    elif day.year > year:
        yield Finding("check.day_after_year", Severity.WARNING, where, {"due": words, "year": year})


def find_idle_recurrences(plan: Plan) -> Iterator[Finding]:
    """Recurring duties that give no day in the plan's year (定期, or fixed days of another year)."""
    for task in plan.tasks:
        for measure in task.measures:
            for recurrence in measure.recurrences:
                if not occurrences(recurrence, plan.year):
                    where = measure_place(task, measure, "recurrences")
                    yield Finding("check.no_occurrence", Severity.WARNING, where, {"words": recurrence.text})


def find_past_years(plan: Plan) -> Iterator[Finding]:
    """Years before the plan's and five-year plans that have ended, still named in titles and texts."""
    for where, words in _prose(plan):
        heading = where.path[-1] == "title"
        for change in without_overlaps(year_changes(words, plan.year - 1, plan.year, heading=heading)):
            if not _belongs(words, change):
                yield _past(words, change, plan.year, where)


_ORDINALS = "一二三四五六七八九"
"""十一五 is the eleventh five-year plan, 十九五 the nineteenth."""


def _belongs(words: str, change: Change) -> bool:
    """True for a year that is rightly past: in a document's title, or the base of a comparison (比2025年)."""
    if inside_title_marks(words, change.start):
        return True
    if change.kind != "five_year" and change.reason in _LEFT_ALONE:
        return True
    before, after = words[max(0, change.start - 4) : change.start], words[change.end : change.end + 6]
    return bool(_COMPARED.search(before) or _BASE.match(after))


def _past(words: str, change: Change, year: int, where: Where) -> Finding:
    named = words[change.start : change.end]
    if change.kind == "five_year":
        last = first_year_of(_ORDINALS.index(named[1]) + 11) + 4
        return Finding("check.ended_five_year_plan", Severity.WARNING, where, {"words": named, "end": last})
    end = change.end + (words[change.end : change.end + 1] == "年")
    arguments: dict[str, str | int] = {"words": words[change.start : end], "year": year}
    return Finding("check.past_year", Severity.WARNING, where, arguments)


def _prose(plan: Plan) -> Iterator[tuple[Where, str]]:
    yield Where(path=("title",)), plan.title
    yield Where(path=("preamble",)), plan.preamble
    for section in plan.sections:
        yield Where(path=("sections", section.id)), section.title + "\n" + section.text
    for task in plan.tasks:
        yield Where(path=("tasks", task.id, "title")), task.title
        for measure in task.measures:
            yield measure_place(task, measure, "text"), measure.title + "\n" + measure.text
