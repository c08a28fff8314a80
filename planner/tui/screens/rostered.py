"""A place that needs the departments beside the open plan."""

from __future__ import annotations

from planner.departments import Roster
from planner.drafting.assigning import Names
from planner.plan import Plan
from planner.tui.ports import Opened
from planner.tui.screens.base import PlaceScreen
from planner.tui.widgets.fields import FilterLine


class RosteredScreen(PlaceScreen):
    """Reads the departments the first time it is shown; `roster` is None until then.

    `fill` puts plan and departments into the widgets; it is called whenever either is different.
    """

    def __init__(self) -> None:
        super().__init__()
        self._names: Names | None = None
        self._plan_shown = ""

    @property
    def plan(self) -> Plan | None:
        """The open plan as it is now."""
        session = self.planner.session
        return session.record if session is not None else None

    @property
    def roster(self) -> Roster | None:
        """The departments; None as long as they are being read."""
        session = self.planner.roster_session
        return session.record if session is not None else None

    def names(self, roster: Roster) -> Names:
        """What names mean in these departments, kept as long as they stay the same."""
        if self._names is None or self._names.roster is not roster:
            self._names = Names(roster)
        return self._names

    def short(self, name: str) -> str:
        """A name as short as it is known, for a narrow column; as it stands while the roster is read."""
        return self.names(self.roster).short(name) if self.roster is not None else name

    def names_meant(self, query: str, plan: Plan) -> frozenset[str]:
        """The names in the plan that a typed query means, by initials (yjj), part or short name."""
        if self.roster is None or not query:
            return frozenset()
        every = (name for task in plan.tasks for name in task.everyone())
        return self.names(self.roster).found(query, every)

    def crumbs(self) -> tuple[str, ...]:
        return (self.plan.title,) if self.plan is not None else ()

    def refill(self) -> None:
        plan = self.plan
        if plan is None:
            return
        if plan.id != self._plan_shown:
            self._plan_shown = plan.id
            for line in self.query(FilterLine):
                line.close()
            self.start_over()
        self.fill(plan)
        if self.planner.roster_session is None:
            self.work(self.planner.office.roster, self._opened, group="roster")

    def start_over(self) -> None:
        """Another plan was opened: forget what was chosen in the one before."""

    def fill(self, plan: Plan) -> None:
        """Put the plan into the widgets."""

    def _opened(self, opened: Opened[Roster]) -> None:
        if self.planner.roster_session is None:
            self.planner.open_roster(opened)
        self.show_all()
