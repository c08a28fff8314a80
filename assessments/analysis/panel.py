"""The assessors' marks side by side: where they disagree, who marks high or low, who may see what.

Marks of different items are compared as a share of the item's full mark, in percent.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assessments import facts, windows
from assessments.numbers import HUNDRED, ZERO, exact, mean, total
from assessments.rules.panel import Panel
from assessments.scheme import Scheme
from assessments.sheet import Sheet
from assessments.tree import Node, trees


@dataclass(frozen=True, slots=True)
class Mark:
    """One assessor's mark: as it was `given`, what it is `worth`, and the sheet it stands in."""

    by: str
    given: Decimal
    worth: Decimal
    sheet: str


@dataclass(frozen=True, slots=True)
class RatedItem:
    """An item of one unit in one round with all its marks, by assessor. `full` is their full mark.

    `in_places` is true where the marks are places that each assessor gave (排队打分).
    """

    period: str
    unit: str
    indicator: str
    full: Decimal
    marks: tuple[Mark, ...]
    in_places: bool = False

    @property
    def mean(self) -> Decimal:
        """The plain mean of the marks."""
        with exact():
            return mean(mark.worth for mark in self.marks)

    @property
    def median(self) -> Decimal:
        """The middle mark, or the mean of the two in the middle."""
        return median([mark.worth for mark in self.marks])

    @property
    def spread(self) -> Decimal:
        """The highest mark less the lowest."""
        return max(mark.worth for mark in self.marks) - min(mark.worth for mark in self.marks)

    @property
    def spread_percent(self) -> Decimal:
        """The spread in percent of the full mark."""
        with exact():
            return self.spread / self.full * HUNDRED

    def of(self, by: str) -> Mark | None:
        """One assessor's mark; None where they have not rated."""
        return next((mark for mark in self.marks if mark.by == by), None)


@dataclass(frozen=True, slots=True)
class ItemSpread:
    """How far the assessors are apart in one item over all units, in percent of the full mark.

    `widest` is the unit where they are farthest apart.
    """

    indicator: str
    units: int
    mean: Decimal
    greatest: Decimal
    widest: str


@dataclass(frozen=True, slots=True)
class Leniency:
    """How one assessor marks beside the others (宽严), in percent of the full mark.

    `deviation` is the mean of own mark less the mean of the others' on the same item of the same unit: above
    0 is lenient. `spread` is the standard deviation of the own marks, `others_spread` that of the others'
    means: a small one separates nobody. `agreement` is Spearman's correlation of the units in the assessor's
    order with their order by the others (1 alike, −1 reversed); None with fewer than three units or without
    any order. `compared` is the number of marks that the others have rated too.
    """

    assessor: str
    marks: int
    compared: int
    deviation: Decimal | None
    spread: Decimal | None
    others_spread: Decimal | None
    agreement: Decimal | None


def rated_items(scheme: Scheme, sheets: Iterable[Sheet]) -> tuple[RatedItem, ...]:
    """Every item with marks, by round, then the scheme's order of units and indicators.

    Of two sheets of one assessor the later counts; marks of unknown assessors do not, as in the scoring.
    """
    known = {assessor.id for assessor in scheme.assessors}
    marks: dict[tuple[str, str, str], dict[str, tuple[Decimal, str]]] = {}
    for sheet in facts.in_standing(scheme, sheets):
        if sheet.kind != "rating" or (known and sheet.by not in known):
            continue
        for unit, entries in sheet.entries.items():
            for indicator, entry in entries.items():
                if entry.score is not None:
                    by = marks.setdefault((sheet.period, unit, indicator), {})
                    by.setdefault(sheet.by, (entry.score, sheet.id))
    return tuple(
        item
        for period in windows.scored(scheme)
        for unit, tree in trees(scheme, period).items()
        for leaf in tree.leaves()
        if (item := _item(period, unit, leaf, marks.get((period, unit, leaf.id), {}))) is not None
    )


def _item(period: str, unit: str, leaf: Node, marks: Mapping[str, tuple[Decimal, str]]) -> RatedItem | None:
    rule = leaf.indicator.rule
    if not marks or not isinstance(rule, Panel):
        return None
    full = leaf.scale if rule.out_of is None else rule.out_of
    if full is None or full <= ZERO:
        return None
    ordered = tuple(
        Mark(by, score, rule.worth_of(score), sheet) for by, (score, sheet) in sorted(marks.items())
    )
    return RatedItem(period, unit, leaf.id, full, ordered, bool(rule.by_place))


def by_disagreement(items: Iterable[RatedItem]) -> tuple[RatedItem, ...]:
    """The items of units with at least two marks, those with the widest spread first."""
    held = [item for item in items if len(item.marks) > 1]
    return tuple(sorted(held, key=lambda item: -item.spread_percent))


def spread_of_items(items: Iterable[RatedItem]) -> tuple[ItemSpread, ...]:
    """How far apart the assessors are in each item, the most disputed first."""
    held: dict[str, list[RatedItem]] = {}
    for item in items:
        if len(item.marks) > 1:
            held.setdefault(item.indicator, []).append(item)
    with exact():
        found = [
            ItemSpread(
                indicator,
                len({item.unit for item in own}),
                mean(item.spread_percent for item in own),
                max(item.spread_percent for item in own),
                max(own, key=lambda item: item.spread_percent).unit,
            )
            for indicator, own in held.items()
        ]
    return tuple(sorted(found, key=lambda each: (-each.mean, -each.greatest)))


def leniency(items: Iterable[RatedItem]) -> tuple[Leniency, ...]:
    """Every assessor's leniency, the most lenient first; those without comparison last."""
    held = tuple(items)
    with exact():
        found = [_leniency(by, held) for by in sorted({mark.by for item in held for mark in item.marks})]
    return tuple(sorted(found, key=lambda each: (each.deviation is None, -(each.deviation or ZERO))))


def _leniency(by: str, items: Sequence[RatedItem]) -> Leniency:
    rated = [(item, own) for item in items if (own := item.of(by)) is not None]
    own_marks: list[Decimal] = []
    others: list[Decimal] = []
    by_unit: dict[tuple[str, str], list[tuple[Decimal, Decimal]]] = {}
    for item, own in rated:
        rest = [mark.worth for mark in item.marks if mark.by != by]
        if rest:
            own_marks.append(own.worth / item.full * HUNDRED)
            others.append(mean(rest) / item.full * HUNDRED)
            by_unit.setdefault((item.period, item.unit), []).append((own_marks[-1], others[-1]))
    if not own_marks:
        return Leniency(by, len(rated), 0, None, None, None, None)
    mine = [mean(pair[0] for pair in pairs) for pairs in by_unit.values()]
    theirs = [mean(pair[1] for pair in pairs) for pairs in by_unit.values()]
    return Leniency(
        by,
        len(rated),
        len(own_marks),
        mean(own_marks) - mean(others),
        _deviation(own_marks),
        _deviation(others),
        agreement(mine, theirs),
    )


def median(values: Sequence[Decimal]) -> Decimal:
    """The middle of at least one value, or the mean of the two in the middle."""
    ordered = sorted(values)
    with exact():
        return mean((ordered[(len(ordered) - 1) // 2], ordered[len(ordered) // 2]))


def agreement(mine: Sequence[Decimal], theirs: Sequence[Decimal]) -> Decimal | None:
    """Spearman's correlation of two series, equal values at their mean rank."""
    if len(mine) < 3:
        return None
    with exact():
        left, right = _ranks(mine), _ranks(theirs)
        middle = mean(left)
        both = total((one - middle) * (two - middle) for one, two in zip(left, right, strict=True))
        wide = total((one - middle) ** 2 for one in left) * total((two - middle) ** 2 for two in right)
        return None if wide == ZERO else both / wide.sqrt()


def _ranks(values: Sequence[Decimal]) -> list[Decimal]:
    ordered = sorted(values)
    return [Decimal(2 * ordered.index(value) + ordered.count(value) + 1) / 2 for value in values]


def _deviation(values: Sequence[Decimal]) -> Decimal:
    middle = mean(values)
    return mean((value - middle) ** 2 for value in values).sqrt()


def visible(scheme: Scheme, sheets: Iterable[Sheet], viewer: str, revealed: bool) -> tuple[Sheet, ...]:
    """The sheets that somebody may see; `viewer` is an assessor's id, or "" for anybody else.

    Until the marks are revealed each assessor sees only the own ones and everybody else none, where the
    scheme hides them (评委独立打分). All other sheets can be seen.
    """
    open_to_all = revealed or not scheme.settings.panel_hidden
    return tuple(
        sheet for sheet in sheets if open_to_all or sheet.kind != "rating" or (viewer and sheet.by == viewer)
    )


def progress(scheme: Scheme, sheets: Iterable[Sheet]) -> Mapping[str, tuple[int, int]]:
    """How many marks each assessor has given, of how many: it can be shown while the marks are hidden."""
    items = rated_items(scheme, sheets)
    due = sum(
        isinstance(leaf.indicator.rule, Panel)
        for period in windows.scored(scheme)
        for tree in trees(scheme, period).values()
        for leaf in tree.leaves()
    )
    names = {assessor.id for assessor in scheme.assessors} | {
        mark.by for item in items for mark in item.marks
    }
    return {name: (sum(item.of(name) is not None for item in items), due) for name in sorted(names)}
