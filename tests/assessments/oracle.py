"""A second scorer, slow and plain: exact fractions, straight from the definitions, nothing remembered.

It shares nothing with the library but its records. It knows trees of items with points or weights; scores
given by hand, completion of a target, faults and honours by count; limits, folding, rounding; all ways of
combining and all treatments of what does not apply; bonus, penalty, multiplier; rounds of the year.
`totals` gives every unit's total before the class's limits and rounding.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction as F
from math import floor

from assessments.rules.add import Add
from assessments.rules.deduct import Deduct
from assessments.rules.linear import Linear
from assessments.scheme import Indicator, Limits, Period, Scheme, Unit
from assessments.sheet import Entry, Sheet

Entries = Mapping[tuple[str, str, str], Entry]
"""What was entered, by period, unit and indicator."""
EXTRA = ("bonus", "penalty", "multiplier")


def totals(scheme: Scheme, sheets: Iterable[Sheet]) -> dict[str, F]:
    """Every unit's total with everything but the class's limits and rounding."""
    entries = {
        (sheet.period, unit, indicator): entry
        for sheet in sheets
        for unit, row in sheet.entries.items()
        for indicator, entry in row.items()
    }
    away = {sheet.period for sheet in sheets if not sheet.held}
    return {unit.id: _Year(scheme, entries, away, unit).total() for unit in scheme.units}


def half_up(value: F, places: int | None) -> F:
    """The value at so many places, halves away from zero."""
    if places is None:
        return value
    shifted = abs(value) * 10**places
    whole = floor(shifted + F(1, 2))
    return F(whole if value >= 0 else -whole, 10**places)


@dataclass(frozen=True)
class _Got:
    """What an item came to. `out` are its points that are not due; of them the whole is brought back to its
    scale for `by_total`, its parent for `by_parent`. `nothing` where nothing of it is due."""

    value: F
    points: F
    out: F = F(0)
    by_total: F = F(0)
    by_parent: F = F(0)
    nothing: bool = False
    scored: bool = True


class _Year:
    """One unit's year."""

    def __init__(self, scheme: Scheme, entries: Entries, away: set[str], unit: Unit) -> None:
        self.scheme = scheme
        self.entries = entries
        self.away = away
        self.unit = unit
        self.unit_class = scheme.unit_class(unit.unit_class)

    def total(self) -> F:
        periods = [each for each in self.scheme.periods if not each.parent]
        value = self.mean(periods) if periods else self.sheet("")
        if self.unit_class.fold_to is not None:
            value = value * F(self.unit_class.fold_to) / F(self.unit_class.scale)
        return self.acted(value + F(self.unit_class.base), "")

    def mean(self, periods: list[Period]) -> F:
        held = [(F(each.weight), value) for each in periods if (value := self.of_period(each)) is not None]
        weights = sum((weight for weight, _ in held), F(0))
        return sum((weight * value for weight, value in held), F(0)) / weights if weights else F(0)

    def of_period(self, period: Period) -> F | None:
        inner = [each for each in self.scheme.periods if each.parent == period.id]
        if inner:
            if all(self.of_period(each) is None for each in inner):
                return self.not_held(period)
            return half_up(self.mean(inner), period.rounding)
        if period.id in self.away:
            return self.not_held(period)
        return half_up(self.acted(self.sheet(period.id), period.id), period.rounding)

    def not_held(self, period: Period) -> F | None:
        if period.missing == "uniform" and period.uniform is not None:
            return F(period.uniform)
        return F(0) if period.missing == "zero" else None

    def sheet(self, period: str) -> F:
        """The sum of the sheet, brought back to the class's scale for what does not apply."""
        scale = F(self.unit_class.scale)
        got = self.combined(period, None, self.top(period, "normal"), scale, self.unit_class.combine)
        if got is None:
            return F(0)
        kept = scale - (got.out - got.by_total)
        due = scale - got.out
        return got.value * kept / due if got.by_total and due > 0 else got.value

    def acted(self, value: F, period: str) -> F:
        """Bonus and penalty wherever they stand, then multipliers."""
        for kind in EXTRA:
            for each in self.scheme.indicators:
                above = self.kind_of(self.parent(each)) if each.parent else "normal"
                counts = self.concerns(each, period) and not self.covered(period, each)
                if counts and self.kind_of(each) == kind != above:
                    got = self.item(period, each, F(each.points) if each.points is not None else None)
                    value = value * got.value if kind == "multiplier" else value + got.value
        return value

    def covered(self, period: str, item: Indicator) -> bool:
        """A head above it was said not to apply, with all that stands in it."""
        if not item.parent:
            return False
        above = self.parent(item)
        entry = self.entries.get((period, self.unit.id, above.id))
        return (entry is not None and entry.not_applicable) or self.covered(period, above)

    # the tree

    def parent(self, item: Indicator) -> Indicator:
        return self.scheme.indicator(item.parent)

    def kind_of(self, item: Indicator) -> str:
        if item.kind != "normal" or not item.parent:
            return item.kind
        return self.kind_of(self.parent(item))

    def below(self, item: Indicator, period: str) -> list[Indicator]:
        return [
            each
            for each in self.scheme.indicators
            if each.parent == item.id
            and self.kind_of(each) == self.kind_of(item)
            and self.concerns(each, period)
            and self.counts(each, period)
        ]

    def top(self, period: str, kind: str) -> list[Indicator]:
        return [
            each
            for each in self.scheme.indicators
            if not each.parent
            and self.kind_of(each) == kind
            and self.concerns(each, period)
            and self.counts(each, period)
        ]

    def counts(self, item: Indicator, period: str) -> bool:
        """A leaf, or a head of which more than its bonus is for this unit."""
        leaf = all(each.parent != item.id for each in self.scheme.indicators)
        return leaf or self.kind_of(item) != "normal" or bool(self.below(item, period))

    def concerns(self, item: Indicator, period: str) -> bool:
        """Some leaf at or below it is for this unit, in this round."""
        inner = [each for each in self.scheme.indicators if each.parent == item.id]
        if inner:
            return any(self.concerns(each, period) for each in inner)
        line = item
        while not line.applies and line.parent:
            line = self.parent(line)
        mine = not line.applies or {self.unit.id, self.unit.unit_class} & set(line.applies)
        once = bool(self.scheme.periods) and self.kind_of(item) in EXTRA
        in_time = not self.scheme.periods or (period == "" if once else period != "")
        return bool(mine) and in_time

    def treatment(self, item: Indicator) -> str:
        if item.not_applicable is not None:
            return item.not_applicable
        return self.treatment(self.parent(item)) if item.parent else self.scheme.settings.not_applicable

    # values

    def combined(
        self, period: str, item: Indicator | None, parts: list[Indicator], full: F, combine: str
    ) -> _Got | None:
        """Items put together, out of `full`, before limits; None where nothing of them is due."""
        sizes = self.sizes(parts, full, combine)
        got = [self.item(period, part, sizes[part.id]) for part in parts]
        if item is not None and got and all(each.nothing for each in got):
            return None
        due = [each for each in got if not each.nothing]
        if combine == "sum":
            inner = sum((each.by_parent for each in got), F(0))
            out = sum((each.out for each in got), F(0)) - inner
            value = sum((each.value for each in due), F(0))
            if inner and full - out - inner > 0:
                value = value * (full - out) / (full - out - inner)
            return _Got(value, full, out, sum((each.by_total for each in got), F(0)))
        backed = [
            (
                each.value * each.points / (each.points - each.out)
                if each.by_total and each.points > each.out
                else each.value,
                each.points,
            )
            for each in due
        ]
        if not backed:
            return _Got(F(0), full)
        if combine in ("lowest", "highest"):
            best = min if combine == "lowest" else max
            return _Got(best(value for value, _ in backed), full)
        if combine == "worst_only":
            return _Got(full - max(points - value for value, points in backed), full)
        product = full
        for value, points in backed:
            product = product * value / points
        return _Got(product, full)

    def sizes(self, parts: list[Indicator], full: F, combine: str) -> dict[str, F]:
        """The full mark of each part: its points, its share of what is left, or the whole."""
        own = {part.id: self.own_points(part) for part in parts}
        taken = sum((points for points in own.values() if points is not None), F(0))
        left = max(F(0), full - taken)
        heavy = sum((F(part.weight or 0) for part in parts if own[part.id] is None), F(0))
        sizes: dict[str, F] = {}
        for part in parts:
            points = own[part.id]
            if points is None:
                points = left * F(part.weight or 0) / heavy if combine == "sum" else full
            sizes[part.id] = points
        return sizes

    def own_points(self, item: Indicator) -> F | None:
        for override in self.scheme.overrides:
            if (override.unit, override.indicator) == (self.unit.id, item.id) and override.points is not None:
                return F(override.points)
        return None if item.points is None else F(item.points)

    def item(self, period: str, item: Indicator, points: F | None) -> _Got:
        """One item, inside its parent."""
        entry = self.entries.get((period, self.unit.id, item.id))
        below = self.below(item, period)
        if entry is not None and entry.not_applicable:
            return self.excused(period, item, points)
        scale = F(item.scale) if item.scale is not None else points
        if below:
            assert scale is not None
            got = self.combined(period, item, below, scale, item.combine)
            if got is None:
                return self.excused(period, item, points)
            places = self.scheme.settings.parent_rounding
            value = self.limited(item, got.value, scale - got.out)
        else:
            given = self.leaf(item, entry, scale)
            if given is None:
                return _Got(F(1) if item.kind == "multiplier" else F(0), points or F(0), scored=False)
            got = _Got(given, points or F(0))
            places = self.scheme.settings.leaf_rounding
            value = self.limited(item, given, scale)
        share = F(1) if scale is None or points is None else points / scale
        value = half_up(value * share, places if item.rounding is None else item.rounding)
        return _Got(value, points or F(0), got.out * share, got.by_total * share)

    def limited(self, item: Indicator, value: F, full: F | None) -> F:
        floor_, cap = _limits(self.kind_of(item), item.limits, full)
        value = value if cap is None else min(value, cap)
        return value if floor_ is None else max(value, floor_)

    def leaf(self, item: Indicator, entry: Entry | None, scale: F | None) -> F | None:
        """What the rule gives out of `scale`; None where nothing was entered."""
        kind = self.kind_of(item)
        if entry is None:
            return F(0) if kind in ("bonus", "penalty") else None
        if entry.score is not None:
            return F(entry.score)
        start = F(0) if kind == "penalty" or scale is None else scale
        rule = item.rule
        if isinstance(rule, Linear) and entry.value is not None and rule.target is not None:
            reached = F(entry.value) / F(rule.target)
            return reached * start * (1 if reached >= 1 else F(rule.missed_factor))
        if isinstance(rule, Deduct) and entry.value is not None:
            lost = F(entry.value) * F(rule.faults[0].each or 0)
            return (F(0) if rule.from_zero else start) - lost
        if isinstance(rule, Add) and entry.value is not None:
            return F(entry.value) * F(rule.honours[0].each or 0)
        return F(0) if kind in ("bonus", "penalty") else None

    # what does not apply

    def excused(self, period: str, item: Indicator, points: F | None) -> _Got:
        kind, size = self.kind_of(item), points or F(0)
        if kind != "normal":
            return _Got(F(1) if kind == "multiplier" else F(0), size, size, nothing=True)
        how = self.treatment(item)
        if how == "full":
            return _Got(size, size, scored=False)
        if how == "zero":
            return _Got(F(0), size, scored=False)
        if how == "class_mean":
            return _Got(self.class_mean(period, item, size), size, scored=False)
        inner = size if how == "rescale_parent" else F(0)
        outer = size if how == "rescale_total" else F(0)
        return _Got(F(0), size, size, outer, inner, nothing=True)

    def class_mean(self, period: str, item: Indicator, size: F) -> F:
        """The mean of those of the class who have a score there; at most full points."""
        found = self.class_scores(period, item)
        if not found:
            return F(0)
        places = self.scheme.settings.leaf_rounding if item.rounding is None else item.rounding
        return half_up(min(size, sum(found, F(0)) / len(found)), places)

    def class_scores(self, period: str, item: Indicator) -> list[F]:
        found: list[F] = []
        for unit in self.scheme.units_of(self.unit.unit_class):
            other = _Year(self.scheme, self.entries, self.away, unit)
            concerned = other.concerns(item, period) and other.counts(item, period)
            if concerned and not other.is_out(period, item):
                got = other.item(period, item, other.size_of(period, item))
                if got.scored and other.is_complete(period, item):
                    found.append(got.value)
        return found

    def size_of(self, period: str, item: Indicator) -> F:
        """The full mark of an item, found from the outside."""
        if not item.parent:
            full, combine = F(self.unit_class.scale), self.unit_class.combine
            return self.sizes(self.top(period, self.kind_of(item)), full, combine)[item.id]
        above = self.parent(item)
        full = F(above.scale) if above.scale is not None else self.size_of(period, above)
        return self.sizes(self.below(above, period), full, above.combine)[item.id]

    def is_out(self, period: str, item: Indicator) -> bool:
        entry = self.entries.get((period, self.unit.id, item.id))
        below = self.below(item, period)
        return (entry is not None and entry.not_applicable) or (
            bool(below) and all(self.is_out(period, each) for each in below)
        )

    def is_complete(self, period: str, item: Indicator) -> bool:
        """Nothing below it is open; what does not apply to the unit is not open, unless its mean is."""
        entry = self.entries.get((period, self.unit.id, item.id))
        every = [each for each in self.scheme.indicators if each.parent == item.id]
        inner = [each for each in every if self.concerns(each, period)]
        if entry is not None and entry.not_applicable:
            by_mean = self.kind_of(item) == "normal" and self.treatment(item) == "class_mean"
            return not by_mean or bool(self.class_scores(period, item))
        if inner:
            return all(
                self.is_complete(period, each) for each in inner if self.kind_of(each) != "information"
            )
        return self.leaf(item, entry, F(1)) is not None


def _limits(kind: str, limits: Limits, full: F | None) -> tuple[F | None, F | None]:
    """Floor and cap: the item's own, else 0 to full marks; for a penalty its points below 0 to 0."""
    low: F | None = F(0)
    high = full
    if kind == "penalty":
        low, high = (-full if full else None), F(0)
    if kind == "multiplier":
        low = high = None
    of: Callable[[Decimal | None, F | None], F | None] = lambda own, usual: usual if own is None else F(own)  # noqa: E731
    low, high = of(limits.floor, low), of(limits.cap, high)
    return (None if limits.no_floor else low), (None if limits.no_cap else high)
