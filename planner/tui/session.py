"""The open record (a plan, the departments): edits, undo and redo, saved at once in the background.

One session holds the state that several screens share. A screen shows `session.record`, gives a changed
record to `change`, and is told by its listener when anything is different. Undo is an edit like any other:
it is saved too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Generic, Literal, TypeAlias, TypeVar

from planner.drafting.history import History, Step
from planner.tui.ports import Conflict, Opened, Saved

if TYPE_CHECKING:
    from planner.plan import Plan

Record = TypeVar("Record")
State = Literal["saved", "saving", "conflict", "failed"]


Runner: TypeAlias = Callable[[Callable[[], object], Callable[[object], None]], None]
"""Runs a job away from the screen and gives its outcome to the second function, back on the screen."""


MERGED = "session.merged"
"""The step by which another person's changes came in."""


class Session(Generic[Record]):
    """One record being worked on.

    `save` writes a record read at a revision; `run` takes it to a worker (in tests: runs it at once).
    One save is under way at a time; what changes meanwhile is saved right after it, the newest state only.
    `combine` puts two changes of one record together, or gives None where they clash; with it undo takes back
    one's own edits and leaves in place what another person changed meanwhile.
    """

    def __init__(
        self,
        opened: Opened[Record],
        save: Callable[[Record, int], Saved[Record] | Conflict[Record]],
        run: Runner,
        combine: Callable[[Record, Record, Record], Record | None] | None = None,
    ) -> None:
        self._history = History(opened.record)
        self._revision = opened.revision
        self._save = save
        self._run = run
        self._combine = combine
        self._listeners: list[Callable[[], None]] = []
        self.state: State = "saved"
        self.error: Exception | None = None
        self.conflict: Conflict[Record] | None = None
        self.is_put_off = False
        """True where the conflict is to be decided later; nobody is asked about it until `save_again`."""

    @property
    def record(self) -> Record:
        """The record as it is now."""
        return self._history.present

    @property
    def revision(self) -> int:
        """The revision that the next save names."""
        return self._revision

    def change(self, record: Record, name: str, **arguments: str | int) -> None:
        """Take an edit. `name` is the catalogue key of its words, said again when it is undone."""
        if record != self.record:
            self._history = self._history.done(record, name, **arguments)
            self._saved_soon()

    def to_undo(self) -> Step[Record] | None:
        """The edit that `undo` takes back; None where there is none."""
        past = self._history.past
        if self._combine is None or not past or past[-1].name != MERGED:
            return self._history.to_undo()
        return past[-2] if len(past) > 1 else None

    def to_redo(self) -> Step[Record] | None:
        """The edit that `redo` does again; None where there is none."""
        return self._history.to_redo()

    def undo(self) -> Step[Record] | None:
        """Take the last edit back; what was taken back."""
        step = self.to_undo()
        if step is None:
            return None
        under_theirs = self._undone_under_theirs(step)
        if under_theirs is None:
            step, under_theirs = self._history.to_undo(), self._history.undone()
        self._history = under_theirs
        self._saved_soon()
        return step

    def _undone_under_theirs(self, own: Step[Record]) -> History[Record] | None:
        """The history without one's own last edit but with what came in after it; None where they clash."""
        past, future = self._history.past, self._history.future
        theirs = past[-1]
        if self._combine is None or theirs is own:
            return None
        present = self._combine(theirs.before, own.before, theirs.after)
        if present is None:
            return None
        theirs = replace(theirs, before=own.before, after=present)
        own = replace(own, before=present, after=past[-1].after)
        return History(present, (*past[:-2], theirs), (*future, own))

    def redo(self) -> None:
        """Do the edit again that was taken back last."""
        if self.to_redo() is not None:
            self._history = self._history.redone()
            self._saved_soon()

    def take_theirs(self) -> None:
        """After a conflict: go on with what the other person saved. One's own state stays one undo away."""
        if self.conflict is not None:
            theirs = self.conflict.theirs
            self._settle(self.conflict)
            self._history = self._history.done(theirs, "session.took_theirs")
            self._tell()

    def keep_mine(self) -> None:
        """After a conflict: save one's own state over the other's, which stays one undo away."""
        if self.conflict is not None:
            mine, theirs = self.record, self.conflict.theirs
            self._settle(self.conflict)
            self._history = self._history.done(theirs, "session.took_theirs")
            self._history = self._history.done(mine, "session.kept_mine")
            self._saved_soon()

    def put_off(self) -> None:
        """After a conflict: decide later. Both states are kept, one's own is not saved until then."""
        self.is_put_off = self.conflict is not None

    def learn(self, newest: Opened[Record]) -> bool:
        """Another program saved: show it. True where anything changed.

        While a save of one's own is under way nothing is done; that save will meet the other one.
        """
        if self.state != "saved" or newest.revision <= self._revision:
            return False
        self._revision = newest.revision
        if newest.record == self.record:
            return False
        self._met(newest.record)
        self._tell()
        return True

    def save_again(self) -> None:
        """Try once more after a failed save; ask again about a conflict that waits to be decided."""
        if self.state == "failed":
            self._saved_soon()
        elif self.conflict is not None:
            self.is_put_off = False
            self._tell()

    def listen(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Have a function called after every change of record or state; returns what stops that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _settle(self, conflict: Conflict[Record]) -> None:
        self._revision = conflict.revision
        self.conflict, self.is_put_off = None, False
        self.state = "saved"

    def _saved_soon(self) -> None:
        if self.state != "saving" and self.conflict is None:
            self._start()
        self._tell()

    def _start(self) -> None:
        record, revision = self.record, self._revision
        self.state = "saving"

        def job() -> object:
            try:
                return self._save(record, revision)
            except Exception as error:
                return error

        def then(outcome: object) -> None:
            self._finish(record, outcome)

        self._run(job, then)

    def _finish(self, saved: Record, outcome: object) -> None:
        if isinstance(outcome, Saved):
            self._after_save(saved, outcome)
        elif isinstance(outcome, Conflict):
            self.conflict, self.state = outcome, "conflict"
        elif isinstance(outcome, Exception):
            self.error, self.state = outcome, "failed"
        self._tell()

    def _after_save(self, saved: Record, outcome: Saved[Record]) -> None:
        self.state = "saved"
        untouched = self.record == saved
        if outcome.merged is None or untouched:
            self._revision = outcome.revision
        # Else the next save still names the old revision, so that the store merges once more: saved against
        # the new one, it would undo the other person's part.
        if not untouched:
            self._start()
        elif outcome.merged is not None and outcome.merged != saved:
            self._met(outcome.merged)

    def _met(self, record: Record) -> None:
        """Another person's changes are in; several such steps in a row are one."""
        past = self._history.past
        if past and past[-1].name == MERGED:
            self._history = History(record, (*past[:-1], replace(past[-1], after=record)))
        else:
            self._history = self._history.done(record, MERGED)

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()


PlanSession: TypeAlias = "Session[Plan]"
"""The open plan, shared by the screens draft, assign, year and check."""


def combined_plans(base: Plan, mine: Plan, theirs: Plan) -> Plan | None:
    """The plan with both changes of `base`; None where they clash."""
    from planner.codec import plan_from_data, plan_to_data
    from planner.store.plans import merge_plans

    merged = merge_plans(plan_to_data(base), plan_to_data(mine), plan_to_data(theirs))
    return None if merged.clashes else plan_from_data(merged.document)
