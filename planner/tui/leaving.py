"""Before what is open goes: what is not saved is told, and nothing of it is lost in silence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

from planner.text import say
from planner.tui.dialogs.confirm import Confirm
from planner.tui.display import notify, one_line

if TYPE_CHECKING:
    from planner.tui.app import PlannerApp
    from planner.tui.assessment import OpenAssessment
    from planner.tui.session import Session

Held = Literal["plan", "departments", "assessment"]
EVERYTHING: tuple[Held, ...] = ("plan", "departments", "assessment")
Way = Literal["quit", "open", "remove"]

MOMENT = 0.05
"""Seconds after which it is looked again whether a save is done."""
TOLD, PATIENCE = 10, 100
"""After how many looks it is said that one waits, and after how many no longer waited."""


class Leaving(Confirm):
    """Whether to go on though something would be lost."""


def leave(app: PlannerApp, held: tuple[Held, ...], way: Way, then: Callable[[], None]) -> None:
    """Do `then`, by which these are no longer held: at once where all is saved, else only when told to.

    What is being saved is waited for; a clash or a failed save is told, and the person asked.
    """
    _look(app, held, way, then, 0)


def _look(app: PlannerApp, held: tuple[Held, ...], way: Way, then: Callable[[], None], looks: int) -> None:
    if looks < PATIENCE and _is_saving(app, held):
        if looks == TOLD:
            notify(app, say("leaving.waiting"))
        app.set_timer(MOMENT, partial(_look, app, held, way, then, looks + 1))
        return
    lost = at_stake(app, held)
    if not lost:
        then()
        return
    if any(isinstance(each, Leaving) for each in app.screen_stack):
        return

    def asked(answer: bool | None) -> None:
        if answer:
            then()

    note = "\n".join([*map(one_line, lost), say("leaving.what_to_do")])
    app.push_screen(Leaving(f"leaving.{way}", yes=f"leaving.{way}.yes", no="leaving.stay", note=note), asked)


def at_stake(app: PlannerApp, held: tuple[Held, ...]) -> list[str]:
    """What of these is not in the workspace, each in a line that begins with the place where it is mended."""
    found = [
        _line(where, title, say(f"leaving.{session.state}"))
        for where, title, session in _records(app, held)
        if session.state != "saved"
    ]
    if "assessment" in held and app.assessment is not None:
        found += _of_entries(app.assessment)
    return found


def _is_saving(app: PlannerApp, held: tuple[Held, ...]) -> bool:
    if "assessment" in held and app.assessment is not None and app.assessment.state == "saving":
        return True
    return any(session.state == "saving" for _, _, session in _records(app, held))


def _records(app: PlannerApp, held: tuple[Held, ...]) -> Iterator[tuple[str, str, Session[Any]]]:
    """What of these is saved as a whole: the place where it is mended, what it is called, its session."""
    if "plan" in held and app.session is not None:
        yield "draft", app.session.record.title, app.session
    if "departments" in held and app.roster_session is not None:
        yield "departments", "", app.roster_session
    if "assessment" in held and app.assessment is not None:
        yield "scheme", app.assessment.scheme.title, app.assessment.scheme_session


def _of_entries(assessment: OpenAssessment) -> list[str]:
    from planner.tui.assessment_talk import change_words

    found = []
    if assessment.clashes:
        first = change_words(assessment.scheme, assessment.clashes[0].change)
        words = say("leaving.clashes", count=len(assessment.clashes))
        found.append(_line("scoring", first, words))
    if assessment.unsaved:
        first = change_words(assessment.scheme, assessment.unsaved[0])
        key = "leaving.entries_failed" if assessment.error is not None else "leaving.entries_saving"
        found.append(_line("scoring", first, say(key, count=len(assessment.unsaved))))
    return found


def _line(where: str, what: str, words: str) -> str:
    place = say(f"place.{where}")
    if not what:
        return say("leaving.line_of_place", place=place, words=words)
    return say("leaving.line", place=place, what=what, words=words)
