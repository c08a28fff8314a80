"""What each item of a unit's tree contributes to its total, in points of the total.

A total is a sum of its items as long as nothing but weights, folding and limits lies between them. Where a
parent takes the lowest, the product or the worst of its children, the parent is one part as a whole.
Rounding inside the tree is shared among the items it rounds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from assessments.derivation import Step
from assessments.numbers import ONE, ZERO, exact, total
from assessments.results import PeriodScore, Score, UnitResult
from assessments.scheme import Indicator, Kind, Period, Scheme
from assessments.tree import ROOT

_ACTING = ("why.base", "why.bonus", "why.penalty", "why.multiplier", "why.veto", "why.total", "why.mandatory")


@dataclass(frozen=True, slots=True)
class Part:
    """An item's part of a unit's total: `due` the points it could bring, `got` what it brings.

    `open` are the points of leaves in it that have not been observed yet. `is_leaf` is true of the items
    that add up: leaves, and parents that do not sum their children.
    """

    indicator: str
    due: Decimal = ZERO
    got: Decimal = ZERO
    open: Decimal = ZERO
    is_leaf: bool = True

    @property
    def lost(self) -> Decimal:
        """The points lost for good: neither got nor open."""
        return self.due - self.got - self.open


@dataclass(frozen=True, slots=True)
class Parts:
    """A unit's total in parts: the items by id, from above, and `rest` that no item brings.

    `rest` holds the base, bonus, penalty, vetoes and rounds taken over: the raw total is `rest` and what the
    leaves got.
    """

    unit: str
    items: Mapping[str, Part]
    rest: Decimal

    @property
    def raw(self) -> Decimal:
        """The total before rounding."""
        return self.rest + total(part.got for part in self.leaves)

    @property
    def leaves(self) -> tuple[Part, ...]:
        """The items that add up."""
        return tuple(part for part in self.items.values() if part.is_leaf)


def parts_of(scheme: Scheme, result: UnitResult) -> Parts:
    """What a unit's total is made of. A total that a veto took has no parts."""
    with exact():
        reader = _Reader(scheme, {each.id: each for each in scheme.indicators}, result)
        zeroed = any(mark.effect == "zero" for mark in result.marks)
        items = {} if zeroed else reader.items()
        got = total(part.got for part in items.values() if part.is_leaf)
        return Parts(result.unit, items, result.raw - got)


@dataclass(frozen=True, slots=True)
class _Reader:
    scheme: Scheme
    indicators: Mapping[str, Indicator]
    result: UnitResult

    def items(self) -> dict[str, Part]:
        """The parts by indicator; an item scored in several rounds is their sum."""
        held: dict[str, Part] = {}
        main, factor = _opening(self.result.steps)
        for tree, share in self._trees(main, factor):
            for part in self._parts(tree, "normal", share):
                if part.indicator == ROOT:
                    continue
                former = held.get(part.indicator, Part(part.indicator, is_leaf=part.is_leaf))
                held[part.indicator] = Part(
                    part.indicator,
                    former.due + part.due,
                    former.got + part.got,
                    former.open + part.open,
                    part.is_leaf,
                )
        return held

    def _trees(self, main: Decimal, factor: Decimal) -> Iterator[tuple[Score, Decimal]]:
        """The trees a year is made of, each with what one of its points is worth in the total."""
        if not self.result.periods:
            yield self.result.main, factor * _ratio(main, self.result.main.value, ONE)
            return
        rounds = tuple(self._rounds(self.result.periods, "", ONE))
        back = factor * _ratio(main, total(share * each.value for each, share in rounds), ONE)
        for each, share in rounds:
            if each.main is not None:
                yield each.main, share * back * _ratio(each.value, each.main.value, ONE)

    def _rounds(
        self, scores: tuple[PeriodScore, ...], parent: str, share: Decimal
    ) -> Iterator[tuple[PeriodScore, Decimal]]:
        periods = {each.id: each for each in self.scheme.periods if each.parent == parent}
        counted = [each for each in scores if each.held or _counts(periods.get(each.period))]
        weights = total(_weight(periods.get(each.period)) for each in counted)
        for each in counted:
            own = share * _ratio(_weight(periods.get(each.period)), weights, ZERO)
            if each.parts:
                yield from self._rounds(each.parts, each.period, own)
            else:
                yield each, own

    def _parts(self, score: Score, kind: Kind, worth: Decimal) -> list[Part]:
        """The parts of a tree, itself first; `worth` is what one point of `score` is worth in the total."""
        below = [child for child in score.children if self._kind(child, kind) == kind]
        due, got = score.due * worth, score.value * worth
        if not below or self._combine(score) != "sum":
            waiting = due - got if score.state == "missing" else ZERO
            return [Part(score.indicator, due, got, waiting)]
        inner = worth * _ratio(score.value, total(child.value for child in below), self._usual(score))
        inside = [self._parts(child, kind, inner) for child in below]
        waiting = total(parts[0].open for parts in inside)
        return [
            Part(score.indicator, due, got, waiting, False),
            *(part for parts in inside for part in parts),
        ]

    def _usual(self, score: Score) -> Decimal:
        """What a point of a child is worth in its parent where no score shows it."""
        own = self.indicators.get(score.indicator)
        if own is None or own.scale is None or own.points is None:
            return ONE
        return _ratio(own.points, own.scale, ONE)

    def _kind(self, score: Score, kind: Kind) -> Kind:
        own = self.indicators.get(score.indicator)
        return kind if own is None or own.kind == "normal" else own.kind

    def _combine(self, score: Score) -> str:
        if score.indicator == ROOT:
            return self.scheme.unit_class(self.result.unit_class).combine
        own = self.indicators.get(score.indicator)
        return "sum" if own is None else own.combine


def _opening(steps: tuple[Step, ...]) -> tuple[Decimal, Decimal]:
    """The main total, before base, bonus and penalty, and by how much the multipliers multiply it."""
    main = before = ZERO
    factor = ONE
    opened = False
    for step in steps:
        opened = opened or step.code.startswith(_ACTING)
        if not opened:
            main = step.value
        if step.code == "why.multiplier":
            factor = _ratio(step.value, before, ONE)
        before = step.value
    return main, factor


def _ratio(above: Decimal, below: Decimal, otherwise: Decimal) -> Decimal:
    return otherwise if below == ZERO else above / below


def _counts(period: Period | None) -> bool:
    """True of a round that counts though it was not held."""
    return period is not None and period.missing != "mean_of_held"


def _weight(period: Period | None) -> Decimal:
    return ONE if period is None else period.weight
