"""What the parts of the assessment's desk share: the workspace, the day, and what is forbidden as a value."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from assessments import process
from assessments.process import Course
from assessments.scheme import Scheme
from assessments.sheet import Entry, Sheet
from planner.departments import Roster
from planner.findings import Finding
from planner.office.assessment_records import Refused, SheetPlace
from planner.office.records import Opened
from planner.plan import new_id
from planner.store.assessment_documents import Place
from planner.store.assessments import AssessmentStore
from planner.store.errors import NotFound, Refusal
from planner.store.workspace import Workspace

Result = TypeVar("Result")


class Desk:
    """The assessments of one office. Every call may touch the disk and raise a StoreError.

    What the process forbids comes back as `Refused`, what another person did first as `CellConflict`.
    """

    def __init__(
        self, workspace: Callable[[], Workspace], today: Callable[[], date], roster: Callable[[], Roster]
    ) -> None:
        self._open_workspace = workspace
        self._today = today
        self._roster = roster

    @property
    def _workspace(self) -> Workspace:
        return self._open_workspace()

    @property
    def _store(self) -> AssessmentStore:
        return self._workspace.assessments

    @property
    def _who(self) -> str:
        return self._workspace.who

    def open_scheme(self, id: str) -> Opened[Scheme]:
        """One scheme; KeyError where there is none."""
        kept = known(id, lambda: self._store.scheme(id))
        return Opened(kept.scheme, kept.revision)

    def course(self, scheme: str) -> Course:
        """Where the assessment stands; KeyError."""
        return known(scheme, lambda: self._store.course(scheme))

    def sheets(self, scheme: str, viewer: str = "") -> tuple[Sheet, ...]:
        """The sheets of a scheme that `viewer` may see; KeyError."""
        held = known(scheme, lambda: self._store.sheets(scheme))
        return process.visible(self.open_scheme(scheme).record, self.course(scheme), held, viewer)

    def new_id(self) -> str:
        """A new id for an event."""
        return new_id(hand=self._workspace.hand)

    def _change(
        self,
        scheme: str,
        change: Callable[[Course], Course | Finding | tuple[Finding, ...]],
        why: str,
    ) -> Course | Refused:
        return refused(lambda: known(scheme, lambda: self._store.change_course(scheme, change, why)))

    def _refusal(self, scheme: str, unit: str, indicator: str, entry: Entry) -> Finding | None:
        return self._store.cells_of(scheme).refusal(unit, indicator, entry, "meeting")


def document_of(place: SheetPlace, unit: str = "") -> Place:
    """The store's name for a sheet, or for one unit's part of it."""
    return Place(place.scheme, place.kind, place.period, place.by, unit)


def known(id: str, ask: Callable[[], Result]) -> Result:
    """What is kept under an id; KeyError where there is nothing."""
    try:
        return ask()
    except NotFound:
        raise KeyError(id) from None


def refused(work: Callable[[], Result]) -> Result | Refused:
    """What `work` gives; or why it was forbidden."""
    try:
        return work()
    except Refusal as refusal:
        return Refused(refusal.findings)
