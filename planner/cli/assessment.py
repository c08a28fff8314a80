"""What the verbs of the assessment share: a scheme by file or id, sheets and results from files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from planner.cli.common import read_bytes
from planner.cli.failures import Refused
from planner.findings import Finding
from planner.office import Office

if TYPE_CHECKING:
    from assessments.results import Results
    from assessments.scheme import Scheme
    from assessments.sheet import Sheet

_BESIDE = ("county-scheme", "county-results", "county-plan")


@dataclass(frozen=True, slots=True)
class Found:
    """A scheme and all there is to say about it; None where its file could not be read.

    `in_workspace`: it stands in the workspace, with sheets of its own.
    """

    scheme: Scheme | None
    findings: tuple[Finding, ...]
    in_workspace: bool = False


def find_scheme(office: Office, name: str) -> Found:
    """The scheme of a file, of the workspace or of those built in, and what its check says of it.

    Raises Refused where there is none of that name.
    """
    path = Path(name)
    if path.is_file():
        return scheme_of_bytes(read_bytes(path), path.name)
    found = scheme_by_id(office, name)
    if found is None:
        missing = "cli.no_file" if path.suffix else "cli.no_scheme"
        raise Refused(missing, file=name, id=name)
    return found


def scheme_by_id(office: Office, id: str) -> Found | None:
    """The scheme of the workspace, or of those built in, with this id, checked; None where there is none."""
    from assessments.checks import check

    try:
        scheme = office.assessments.open_scheme(id).record
        return Found(scheme, check(scheme), in_workspace=True)
    except KeyError:
        held = {each.id: each for each in office.assessments.builtin_schemes()}
        return Found(held[id], check(held[id])) if id in held else None


def scheme_of_bytes(data: bytes, document: str) -> Found:
    """The scheme in a file's bytes, checked, every finding with its line."""
    from assessments.checks import check
    from planner.sharing.placing import with_lines
    from planner.sharing.scheme_toml import read_scheme

    scheme, findings = read_scheme(data, document)
    if scheme is None:
        return Found(None, findings)
    return Found(scheme, (*findings, *with_lines(check(scheme), data, document)))


def read_sheets(paths: Iterable[Path]) -> tuple[tuple[Sheet, ...], tuple[Finding, ...]]:
    """The sheets of files and of all TOML files in folders, and what is wrong with these files."""
    from planner.sharing.sheet_toml import read_sheet

    sheets: list[Sheet] = []
    findings: list[Finding] = []
    for name, data in _files(paths):
        sheet, said = read_sheet(data, name)
        findings += said
        sheets += [sheet] if sheet is not None else []
    return tuple(sheets), tuple(findings)


def _files(paths: Iterable[Path]) -> Iterator[tuple[str, bytes]]:
    """Names and bytes; of a folder without the files that say they are something else than a sheet."""
    from planner.sharing.loading import format_in

    for path in paths:
        if path.suffix.lower() in (".xlsx", ".xls"):
            raise Refused("cli.score.excel_sheet", file=path)
        if not path.is_dir():
            yield path.name, read_bytes(path)
            continue
        inside = [(file.name, read_bytes(file)) for file in sorted(path.glob("*.toml"))]
        held = [each for each in inside if format_in(each[1]) not in _BESIDE]
        if not held:
            raise Refused("cli.score.empty_folder", folder=path)
        yield from held


def read_results(path: Path) -> tuple[Results | None, tuple[Finding, ...]]:
    """The results in a file, and what is wrong with it."""
    from planner.sharing.results_toml import read_results

    return read_results(read_bytes(path), path.name)
