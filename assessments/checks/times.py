"""Days and rounds: the window of events, the evidence's last day, weights and windows of periods."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from assessments import windows
from assessments.checks.ground import Ground, error, warning, within
from assessments.numbers import HUNDRED, ONE, ZERO, plain, total
from assessments.scheme import Period
from planner.findings import Finding

_LONGEST = timedelta(days=366)


def times(ground: Ground) -> Iterator[Finding]:
    """What is wrong with days and rounds."""
    yield from _settings(ground)
    rounds: dict[str, list[Period]] = {}
    for period in ground.scheme.periods:
        rounds.setdefault(period.parent, []).append(period)
        yield from _period(ground, period)
    for siblings in rounds.values():
        yield from _weights(siblings)
        yield from _overlaps(ground, siblings)


def _settings(ground: Ground) -> Iterator[Finding]:
    settings = ground.scheme.settings
    first, last = windows.window(ground.scheme)
    if first > last:
        yield error("scheme.window_turned", "settings", "to_day", **_days(first, last))
    elif last - first >= _LONGEST:
        yield warning("scheme.window_long", "settings", "to_day", **_days(first, last))
    if settings.evidence_by is not None and not within(settings.evidence_by, first, last):
        told = {**_days(first, last), "day": settings.evidence_by.isoformat()}
        yield error("scheme.evidence_outside", "settings", "evidence_by", **told)
    if settings.late != "as_received" and settings.evidence_by is None:
        yield warning("scheme.late_without_day", "settings", "evidence_by")
    if settings.late == "deduct" and not settings.late_points:
        yield error("scheme.late_without_points", "settings", "late_points")
    if settings.late != "deduct" and settings.late_points is not None:
        yield warning("scheme.late_points_not_used", "settings", "late_points")
    for name, days in (("publicity_days", settings.publicity_days), ("appeal_days", settings.appeal_days)):
        if days is not None and days < 1:
            yield error("scheme.days_none", "settings", name)
    if len(set(settings.levels)) < len(settings.levels):
        yield error("scheme.level_twice", "settings", "levels")


def _period(ground: Ground, period: Period) -> Iterator[Finding]:
    place = ("periods", period.id)
    if period.weight <= ZERO:
        yield error("scheme.period_weight", *place, "weight", title=period.title)
    if period.missing == "uniform" and period.uniform is None:
        yield error("scheme.no_uniform", *place, "uniform", title=period.title)
    if period.missing != "uniform" and period.uniform is not None:
        yield warning("scheme.uniform_not_used", *place, "uniform", title=period.title)
    first, last = windows.window(ground.scheme, period.id)
    if (period.from_day or period.to_day) and first > last:
        yield error("scheme.period_turned", *place, "to_day", title=period.title, **_days(first, last))


def _weights(siblings: list[Period]) -> Iterator[Finding]:
    """Weights that nearly make 100 or 1, and so were meant to."""
    held = total(period.weight for period in siblings)
    alike = len({period.weight for period in siblings}) == 1
    whole = HUNDRED if held > len(siblings) + 1 else ONE
    if not alike and held != whole and abs(held - whole) < whole * Decimal("0.2"):
        titles = "、".join(period.title for period in siblings)
        told = {"titles": titles, "sum": plain(held), "whole": plain(whole)}
        yield warning("scheme.periods_not_whole", "periods", siblings[0].id, "weight", **told)


def _overlaps(ground: Ground, siblings: list[Period]) -> Iterator[Finding]:
    dated = [
        (windows.window(ground.scheme, each.id), each) for each in siblings if each.from_day or each.to_day
    ]
    for (earlier, first), (later, second) in pairwise(sorted(dated, key=lambda each: (each[0], each[1].id))):
        if later[0] <= earlier[1]:
            told = {"title": second.title, "other": first.title}
            yield warning("scheme.periods_overlap", "periods", second.id, "from_day", **told)


def _days(first: date, last: date) -> dict[str, str]:
    return {"first": first.isoformat(), "last": last.isoformat()}
