"""What papers are drawn up from (考核案卷): the scheme, its results, the sheets, and whom they concern."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from assessments.process.course import Course
from assessments.results import Given, Results, Score, UnitResult
from assessments.rules import Rule
from assessments.scheme import Indicator, Override, Scheme, Unit
from assessments.sheet import Entry, Event, Sheet


@dataclass(frozen=True)
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
        return self._units[unit].name

    def indicator(self, id: str) -> Indicator:
        """An indicator of the scheme."""
        return self._indicators[id]

    def result(self, unit: str) -> UnitResult:
        """A unit's result; KeyError where it has none."""
        return self._results[unit]

    @cached_property
    def scored(self) -> tuple[UnitResult, ...]:
        """The results of all units that are assessed here, in the order of the results."""
        return tuple(result for result in self.results.units if not self._units[result.unit].hand_over)

    def units(self, unit_class: str) -> tuple[UnitResult, ...]:
        """The results of a class in the scheme's order of units."""
        held = {result.unit: result for result in self.scored if result.unit_class == unit_class}
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
        return tuple(given for given in score.given if given.counts)

    def own_entries(self, unit: str, indicator: str) -> tuple[Entry, ...]:
        """What the unit's own sheets say of one indicator."""
        entries = (sheet.entry(unit, indicator) for sheet in self._own.get(unit, ()))
        return tuple(entry for entry in entries if entry is not None)

    def claim(self, unit: str, indicator: str) -> Decimal | None:
        """What the unit's own sheet comes to in one indicator; None where it says nothing of it."""
        result = self._claimed.get(unit)
        score = result.main.find(indicator) if result is not None else None
        if score is None or score.state != "scored":
            return None
        said = any(not entry.is_empty() for entry in self.own_entries(unit, indicator))
        return score.value if said or score.value else None

    def rule_text(self, unit: str, indicator: Indicator) -> str:
        """The rule as the paper prints it for this unit."""
        override = self._overrides.get((unit, indicator.id))
        return override.text if override is not None and override.text else indicator.text

    def rule(self, unit: str, indicator: Indicator) -> Rule | None:
        """The method that scores an indicator of this unit; None for a parent."""
        override = self._overrides.get((unit, indicator.id))
        return override.rule if override is not None and override.rule is not None else indicator.rule

    def event(self, id: str) -> Event | None:
        """An event that counts, of any sheet but the units' own."""
        return self._events.get(id)

    # Looked up for every cell of every paper: by id, not by going through them all.

    @cached_property
    def _units(self) -> dict[str, Unit]:
        return {unit.id: unit for unit in self.scheme.units}

    @cached_property
    def _indicators(self) -> dict[str, Indicator]:
        return {indicator.id: indicator for indicator in self.scheme.indicators}

    @cached_property
    def _overrides(self) -> dict[tuple[str, str], Override]:
        return {(each.unit, each.indicator): each for each in self.scheme.overrides}

    @cached_property
    def _results(self) -> dict[str, UnitResult]:
        return {result.unit: result for result in self.results.units}

    @cached_property
    def _claimed(self) -> dict[str, UnitResult]:
        return {result.unit: result for result in self.claimed.units} if self.claimed is not None else {}

    @cached_property
    def _own(self) -> dict[str, list[Sheet]]:
        held: dict[str, list[Sheet]] = {}
        for sheet in self.sheets:
            for unit in sheet.entries if sheet.kind == "self" else ():
                held.setdefault(unit, []).append(sheet)
        return held

    @cached_property
    def _events(self) -> dict[str, Event]:
        counting = (sheet for sheet in self.sheets if sheet.kind != "self")
        return {event.id: event for sheet in counting for event in sheet.events}
