"""What the screens ask of the office: the only door between them and files, store and rules.

`planner.office.Office` is made to fit; tests use an office in memory. Every call may touch the disk, so
screens make them in a worker (`app.work`), never while painting.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from planner.office.records import Conflict, FileRead, News, Opened, PlanCard, Saved

if TYPE_CHECKING:
    # The first picture needs none of them.
    from planner.departments import Roster
    from planner.drafting.draft import Drafted, Pick
    from planner.findings import Finding
    from planner.library import Template
    from planner.plan import Level, Plan

__all__ = ["Conflict", "FileRead", "News", "OfficePort", "Opened", "PlanCard", "Saved"]


class OfficePort(Protocol):
    """The office as the screens see it."""

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
