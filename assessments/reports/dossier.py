"""What papers are drawn up from (考核案卷): the scheme, its results, the sheets, and whom they concern."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assessments.process.course import Course
from assessments.results import Given, Results, Score, UnitResult
from assessments.rules import Rule
from assessments.scheme import Indicator, Scheme
from assessments.sheet import Event, Sheet


@dataclass(frozen=True, slots=True)
class Dossier:
    """A scored assessment with all that belongs to it.

    `claimed` are the results that the units' own sheets (自评) would give; None where there are none.
    `course` has the appeals. `day` is the day the papers bear; None leaves a blank for it.
    """

    scheme: Scheme
    results: Results
    sheets: tuple[Sheet, ...] = ()
    claimed: Results | None = None
    course: Course | None = None
    day: date | None = None

    def name(self, unit: str) -> str:
        """A unit's name."""
        return self.scheme.unit(unit).name

    @property
    def scored(self) -> tuple[UnitResult, ...]:
        """The results of all units that are assessed here, in the order of the results."""
        away = {unit.id for unit in self.scheme.units if unit.hand_over}
        return tuple(result for result in self.results.units if result.unit not in away)

    def units(self, unit_class: str) -> tuple[UnitResult, ...]:
        """The results of a class in the scheme's order of units."""
        held = {result.unit: result for result in self.scored}
        return tuple(held[unit.id] for unit in self.scheme.units_of(unit_class) if unit.id in held)

    def handed_over(self, unit_class: str) -> tuple[tuple[str, str], ...]:
        """The units of a class that another body assesses, with that body."""
        units = self.scheme.units_of(unit_class)
        return tuple((unit.name, unit.hand_over) for unit in units if unit.hand_over)

    def grade(self, result: UnitResult) -> str:
        """The title of a unit's grade; "" where it has none."""
        grades = self.scheme.unit_class(result.unit_class).grades
        return next((grade.title for grade in grades if grade.id == result.grade), "")

    def counting(self, score: Score) -> tuple[Given, ...]:
        """The words on which a score stands, without the unit's own, which are only reference."""
        own = {sheet.id for sheet in self.sheets if sheet.kind == "self"}
        return tuple(given for given in score.given if given.sheet not in own)

    def claim(self, unit: str, indicator: str) -> Decimal | None:
        """What the unit's own sheet comes to in one indicator; None where it says nothing of it."""
        if self.claimed is None:
            return None
        result = next((each for each in self.claimed.units if each.unit == unit), None)
        score = None if result is None else found(result.main, indicator)
        if score is None or score.state != "scored":
            return None
        own = (sheet.entry(unit, indicator) for sheet in self.sheets if sheet.kind == "self")
        said = any(entry is not None and not entry.is_empty() for entry in own)
        return score.value if said or score.value else None

    def rule_text(self, unit: str, indicator: Indicator) -> str:
        """The rule as the paper prints it for this unit."""
        for override in self.scheme.overrides:
            if (override.unit, override.indicator) == (unit, indicator.id) and override.text:
                return override.text
        return indicator.text

    def rule(self, unit: str, indicator: Indicator) -> Rule | None:
        """The method that scores an indicator of this unit; None for a parent."""
        for override in self.scheme.overrides:
            if (override.unit, override.indicator) == (unit, indicator.id) and override.rule is not None:
                return override.rule
        return indicator.rule

    def event(self, id: str) -> Event | None:
        """An event of any sheet."""
        return next((event for sheet in self.sheets for event in sheet.events if event.id == id), None)


def found(score: Score, indicator: str) -> Score | None:
    """The score of one indicator in a tree; None where the unit has no such item."""
    if score.indicator == indicator:
        return score
    for child in score.children:
        held = found(child, indicator)
        if held is not None:
            return held
    return None
