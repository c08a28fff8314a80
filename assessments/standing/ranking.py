"""Ranking (排名): 1 + the number of units that are strictly better, so that equals share a rank: 8, 8, 10."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TypeAlias

from assessments.derivation import Step
from assessments.numbers import ZERO
from assessments.results import Score, UnitResult
from assessments.scheme import Kind
from assessments.standing.ground import Ground

Key: TypeAlias = tuple[Decimal, ...]
_ABSENT = Decimal("-Infinity")


def competition(keys: Mapping[str, Key]) -> dict[str, int]:
    """The rank of each by its key, the larger first; equal keys share the rank (并列), which leaves a gap."""
    ranks: dict[str, int] = {}
    rank = 0
    former: Key | None = None
    for place, unit in enumerate(sorted(keys, key=keys.__getitem__, reverse=True), start=1):
        if keys[unit] != former:
            rank, former = place, keys[unit]
        ranks[unit] = rank
    return ranks


def keys_of(ground: Ground, results: Iterable[UnitResult]) -> dict[str, Key]:
    """What each unit is ranked by: its rounded total, then the class's tie-break keys in order."""
    keys = ground.unit_class.tie_keys
    return {
        result.unit: (result.total, *(_figure(ground, result, key) for key in keys)) for result in results
    }


def steps_of(
    ground: Ground, keys: Mapping[str, Key], ranks: Mapping[str, int]
) -> dict[str, tuple[Step, ...]]:
    """The words of each rank: of how many, shared with how many, and which key settled an equal total."""
    sharing: dict[int, int] = {}
    equals: dict[Decimal, list[Key]] = {}
    for unit, rank in ranks.items():
        sharing[rank] = sharing.get(rank, 0) + 1
        equals.setdefault(keys[unit][0], []).append(keys[unit])
    return {
        unit: (
            _rank_step(keys[unit][0], rank, len(ranks), sharing[rank]),
            *_settling(ground, keys[unit], equals[keys[unit][0]]),
        )
        for unit, rank in ranks.items()
    }


def _rank_step(total: Decimal, rank: int, of: int, sharing: int) -> Step:
    if sharing > 1:
        return Step("why.rank_shared", total, (), {"rank": rank, "of": of, "sharing": sharing})
    return Step("why.rank", total, (), {"rank": rank, "of": of})


def _settling(ground: Ground, key: Key, equals: list[Key]) -> tuple[Step, ...]:
    if len(equals) == 1:
        return ()
    for place, name in enumerate(ground.unit_class.tie_keys, start=1):
        if any(other[place] != key[place] for other in equals):
            bare = name.removeprefix("-")
            value = key[place].copy_abs() if name.startswith("-") and key[place] != _ABSENT else key[place]
            value = ZERO if value == _ABSENT else value
            if bare in ("raw", "bonus", "penalty"):
                return (Step(f"why.tie_{bare}", value),)
            return (Step("why.tie_item", value, (), {"item": ground.title(bare)}),)
    return ()


def _figure(ground: Ground, result: UnitResult, key: str) -> Decimal:
    smaller_first = key.startswith("-")
    name = key.removeprefix("-")
    value: Decimal | None
    if name == "raw":
        value = result.raw
    elif name in ("bonus", "penalty"):
        value = _of_kind(ground, result.main, "bonus" if name == "bonus" else "penalty")
    else:
        score = ground.score(result, name)
        value = score.value if score is not None and score.state != "not_applicable" else None
    if value is None:
        return _ABSENT
    return value.copy_negate() if smaller_first else value


def _of_kind(ground: Ground, score: Score, kind: Kind) -> Decimal:
    """The sum of the outermost scores of one kind."""
    indicator = ground.indicators.get(score.indicator)
    if indicator is not None and indicator.kind == kind:
        return score.value
    return sum((_of_kind(ground, child, kind) for child in score.children), ZERO)
