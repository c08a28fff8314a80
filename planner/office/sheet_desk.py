"""The desk of sheets: one cell saved at a time, events, files, evidence, the journal."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import cast

from assessments import process
from assessments.process import Course, Decision
from assessments.process.evidence import check_evidence, claims
from assessments.sheet import Entry, Event, Evidence, Sheet
from planner.findings import Finding, Severity, Where
from planner.office import assessment_files, evidence
from planner.office.assessment_desk import Desk, document_of, known, refused
from planner.office.assessment_journal import lines_of
from planner.office.assessment_records import (
    CellConflict,
    JournalLine,
    Refused,
    SheetPlace,
    SheetsRead,
    Taken,
)
from planner.office.records import Saved
from planner.sharing.scores_xlsx import take_scores
from planner.store.errors import Overtaken, Refusal

_FOLDER = "evidence_folder."
_WHOLE_JOURNAL = 1_000_000


class SheetDesk(Desk):
    """What was observed, by whom, and everything that was changed."""

    def set_entry(
        self, place: SheetPlace, unit: str, indicator: str, entry: Entry | None, before: Entry | None
    ) -> Saved[Entry] | CellConflict[Entry] | Refused:
        """Write one cell that was shown as `before`; a decision where it is the meeting's."""
        mine, shown = entry or Entry(), before or Entry()
        if place.kind == "meeting":
            return self._decide(place, unit, indicator, mine, shown)
        try:
            kept = self._store.cells.set_entry(document_of(place, unit), indicator, mine, shown, "entry")
        except Overtaken as overtaken:
            return _entry_conflict(overtaken)
        except Refusal as refusal:
            return Refused(refusal.findings)
        return Saved(kept.revision, None if kept.entry == mine else kept.entry)

    def set_event(
        self, place: SheetPlace, event: Event, before: Event | None
    ) -> Saved[Event] | CellConflict[Event] | Refused:
        """Enter an event, or change the one that was shown as `before`."""
        at = document_of(place, event.unit)
        return _event_outcome(lambda: self._store.cells.set_event(at, event, before, "event"))

    def remove_event(self, place: SheetPlace, event: Event) -> Saved[Event] | CellConflict[Event] | Refused:
        """Take out an event that was shown as this."""
        at = document_of(place, event.unit)
        return _event_outcome(lambda: self._store.cells.remove_event(at, event, "event"))

    def set_held(self, place: SheetPlace, held: bool) -> Refused | None:
        """Say whether a period's round was held."""
        done = refused(lambda: self._store.cells.set_held(document_of(place), held, "round"))
        return done if isinstance(done, Refused) else None

    def set_notes(
        self, place: SheetPlace, notes: str, before: str
    ) -> Saved[str] | CellConflict[str] | Refused:
        """Keep notes on a sheet, shown as `before`."""
        try:
            revision = self._store.cells.set_notes(document_of(place), notes, before, "notes")
        except Overtaken as overtaken:
            return CellConflict(notes, str(overtaken.theirs), overtaken.by, overtaken.at)
        except Refusal as refusal:
            return Refused(refusal.findings)
        return Saved(revision)

    def remove_sheet(self, place: SheetPlace) -> Sheet | Refused:
        """Take a whole sheet out and return it; `import_sheets` brings it back. KeyError: there is none."""
        return refused(
            lambda: known(place.scheme, lambda: self._store.cells.remove(document_of(place), "remove"))
        )

    def read_sheets(self, paths: tuple[Path, ...]) -> SheetsRead:
        """Read files of sheets; OSError where one cannot be opened."""
        return assessment_files.read_sheets(paths)

    def export_sheets(self, scheme: str, folder: Path) -> tuple[Path, ...]:
        """Write every sheet to a file of its own in a folder, but for ratings that are hidden; the files."""
        return assessment_files.write_sheets(self.sheets(scheme), folder)

    def import_sheets(
        self, scheme: str, sheets: tuple[Sheet, ...], *, overwrite: bool = False
    ) -> Taken | Refused:
        """Take all sheets over, or none. Those of the meeting become its decisions."""

        def work() -> Taken:
            cells = events = 0
            for sheet in sheets:
                if sheet.kind == "meeting":
                    cells += self._take_decisions(scheme, sheet, overwrite)
                else:
                    laid = self._store.cells.put(scheme, sheet, "import", overwrite=overwrite)
                    cells, events = cells + laid.cells, events + laid.events
            return Taken(cells, events)

        return refused(lambda: self._store.run(work))

    def import_scores(self, place: SheetPlace, path: Path, *, skip_wrong: bool = False) -> Taken | Refused:
        """Take a table of scores over into a sheet; every wrong row is a finding with its line."""
        scheme = self.open_scheme(place.scheme).record
        held = next((each for each in self._store.sheets(place.scheme) if _is_at(each, place)), None)
        sheet = held or Sheet("", place.scheme, place.kind, place.by, place.period)
        course = self.course(place.scheme)
        data = path.read_bytes()
        read = take_scores(
            scheme, course, sheet, data, path.name, skip_wrong=skip_wrong, roster=self._roster()
        )
        if read.sheet is None:
            return Refused(read.findings)
        with_scores = read.sheet
        try:
            self._store.run(lambda: self._put_scores(place, sheet, with_scores))
        except Refusal as refusal:
            return Refused(refusal.findings)
        except Overtaken as overtaken:
            return Refused((overtaken.finding(),))
        return Taken(read.taken, 0, read.findings)

    def _put_scores(self, place: SheetPlace, before: Sheet, after: Sheet) -> None:
        """Every cell that differs, each against what stood there when the table was read."""
        if place.kind == "meeting":
            self._take_decisions(place.scheme, after, overwrite=True)
            return
        for unit, row in after.entries.items():
            for indicator, entry in row.items():
                was = before.entry(unit, indicator) or Entry()
                if entry != was:
                    self._store.cells.set_entry(document_of(place, unit), indicator, entry, was, "import")

    def look_at(self, path: Path, note: str = "") -> Evidence:
        """A file as evidence that comes today; OSError where it cannot be read."""
        return evidence.as_evidence(path, self._today(), note)

    def evidence_folder(self, scheme: str) -> str:
        """The folder in which the evidence lies, as it was last chosen; "" where nobody has."""
        return str(self._workspace.get_setting(_FOLDER + scheme) or "")

    def check_evidence(self, scheme: str, folder: Path | None = None) -> tuple[Finding, ...]:
        """What is wrong with the evidence, against the files of a folder where one is given."""
        opened, sheets = self.open_scheme(scheme).record, self._store.sheets(scheme)
        found = None
        if folder is not None:
            found = evidence.in_folder(folder, (piece.name for _, piece in claims(sheets)))
            if str(folder) != self.evidence_folder(scheme):
                self._workspace.put_setting(_FOLDER + scheme, str(folder))
        return check_evidence(opened, sheets, found)

    def journal(
        self,
        scheme: str,
        *,
        place: SheetPlace | None = None,
        unit: str = "",
        indicator: str = "",
        most: int = 500,
    ) -> tuple[JournalLine, ...]:
        """What was changed, newest first: in the whole assessment, one sheet, one unit or one cell."""
        under = "" if place is None else document_of(place, unit).id
        # Whoever asks for one cell wants all of it, however much happened elsewhere since.
        looked_at = _WHOLE_JOURNAL if unit or indicator else most
        held = lines_of(self._store.journal(scheme, under=under, most=looked_at))
        wanted = (
            line
            for line in held
            if (not unit or line.unit == unit) and (not indicator or line.indicator == indicator)
        )
        return tuple(islice(wanted, most))

    def _decide(
        self, place: SheetPlace, unit: str, indicator: str, mine: Entry, shown: Entry
    ) -> Saved[Entry] | CellConflict[Entry] | Refused:
        """A decision of the meeting in a cell that was shown so; an empty one takes it back."""

        def change(course: Course) -> Course | Finding:
            held = course.decision(unit, indicator, place.period)
            theirs = held.entry if held is not None else Entry()
            if theirs not in (shown, mine):
                assert held is not None
                raise Overtaken(mine, theirs, held.by, None)
            return self._decided(place.scheme, course, unit, indicator, place.period, mine)

        try:
            done = self._change(place.scheme, change, "decision")
        except Overtaken as overtaken:
            return _entry_conflict(overtaken)
        return done if isinstance(done, Refused) else Saved(self._workspace.revision)

    def _decided(
        self, scheme: str, course: Course, unit: str, indicator: str, period: str, entry: Entry
    ) -> Course | Finding:
        if entry == Entry():
            return process.withdraw(course, unit, indicator, period)
        refused = self._refusal(scheme, unit, indicator, entry)
        if refused is not None:
            return refused
        return process.decide(course, Decision(unit, indicator, entry, self._today(), self._who, period))

    def _take_decisions(self, scheme: str, sheet: Sheet, overwrite: bool) -> int:
        """Another's meeting sheet as decisions of ours; Refusal. Called in a transaction."""

        def change(course: Course) -> Course | Finding | tuple[Finding, ...]:
            for unit, row in sheet.entries.items():
                for indicator, entry in row.items():
                    held = course.decision(unit, indicator, sheet.period)
                    if held is not None and held.entry == entry:
                        continue
                    if held is not None and not overwrite:
                        where = Where(path=("entries", unit, indicator))
                        arguments = {"place": f"{unit} {indicator}"}
                        return Finding("sheet.holds_other", Severity.ERROR, where, arguments)
                    made = self._decided(scheme, course, unit, indicator, sheet.period, entry)
                    if isinstance(made, Finding):
                        return made
                    course = made
            return course

        before = self._store.course(scheme)
        after = self._store.change_course(scheme, change, "import")
        return sum(each not in before.decisions for each in after.decisions)


def _is_at(sheet: Sheet, place: SheetPlace) -> bool:
    same_body = sheet.by == place.by or place.kind == "meeting"
    return same_body and (sheet.kind, sheet.period) == (place.kind, place.period)


def _entry_conflict(overtaken: Overtaken) -> CellConflict[Entry]:
    mine, theirs = cast(Entry, overtaken.mine), cast(Entry, overtaken.theirs)
    return CellConflict(mine, None if theirs == Entry() else theirs, overtaken.by, overtaken.at)


def _event_outcome(write: Callable[[], int]) -> Saved[Event] | CellConflict[Event] | Refused:
    try:
        return Saved(write())
    except Overtaken as overtaken:
        mine, theirs = cast("Event | None", overtaken.mine), cast("Event | None", overtaken.theirs)
        return CellConflict(mine, theirs, overtaken.by, overtaken.at)
    except Refusal as refusal:
        return Refused(refusal.findings)
