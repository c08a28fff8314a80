"""Points add up at every level, in every unit's own tree."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.checks import check
from assessments.scheme import Override, Period, Settings, Unit, UnitClass
from planner.findings import Severity
from tests.assessments.checks.schemes import leaf, parent, said, scheme, told


def test_a_sound_scheme_has_nothing_said_of_it() -> None:
    assert check(scheme()) == ()


def test_t6_a_table_of_townships_adds_up() -> None:
    sound = scheme(*(leaf(f"i{number}", points) for number, points in enumerate((31, 2, 15, 45, 7))))
    assert check(sound) == ()


def mines_office() -> tuple[Unit, ...]:
    return (Unit("water", "县水利局", "department"), Unit("mines", "县矿管局", "department"))


@pytest.mark.parametrize(
    ("changed", "code", "place"),
    [
        ({"fold_to": D(0)}, "scale_not_positive", "fold_to"),
        ({"fold": D(-30)}, "scale_not_positive", "fold"),
        ({"fold_bonus": "beside"}, "fold_bonus_not_used", "fold_bonus"),
        ({"rounding": -1}, "rounding_outside", "rounding"),
        ({"rounding": 11}, "rounding_outside", "rounding"),
    ],
)
def test_scales_and_roundings_of_a_class(changed: dict[str, object], code: str, place: str) -> None:
    held = UnitClass("town", "乡镇", **changed)  # type: ignore[arg-type]
    assert said(scheme(classes=(held,))) == [(code, f"classes/town/{place}")]
    sound = UnitClass("town", "乡镇", fold_to=D(80), fold=D(30), fold_bonus="left_out", rounding=0)
    assert said(scheme(classes=(sound,))) == []


def test_digits_that_an_item_a_round_or_all_items_keep() -> None:
    bad = scheme(
        leaf("a", 40, rounding=12),
        leaf("b", 60),
        periods=(Period("q", "一季度", rounding=-2),),
        settings=Settings(leaf_rounding=-1, parent_rounding=30),
    )
    assert [place for code, place in said(bad) if code == "rounding_outside"] == [
        "settings/leaf_rounding",
        "settings/parent_rounding",
        "indicators/a/rounding",
        "periods/q/rounding",
    ]


def test_t7_both_errors_of_a_published_table_are_found() -> None:
    """Own items of 20 + 10 + 20 where 60 are declared; an item of 3 with 1 + 1 under it."""
    published = scheme(
        parent("common", 40, applies=("department",)),
        *(leaf(f"c{number}", 20, "common") for number in (1, 2)),
        parent("own", 60, applies=("department",)),
        leaf("water", 60, "own", applies=("water",)),
        *(
            leaf(f"m{number}", points, "own", applies=("mines",))
            for number, points in enumerate((20, 10, 20))
        ),
        leaf("rest", 97, applies=("town",)),
        parent("item18", 3, applies=("town",)),
        *(leaf(f"x{number}", 1, "item18", applies=("town",)) for number in (1, 2)),
        classes=(UnitClass("department", "县直部门"), UnitClass("town", "乡镇")),
        units=(*mines_office(), Unit("t1", "清溪镇", "town"), Unit("t2", "河口乡", "town")),
    )
    assert said(published) == [
        ("sum_less", "indicators/own/points"),
        ("sum_less", "indicators/item18/points"),
    ]
    own, item18 = check(published)
    assert own.severity is item18.severity is Severity.ERROR
    assert own.arguments == {
        "title": "指标own",
        "sum": "50",
        "declared": "60",
        "difference": "10",
        "who": "县矿管局",
    }
    assert item18.arguments["sum"] == "2"
    assert item18.arguments["declared"] == "3"
    assert item18.arguments["who"] == "乡镇"


def test_the_outermost_items_make_the_class_s_scale() -> None:
    less = told(scheme(leaf("a", 40), leaf("b", 50)), "class_sum_less")
    assert less.where.path == ("classes", "town", "scale")
    assert less.arguments == {"sum": "90", "declared": "100", "difference": "10", "who": "乡镇"}
    assert said(scheme(leaf("a", 40), leaf("b", 70))) == [("class_sum_more", "classes/town/scale")]


def test_a_class_may_have_another_scale_or_begin_elsewhere() -> None:
    thousand = (UnitClass("town", "乡镇", scale=D(1000)),)
    assert check(scheme(leaf("a", 400), leaf("b", 600), classes=thousand)) == ()
    based = (UnitClass("town", "乡镇", base=D(60)),)
    assert check(scheme(leaf("a", 40), classes=based)) == ()
    assert check(scheme(leaf("a", 100), classes=based)) == ()
    only_extras = (UnitClass("town", "乡镇", base=D(100)),)
    assert check(scheme(leaf("a", 10, kind="bonus"), classes=only_extras)) == ()


def test_a_folded_part_speaks_in_its_own_scale() -> None:
    folded = parent("a", 30, scale=D(100))
    assert check(scheme(folded, leaf("a1", 60, "a"), leaf("a2", 40, "a"), leaf("b", 70))) == ()
    spoiled = scheme(folded, leaf("a1", 60, "a"), leaf("a2", 30, "a"), leaf("b", 70))
    assert said(spoiled) == [("sum_less", "indicators/a/scale")]


def test_bonus_and_penalty_stand_outside_the_sum() -> None:
    extras = (
        leaf("a", 100),
        parent("b", 20, kind="bonus"),
        leaf("b1", 15, "b", kind="bonus"),
        leaf("b2", 15, "b", kind="bonus"),
    )
    assert check(scheme(*extras)) == ()


def test_an_item_of_one_unit_shows_in_that_unit_alone() -> None:
    one = scheme(leaf("a", 100), leaf("b", 2, applies=("t1",)))
    assert told(one, "class_sum_more").arguments["who"] == "清溪1镇"


def test_a_smaller_full_mark_is_only_known() -> None:
    smaller = scheme(leaf("a", 95), settings=Settings(not_applicable="smaller"))
    assert told(smaller, "class_sum_less").severity is Severity.NOTE


def test_an_override_s_points_are_summed() -> None:
    changed = scheme(overrides=(Override("t2", "a", points=D(30)),))
    assert told(changed, "class_sum_less").arguments["who"] == "清溪2镇"


def test_each_round_adds_up_by_itself() -> None:
    rounds = (Period("routine", "平时", weight=D(70)), Period("final", "年终", weight=D(30)))
    sound = scheme(leaf("a", 100, periods=("routine",)), leaf("b", 100, periods=("final",)), periods=rounds)
    assert check(sound) == ()
    spoiled = replace(sound, indicators=(*sound.indicators[:1], leaf("b", 90, periods=("final",))))
    assert said(spoiled) == [("class_sum_less", "classes/town/scale")]


def test_weights_take_what_points_leave() -> None:
    weighed = (leaf("a", None, weight=D(60)), leaf("b", None, weight=D(40)))
    assert check(scheme(*weighed)) == ()
    odd = (leaf("a", None, weight=D(60)), leaf("b", None, weight=D(35)))
    assert told(scheme(*odd), "weights_not_whole").arguments["sum"] == "95"
    ratio = (leaf("a", None, weight=D(2)), leaf("b", None, weight=D(1)))
    assert check(scheme(*ratio)) == ()
    mixed = scheme(leaf("a", 60), leaf("b", None, weight=D(1)))
    assert said(mixed) == [("mixed_weights", "indicators/b/weight")]
    full = scheme(leaf("a", 100), leaf("b", None, weight=D(1)))
    assert said(full) == [("nothing_left", "indicators/b/weight")]
    both = scheme(leaf("a", 60, weight=D(3)), leaf("b", 40))
    assert said(both) == [("weight_not_used", "indicators/a/weight")]
    assert ("weight_not_positive", "indicators/a/weight") in said(scheme(leaf("a", 100, weight=D(0))))


def test_points_that_cannot_be_meant() -> None:
    assert ("no_points", "indicators/b/points") in said(scheme(leaf("a", 100), leaf("b", None)))
    assert ("negative_points", "indicators/b/points") in said(
        scheme(leaf("a", 100), leaf("b", -5, kind="penalty"))
    )
    assert ("scale_not_positive", "indicators/b/scale") in said(
        scheme(leaf("a", 60), leaf("b", 40, scale=D(0)))
    )


@given(st.lists(st.decimals("0.5", 40, places=1), min_size=2, max_size=6))
def test_what_adds_up_is_passed_and_what_does_not_is_told_by_how_much(points: list[D]) -> None:
    whole = sum(points, D(0))
    leaves = [leaf(f"l{number}", str(each), "p") for number, each in enumerate(points)]
    sound = scheme(parent("p", str(whole)), *leaves, classes=(UnitClass("town", "乡镇", scale=whole),))
    assert check(sound) == ()
    spoiled = sound.with_indicator(parent("p", str(whole + 1)))
    assert told(spoiled, "sum_less").arguments["difference"] == "1"
