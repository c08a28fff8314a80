"""Assessments in the workspace: schemes, where each stands, sheets, scenarios, the journal.

Reached as `workspace.assessments`. What may be changed when is asked in the transaction that changes it.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from assessments.process import Course, may_change, meeting_sheets
from assessments.process.cells import Cells
from assessments.results import Results
from assessments.scheme import Scheme
from assessments.sheet import Sheet
from planner.findings import Finding
from planner.merging import merge
from planner.store.assessment_documents import (
    course_data,
    course_of,
    results_data,
    results_of,
    scheme_data,
    scheme_of,
)
from planner.store.assessment_kinds import COURSE, EARLIER, SCENARIO, SCHEME, SHEET, id_of, parts_of
from planner.store.errors import Damaged, Duplicate, NotFound, Refusal
from planner.store.repository import Repository
from planner.store.rows import Data, Entry, Record
from planner.store.saving import put_merged
from planner.store.sheets import Scored, Sheets

_REMEMBERED = 16
_Result = TypeVar("_Result")
_Made = TypeVar("_Made")


class KeptScheme(NamedTuple):
    """A scheme as it is kept, and the revision to give back when saving it."""

    scheme: Scheme
    revision: int


@dataclass(frozen=True, slots=True)
class SchemeSummary:
    """A scheme as a list shows it; `changed` and `by` tell of the scheme's own last change."""

    id: str
    title: str
    year: int
    issuer: str
    region: str
    plan: str
    units: int
    indicators: int
    stage: str
    revision: int
    changed: datetime
    by: str


class KeptScenario(NamedTuple):
    """A named what-if and its last change."""

    name: str
    scheme: Scheme
    changed: datetime
    by: str


class AssessmentStore:
    """The assessments of one workspace. Any thread may call; after a StoreError nothing was changed."""

    def __init__(self, repository: Repository, path: Path) -> None:
        self._repository = repository
        self._path = path
        self._schemes = _Latest(repository, SCHEME, scheme_of, path)
        self._courses = _Latest(repository, COURSE, course_of, path)
        self._results = _Latest(repository, EARLIER, results_of, path)
        self._cells: tuple[Scheme, Cells] | None = None
        self._decided: tuple[Course, tuple[Sheet, ...]] | None = None
        self.cells = Sheets(repository, self._look)

    def run(self, work: Callable[[], _Result]) -> _Result:
        """What `work` gives; all that it keeps is one change, whole or not at all."""
        return self._repository.run(work)

    def schemes(self, *, removed: bool = False) -> tuple[SchemeSummary, ...]:
        """All schemes (or the removed ones) as a list shows them, the newest year first."""
        stages = {record.id: str(record.data["stage"]) for record in self._repository.list(COURSE)}
        found = [
            _summary(record, stages.get(record.id, "self"))
            for record in self._repository.list(SCHEME, removed=removed)
        ]
        return tuple(sorted(found, key=lambda each: (-each.year, each.title, each.id)))

    def scheme(self, id: str) -> KeptScheme:
        """The newest kept scheme and its revision; NotFound."""
        return KeptScheme(*self._schemes.get(id))

    def add(self, scheme: Scheme, course: Course, why: str = "add") -> KeptScheme:
        """Keep a new scheme; Duplicate where its id is taken, by a removed one too."""

        def work() -> KeptScheme:
            if any(gone.id == scheme.id for gone in self._repository.list(SCHEME, removed=True)):
                raise Duplicate(SCHEME, scheme.id)
            record = self._repository.add(SCHEME, scheme.id, scheme_data(scheme), why)
            self._repository.add(COURSE, scheme.id, course_data(course), why)
            return KeptScheme(scheme, record.revision)

        return self._repository.run(work)

    def save(self, scheme: Scheme, expected_revision: int, why: str) -> KeptScheme:
        """Keep the scheme that was edited from the one at `expected_revision`.

        Where somebody changed it since, both changes are kept, merged by id and field. Conflict where both
        changed the same field differently; Refusal once the scheme is locked; NotFound.
        """

        def work() -> Record:
            locked = may_change(self.course(scheme.id), "scheme")
            if locked is not None:
                raise Refusal(locked)
            base = self._repository.at(SCHEME, scheme.id, expected_revision)
            return put_merged(self._repository, base, scheme_data(scheme), why, merge)

        record = self._repository.run(work)
        return KeptScheme(*self._schemes.of(record))

    def delete(self, id: str, why: str = "delete") -> None:
        """Remove a scheme; its sheets and its course stay under it for `restore`. NotFound."""
        self._repository.delete(SCHEME, id, why)

    def restore(self, id: str, why: str = "restore") -> KeptScheme:
        """Bring a removed scheme back as it was, with everything under it; NotFound."""
        self._repository.restore(SCHEME, id, why)
        return self.scheme(id)

    def course(self, id: str) -> Course:
        """Where the assessment of a scheme stands; NotFound."""
        return self._courses.get(id).content

    def change_course(
        self, id: str, change: Callable[[Course], Course | Finding | tuple[Finding, ...]], why: str
    ) -> Course:
        """Keep what `change` makes of the newest course; Refusal with what it says instead. NotFound."""

        def write(data: Data) -> Data:
            made = change(course_of(data))
            if isinstance(made, Finding):
                raise Refusal(made)
            if isinstance(made, tuple):
                raise Refusal(*made)
            return course_data(made)

        return course_of(self._repository.edit(COURSE, id, write, why).data)

    def sheets(self, id: str) -> tuple[Sheet, ...]:
        """All sheets of a scheme, the meeting's decisions last. What did not change is the same object.

        NotFound.
        """
        self._repository.revision_of(SCHEME, id)
        course, known = self.course(id), self._decided
        if known is None or known[0] is not course:
            known = self._decided = (course, meeting_sheets(course))
        return (*self.cells.of(id), *known[1])

    def earlier(self, id: str) -> Results | None:
        """Last year's results, where they were kept beside a scheme."""
        try:
            return self._results.get(id).content
        except NotFound:
            return None

    def keep_earlier(self, id: str, results: Results | None, why: str = "earlier") -> None:
        """Keep last year's results beside a scheme; None forgets them."""
        if results is not None:
            data = results_data(results)
            self._repository.edit(EARLIER, id, lambda _: data, why, start=data)
        elif self.earlier(id) is not None:
            self._repository.delete(EARLIER, id, why)

    def scenarios(self, id: str) -> tuple[KeptScenario, ...]:
        """The named what-ifs of a scheme, by name."""
        return tuple(
            KeptScenario(parts_of(record.id)[1], self._schemes.of(record).content, record.at, record.by)
            for record in self._repository.under(SCENARIO, id_of(id, ""))
        )

    def keep_scenario(self, id: str, name: str, scheme: Scheme, why: str = "scenario") -> None:
        """Keep a what-if; one of this name is replaced, and stays in the journal."""
        data = scheme_data(scheme)
        self._repository.edit(SCENARIO, id_of(id, name), lambda _: data, why, start=data)

    def remove_scenario(self, id: str, name: str, why: str = "scenario") -> None:
        """Forget a what-if; NotFound."""
        self._repository.delete(SCENARIO, id_of(id, name), why)

    def journal(self, id: str, *, under: str = "", most: int = 500) -> tuple[Entry, ...]:
        """What was done to a scheme, its course and its sheets, newest first.

        `under` is how the ids of sheets' documents begin that are wanted; then only those are.
        """
        lines = list(self._repository.journal_under(SHEET, under or id_of(id, ""), most))
        if not under:
            lines += [*self._repository.journal(SCHEME, id), *self._repository.journal(COURSE, id)]
        lines.sort(key=lambda line: line.revision, reverse=True)
        return tuple(lines[:most])

    def cells_of(self, id: str) -> Cells:
        """Which cells a scheme has; NotFound."""
        scheme, known = self.scheme(id).scheme, self._cells
        if known is None or known[0] is not scheme:
            known = self._cells = (scheme, Cells(scheme))
        return known[1]

    def _look(self, id: str) -> Scored:
        return Scored(self.course(id), self.cells_of(id))


class _Content(NamedTuple, Generic[_Made]):
    content: _Made
    revision: int


class _Latest(Generic[_Made]):
    """What documents of one kind were decoded to last: an unchanged document is not even read again.

    Ask only for what is committed: a revision that was undone is given to another change.
    """

    def __init__(
        self, repository: Repository, kind: str, decode: Callable[[Data], _Made], path: Path
    ) -> None:
        self._repository = repository
        self._kind = kind
        self._decode = decode
        self._path = path
        self._known: OrderedDict[str, _Content[_Made]] = OrderedDict()

    def get(self, id: str) -> _Content[_Made]:
        """The newest document's content and revision; NotFound, Damaged."""
        known = self._known.get(id)
        if known is not None and known.revision == self._repository.revision_of(self._kind, id):
            return known
        return self.of(self._repository.get(self._kind, id))

    def of(self, record: Record) -> _Content[_Made]:
        """A record's content and revision; Damaged where it is none of its kind."""
        try:
            made = _Content(self._decode(record.data), record.revision)
        except (KeyError, TypeError, ValueError) as error:
            raise Damaged(self._path, f"{record.kind}/{record.id}") from error
        if record.kind == self._kind:
            self._known[record.id] = made
            if len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)
        return made


def _summary(record: Record, stage: str) -> SchemeSummary:
    data = record.data
    return SchemeSummary(
        id=record.id,
        title=str(data["title"]),
        year=int(str(data["year"])),
        issuer=str(data["issuer"]),
        region=str(data["region"]),
        plan=str(data["plan"]),
        units=int(str(data["units"])),
        indicators=int(str(data["indicators"])),
        stage=stage,
        revision=record.revision,
        changed=record.at,
        by=record.by,
    )
