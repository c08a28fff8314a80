"""What a panel should discuss first (先议): the marks on which the ranking hangs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from assessments.analysis.panel import Mark, RatedItem, median, rated_items
from assessments.numbers import ZERO, exact
from assessments.results import UnitResult
from assessments.scoring import Board


@dataclass(frozen=True, slots=True)
class Move:
    """A unit whose place or grade would be another."""

    unit: str
    rank: int | None
    new_rank: int | None
    grade: str
    new_grade: str

    @property
    def places(self) -> int:
        """How many places it would move."""
        return abs((self.new_rank or 0) - (self.rank or 0))


@dataclass(frozen=True, slots=True)
class Discussion:
    """What would be if the mark farthest from the middle were the `median` of all marks.

    `change` is what the unit's total would gain, `moves` are the units whose place or grade would be another.
    """

    item: RatedItem
    extreme: Mark
    median: Decimal
    change: Decimal
    moves: tuple[Move, ...]

    @property
    def places(self) -> int:
        """How many places all units together would move."""
        return sum(move.places for move in self.moves)

    @property
    def grades(self) -> int:
        """How many grades would change."""
        return sum(move.grade != move.new_grade for move in self.moves)


def discuss_first(board: Board, items: Iterable[RatedItem] | None = None) -> tuple[Discussion, ...]:
    """The items with at least three marks, those with the greatest effect on the ranking first.

    Effect is the number of places moved, then of grades changed, then the change of the unit's total, then
    the spread. Each is found by scoring anew with the one mark replaced. `items` limits it to some.
    """
    looked_at = rated_items(board.scheme, board.sheets) if items is None else tuple(items)
    with exact():
        found = [discussion for item in looked_at if (discussion := _greatest(board, item)) is not None]
        return tuple(
            sorted(
                found,
                key=lambda each: (-each.places, -each.grades, -abs(each.change), -each.item.spread_percent),
            )
        )


def _greatest(board: Board, item: RatedItem) -> Discussion | None:
    """The effect of the mark farthest from the middle; of two as far, the one that moves more."""
    unscored = all(result.unit != item.unit for result in board.results.units)
    if len(item.marks) < 3 or item.spread == ZERO or unscored:
        return None
    middle = _middle(item)
    farthest = max(abs(mark.given - middle) for mark in item.marks)
    extremes = [mark for mark in item.marks if abs(mark.given - middle) == farthest]
    effects = [_effect(board, item, mark, middle) for mark in extremes]
    return max(effects, key=lambda each: (each.places, each.grades, abs(each.change)))


def _middle(item: RatedItem) -> Decimal:
    """The median of the marks as they were given; where they are places, the better one in the middle."""
    given = [mark.given for mark in item.marks]
    return sorted(given)[(len(given) - 1) // 2] if item.in_places else median(given)


def _effect(board: Board, item: RatedItem, mark: Mark, middle: Decimal) -> Discussion:
    sheet = next(each for each in board.sheets if each.id == mark.sheet)
    own = sheet.entries[item.unit]
    moved = replace(own[item.indicator], score=middle)
    entries = {**sheet.entries, item.unit: {**own, item.indicator: moved}}
    after = board.with_sheet(replace(sheet, entries=entries))
    change = after.results.of(item.unit).raw - board.results.of(item.unit).raw
    unit_class = board.scheme.unit(item.unit).unit_class
    before = {result.unit: result for result in board.results.in_class(unit_class)}
    moves = tuple(_moves(before, after.results.in_class(unit_class)))
    return Discussion(item, mark, middle, change, moves)


def _moves(before: dict[str, UnitResult], after: Iterable[UnitResult]) -> Iterator[Move]:
    """The units that stand elsewhere than before, in their new order."""
    for new in after:
        old = before[new.unit]
        if (old.rank, old.grade) != (new.rank, new.grade):
            yield Move(new.unit, old.rank, new.rank, old.grade, new.grade)
