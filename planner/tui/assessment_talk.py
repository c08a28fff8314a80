"""What the open assessment has to say to the person at the screen: a toast, or a question about a clash."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from assessments.numbers import plain
from assessments.scheme import Scheme
from assessments.sheet import Entry, Event
from planner.text import describe, say
from planner.tui.assessment import Loaded, OpenAssessment, Told
from planner.tui.changes import Change, Clash
from planner.tui.dialogs.clash import ClashDialog, is_asked
from planner.tui.display import notify
from planner.tui.figures import figure_names
from planner.tui.saving import tell_failure
from planner.tui.work import prompt_runner

if TYPE_CHECKING:
    from planner.tui.app import PlannerApp


def opened_in(app: PlannerApp, loaded: Loaded) -> OpenAssessment:
    """The open assessment, its news told on this app's screens."""
    saving, looking = prompt_runner(app, "save-entry"), app.runner("look-at-others")
    assessment = OpenAssessment(app.office.assessments, loaded, saving, looking, app.runner("save-scheme"))
    assessment.listen(partial(_told, app, assessment))
    return assessment


def _told(app: PlannerApp, assessment: OpenAssessment, what: Told) -> None:
    if app.assessment is not assessment:
        return
    screen = app.place_screen
    if screen is not None:
        screen.assessment_told(what)
    if what == "others" and screen is not None and screen.minds(assessment.others):
        notify(app, say("assessment.others_changed"))
    elif what == "refused" and assessment.refused is not None:
        for finding in assessment.refused.findings:
            notify(app, describe(finding), weight="warning", seconds=10)
    elif what == "failed" and assessment.error is not None:
        tell_failure(app, assessment.error)
    elif what == "clash" and assessment.clash is not None:
        _ask(app, assessment, assessment.clash)


def _ask(app: PlannerApp, assessment: OpenAssessment, clash: Clash) -> None:
    """Ask which of two stays; until somebody says so both are kept, theirs in the workspace, mine here."""
    if is_asked(app):
        return

    def asked(answer: str | None) -> None:
        if answer == "mine":
            assessment.keep_mine()
        elif answer == "theirs":
            assessment.keep_theirs()
        else:
            notify(app, say("assessment.unsettled", count=len(assessment.clashes)), seconds=10)
            return
        if assessment.clash is not None:
            _ask(app, assessment, assessment.clash)

    conflict = clash.conflict
    indicator = next(
        (each for each in assessment.scheme.indicators if each.id == clash.change.indicator), None
    )
    names = figure_names(indicator.rule if indicator is not None else None)
    mine = say("assessment.keep_mine"), said(conflict.mine, names)
    theirs = say("assessment.keep_theirs"), said(conflict.theirs, names)
    heading = say("assessment.clash", who=conflict.by or say("assessment.somebody"))
    app.push_screen(ClashDialog(heading, mine, theirs, change_words(assessment.scheme, clash.change)), asked)


def change_words(scheme: Scheme, change: Change) -> str:
    """What a change was about: the unit, and the indicator or the event."""
    units = {unit.id: unit.name for unit in scheme.units}
    titles = {each.id: each.title for each in scheme.indicators}
    event = change.event_after or change.event_before
    what = titles.get(change.indicator, "") if event is None else said(event)
    return " > ".join(part for part in (units.get(change.unit, change.unit), what) if part)


def said(record: Entry | Event | None, names: Mapping[str, str] | None = None) -> str:
    """What somebody entered, in a line. `names` are what the figures are called."""
    called = names or {}
    if record is None:
        return say("assessment.nothing")
    if isinstance(record, Event):
        return record.text or record.document or record.kind
    parts: list[str] = []
    if record.not_applicable:
        parts.append(say("assessment.not_applicable"))
    for key, number in (("value", record.value), ("score", record.score)):
        if number is not None:
            if key in called:
                parts.append(say("assessment.figure", name=called[key], number=plain(number)))
            else:
                parts.append(say(f"assessment.{key}", number=plain(number)))
    parts += [
        say("assessment.figure", name=called.get(name, name), number=plain(held))
        for name, held in record.figures.items()
    ]
    if record.done is not None:
        parts.append(say("assessment.done" if record.done else "assessment.not_done"))
    if record.day is not None:
        parts.append(record.day.isoformat())
    if record.reason:
        parts.append(record.reason)
    if record.evidence:
        parts.append(say("assessment.evidence", count=len(record.evidence)))
    return "  ".join(parts) or say("assessment.nothing")
