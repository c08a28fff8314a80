"""While items are still open nothing is concluded from the total: no grade, no award, no veto by score."""

from dataclasses import replace
from decimal import Decimal as D

from assessments.results import UnitResult
from assessments.scheme import Award, EventTrigger, Scheme, ScoreTrigger, Unit, UnitClass, Veto
from assessments.sheet import Event
from assessments.standing import settle
from tests.assessments.drafts import FOUR, draft

CLASS = UnitClass("a", "甲类", grades=FOUR, awards=(Award("first", "一等奖", places=3),))


def settled(open_unit: UnitResult, *vetoes: Veto, events: tuple[Event, ...] = ()) -> dict[str, UnitResult]:
    """The standing of a finished unit with 92 points and of one with open items."""
    units = (Unit("done", "完成镇", "a"), Unit("open", "未评镇", "a"))
    scheme = Scheme("s", "办法", 2026, classes=(CLASS,), units=units, vetoes=vetoes)
    results = settle(scheme, CLASS, (draft("done", 92), open_unit), {"open": events}, None)
    return {result.unit: result for result in results}


OPEN = replace(draft("open", 12), missing=3)


def test_a_unit_with_open_items_has_a_rank_so_far_but_no_grade_and_no_award() -> None:
    results = settled(OPEN)
    assert (results["open"].rank, results["open"].grade, results["open"].awards) == (2, "", ())
    assert [step.code for step in results["open"].grade_steps if step.code == "why.grade_open"]
    assert (results["done"].grade, results["done"].awards) == ("excellent", ("first",))


def test_no_veto_by_a_total_or_a_place_before_everything_is_scored() -> None:
    below = Veto("low", "低于60分", "rectify", score=ScoreTrigger(below=D(60)))
    last = Veto("last", "末位约谈", "talk", score=ScoreTrigger(last=1))
    assert settled(OPEN, below, last)["open"].marks == ()
    finished = settled(replace(OPEN, missing=0), below, last)["open"]
    assert {mark.veto for mark in finished.marks} == {"low", "last"}


def test_what_happened_counts_at_once() -> None:
    accident = Event("e1", "open", "accident", deaths=12, responsible=True)
    trigger = EventTrigger(("accident",), severity="major")
    failing = Veto("major", "重大事故", "fail", event=trigger)
    zero = Veto("major", "重大事故", "zero", event=trigger)
    assert settled(OPEN, failing, events=(accident,))["open"].grade == FOUR[-1].id
    zeroed = settled(OPEN, zero, events=(accident,))["open"]
    assert (zeroed.total, zeroed.grade) == (0, FOUR[-1].id)
