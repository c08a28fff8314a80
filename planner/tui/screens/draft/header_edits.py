"""Editing the plan's own fields and its sections."""

from __future__ import annotations

from typing import cast, get_args

from planner.drafting import edits
from planner.drafting.edits.header import HeaderField
from planner.plan import FIRST_YEAR, LAST_YEAR, Level, Section
from planner.text import say
from planner.tui.dialogs.choose import Choice, Choose
from planner.tui.dialogs.form import line_edit
from planner.tui.dialogs.textedit import TextEdit
from planner.tui.screens.draft.desk import Desk
from planner.tui.screens.draft.measure_forms import day_in
from planner.tui.screens.draft.parts import LONG_FIELDS


def edit_field(desk: Desk, field: HeaderField) -> None:
    """One text field of the header."""
    words = cast(str, getattr(desk.plan, field))
    label = f"draft.field.{field}"

    def change(text: str) -> None:
        desk.change(edits.set_header(desk.plan, field, text), "draft.did_field", field=say(label))

    if field in LONG_FIELDS:
        desk.ask(TextEdit(say(label), words), change)
    else:
        desk.ask(line_edit(say("draft.edit_field"), label, words), lambda values: change(values["text"]))


def edit_year(desk: Desk) -> None:
    """The year alone; renewing a plan for another year is another action, and the dialog says so."""

    def check(text: str) -> str:
        return "" if text.isdecimal() and FIRST_YEAR <= int(text) <= LAST_YEAR else say("home.bad_year")

    def given(values: dict[str, str]) -> None:
        desk.change(
            edits.set_year(desk.plan, int(values["text"])), "draft.did_field", field=say("draft.field.year")
        )

    year = str(desk.plan.year)
    desk.ask(
        line_edit(say("draft.edit_field"), "draft.field.year", year, note="draft.year_note", check=check),
        given,
    )


def edit_issued(desk: Desk) -> None:
    """The day of issue; empty takes it away."""
    held = desk.plan.issued

    def check(text: str) -> str:
        return say("draft.due.bad_day") if text and day_in(text, desk.plan.year) is None else ""

    def given(values: dict[str, str]) -> None:
        day = day_in(values["text"], desk.plan.year)
        desk.change(edits.set_issued(desk.plan, day), "draft.did_field", field=say("draft.field.issued"))

    text = held.isoformat() if held is not None else ""
    dialog = line_edit(
        say("draft.edit_field"), "draft.field.issued", text, note="draft.due.day.note", check=check
    )
    desk.ask(dialog, given)


def edit_level(desk: Desk) -> None:
    """The level of government."""
    levels: tuple[Level, ...] = get_args(Level)

    def chosen(answer: str) -> None:
        level = next(level for level in levels if (level or "none") == answer)
        desk.change(edits.set_level(desk.plan, level), "draft.did_field", field=say("draft.field.level"))

    choices = [Choice(level or "none", say(f"draft.level.{level}")) for level in levels]
    dialog = Choose(say("draft.field.level"), choices, typing=False, at=desk.plan.level or "none")
    desk.ask(dialog, chosen)


def edit_section_title(desk: Desk, section: Section) -> None:
    """A section's heading."""

    def check(text: str) -> str:
        return "" if text else say("draft.no_title")

    def given(values: dict[str, str]) -> None:
        changed = edits.set_section_title(desk.plan, section.id, values["text"])
        desk.change(changed, "draft.did_title", title=values["text"])

    dialog = line_edit(say("draft.edit_section"), "draft.part.title", section.title, check=check)
    desk.ask(dialog, given)


def edit_section_text(desk: Desk, section: Section) -> None:
    """The prose under a section's heading."""

    def given(text: str) -> None:
        desk.change(edits.set_section_text(desk.plan, section.id, text.strip()), "draft.did_text")

    desk.ask(TextEdit(say("draft.part.prose"), section.text), given)
