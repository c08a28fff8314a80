"""Replays results as a person with a calculator would: every printed formula must give the printed number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal as D
from itertools import pairwise

from assessments.derivation import Step, worth
from assessments.numbers import plain
from assessments.results import PeriodScore, Results, Score, UnitResult
from planner.text import say

TINY = D("1e-18")
AFTER = {"why.cap", "why.floor", "why.fold", "why.round", "why.late_deduct", "why.rescale_parent"}
"""Steps that go on with the number of the step before them."""
TOTALS = {"why.rescale_total", "why.fold_to", "why.base", "why.bonus", "why.penalty", "why.multiplier"}


def assert_all_replay(results: Results) -> None:
    """Every number of every unit."""
    for result in results.units:
        assert_replays(result)


def assert_replays(result: UnitResult) -> None:
    """Every number of one unit: the tree, its rounds, and the way to the total and the grade."""
    if not result.steps:
        assert (result.total, result.main.value, result.rank) == (0, 0, None)
        return
    _score(result.main)
    for period in result.periods:
        _period(period)
    _steps((*result.steps, *result.grade_steps))
    first = result.steps[0]
    if first.code == "why.main":
        assert first.value == result.main.value
    _of_rounds(first, result.periods)
    _goes_on(result.steps, TOTALS)
    assert result.steps[-1].value == result.total


def _period(period: PeriodScore) -> None:
    _steps(period.steps)
    assert period.steps[-1].value == period.value
    _goes_on(period.steps, TOTALS | AFTER)
    if period.main is not None:
        assert period.steps[0].value == period.main.value
        _score(period.main)
    _of_rounds(period.steps[0], period.parts)
    for part in period.parts:
        _period(part)


def _of_rounds(step: Step, rounds: tuple[PeriodScore, ...]) -> None:
    """A mean of rounds is made of the values of all that were held."""
    if step.code.startswith("why.periods"):
        told = {abs(each) for each in _numbers(step)}
        assert all(abs(each.value) in told for each in rounds if each.held), step


def _score(score: Score) -> None:
    _steps(score.steps)
    assert score.steps, score.indicator
    assert score.steps[-1].value == score.value, score
    _goes_on(score.steps, AFTER)
    for step in score.steps:
        if step.code == "why.sum" and score.children:
            told = Counter(abs(each) for each in _numbers(step) if each != 0)
            assert told <= Counter(abs(child.value) for child in score.children), score
    for child in score.children:
        _score(child)


def _steps(steps: Iterable[Step]) -> None:
    for step in steps:
        words = say(step.code, **{key: _said(each) for key, each in step.arguments.items()})
        assert "{" not in words
        if step.formula:
            assert abs(worth(step.formula) - step.value) < TINY, step
            _as_printed(step)


def _said(argument: str | int | D) -> str:
    return plain(argument) if isinstance(argument, D) else str(argument)


def _as_printed(step: Step) -> None:
    """Where nothing in a formula had to be cut to be printed, the printed numbers give the printed result."""
    printed = [plain(token) if isinstance(token, D) else token for token in step.formula]
    if not any("…" in token for token in printed):
        tokens = [
            D(said) if isinstance(token, D) else said
            for token, said in zip(step.formula, printed, strict=True)
        ]
        assert plain(worth(tuple(tokens))) == plain(step.value), step


def _goes_on(steps: tuple[Step, ...], codes: set[str]) -> None:
    for before, step in pairwise(steps):
        if step.code in codes:
            assert any(abs(each) == abs(before.value) for each in _numbers(step)), (before, step)


def _numbers(step: Step) -> list[D]:
    return [token for token in step.formula if isinstance(token, D)]
