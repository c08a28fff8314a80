"""Days and rounds that fit each other."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D

import pytest

from assessments.scheme import Period, Settings
from tests.assessments.checks.schemes import said, scheme


@pytest.mark.parametrize(
    ("settings", "code", "place"),
    [
        (Settings(from_day=date(2026, 12, 1), to_day=date(2026, 1, 31)), "window_turned", "to_day"),
        (Settings(from_day=date(2025, 1, 1)), "window_long", "to_day"),
        (Settings(evidence_by=date(2025, 1, 10)), "evidence_outside", "evidence_by"),
        (Settings(late="zero"), "late_without_day", "evidence_by"),
        (Settings(late="deduct", evidence_by=date(2027, 1, 10)), "late_without_points", "late_points"),
        (Settings(late_points=D(3)), "late_points_not_used", "late_points"),
        (Settings(appeal_days=0), "days_none", "appeal_days"),
        (Settings(levels=("city", "city")), "level_twice", "levels"),
    ],
)
def test_settings(settings: Settings, code: str, place: str) -> None:
    assert said(scheme(settings=settings)) == [(code, f"settings/{place}")]


def test_a_window_across_the_year_s_end_is_sound() -> None:
    settings = Settings(
        from_day=date(2025, 12, 1),
        to_day=date(2026, 11, 30),
        evidence_by=date(2027, 1, 10),
        late="deduct",
        late_points=D(3),
    )
    assert said(scheme(settings=settings)) == []


def rounds(*periods: Period) -> list[tuple[str, str]]:
    return said(scheme(periods=periods))


def test_weights_of_rounds() -> None:
    assert rounds(Period("p", "平时", weight=D(70)), Period("q", "年终", weight=D(30))) == []
    assert rounds(*(Period(f"q{number}", f"{number}季度") for number in range(4))) == []
    assert rounds(Period("p", "平时", weight=D(70)), Period("q", "年终", weight=D(20))) == [
        ("periods_not_whole", "periods/p/weight")
    ]
    assert ("period_weight", "periods/p/weight") in rounds(
        Period("p", "平时", weight=D(0)), Period("q", "年终")
    )


def test_marks_and_days_of_rounds() -> None:
    assert rounds(Period("p", "平时", missing="uniform")) == [("no_uniform", "periods/p/uniform")]
    assert rounds(Period("p", "平时", uniform=D(95))) == [("uniform_not_used", "periods/p/uniform")]
    turned = Period("p", "平时", from_day=date(2026, 6, 1), to_day=date(2026, 5, 1))
    assert rounds(turned) == [("period_turned", "periods/p/to_day")]
    first = Period("p", "上半年", to_day=date(2026, 6, 30))
    assert rounds(first, Period("q", "下半年", from_day=date(2026, 7, 1))) == []
    assert rounds(first, Period("q", "下半年", from_day=date(2026, 6, 30))) == [
        ("periods_overlap", "periods/q/from_day")
    ]
