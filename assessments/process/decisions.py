"""Decisions of the meeting, and appeals with their answers; what is decided becomes a sheet of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from assessments.process.course import Appeal, Course, Decision
from assessments.process.locks import may_change
from assessments.process.pending import appeals_until
from assessments.scheme import Scheme
from assessments.sheet import Entry, Sheet, sheet_id
from planner.findings import Finding, Severity


def decide(course: Course, decision: Decision) -> Course | Finding:
    """The course with what the meeting decided of a cell; it needs a reason and its time."""
    locked = may_change(course, "meeting")
    if locked is not None:
        return locked
    if not decision.entry.reason.strip():
        return Finding("process.decision_without_reason", Severity.ERROR)
    return _decided(course, decision)


def withdraw(course: Course, unit: str, indicator: str, period: str = "") -> Course | Finding:
    """The course without what the meeting decided of a cell; an appeal's answer stays."""
    locked = may_change(course, "meeting")
    if locked is not None:
        return locked
    cell = (unit, indicator, period, "")
    return replace(course, decisions=tuple(each for each in course.decisions if _origin(each) != cell))


def meeting_sheets(course: Course) -> tuple[Sheet, ...]:
    """What was decided, as sheets of the kind "meeting": one a period."""
    made = []
    for period in sorted({each.period for each in course.decisions}):
        entries: dict[str, dict[str, Entry]] = {}
        held = [each for each in course.decisions if each.period == period]
        for each in held:
            # In their order, so that of two decisions of a cell the one that counts is put last.
            entries.setdefault(each.unit, {})[each.indicator] = each.entry
        day = max(each.day for each in held)
        id = sheet_id("meeting", "", period)
        made.append(Sheet(id, course.scheme, "meeting", "", period, day, entries=entries))
    return tuple(made)


def lodge_appeal(scheme: Scheme, course: Course, appeal: Appeal) -> Course | Finding:
    """The course with a unit's appeal: once the result is published, within the scheme's days."""
    if course.stage not in ("published", "appeal"):
        code = "process.appeal_too_early" if not course.reached("published") else "process.appeal_over"
        return Finding(code, Severity.ERROR)
    last = appeals_until(scheme, course)
    if last is not None and appeal.day > last:
        return Finding("process.appeal_too_late", Severity.ERROR, arguments={"day": last.isoformat()})
    if not appeal.text.strip():
        return Finding("process.appeal_without_text", Severity.ERROR)
    return replace(course, appeals=(*course.appeals, appeal))


def answer_appeal(
    course: Course, id: str, answer: str, *, day: date, by: str, score: Decimal | None = None
) -> Course | Finding:
    """The course with an appeal answered; a `score` changes the indicator's by a decision that names it.

    KeyError where there is no such appeal.
    """
    appeal = course.appeal(id)
    if course.stage != "appeal":
        return Finding("process.answer_in_appeal_only", Severity.ERROR)
    if not answer.strip():
        return Finding("process.answer_without_text", Severity.ERROR)
    if score is not None and not appeal.indicator:
        return Finding("process.appeal_names_no_indicator", Severity.ERROR)
    done = replace(appeal, answer=answer.strip(), answered=day, by=by, changed=score)
    appeals = tuple(done if each.id == id else each for each in course.appeals)
    # An answer given before in another way must leave nothing behind.
    decisions = tuple(each for each in course.decisions if each.appeal != id)
    course = replace(course, appeals=appeals, decisions=decisions)
    if score is None:
        return course
    entry = Entry(score=score, reason=answer.strip())
    return _decided(course, Decision(appeal.unit, appeal.indicator, entry, day, by, appeal.period, id))


def _decided(course: Course, decision: Decision) -> Course:
    kept = tuple(each for each in course.decisions if _origin(each) != _origin(decision))
    return replace(course, decisions=(*kept, decision))


def _origin(decision: Decision) -> tuple[str, str, str, str]:
    return decision.unit, decision.indicator, decision.period, decision.appeal
