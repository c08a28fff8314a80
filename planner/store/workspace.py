"""The workspace: everything an office keeps, in one file. The store's door for the rest of the program.

    with Workspace.open() as workspace:
        kept = workspace.plan(workspace.plans()[0].id)
        kept = workspace.save(edited, kept.revision, "assign")

Every method may be called from any thread; one call at a time is served, so call from a worker and not from
the thread that paints. After a StoreError nothing was changed.
"""

from __future__ import annotations

import getpass
import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple

import platformdirs

from planner.findings import Finding, Severity, Where
from planner.merging import merge
from planner.plan import Plan, new_hand
from planner.store import assessment_kinds, plans
from planner.store.backup import Backup, Rescued, backups_of, make_backup, rescue
from planner.store.database import create
from planner.store.errors import Damaged, Duplicate, Missing, NotFound, StoreError, disk_errors
from planner.store.plans import PlanSummary
from planner.store.repository import Repository, TinyRepository
from planner.store.rows import Change, Data, Entry, HeadOf, Record
from planner.store.saving import merged_onto, put_merged

if TYPE_CHECKING:
    # Loaded when the first assessment is looked at.
    from planner.store.assessments import AssessmentStore

FILE_NAME = "workspace.db"
_SETTING = "setting"
_ROSTER = "roster"
_OFFICE = "office"
_HEADS: Mapping[str, HeadOf] = {plans.KIND: plans.head, **assessment_kinds.HEADS}
_REMEMBERED = 8
BACKUP_AGE = timedelta(hours=1)


class KeptPlan(NamedTuple):
    """A plan as it is kept, and the revision to give back when saving it."""

    plan: Plan
    revision: int


class _Known(NamedTuple):
    plan: Plan
    record: Record


class Workspace:
    """One open workspace. `notes` tells what opening it did (a new one was made); `who` is in the journal."""

    def __init__(
        self, repository: Repository, path: Path, notes: tuple[Finding, ...] = (), who: str = ""
    ) -> None:
        self.path = path
        self.who = who
        self.notes = notes
        self._repository = repository
        self._guard = threading.RLock()
        self._closed = False
        self._copied = repository.revision()
        self._known: OrderedDict[str, _Known] = OrderedDict()

    @classmethod
    def open(cls, path: Path | None = None, *, who: str = "") -> Workspace:
        """The workspace at `path` (a file, or a folder that holds it), else in the user's data folder.

        One that is not there is made. StoreErrors: Missing (gone, but backups of it remain), Damaged,
        Foreign, TooNew, NetworkShare, ReadOnly, Unreachable, Full, Busy. `who` stands in the journal, else
        the login name.
        """
        file = file_at(path)
        notes: tuple[Finding, ...] = ()
        with disk_errors(file):
            there, kept = file.exists(), backups_of(file)
        if not there:
            if kept:
                raise Missing(file)
            if create(file):
                where = Where(document=str(file))
                notes = (Finding("store.created", Severity.NOTE, where, {"file": str(file)}),)
        who = who or _login()
        return cls(TinyRepository(file, _HEADS, who=who), file, notes, who)

    @staticmethod
    def rescue(path: Path | None = None, *, now: datetime | None = None) -> Rescued:
        """Set a damaged workspace aside, untouched, and bring the newest sound backup back."""
        return rescue(file_at(path), _HEADS, now or datetime.now())

    @staticmethod
    def backups_of(path: Path | None = None) -> tuple[Backup, ...]:
        """The backups of a workspace that need not be open, newest first."""
        return backups_of(file_at(path))

    def __enter__(self) -> Workspace:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def plans(self) -> tuple[PlanSummary, ...]:
        """All plans as a list shows them, the newest year first."""
        return _summaries(self._repository.list(plans.KIND))

    def deleted_plans(self) -> tuple[PlanSummary, ...]:
        """The plans that `restore` can bring back."""
        return _summaries(self._repository.list(plans.KIND, removed=True))

    def plan(self, id: str) -> KeptPlan:
        """The newest kept plan and its revision; NotFound."""
        with self._guard:
            record = self._repository.get(plans.KIND, id)
            known = self._known.get(id)
            if known is None or known.record.revision != record.revision:
                known = self._remember(self._decoded(record), record)
            return KeptPlan(known.plan, known.record.revision)

    def add(self, plan: Plan, why: str = "add") -> KeptPlan:
        """Keep a new plan; Duplicate where its id is taken."""
        with self._guard:
            record = self._repository.add(plans.KIND, plan.id, plans.encoded(plan), why)
            self._remember(plan, record)
            return KeptPlan(plan, record.revision)

    def save(self, plan: Plan, expected_revision: int, why: str) -> KeptPlan:
        """Keep the plan that was edited from the one at `expected_revision`.

        Where somebody changed it since, both changes are kept, merged by id and field: go on with the plan
        that is returned, it holds theirs too. Conflict where both changed the same field differently.
        NotFound.
        """
        with self._guard:
            known = self._known.get(plan.id)
            if known is None or known.record.revision != expected_revision:
                base = self._repository.at(plans.KIND, plan.id, expected_revision)
                known = _Known(self._decoded(base), base)
            return self._save(known, plan, why)

    def apply(self, before: Plan, after: Plan, why: str) -> KeptPlan:
        """Do to the newest kept plan what leads from `before` to `after`: an undo or redo that reverts only
        one's own change. Conflict where somebody changed the same field since; NotFound."""
        with self._guard:
            newest = self.plan(after.id)
            known = self._known[after.id]
            if newest.plan is not before:
                data = plans.encoded(before, known.plan, known.record.data)
                merged = merged_onto(known.record, data, plans.encoded(after), plans.merge_plans)
                after = plans.decoded(merged)
            return self._save(known, after, why)

    def delete(self, id: str, why: str = "delete") -> None:
        """Remove a plan from the list; `restore` undoes it. NotFound."""
        self._repository.delete(plans.KIND, id, why)

    def restore(self, id: str, why: str = "restore") -> KeptPlan:
        """Bring a removed plan back as it was; NotFound."""
        self._repository.restore(plans.KIND, id, why)
        return self.plan(id)

    def journal(self, plan_id: str) -> tuple[Entry, ...]:
        """Everything that was done to a plan, newest first."""
        return self._repository.journal(plans.KIND, plan_id)

    @property
    def revision(self) -> int:
        """The number of the newest change; give it to `changes` later."""
        return self._repository.revision()

    def changes(self, since: int) -> tuple[Change, ...]:
        """What was changed after revision `since`, by this program or another one."""
        return self._repository.changes(since)

    @cached_property
    def assessments(self) -> AssessmentStore:
        """The year-end assessments that are kept here."""
        from planner.store.assessments import AssessmentStore

        return AssessmentStore(self._repository, self.path)

    def roster(self) -> tuple[Data, int]:
        """The office's own roster as plain data, and its revision; empty and 0 before it was first saved."""
        try:
            record = self._repository.get(_ROSTER, _OFFICE)
        except NotFound:
            return {}, 0
        return record.data, record.revision

    def save_roster(self, data: Data, expected_revision: int, why: str) -> tuple[Data, int]:
        """Keep the office's roster; as `save` does, field by field, with Conflict where that cannot be."""
        mine = plans.plain_table(data)
        with self._guard:
            if expected_revision:
                base = self._repository.at(_ROSTER, _OFFICE, expected_revision)
            else:
                try:
                    record = self._repository.add(_ROSTER, _OFFICE, mine, why)
                    return record.data, record.revision
                except Duplicate:
                    base = replace(self._repository.get(_ROSTER, _OFFICE), revision=0, data={})
            record = put_merged(self._repository, base, mine, why, merge)
        return record.data, record.revision

    def get_setting(self, name: str) -> object:
        """The kept value of a setting, None where it was never put."""
        try:
            return self._repository.get(_SETTING, name).data.get("value")
        except NotFound:
            return None

    def put_setting(self, name: str, value: object) -> None:
        """Keep a setting (what JSON can hold); the last one put counts."""
        wanted: Data = {"value": plans.plain(value)}
        self._repository.edit(_SETTING, name, lambda _: wanted, "setting", start=wanted)

    @property
    def hand(self) -> str:
        """The letter with which ids made in this workspace begin; drawn once."""
        hand = self.get_setting("hand")
        if not isinstance(hand, str):
            drawn: Data = {"value": new_hand()}
            record = self._repository.edit(_SETTING, "hand", lambda kept: kept, "setting", start=drawn)
            hand = str(record.data["value"])
        return hand

    def keep_apart(self, plan: Plan) -> None:
        """Draw another letter for one's own new ids where a colleague's plan has ids with ours.

        Then what both add to that plan still merges line by line.
        """
        taken = {id[0] for id in plan.ids()}
        if self.hand in taken:
            self.put_setting("hand", new_hand(taken))

    def backups(self) -> tuple[Backup, ...]:
        """The daily copies, newest first."""
        return backups_of(self.path)

    def rest(self) -> tuple[Finding, ...]:
        """For a moment when nobody waits: write the log back and keep the backup of the day, checked first.

        The backup of the day is made again when something changed and it is more than an hour old. Gives what
        there is to say: a damage found, or that no backup could be made.
        """
        return self._rest(closing=False)

    def _rest(self, *, closing: bool) -> tuple[Finding, ...]:
        try:
            self._repository.rest()
            revision, now = self.revision, datetime.now()
            newest = next(iter(self.backups()), None)
            if newest is None or newest.day < now.date():
                due = True
            else:
                due = revision != self._copied and (closing or newest.made < now - BACKUP_AGE)
            if due:
                make_backup(self._repository, self.path, now.date())
                self._copied = revision
        except StoreError as error:
            arguments = {"file": str(self.path), "problem": error.code}
            failed = Finding("store.no_backup", Severity.WARNING, Where(document=str(self.path)), arguments)
            return error.finding(), failed
        return ()

    def check(self) -> tuple[str, ...]:
        """What is wrong with the file; empty where all is well."""
        return self._repository.check()

    def export(self, path: Path) -> None:
        """Everything as one JSON file that TinyDB as shipped opens."""
        self._repository.export(path)

    def close(self) -> tuple[Finding, ...]:
        """Rest, bring the day's backup up to what was changed, and let the file go; again does nothing."""
        with self._guard:
            said = () if self._closed else self._rest(closing=True)
            self._closed = True
            self._repository.close()
        return said

    def _save(self, known: _Known, plan: Plan, why: str) -> KeptPlan:
        mine = plans.encoded(plan, known.plan, known.record.data)
        record = put_merged(self._repository, known.record, mine, why, plans.merge_plans)
        if record.data is not mine and record is not known.record:
            plan = self._decoded(record)
        self._remember(plan, record)
        return KeptPlan(plan, record.revision)

    def _remember(self, plan: Plan, record: Record) -> _Known:
        known = self._known[plan.id] = _Known(plan, record)
        self._known.move_to_end(plan.id)
        if len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)
        return known

    def _decoded(self, record: Record) -> Plan:
        try:
            return plans.decoded(record.data)
        except (KeyError, TypeError, ValueError) as error:
            raise Damaged(self.path, f"{record.kind}/{record.id}") from error


def default_path() -> Path:
    """The workspace's file in the user's data folder."""
    return platformdirs.user_data_path("county-planner", appauthor=False) / FILE_NAME


def file_at(path: Path | None) -> Path:
    """The workspace's file for what the user named: nothing, a file, or a folder."""
    if path is None:
        return default_path()
    return path / FILE_NAME if path.is_dir() else path


def _summaries(records: tuple[Record, ...]) -> tuple[PlanSummary, ...]:
    found = (plans.summary(record) for record in records)
    return tuple(sorted(found, key=lambda plan: (-plan.year, plan.title, plan.id)))


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
