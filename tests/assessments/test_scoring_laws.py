"""Laws that hold for every scheme and every sheet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from random import Random
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.scheme import Scheme
from assessments.scoring import Board, score
from assessments.sheet import Sheet
from tests.assessments.replay import assert_all_replay
from tests.assessments.strategies import changed, nudged, scored

T = TypeVar("T")
randoms = st.randoms(use_true_random=False)
Case = tuple[Scheme, tuple[Sheet, ...]]


@settings(max_examples=60, deadline=None)
@given(scored())
def test_every_number_replays(case: Case) -> None:
    assert_all_replay(score(*case))


@settings(max_examples=30, deadline=None)
@given(scored(), randoms)
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


@settings(max_examples=60, deadline=None)
@given(scored(), randoms)
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


def _shuffled(random: Random, held: Iterable[T]) -> list[T]:
    items = list(held)
    random.shuffle(items)
    return items
