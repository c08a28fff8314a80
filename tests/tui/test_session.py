"""The open plan: every edit saved at once, undone without limit, never lost to another person's save."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from planner.plan import Plan
from planner.tui.ports import Conflict, Opened, Saved
from planner.tui.session import PlanSession, Session, combined_plans
from tui.fakes import plan


class Store:
    """A store of one plan that answers as told; jobs wait until `work` is called."""

    def __init__(self) -> None:
        self.saves: list[tuple[str, int]] = []
        self.answers: list[Saved[Plan] | Conflict[Plan] | Exception] = []
        self.jobs: list[tuple[Callable[[], object], Callable[[object], None]]] = []

    def save(self, plan: Plan, revision: int) -> Saved[Plan] | Conflict[Plan]:
        self.saves.append((plan.title, revision))
        answer = self.answers.pop(0) if self.answers else Saved(revision + 1)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def run(self, job: Callable[[], object], then: Callable[[object], None]) -> None:
        self.jobs.append((job, then))

    def work(self) -> None:
        while self.jobs:
            job, then = self.jobs.pop(0)
            then(job())


def opened() -> tuple[Store, PlanSession]:
    store = Store()
    return store, Session(Opened(plan(title="甲"), 1), store.save, store.run)


def titled(session: PlanSession, title: str) -> Plan:
    return replace(session.record, title=title)


def test_an_edit_is_saved_at_once() -> None:
    store, session = opened()
    session.change(titled(session, "乙"), "edit.title")
    assert session.state == "saving"
    store.work()
    assert session.state == "saved"
    assert store.saves == [("乙", 1)]
    assert session.revision == 2


def test_edits_made_while_saving_are_saved_together_afterwards() -> None:
    store, session = opened()
    for title in "乙丙丁":
        session.change(titled(session, title), "edit.title")
    store.work()
    assert store.saves == [("乙", 1), ("丁", 2)]


def test_what_changes_nothing_is_no_edit() -> None:
    store, session = opened()
    session.change(session.record, "edit.title")
    assert session.to_undo() is None
    assert not store.jobs


def test_undo_and_redo_are_saved_too() -> None:
    store, session = opened()
    session.change(titled(session, "乙"), "edit.title")
    store.work()
    session.undo()
    store.work()
    session.redo()
    store.work()
    assert [title for title, _ in store.saves] == ["乙", "甲", "乙"]
    assert session.to_redo() is None


def test_a_conflict_stops_saving_and_loses_nothing() -> None:
    store, session = opened()
    store.answers = [Conflict(replace(plan(), title="别人"), 7)]
    session.change(titled(session, "我"), "edit.title")
    store.work()
    assert session.state == "conflict"
    assert session.record.title == "我"
    session.change(titled(session, "我又改"), "edit.title")
    store.work()
    assert len(store.saves) == 1


def test_taking_theirs_keeps_mine_one_undo_away() -> None:
    store, session = opened()
    store.answers = [Conflict(replace(plan(), title="别人"), 7)]
    session.change(titled(session, "我"), "edit.title")
    store.work()
    session.take_theirs()
    assert (session.record.title, session.revision, session.state) == ("别人", 7, "saved")
    session.undo()
    store.work()
    assert store.saves[-1] == ("我", 7)


def test_keeping_mine_saves_it_over_theirs_which_stays_one_undo_away() -> None:
    store, session = opened()
    store.answers = [Conflict(replace(plan(), title="别人"), 7)]
    session.change(titled(session, "我"), "edit.title")
    store.work()
    session.keep_mine()
    store.work()
    assert store.saves[-1] == ("我", 7)
    session.undo()
    store.work()
    assert store.saves[-1] == ("别人", 8)


def test_another_persons_changes_come_in_with_a_save() -> None:
    store, session = opened()
    store.answers = [Saved(2, replace(plan(title="乙"), issuer="别人改的"))]
    session.change(titled(session, "乙"), "edit.title")
    store.work()
    assert session.record.issuer == "别人改的"
    assert (session.revision, session.state) == (2, "saved")


def shared() -> tuple[Store, PlanSession]:
    """A session whose undo leaves another person's changes alone."""
    store = Store()
    return store, Session(Opened(plan(title="甲"), 1), store.save, store.run, combined_plans)


def test_undo_takes_back_ones_own_edits_and_leaves_another_persons() -> None:
    store, session = shared()
    for title in ("乙", "丙"):
        session.change(titled(session, title), "edit.title")
        store.work()
    session.learn(Opened(replace(session.record, issuer="别人改的"), 9))
    session.learn(Opened(replace(session.record, number="别人再改的"), 10))
    shown = []
    for step in (session.undo, session.undo, session.undo, session.redo, session.redo, session.redo):
        step()
        store.work()
        shown.append((session.record.title, session.record.issuer, session.record.number))
    assert shown == [(title, "别人改的", "别人再改的") for title in ("乙", "甲", "甲", "乙", "丙", "丙")]
    assert session.to_redo() is None


def test_where_both_changed_the_same_undo_takes_back_both_and_says_so() -> None:
    store, session = shared()
    session.change(titled(session, "乙"), "edit.title")
    store.work()
    session.learn(Opened(replace(session.record, title="别人"), 9))
    step = session.undo()
    assert step is not None
    assert (step.name, session.record.title) == ("session.merged", "乙")


def test_without_an_own_edit_there_is_nothing_to_undo() -> None:
    _, session = shared()
    session.learn(Opened(replace(session.record, title="别人"), 9))
    assert session.to_undo() is None
    assert session.undo() is None
    assert session.record.title == "别人"


def test_a_merge_during_further_edits_is_merged_again_not_overwritten() -> None:
    store, session = opened()
    store.answers = [Saved(2, replace(plan(title="乙"), issuer="别人改的"))]
    session.change(titled(session, "乙"), "edit.title")
    session.change(titled(session, "丙"), "edit.title")
    store.work()
    assert store.saves == [("乙", 1), ("丙", 1)], "the second save must name what this session began with"


def test_a_failed_save_says_so_and_can_be_tried_again() -> None:
    store, session = opened()
    store.answers = [OSError("disk full")]
    session.change(titled(session, "乙"), "edit.title")
    store.work()
    assert session.state == "failed"
    session.save_again()
    store.work()
    assert session.state == "saved"
    assert store.saves == [("乙", 1), ("乙", 1)]


def test_listeners_hear_of_edits_and_saves_until_they_leave() -> None:
    store, session = opened()
    heard: list[str] = []
    stop = session.listen(lambda: heard.append(session.state))
    session.change(titled(session, "乙"), "edit.title")
    store.work()
    stop()
    session.undo()
    assert heard == ["saving", "saved"]
