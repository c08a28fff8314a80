"""Days and years that do not fit the plan's year."""

from __future__ import annotations

from collections.abc import Iterator

from planner.checking.places import measure_place
from planner.findings import Finding, Severity, Where
from planner.plan import Plan
from planner.timing import is_impossible, occurrences


def find_wrong_days(plan: Plan) -> Iterator[Finding]:
    """Deadlines that no calendar holds (9月31日), that are past before the year begins, or that lie after it."""
    for task in plan.tasks:
        for measure in task.measures:
            where = measure_place(task, measure, "dues")
            for due in measure.dues:
                arguments: dict[str, str | int] = {"due": due.text, "year": plan.year}
                if is_impossible(due.text, plan.year):
                    yield Finding("check.impossible_day", Severity.ERROR, where, arguments)
                elif due.day is not None and due.day.year < plan.year:
                    yield Finding("check.day_before_year", Severity.ERROR, where, arguments)
                elif due.day is not None and due.day.year > plan.year:
                    yield Finding("check.day_after_year", Severity.WARNING, where, arguments)


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
        yield from _past_years_in(words, plan.year, where)


def _prose(plan: Plan) -> Iterator[tuple[Where, str]]:
    yield Where(path=("title",)), plan.title
    yield Where(path=("preamble",)), plan.preamble
    for section in plan.sections:
        yield Where(path=("sections", section.id)), section.title + "\n" + section.text
    for task in plan.tasks:
        yield Where(path=("tasks", task.id, "title")), task.title
        for measure in task.measures:
            yield measure_place(task, measure, "text"), measure.title + "\n" + measure.text
