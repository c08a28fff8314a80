"""Departments × tasks and each one's load."""

from __future__ import annotations

from hypothesis import given, settings

from drafting.samples import plans, sample
from planner.drafting import edits
from planner.drafting.load import matrix
from planner.plan import ROLES, Plan


def test_the_most_loaded_stand_first_and_leads_weigh_most() -> None:
    plan = edits.assign(sample(), ["task02"], ["县应急管理局"], "lead")
    plan = edits.assign(plan, ["task04"], ["各乡镇"], "support")
    rows = matrix(plan).rows
    assert [(row.department, row.weight) for row in rows] == [
        ("县应急管理局", 8),
        ("县教育局", 3),
        ("县公安局", 3),
        ("各乡镇", 2),
    ]
    assert [rows[0].count(role) for role in ROLES] == [2, 0, 0, 0]
    assert rows[3].tasks == 2


def test_a_department_with_several_roles_in_a_task_weighs_by_the_strongest() -> None:
    plan = edits.assign(sample(), ["meas03"], ["县公安局"], "lead")
    held = matrix(plan)
    assert held.roles("县公安局", "task03") == ("lead", "responsible")
    assert next(row for row in held.rows if row.department == "县公安局").weight == 4
    assert held.roles("县公安局", "task01") == ()
    assert held.roles("没有的单位", "task01") == ()


def test_tasks_that_nobody_leads_or_answers_for() -> None:
    plan = edits.assign(sample(), ["task02"], ["各乡镇"], "support")
    assert [task.id for task in matrix(plan).unassigned()] == ["task02", "task04"]


@settings(max_examples=40, deadline=None)
@given(plans())
def test_the_matrix_holds_every_name_of_every_duty_and_no_other(plan: Plan) -> None:
    held = matrix(plan)
    for task in plan.tasks:
        for role in ROLES:
            named = {name for measure in task.measures for name in measure.duty.names(role)}
            assert {row.department for row in held.rows if role in row.roles.get(task.id, ())} == named
    weights = [row.weight for row in held.rows]
    assert weights == sorted(weights, reverse=True)
