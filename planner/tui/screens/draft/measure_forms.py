"""The dialogs for targets, deadlines and recurring duties: typed words, and at once what they mean."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import get_args

from planner.plan import Comparison, Due, Recurrence, Target
from planner.text import say
from planner.tui.dialogs.form import Field
from planner.tui.screens.draft.liveform import LiveForm
from planner.tui.screens.draft.parts import days_words, figure_words

Values = Mapping[str, str]
COMPARISONS: tuple[Comparison, ...] = tuple(each for each in get_args(Comparison) if each)


def target_form(target: Target) -> LiveForm:
    """Words, comparison, number and unit of a target; what the words hold fills the other fields."""
    figure = "" if target.value is None else f"{target.value:f}"
    comparisons = tuple((each, say(f"draft.comparison.{each}")) for each in COMPARISONS)
    fields = [
        Field("text", "draft.target.text", target.text, "draft.target.text.note"),
        Field(
            "comparison",
            "draft.target.comparison",
            target.comparison,
            choices=(("", say("draft.comparison.none")), *comparisons),
        ),
        Field("value", "draft.target.value", figure),
        Field("unit", "draft.target.unit", target.unit),
    ]

    def meaning(values: Values) -> str:
        words = figure_words(target_from(values))
        return say("draft.target.means", words=words) if words else say("draft.target.no_number")

    return LiveForm(
        say("draft.target.heading"), fields, meaning=meaning, follow=_target_follows, check=_target_wrong
    )


def target_from(values: Values) -> Target:
    """The target that a filled form means."""
    return Target(values["text"], _comparison(values["comparison"]), _number(values["value"]), values["unit"])


def _target_follows(values: Values) -> Values:
    from planner.reading.targets import find_targets

    found = find_targets(values["text"])
    if not found:
        return {"comparison": "", "value": "", "unit": ""}
    read = found[0].record
    return {
        "comparison": read.comparison,
        "value": "" if read.value is None else f"{read.value:f}",
        "unit": read.unit,
    }


def _comparison(value: str) -> Comparison:
    return next((each for each in COMPARISONS if each == value), "")


def _number(words: str) -> Decimal | None:
    try:
        number = Decimal(words.replace(",", "").replace("，", ""))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _target_wrong(values: Values) -> str:
    if not values["text"]:
        return say("draft.target.no_words")
    if values["value"] and _number(values["value"]) is None:
        return say("draft.target.bad_number")
    return ""


def due_form(due: Due, year: int) -> LiveForm:
    """The words of a deadline and the day they mean in the plan's year, which may be given by hand."""
    from planner.timing import due_day

    read = due_day(due.text, year)
    own = due.day.isoformat() if due.day is not None and due.day != read else ""
    fields = [
        Field("text", "draft.due.text", due.text, "draft.due.text.note"),
        Field("day", "draft.due.day", own, "draft.due.day.note"),
    ]

    def meaning(values: Values) -> str:
        return _due_meaning(values, year)

    def wrong(values: Values) -> str:
        if not values["text"]:
            return say("draft.due.no_words")
        return say("draft.due.bad_day") if values["day"] and day_in(values["day"], year) is None else ""

    return LiveForm(say("draft.due.heading"), fields, meaning=meaning, check=wrong)


def _due_meaning(values: Values, year: int) -> str:
    from planner.timing import is_impossible

    day = due_from(values, year).day
    if day is not None:
        return say("draft.due.means", day=day.isoformat())
    return say("draft.due.impossible" if is_impossible(values["text"], year) else "draft.due.no_calendar")


def due_from(values: Values, year: int) -> Due:
    """The deadline that a filled form means."""
    from planner.timing import due_day

    words = values["text"]
    return Due(words, day_in(values["day"], year) if values["day"] else due_day(words, year))


_SHORT_DAY = re.compile(r"(?:(\d{4})[-./年])?(\d{1,2})[-./月](\d{1,2})日?")


def day_in(words: str, year: int) -> date | None:
    """A day as typed: 2027-06-30, 6-30, 6月30日; None where it is none."""
    found = _SHORT_DAY.fullmatch(words.strip())
    if found is None:
        return None
    try:
        return date(int(found[1] or year), int(found[2]), int(found[3]))
    except ValueError:
        return None


def days_in(words: str, year: int) -> tuple[date, ...] | None:
    """Several days as typed, divided by blanks or commas; None where one of them is none."""
    days = [day_in(each, year) for each in re.split(r"[\s,，、;；]+", words.strip()) if each]
    if any(day is None for day in days):
        return None
    return tuple(sorted({day for day in days if day is not None}))


def recurrence_form(recurrence: Recurrence, year: int) -> LiveForm:
    """The words of a recurring duty, the days they give, and a line to fix the days by hand."""
    fixed = "  ".join(_short(day, year) for day in recurrence.dates)
    fields = [
        Field("text", "draft.recurrence.text", recurrence.text, "draft.recurrence.text.note"),
        Field("days", "draft.recurrence.days", fixed, "draft.recurrence.days.note"),
    ]

    def meaning(values: Values) -> str:
        from planner.timing import occurrences

        days = occurrences(recurrence_from(values, year, recurrence), year)
        if not days:
            return say("draft.recurrence.none")
        return say("draft.recurrence.means", count=len(days), days=days_words(days))

    def wrong(values: Values) -> str:
        if not values["text"]:
            return say("draft.recurrence.no_words")
        return say("draft.recurrence.bad_days") if days_in(values["days"], year) is None else ""

    return LiveForm(say("draft.recurrence.heading"), fields, meaning=meaning, check=wrong)


def _short(day: date, year: int) -> str:
    return f"{day.month}-{day.day}" if day.year == year else day.isoformat()


def recurrence_from(values: Values, year: int, before: Recurrence) -> Recurrence:
    """The recurring duty that a filled form means. Unchanged words keep the rule they had."""
    from planner.timing import recurrence_rule

    words = values["text"]
    rule = before.rule if words == before.text and before.rule else recurrence_rule(words)
    return Recurrence(words, rule, days_in(values["days"], year) or ())
