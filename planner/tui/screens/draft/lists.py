"""The two lists of the draft screen: the plan's own rows, and the templates' rows."""

from __future__ import annotations

from collections.abc import Callable

from planner.tui.screens.draft.marker import Marker
from planner.tui.screens.draft.rows import (
    DraftRow,
    due_brief,
    due_words,
    lead_words,
    mark_brief,
    mark_look,
    mark_words,
)
from planner.tui.screens.draft.templates import Held, TemplateRow
from planner.tui.widgets.rowmodel import Column, Look
from planner.tui.widgets.rows import RowList


def plan_list(marker: Marker) -> RowList[DraftRow]:
    """The plan: number, title, what is missing, lead, due."""

    def look(row: DraftRow) -> Look:
        return mark_look(marker.of(row.id)) if row.kind == "task" else "heading"

    return RowList(
        [
            Column("number", "draft.number", _number, width=6, sort=lambda row: row.place, optional=False),
            Column("title", "draft.title", _title, least=18, share=3, optional=False, ample=40),
            Column("mark", "draft.mark", lambda row: mark_words(marker.of(row.id)), width=12,
                   brief=10, brief_cell=lambda row: mark_brief(marker.of(row.id))),
            Column("lead", "draft.lead", lead_words, least=10, brief=12),
            Column("due", "draft.due", due_words, width=10, brief=6, brief_cell=due_brief),
        ],
        key=lambda row: row.id,
        look=look,
        empty="draft.no_rows",
        id="draft-rows",
    )  # fmt: skip


def template_list(held: Callable[[], Held]) -> RowList[TemplateRow]:
    """The templates: number, title, whether the draft has it."""
    return RowList(
        [
            Column(
                "number",
                "draft.number",
                lambda row: row.row.number,
                width=6,
                sort=lambda row: row.row.place,
                optional=False,
            ),
            Column("title", "draft.title", lambda row: row.row.title, least=18, share=3, optional=False),
            Column("held", "draft.held", lambda row: held().words(row), width=6),
            Column("lead", "draft.lead", lambda row: lead_words(row.row), least=10, hidden=True),
        ],
        key=lambda row: row.key,
        look=lambda row: held().look(row),
        empty="draft.no_template",
        id="template-rows",
    )


def _number(row: DraftRow) -> str:
    return row.number


def _title(row: DraftRow) -> str:
    return row.title
