"""In whose name one enters: the voices whose time it is stand first."""

from __future__ import annotations

import pytest

from assessments.process import Stage
from planner.tui.screens.scoring.screen import ScoringScreen
from tests.assessment_samples import SCHEME
from tests.tui.assessment_fakes import FakeAssessments, at
from tui.fakes import FakeOffice
from tui.piloting import Run, press, rest, screen_text


@pytest.mark.parametrize(
    ("stage", "first"),
    [
        ("verification", "评分：各评分部门"),
        ("panel", "评委：王评委"),
        ("meeting", "审定：会议"),
        ("appeal", "审定：会议"),
    ],
)
async def test_those_whose_time_it_is_stand_first(run: Run, stage: Stage, first: str) -> None:
    office = FakeOffice()
    office.assessments = FakeAssessments(course=at(stage))  # type: ignore[misc]
    async with run(office) as pilot:
        pilot.app.open_assessment(SCHEME.id)  # type: ignore[attr-defined]
        await rest(pilot)
        await rest(pilot)
        assert isinstance(pilot.app.screen, ScoringScreen)
        await press(pilot, "ctrl+u")
        shown = screen_text(pilot)
        box = shown[shown.index("以谁的名义录入") :]
        assert min(("评分：各评分部门", "评委：王评委", "审定：会议"), key=box.index) == first
        # Enter takes it: the cursor stands there already.
        await press(pilot, "enter")
        assert first in screen_text(pilot).splitlines()[1]
