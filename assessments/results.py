"""The records of a scored assessment: every number with the steps that lead to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from assessments.derivation import Step
from assessments.numbers import ZERO
from assessments.scheme import Effect
from assessments.sheet import Entry, Event
from planner.findings import Finding

State: TypeAlias = Literal["scored", "missing", "not_applicable"]
"""A leaf is missing where something needed was not observed; a parent where any leaf below it is."""


@dataclass(frozen=True, slots=True)
class Given:
    """Whose observation a score stands on: the body's name, its sheet, and what it observed. The unit's own
    word does not count, and is only shown."""

    by: str
    sheet: str
    entry: Entry
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Score:
    """One indicator of one unit, with its derivation and everything below it.

    `points` is the full mark (分值), `excused` the part of it that does not apply (合理缺项), `value` what
    was got: 0 for a missing leaf, so that a running total can be shown. The last step has the value.
    """

    indicator: str
    points: Decimal
    value: Decimal
    state: State = "scored"
    excused: Decimal = ZERO
    steps: tuple[Step, ...] = ()
    children: tuple[Score, ...] = ()
    given: tuple[Given, ...] = ()
    events: tuple[Event, ...] = ()
    missing: tuple[str, ...] = ()
    doubts: tuple[Finding, ...] = ()

    def all(self) -> Iterator[Score]:
        """This score and all below it, from above, in order."""
        yield self
        for child in self.children:
            yield from child.all()

    def leaves(self) -> Iterator[Score]:
        """The items under it, in order; none where a unit has no items, as one assessed elsewhere."""
        return (score for score in self.all() if score.indicator and not score.children)

    def find(self, indicator: str) -> Score | None:
        """The score of one indicator, here or below; None where there is none."""
        if self.indicator == indicator:
            return self
        for child in self.children:
            found = child.find(indicator)
            if found is not None:
                return found
        return None

    @property
    def due(self) -> Decimal:
        """The points that could be got (应得分)."""
        return self.points - self.excused

    @property
    def deducted(self) -> Decimal:
        """What was lost of them (扣分); nothing where more than full marks was got."""
        return max(ZERO, self.due - self.value)

    @property
    def rate(self) -> Decimal | None:
        """The share got, in percent (得分率); None where nothing was due."""
        return None if self.due == ZERO else self.value / self.due * 100


@dataclass(frozen=True, slots=True)
class Mark:
    """A veto, bar, card or talk that holds for a unit, and why. `veto` is the scheme's record."""

    veto: str
    effect: Effect
    events: tuple[str, ...] = ()
    arguments: Mapping[str, str | int | Decimal] | None = None


@dataclass(frozen=True, slots=True)
class PeriodScore:
    """A unit's score in one period. `main` is the tree scored in it; `parts` are inner periods."""

    period: str
    value: Decimal
    held: bool = True
    main: Score | None = None
    steps: tuple[Step, ...] = ()
    parts: tuple[PeriodScore, ...] = ()

    def all(self) -> Iterator[PeriodScore]:
        """This period and all inside it, the outer ones first."""
        yield self
        for part in self.parts:
            yield from part.all()


@dataclass(frozen=True, slots=True)
class UnitResult:
    """A unit's year. `main` is the tree of its indicators (its last period's where there are periods).

    `steps` lead from the main score over bonus, penalty, multipliers, vetoes, limits and rounding to `total`;
    `raw` is the total before it is rounded, `bonus` what the bonus of the year brings to it, multiplied as
    the total is, before vetoes and limits; `folded` is the total in a wider assessment. `rank` is None where
    the class is not ranked or the unit is not scored. `grade` is the grade's id, "" where the class has none.
    `grade_steps` say how rank, grade, awards and `folded` were found. `former` are the grades of the years
    right before, the latest first, as far as they are known.
    `missing` counts leaves without what they need: while there are any, everything is provisional.
    """

    unit: str
    unit_class: str
    main: Score
    raw: Decimal
    total: Decimal
    steps: tuple[Step, ...] = ()
    periods: tuple[PeriodScore, ...] = ()
    marks: tuple[Mark, ...] = ()
    missing: int = 0
    rank: int | None = None
    grade: str = ""
    grade_steps: tuple[Step, ...] = ()
    awards: tuple[str, ...] = ()
    folded: Decimal | None = None
    bonus: Decimal = ZERO
    former: tuple[str, ...] = ()

    def rounds(self) -> Iterator[PeriodScore]:
        """Every period of the year, the outer ones first."""
        for period in self.periods:
            yield from period.all()


@dataclass(frozen=True, slots=True)
class Results:
    """The whole assessment. `units` stand by the scheme's order of classes, then by rank, then its order."""

    scheme: str
    title: str
    year: int
    units: tuple[UnitResult, ...] = ()
    findings: tuple[Finding, ...] = ()

    def of(self, unit: str) -> UnitResult:
        """The result of one unit; KeyError where there is none."""
        for result in self.units:
            if result.unit == unit:
                return result
        raise KeyError(unit)

    def in_class(self, unit_class: str) -> tuple[UnitResult, ...]:
        """The results of one class, by rank."""
        return tuple(result for result in self.units if result.unit_class == unit_class)
