"""The records of a proposal: the scheme, and for each indicator why it is as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from assessments.numbers import HUNDRED
from assessments.scheme import Indicator, Scheme
from planner.assessing.weighing import STEPS
from planner.findings import Finding
from planner.plan import Measure, RoleName, Task


@dataclass(frozen=True, slots=True)
class Weights:
    """How points are proposed: what a measure weighs in each role, whole numbers; 0 is not scored.

    A unit's measures share `scale` by these weights, those of one role equally, in steps of `step` points or
    finer where a unit has too many for it. Who leads answers for the whole, who supports for little; who
    supervises scores the others and is not scored for it.
    """

    lead: int = 4
    responsible: int = 3
    support: int = 1
    supervise: int = 0
    scale: Decimal = HUNDRED
    step: Decimal = STEPS[0]

    def of(self, role: RoleName) -> int:
        """What a measure weighs in a role."""
        held: int = getattr(self, role)
        return held


@dataclass(frozen=True, slots=True)
class Why:
    """One reason: the catalogue's key of its words ("propose.linear") and what fills them."""

    code: str
    arguments: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an indicator is proposed as it is: its rule, its points and who scores it.

    `holder` is the unit's or the class's id; `task` and `measure` are the plan's, with the holder's `role`.
    """

    indicator: str
    holder: str
    task: str
    measure: str
    role: RoleName
    rule: Why
    points: Why
    scorer: Why


@dataclass(frozen=True, slots=True)
class Proposal:
    """A scheme proposed from a plan, to be changed at will; `findings` say what a person must add."""

    scheme: Scheme
    reasons: Mapping[str, Reason]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A measure that a unit has a part in: its roles, the strongest first, and the indicators from it."""

    task: Task
    measure: Measure
    roles: tuple[RoleName, ...]
    indicators: tuple[Indicator, ...] = ()


@dataclass(frozen=True, slots=True)
class DepartmentSheet:
    """All that a plan asks of one unit, in the plan's order; `others` are indicators from elsewhere."""

    unit: str
    asked: tuple[Asked, ...] = ()
    others: tuple[Indicator, ...] = ()
