"""planner check FILE: what is missing or wrong in a plan, an assessment scheme, a sheet or results."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from planner.cli import CONTENT_HAS_ERRORS, FINE
from planner.cli.assessment import Found, scheme_by_id, scheme_of_bytes
from planner.cli.common import open_office, plan_in_workspace, read_bytes, read_file
from planner.cli.evidence import add_evidence, evidence_folder, of_evidence
from planner.cli.failures import Refused
from planner.cli.output import count_by_severity, finding_as_json, print_findings, print_json, talk
from planner.findings import Finding, Severity, has_errors
from planner.office import Office
from planner.plan import Plan
from planner.text import say

if TYPE_CHECKING:
    from assessments.scheme import Scheme


@dataclass(frozen=True, slots=True)
class _Looked:
    """Everything there is to say about something; `record` is its id and title, as JSON has them."""

    findings: tuple[Finding, ...]
    record: dict[str, object]
    plan: Plan | None = None
    scheme: Scheme | None = None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """FILE [--evidence FOLDER] [--json]."""
    parser.add_argument("file", metavar=say("cli.file"), help=say("cli.check.file"))
    add_evidence(parser)
    parser.add_argument("--json", action="store_true", help=say("cli.json"))


def run(arguments: argparse.Namespace) -> int:
    """Print every finding; 1 where something must be mended."""
    path, folder = Path(arguments.file), evidence_folder(arguments)
    with open_office(arguments) as office:
        if path.is_file():
            looked = _look_at_file(office, path, folder)
        else:
            looked = _look_up(office, arguments.file, folder)
    if arguments.json:
        print_json({**looked.record, "findings": [finding_as_json(found) for found in looked.findings]})
    else:
        print_findings(looked.findings, looked.plan, scheme=looked.scheme, to_stdout=True)
        talk(_summary(looked.findings))
    return CONTENT_HAS_ERRORS if has_errors(looked.findings) else FINE


def _look_up(office: Office, id: str, folder: Path | None) -> _Looked:
    """A plan of the workspace, or a scheme; Refused where there is neither."""
    from planner.checking import check

    try:
        plan = plan_in_workspace(office, id)
    except Refused:
        found = scheme_by_id(office, id)
        if found is None:
            raise
        if not found.in_workspace:
            return _of_scheme(found)
        sheets = office.assessments.sheets(id)
        said = of_evidence(found.scheme, sheets, folder)
        return _of_scheme(replace(found, findings=(*found.findings, *said)))
    return _of_plan(plan, check(plan, office.roster().record))


def _look_at_file(office: Office, path: Path, folder: Path | None) -> _Looked:
    """What a file says it is decides who looks at it; what says nothing is taken for a plan."""
    from planner.sharing.loading import format_in

    data = read_bytes(path)
    kind = format_in(data)
    if kind == "county-scheme":
        return _of_scheme(scheme_of_bytes(data, path.name))
    if kind == "county-sheet":
        from planner.sharing.sheet_toml import read_sheet

        sheet, findings = read_sheet(data, path.name)
        if sheet is not None:
            found = scheme_by_id(office, sheet.scheme)
            findings = (*findings, *of_evidence(found.scheme if found else None, (sheet,), folder))
        return _Looked(findings, {"sheet": sheet.id if sheet else None, "by": sheet.by if sheet else None})
    if kind == "county-results":
        from planner.sharing.results_toml import read_results

        results, findings = read_results(data, path.name)
        return _Looked(findings, {"results": results.scheme if results else None})
    return _look_at_plan_file(office, path)


def _look_at_plan_file(office: Office, path: Path) -> _Looked:
    """What the file's reader and the checks have to say; what cannot be read is not checked further."""
    from planner.checking import check

    read = read_file(office, path)
    if read.plan is None or has_errors(read.findings):
        return _of_plan(read.plan, read.findings)
    return _of_plan(read.plan, (*read.findings, *check(read.plan, office.roster().record)))


def _of_plan(plan: Plan | None, findings: tuple[Finding, ...]) -> _Looked:
    record: dict[str, object] = {"plan": plan.id if plan else None, "title": plan.title if plan else None}
    return _Looked(findings, record, plan=plan)


def _of_scheme(found: Found) -> _Looked:
    scheme = found.scheme
    record: dict[str, object] = {
        "scheme": scheme.id if scheme else None,
        "title": scheme.title if scheme else None,
    }
    return _Looked(found.findings, record, scheme=scheme)


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
