"""The form that a scoring body fills in, written from the command line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assessments.process.course import Course
from assessments.sheet import Sheet
from planner.sharing.scheme_toml import write_scheme
from planner.sharing.scores_xlsx import take_scores
from planner.sharing.sheet_toml import write_sheet
from tests.assessments.reports.samples import OFFICE, SCHEME

Planner = Callable[..., int]


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "scheme.toml").write_text(write_scheme(SCHEME), encoding="utf-8")
    (tmp_path / "office.toml").write_text(write_sheet(OFFICE), encoding="utf-8")
    return tmp_path


def test_a_bodys_form_has_what_it_entered_and_reads_back(planner: Planner, files: Path) -> None:
    form = files / "form.xlsx"
    sheet = files / "office.toml"
    assert (
        planner("score", str(files / "scheme.toml"), str(sheet), "--form", "县安委办", "-o", str(form)) == 0
    )
    empty = Sheet("office", "demo", "verified", "县安委办")
    back = take_scores(SCHEME, Course("demo", "verification"), empty, form.read_bytes(), "form.xlsx")
    assert back.sheet is not None
    assert {indicator for row in back.sheet.entries.values() for indicator in row} == {"meet"}
    assert back.taken == len(OFFICE.entries)


@pytest.mark.parametrize(
    ("words", "said"),
    [(("--form", "县供销社", "-o", "form.xlsx"), "县供销社"), (("--form", "县安委办"), ".xlsx")],
)
def test_a_form_needs_a_known_body_and_a_file(
    planner: Planner, files: Path, words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    given = [str(files / word) if word.endswith(".xlsx") else word for word in words]
    assert planner("score", str(files / "scheme.toml"), *given) == 2
    assert said in capsys.readouterr().err
    assert not (files / "form.xlsx").exists()
