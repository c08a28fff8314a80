"""Grades (等次): read from the figure by closed lower bounds and conditions, corrected, barred, lowered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from assessments.derivation import Step
from assessments.numbers import ZERO, rounded
from assessments.results import UnitResult
from assessments.scheme import Grade, UnitClass
from assessments.standing.ground import Ground, rate_of, score_in, settled
from assessments.standing.vetoes import Held


@dataclass(frozen=True, slots=True)
class Graded:
    """A unit's place on the ladder of grades, 0 the highest; None: no grade is reached.

    `figure` is what it was read from, `reached` says of each grade whether its bound and conditions are met.
    """

    figure: Decimal
    place: int | None
    reached: tuple[bool, ...]
    steps: tuple[Step, ...]


def ladder(unit_class: UnitClass) -> tuple[Grade, ...]:
    """The grades from the highest lower bound down; equal bounds by their order."""
    return tuple(sorted(unit_class.grades, key=lambda grade: (-grade.lower, grade.order, grade.id)))


def bottom(grades: tuple[Grade, ...]) -> int | None:
    """The place of a unit that fails: the lowest grade, if that is one for everybody who is left.

    Where even the lowest grade is a distinction (passing, from a bound above 0) there is none.
    """
    if not grades or (grades[-1].passing and grades[-1].lower > ZERO):
        return None
    return len(grades) - 1


def next_reached(grades: tuple[Grade, ...], reached: tuple[bool, ...], place: int) -> int | None:
    """The first grade from `place` down whose conditions are met, else the bottom."""
    for each in range(place, len(grades)):
        if reached[each]:
            return each
    return bottom(grades)


def graded(ground: Ground, grades: tuple[Grade, ...], result: UnitResult, held: tuple[Held, ...]) -> Graded:
    """The grade of a unit before quotas: by its figure, then corrections, then vetoes."""
    figure, first = _figure(ground, result, held)
    steps: list[Step] = []
    if not grades:
        return Graded(figure, _lowered(grades, (), held, None, figure, steps), (), tuple(steps))
    if is_open(result, held):
        steps.append(Step("why.grade_open", figure))
        failing = tuple(each for each in held if each.effect == "fail")
        return Graded(figure, _lowered(grades, (), failing, None, figure, steps), (), tuple(steps))
    steps = [first]
    reached = _reached(ground, grades, result, figure, steps)
    place = next_reached(grades, reached, 0)
    steps.append(_reading(grades, place, figure))
    place = _corrected(ground, grades, result, place, steps)
    place = _lowered(grades, reached, held, place, figure, steps)
    return Graded(figure, place, reached, tuple(steps))


def is_open(result: UnitResult, held: tuple[Held, ...]) -> bool:
    """True while items are missing, so that nothing may be concluded from the total yet.

    Only a total that a veto made 0 is settled whatever the missing items bring.
    """
    return result.missing > 0 and not any(each.effect == "zero" for each in held)


def _figure(ground: Ground, result: UnitResult, held: tuple[Held, ...]) -> tuple[Decimal, Step]:
    """What grades are read from: the total, rounded or raw, or another indicator's score."""
    unit_class = ground.unit_class
    by = unit_class.grade_by
    if any(each.effect == "zero" for each in held):
        return ZERO, Step("why.grade_from_zero", ZERO)
    if by:
        score = score_in(result, by)
        value = settled(score.value) if score is not None else ZERO
        if unit_class.grade_from == "rounded":
            value = rounded(value, unit_class.rounding)
        return value, Step("why.grade_from_item", value, (), {"item": ground.title(by)})
    if unit_class.grade_from == "raw":
        raw = settled(result.raw)
        return raw, Step("why.grade_from_raw", raw)
    total = settled(result.total)
    return total, Step("why.grade_from_total", total)


def _reached(
    ground: Ground, grades: tuple[Grade, ...], result: UnitResult, figure: Decimal, steps: list[Step]
) -> tuple[bool, ...]:
    """Which grades are met, bound and conditions; a bound met without the conditions leaves a step."""
    by_id = {grade.id: grade for grade in grades}
    own = {grade.id: _conditions(ground, grade, result, figure, steps) for grade in grades}
    met: list[bool] = []
    for grade in grades:
        missing = _unmet_base(grade, by_id, own)
        if own[grade.id] and missing is not None:
            arguments = {"grade": grade.title, "base": missing.title}
            steps.append(Step("why.grade_base_missed", figure, (), arguments))
        met.append(own[grade.id] and missing is None)
    return tuple(met)


def _conditions(ground: Ground, grade: Grade, result: UnitResult, figure: Decimal, steps: list[Step]) -> bool:
    """True where the grade's bound is reached, the bound included, and every category's least share."""
    if figure < grade.lower:
        return False
    met = True
    for minimum in grade.minimums:
        rate = rate_of(result, minimum.indicator)
        if rate is not None and rate < minimum.percent:
            arguments: dict[str, str | int | Decimal] = {
                "grade": grade.title,
                "item": ground.title(minimum.indicator),
                "least": minimum.percent,
            }
            steps.append(Step("why.grade_minimum_missed", rate, (), arguments))
            met = False
    return met


def _unmet_base(grade: Grade, by_id: Mapping[str, Grade], own: Mapping[str, bool]) -> Grade | None:
    """The first grade under this one, by `base`, that is not met; a base that stands on itself is none."""
    seen = {grade.id}
    base = by_id.get(grade.base)
    while base is not None and base.id not in seen:
        if not own[base.id]:
            return base
        seen.add(base.id)
        base = by_id.get(base.base)
    return None


def _reading(grades: tuple[Grade, ...], place: int | None, figure: Decimal) -> Step:
    if place is None:
        return Step("why.grade_none", figure)
    grade = grades[place]
    if figure < grade.lower:
        return Step("why.grade_lowest", figure, (), {"grade": grade.title})
    arguments: dict[str, str | int | Decimal] = {"grade": grade.title, "lower": grade.lower}
    above = grades[place - 1].lower if place else None
    if grade.upper is not None and figure > grade.upper and (above is None or figure < above):
        return Step("why.grade_in_gap", figure, (), {**arguments, "upper": grade.upper})
    return Step("why.grade_reached", figure, (), arguments)


def _corrected(
    ground: Ground, grades: tuple[Grade, ...], result: UnitResult, place: int | None, steps: list[Step]
) -> int | None:
    """The place after the corrections by another score (任务分校档), in the scheme's order."""
    for correction in ground.unit_class.corrections:
        rate = rate_of(result, correction.indicator)
        if rate is None or not correction.holds(rate):
            continue
        low = correction.below is not None and rate < correction.below
        named = [each for each, grade in enumerate(grades) if grade.id == correction.grade]
        if named and low:
            place = None if place is None else max(place, named[0])
        elif named:
            place = named[0] if place is None else min(place, named[0])
        elif place is not None:
            place = min(max(place + correction.steps, 0), len(grades) - 1)
        if place is not None:
            told = {"item": ground.title(correction.indicator), "grade": grades[place].title}
            if low and correction.below is not None:
                steps.append(Step("why.grade_corrected", rate, (), {**told, "below": correction.below}))
            elif correction.at_least is not None:
                steps.append(Step("why.grade_lifted", rate, (), {**told, "least": correction.at_least}))
    return place


def _lowered(
    grades: tuple[Grade, ...],
    reached: tuple[bool, ...],
    held: tuple[Held, ...],
    place: int | None,
    figure: Decimal,
    steps: list[Step],
) -> int | None:
    """The place after vetoes: first grades down, then barred grades, then failing; cards leave a step."""
    order = {"downgrade": 0, "block": 1, "fail": 2}
    for each in sorted(held, key=lambda each: order.get(each.effect, 3)):
        if each.effect in ("zero", "minus"):
            continue
        steps += each.reasons
        arguments: dict[str, str | int | Decimal] = {"veto": each.title}
        if each.effect in order:
            place = _after(grades, reached, each, place)
            arguments["grade"] = grades[place].title if place is not None else ""
        code = f"why.effect_{each.effect}" if arguments.get("grade") != "" else "why.effect_no_grade"
        steps.append(
            Step(code, figure, (), {name: value for name, value in arguments.items() if value != ""})
        )
    return place


def _after(grades: tuple[Grade, ...], reached: tuple[bool, ...], held: Held, place: int | None) -> int | None:
    """The place after one veto that lowers, bars or fails."""
    if place is None or held.effect == "fail":
        return bottom(grades)
    if held.effect == "downgrade":
        lower = place + held.steps
        return lower if lower < len(grades) else bottom(grades)
    barred = next((each for each, grade in enumerate(grades) if grade.id == held.grade), 0)
    return place if place > barred else next_reached(grades, reached, barred + 1)
