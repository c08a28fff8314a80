"""The workspace keeps plans, merges two programs' changes, and names what it cannot merge."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import platformdirs
import pytest

from planner.merging import ABSENT, Clash
from planner.plan import ID_ALPHABET, Due, Duty, Measure, Plan, Section, Target, Task
from planner.store.errors import Conflict, Duplicate, NotFound
from planner.store.workspace import FILE_NAME, Workspace, default_path

PLAN = Plan(
    id="p1",
    title="安全生产工作要点",
    year=2027,
    issuer="县安委办",
    issued=date(2027, 1, 4),
    field="安全生产",
    sections=(Section("s1", "压实责任", 1000), Section("s2", "专项整治", 2000)),
    tasks=(
        Task("t1", "s1", "签订责任书", 1000, (Measure("m1", "逐级签订。", duty=Duty(lead=("应急局",))),)),
        Task(
            "t2",
            "s2",
            "整治燃气",
            1000,
            (
                Measure(
                    "m2",
                    "排查户内隐患。",
                    targets=(Target("98%以上", "at_least", Decimal("98.50"), "%"),),
                    dues=(Due("9月底前", date(2027, 9, 30)),),
                ),
            ),
        ),
    ),
)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(tmp_path, who="王") as opened:
        yield opened


@pytest.fixture
def other(workspace: Workspace) -> Iterator[Workspace]:
    with Workspace.open(workspace.path, who="李") as opened:
        yield opened


def retitled(plan: Plan, task: str, title: str) -> Plan:
    return plan.with_task(replace(plan.task(task), title=title))


def led_by(plan: Plan, task: str, *names: str) -> Plan:
    (measure,) = plan.task(task).measures
    return plan.with_task(replace(plan.task(task), measures=(replace(measure, duty=Duty(lead=names)),)))


def test_a_new_workspace_says_where_it_was_made(tmp_path: Path) -> None:
    with Workspace.open(tmp_path / "new" / "office.db") as workspace:
        (note,) = workspace.notes
        assert (note.code, note.arguments["file"]) == ("store.created", str(tmp_path / "new" / "office.db"))
    with Workspace.open(tmp_path / "new" / "office.db") as workspace:
        assert workspace.notes == ()


def test_the_usual_place_is_the_users_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(platformdirs, "user_data_path", lambda *_, **__: tmp_path / "data")
    with Workspace.open() as workspace:
        assert workspace.path == default_path() == tmp_path / "data" / FILE_NAME


def test_a_plan_comes_back_equal(workspace: Workspace, other: Workspace) -> None:
    kept = workspace.add(PLAN)
    assert other.plan("p1") == (PLAN, kept.revision)
    with pytest.raises(Duplicate):
        other.add(PLAN)


def test_the_list_shows_heads_newest_year_first(workspace: Workspace) -> None:
    workspace.add(PLAN)
    workspace.add(replace(PLAN, id="p2", year=2028))
    newest, summary = workspace.plans()
    assert newest.id == "p2"
    assert (summary.title, summary.year, summary.issuer, summary.field, summary.task_count, summary.by) == (
        "安全生产工作要点",
        2027,
        "县安委办",
        "安全生产",
        2,
        "王",
    )
    assert summary.revision == workspace.plan("p1").revision


def test_saving_gives_the_plan_and_its_new_revision(workspace: Workspace) -> None:
    kept = workspace.add(PLAN)
    wanted = led_by(retitled(kept.plan, "t1", "层层签订"), "t2", "住建局")
    saved = workspace.save(wanted, kept.revision, "assign")
    assert saved.plan is wanted
    assert workspace.plan("p1") == saved
    assert {entry.path: (entry.old, entry.new) for entry in workspace.journal("p1") if entry.path} == {
        ("tasks", "t1", "title"): ("签订责任书", "层层签订"),
        ("tasks", "t2", "measures", "m2", "lead"): (ABSENT, ["住建局"]),
    }


@pytest.mark.parametrize("remembered", [True, False], ids=["still in memory", "after a restart"])
def test_changes_to_different_fields_of_two_programs_are_both_kept(
    workspace: Workspace, other: Workspace, remembered: bool
) -> None:
    kept = workspace.add(PLAN)
    theirs = other.plan("p1")
    other.save(retitled(theirs.plan, "t1", "层层签订"), theirs.revision, "rename")
    mine = led_by(kept.plan, "t1", "应急局", "工信局")
    if remembered:
        saved = workspace.save(mine, kept.revision, "assign")
    else:
        with Workspace.open(workspace.path, who="王") as restarted:
            saved = restarted.save(mine, kept.revision, "assign")
    assert saved.plan.task("t1").title == "层层签订"
    assert saved.plan.task("t1").measures[0].duty.lead == ("应急局", "工信局")
    assert workspace.plan("p1") == other.plan("p1") == saved


def test_the_same_field_changed_twice_is_a_conflict_and_nothing_is_lost(
    workspace: Workspace, other: Workspace
) -> None:
    kept = workspace.add(PLAN)
    theirs = other.save(retitled(kept.plan, "t1", "他的题目"), kept.revision, "rename")
    with pytest.raises(Conflict) as caught:
        workspace.save(retitled(kept.plan, "t1", "我的题目"), kept.revision, "rename")
    assert caught.value.clashes == (Clash(("tasks", "t1", "title"), "签订责任书", "我的题目", "他的题目"),)
    assert caught.value.theirs.by == "李"
    assert workspace.plan("p1") == theirs
    assert workspace.save(retitled(theirs.plan, "t1", "我的题目"), theirs.revision, "rename")


def test_a_task_put_into_a_section_that_somebody_removed_is_a_conflict(
    workspace: Workspace, other: Workspace
) -> None:
    empty = replace(PLAN, tasks=())
    kept = workspace.add(empty)
    other.save(replace(empty, sections=empty.sections[:1]), kept.revision, "remove section")
    with pytest.raises(Conflict) as caught:
        workspace.save(replace(empty, tasks=PLAN.tasks[1:]), kept.revision, "add task")
    assert [clash.path for clash in caught.value.clashes] == [("tasks", "t2", "section")]


def test_an_undo_takes_back_only_ones_own_change(workspace: Workspace, other: Workspace) -> None:
    kept = workspace.add(PLAN)
    mine = retitled(kept.plan, "t1", "层层签订")
    saved = workspace.save(mine, kept.revision, "rename")
    other.save(led_by(saved.plan, "t2", "住建局"), saved.revision, "assign")
    undone = workspace.apply(mine, kept.plan, "undo")
    assert undone.plan.task("t1").title == "签订责任书"
    assert undone.plan.task("t2").measures[0].duty.lead == ("住建局",)
    redone = workspace.apply(kept.plan, mine, "redo")
    assert redone.plan == led_by(mine, "t2", "住建局")


def test_an_undo_of_what_somebody_changed_again_is_a_conflict(workspace: Workspace, other: Workspace) -> None:
    kept = workspace.add(PLAN)
    mine = workspace.save(retitled(kept.plan, "t1", "层层签订"), kept.revision, "rename")
    other.save(retitled(mine.plan, "t1", "再改"), mine.revision, "rename")
    with pytest.raises(Conflict):
        workspace.apply(mine.plan, kept.plan, "undo")
    assert workspace.plan("p1").plan.task("t1").title == "再改"


def test_a_deletion_can_be_undone(workspace: Workspace) -> None:
    workspace.add(PLAN)
    workspace.delete("p1")
    assert workspace.plans() == ()
    assert [plan.id for plan in workspace.deleted_plans()] == ["p1"]
    with pytest.raises(NotFound):
        workspace.plan("p1")
    assert workspace.restore("p1").plan == PLAN
    assert [entry.what for entry in workspace.journal("p1")] == ["restore", "remove", "add"]


def test_saving_a_plan_that_somebody_deleted_is_told(workspace: Workspace, other: Workspace) -> None:
    kept = workspace.add(PLAN)
    other.delete("p1")
    with pytest.raises(NotFound):
        workspace.save(retitled(kept.plan, "t1", "x"), kept.revision, "rename")
    other.restore("p1")
    assert (
        workspace.save(retitled(kept.plan, "t1", "x"), kept.revision, "rename").plan.task("t1").title == "x"
    )


def test_a_deleted_plan_can_be_imported_again(workspace: Workspace) -> None:
    workspace.add(PLAN)
    workspace.delete("p1")
    workspace.add(retitled(PLAN, "t1", "新的"))
    assert workspace.plan("p1").plan.task("t1").title == "新的"
    assert workspace.deleted_plans() == ()


def test_settings_are_kept_between_programs(workspace: Workspace, other: Workspace) -> None:
    assert workspace.get_setting("language") is None
    workspace.put_setting("language", "zh")
    other.put_setting("language", "en")
    workspace.put_setting("columns", ["lead", "due"])
    assert (workspace.get_setting("language"), other.get_setting("columns")) == ("en", ["lead", "due"])


def test_the_hand_is_drawn_once(workspace: Workspace, other: Workspace) -> None:
    assert workspace.hand == other.hand == workspace.hand
    assert workspace.hand in ID_ALPHABET
    assert len(workspace.hand) == 1


def test_the_roster_merges_by_field_too(workspace: Workspace, other: Workspace) -> None:
    assert workspace.roster() == ({}, 0)
    data, revision = workspace.save_roster({"yj": {"name": "应急管理局"}}, 0, "add")
    other.save_roster({**data, "ga": {"name": "公安局"}}, revision, "add")
    merged, _ = workspace.save_roster(
        {"yj": {"name": "应急管理局", "since": date(2019, 3, 1)}}, revision, "edit"
    )
    assert merged == {"yj": {"name": "应急管理局", "since": "2019-03-01"}, "ga": {"name": "公安局"}}
    with pytest.raises(Conflict):
        other.save_roster({"yj": {"name": "应急局"}}, 0, "add")


def test_another_programs_change_shows(workspace: Workspace, other: Workspace) -> None:
    kept = workspace.add(PLAN)
    seen = workspace.revision
    other.save(retitled(kept.plan, "t1", "新的"), kept.revision, "rename")
    (change,) = workspace.changes(seen)
    assert (change.kind, change.id, change.removed) == ("plan", "p1", False)
    assert workspace.plan("p1").plan.task("t1").title == "新的"


def test_every_thread_may_call(workspace: Workspace) -> None:
    workspace.add(PLAN)
    failures: list[BaseException] = []

    def work(number: int) -> None:
        try:
            for turn in range(20):
                plan, revision = workspace.plan("p1")
                task = Task(f"x{number}n{turn}", "s1", "新任务")
                workspace.save(replace(plan, tasks=(*plan.tasks, task)), revision, "add task")
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(workspace.plan("p1").plan.tasks) == 2 + 4 * 20
