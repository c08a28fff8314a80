"""The exchange file: a plan comes back equal, equal plans give equal bytes."""

from __future__ import annotations

from hypothesis import given

from planner.plan import Plan
from planner.sharing.toml import read_plan, write_plan
from tests.strategies import plans


@given(plans())
def test_a_plan_comes_back_equal(plan: Plan) -> None:
    assert read_plan(write_plan(plan).encode(), "计划.toml") == (plan, ())
