"""What `planner import` does with files of the assessment: schemes, sheets, Excel tables of scores."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from planner.cli import CONTENT_HAS_ERRORS, FINE
from planner.cli.common import read_bytes
from planner.cli.failures import Refused
from planner.cli.output import print_findings, talk
from planner.office import Office
from planner.text import say

if TYPE_CHECKING:
    from assessments.scheme import Scheme
    from planner.office.assessment_records import Refused as NotDone
    from planner.office.assessment_records import Taken


def take_in(office: Office, arguments: argparse.Namespace) -> int | None:
    """Take in a file of the assessment; the exit code. None where the file is something else."""
    from planner.sharing.loading import format_in

    path: Path = arguments.file
    if path.suffix.lower() == ".xlsx":
        if not arguments.scheme:
            raise Refused("cli.import.which_scheme", file=path)
        return _take_scores(office, arguments)
    data = read_bytes(path)
    kind = format_in(data)
    if kind == "county-scheme":
        return _take_scheme(office, data, path.name, force=arguments.force)
    if kind == "county-sheet":
        return _take_sheet(office, data, path.name, force=arguments.force)
    if kind == "county-results":
        raise Refused("cli.import.results", file=path)
    return None


def _take_scheme(office: Office, data: bytes, document: str, *, force: bool) -> int:
    """Keep a scheme as it is in the file: what its check says can be mended afterwards."""
    from planner.office.records import Conflict
    from planner.sharing.scheme_toml import read_scheme

    scheme, findings = read_scheme(data, document)
    print_findings(findings)
    if scheme is None:
        return CONTENT_HAS_ERRORS
    desk = office.assessments
    try:
        held = desk.open_scheme(scheme.id)
    except KeyError:
        desk.add_scheme(scheme)
    else:
        if held.record == scheme:
            talk(say("cli.import.same_scheme"))
            return FINE
        if not force:
            raise Refused("cli.import.other_scheme", id=scheme.id)
        if isinstance(desk.save_scheme(scheme, held.revision, "import"), Conflict):
            raise Refused("cli.import.busy_scheme", id=scheme.id)
    print(scheme.id)
    counts = {"units": len(scheme.units), "indicators": len(scheme.scored())}
    talk(say("cli.import.scheme_done", id=scheme.id, title=scheme.title, **counts))
    return FINE


def _take_sheet(office: Office, data: bytes, document: str, *, force: bool) -> int:
    """Put a sheet's entries and events into the assessment that it names, all of them or none."""
    from planner.sharing.sheet_toml import read_sheet

    sheet, findings = read_sheet(data, document)
    print_findings(findings)
    if sheet is None:
        return CONTENT_HAS_ERRORS
    scheme = _scheme(office, sheet.scheme)
    return _told(office.assessments.import_sheets(scheme.id, (sheet,), overwrite=force), scheme)


def _take_scores(office: Office, arguments: argparse.Namespace) -> int:
    """Put the scores of an Excel table into one body's sheet, all of them or none."""
    from planner.office.assessment_records import SheetPlace

    if not arguments.by:
        raise Refused("cli.import.by_whom", file=arguments.file)
    scheme = _scheme(office, arguments.scheme)
    read_bytes(arguments.file)
    by = _whose(office, scheme, arguments.kind, arguments.by)
    place = SheetPlace(scheme.id, arguments.kind, by, arguments.period)
    return _told(office.assessments.import_scores(place, arguments.file), scheme)


def _whose(office: Office, scheme: Scheme, kind: str, words: str) -> str:
    """Who is meant by --by, as sheets name them: unit, assessor or scoring body; Refused where nobody is.

    Where no item says who scores it, anybody may.
    """
    from planner.cli.naming import find_assessor, find_body, find_unit

    if kind == "meeting" or (kind == "verified" and not any(each.scorers for each in scheme.indicators)):
        return words
    if kind == "rating":
        return find_assessor(scheme, words).id
    roster = office.roster().record
    return find_unit(scheme, words, roster).name if kind == "self" else find_body(scheme, words, roster)


def _scheme(office: Office, id: str) -> Scheme:
    try:
        return office.assessments.open_scheme(id).record
    except KeyError:
        raise Refused("cli.import.no_scheme", id=id) from None


def _told(outcome: Taken | NotDone, scheme: Scheme) -> int:
    from planner.office.assessment_records import Refused as NotDone

    print_findings(outcome.findings, scheme=scheme)
    if isinstance(outcome, NotDone):
        talk(say("cli.import.nothing"))
        return CONTENT_HAS_ERRORS
    talk(say("cli.import.sheet_done", cells=outcome.cells, events=outcome.events, title=scheme.title))
    return FINE
