"""The open assessment: scores new at once, cells saved one by one, others' work met, undo and redo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from assessments.process import Decision
from assessments.sheet import Entry, Event
from planner.findings import Finding, Severity
from planner.office import Office
from planner.office.assessment_records import CellConflict, SheetPlace
from planner.tui.assessment import OpenAssessment, Told, Voice, load
from planner.tui.changes import Change
from planner.tui.ports import AssessmentsPort
from planner.tui.screens.results.papers import for_all
from tests.assessment_samples import EMERGENCY, FIRE, SCHEME, rating, verified
from tests.tui.assessment_fakes import AT, PLACE, FakeAssessments, at

FLOOD = SheetPlace(SCHEME.id, "verified", FIRE)
"""The sheet of the body that scores `flood`."""
Then = Callable[[object], None]


class Jobs:
    """Runs jobs when it is told to: in between one may type."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Callable[[], object], Then]] = []
        self.at_once = False

    def __call__(self, job: Callable[[], object], then: Then) -> None:
        self.waiting.append((job, then))
        if self.at_once and len(self.waiting) == 1:
            self.run()

    def one(self) -> None:
        """The job that waits longest."""
        job, then = self.waiting.pop(0)
        then(job())

    def run(self) -> None:
        """All jobs, and those that follow from them."""
        while self.waiting:
            self.one()


class Watched:
    """An open assessment with everything it tells."""

    def __init__(self, desk: AssessmentsPort, id: str = SCHEME.id) -> None:
        self.jobs = Jobs()
        self.open = OpenAssessment(desk, load(desk, id), self.jobs, self.jobs, self.jobs)
        self.told: list[Told] = []
        self.open.listen(self.told.append)

    def value(self, unit: str = "t1", indicator: str = "flood") -> Decimal | None:
        """The score that stands in the live results."""
        entry = self.open.sheet(FLOOD).entry(unit, indicator)
        return entry.score if entry is not None else None


def scored(points: int, reason: str = "理由") -> Entry:
    return Entry(score=Decimal(points), reason=reason)


@pytest.fixture
def desk() -> FakeAssessments:
    return FakeAssessments()


@pytest.fixture
def watched(desk: FakeAssessments) -> Watched:
    return Watched(desk)


def total(watched: Watched, unit: str = "t1") -> Decimal:
    result = watched.open.result(unit)
    assert result is not None
    return result.total


def test_what_one_took_back_oneself_is_not_told_as_anothers_doing(
    watched: Watched, desk: FakeAssessments
) -> None:
    """A workspace keeps no row of a unit in which nothing stands any more."""
    watched.open.enter("t1", "flood", scored(8))
    watched.open.undo()
    watched.jobs.run()
    desk.held[FLOOD] = replace(desk.held[FLOOD], entries={})
    watched.open.learn()
    watched.jobs.run()
    assert watched.open.others == frozenset()


def test_scores_are_new_before_anything_is_saved(watched: Watched) -> None:
    before = total(watched)
    watched.open.enter("t1", "training", scored(12))
    assert total(watched) == before - 6
    assert watched.told == ["scores"]
    assert watched.open.state == "saving"


def test_a_cell_is_saved_in_the_name_of_the_body_that_scores_it(
    watched: Watched, desk: FakeAssessments
) -> None:
    watched.open.enter("t1", "flood", scored(7))
    watched.jobs.run()
    assert desk.held[FLOOD].entry("t1", "flood") == scored(7)
    assert watched.open.state == "saved"
    assert watched.told[-1] == "saved"


def test_cells_are_saved_in_the_order_in_which_they_were_typed(
    watched: Watched, desk: FakeAssessments
) -> None:
    for number, unit in enumerate(("t1", "t2", "t3")):
        watched.open.enter(unit, "flood", scored(number))
    watched.open.enter("t1", "flood", scored(9))
    watched.jobs.run()
    saved = [(line.unit, line.new) for line in desk.lines]
    assert saved == [("t1", "0"), ("t2", "1"), ("t3", "2"), ("t1", "9")]


def test_one_save_is_under_way_at_a_time(watched: Watched) -> None:
    watched.open.enter("t1", "flood", scored(1))
    watched.open.enter("t2", "flood", scored(2))
    assert len(watched.jobs.waiting) == 1
    watched.jobs.one()
    assert len(watched.jobs.waiting) == 1


def test_what_stands_there_already_is_not_written(watched: Watched) -> None:
    watched.open.enter("t1", "flood", scored(7))
    watched.jobs.run()
    watched.told.clear()
    watched.open.enter("t1", "flood", scored(7))
    watched.open.enter("t2", "flood", Entry())
    assert not watched.jobs.waiting
    assert watched.told == []


def test_undo_and_redo_are_saved_too(watched: Watched, desk: FakeAssessments) -> None:
    watched.open.enter("t1", "flood", scored(7))
    watched.open.enter("t1", "flood", scored(8))
    watched.jobs.run()
    undone = watched.open.undo()
    assert undone is not None
    assert undone.after == scored(8)
    watched.jobs.run()
    assert desk.held[FLOOD].entry("t1", "flood") == scored(7)
    watched.open.undo()
    watched.jobs.run()
    assert desk.held[FLOOD].entry("t1", "flood") is None
    assert watched.open.undo() is None
    watched.open.redo()
    watched.open.redo()
    assert watched.open.redo() is None
    watched.jobs.run()
    assert desk.held[FLOOD].entry("t1", "flood") == scored(8)


def test_a_new_entry_ends_what_can_be_redone(watched: Watched) -> None:
    watched.open.enter("t1", "flood", scored(7))
    watched.open.undo()
    watched.open.enter("t2", "flood", scored(1))
    assert watched.open.to_redo() is None


def test_a_refused_entry_is_taken_off_the_screen_and_said(watched: Watched, desk: FakeAssessments) -> None:
    before = total(watched)
    desk.refusals.append(Finding("process.locked.totals", Severity.ERROR))
    watched.open.enter("t1", "training", scored(3))
    watched.jobs.run()
    assert watched.told == ["scores", "refused"]
    assert watched.open.refused is not None
    assert total(watched) == before
    assert watched.open.to_undo() is None
    assert watched.open.state == "saved"


def test_after_a_refusal_the_next_entry_of_the_cell_is_saved_upon_what_stands_there(
    watched: Watched, desk: FakeAssessments
) -> None:
    desk.refusals.append(Finding("process.locked.totals", Severity.ERROR))
    watched.open.enter("t1", "flood", scored(3))
    watched.open.enter("t1", "flood", scored(4))
    watched.jobs.one()
    assert watched.value() == 4, "what was typed last stays on the screen"
    watched.jobs.run()
    assert desk.held[FLOOD].entry("t1", "flood") == scored(4)
    assert watched.open.clash is None


def test_what_could_not_be_saved_waits_and_is_saved_again(
    watched: Watched, desk: FakeAssessments, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError("disk full")

    with monkeypatch.context() as broken:
        broken.setattr(desk, "set_entry", full)
        watched.open.enter("t1", "flood", scored(7))
        watched.jobs.run()
    assert watched.open.state == "failed"
    assert watched.value() == 7, "nothing is lost"
    watched.open.enter("t2", "flood", scored(5))
    assert not watched.jobs.waiting
    watched.open.save_again()
    watched.jobs.run()
    assert watched.open.state == "saved"
    assert [desk.held[FLOOD].entry(unit, "flood") for unit in ("t1", "t2")] == [scored(7), scored(5)]


def clashing(watched: Watched, desk: FakeAssessments) -> None:
    """Somebody saved 2 in the cell into which 7 is typed."""
    desk.change_elsewhere(FLOOD, "t1", "flood", scored(2))
    watched.open.enter("t1", "flood", scored(7))
    watched.jobs.run()


def test_a_clash_is_told_and_theirs_is_shown(watched: Watched, desk: FakeAssessments) -> None:
    clashing(watched, desk)
    assert watched.told[-1] == "clash"
    assert watched.open.state == "conflict"
    assert watched.open.clash is not None
    assert (watched.open.clash.conflict.mine, watched.open.clash.conflict.theirs) == (scored(7), scored(2))
    assert watched.value() == 2
    assert desk.held[FLOOD].entry("t1", "flood") == scored(2)


def test_after_a_clash_mine_can_be_kept_and_undone(watched: Watched, desk: FakeAssessments) -> None:
    clashing(watched, desk)
    watched.open.keep_mine()
    watched.jobs.run()
    assert desk.held[FLOOD].entry("t1", "flood") == scored(7)
    assert watched.open.state == "saved"
    watched.open.undo()
    watched.jobs.run()
    assert desk.held[FLOOD].entry("t1", "flood") == scored(2)


def test_after_a_clash_theirs_can_be_left(watched: Watched, desk: FakeAssessments) -> None:
    clashing(watched, desk)
    watched.open.keep_theirs()
    watched.jobs.run()
    assert desk.held[FLOOD].entry("t1", "flood") == scored(2)
    assert watched.value() == 2
    assert watched.open.to_undo() is None


def test_other_cells_are_saved_while_a_clash_waits(watched: Watched, desk: FakeAssessments) -> None:
    desk.change_elsewhere(FLOOD, "t1", "flood", scored(2))
    watched.open.enter("t1", "flood", scored(7))
    watched.open.enter("t2", "flood", scored(5))
    watched.jobs.run()
    assert desk.held[FLOOD].entry("t2", "flood") == scored(5)
    assert watched.open.state == "conflict", "not everything is saved"
    watched.open.keep_mine()
    watched.jobs.run()
    assert desk.held[FLOOD].entry("t1", "flood") == scored(7)
    assert watched.open.state == "saved"


def test_several_clashes_are_settled_one_after_the_other(watched: Watched, desk: FakeAssessments) -> None:
    for unit in ("t1", "t2"):
        desk.change_elsewhere(FLOOD, unit, "flood", scored(2))
        watched.open.enter(unit, "flood", scored(7))
    watched.jobs.run()
    assert [each.change.unit for each in watched.open.clashes] == ["t1", "t2"]
    watched.open.keep_theirs()
    watched.open.keep_mine()
    watched.jobs.run()
    assert [desk.held[FLOOD].entry(unit, "flood") for unit in ("t1", "t2")] == [scored(2), scored(7)]


def test_a_clash_that_waits_is_asked_about_again(watched: Watched, desk: FakeAssessments) -> None:
    clashing(watched, desk)
    watched.told.clear()
    watched.open.save_again()
    assert watched.told == ["clash"]


def test_who_writes_the_cell_anew_has_settled_its_clash(watched: Watched, desk: FakeAssessments) -> None:
    clashing(watched, desk)
    watched.open.enter("t1", "flood", scored(9))
    watched.jobs.run()
    assert desk.held[FLOOD].entry("t1", "flood") == scored(9)
    assert watched.open.state == "saved"


def test_saved_is_said_only_of_what_is_in_the_workspace(watched: Watched, desk: FakeAssessments) -> None:
    said: list[tuple[str, Entry | None]] = []
    watched.open.listen(lambda _: said.append((watched.open.state, desk.held[PLACE].entry("t1", "training"))))
    watched.open.enter("t1", "training", scored(12))
    watched.jobs.run()
    assert said[0][0] == "saving"
    assert said[-1][0] == "saved"
    assert all(kept == scored(12) for state, kept in said if state == "saved")


def test_a_look_at_others_work_does_not_hold_up_a_save(watched: Watched, desk: FakeAssessments) -> None:
    watched.open.learn()
    watched.open.enter("t1", "flood", scored(7))
    assert len(watched.jobs.waiting) == 2
    watched.jobs.waiting.reverse()
    watched.jobs.run()
    assert desk.held[FLOOD].entry("t1", "flood") == scored(7)
    assert watched.value() == 7


def test_a_look_that_was_overtaken_by_a_save_takes_nothing_off_the_screen(
    watched: Watched, desk: FakeAssessments
) -> None:
    watched.open.learn()
    look, then = watched.jobs.waiting.pop()
    old = look()
    watched.open.enter("t1", "flood", scored(7))
    watched.jobs.run()
    then(old)
    assert watched.value() == 7
    watched.jobs.run()
    assert watched.value() == 7


def test_a_long_queue_is_saved_by_a_runner_that_is_done_at_once(desk: FakeAssessments) -> None:
    watched = Watched(desk)
    for number in range(1500):
        watched.open.enter("t1", "flood", scored(number % 9, str(number)))
    watched.jobs.at_once = True
    later = watched.jobs.waiting.pop()
    watched.open._run_save = lambda job, then: then(job())
    later[1](later[0]())
    assert desk.held[FLOOD].entry("t1", "flood") == scored(1499 % 9, "1499")
    assert watched.open.state == "saved"


def test_what_one_began_oneself_is_not_told_as_others_doing(watched: Watched, desk: FakeAssessments) -> None:
    decided = at("appeal", decisions=(Decision("t1", "training", scored(3), AT.date(), "office"),))
    desk.courses[SCHEME.id] = decided
    watched.open.moved_to(decided)
    watched.jobs.run()
    assert "others" not in watched.told
    result = watched.open.result("t1")
    assert result is not None
    watched.told.clear()
    watched.open.see_as("a1", Voice("rating", "a1"))
    watched.jobs.run()
    assert set(watched.told) <= {"scores"}
    desk.change_elsewhere(PLACE, "t2", "training", scored(20))
    watched.open.learn()
    watched.jobs.run()
    assert watched.told[-1] == "others", "the next look is no longer one's own"


def test_the_newest_of_what_was_typed_is_asked_about(watched: Watched, desk: FakeAssessments) -> None:
    desk.change_elsewhere(FLOOD, "t1", "flood", scored(2))
    watched.open.enter("t1", "flood", scored(7))
    watched.open.enter("t1", "flood", scored(8))
    watched.jobs.run()
    assert watched.open.clash is not None
    assert watched.open.clash.change.after == scored(8)
    watched.open.keep_mine()
    watched.jobs.run()
    assert desk.held[FLOOD].entry("t1", "flood") == scored(8)


def test_undo_of_what_somebody_changed_since_asks_first(watched: Watched, desk: FakeAssessments) -> None:
    watched.open.enter("t1", "flood", scored(7))
    watched.jobs.run()
    desk.change_elsewhere(FLOOD, "t1", "flood", scored(3))
    watched.open.undo()
    watched.jobs.run()
    assert watched.open.clash is not None
    assert watched.open.clash.conflict.theirs == scored(3)


def test_others_work_comes_in_and_is_told_once(watched: Watched, desk: FakeAssessments) -> None:
    desk.change_elsewhere(PLACE, "t2", "training", scored(20))
    before = total(watched, "t2")
    watched.open.learn()
    watched.jobs.run()
    assert total(watched, "t2") == before + 3
    assert watched.told == ["others"]
    watched.told.clear()
    watched.open.learn()
    watched.jobs.run()
    assert watched.told == []


def test_what_is_typed_while_others_work_is_read_is_not_lost(watched: Watched, desk: FakeAssessments) -> None:
    desk.change_elsewhere(PLACE, "t2", "training", scored(20))
    watched.open.learn()
    watched.open.enter("t1", "flood", scored(7))
    watched.jobs.one()
    assert watched.value() == 7, "what was read before it must not take it off the screen"
    watched.jobs.run()
    assert desk.held[FLOOD].entry("t1", "flood") == scored(7)
    assert "others" in watched.told


def test_news_that_came_while_a_cell_was_saved_is_read_after_it(
    watched: Watched, desk: FakeAssessments
) -> None:
    watched.open.enter("t1", "flood", scored(7))
    desk.change_elsewhere(PLACE, "t2", "training", scored(20))
    watched.open.learn()
    watched.jobs.run()
    assert "others" in watched.told
    assert watched.value() == 7


def test_a_look_that_fails_stops_nothing(
    watched: Watched, desk: FakeAssessments, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object) -> None:
        raise OSError("network")

    with monkeypatch.context() as broken:
        broken.setattr(desk, "sheets", gone)
        watched.open.learn()
        watched.jobs.run()
    watched.open.enter("t1", "flood", scored(7))
    watched.jobs.run()
    assert watched.open.state == "saved"


def test_what_stood_there_when_one_began_to_type_is_what_is_written_over(
    watched: Watched, desk: FakeAssessments
) -> None:
    desk.change_elsewhere(FLOOD, "t1", "flood", scored(2))
    watched.open.learn()
    watched.jobs.run()
    assert watched.open.others == {"t1"}
    watched.open.enter_over("t1", "flood", scored(7), None)
    watched.jobs.run()
    assert watched.open.clash is not None
    assert watched.open.clash.conflict.theirs == scored(2)
    assert watched.value() == 2


def test_the_units_of_which_others_said_something_are_named(watched: Watched, desk: FakeAssessments) -> None:
    desk.change_elsewhere(PLACE, "t3", "training", scored(20))
    desk.set_event(PLACE, replace(EVENT, unit="d1"), None)
    watched.open.learn()
    watched.jobs.run()
    assert watched.open.others == {"t3", "d1"}


def test_merged_cells_are_shown_as_they_were_saved(
    watched: Watched, desk: FakeAssessments, monkeypatch: pytest.MonkeyPatch
) -> None:
    from planner.tui.ports import Saved

    both = replace(scored(7), reason="对方写的理由")
    monkeypatch.setattr(desk, "set_entry", lambda *_: Saved(9, both))
    watched.open.enter("t1", "flood", scored(7))
    watched.jobs.run()
    assert watched.open.entry("t1", "flood") == both
    assert watched.told[-1] == "others"


EVENT = Event("k1", "t1", "praise", "praise", level="city", text="市级表彰")


def test_events_are_scored_saved_and_undone(watched: Watched, desk: FakeAssessments) -> None:
    before = total(watched, "t2")
    event = replace(EVENT, unit="t2")
    watched.open.put_event(PLACE, event)
    assert total(watched, "t2") == before + 1
    watched.jobs.run()
    assert event in desk.held[PLACE].events
    watched.open.undo()
    watched.jobs.run()
    assert total(watched, "t2") == before
    assert event not in desk.held[PLACE].events
    watched.open.redo()
    watched.open.drop_event(PLACE, event)
    watched.jobs.run()
    assert event not in desk.held[PLACE].events


def test_an_event_changed_by_somebody_else_is_asked_about(watched: Watched, desk: FakeAssessments) -> None:
    shown = next(event for event in desk.held[PLACE].events if event.id == "kprais")
    theirs, mine = replace(shown, level="province"), replace(shown, text="改过")
    desk.set_event(PLACE, theirs, shown)
    watched.open.put_event(PLACE, mine, shown)
    watched.jobs.run()
    assert watched.open.clash is not None
    assert watched.open.clash.conflict.theirs == theirs
    watched.open.keep_mine()
    watched.jobs.run()
    assert mine in desk.held[PLACE].events


def test_a_unit_writes_its_self_rating_into_its_own_sheet(watched: Watched) -> None:
    watched.open.see_as("", Voice("self"))
    assert watched.open.place_of("flood", "t2") == SheetPlace(SCHEME.id, "self", "白鹭镇")


def test_an_assessor_sees_only_the_own_ratings(desk: FakeAssessments) -> None:
    desk.courses[SCHEME.id] = at("panel")
    watched = Watched(desk)
    assert not [sheet for sheet in watched.open.board.sheets if sheet.kind == "rating"]
    watched.open.see_as("a1", Voice("rating", "a1"))
    watched.jobs.run()
    assert [sheet.by for sheet in watched.open.board.sheets if sheet.kind == "rating"] == ["a1"]
    assert watched.open.entry("t1", "panel") == rating("a1", "18").entry("t1", "panel")


def test_the_next_assessor_neither_sees_nor_takes_back_what_the_last_one_gave(desk: FakeAssessments) -> None:
    desk.courses[SCHEME.id] = at("panel")
    watched = Watched(desk)
    watched.open.see_as("a1", Voice("rating", "a1"))
    watched.jobs.run()
    watched.open.enter("t1", "panel", Entry(score=Decimal(7)))
    watched.jobs.run()
    watched.open.see_as("a2", Voice("rating", "a2"))
    assert not [sheet for sheet in watched.open.board.sheets if sheet.by == "a1"], "not even for a moment"
    assert watched.open.others == frozenset()
    assert watched.open.undo() is None
    watched.jobs.run()
    assert [sheet.by for sheet in watched.open.board.sheets if sheet.kind == "rating"] == ["a2"]


@pytest.mark.parametrize("viewer", ["", "a1"])
def test_what_goes_round_has_no_hidden_rating_whoever_asks(desk: FakeAssessments, viewer: str) -> None:
    desk.courses[SCHEME.id] = at("panel")
    watched = Watched(desk)
    watched.open.see_as(viewer, Voice("rating", viewer))
    watched.jobs.run()
    board = for_all(watched.open)
    assert not [sheet for sheet in board.sheets if sheet.kind == "rating"]
    leaves = [leaf for unit in board.results.units for leaf in unit.main.leaves()]
    assert {leaf.state for leaf in leaves if leaf.indicator == "panel"} == {"missing"}
    desk.courses[SCHEME.id] = at("totals")
    watched.open.learn()
    watched.jobs.run()
    assert len([sheet for sheet in for_all(watched.open).sheets if sheet.kind == "rating"]) == 2


def test_the_stage_of_another_person_comes_in(watched: Watched, desk: FakeAssessments) -> None:
    desk.courses[SCHEME.id] = at("panel")
    watched.open.learn()
    watched.jobs.run()
    assert watched.told == ["stage"]
    assert watched.open.course.stage == "panel"


def test_a_change_knows_its_cell() -> None:
    change = Change(PLACE, "t1", "flood", None, scored(1))
    assert change.taken_back().taken_back() == change
    assert change.cell == change.taken_back().cell
    assert change.cell != replace(change, unit="t2").cell
    added = Change(PLACE, "t1", event_after=EVENT)
    assert added.is_event
    assert added.cell != change.cell


def test_two_people_on_one_workspace_never_overwrite_each_other(tmp_path: Path) -> None:
    mine, theirs = (Office(tmp_path / "w.db").assessments for _ in range(2))
    mine.add_scheme(SCHEME)
    one, other = Watched(mine), Watched(theirs)
    one.open.enter("t1", "training", scored(15))
    one.jobs.run()
    other.open.enter("t2", "training", scored(14))
    other.open.enter("t1", "training", scored(11))
    other.jobs.run()
    assert other.open.clash is not None
    assert other.open.clash.conflict.theirs == scored(15)
    other.open.keep_mine()
    other.jobs.run()
    one.open.learn()
    one.jobs.run()
    assert one.open.entry("t1", "training") == scored(11)
    assert one.open.entry("t2", "training") == scored(14)
    assert one.told[-1] == "others"
    assert isinstance(one.open.undo(), Change)
    one.jobs.run()
    assert isinstance(one.open.clash and one.open.clash.conflict, CellConflict)


def test_the_sample_holds_what_these_tests_take_for_granted() -> None:
    assert verified().entry("t1", "training") == scored(18, "两次培训无签到")
    assert EMERGENCY != FIRE
    assert AT.year == 2027
