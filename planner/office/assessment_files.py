"""The files of an assessment: schemes and sheets as TOML, the built-in schemes, the demo county's."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from assessments.scheme import Scheme
from assessments.sheet import Sheet
from planner.cleaning import clean_text
from planner.data import data_folder
from planner.findings import Finding
from planner.office.assessment_records import SchemeRead, SheetsRead
from planner.sharing import files, scheme_toml, sheet_toml

_LONGEST_NAME = 60
"""Characters of a file's name: a Chinese one takes three of the 255 bytes that file systems have."""

_Record = TypeVar("_Record")
_Read = Callable[[bytes, str], tuple[_Record | None, tuple[Finding, ...]]]


def read_scheme(path: Path) -> SchemeRead:
    """Read a scheme's file; OSError where it cannot be opened."""
    return SchemeRead(*scheme_toml.read_scheme(path.read_bytes(), path.name))


def write_scheme(scheme: Scheme, path: Path) -> None:
    """Write a scheme to a file, whole or not at all; OSError."""
    files.write_whole(path, scheme_toml.write_scheme(scheme).encode())


def read_sheets(paths: Iterable[Path]) -> SheetsRead:
    """Read files of sheets; OSError where one cannot be opened."""
    sheets: list[Sheet] = []
    findings: list[Finding] = []
    for path in paths:
        sheet, said = sheet_toml.read_sheet(path.read_bytes(), path.name)
        findings += said
        if sheet is not None:
            sheets.append(sheet)
    return SheetsRead(tuple(sheets), tuple(findings))


def write_sheets(sheets: Iterable[Sheet], folder: Path) -> tuple[Path, ...]:
    """Write each sheet to a file of its own, named after it; the files. OSError.

    In files an id is of plain letters and numbers; which sheet it is, its kind, body and period say.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for number, sheet in enumerate(sheets, 1):
        path = folder / f"{_file_name(sheet.id)}.toml"
        if path in written:
            path = path.with_stem(f"{path.stem}-{number:02}")
        named = replace(sheet, id=f"{sheet.kind}-{number:02}")
        files.write_whole(path, sheet_toml.write_sheet(named).encode())
        written.append(path)
    return tuple(written)


def builtin_schemes() -> tuple[Scheme, ...]:
    """The schemes that come with the program, in the order of their files."""
    return tuple(_shipped(scheme_toml.read_scheme, "schemes", _every))


def demo() -> tuple[Scheme, tuple[Sheet, ...]]:
    """The demo county's scheme and its sheets."""
    (scheme,) = _shipped(scheme_toml.read_scheme, "demo", lambda name: name.startswith("scheme"))
    sheets = _shipped(sheet_toml.read_sheet, "demo", lambda name: name.startswith("sheet"))
    return scheme, tuple(sheets)


def _shipped(read: _Read[_Record], folder: str, wanted: Callable[[str], bool]) -> list[_Record]:
    made: list[_Record] = []
    for file in sorted((data_folder() / folder).iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml") and wanted(file.name):
            record, findings = read(file.read_bytes(), file.name)
            if record is None:
                raise ValueError(f"{file.name}: {findings}")
            made.append(record)
    return made


def _every(_: str) -> bool:
    return True


def _file_name(id: str) -> str:
    """An id without what a file system or a terminal would not take."""
    kept = "".join("-" if letter in '/\\:*?"<>|\n\t' else letter for letter in clean_text(id))
    return kept.strip(" .")[:_LONGEST_NAME] or "sheet"
