"""From stage to stage: forward where nothing stands in the way, back with a reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from assessments.process.course import Course, Passage, Stage, stages_of
from assessments.process.pending import pending
from assessments.results import Results
from assessments.scheme import Scheme
from assessments.sheet import Sheet
from planner.findings import Finding, Severity, has_errors


def begin(scheme: Scheme, *, day: date, by: str) -> Course:
    """A new assessment: the units rate themselves."""
    return Course(scheme.id, passages=(Passage("self", day, by),))


def following(scheme: Scheme, course: Course) -> Stage | None:
    """The stage after the present one; None where the assessment is final."""
    stages = stages_of(scheme)
    if course.stage not in stages:
        return "totals"
    place = stages.index(course.stage) + 1
    return stages[place] if place < len(stages) else None


def advance(
    scheme: Scheme, course: Course, sheets: Iterable[Sheet], results: Results, *, day: date, by: str
) -> Course | tuple[Finding, ...]:
    """The assessment in its next stage; or what stands in the way, at least one error.

    `results` are scored from all `sheets`, hidden ratings too. Warnings of `pending` hinder nobody: show them
    first.
    """
    stage = following(scheme, course)
    if stage is None:
        return (Finding("process.is_final", Severity.ERROR),)
    found = pending(scheme, course, sheets, results, day)
    if has_errors(found):
        return found
    return replace(course, stage=stage, passages=(*course.passages, Passage(stage, day, by)))


def reopen(
    scheme: Scheme, course: Course, stage: Stage, reason: str, *, day: date, by: str
) -> Course | Finding:
    """The assessment back in an earlier stage (退回), for a reason that stays with it.

    Nothing is thrown away: sheets, decisions and appeals stand, and what was revealed stays so.
    """
    stages = stages_of(scheme)
    if stage not in stages or stages.index(stage) >= _place(stages, course.stage):
        return Finding("process.not_earlier", Severity.ERROR)
    if not reason.strip():
        return Finding("process.reopen_without_reason", Severity.ERROR)
    revealed = course.revealed or course.reached("totals")
    passages = (*course.passages, Passage(stage, day, by, reason.strip()))
    return replace(course, stage=stage, passages=passages, revealed=revealed)


def reveal(course: Course) -> Course | Finding:
    """The ratings shown to all assessors (公开评分); what was seen cannot be hidden again.

    Ratings that lack do not hinder: an assessor may be ill, and a scheme's `minimum_raters` says how many are
    enough. `pending` tells whose lack: show that first.
    """
    if course.stage != "panel":
        return Finding("process.reveal_in_panel_only", Severity.ERROR)
    return replace(course, revealed=True)


def _place(stages: tuple[Stage, ...], stage: Stage) -> int:
    return stages.index(stage) if stage in stages else stages.index("totals")
