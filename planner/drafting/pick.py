"""Starting a draft and taking into it: whole plans, sections or single tasks of a template."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from planner.drafting.days import carried
from planner.drafting.edits.places import UnknownId, require_sections
from planner.drafting.edits.tasks import copied
from planner.drafting.order import inserted, renumbered
from planner.plan import ORDER_STEP, Level, Plan, Section, Source, Task, new_id


def start(
    title: str,
    year: int,
    *,
    issuer: str = "",
    field: str = "",
    level: Level = "",
    region: str = "",
    hand: str = "",
) -> Plan:
    """An empty plan to draft in."""
    return Plan(
        id=new_id(hand=hand),
        title=title,
        year=year,
        issuer=issuer,
        field=field,
        level=level,
        region=region,
    )


def take(
    plan: Plan, template: Plan, ids: Collection[str] | None = None, *, into: str = "", hand: str = ""
) -> tuple[Plan, tuple[str, ...]]:
    """The plan with tasks of the template added; and the ids of the new tasks, in order.

    `ids` names sections (all their tasks) and tasks of the template; None takes the whole template, with
    the prose around its body where the plan has none. The tasks go to the end of the section `into`, or
    of the section with the same heading, which is made where it is missing: with its prose, and in the
    template's order where the plan has its neighbours.
    Everything new has ids of its own and a Source that names the template. Deadlines without a year mean
    the plan's year; days fixed for another year's recurring duty do not come along.
    UnknownId where the template has no such section or task, or the plan no section `into`.
    """
    if into:
        require_sections(plan, (into,))
    tasks, wanted = _chosen(template, ids)
    if ids is None:
        plan = _with_frame(plan, template)
    taken = set(plan.ids())
    place: dict[str, str] = {}
    if not into:
        for section in template.sections:
            if section.id in wanted:
                plan, place[section.id] = _with_section(plan, template, section, taken, hand)
    new: list[Task] = []
    for task in tasks:
        section_id = into or place.get(task.section, "")
        if not section_id:
            plan, section_id = _with_loose_section(plan, template, taken, hand)
            place[task.section] = section_id
        new.append(_taken_over(task, plan, template, section_id, taken, hand))
    last = {section.id: 0 for section in plan.sections}
    for held in plan.tasks:
        last[held.section] = max(last.get(held.section, 0), held.order)
    placed: list[Task] = []
    for task in new:
        last[task.section] += ORDER_STEP
        placed.append(replace(task, order=last[task.section]))
    return replace(plan, tasks=(*plan.tasks, *placed)), tuple(task.id for task in placed)


def _chosen(template: Plan, ids: Collection[str] | None) -> tuple[list[Task], set[str]]:
    """The tasks to take in the template's order, and the sections of the template they need."""
    sections = {section.id for section in template.sections}
    if ids is None:
        return list(template.tasks), sections
    known = {task.id for task in template.tasks} | sections
    for id in ids:
        if id not in known:
            raise UnknownId("section or task", id)
    picked = frozenset(ids)
    tasks = [task for task in template.tasks if task.id in picked or task.section in picked]
    return tasks, {task.section for task in tasks} | (picked & sections)


def _with_frame(plan: Plan, template: Plan) -> Plan:
    return replace(
        plan,
        field=plan.field or template.field,
        level=plan.level or template.level,
        region=plan.region or template.region,
        addressees=plan.addressees or template.addressees,
        preamble=plan.preamble or template.preamble,
        closing=plan.closing or template.closing,
    )


def _with_section(
    plan: Plan, template: Plan, wanted: Section, taken: set[str], hand: str
) -> tuple[Plan, str]:
    """The plan with a section of this heading, and its id."""
    there = {_bare(section.title): section.id for section in reversed(plan.sections)}
    if _bare(wanted.title) in there:
        return plan, there[_bare(wanted.title)]
    id = new_id(taken, hand=hand)
    taken.add(id)
    headings = [_bare(section.title) for section in template.sections]
    later = headings[headings.index(_bare(wanted.title)) + 1 :]
    before = next((there[heading] for heading in later if heading in there), None)
    new = Section(
        id=id, title=wanted.title, text=wanted.text, source=_source(template, wanted.id, wanted.source)
    )
    row = inserted([section.id for section in plan.sections], [id], before)
    numbers = renumbered(row, {section.id: section.order for section in plan.sections}, {id})
    sections = tuple(replace(section, order=numbers[section.id]) for section in (*plan.sections, new))
    return replace(plan, sections=sections), id


def _with_loose_section(plan: Plan, template: Plan, taken: set[str], hand: str) -> tuple[Plan, str]:
    """Where tasks go that stand under no heading of the template: the plan's last section, or a new one."""
    if plan.sections:
        return plan, plan.sections[-1].id
    id = new_id(taken, hand=hand)
    taken.add(id)
    return replace(plan, sections=(Section(id=id, title=template.title),)), id


def _taken_over(task: Task, plan: Plan, template: Plan, section: str, taken: set[str], hand: str) -> Task:
    measures = tuple(
        replace(
            carried(measure, template.year, plan.year), source=_source(template, measure.id, measure.source)
        )
        for measure in task.measures
    )
    source = _source(template, task.id, task.source)
    return copied(replace(task, section=section, measures=measures, source=source), taken, hand)


def _source(template: Plan, id: str, older: Source | None) -> Source:
    return Source(
        document=template.title,
        line=older.line if older else None,
        year=template.year,
        number=older.number if older else "",
        ref=f"{template.id}/{id}",
    )


def _bare(title: str) -> str:
    """A heading as it is compared: without white space and punctuation."""
    return re.sub(r"\W+", "", title)
