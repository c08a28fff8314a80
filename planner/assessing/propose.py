"""From a plan to the scheme that scores it: `propose`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from assessments.numbers import exact, plain
from assessments.scheme import ORDER_STEP, Grade, Indicator, Override, Scheme, UnitClass
from planner.assessing import words
from planner.assessing.bodies import CLASSES, Bodies, bodies_of
from planner.assessing.items import Item, items_of
from planner.assessing.lacking import find_lacks
from planner.assessing.methods import method_for
from planner.assessing.records import Proposal, Reason, Weights, Why
from planner.assessing.scorers import scorers_of
from planner.assessing.sheets import reference
from planner.assessing.weighing import share_out
from planner.departments import Roster
from planner.numbering import Numbers, numbers_of
from planner.plan import ROLES, Plan

_USUAL = Weights()


def propose(
    plan: Plan,
    roster: Roster,
    *,
    townships: tuple[str, ...] = (),
    members: Mapping[str, tuple[str, ...]] | None = None,
    overseer: str = "",
    weights: Weights = _USUAL,
    leave_out: Collection[str] = (),
) -> Proposal:
    """The scheme that follows from a plan, with a reason for every indicator in it.

    Each measure gives indicators to everyone who leads it, is responsible for it or supports it: who carries
    it is scored by its targets, its recurring duties and its deadlines, or by a mark where it has none of
    these; who supports it by one mark. What all townships are asked stands once, for their class; all else is
    each unit's own. Every unit's points sum to the scale. The same plan always gives the same ids.

    `townships` are the names of the county's townships; `members` says who belongs to a collective that the
    plan does not list ({"各行业主管部门": ("县教育局", …)}); `overseer` is the body that scores what the
    issuing office itself carries (县委督查室). `leave_out` are ids of indicators of an earlier
    proposal that nobody wants: the others share their points. What is left open is in the findings; what
    all townships are asked where none is known is not in the scheme.
    """
    with exact():
        bodies = bodies_of(plan, roster, townships, members)
        scored = tuple(role for role in ROLES if weights.of(role) > 0)
        asked = tuple(item for item in items_of(plan, bodies, scored) if item.id not in leave_out)
        known = {held for unit in bodies.units for held in (unit.id, unit.unit_class)}
        items = _counted(item for item in asked if item.holder in known)
        points = _points(items, bodies, weights)
        units = tuple(unit for unit in bodies.units if {unit.id, unit.unit_class} & points.keys())
        needed = {*points, *(unit.unit_class for unit in units)}
        classes = tuple(id for id in CLASSES if id in needed)
        numbers = numbers_of(plan)
        made = [
            _indicator(item, points[item.holder][item.id], place, plan, bodies, numbers, overseer)
            for place, item in enumerate(items, 1)
        ]
        scheme = Scheme(
            id=f"{plan.id}-scheme",
            title=words.scheme_title(plan.title),
            year=plan.year,
            issuer=plan.issuer,
            region=plan.region,
            basis=words.basis(plan.title, plan.number),
            plan=plan.id,
            classes=tuple(_class(id, place, weights.scale, plan) for place, id in enumerate(classes, 1)),
            units=units,
            indicators=(*_sections(plan, items), *(indicator for indicator, _ in made)),
            overrides=tuple(_overrides(items, points, bodies, plan.year)),
        )
        reasons = {reason.indicator: reason for _, reason in made}
        findings = find_lacks(plan, bodies, scheme, len(asked) - len(items))
        return Proposal(scheme, reasons, tuple(findings))


def _counted(items: Iterable[Item]) -> tuple[Item, ...]:
    """The items, each with how many of its measure and holder there still are."""
    held = tuple(items)
    counts = Counter((item.holder, item.measure.id) for item in held)
    return tuple(replace(item, of=counts[item.holder, item.measure.id]) for item in held)


def _points(items: tuple[Item, ...], bodies: Bodies, weights: Weights) -> dict[str, dict[str, Decimal]]:
    """The points of every item for every holder, by the holder's id. A unit that is asked something beside
    what its class is asked has its own points for both."""
    by_holder: dict[str, list[Item]] = {}
    for item in items:
        by_holder.setdefault(item.holder, []).append(item)
    asked = dict(by_holder)
    for unit in bodies.units:
        if unit.id in by_holder and unit.unit_class in by_holder:
            asked[unit.id] = [*by_holder[unit.unit_class], *by_holder[unit.id]]
    found: dict[str, dict[str, Decimal]] = {}
    for holder, held in asked.items():
        shares = share_out(
            [Fraction(weights.of(item.role), item.of) for item in held], weights.scale, weights.step
        )
        found[holder] = {item.id: share for item, share in zip(held, shares, strict=True)}
    return found


def _indicator(
    item: Item, points: Decimal, place: int, plan: Plan, bodies: Bodies, numbers: Numbers, overseer: str
) -> tuple[Indicator, Reason]:
    method = method_for(item, points, plan.year)
    scorers, scorer = scorers_of(item, plan, bodies, overseer)
    task = item.task
    indicator = Indicator(
        id=item.id,
        title=words.indicator_title(item),
        order=place * ORDER_STEP,
        parent=task.section if task.section in numbers.sections else "",
        applies=(item.holder,),
        points=points,
        rule=method.rule,
        scorers=scorers,
        text=method.text,
        article=words.article(plan.title, numbers.sections.get(task.section, ""), numbers.tasks[task.id]),
        evidence=method.evidence,
        task=reference(plan, task, item.measure),
    )
    shared = Why(f"propose.points_{item.role}", {"points": plain(points), "of": item.of})
    if item.of == 1:
        shared = Why(f"propose.whole_{item.role}", {"points": plain(points)})
    return indicator, Reason(
        item.id, item.holder, task.id, item.measure.id, item.role, method.why, shared, scorer
    )


def _sections(plan: Plan, items: tuple[Item, ...]) -> Iterator[Indicator]:
    """The plan's headings under which something is scored; their points are those of what stands below."""
    used = {item.task.section for item in items}
    for place, section in enumerate(plan.sections, 1):
        if section.id in used:
            yield Indicator(section.id, section.title, place * ORDER_STEP)


def _overrides(
    items: tuple[Item, ...], points: Mapping[str, Mapping[str, Decimal]], bodies: Bodies, year: int
) -> Iterator[Override]:
    """Where a unit has its own items, what its class is asked weighs less for it."""
    for unit in bodies.units:
        if unit.id not in points or unit.unit_class not in points:
            continue
        for item in items:
            own = points[unit.id].get(item.id)
            if item.holder == unit.unit_class and own is not None and own != points[item.holder][item.id]:
                method = method_for(item, own, year)
                yield Override(unit.id, item.id, points=own, rule=method.rule, text=method.text)


def _class(id: str, place: int, scale: Decimal, plan: Plan) -> UnitClass:
    grades = tuple(
        Grade(name, title, scale * lower / 100, number * ORDER_STEP, passing=lower > 0)
        for number, (name, title, lower) in enumerate(words.GRADES, 1)
    )
    title = words.class_title(id, plan.level, plan.region)
    return UnitClass(id, title, place * ORDER_STEP, scale=scale, grades=grades)
