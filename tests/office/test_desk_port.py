"""The office's desk and the one in memory answer to the same questions in the same words."""

from __future__ import annotations

import inspect

import pytest

from planner.office.assessments import Assessments
from planner.tui.ports import AssessmentsPort
from tests.tui.assessment_fakes import FakeAssessments

ASKED = [name for name in vars(AssessmentsPort) if not name.startswith("_")]


@pytest.mark.parametrize("desk", [Assessments, FakeAssessments])
@pytest.mark.parametrize("name", ASKED)
def test_a_desk_takes_what_the_port_says(desk: type, name: str) -> None:
    assert inspect.signature(getattr(desk, name)) == inspect.signature(getattr(AssessmentsPort, name))
