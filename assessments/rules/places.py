"""A place among the units of the class: competition ranking (8, 8, 10), as published tables have it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from assessments.numbers import ZERO
from assessments.rules.base import Case, Peer


@dataclass(frozen=True, slots=True)
class Place:
    """The `rank` of a unit, how many `share` it (1: it alone), and `of` how many were ranked."""

    rank: int
    share: int
    of: int


@dataclass(frozen=True, slots=True, eq=False)
class _Class:
    """The peers of a class, known by which tuple they are: every unit of the class is given the same one."""

    peers: tuple[Peer, ...]

    def __hash__(self) -> int:
        return id(self.peers)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Class) and other.peers is self.peers


# A thousand units would otherwise put the same thousand figures in order a thousand times.
@lru_cache(maxsize=512)
def _ordered(unit_class: _Class) -> tuple[Decimal, ...]:
    return tuple(
        sorted(
            peer.entry.value
            for peer in unit_class.peers
            if peer.entry.value is not None and not peer.entry.not_applicable
        )
    )


def values_of_class(case: Case) -> tuple[Decimal, ...]:
    """The figures of all units of the class that have one, from the lowest; an item that does not apply to
    a unit has none."""
    return _ordered(_Class(case.peers))


def place_by_value(case: Case, higher_is_better: bool) -> Place | None:
    """The place of the unit's own figure among those of its class; None where it has none."""
    own = case.figure("value")
    if own is None:
        return None
    values = values_of_class(case) or (own,)
    below, up_to = bisect_left(values, own), bisect_right(values, own)
    better = len(values) - up_to if higher_is_better else below
    return Place(better + 1, max(1, up_to - below), len(values))


def place_given(case: Case) -> Place | None:
    """The place that was entered; who shares it is seen from the others. None where it is no place."""
    rank = case.figure("value")
    if rank is None or rank <= ZERO or rank != rank.to_integral_value():
        return None
    values = values_of_class(case)
    sharing = bisect_right(values, rank) - bisect_left(values, rank)
    ranked = case.figure("ranked")
    held = len(values) if ranked is None else int(ranked)
    return Place(int(rank), max(1, sharing), max(held, int(rank)))
