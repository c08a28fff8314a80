"""From a part to its dialog: what Enter or F2, Delete and Ctrl+arrows do with the part under the cursor."""

from __future__ import annotations

from typing import cast

from planner.drafting import edits
from planner.drafting.edits.header import HeaderField
from planner.plan import ROLES, Measure, Section, Task
from planner.text import say
from planner.tui.screens.draft import header_edits, measure_edits
from planner.tui.screens.draft.desk import Desk
from planner.tui.screens.draft.parts import Part
from planner.tui.screens.draft.rows import DraftRow


def edit_part(desk: Desk, row: DraftRow, part: Part) -> str:
    """Open the dialog of a part of this row; or say in words why there is none."""
    if part.kind == "remark":
        return say("draft.remark_note")
    if part.kind == "source":
        return say("draft.source_stays")
    if isinstance(row.record, Section):
        text = part.kind == "section_text"
        (header_edits.edit_section_text if text else header_edits.edit_section_title)(desk, row.record)
    elif isinstance(row.record, Task):
        _edit_task_part(desk, row.record, part)
    else:
        _edit_header(desk, part)
    return ""


def _edit_header(desk: Desk, part: Part) -> None:
    match part.kind:
        case "year":
            header_edits.edit_year(desk)
        case "issued":
            header_edits.edit_issued(desk)
        case "level":
            header_edits.edit_level(desk)
        case _:
            header_edits.edit_field(desk, cast(HeaderField, part.field))


def _edit_task_part(desk: Desk, task: Task, part: Part) -> None:
    if part.kind == "title":
        measure_edits.edit_title(desk, task)
    elif part.kind == "section":
        measure_edits.choose_section(desk, [task.id])
    else:
        measure = measure_of(task, part)
        if measure is None:
            measure_edits.add_measure(desk, task)
        else:
            _edit_measure_part(desk, task, measure, part)


def _edit_measure_part(desk: Desk, task: Task, measure: Measure, part: Part) -> None:
    match part.kind:
        case "measure":
            measure_edits.measure_menu(desk, task, measure)
        case "names":
            role = next(role for role in ROLES if role == part.field)
            measure_edits.edit_names(desk, measure, role)
        case "target":
            measure_edits.edit_target(desk, measure, part.index)
        case "due":
            measure_edits.edit_due(desk, measure, part.index)
        case "recurrence":
            measure_edits.edit_recurrence(desk, measure, part.index)
        case _:
            measure_edits.edit_text(desk, measure)


def measure_of(task: Task, part: Part) -> Measure | None:
    """The measure that a part belongs to."""
    return next((held for held in task.measures if held.id == part.id), None)


def delete_part(desk: Desk, row: DraftRow, part: Part) -> str:
    """Take a part away: a target, a deadline, a recurring duty, the names of a role, a whole measure.

    Words are returned where the part cannot be taken away.
    """
    measure = measure_of(row.task, part) if row.task is not None else None
    if measure is None:
        return say("draft.part_stays")
    plan, ids, index = desk.plan, (measure.id,), part.index
    match part.kind:
        case "target":
            held = (*measure.targets[:index], *measure.targets[index + 1 :])
            desk.change(edits.set_targets(plan, ids, held), "draft.did_delete_part", part=part.label)
        case "due":
            dues = (*measure.dues[:index], *measure.dues[index + 1 :])
            desk.change(edits.set_dues(plan, ids, dues), "draft.did_delete_part", part=part.label)
        case "recurrence":
            kept = (*measure.recurrences[:index], *measure.recurrences[index + 1 :])
            desk.change(edits.set_recurrences(plan, ids, kept), "draft.did_delete_part", part=part.label)
        case "names":
            role = next(role for role in ROLES if role == part.field)
            desk.change(edits.set_names(plan, ids, role, ()), "draft.did_delete_part", part=part.label)
        case "measure" | "text":
            measure_edits.delete_measure(desk, measure)
        case _:
            return say("draft.part_stays")
    return ""


def move_part(desk: Desk, row: DraftRow, part: Part, steps: int) -> str:
    """Move the measure that a part belongs to; words where it belongs to none."""
    measure = measure_of(row.task, part) if row.task is not None else None
    if measure is None:
        return say("draft.only_measures_move")
    desk.change(edits.move_measures(desk.plan, (measure.id,), steps), "draft.did_move_measure")
    return ""
