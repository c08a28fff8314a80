"""What the standing of a class is settled on, and where a figure of a unit is found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from assessments.numbers import rounded
from assessments.results import Results, Score, UnitResult
from assessments.rules import Rule
from assessments.scheme import Indicator, Scheme, Unit, UnitClass
from assessments.sheet import Event
from assessments.windows import assessed

_PLACES = 20


@dataclass(frozen=True, slots=True)
class Ground:
    """One class with the scheme around it, by id. `former` are the grades by unit of the years right before,
    the latest first."""

    scheme: Scheme
    unit_class: UnitClass
    units: Mapping[str, Unit]
    indicators: Mapping[str, Indicator]
    events: Mapping[str, tuple[Event, ...]]
    former: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(
        cls,
        scheme: Scheme,
        unit_class: UnitClass,
        events: Mapping[str, tuple[Event, ...]],
        earlier: Results | None,
    ) -> Ground:
        """The ground of one class. Results of another year than the last do not go on to this one."""
        last_year = earlier.units if earlier is not None and earlier.year == scheme.year - 1 else ()
        return cls(
            scheme,
            unit_class,
            {unit.id: unit for unit in scheme.units},
            {indicator.id: indicator for indicator in scheme.indicators},
            events,
            {result.unit: (result.grade, *result.former) for result in last_year},
        )

    @property
    def full_mark(self) -> Decimal:
        """The full mark of a total: the scale the main score is brought to."""
        fold = self.unit_class.fold_to
        return self.unit_class.scale if fold is None else fold

    def title(self, indicator: str) -> str:
        """The title of an indicator; its id where the scheme has none of that id."""
        held = self.indicators.get(indicator)
        return held.title if held is not None else indicator

    def rule(self, unit: str, indicator: str) -> Rule | None:
        """The rule of an item for a unit; None where it has none."""
        own = (
            each.rule for each in self.scheme.overrides if (each.unit, each.indicator) == (unit, indicator)
        )
        held = self.indicators.get(indicator)
        return next((rule for rule in own if rule is not None), held.rule if held is not None else None)

    def stands(self, unit: str) -> bool:
        """True where the unit is assessed here and existed on at least one day of the year's window."""
        return assessed(self.scheme, self.units[unit])


def settled(value: Decimal) -> Decimal:
    """The value as it is compared: 89.999…, where the exact one is 90, reaches 90 and equals it."""
    exponent = value.as_tuple().exponent
    long = isinstance(exponent, int) and exponent < -_PLACES
    return rounded(value, _PLACES) if long else value


def rate_of(result: UnitResult, indicator: str) -> Decimal | None:
    """The share of the points due that was got in one indicator, in percent; None where none are due."""
    score = score_in(result, indicator)
    rate = score.rate if score is not None and score.state != "not_applicable" else None
    return None if rate is None else settled(rate)


def score_in(result: UnitResult, indicator: str) -> Score | None:
    """The score of one indicator: in the unit's tree, else in the last period that scored it."""
    found = result.main.find(indicator)
    if found is not None:
        return found
    for tree in reversed(_period_trees(result)):
        found = tree.find(indicator)
        if found is not None:
            return found
    return None


def trees_of(result: UnitResult) -> tuple[Score, ...]:
    """Every tree of a unit: that of the year and those of its periods, each once."""
    trees = {id(tree): tree for tree in (result.main, *_period_trees(result))}
    return tuple(trees.values())


def _period_trees(result: UnitResult) -> tuple[Score, ...]:
    return tuple(each.main for each in result.rounds() if each.main is not None and each.held)
