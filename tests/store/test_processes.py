"""Several programs at once on one workspace: nothing of anybody is lost, and nobody sees an error."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from planner.store.repository import opened
from planner.store.workspace import Workspace
from tests.store.writers import draw_hand, plan_of, reported, share, start, turn_of

TURNS = 40


@pytest.mark.parametrize("writers", [2, 4])
@pytest.mark.xdist_group("processes")
def test_nothing_is_lost(tmp_path: Path, writers: int) -> None:
    path = tmp_path / "a.db"
    with Workspace.open(path) as workspace:
        workspace.add(replace(plan_of(0), id="shared"))
    running = [start(share, path, writer, TURNS) for writer in range(writers)]
    for one in running:
        one.process.join(60)
        assert one.process.exitcode == 0
        assert reported(one) == list(range(1, TURNS + 1))
    with Workspace.open(path) as workspace, opened(path, {}) as repository:
        ids = {summary.id for summary in workspace.plans()}
        assert ids >= {f"new{writer}x{turn}" for writer in range(writers) for turn in range(1, TURNS + 1)}
        assert [turn_of(workspace.plan(f"p{writer}").plan) for writer in range(writers)] == [TURNS] * writers
        assert repository.get("count", "c").data == {"n": writers * TURNS}
        shared = {task.id for task in workspace.plan("shared").plan.tasks}
        assert shared >= {f"w{writer}x{turn}" for writer in range(writers) for turn in range(1, TURNS + 1)}
        revisions = [change.revision for change in workspace.changes(0)]
        assert revisions == sorted(set(revisions))
        assert workspace.check() == ()


@pytest.mark.xdist_group("processes")
def test_several_programs_make_one_workspace(tmp_path: Path) -> None:
    for turn in range(5):
        running = [start(draw_hand, tmp_path / f"{turn}.db") for _ in range(4)]
        hands = [reported(one) for one in running]
        for one in running:
            one.process.join(30)
            assert one.process.exitcode == 0
        assert len({tuple(hand) for hand in hands}) == 1
