"""Points by rank (按名次赋分): the first so many, the second so many, the last so many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal

from assessments.derivation import Formula, Step, Token
from assessments.numbers import ZERO, mean
from assessments.rules.base import Case, Input, Outcome, Problem, Rule, lacking
from assessments.rules.doubts import Doubt, doubt
from assessments.rules.places import Place, place_by_value, place_given


@dataclass(frozen=True, slots=True)
class RankPoints(Rule):
    """What a place brings.

    `first` are the points of the places 1, 2, 3 … and `last` those of the last, the last but one …; after
    the end of either list each further place changes by `first_step` or `last_step` where there is one.
    Places that neither list speaks of have `other`. In a small class the list from the top goes first.
    `ranked_by`: places come from the figures of the class, the highest or the lowest first; or each unit's
    place was entered (下达的名次), with the figure "ranked" for how many were ranked, elsewhere too.
    `ties`: units that share a place all have its points, or the mean of the places they fill.
    """

    method: ClassVar[str] = "rank_points"
    needs_peers: ClassVar[bool] = True
    first: tuple[Decimal, ...] = ()
    last: tuple[Decimal, ...] = ()
    other: Decimal = ZERO
    first_step: Decimal | None = None
    last_step: Decimal | None = None
    ranked_by: Literal["highest", "lowest", "given"] = "highest"
    ties: Literal["same", "mean"] = "same"

    def inputs(self) -> tuple[Input, ...]:
        """The figure that is compared; or the place, and among how many."""
        if self.ranked_by != "given":
            return (Input("value", "number", "input.compared"),)
        return (
            Input("value", "count", "input.rank"),
            Input("ranked", "count", "input.ranked", required=bool(self.last)),
        )

    def score(self, case: Case) -> Outcome:
        """The points of the unit's place."""
        given = self.ranked_by == "given"
        if case.figure("value") is None:
            return lacking("value")
        if given and self.last and case.figure("ranked") is None:
            return lacking("ranked")
        place = place_given(case) if given else place_by_value(case, self.ranked_by == "highest")
        if place is None:
            return Outcome(None, missing=("value",), doubts=(doubt("doubt.no_rank"),))
        formula: Formula = () if given else (Decimal(place.rank - 1), "+", Decimal(1))
        code = "why.place_given" if given else "why.place"
        ranked = Step(code, Decimal(place.rank), formula, {"of": place.of, "share": place.share})
        doubts = (doubt("doubt.lists_overlap", of=place.of),) if self._overlap(place.of) else ()
        return self._given(place, ranked, doubts)

    def _given(self, place: Place, ranked: Step, doubts: tuple[Doubt, ...]) -> Outcome:
        """The points of a place, or the mean of the places that are shared."""
        worth = self.points_of(place.rank, place.of)
        step = Step("why.place_points", worth, (worth,), {"rank": place.rank})
        if self.ties == "mean" and place.share > 1:
            filled = range(place.rank, place.rank + place.share)
            shared = tuple(self.points_of(rank, place.of) for rank in filled)
            sum_of: list[Token] = ["("]
            for points in shared:
                sum_of += ["+", points] if len(sum_of) > 1 else [points]
            formula: Formula = (*sum_of, ")", "÷", Decimal(place.share))
            step = Step(
                "why.places_shared", mean(shared), formula, {"rank": place.rank, "share": place.share}
            )
        return Outcome(step.value, (ranked, step), doubts=doubts)

    def points_of(self, rank: int, of: int) -> Decimal:
        """What a place brings among so many."""
        from_last = of - rank + 1
        if rank <= len(self.first):
            return self.first[rank - 1]
        if from_last <= len(self.last):
            return self.last[from_last - 1]
        if self.first and self.first_step is not None:
            return self.first[-1] + self.first_step * (rank - len(self.first))
        if self.last and self.last_step is not None:
            return self.last[-1] + self.last_step * (from_last - len(self.last))
        return self.other

    def _overlap(self, of: int) -> bool:
        return bool(self.first and self.last) and len(self.first) + len(self.last) > of

    def problems(self, points: Decimal) -> Iterator[Problem]:
        """No list; steps without a list, or from both ends."""
        if not self.first and not self.last:
            yield Problem("first", "rule.nothing_named")
        if self.first_step is not None and not self.first:
            yield Problem("first_step", "rule.step_without_list")
        if self.last_step is not None and not self.last:
            yield Problem("last_step", "rule.step_without_list")
        if self.first_step is not None and self.last_step is not None:
            yield Problem("last_step", "rule.steps_meet")
