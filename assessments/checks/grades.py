"""Whether every grade and award can be reached, and every score has exactly one grade."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from assessments.checks.ground import Ground, error, note, warning
from assessments.checks.reach import most, most_in_all
from assessments.numbers import HUNDRED, ONE, ZERO, plain
from assessments.scheme import Award, Grade, Limits, UnitClass
from assessments.standing.grades import ladder
from assessments.standing.quotas import places_of
from assessments.tree import Node
from planner.findings import Finding


def grades(ground: Ground) -> Iterator[Finding]:
    """The grades, quotas, minimums, corrections and awards of every class."""
    for unit_class in ground.scheme.classes:
        reach = _reach(ground, unit_class)
        held = ladder(unit_class)
        for number, grade in enumerate(held):
            place = ("classes", unit_class.id, "grades", grade.id)
            if reach is not None and grade.lower > reach:
                told = {"grade": grade.title, "lower": plain(grade.lower), "most": plain(reach)}
                yield error("scheme.grade_unreachable", *place, "lower", **told)
            yield from _quota(ground, unit_class, grade)
            yield from _minimums(ground, unit_class, grade)
            yield from _band(unit_class, grade, held[number - 1] if number else None)
        if held:
            yield from _bottom(unit_class, held[-1])
        yield from _corrections(unit_class)
        yield from _awards(unit_class, reach)


def _reach(ground: Ground, unit_class: UnitClass) -> Decimal | None:
    """The most that any unit of the class can get of what its grades are read from."""
    found: list[Decimal] = []
    for tree, _ in ground.in_class(unit_class):
        held = most_in_all(tree, unit_class)
        if unit_class.grade_by:
            nodes = [node for node in tree.all() if node.id == unit_class.grade_by]
            held = most(nodes[0]) if nodes else None
        if held is None:
            return None
        found.append(held)
    return max(found, default=None)


def _band(unit_class: UnitClass, grade: Grade, above: Grade | None) -> Iterator[Finding]:
    """A grade against the one above it: order, equal bounds, gaps and overlaps of the printed bands."""
    place = ("classes", unit_class.id, "grades", grade.id)
    if grade.upper is not None and grade.upper < grade.lower:
        told = {"grade": grade.title, "lower": plain(grade.lower), "upper": plain(grade.upper)}
        yield error("scheme.band_turned", *place, "upper", **told)
    if above is None:
        return
    told = {"grade": grade.title, "above": above.title}
    if (grade.order, grade.id) < (above.order, above.id) and grade.order != above.order:
        yield warning("scheme.grades_order", *place, "lower", **told)
    if grade.lower == above.lower and not (above.minimums or above.base or above.quota):
        yield error("scheme.grade_never", *place, "lower", **told, lower=plain(grade.lower))
    if grade.passing and not above.passing:
        yield warning("scheme.passing_order", *place, "passing", **told)
    if grade.upper is not None:
        yield from _gap(unit_class, grade, grade.upper, above)


def _gap(unit_class: UnitClass, grade: Grade, upper: Decimal, above: Grade) -> Iterator[Finding]:
    place = ("classes", unit_class.id, "grades", grade.id, "upper")
    told = {
        "grade": grade.title,
        "above": above.title,
        "upper": plain(upper),
        "lower": plain(above.lower),
    }
    whole_numbers = unit_class.rounding == 0 and unit_class.grade_from == "rounded"
    if upper > above.lower:
        yield error("scheme.bands_overlap", *place, **told)
    elif upper == above.lower:
        yield note("scheme.bound_in_both", *place, **told)
    elif not (whole_numbers and above.lower - upper <= ONE):
        example = plain((upper + above.lower) / 2)
        yield warning("scheme.bands_gap", *place, **told, example=example)


def _bottom(unit_class: UnitClass, lowest: Grade) -> Iterator[Finding]:
    """Who is below the lowest grade has none, unless it is one for all who fail."""
    if lowest.passing and lowest.lower > ZERO:
        told = {"grade": lowest.title, "lower": plain(lowest.lower)}
        yield warning("scheme.no_grade_below", "classes", unit_class.id, "grades", lowest.id, "lower", **told)


def _quota(ground: Ground, unit_class: UnitClass, grade: Grade) -> Iterator[Finding]:
    if grade.quota is None:
        return
    place = ("classes", unit_class.id, "grades", grade.id, "quota")
    quota, units = (
        grade.quota,
        len([unit for unit in ground.scheme.units_of(unit_class.id) if not unit.hand_over]),
    )
    if quota.percent is not None and not ZERO <= quota.percent <= HUNDRED:
        yield error(
            "scheme.quota_percent", *place, "percent", grade=grade.title, percent=plain(quota.percent)
        )
    elif quota.count is None and quota.percent is None:
        yield warning("scheme.quota_empty", *place, grade=grade.title)
    elif units and places_of(quota, units) == 0:
        yield error("scheme.quota_nothing", *place, grade=grade.title, units=units)
    elif not unit_class.ranked:
        yield warning("scheme.quota_unranked", *place, grade=grade.title)


def _minimums(ground: Ground, unit_class: UnitClass, grade: Grade) -> Iterator[Finding]:
    for number, minimum in enumerate(grade.minimums):
        place = ("classes", unit_class.id, "grades", grade.id, "minimums", str(number))
        nodes = [_node(tree, minimum.indicator) for tree, _ in ground.in_class(unit_class)]
        held = [node for node in nodes if node is not None]
        told = {"grade": grade.title, "percent": plain(minimum.percent)}
        if not held:
            yield warning("scheme.minimum_nowhere", *place, "indicator", **told)
            continue
        told["title"] = held[0].indicator.title
        if all(_below(node, minimum.percent) for node in held):
            yield error("scheme.minimum_unreachable", *place, "percent", **told)
        elif minimum.percent <= ZERO:
            yield warning("scheme.minimum_of_nothing", *place, "percent", **told)


def _below(node: Node, percent: Decimal) -> bool:
    reach = most(node)
    return reach is not None and node.points is not None and reach * HUNDRED < node.points * percent


def _node(tree: Node, id: str) -> Node | None:
    return next((node for node in tree.all() if node.id == id), None)


def _corrections(unit_class: UnitClass) -> Iterator[Finding]:
    for number, correction in enumerate(unit_class.corrections):
        place = ("classes", unit_class.id, "corrections", str(number))
        if not correction.steps and not correction.grade:
            yield warning("scheme.correction_of_nothing", *place)
        if correction.below is None and correction.at_least is None:
            yield error("scheme.correction_without_bound", *place)
        elif correction.below is not None and correction.below <= ZERO:
            yield warning("scheme.correction_never", *place, "below", below=plain(correction.below))
        if not unit_class.grades:
            yield warning("scheme.correction_without_grades", *place)


def _awards(unit_class: UnitClass, reach: Decimal | None) -> Iterator[Finding]:
    ranked: list[Award] = []
    for award in sorted(unit_class.awards, key=lambda each: (each.order, each.id)):
        place = ("classes", unit_class.id, "awards", award.id)
        if award.first is None and award.last is None and award.places is None and award.lower is None:
            yield warning("scheme.award_for_all", *place, award=award.title)
        if award.places is not None and award.places < 1:
            yield error("scheme.award_for_nobody", *place, "places", award=award.title)
        if award.lower is not None and reach is not None and award.lower > reach:
            told = {"award": award.title, "lower": plain(award.lower), "most": plain(reach)}
            yield error("scheme.award_unreachable", *place, "lower", **told)
        first, last = award.first or 1, award.last
        if last is not None and first > last:
            yield error("scheme.award_turned", *place, "last", award=award.title, first=first, last=last)
        elif last is not None and award.places is None:
            for other in ranked:
                if (other.first or 1) <= last and first <= (other.last or last):
                    yield warning("scheme.awards_overlap", *place, award=award.title, other=other.title)
            ranked.append(award)


def least(limits: Limits) -> Decimal | None:
    """The lowest total of a class; None where there is no floor."""
    if limits.no_floor:
        return None
    return ZERO if limits.floor is None else limits.floor
