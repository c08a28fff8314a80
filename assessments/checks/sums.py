"""Whether points add up: at every level, in every unit's own tree, in every round."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from assessments.checks.ground import Ground, error, note, warning
from assessments.numbers import HUNDRED, ONE, ZERO, plain, rounded, total
from assessments.scheme import Unit, UnitClass
from assessments.tree import ROOT, Node
from planner.findings import Finding

_SAME = 10
_NEARLY = Decimal("0.2")


class _Mismatch(NamedTuple):
    """A sum that is not what is declared. `indicator` is "" for a class's whole sheet."""

    indicator: str
    unit_class: str
    given: Decimal
    declared: Decimal
    smaller: bool


def sums(ground: Ground) -> Iterator[Finding]:
    """The children's points against the parent's, the outermost against the class's scale."""
    found: dict[_Mismatch, dict[str, Unit]] = {}
    for by_unit in ground.rounds:
        for tree, units in ground.shared(by_unit):
            for node in tree.all():
                mismatch = _mismatch(ground, node, units[0])
                if mismatch is not None:
                    found.setdefault(mismatch, {}).update((unit.id, unit) for unit in units)
    for mismatch, units_by_id in found.items():
        yield _told(ground, mismatch, tuple(units_by_id.values()))


def _mismatch(ground: Ground, node: Node, unit: Unit) -> _Mismatch | None:
    parts = node.parts()
    declared = node.scale
    if not parts or declared is None or node.kind not in ("normal", "information"):
        return None
    if node.indicator.combine != "sum" or any(part.points is None for part in parts):
        return None
    given = total(part.points or ZERO for part in parts)
    expected = {rounded(declared, _SAME)}
    unit_class = ""
    if node.id == ROOT:
        held = _class_of(ground, unit)
        unit_class = unit.unit_class
        if held is not None and held.base != ZERO:
            expected.add(rounded(declared - held.base, _SAME))
    if rounded(given, _SAME) in expected:
        return None
    return _Mismatch(node.id, unit_class, given, declared, node.treatment == "smaller" and given < declared)


def _class_of(ground: Ground, unit: Unit) -> UnitClass | None:
    return next((each for each in ground.scheme.classes if each.id == unit.unit_class), None)


def _told(ground: Ground, mismatch: _Mismatch, units: tuple[Unit, ...]) -> Finding:
    told = {
        "sum": plain(mismatch.given),
        "declared": plain(mismatch.declared),
        "difference": plain(abs(mismatch.declared - mismatch.given)),
        "who": ground.who(units),
    }
    if mismatch.indicator == ROOT:
        say = note if mismatch.smaller else error
        code = "scheme.class_sum_less" if mismatch.given < mismatch.declared else "scheme.class_sum_more"
        return say(code, "classes", mismatch.unit_class, "scale", **told)
    indicator = ground.scheme.indicator(mismatch.indicator)
    say = note if mismatch.smaller else error
    code = "scheme.sum_less" if mismatch.given < mismatch.declared else "scheme.sum_more"
    place = "points" if indicator.scale is None else "scale"
    return say(code, "indicators", indicator.id, place, title=indicator.title, **told)


def weights(ground: Ground) -> Iterator[Finding]:
    """Weights beside points, weights that were meant to be a whole, weights that nothing is left for."""
    for indicator in ground.scheme.indicators:
        place = ("indicators", indicator.id, "weight")
        if indicator.weight is not None and indicator.weight <= ZERO:
            yield error("scheme.weight_not_positive", *place, title=indicator.title)
        if indicator.weight is not None and indicator.points is not None:
            yield warning("scheme.weight_not_used", *place, title=indicator.title)
    yield from _wholes(ground)


def _wholes(ground: Ground) -> Iterator[Finding]:
    """What is odd about the weights under one parent, once for each parent and sum."""
    told: set[tuple[str, Decimal]] = set()
    for tree, units in ground.shared():
        for node in tree.all():
            held = total(part.indicator.weight or ZERO for part in node.parts() if part.share is not None)
            if held and (node.id, held) not in told:
                told.add((node.id, held))
                yield from _whole(node, held, ground.who(units))


def _whole(node: Node, held: Decimal, who: str) -> Iterator[Finding]:
    """Weights beside points; weights that nothing is left for; weights that nearly make 100 or 1."""
    shared = [part for part in node.parts() if part.share is not None]
    pointed = [part for part in node.parts() if part.share is None]
    first, path = shared[0].indicator.title, ("indicators", shared[0].id, "weight")
    if any(part.points is not None and part.points <= ZERO for part in shared):
        yield error("scheme.nothing_left", *path, title=first, who=who)
    elif pointed:
        yield warning("scheme.mixed_weights", *path, title=first, other=pointed[0].indicator.title, who=who)
    else:
        whole = HUNDRED if held > 2 else ONE
        if whole != held and abs(whole - held) < whole * _NEARLY:
            yield warning("scheme.weights_not_whole", *path, sum=plain(held), whole=plain(whole), who=who)


def points(ground: Ground) -> Iterator[Finding]:
    """Items without points, with less than none, or with a scale of nothing."""
    for indicator in ground.scheme.indicators:
        place = ("indicators", indicator.id)
        if indicator.points is not None and indicator.points < ZERO:
            yield error("scheme.negative_points", *place, "points", title=indicator.title)
        if indicator.scale is not None and indicator.scale <= ZERO:
            yield error("scheme.scale_not_positive", *place, "scale", title=indicator.title)
    for unit_class in ground.scheme.classes:
        yield from _scales(unit_class)
    without: dict[str, dict[str, Unit]] = {}
    for tree, units in ground.shared():
        for leaf in tree.leaves():
            if leaf.kind == "normal" and not leaf.points and leaf.share is None:
                without.setdefault(leaf.id, {}).update((unit.id, unit) for unit in units)
    for id, concerned in without.items():
        title = ground.scheme.indicator(id).title
        yield error(
            "scheme.no_points", "indicators", id, "points", title=title, who=ground.who(concerned.values())
        )


def _scales(unit_class: UnitClass) -> Iterator[Finding]:
    """A class's full marks: its own, the one its main score is folded to, the one in a wider assessment."""
    place, title = ("classes", unit_class.id), unit_class.title
    scales = (("scale", unit_class.scale), ("fold_to", unit_class.fold_to), ("fold", unit_class.fold))
    for name, scale in scales:
        if scale is not None and scale <= ZERO:
            yield error("scheme.scale_not_positive", *place, name, title=title)
    if unit_class.fold is None and unit_class.fold_bonus != "folded":
        yield warning("scheme.fold_bonus_not_used", *place, "fold_bonus", title=title)
