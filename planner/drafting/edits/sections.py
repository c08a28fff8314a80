"""Edits of sections: add, name, describe, delete."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from planner.drafting.edits.places import require_sections
from planner.drafting.order import inserted, renumbered
from planner.plan import Plan, Section, new_id


class SectionNotEmpty(ValueError):
    """A section that still holds tasks was to be deleted without them. `ids` names all such sections."""

    def __init__(self, ids: tuple[str, ...]) -> None:
        super().__init__(f"sections that still hold tasks: {', '.join(ids)}")
        self.ids = ids


def add_section(plan: Plan, title: str, *, before: str | None = None, hand: str = "") -> tuple[Plan, str]:
    """The plan with a new section before the section `before`, or at the end; and the new id."""
    if before is not None:
        require_sections(plan, (before,))
    id = new_id(plan.ids(), hand=hand)
    row = inserted([section.id for section in plan.sections], [id], before)
    numbers = renumbered(row, {section.id: section.order for section in plan.sections}, {id})
    sections = (*plan.sections, Section(id=id, title=title))
    placed = tuple(replace(section, order=numbers[section.id]) for section in sections)
    return replace(plan, sections=placed), id


def set_section_title(plan: Plan, id: str, title: str) -> Plan:
    """The plan with the section's heading set."""
    return _changed(plan, id, title=title)


def set_section_text(plan: Plan, id: str, text: str) -> Plan:
    """The plan with the prose under the section's heading set."""
    return _changed(plan, id, text=text)


def delete_sections(plan: Plan, ids: Collection[str], *, with_tasks: bool = False) -> Plan:
    """The plan without these sections.

    Their tasks go with them only when asked; otherwise a section that holds any raises SectionNotEmpty.
    """
    require_sections(plan, ids)
    full = tuple(section.id for section in plan.sections if section.id in ids and plan.tasks_in(section.id))
    if full and not with_tasks:
        raise SectionNotEmpty(full)
    return replace(
        plan,
        sections=tuple(section for section in plan.sections if section.id not in ids),
        tasks=tuple(task for task in plan.tasks if task.section not in ids),
    )


def _changed(plan: Plan, id: str, *, title: str | None = None, text: str | None = None) -> Plan:
    require_sections(plan, (id,))
    return replace(
        plan,
        sections=tuple(
            replace(
                section,
                title=section.title if title is None else title,
                text=section.text if text is None else text,
            )
            if section.id == id
            else section
            for section in plan.sections
        ),
    )
