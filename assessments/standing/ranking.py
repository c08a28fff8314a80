"""Ranking (排名): 1 + the number of units that are strictly better, so that equals share a rank: 8, 8, 10."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple, TypeAlias, TypeVar

from assessments.derivation import Step
from assessments.numbers import ZERO
from assessments.results import Score, UnitResult
from assessments.scheme import Kind
from assessments.standing.ground import Ground, score_in, settled

Key: TypeAlias = tuple[Decimal, ...]
_Name = TypeVar("_Name", str, int)
_Ordered = TypeVar("_Ordered", tuple[Decimal, ...], tuple[int, ...])
_ABSENT = Decimal("-Infinity")


def competition(keys: Mapping[_Name, _Ordered]) -> dict[_Name, int]:
    """The rank of each by its key, the larger first; equal keys share the rank (并列), which leaves a gap."""
    ranks: dict[_Name, int] = {}
    rank = 0
    former: _Ordered | None = None
    for place, unit in enumerate(sorted(keys, key=keys.__getitem__, reverse=True), start=1):
        if keys[unit] != former:
            rank, former = place, keys[unit]
        ranks[unit] = rank
    return ranks


def key_of(ground: Ground, result: UnitResult) -> Key:
    """What a unit is ranked by: its rounded total, then the class's tie-break keys in order."""
    total = result.total if ground.unit_class.rounding is not None else settled(result.total)
    return (total, *(_figure(ground, result, key) for key in ground.unit_class.tie_keys))


class Rank(NamedTuple):
    """A unit's rank among so many, shared with how many, settled by which tie-break key (0: none)."""

    rank: int
    of: int
    sharing: int
    key: int


def ranked(keys: Mapping[str, Key]) -> dict[str, Rank]:
    """The rank of each unit by its key."""
    ranks = competition(keys)
    sharing = Counter(ranks.values())
    equals: dict[Decimal, list[Key]] = {}
    for key in keys.values():
        equals.setdefault(key[0], []).append(key)
    return {
        unit: Rank(rank, len(ranks), sharing[rank], _settling(keys[unit], equals[keys[unit][0]]))
        for unit, rank in ranks.items()
    }


def _settling(key: Key, equals: list[Key]) -> int:
    """The first key after the total in which a unit differs from one with an equal total; 0 for none."""
    if len(equals) > 1:
        for place in range(1, len(key)):
            if any(other[place] != key[place] for other in equals):
                return place
    return 0


def steps_of(ground: Ground, key: Key, rank: Rank) -> tuple[Step, ...]:
    """The words of a rank: of how many, shared with how many, and which key settled an equal total."""
    arguments: dict[str, str | int | Decimal] = {"rank": rank.rank, "of": rank.of}
    told = Step("why.rank", key[0], (), arguments)
    if rank.sharing > 1:
        told = Step("why.rank_shared", key[0], (), {**arguments, "sharing": rank.sharing})
    if not rank.key:
        return (told,)
    name = ground.unit_class.tie_keys[rank.key - 1]
    value = ZERO if key[rank.key] == _ABSENT else key[rank.key]
    if name.startswith("-"):
        name, value = name[1:], value.copy_negate()
    if name in ("raw", "bonus", "penalty"):
        return (told, Step(f"why.tie_{name}", value))
    return (told, Step("why.tie_item", value, (), {"item": ground.title(name)}))


def _figure(ground: Ground, result: UnitResult, key: str) -> Decimal:
    smaller_first = key.startswith("-")
    name = key.removeprefix("-")
    value: Decimal | None
    if name == "raw":
        value = result.raw
    elif name in ("bonus", "penalty"):
        value = _of_kind(ground, result.main, "bonus" if name == "bonus" else "penalty")
    else:
        score = score_in(result, name)
        value = score.value if score is not None and score.state != "not_applicable" else None
    if value is None:
        return _ABSENT
    value = settled(value)
    return value.copy_negate() if smaller_first else value


def _of_kind(ground: Ground, score: Score, kind: Kind) -> Decimal:
    """The sum of the outermost scores of one kind."""
    indicator = ground.indicators.get(score.indicator)
    if indicator is not None and indicator.kind == kind:
        return score.value
    return sum((_of_kind(ground, child, kind) for child in score.children), ZERO)
