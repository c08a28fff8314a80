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

from planner.plan import Due, Duty, Measure, Plan, Source, Target, Task
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
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
def test_what_two_people_add_merges_in_any_order(case: Both) -> None:
    for ours, theirs in ((case.one, case.other), (case.other, case.one)):
        text = merged(ours, case.base, theirs)
        assert read_plan(text, "计划.toml") == (case.united, ())
        assert text == write_plan(case.united).encode()


def committed(plan: Plan, folder: Path, branch: str) -> None:
    """One person's plan as a commit on a branch of their own, begun at the common plan."""
    assert git("checkout", "-q", "-B", branch, "main", folder=folder).returncode == 0
    (folder / "计划.toml").write_bytes(write_plan(plan).encode())
    assert git("commit", "-q", "--allow-empty", "-a", "-m", branch, folder=folder).returncode == 0


@given(both())
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_whole_repository_merges_in_any_order(case: Both) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        git("init", "-q", "-b", "main", folder=folder)
        (folder / ".git" / "config").open("a").write(
            "[user]\nname = a\nemail = a@b\n[commit]\ngpgsign = false\n"
        )
        (folder / "计划.toml").write_bytes(write_plan(case.base).encode())
        git("add", ".", folder=folder)
        assert git("commit", "-q", "-m", "base", folder=folder).returncode == 0
        for first, second in ((case.one, case.other), (case.other, case.one)):
            committed(first, folder, "first")
            committed(second, folder, "second")
            done = git("merge", "-q", "-m", "both", "first", folder=folder)
            assert done.returncode == 0, done.stdout.decode()
            assert read_plan((folder / "计划.toml").read_bytes(), "计划.toml") == (case.united, ())


def of_one_measure(lead: tuple[str, ...], support: tuple[str, ...], clause: str) -> Plan:
    measure = Measure("km", "开展检查。", duty=Duty(lead=lead, support=support, clause=clause))
    return Plan("kp", "要点", 2026, tasks=(Task("kt", "", "排查", measures=(measure,)),))


def test_a_lead_and_a_supporter_for_the_same_measure_merge() -> None:
    base = of_one_measure(("应急局",), ("公安局",), "（应急局牵头，公安局配合）")
    one = of_one_measure(("应急局", "住建局"), ("公安局",), "")
    other = of_one_measure(("应急局",), ("公安局", "交通局"), "")
    both = of_one_measure(("应急局", "住建局"), ("公安局", "交通局"), "")
    assert merged(one, base, other) == merged(other, base, one) == write_plan(both).encode()


def test_a_new_list_of_supporters_merges_with_a_longer_list_of_leads() -> None:
    base = of_one_measure(("应急局",), (), "（应急局牵头）")
    both = of_one_measure(("应急局", "住建局"), ("交通局",), "")
    merge = merged(
        of_one_measure(("应急局", "住建局"), (), ""), base, of_one_measure(("应急局",), ("交通局",), "")
    )
    assert merge == write_plan(both).encode()


def test_what_two_people_say_differently_is_a_conflict_and_is_read_as_one() -> None:
    base = Plan("kp", "要点", 2026)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, title in (("ours", "要点一"), ("base", "要点"), ("theirs", "要点二")):
            (folder / file).write_bytes(write_plan(replace(base, title=title)).encode())
        done = git("merge-file", "-p", "ours", "base", "theirs", folder=folder)
    plan, findings = read_plan(done.stdout, "计划.toml")
    assert plan is None
    assert [finding.code for finding in findings] == ["format.conflict"]
