"""The same matter counted twice: a kind of event in two items, in an item and a veto; an item that is there
already."""

from __future__ import annotations

from collections.abc import Iterator

from assessments.checks.ground import Ground, note, warning
from assessments.scheme import Unit
from planner.findings import Finding


def twice(ground: Ground) -> Iterator[Finding]:
    """Kinds that two leaves of a unit's tree count, or a leaf and a veto that takes points; equal titles."""
    scheme = ground.scheme
    kinds: dict[tuple[str, str, str], dict[str, Unit]] = {}
    titles: dict[tuple[str, str], dict[str, Unit]] = {}
    taken: dict[tuple[str, str, str], None] = {}
    for tree, units in ground.shared():
        by_kind: dict[str, list[str]] = {}
        by_title: dict[str, list[str]] = {}
        for leaf in tree.leaves():
            for kind in sorted(leaf.counts):
                by_kind.setdefault(kind, []).append(leaf.id)
            by_title.setdefault(leaf.indicator.title.strip(), []).append(leaf.id)
        concerned = {unit.id: unit for unit in units}
        for kind, held in by_kind.items():
            for later in held[1:]:
                kinds.setdefault((kind, held[0], later), {}).update(concerned)
            for veto in _minus(ground, kind, units):
                taken[kind, held[0], veto] = None
        for held in by_title.values():
            for later in held[1:]:
                titles.setdefault((held[0], later), {}).update(concerned)
    for (kind, first, second), who in kinds.items():
        told = {
            "kind": kind,
            "first": scheme.indicator(first).title,
            "second": scheme.indicator(second).title,
        }
        code = (
            "scheme.kind_every_time" if scheme.settings.same_matter == "every_time" else "scheme.kind_twice"
        )
        yield warning(code, "indicators", second, "rule", **told, who=ground.who(who.values()))
    for kind, first, veto in taken:
        title = next(each.title for each in scheme.vetoes if each.id == veto)
        told = {"kind": kind, "first": scheme.indicator(first).title, "veto": title}
        yield warning("scheme.kind_and_veto", "vetoes", veto, "event", "kinds", **told)
    for (first, second), who in titles.items():
        if scheme.indicator(first).parent == scheme.indicator(second).parent:
            told = {"title": scheme.indicator(second).title, "who": ground.who(who.values())}
            yield note("scheme.title_twice", "indicators", second, "title", **told)


def _minus(ground: Ground, kind: str, units: tuple[Unit, ...]) -> Iterator[str]:
    """The vetoes that take points off for events of a kind, of these units."""
    names = {unit.id for unit in units} | {unit.unit_class for unit in units}
    for veto in ground.scheme.vetoes:
        applies = not veto.applies or not names.isdisjoint(veto.applies)
        if applies and veto.effect == "minus" and veto.event is not None and kind in veto.event.kinds:
            yield veto.id
