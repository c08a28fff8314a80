"""A workspace that cannot be opened: back to its last backup, or out with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.findings import Finding
from planner.store.errors import Damaged, Missing
from planner.text import describe, say
from planner.tui.dialogs.choose import Choice, Choose
from planner.tui.display import notify
from planner.tui.work import problem_words

if TYPE_CHECKING:
    from planner.tui.app import PlannerApp


def cannot_open(app: PlannerApp, error: Exception) -> None:
    """Offer the backup where the workspace is damaged or gone; else end with the reason."""
    if isinstance(error, Damaged | Missing):
        _offer_the_backup(app, error)
    else:
        app.end(problem_words(error))


def _offer_the_backup(app: PlannerApp, error: Exception) -> None:
    def asked(answer: str | None) -> None:
        if answer == "rescue":
            app.work(app.office.rescue, rescued, group="open", failed=lambda again: cannot_open(app, again))
        else:
            app.end(problem_words(error))

    def rescued(done: Finding) -> None:
        notify(app, describe(done), seconds=15)
        app.open_office()

    choices = [
        Choice("rescue", say("common.rescue"), say("common.rescue.note")),
        Choice("leave", say("key.quit"), say("common.rescue_not.note")),
    ]
    app.push_screen(Choose(say("common.damaged"), choices, note=problem_words(error), typing=False), asked)
