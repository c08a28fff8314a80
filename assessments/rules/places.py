"""A place among the units of the class: competition ranking (8, 8, 10), as published tables have it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from assessments.numbers import ZERO
from assessments.rules.base import Case


@dataclass(frozen=True, slots=True)
class Place:
    """The `rank` of a unit, how many `share` it (1: it alone), and `of` how many were ranked."""

    rank: int
    share: int
    of: int


def values_of_class(case: Case) -> tuple[Decimal, ...]:
    """The figures of all units of the class that have one; units whose item does not apply are left out."""
    return tuple(
        peer.entry.value
        for peer in sorted(case.peers, key=lambda each: each.unit)
        if peer.entry.value is not None and not peer.entry.not_applicable
    )


def place_by_value(case: Case, higher_is_better: bool) -> Place | None:
    """The place of the unit's own figure among those of its class; None where it has none."""
    own = case.figure("value")
    if own is None:
        return None
    values = values_of_class(case) or (own,)
    better = sum((value > own) if higher_is_better else (value < own) for value in values)
    return Place(better + 1, max(1, sum(value == own for value in values)), len(values))


def place_given(case: Case) -> Place | None:
    """The place that was entered; who shares it is seen from the others. None where it is no place."""
    rank = case.figure("value")
    if rank is None or rank <= ZERO or rank != rank.to_integral_value():
        return None
    values = values_of_class(case)
    ranked = case.figure("ranked")
    held = len(values) if ranked is None else int(ranked)
    return Place(int(rank), max(1, sum(value == rank for value in values)), max(held, int(rank)))
