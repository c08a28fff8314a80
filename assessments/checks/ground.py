"""What the checks look at: a scheme with its units' trees, each tree once with all units that share it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, timedelta

from assessments import windows
from assessments.scheme import Indicator, Scheme, Unit, UnitClass
from assessments.tree import Node, trees
from planner.findings import Finding, Severity, Where

_NAMES_SHOWN = 6
_AFTER = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Ground:
    """A scheme and its trees.

    `trees` are those of the whole year by unit id, `rounds` those of each round that is scored by itself.
    """

    scheme: Scheme
    trees: Mapping[str, Node]
    rounds: tuple[Mapping[str, Node], ...]
    parents: frozenset[str]

    @classmethod
    def of(cls, scheme: Scheme) -> Ground:
        """The ground of a scheme."""
        whole = trees(scheme)
        rounds: tuple[Mapping[str, Node], ...] = (whole,)
        if scheme.periods:
            rounds = tuple(trees(scheme, period) for period in windows.scored(scheme))
        return cls(scheme, whole, rounds, frozenset(each.parent for each in scheme.indicators))

    def shared(self, by_unit: Mapping[str, Node] | None = None) -> Iterator[tuple[Node, tuple[Unit, ...]]]:
        """Every different tree with the units that have it."""
        held = self.trees if by_unit is None else by_unit
        units: dict[int, list[Unit]] = {}
        for unit in self.scheme.units:
            units.setdefault(id(held[unit.id]), []).append(unit)
        return ((held[each[0].id], tuple(each)) for each in units.values())

    def in_class(self, unit_class: UnitClass) -> Iterator[tuple[Node, tuple[Unit, ...]]]:
        """The different trees of one class."""
        return (each for each in self.shared() if each[1][0].unit_class == unit_class.id)

    def concerned(self, applies: tuple[str, ...]) -> tuple[UnitClass, ...]:
        """The classes that a list of classes and units speaks of; all for an empty list."""
        names = set(applies)
        by_unit = {unit.unit_class for unit in self.scheme.units if unit.id in names}
        return tuple(each for each in self.scheme.classes if not names or each.id in names | by_unit)

    def units_in(self, applies: tuple[str, ...]) -> frozenset[str]:
        """The ids of the units that such a list speaks of."""
        names = set(applies)
        return frozenset(
            unit.id
            for unit in self.scheme.units
            if not names or not names.isdisjoint((unit.id, unit.unit_class))
        )

    def who(self, units: Iterable[Unit]) -> str:
        """Units in words: the class's title where it is all of a class, else their names."""
        held = tuple(units)
        ids = {unit.id for unit in held}
        words: list[str] = []
        told: set[str] = set()
        for unit_class in self.scheme.classes:
            whole = {unit.id for unit in self.scheme.units_of(unit_class.id)}
            if len(whole) > 1 and whole <= ids:
                words.append(unit_class.title)
                told |= whole
        words += [unit.name for unit in held if unit.id not in told]
        return "、".join(words[:_NAMES_SHOWN]) + ("……" if len(words) > _NAMES_SHOWN else "")

    def is_leaf(self, indicator: Indicator) -> bool:
        """True where nothing stands below an indicator."""
        return indicator.id not in self.parents


def error(code: str, *path: str, **arguments: str | int) -> Finding:
    """What must be mended."""
    return Finding(code, Severity.ERROR, Where(path=path), arguments)


def warning(code: str, *path: str, **arguments: str | int) -> Finding:
    """What should be looked at."""
    return Finding(code, Severity.WARNING, Where(path=path), arguments)


def note(code: str, *path: str, **arguments: str | int) -> Finding:
    """What should be known."""
    return Finding(code, Severity.NOTE, Where(path=path), arguments)


def within(day: date, first: date, last: date) -> bool:
    """True for a day in the scheme's window or in the year after it, in which scores are made and mended."""
    return first <= day and day - last <= _AFTER


def parameters(record: object, *path: str) -> Iterator[tuple[tuple[str, ...], str, object]]:
    """Every parameter of a rule and of the records within it: its place, name and value."""
    if not is_dataclass(record) or isinstance(record, type):
        return
    for field in fields(record):
        value: object = getattr(record, field.name)
        yield (*path, field.name), field.name, value
        if isinstance(value, tuple):
            for number, each in enumerate(value):
                yield from parameters(each, *path, field.name, str(number))
