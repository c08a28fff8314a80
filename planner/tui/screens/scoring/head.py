"""The line over the table: the unit, its total, grade and place as they stand, and what is against it."""

from __future__ import annotations

from decimal import Decimal

from assessments.numbers import ZERO, plain
from assessments.results import UnitResult
from assessments.scheme import Scheme
from planner.text import say
from planner.tui.screens.scoring.rows import UnitRow, mark_words


def head_words(scheme: Scheme, row: UnitRow, period: str, change: Decimal = ZERO) -> str:
    """The unit's name, total, grade, place, vetoes in words, and how much is missing.

    `change` is what the last entry did to the total.
    """
    result = row.result
    if result is None:
        return say("scoring_place.not_scored_here", unit=row.unit.name)
    parts = [row.unit.name, _total(result.total, change)]
    if period:
        parts.append(_round(scheme, result, period))
    if row.grade:
        parts.append(row.grade)
    if result.rank is not None:
        count = len(scheme.units_of(result.unit_class))
        parts.append(say("scoring_place.rank_of", rank=result.rank, count=count))
    parts += mark_words(row, "scoring_place.mark_open_long")
    if row.wanting:
        parts.append(say("scoring_place.missing_of", count=row.wanting))
    elif result.missing:
        parts.append(say("scoring_place.others_missing", count=result.missing))
    return "  ".join(part for part in parts if part)


def _total(total: Decimal, change: Decimal) -> str:
    """The total; with what the last entry changed in it."""
    shown = plain(total, 4)
    if not change:
        return say("scoring_place.total_of", total=shown)
    sign = "+" if change > ZERO else ""
    return say("scoring_place.total_changed", total=shown, change=sign + plain(change, 4))


def _round(scheme: Scheme, result: UnitResult, period: str) -> str:
    """The score of the round that is being entered."""
    found = next((each for each in result.periods if each.period == period), None)
    title = next((each.title for each in scheme.periods if each.id == period), period)
    if found is None:
        return title
    return say("scoring_place.round_of", round=title, value=plain(found.value, 4))
