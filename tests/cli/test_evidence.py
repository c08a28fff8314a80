"""Evidence that is gone, changed or used twice is said by check and score."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from assessments.sheet import Entry, Evidence
from planner.office import Office
from planner.sharing.scheme_toml import write_scheme
from planner.sharing.sheet_toml import write_sheet
from tests.cli.test_assessment_verbs import ENTRIES, SCHEME, SHEET

Planner = Callable[..., int]
Capture = pytest.CaptureFixture[str]

LETTER = Evidence("纪要.pdf", 1, hashlib.sha256(b"x").hexdigest(), date(2026, 6, 1))


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A scheme, a sheet with one piece of evidence, and the folder in which it lies."""
    row = {**ENTRIES["liuhe"], "train": Entry(Decimal(90), evidence=(LETTER,))}
    sheet = dataclasses.replace(SHEET, entries={**ENTRIES, "liuhe": row})
    (tmp_path / "scheme.toml").write_text(write_scheme(SCHEME), encoding="utf-8")
    (tmp_path / "sheet.toml").write_text(write_sheet(sheet), encoding="utf-8")
    (tmp_path / "evidence").mkdir()
    (tmp_path / "evidence" / "纪要.pdf").write_bytes(b"x")
    return tmp_path


def test_evidence_that_is_there_unchanged_is_no_finding(
    planner: Planner, files: Path, capsys: Capture
) -> None:
    assert planner("check", str(files / "sheet.toml"), "--evidence", str(files / "evidence")) == 0
    assert "佐证材料" not in capsys.readouterr().out


def test_evidence_that_is_gone_or_changed_must_be_mended(
    planner: Planner, files: Path, capsys: Capture
) -> None:
    (files / "evidence" / "纪要.pdf").write_bytes(b"y")
    sheet, folder = str(files / "sheet.toml"), str(files / "evidence")
    assert planner("check", sheet, "--evidence", folder) == 1
    assert "“纪要.pdf”登记后被改动过" in capsys.readouterr().out
    (files / "evidence" / "纪要.pdf").unlink()
    assert planner("score", str(files / "scheme.toml"), sheet, "--evidence", folder) == 1
    assert "柳河镇 培训：佐证材料“纪要.pdf”不见了" in capsys.readouterr().err


def test_evidence_used_twice_is_said_without_a_folder(planner: Planner, files: Path, capsys: Capture) -> None:
    row = {**ENTRIES["liuhe"], "train": Entry(Decimal(90), evidence=(LETTER,))}
    row["file"] = Entry(Decimal(9), evidence=(LETTER,))
    sheet = dataclasses.replace(SHEET, entries={**ENTRIES, "liuhe": row})
    (files / "sheet.toml").write_text(write_sheet(sheet), encoding="utf-8")
    assert planner("check", str(files / "sheet.toml")) == 0
    assert "还用在了" in capsys.readouterr().out


def test_the_sheets_of_the_workspace_are_looked_at_too(
    planner: Planner, files: Path, capsys: Capture
) -> None:
    office = Office(files / "office.db")
    office.assessments.add_scheme(SCHEME)
    office.assessments.advance("qinghe", "self")
    read = office.assessments.read_sheets((files / "sheet.toml",))
    office.assessments.import_sheets("qinghe", read.sheets)
    office.close()
    (files / "evidence" / "纪要.pdf").unlink()
    words = "--evidence", str(files / "evidence")
    assert planner("check", "qinghe", *words) == 1
    assert "柳河镇 培训：佐证材料“纪要.pdf”不见了" in capsys.readouterr().out


def test_a_folder_that_is_not_there_is_refused(planner: Planner, files: Path, capsys: Capture) -> None:
    assert planner("check", str(files / "sheet.toml"), "--evidence", str(files / "none")) == 2
    assert "找不到文件夹" in capsys.readouterr().err
