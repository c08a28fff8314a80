"""The process (考核程序): stages and their locks, decisions and appeals, evidence, imported scores.

Everything is a function from one frozen `Course` to the next, or findings that say what stands in the way.
"""

from __future__ import annotations

from assessments.process.course import STAGES, Appeal, Course, Decision, Passage, Stage, stages_of
from assessments.process.decisions import answer_appeal, decide, lodge_appeal, meeting_sheets, withdraw
from assessments.process.locks import What, hidden, may_change, visible, withheld
from assessments.process.pending import appeals_until, pending
from assessments.process.steps import advance, begin, following, reopen, reveal

__all__ = [
    "STAGES",
    "Appeal",
    "Course",
    "Decision",
    "Passage",
    "Stage",
    "What",
    "advance",
    "answer_appeal",
    "appeals_until",
    "begin",
    "decide",
    "following",
    "hidden",
    "lodge_appeal",
    "may_change",
    "meeting_sheets",
    "pending",
    "reopen",
    "reveal",
    "stages_of",
    "visible",
    "withdraw",
    "withheld",
]
