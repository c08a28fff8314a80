"""What the office hands over of assessments: cards, places of sheets, outcomes, lines of the journal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Generic, Literal, TypeVar

if TYPE_CHECKING:
    from assessments.process import Stage
    from assessments.scheme import Scheme
    from assessments.sheet import Sheet, SheetKind
    from planner.findings import Finding

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class SchemeCard:
    """A scheme of the workspace as a list shows it, with the stage its assessment has reached."""

    id: str
    title: str
    year: int
    stage: Stage = "self"
    units: int = 0
    indicators: int = 0
    issuer: str = ""
    region: str = ""
    plan: str = ""
    changed: datetime | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class SheetPlace:
    """Which sheet is meant: there is one of each kind, body (or assessor) and period in a scheme."""

    scheme: str
    kind: SheetKind
    by: str
    period: str = ""


@dataclass(frozen=True, slots=True)
class CellConflict(Generic[Record]):
    """Somebody changed the same cell or event otherwise since it was shown. Nothing was written.

    `theirs` is what stands there now (None: nothing), by whom and since when; `mine` what was to be saved.
    To save one's own all the same, save again with `theirs` as what was shown.
    """

    mine: Record | None
    theirs: Record | None
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing was done, and why: a locked stage, a missing reason, a score above full marks."""

    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class SchemeRead:
    """What became of a scheme's file, and everything there is to say about it."""

    scheme: Scheme | None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetsRead:
    """The sheets that were understood in some files, and everything there is to say about these."""

    sheets: tuple[Sheet, ...]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import took over: how many cells and events, and warnings."""

    cells: int
    events: int = 0
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Scenario:
    """A named what-if: the scheme with other weights. It never touches the official result."""

    name: str
    scheme: Scheme
    changed: datetime | None = None
    by: str = ""


Subject = Literal["scheme", "course", "sheet"]


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One change: who changed what, when, from what to what, and why.

    `subject` says what kind of document it was; for a sheet `place` names it, and `unit`, `indicator` (or
    `event`) the cell. `field` is the field's name ("score"; "" for the whole). `old` and `new` are None where
    there was or is nothing. `why` is the act's name ("entry", "import", "advance", "reopen"). All that was
    written at once has one `revision`.
    """

    at: datetime
    by: str
    why: str
    what: Literal["add", "change", "remove", "restore"]
    subject: Subject
    place: SheetPlace | None = None
    unit: str = ""
    indicator: str = ""
    event: str = ""
    field: str = ""
    old: str | None = None
    new: str | None = None
    revision: int = 0
