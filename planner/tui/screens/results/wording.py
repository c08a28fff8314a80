"""What results are called on the screen: names, totals, ranks and grades, as the papers print them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from assessments.numbers import plain, rounded
from assessments.reports.table import Column
from assessments.results import Mark, Results, UnitResult
from assessments.scheme import Scheme, Unit, UnitClass
from assessments.standing import title_of
from planner.sharing.papers_words import figure
from planner.text import say

MOST = 4
"""The digits after the point that a column shows of a number without end, as on paper."""


def number(value: Decimal, most: int = MOST) -> str:
    """A number for a column: at most so many digits, and the sign of a cut where there are more."""
    # The one-character ellipsis would move the column in many terminals.
    return plain(value, most).replace("…", "..")


def signed(value: Decimal, most: int = MOST) -> str:
    """A difference with its sign; "0" for none."""
    return f"+{number(value, most)}" if value > 0 else number(value, most)


def percent(value: Decimal | None, places: int = 1) -> str:
    """A percentage to a tenth; a dash where there is none."""
    if value is None:
        return "-"
    return f"{rounded(value, places):f}%"


@dataclass(frozen=True)
class Wording:
    """The words for one state of the results."""

    scheme: Scheme
    results: Results

    @cached_property
    def _units(self) -> dict[str, Unit]:
        return {each.id: each for each in self.scheme.units}

    @cached_property
    def _classes(self) -> dict[str, UnitClass]:
        return {each.id: each for each in self.scheme.classes}

    @cached_property
    def _items(self) -> dict[str, str]:
        return {each.id: each.title for each in self.scheme.indicators}

    @cached_property
    def _shared(self) -> Counter[tuple[str, int | None]]:
        return Counter((each.unit_class, each.rank) for each in self.results.units)

    @cached_property
    def _grades(self) -> dict[tuple[str, str], str]:
        return {(each.id, grade.id): grade.title for each in self.scheme.classes for grade in each.grades}

    def unit(self, id: str) -> str:
        """A unit's name."""
        return self._units[id].name if id in self._units else id

    def item(self, id: str) -> str:
        """An indicator's title."""
        return self._items.get(id, id)

    def unit_class(self, id: str) -> UnitClass:
        """The class with this id."""
        return self._classes[id]

    def class_title(self, id: str) -> str:
        """A class's title."""
        return self._classes[id].title if id in self._classes else id

    def total(self, result: UnitResult) -> str:
        """The total with the digits of its class, as on paper."""
        return self.points(result.total, result.unit_class)

    def points(self, value: Decimal, unit_class: str) -> str:
        """A number with the digits of the totals of a class."""
        places = self._classes[unit_class].rounding if unit_class in self._classes else None
        return figure(value, Column("", "number", places=places)).replace("…", "..")

    def rank(self, result: UnitResult) -> str:
        """The rank: shared or provisional where it is; a word where the unit is not ranked."""
        if self.handed_to(result.unit):
            return say("results.not_here")
        if result.rank is None:
            return say("results.not_ranked")
        if self._shared[result.unit_class, result.rank] > 1:
            return say("results.rank_shared", rank=result.rank)
        key = "results.rank_provisional" if result.missing else "results.rank"
        return say(key, rank=result.rank)

    def grade(self, result: UnitResult) -> str:
        """The grade's title; that the unit is not scored to the end."""
        if result.missing:
            return say("results.unfinished")
        return self.grade_title(result.unit_class, result.grade)

    def grade_title(self, unit_class: str, grade: str) -> str:
        """A grade's title; "-" for none."""
        return self._grades.get((unit_class, grade), grade) or "-"

    def handed_to(self, unit: str) -> str:
        """Who assesses a unit that is only listed here; "" for the others."""
        return self._units[unit].hand_over if unit in self._units else ""

    def remarks(self, result: UnitResult) -> str:
        """Vetoes and cards, awards, what is missing, in a few words."""
        body = self.handed_to(result.unit)
        if body:
            return say("results.handed_over", body=body)
        said = [say(f"results.effect.{each.effect}") for each in result.marks]
        said += [self._award(result, id) for id in result.awards]
        if result.missing:
            said.append(say("results.missing", count=result.missing))
        return say("results.and").join(dict.fromkeys(said))

    def mark(self, mark: Mark) -> str:
        """A veto or card in full: what it does, and why where its title does not say the same."""
        does, title = say(f"effect.{mark.effect}"), title_of(self.scheme, mark)
        return does if title == does else say("results.mark", effect=does, title=title)

    def _award(self, result: UnitResult, id: str) -> str:
        awards = self._classes[result.unit_class].awards
        return next((each.title for each in awards if each.id == id), id)
