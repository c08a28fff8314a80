"""Typing short texts: one line, or several named ones. An input method may be on: no letter does anything."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual.widget import Widget
from textual.widgets import Static

from planner.text import say
from planner.tui.acts import Use
from planner.tui.dialogs.base import Dialog
from planner.tui.dialogs.choose import Choice, Choose
from planner.tui.display import clean, notify, safe
from planner.tui.widgets.fields import TextInput
from planner.tui.widgets.pickline import PickLine


@dataclass(frozen=True, slots=True)
class Field:
    """A line to fill. `label` and `note` are catalogue keys; `note` may be empty.

    With `choices` (value and words of each) the line is not typed but chosen.
    """

    id: str
    label: str
    value: str = ""
    note: str = ""
    choices: tuple[tuple[str, str], ...] = ()


Check = Callable[[Mapping[str, str]], str]


def anything(values: Mapping[str, str]) -> str:
    """The check that finds nothing wrong."""
    return ""


class Form(Dialog[dict[str, str]]):
    """Fields under each other. Enter goes to the next and, on the last, is done; Ctrl+S is done at once.

    `check` gets the values and returns what is wrong in words, or "". The result maps ids to texts without
    spaces at their ends. Esc leaves; where several lines would be lost it is asked for once more: an input
    method takes Esc too, and not every press of it is meant for the form.
    """

    ACTIONS: ClassVar[tuple[Use, ...]] = (
        Use("open", "dialog.next_or_done", footer=True),
        Use("save", "dialog.done", footer=True),
        Use("next_part", "dialog.next_field"),
        Use("line_up"),
        Use("line_down"),
    )
    DEFAULT_CSS = "Form .form--label { margin-top: 1; }"

    def __init__(self, heading: str, fields: Sequence[Field], *, check: Check = anything) -> None:
        super().__init__()
        self._heading = heading
        self._fields = fields
        self._check = check
        self._picked = {field.id: field.value for field in fields if field.choices}
        self._warned_of: dict[str, str] | None = None

    def heading(self) -> str:
        return self._heading

    def body(self) -> Iterable[Widget]:
        for field in self._fields:
            yield Static(safe(say(field.label)), classes="form--label")
            if field.choices:
                line = PickLine(partial(self._choose, field), id=f"field-{field.id}")
                line.show(dict(field.choices).get(field.value, ""))
                yield line
            else:
                yield TextInput(field.value, id=f"field-{field.id}")
            if field.note:
                yield Static(safe(say(field.note)), classes="dialog--note")

    def values(self) -> dict[str, str]:
        """What the fields hold now."""
        return {
            field.id: self._picked[field.id]
            if field.choices
            else clean(self.query_one(f"#field-{field.id}", TextInput).value).strip()
            for field in self._fields
        }

    def put(self, id: str, value: str) -> None:
        """Give a field a value."""
        field = next(field for field in self._fields if field.id == id)
        if field.choices:
            self._picked[id] = value
            self.query_one(f"#field-{id}", PickLine).show(dict(field.choices).get(value, ""))
        else:
            self.query_one(f"#field-{id}", TextInput).value = value

    def picked(self, id: str) -> None:
        """A value was chosen."""

    def _choose(self, field: Field) -> None:
        self.choose(field, say(field.label))

    def choose(self, field: Field, heading: str) -> None:
        """Ask for the value of a field that has choices."""

        def chosen(value: str | None) -> None:
            if value is not None:
                self.put(field.id, value.removeprefix("="))
                self.picked(field.id)
                self.focus_next()

        # An empty value is a choice too, but no name for a row.
        choices = [Choice(f"={value}", words) for value, words in field.choices]
        dialog = Choose(heading, choices, typing=False, at=f"={self._picked[field.id]}")
        self.app.push_screen(dialog, chosen)

    def on_input_submitted(self) -> None:
        """Enter while typing."""
        self.do_open()

    def do_open(self) -> None:
        last = f"field-{self._fields[-1].id}"
        if self.focused is not None and self.focused.id != last:
            self.focus_next()
        else:
            self.do_save()

    def do_save(self) -> None:
        values = self.values()
        wrong = self._check(values)
        self.complain(wrong)
        if not wrong:
            self.dismiss(values)

    def do_back(self) -> None:
        values = self.values()
        changed = [field for field in self._fields if values[field.id] != clean(field.value).strip()]
        if len(changed) < 2 or values == self._warned_of:
            self.dismiss(None)
            return
        self._warned_of = values
        notify(self, say("dialog.leave_again"))

    def do_line_up(self) -> None:
        self.focus_previous()

    def do_line_down(self) -> None:
        self.focus_next()


def line_edit(
    heading: str,
    label: str,
    value: str = "",
    *,
    note: str = "",
    check: Callable[[str], str] = lambda text: "",
) -> Form:
    """A form of one line; its result has the one key "text"."""
    return Form(heading, [Field("text", label, value, note)], check=lambda values: check(values["text"]))
