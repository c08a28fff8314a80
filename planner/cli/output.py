"""How verbs print: data on stdout, findings and talk on stderr."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from planner.cleaning import clean_text, spelled_out
from planner.findings import Finding, Severity, Where, heaviest_first
from planner.plan import Plan
from planner.text import describe, say
from planner.text.places import place_words

if TYPE_CHECKING:
    from assessments.scheme import Scheme


def print_json(data: object) -> None:
    """One JSON object, Chinese as it is; what a terminal would obey stands there in JSON's own escapes."""
    words = json.dumps(data, ensure_ascii=False, indent=1, default=_as_text)
    print(spelled_out(words, lambda character: json.dumps(character)[1:-1]))


def print_line(words: str = "") -> None:
    """A line of data: one line whatever the names in it hold, and nothing that a terminal obeys."""
    print(clean_text(words).replace("\n", " "))


def _as_text(value: object) -> str:
    """Days in ISO form; exact numbers without exponent, as text, for JSON's own numbers are not exact."""
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def talk(words: str) -> None:
    """Say something to the person; it never mixes with the data."""
    print(clean_text(words), file=sys.stderr)


def print_findings(
    findings: Iterable[Finding],
    plan: Plan | None = None,
    *,
    scheme: Scheme | None = None,
    to_stdout: bool = False,
) -> None:
    """A line for each finding, the heaviest first: weight, place in the plan or scheme, words."""
    stream = sys.stdout if to_stdout else sys.stderr
    for finding in heaviest_first(findings):
        place = _place(finding.where, plan, scheme)
        weight = say(f"severity.{finding.severity.value}")
        line = "  ".join(part for part in (weight, place, describe(finding)) if part)
        print(clean_text(line), file=stream)


def _place(where: Where, plan: Plan | None, scheme: Scheme | None) -> str:
    if scheme is None:
        return place_words(where, plan)
    from planner.text.scheme_places import scheme_place_words

    return scheme_place_words(where, scheme)


def finding_as_json(finding: Finding) -> dict[str, object]:
    """A finding as plain data, its words in the language in force beside its code."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "document": finding.where.document or None,
        "line": finding.where.line,
        "path": ".".join(finding.where.path) or None,
        "message": describe(finding),
        "arguments": dict(finding.arguments),
    }


def count_by_severity(findings: Sequence[Finding]) -> dict[Severity, int]:
    """How many findings there are of each weight."""
    return {severity: sum(found.severity is severity for found in findings) for severity in Severity}
