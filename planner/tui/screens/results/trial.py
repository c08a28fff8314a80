"""A trial of other weights beside the official result, which stays as it is whatever is done here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from assessments.analysis import whatif
from assessments.analysis.whatif import Move, Weigh
from assessments.numbers import ONE, ZERO
from assessments.scheme import Scheme
from assessments.scoring import Board

_TEN = Decimal(10)


@dataclass(frozen=True, slots=True)
class Attempt:
    """What is tried: changes of the official scheme, or of a named scenario's (`base`)."""

    base: Scheme | None = None
    name: str = ""
    changes: tuple[Weigh, ...] = ()

    @property
    def is_official(self) -> bool:
        """True where nothing is tried."""
        return self.base is None and not self.changes

    def scheme(self, official: Scheme) -> Scheme:
        """The scheme that is tried."""
        return whatif.changed(self.base if self.base is not None else official, self.changes)


class Trial:
    """The attempts of a sitting, with undo. `board` is scored under the present one."""

    def __init__(self, official: Board) -> None:
        self.official = official
        self.board = official
        self.attempt = Attempt()
        self._done: list[Attempt] = []
        self._undone: list[Attempt] = []

    @property
    def scheme(self) -> Scheme:
        """The scheme that is tried."""
        return self.board.scheme

    def follow(self, official: Board) -> None:
        """The official board is another: try the same on it."""
        if official is not self.official:
            self.official = official
            self._score()

    def amount(self, indicator: str) -> Decimal | None:
        """An item's points or weight as tried; None where it cannot be nudged."""
        return whatif.amount(self.scheme, indicator)

    def official_amount(self, indicator: str) -> Decimal | None:
        """An item's points or weight in the official scheme."""
        return whatif.amount(self.official.scheme, indicator)

    def step(self, indicator: str) -> Decimal:
        """How much one nudge is: a point of 10 and more, a tenth of less, a hundredth of a weight below 1."""
        now = self.official_amount(indicator) or self.amount(indicator) or ONE
        return ONE if now >= _TEN else Decimal("0.1") if now >= ONE else Decimal("0.01")

    def nudge(self, indicator: str, steps: int) -> bool:
        """More or less by some steps; False where the item cannot have that."""
        now = self.amount(indicator)
        if now is None:
            return False
        return self.weigh(indicator, max(ZERO, now + steps * self.step(indicator)))

    def weigh(self, indicator: str, to: Decimal, keep: bool = True) -> bool:
        """Give an item these points; False where that changes nothing."""
        before = self.scheme
        others = tuple(each for each in self.attempt.changes if each.indicator != indicator)
        without = replace(self.attempt, changes=others)
        # An item that is back where it would be anyway is no change any more.
        if whatif.amount(without.scheme(self.official.scheme), indicator) == to:
            attempt = without
        else:
            attempt = replace(self.attempt, changes=(*others, Weigh(indicator, to, keep)))
        self._go(attempt)
        return self.scheme != before

    def take(self, name: str, scheme: Scheme) -> None:
        """Try a named scenario."""
        self._go(Attempt(scheme, name))

    def called(self, name: str) -> None:
        """What is tried was kept under a name."""
        self.attempt = replace(self.attempt, name=name)

    def give_up(self) -> bool:
        """Back to the official scheme; False where nothing was tried."""
        if self.attempt.is_official:
            return False
        self._go(Attempt())
        return True

    def undo(self) -> bool:
        """Take the last step back."""
        return self._back(self._done, self._undone)

    def redo(self) -> bool:
        """Do it again."""
        return self._back(self._undone, self._done)

    @property
    def can_undo(self) -> bool:
        """True where a step can be taken back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """True where a step was taken back."""
        return bool(self._undone)

    def moves(self) -> dict[str, Move]:
        """What becomes of each unit."""
        return {each.unit: each for each in whatif.moves(self.official.results, self.board.results)}

    def _go(self, attempt: Attempt) -> None:
        if attempt != self.attempt:
            self._done.append(self.attempt)
            self._undone.clear()
            self.attempt = attempt
            self._score()

    def _back(self, out: list[Attempt], into: list[Attempt]) -> bool:
        if not out:
            return False
        into.append(self.attempt)
        self.attempt = out.pop()
        self._score()
        return True

    def _score(self) -> None:
        if self.attempt.is_official:
            self.board = self.official
        else:
            self.board = self.official.with_scheme(self.attempt.scheme(self.official.scheme))
