"""A reading as one JSON object: the exchange of `planner read FILE --json`."""

from __future__ import annotations

from planner.findings import Finding
from planner.reading.document import PrintedSection, Reading
from planner.reading.items import Printed


def as_json(reading: Reading) -> dict[str, object]:
    """Plain data: title, year, issuer, number, issued, preamble, sections, signature, noise and findings.

    Where the file holds no plan the same keys are there, empty. `number` is as printed, without marks.
    """
    plan = reading.plan
    return {
        "title": plan.title if plan else "",
        "year": reading.year,
        "issuer": (plan.issuer or None) if plan else None,
        "number": (plan.number or None) if plan else None,
        "issued": plan.issued.isoformat() if plan and plan.issued else None,
        "preamble": plan.preamble if plan else "",
        "sections": [_section(section) for section in reading.outline],
        "signature": {
            "issuer": reading.signature or None,
            "date": reading.signed.isoformat() if reading.signed else None,
        },
        "noise": [fragment.text for fragment in reading.noise],
        "findings": [_finding(finding) for finding in reading.findings],
    }


def _section(section: PrintedSection) -> dict[str, object]:
    return {
        "number": section.number,
        "title": section.title,
        "tasks": [_task(item) for item in section.items],
    }


def _task(item: Printed) -> dict[str, object]:
    return {
        "number": item.number,
        "title": item.title,
        "text": item.text,
        "duties": [
            {
                "text": clause.text,
                "lead": list(clause.duty.lead),
                "responsible": list(clause.duty.responsible),
                "support": list(clause.duty.support),
                "supervise": list(clause.duty.supervise),
                "due": list(clause.dues),
            }
            for clause in item.clauses
        ],
        "targets": list(item.targets),
        "deadlines": list(item.deadlines),
        "frequencies": list(item.frequencies),
        "subtasks": [{"number": number, "title": title} for number, title in item.subtasks],
    }


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "line": finding.where.line,
        "arguments": dict(finding.arguments),
    }
