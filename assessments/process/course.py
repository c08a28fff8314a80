"""The state of an assessment under way (考核进程): its stage, who took each step, decisions and appeals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias, get_args

from assessments.scheme import Scheme
from assessments.sheet import Entry

Stage: TypeAlias = Literal[
    "self", "verification", "panel", "totals", "meeting", "published", "appeal", "final"
]
"""The work that is under way: 自评, 复核评分, 评委打分, 汇总, 会议审定, 公示, 申诉复核, 定稿."""

STAGES: tuple[Stage, ...] = get_args(Stage)


@dataclass(frozen=True, slots=True)
class Passage:
    """That a stage was entered: the day and by whom. One with a `reason` was a reopening (退回)."""

    stage: Stage
    day: date
    by: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What the meeting, or the review of an appeal, decided of one cell; `entry.reason` says why.

    It stands above every sheet. `appeal` is the appeal it answers, "" for the meeting's own; the answer to an
    appeal stands above the meeting's. A later decision of the same cell and origin takes an earlier's place.
    """

    unit: str
    indicator: str
    entry: Entry
    day: date
    by: str
    period: str = ""
    appeal: str = ""


@dataclass(frozen=True, slots=True)
class Appeal:
    """A unit's appeal (申诉) against one indicator's score, or against its result where `indicator` is "".

    `answer` is empty until it is answered, on the day `answered`, `by` whom. `changed` is the score that the
    review gave; None where the score stands.
    """

    id: str
    unit: str
    text: str
    day: date
    indicator: str = ""
    period: str = ""
    answer: str = ""
    answered: date | None = None
    by: str = ""
    changed: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """Where an assessment stands. `revealed`: the assessors' ratings may be seen by each other.

    `passages` are the steps as they were taken; decisions stand by their cells, the one that counts last;
    appeals by day and id.
    """

    scheme: str
    stage: Stage = "self"
    passages: tuple[Passage, ...] = ()
    revealed: bool = False
    decisions: tuple[Decision, ...] = ()
    appeals: tuple[Appeal, ...] = ()

    def __post_init__(self) -> None:
        decisions = sorted(self.decisions, key=_by_cell)
        appeals = sorted(self.appeals, key=lambda each: (each.day, each.id))
        object.__setattr__(self, "decisions", tuple(decisions))
        object.__setattr__(self, "appeals", tuple(appeals))

    @property
    def reopenings(self) -> tuple[Passage, ...]:
        """The steps back, each with its reason."""
        return tuple(passage for passage in self.passages if passage.reason)

    def entered(self, stage: Stage) -> date | None:
        """The day on which a stage was entered last; None where it never was."""
        return next((each.day for each in reversed(self.passages) if each.stage == stage), None)

    def reached(self, stage: Stage) -> bool:
        """True where the assessment stands at this stage or after it."""
        return STAGES.index(self.stage) >= STAGES.index(stage)

    def decision(self, unit: str, indicator: str, period: str = "") -> Decision | None:
        """The decision that counts for one cell; None where nothing was decided."""
        for each in reversed(self.decisions):
            if (each.unit, each.indicator, each.period) == (unit, indicator, period):
                return each
        return None

    def appeal(self, id: str) -> Appeal:
        """The appeal with this id; KeyError where there is none."""
        for each in self.appeals:
            if each.id == id:
                return each
        raise KeyError(id)


def _by_cell(decision: Decision) -> tuple[str, str, str, bool, date, str]:
    return (
        decision.period,
        decision.unit,
        decision.indicator,
        bool(decision.appeal),
        decision.day,
        decision.appeal,
    )


def stages_of(scheme: Scheme) -> tuple[Stage, ...]:
    """The stages that an assessment goes through: without assessors there is no panel."""
    return tuple(stage for stage in STAGES if stage != "panel" or scheme.assessors)
