"""Movement in rank (位次升降): so many points for places gained or lost against last year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from assessments.derivation import Formula, Step
from assessments.numbers import ZERO
from assessments.rules.base import Case, Input, Outcome, Problem, Rule, lacking
from assessments.rules.doubts import doubt


@dataclass(frozen=True, slots=True)
class Move:
    """From so many places (`by_places`) on, so many `points` (above 0)."""

    by_places: int
    points: Decimal


@dataclass(frozen=True, slots=True)
class RankMovement(Rule):
    """Places lost take points off by the widest bound of `down` that is reached; places gained bring `up`.

    Begins at full points; `from_zero`: at nothing, for a bonus or penalty of its own.
    """

    method: ClassVar[str] = "rank_movement"
    down: tuple[Move, ...] = ()
    up: tuple[Move, ...] = ()
    from_zero: bool = False

    def inputs(self) -> tuple[Input, ...]:
        """This year's place and last year's."""
        return (Input("value", "count", "input.rank"), Input("last_rank", "count", "input.last_rank"))

    def score(self, case: Case) -> Outcome:
        """What the movement brings or costs."""
        now, before = case.figure("value"), case.figure("last_rank")
        if now is None or before is None:
            return lacking(*(name for name, held in (("value", now), ("last_rank", before)) if held is None))
        wrong = tuple(name for name, rank in (("value", now), ("last_rank", before)) if not _is_place(rank))
        if wrong:
            return Outcome(None, missing=wrong, doubts=(doubt("doubt.no_rank"),))
        moved = before - now
        code = "why.moved_up" if moved > ZERO else "why.moved_down" if moved < ZERO else "why.not_moved"
        steps = [Step(code, abs(moved), (max(now, before), "-", min(now, before)))]
        points = self._reached(self.up if moved > ZERO else self.down, abs(moved))
        start = ZERO if self.from_zero else case.points
        formula: Formula = (start, "+" if moved > ZERO else "-", points)
        steps.append(Step("why.movement", start + points if moved > ZERO else start - points, formula))
        return Outcome(steps[-1].value, tuple(steps))

    @staticmethod
    def _reached(moves: tuple[Move, ...], places: Decimal) -> Decimal:
        """The points of the widest bound that is reached."""
        reached = [move for move in moves if move.by_places <= places and places > ZERO]
        return max(reached, key=lambda move: move.by_places).points if reached else ZERO

    def problems(self, points: Decimal) -> Iterator[Problem]:
        """No bound, a bound of no place, points below nothing."""
        if not self.down and not self.up:
            yield Problem("down", "rule.nothing_named")
        for name, moves in (("down", self.down), ("up", self.up)):
            for place, move in enumerate(moves):
                if move.by_places < 1:
                    yield Problem(f"{name}.{place}.by_places", "rule.not_positive")
                if move.points < ZERO:
                    yield Problem(f"{name}.{place}.points", "rule.negative")
            if len({move.by_places for move in moves}) < len(moves):
                yield Problem(name, "rule.bound_twice")


def _is_place(rank: Decimal) -> bool:
    return rank > ZERO and rank == rank.to_integral_value()
