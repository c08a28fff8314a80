"""What another program changed in the same workspace, shown without being asked for; and the idle moments."""

from __future__ import annotations

import gc
from functools import partial
from typing import TYPE_CHECKING

from planner.text import describe, say
from planner.tui.display import notify
from planner.tui.ports import News, Opened

if TYPE_CHECKING:
    from planner.findings import Finding
    from planner.plan import Plan
    from planner.tui.app import PlannerApp

SECONDS = 0.7
REST_SECONDS = 600.0


class Watch:
    """Looks into the workspace every few seconds, in the background."""

    def __init__(self, app: PlannerApp) -> None:
        self._app = app
        self._known: int | None = None

    def begin(self) -> None:
        """Start looking; the office must be open."""
        self.look()
        self._app.set_interval(SECONDS, self.look)
        self._app.set_interval(REST_SECONDS, self.rest)

    def look(self) -> None:
        """Ask once for what is new."""
        known = self._known
        self._app.work(lambda: self._app.office.news(known), self._came, group="news", failed=_wait)

    def rest(self) -> None:
        """Let the workspace make its backup, a worry is said; and give memory back."""
        gc.collect()
        self._app.work(self._app.office.rest, self._rested, group="rest")

    def _came(self, news: News) -> None:
        self._known = news.revision
        session = self._app.session
        if session is not None and session.record.id in news.plans and session.revision < news.revision:
            opening = partial(self._app.office.open_plan, session.record.id)
            self._app.work(opening, self._learn, group="news-plan", failed=_wait)
        assessment = self._app.assessment
        if assessment is not None and assessment.scheme.id in news.schemes:
            assessment.learn()
        screen = self._app.place_screen
        if news.plans and screen is not None and screen.PLACE == "home":
            screen.show_all()

    def _learn(self, newest: Opened[Plan]) -> None:
        session = self._app.session
        if session is not None and session.record.id == newest.record.id and session.learn(newest):
            notify(self._app, say("session.others_changed"))

    def _rested(self, said: tuple[Finding, ...]) -> None:
        for finding in said:
            notify(self._app, describe(finding), weight="warning", seconds=15)


def _wait(_: Exception) -> None:
    """A look that failed is no news; the next one comes, and a save would say what is wrong."""
