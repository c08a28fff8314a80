"""The desk of the year-end assessment, reached as `office.assessments`."""

from __future__ import annotations

from planner.office.course_desk import CourseDesk
from planner.office.scheme_desk import SchemeDesk
from planner.office.sheet_desk import SheetDesk


class Assessments(SchemeDesk, SheetDesk, CourseDesk):
    """Schemes, sheets and the process in one."""
