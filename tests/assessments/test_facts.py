"""Which of several sheets counts, and which events."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal as D

import pytest

from assessments.facts import Facts, gather
from assessments.scheme import Assessor, Period, Scheme, Settings, Unit
from assessments.sheet import Entry, Event, Sheet, SheetKind
from assessments.windows import window
from tests.assessments.short import events, item, scheme, units

COUNTY = scheme(item("a", "60"), item("b", "40"), units=units("u", "v"))


def word(id: str, kind: SheetKind, score: str | None, day: date | None = None, **more: object) -> Sheet:
    """A body's word on item "a" of unit "u"."""
    own = {"u": {"a": Entry(score=None if score is None else D(score))}}
    held = Sheet(id, "s", kind, id, day=day, entries=own)
    return replace(held, **more)  # type: ignore[arg-type]


def counted(facts: Facts) -> D | None:
    entry = facts.row("", "u").entries.get("a")
    return None if entry is None else entry.score


def told(facts: Facts) -> list[str]:
    return [finding.code for finding in facts.findings]


def test_meeting_over_department_and_the_units_own_word_only_shown() -> None:
    sheets = [word("own", "self", "60"), word("dep", "verified", "50"), word("met", "meeting", "55")]
    for order in (sheets, sheets[::-1]):
        facts = gather(COUNTY, order)
        assert counted(facts) == 55
        assert [given.by for given in facts.row("", "u").given("a")] == ["met", "dep", "own"]
        assert facts.findings == ()
    assert counted(gather(COUNTY, sheets[:1])) is None


def test_two_departments_that_disagree_are_told_and_the_later_counts() -> None:
    early, late = (
        word("x", "verified", "50", date(2026, 12, 1)),
        word("w", "verified", "40", date(2026, 12, 9)),
    )
    facts = gather(COUNTY, [early, late])
    assert counted(facts) == 40
    assert [(each.code, each.where.path) for each in facts.findings] == [
        ("sheet.disagree", ("entries", "u", "a"))
    ]
    assert told(gather(COUNTY, [early, word("w", "verified", "50")])) == []


def test_an_empty_cell_takes_nothing_away() -> None:
    assert counted(gather(COUNTY, [word("dep", "verified", "50"), word("met", "meeting", None)])) == 50


def test_what_speaks_of_nothing_known_is_told() -> None:
    strange = Sheet("z", "s", "verified", "z", entries={"nobody": {}, "u": {"nothing": Entry()}})
    assert told(gather(COUNTY, [strange])) == ["sheet.stray_unit", "sheet.stray_indicator"]
    assert told(gather(COUNTY, [replace(strange, scheme="other")])) == ["sheet.other_scheme"]
    assert told(gather(COUNTY, [word("q", "verified", "1", period="q9")])) == ["sheet.unknown_period"]


def test_ratings_are_kept_apart_each_assessors_last() -> None:
    held = replace(COUNTY, assessors=(Assessor("r1", "甲", "superiors", D(2)), Assessor("r2", "乙")))
    sheets = [
        word("s1", "rating", "80", date(2026, 1, 1), by="r1"),
        word("s2", "rating", "85", date(2026, 1, 2), by="r1"),
        word("s3", "rating", "70", by="r2"),
        word("s4", "rating", "10", by="stranger"),
    ]
    facts = gather(held, sheets)
    ratings = facts.row("", "u").ratings["a"]
    assert [(each.by, each.score, each.body, each.weight) for each in ratings] == [
        ("r1", 85, "superiors", 2),
        ("r2", 70, "", 1),
    ]
    assert counted(facts) is None
    assert told(facts) == ["sheet.unknown_assessor"]


@pytest.mark.parametrize(
    ("day", "inside"),
    [("2025-11-30", False), ("2025-12-01", True), ("2026-11-30", True), ("2026-12-01", False)],
)
def test_the_window_of_events_may_lie_across_the_years_end(day: str, inside: bool) -> None:
    window_ = Settings(from_day=date(2025, 12, 1), to_day=date(2026, 11, 30))
    held = replace(COUNTY, settings=window_)
    facts = gather(held, [_ledger(*events("accident", 1, day=date.fromisoformat(day)))])
    assert bool(facts.events["u"].counted.get("")) is inside
    assert told(facts) == ([] if inside else ["sheet.event_outside"])
    assert len(facts.events["u"].all) == 1


def _ledger(*told_: Event, id: str = "ledger", period: str = "", kind: SheetKind = "verified") -> Sheet:
    return Sheet(id, "s", kind, "安委办", period, events=told_)


def _quarters() -> Scheme:
    rounds = (
        Period("q1", "一季度", from_day=date(2026, 1, 1), to_day=date(2026, 3, 31)),
        Period("q2", "二季度", from_day=date(2026, 4, 1), to_day=date(2026, 6, 30)),
        Period("end", "年终"),
    )
    return replace(COUNTY, periods=rounds)


def test_a_rounds_events_are_those_of_its_days() -> None:
    held = _quarters()
    assert window(held, "q2") == (date(2026, 4, 1), date(2026, 6, 30))
    assert window(held, "end") == (date(2026, 1, 1), date(2026, 12, 31))
    facts = gather(held, [_ledger(*events("accident", 1))])
    assert set(facts.events["u"].counted) == {"", "q2"}
    own = gather(held, [_ledger(*events("accident", 1), period="end")])
    assert set(own.events["u"].counted) == {"", "end"}


def test_an_undated_event_counts_where_it_was_entered() -> None:
    facts = gather(_quarters(), [_ledger(*events("accident", 1, day=None), period="q1")])
    assert set(facts.events["u"].counted) == {"", "q1"}


def test_events_outside_the_units_days_do_not_count() -> None:
    merged = Unit("u", "合并前的局", "c", to_day=date(2026, 4, 30))
    facts = gather(replace(COUNTY, units=(merged,)), [_ledger(*events("accident", 1))])
    assert facts.events["u"].counted == {}
    assert told(facts) == ["sheet.event_outside"]


def test_one_event_in_two_sheets_counts_once_by_the_weightier() -> None:
    (event,) = events("accident", 1)
    sheets = [_ledger(replace(event, deaths=1)), _ledger(replace(event, deaths=2), id="met", kind="meeting")]
    facts = gather(COUNTY, sheets)
    assert [each.deaths for each in facts.events["u"].all] == [2]
    assert told(facts) == ["sheet.event_disagrees"]


def test_the_units_own_events_count_nowhere() -> None:
    assert gather(COUNTY, [_ledger(*events("honour", 2), kind="self")]).events["u"].all == ()
