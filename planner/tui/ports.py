"""What the screens ask of the office: the only door between them and files, store and rules.

`planner.office.Office` is made to fit; tests use an office in memory. Every call may touch the disk, so
screens make them in a worker (`app.work`), never while painting.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from planner.office.records import Conflict, FileRead, News, Opened, PlanCard, Saved

if TYPE_CHECKING:
    # The first picture needs none of them.
    from assessments.process import Appeal, Course, Stage
    from assessments.results import Results
    from assessments.scheme import Scheme
    from assessments.sheet import Entry, Event, Evidence, Sheet
    from planner.departments import Roster
    from planner.drafting.draft import Drafted, Pick
    from planner.findings import Finding
    from planner.library import Template
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
    from planner.plan import Level, Plan

__all__ = ["AssessmentsPort", "Conflict", "FileRead", "News", "OfficePort", "Opened", "PlanCard", "Saved"]


class OfficePort(Protocol):
    """The office as the screens see it."""

    @property
    def assessments(self) -> AssessmentsPort:
        """The desk of the year-end assessment."""

    @property
    def hand(self) -> str:
        """The first letter of new ids made on this machine."""

    def rescue(self) -> Finding:
        """Set a damaged workspace aside, untouched, and bring its last backup back; what was done."""

    def today(self) -> date:
        """The day it is."""

    def workspace_name(self) -> str:
        """How to call the workspace on the screen: the file's name, or empty for the usual one."""

    def plans(self) -> tuple[PlanCard, ...]:
        """The plans of the workspace, those changed last first."""

    def open_plan(self, id: str) -> Opened[Plan]:
        """One plan; KeyError where there is none."""

    def add_plan(self, plan: Plan) -> Opened[Plan]:
        """Keep a new plan, or one that was removed."""

    def import_plan(self, plan: Plan) -> Opened[Plan]:
        """Keep a plan that came from elsewhere."""

    def save_plan(self, plan: Plan, revision: int) -> Saved[Plan] | Conflict[Plan]:
        """Write a plan that was read at `revision`."""

    def remove_plan(self, id: str) -> Plan:
        """Remove a plan and return it, so that it can be added again."""

    def templates(self) -> tuple[Template, ...]:
        """Built-in templates and the workspace's own plans."""

    def draft(
        self,
        picks: tuple[Pick, ...],
        year: int,
        *,
        title: str = "",
        issuer: str = "",
        level: Level = "",
        region: str = "",
    ) -> Drafted:
        """A new plan of a year from what is picked, not yet kept, and what was renewed in it or is left."""

    def demo_plan(self) -> Plan:
        """A new plan of the demo county, not yet kept."""

    def check(self, plan: Plan) -> tuple[Finding, ...]:
        """What the checks say of a plan."""

    def roster(self) -> Opened[Roster]:
        """The departments."""

    def save_roster(self, roster: Roster, revision: int) -> Saved[Roster] | Conflict[Roster]:
        """Write the departments that were read at `revision`."""

    def read_file(self, path: Path) -> FileRead:
        """Read any file that the program understands; what is wrong with it stands in the findings."""

    def export_plan(self, plan: Plan, path: Path) -> None:
        """Write a plan to a file in the format of its ending (.toml, .md); what was there is replaced."""

    def setting(self, name: str) -> str:
        """A remembered choice ("language", "theme", "columns.home"); empty where nobody has chosen."""

    def set_setting(self, name: str, value: str) -> None:
        """Remember a choice."""

    def news(self, since: int | None) -> News:
        """What was changed after revision `since`, here or by another program; None asks for the revision."""

    def rest(self) -> tuple[Finding, ...]:
        """For a moment when nobody waits: today's backup; what there is to say about it."""


class AssessmentsPort(Protocol):
    """The year-end assessment as the screens see it: `office.assessments`.

    Records of outcomes stand in `planner.office.assessment_records`. `Refused` says why nothing was done (a
    locked stage, a missing reason). Whoever is at this machine is entered as the one who did it.
    """

    def schemes(self) -> tuple[SchemeCard, ...]:
        """The schemes of the workspace, the newest year first."""

    def removed_schemes(self) -> tuple[SchemeCard, ...]:
        """The schemes that `restore_scheme` can bring back."""

    def builtin_schemes(self) -> tuple[Scheme, ...]:
        """The schemes that come with the program, to begin from."""

    def open_scheme(self, id: str) -> Opened[Scheme]:
        """One scheme; KeyError where there is none."""

    def add_scheme(self, scheme: Scheme) -> Opened[Scheme]:
        """Keep a new scheme; its assessment begins with the self-rating. A removed one of its id comes back
        first, with its sheets."""

    def save_scheme(
        self, scheme: Scheme, revision: int, why: str = "edit"
    ) -> Saved[Scheme] | Conflict[Scheme]:
        """Write a scheme that was read at `revision`; made for a `Session`.

        Raises `planner.store.errors.Refusal` (a StoreError) once the totals are being made.
        """

    def remove_scheme(self, id: str) -> Scheme:
        """Remove a scheme with everything under it and return it; `restore_scheme` undoes it."""

    def restore_scheme(self, id: str) -> Opened[Scheme]:
        """Bring a removed scheme back with its sheets; KeyError where none was removed."""

    def add_demo(self) -> str:
        """Keep the demo county's assessment, or find it; the scheme's id."""

    def read_scheme(self, path: Path) -> SchemeRead:
        """Read a scheme's file; OSError where it cannot be opened."""

    def export_scheme(self, scheme: Scheme, path: Path) -> None:
        """Write a scheme to a TOML file; what was there is replaced."""

    def read_sheets(self, paths: tuple[Path, ...]) -> SheetsRead:
        """Read files of sheets."""

    def import_sheets(
        self, scheme: str, sheets: tuple[Sheet, ...], *, overwrite: bool = False
    ) -> Taken | Refused:
        """Take all sheets over, or none.

        Refused where a stage is locked, a unit or indicator is unknown, or, without `overwrite`, a cell holds
        something else already (a finding for each).
        """

    def import_scores(self, place: SheetPlace, path: Path, *, skip_wrong: bool = False) -> Taken | Refused:
        """Take a table of scores (.xlsx) over into a sheet, its columns matched by their titles.

        Every wrong row is a finding with its line. Where there is one nothing is taken over, unless
        `skip_wrong`: then the right rows are. OSError where the file cannot be opened.
        """

    def export_sheets(self, scheme: str, folder: Path) -> tuple[Path, ...]:
        """Write every sheet to a file of its own in a folder; the files."""

    def sheets(self, scheme: str, viewer: str = "") -> tuple[Sheet, ...]:
        """The sheets of a scheme that `viewer` (an assessor's id) may see; KeyError.

        Hidden ratings of others are left out. The meeting's decisions are among them as a sheet. What did not
        change since the last call is the same object.
        """

    def set_entry(
        self, place: SheetPlace, unit: str, indicator: str, entry: Entry | None, before: Entry | None
    ) -> Saved[Entry] | CellConflict[Entry] | Refused:
        """Write one cell. `before` is what was shown of it when the edit began (None: nothing).

        Where somebody changed another cell meanwhile, or only one of observation and evidence, both are kept
        (`merged`). In a sheet of kind "meeting" it is a decision of the meeting: it needs a reason, None
        takes it back, and `place.by` says nothing.
        """

    def set_event(
        self, place: SheetPlace, event: Event, before: Event | None
    ) -> Saved[Event] | CellConflict[Event] | Refused:
        """Enter an event, or change the one that was shown as `before`. Its id is made by `new_id`."""

    def remove_event(self, place: SheetPlace, event: Event) -> Saved[Event] | CellConflict[Event] | Refused:
        """Take out an event that was shown as this."""

    def set_held(self, place: SheetPlace, held: bool) -> Refused | None:
        """Say whether a period's round was held."""

    def set_notes(
        self, place: SheetPlace, notes: str, before: str
    ) -> Saved[str] | CellConflict[str] | Refused:
        """Keep notes on a sheet, shown as `before`."""

    def remove_sheet(self, place: SheetPlace) -> Sheet | Refused:
        """Take a whole sheet out and return it; `import_sheets` brings it back. KeyError: there is none."""

    def course(self, scheme: str) -> Course:
        """Where the assessment stands; KeyError."""

    def pending(self, scheme: str) -> tuple[Finding, ...]:
        """What is still open before the stage may be left: errors hinder, warnings are to be looked at."""

    def advance(self, scheme: str, stage: Stage) -> Course | Refused:
        """Go on to the stage after `stage`, in which the assessment was shown."""

    def reopen(self, scheme: str, stage: Stage, reason: str) -> Course | Refused:
        """Go back to an earlier stage, for a reason."""

    def reveal(self, scheme: str) -> Course | Refused:
        """Show the assessors' ratings to each other, once all have rated."""

    def lodge_appeal(
        self, scheme: str, unit: str, text: str, indicator: str = "", period: str = ""
    ) -> Course | Refused:
        """Enter a unit's appeal of today."""

    def answer_appeal(
        self, scheme: str, appeal: Appeal, answer: str, score: Decimal | None = None
    ) -> Course | CellConflict[Appeal] | Refused:
        """Answer an appeal that was shown as this; `score` changes the indicator it names."""

    def results(self, scheme: str, viewer: str = "") -> Results:
        """The scores of what `viewer` may see. A screen that re-scores keeps a `Board` of its own."""

    def earlier(self, scheme: str) -> Results | None:
        """Last year's results, where they were given."""

    def keep_earlier(self, scheme: str, results: Results | None) -> None:
        """Keep last year's results beside a scheme; None forgets them."""

    def scenarios(self, scheme: str) -> tuple[Scenario, ...]:
        """The named what-ifs of a scheme, by name."""

    def keep_scenario(self, scheme: str, name: str, changed: Scheme) -> None:
        """Keep a what-if under a name; one of this name is replaced."""

    def remove_scenario(self, scheme: str, name: str) -> None:
        """Forget a what-if."""

    def look_at(self, path: Path, note: str = "") -> Evidence:
        """A file as evidence: name, size, SHA-256 and today as its day. OSError where it cannot be read."""

    def evidence_folder(self, scheme: str) -> str:
        """The folder in which the evidence lies, as it was last chosen; "" where nobody has."""

    def check_evidence(self, scheme: str, folder: Path | None = None) -> tuple[Finding, ...]:
        """What is wrong with the evidence; against the files of a folder where one is given, which is
        remembered."""

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

    def new_id(self) -> str:
        """A new id for an event."""
