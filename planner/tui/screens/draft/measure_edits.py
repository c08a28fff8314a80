"""Editing a task, part by part: each function opens the right dialog and changes the plan with its answer."""

from __future__ import annotations

import re
from collections.abc import Callable

from planner.drafting import edits
from planner.plan import ROLES, Due, Measure, Recurrence, RoleName, Target, Task
from planner.text import say
from planner.tui.dialogs.choose import Choice, Choose
from planner.tui.dialogs.form import line_edit
from planner.tui.dialogs.textedit import TextEdit
from planner.tui.screens.draft.desk import Desk
from planner.tui.screens.draft.measure_forms import (
    due_form,
    due_from,
    recurrence_form,
    recurrence_from,
    target_form,
    target_from,
)
from planner.tui.screens.draft.names import NamesDialog
from planner.tui.screens.draft.parts import due_line, recurrence_line, target_line


def edit_title(desk: Desk, task: Task) -> None:
    """The task's title, on one line."""

    def given(values: dict[str, str]) -> None:
        changed = edits.set_task_title(desk.plan, task.id, values["text"])
        desk.change(changed, "draft.did_title", title=values["text"])

    def check(text: str) -> str:
        return "" if text else say("draft.no_title")

    heading = say("draft.edit_title")
    desk.ask(line_edit(heading, "draft.part.title", task.title, note="draft.title_note", check=check), given)


def choose_section(desk: Desk, ids: list[str]) -> None:
    """Move tasks to another section, to its end."""
    plan = desk.plan
    held = {task.section for task in plan.tasks if task.id in ids}
    choices = [
        Choice(section.id, section.title, say("draft.task_count", count=len(plan.tasks_in(section.id))))
        for section in plan.sections
    ]

    def chosen(section: str) -> None:
        changed = edits.place_tasks(desk.plan, ids, section)
        desk.change(changed, "draft.did_place", count=len(ids), section=plan.section(section).title)

    at = next(iter(held)) if len(held) == 1 else ""
    desk.ask(Choose(say("draft.which_section", count=len(ids)), choices, at=at), chosen)


def edit_text(desk: Desk, measure: Measure) -> None:
    """The measure's text, in several lines."""

    def given(text: str) -> None:
        changed = edits.set_measure_text(desk.plan, measure.id, text.strip())
        desk.change(changed, "draft.did_text")

    desk.ask(TextEdit(say("draft.edit_text"), measure.text), given)


def add_measure(desk: Desk, task: Task) -> None:
    """A new measure at the end of a task."""

    def given(text: str) -> None:
        if text.strip():
            changed, _ = edits.add_measure(desk.plan, task.id, text.strip(), hand=desk.hand)
            desk.change(changed, "draft.did_add_measure", title=task.title)

    desk.ask(TextEdit(say("draft.new_measure"), ""), given)


def edit_subtitle(desk: Desk, measure: Measure) -> None:
    """The measure's own heading, which may be empty."""

    def given(values: dict[str, str]) -> None:
        desk.change(edits.set_measure_title(desk.plan, measure.id, values["text"]), "draft.did_subtitle")

    desk.ask(line_edit(say("draft.edit_subtitle"), "draft.part.subtitle", measure.title), given)


def edit_names(desk: Desk, measure: Measure, role: RoleName) -> None:
    """Who stands in one role."""

    def given(names: str) -> None:
        held = tuple(name for name in names.split("\n") if name)
        changed = edits.set_names(desk.plan, (measure.id,), role, held, hand=desk.hand)
        desk.change(changed, "draft.did_names", role=say(f"role.{role}"), names="、".join(held))

    heading = say("draft.names.heading", role=say(f"role.{role}"))
    names = measure.duty.names(role)
    desk.with_roster(lambda roster, write: desk.ask(NamesDialog(heading, names, roster, write), given))


def edit_target(desk: Desk, measure: Measure, index: int, start: Target | None = None) -> None:
    """One target; behind the last index a new one."""
    held = list(measure.targets)
    before = held[index] if index < len(held) else start or Target("")

    def given(values: dict[str, str]) -> None:
        held[index : index + 1] = [target_from(values)]
        desk.change(edits.set_targets(desk.plan, (measure.id,), held), "draft.did_target")

    desk.ask(target_form(before), given)


def edit_due(desk: Desk, measure: Measure, index: int, start: Due | None = None) -> None:
    """One deadline; behind the last index a new one."""
    held, year = list(measure.dues), desk.plan.year
    before = held[index] if index < len(held) else start or Due("")

    def given(values: dict[str, str]) -> None:
        held[index : index + 1] = [due_from(values, year)]
        desk.change(edits.set_dues(desk.plan, (measure.id,), held), "draft.did_due")

    desk.ask(due_form(before, year), given)


def edit_recurrence(desk: Desk, measure: Measure, index: int, start: Recurrence | None = None) -> None:
    """One recurring duty; behind the last index a new one."""
    held, year = list(measure.recurrences), desk.plan.year
    before = held[index] if index < len(held) else start or Recurrence("")

    def given(values: dict[str, str]) -> None:
        held[index : index + 1] = [recurrence_from(values, year, before)]
        desk.change(edits.set_recurrences(desk.plan, (measure.id,), held), "draft.did_recurrence")

    desk.ask(recurrence_form(before, year), given)


def split(desk: Desk, measure: Measure) -> None:
    """Cut a measure before one of its sentences."""
    cuts = [
        found.end()
        for found in re.finditer(r"[。；;\n]+", measure.text)
        if measure.text[found.end() :].strip()
    ]
    choices = [Choice(str(cut), measure.text[cut:].strip()) for cut in cuts]

    def chosen(cut: str) -> None:
        changed, _ = edits.split_measure(desk.plan, measure.id, int(cut), hand=desk.hand)
        desk.change(changed, "draft.did_split")

    desk.ask(Choose(say("draft.split_where"), choices, note=say("draft.split_note"), typing=False), chosen)


def can_split(measure: Measure) -> bool:
    """True where the measure has more than one sentence."""
    return re.search(r"[。；;\n]+\s*\S", measure.text) is not None


def merge(desk: Desk, task: Task, measure: Measure) -> None:
    """Join a measure and the next one."""
    row = [held.id for held in task.measures]
    place = row.index(measure.id)
    if place + 1 < len(row):
        desk.change(edits.merge_measures(desk.plan, row[place : place + 2]), "draft.did_merge")


def delete_measure(desk: Desk, measure: Measure) -> None:
    """Take a measure out of its task."""
    desk.change(edits.delete_measures(desk.plan, (measure.id,)), "draft.did_delete_measure")


def measure_menu(desk: Desk, task: Task, measure: Measure) -> None:
    """Everything that can be done with a measure; first what was found in its text and is not noted yet."""
    doings: dict[str, tuple[Choice, Callable[[], None]]] = {}

    def offer(id: str, do: Callable[[], None], label: str, note: str = "", blocked: str = "") -> None:
        doings[id] = (Choice(id, label, note, blocked=blocked), do)

    _offer_found(desk, measure, offer)
    for role in ROLES:
        names = "、".join(measure.duty.names(role))
        label = say("draft.menu.names", role=say(f"role.{role}"))
        offer(role, lambda role=role: edit_names(desk, measure, role), label, names)  # type: ignore[misc]
    offer("target", lambda: edit_target(desk, measure, len(measure.targets)), say("draft.menu.target"))
    offer("due", lambda: edit_due(desk, measure, len(measure.dues)), say("draft.menu.due"))
    offer(
        "recurrence",
        lambda: edit_recurrence(desk, measure, len(measure.recurrences)),
        say("draft.menu.recurrence"),
    )
    offer("text", lambda: edit_text(desk, measure), say("draft.menu.text"))
    offer("subtitle", lambda: edit_subtitle(desk, measure), say("draft.menu.subtitle"), measure.title)
    offer("add", lambda: add_measure(desk, task), say("draft.menu.add"))
    one_sentence = "" if can_split(measure) else say("draft.one_sentence")
    offer("split", lambda: split(desk, measure), say("draft.menu.split"), blocked=one_sentence)
    last = "" if task.measures[-1].id != measure.id else say("draft.last_measure")
    offer("merge", lambda: merge(desk, task, measure), say("draft.menu.merge"), blocked=last)
    offer("delete", lambda: delete_measure(desk, measure), say("draft.menu.delete"))

    choices = [choice for choice, _ in doings.values()]
    desk.ask(Choose(say("draft.menu"), choices, typing=False), lambda id: doings[id][1]())


def _offer_found(desk: Desk, measure: Measure, offer: Callable[..., None]) -> None:
    """What the text holds of targets, deadlines and recurring duties that the measure does not have yet."""
    from planner.reading.dates import find_dues, find_recurrences
    from planner.reading.targets import find_targets

    year = desk.plan.year
    targets = [held.text for held in measure.targets]
    for n, found in enumerate(f.record for f in find_targets(measure.text)):
        if not _is_noted(found.text, targets):
            offer(
                f"target {n}",
                lambda found=found: edit_target(desk, measure, len(measure.targets), found),
                say("draft.menu.found_target"),
                target_line(found),
            )
    dues = [held.text for held in measure.dues]
    for n, due in enumerate(f.record for f in find_dues(measure.text, year)):
        if not _is_noted(due.text, dues):
            offer(
                f"due {n}",
                lambda due=due: edit_due(desk, measure, len(measure.dues), due),
                say("draft.menu.found_due"),
                due_line(due),
            )
    known = [held.text for held in measure.recurrences]
    for n, each in enumerate(f.record for f in find_recurrences(measure.text)):
        if not _is_noted(each.text, known):
            offer(
                f"recurrence {n}",
                lambda each=each: edit_recurrence(desk, measure, len(measure.recurrences), each),
                say("draft.menu.found_recurrence"),
                recurrence_line(each, year),
            )


def _is_noted(words: str, held: list[str]) -> bool:
    """True where these words, or more or fewer of the same, are noted already."""
    return any(words in each or each in words for each in held)
