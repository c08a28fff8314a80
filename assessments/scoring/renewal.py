"""What still holds after a change: an engine's memory under a changed scheme or with changed facts.

A unit's score of an item stands on its own cell and on everything below it; a method that compares stands on
the class's cells, a class's mean on the class's scores. What is forgotten is scored anew when it is wanted.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy

from assessments.facts import Facts
from assessments.scheme import Scheme
from assessments.scoring.engine import Engine
from assessments.scoring.matters import Elsewhere, Trees
from assessments.touched import Touched


def under(held: Engine, scheme: Scheme, trees: Trees, elsewhere: Elsewhere) -> Engine:
    """The engine under a changed scheme of the same units, rounds and settings, with what still holds."""
    engine = Engine(scheme, held.facts, trees, elsewhere)
    engine.kept = {place: dict(kept) for place, kept in held.kept.items()}
    engine.peers = dict(held.peers)
    return engine


def beside(held: Engine, facts: Facts, elsewhere: Elsewhere) -> Engine:
    """The engine with changed facts and all that was scored; what no longer holds is yet to be forgotten."""
    engine = copy(held)
    engine.facts, engine.elsewhere = facts, elsewhere
    engine.kept, engine.nowhere = dict(held.kept), dict(held.nowhere)
    engine.peers, engine.means = dict(held.peers), dict(held.means)
    return engine


def forget(engine: Engine, period: str, unit: str, indicators: Iterable[str]) -> None:
    """Forget a unit's scores of these items and of everything above them."""
    place = engine.kept.get((period, unit))
    if place is None:
        return
    left = dict(place)
    for indicator in indicators:
        for each in engine.way_up(indicator):
            left.pop(each, None)
    engine.kept[(period, unit)] = left


def forget_shared(engine: Engine, period: str, unit_class: str, indicators: Iterable[str] | None) -> set[str]:
    """Forget what a class shares in these items (None: all) and the scores that stand on it.

    Gives the units whose scores were forgotten. A mean above an item stands on it too.
    """
    touched: set[str] = set()
    wanted = None if indicators is None else set(indicators)
    for key in [key for key in engine.peers if key[:2] == (period, unit_class)]:
        if wanted is None or key[2] in wanted:
            del engine.peers[key]
            for unit in engine.members[unit_class]:
                forget(engine, period, unit.id, (key[2],))
                touched.add(unit.id)
    above = None if wanted is None else {each for id in wanted for each in engine.way_up(id)}
    for key in [key for key in engine.means if key[:2] == (period, unit_class)]:
        if above is None or key[2] in above:
            del engine.means[key]
            for unit in engine.members[unit_class]:
                node = engine.found(period, unit.id, key[2])
                if node is not None and engine.is_excused(period, unit.id, node):
                    forget(engine, period, unit.id, (key[2],))
                    touched.add(unit.id)
    return touched


def moved(before: Elsewhere, after: Elsewhere) -> dict[str, set[tuple[str, str]]]:
    """The items, by unit, whose events are left out otherwise than before."""
    found: dict[str, set[tuple[str, str]]] = {}
    for unit in before.keys() | after.keys():
        differing = before.get(unit, frozenset()) ^ after.get(unit, frozenset())
        if differing:
            found[unit] = {(period, indicator) for period, indicator, _ in differing}
    return found


def forgotten(engine: Engine, before: Elsewhere, touched: Touched) -> set[str]:
    """Make the engine forget what stands on what was touched; gives the units that are to be scored again."""
    stale = set(touched.events)
    for unit in touched.events:
        for period in engine.trees:
            engine.kept.pop((period, unit), None)
            stale |= forget_shared(engine, period, engine.units[unit].unit_class, None)
    for (period, unit), indicators in touched.cells.items():
        forget(engine, period, unit, indicators)
        stale.add(unit)
        stale |= forget_shared(engine, period, engine.units[unit].unit_class, indicators)
    for unit, left in moved(before, engine.elsewhere).items():
        for period, indicator in left:
            forget(engine, period, unit, (indicator,))
            stale |= forget_shared(engine, period, engine.units[unit].unit_class, (indicator,))
        stale.add(unit)
    return stale
