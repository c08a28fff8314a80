"""What may be changed when: each stage locks what came before it.

Verification may begin before the last unit has rated itself, for a self score is only reference. Everything
else has its own time, and after it is changed only by going back, with a reason.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from assessments.process.course import STAGES, Course, Stage
from assessments.scheme import Scheme
from assessments.sheet import Sheet, SheetKind
from planner.findings import Finding, Severity

What: TypeAlias = Literal["scheme", "self", "verified", "rating", "meeting"]

_OPEN: dict[What, tuple[Stage, ...]] = {
    "scheme": ("self", "verification", "panel"),
    "self": ("self",),
    "verified": ("self", "verification"),
    "rating": ("panel",),
    "meeting": ("meeting", "appeal"),
}


def may_change(course: Course, what: What) -> Finding | None:
    """None where it may be changed now; else why not.

    `process.locked.<stage>`: its time is over, the stage is the present one. `process.not_yet.<what>`: its
    time has not come.
    """
    held = _OPEN[what]
    if course.stage in held:
        return None
    if STAGES.index(course.stage) < STAGES.index(held[0]):
        return Finding(f"process.not_yet.{what}", Severity.ERROR)
    return Finding(f"process.locked.{course.stage}", Severity.ERROR)


def hidden(scheme: Scheme, course: Course) -> bool:
    """True while the assessors' ratings are kept from each other.

    From the totals on they are open: a total cannot be made of what nobody may see.
    """
    return scheme.settings.panel_hidden and not course.revealed and not course.reached("totals")


def withheld(scheme: Scheme, course: Course) -> bool:
    """True where ratings may have been given that are kept back now: whatever leaves the house lacks them."""
    return hidden(scheme, course) and course.entered("panel") is not None


def visible(scheme: Scheme, course: Course, sheets: tuple[Sheet, ...], viewer: str = "") -> tuple[Sheet, ...]:
    """The sheets that somebody may see: all, but hidden ratings only where they are the viewer's own.

    `viewer` is an assessor's id; "" is somebody who rates nothing.
    """
    if not hidden(scheme, course):
        return sheets
    kind: SheetKind = "rating"
    return tuple(sheet for sheet in sheets if sheet.kind != kind or sheet.by == viewer)
