"""Worked cases of ranks, grades, vetoes and awards, with the numbers that offices printed."""

from dataclasses import replace
from decimal import Decimal as D

import pytest

from assessments.scheme import Award, EventTrigger, Grade, GradeCorrection, Minimum, UnitClass, Veto
from assessments.sheet import Event
from tests.assessments.drafts import FOUR, award, class_of, codes, grades, tree

VILLAGES = (
    *("95.5", "95", "94.5", "94", "93", "92", "91", "90.5", "90.5", "90", "90", "89", "88.5", "88"),
    *("87.5", "87.5", "87.5", "87", "87", "87", "86", "85", "84.5", "84"),
)


def test_t2_villages_share_ranks_and_money_goes_by_rank() -> None:
    unit_class = UnitClass(
        "a",
        "村",
        awards=(
            award("big", order=1, first=1, last=2, amount=5000, unit="元"),
            award("small", order=2, first=3, last=7, amount=2000, unit="元"),
        ),
    )
    done = class_of({f"v{place:02}": mark for place, mark in enumerate(VILLAGES)}, unit_class)
    ranks = [done[f"v{place:02}"].rank for place in range(24)]
    assert ranks == [1, 2, 3, 4, 5, 6, 7, 8, 8, 10, 10, 12, 13, 14, 15, 15, 15, 18, 18, 18, 21, 22, 23, 24]
    assert [done[f"v{place:02}"].awards for place in range(9)] == [("big",)] * 2 + [("small",)] * 5 + [()] * 2


def test_t3_counties() -> None:
    totals = [100 - place for place in range(18)]
    totals[4], totals[12] = totals[3], totals[11]
    done = class_of({f"c{place:02}": mark for place, mark in enumerate(totals)})
    ranks = [done[unit].rank for unit in sorted(done)]
    assert ranks == [1, 2, 3, 4, 4, 6, 7, 8, 9, 10, 11, 12, 12, 14, 15, 16, 17, 18]


@pytest.mark.parametrize("total", ["90.5", "94.5"])
def test_t16_t17_whole_number_bands_are_read_by_their_lower_bounds(total: str) -> None:
    bands = (
        Grade("excellent", "优秀", D(95)),
        Grade("good", "良好", D(90), upper=D(94)),
        Grade("standard", "达标", D(80), upper=D(89)),
        Grade("not", "不达标", D(0), upper=D(79), passing=False),
    )
    result = class_of({"u": total}, UnitClass("a", "甲类", grades=bands))["u"]
    assert result.grade == "good"
    assert ("why.grade_in_gap" in codes(result)) is (total == "94.5")


@pytest.mark.parametrize(("grade_from", "grade"), [("rounded", "excellent"), ("raw", "good")])
def test_t18_grade_from_the_rounded_or_the_raw_figure(grade_from: str, grade: str) -> None:
    unit_class = UnitClass("a", "市", grades=FOUR, rounding=0)
    unit_class = replace(unit_class, grade_from=grade_from)  # type: ignore[arg-type]
    result = class_of({"u": "89.5"}, unit_class)["u"]
    assert (result.raw, result.total, result.grade) == (D("89.5"), D(90), grade)


def test_t19_one_score_sets_the_grade_and_another_corrects_it() -> None:
    bands = (
        Grade("excellent", "优秀", D(90)),
        Grade("good", "良好", D(70)),
        Grade("pass", "合格", D(60)),
        Grade("fail", "不合格", D(0), passing=False),
    )
    main = tree(D(200), D(160), quality=("100", "92"), tasks=("100", "68"))
    key_region = UnitClass("a", "重点地区", grades=bands, combine="lowest")
    assert class_of({"u": 68}, key_region, mains={"u": main})["u"].grade == "pass"
    other = UnitClass("a", "其他地区", grades=bands, grade_by="quality")
    assert class_of({"u": 160}, other, mains={"u": main})["u"].grade == "excellent"
    calibrated = replace(other, corrections=(GradeCorrection("tasks", D(70), steps=1),))
    assert class_of({"u": 160}, calibrated, mains={"u": main})["u"].grade == "good"
    failing = replace(other, corrections=(GradeCorrection("tasks", D(70), grade="fail"),))
    assert class_of({"u": 160}, failing, mains={"u": main})["u"].grade == "fail"


@pytest.mark.parametrize(("projects", "grade"), [("2", "good"), ("3", "excellent")])
def test_three_great_projects_beyond_the_target_lift_the_grade_by_one(projects: str, grade: str) -> None:
    lifted = GradeCorrection("projects", at_least=D(100), steps=-1)
    unit_class = UnitClass("a", "镇", grades=FOUR, corrections=(lifted,))
    main = tree(D(100), D(85), projects=("3", projects))
    result = class_of({"u": 85}, unit_class, mains={"u": main})["u"]
    assert result.grade == grade
    assert ("why.grade_lifted" in codes(result)) is (grade == "excellent")


@pytest.mark.parametrize(("total", "grade"), [(92, "pass"), (65, "pass"), (50, "fail")])
def test_a_correction_to_a_grade_lifts_nobody_below_its_bound(total: int, grade: str) -> None:
    held = UnitClass("a", "县", grades=FOUR, corrections=(GradeCorrection("tasks", D(70), grade="pass"),))
    main = tree(D(100), D(total), tasks=("100", "60"))
    assert class_of({"u": total}, held, mains={"u": main})["u"].grade == grade


def test_t23_a_third_prize_stays_empty() -> None:
    prizes = tuple(
        Award(id, id, order=place, places=places, lower=D(80))
        for place, (id, places) in enumerate((("first", 1), ("second", 1), ("third", 2)))
    )
    totals = {"a": 88, "b": 86, "c": 83, "d": 79, "e": 78}
    done = class_of(totals, UnitClass("a", "县", awards=prizes))
    assert {unit: result.awards for unit, result in done.items()} == {
        "a": ("first",),
        "b": ("second",),
        "c": ("third",),
        "d": (),
        "e": (),
    }


def test_t29_deposits_are_paid_back_by_the_total() -> None:
    ladder = tuple(
        award(f"from{lower}", lower=lower, amount=amount, unit="元")
        for lower, amount in ((190, 30000), (170, 20000), (150, 14000), (120, 0))
    )
    unit_class = UnitClass("a", "企业", scale=D(200), awards=ladder)
    done = class_of({"a": 195, "b": 175, "c": 160, "d": 130, "e": 119}, unit_class)
    amounts = {each.id: each.amount for each in ladder}
    paid = {unit: [amounts[id] for id in result.awards] for unit, result in done.items()}
    assert paid == {"a": [30000], "b": [20000], "c": [14000], "d": [0], "e": []}


def test_t31_every_category_must_reach_its_share_for_excellent() -> None:
    names = ("safety", "water", "upkeep", "files")
    bands = (
        Grade(
            "excellent", "优秀", D(650), base="pass", minimums=tuple(Minimum(name, D(65)) for name in names)
        ),
        Grade("pass", "合格", D(550), minimums=tuple(Minimum(name, D(50)) for name in names)),
        Grade("fail", "不合格", D(0), passing=False),
    )
    unit_class = UnitClass("a", "小型", scale=D(1000), grades=bands)
    main = tree(
        D(1000),
        D(660),
        safety=("250", "170"),
        water=("250", "190"),
        upkeep=("250", "170"),
        files=("250", "130"),
    )
    result = class_of({"u": 660}, unit_class, mains={"u": main})["u"]
    assert result.grade == "pass"
    missed = [step for step in result.grade_steps if step.code == "why.grade_minimum_missed"]
    assert [step.value for step in missed] == [D(52)]


@pytest.mark.parametrize(
    ("veto", "total", "grade"),
    [
        (Veto("v", "重大事故", "zero"), "0", "d"),
        (Veto("v", "重大事故", "fail"), "88", "d"),
        (Veto("v", "重大事故", "minus", points=D(30)), "58", "d"),
        (Veto("v", "重大事故", "block"), "88", "b"),
        (Veto("v", "重大事故", "downgrade"), "88", "b"),
        (Veto("v", "重大事故", "downgrade", steps=2), "88", "c"),
        (Veto("v", "重大事故", "yellow_card"), "88", "a"),
    ],
)
def test_t32_the_ways_of_a_veto(veto: Veto, total: str, grade: str) -> None:
    veto = replace(veto, event=EventTrigger(("accident",), severity="major"))
    accident = Event("e", "u", "accident", deaths=10)
    unit_class = UnitClass("a", "县", grades=grades(85, 75, 60, 0))
    done = class_of({"u": 88, "v": 70}, unit_class, vetoes=(veto,), events=(accident,))
    result = done["u"]
    assert (result.total, result.grade) == (D(total), grade)
    assert [mark.veto for mark in result.marks] == ["v"]
    assert result.marks[0].events == ("e",)
    assert done["v"].marks == ()
    assert result.rank == (1 if result.total > 70 else 2)
