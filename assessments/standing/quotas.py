"""Quotas of grades (等次名额): so many of a class by rank; who misses one falls to the next grade.

Only a unit that has the grade by its figure and conditions stands for a place, so places may stay empty.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal

from assessments.derivation import Step
from assessments.numbers import HUNDRED
from assessments.scheme import Grade, Quota, QuotaRounding
from assessments.standing.grades import Graded, next_reached

_MODES: dict[QuotaRounding, str] = {"down": ROUND_DOWN, "half_up": ROUND_HALF_UP, "up": ROUND_UP}


def places_of(quota: Quota, units: int) -> int:
    """How many places a quota gives among so many units: the count, the percent of them, or the fewer."""
    places = [units]
    if quota.count is not None:
        places.append(quota.count)
    if quota.percent is not None:
        share = quota.percent * units / HUNDRED
        places.append(int(share.to_integral_value(rounding=_MODES[quota.rounding])))
    return max(0, min(places))


def shared_out(
    grades: tuple[Grade, ...], graded: Mapping[str, Graded], ranks: Mapping[str, int]
) -> dict[str, Graded]:
    """The grades after the quotas, from the highest grade down."""
    held = dict(graded)
    for place, grade in enumerate(grades):
        if grade.quota is None:
            continue
        standing = {unit: ranks[unit] for unit, each in held.items() if each.place == place}
        places = places_of(grade.quota, len(ranks))
        admitted = _admitted(standing, places, grade.quota)
        for unit in standing:
            held[unit] = _placed(grades, held[unit], place, places, len(standing), unit in admitted)
    return held


def _admitted(standing: Mapping[str, int], places: int, quota: Quota) -> frozenset[str]:
    """Those who get in: whoever has fewer before them than there are places.

    Those who share the last place get in together, or stay out together where they are too many for it.
    """
    sharing = Counter(standing.values())
    admitted_ranks: set[int] = set()
    better = 0
    for rank in sorted(sharing):
        if better + (1 if quota.ties == "all" else sharing[rank]) > places:
            break
        admitted_ranks.add(rank)
        better += sharing[rank]
    return frozenset(unit for unit, rank in standing.items() if rank in admitted_ranks)


def _placed(
    grades: tuple[Grade, ...], graded: Graded, place: int, places: int, standing: int, admitted: bool
) -> Graded:
    figure = graded.steps[0].value
    arguments: dict[str, str | int | Decimal] = {
        "grade": grades[place].title,
        "places": places,
        "standing": standing,
    }
    if admitted:
        step = Step("why.quota_in", figure, (), arguments)
        return Graded(place, graded.reached, (*graded.steps, step))
    fallen = next_reached(grades, graded.reached, place + 1)
    if fallen is None:
        step = Step("why.quota_out_none", figure, (), arguments)
    else:
        step = Step("why.quota_out", figure, (), {**arguments, "next": grades[fallen].title})
    return Graded(fallen, graded.reached, (*graded.steps, step))
