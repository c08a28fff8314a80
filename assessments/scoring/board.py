"""A live table of scores: one cell changes, and only what depends on it is scored again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assessments import facts, windows
from assessments.numbers import exact
from assessments.results import Results, UnitResult
from assessments.scheme import Scheme
from assessments.scoring.engine import Engine
from assessments.scoring.matters import elsewhere_of
from assessments.sheet import Sheet
from assessments.standing import settle
from assessments.tree import trees


@dataclass(frozen=True, slots=True)
class Board:
    """A scheme, its sheets and their results. Every change gives a new board; the old one stays as it was."""

    scheme: Scheme
    sheets: tuple[Sheet, ...]
    earlier: Results | None
    results: Results

    @classmethod
    def of(cls, scheme: Scheme, sheets: Iterable[Sheet], earlier: Results | None = None) -> Board:
        """The board of these sheets, scored in full."""
        held = tuple(sorted(sheets, key=lambda sheet: sheet.id))
        return cls(scheme, held, earlier, score(scheme, held, earlier))

    def with_sheet(self, sheet: Sheet) -> Board:
        """The board with a sheet put in the place of the one with its id, or beside the others."""
        others = (each for each in self.sheets if each.id != sheet.id)
        return Board.of(self.scheme, (*others, sheet), self.earlier)

    def without_sheet(self, id: str) -> Board:
        """The board without one sheet."""
        return Board.of(self.scheme, (each for each in self.sheets if each.id != id), self.earlier)

    def with_scheme(self, scheme: Scheme) -> Board:
        """The board under a changed scheme."""
        return Board.of(scheme, self.sheets, self.earlier)


def score(scheme: Scheme, sheets: Iterable[Sheet], earlier: Results | None = None) -> Results:
    """Every unit's year: scores, totals, ranks, grades, each with its derivation.

    The order of units, sheets and events makes no difference. `earlier` are last year's results, for vetoes
    that look back. What is wrong with the sheets is in the findings, never an exception.
    """
    with exact():
        held = facts.gather(scheme, sheets)
        by_period = {period: trees(scheme, period) for period in windows.scored(scheme)}
        elsewhere = elsewhere_of(scheme, held, by_period, (unit.id for unit in scheme.units))
        engine = Engine(scheme, held, by_period, elsewhere)
        events = {unit: each.all for unit, each in held.events.items()}
        done: list[UnitResult] = []
        for unit_class in scheme.classes:
            drafts = tuple(engine.draft(unit) for unit in scheme.units_of(unit_class.id))
            settled = settle(scheme, unit_class, drafts, events, earlier)
            done += sorted(settled, key=lambda each: (each.rank is None, each.rank or 0))
        return Results(scheme.id, scheme.title, scheme.year, tuple(done), held.findings)
