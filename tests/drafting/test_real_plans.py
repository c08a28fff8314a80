"""The roll-over on five real plans, where they are at hand: nothing certain is left, nothing lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from planner.departments import Roster
from planner.drafting import pick
from planner.drafting.rollover import apply, propose
from planner.plan import ROLES, Plan
from planner.reading.document import read

FOLDER = Path(__file__).parents[2].parent / "shared" / "past-plans"
PLANS = ("province-2020", "lucheng-2020", "jilin-2018", "city-2025", "yueyanglou-2021")

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the real plans are not beside the project")


def draft_from(name: str) -> tuple[Plan, Plan]:
    template = read((FOLDER / f"{name}.txt").read_bytes(), f"{name}.txt").plan
    assert template is not None
    draft = pick.start("临江县2027年安全生产工作要点", 2027, level="county", region="临江县")
    draft, _ = pick.take(draft, template)
    return template, draft


@pytest.mark.parametrize("name", PLANS)
def test_a_real_plan_rolls_over_to_a_county_of_2027(roster: Roster, name: str) -> None:
    template, draft = draft_from(name)
    found = propose(draft, 2027, roster=roster)
    done = apply(draft, [held for held in found if not held.person])
    assert [len(task.measures) for task in done.tasks] == [len(task.measures) for task in template.tasks]
    assert [held for held in propose(done, 2027, roster=roster) if not held.person] == []
    flagged = {(held.place.record, held.place.id) for held in found if held.person}
    own_year = re.compile(rf"(?<!\d){template.year}年")
    for task in done.tasks:
        for measure in task.measures:
            assert ("measure", measure.id) in flagged or not own_year.search(measure.text)


@pytest.mark.parametrize(("name", "letter"), [("province-2020", "省"), ("yueyanglou-2021", "区")])
def test_departments_of_another_level_are_gone_from_the_duties(
    roster: Roster, name: str, letter: str
) -> None:
    _, draft = draft_from(name)
    found = propose(draft, 2027, roster=roster)
    done = apply(draft, [held for held in found if not held.person])
    left = {held.old for held in found if held.person and held.place.field in ROLES}
    names = {held for task in done.tasks for held in task.everyone()}
    assert {held for held in names if held.startswith(letter)} <= left
    assert "县应急管理局" in names
