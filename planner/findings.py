"""What a reader, a check, a loader or a validator has to say: a value with a place, never a print.

A finding carries a code and arguments; its words come from the catalogue by the code, in the language of
the person who reads them. This is the ground floor, open to every room.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


class Severity(enum.StrEnum):
    """How much a finding weighs, the heaviest first: an error must be mended, a warning looked at, a note
    only known."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Where:
    """The place a finding speaks of.

    `document` is a file's name; `line` counts from 1; `path` is the place in a plan or file, outermost
    first ("tasks", "k7q2ab", "measures", "m3xa9c", "lead").
    """

    document: str = ""
    line: int | None = None
    path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to say. `code` is the catalogue's key ("check.no_lead"), `arguments` fill its words."""

    code: str
    severity: Severity
    where: Where = Where()
    arguments: Mapping[str, str | int] = field(default_factory=dict)


def heaviest_first(findings: Iterable[Finding]) -> list[Finding]:
    """The findings by weight, those of one weight in their order."""
    order = tuple(Severity)
    return sorted(findings, key=lambda finding: order.index(finding.severity))


def has_errors(findings: Iterable[Finding]) -> bool:
    """True where at least one finding is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)
