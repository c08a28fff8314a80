"""A live table of scores: one cell changes, and only what depends on it is scored again."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain

from assessments import facts, windows
from assessments.numbers import exact
from assessments.results import Results, UnitResult
from assessments.scheme import Scheme
from assessments.scoring.engine import Engine
from assessments.scoring.matters import Trees, elsewhere_of
from assessments.scoring.renewal import beside, forget, forgotten, moved, under
from assessments.scoring.years import draft
from assessments.sheet import Sheet
from assessments.standing import Standing
from assessments.touched import regather
from assessments.tree import Node, adopted, trees
from planner.findings import Finding


@dataclass(frozen=True, slots=True)
class Board:
    """A scheme, its sheets and their results. Every change gives a new board; the old one stays as it was.

    Results are always those that scoring everything anew would give.
    """

    scheme: Scheme
    sheets: tuple[Sheet, ...]
    earlier: Results | None
    results: Results
    _engine: Engine
    _drafts: Mapping[str, UnitResult]
    _standings: Mapping[str, Standing]

    @classmethod
    def of(cls, scheme: Scheme, sheets: Iterable[Sheet], earlier: Results | None = None) -> Board:
        """The board of these sheets, scored in full. `earlier` are last year's results."""
        with exact(), _uncollected():
            held = _ordered(sheets)
            found = facts.gather(scheme, held)
            by_period = _trees(scheme)
            elsewhere = elsewhere_of(scheme, found, by_period, (unit.id for unit in scheme.units))
            engine = Engine(scheme, found, by_period, elsewhere)
            return _board(engine, held, earlier, {}, {})

    def with_sheet(self, sheet: Sheet) -> Board:
        """The board with a sheet put in the place of the one with its id, or beside the others."""
        before = next((each for each in self.sheets if each.id == sheet.id), None)
        held = _ordered((*(each for each in self.sheets if each.id != sheet.id), sheet))
        return self._with(held, before, sheet)

    def without_sheet(self, id: str) -> Board:
        """The board without one sheet."""
        before = next((each for each in self.sheets if each.id == id), None)
        return self._with(tuple(each for each in self.sheets if each.id != id), before, None)

    def with_scheme(self, scheme: Scheme) -> Board:
        """The board under a changed scheme.

        Another weight, full mark, rule or grade re-scores only the items that have it; where units, rounds,
        assessors or the settings change, everything is scored anew.
        """
        if not _same_ground(scheme, self.scheme):
            return Board.of(scheme, self.sheets, self.earlier)
        with exact():
            engine = self._engine
            by_period = _trees(scheme, engine.trees)
            elsewhere = elsewhere_of(scheme, engine.facts, by_period, (unit.id for unit in scheme.units))
            after = under(engine, scheme, by_period, elsewhere)
            for period, unit_class, indicator in engine.means:
                for member in engine.members[unit_class]:
                    forget(after, period, member.id, (indicator,))
            for unit, left in moved(engine.elsewhere, elsewhere).items():
                for period, indicator in left:
                    forget(after, period, unit, (indicator,))
            return _board(after, self.sheets, self.earlier, {}, {})

    def _with(self, held: tuple[Sheet, ...], before: Sheet | None, after: Sheet | None) -> Board:
        with exact():
            engine, scheme = self._engine, self.scheme
            found, touched = regather(scheme, engine.facts, held, before, after)
            units = touched.events | {unit for _, unit in touched.cells}
            elsewhere = {unit: left for unit, left in engine.elsewhere.items() if unit not in units}
            elsewhere.update(elsewhere_of(scheme, found, engine.trees, sorted(units)))
            changed = beside(engine, found, elsewhere)
            stale = forgotten(changed, engine.elsewhere, touched)
            drafts = {unit: draft for unit, draft in self._drafts.items() if unit not in stale}
            return _board(changed, held, self.earlier, drafts, self._standings)


def score(scheme: Scheme, sheets: Iterable[Sheet], earlier: Results | None = None) -> Results:
    """Every unit's year: scores, totals, ranks, grades, each with its derivation.

    The order of units, sheets and events makes no difference. `earlier` are last year's results, for vetoes
    that look back. What is wrong with the sheets is in the findings, never an exception.
    """
    return Board.of(scheme, sheets, earlier).results


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for rings among records as they are made: they have none, and it costs half of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _ordered(sheets: Iterable[Sheet]) -> tuple[Sheet, ...]:
    return tuple(sorted(sheets, key=lambda sheet: sheet.id))


def _trees(scheme: Scheme, before: Trees | None = None) -> Trees:
    """The trees of every round; what is as it was before is the same object and need not be scored."""
    made: dict[str, dict[str, Node]] = {}
    for period in windows.scored(scheme):
        made[period] = trees(scheme, period)
        if before is None:
            continue
        done: dict[tuple[int, int], Node] = {}
        for unit, node in made[period].items():
            old = before[period][unit]
            key = (id(node), id(old))
            if key not in done:
                done[key] = adopted(node, old)
            made[period][unit] = done[key]
    return made


def _same_ground(one: Scheme, other: Scheme) -> bool:
    """True where what was gathered under one scheme holds under the other."""
    return _ground(one) == _ground(other)


def _ground(scheme: Scheme) -> tuple[object, ...]:
    ids = tuple(indicator.id for indicator in scheme.indicators)
    return scheme.id, scheme.year, scheme.units, scheme.periods, scheme.assessors, scheme.settings, set(ids)


def _findings(engine: Engine) -> tuple[Finding, ...]:
    nowhere = (engine.nowhere.get(unit.id, ()) for unit in engine.scheme.units)
    return (*engine.facts.findings, *chain.from_iterable(nowhere))


def _board(
    engine: Engine,
    sheets: tuple[Sheet, ...],
    earlier: Results | None,
    drafts: Mapping[str, UnitResult],
    standings: Mapping[str, Standing],
) -> Board:
    """The board of an engine: missing drafts are made, the classes settled, again where they were before."""
    scheme = engine.scheme
    events = {unit: each.all for unit, each in engine.facts.events.items() if each.all}
    made, settled = dict(drafts), dict(standings)
    units: list[UnitResult] = []
    for unit_class in scheme.classes:
        own = scheme.units_of(unit_class.id)
        for unit in own:
            if unit.id not in made:
                made[unit.id] = draft(engine, unit)
        class_drafts = tuple(made[unit.id] for unit in own)
        before = settled.get(unit_class.id)
        standing = (
            Standing.of(scheme, unit_class, class_drafts, events, earlier)
            if before is None
            else before.again(class_drafts, events)
        )
        settled[unit_class.id] = standing
        units += sorted(standing.results, key=lambda each: (each.rank is None, each.rank or 0))
    results = Results(scheme.id, scheme.title, scheme.year, tuple(units), _findings(engine))
    return Board(scheme, sheets, earlier, results, engine, made, settled)
