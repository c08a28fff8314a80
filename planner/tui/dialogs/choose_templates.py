"""Choosing the templates of a new plan: one, several, or none for an empty plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events

from planner.drafting.draft import Pick
from planner.library import Template
from planner.text import say
from planner.tui.acts import Use
from planner.tui.dialogs.choose import Choice, Choose, ChooseInput
from planner.tui.widgets.fields import TextInput
from planner.tui.widgets.rows import RowList

if TYPE_CHECKING:
    from planner.tui.app import PlannerApp


class ChooseTemplates(Choose):
    """Choosing templates: type to narrow; Enter takes the one under the cursor, or those marked by Space.

    One may also type while on the list.
    """

    ACTIONS: ClassVar[tuple[Use, ...]] = (Use("mark", footer=True),)

    def __init__(self, heading: str, choices: Sequence[Choice], *, note: str = "", at: str = "") -> None:
        super().__init__(heading, choices, note=note, at=at)
        self.add_class("-wide")
        self._kept: dict[str, None] = {}

    def on_key(self, event: events.Key) -> None:
        """What is typed on the list is looked for."""
        letter = event.character if event.is_printable else None
        if self.rows.has_focus and letter is not None and letter.strip():
            event.stop()
            field = self.query_one(ChooseInput)
            field.focus()
            field.insert_text_at_cursor(letter)

    def on_row_list_marked(self, event: RowList.Marked) -> None:
        """Marks stay when the list is narrowed."""
        shown = {choice.id for choice in self.rows.model.records()}
        kept = {id: None for id in self._kept if id not in shown}
        self._kept = kept | dict.fromkeys(self.rows.model.marked)

    def on_input_changed(self, event: TextInput.Changed) -> None:
        """Narrow the list; what was marked is marked again when it is shown again."""
        super().on_input_changed(event)
        self.rows.model.marked = {
            choice.id: None for choice in self.rows.model.records() if choice.id in self._kept
        }
        self.rows.repaint()

    def do_mark(self) -> None:
        self.rows.do_mark()

    def do_open(self) -> None:
        if self._kept:
            self.dismiss("\n".join(self._kept))
        else:
            super().do_open()


def ask_for_templates(app: PlannerApp, then: Callable[[tuple[Pick, ...] | None], None]) -> None:
    """Ask for one or several templates; `then` gets the picks, none for an empty plan, None after Esc."""

    def read(templates: tuple[Template, ...]) -> None:
        choices = [Choice("-", say("new_plan.blank"), say("new_plan.blank.note"))]
        for template in templates:
            plan = template.plan
            origin = say(f"library.from.{template.origin}")
            note = say("new_plan.template_note", origin=origin, year=plan.year, count=len(plan.tasks))
            choices.append(Choice(template.key, plan.title, note, plan.field))
        held = {template.key: template.plan for template in templates}

        def chosen(keys: str | None) -> None:
            if keys is None:
                then(None)
            else:
                then(tuple(Pick(held[key]) for key in keys.split("\n") if key in held))

        heading, note = say("new_plan.which_templates"), say("new_plan.which_templates.note")
        # The cursor begins on the first template: an empty plan is rarely what is wanted.
        first = choices[1].id if len(choices) > 1 else ""
        app.push_screen(ChooseTemplates(heading, choices, note=note, at=first), chosen)

    if app.shelf.library is not None:
        read(app.shelf.templates())
    else:
        app.work(app.office.templates, read, group="templates")
