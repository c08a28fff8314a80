"""The desk of schemes: kept, merged, removed and restored, read and written, with what stands beside them."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import cast

from assessments import process
from assessments.process import Course, Passage, Stage
from assessments.results import Results
from assessments.scheme import Scheme
from assessments.sheet import Sheet, SheetKind
from planner.office import assessment_files
from planner.office.assessment_desk import Desk, known
from planner.office.assessment_records import Scenario, SchemeCard, SchemeRead
from planner.office.records import Conflict, Opened, Saved
from planner.store.assessment_documents import scheme_of
from planner.store.assessments import SchemeSummary
from planner.store.errors import Conflict as StoreConflict

_DEMO_STAGES: tuple[tuple[Stage, tuple[SheetKind, ...]], ...] = (
    ("self", ("self", "verified")),
    ("panel", ("rating",)),
    ("verification", ()),
)


class SchemeDesk(Desk):
    """Schemes, what-ifs of them, and last year's results."""

    def schemes(self) -> tuple[SchemeCard, ...]:
        """The schemes of the workspace, the newest year first."""
        return tuple(_card(each) for each in self._store.schemes())

    def removed_schemes(self) -> tuple[SchemeCard, ...]:
        """The schemes that `restore_scheme` can bring back."""
        return tuple(_card(each) for each in self._store.schemes(removed=True))

    @cached_property
    def _builtin(self) -> tuple[Scheme, ...]:
        return assessment_files.builtin_schemes()

    def builtin_schemes(self) -> tuple[Scheme, ...]:
        """The schemes that come with the program."""
        return self._builtin

    def add_scheme(self, scheme: Scheme) -> Opened[Scheme]:
        """Keep a new scheme, whose assessment begins today; or bring back the removed one of its id."""
        store = self._store
        if any(gone.id == scheme.id for gone in store.schemes(removed=True)):
            kept = store.restore(scheme.id)
            if kept.scheme != scheme:
                kept = store.save(scheme, kept.revision, "restore")
        else:
            kept = store.add(scheme, process.begin(scheme, day=self._today(), by=self._workspace.who))
        return Opened(kept.scheme, kept.revision)

    def save_scheme(
        self, scheme: Scheme, revision: int, why: str = "edit"
    ) -> Saved[Scheme] | Conflict[Scheme]:
        """Write a scheme that was read at `revision`; raises Refusal once it is locked."""
        try:
            kept = self._store.save(scheme, revision, why)
        except StoreConflict as conflict:
            return Conflict(scheme_of(conflict.theirs.data), conflict.theirs.revision)
        return Saved(kept.revision, None if kept.scheme == scheme else kept.scheme)

    def remove_scheme(self, id: str) -> Scheme:
        """Remove a scheme with everything under it and return it; KeyError where there is none."""
        opened = self.open_scheme(id)
        self._store.delete(id)
        return opened.record

    def restore_scheme(self, id: str) -> Opened[Scheme]:
        """Bring a removed scheme back with its sheets; KeyError where none was removed."""
        kept = known(id, lambda: self._store.restore(id))
        return Opened(kept.scheme, kept.revision)

    def add_demo(self) -> str:
        """Keep the demo county's assessment, or find it; the scheme's id."""
        scheme, sheets = assessment_files.demo()
        if any(held.id == scheme.id for held in self._store.schemes()):
            return scheme.id
        if any(gone.id == scheme.id for gone in self._store.schemes(removed=True)):
            self._store.restore(scheme.id)
            return scheme.id

        self._store.run(lambda: self._put_demo(scheme, sheets))
        return scheme.id

    def _put_demo(self, scheme: Scheme, sheets: tuple[Sheet, ...]) -> None:
        """Each sheet in the stage to which it belongs; then the departments are at their scoring."""
        self.add_scheme(scheme)
        begun = self._store.course(scheme.id)
        for stage, kinds in _DEMO_STAGES:
            if stage != begun.stage:
                passages = (*begun.passages, Passage(stage, self._today(), self._who))
                self._put_course(replace(begun, stage=stage, passages=passages))
            for sheet in sheets:
                if sheet.kind in kinds:
                    self._store.cells.put(scheme.id, sheet, "demo")

    def _put_course(self, course: Course) -> None:
        self._store.change_course(course.scheme, lambda _: course, "demo")

    def read_scheme(self, path: Path) -> SchemeRead:
        """Read a scheme's file; OSError where it cannot be opened."""
        return assessment_files.read_scheme(path)

    def export_scheme(self, scheme: Scheme, path: Path) -> None:
        """Write a scheme to a TOML file; OSError where it cannot be written."""
        assessment_files.write_scheme(scheme, path)

    def earlier(self, scheme: str) -> Results | None:
        """Last year's results, where they were given."""
        return self._store.earlier(scheme)

    def keep_earlier(self, scheme: str, results: Results | None) -> None:
        """Keep last year's results beside a scheme; None forgets them."""
        self._store.keep_earlier(scheme, results)

    def scenarios(self, scheme: str) -> tuple[Scenario, ...]:
        """The named what-ifs of a scheme, by name."""
        return tuple(Scenario(*kept) for kept in self._store.scenarios(scheme))

    def keep_scenario(self, scheme: str, name: str, changed: Scheme) -> None:
        """Keep a what-if under a name; one of this name is replaced."""
        self._store.keep_scenario(scheme, name, changed)

    def remove_scenario(self, scheme: str, name: str) -> None:
        """Forget a what-if; KeyError where there is none of this name."""
        known(name, lambda: self._store.remove_scenario(scheme, name))


def _card(each: SchemeSummary) -> SchemeCard:
    return SchemeCard(
        id=each.id,
        title=each.title,
        year=each.year,
        stage=cast(Stage, each.stage),
        units=each.units,
        indicators=each.indicators,
        issuer=each.issuer,
        region=each.region,
        plan=each.plan,
        changed=each.changed,
        by=each.by,
    )
