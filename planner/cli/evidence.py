"""The evidence that sheets name, against the files of a folder where one is given."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from planner.cli.failures import Refused
from planner.findings import Finding
from planner.text import say

if TYPE_CHECKING:
    from assessments.scheme import Scheme
    from assessments.sheet import Sheet


def add_evidence(parser: argparse.ArgumentParser) -> None:
    """The option --evidence FOLDER."""
    parser.add_argument(
        "--evidence", type=Path, metavar=say("cli.folder_word"), help=say("cli.evidence.folder")
    )


def evidence_folder(arguments: argparse.Namespace) -> Path | None:
    """The folder that was given; None where none was, Refused where there is no such folder."""
    folder: Path | None = arguments.evidence
    if folder is not None and not folder.is_dir():
        raise Refused("cli.evidence.no_folder", folder=folder)
    return folder


def of_evidence(scheme: Scheme | None, sheets: Iterable[Sheet], folder: Path | None) -> tuple[Finding, ...]:
    """What is wrong with the evidence of these sheets; without a folder its files are not looked for.

    Without a scheme units and items are called by their ids, and nothing is said of what came late.
    """
    from assessments.process.evidence import check_evidence, claims
    from assessments.scheme import Scheme
    from planner.office.evidence import in_folder

    sheets = tuple(sheets)
    found = None
    if folder is not None:
        found = in_folder(folder, (piece.name for _, piece in claims(sheets)))
    return check_evidence(scheme or Scheme("", "", 0), sheets, found)
