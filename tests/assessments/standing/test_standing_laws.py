"""Ranks, grades, quotas and awards: what must hold for any class."""

from dataclasses import replace
from decimal import Decimal as D

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.numbers import rounded
from assessments.results import Score
from assessments.scheme import Award, Grade, Indicator, Minimum, Quota, UnitClass
from assessments.standing import competition
from assessments.standing.quotas import places_of
from tests.assessments.drafts import FOUR, award, class_of, codes, tree

marks = st.integers(0, 40).map(lambda tenth: D(60) + D(tenth) / 10)
classes = st.lists(marks, min_size=1, max_size=12)


@given(st.dictionaries(st.text(max_size=3), st.tuples(st.integers(0, 5).map(D), st.integers(0, 5).map(D))))
def test_a_rank_is_one_more_than_the_number_of_the_strictly_better(keys: dict[str, tuple[D, D]]) -> None:
    ranks = competition(keys)
    for unit, key in keys.items():
        assert ranks[unit] == 1 + sum(other > key for other in keys.values())


@settings(max_examples=50)
@given(classes, st.randoms(use_true_random=False))
def test_no_order_of_units_changes_anything(totals: list[D], random: object) -> None:
    unit_class = UnitClass(
        "a",
        "甲类",
        rounding=0,
        tie_keys=("raw",),
        grades=(replace(FOUR[0], lower=D(62), quota=Quota(percent=D(30))), *FOUR[1:]),
        awards=(award("first", places=1, order=1), award("second", places=2, order=2, lower="61")),
    )
    units = {f"u{place:02}": mark for place, mark in enumerate(totals)}
    shuffled = list(units.items())
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    done = class_of(units, unit_class)
    assert done == class_of(dict(shuffled), unit_class)
    for result in done.values():
        assert result.rank == 1 + sum(other.raw > result.raw for other in done.values())


@settings(max_examples=80)
@given(classes, st.integers(0, 6), st.sampled_from(["all", "none"]))
def test_a_quota_takes_the_best_and_only_the_last_place_may_be_overrun(
    totals: list[D], count: int, ties: str
) -> None:
    top = Grade("top", "先进", D(62), quota=Quota(count=count, ties=ties))  # type: ignore[arg-type]
    unit_class = UnitClass("a", "甲类", grades=(top, Grade("rest", "合格", D(0))))
    done = class_of({f"u{place:02}": mark for place, mark in enumerate(totals)}, unit_class)
    inside = [result for result in done.values() if result.grade == "top"]
    outside = [result for result in done.values() if result.grade == "rest"]
    eligible = [result for result in done.values() if result.total >= 62]
    assert all(result.total >= 62 for result in inside)
    assert all(one.total > other.total for one in inside for other in outside)
    if ties == "none":
        assert len(inside) <= count
    else:
        assert len(inside) >= min(count, len(eligible))
        worst = min((result.total for result in inside), default=D(0))
        assert sum(result.total > worst for result in inside) < max(count, 1)


@pytest.mark.parametrize(
    ("quota", "units", "places"),
    [
        (Quota(count=6), 20, 6),
        (Quota(count=6), 4, 4),
        (Quota(percent=D(30)), 15, 4),
        (Quota(percent=D(30), rounding="half_up"), 15, 5),
        (Quota(percent=D(30), rounding="half_up"), 14, 4),
        (Quota(percent=D(30), rounding="up"), 14, 5),
        (Quota(percent=D(20), rounding="up"), 15, 3),
        (Quota(count=2, percent=D(30)), 20, 2),
        (Quota(), 7, 7),
    ],
)
def test_places_of_a_quota(quota: Quota, units: int, places: int) -> None:
    assert places_of(quota, units) == places


def test_who_misses_the_quota_falls_to_the_next_grade_and_places_stay_empty() -> None:
    bands = (
        replace(FOUR[0], quota=Quota(count=2)),
        replace(FOUR[1], quota=Quota(count=3)),
        *FOUR[2:],
    )
    unit_class = UnitClass("a", "甲类", grades=bands)
    done = class_of({"a": 95, "b": 94, "c": 93, "d": 85, "e": 84, "f": 50}, unit_class)
    assert [done[unit].grade for unit in "abcdef"] == [
        "excellent",
        "excellent",
        "good",
        "good",
        "good",
        "fail",
    ]
    assert "why.quota_out" in codes(done["c"])
    few = class_of({"a": 95, "b": 70, "c": 65}, unit_class)
    assert [few[unit].grade for unit in "abc"] == ["excellent", "pass", "pass"]


def test_the_shared_last_place() -> None:
    def excellent(ties: str) -> list[str]:
        bands = (replace(FOUR[0], quota=Quota(count=2, ties=ties)), *FOUR[1:])  # type: ignore[arg-type]
        done = class_of({"a": 95, "b": 94, "c": 94}, UnitClass("a", "甲类", grades=bands))
        return [unit for unit, result in done.items() if result.grade == "excellent"]

    assert excellent("all") == ["a", "b", "c"]
    assert excellent("none") == ["a"]


def test_a_quota_of_the_top_ranks_beside_an_equal_lower_bound() -> None:
    bands = (
        Grade("advanced", "先进", D(70), order=1, quota=Quota(count=2)),
        Grade("met", "达标", D(70), order=2),
        Grade("not", "未达标", D(0), passing=False),
    )
    done = class_of({"a": 80, "b": 75, "c": 72, "d": 69}, UnitClass("a", "县", grades=bands))
    assert [done[unit].grade for unit in "abcd"] == ["advanced", "advanced", "met", "not"]


@pytest.mark.parametrize(
    ("keys", "ranks"),
    [
        ((), [1, 1, 3]),
        (("raw",), [2, 1, 3]),
        (("bonus",), [1, 2, 3]),
        (("-bonus",), [2, 1, 3]),
        (("penalty",), [2, 1, 3]),
        (("item",), [1, 2, 3]),
        (("unknown", "raw"), [2, 1, 3]),
        (("-unknown",), [1, 1, 3]),
    ],
)
def test_tie_break_keys(keys: tuple[str, ...], ranks: list[int]) -> None:
    indicators = (
        Indicator("plus", "加分", kind="bonus"),
        Indicator("minus", "减分", kind="penalty"),
        Indicator("item", "安全", points=D(10)),
    )
    mains = {
        "a": tree(D(100), D(88), plus=("5", "3"), minus=("5", "-2"), item=("10", "9")),
        "b": tree(D(100), D(88), plus=("5", "2"), minus=("5", "-1"), item=("10", "8")),
        "c": tree(D(100), D(80), plus=("5", "9"), minus=("5", "0"), item=("10", "10")),
    }
    unit_class = UnitClass("a", "甲类", rounding=0, tie_keys=keys)
    done = class_of({"a": "87.9", "b": "88.1", "c": 80}, unit_class, mains=mains, indicators=indicators)
    assert [done[unit].rank for unit in "abc"] == ranks


def test_an_item_that_does_not_concern_a_unit_breaks_no_tie_for_it() -> None:
    mains = {
        "a": Score("", D(100), D(88), children=(Score("item", D(9), D(9), "not_applicable", D(9)),)),
        "b": tree(D(100), D(88), item=("9", "1")),
    }
    unit_class = UnitClass("a", "甲类", tie_keys=("item",))
    done = class_of({"a": 88, "b": 88}, unit_class, mains=mains)
    assert [done[unit].rank for unit in "ab"] == [2, 1]


@settings(max_examples=80)
@given(st.integers(0, 10000).map(lambda cent: D(cent) / 100))
def test_a_grade_is_the_highest_whose_closed_lower_bound_is_reached(total: D) -> None:
    result = class_of({"u": total}, UnitClass("a", "甲类", grades=FOUR))["u"]
    held = next(grade for grade in FOUR if grade.lower <= total)
    assert result.grade == held.id


@pytest.mark.parametrize(("total", "grade"), [("89.995", "excellent"), ("89.994", "good"), ("-1", "fail")])
def test_grades_at_the_edge_of_rounding(total: str, grade: str) -> None:
    assert class_of({"u": total}, UnitClass("a", "甲类", grades=FOUR))["u"].grade == grade


def test_below_the_lowest_distinction_there_is_no_grade() -> None:
    result = class_of({"u": 70}, UnitClass("a", "甲类", grades=FOUR[:2]))["u"]
    assert result.grade == ""
    assert "why.grade_none" in codes(result)


def test_a_grade_stands_on_its_base() -> None:
    bands = (
        Grade("excellent", "优秀", D(90), base="good"),
        Grade("good", "良好", D(80), minimums=(Minimum("x", D(50)),)),
        Grade("pass", "合格", D(60), base="pass"),
    )
    unit_class = UnitClass("a", "甲类", grades=bands)
    poor = class_of({"u": 95}, unit_class, mains={"u": tree(D(100), D(95), x=("10", "4"))})["u"]
    assert poor.grade == "pass"
    assert {"why.grade_base_missed", "why.grade_minimum_missed"} <= codes(poor)
    fair = class_of({"u": 95}, unit_class, mains={"u": tree(D(100), D(95), x=("10", "5"))})["u"]
    assert fair.grade == "excellent"


def test_awards_by_place_go_to_the_next_in_rank_who_has_the_bound() -> None:
    prizes = (
        Award("gold", "一等", order=1, places=1, lower=D(90)),
        Award("silver", "二等", order=2, places=1, lower=D(80)),
        Award("bronze", "三等", order=3, places=2, lower=D(80)),
    )
    unit_class = UnitClass("a", "甲类", awards=prizes)
    below = class_of({"a": 88, "b": 87, "c": 79}, unit_class)
    assert [below[unit].awards for unit in "abc"] == [("silver",), ("bronze",), ()]
    shared = class_of({"a": 95, "b": 95, "c": 91, "d": 90}, unit_class)
    assert [shared[unit].awards for unit in "abcd"] == [("gold",), ("gold",), ("bronze",), ("bronze",)]


def test_a_total_is_folded_into_a_wider_assessment() -> None:
    unit_class = UnitClass("a", "乡镇", fold=D(30))
    assert class_of({"u": "91.9"}, unit_class)["u"].folded == D("27.57")
    thousand = replace(unit_class, scale=D(1000), fold_to=D(100))
    assert class_of({"u": "91.9"}, thousand)["u"].folded == D("27.57")
    assert class_of({"u": "91.9"}, replace(unit_class, scale=D(0)))["u"].folded is None
    assert class_of({"u": "91.9"}, UnitClass("a", "乡镇"))["u"].folded is None


def test_an_unranked_class_has_grades_but_no_ranks() -> None:
    done = class_of({"a": 95, "b": 85}, UnitClass("a", "甲类", ranked=False, grades=FOUR))
    assert [(result.rank, result.grade) for result in done.values()] == [(None, "excellent"), (None, "good")]


@given(st.integers(-1000, 20000).map(lambda mill: D(mill) / 1000), st.sampled_from([0, 1, 2, None]))
def test_the_total_is_the_raw_total_rounded(raw: D, places: int | None) -> None:
    result = class_of({"u": raw}, UnitClass("a", "甲类", rounding=places))["u"]
    assert result.raw == max(D(0), raw)
    assert result.total == rounded(max(D(0), raw), places)


def test_totals_that_are_equal_but_for_their_last_carried_digit_share_a_rank_and_reach_the_bound() -> None:
    third = D("29.99999999999999999999999999999999999999")
    unit_class = UnitClass("a", "甲类", rounding=None, grades=(replace(FOUR[0], lower=D(30)), FOUR[3]))
    done = class_of({"a": third, "b": D(30)}, unit_class)
    assert [(result.rank, result.grade) for result in done.values()] == [(1, "excellent")] * 2
    raw = class_of(
        {"a": third, "b": D(30)}, replace(unit_class, rounding=0, grade_from="raw", tie_keys=("raw",))
    )
    assert [(result.rank, result.grade) for result in raw.values()] == [(1, "excellent")] * 2
