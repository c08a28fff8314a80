"""Undo and redo: a record's states in this session (a plan, the departments), each step with its name.

No limit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Step(Generic[Record]):
    """One edit: the key of its words in the catalogue, what fills them, and the record before and after."""

    name: str
    arguments: Mapping[str, str | int]
    before: Record
    after: Record


@dataclass(frozen=True, slots=True)
class History(Generic[Record]):
    """A record with the steps that led to it and the steps that were taken back.

    `past` holds the oldest step first, `future` the step to redo next last.
    """

    present: Record
    past: tuple[Step[Record], ...] = ()
    future: tuple[Step[Record], ...] = ()

    def done(self, record: Record, name: str, **arguments: str | int) -> History[Record]:
        """After an edit that gave `record`; an edit that changed nothing leaves no step and the redos."""
        if record == self.present:
            return self
        step = Step(name=name, arguments=arguments, before=self.present, after=record)
        return History(present=record, past=(*self.past, step))

    def undone(self) -> History[Record]:
        """The last step taken back; the same history where there is none."""
        if not self.past:
            return self
        step = self.past[-1]
        return History(present=step.before, past=self.past[:-1], future=(*self.future, step))

    def redone(self) -> History[Record]:
        """The step taken back last done again; the same history where there is none."""
        if not self.future:
            return self
        step = self.future[-1]
        return History(present=step.after, past=(*self.past, step), future=self.future[:-1])

    def to_undo(self) -> Step[Record] | None:
        """The step that `undone` takes back."""
        return self.past[-1] if self.past else None

    def to_redo(self) -> Step[Record] | None:
        """The step that `redone` does again."""
        return self.future[-1] if self.future else None
