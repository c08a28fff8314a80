"""The assessment's desk in memory: the small assessment of `assessment_samples`, nothing read or written.

    desk = FakeAssessments()                       # scheme, both ratings, the department's sheet
    desk = FakeAssessments(sheets=(), course=at("panel"))
    desk.change_elsewhere(place, "t1", "flood", Entry(score=Decimal(9)))     # another person saves a cell

Rules of the process hold as in the office. `refusals` and `overtaken` make the next writes fail.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from assessments import process
from assessments.process import STAGES, Appeal, Course, Decision, Passage, Stage
from assessments.process.cells import Cells
from assessments.process.evidence import check_evidence, claims
from assessments.results import Results
from assessments.scheme import Scheme
from assessments.scoring import score
from assessments.sheet import Entry, Event, Evidence, Sheet, SheetKind, sheet_id
from planner.findings import Finding, Severity
from planner.office.assessment_records import (
    CellConflict,
    JournalLine,
    Refused,
    Scenario,
    SchemeCard,
    SchemeRead,
    SheetPlace,
    SheetsRead,
    Taken,
)
from planner.office.evidence import in_folder
from planner.tui.ports import Conflict, Opened, Saved
from tests.assessment_samples import DAY, EMERGENCY, SCHEME, rating, verified

AT = datetime(2027, 1, 14, 9, 30)
PLACE = SheetPlace(SCHEME.id, "verified", EMERGENCY)
"""The department's sheet."""


def at(stage: Stage, scheme: Scheme = SCHEME, **more: object) -> Course:
    """A course that has come as far as a stage, a step a day from 5 January on."""
    taken = process.stages_of(scheme)
    steps = [Passage(each, DAY.replace(day=DAY.day + n), "office") for n, each in enumerate(taken)]
    reached = [step for step in steps if STAGES.index(step.stage) <= STAGES.index(stage)]
    return Course(scheme.id, stage, tuple(reached), **more)  # type: ignore[arg-type]


class FakeAssessments:
    """The port in memory: one scheme, or several."""

    def __init__(
        self,
        scheme: Scheme = SCHEME,
        sheets: tuple[Sheet, ...] | None = None,
        course: Course | None = None,
        earlier: Results | None = None,
    ) -> None:
        given = (verified(), rating("a1", "18"), rating("a2", "16")) if sheets is None else sheets
        self.kept: dict[str, tuple[Scheme, int]] = {scheme.id: (scheme, 1)}
        self.removed: dict[str, tuple[Scheme, int]] = {}
        self.courses = {scheme.id: course or at("verification", scheme)}
        self.held: dict[SheetPlace, Sheet] = {_place(sheet): sheet for sheet in given}
        self.last_year = {scheme.id: earlier}
        self.named: dict[tuple[str, str], Scenario] = {}
        self.lines: list[JournalLine] = []
        self.refusals: list[Finding] = []
        self.overtaken: list[CellConflict[Entry]] = []
        self.changed_elsewhere: frozenset[str] = frozenset()
        self.folder = ""
        self.revision = 1
        self.day = DAY.replace(day=20)
        self.ids = 0

    def change_elsewhere(self, place: SheetPlace, unit: str, indicator: str, entry: Entry | None) -> None:
        """Another person saves a cell."""
        self._write(place, unit, indicator, entry)
        self.changed_elsewhere = frozenset({place.scheme})

    def schemes(self) -> tuple[SchemeCard, ...]:
        return tuple(self._card(scheme) for scheme, _ in self.kept.values())

    def removed_schemes(self) -> tuple[SchemeCard, ...]:
        return tuple(self._card(scheme) for scheme, _ in self.removed.values())

    def builtin_schemes(self) -> tuple[Scheme, ...]:
        return (replace(SCHEME, id="builtin", title="县安全生产考核办法（范本）", units=()),)

    def open_scheme(self, id: str) -> Opened[Scheme]:
        return Opened(*self.kept[id])

    def add_scheme(self, scheme: Scheme) -> Opened[Scheme]:
        self.kept[scheme.id] = (scheme, self._next())
        self.courses.setdefault(scheme.id, process.begin(scheme, day=self.day, by="office"))
        return self.open_scheme(scheme.id)

    def save_scheme(
        self, scheme: Scheme, revision: int, why: str = "edit"
    ) -> Saved[Scheme] | Conflict[Scheme]:
        locked = process.may_change(self.courses[scheme.id], "scheme")
        if locked is not None:
            from planner.store.errors import Refusal

            raise Refusal(locked)
        if self.kept[scheme.id][1] != revision:
            return Conflict(*self.kept[scheme.id])
        self.kept[scheme.id] = (scheme, self._next())
        return Saved(self.revision)

    def remove_scheme(self, id: str) -> Scheme:
        self.removed[id] = self.kept.pop(id)
        return self.removed[id][0]

    def restore_scheme(self, id: str) -> Opened[Scheme]:
        self.kept[id] = self.removed.pop(id)
        return self.open_scheme(id)

    def add_demo(self) -> str:
        demo = replace(SCHEME, id="demo01", title="青禾县示例考核办法")
        if demo.id not in self.kept:
            self.add_scheme(demo)
            self.held.update({replace(_place(each), scheme=demo.id): each for each in (verified(),)})
        return demo.id

    def read_scheme(self, path: Path) -> SchemeRead:
        return SchemeRead(replace(SCHEME, id="read01"))

    def export_scheme(self, scheme: Scheme, path: Path) -> None:
        path.write_text(scheme.title, encoding="utf-8")

    def read_sheets(self, paths: tuple[Path, ...]) -> SheetsRead:
        return SheetsRead((verified(),))

    def import_sheets(
        self, scheme: str, sheets: tuple[Sheet, ...], *, overwrite: bool = False
    ) -> Taken | Refused:
        if self.refusals:
            return Refused((self.refusals.pop(0),))
        for sheet in sheets:
            self.held[replace(_place(sheet), scheme=scheme)] = sheet
        return Taken(sum(len(row) for sheet in sheets for row in sheet.entries.values()))

    def import_scores(self, place: SheetPlace, path: Path, *, skip_wrong: bool = False) -> Taken | Refused:
        return Refused((self.refusals.pop(0),)) if self.refusals else Taken(3)

    def export_sheets(self, scheme: str, folder: Path) -> tuple[Path, ...]:
        return tuple(folder / f"{sheet.id}.toml" for sheet in self.sheets(scheme))

    def sheets(self, scheme: str, viewer: str = "") -> tuple[Sheet, ...]:
        opened, course = self.kept[scheme][0], self.courses[scheme]
        held = tuple(sheet for place, sheet in self.held.items() if place.scheme == scheme)
        return process.visible(opened, course, (*held, *process.meeting_sheets(course)), viewer)

    def set_entry(
        self, place: SheetPlace, unit: str, indicator: str, entry: Entry | None, before: Entry | None
    ) -> Saved[Entry] | CellConflict[Entry] | Refused:
        if self.overtaken:
            return self.overtaken.pop(0)
        course, mine, shown = self.courses[place.scheme], entry or Entry(), before or Entry()
        refusal = self.refusals.pop(0) if self.refusals else process.may_change(course, place.kind)
        if refusal is None and mine != Entry():
            refusal = Cells(self.kept[place.scheme][0]).refusal(unit, indicator, mine, place.kind)
        if refusal is not None:
            return Refused((refusal,))
        if place.kind == "meeting":
            return self._decide(place, unit, indicator, mine)
        sheet = self.held.get(place)
        theirs = (sheet.entry(unit, indicator) if sheet else None) or Entry()
        if theirs not in (shown, mine):
            return CellConflict(entry, theirs, "李同事", AT)
        self._write(place, unit, indicator, entry)
        return Saved(self.revision)

    def set_event(
        self, place: SheetPlace, event: Event, before: Event | None
    ) -> Saved[Event] | CellConflict[Event] | Refused:
        return self._write_event(place, before or event, event)

    def remove_event(self, place: SheetPlace, event: Event) -> Saved[Event] | CellConflict[Event] | Refused:
        return self._write_event(place, event, None)

    def set_held(self, place: SheetPlace, held: bool) -> Refused | None:
        self.held[place] = replace(self._sheet(place), held=held)
        return None

    def set_notes(
        self, place: SheetPlace, notes: str, before: str
    ) -> Saved[str] | CellConflict[str] | Refused:
        self.held[place] = replace(self._sheet(place), notes=notes)
        return Saved(self._next())

    def remove_sheet(self, place: SheetPlace) -> Sheet | Refused:
        return self.held.pop(place)

    def course(self, scheme: str) -> Course:
        return self.courses[scheme]

    def pending(self, scheme: str) -> tuple[Finding, ...]:
        return process.pending(
            self.kept[scheme][0], self.courses[scheme], self._all(scheme), self._scored(scheme), self.day
        )

    def advance(self, scheme: str, stage: Stage) -> Course | Refused:
        opened, sheets, results = self.kept[scheme][0], self._all(scheme), self._scored(scheme)

        def change(course: Course) -> Course | Finding | tuple[Finding, ...]:
            if course.stage != stage:
                return Finding("process.moved_on", Severity.ERROR)
            return process.advance(opened, course, sheets, results, day=self.day, by="office")

        return self._change(scheme, change)

    def reopen(self, scheme: str, stage: Stage, reason: str) -> Course | Refused:
        opened = self.kept[scheme][0]
        return self._change(
            scheme,
            lambda course: process.reopen(opened, course, stage, reason, day=self.day, by="office"),
        )

    def reveal(self, scheme: str) -> Course | Refused:
        return self._change(scheme, process.reveal)

    def lodge_appeal(
        self, scheme: str, unit: str, text: str, indicator: str = "", period: str = ""
    ) -> Course | Refused:
        appeal = Appeal(self.new_id(), unit, text, self.day, indicator, period)
        opened = self.kept[scheme][0]
        return self._change(scheme, lambda course: process.lodge_appeal(opened, course, appeal))

    def answer_appeal(
        self, scheme: str, appeal: Appeal, answer: str, score: Decimal | None = None
    ) -> Course | CellConflict[Appeal] | Refused:
        return self._change(
            scheme,
            lambda course: process.answer_appeal(
                course, appeal.id, answer, day=self.day, by="office", score=score
            ),
        )

    def results(self, scheme: str, viewer: str = "") -> Results:
        return score(self.kept[scheme][0], self.sheets(scheme, viewer), self.earlier(scheme))

    def earlier(self, scheme: str) -> Results | None:
        return self.last_year.get(scheme)

    def keep_earlier(self, scheme: str, results: Results | None) -> None:
        self.last_year[scheme] = results

    def scenarios(self, scheme: str) -> tuple[Scenario, ...]:
        return tuple(held for (of, _), held in sorted(self.named.items()) if of == scheme)

    def keep_scenario(self, scheme: str, name: str, changed: Scheme) -> None:
        self.named[scheme, name] = Scenario(name, changed, AT, "office")

    def remove_scenario(self, scheme: str, name: str) -> None:
        del self.named[scheme, name]

    def look_at(self, path: Path, note: str = "") -> Evidence:
        return Evidence(path.name, 2048, "b" * 64, self.day, note)

    def evidence_folder(self, scheme: str) -> str:
        return self.folder

    def check_evidence(self, scheme: str, folder: Path | None = None) -> tuple[Finding, ...]:
        found = None
        if folder is not None:
            self.folder = str(folder)
            found = in_folder(folder, (piece.name for _, piece in claims(self._all(scheme))))
        return check_evidence(self.kept[scheme][0], self._all(scheme), found)

    def journal(
        self,
        scheme: str,
        *,
        place: SheetPlace | None = None,
        unit: str = "",
        indicator: str = "",
        most: int = 500,
    ) -> tuple[JournalLine, ...]:
        found = (
            line
            for line in reversed(self.lines)
            if (place is None or line.place == place)
            and (not unit or line.unit == unit)
            and (not indicator or line.indicator == indicator)
        )
        return tuple(found)[:most]

    def new_id(self) -> str:
        self.ids += 1
        return f"k{self.ids:05}"

    def _next(self) -> int:
        self.revision += 1
        return self.revision

    def _card(self, scheme: Scheme) -> SchemeCard:
        return SchemeCard(
            scheme.id,
            scheme.title,
            scheme.year,
            self.courses[scheme.id].stage,
            len(scheme.units),
            len(scheme.indicators),
            scheme.issuer,
            scheme.region,
            scheme.plan,
            AT,
            "office",
        )

    def _sheet(self, place: SheetPlace) -> Sheet:
        id = sheet_id(place.kind, place.by, place.period)
        return self.held.get(place) or Sheet(id, place.scheme, place.kind, place.by, place.period)

    def _all(self, scheme: str) -> tuple[Sheet, ...]:
        held = tuple(sheet for place, sheet in self.held.items() if place.scheme == scheme)
        return (*held, *process.meeting_sheets(self.courses[scheme]))

    def _scored(self, scheme: str) -> Results:
        return score(self.kept[scheme][0], self._all(scheme), self.earlier(scheme))

    def _write(self, place: SheetPlace, unit: str, indicator: str, entry: Entry | None) -> None:
        sheet = self._sheet(place)
        entries = {each: dict(row) for each, row in sheet.entries.items()}
        row = entries.setdefault(unit, {})
        was = row.pop(indicator, None)
        if entry is not None and entry != Entry():
            row[indicator] = entry
        self.held[place] = replace(sheet, entries=entries)
        self._next()
        told = (None if each is None else str(each.score) for each in (was, entry))
        self.lines.append(
            JournalLine(AT, "office", "entry", "change", "sheet", place, unit, indicator, "", "score", *told)
        )

    def _write_event(
        self, place: SheetPlace, before: Event, after: Event | None
    ) -> Saved[Event] | CellConflict[Event] | Refused:
        refusal = process.may_change(self.courses[place.scheme], place.kind)
        if place.kind == "meeting":
            refusal = Finding("sheet.meeting_only_decides", Severity.ERROR)
        if refusal is not None:
            return Refused((refusal,))
        sheet = self._sheet(place)
        theirs = next((each for each in sheet.events if each.id == before.id), None)
        if theirs is not None and theirs not in (before, after):
            return CellConflict(after, theirs, "李同事", AT)
        others = tuple(each for each in sheet.events if each.id != before.id)
        self.held[place] = replace(sheet, events=(*others, *((after,) if after is not None else ())))
        return Saved(self._next())

    def _decide(
        self, place: SheetPlace, unit: str, indicator: str, mine: Entry
    ) -> Saved[Entry] | CellConflict[Entry] | Refused:
        def change(course: Course) -> Course | Finding | tuple[Finding, ...]:
            if mine == Entry():
                return process.withdraw(course, unit, indicator, place.period)
            return process.decide(course, Decision(unit, indicator, mine, self.day, "office", place.period))

        done = self._change(place.scheme, change)
        return done if isinstance(done, Refused) else Saved(self.revision)

    def _change(
        self, scheme: str, change: Callable[[Course], Course | Finding | tuple[Finding, ...]]
    ) -> Course | Refused:
        made = change(self.courses[scheme])
        if isinstance(made, Course):
            self.courses[scheme] = made
            self._next()
            return made
        return Refused(made if isinstance(made, tuple) else (made,))


def _place(sheet: Sheet) -> SheetPlace:
    kind: SheetKind = sheet.kind
    return SheetPlace(sheet.scheme, kind, sheet.by, sheet.period)
