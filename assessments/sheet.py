"""The records of what was observed (评分表): entries by unit and indicator, events, evidence.

A sheet is one body's or one assessor's: the unit's own (自评), the scoring department's (复核评分), one
assessor's ratings (评委打分). Several sheets together are what a scheme is scored from.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

from assessments.scheme import Severity

SheetKind: TypeAlias = Literal["self", "verified", "rating", "meeting"]
"""Whose word it is: the unit's own, which is only reference; the scoring department's, which counts; one
assessor's rating; a decision of the meeting or of an appeal, which stands above the others."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A piece of evidence (佐证材料): a file by name, size in bytes and SHA-256 in hex, and the day it came.

    `size` is None and `sha256` empty where only the name is known.
    """

    name: str
    size: int | None = None
    sha256: str = ""
    day: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """What was observed of one unit in one indicator. Each rule says which of these it reads.

    `value` is the one figure (实际值), `figures` further ones by name (target, last_year, votes by answer,
    how often each fault was found); `done` a yes or no; `day` when it was done. `score` is a score given by
    hand, on the indicator's own scale, with `reason` for what was deducted. `not_applicable` takes the
    item out for this unit, for the `reason` given.
    """

    value: Decimal | None = None
    figures: Mapping[str, Decimal] = field(default_factory=dict)
    done: bool | None = None
    day: date | None = None
    score: Decimal | None = None
    not_applicable: bool = False
    reason: str = ""
    evidence: tuple[Evidence, ...] = ()

    def is_empty(self) -> bool:
        """True where nothing was observed; a reason or evidence alone is no observation."""
        return (
            self.value is None
            and not self.figures
            and self.done is None
            and self.day is None
            and self.score is None
            and not self.not_applicable
        )


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to or was done by a unit: an accident, an honour, a criticism, a late report.

    `kind` is the scheme's word for it; a rule or a veto counts the kinds it names. `indicator` gives it to
    one indicator's ledger (加减分台账). `level`, `document` (文号) and `day` say who spoke and where;
    `matter` is one key for the same matter in several places. `count` is how many alike. `points` is the
    assessor's judgement within a range (酌情). `share` is how many share an honour, `place` the unit's place
    among them, 1 for the first-named. `repeated` doubles where the rule says so. `responsible` None: not yet
    found. `loss` is in yuan.
    """

    id: str
    unit: str
    kind: str
    indicator: str = ""
    day: date | None = None
    level: str = ""
    document: str = ""
    matter: str = ""
    text: str = ""
    count: int = 1
    points: Decimal | None = None
    share: int = 1
    place: int = 1
    repeated: bool = False
    severity: Severity = ""
    deaths: int = 0
    injured: int = 0
    loss: Decimal | None = None
    responsible: bool | None = None
    concealed: bool = False
    falsified: bool = False
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One body's or assessor's word on units and indicators in one period ("" where the scheme has none).

    `entries` are by unit id, then indicator id. `totals` are finished scores of a period by unit, taken over
    from elsewhere (an earlier year, a round scored on paper). `by` is the body's name, or an assessor's id
    for ratings. `held` False says that the round was not held.
    """

    id: str
    scheme: str
    kind: SheetKind
    by: str
    period: str = ""
    day: date | None = None
    held: bool = True
    entries: Mapping[str, Mapping[str, Entry]] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    totals: Mapping[str, Decimal] = field(default_factory=dict)
    notes: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "events", tuple(sorted(self.events, key=lambda event: event.id)))

    def entry(self, unit: str, indicator: str) -> Entry | None:
        """The entry for one unit and indicator; None where there is none."""
        return self.entries.get(unit, {}).get(indicator)


def sheet_id(kind: SheetKind, by: str, period: str = "") -> str:
    """The id of the one sheet that a body or assessor has of a kind in a period."""
    return "-".join(part for part in (kind, period, by) if part)
