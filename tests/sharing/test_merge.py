"""Two people add to the same plan, each in a copy: a line merge takes both, whoever comes first.

The promise holds for two workspaces with different letters (`planner.plan.new_hand`). It is tried with git's
own merge of one file, and with whole repositories.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.plan import Due, Measure, Plan, Source, Target, Task
from planner.sharing.toml import read_plan, write_plan
from tests.strategies import Ids, measures, plans, section_records, tasks

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

LETTERS = "abcdefghjkmnpqrstuvwxyz"


@dataclass(frozen=True)
class Both:
    """A plan, what two people made of it, and the plan with the additions of both."""

    base: Plan
    one: Plan
    other: Plan
    united: Plan


@dataclass(frozen=True)
class Additions:
    """What one person adds: whole records, new measures by task, and a target, due date, lead by measure."""

    plan: Plan
    measures: dict[str, tuple[Measure, ...]]
    grown: frozenset[str]

    def to(self, plan: Plan) -> Plan:
        """The plan with these additions."""
        return replace(
            plan,
            sections=plan.sections + self.plan.sections,
            tasks=tuple(self._grow(task) for task in plan.tasks) + self.plan.tasks,
        )

    def _grow(self, task: Task) -> Task:
        old = tuple(grown(measure) if measure.id in self.grown else measure for measure in task.measures)
        return replace(task, measures=old + self.measures.get(task.id, ()))


def grown(measure: Measure) -> Measure:
    return replace(
        measure,
        duty=replace(measure.duty, lead=(*measure.duty.lead, "新增局")),
        targets=(*measure.targets, Target("新增10家", "at_least", None, "家")),
        dues=(*measure.dues, Due("年底前", date(2026, 12, 31))),
        source=measure.source or Source("新增.txt"),
    )


@st.composite
def additions(draw: st.DrawFn, base: Plan, hand: str, may_grow: list[str]) -> Additions:
    ids = Ids(draw, hand, base.ids())
    sections = tuple(draw(section_records(ids)) for _ in range(draw(st.integers(0, 2))))
    places = tuple(section.id for section in (*base.sections, *sections))
    new = tuple(draw(tasks(ids, places)) for _ in range(draw(st.integers(0, 2))))
    inside = {
        task.id: tuple(draw(measures(ids.make())) for _ in range(draw(st.integers(0, 2))))
        for task in base.tasks
    }
    grown = draw(st.sets(st.sampled_from(may_grow))) if may_grow else set()
    return Additions(replace(base, sections=sections, tasks=new), inside, frozenset(grown))


@st.composite
def both(draw: st.DrawFn) -> Both:
    """Two people with different letters; the plan may have been begun by one of them or by anybody."""
    first, second = draw(st.lists(st.sampled_from(LETTERS), min_size=2, max_size=2, unique=True))
    base = draw(plans(draw(st.sampled_from(["", first, second]))))
    held = draw(st.permutations([measure.id for task in base.tasks for measure in task.measures]))
    half = len(held) // 2
    mine = draw(additions(base, first, held[:half]))
    theirs = draw(additions(base, second, held[half:]))
    return Both(base, mine.to(base), theirs.to(base), theirs.to(mine.to(base)))


def git(*words: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["git", *words], cwd=folder, capture_output=True, check=False)


def merged(ours: Plan, base: Plan, theirs: Plan) -> bytes:
    """Git's merge of the three files; fails the test where git leaves a conflict."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, plan in (("ours", ours), ("base", base), ("theirs", theirs)):
            (folder / file).write_bytes(write_plan(plan).encode())
        done = git("merge-file", "-p", "ours", "base", "theirs", folder=folder)
    assert done.returncode == 0, done.stdout.decode()
    return done.stdout


@given(both())
@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
def test_what_two_people_add_merges_in_any_order(case: Both) -> None:
    for ours, theirs in ((case.one, case.other), (case.other, case.one)):
        text = merged(ours, case.base, theirs)
        assert read_plan(text, "计划.toml") == (case.united, ())
        assert text == write_plan(case.united).encode()
