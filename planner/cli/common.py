"""What several verbs need: the office, a plan by file or id, writing a file."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from planner.cli.failures import Refused, reason_of
from planner.cli.output import print_findings
from planner.findings import has_errors
from planner.office import Office
from planner.office.records import FileRead
from planner.plan import Plan
from planner.text import say


@contextmanager
def open_office(arguments: argparse.Namespace) -> Iterator[Office]:
    """The office of the workspace that was asked for, let go at the end; opened when first needed."""
    office = Office(arguments.workspace)
    try:
        yield office
    finally:
        print_findings(office.close())


def add_output(parser: argparse.ArgumentParser, help: str, *, required: bool) -> None:
    """The options -o FILE and --force."""
    parser.add_argument("-o", "--output", type=Path, metavar=say("cli.out"), required=required, help=help)
    parser.add_argument("--force", action="store_true", help=say("cli.force"))


def find_plan(office: Office, name: str) -> Plan | None:
    """The plan of a file or of the workspace; None after its errors were printed.

    Raises Refused where there is neither a file nor a plan of that name.
    """
    path = Path(name)
    return plan_of_file(office, path) if path.is_file() else plan_in_workspace(office, name)


def plan_in_workspace(office: Office, name: str) -> Plan:
    """The plan of the workspace with this id; Refused where there is none."""
    try:
        return office.open_plan(name).record
    except KeyError:
        missing = "cli.no_file" if Path(name).suffix else "cli.no_plan"
        raise Refused(missing, file=name, id=name) from None


def read_bytes(path: Path) -> bytes:
    """The bytes of a file; Refused says why they cannot be had."""
    with _refusing_unreadable(path):
        return path.read_bytes()


def read_file(office: Office, path: Path) -> FileRead:
    """What the office reads in a file; Refused says why it cannot be opened."""
    with _refusing_unreadable(path):
        return office.read_file(path)


@contextmanager
def _refusing_unreadable(path: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        raise Refused("cli.no_file", file=path) from None
    except OSError as problem:
        raise Refused("cli.cannot_read", file=path, reason=reason_of(problem)) from problem


def plan_of_file(office: Office, path: Path) -> Plan | None:
    """The plan in a file, its findings told on stderr; None where it has errors."""
    read = read_file(office, path)
    print_findings(read.findings, read.plan)
    return None if has_errors(read.findings) else read.plan


def write_output(path: Path, content: str | bytes, *, force: bool) -> None:
    """Write a whole file or leave everything as it was; Refused says why not."""
    from planner.sharing.files import write_whole

    if path.exists() and not force:
        raise Refused("cli.new.exists", file=path)
    try:
        write_whole(path, content.encode("utf-8") if isinstance(content, str) else content)
    except OSError as problem:
        raise Refused("cli.cannot_write", file=path, reason=reason_of(problem)) from problem
