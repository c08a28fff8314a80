"""A threshold with so much off for each unit below it (达标得满分，每低一个单位扣……分)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal

from assessments.derivation import Step, capped
from assessments.numbers import ONE, ZERO
from assessments.rules.amounts import Better, Measured, Parts, apart, class_mean, units_in
from assessments.rules.base import Case, Input, Outcome, Problem, Rule, lacking


@dataclass(frozen=True, slots=True)
class BonusSlope:
    """What each unit beyond the target brings where the target's size is at least `from_size`."""

    per_unit: Decimal
    from_size: Decimal = ZERO


@dataclass(frozen=True, slots=True)
class Threshold(Rule):
    """Full points where the threshold is reached, `slope` points off for each `unit` of shortfall.

    `threshold` None: `threshold_from` says whether it is each unit's own figure "target", the mean of the
    class, or a wider area's mean entered as the figure "mean". `better` says which side is good. `measured`
    says whether a shortfall is counted in the figure's own unit or in percent of the threshold, `parts` how
    a part of a unit counts. `cap` is the most that is deducted. `from_zero` deducts from 0 instead of the
    full mark (倒扣: −0.25 for each point of safety feeling below 96%).

    Beyond a `second` threshold the slope is `second_slope`. Papers leave open how: `reading` "own_stretch"
    takes each slope for its own stretch, "all" the steep one for the whole shortfall (88% below 96% and 90%:
    −2.5 or −4). While it is None, each stretch is taken and a doubt is shown.

    `exempt_by` forgives a shortfall where the figure `exempt_figure` is so much above the class's mean of it
    (5 points above the mean). `bonus` gives so much for each unit beyond the threshold, by the size of the
    target: the figure `size_figure`, or the threshold itself; at most `bonus_cap`.
    """

    method: ClassVar[str] = "threshold"
    slope: Decimal
    threshold: Decimal | None = None
    threshold_from: Literal["target", "class_mean", "wider_mean"] = "target"
    better: Better = "more"
    unit: Decimal = ONE
    measured: Measured = "difference"
    parts: Parts = "exact"
    from_zero: bool = False
    cap: Decimal | None = None
    second: Decimal | None = None
    second_slope: Decimal | None = None
    reading: Literal["own_stretch", "all"] | None = None
    exempt_by: Decimal | None = None
    exempt_figure: str = "share"
    bonus: tuple[BonusSlope, ...] = ()
    bonus_cap: Decimal | None = None
    size_figure: str = ""

    @property
    def needs_peers(self) -> bool:  # type: ignore[override]
        """Only where a mean of the class is asked for: else a unit's score hangs on nobody else's."""
        by_mean = self.threshold is None and self.threshold_from == "class_mean"
        return by_mean or self.exempt_by is not None

    def inputs(self) -> tuple[Input, ...]:
        """The figure, and what it is compared with where that is no setting."""
        needed = [Input("value", "number", "input.actual")]
        if self.threshold is None and self.threshold_from == "target":
            needed.append(Input("target", "number", "input.target"))
        if self.threshold is None and self.threshold_from == "wider_mean":
            needed.append(Input("mean", "number", "input.wider_mean"))
        if self.exempt_by is not None:
            needed.append(Input(self.exempt_figure, "number", _label(self.exempt_figure), required=False))
        if self.bonus and self.size_figure:
            needed.append(Input(self.size_figure, "number"))
        return tuple(needed)

    def score(self, case: Case) -> Outcome:
        """The start less the deduction, or with the bonus."""
        actual = case.figure("value")
        if actual is None:
            return lacking("value")
        mean = class_mean(case, "value") if self._by_mean else None
        mark = self._mark(case) if mean is None else mean.value
        if mark is None:
            return lacking("mean" if self.threshold_from == "wider_mean" else "target")
        if self.measured == "percent" and mark <= ZERO:
            return Outcome(None, missing=("target",), doubts=(("doubt.target_not_positive", {}),))
        steps = () if mean is None else (mean,)
        reached = actual >= mark if self.better == "more" else actual <= mark
        outcome = self._beyond(case, actual, mark) if reached else self._short(case, actual, mark)
        if outcome.value is None:
            return outcome
        return Outcome(outcome.value, (*steps, *outcome.steps), doubts=outcome.doubts)

    @property
    def _by_mean(self) -> bool:
        return self.threshold is None and self.threshold_from == "class_mean"

    def _mark(self, case: Case) -> Decimal | None:
        if self.threshold is not None:
            return self.threshold
        return case.figure("mean" if self.threshold_from == "wider_mean" else "target")

    def _apart(self, code: str, good: Decimal, bad: Decimal, mark: Decimal) -> Step:
        """How far the first figure is on the good side of the second."""
        upper, lower = (good, bad) if self.better == "more" else (bad, good)
        return apart(code, upper, lower, mark, self.measured)

    def _start(self, case: Case) -> Decimal:
        return ZERO if self.from_zero else case.points

    def _beyond(self, case: Case, actual: Decimal, mark: Decimal) -> Outcome:
        start = self._start(case)
        reached = Step("why.threshold_reached", start, (), {"value": actual, "threshold": mark})
        if not self.bonus:
            return Outcome(start, (reached,))
        size = case.figure(self.size_figure) if self.size_figure else mark
        if size is None:
            return lacking(self.size_figure)
        fitting = [each for each in self.bonus if each.from_size <= size]
        if not fitting:
            return Outcome(start, (reached,))
        slope = max(fitting, key=lambda each: each.from_size).per_unit
        ahead = self._apart("why.ahead", actual, mark, mark)
        units = units_in(ahead.value, self.unit, self.parts)
        extra = Step("why.bonus_slope", units.value * slope, (units.value, "×", slope), {"size": size})
        steps = [reached, ahead, units, extra]
        if self.bonus_cap is not None:
            steps.append(capped("why.extra_cap", extra.value, self.bonus_cap))
        gained = steps[-1].value
        steps.append(Step("why.with_extra", start + gained, (start, "+", gained)))
        return Outcome(steps[-1].value, tuple(steps))

    def _short(self, case: Case, actual: Decimal, mark: Decimal) -> Outcome:
        start = self._start(case)
        shortfall = self._apart("why.shortfall", mark, actual, mark)
        if self.exempt_by is not None:
            own = case.figure(self.exempt_figure)
            if own is None:
                return lacking(self.exempt_figure)
            forgiven = self._forgiven(case, own, start, self.exempt_by)
            if forgiven:
                return Outcome(start, (shortfall, *forgiven))
        units = units_in(shortfall.value, self.unit, self.parts)
        steps = [shortfall, units, *self._deduction(units.value, actual, mark)]
        if self.cap is not None:
            steps.append(capped("why.deduction_cap", steps[-1].value, self.cap))
        lost = steps[-1].value
        steps.append(Step("why.less", start - lost, (start, "-", lost)))
        open_reading = self.reading is None and self._past_second(actual)
        return Outcome(
            steps[-1].value, tuple(steps), doubts=(("doubt.two_slopes", {}),) if open_reading else ()
        )

    def _past_second(self, actual: Decimal) -> bool:
        if self.second is None or self.second_slope is None:
            return False
        return actual < self.second if self.better == "more" else actual > self.second

    def _deduction(self, units: Decimal, actual: Decimal, mark: Decimal) -> tuple[Step, ...]:
        if self.second is None or self.second_slope is None or not self._past_second(actual):
            return (Step("why.slope", units * self.slope, (units, "×", self.slope)),)
        if self.reading == "all":
            return (Step("why.steep_slope", units * self.second_slope, (units, "×", self.second_slope)),)
        stretch = self._apart("why.first_stretch", mark, self.second, mark)
        first = units_in(stretch.value, self.unit, "exact")
        lost = min(units, first.value) * self.slope + max(ZERO, units - first.value) * self.second_slope
        formula = (
            *("min", "(", units, ",", first.value, ")", "×", self.slope, "+"),
            *("max", "(", ZERO, ",", units, "-", first.value, ")", "×", self.second_slope),
        )
        return (stretch, first, Step("why.two_slopes", lost, formula))

    def _forgiven(self, case: Case, own: Decimal, start: Decimal, by: Decimal) -> tuple[Step, ...]:
        mean = class_mean(case, self.exempt_figure)
        if mean is None or own - mean.value < by:
            return ()
        ahead = Step("why.above_mean", own - mean.value, (own, "-", mean.value))
        return (mean, ahead, Step("why.exempt", start, (), {"by": by}))

    def problems(self, points: Decimal) -> Iterator[Problem]:
        """No slope, two thresholds that contradict each other, a bonus that brings nothing."""
        if self.slope < ZERO or (self.slope == ZERO and not self.bonus):
            yield Problem("slope", "rule.not_positive")
        if self.unit <= ZERO:
            yield Problem("unit", "rule.not_positive")
        if self.threshold is not None and self.threshold_from != "target":
            yield Problem("threshold", "rule.two_thresholds")
        for name, cap in (("cap", self.cap), ("bonus_cap", self.bonus_cap), ("exempt_by", self.exempt_by)):
            if cap is not None and cap <= ZERO:
                yield Problem(name, "rule.not_positive")
        yield from self._second_problems()
        sizes = [each.from_size for each in self.bonus]
        for number, each in enumerate(self.bonus):
            if each.per_unit <= ZERO:
                yield Problem(f"bonus.{number}.per_unit", "rule.not_positive")
            if each.from_size in sizes[:number]:
                yield Problem(f"bonus.{number}.from_size", "rule.same_size_twice")

    def _second_problems(self) -> Iterator[Problem]:
        if (self.second is None) != (self.second_slope is None):
            yield Problem("second_slope" if self.second_slope is None else "second", "rule.half_second")
            return
        if self.second is None or self.second_slope is None:
            return
        if self.second_slope <= ZERO:
            yield Problem("second_slope", "rule.not_positive")
        if self.reading is None:
            yield Problem("reading", "rule.reading_open")
        elif self.reading == "all" and self.second_slope < self.slope:
            yield Problem("second_slope", "rule.second_not_steeper")
        if self.threshold is not None:
            beyond = self.second < self.threshold if self.better == "more" else self.second > self.threshold
            if not beyond:
                yield Problem("second", "rule.second_not_beyond")


def _label(figure: str) -> str:
    return "input.share" if figure == "share" else ""
