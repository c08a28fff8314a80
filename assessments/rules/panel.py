"""A panel of assessors (评委打分): mean, median, or mean without the highest and lowest; weighted bodies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import ClassVar, Literal

from assessments.derivation import Formula, Step, Token
from assessments.numbers import HUNDRED, ONE, ZERO, plain, total, whole
from assessments.rules import marks
from assessments.rules.base import Case, Input, Outcome, Problem, Rating, Rule
from assessments.rules.doubts import Doubt, doubt


@dataclass(frozen=True, slots=True)
class Panel(Rule):
    """What the assessors' marks come to, brought from `out_of` (None: the points) to the points.

    `take`: the mean, weighted by the assessors' own weights; the median; or the mean of what is left when the
    `drop` highest and `drop` lowest are left out (去掉最高分和最低分), or `drop_percent` of all marks at each
    end, rounded down. It holds from `trim_from` marks on; with fewer the plain mean stands.
    `bodies` are the weights of voices (上级、同级、群众): first within each body, then by their weights.
    Where a body has not rated, the score is missing or its weight goes to the others (`where_missing`).
    `by_place` (排队打分): marks are places that each assessor gave; a place brings these points, the last of
    them for all after it. `minimum` None: as the scheme says; in bodies, together.
    """

    method: ClassVar[str] = "panel"
    take: Literal["mean", "median", "trimmed"] = "mean"
    drop: int = 1
    drop_percent: Decimal | None = None
    trim_from: int = 3
    bodies: Mapping[str, Decimal] = field(default_factory=dict)
    where_missing: marks.WhereMissing = "missing"
    out_of: Decimal | None = None
    by_place: tuple[Decimal, ...] = ()
    minimum: int | None = None

    def inputs(self) -> tuple[Input, ...]:
        """The assessors' ratings."""
        return (Input("ratings", "ratings", "input.ratings"),)

    def score(self, case: Case) -> Outcome:
        """The marks of all assessors as one."""
        scale = case.points if self.out_of is None else self.out_of
        ratings = tuple(sorted(case.ratings, key=lambda rating: (rating.body, rating.by)))
        doubts = self._doubts(ratings, scale)
        if any(code in _SPOILING for code, _ in doubts):
            return Outcome(None, missing=("ratings",), doubts=doubts)
        ratings = tuple(self._counted(rating) for rating in ratings if self._has_voice(rating))
        needed = max(1, case.minimum_raters if self.minimum is None else self.minimum)
        if len(ratings) < needed:
            few = doubt("doubt.too_few_raters", count=len(ratings), needed=needed)
            return Outcome(None, missing=("ratings",), doubts=(*doubts, few) if ratings else doubts)
        steps = self._by_bodies(ratings) if self.bodies else self.settle(ratings)
        if not steps:
            return Outcome(None, missing=("ratings",), doubts=doubts)
        if scale != case.points:
            steps = (*steps, marks.folded(steps[-1].value, scale, case.points))
        return Outcome(steps[-1].value, steps, doubts=doubts)

    def _has_voice(self, rating: Rating) -> bool:
        return not self.bodies or rating.body in self.bodies

    def worth_of(self, mark: Decimal) -> Decimal:
        """What a mark counts: itself; where assessors give places, the points that the place brings."""
        if not self.by_place:
            return mark
        return self.by_place[min(max(1, int(mark)), len(self.by_place)) - 1]

    def _counted(self, rating: Rating) -> Rating:
        return Rating(rating.by, self.worth_of(rating.score), rating.body, rating.weight)

    def _doubts(self, ratings: Sequence[Rating], scale: Decimal) -> tuple[Doubt, ...]:
        doubts: list[Doubt] = []
        for rating in ratings:
            if not self._has_voice(rating):
                doubts.append(doubt("doubt.body_unknown", by=rating.by, body=rating.body))
            elif self.by_place:
                if rating.score < ONE or rating.score != rating.score.to_integral_value():
                    doubts.append(doubt("doubt.rater_no_place", by=rating.by, mark=rating.score))
            elif not ZERO <= rating.score <= scale:
                doubts.append(doubt("doubt.rater_outside", by=rating.by, mark=rating.score, scale=scale))
        return tuple(doubts)

    def _by_bodies(self, ratings: Sequence[Rating]) -> tuple[Step, ...]:
        """Each body by itself, then all by their weights; nothing where a body that is needed lacks."""
        steps: list[Step] = []
        means: dict[str, Decimal] = {}
        for body in sorted(self.bodies, key=lambda name: (-self.bodies[name], name)):
            own = tuple(rating for rating in ratings if rating.body == body)
            if own:
                steps += self.settle(own, body)
                means[body] = steps[-1].value
        whole_panel = len(means) == len(self.bodies) or self.where_missing == "rescale"
        if not whole_panel or not total(self.bodies[body] for body in means):
            return ()
        return (*steps, marks.weighed(means, self.bodies, "why.bodies"))

    def settle(self, ratings: Sequence[Rating], body: str = "") -> tuple[Step, ...]:
        """The steps that make at least one rating one mark. Public for those who look at a panel's marks."""
        arguments: dict[str, str | int | Decimal] = {"body": body, "count": len(ratings)}
        if self.take == "median":
            return (_median(ratings, arguments),)
        if self.take == "trimmed":
            dropped = self._dropped(len(ratings))
            if dropped:
                return _trimmed(ratings, dropped, arguments)
        return (_mean("why.panel_mean", ratings, arguments),)

    def _dropped(self, count: int) -> int:
        """How many are left out at each end; at least one mark stays."""
        if count < self.trim_from:
            return 0
        by_share = None if self.drop_percent is None else int(whole(self.drop_percent * count / HUNDRED))
        wanted = self.drop if by_share is None else by_share
        return wanted if count > 2 * wanted else (count - 1) // 2

    def problems(self, points: Decimal) -> Iterator[Problem]:
        """Nothing left to count, a scale of nothing, weights that cannot be meant."""
        if self.out_of is not None and self.out_of <= ZERO:
            yield Problem("out_of", "rule.not_positive")
        if self.drop < 0:
            yield Problem("drop", "rule.negative")
        if self.drop_percent is not None and not ZERO <= self.drop_percent < 50:
            yield Problem("drop_percent", "rule.drops_all")
        if self.take != "trimmed" and self.drop_percent is not None:
            yield Problem("drop_percent", "rule.not_used")
        if self.take == "trimmed" and self.drop_percent is None and self.trim_from <= 2 * self.drop:
            yield Problem("trim_from", "rule.drops_all")
        if self.minimum is not None and self.minimum < 1:
            yield Problem("minimum", "rule.not_positive")
        yield from marks.problems_of(self.bodies, "bodies")


_SPOILING = ("doubt.rater_no_place", "doubt.rater_outside")


def _mean(code: str, ratings: Sequence[Rating], arguments: Mapping[str, str | int | Decimal]) -> Step:
    """The mean by the assessors' weights; the plain one where all weigh alike, or nothing."""
    heavy = total(rating.weight for rating in ratings)
    alike = len({rating.weight for rating in ratings}) == 1 or not heavy
    tokens: list[Token] = []
    for rating in ratings:
        tokens += ["+" if tokens else "(", rating.score]
        if not alike:
            tokens += ["×", rating.weight]
    parts = Decimal(len(ratings)) if alike else heavy
    value = total(rating.score if alike else rating.score * rating.weight for rating in ratings) / parts
    return Step(code, value, (*tokens, ")", "÷", parts), arguments)


def _median(ratings: Sequence[Rating], arguments: Mapping[str, str | int | Decimal]) -> Step:
    """The middle mark, or the mean of the two in the middle."""
    ordered = sorted(rating.score for rating in ratings)
    low, high = ordered[(len(ordered) - 1) // 2], ordered[len(ordered) // 2]
    told = {**arguments, "marks": "、".join(plain(mark) for mark in ordered)}
    formula: Formula = (low,) if len(ordered) % 2 else ("(", low, "+", high, ")", "÷", Decimal(2))
    return Step("why.panel_median", low if len(ordered) % 2 else (low + high) / 2, formula, told)


def _trimmed(
    ratings: Sequence[Rating], dropped: int, arguments: Mapping[str, str | int | Decimal]
) -> tuple[Step, ...]:
    """The mean without so many at each end, and which ones those were."""
    ordered = sorted(ratings, key=lambda rating: (rating.score, rating.by))
    out = [*ordered[:dropped], *ordered[-dropped:]]
    kept = sorted(ordered[dropped:-dropped], key=lambda rating: (rating.body, rating.by))
    told = {**arguments, "dropped": "、".join(plain(rating.score) for rating in out)}
    return (_mean("why.panel_trimmed", kept, told),)
