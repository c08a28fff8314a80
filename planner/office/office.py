"""`Office`: the workspace, the built-in data and every reader behind one door."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from planner.office.records import Conflict, FileRead, News, Opened, PlanCard, Saved

if TYPE_CHECKING:
    # Each is loaded by the first question that needs it; the first screen needs few.
    from planner.departments import Roster
    from planner.drafting.draft import Drafted, Pick
    from planner.findings import Finding
    from planner.library import Template
    from planner.office.assessments import Assessments
    from planner.plan import Level, Plan
    from planner.store.errors import Conflict as StoreConflict
    from planner.store.workspace import Workspace

DEMO_REGION = "青禾县"
"""The demo county; there is none of this name."""


class Office:
    """One office at work in one workspace.

    Nothing is opened before it is asked for. Every call may touch the disk and raise a StoreError.
    """

    def __init__(self, workspace: Path | None = None) -> None:
        self._path = workspace

    @classmethod
    def open(cls, workspace: Path | None = None) -> Office | Finding:
        """An office whose workspace is open already; or what stands in the way, with what to do."""
        from planner.store.errors import StoreError

        office = cls(workspace)
        try:
            _ = office.workspace
        except StoreError as problem:
            return problem.finding()
        return office

    @cached_property
    def workspace(self) -> Workspace:
        """The open workspace; one that is not there is made."""
        from planner.store.workspace import Workspace

        return Workspace.open(self._path)

    def rescue(self) -> Finding:
        """Set a damaged workspace aside, untouched, and bring its newest sound backup back; what was done."""
        from planner.store.workspace import Workspace

        return Workspace.rescue(self._path).finding()

    def _has_workspace(self) -> bool:
        """True where a workspace is open, or its file or a backup of it is there.

        Looking at a file, a template or a department makes none: it may not even be allowed to.
        """
        from planner.store.workspace import Workspace, file_at

        return (
            "workspace" in vars(self)
            or file_at(self._path).exists()
            or bool(Workspace.backups_of(self._path))
        )

    @property
    def hand(self) -> str:
        """The first letter of new ids made in this workspace; one only for now where there is none yet."""
        return self.workspace.hand if self._has_workspace() else self._passing_hand

    @cached_property
    def _passing_hand(self) -> str:
        from planner.plan import new_hand

        return new_hand()

    def today(self) -> date:
        """The day it is."""
        return date.today()

    def workspace_name(self) -> str:
        """The workspace's file where it is not the usual one, else empty."""
        return "" if self._path is None else self._path.name

    def plans(self) -> tuple[PlanCard, ...]:
        """The plans of the workspace, those changed last first."""
        found = sorted(self.workspace.plans(), key=lambda plan: plan.changed, reverse=True)
        return tuple(
            PlanCard(
                id=plan.id,
                title=plan.title,
                year=plan.year,
                field=plan.field,
                issuer=plan.issuer,
                tasks=plan.task_count,
                changed=plan.changed,
                by=plan.by,
            )
            for plan in found
        )

    def open_plan(self, id: str) -> Opened[Plan]:
        """One plan; KeyError where there is none."""
        from planner.store.errors import NotFound

        try:
            kept = self.workspace.plan(id)
        except NotFound:
            raise KeyError(id) from None
        return Opened(kept.plan, kept.revision)

    def add_plan(self, plan: Plan) -> Opened[Plan]:
        """Keep a new plan, or one that was removed."""
        if any(gone.id == plan.id for gone in self.workspace.deleted_plans()):
            kept = self.workspace.restore(plan.id)
            if kept.plan != plan:
                kept = self.workspace.save(plan, kept.revision, "restore")
        else:
            kept = self.workspace.add(plan)
        return Opened(kept.plan, kept.revision)

    def import_plan(self, plan: Plan) -> Opened[Plan]:
        """Keep a plan that came from elsewhere; what is added to it here will not clash with theirs."""
        opened = self.add_plan(plan)
        self.workspace.keep_apart(plan)
        return opened

    def save_plan(self, plan: Plan, revision: int, why: str = "edit") -> Saved[Plan] | Conflict[Plan]:
        """Write a plan that was read at `revision`."""
        from planner.store.errors import Conflict as StoreConflict

        try:
            kept = self.workspace.save(plan, revision, why)
        except StoreConflict as conflict:
            return self._conflict(conflict)
        return Saved(kept.revision, None if kept.plan == plan else kept.plan)

    def remove_plan(self, id: str) -> Plan:
        """Remove a plan and return it, so that it can be added again; KeyError where there is none."""
        opened = self.open_plan(id)
        self.workspace.delete(id)
        return opened.record

    def templates(self) -> tuple[Template, ...]:
        """The workspace's own plans, the newest first, then the built-in templates."""
        from planner.library import Template

        kept = self.workspace.plans() if self._has_workspace() else ()
        own = (self.workspace.plan(plan.id).plan for plan in kept)
        return (*(Template(plan.id, "workspace", plan) for plan in own), *self.builtin_templates)

    @cached_property
    def builtin_templates(self) -> tuple[Template, ...]:
        """The templates that come with the program; their keys are the names of their files."""
        from planner.data import data_folder
        from planner.library import Template
        from planner.sharing.toml import read_plan

        made = []
        for file in sorted((data_folder() / "plans").iterdir(), key=lambda file: file.name):
            name, _, suffix = file.name.rpartition(".")
            if suffix == "toml":
                plan, findings = read_plan(file.read_bytes(), file.name)
                if plan is None:
                    raise ValueError(f"{file.name}: {findings}")
                made.append(Template(name, "builtin", plan))
        return tuple(made)

    def demo_plan(self) -> Plan:
        """This year's plan of the demo county, not yet kept."""
        from planner.drafting.draft import Pick

        (source,) = (held.plan for held in self.builtin_templates if held.key == "work-safety")
        plan = self.draft((Pick(source),), self.today().year).plan
        return replace(
            plan,
            title=plan.title.replace("全县", DEMO_REGION),
            issuer=plan.issuer.replace("县", DEMO_REGION, 1),
            region=DEMO_REGION,
        )

    def draft(
        self,
        picks: tuple[Pick, ...],
        year: int,
        *,
        title: str = "",
        issuer: str = "",
        level: Level = "",
        region: str = "",
        as_is: bool = False,
    ) -> Drafted:
        """A new plan of a year from what is picked, not yet kept, and what was renewed in it or is left.

        `as_is` renews nothing.
        """
        from planner.drafting.draft import draft

        return draft(
            picks,
            year,
            self.roster().record,
            title=title,
            issuer=issuer,
            level=level,
            region=region,
            as_is=as_is,
            hand=self.hand,
        )

    def check(self, plan: Plan) -> tuple[Finding, ...]:
        """What the checks say of a plan."""
        from planner.checking import check

        return check(plan, self.roster().record)

    @cached_property
    def builtin_roster(self) -> Roster:
        """The bodies of a county that come with the program."""
        from planner.data import data_folder
        from planner.sharing.roster import read_roster

        file = data_folder() / "departments" / "county.toml"
        roster, findings = read_roster(file.read_bytes(), file.name)
        if roster is None:
            raise ValueError(f"{file.name}: {findings}")
        return roster

    def roster(self) -> Opened[Roster]:
        """The office's departments: its own laid over the built-in ones."""
        from planner.departments import overlay
        from planner.sharing.roster import roster_from_data

        if not self._has_workspace():
            return Opened(self.builtin_roster, 0)
        data, revision = self.workspace.roster()
        return Opened(overlay(self.builtin_roster, roster_from_data(data)), revision)

    def save_roster(self, roster: Roster, revision: int) -> Saved[Roster] | Conflict[Roster]:
        """Write the departments that were read at `revision`; only what differs from the built-in is kept."""
        from planner.departments import overlay, own_part
        from planner.sharing.roster import roster_from_data, roster_to_data
        from planner.store.errors import Conflict as StoreConflict

        mine = roster_to_data(own_part(roster, self.builtin_roster))
        try:
            data, kept = self.workspace.save_roster(mine, revision, "roster")
        except StoreConflict as conflict:
            theirs = roster_from_data(conflict.theirs.data)
            return Conflict(overlay(self.builtin_roster, theirs), conflict.theirs.revision)
        whole = overlay(self.builtin_roster, roster_from_data(data))
        return Saved(kept, None if whole == roster else whole)

    def read_file(self, path: Path) -> FileRead:
        """Read a plan file or a past plan's text; what is wrong with it stands in the findings.

        Raises OSError where the file cannot be opened.
        """
        data = path.read_bytes()
        if path.suffix.lower() == ".toml":
            from planner.sharing.toml import read_plan

            return FileRead(*read_plan(data, path.name))
        from planner.reading.document import read

        reading = read(data, path.name)
        return FileRead(reading.plan, reading.findings)

    def export_plan(self, plan: Plan, path: Path) -> None:
        """Write a plan to a file in the format of its ending; what was there is replaced.

        KeyError for an ending other than .toml and .md; OSError where the file cannot be written.
        """
        from planner.sharing import files, markdown, toml

        write = {".toml": toml.write_plan, ".md": markdown.write_plan}[path.suffix.lower()]
        files.write_whole(path, write(plan).encode("utf-8"))

    @cached_property
    def assessments(self) -> Assessments:
        """The desk of the year-end assessment."""
        from planner.office.assessments import Assessments

        return Assessments(lambda: self.workspace, self.today, lambda: self.roster().record)

    def setting(self, name: str) -> str:
        """A remembered choice; empty where nobody has chosen."""
        return str(self.workspace.get_setting(name) or "")

    def set_setting(self, name: str, value: str) -> None:
        """Remember a choice."""
        self.workspace.put_setting(name, value)

    def news(self, since: int | None) -> News:
        """What was changed after revision `since`, here or by another program; None asks for the revision."""
        revision = self.workspace.revision
        if since is None or revision == since:
            return News(revision)
        from planner.store.assessment_kinds import scheme_of_change

        changed = self.workspace.changes(since)
        plans = frozenset(change.id for change in changed if change.kind == "plan")
        return News(revision, plans, frozenset(filter(None, map(scheme_of_change, changed))))

    def rest(self) -> tuple[Finding, ...]:
        """For a moment when nobody waits: today's backup; what there is to say about it."""
        return self.workspace.rest()

    def close(self) -> tuple[Finding, ...]:
        """Let the workspace go; what there is to say about its backup."""
        return self.workspace.close() if "workspace" in vars(self) else ()

    def _conflict(self, conflict: StoreConflict) -> Conflict[Plan]:
        from planner.codec import plan_from_data

        return Conflict(plan_from_data(conflict.theirs.data), conflict.theirs.revision)
