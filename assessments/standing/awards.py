"""Awards (奖励): by rank, by total, and by places in order of rank, of which some may stay empty."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from assessments.derivation import Step
from assessments.scheme import Award, UnitClass


class Contender(NamedTuple):
    """A unit that may take awards: one that no veto keeps from them."""

    unit: str
    rank: int
    total: Decimal


def awards_of(unit_class: UnitClass, contenders: tuple[Contender, ...]) -> dict[str, tuple[Award, ...]]:
    """Each unit's awards, in the scheme's order."""
    awards = tuple(sorted(unit_class.awards, key=lambda award: (award.order, award.id)))
    if not awards:
        return {}
    seats = _seated(awards, contenders)
    return {
        each.unit: tuple(award for award in awards if _takes(award, awards, each, seats))
        for each in contenders
    }


def step_of(award: Award, rank: int, total: Decimal) -> Step:
    """Why a unit of this rank and total has an award."""
    if award.places is not None:
        return Step("why.award_place", total, (), {"award": award.title, "rank": rank})
    if award.lower is not None and award.first is None and award.last is None:
        return Step("why.award_lower", total, (), {"award": award.title, "lower": award.lower})
    return Step("why.award_rank", total, (), {"award": award.title, "rank": rank})


def _takes(
    award: Award, awards: tuple[Award, ...], contender: Contender, seats: dict[str, frozenset[str]]
) -> bool:
    if award.places is not None:
        return contender.unit in seats[award.id]
    if award.first is not None or award.last is not None:
        late = award.last is not None and contender.rank > award.last
        return contender.rank >= (award.first or 1) and not late and _has_bound(award, contender)
    return award is _best(awards, award.unit, contender)


def _has_bound(award: Award, contender: Contender) -> bool:
    return award.lower is None or contender.total >= award.lower


def _best(awards: tuple[Award, ...], unit: str, contender: Contender) -> Award | None:
    """Awards by total alone are rungs of one ladder for each unit of money: the highest reached counts."""
    best: Award | None = None
    for award in awards:
        by_rank = award.first is not None or award.last is not None or award.places is not None
        if by_rank or award.unit != unit or award.lower is None or contender.total < award.lower:
            continue
        if best is None or best.lower is None or award.lower > best.lower:
            best = award
    return best


def _seated(awards: tuple[Award, ...], contenders: tuple[Contender, ...]) -> dict[str, frozenset[str]]:
    """Who takes the places of each award by places, in order of rank.

    Units that share a rank are never parted: they take the award together, and the places they take too many
    are missing in the next one (two first prizes leave no second).
    """
    queue = sorted(contenders, key=lambda each: (each.rank, each.unit))
    seats: dict[str, frozenset[str]] = {}
    surplus = 0
    for award in awards:
        if award.places is None:
            continue
        open_places = award.places - surplus
        taken: set[str] = set()
        last = 0
        for each in queue:
            if _has_bound(award, each) and (len(taken) < open_places or each.rank == last):
                taken.add(each.unit)
                last = each.rank
        queue = [each for each in queue if each.unit not in taken]
        surplus = max(0, len(taken) - open_places)
        seats[award.id] = frozenset(taken)
    return seats
