"""What a unit still needs for the next grade (差距): points, conditions, and where they were lost."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from assessments.analysis.parts import Part, parts_of
from assessments.derivation import Step
from assessments.numbers import HUNDRED, ZERO, exact, rounded, total
from assessments.results import Score, UnitResult
from assessments.scheme import Grade, Minimum, Scheme
from assessments.standing import ladder, score_in

_BARRING = ("zero", "fail", "block", "downgrade")
_OBSTACLES = (
    "why.grade_minimum_missed",
    "why.grade_base_missed",
    "why.grade_corrected",
    "why.effect_fail",
    "why.effect_block",
    "why.effect_downgrade",
    "why.grade_from_zero",
    "why.quota_out",
)


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A category below a grade's least share: the points that lack in it, and those still open in it."""

    minimum: Minimum
    rate: Decimal
    points: Decimal
    open: Decimal


@dataclass(frozen=True, slots=True)
class Outlook:
    """The way to the next grade.

    `grade` is the next one up, None where the unit has the highest or the class has none. `points` lack to
    its lower bound: 0 where that is reached and something else stands in the way. `obstacles` are the steps
    of the grade that say what: a category's least share, a base, a correction, a veto, the quota.
    `shortfalls` are the categories below their least share. `lost` are the items that add up and lost points,
    the most first; `open` the points of what has not been observed yet. `reachable`: what is open is enough,
    for the bound and in every category, and no veto bars the way.
    """

    unit: str
    grade: Grade | None
    points: Decimal
    obstacles: tuple[Step, ...]
    shortfalls: tuple[Shortfall, ...]
    lost: tuple[Part, ...]
    open: Decimal
    reachable: bool


def outlook(scheme: Scheme, result: UnitResult) -> Outlook:
    """What a unit still needs for the grade above its own."""
    with exact():
        parts = parts_of(scheme, result)
        lost = sorted((part for part in parts.leaves if part.lost > ZERO), key=lambda part: -part.lost)
        open_points = total(part.open for part in parts.leaves)
        grade = _next(scheme, result)
        if grade is None:
            return Outlook(result.unit, None, ZERO, (), (), tuple(lost), open_points, False)
        points = max(ZERO, grade.lower - _figure(scheme, result))
        shortfalls = _shortfalls(grade, result)
        reachable = (
            open_points > ZERO
            and points <= open_points
            and not any(mark.effect in _BARRING for mark in result.marks)
            and all(each.points <= each.open for each in shortfalls)
        )
        obstacles = tuple(step for step in result.grade_steps if step.code.startswith(_OBSTACLES))
        return Outlook(result.unit, grade, points, obstacles, shortfalls, tuple(lost), open_points, reachable)


def _next(scheme: Scheme, result: UnitResult) -> Grade | None:
    """The grade above the unit's own; while items are open, above what it has so far; else the lowest."""
    grades = ladder(scheme.unit_class(result.unit_class))
    if not grades or (result.rank is None and not result.grade):
        return None
    if result.missing and not result.grade:
        figure = _figure(scheme, result)
        places = [place for place, grade in enumerate(grades) if grade.lower <= figure]
    else:
        places = [place for place, grade in enumerate(grades) if grade.id == result.grade]
    place = places[0] if places else len(grades)
    return grades[place - 1] if place else None


def _figure(scheme: Scheme, result: UnitResult) -> Decimal:
    """What the class reads grades from."""
    unit_class = scheme.unit_class(result.unit_class)
    if unit_class.grade_by:
        score = score_in(result, unit_class.grade_by)
        value = score.value if score is not None else ZERO
        return value if unit_class.grade_from == "raw" else rounded(value, unit_class.rounding)
    return result.raw if unit_class.grade_from == "raw" else result.total


def _shortfalls(grade: Grade, result: UnitResult) -> tuple[Shortfall, ...]:
    found: list[Shortfall] = []
    for minimum in grade.minimums:
        score = score_in(result, minimum.indicator)
        rate = score.rate if score is not None and score.state != "not_applicable" else None
        if score is not None and rate is not None and rate < minimum.percent:
            points = minimum.percent * score.due / HUNDRED - score.value
            found.append(Shortfall(minimum, rate, points, _open(score)))
    return tuple(found)


def _open(score: Score) -> Decimal:
    """The points below a score that have not been observed yet."""
    if not score.children:
        return score.due - score.value if score.state == "missing" else ZERO
    return total(_open(child) for child in score.children)
