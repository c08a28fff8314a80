"""In proportion to the first (按与第一名之比得分): full points for the best, the others own ÷ first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from assessments.derivation import Formula, Step
from assessments.numbers import ZERO
from assessments.rules.base import Case, Input, Outcome, Problem, Rule, lacking
from assessments.rules.doubts import doubt
from assessments.rules.places import Place, place_by_value, values_of_class


@dataclass(frozen=True, slots=True)
class ProportionOfFirst(Rule):
    """The first has the full points, every other one points × own ÷ the first's.

    `others_points` is what the others' share is taken of, where it is less than the full points. With
    `only_places` so many places have a share, those after them have `rest`. With `lowest_first` the least
    figure is the best, and the share is first ÷ own.
    """

    method: ClassVar[str] = "proportion_of_first"
    needs_peers: ClassVar[bool] = True
    others_points: Decimal | None = None
    only_places: int | None = None
    rest: Decimal = ZERO
    lowest_first: bool = False

    def inputs(self) -> tuple[Input, ...]:
        """The figure that is compared."""
        return (Input("value", "number", "input.compared"),)

    def score(self, case: Case) -> Outcome:
        """Points by the unit's share of the first's figure."""
        own = case.figure("value")
        place = place_by_value(case, not self.lowest_first)
        if own is None or place is None:
            return lacking("value")
        values = values_of_class(case) or (own,)
        best = values[0] if self.lowest_first else values[-1]
        if own < ZERO or best < ZERO:
            return Outcome(None, missing=("value",), doubts=(doubt("doubt.negative_figure"),))
        return self._by_place(case.points, own, best, place)

    def _by_place(self, points: Decimal, own: Decimal, best: Decimal, place: Place) -> Outcome:
        arguments = {"rank": place.rank}
        if place.rank == 1 and not (best == ZERO and not self.lowest_first):
            step = Step("why.first_full", points, (points,), arguments)
        elif self.only_places is not None and place.rank > self.only_places:
            step = Step("why.after_places", self.rest, (self.rest,), arguments)
        elif best == ZERO:
            step = Step("why.share_of_nothing", ZERO, (ZERO,), arguments)
            return Outcome(ZERO, (step,), doubts=(doubt("doubt.first_is_nothing"),))
        else:
            top, bottom = (best, own) if self.lowest_first else (own, best)
            full = points if self.others_points is None else self.others_points
            formula: Formula = (full, "×", top, "÷", bottom)
            step = Step("why.share_of_first", full * top / bottom, formula, arguments)
        return Outcome(step.value, (step,))

    def problems(self, points: Decimal) -> Iterator[Problem]:
        """A share above the full points, no place."""
        if self.others_points is not None and not ZERO <= self.others_points <= points:
            yield Problem("others_points", "rule.above_points")
        if self.only_places is not None and self.only_places < 1:
            yield Problem("only_places", "rule.not_positive")
