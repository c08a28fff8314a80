"""How far each item separates the units of a class (区分度): which decide, and which separate nobody."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from assessments.analysis.parts import Parts, parts_of
from assessments.numbers import ZERO, exact, mean, total
from assessments.results import Results, Score
from assessments.scheme import Scheme


@dataclass(frozen=True, slots=True)
class Spread:
    """One item in one class: the values of the units to which it applies and which are scored in it.

    `deviation` is the standard deviation of the whole class, ÷ n (标准差). `rate` is the mean
    share got, in percent; None where nothing was due. `share` is the part of the variance of the totals that
    the item explains, in percent: its covariance with the total over the total's variance. The shares of all
    leaves, bonus, penalty and what no item brings add up to 100; one below 0 works against the others. It is
    None for what is no part of the sum, and where all totals are equal.
    """

    indicator: str
    units: int
    least: Decimal
    most: Decimal
    mean: Decimal
    deviation: Decimal
    rate: Decimal | None
    share: Decimal | None
    is_leaf: bool

    @property
    def separates(self) -> bool:
        """False where every unit got the same."""
        return self.least != self.most


def spreads(scheme: Scheme, results: Results, unit_class: str) -> tuple[Spread, ...]:
    """The spread of every item that is scored in the class, in the order of the first unit's tree.

    Units without a rank because they are handed over or were not there are left out.
    """
    with exact():
        ranked = scheme.unit_class(unit_class).ranked
        held = [each for each in results.in_class(unit_class) if each.rank is not None or not ranked]
        scores: dict[str, list[Score]] = {}
        for result in held:
            for score in result.main.all():
                if score.indicator and score.state == "scored":
                    scores.setdefault(score.indicator, []).append(score)
        parts = [parts_of(scheme, result) for result in held]
        totals = [result.raw for result in held]
        return tuple(
            _spread(indicator, own, _share(indicator, parts, totals))
            for indicator, own in scores.items()
            if own
        )


def _spread(indicator: str, scores: list[Score], share: Decimal | None) -> Spread:
    due = total(score.due for score in scores)
    values = [score.value for score in scores]
    return Spread(
        indicator,
        len(values),
        min(values),
        max(values),
        mean(values),
        _variance(values).sqrt(),
        None if due == ZERO else total(values) / due * 100,
        share,
        not any(score.children for score in scores),
    )


def _share(indicator: str, parts: list[Parts], totals: list[Decimal]) -> Decimal | None:
    variance = _variance(totals)
    if variance == ZERO or not any(indicator in each.items for each in parts):
        return None
    values = [each.items[indicator].got if indicator in each.items else ZERO for each in parts]
    return _covariance(values, totals) / variance * 100


def _variance(values: list[Decimal]) -> Decimal:
    return _covariance(values, values)


def _covariance(one: list[Decimal], other: list[Decimal]) -> Decimal:
    if not one:
        return ZERO
    middle = mean(one), mean(other)
    products = ((x - middle[0]) * (y - middle[1]) for x, y in zip(one, other, strict=True))
    return mean(tuple(products))
