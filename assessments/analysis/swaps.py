"""The smallest change of one item's weight that lets a unit overtake another (名次互换).

A total is linear in one item's points; in a relative weight it is a quotient whose numerator and denominator
are. So two scorings tell where two totals meet, exactly; a third one confirms it. From there the nearest
round weight is looked for at which the printed ranks have swapped, and that is scored in full as well.
Where limits make the totals bend, the confirmation fails and the item has no answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from assessments.analysis.parts import Parts, parts_of
from assessments.analysis.whatif import Weigh, amount, beside_of, siblings_of, tried
from assessments.numbers import ONE, ZERO, exact, rounded, total
from assessments.results import UnitResult
from assessments.scheme import UnitClass
from assessments.scoring import Board

_STEP = Decimal("0.01")
_SMALL = Decimal("1e-18")
_STEPS = 20_000
_DENOMINATOR = 10**12
"""Meeting points are quotients of printed numbers: the nearest fraction with a denominator below this is
the exact one, as scores are carried with forty digits."""


@dataclass(frozen=True, slots=True)
class Swap:
    """A change of one item after which `unit` stands before `other`.

    `now` are its points or weight, `tie` where the two totals are exactly equal, `to` the nearest weight in
    whole steps from now at which the ranks have swapped. `effect` is the change in points of the total.
    """

    indicator: str
    unit: str
    other: str
    now: Decimal
    tie: Fraction
    to: Decimal
    effect: Decimal


def swap_by(
    board: Board, unit: str, other: str, indicator: str, *, keep: bool = True, step: Decimal = _STEP
) -> Swap | None:
    """The smallest change of one item that puts `unit` before `other`, in whole steps from now.

    With `keep` the siblings share what is left (see `Weigh`). None where no change of this item does it, or
    `unit` already stands before the other.
    """
    with exact():
        now = amount(board.scheme, indicator)
        behind, ahead = board.results.of(unit), board.results.of(other)
        if now is None or behind.rank is None or ahead.rank is None or behind.rank < ahead.rank:
            return None
        pair = _pair(board, behind, ahead, indicator, now, keep)
        tie = None if pair is None else _tie(pair)
        if pair is None or tie is None:
            return None
        if tie != now and not _confirmed(board, pair, Weigh(indicator, _decimal(tie), keep)):
            return None
        for to in _nearest(pair, tie, board.scheme.unit_class(behind.unit_class), step):
            after = tried(board, (Weigh(indicator, to, keep),)).results
            first, second = after.of(unit).rank, after.of(other).rank
            if first is not None and second is not None and first < second:
                worth = _worth(board, behind, ahead, indicator, now)
                return Swap(indicator, unit, other, now, tie, to, abs(to - now) * worth)
        return None


def smallest_swap(
    board: Board, unit: str, other: str, *, keep: bool = True, step: Decimal = _STEP
) -> Swap | None:
    """The swap with the least effect on the full marks, of all items; None where no single item does it.

    Items are tried in the order of what the parts of the two totals let expect, until none that is left can
    need less.
    """
    with exact():
        behind, ahead = board.results.of(unit), board.results.of(other)
        best: Swap | None = None
        for expected, indicator in sorted(_expected(board, behind, ahead, keep)):
            if best is not None and expected > best.effect + step:
                break
            found = swap_by(board, unit, other, indicator, keep=keep, step=step)
            if found is not None and (best is None or found.effect < best.effect):
                best = found
        return best


@dataclass(frozen=True, slots=True)
class _Line:
    """A total as it runs with a weight: (a × weight + b) ÷ (weight + rest); without rest a × weight + b."""

    a: Decimal
    b: Decimal
    rest: Decimal | None

    def at(self, weight: Decimal) -> Decimal:
        above = self.a * weight + self.b
        return above if self.rest is None else above / (weight + self.rest)


@dataclass(frozen=True, slots=True)
class _Pair:
    """The totals of the two units as they run with a weight between 0 and `most`, and what it is now."""

    behind: _Line
    ahead: _Line
    units: tuple[str, str]
    now: Decimal
    most: Decimal | None

    def lead(self, weight: Decimal) -> Decimal:
        """How far the unit behind is before the other at a weight."""
        return self.behind.at(weight) - self.ahead.at(weight)


def _pair(
    board: Board, behind: UnitResult, ahead: UnitResult, indicator: str, now: Decimal, keep: bool
) -> _Pair | None:
    """The two lines, from the present totals and those under a second weight."""
    held = board.scheme.indicator(indicator)
    beside = beside_of(board.scheme, held)
    kept = keep and beside > ZERO
    second = now / 2 if now > ZERO else ONE if not kept else beside / 2
    rest = beside if held.weight is not None and not kept else None
    if rest is not None and rest <= ZERO:
        return None
    then = tried(board, (Weigh(indicator, second, keep),)).results
    lines = [_line((now, each.raw), (second, then.of(each.unit).raw), rest) for each in (behind, ahead)]
    most = now + beside if kept else None
    return _Pair(lines[0], lines[1], (behind.unit, ahead.unit), now, most)


def _line(one: tuple[Decimal, Decimal], other: tuple[Decimal, Decimal], rest: Decimal | None) -> _Line:
    """The line through two points (weight, total)."""
    above = [total if rest is None else total * (weight + rest) for weight, total in (one, other)]
    a = (above[0] - above[1]) / (one[0] - other[0])
    return _Line(a, above[0] - a * one[0], rest)


def _tie(pair: _Pair) -> Fraction | None:
    """The weight where the two totals meet; the present one where the unit behind is not below already.

    None where they do not meet in the weights that are possible.
    """
    if pair.lead(pair.now) >= ZERO:
        return Fraction(pair.now)
    slope = Fraction(pair.behind.a) - Fraction(pair.ahead.a)
    if abs(slope) < _SMALL:
        return None
    tie = ((Fraction(pair.ahead.b) - Fraction(pair.behind.b)) / slope).limit_denominator(_DENOMINATOR)
    possible = tie >= 0 and (pair.most is None or tie <= Fraction(pair.most))
    return tie if possible else None


def _confirmed(board: Board, pair: _Pair, change: Weigh) -> bool:
    """True where a scoring in full under the weight gives equal totals."""
    after = tried(board, (change,)).results
    return abs(after.of(pair.units[0]).raw - after.of(pair.units[1]).raw) < _SMALL


def _nearest(pair: _Pair, tie: Fraction, unit_class: UnitClass, step: Decimal) -> Iterator[Decimal]:
    """The weights in whole steps from now, the nearest first, where the rounded totals let expect the swap.

    Where they are equal and a tie-break key may settle them, a few are offered as well.
    """
    meeting = _decimal(tie)
    sign = ONE if pair.lead(pair.now + step) > pair.lead(pair.now) else -ONE
    first = max(1, int(abs(meeting - pair.now) / step))
    doubtful = 3 if unit_class.tie_keys else 0
    for count in range(first, first + _STEPS):
        weight = pair.now + sign * step * count
        if weight < ZERO or (pair.most is not None and weight > pair.most):
            return
        totals = [rounded(line.at(weight), unit_class.rounding) for line in (pair.behind, pair.ahead)]
        if totals[0] > totals[1]:
            yield weight
        elif totals[0] == totals[1] and doubtful:
            doubtful -= 1
            yield weight


def _expected(
    board: Board, behind: UnitResult, ahead: UnitResult, keep: bool
) -> Iterator[tuple[Decimal, str]]:
    """The effect that a swap by each item would have as far as the parts of the two totals show."""
    low, high = parts_of(board.scheme, behind), parts_of(board.scheme, ahead)
    gap = high.raw - low.raw
    for indicator in sorted({*low.items, *high.items}):
        held = board.scheme.indicator(indicator)
        now = amount(board.scheme, indicator)
        if not now:
            continue
        worth = _worth(board, behind, ahead, indicator, now)
        lead = _got(low, indicator) - _got(high, indicator)
        slope = lead / now
        beside = beside_of(board.scheme, held)
        if (keep or held.weight is not None) and beside > ZERO:
            names = [each.id for each in siblings_of(board.scheme, held)]
            slope -= total(_got(low, each) - _got(high, each) for each in names) / beside
        if slope != ZERO:
            yield abs(gap / slope) * worth, indicator


def _got(parts: Parts, indicator: str) -> Decimal:
    return parts.items[indicator].got if indicator in parts.items else ZERO


def _worth(board: Board, behind: UnitResult, ahead: UnitResult, indicator: str, now: Decimal) -> Decimal:
    """What one unit of an item's amount is worth in points of the total."""
    dues = [
        parts.items[indicator].due
        for parts in (parts_of(board.scheme, behind), parts_of(board.scheme, ahead))
        if indicator in parts.items
    ]
    return max(dues) / now if dues and now else ONE


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)
