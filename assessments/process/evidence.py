"""Evidence (佐证材料): what was noted when it came against what is on disk now, and against other claims.

What late evidence costs is taken off by the scoring; here it is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from assessments.numbers import ZERO, plain
from assessments.scheme import Scheme
from assessments.sheet import Evidence, Sheet
from planner.findings import Finding, Severity, Where


@dataclass(frozen=True, slots=True)
class OnDisk:
    """A file as it is now: its size in bytes and its SHA-256 in hex."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """What is there under a file's name and cannot be read: no right to, a folder, held by a program."""


class Claim(NamedTuple):
    """What a piece of evidence stands for: one indicator of a unit in a period, or one event."""

    period: str
    unit: str
    indicator: str = ""
    event: str = ""

    @property
    def path(self) -> tuple[str, ...]:
        """The claim's place in its sheet."""
        return ("events", self.event) if self.event else ("entries", self.unit, self.indicator)


def claims(sheets: Iterable[Sheet]) -> tuple[tuple[Claim, Evidence], ...]:
    """All evidence with what it stands for, in a fixed order.

    The same piece for the same claim, in the unit's own sheet and again in the department's, stands once.
    """
    found: dict[tuple[Claim, Evidence], None] = {}
    for sheet in sheets:
        for unit, row in sheet.entries.items():
            for indicator, entry in row.items():
                found.update({(Claim(sheet.period, unit, indicator), each): None for each in entry.evidence})
        for event in sheet.events:
            claim = Claim(sheet.period, event.unit, event.indicator, event.id)
            found.update({(claim, each): None for each in event.evidence})
    return tuple(sorted(found, key=_order))


def check_evidence(
    scheme: Scheme, sheets: Iterable[Sheet], on_disk: Mapping[str, OnDisk | Unreadable | None] | None = None
) -> tuple[Finding, ...]:
    """What is wrong with the evidence. `on_disk` are the files as they are now, by name; None: not there.

    A name that `on_disk` does not speak of was not looked for. Findings: a file that is missing, cannot be
    read or was changed since it was noted, one used for two claims, one that came late and what the scheme
    says of it. What was changed or used twice stands first: a list of missing files may be long.
    """
    held = claims(sheets)
    files = tuple(_on_disk(scheme, held, on_disk or {}))
    return (
        *(each for each in files if each.code == "evidence.changed"),
        *_used_twice(scheme, held),
        *(each for each in files if each.code != "evidence.changed"),
        *_late(scheme, held),
    )


def _on_disk(
    scheme: Scheme, held: tuple[tuple[Claim, Evidence], ...], found: Mapping[str, OnDisk | Unreadable | None]
) -> Iterator[Finding]:
    for claim, evidence in held:
        if evidence.name not in found:
            continue
        now = found[evidence.name]
        if now is None:
            yield _of(scheme, "evidence.missing", Severity.ERROR, claim, evidence)
        elif isinstance(now, Unreadable):
            yield _of(scheme, "evidence.unreadable", Severity.ERROR, claim, evidence)
        elif _differs(evidence, now):
            yield _of(scheme, "evidence.changed", Severity.ERROR, claim, evidence)


def _differs(evidence: Evidence, now: OnDisk) -> bool:
    if evidence.sha256:
        return evidence.sha256 != now.sha256
    return evidence.size is not None and evidence.size != now.size


def _used_twice(scheme: Scheme, held: tuple[tuple[Claim, Evidence], ...]) -> Iterator[Finding]:
    """By content where it is known, else by name."""
    first: dict[str, Claim] = {}
    for claim, evidence in held:
        key = evidence.sha256 or f"name {evidence.name}"
        earlier = first.setdefault(key, claim)
        if earlier != claim:
            other = _words(scheme, earlier)
            yield _of(scheme, "evidence.used_twice", Severity.WARNING, claim, evidence, other=other)


def _late(scheme: Scheme, held: tuple[tuple[Claim, Evidence], ...]) -> Iterator[Finding]:
    settings = scheme.settings
    if settings.evidence_by is None:
        return
    until = settings.evidence_by.isoformat()
    for claim, evidence in held:
        if evidence.day is None:
            yield _of(scheme, "evidence.no_day", Severity.WARNING, claim, evidence, until=until)
        elif evidence.day > settings.evidence_by:
            severity = Severity.NOTE if settings.late == "as_received" else Severity.WARNING
            more: dict[str, str | int] = {"until": until, "day": evidence.day.isoformat()}
            if settings.late == "deduct":
                more["points"] = plain(settings.late_points or ZERO)
            yield _of(scheme, f"evidence.late.{settings.late}", severity, claim, evidence, **more)


def _of(
    scheme: Scheme, code: str, severity: Severity, claim: Claim, evidence: Evidence, **more: str | int
) -> Finding:
    arguments = {"file": evidence.name, "claim": _words(scheme, claim), **more}
    return Finding(code, severity, Where(path=claim.path), arguments)


def _words(scheme: Scheme, claim: Claim) -> str:
    """The claim as a person names it: the unit, and the indicator where there is one."""
    units = {unit.id: unit.name for unit in scheme.units}
    titles = {indicator.id: indicator.title for indicator in scheme.indicators}
    named = (units.get(claim.unit, claim.unit), titles.get(claim.indicator, claim.indicator))
    return " ".join(word for word in named if word)


def _order(held: tuple[Claim, Evidence]) -> tuple[Claim, str, str, str]:
    claim, evidence = held
    return claim, evidence.name, evidence.sha256, evidence.day.isoformat() if evidence.day else ""
