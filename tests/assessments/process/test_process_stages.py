"""An assessment goes from stage to stage; each locks what came before, and going back needs a reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.process import (
    STAGES,
    Appeal,
    Course,
    Decision,
    Passage,
    Stage,
    advance,
    answer_appeal,
    begin,
    decide,
    following,
    hidden,
    lodge_appeal,
    may_change,
    meeting_sheets,
    pending,
    reopen,
    reveal,
    stages_of,
    visible,
    withdraw,
)
from assessments.process.locks import What
from assessments.rules.panel import Panel
from assessments.rules.survey import Survey
from assessments.scheme import Assessor, Indicator, Period, Scheme
from assessments.scoring import score
from assessments.sheet import Entry, Sheet
from planner.findings import Finding, Severity
from planner.text import describe, pairs, say
from planner.tui.registry import key_words
from tests.assessment_samples import DAY, LEAVES, SCHEME, UNITS, rating, self_rated, verified

FULL = (self_rated(), verified(), rating("a1", "18"), rating("a2", "16"))
WHATS: tuple[What, ...] = ("scheme", "self", "verified", "rating", "meeting")
LATER = DAY + timedelta(days=300)


def at(stage: Stage, **more: object) -> Course:
    return Course(SCHEME.id, stage, (Passage(stage, DAY, "王"),), **more)  # type: ignore[arg-type]


def open_in(
    stage: Stage, sheets: tuple[Sheet, ...] = FULL, scheme: Scheme = SCHEME, day: date = DAY, **more: object
) -> list[tuple[str, Severity]]:
    course = at(stage, **more)
    return [(f.code, f.severity) for f in pending(scheme, course, sheets, score(scheme, sheets), day)]


def went(course: Course, sheets: tuple[Sheet, ...] = FULL, day: date = DAY) -> Course:
    made = advance(SCHEME, course, sheets, score(SCHEME, sheets), day=day, by="王")
    assert isinstance(made, Course), made
    return made


def test_a_complete_assessment_goes_through_all_stages_with_day_and_name() -> None:
    course = begin(SCHEME, day=DAY, by="王")
    for days, stage in enumerate(STAGES[1:]):
        course = went(course, day=DAY + timedelta(days=10 * days))
        assert course.stage == stage
    assert [passage.stage for passage in course.passages] == list(STAGES)
    assert course.entered("published") == DAY + timedelta(days=40)
    assert {passage.by for passage in course.passages} == {"王"}
    assert course.reopenings == ()
    over = advance(SCHEME, course, FULL, score(SCHEME, FULL), day=LATER, by="王")
    assert isinstance(over, tuple)
    assert over[0].code == "process.is_final"


def test_without_assessors_there_is_no_panel() -> None:
    alone = replace(SCHEME, assessors=())
    assert "panel" not in stages_of(alone)
    assert following(alone, at("verification")) == "totals"
    assert following(SCHEME, at("verification")) == "panel"


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("what", WHATS)
def test_a_lock_has_words_and_what_is_locked_stays_so(stage: Stage, what: What) -> None:
    found = may_change(at(stage), what)
    if found is not None:
        assert "{" not in describe(found)
    if found is not None and found.code.startswith("process.locked"):
        later = STAGES[STAGES.index(stage) :]
        again = [may_change(at(each), what) for each in later if (what, each) != ("meeting", "appeal")]
        assert all(again)


@pytest.mark.parametrize(
    ("what", "stages"),
    [
        ("scheme", {"self", "verification", "panel"}),
        ("self", {"self"}),
        ("verified", {"self", "verification"}),
        ("rating", {"panel"}),
        ("meeting", {"meeting", "appeal"}),
    ],
)
def test_each_thing_has_its_time(what: What, stages: set[str]) -> None:
    assert {stage for stage in STAGES if may_change(at(stage), what) is None} == stages


def test_going_back_needs_a_reason_and_unlocks() -> None:
    published = at("published", decisions=(Decision("t1", "flood", Entry(score=Decimal(9)), DAY, "王"),))
    assert isinstance(reopen(SCHEME, published, "verification", " ", day=DAY, by="李"), Finding)
    assert isinstance(reopen(SCHEME, published, "published", "改", day=DAY, by="李"), Finding)
    assert isinstance(reopen(SCHEME, published, "final", "改", day=DAY, by="李"), Finding)
    back = reopen(SCHEME, published, "verification", "水利局漏报一项", day=LATER, by="李")
    assert isinstance(back, Course)
    assert may_change(back, "verified") is None
    assert back.reopenings == (Passage("verification", LATER, "李", "水利局漏报一项"),)
    assert back.decisions == published.decisions
    assert back.revealed, "what was seen cannot be hidden again"


def test_the_publicity_is_counted_from_the_last_time_it_was_published() -> None:
    twice = (
        Passage("published", DAY, "王"),
        Passage("meeting", DAY, "王", "更正"),
        Passage("published", LATER, "王"),
    )
    course = Course(SCHEME.id, "published", twice)
    found = pending(SCHEME, course, FULL, score(SCHEME, FULL), LATER)
    assert [(each.code, each.arguments["day"]) for each in found] == [
        ("process.publicity_not_over", (LATER + timedelta(days=5)).isoformat())
    ]


def test_nothing_is_open_where_everything_is_there() -> None:
    for stage in STAGES:
        assert open_in(stage, day=LATER) == [], stage


def test_whoever_is_judged_by_a_ledger_need_not_enter_it() -> None:
    assert "praise" not in self_rated().entries["t1"]
    assert open_in("self", (self_rated(),)) == []


def test_a_missing_self_score_warns_and_hinders_nobody() -> None:
    found = open_in("self", (self_rated("t1", "t2"), verified()))
    assert found == [("process.no_self_score", Severity.WARNING)] * 6
    partly = replace(self_rated(), entries={**self_rated().entries, "t1": {"flood": Entry(score=Decimal(1))}})
    assert open_in("self", (partly,)) == [("process.self_score_incomplete", Severity.WARNING)]
    assert went(at("self"), ()).stage == "verification"


def test_a_missing_score_names_unit_and_indicator() -> None:
    sheets = (verified(without=(("t2", "flood"), ("c1", "meetings"))),)
    found = pending(SCHEME, at("verification"), sheets, score(SCHEME, sheets), DAY)
    assert sorted(finding.where.path for finding in found) == [
        ("entries", "c1", "meetings"),
        ("entries", "t2", "flood"),
    ]
    stuck = advance(SCHEME, at("verification"), sheets, score(SCHEME, sheets), day=DAY, by="王")
    assert stuck == found
    assert "白鹭镇" in "".join(describe(finding) for finding in found)


def test_a_deduction_by_hand_needs_a_written_reason() -> None:
    entries = {unit: dict(row) for unit, row in verified().entries.items()}
    entries["t1"]["training"] = Entry(score=Decimal(18))
    entries["t2"]["training"] = Entry(score=Decimal(20))
    entries["t3"]["training"] = Entry(not_applicable=True)
    assert open_in("verification", (replace(verified(), entries=entries),)) == [
        ("process.deduction_without_reason", Severity.ERROR),
        ("process.left_out_without_reason", Severity.ERROR),
    ]


def test_a_units_own_word_needs_no_reason() -> None:
    own = {unit: {"training": Entry(score=Decimal(5))} for unit in verified().entries}
    claimed = Sheet("own", SCHEME.id, "self", "各单位", entries=own)
    codes = [code for code, _ in open_in("verification", (verified(), claimed))]
    assert "process.deduction_without_reason" not in codes


def test_what_is_scored_once_for_the_year_is_wanted_too_where_there_are_rounds() -> None:
    rounds = (Period("q1", "上半年"), Period("q2", "下半年", order=2000))
    heard = Indicator("heard", "群众满意度", kind="multiplier", rule=Survey(gives="coefficient"))
    scheme = replace(SCHEME, periods=rounds, indicators=(*SCHEME.indicators, heard))
    found = pending(scheme, at("verification"), (), score(scheme, ()), DAY)
    wanted = {each.where.path[2] for each in found if each.code == "process.missing_score"}
    assert "heard" in wanted
    assert len(wanted) > 1


def test_where_marks_must_differ_equal_ones_of_one_assessor_are_told() -> None:
    strict = replace(SCHEME, settings=replace(SCHEME.settings, distinct_marks=True, minimum_raters=1))
    sheets = (verified(), rating("a1", "18"), rating("a2", "16"))
    open_course = replace(at("panel"), revealed=True)
    found = [
        each
        for each in pending(strict, open_course, sheets, score(strict, sheets), DAY)
        if each.code == "process.equal_marks"
    ]
    by_class = [len(strict.units_of(each.id)) for each in strict.classes]
    assert len(found) == 2 * sum(max(0, count - 1) for count in by_class)
    assert "不得并列" in describe(found[0])
    assert "process.equal_marks" not in dict(open_in("panel", sheets))


def test_equal_marks_that_are_hidden_are_told_without_units_and_marks() -> None:
    strict = replace(SCHEME, settings=replace(SCHEME.settings, distinct_marks=True, minimum_raters=1))
    sheets = (verified(), rating("a1", "18"), rating("a2", "16"))
    found = pending(strict, at("panel"), sheets, score(strict, sheets), DAY)
    assert [each.arguments["name"] for each in found] == ["王评委", "李评委"]
    for each in found:
        words = describe(each)
        assert not any(unit.name in words for unit in UNITS)
        assert not {"18", "16"} & {str(value) for value in each.arguments.values()}
        assert each.where.path == ()


def test_a_panel_wants_its_minimum_of_ratings() -> None:
    few = open_in("panel", (verified(), rating("a1", "18")))
    assert few[0] == ("process.assessor_has_not_rated", Severity.WARNING)
    assert few[1:] == [("process.too_few_ratings", Severity.ERROR)] * len(UNITS)
    enough = replace(SCHEME, settings=replace(SCHEME.settings, minimum_raters=1))
    found = open_in("panel", (verified(), rating("a1", "18")), enough)
    assert found == [("process.assessor_has_not_rated", Severity.WARNING)]


def test_who_lacks_how_many_ratings_is_told_and_does_not_hinder() -> None:
    one = {"panel": Entry(score=Decimal(15))}
    partly = Sheet("rating-a2", SCHEME.id, "rating", "a2", entries={UNITS[0].id: one})
    sheets = (verified(), rating("a1", "18"), partly)
    enough = replace(SCHEME, settings=replace(SCHEME.settings, minimum_raters=1))
    found = pending(enough, at("panel"), sheets, score(enough, sheets), DAY)
    assert [(each.code, each.severity) for each in found] == [("process.ratings_lacking", Severity.WARNING)]
    assert dict(found[0].arguments) == {"name": "李评委", "count": len(UNITS) - 1}
    shown = reveal(at("panel"))
    assert isinstance(shown, Course)
    assert shown.revealed
    assert isinstance(reveal(at("verification")), Finding)


def test_an_assessor_whose_body_has_no_voice_in_an_item_owes_it_nothing() -> None:
    bodies = {"superiors": Decimal(1)}
    scheme = replace(
        SCHEME,
        indicators=tuple(
            replace(each, rule=Panel(bodies=bodies)) if isinstance(each.rule, Panel) else each
            for each in SCHEME.indicators
        ),
        assessors=(Assessor("a1", "王评委", "superiors"), Assessor("a2", "李评委", "public")),
    )
    sheets = (verified(),)
    found = pending(scheme, at("panel"), sheets, score(scheme, sheets), DAY)
    names = [each.arguments["name"] for each in found if each.code == "process.assessor_has_not_rated"]
    assert names == ["王评委"]


def test_ratings_are_hidden_from_each_other_until_they_are_revealed() -> None:
    course = at("panel")
    assert hidden(SCHEME, course)
    assert [sheet.id for sheet in visible(SCHEME, course, FULL, "a1")] == [
        "self-office",
        FULL[1].id,
        "rating-a1",
    ]
    assert not [sheet for sheet in visible(SCHEME, course, FULL) if sheet.kind == "rating"]
    shown = reveal(course)
    assert isinstance(shown, Course)
    assert visible(SCHEME, shown, FULL, "a1") == FULL
    assert visible(SCHEME, at("totals"), FULL) == FULL
    openly = replace(SCHEME, settings=replace(SCHEME.settings, panel_hidden=False))
    assert visible(openly, course, FULL, "a2") == FULL


def test_a_decision_of_the_meeting_stands_above_the_departments_score() -> None:
    decision = Decision("t1", "flood", Entry(score=Decimal(8), reason="排涝不及时"), DAY, "主任会")
    assert isinstance(decide(at("totals"), decision), Finding)
    without = replace(decision, entry=Entry(score=Decimal(8)))
    refused = decide(at("meeting"), without)
    assert isinstance(refused, Finding)
    assert refused.code == "process.decision_without_reason"
    course = decide(at("meeting"), decision)
    assert isinstance(course, Course)
    (sheet,) = meeting_sheets(course)
    before, after = score(SCHEME, FULL).of("t1"), score(SCHEME, (*FULL, sheet)).of("t1")
    assert after.total - before.total == -2
    second = replace(decision, entry=Entry(score=Decimal(7), reason="再议"))
    again = decide(course, second)
    assert isinstance(again, Course)
    assert again.decisions == (second,)
    empty = withdraw(again, "t1", "flood")
    assert isinstance(empty, Course)
    assert meeting_sheets(empty) == ()


def test_decisions_of_several_periods_are_several_sheets() -> None:
    entry = Entry(score=Decimal(8), reason="会议审定")
    course: Course | Finding = at("meeting")
    for period in ("q2", "", "q1"):
        assert isinstance(course, Course)
        course = decide(course, Decision("t1", "flood", entry, DAY, "王", period))
    assert isinstance(course, Course)
    assert [(sheet.id, sheet.period) for sheet in meeting_sheets(course)] == [
        ("meeting", ""),
        ("meeting-q1", "q1"),
        ("meeting-q2", "q2"),
    ]


APPEAL = Appeal("k00001", "t1", "培训有签到，见附件。", DAY, "training")


def test_a_unit_appeals_once_the_result_is_published_and_in_time() -> None:
    for stage, code in (("meeting", "process.appeal_too_early"), ("final", "process.appeal_over")):
        refused = lodge_appeal(SCHEME, at(stage), APPEAL)  # type: ignore[arg-type]
        assert isinstance(refused, Finding)
        assert refused.code == code
    last = DAY + timedelta(days=8)
    assert isinstance(lodge_appeal(SCHEME, at("published"), replace(APPEAL, day=last)), Course)
    late = lodge_appeal(
        SCHEME,
        Course(SCHEME.id, "appeal", (Passage("published", DAY, "王"),)),
        replace(APPEAL, day=last + timedelta(1)),
    )
    assert isinstance(late, Finding)
    assert late.arguments["day"] == last.isoformat()
    assert isinstance(lodge_appeal(SCHEME, at("published"), replace(APPEAL, text=" ")), Finding)
    endless = replace(SCHEME, settings=replace(SCHEME.settings, appeal_days=None))
    assert isinstance(lodge_appeal(endless, at("published"), replace(APPEAL, day=LATER)), Course)


def test_an_answer_may_change_the_score_and_stands_above_the_meetings() -> None:
    decided = Decision("t1", "training", Entry(score=Decimal(10), reason="会议"), DAY, "主任会")
    course = at("appeal", appeals=(APPEAL,), decisions=(decided,))
    assert isinstance(
        answer_appeal(at("published", appeals=(APPEAL,)), "k00001", "维持", day=DAY, by="李"), Finding
    )
    assert isinstance(answer_appeal(course, "k00001", " ", day=DAY, by="李"), Finding)
    changed = answer_appeal(course, "k00001", "核实后加分", day=LATER, by="李", score=Decimal(20))
    assert isinstance(changed, Course)
    answered = changed.appeal("k00001")
    assert (answered.answer, answered.answered, answered.by, answered.changed) == (
        "核实后加分",
        LATER,
        "李",
        20,
    )
    (sheet,) = meeting_sheets(changed)
    assert sheet.entry("t1", "training") == Entry(score=Decimal(20), reason="核实后加分")
    kept = answer_appeal(changed, "k00001", "维持原分", day=LATER, by="李")
    assert isinstance(kept, Course)
    assert kept.decisions == (decided,), "an answer given otherwise leaves nothing behind"
    with pytest.raises(KeyError):
        answer_appeal(course, "k00009", "维持", day=DAY, by="李")


def test_a_score_needs_an_indicator_to_change() -> None:
    whole = at("appeal", appeals=(replace(APPEAL, indicator=""),))
    refused = answer_appeal(whole, "k00001", "加分", day=DAY, by="李", score=Decimal(1))
    assert isinstance(refused, Finding)
    assert refused.code == "process.appeal_names_no_indicator"
    assert isinstance(answer_appeal(whole, "k00001", "维持", day=DAY, by="李"), Course)


def test_unanswered_appeals_and_open_days_keep_a_result_from_being_final() -> None:
    passages = (Passage("published", DAY, "王"), Passage("appeal", DAY, "王"))
    course = Course(SCHEME.id, "appeal", passages, appeals=(APPEAL,))
    found = pending(SCHEME, course, FULL, score(SCHEME, FULL), DAY + timedelta(days=8))
    assert [finding.code for finding in found] == ["process.appeals_not_over", "process.appeal_unanswered"]
    later = pending(SCHEME, course, FULL, score(SCHEME, FULL), DAY + timedelta(days=9))
    assert [finding.code for finding in later] == ["process.appeal_unanswered"]


MOVES: dict[str, Callable[[Course], object]] = {
    "advance": lambda course: advance(SCHEME, course, FULL, RESULTS, day=LATER, by="王"),
    "self": lambda course: reopen(SCHEME, course, "self", "重来", day=LATER, by="王"),
    "panel": lambda course: reopen(SCHEME, course, "panel", "重来", day=LATER, by="王"),
    "reveal": reveal,
    "decide": lambda course: decide(
        course, Decision("t1", "flood", Entry(score=Decimal(8), reason="议"), DAY, "王")
    ),
    "appeal": lambda course: lodge_appeal(SCHEME, course, replace(APPEAL, id=f"k{len(course.appeals):05}")),
}
RESULTS = score(SCHEME, FULL)


@given(st.lists(st.sampled_from(sorted(MOVES)), max_size=20))
def test_whatever_is_done_every_step_back_has_a_reason_and_nothing_is_forgotten(moves: list[str]) -> None:
    course = begin(SCHEME, day=DAY, by="王")
    for move in moves:
        made = MOVES[move](course)
        if not isinstance(made, Course):
            continue
        assert made.passages[: len(course.passages)] == course.passages
        assert len(made.appeals) >= len(course.appeals)
        assert len(made.decisions) >= len(course.decisions)
        course = made
    places = [STAGES.index(passage.stage) for passage in course.passages]
    for passage, before, after in zip(course.passages[1:], places, places[1:], strict=False):
        assert bool(passage.reason) == (after <= before)
    assert course.passages[-1].stage == course.stage


def test_every_stage_and_kind_has_its_words() -> None:
    for stage in STAGES:
        assert say(f"process.stage.{stage}")
        assert f"process.locked.{stage}" in pairs()
    for kind in ("self", "verified", "rating", "meeting"):
        assert say(f"sheet.kind.{kind}")
    assert set(LEAVES) <= {indicator.id for indicator in SCHEME.indicators}


@pytest.mark.parametrize("wanted", [0, 1])
def test_a_lock_names_the_keys_that_lead_on(wanted: int) -> None:
    back, voice, view = (key_words(id) for id in ("check", "voice", "grouping"))
    told = {key: words[wanted] for key, words in pairs().items() if key.startswith("process.")}
    for stage in STAGES[1:]:
        assert back in told[f"process.locked.{stage}"]
    for stage in ("meeting", "appeal"):
        assert voice in told[f"process.locked.{stage}"]
    for code in ("publicity_not_over", "appeals_not_over"):
        assert back in told[f"process.{code}"]
        assert view in told[f"process.{code}"]
