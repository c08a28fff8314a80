"""The ranks a unit has over many weightings near the present one (名次区间): how firm is a place?

Nothing is scored again: the parts of the totals are weighed anew, in whole numbers, so that thousands of
weightings take a moment. The same seed gives the same weightings everywhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import mul
from random import Random
from typing import NamedTuple

from assessments.analysis.parts import Parts, parts_of
from assessments.numbers import ZERO, exact, rounded
from assessments.results import Results, UnitResult
from assessments.scheme import Scheme
from assessments.standing import competition

_PLACES = 9
"""The digits after the point that are kept of a score."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A unit's ranks over the weightings: the best, the worst, how often each, and the present one.

    From `low` to `high` are the middle nine in ten.
    """

    unit: str
    rank: int
    best: int
    worst: int
    low: int
    high: int
    counts: Mapping[int, int]


def intervals(
    scheme: Scheme,
    results: Results,
    unit_class: str,
    *,
    percent: int = 20,
    weightings: int = 2000,
    seed: int = 1,
) -> tuple[Interval, ...]:
    """The rank interval of every ranked unit of a class, in the present order.

    In each weighting every item's points are those of now, more or less by up to `percent` (0 to 100), in
    whole percents; then all are brought back to the unit's full mark. Bonus, penalty and vetoes stay as they
    are. Totals are rounded as the class says; equal ones share a rank, unless the class settles them by the
    total before rounding.
    """
    held_class = scheme.unit_class(unit_class)
    with exact():
        held = [result for result in results.in_class(unit_class) if result.rank is not None]
        parts = [parts_of(scheme, result) for result in held]
        names = sorted({part.indicator for each in parts for part in each.leaves})
        dues: list[tuple[int, ...]] = []
        rows = [_row(each, result.raw, names, dues) for each, result in zip(parts, held, strict=True)]
    by_raw = "raw" in held_class.tie_keys
    counts: list[Counter[int]] = [Counter() for _ in held]
    random = Random(seed)
    for _ in range(weightings if held else 0):
        factors = [random.randrange(100 - percent, 101 + percent) for _ in names]
        weighed = [sum(map(mul, factors, due)) for due in dues]
        totals = enumerate(_total(row, factors, weighed[row.due]) for row in rows)
        keys = {at: (_rounded(value, held_class.rounding), value if by_raw else 0) for at, value in totals}
        for at, rank in competition(keys).items():
            counts[at][rank] += 1
    return tuple(_interval(result, count) for result, count in zip(held, counts, strict=True))


class _Row(NamedTuple):
    """A unit in whole numbers: what stays, what each item got, which of the `dues` is its own, their sum."""

    rest: int
    got: tuple[int, ...]
    due: int
    full: int


def _row(parts: Parts, raw: Decimal, names: Sequence[str], dues: list[tuple[int, ...]]) -> _Row:
    """The row of a unit. What its items could bring is kept in `dues`, once for all units alike."""
    got = tuple(_whole(parts.items[name].got if name in parts.items else ZERO) for name in names)
    due = tuple(_whole(parts.items[name].due if name in parts.items else ZERO) for name in names)
    if due not in dues:
        dues.append(due)
    return _Row(_whole(raw) - sum(got), got, dues.index(due), sum(due))


def _whole(value: Decimal) -> int:
    return int(rounded(value, _PLACES).scaleb(_PLACES))


def _total(row: _Row, factors: Sequence[int], due: int) -> int:
    """The total where each item weighs its factor, brought back from `due` to the unit's full mark."""
    got: int = sum(map(mul, factors, row.got))
    return row.rest + got * row.full // due if due > 0 else row.rest


def _rounded(value: int, places: int | None) -> int:
    """Half up, away from 0, in the unit of the places."""
    if places is None or places >= _PLACES:
        return value
    unit: int = 10 ** (_PLACES - places)
    whole = (abs(value) + unit // 2) // unit
    return whole if value >= 0 else -whole


def _interval(result: UnitResult, counts: Counter[int]) -> Interval:
    ranks = sorted(counts.elements())
    now = result.rank or 0
    if not ranks:
        return Interval(result.unit, now, now, now, now, now, {})
    low, high = ranks[len(ranks) // 20], ranks[len(ranks) - 1 - len(ranks) // 20]
    return Interval(result.unit, now, ranks[0], ranks[-1], low, high, dict(sorted(counts.items())))
