"""Worked cases that go through a whole scheme, with the numbers that offices printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal as D

import pytest

from assessments.numbers import plain
from assessments.rules import Rule
from assessments.rules.add import Add, Honour
from assessments.rules.deduct import Deduct, Fault
from assessments.rules.year_on_year import YearOnYear
from assessments.scheme import (
    FoldBonus,
    Grade,
    Limits,
    NotApplicable,
    Override,
    Period,
    Settings,
    Unit,
    UnitClass,
)
from assessments.sheet import Entry, Sheet
from assessments.tree import tree_of
from tests.assessments.short import FOUR, NONE, events, item, scheme, scored, sheet, total


def test_t1_eighty_eight_of_ninety_points_due() -> None:
    held = scheme(item("a", "90"), item("b", "10"))
    result = scored(held, sheet(a="88", b=NONE)).of("u")
    assert result.total == D("97.78")
    assert (result.main.points, result.main.excused, result.main.due, result.main.value) == (100, 10, 90, 88)
    assert plain(result.main.rate or D(0), 2) == "97.78…"


def test_t6_the_township_table_comes_to_a_hundred() -> None:
    points = ("31", "2", "15", "45", "7")
    held = scheme(*(item(f"h{place}", each) for place, each in enumerate(points)))
    assert total(held, sheet(**{f"h{place}": each for place, each in enumerate(points)})) == 100


@pytest.mark.parametrize(("places", "expected"), [(0, "88"), (1, "88.3")])
def test_t8_a_thousand_points_with_eighty_that_do_not_apply(places: int, expected: str) -> None:
    unit_class = UnitClass("c", "甲类", scale=D(1000), fold_to=D(100), rounding=places)
    held = scheme(item("a", "920"), item("b", "80"), unit_class=unit_class)
    assert total(held, sheet(a="812", b=NONE)) == D(expected)


def test_t9_each_element_is_brought_back_before_it_is_weighted() -> None:
    held = scheme(
        item("a", weight="0.4", scale="100"),
        item("a1", "80", "a"),
        item("a2", "20", "a"),
        item("b", weight="0.6", scale="100"),
        settings=Settings(not_applicable="rescale_parent"),
    )
    result = scored(held, sheet(a1="64", a2=NONE, b="90")).of("u")
    assert [each.value for each in result.main.children] == [32, 54]
    assert result.total == D("86.0")


def test_t10_the_four_parts_of_a_building_firm() -> None:
    held = scheme(
        *(
            item(id, weight=weight, scale="100")
            for id, weight in zip("abcd", (".3", ".2", ".3", ".2"), strict=True)
        ),
        item("c1", "80", "c"),
        item("c2", "20", "c"),
        settings=Settings(not_applicable="rescale_parent"),
    )
    assert total(held, sheet(a="90", b="85", c1="64", c2=NONE, d="75")) == D("83.0")


FOLDED: Mapping[tuple[str, FoldBonus], str] = {
    ("0", "folded"): "27.57",
    ("0", "beside"): "27.57",
    ("0", "left_out"): "27.57",
    ("5", "folded"): "29.07",
    ("5", "beside"): "32.57",
    ("5", "left_out"): "27.57",
}


@pytest.mark.parametrize(("bonus", "reading"), FOLDED)
def test_t11_fire_folded_to_thirty_and_the_whole_to_thirty(bonus: str, reading: FoldBonus) -> None:
    """A bonus under the folded part is never folded with it; whether the whole is, and how, is a setting."""
    unit_class = UnitClass("c", "乡镇", fold=D(30), fold_bonus=reading)
    held = scheme(
        item("safety", "70"),
        item("fire", "30", scale="100"),
        item("fire1", "100", "fire"),
        item("praise", "10", "fire", kind="bonus"),
        unit_class=unit_class,
    )
    result = scored(held, sheet(safety="65.5", fire1="88", praise=bonus)).of("u")
    assert result.total == D("91.9") + D(bonus)
    assert result.folded == D(FOLDED[bonus, reading])


@pytest.mark.parametrize(("reading", "expected"), [("beside", "30"), ("left_out", "28.5")])
def test_a_bonus_that_a_cap_took_is_not_given_back_beside_what_is_folded(
    reading: FoldBonus, expected: str
) -> None:
    unit_class = UnitClass("c", "乡镇", fold=D(30), fold_bonus=reading, limits=Limits(cap=D("96.5")))
    held = scheme(item("main", "100"), item("praise", "10", kind="bonus"), unit_class=unit_class)
    result = scored(held, sheet(main="95", praise="4")).of("u")
    assert (result.total, result.folded) == (D("96.5"), D(expected))
    twice = scheme(*held.indicators, item("heard", kind="multiplier"), unit_class=unit_class)
    assert scored(twice, sheet(main="80", praise="4", heard="0.5")).of("u").bonus == 2


def test_t12_four_faults_each_with_its_own_cap() -> None:
    rule = Deduct(tuple(Fault(kind=kind, each=D("0.5"), cap=D(2)) for kind in "abcd"))
    counts = {kind: D(count) for kind, count in zip("abcd", (5, 1, 0, 6), strict=True)}
    held = scheme(item("duties", "8", rule=rule), item("rest", "92"))
    result = scored(held, sheet(duties=Entry(figures=counts), rest="92")).of("u")
    assert result.main.children[0].value == D("3.5")
    assert result.total == D("95.5")


def test_t13_children_may_lose_more_than_their_points_but_not_more_than_the_head() -> None:
    below = (item(f"l{place}", "5", "head", limits=Limits(no_floor=True)) for place in range(4))
    major = item("major", kind="penalty")
    held = scheme(item("head", "20"), *below, item("rest", "80"), major)
    lost = sheet(l0="-3", l1="-1", l2="-4", l3="5", rest="80", major="-5")
    result = scored(held, lost).of("u")
    assert result.main.children[0].value == 0
    assert result.main.value == 80
    assert result.total == 75


def test_t13_the_total_may_be_below_nothing_where_the_class_allows_it() -> None:
    unit_class = UnitClass("c", "甲类", limits=Limits(no_floor=True, no_cap=True))
    held = scheme(item("rest", "100"), item("major", kind="penalty"))
    assert total(held, sheet(rest="3", major="-5")) == 0
    assert total(replace(held, classes=(unit_class,)), sheet(rest="3", major="-5")) == -2


def _media() -> Rule:
    levels = {"national": D("0.3"), "province": D("0.2"), "city": D("0.1")}
    return Add((Honour("media", levels=levels),), cap=D(2))


def test_t14_reports_in_the_media_up_to_two_points() -> None:
    held = scheme(item("main", "100"), item("media", kind="bonus", rule=_media()))
    told = (
        *events("media", 4, level="national"),
        *events("media", 3, 4, level="province"),
        *events("media", 5, 7, level="city"),
    )
    assert total(held, sheet(events=told, main="90")) == D("92")
    free = replace(
        held, indicators=(held.indicators[0], item("media", kind="bonus", rule=replace(_media(), cap=None)))
    )  # type: ignore[type-var]
    assert total(free, sheet(events=told, main="90")) == D("92.3")


def test_t15_each_head_of_the_bonus_has_its_own_cap() -> None:
    held = scheme(
        item("main", "100"),
        item("bonus", "20", kind="bonus"),
        item("praise", "5", "bonus"),
        item("rank", "15", "bonus"),
    )
    result = scored(held, sheet(main="80", praise="6.5", rank="16")).of("u")
    assert [child.value for child in result.main.children if child.indicator == "bonus"] == [20]
    assert result.total == 100


def test_t16_the_same_innovation_counts_once_at_its_highest() -> None:
    praise = Add((Honour("innovation", levels={"national": D(5), "province": D(3), "city": D(1)}),))
    taken = Deduct(
        (
            Fault(kind="larger", each=D("0.5")),
            Fault(kind="circular", each=D(2)),
            Fault(kind="no_pictures", each=D(3)),
        ),
        from_zero=True,
        unrecorded="none",
    )
    bands = (
        Grade("top", "优秀", D(95)),
        Grade("good", "良好", D(90), upper=D(94)),
        Grade("ok", "达标", D(80)),
    )
    held = scheme(
        item("main", "100"),
        item("plus", kind="bonus", rule=praise),
        item("minus", kind="penalty", rule=taken),
        unit_class=UnitClass("c", "县", grades=bands),
    )
    told = (
        *events("innovation", 1, level="city", matter="m"),
        *events("innovation", 1, 1, level="province", matter="m"),
        *events("larger", 1),
        *events("circular", 1),
        *events("no_pictures", 1),
    )
    result = scored(held, sheet(events=told, main="93")).of("u")
    assert (result.total, result.grade) == (D("90.5"), "good")
    plus = next(each for each in result.main.children if each.indicator == "plus")
    assert [event.level for event in plus.events] == ["province"]
    assert [doubt.code for doubt in plus.doubts] == ["doubt.same_matter"]


@pytest.mark.parametrize(("grade_from", "grade"), [("rounded", "excellent"), ("raw", "good")])
def test_t18_earlier_years_and_the_last_one_by_halves(grade_from: str, grade: str) -> None:
    years = tuple(Period(f"y{year}", str(year), order=year, parent="past") for year in range(2022, 2026))
    rounds = (
        Period("past", "前四年", weight=D(50)),
        *years,
        Period("last", "末年", weight=D(50), order=9000),
    )
    unit_class = UnitClass("c", "市", grades=FOUR, rounding=0, grade_from=grade_from)  # type: ignore[arg-type]
    held = scheme(item("a", "100"), unit_class=unit_class, periods=rounds)
    marks = zip(years, ("86", "88", "90", "84"), strict=True)
    past = [Sheet(year.id, "s", "verified", "水利局", year.id, totals={"u": D(mark)}) for year, mark in marks]
    result = scored(held, *past, sheet(period="last", a="92")).of("u")
    assert [period.value for period in result.periods] == [87, 92]
    assert (result.raw, result.total, result.grade) == (D("89.5"), 90, grade)


def test_t19_the_lower_of_quality_and_tasks_in_a_key_region() -> None:
    classes = (
        UnitClass("key", "重点区域", combine="lowest", grades=FOUR),
        UnitClass("other", "其他地区", grades=FOUR),
    )
    units = (Unit("u", "重点市", "key"), Unit("w", "其他市", "other"))
    held = scheme(
        item("quality", "100"), item("tasks", "100", applies=("key",)), classes=classes, units=units
    )
    results = scored(held, sheet(quality="92", tasks="68"), sheet("w", quality="92"))
    assert (results.of("u").total, results.of("u").grade) == (68, "pass")
    assert (results.of("w").total, results.of("w").grade) == (92, "excellent")


@pytest.mark.parametrize(("now", "expected"), [("42", "92"), ("46", "0")])
def test_t19_dust_above_last_years_takes_everything(now: str, expected: str) -> None:
    dust = Entry(value=D(now), figures={"last_year": D(45)})
    held = scheme(item("quality", "100"), item("dust", kind="multiplier", rule=YearOnYear(better="less")))
    assert total(held, sheet(quality="92", dust=dust)) == D(expected)


def test_t20_investment_by_bands_less_two_faults() -> None:
    held = scheme(item("invest", "100"), item("faults", kind="penalty"))
    assert total(held, sheet(invest="75", faults="-8")) == 67


def test_t26_four_quarters() -> None:
    quarters = tuple(Period(f"q{number}", f"{number}季度") for number in range(1, 5))
    held = scheme(item("a", "100"), periods=quarters)
    marks = zip(quarters, ("92", "88.5", "95", "90"), strict=True)
    result = scored(held, *(sheet(period=quarter.id, a=mark) for quarter, mark in marks)).of("u")
    assert (result.raw, result.total) == (D("91.375"), D("91.38"))


def test_t27_routine_seventy_and_year_end_thirty() -> None:
    months = tuple(
        Period(f"m{number:02}", f"{number}月", order=number, parent="routine") for number in range(1, 5)
    )
    rounds = (
        Period("routine", "平时", weight=D(70)),
        *months,
        Period("end", "年底", weight=D(30), order=9000),
    )
    held = scheme(item("a", "100"), periods=rounds)
    marks = zip(months, ("88", "92", "91", "89"), strict=True)
    sheets = [sheet(period=month.id, a=mark) for month, mark in marks]
    assert total(held, *sheets, sheet(period="end", a="84")) == D("88.2")


def test_t28_two_boards_of_a_hundred() -> None:
    held = scheme(item("party", "30", scale="100"), item("economy", "70", scale="100"))
    assert total(held, sheet(party="95", economy="90")) == D("91.5")


def test_t33_the_coefficient_of_satisfaction() -> None:
    held = scheme(item("a", "100"), item("heard", kind="multiplier"))
    assert total(held, sheet(a="92.4", heard="0.965")) == D("89.17")
    waiting = scored(held, sheet(a="92.4")).of("u")
    assert (waiting.total, waiting.missing) == (D("92.4"), 1)


@pytest.mark.parametrize(
    ("missing", "expected"), [("uniform", "91.75"), ("mean_of_held", "91.1"), ("zero", "75.92")]
)
def test_t34_a_round_that_was_not_held(missing: str, expected: str) -> None:
    rounds = tuple(
        Period(f"r{number}", f"第{number}轮", order=number, missing=missing, uniform=D(95))  # type: ignore[arg-type]
        for number in range(1, 7)
    )
    held = scheme(item("a", "100"), periods=rounds)
    marks = zip(rounds, ("91", "90", "92.5", "89", "93"), strict=False)
    sheets = [sheet(period=each.id, a=mark) for each, mark in marks]
    away = Sheet("away", "s", "verified", "新农办", "r6", held=False)
    result = scored(held, *sheets, away).of("u")
    assert result.total == D(expected)
    assert [period.held for period in result.periods] == [True] * 5 + [False]
    assert result.missing == 0


TREATMENTS: Mapping[NotApplicable, str] = {
    "rescale_total": "90",
    "rescale_parent": "88.5",
    "full": "91",
    "class_mean": "90",
    "smaller": "81",
    "zero": "81",
}


@pytest.mark.parametrize("treatment", TREATMENTS)
def test_the_six_treatments_of_an_item_that_does_not_apply(treatment: NotApplicable) -> None:
    held = scheme(
        item("a", "40"),
        item("a1", "30", "a"),
        item("a2", "10", "a"),
        item("b", "60"),
        settings=Settings(not_applicable=treatment),
        units=(Unit("u", "甲", "c"), Unit("v", "乙", "c"), Unit("w", "丙", "c")),
    )
    others = (sheet("v", a1="20", a2="8", b="30"), sheet("w", a1="20", a2="10", b="30"))
    result = scored(held, sheet(a1="22.5", a2=NONE, b="58.5"), *others).of("u")
    assert result.total == D(TREATMENTS[treatment])
    assert result.main.due == (90 if treatment in ("rescale_total", "smaller") else 100)
    assert result.missing == 0


@pytest.mark.parametrize("treatment", TREATMENTS)
def test_where_nothing_of_a_head_applies_the_head_does_not(treatment: NotApplicable) -> None:
    held = scheme(
        item("a", "40"),
        item("a1", "30", "a"),
        item("a2", "10", "a"),
        item("b", "60"),
        settings=Settings(not_applicable=treatment),
        units=(Unit("u", "甲", "c"), Unit("v", "乙", "c")),
    )
    result = scored(held, sheet(a1=NONE, a2=NONE, b="54"), sheet("v", a1="15", a2="5", b="30")).of("u")
    expected = {"full": "94", "class_mean": "74", "smaller": "54", "zero": "54"}
    assert result.main.children[0].state == "not_applicable"
    assert result.total == D(expected.get(treatment, "90"))


def test_common_items_and_those_of_one_unit() -> None:
    held = scheme(
        item("common", "40"),
        item("own", "60"),
        item("mines", "60", "own", applies=("u",)),
        item("fire", "30", "own", applies=("w",)),
        item("water", "30", "own", applies=("w",)),
        units=(Unit("u", "矿山局", "c"), Unit("w", "水务局", "c")),
        overrides=(Override("w", "fire", points=D(45)), Override("w", "water", points=D(15))),
    )
    tree = tree_of(held, held.unit("w"))
    assert [(leaf.id, leaf.points) for leaf in tree.leaves()] == [("common", 40), ("fire", 45), ("water", 15)]
    results = scored(held, sheet(common="38", mines="50"), sheet("w", common="40", fire="45", water="10"))
    assert (results.of("u").total, results.of("w").total) == (88, 95)
