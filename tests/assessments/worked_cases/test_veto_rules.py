"""Vetoes, cards and downgrades as provinces, cities and counties wrote them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal as D

import pytest

from assessments.results import Given, Results, Score
from assessments.rules.control_quota import ControlQuota
from assessments.scheme import (
    EventTrigger,
    Indicator,
    Override,
    Scheme,
    ScoreTrigger,
    Settings,
    Unit,
    UnitClass,
    Veto,
)
from assessments.sheet import Entry, Event, Sheet
from assessments.standing import severity_of, title_of
from tests.assessments.drafts import FOUR, award, class_of, codes, draft, tree
from tests.assessments.short import item, scheme, scored, sheet

COUNTY = UnitClass("a", "县", grades=FOUR)


def accident(id: str, deaths: int = 0, **more: object) -> Event:
    return Event(id, "u", "accident", deaths=deaths, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("deaths", "injured", "loss", "entered", "severity"),
    [
        (0, 0, None, "", "ordinary"),
        (2, 9, "9999999", "", "ordinary"),
        (3, 0, None, "", "larger"),
        (9, 0, None, "", "larger"),
        (10, 0, None, "", "major"),
        (29, 0, None, "", "major"),
        (30, 0, None, "", "extraordinary"),
        (0, 10, None, "", "larger"),
        (0, 50, None, "", "major"),
        (0, 100, None, "", "extraordinary"),
        (0, 0, "50000000", "", "major"),
        (1, 0, None, "larger", "larger"),
        (10, 0, None, "larger", "major"),
    ],
)
def test_severity_follows_from_the_figures_and_is_never_less(
    deaths: int, injured: int, loss: str | None, entered: str, severity: str
) -> None:
    event = accident("e", deaths, injured=injured, loss=None if loss is None else D(loss), severity=entered)
    assert severity_of(event) == severity


@pytest.mark.parametrize(
    ("events", "fails"),
    [
        ([], False),
        ([accident("e1", 9)], False),
        ([accident("e1", 10)], True),
        ([accident("e1", 3), accident("e2", 4)], False),
        ([accident("e1", 3), accident("e2", 4), accident("e3", 3)], True),
        ([accident("e1", 3, count=3)], True),
        ([accident("e1", 10, responsible=False)], False),
        ([accident("e1", 10, responsible=True)], True),
        ([accident("e1", 3, matter="m"), accident("e2", 4, matter="m"), accident("e3", 5)], False),
        ([accident("e1", 10, day=date(2025, 11, 30))], False),
        ([accident("e1", 10, day=date(2025, 12, 1))], True),
        ([accident("e1", 10, day=date(2026, 11, 30))], True),
        ([accident("e1", 10, day=date(2026, 12, 1))], False),
        ([accident("e1", concealed=True, day=date(2022, 12, 1))], True),
        ([accident("e1", concealed=True, day=date(2022, 11, 30))], False),
        ([accident("e1", concealed=True, responsible=False)], False),
    ],
)
def test_a_county_fails_by_one_major_three_larger_or_a_concealed_accident(
    events: list[Event], fails: bool
) -> None:
    vetoes = (
        Veto("one", "重大事故", "fail", event=EventTrigger(("accident",), severity="major")),
        Veto("three", "较大事故三起", "fail", event=EventTrigger(("accident",), 3, severity="larger")),
        Veto("hidden", "瞒报", "fail", event=EventTrigger(("accident",), concealed=True, years_back=3)),
    )
    settings = Settings(from_day=date(2025, 12, 1), to_day=date(2026, 11, 30))
    year = Scheme("s", "办法", 2026, settings=settings)
    result = class_of({"u": 95}, COUNTY, vetoes=vetoes, events=tuple(events), scheme=year)["u"]
    assert (result.grade == "fail") is fails
    assert bool(result.marks) is fails


def test_an_event_counts_whoever_was_responsible_where_the_veto_makes_no_exception() -> None:
    trigger = EventTrigger(("accident",), severity="major", no_responsibility=False)
    veto = Veto("v", "重大事故", "fail", event=trigger)
    event = accident("e", 10, responsible=False)
    assert class_of({"u": 95}, COUNTY, vetoes=(veto,), events=(event,))["u"].grade == "fail"


@pytest.mark.parametrize(("deaths", "vetoed"), [((2, 3), False), ((2, 4), True)])
def test_deaths_above_the_control_quota(deaths: tuple[int, ...], vetoed: bool) -> None:
    quota = Score("quota", D(20), D(20), given=(Given("安委办", "s1", Entry(figures={"quota": D(5)})),))
    main = Score("", D(100), D(92), children=(quota,))
    veto = Veto("v", "突破控制指标", "block", event=EventTrigger(("accident",), over_quota="quota"))
    events = tuple(accident(f"e{place}", each) for place, each in enumerate(deaths))
    result = class_of({"u": 92}, COUNTY, mains={"u": main}, vetoes=(veto,), events=events)["u"]
    assert result.grade == ("good" if vetoed else "excellent")


@pytest.mark.parametrize(
    ("own", "verified", "rule", "override", "vetoed"),
    [
        ("9", None, None, None, False),
        ("9", "5", None, None, True),
        ("1", "6", "2", "2", False),
        (None, None, "5", None, True),
        (None, None, "6", None, False),
        (None, None, "6", "5", True),
    ],
)
def test_the_quota_is_the_verified_one_or_that_of_the_rule_never_the_units_own_word(
    own: str | None, verified: str | None, rule: str | None, override: str | None, vetoed: bool
) -> None:
    def control(quota: str | None) -> ControlQuota:
        return ControlQuota(quota=None if quota is None else D(quota), counts=("accident",))

    trigger = EventTrigger(("accident",), over_quota="x")
    held = scheme(
        item("x", "20", rule=control(rule)),
        item("main", "80"),
        unit_class=UnitClass("c", "县", grades=FOUR),
        vetoes=(Veto("v", "突破控制指标", "fail", event=trigger),),
        overrides=() if override is None else (Override("u", "x", rule=control(override)),),
    )
    dead = Event("e", "u", "accident", day=date(2026, 5, 1), deaths=6)
    entries = {} if verified is None else {"x": Entry(figures={"quota": D(verified)})}
    claims = {} if own is None else {"u": {"x": Entry(figures={"quota": D(own)})}}
    results = scored(
        held,
        sheet(events=(dead,), main="80", **entries),
        Sheet("own", "s", "self", "单位", entries=claims),
    )
    assert bool(results.of("u").marks) is vetoed


@pytest.mark.parametrize(
    ("trigger", "event", "holds"),
    [
        (EventTrigger(("fire",), deaths=10), accident("e", 10), False),
        (EventTrigger(("accident",), deaths=10), accident("e", 9), False),
        (EventTrigger(("accident",), injured=50), accident("e", injured=50), True),
        (EventTrigger(("accident",), injured=50), accident("e", injured=49), False),
        (EventTrigger((), falsified=True), accident("e", falsified=True), True),
        (EventTrigger((), falsified=True), accident("e"), False),
        (EventTrigger(("accident",), level="province"), accident("e", level="city"), False),
        (EventTrigger(("accident",), level="province"), accident("e", level="province"), True),
        (EventTrigger(("accident",), level="province"), accident("e", level="national"), True),
    ],
)
def test_what_an_event_must_be(trigger: EventTrigger, event: Event, holds: bool) -> None:
    veto = Veto("v", "否决", "fail", event=trigger)
    result = class_of({"u": 95}, COUNTY, vetoes=(veto,), events=(event,))["u"]
    assert bool(result.marks) is holds


def test_falsified_data_costs_one_grade() -> None:
    veto = Veto("v", "弄虚作假", "downgrade", event=EventTrigger((), falsified=True))
    result = class_of({"u": 95}, COUNTY, vetoes=(veto,), events=(accident("e", falsified=True),))["u"]
    assert (result.grade, result.total) == ("good", D(95))


def test_a_veto_of_another_class_or_unit_does_not_concern() -> None:
    trigger = EventTrigger(("accident",))
    vetoes = (
        Veto("other", "企业", "fail", applies=("firms",), event=trigger),
        Veto("class", "县", "talk", applies=("a",), event=trigger),
        Veto("unit", "单位", "rectify", applies=("u",), event=trigger),
    )
    result = class_of({"u": 95}, COUNTY, vetoes=vetoes, events=(accident("e"),))["u"]
    assert [mark.veto for mark in result.marks] == ["class", "unit"]
    assert {"why.effect_talk", "why.effect_rectify"} <= codes(result)


def test_a_yellow_card_needs_the_score_and_the_event() -> None:
    veto = Veto(
        "v",
        "黄牌",
        "yellow_card",
        event=EventTrigger(("accident",), severity="larger"),
        score=ScoreTrigger(below=D(70)),
    )
    done = class_of({"u": 69, "w": 69}, COUNTY, vetoes=(veto,), events=(accident("e", 3),))
    assert [done["u"].marks[0].effect, done["w"].marks] == ["yellow_card", ()]
    assert class_of({"u": 70}, COUNTY, vetoes=(veto,), events=(accident("e", 3),))["u"].marks == ()


def test_a_total_is_looked_at_after_the_vetoes_by_events() -> None:
    vetoes = (
        Veto("minus", "事故", "minus", points=D(30), event=EventTrigger(("accident",))),
        Veto("low", "低于八十分", "talk", score=ScoreTrigger(below=D(80))),
    )
    result = class_of({"u": 95}, COUNTY, vetoes=vetoes, events=(accident("e"),))["u"]
    assert [mark.veto for mark in result.marks] == ["minus", "low"]


def test_the_last_three_of_the_class_cannot_be_excellent() -> None:
    veto = Veto("v", "末三名", "block", score=ScoreTrigger(last=3))
    totals = {"a": 99, "b": 98, "c": 97, "d": 96, "e": 96, "f": 95}
    done = class_of(totals, COUNTY, vetoes=(veto,))
    barred = {unit for unit, result in done.items() if result.grade == "good"}
    assert barred == {"d", "e", "f"}


def test_the_last_in_one_item_get_a_talk() -> None:
    veto = Veto("v", "末位", "talk", score=ScoreTrigger(indicator="x", last=1))
    mains = {"a": tree(D(100), D(99), x=("9", "3")), "b": tree(D(100), D(98), x=("9", "4"))}
    done = class_of({"a": 99, "b": 98}, COUNTY, vetoes=(veto,), mains=mains)
    assert (len(done["a"].marks), len(done["b"].marks)) == (1, 0)


@pytest.mark.parametrize(
    ("trigger", "total"),
    [
        (ScoreTrigger(indicator="key", below=D(40)), 0),
        (ScoreTrigger(indicator="key", below=D(39)), 85),
        (ScoreTrigger(indicator="key", below=D(66), percent=True), 0),
        (ScoreTrigger(indicator="key", below=D(65), percent=True), 85),
        (ScoreTrigger(below=D(86), percent=True), 0),
    ],
)
def test_a_key_item_below_its_bound_takes_the_whole_sheet(trigger: ScoreTrigger, total: int) -> None:
    veto = Veto("v", "保证项目", "zero", score=trigger)
    main = tree(D(100), D(85), key=("60", "39"))
    result = class_of({"u": 85}, COUNTY, vetoes=(veto,), mains={"u": main})["u"]
    assert result.total == total
    assert result.steps[-1].code == ("why.main" if total else "why.veto_zero")


@pytest.mark.parametrize(
    ("last_year", "years", "card"),
    [("fail", 2, True), ("pass", 2, False), ("pass", 1, True), ("fail", 3, True), ("fail", 4, False)],
)
def test_a_grade_so_many_years_running(last_year: str, years: int, card: bool) -> None:
    veto = Veto("v", "连续不合格", "red_card", score=ScoreTrigger(grade="fail", years=years))
    before = replace(draft("u", 50), grade=last_year, former=("fail", "pass", "fail"))
    result = class_of({"u": 50}, COUNTY, vetoes=(veto,), earlier=Results("s25", "去年", 2025, (before,)))["u"]
    assert bool(result.marks) is card
    assert result.former == (last_year, "fail", "pass", "fail")


def test_results_of_another_year_than_the_last_are_no_row() -> None:
    veto = Veto("v", "连续不合格", "red_card", score=ScoreTrigger(grade="fail", years=2))
    earlier = Results("s24", "前年", 2024, (replace(draft("u", 50), grade="fail"),))
    result = class_of({"u": 50}, COUNTY, vetoes=(veto,), earlier=earlier)["u"]
    assert (result.marks, result.former) == ((), ())


@pytest.mark.parametrize(
    ("effect", "score", "total", "grade"),
    [
        ("fail", Score("must", D(5), D(4)), 95, "fail"),
        ("zero", Score("must", D(5), D(4)), 0, "fail"),
        ("fail", Score("must", D(5), D(5)), 95, "excellent"),
        ("fail", Score("must", D(5), D(0), "missing"), 95, "excellent"),
        ("fail", Score("must", D(5), D(0), "not_applicable", excused=D(5)), 95, "excellent"),
    ],
)
def test_mandatory_items_must_be_met_in_full(effect: str, score: Score, total: int, grade: str) -> None:
    item = Indicator("must", "必备条件", mandatory=effect)  # type: ignore[arg-type]
    main = Score("", D(100), D(95), children=(score,))
    result = class_of({"u": 95}, COUNTY, mains={"u": main}, indicators=(item,))["u"]
    assert (result.total, result.grade) == (total, grade)
    for mark in result.marks:
        assert title_of(Scheme("s", "", 2026, indicators=(item,)), mark) == "必备条件"


def test_several_vetoes_add_up_and_the_hardest_holds() -> None:
    trigger = EventTrigger(("accident",))
    vetoes = (
        Veto("m1", "一", "minus", points=D(10), event=trigger),
        Veto("m2", "二", "minus", points=D(5), event=trigger),
        Veto("down", "三", "downgrade", event=trigger),
        Veto("bar", "四", "block", grade="good", event=trigger),
    )
    result = class_of({"u": 99}, COUNTY, vetoes=vetoes, events=(accident("e"),))["u"]
    assert (result.total, result.grade) == (D(84), "pass")


def test_a_total_stays_within_the_limits_of_its_class() -> None:
    veto = Veto("v", "事故", "minus", points=D(30), event=EventTrigger(("accident",)))
    events = (accident("e"),)
    assert class_of({"u": 20}, COUNTY, vetoes=(veto,), events=events)["u"].total == 0
    open_below = replace(COUNTY, limits=replace(COUNTY.limits, no_floor=True))
    assert class_of({"u": 20}, open_below, vetoes=(veto,), events=events)["u"].total == -10
    assert class_of({"u": 20}, open_below, vetoes=(veto,), events=events)["u"].grade == "fail"
    closed = replace(COUNTY, limits=replace(COUNTY.limits, no_cap=False, cap=D(100)))
    assert class_of({"u": 110}, closed)["u"].total == 100
    assert class_of({"u": 110}, COUNTY)["u"].total == 110


def test_a_failed_unit_keeps_its_rank_and_gets_no_award() -> None:
    unit_class = replace(COUNTY, awards=(award("prize", first=1, last=2), award("place", places=1)))
    veto = Veto("v", "事故", "fail", event=EventTrigger(("accident",)))
    done = class_of({"u": 95, "w": 90, "x": 85}, unit_class, vetoes=(veto,), events=(accident("e"),))
    assert (done["u"].rank, done["u"].grade, done["u"].awards) == (1, "fail", ())
    assert done["w"].awards == ("place", "prize")
    assert done["x"].awards == ()


def test_the_order_of_events_changes_nothing() -> None:
    veto = Veto("v", "事故", "minus", points=D(1), event=EventTrigger(("accident",), 2))
    events = (accident("e1", 1, matter="m"), accident("e2", 2, matter="m"), accident("e3"))
    one = class_of({"u": 95, "w": 90}, COUNTY, vetoes=(veto,), events=events)
    other = class_of({"w": 90, "u": 95}, COUNTY, vetoes=(veto,), events=tuple(reversed(events)))
    assert one == other
    assert one["u"].marks[0].events == ("e2", "e3")


def test_units_that_are_handed_over_or_were_not_there_come_back_as_they_came() -> None:
    units = {
        "u": Unit("u", "城关镇", "a", hand_over="市局"),
        "w": Unit("w", "新镇", "a", from_day=date(2027, 1, 1)),
    }
    done = class_of({"u": 95, "w": 90, "x": 85}, COUNTY, units=units)
    assert [done[unit].rank for unit in "uwx"] == [None, None, 1]
    assert done["u"].grade == ""
    assert done["u"].marks == ()
