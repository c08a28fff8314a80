"""Names in a workspace that came from elsewhere: the command line prints nothing that a terminal obeys."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from assessments.sheet import Evidence
from planner.office import Office
from planner.office.assessment_records import Taken
from tests.assessment_samples import SCHEME, verified

HOSTILE = "坏\x1b]0;x\x07\x1b[2J\u202e名\u200b\x9b31m\n伪造的一行"
OBEYED = set("\x1b\x07\u202e\u200b\x9b")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace in which every word of an assessment is hostile, as no reader of files would let in."""
    scheme = replace(
        SCHEME,
        title=HOSTILE,
        issuer=HOSTILE,
        region=HOSTILE,
        classes=tuple(
            replace(each, title=HOSTILE, grades=tuple(replace(grade, title=HOSTILE) for grade in each.grades))
            for each in SCHEME.classes
        ),
        units=tuple(replace(each, name=f"{HOSTILE}{number}") for number, each in enumerate(SCHEME.units)),
        indicators=tuple(
            replace(each, title=HOSTILE, text=HOSTILE, article=HOSTILE, evidence=HOSTILE, scorers=(HOSTILE,))
            for each in SCHEME.indicators
        ),
        assessors=tuple(replace(each, name=HOSTILE) for each in SCHEME.assessors),
        vetoes=tuple(replace(each, title=HOSTILE, text=HOSTILE) for each in SCHEME.vetoes),
    )
    path = tmp_path / "office.db"
    office = Office(path)
    office.assessments.add_scheme(scheme)
    proof = Evidence(HOSTILE, 1, "a" * 64, note=HOSTILE)
    sheet = verified()
    spoilt = replace(
        sheet,
        by=HOSTILE,
        entries={
            unit: {key: replace(entry, reason=HOSTILE, evidence=(proof,)) for key, entry in row.items()}
            for unit, row in sheet.entries.items()
        },
        events=tuple(replace(each, text=HOSTILE, document=HOSTILE) for each in sheet.events),
        notes=HOSTILE,
    )
    assert isinstance(office.assessments.import_sheets(scheme.id, (spoilt,)), Taken)
    office.close()
    return path


@pytest.mark.parametrize(
    "words",
    [
        ("scheme",),
        ("scheme", "--json"),
        ("check", "qinghe"),
        ("check", "qinghe", "--json"),
        ("score", "qinghe"),
        ("score", "qinghe", "--json"),
        ("score", "qinghe", "--explain", "t1"),
        ("score", "qinghe", "--explain", "t1", "--json"),
        ("score", "qinghe", "--explain", "t1/letter"),
        ("score", "qinghe", "--explain", "坏"),
        ("score", "qinghe", "--paper", "汇总"),
        ("score", "qinghe", "--form", HOSTILE, "-o", "录入表.xlsx"),
    ],
    ids=" ".join,
)
def test_no_name_is_obeyed_by_the_terminal(
    planner: Callable[..., int], workspace: Path, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert workspace.name == "office.db"
    planner(*words)
    said = capsys.readouterr()
    assert "坏" in said.out + said.err
    assert not OBEYED & set(said.out + said.err)


def test_a_line_break_in_a_name_makes_no_line_of_its_own(
    planner: Callable[..., int], workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert workspace.is_file()
    for words in (("scheme",), ("score", "qinghe"), ("score", "qinghe", "--explain", "t1")):
        assert planner(*words) == 0
        assert not [line for line in capsys.readouterr().out.splitlines() if line.startswith("伪造")]


def test_json_spells_out_what_it_may_not_hold(
    planner: Callable[..., int], workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert workspace.is_file()
    assert planner("score", "qinghe", "--json") == 0
    assert json.loads(capsys.readouterr().out)["title"] == HOSTILE


@pytest.mark.parametrize("name", ["结果.xlsx", "结果.md"])
def test_no_paper_holds_what_a_terminal_obeys(
    planner: Callable[..., int], workspace: Path, name: str
) -> None:
    assert planner("score", "qinghe", "-o", name) == 0
    data = (workspace.parent / name).read_bytes()
    if name.endswith(".md"):
        text = data.decode()
    else:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            text = "".join(package.read(part).decode() for part in package.namelist())
    assert "坏" in text
    assert not OBEYED & set(text)
