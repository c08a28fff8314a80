"""What the edits need of the screen they are started from: the plan, and a way to ask and to change."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeAlias, TypeVar

from textual.screen import Screen

from planner.departments import Department, Roster
from planner.plan import Plan

Result = TypeVar("Result")
Outcome = TypeVar("Outcome")
Writer: TypeAlias = Callable[[Department], str]
"""How the plan would write the name of a department."""


class Desk(Protocol):
    """The draft screen as its editors see it."""

    @property
    def plan(self) -> Plan:
        """The open plan as it is now."""

    @property
    def hand(self) -> str:
        """The first letter of new ids."""

    def change(self, plan: Plan, step: str, **arguments: str | int) -> None:
        """Take an edit; `step` is the key of its words."""

    def ask(self, dialog: Screen[Result | None], then: Callable[[Result], None]) -> None:
        """Show a dialog; `then` gets its answer, unless it was left with Esc."""

    def work(self, job: Callable[[], Outcome], then: Callable[[Outcome], None], *, group: str) -> None:
        """Run a job away from the screen; its result goes to `then`."""

    def with_roster(self, then: Callable[[Roster, Writer], None]) -> None:
        """Fetch the departments and how the plan writes their names, and go on."""
