"""Scenarios change what a score counts, never how it is scored, and never the official results."""

from dataclasses import replace
from decimal import Decimal as D

from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.analysis.whatif import Bound, Scenario, Weigh, amount, changed, moves, tried
from assessments.numbers import rounded
from assessments.scheme import Indicator, Override, Scheme, Unit, UnitClass
from tests.assessments.drafts import FOUR
from tests.assessments.tables import board, items

MARKS = {"a": [D(8), D(20), D(50)], "b": [D(9), D(24), D(42)]}
POINTS = [D(10), D(30), D(60)]


def test_a_weight_grows_and_its_siblings_share_what_is_left() -> None:
    held = board(MARKS, items(POINTS))
    after = tried(held, (Weigh("i00", D(28)),))
    assert [each.points for each in after.scheme.indicators] == [28, 24, 48]
    assert [each.scale for each in after.scheme.indicators] == [10, 30, 60]
    assert after.results.of("a").raw == D("0.8") * 28 + 16 + 40
    assert after.results.of("b").raw == D("0.9") * 28 + D("19.2") + D("33.6")
    assert held.results.of("a").raw == 78
    assert [each.points for each in held.scheme.indicators] == POINTS


def test_without_keeping_the_sum_the_full_mark_grows() -> None:
    held = board(MARKS, items(POINTS))
    after = tried(held, (Weigh("i00", D(20), keep=False),))
    assert [each.points for each in after.scheme.indicators] == [20, 30, 60]
    assert after.results.of("a").raw == 86


def test_relative_weights() -> None:
    held = board(MARKS, items(POINTS, weighed=True))
    kept = changed(held.scheme, (Weigh("i00", D(28)),))
    assert [each.weight for each in kept.indicators] == [28, 24, 48]
    loose = changed(held.scheme, (Weigh("i00", D(20), keep=False),))
    assert [each.weight for each in loose.indicators] == [20, 30, 60]
    assert [each.scale for each in loose.indicators] == [10, 30, 60]
    after = tried(held, (Weigh("i00", D(20), keep=False),))
    assert rounded(after.results.of("a").raw, 20) == rounded((D("0.8") * 20 + 20 + 50) / D("1.1"), 20)


def test_a_parents_points_fold_its_children() -> None:
    tree = (
        Indicator("x", "甲", order=0, points=D(40)),
        Indicator("y", "乙", order=1),
        *(
            replace(each, parent=parent)
            for each, parent in zip(items([D(10), D(30), D(60)]), "xxy", strict=True)
        ),
    )
    held = board(MARKS, tree)
    assert (amount(held.scheme, "x"), amount(held.scheme, "y")) == (40, 60)
    after = tried(held, (Weigh("x", D(50)),))
    assert after.scheme.indicator("x").points == 50
    assert (after.scheme.indicator("y").points, after.scheme.indicator("y").scale) == (50, 60)
    assert rounded(after.results.of("a").raw, 20) == rounded(D(28) * 50 / 40 + D(50) * 50 / 60, 20)
    child = tried(held, (Weigh("i00", D(20), keep=False),))
    assert child.scheme.indicator("x").points == 50
    assert child.results.of("a").raw == 86


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 100).map(D), st.sampled_from(["i00", "i01", "i02"]))
def test_the_siblings_sum_stays(to: D, item: str) -> None:
    held = board(MARKS, items(POINTS))
    after = tried(held, (Weigh(item, to),))
    assert abs(sum(each.points or D(0) for each in after.scheme.indicators) - 100) < D("1e-25")
    assert abs(after.results.of("a").main.points - 100) < D("1e-25")
    back = tried(after, (Weigh(item, amount(held.scheme, item) or D(0)),))
    if 0 < to < 100:
        assert abs(back.results.of("a").raw - 78) < D("1e-25")


def test_only_siblings_of_the_same_units_share() -> None:
    base = items([D(50), D(50), D(50), D(50)])
    tree = tuple(replace(each, applies=("a",) if place < 2 else ("b",)) for place, each in enumerate(base))
    scheme = Scheme(
        "s",
        "办法",
        2026,
        classes=(UnitClass("a", "甲类"), UnitClass("b", "乙类")),
        units=(Unit("u", "u", "a"), Unit("w", "w", "b")),
        indicators=tree,
    )
    after = changed(scheme, (Weigh("i00", D(60)),))
    assert [each.points for each in after.indicators] == [60, 40, 50, 50]


def test_a_parent_with_other_items_for_some_units_grows_item_by_item() -> None:
    tree = (
        Indicator("x", "甲", order=0),
        *(replace(each, parent="x") for each in items([D(10), D(30)])),
        replace(items([D(60)] * 3)[2], parent="x", applies=("a",)),
    )
    held = board(MARKS, tree)
    after = tried(held, (Weigh("x", D(50), keep=False),))
    assert {each.id: each.points for each in after.scheme.indicators} == {
        "x": None,
        "i00": 5,
        "i01": 15,
        "i02": 30,
    }
    assert after.results.of("a").raw == 39


def test_overrides_grow_with_their_item() -> None:
    held = board(MARKS, items(POINTS))
    scheme = replace(held.scheme, overrides=(Override("a", "i00", points=D(20)),))
    after = changed(scheme, (Weigh("i00", D(15), keep=False),))
    assert after.overrides[0].points == 30


def test_scenarios_are_values_and_moves_tell_what_becomes_of_whom() -> None:
    held = board(MARKS, items(POINTS), UnitClass("a", "甲类", grades=FOUR))
    scenario = Scenario(
        "s1", "基础工作加重", (Weigh("i01", D(50)), Weigh("i00", D(20)), Bound("a", "good", D("77.5")))
    )
    after = tried(held, scenario.changes)
    told = {move.unit: move for move in moves(held.results, after.results)}
    assert told["a"].rank == (1, 2)
    assert told["b"].rank == (2, 1)
    assert told["b"].grade == ("pass", "good")
    assert tried(held, ()).results == held.results


def test_what_is_not_there_changes_nothing() -> None:
    held = board(MARKS, items(POINTS))
    assert changed(held.scheme, (Weigh("nothing", D(5)), Bound("a", "none", D(1)))) == held.scheme
    assert amount(held.scheme, "nothing") is None


def test_a_weight_is_held_between_nothing_and_the_whole() -> None:
    held = board(MARKS, items(POINTS))
    assert amount(changed(held.scheme, (Weigh("i00", D(-5)),)), "i00") == 0
    assert [each.points for each in changed(held.scheme, (Weigh("i00", D(500)),)).indicators] == [100, 0, 0]
