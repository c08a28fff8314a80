"""The year by its days."""

from __future__ import annotations

from datetime import date

from drafting.samples import sample
from planner.drafting import edits
from planner.drafting.agenda import agenda, by_month, by_quarter, undated
from planner.plan import Due, Recurrence


def test_deadlines_and_occurrences_stand_by_day() -> None:
    entries = agenda(sample())
    assert [(entry.day, entry.kind, entry.number, entry.of) for entry in entries] == [
        (date(2026, 2, 28), "due", 1, 1),
        (date(2026, 3, 31), "occurrence", 1, 4),
        (date(2026, 6, 30), "occurrence", 2, 4),
        (date(2026, 9, 30), "occurrence", 3, 4),
        (date(2026, 12, 31), "occurrence", 4, 4),
    ]
    assert all(entry.task.id == "task01" and entry.measure.id == "meas01" for entry in entries)


def test_days_fixed_by_a_person_win() -> None:
    plan = edits.fix_dates(sample(), "meas01", 0, [date(2026, 4, 2), date(2026, 10, 9)])
    occurrences = [entry for entry in agenda(plan) if entry.kind == "occurrence"]
    assert [entry.day for entry in occurrences] == [date(2026, 4, 2), date(2026, 10, 9)]
    assert all(entry.fixed for entry in occurrences)


def test_what_has_no_day_is_listed_last_and_apart() -> None:
    plan = edits.set_dues(sample(), ["task02"], [Due("汛期前")])
    plan = edits.set_recurrences(plan, ["task04"], [Recurrence("定期开展")])
    entries = agenda(plan)
    assert [entry.words for entry in undated(entries)] == ["汛期前", "定期开展"]
    assert entries[-2:] == undated(entries)


def test_all_months_are_there_and_hold_every_dated_entry() -> None:
    plan = edits.set_dues(sample(), ["task02"], [Due("2027年3月底前", date(2027, 3, 31)), Due("汛期前")])
    entries = agenda(plan)
    months = by_month(entries, 2026)
    assert [(month.year, month.month) for month in months[:12]] == [(2026, month) for month in range(1, 13)]
    assert (months[12].year, months[12].month) == (2027, 3)
    assert [entry for month in months for entry in month.entries] == [
        entry for entry in entries if entry.day is not None
    ]
    assert [month.quarter for month in months[:12]] == [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]


def test_quarters() -> None:
    quarters = by_quarter(agenda(sample()), 2026)
    assert [len(quarter) for quarter in quarters] == [2, 1, 1, 1]
