"""What the user is told, and asked, about saving a record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planner.text import say
from planner.tui.dialogs.clash import ClashDialog, is_asked
from planner.tui.display import notify
from planner.tui.session import Session
from planner.tui.work import problem_words

if TYPE_CHECKING:
    from planner.tui.app import PlannerApp


def tell_of(app: PlannerApp, session: Session[Any]) -> None:
    """Say what is wrong with saving a record, and ask where somebody else changed it too."""
    if session.state == "failed" and session.error is not None:
        tell_failure(app, session.error)
    if session.conflict is not None:
        _ask_about_conflict(app, session)


def tell_failure(app: PlannerApp, error: Exception) -> None:
    """Say why something could not be saved."""
    notify(app, say("session.failed", why=problem_words(error)), weight="error", seconds=15)


def _ask_about_conflict(app: PlannerApp, session: Session[Any]) -> None:
    """Ask which of two stays; until somebody says so both are kept, theirs in the workspace, mine here."""
    if session.is_put_off or is_asked(app):
        return

    def asked(answer: str | None) -> None:
        if answer == "mine":
            session.keep_mine()
        elif answer == "theirs":
            session.take_theirs()
        else:
            session.put_off()
            notify(app, say("session.unsettled"), seconds=10)

    mine = say("session.choose_mine"), say("session.choose_mine.note")
    theirs = say("session.choose_theirs"), say("session.choose_theirs.note")
    dialog = ClashDialog(say("session.conflict"), mine, theirs, say("session.conflict.note"))
    app.push_screen(dialog, asked)
