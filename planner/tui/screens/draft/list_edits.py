"""Editing the list of the plan: new tasks and sections, deleting and moving what is marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from planner.drafting import edits
from planner.plan import Plan, Section, Task
from planner.text import say
from planner.tui.dialogs.choose import Choice, Choose
from planner.tui.dialogs.form import Field, Form, line_edit
from planner.tui.screens.draft import measure_edits
from planner.tui.screens.draft.desk import Desk
from planner.tui.screens.draft.rows import DraftRow

Then = Callable[[str], None]


def new(desk: Desk, here: Section | None, task: Task | None, then: Then) -> None:
    """Ask what is to be made; `then` gets the id of a new task or section.

    A task comes behind `task` or at the end of the section `here`, a section behind `here`.
    """
    no_task = "" if task is not None else say("draft.choose_task")
    choices = [
        Choice("task", say("draft.new.task"), here.title if here is not None else say("draft.new.first")),
        Choice("section", say("draft.new.section"), say("draft.new.section.note")),
        Choice("measure", say("draft.new.measure"), task.title if task is not None else "", blocked=no_task),
    ]

    def chosen(what: str) -> None:
        if what == "section":
            _new_section(desk, here, then)
        elif what == "task":
            _new_task(desk, here, task, then)
        elif task is not None:
            measure_edits.add_measure(desk, task)

    desk.ask(Choose(say("draft.new"), choices, typing=False), chosen)


def _title_missing(text: str) -> str:
    return "" if text else say("draft.no_title")


def _new_section(desk: Desk, here: Section | None, then: Then) -> None:
    def given(values: dict[str, str]) -> None:
        row = [section.id for section in desk.plan.sections]
        place = row.index(here.id) + 1 if here is not None else len(row)
        before = row[place] if place < len(row) else None
        plan, id = edits.add_section(desk.plan, values["text"], before=before, hand=desk.hand)
        desk.change(plan, "draft.did_new_section", title=values["text"])
        then(id)

    desk.ask(line_edit(say("draft.new.section"), "draft.part.title", check=_title_missing), given)


def _new_task(desk: Desk, here: Section | None, behind: Task | None, then: Then) -> None:
    fields = [
        Field("title", "draft.part.title", "", "draft.title_note"),
        Field("text", "draft.part.text", "", "draft.new.text.note"),
    ]

    def given(values: dict[str, str]) -> None:
        plan, section = desk.plan, here.id if here is not None else ""
        if not section:
            plan, section = _last_section(desk)
        row = [task.id for task in plan.tasks_in(section)]
        place = row.index(behind.id) + 1 if behind is not None and behind.id in row else len(row)
        before = row[place] if place < len(row) else None
        plan, id = edits.add_task(
            plan, section, values["title"], values["text"], before=before, hand=desk.hand
        )
        desk.change(plan, "draft.did_new_task", title=values["title"])
        then(id)

    dialog = Form(say("draft.new.task"), fields, check=lambda values: _title_missing(values["title"]))
    desk.ask(dialog, given)


def _last_section(desk: Desk) -> tuple[Plan, str]:
    """The plan with a section to put a task in, and its id."""
    if desk.plan.sections:
        return desk.plan, desk.plan.sections[-1].id
    return edits.add_section(desk.plan, say("draft.first_section"), hand=desk.hand)


def delete(desk: Desk, rows: Sequence[DraftRow]) -> str:
    """Delete sections with their tasks, and tasks; words on what was deleted, empty where nothing was."""
    sections = [row.id for row in rows if row.kind == "section"]
    tasks = [row.id for row in rows if row.task is not None and row.task.section not in sections]
    if not sections and not tasks:
        return ""
    plan = edits.delete_sections(desk.plan, sections, with_tasks=True) if sections else desk.plan
    if tasks:
        plan = edits.delete_tasks(plan, tasks)
    gone = len(desk.plan.tasks) - len(plan.tasks)
    step = "draft.did_delete" if sections else "draft.did_delete_tasks"
    titles = next(row.title for row in rows if row.kind != "plan")
    desk.change(plan, step, sections=len(sections), tasks=gone, title=titles)
    return say(step, sections=len(sections), tasks=gone, title=titles)


def move(desk: Desk, rows: Sequence[DraftRow], steps: int) -> None:
    """Move sections, or else tasks, up or down together."""
    sections = [row.id for row in rows if row.kind == "section"]
    tasks = [row.id for row in rows if row.kind == "task"]
    if sections:
        desk.change(
            edits.move_sections(desk.plan, sections, steps), "draft.did_move_sections", count=len(sections)
        )
    elif tasks:
        desk.change(edits.move_tasks(desk.plan, tasks, steps), "draft.did_move_tasks", count=len(tasks))
