"""A record within a record, such as a band of a rule or a grade of a class: its fields, edited one by one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.widget import Widget

from planner.text import say
from planner.tui.acts import Use
from planner.tui.dialogs.base import Dialog
from planner.tui.screens.scheme import fields
from planner.tui.screens.scheme.asking import edit_line
from planner.tui.screens.scheme.fields import Line
from planner.tui.screens.scheme.subject import Subject
from planner.tui.widgets.partlist import PartList

LABEL = 22
"""Cells of the longest label."""


class RecordDialog(Dialog[bool]):
    """Enter edits a field, Delete takes a line out, Esc is done: every change is kept as it is made."""

    ACTIONS: ClassVar[tuple[Use, ...]] = (
        Use("open", "scheme_place.edit", footer=True),
        Use("back", "scheme_place.done", footer=True),
        Use("save", "scheme_place.done"),
        Use("delete"),
        Use("move_up"),
        Use("move_down"),
    )
    DEFAULT_CSS = """
    RecordDialog PartList { height: auto; max-height: 18; min-height: 4; }
    """

    def __init__(self, heading: str, subject: Subject) -> None:
        super().__init__()
        self._heading = heading
        self._subject = subject
        self._parts = PartList[Line](empty="scheme_place.nothing", widest=LABEL)

    def heading(self) -> str:
        return self._heading

    def body(self) -> Iterable[Widget]:
        yield self._parts

    def on_mount(self) -> None:
        """Show the record, the cursor on its first field."""
        self._show()
        first = next((line for line in self._subject.lines() if line.what != "told"), None)
        if first is not None:
            self._parts.go_to(first.key)

    def on_screen_resume(self) -> None:
        """A value was asked for meanwhile."""
        self._show()

    def _show(self) -> None:
        self._parts.show(self._subject.lines(), keep_place=True)

    @on(PartList.Opened)
    def _opened(self, event: PartList.Opened[Line]) -> None:
        edit_line(self.app, self._subject, event.part)

    def do_open(self) -> None:
        self._parts.do_open()

    def do_save(self) -> None:
        self.dismiss(True)

    def do_delete(self) -> None:
        emptied(self._subject, self._parts.current)
        self._show()

    def do_move_up(self) -> None:
        moved(self._subject, self._parts.current, -1)
        self._show()

    def do_move_down(self) -> None:
        moved(self._subject, self._parts.current, 1)
        self._show()

    def blocked(self, action: str) -> str:
        line = self._parts.current
        if action == "delete" and not can_empty(line):
            return say("scheme_place.cannot_empty")
        if action in ("move_up", "move_down") and not _is_numbered(line):
            return say("scheme_place.cannot_move")
        return super().blocked(action)


def _is_numbered(line: Line | None) -> bool:
    return line is not None and line.what == "item" and isinstance(line.path[-1], int)


def can_empty(line: Line | None) -> bool:
    """True where a line can be taken out, or its value away."""
    if line is None or line.what in ("told", "add"):
        return False
    return _is_numbered(line) or fields.has_usual(line)


def emptied(subject: Subject, line: Line | None) -> None:
    """Take the record of a line out, or bring its field back to the usual."""
    if line is None or not can_empty(line):
        return
    if _is_numbered(line):
        subject.write(fields.without(subject.read(), line.path))
    else:
        subject.write(fields.as_usual(subject.read(), line))


def moved(subject: Subject, line: Line | None, steps: int) -> None:
    """Move the record of a line among its neighbours."""
    if line is not None and _is_numbered(line):
        subject.write(fields.swapped(subject.read(), line.path, steps))
