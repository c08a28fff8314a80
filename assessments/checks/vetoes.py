"""Whether vetoes can hold, do something where they hold, and do not contradict each other."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from decimal import Decimal

from assessments.checks.grades import least
from assessments.checks.ground import Ground, error, note, warning
from assessments.checks.reach import most_in_all
from assessments.numbers import HUNDRED, ZERO, plain
from assessments.scheme import ScoreTrigger, UnitClass, Veto
from assessments.standing.grades import bottom, ladder
from planner.findings import Finding

_ON_GRADES = ("fail", "block", "downgrade")
_ALIKE = (frozenset({"zero", "minus"}), frozenset(_ON_GRADES))


def vetoes(ground: Ground) -> Iterator[Finding]:
    """Triggers that never or always hold, effects without effect, kinds that nothing else knows."""
    for veto in ground.scheme.vetoes:
        if veto.event is None and veto.score is None:
            yield error("scheme.veto_without_trigger", "vetoes", veto.id, title=veto.title)
        classes = ground.concerned(veto.applies)
        yield from _effect(veto, classes)
        yield from _event(veto)
        if veto.score is not None:
            yield from _score(ground, veto, veto.score, classes)
    yield from _kinds(ground)
    yield from _twice(ground)


def _effect(veto: Veto, classes: tuple[UnitClass, ...]) -> Iterator[Finding]:
    place = ("vetoes", veto.id)
    if veto.effect == "minus" and (veto.points is None or veto.points <= ZERO):
        yield error("scheme.veto_minus_nothing", *place, "points", title=veto.title)
    if veto.effect != "minus" and veto.points is not None:
        yield warning("scheme.veto_points_not_used", *place, "points", title=veto.title)
    if veto.effect == "downgrade" and veto.steps < 1:
        yield error("scheme.veto_no_steps", *place, "steps", title=veto.title)
    for unit_class in classes:
        told = {"title": veto.title, "unit_class": unit_class.title}
        if veto.effect in _ON_GRADES and not unit_class.grades:
            yield warning("scheme.veto_without_grades", *place, "effect", **told)
        elif veto.effect == "fail" and bottom(ladder(unit_class)) is None:
            yield warning("scheme.veto_no_failing_grade", *place, "effect", **told)


def _event(veto: Veto) -> Iterator[Finding]:
    trigger, place = veto.event, ("vetoes", veto.id, "event")
    if trigger is None:
        return
    if not trigger.kinds:
        yield error("scheme.veto_no_kinds", *place, "kinds", title=veto.title)
    for name, least_of in (
        ("count", trigger.count),
        ("deaths", trigger.deaths),
        ("injured", trigger.injured),
    ):
        if least_of is not None and least_of < 1:
            yield error("scheme.veto_of_none", *place, name, title=veto.title)
    if trigger.years_back and not trigger.concealed:
        yield warning("scheme.veto_years_not_used", *place, "years_back", title=veto.title)


def _score(
    ground: Ground, veto: Veto, trigger: ScoreTrigger, classes: tuple[UnitClass, ...]
) -> Iterator[Finding]:
    place = ("vetoes", veto.id, "score")
    told = {"title": veto.title}
    if trigger.below is None and trigger.last is None and not trigger.grade:
        yield error("scheme.veto_without_bound", *place, **told)
    if trigger.grade and trigger.years < 1:
        yield error("scheme.veto_years", *place, "years", **told, years=trigger.years)
    if trigger.last is not None and trigger.last < 1:
        yield error("scheme.veto_never", *place, "last", **told)
    for unit_class in classes:
        units = len(ground.scheme.units_of(unit_class.id))
        if trigger.last is not None and 0 < units <= trigger.last:
            counts = {"units": units, "last": trigger.last}
            names = {**told, "unit_class": unit_class.title}
            yield warning("scheme.veto_for_all_last", *place, "last", **names, **counts)
        if trigger.below is not None and not trigger.indicator:
            yield from _below_total(ground, veto, trigger, trigger.below, unit_class)
        nodes = [node.id for tree, _ in ground.in_class(unit_class) for node in tree.all()]
        if units and trigger.indicator and trigger.indicator not in nodes:
            yield warning(
                "scheme.veto_item_nowhere", *place, "indicator", **told, unit_class=unit_class.title
            )
    if trigger.below is not None and trigger.indicator and trigger.below <= ZERO:
        yield warning("scheme.veto_rarely", *place, "below", **told, below=plain(trigger.below))


def _below_total(
    ground: Ground, veto: Veto, trigger: ScoreTrigger, below: Decimal, unit_class: UnitClass
) -> Iterator[Finding]:
    place = ("vetoes", veto.id, "score", "below")
    full = unit_class.fold_to or unit_class.scale
    bound = below * full / HUNDRED if trigger.percent else below
    told = {"title": veto.title, "unit_class": unit_class.title, "below": plain(below)}
    lowest = least(unit_class.limits)
    if lowest is not None and bound <= lowest:
        yield error("scheme.veto_below_floor", *place, **told)
    reaches = [most_in_all(tree, unit_class) for tree, _ in ground.in_class(unit_class)]
    if reaches and all(reach is not None and reach < bound for reach in reaches):
        yield error("scheme.veto_always", *place, **told)


def _kinds(ground: Ground) -> Iterator[Finding]:
    """Kinds of events that one veto alone knows: perhaps another spelling of a kind that is counted."""
    known: dict[str, set[str]] = {}
    for indicator in ground.scheme.indicators:
        for kind in indicator.rule.kinds() if indicator.rule else ():
            known.setdefault(kind, set()).add(f"indicators/{indicator.id}")
    for veto in ground.scheme.vetoes:
        for kind in veto.event.kinds if veto.event else ():
            known.setdefault(kind, set()).add(f"vetoes/{veto.id}")
    for veto in ground.scheme.vetoes:
        for kind in veto.event.kinds if veto.event else ():
            place = ("vetoes", veto.id, "event", "kinds")
            if len(known[kind]) > 1:
                continue
            near = difflib.get_close_matches(kind, [each for each in known if each != kind], 1)
            if near:
                yield warning("scheme.veto_kind_near", *place, title=veto.title, kind=kind, near=near[0])
            else:
                yield note("scheme.veto_kind_alone", *place, title=veto.title, kind=kind)


def _twice(ground: Ground) -> Iterator[Finding]:
    """Two vetoes that hold for the same reason for the same unit: double, or contradictory.

    A card or a talk beside another effect is usual.
    """
    held = ground.scheme.vetoes
    for number, veto in enumerate(held):
        for other in held[:number]:
            same = (veto.event, veto.score) == (other.event, other.score)
            if not same or ground.units_in(veto.applies).isdisjoint(ground.units_in(other.applies)):
                continue
            told = {"title": veto.title, "other": other.title}
            if veto.effect == other.effect:
                yield warning("scheme.veto_twice", "vetoes", veto.id, **told)
            elif any({veto.effect, other.effect} <= alike for alike in _ALIKE):
                yield warning("scheme.veto_two_effects", "vetoes", veto.id, **told)
