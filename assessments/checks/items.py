"""Single items: rules where they belong, somebody to score them, limits and treatments that make sense."""

from __future__ import annotations

from collections.abc import Iterator

from assessments.checks.ground import Ground, error, note, warning
from assessments.numbers import plain
from assessments.scheme import Indicator, Limits
from planner.findings import Finding


def items(ground: Ground) -> Iterator[Finding]:
    """What is wrong with single items and overrides."""
    members: dict[str, set[str]] = {}
    for tree, units in ground.shared():
        for node in tree.all():
            members.setdefault(node.id, set()).update(unit.id for unit in units)
    for indicator in ground.scheme.indicators:
        yield from _rule(ground, indicator)
        yield from _limits(indicator.limits, "indicators", indicator.id)
        if indicator.id not in members:
            if _is_first(ground, indicator, members):
                told = {"title": indicator.title}
                yield warning("scheme.concerns_nobody", "indicators", indicator.id, "applies", **told)
        elif ground.is_leaf(indicator):
            yield from _scorers(ground, indicator, members.get(indicator.id, set()))
        yield from _treatment(ground, indicator, members.get(indicator.id, set()))
        if indicator.mandatory and indicator.kind != "normal":
            yield warning(
                "scheme.mandatory_extra", "indicators", indicator.id, "mandatory", title=indicator.title
            )
    yield from _overrides(ground, members)
    for unit_class in ground.scheme.classes:
        yield from _limits(unit_class.limits, "classes", unit_class.id)


def _is_first(ground: Ground, indicator: Indicator, members: dict[str, set[str]]) -> bool:
    """False for what concerns nobody only because something else does, which is told by itself: what stands
    above it, or a class without units."""
    known = any(each.id == indicator.parent for each in ground.scheme.indicators)
    empty = {each.id for each in ground.scheme.classes if not ground.scheme.units_of(each.id)}
    by_class = bool(indicator.applies) and empty.issuperset(indicator.applies)
    by_parent = known and indicator.parent not in members
    return bool(ground.scheme.units) and not by_parent and not by_class


def _rule(ground: Ground, indicator: Indicator) -> Iterator[Finding]:
    place = ("indicators", indicator.id, "rule")
    if ground.is_leaf(indicator):
        if indicator.rule is None and indicator.kind != "information":
            yield error("scheme.no_rule", *place, title=indicator.title)
    elif indicator.rule is not None:
        yield error("scheme.parent_with_rule", *place, title=indicator.title)


def _scorers(ground: Ground, indicator: Indicator, members: set[str]) -> Iterator[Finding]:
    rated = indicator.rule is not None and any(each.kind == "ratings" for each in indicator.rule.inputs())
    place = ("indicators", indicator.id, "scorers")
    if rated and not ground.scheme.assessors:
        yield error("scheme.no_assessors", "indicators", indicator.id, "rule", title=indicator.title)
    if not rated and not indicator.scorers and indicator.kind != "information":
        yield warning("scheme.no_scorer", *place, title=indicator.title)
    if len(indicator.scorers) == 1:
        (name,) = indicator.scorers
        if any(unit.name == name and unit.id in members for unit in ground.scheme.units):
            yield warning("scheme.scores_itself", *place, title=indicator.title, name=name)


def _limits(limits: Limits, *place: str) -> Iterator[Finding]:
    if limits.floor is not None and limits.cap is not None and limits.floor > limits.cap:
        arguments = {"floor": plain(limits.floor), "cap": plain(limits.cap)}
        yield error("scheme.floor_above_cap", *place, "floor", **arguments)


def _treatment(ground: Ground, indicator: Indicator, members: set[str]) -> Iterator[Finding]:
    if indicator.not_applicable is None:
        return
    place = ("indicators", indicator.id, "not_applicable")
    if indicator.kind != "normal":
        yield note("scheme.treatment_of_extra", *place, title=indicator.title)
    elif indicator.not_applicable == "class_mean":
        classes = {unit.unit_class for unit in ground.scheme.units if unit.id in members}
        alone = [each for each in classes if len(ground.scheme.units_of(each)) == 1 or len(members) == 1]
        if not ground.is_leaf(indicator):
            yield note("scheme.mean_of_parent", *place, title=indicator.title)
        elif alone:
            yield warning("scheme.mean_of_one", *place, title=indicator.title)


def _overrides(ground: Ground, members: dict[str, set[str]]) -> Iterator[Finding]:
    scheme = ground.scheme
    units = {each.id: each for each in scheme.units}
    indicators = {each.id: each for each in scheme.indicators}
    for override in scheme.overrides:
        unit, indicator = units.get(override.unit), indicators.get(override.indicator)
        if unit is None or indicator is None:
            continue
        place = ("overrides", override.unit, override.indicator)
        arguments = {"unit": unit.name, "title": indicator.title}
        if override.unit not in members.get(override.indicator, set()):
            yield error("scheme.override_elsewhere", *place, **arguments)
        elif override.points is None and override.rule is None and not override.text:
            yield note("scheme.override_of_nothing", *place, **arguments)
        elif override.rule is not None and not ground.is_leaf(indicator):
            yield error("scheme.parent_with_rule", *place, "rule", title=indicator.title)
