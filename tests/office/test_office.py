"""One door: what the office hands over, keeps, and never loses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from planner.departments import abolish, resolve
from planner.drafting.draft import Pick
from planner.findings import Finding, has_errors
from planner.office import Office
from planner.office.records import Conflict, Saved
from planner.plan import Plan


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    held = Office(tmp_path / "office.db")
    assert held.workspace.plans() == ()
    yield held
    held.close()


def kept(office: Office) -> Plan:
    (source,) = (held.plan for held in office.builtin_templates if held.key == "fire-safety")
    plan = office.draft((Pick(source),), 2027).plan
    office.add_plan(plan)
    return plan


def test_templates_are_the_own_plans_first_then_the_built_in(office: Office) -> None:
    plan = kept(office)
    templates = office.templates()
    assert (templates[0].origin, templates[0].plan) == ("workspace", plan)
    assert {held.origin for held in templates[1:]} == {"builtin"}
    assert len({held.key for held in templates}) == len(templates)


def test_a_new_plan_has_everything_of_its_sources_in_the_new_year(office: Office) -> None:
    sources = tuple(held.plan for held in office.builtin_templates[:2])
    plan = office.draft(tuple(map(Pick, sources)), 2027).plan
    assert plan.year == 2027
    assert len(plan.tasks) == sum(len(source.tasks) for source in sources)
    days = [due.day for task in plan.tasks for measure in task.measures for due in measure.dues]
    assert {day.year for day in days if day} == {2027}
    assert not plan.ids() & {id for source in sources for id in source.ids()}


def test_the_demo_county_passes_its_own_check(office: Office) -> None:
    demo = office.demo_plan()
    assert "青禾县" in demo.title
    assert demo.year == date.today().year
    assert not has_errors(office.check(demo))


def test_an_edit_on_an_old_revision_joins_the_other_persons_or_says_conflict(office: Office) -> None:
    plan = kept(office)
    opened = office.open_plan(plan.id)
    first, second = plan.tasks[0], plan.tasks[1]
    theirs = plan.with_task(replace(first, title="他人改的标题"))
    assert isinstance(office.save_plan(theirs, opened.revision), Saved)
    mine = plan.with_task(replace(second, title="我改的标题"))
    joined = office.save_plan(mine, opened.revision)
    assert isinstance(joined, Saved)
    assert joined.merged is not None
    titles = [task.title for task in office.open_plan(plan.id).record.tasks]
    assert {"他人改的标题", "我改的标题"} <= set(titles)
    clash = office.save_plan(plan.with_task(replace(first, title="第三种标题")), opened.revision)
    assert isinstance(clash, Conflict)
    assert clash.theirs.task(first.id).title == "他人改的标题"


def test_a_removed_plan_comes_back_as_it_was(office: Office) -> None:
    plan = kept(office)
    assert office.remove_plan(plan.id) == plan
    with pytest.raises(KeyError):
        office.open_plan(plan.id)
    assert office.add_plan(plan).record == plan
    assert [card.title for card in office.plans()] == [plan.title]


def test_the_own_roster_lies_over_the_built_in_one(office: Office) -> None:
    opened = office.roster()
    gone = resolve("县科技局", opened.record)
    assert gone is not None
    assert gone.department is not None
    heir = resolve("县教育局", opened.record)
    assert heir is not None
    assert heir.department is not None
    changed = abolish(opened.record, gone.department.id, 2027, heir.department.id)
    saved = office.save_roster(changed, opened.revision)
    assert isinstance(saved, Saved)
    assert office.roster().record == changed
    again = Office(office.workspace.path)
    assert again.roster().record == changed
    again.close()


def test_a_choice_is_remembered(office: Office) -> None:
    assert office.setting("language") == ""
    office.set_setting("language", "en")
    assert office.setting("language") == "en"


def test_a_workspace_that_cannot_be_opened_is_a_finding_and_stays_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "office.db"
    file.write_bytes(b"not a database at all" * 400)
    said = Office.open(file)
    assert isinstance(said, Finding)
    assert file.read_bytes() == b"not a database at all" * 400


def test_a_colleagues_plan_moves_our_new_ids_to_a_letter_of_our_own(office: Office) -> None:
    theirs = kept(office)
    office.remove_plan(theirs.id)
    assert office.hand in {id[0] for id in theirs.ids()}
    office.import_plan(theirs)
    assert office.hand not in {id[0] for id in theirs.ids()}


def test_a_plan_from_templates_of_several_years_has_the_new_year_in_its_title(office: Office) -> None:
    recent = office.builtin_templates[0].plan
    older = replace(
        recent, year=2021, title="临江县2021年安全生产工作要点", preamble="2021年，全县稳中向好。"
    )
    drafted = office.draft((Pick(older, [older.tasks[0].id]), Pick(recent)), 2027)
    assert drafted.plan.title == "临江县2027年安全生产工作要点"
    assert drafted.plan.preamble == recent.preamble.replace("2026年", "2027年")
    drafted = office.draft((Pick(older), Pick(recent)), 2027)
    assert drafted.plan.preamble == "2027年，全县稳中向好。"


def test_a_title_that_was_given_is_not_asked_about(office: Office) -> None:
    older = replace(office.builtin_templates[0].plan, title="贯彻二十届三中全会精神2026年工作要点")
    asked = [
        left.place.field for left in office.draft((Pick(older),), 2027).left if left.place.record == "plan"
    ]
    assert "title" in asked
    drafted = office.draft((Pick(older),), 2027, title="2027年工作要点")
    assert drafted.plan.title == "2027年工作要点"
    assert [left for left in drafted.left if (left.place.record, left.place.field) == ("plan", "title")] == []


def test_looking_things_up_makes_no_workspace(tmp_path: Path) -> None:
    file = tmp_path / "office.db"
    office = Office(file)
    (source,) = (held.plan for held in office.templates() if held.key == "fire-safety")
    assert office.draft((Pick(source),), 2027).plan.id[0] == office.hand
    assert office.check(source) is not None
    assert office.close() == ()
    assert list(tmp_path.iterdir()) == []


def test_a_plan_borrowed_from_elsewhere_does_not_rename_ones_own(office: Office) -> None:
    own = next(held.plan for held in office.builtin_templates if held.key == "work-safety")
    borrowed = next(held.plan for held in office.builtin_templates if held.key == "fire-safety")
    borrowed = replace(borrowed, region="白鹭区", title="白鹭区2026年消防工作要点")
    plan = office.draft((Pick(own), Pick(borrowed)), 2027).plan
    assert plan.region == ""
    names = {name for task in plan.tasks for name in task.everyone()}
    assert "县应急管理局" in names
    assert not [name for name in names if name.startswith("区")]
