"""Assessments in the workspace: nothing of anybody is lost, and what two people changed alike is named."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.process import begin, decide
from assessments.process.course import Course, Decision, Stage
from assessments.scoring import score
from assessments.sheet import Entry, Event, Evidence, Sheet
from planner.findings import Finding, Severity
from planner.store.assessment_documents import Place
from planner.store.assessment_kinds import id_of, parts_of, scheme_of_change
from planner.store.assessments import AssessmentStore
from planner.store.errors import Conflict, Duplicate, NotFound, Overtaken, Refusal
from planner.store.workspace import Workspace
from tests.assessment_samples import DAY, EMERGENCY, PROOF, SCHEME, rating, self_rated, verified
from tests.store.writers import reported, score_cells, start

TOWN = Place("qinghe", "verified", "", EMERGENCY, "t1")
SCORED = Entry(score=Decimal("8.5"), reason="两处缺项")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(tmp_path, who="王") as opened:
        opened.assessments.add(SCHEME, begin(SCHEME, day=DAY, by="王"))
        yield opened


@pytest.fixture
def other(workspace: Workspace) -> Iterator[Workspace]:
    with Workspace.open(workspace.path, who="李") as opened:
        yield opened


def put(store: AssessmentStore, *sheets: Sheet, overwrite: bool = False) -> None:
    def work() -> None:
        for sheet in sheets:
            store.cells.put("qinghe", sheet, "import", overwrite=overwrite)

    store.run(work)


def move(store: AssessmentStore, stage: Stage) -> None:
    store.change_course("qinghe", lambda course: replace(course, stage=stage), "advance")


def entry(workspace: Workspace, indicator: str, unit: str = "t1") -> Entry | None:
    (sheet,) = workspace.assessments.sheets("qinghe")
    return sheet.entry(unit, indicator)


def test_a_scheme_and_its_course_come_back_equal(workspace: Workspace, other: Workspace) -> None:
    assert other.assessments.scheme("qinghe").scheme == SCHEME
    course = other.assessments.course("qinghe")
    assert (course.stage, course.entered("self"), course.passages[0].by) == ("self", DAY, "王")
    with pytest.raises(Duplicate):
        other.assessments.add(SCHEME, Course("qinghe"))


def test_the_list_shows_heads_and_the_stage(workspace: Workspace) -> None:
    move(workspace.assessments, "panel")
    (card,) = workspace.assessments.schemes()
    assert (card.title, card.year, card.units, card.indicators, card.stage, card.by) == (
        SCHEME.title,
        2027,
        8,
        len(SCHEME.scored()),
        "panel",
        "王",
    )


def test_two_peoples_edits_of_a_scheme_come_together(workspace: Workspace, other: Workspace) -> None:
    revision = workspace.assessments.scheme("qinghe").revision
    flood, reports = SCHEME.indicator("flood"), SCHEME.indicator("reports")
    other.assessments.save(SCHEME.with_indicator(replace(flood, points=Decimal(12))), revision, "edit")
    kept = workspace.assessments.save(
        SCHEME.with_indicator(replace(reports, points=Decimal(8))), revision, "edit"
    )
    points = [kept.scheme.indicator(id).points for id in ("flood", "reports")]
    assert points == [12, 8]
    with pytest.raises(Conflict):
        other.assessments.save(SCHEME.with_indicator(replace(reports, points=Decimal(9))), revision, "edit")


def test_all_sheets_come_back_equal(workspace: Workspace, other: Workspace) -> None:
    move(workspace.assessments, "self")
    sheets = (verified(), self_rated("t1", "t2"))
    put(workspace.assessments, *sheets)
    found = {sheet.id: sheet for sheet in other.assessments.sheets("qinghe")}
    assert found == {sheet.id: sheet for sheet in sheets}
    assert score(SCHEME, found.values()) == score(SCHEME, sheets)


def test_what_speaks_of_the_whole_sheet_is_kept(workspace: Workspace) -> None:
    given = replace(verified(), day=date(2027, 12, 1), notes="第一轮", totals={"t1": Decimal("88.50")})
    put(workspace.assessments, given)
    workspace.assessments.cells.set_held(TOWN, False, "round")
    assert workspace.assessments.sheets("qinghe") == (replace(given, held=False),)


def test_a_cell_is_written_by_itself(workspace: Workspace, other: Workspace) -> None:
    workspace.assessments.cells.set_entry(TOWN, "flood", SCORED, Entry(), "entry")
    assert entry(other, "flood") == SCORED
    workspace.assessments.cells.set_entry(TOWN, "flood", Entry(), SCORED, "entry")
    assert entry(other, "flood") is None


def test_different_cells_of_one_unit_are_both_kept(workspace: Workspace, other: Workspace) -> None:
    workspace.assessments.cells.set_entry(TOWN, "flood", SCORED, Entry(), "entry")
    other.assessments.cells.set_entry(TOWN, "letter", Entry(done=True), Entry(), "entry")
    assert (entry(workspace, "flood"), entry(workspace, "letter")) == (SCORED, Entry(done=True))


def test_the_same_cell_changed_otherwise_is_named_with_both_sides(
    workspace: Workspace, other: Workspace
) -> None:
    other.assessments.cells.set_entry(TOWN, "flood", SCORED, Entry(), "entry")
    other.assessments.cells.set_entry(TOWN, "letter", Entry(done=True), Entry(), "entry")
    mine = Entry(score=Decimal(9))
    with pytest.raises(Overtaken) as caught:
        workspace.assessments.cells.set_entry(TOWN, "flood", mine, Entry(), "entry")
    assert (caught.value.mine, caught.value.theirs, caught.value.by) == (mine, SCORED, "李")
    assert entry(workspace, "flood") == SCORED
    workspace.assessments.cells.set_entry(TOWN, "flood", mine, SCORED, "entry")
    assert entry(other, "flood") == mine


def test_the_same_value_from_both_is_no_clash(workspace: Workspace, other: Workspace) -> None:
    other.assessments.cells.set_entry(TOWN, "flood", SCORED, Entry(), "entry")
    again = Entry(score=Decimal("8.50"), reason="两处缺项")
    assert workspace.assessments.cells.set_entry(TOWN, "flood", again, Entry(), "entry").entry == SCORED


def test_one_adds_evidence_while_the_other_scores(workspace: Workspace, other: Workspace) -> None:
    workspace.assessments.cells.set_entry(TOWN, "flood", Entry(evidence=(PROOF,)), Entry(), "entry")
    kept = other.assessments.cells.set_entry(TOWN, "flood", SCORED, Entry(), "entry")
    assert kept.entry == replace(SCORED, evidence=(PROOF,))
    more = replace(PROOF, name="照片.jpg")
    with pytest.raises(Overtaken):
        other.assessments.cells.set_entry(TOWN, "flood", replace(SCORED, evidence=(more,)), SCORED, "entry")


def test_an_event_is_entered_changed_moved_and_taken_out(workspace: Workspace, other: Workspace) -> None:
    cells = workspace.assessments.cells
    event = Event("k00001", "t1", "praise", "praise", date(2027, 7, 1), "city")
    cells.set_event(TOWN, event, None, "event")
    moved = replace(event, unit="t2", level="province")
    other.assessments.cells.set_event(TOWN, moved, event, "event")
    (sheet,) = workspace.assessments.sheets("qinghe")
    assert sheet.events == (moved,)
    with pytest.raises(Overtaken) as caught:
        cells.set_event(TOWN, replace(event, text="更正"), event, "event")
    assert caught.value.theirs is None
    with pytest.raises(Overtaken):
        cells.remove_event(TOWN, replace(moved, level="city"), "event")
    cells.remove_event(TOWN, moved, "event")
    (sheet,) = workspace.assessments.sheets("qinghe")
    assert sheet.events == ()


def test_notes_of_two_people_do_not_overwrite_each_other(workspace: Workspace, other: Workspace) -> None:
    workspace.assessments.cells.set_notes(TOWN, "已到现场", "", "notes")
    with pytest.raises(Overtaken):
        other.assessments.cells.set_notes(TOWN, "资料核查", "", "notes")
    other.assessments.cells.set_notes(TOWN, "已到现场，资料核查", "已到现场", "notes")
    (sheet,) = workspace.assessments.sheets("qinghe")
    assert sheet.notes == "已到现场，资料核查"


@pytest.mark.parametrize("stage", ["panel", "totals", "meeting", "published", "appeal", "final"])
def test_a_locked_sheet_is_not_written_at_all(workspace: Workspace, stage: Stage) -> None:
    store = workspace.assessments
    store.cells.set_entry(TOWN, "flood", SCORED, Entry(), "entry")
    (before,) = store.sheets("qinghe")
    revision = workspace.revision
    move(store, stage)
    event = Event("k00001", "t1", "praise")
    for write in (
        lambda: store.cells.set_entry(TOWN, "flood", Entry(), SCORED, "entry"),
        lambda: store.cells.set_entry(TOWN._replace(unit="t2"), "flood", SCORED, Entry(), "entry"),
        lambda: store.cells.set_event(TOWN, event, None, "event"),
        lambda: store.cells.set_notes(TOWN, "改", "", "notes"),
        lambda: store.cells.set_held(TOWN, False, "round"),
        lambda: put(store, verified(), overwrite=True),
        lambda: store.cells.remove(TOWN, "remove"),
    ):
        with pytest.raises(Refusal) as caught:
            write()
        assert caught.value.finding().code == f"process.locked.{stage}"
    assert workspace.revision == revision + 1
    assert store.sheets("qinghe")[0] == before


def test_a_scheme_is_locked_once_the_totals_are_made(workspace: Workspace) -> None:
    move(workspace.assessments, "totals")
    revision = workspace.assessments.scheme("qinghe").revision
    with pytest.raises(Refusal):
        workspace.assessments.save(replace(SCHEME, title="改"), revision, "edit")
    assert workspace.assessments.scheme("qinghe").scheme == SCHEME


@pytest.mark.parametrize(
    ("unit", "indicator", "given", "code"),
    [
        ("t9", "flood", SCORED, "sheet.unknown_unit"),
        ("t1", "nothing", SCORED, "sheet.unknown_indicator"),
        ("t1", "work", SCORED, "sheet.not_of_this_unit"),
        ("t1", "flood", Entry(score=Decimal("10.5")), "sheet.above_full_marks"),
        ("t1", "flood", Entry(score=Decimal(-1)), "sheet.below_floor"),
    ],
)
def test_what_cannot_stand_in_a_cell_is_refused(
    workspace: Workspace, unit: str, indicator: str, given: Entry, code: str
) -> None:
    with pytest.raises(Refusal) as caught:
        workspace.assessments.cells.set_entry(TOWN._replace(unit=unit), indicator, given, Entry(), "entry")
    assert caught.value.finding().code == code
    assert workspace.assessments.sheets("qinghe") == ()


def test_an_import_overwrites_nothing_unasked(workspace: Workspace) -> None:
    store = workspace.assessments
    store.cells.set_entry(TOWN, "flood", SCORED, Entry(), "entry")
    (before,) = store.sheets("qinghe")
    with pytest.raises(Refusal) as caught:
        put(store, self_rated(), verified())
    assert [finding.where.path for finding in caught.value.findings] == [("entries", "t1", "flood")]
    assert store.sheets("qinghe") == (before,), "nothing is half imported"
    put(store, verified(), overwrite=True)
    assert store.sheets("qinghe") == (verified(),)
    put(store, verified())


def test_a_sheet_taken_out_comes_back(workspace: Workspace) -> None:
    put(workspace.assessments, verified(), self_rated())
    gone = workspace.assessments.cells.remove(TOWN, "remove")
    assert gone == verified()
    assert [sheet.kind for sheet in workspace.assessments.sheets("qinghe")] == ["self"]
    with pytest.raises(NotFound):
        workspace.assessments.cells.remove(TOWN, "remove")
    put(workspace.assessments, gone)
    assert verified() in workspace.assessments.sheets("qinghe")


def test_a_removed_scheme_comes_back_with_its_sheets(workspace: Workspace) -> None:
    store = workspace.assessments
    put(store, verified())
    store.delete("qinghe")
    assert store.schemes() == ()
    assert [card.id for card in store.schemes(removed=True)] == ["qinghe"]
    for ask in (store.scheme, store.sheets):
        with pytest.raises(NotFound):
            ask("qinghe")
    with pytest.raises(NotFound):
        store.cells.set_entry(TOWN, "flood", SCORED, Entry(), "entry")
    with pytest.raises(Duplicate):
        store.add(SCHEME, Course("qinghe"))
    assert store.restore("qinghe").scheme == SCHEME
    assert store.sheets("qinghe") == (verified(),)


def test_decisions_are_a_sheet_of_their_own(workspace: Workspace) -> None:
    store = workspace.assessments
    put(store, verified())
    move(store, "meeting")
    made = Decision("t1", "flood", SCORED, DAY, "主任办公会")
    store.change_course("qinghe", lambda course: decide(course, made), "decision")
    kept, decided = store.sheets("qinghe")
    assert kept == verified()
    assert (decided.kind, decided.entry("t1", "flood")) == ("meeting", SCORED)


def test_a_change_of_the_course_that_is_refused_leaves_it(workspace: Workspace) -> None:
    store, before = workspace.assessments, workspace.revision
    no = Finding("process.is_final", Severity.ERROR)
    for answer in (no, (no, no)):
        with pytest.raises(Refusal):
            store.change_course("qinghe", lambda _, answer=answer: answer, "advance")
    assert workspace.revision == before


def test_every_cell_that_changed_is_in_the_journal(workspace: Workspace, other: Workspace) -> None:
    workspace.assessments.cells.set_entry(TOWN, "flood", SCORED, Entry(), "entry")
    other.assessments.cells.set_entry(TOWN, "flood", replace(SCORED, score=Decimal(7)), SCORED, "entry")
    changed, entered, begun = workspace.assessments.journal("qinghe", under=TOWN.id)
    assert begun.what == "add"
    assert (entered.path, entered.by, entered.why) == (("entries", "flood"), "王", "entry")
    assert (changed.path, changed.old, changed.new, changed.by) == (
        ("entries", "flood", "score"),
        "8.5",
        "7",
        "李",
    )


def test_sheets_that_did_not_change_are_the_same_objects(workspace: Workspace, other: Workspace) -> None:
    put(workspace.assessments, verified(), self_rated())
    before = workspace.assessments.sheets("qinghe")
    assert workspace.assessments.sheets("qinghe")[0] is before[0]
    self_place = Place("qinghe", "self", "", "office", "t1")
    other.assessments.cells.set_entry(
        self_place, "flood", Entry(score=Decimal(1)), Entry(score=Decimal(10)), "x"
    )
    rated, checked = workspace.assessments.sheets("qinghe")
    assert rated is not before[0]
    assert rated.entry("t1", "flood") == Entry(score=Decimal(1))
    assert checked is before[1]
    assert rated.entries["t2"] is before[0].entries["t2"]


def test_last_years_results_and_scenarios_are_kept_beside_a_scheme(workspace: Workspace) -> None:
    store, results = workspace.assessments, score(SCHEME, (verified(),))
    assert store.earlier("qinghe") is None
    store.keep_earlier("qinghe", results)
    assert store.earlier("qinghe") == results
    store.keep_earlier("qinghe", None)
    assert store.earlier("qinghe") is None
    heavier = SCHEME.with_indicator(replace(SCHEME.indicator("flood"), points=Decimal(15)))
    store.keep_scenario("qinghe", "防汛/加重", heavier)
    store.keep_scenario("qinghe", "防汛/加重", SCHEME)
    store.keep_scenario("qinghe", "甲", heavier)
    assert [(kept.name, kept.scheme) for kept in store.scenarios("qinghe")] == [
        ("甲", heavier),
        ("防汛/加重", SCHEME),
    ]
    store.remove_scenario("qinghe", "甲")
    assert [kept.name for kept in store.scenarios("qinghe")] == ["防汛/加重"]
    assert store.scheme("qinghe").scheme == SCHEME


def test_news_name_the_scheme_of_every_document(workspace: Workspace) -> None:
    seen = workspace.revision
    store = workspace.assessments
    store.cells.set_entry(TOWN, "flood", SCORED, Entry(), "entry")
    store.keep_scenario("qinghe", "甲", SCHEME)
    move(store, "panel")
    workspace.put_setting("language", "zh")
    found = [scheme_of_change(change) for change in workspace.changes(seen)]
    assert found == ["qinghe", "qinghe", "qinghe", ""]


def test_an_id_of_parts_can_be_taken_apart() -> None:
    parts = ("a/b", "verified", "", "县局%2F/100%", "t1")
    assert parts_of(id_of(*parts)) == parts
    assert id_of(*parts).count("/") == 4


WRITES = st.lists(
    st.tuples(
        st.integers(0, 1),
        st.sampled_from(["flood", "training"]),
        st.sampled_from(["score", "evidence", "look"]),
        st.integers(0, 3),
    ),
    max_size=25,
)


@settings(max_examples=30, deadline=None)
@given(WRITES)
def test_a_write_is_kept_or_its_writer_is_told(writes: list[tuple[int, str, str, int]]) -> None:
    """Two programs, each with what it last saw of a cell, and a model of what must be kept."""
    with tempfile.TemporaryDirectory() as folder:
        programs = [Workspace.open(Path(folder) / "a.db", who=who) for who in ("王", "李")]
        programs[0].assessments.add(SCHEME, begin(SCHEME, day=DAY, by="王"))
        kept = {"flood": Entry(), "training": Entry()}
        seen = [dict(kept), dict(kept)]
        for number, cell, act, value in writes:
            if act != "look":
                proof = (replace(PROOF, name=f"{value}.pdf"),) if value else ()
                given = {"score": Decimal(value)} if act == "score" else {"evidence": proof}
                _write(programs[number].assessments, cell, act, given, seen[number][cell], kept)
            seen[number][cell] = kept[cell]
        found = {key: entry for key, entry in kept.items() if entry != Entry()}
        for opened in programs:
            sheets = opened.assessments.sheets("qinghe")
            assert (sheets[0].entries.get("t1", {}) if sheets else {}) == found
            opened.close()


def _write(
    store: AssessmentStore,
    cell: str,
    part: str,
    given: dict[str, object],
    shown: Entry,
    kept: dict[str, Entry],
) -> None:
    """Write one part of a cell that was shown so; only where another changed that part is there a clash."""
    mine, theirs = replace(shown, **given), getattr(kept[cell], part)  # type: ignore[arg-type]
    if mine != shown and theirs not in (getattr(shown, part), getattr(mine, part)):
        with pytest.raises(Overtaken) as caught:
            store.cells.set_entry(TOWN, cell, mine, shown, "entry")
        assert (caught.value.mine, caught.value.theirs) == (mine, kept[cell])
    else:
        if mine != shown:
            kept[cell] = replace(kept[cell], **given)  # type: ignore[arg-type]
        assert store.cells.set_entry(TOWN, cell, mine, shown, "entry").entry == kept[cell]


@pytest.mark.xdist_group("processes")
def test_several_programs_score_one_unit_and_nothing_is_lost(workspace: Workspace) -> None:
    leaves = [("letter", "training"), ("flood", "meetings")]
    turns = 30
    running = [start(score_cells, workspace.path, number, own, turns) for number, own in enumerate(leaves)]
    clashes = []
    for one in running:
        one.process.join(60)
        assert one.process.exitcode == 0
        clashes += reported(one)
    (sheet,) = workspace.assessments.sheets("qinghe")
    for own in leaves:
        for indicator in own:
            entry = sheet.entry("t1", indicator)
            assert entry is not None
            assert entry.reason == str(turns)
    # "reports" was written once by both, differently, from the same beginning: one of them was told.
    assert sum(clashes) == 1
    assert workspace.check() == ()


def test_ratings_are_kept_like_any_sheet(workspace: Workspace) -> None:
    move(workspace.assessments, "panel")
    put(workspace.assessments, rating("a1", "18"), rating("a2", "16"))
    assert workspace.assessments.sheets("qinghe") == (rating("a1", "18"), rating("a2", "16"))


def test_evidence_without_facts_is_kept_as_it_is(workspace: Workspace) -> None:
    only_named = Entry(done=True, evidence=(Evidence("纪要.pdf", note="原件在档案室"),))
    workspace.assessments.cells.set_entry(TOWN, "letter", only_named, Entry(), "entry")
    assert entry(workspace, "letter") == only_named
