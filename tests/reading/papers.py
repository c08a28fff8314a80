"""Short papers written for the tests, read and brought into a form that is easy to compare."""

from __future__ import annotations

import textwrap
from typing import Any

from planner.reading.document import Reading, read
from planner.reading.report import as_json


def paper(text: str) -> Reading:
    """Read a paper written as an indented string."""
    return read(textwrap.dedent(text).strip("\n").encode(), "paper.txt")


def body(text: str, title: str = "临江县2026年消防工作要点") -> Reading:
    """Read a plan of which only the body is given."""
    return read(f"{title}\n{textwrap.dedent(text).strip()}".encode(), "paper.txt")


def outline(reading: Reading) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Sections with their items: number and title each."""
    return [
        (section.number, section.title, [(item.number, item.title) for item in section.items])
        for section in reading.outline
    ]


def items(reading: Reading) -> list[tuple[str, str]]:
    """All items in order: number and title."""
    return [(item.number, item.title) for section in reading.outline for item in section.items]


def codes(reading: Reading) -> list[str]:
    return [finding.code for finding in reading.findings]


def lines_of(reading: Reading, code: str) -> list[int | None]:
    return [finding.where.line for finding in reading.findings if finding.code == code]


def measures(reading: Reading) -> list[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
    """Of each measure: title, text, leads, responsible."""
    assert reading.plan is not None
    return [
        (measure.title, measure.text, measure.duty.lead, measure.duty.responsible)
        for task in reading.plan.tasks
        for measure in task.measures
    ]


def json_of(reading: Reading) -> dict[str, Any]:
    return as_json(reading)
