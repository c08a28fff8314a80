"""Evidence that is missing, changed, used twice or late is named; everything else is left in peace."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Literal

import pytest

from assessments.process.evidence import OnDisk, check_evidence, claims
from assessments.scheme import Settings
from assessments.sheet import Entry, Event, Evidence, Sheet
from planner.findings import Severity
from planner.text import describe
from tests.assessment_samples import EMERGENCY, SCHEME

LETTER = Evidence("责任书.pdf", 1024, "a" * 64, date(2027, 12, 20))
NAMED = Evidence("纪要.pdf", day=date(2027, 12, 1))
NOW = OnDisk(1024, "a" * 64)


def sheet(**cells: tuple[Evidence, ...]) -> Sheet:
    entries = {"t1": {key: Entry(done=True, evidence=held) for key, held in cells.items()}}
    return Sheet("s", "qinghe", "verified", EMERGENCY, entries=entries)


def codes(*sheets: Sheet, on_disk: dict[str, OnDisk | None] | None = None) -> list[str]:
    found = check_evidence(SCHEME, sheets, on_disk)
    assert all("{" not in describe(finding) for finding in found)
    return [finding.code for finding in found]


def test_a_file_that_is_as_it_was_says_nothing() -> None:
    held = sheet(letter=(LETTER, NAMED))
    assert codes(held) == []
    assert codes(held, on_disk={LETTER.name: NOW, NAMED.name: OnDisk(5, "c" * 64)}) == []


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (None, ["evidence.missing"]),
        (OnDisk(1024, "b" * 64), ["evidence.changed"]),
        (OnDisk(1, "a" * 64), []),
    ],
    ids=["gone", "other content", "same content"],
)
def test_a_file_is_judged_by_its_content(now: OnDisk | None, expected: list[str]) -> None:
    assert codes(sheet(letter=(LETTER,)), on_disk={LETTER.name: now}) == expected


def test_without_a_hash_the_size_must_do() -> None:
    sized = replace(LETTER, sha256="")
    assert codes(sheet(letter=(sized,)), on_disk={LETTER.name: OnDisk(1023, "b" * 64)}) == [
        "evidence.changed"
    ]


def test_one_file_for_two_claims_is_named_whatever_it_is_called() -> None:
    renamed = replace(LETTER, name="另一份.pdf")
    (found,) = check_evidence(SCHEME, (sheet(letter=(LETTER,), flood=(renamed,)),))
    assert (found.code, found.severity) == ("evidence.used_twice", Severity.WARNING)
    assert "签订责任书" in describe(found)
    assert "防汛备汛" in describe(found)
    assert codes(sheet(letter=(NAMED,), flood=(NAMED,))) == ["evidence.used_twice"]


def test_two_files_of_one_name_are_two_files() -> None:
    assert codes(sheet(letter=(LETTER,), flood=(replace(LETTER, sha256="b" * 64),))) == []


def test_the_units_own_sheet_and_the_departments_speak_of_one_claim() -> None:
    own = replace(sheet(letter=(LETTER,)), id="o", kind="self", by="青石镇")
    assert codes(sheet(letter=(LETTER,)), own) == []
    assert len(claims((sheet(letter=(LETTER,)), own))) == 1


def test_an_events_evidence_is_a_claim_too() -> None:
    event = Event("k00001", "t2", "praise", "praise", evidence=(LETTER,))
    (found,) = check_evidence(SCHEME, (replace(sheet(letter=(LETTER,)), events=(event,)),))
    assert found.code == "evidence.used_twice"
    assert "白鹭镇" in describe(found)


@pytest.mark.parametrize(
    ("late", "severity", "words"),
    [
        ("zero", Severity.WARNING, "零分"),
        ("deduct", Severity.WARNING, "扣 3 分"),
        ("as_received", Severity.NOTE, "照收"),
    ],
)
def test_late_evidence_is_said_with_what_the_scheme_says(
    late: Literal["zero", "deduct", "as_received"], severity: Severity, words: str
) -> None:
    settings = Settings(late=late, late_points=Decimal("3.0"), evidence_by=date(2027, 12, 19))
    (found,) = check_evidence(replace(SCHEME, settings=settings), (sheet(letter=(LETTER,)),))
    assert (found.code, found.severity) == (f"evidence.late.{late}", severity)
    assert words in describe(found)
    in_time = replace(settings, evidence_by=date(2027, 12, 20))
    assert check_evidence(replace(SCHEME, settings=in_time), (sheet(letter=(LETTER,)),)) == ()


def test_evidence_without_a_day_is_asked_about_where_there_is_a_last_day() -> None:
    undated = sheet(letter=(replace(LETTER, day=None),))
    assert codes(undated) == ["evidence.no_day"]
    free = replace(SCHEME, settings=replace(SCHEME.settings, evidence_by=None))
    assert check_evidence(free, (undated,)) == ()


def test_the_order_of_sheets_changes_nothing() -> None:
    one = sheet(letter=(LETTER,), flood=(LETTER,))
    other = replace(sheet(letter=(LETTER,), reports=(LETTER,)), id="o", by="县公安局", period="q1")
    assert check_evidence(SCHEME, (one, other)) == check_evidence(SCHEME, (other, one))
