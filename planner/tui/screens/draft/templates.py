"""The templates beside the draft: which are shown, as rows, and what of them the draft has already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from planner.drafting.similar import Like, Likeness
from planner.library import Template
from planner.plan import Plan
from planner.text import say
from planner.tui.dialogs.choose import Choice
from planner.tui.dialogs.choose_templates import ChooseTemplates
from planner.tui.screens.draft.rows import DraftRow, holding, rows_of
from planner.tui.widgets.rowmodel import Group, Look


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A section or task of a template."""

    template: Template
    row: DraftRow

    @property
    def key(self) -> str:
        """Its own among all templates shown."""
        return f"{self.template.key}/{self.row.id}"

    @property
    def ref(self) -> str:
        """How the Source of what was taken names it."""
        return f"{self.template.plan.id}/{self.row.id}"


@dataclass(frozen=True, slots=True)
class Held:
    """What the draft has of the templates: refs of what was taken, by key the likest task for the rest."""

    refs: frozenset[str] = frozenset()
    likes: Mapping[str, Like] | None = None

    def words(self, row: TemplateRow) -> str:
        """已取, 相似, or empty."""
        if row.ref in self.refs:
            return say("draft.taken")
        return say("draft.like") if self.likes is not None and row.key in self.likes else ""

    def look(self, row: TemplateRow) -> Look:
        """Greyed where it was taken; a warning's colour beside the word where it is alike."""
        if row.row.kind == "section":
            return "heading"
        if row.ref in self.refs:
            return "muted"
        return "warning" if self.likes is not None and row.key in self.likes else ""


def template_rows(templates: Iterable[Template], words: str = "") -> list[TemplateRow | Group]:
    """The rows of the templates under their titles; with words only those tasks that hold them."""
    items: list[TemplateRow | Group] = []
    for template in templates:
        rows = rows_of(template.plan, header=False)
        if words:
            found = holding(rows, words)
            rows = [row for row in rows if row.id in found]
        if rows or not words:
            note = say("draft.template_note", year=template.plan.year, count=len(template.plan.tasks))
            items.append(Group(template.plan.title, note))
            items.extend(TemplateRow(template, row) for row in rows)
    return items


def taken_refs(plan: Plan) -> frozenset[str]:
    """The refs of what the plan has taken from templates."""
    return frozenset(task.source.ref for task in plan.tasks if task.source is not None and task.source.ref)


def held_by(plan: Plan, templates: Sequence[Template]) -> Held:
    """What the plan has of these templates (in a worker: every task is compared with every other)."""
    refs, known = taken_refs(plan), Likeness()
    for task in plan.tasks:
        known.add(task)
    likes: dict[str, Like] = {}
    for template in templates:
        for task in template.plan.tasks:
            found = () if f"{template.plan.id}/{task.id}" in refs else known.like(task)
            if found:
                likes[f"{template.key}/{task.id}"] = found[0]
    return Held(refs, likes)


class TemplatesDialog(ChooseTemplates):
    """Which templates to show; it begins on the list, where Space marks."""

    AUTO_FOCUS = "RowList"


def templates_dialog(templates: Sequence[Template]) -> TemplatesDialog:
    """The dialog for choosing; its answer holds keys, one a line."""
    choices = [
        Choice(
            template.key,
            template.plan.title,
            say(f"draft.origin.{template.origin}")
            + "  "
            + say("draft.template_note", year=template.plan.year, count=len(template.plan.tasks)),
        )
        for template in templates
    ]
    return TemplatesDialog(say("draft.which_templates"), choices, note=say("draft.which_templates.note"))
