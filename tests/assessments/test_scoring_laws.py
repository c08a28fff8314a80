"""Laws that hold for every scheme and every sheet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal as D
from random import Random
from typing import TypeVar

from hypothesis import given, settings

from assessments.numbers import exact, total
from assessments.results import Score
from assessments.scheme import Indicator, Limits, Scheme, Settings, UnitClass
from assessments.scoring import Board, score
from assessments.sheet import Sheet
from tests.assessments.replay import assert_all_replay
from tests.assessments.strategies import chances, changed, nudged, scored

T = TypeVar("T")

Case = tuple[Scheme, tuple[Sheet, ...]]


@settings(max_examples=200, deadline=None)
@given(scored())
def test_every_number_replays(case: Case) -> None:
    assert_all_replay(score(*case))


@settings(max_examples=150, deadline=None)
@given(scored(), chances())
def test_no_order_changes_anything(case: Case, random: Random) -> None:
    scheme, sheets = case
    shuffled = replace(
        scheme,
        units=tuple(_shuffled(random, scheme.units)),
        indicators=tuple(_shuffled(random, scheme.indicators)),
        overrides=tuple(_shuffled(random, scheme.overrides)),
    )
    turned = [
        replace(
            sheet,
            events=tuple(_shuffled(random, sheet.events)),
            entries={
                unit: dict(_shuffled(random, sheet.entries[unit].items()))
                for unit in _shuffled(random, sheet.entries)
            },
        )
        for sheet in _shuffled(random, sheets)
    ]
    assert score(shuffled, turned) == score(scheme, sheets)


@settings(max_examples=200, deadline=None)
@given(scored(), chances())
def test_a_board_equals_a_full_score_after_every_change(case: Case, random: Random) -> None:
    scheme, sheets = case
    board = Board.of(scheme, sheets)
    for _ in range(4):
        before = board.results
        if random.random() < 0.6:
            board_after = board.with_sheet(changed(random, board.scheme, board.sheets))
        else:
            board_after = board.with_scheme(nudged(random, board.scheme))
        assert board_after.results == score(board_after.scheme, board_after.sheets)
        assert board.results == before == score(board.scheme, board.sheets)
        board = board_after


@settings(max_examples=150, deadline=None)
@given(scored())
def test_lifting_caps_never_costs_and_lifting_floors_never_helps(case: Case) -> None:
    scheme, sheets = case
    plain = _only_sums(scheme)
    totals = {each.unit: each.raw for each in score(plain, sheets).units}
    capless = replace(plain, indicators=tuple(_without(each, no_cap=True) for each in plain.indicators))
    floorless = replace(plain, indicators=tuple(_without(each, no_floor=True) for each in plain.indicators))
    assert all(each.raw >= totals[each.unit] for each in score(capless, sheets).units)
    assert all(each.raw <= totals[each.unit] for each in score(floorless, sheets).units)


@settings(max_examples=150, deadline=None)
@given(scored())
def test_a_plain_sum_is_what_its_leaves_come_to(case: Case) -> None:
    scheme, sheets = case
    plain = replace(_only_sums(scheme), settings=Settings(not_applicable="zero"))
    free = tuple(
        replace(each, limits=Limits(no_floor=True, no_cap=True), scale=None) for each in plain.indicators
    )
    for result in score(replace(plain, indicators=free), sheets).units:
        with exact():
            assert abs(result.main.value - total(leaf.value for leaf in _leaves(result.main))) < D("1e-30")


def _only_sums(scheme: Scheme) -> Scheme:
    """Normal items that are summed, without rounding, rounds, vetoes, grades; nothing that compares units."""
    kept = tuple(
        replace(
            each,
            combine="sum",
            rounding=None,
            not_applicable=None,
            rule=None if each.rule is not None and each.rule.needs_peers else each.rule,
        )
        for each in scheme.indicators
        if each.kind == "normal"
    )
    settings = replace(scheme.settings, leaf_rounding=None, parent_rounding=None, not_applicable="zero")
    free = Limits(no_floor=True, no_cap=True)
    classes = tuple(UnitClass(each.id, each.title, scale=each.scale, limits=free) for each in scheme.classes)
    return replace(
        scheme, indicators=kept, settings=settings, classes=classes, vetoes=(), periods=(), overrides=()
    )


def _without(indicator: Indicator, *, no_floor: bool = False, no_cap: bool = False) -> Indicator:
    held = indicator.limits
    limits = replace(held, no_floor=held.no_floor or no_floor, no_cap=held.no_cap or no_cap)
    return replace(indicator, limits=limits)


def _leaves(held: Score) -> Iterable[Score]:
    if not held.children and held.indicator:
        yield held
    for child in held.children:
        yield from _leaves(child)


def _shuffled(random: Random, held: Iterable[T]) -> list[T]:
    items = list(held)
    random.shuffle(items)
    return items
