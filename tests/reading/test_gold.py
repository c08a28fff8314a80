"""The five real plans are read as their gold says."""

from __future__ import annotations

import gold
import pytest
from accounting import unaccounted

from planner.reading.document import read

pytestmark = pytest.mark.skipif(
    not gold.names(), reason="the real plans in ../shared/past-plans are not here"
)

LEAST = {
    "sections": 1.0,
    "tasks": 1.0,
    "header": 0.99,
    "clauses": 0.995,
    "names": 0.995,
    "subtasks": 0.9,
    "targets": 0.8,
    "deadlines": 0.9,
    "frequencies": 0.9,
    "noise": 1.0,
}


@pytest.fixture(scope="module")
def scores() -> dict[str, gold.Score]:
    return gold.totals()


@pytest.mark.parametrize("figure", LEAST)
def test_figure_reaches_its_aim(scores: dict[str, gold.Score], figure: str) -> None:
    assert scores[figure].f1 >= LEAST[figure], f"{figure}: {scores[figure]}"


@pytest.mark.parametrize("name", ["lucheng-2020", "jilin-2018", "city-2025"])
def test_no_duty_is_made_up(name: str) -> None:
    _, got = gold.load(name)
    assert [
        task["duties"] for section in got["sections"] for task in section["tasks"] if task["duties"]
    ] == []


@pytest.mark.parametrize("name", gold.names())
def test_every_line_is_plan_or_head_or_reported(name: str) -> None:
    data = (gold.FOLDER / f"{name}.txt").read_bytes()
    reading = read(data, name)
    assert unaccounted(data, reading) == []
    reported = {finding.where.line for finding in reading.findings if finding.code == "reading.noise"}
    assert {account.line for account in reading.accounts if account.role == "noise"} == reported
    assert not any(account.role == "not understood" for account in reading.accounts)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("name", gold.names())
def test_encoding_makes_no_difference(name: str, encoding: str) -> None:
    text = (gold.FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    reading = read(text.encode(encoding, errors="ignore"), name)
    assert [section.title for section in reading.outline] == [
        section.title for section in read(text.encode(), name).outline
    ]
