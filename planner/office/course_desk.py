"""The desk of the process: from stage to stage, appeals, and the results."""

from __future__ import annotations

from decimal import Decimal
from typing import cast

from assessments import process
from assessments.process import Appeal, Course, Stage
from assessments.results import Results
from assessments.scoring import score
from assessments.sheet import Entry, Sheet
from planner.findings import Finding, Severity
from planner.office.assessment_desk import Desk
from planner.office.assessment_records import CellConflict, Refused
from planner.store.errors import Overtaken


class CourseDesk(Desk):
    """Where an assessment stands, and what it comes to."""

    def pending(self, scheme: str) -> tuple[Finding, ...]:
        """What is still open before the stage may be left."""
        opened, course = self.open_scheme(scheme).record, self.course(scheme)
        sheets = self._store.sheets(scheme)
        return process.pending(opened, course, sheets, self._scored(scheme, sheets), self._today())

    def advance(self, scheme: str, stage: Stage) -> Course | Refused:
        """Go on to the stage after `stage`, in which the assessment was shown."""

        def change(course: Course) -> Course | tuple[Finding, ...]:
            if course.stage != stage:
                return (Finding("process.moved_on", Severity.ERROR),)
            sheets = self._store.sheets(scheme)
            opened, results = self.open_scheme(scheme).record, self._scored(scheme, sheets)
            return process.advance(opened, course, sheets, results, day=self._today(), by=self._who)

        return self._change(scheme, change, "advance")

    def reopen(self, scheme: str, stage: Stage, reason: str) -> Course | Refused:
        """Go back to an earlier stage, for a reason."""

        def change(course: Course) -> Course | Finding:
            opened = self.open_scheme(scheme).record
            return process.reopen(opened, course, stage, reason, day=self._today(), by=self._who)

        return self._change(scheme, change, "reopen")

    def reveal(self, scheme: str) -> Course | Refused:
        """Show the assessors' ratings to each other; `pending` says first whose ratings lack."""
        return self._change(scheme, process.reveal, "reveal")

    def lodge_appeal(
        self, scheme: str, unit: str, text: str, indicator: str = "", period: str = ""
    ) -> Course | Refused:
        """Enter a unit's appeal of today."""
        appeal = Appeal(self.new_id(), unit, text.strip(), self._today(), indicator, period)

        def change(course: Course) -> Course | Finding:
            return process.lodge_appeal(self.open_scheme(scheme).record, course, appeal)

        return self._change(scheme, change, "appeal")

    def answer_appeal(
        self, scheme: str, appeal: Appeal, answer: str, score: Decimal | None = None
    ) -> Course | CellConflict[Appeal] | Refused:
        """Answer an appeal that was shown as this; `score` changes the indicator it names."""
        day, by = self._today(), self._who

        def change(course: Course) -> Course | Finding:
            theirs = next((each for each in course.appeals if each.id == appeal.id), None)
            if theirs is None or theirs != appeal:
                raise Overtaken(appeal, theirs, theirs.by if theirs else "", None)
            if score is not None and appeal.indicator:
                refused = self._refusal(scheme, appeal.unit, appeal.indicator, Entry(score=score))
                if refused is not None:
                    return refused
            return process.answer_appeal(course, appeal.id, answer, day=day, by=by, score=score)

        try:
            return self._change(scheme, change, "answer")
        except Overtaken as overtaken:
            return CellConflict(appeal, cast("Appeal | None", overtaken.theirs), overtaken.by, overtaken.at)

    def results(self, scheme: str, viewer: str = "") -> Results:
        """The scores of what `viewer` may see."""
        return self._scored(scheme, self.sheets(scheme, viewer))

    def _scored(self, scheme: str, sheets: tuple[Sheet, ...]) -> Results:
        return score(self.open_scheme(scheme).record, sheets, self._store.earlier(scheme))
