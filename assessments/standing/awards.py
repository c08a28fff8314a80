"""Awards (奖励): by rank, by total, and by places in order of rank, of which some may stay empty."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from assessments.derivation import Step
from assessments.scheme import Award, UnitClass


@dataclass(frozen=True, slots=True)
class Contender:
    """A unit that may take awards: one that no veto keeps from them."""

    unit: str
    rank: int
    total: Decimal


def awards_of(
    unit_class: UnitClass, contenders: tuple[Contender, ...]
) -> dict[str, tuple[tuple[str, Step], ...]]:
    """Each unit's awards by id, with the step that says why, in the scheme's order."""
    awards = tuple(sorted(unit_class.awards, key=lambda award: (award.order, award.id)))
    if not awards:
        return {}
    seats = _seated(awards, contenders)
    taken: dict[str, tuple[tuple[str, Step], ...]] = {}
    for each in contenders:
        steps = ((award.id, _step(award, awards, each, seats.get(award.id))) for award in awards)
        taken[each.unit] = tuple((id, step) for id, step in steps if step is not None)
    return taken


def _step(
    award: Award, awards: tuple[Award, ...], contender: Contender, seats: Mapping[str, int] | None
) -> Step | None:
    """Why a unit has an award; None where it has not."""
    arguments: dict[str, str | int | Decimal] = {"award": award.title, "rank": contender.rank}
    if seats is not None:
        return Step("why.award_place", contender.total, (), arguments) if contender.unit in seats else None
    if award.first is not None or award.last is not None:
        late = award.last is not None and contender.rank > award.last
        if contender.rank < (award.first or 1) or late or not _has_bound(award, contender):
            return None
        return Step("why.award_rank", contender.total, (), arguments)
    if award.lower is None or award is not _best(awards, award.unit, contender):
        return None
    return Step("why.award_lower", contender.total, (), {"award": award.title, "lower": award.lower})


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


def _seated(awards: tuple[Award, ...], contenders: tuple[Contender, ...]) -> dict[str, dict[str, int]]:
    """Who takes the places of each award by places, in order of rank.

    Units that share a rank are never parted: they take the award together, and the places they take too many
    are missing in the next one (two first prizes leave no second).
    """
    queue = sorted(contenders, key=lambda each: (each.rank, each.unit))
    seats: dict[str, dict[str, int]] = {}
    surplus = 0
    for award in awards:
        if award.places is None:
            continue
        open_places = award.places - surplus
        taken: dict[str, int] = {}
        last = 0
        for each in queue:
            if _has_bound(award, each) and (len(taken) < open_places or each.rank == last):
                taken[each.unit] = last = each.rank
        queue = [each for each in queue if each.unit not in taken]
        surplus = max(0, len(taken) - open_places)
        seats[award.id] = taken
    return seats
