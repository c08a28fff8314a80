"""One item after the other: rules, hand-given scores, limits, folding, rounding, late evidence, matters."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal as D

import pytest

from assessments.rules.add import Add, Honour
from assessments.rules.deduct import Deduct, Fault
from assessments.rules.linear import Linear
from assessments.rules.panel import Panel
from assessments.rules.proportion_of_first import ProportionOfFirst
from assessments.scheme import (
    Assessor,
    Combine,
    EventTrigger,
    Limits,
    Override,
    Period,
    SameMatter,
    Settings,
    Unit,
    UnitClass,
    Veto,
)
from assessments.sheet import Entry, Event, Evidence, Sheet
from tests.assessments.short import (
    NONE,
    codes,
    events,
    found,
    item,
    result,
    scheme,
    scored,
    sheet,
    total,
    units,
)

LINEAR = Linear(target=D(10))
HONOURS = Add((Honour("honour", levels={"national": D(5), "province": D(3), "city": D(1)}),))


def test_a_hand_given_score_stands_in_the_place_of_the_rule_within_the_limits() -> None:
    held = scheme(item("a", "40", rule=LINEAR), item("b", "60", rule=LINEAR))
    done = result(held, sheet(a="45", b=Entry(value=D(9))))
    assert codes(found(done, "a")) == ["by_hand", "cap"]
    assert (found(done, "a").value, found(done, "b").value) == (40, 54)


def test_the_rule_speaks_in_the_items_scale_and_limits_hold_before_folding() -> None:
    held = scheme(item("a", "30", scale=100, rule=LINEAR, limits=Limits(floor=D(20))))
    over, under = (result(held, sheet(a=Entry(value=D(value)))) for value in (12, 1))
    assert codes(found(over, "a")) == ["linear", "cap", "fold"]
    assert (found(over, "a").value, found(under, "a").value) == (30, 6)


def test_rounding_of_items_parents_and_total() -> None:
    rounding = Settings(leaf_rounding=1, parent_rounding=0)
    held = scheme(
        item("head", "50"),
        item("a", "50", "head", rule=LINEAR),
        item("b", "50", rule=LINEAR, rounding=2),
        settings=rounding,
    )
    done = result(held, sheet(a=Entry(value=D("8.33")), b=Entry(value=D("7.777"))))
    assert found(done, "a").value == D("41.7")
    assert found(done, "head").value == 42
    assert found(done, "b").value == D("38.89")


@pytest.mark.parametrize(
    ("kind", "limits", "given", "expected"),
    [
        ("normal", Limits(), "-3", "0"),
        ("normal", Limits(no_floor=True), "-3", "-3"),
        ("normal", Limits(), "12", "10"),
        ("normal", Limits(no_cap=True), "12", "12"),
        ("normal", Limits(cap=D(11)), "12", "11"),
        ("bonus", Limits(), "12", "10"),
        ("penalty", Limits(), "-12", "-10"),
        ("penalty", Limits(no_floor=True), "-12", "-12"),
        ("penalty", Limits(), "2", "0"),
        ("multiplier", Limits(), "1.2", "1.2"),
    ],
)
def test_the_usual_limits_of_each_kind(kind: str, limits: Limits, given: str, expected: str) -> None:
    held = scheme(item("a", "10", kind=kind, limits=limits), item("b", "100"))
    assert found(result(held, sheet(a=given, b="50")), "a").value == D(expected)


def test_bonus_and_penalty_without_points_have_no_end() -> None:
    held = scheme(item("a", "100"), item("plus", kind="bonus"), item("minus", kind="penalty"))
    assert total(held, sheet(a="50", plus="70", minus="-30")) == 90


def test_what_acts_on_the_total_stands_at_any_depth() -> None:
    held = scheme(
        item("head", "100"),
        item("a", "100", "head"),
        item("plus", "10", "head", kind="bonus"),
        item("minus", None, "head", kind="penalty"),
        item("factor", None, "head", kind="multiplier"),
        item("known", "10", "head", kind="information"),
    )
    done = result(held, sheet(a="100", plus="8", minus="-3", factor="0.9", known="5"))
    assert found(done, "head").value == 100
    assert [step.code for step in done.steps] == ["why.main", "why.bonus", "why.penalty", "why.multiplier"]
    assert done.total == D("94.5")


def test_base_and_folding_come_before_bonus() -> None:
    unit_class = UnitClass("c", "甲类", scale=D(200), fold_to=D(80), base=D(10))
    held = scheme(item("a", "200"), item("plus", kind="bonus"), unit_class=unit_class)
    done = result(held, sheet(a="150", plus="4"))
    assert [step.code for step in done.steps] == ["why.main", "why.fold_to", "why.base", "why.bonus"]
    assert done.total == 74


def test_where_only_bonus_and_penalty_count_totals_begin_at_the_base() -> None:
    unit_class = UnitClass("c", "甲类", base=D(100))
    held = scheme(item("plus", "10", kind="bonus"), item("minus", kind="penalty"), unit_class=unit_class)
    done = result(held, sheet(plus="6", minus="-8"))
    assert (done.total, done.main.points, done.missing) == (98, 0, 0)


@pytest.mark.parametrize(
    ("combine", "expected"),
    [("sum", "140"), ("lowest", "60"), ("highest", "80"), ("product", "48"), ("worst_only", "60")],
)
def test_the_ways_a_parent_is_made(combine: Combine, expected: str) -> None:
    held = scheme(
        item("head", "100", combine=combine, limits=Limits(no_cap=True)),
        item("a", "100", "head"),
        item("b", "100", "head"),
        item("c", "0", "head"),
    )
    assert found(result(held, sheet(a="80", b="60", c=NONE)), "head").value == D(expected)


def test_a_part_that_does_not_wholly_apply_is_brought_back_before_it_is_compared() -> None:
    unit_class = UnitClass("c", "甲类", combine="lowest")
    held = scheme(
        item("quality"),
        item("q1", "80", "quality"),
        item("q2", "20", "quality"),
        item("tasks"),
        unit_class=unit_class,
    )
    assert total(held, sheet(q1="64", q2=NONE, tasks="79")) == 79
    assert total(held, sheet(q1="60", q2=NONE, tasks="79")) == 75


def test_nothing_entered_is_missing_and_a_running_total_is_shown() -> None:
    none_found = Deduct((Fault(kind="fire", each=D(2)),), unrecorded="none")
    held = scheme(
        item("a", "40", rule=LINEAR),
        item("b", "60", rule=none_found),
        item("plus", kind="bonus", rule=HONOURS),
    )
    done = result(held)
    assert [(each.value, each.state) for each in done.main.children] == [
        (0, "missing"),
        (60, "missing"),
        (0, "scored"),
    ]
    assert (done.missing, done.main.state, found(done, "b").missing) == (2, "missing", ("confirmed",))
    confirmed = result(held, sheet(a=Entry(value=D(10)), b=Entry()))
    assert (confirmed.missing, confirmed.total) == (0, 100)


@pytest.mark.parametrize(("late", "expected"), [("as_received", "50"), ("zero", "0"), ("deduct", "47")])
@pytest.mark.parametrize("kind", ["verified", "self"])
def test_evidence_after_the_day(late: str, expected: str, kind: str) -> None:
    settings = Settings(late=late, late_points=D(3), evidence_by=date(2026, 12, 31))  # type: ignore[arg-type]
    held = scheme(item("a", "100"), settings=settings)
    for day, value in ((date(2026, 12, 31), "50"), (date(2027, 1, 1), expected)):
        pieces = (Evidence("早.pdf", day=date(2026, 12, 1)), Evidence("报告.pdf", day=day))
        handed = Sheet("e", "s", kind, "局", entries={"u": {"a": Entry(evidence=pieces)}})  # type: ignore[arg-type]
        marks = sheet(a=Entry(score=D(50), evidence=pieces if kind == "verified" else ()))
        assert total(held, marks, handed) == D(value)


def test_late_evidence_takes_no_more_than_the_floor_allows() -> None:
    settings = Settings(late="deduct", late_points=D(3), evidence_by=date(2026, 12, 31))
    late = Entry(score=D(2), evidence=(Evidence("报告.pdf", day=date(2027, 1, 1)),))
    assert total(scheme(item("a", "100"), settings=settings), sheet(a=late)) == 0


def test_a_penalty_may_be_a_rule_that_begins_at_nothing_or_one_that_does_not() -> None:
    for from_zero in (True, False):
        rule = Deduct((Fault(kind="criticism", each=D(2)),), from_zero=from_zero, unrecorded="none")
        held = scheme(item("a", "100"), item("minus", "5", kind="penalty", rule=rule))
        assert total(held, sheet(events=events("criticism", 2), a="90")) == 86
        assert total(held, sheet(events=events("criticism", 3), a="90")) == 85


def _heads(same_matter: SameMatter) -> D:
    """Praise told by two levels in one head, entered again under a second and a third head."""
    dear = Add((Honour("honour", levels={"province": D(4), "city": D(1)}),))
    held = scheme(
        item("a", "100"),
        item("praise", kind="bonus"),
        item("p1", None, "praise", rule=replace(HONOURS, which="every")),
        item("p2", None, "praise", rule=replace(HONOURS, which="every")),
        item("media", kind="bonus", rule=dear),
        settings=Settings(same_matter=same_matter),
    )
    told = (
        *events("x", 1, indicator="p1", level="city", matter="m"),
        *events("x", 1, 1, indicator="p2", level="province", matter="m"),
        *events("x", 1, 2, indicator="media", level="province", matter="m"),
    )
    honours = tuple(replace(event, kind="honour") for event in told)
    return total(held, sheet(events=honours, a="80")) - 80


def test_the_same_matter_once_at_its_highest_once_a_head_or_every_time() -> None:
    # Each rule names the kind, so that each of the three events is told at each of the three places:
    # every time 1+3+3 at p1, the same at p2, and 4 under media, which takes a matter once by itself.
    assert _heads("every_time") == 18
    assert _heads("once") == 4
    assert _heads("once_a_head") == 7


def test_a_matter_that_counts_elsewhere_is_told() -> None:
    held = scheme(
        item("a", "100"), item("p1", kind="bonus", rule=HONOURS), item("p2", kind="bonus", rule=HONOURS)
    )
    (event,) = events("honour", 1, level="city", matter="m")
    done = result(held, sheet(events=(event,), a="80"))
    assert [found(done, id).value for id in ("p1", "p2")] == [1, 0]
    assert [each.code for each in found(done, "p2").doubts] == ["doubt.same_matter"]


def test_an_event_counts_where_it_was_given_and_where_its_kind_is_named() -> None:
    anything = Deduct((Fault(each=D(1)),), unrecorded="none")
    accidents = Deduct((Fault(kind="accident", each=D(5)),), unrecorded="none")
    held = scheme(item("a", "50", rule=anything), item("b", "50", rule=accidents))
    told = (Event("e", "u", "accident", indicator="a"), Event("f", "u", "other", indicator="a"))
    done = result(held, sheet(events=told))
    assert [len(found(done, id).events) for id in ("a", "b")] == [2, 1]
    assert done.total == 48 + 45


def test_peers_are_the_units_of_the_class_to_which_the_item_applies() -> None:
    held = scheme(
        item("a", "6", rule=ProportionOfFirst()),
        classes=(UnitClass("c", "甲类"), UnitClass("d", "乙类")),
        units=(*units("u", "v", "w"), *units("x", unit_class="d"), Unit("h", "托管", "c", hand_over="市局")),
    )
    marks = {"u": "0.6", "v": "1.2", "x": "5", "h": "9"}
    sheets = [sheet(unit, a=Entry(value=D(mark))) for unit, mark in marks.items()]
    results = scored(held, *sheets, sheet("w", a=NONE))
    assert [results.of(unit).total for unit in ("u", "v", "x")] == [3, 6, 6]


def test_the_mean_of_the_class_is_that_of_its_scored_units() -> None:
    held = scheme(
        item("head", "40"),
        item("a", "10", "head", rule=LINEAR, not_applicable="class_mean"),
        item("b", "30", "head"),
        item("c", "60"),
        units=units("u", "v", "w", "x"),
    )
    sheets = [sheet(unit, a=Entry(value=D(mark)), b="30", c="60") for unit, mark in (("v", 9), ("w", 6))]
    done = scored(held, *sheets, sheet(a=NONE, b="30", c="60"))
    assert found(done.of("u"), "a").value == D("7.5")
    assert done.of("u").total == D("97.5")


def test_who_has_only_a_bonus_there_is_left_out_of_the_mean_of_the_class() -> None:
    held = scheme(
        item("head", "40", not_applicable="class_mean", limits=Limits(floor=D(10))),
        item("a", "40", "head", applies=("u", "v")),
        item("plus", "5", "head", kind="bonus"),
        item("b", "60"),
        units=units("u", "v", "w"),
    )
    sheets = [sheet(head=NONE, b="60"), sheet("v", a="30", b="60"), sheet("w", plus="2", b="60")]
    done = scored(held, *sheets)
    assert found(done.of("u"), "head").value == 30
    assert done.of("u").total == 90


def test_a_class_without_scores_has_no_mean_and_the_item_is_missing() -> None:
    held = scheme(item("a", "10", not_applicable="class_mean"), item("b", "90"), units=units("u", "v"))
    done = scored(held, sheet(a=NONE, b="80"), sheet("v", a=NONE, b="70"))
    assert [done.of(unit).missing for unit in ("u", "v")] == [1, 1]
    assert [each.code for each in found(done.of("u"), "a").doubts] == ["doubt.no_class_mean"]


def test_panels_are_scored_from_the_assessors_sheets() -> None:
    held = scheme(
        item("a", "100", rule=Panel(take="trimmed")),
        assessors=tuple(Assessor(f"r{number}", f"评委{number}") for number in range(5)),
    )
    marks = (70, 80, 85, 90, 99)
    sheets = [
        Sheet(f"r{number}", "s", "rating", f"r{number}", entries={"u": {"a": Entry(score=D(mark))}})
        for number, mark in enumerate(marks)
    ]
    assert total(held, *sheets) == 85
    assert result(held, *sheets[:0]).missing == 1


def test_a_parent_that_does_not_apply_takes_everything_below_it_out() -> None:
    held = scheme(item("head", "20"), item("a", "12", "head"), item("b", "8", "head"), item("c", "80"))
    done = result(held, sheet(head=NONE, c="60"))
    assert (done.main.due, done.total, done.missing) == (80, 75, 0)


def test_units_that_are_handed_over_or_not_there_are_listed_and_not_scored() -> None:
    held = scheme(
        item("a", "100"),
        units=(
            Unit("u", "甲", "c"),
            Unit("v", "乙", "c", hand_over="市局"),
            Unit("w", "丙", "c", from_day=date(2027, 1, 1)),
        ),
    )
    results = scored(held, sheet(a="60"), sheet("v", a="90"))
    assert [(each.unit, each.rank, each.total) for each in results.units] == [
        ("u", 1, 60),
        ("v", None, 0),
        ("w", None, 0),
    ]


def test_an_entry_that_counts_nowhere_is_told() -> None:
    held = scheme(item("a", "100"), item("b", "10", applies=("other",)))
    results = scored(held, sheet(a="60", b="5"))
    assert [(each.code, each.where.path) for each in results.findings] == [
        ("sheet.counts_nowhere", ("entries", "u", "b"))
    ]


def test_a_head_that_does_not_apply_takes_all_in_it_along_and_what_was_entered_there_is_told() -> None:
    held = scheme(
        item("head", "40"),
        item("a", "40", "head"),
        item("plus", "5", "head", kind="bonus"),
        item("b", "60"),
    )
    results = scored(held, sheet(head=NONE, a=NONE, plus="5", b="54"))
    assert results.of("u").total == 90
    assert [(each.code, each.where.path) for each in results.findings] == [
        ("sheet.counts_nowhere", ("entries", "u", "plus"))
    ]
    apart = scored(held, sheet(a=NONE, plus="5", b="54"))
    assert (apart.of("u").total, apart.findings) == (95, ())


def test_an_override_scores_one_unit_by_its_own_points() -> None:
    held = scheme(
        item("a", "60", rule=LINEAR),
        item("b", "40", rule=LINEAR),
        units=units("u", "v"),
        overrides=(
            Override("u", "a", points=D(80)),
            Override("u", "b", points=D(20), rule=Linear(target=D(20))),
        ),
    )
    half = {"a": Entry(value=D(5)), "b": Entry(value=D(10))}
    results = scored(held, sheet("u", **half), sheet("v", **half))
    assert (results.of("u").total, results.of("v").total) == (50, 70)


ROUNDS = (
    Period("q1", "一季度", from_day=date(2026, 1, 1), to_day=date(2026, 3, 31), rounding=1),
    Period("q2", "二季度", from_day=date(2026, 4, 1), to_day=date(2026, 6, 30), rounding=1),
)


def test_bonus_counts_once_for_the_year_unless_it_names_a_round() -> None:
    year = scheme(item("a", "100"), item("plus", kind="bonus", rule=HONOURS), periods=ROUNDS)
    rounds = replace(
        year, indicators=(item("a", "100"), item("plus", kind="bonus", rule=HONOURS, periods=("q1", "q2")))
    )
    sheets = (
        sheet(period="q1", a="80"),
        sheet(period="q2", a="90"),
        sheet(events=events("honour", 1, level="province")),
    )
    assert total(year, *sheets) == 88
    done = result(rounds, *sheets)
    assert [each.value for each in done.periods] == [80, 93]
    assert done.total == D("86.5")
    assert found(result(year, *sheets), "plus").value == 3


def test_each_round_is_rounded_before_the_mean() -> None:
    held = scheme(item("a", "100"), periods=ROUNDS)
    done = result(held, sheet(period="q1", a="80.04"), sheet(period="q2", a="80.05"))
    assert [each.value for each in done.periods] == [80, D("80.1")]
    assert done.raw == D("80.05")


def test_a_unit_that_was_not_there_in_a_round_is_not_scored_in_it() -> None:
    held = scheme(
        item("a", "100"), periods=ROUNDS, units=(Unit("u", "新局", "c", from_day=date(2026, 4, 1)),)
    )
    done = result(held, sheet(period="q2", a="88"))
    assert [each.held for each in done.periods] == [False, True]
    assert (done.total, done.missing) == (88, 0)


def test_a_round_not_held_for_some_names_them() -> None:
    held = scheme(item("a", "100"), periods=ROUNDS, units=units("u", "v"))
    away = Sheet("away", "s", "verified", "办公室", "q2", held=False, entries={"v": {}})
    sheets = (sheet("u", "q1", a="80"), sheet("v", "q1", a="70"), sheet("u", "q2", a="90"))
    results = scored(held, *sheets, away)
    assert (results.of("u").total, results.of("v").total) == (85, 70)


def test_a_finished_total_is_taken_over_where_there_are_no_rounds_too() -> None:
    held = scheme(item("a", "100"), item("plus", kind="bonus"))
    paper = Sheet("p", "s", "verified", "省办", totals={"u": D("91.5")})
    done = result(held, paper, sheet(plus="2"))
    assert (done.total, done.missing) == (D("93.5"), 0)


def test_the_last_rounds_tree_is_shown_with_the_years_bonus_beside_it() -> None:
    held = scheme(
        item("head", "100"),
        item("a", "100", "head"),
        item("plus", None, "head", kind="bonus"),
        periods=ROUNDS,
    )
    done = result(held, sheet(period="q1", a="80"), sheet(period="q2", a="90"), sheet(plus="2"))
    assert [child.indicator for child in done.main.children[0].children] == ["a", "plus"]
    assert done.total == 87


@pytest.mark.parametrize(
    ("day", "years", "concealed", "lost"),
    [
        (date(2023, 1, 1), 3, True, True),
        (date(2022, 12, 31), 3, True, False),
        (date(2025, 12, 31), 1, True, True),
        (date(2025, 12, 31), 0, True, False),
        (date(2025, 12, 31), 3, False, False),
        (date(2027, 1, 1), 3, True, False),
    ],
)
def test_a_concealed_accident_of_years_before_counts_once_it_is_proven(
    day: date, years: int, concealed: bool, lost: bool
) -> None:
    rule = Deduct((Fault("accident", each=D(5)),), unrecorded="none")
    held = scheme(item("a", "100", rule=rule), settings=Settings(concealed_years=years))
    told = events("accident", 1, day=day, concealed=concealed)
    results = scored(held, sheet(events=told))
    assert results.of("u").main.value == (95 if lost else 100)
    assert ("sheet.event_outside" in [each.code for each in results.findings]) is not lost


def test_an_event_that_no_item_and_no_veto_counts_is_told() -> None:
    rule = Deduct((Fault("accident", each=D(5)),), unrecorded="none")
    held = scheme(item("a", "100", rule=rule))
    told = (*events("accident", 1), *events("acident", 1))
    results = scored(held, sheet(events=told))
    assert [(each.code, each.where.path) for each in results.findings] == [
        ("sheet.event_nowhere", ("events", "acident0"))
    ]
    rounds = replace(held, periods=(Period("h1", "上半年"), Period("h2", "下半年")))
    lost = scored(rounds, sheet(events=events("accident", 1)))
    assert [each.code for each in lost.findings] == ["sheet.event_nowhere"]
    veto = Veto("v", "事故", "fail", event=EventTrigger(("acident",)))
    assert scored(replace(held, vetoes=(veto,)), sheet(events=told)).findings == ()


def test_an_entry_without_an_item_takes_no_whole_sheet_out() -> None:
    nameless = Sheet(
        "s1", "s", "verified", "办", entries={"u": {"": NONE, "a": Entry(score=D(60), reason="查")}}
    )
    results = scored(scheme(item("a", "100")), nameless)
    assert results.of("u").total == 60
    assert [each.code for each in results.findings] == ["sheet.stray_indicator"]
