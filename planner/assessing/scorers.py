"""Who scores an indicator (评分部门): never the unit itself."""

from __future__ import annotations

from collections.abc import Iterator

from planner.assessing.bodies import CLASSES, Bodies
from planner.assessing.items import Item
from planner.assessing.records import Why
from planner.plan import Plan


def scorers_of(item: Item, plan: Plan, bodies: Bodies, overseer: str) -> tuple[tuple[str, ...], Why]:
    """The bodies that score an item, by the names of their units, and why they; none where nobody is left.

    Who supervises a measure scores those who carry it, who leads scores those who work along or support;
    else the office that issued the plan does. What one body is asked is never scored by itself: what the
    issuing office is asked is for `overseer`, where there is one.
    """
    for code, names in _candidates(item, plan, overseer):
        able = (bodies.name_of(name) for name in names if _can_score(name, item.holder, bodies))
        found = tuple(dict.fromkeys(able))
        if found:
            return found, Why(code, {"names": "、".join(found)})
    return (), Why("propose.scorer_none")


def _candidates(item: Item, plan: Plan, overseer: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    duty = item.measure.duty
    watching = ("propose.scorer_supervise", duty.supervise)
    leading = ("propose.scorer_lead", duty.lead)
    if item.role == "lead":
        yield watching
    elif item.role == "responsible":
        yield from (leading, watching)
    elif item.role == "support":
        yield from (leading, ("propose.scorer_responsible", duty.responsible), watching)
    yield "propose.scorer_issuer", (plan.issuer,)
    yield "propose.scorer_overseer", (overseer,)


def _can_score(name: str, holder: str, bodies: Bodies) -> bool:
    """True for one body by name that is not the one scored; a body outside the plan's duties may score."""
    meant = bodies.holders.get(name)
    if meant is None:
        return bool(name)
    return len(meant) == 1 and meant[0] not in CLASSES and meant[0] != holder
