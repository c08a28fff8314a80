"""planner check PLAN: what is missing or wrong in a plan."""

from __future__ import annotations

import argparse
from pathlib import Path

from planner.cli import CONTENT_HAS_ERRORS, FINE
from planner.cli.common import open_office, plan_in_workspace, read_file
from planner.cli.output import count_by_severity, finding_as_json, print_findings, print_json, talk
from planner.findings import Finding, Severity, has_errors
from planner.office import Office
from planner.plan import Plan
from planner.text import say


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """PLAN [--json]."""
    parser.add_argument("plan", metavar=say("cli.file"), help=say("cli.check.file"))
    parser.add_argument("--json", action="store_true", help=say("cli.json"))


def run(arguments: argparse.Namespace) -> int:
    """Print every finding; 1 where something must be mended."""
    with open_office(arguments) as office:
        plan, findings = _findings_of(office, arguments.plan)
    if arguments.json:
        held = {"plan": plan.id if plan else None, "title": plan.title if plan else None}
        print_json({**held, "findings": [finding_as_json(found) for found in findings]})
    else:
        print_findings(findings, plan, to_stdout=True)
        talk(_summary(findings))
    return CONTENT_HAS_ERRORS if has_errors(findings) else FINE


def _findings_of(office: Office, name: str) -> tuple[Plan | None, tuple[Finding, ...]]:
    """What a file's reader and the checks have to say; a file that cannot be read is not checked further."""
    from planner.checking import check

    if not Path(name).is_file():
        plan = plan_in_workspace(office, name)
        return plan, check(plan, office.roster().record)
    read = read_file(office, Path(name))
    if read.plan is None or has_errors(read.findings):
        return read.plan, read.findings
    return read.plan, (*read.findings, *check(read.plan, office.roster().record))


def _summary(findings: tuple[Finding, ...]) -> str:
    if not findings:
        return say("cli.check.fine")
    counts = count_by_severity(findings)
    return say(
        "cli.check.summary",
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        notes=counts[Severity.NOTE],
    )
