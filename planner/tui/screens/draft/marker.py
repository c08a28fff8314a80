"""The checks at work beside the draft: what they find, kept by record, never holding up the screen."""

from __future__ import annotations

from collections.abc import Callable

from planner.findings import Finding
from planner.plan import Plan
from planner.tui.later import Later
from planner.tui.screens.base import PlaceScreen
from planner.tui.screens.draft.rows import marks_of


class Marker:
    """Asks the checks once the edits pause, one check at a time; `told` is called when marks are new."""

    def __init__(self, screen: PlaceScreen, told: Callable[[], None]) -> None:
        self._screen = screen
        self._told = told
        self._plan: Plan | None = None
        self._busy = False
        self._later = Later(screen, self._begin)
        self.findings: dict[str, tuple[Finding, ...]] = {}

    def of(self, id: str) -> tuple[Finding, ...]:
        """What was found of a section or task, or under the plan's own id of the plan itself."""
        return self.findings.get(id, ())

    def look_at(self, plan: Plan) -> None:
        """Check this plan: another one than before at once, a changed one in a moment."""
        other = self._plan is None or self._plan.id != plan.id
        self._plan = plan
        if other:
            self.findings = {}
            self._later.stop()
            self._begin()
        else:
            self._later.soon()

    def _begin(self) -> None:
        """Check what is open now; while a check is under way, its end comes back here."""
        plan = self._plan
        if self._busy or plan is None:
            return
        self._busy = True
        planner = self._screen.planner

        def done(found: tuple[Finding, ...]) -> None:
            self._busy = False
            now = self._plan
            if now is not None and now.id == plan.id:
                self.findings = marks_of(found, plan)
                self._told()
            if now is not plan and not self._later.waiting:
                self._begin()

        def failed(error: Exception) -> None:
            # Marks are a help; without them everything else still works.
            self._busy = False

        planner.work(lambda: planner.office.check(plan), done, group="draft-check", failed=failed)
