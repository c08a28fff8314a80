"""Quotas of grades (等次名额): so many of a class by rank; who misses one falls to the next grade.

Only a unit that has the grade by its figure and conditions stands for a place, so places may stay empty.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal
from typing import NamedTuple

from assessments.derivation import Step
from assessments.numbers import HUNDRED
from assessments.scheme import Grade, Quota, QuotaRounding
from assessments.standing.grades import Graded, next_reached
from assessments.standing.ranking import Rank

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


class Decision(NamedTuple):
    """How a quota went for one unit that stood for it: `to` is its place on the ladder afterwards."""

    place: int
    places: int
    standing: int
    to: int | None


def shared_out(
    grades: tuple[Grade, ...], graded: Mapping[str, Graded], ranks: Mapping[str, Rank]
) -> dict[str, tuple[Decision, ...]]:
    """What the quotas make of the grades, from the highest grade down, by unit that stood for any."""
    held = {unit: each.place for unit, each in graded.items()}
    decisions: dict[str, tuple[Decision, ...]] = {}
    for place, grade in enumerate(grades):
        if grade.quota is None:
            continue
        standing = {unit: ranks[unit].rank for unit, each in held.items() if each == place}
        places = places_of(grade.quota, len(ranks))
        admitted = _admitted(standing, places, grade.quota)
        for unit in standing:
            if unit not in admitted:
                held[unit] = next_reached(grades, graded[unit].reached, place + 1)
            decision = Decision(place, places, len(standing), held[unit])
            decisions[unit] = (*decisions.get(unit, ()), decision)
    return decisions


def step_of(grades: tuple[Grade, ...], decision: Decision, figure: Decimal) -> Step:
    """The words of a decision. `figure` is what the grade was read from."""
    arguments: dict[str, str | int | Decimal] = {
        "grade": grades[decision.place].title,
        "places": decision.places,
        "standing": decision.standing,
    }
    if decision.to == decision.place:
        return Step("why.quota_in", figure, (), arguments)
    if decision.to is None:
        return Step("why.quota_out_none", figure, (), arguments)
    return Step("why.quota_out", figure, (), {**arguments, "next": grades[decision.to].title})


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
