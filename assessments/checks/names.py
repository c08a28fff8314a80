"""Whether every name that a scheme uses is one it has, and nothing stands above itself."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from assessments.checks.ground import Ground, error, parameters
from assessments.rules import Rule
from assessments.scheme import Scheme, UnitClass, Veto
from planner.findings import Finding

_OF_THE_TOTAL = ("raw", "bonus", "penalty")


def unknown(code: str, name: str, known: Collection[str], *path: str) -> Iterator[Finding]:
    """A finding where a name is not known; it says which known one is nearest."""
    if not name or name in known:
        return
    near = difflib.get_close_matches(name, known, 1)
    if near:
        yield error(f"{code}_near", *path, name=name, near=near[0])
    else:
        yield error(code, *path, name=name)


def names(ground: Ground) -> Iterator[Finding]:
    """Unknown names, names given twice, rings."""
    scheme = ground.scheme
    yield from _twice(scheme)
    indicators = {each.id for each in scheme.indicators}
    classes = {each.id for each in scheme.classes}
    periods = {each.id for each in scheme.periods}
    members = classes | {each.id for each in scheme.units}
    for unit in scheme.units:
        yield from unknown("scheme.unknown_class", unit.unit_class, classes, "units", unit.id, "class")
    for indicator in scheme.indicators:
        place = ("indicators", indicator.id)
        yield from unknown("scheme.unknown_parent", indicator.parent, indicators, *place, "parent")
        for name in indicator.applies:
            yield from unknown("scheme.unknown_member", name, members, *place, "applies")
        for name in indicator.periods:
            yield from unknown("scheme.unknown_period", name, periods, *place, "periods")
        if indicator.rule is not None:
            yield from _in_rule(scheme, indicator.rule, *place, "rule")
    for period in scheme.periods:
        yield from unknown("scheme.unknown_period", period.parent, periods, "periods", period.id, "parent")
    for unit_class in scheme.classes:
        yield from _in_class(unit_class, indicators)
    for veto in scheme.vetoes:
        yield from _in_veto(ground, veto, indicators, members)
    for override in scheme.overrides:
        where = ("overrides", override.unit, override.indicator)
        yield from unknown("scheme.unknown_unit", override.unit, {each.id for each in scheme.units}, *where)
        yield from unknown("scheme.unknown_indicator", override.indicator, indicators, *where)
        if override.rule is not None:
            yield from _in_rule(scheme, override.rule, *where, "rule")
    yield from _rings({each.id: each.parent for each in scheme.indicators}, "indicators", "parent")
    yield from _rings({each.id: each.parent for each in scheme.periods}, "periods", "parent")


def _twice(scheme: Scheme) -> Iterator[Finding]:
    tables: dict[tuple[str, ...], list[str]] = {
        ("classes",): [each.id for each in scheme.classes],
        ("units",): [each.id for each in scheme.units],
        ("indicators",): [each.id for each in scheme.indicators],
        ("periods",): [each.id for each in scheme.periods],
        ("assessors",): [each.id for each in scheme.assessors],
        ("vetoes",): [each.id for each in scheme.vetoes],
    }
    for unit_class in scheme.classes:
        tables["classes", unit_class.id, "grades"] = [each.id for each in unit_class.grades]
        tables["classes", unit_class.id, "awards"] = [each.id for each in unit_class.awards]
    for table, ids in tables.items():
        for id, count in Counter(ids).items():
            if count > 1:
                yield error("scheme.id_twice", *table, id, name=id, count=count)
    for held in sorted({each.id for each in scheme.classes} & {each.id for each in scheme.units}):
        yield error("scheme.id_of_class_and_unit", "units", held, name=held)


def _in_class(unit_class: UnitClass, indicators: Collection[str]) -> Iterator[Finding]:
    place = ("classes", unit_class.id)
    grades = {each.id for each in unit_class.grades}
    keys = {*_OF_THE_TOTAL, *indicators}
    for key in unit_class.tie_keys:
        yield from unknown("scheme.unknown_tie_key", key.removeprefix("-"), keys, *place, "tie_keys")
    yield from unknown("scheme.unknown_indicator", unit_class.grade_by, indicators, *place, "grade_by")
    for number, correction in enumerate(unit_class.corrections):
        where = (*place, "corrections", str(number))
        yield from unknown("scheme.unknown_indicator", correction.indicator, indicators, *where, "indicator")
        yield from unknown("scheme.unknown_grade", correction.grade, grades, *where, "grade")
    for grade in unit_class.grades:
        where = (*place, "grades", grade.id)
        yield from unknown("scheme.unknown_grade", grade.base, grades, *where, "base")
        for number, minimum in enumerate(grade.minimums):
            here = (*where, "minimums", str(number), "indicator")
            yield from unknown("scheme.unknown_indicator", minimum.indicator, indicators, *here)
    yield from _rings({each.id: each.base for each in unit_class.grades}, *place, "grades", "base")


def _in_veto(
    ground: Ground, veto: Veto, indicators: Collection[str], members: Collection[str]
) -> Iterator[Finding]:
    place = ("vetoes", veto.id)
    for name in veto.applies:
        yield from unknown("scheme.unknown_member", name, members, *place, "applies")
    grades = {grade.id for each in ground.concerned(veto.applies) for grade in each.grades}
    yield from unknown("scheme.unknown_grade", veto.grade, grades, *place, "grade")
    if veto.score is not None:
        yield from unknown(
            "scheme.unknown_indicator", veto.score.indicator, indicators, *place, "score", "indicator"
        )
        yield from unknown("scheme.unknown_grade", veto.score.grade, grades, *place, "score", "grade")
    if veto.event is not None:
        where = (*place, "event")
        yield from unknown(
            "scheme.unknown_indicator", veto.event.over_quota, indicators, *where, "over_quota"
        )
        levels = ground.scheme.settings.levels
        yield from unknown("scheme.unknown_level", veto.event.level, levels, *where, "level")


def _in_rule(scheme: Scheme, rule: Rule, *path: str) -> Iterator[Finding]:
    """Levels and bodies that a rule names; its parts are looked through, whatever they are."""
    bodies = {each.body for each in scheme.assessors if each.body}
    for place, name, value in parameters(rule, *path):
        if not isinstance(value, Mapping):
            continue
        for key in value:
            if name == "levels":
                yield from unknown("scheme.unknown_level", key, scheme.settings.levels, *place, key)
            if name == "bodies" and scheme.assessors:
                yield from unknown("scheme.unknown_body", key, bodies, *place, key)


def _rings(above: Mapping[str, str], *path: str) -> Iterator[Finding]:
    """What stands above itself, once for each ring. The last of the path is the key in which it does."""
    *table, key = path
    told: set[str] = set()
    for start in sorted(above):
        chain: list[str] = []
        id = start
        while id in above and id not in chain and id not in told:
            chain.append(id)
            id = above[id]
        if id in chain:
            ring = chain[chain.index(id) :]
            yield error("scheme.ring", *table, ring[0], key, names=" → ".join((*ring, ring[0])))
        told.update(chain)
