"""Laws that hold for every plan and every order of saves, undos, deletions and programs."""

from __future__ import annotations

import json
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, rule

from planner.merging import differences
from planner.plan import Duty, Measure, Plan, Section, Task
from planner.store.errors import Conflict, NotFound
from planner.store.plans import decoded, encoded
from planner.store.workspace import KeptPlan, Workspace
from tests.strategies import plans

TASKS = ("t0", "t1", "t2")
NAMES = ("应急局", "公安局", "水利局")
FIELDS = ("title", "lead", "text")


@settings(max_examples=50)
@given(plans())
def test_a_plan_comes_back_from_its_text(plan: Plan) -> None:
    data = encoded(plan)
    assert json.loads(data.text) == data
    assert decoded(json.loads(data.text)) == plan


@settings(max_examples=30, deadline=None)
@given(plans(max_tasks=3), plans(max_tasks=2))
def test_what_is_reused_makes_no_difference(plan: Plan, other: Plan) -> None:
    sections = other.sections or plan.sections
    mixed = replace(plan, title=other.title, sections=sections, tasks=(*plan.tasks[1:], *other.tasks))
    data = encoded(plan)
    reused = encoded(mixed, plan, data)
    assert reused == encoded(mixed)
    assert json.loads(reused.text) == reused
    again = encoded(plan, mixed, reused)
    assert not list(differences(again, data))
    assert json.loads(again.text) == data


def starting_plan() -> Plan:
    tasks = tuple(Task(id, "s1", "0", 1, (Measure(f"m{id}", "", duty=Duty()),)) for id in TASKS)
    return Plan("p", "要点", 2027, sections=(Section("s1", "一"),), tasks=tasks)


def changed(plan: Plan, id: str, field: str, value: str) -> Plan:
    task = plan.task(id)
    if field == "title":
        return plan.with_task(replace(task, title=value))
    (measure,) = task.measures
    duty = Duty(lead=(value,)) if field == "lead" else measure.duty
    text = value if field == "text" else measure.text
    return plan.with_task(replace(task, measures=(replace(measure, duty=duty, text=text),)))


def value_of(plan: Plan, id: str, field: str) -> str:
    (measure,) = plan.task(id).measures
    values = {"title": plan.task(id).title, "text": measure.text, "lead": "".join(measure.duty.lead)}
    return values[field]


class Office(RuleBasedStateMachine):
    """Two programs and a model: for each field, the value that was kept last."""

    held = Bundle("held")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.programs = [Workspace.open(self.folder / "a.db", who=who) for who in ("王", "李")]
        self.model: dict[tuple[str, str], str] = {}
        self.history: dict[int, dict[tuple[str, str], str]] = {}
        self.deleted = False

    def teardown(self) -> None:
        for program in self.programs:
            program._repository.close()
        shutil.rmtree(self.folder)

    @initialize(target=held)
    def begin(self) -> KeptPlan:
        kept = self.programs[0].add(starting_plan())
        self.model = {(id, field): value_of(kept.plan, id, field) for id in TASKS for field in FIELDS}
        self.history[kept.revision] = dict(self.model)
        return kept

    @rule(target=held, program=st.integers(0, 1))
    def look(self, program: int) -> KeptPlan:
        try:
            return self.programs[program].plan("p")
        except NotFound:
            assert self.deleted
            return KeptPlan(starting_plan(), 0)

    @rule(
        target=held,
        program=st.integers(0, 1),
        kept=consumes(held),
        id=st.sampled_from(TASKS),
        field=st.sampled_from(FIELDS),
        value=st.sampled_from(NAMES),
    )
    def save(self, program: int, kept: KeptPlan, id: str, field: str, value: str) -> KeptPlan:
        was = value_of(kept.plan, id, field)
        try:
            saved = self.programs[program].save(changed(kept.plan, id, field, value), kept.revision, "edit")
        except NotFound:
            assert self.deleted or not kept.revision
            return kept
        except Conflict as conflict:
            self.conflicts_are_real(conflict, was, self.model[id, field], value)
            return self.programs[program].plan("p")
        if was != value:
            self.model[id, field] = value
        self.history[saved.revision] = dict(self.model)
        return saved

    def conflicts_are_real(self, conflict: Conflict, was: str, theirs: str, mine: str) -> None:
        assert was != theirs != mine
        assert len(conflict.clashes) == 1

    @rule(program=st.integers(0, 1))
    def delete(self, program: int) -> None:
        if not self.deleted:
            self.programs[program].delete("p")
            self.deleted = True

    @rule(program=st.integers(0, 1))
    def restore(self, program: int) -> None:
        if self.deleted:
            self.history[self.programs[program].restore("p").revision] = dict(self.model)
            self.deleted = False

    @rule(program=st.integers(0, 1))
    def start_again(self, program: int) -> None:
        self.programs[program]._repository.close()
        self.programs[program] = Workspace.open(self.folder / "a.db", who="又")

    @invariant()
    def both_programs_see_the_model(self) -> None:
        if self.history and not self.deleted:
            for program in self.programs:
                plan = program.plan("p").plan
                assert {place: value_of(plan, *place) for place in self.model} == self.model

    @invariant()
    def every_revision_can_be_had(self) -> None:
        if self.history and not self.deleted:
            for revision, model in self.history.items():
                plan = decoded(self.programs[0]._repository.at("plan", "p", revision).data)
                assert {place: value_of(plan, *place) for place in model} == model


Office.TestCase.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
TestOffice = Office.TestCase
