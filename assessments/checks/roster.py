"""Whether the units are those the paper speaks of, each once and each with something to be assessed by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from assessments import windows
from assessments.checks.ground import Ground, error, warning
from planner.findings import Finding


def roster(ground: Ground) -> Iterator[Finding]:
    """Declared counts, names given twice, units that did not exist, assessors who are too few."""
    scheme = ground.scheme
    if not scheme.units:
        yield error("scheme.no_units", "units")
    for unit_class in scheme.classes:
        listed = len(scheme.units_of(unit_class.id))
        place = ("classes", unit_class.id)
        if unit_class.declared is not None and unit_class.declared != listed:
            told = {"declared": unit_class.declared, "listed": listed}
            yield error("scheme.roster_differs", *place, "declared", title=unit_class.title, **told)
        elif not listed and scheme.units:
            yield warning("scheme.class_without_units", *place, title=unit_class.title)
    for name, count in Counter(unit.name for unit in scheme.units).items():
        if count > 1:
            second = [unit for unit in scheme.units if unit.name == name][1]
            yield error("scheme.unit_twice", "units", second.id, "name", name=name, count=count)
    for unit in scheme.units:
        if unit.from_day is not None and unit.to_day is not None and unit.from_day > unit.to_day:
            yield error("scheme.days_turned", "units", unit.id, "to_day", name=unit.name)
        elif not windows.existed(scheme, unit, windows.WHOLE_YEAR):
            yield warning("scheme.unit_outside", "units", unit.id, "from_day", name=unit.name)
    yield from _without_items(ground)
    yield from _assessors(ground)


def _without_items(ground: Ground) -> Iterator[Finding]:
    for tree, units in ground.shared():
        held = tuple(unit for unit in units if not unit.hand_over)
        if held and not any(tree.leaves()):
            yield error("scheme.unit_without_items", "units", held[0].id, who=ground.who(held))


def _assessors(ground: Ground) -> Iterator[Finding]:
    scheme = ground.scheme
    needed, held = scheme.settings.minimum_raters, len(scheme.assessors)
    if needed < 1:
        yield error("scheme.minimum_raters_none", "settings", "minimum_raters")
    elif held and needed > held:
        yield error("scheme.too_few_assessors", "settings", "minimum_raters", needed=needed, held=held)
    for name, count in Counter(each.name for each in scheme.assessors).items():
        if count > 1:
            second = [each for each in scheme.assessors if each.name == name][1]
            yield warning("scheme.assessor_twice", "assessors", second.id, "name", name=name, count=count)
    for assessor in scheme.assessors:
        if assessor.weight < 0:
            yield error("scheme.assessor_weight", "assessors", assessor.id, "weight", name=assessor.name)
