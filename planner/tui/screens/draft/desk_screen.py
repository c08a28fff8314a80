"""The screen as the desk of its dialogs: it holds the plan, asks, takes changes, fetches departments."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from textual.screen import Screen

from planner.plan import Plan
from planner.tui.screens.base import PlaceScreen
from planner.tui.screens.draft.desk import Writer

if TYPE_CHECKING:
    from planner.departments import Roster

Result = TypeVar("Result")


class DeskScreen(PlaceScreen):
    """What `desk.Desk` promises. `_plan` is the plan that is shown; None before one is."""

    def __init__(self) -> None:
        super().__init__()
        self._plan: Plan | None = None

    @property
    def plan(self) -> Plan:
        """The open plan."""
        assert self._plan is not None
        return self._plan

    @property
    def hand(self) -> str:
        """The first letter of new ids."""
        return self.planner.office.hand

    def change(self, plan: Plan, step: str, **arguments: str | int) -> None:
        """Take an edit."""
        if self.session is not None:
            self.session.change(plan, step, **arguments)

    def ask(self, dialog: Screen[Result | None], then: Callable[[Result], None]) -> None:
        """Show a dialog; its answer goes to `then`, nothing where it was left."""

        def answered(result: Result | None) -> None:
            if result is not None:
                then(result)

        self.app.push_screen(dialog, answered)

    def with_roster(self, then: Callable[[Roster, Writer], None]) -> None:
        """Fetch the departments and how the plan writes their names, then go on."""
        held, office, plan = self.planner.roster_session, self.planner.office, self.plan

        def look() -> tuple[Roster, Writer]:
            from planner.drafting.assigning import Names, usage, written

            roster = held.record if held is not None else office.roster().record
            used = usage(plan, Names(roster))
            return roster, lambda department: written(department, plan, used, roster)

        self.work(look, lambda found: then(*found), group="roster")
