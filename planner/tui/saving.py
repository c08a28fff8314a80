"""What the user is told, and asked, about saving a record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planner.text import say
from planner.tui.dialogs.choose import Choice, Choose
from planner.tui.display import notify
from planner.tui.session import Session
from planner.tui.work import problem_words

if TYPE_CHECKING:
    from planner.tui.app import PlannerApp


def tell_of(app: PlannerApp, session: Session[Any]) -> None:
    """Say what is wrong with saving a record, and ask where somebody else changed it too."""
    if session.state == "failed" and session.error is not None:
        why = problem_words(session.error)
        notify(app, say("session.failed", why=why), weight="error", seconds=15)
    if session.conflict is not None:
        _ask_about_conflict(app, session)


def _ask_about_conflict(app: PlannerApp, session: Session[Any]) -> None:
    if isinstance(app.screen, Choose):
        return

    def asked(answer: str | None) -> None:
        if answer == "mine":
            session.keep_mine()
        elif answer == "theirs":
            session.take_theirs()

    choices = [
        Choice("theirs", say("session.choose_theirs"), say("session.choose_theirs.note")),
        Choice("mine", say("session.choose_mine"), say("session.choose_mine.note")),
    ]
    dialog = Choose(say("session.conflict"), choices, typing=False, note=say("session.conflict.note"))
    app.push_screen(dialog, asked)
