"""What the office hands over: plans as a list shows them, opened records, outcomes of saves and readings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    # Only named here: the first picture needs neither.
    from planner.findings import Finding
    from planner.plan import Plan

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class PlanCard:
    """A plan of the workspace as the home screen lists it."""

    id: str
    title: str
    year: int
    field: str = ""
    issuer: str = ""
    tasks: int = 0
    changed: datetime | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class Opened(Generic[Record]):
    """A record as it was read, and the revision that a save must name."""

    record: Record
    revision: int


@dataclass(frozen=True, slots=True)
class Saved(Generic[Record]):
    """The save went through; the next one names this revision.

    `merged` is what is stored now where that is more than what was given: another person's changes to
    other places came together with it.
    """

    revision: int
    merged: Record | None = None


@dataclass(frozen=True, slots=True)
class Conflict(Generic[Record]):
    """Somebody else saved in between: what is stored now, and its revision. Nothing was written."""

    theirs: Record
    revision: int


@dataclass(frozen=True, slots=True)
class FileRead:
    """What became of a file: a plan where one was understood, and everything there is to say about it."""

    plan: Plan | None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class News:
    """What was changed in the workspace since a revision: the ids of plans and of schemes, with the newest
    revision. A scheme is among them for its sheets and its stage too."""

    revision: int
    plans: frozenset[str] = frozenset()
    schemes: frozenset[str] = frozenset()
