"""Graded bands (分档计分): the first band whose bound and conditions are reached gives its mark."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal

from assessments.derivation import Step, added, capped
from assessments.numbers import HUNDRED, ZERO, total
from assessments.rules.amounts import apart
from assessments.rules.base import Case, Input, Outcome, Problem, Rule, lacking


@dataclass(frozen=True, slots=True)
class Condition:
    """Another figure that a band asks for, its bounds included (到位资金不低于 20%)."""

    figure: str
    at_least: Decimal | None = None
    at_most: Decimal | None = None

    def holds(self, value: Decimal) -> bool:
        """True where the figure is within the bounds."""
        return (self.at_least is None or value >= self.at_least) and (
            self.at_most is None or value <= self.at_most
        )


@dataclass(frozen=True, slots=True)
class Band:
    """One band: from `at_least` on, or up to `at_most` where less is better; neither for all the rest.

    It gives points (`gives`), a percent of the full mark (`percent`), or the full mark less `deduct`.
    """

    at_least: Decimal | None = None
    at_most: Decimal | None = None
    gives: Decimal | None = None
    percent: Decimal | None = None
    deduct: Decimal | None = None
    conditions: tuple[Condition, ...] = ()

    @property
    def bound(self) -> Decimal | None:
        """The bound, whichever side it is on; None for the rest."""
        return self.at_least if self.at_least is not None else self.at_most

    def worth(self, points: Decimal) -> Decimal:
        """What it gives of a full mark."""
        if self.percent is not None:
            return points * self.percent / HUNDRED
        return points - self.deduct if self.deduct is not None else self.gives or ZERO


@dataclass(frozen=True, slots=True)
class Deduction:
    """A fault that is deducted on top of the band, `each` time it was found, at most `cap` in all.

    `figure` names the fault and is where its number of times is entered; nothing entered is none found.
    """

    figure: str
    each: Decimal
    cap: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Bands(Rule):
    """The mark of the first band that holds, the best one first, less the faults.

    Bounds are included ("以上" includes the figure); `bound_excluded` leaves them out ("不足……"). `measure`
    says what is compared: the figure itself; the figure in percent of the target; its difference from the
    target. The `target` is the scheme's, or each unit's own where None. `counts` takes the number of events
    of these kinds for the figure. What reaches no band gets nothing.

    100% of the task and 20% of the money in 100, 80% 75, 50% 50, less 0, and points off for no plan and
    missing reports; found once half a point off, twice or more 0.
    """

    method: ClassVar[str] = "bands"
    bands: tuple[Band, ...]
    measure: Literal["figure", "percent", "difference"] = "figure"
    target: Decimal | None = None
    bound_excluded: bool = False
    counts: tuple[str, ...] = ()
    deductions: tuple[Deduction, ...] = ()

    def inputs(self) -> tuple[Input, ...]:
        """The figure, the target where each unit has its own, what the conditions ask for, the faults."""
        own = self.measure != "figure" and self.target is None
        names = dict.fromkeys(each.figure for band in self.bands for each in band.conditions)
        return (
            Input("events", "events", "input.events", required=False)
            if self.counts
            else Input("value", "number", "input.actual"),
            *((Input("target", "number", "input.target"),) if own else ()),
            *(Input(name, "number") for name in names),
            *(Input(each.figure, "count", required=False) for each in self.deductions),
        )

    def kinds(self) -> tuple[str, ...]:
        """The kinds of events that are counted."""
        return self.counts

    def score(self, case: Case) -> Outcome:
        """The mark of the band less the faults."""
        measured = self._measured(case)
        if isinstance(measured, Outcome):
            return measured
        value = measured[-1].value
        for band in self.bands:
            if not self._reached(band, value):
                continue
            figures = {each: case.figure(each.figure) for each in band.conditions}
            unknown = [each.figure for each, figure in figures.items() if figure is None]
            if unknown:
                return lacking(*unknown)
            if all(figure is not None and each.holds(figure) for each, figure in figures.items()):
                steps = (*measured, _given(band, value, case.points))
                break
        else:
            steps = (*measured, Step("why.no_band", ZERO, (), {"value": value}))
        steps += self._less_faults(steps[-1].value, case)
        return Outcome(steps[-1].value, steps)

    def _measured(self, case: Case) -> tuple[Step, ...] | Outcome:
        if self.counts:
            times = Decimal(total(Decimal(event.count) for event in case.events))
            return (Step("why.times_found", times),)
        value = case.figure("value")
        if self.measure == "figure":
            return lacking("value") if value is None else (Step("why.observed", value),)
        target = self.target if self.target is not None else case.figure("target")
        if value is None or target is None:
            return lacking(*(name for name, held in (("value", value), ("target", target)) if held is None))
        if self.measure == "difference":
            return (apart("why.difference", value, target, target, "difference"),)
        if target <= ZERO:
            return Outcome(None, missing=("target",), doubts=(("doubt.target_not_positive", {}),))
        share = value / target * HUNDRED
        return (Step("why.completion", share, (value, "÷", target, "×", HUNDRED)),)

    def _reached(self, band: Band, value: Decimal) -> bool:
        if self.bound_excluded:
            above = band.at_least is None or value > band.at_least
            return above and (band.at_most is None or value < band.at_most)
        above = band.at_least is None or value >= band.at_least
        return above and (band.at_most is None or value <= band.at_most)

    def _less_faults(self, value: Decimal, case: Case) -> tuple[Step, ...]:
        steps: list[Step] = []
        lost: list[Decimal] = []
        for fault in self.deductions:
            times = case.figure(fault.figure) or ZERO
            if times == ZERO:
                continue
            named = {"name": fault.figure}
            steps.append(Step("why.fault", times * fault.each, (times, "×", fault.each), named))
            if fault.cap is not None and steps[-1].value > fault.cap:
                steps.append(capped("why.fault_cap", steps[-1].value, fault.cap, name=fault.figure))
            lost.append(-steps[-1].value)
        if lost:
            steps.append(Step("why.less_faults", value + total(lost), added((value, *lost))))
        return tuple(steps)

    def problems(self, points: Decimal) -> Iterator[Problem]:
        """Bands that say nothing or too much, that cannot be reached, that do not descend."""
        if not self.bands:
            yield Problem("bands", "rule.no_bands")
            return
        for number, band in enumerate(self.bands):
            yield from _problems_of(band, f"bands.{number}", points)
        sides = {band.at_least is None for band in self.bands if band.bound is not None}
        if len(sides) > 1:
            yield Problem("bands", "rule.mixed_bounds")
        else:
            yield from self._order(points)
        if self.bands[-1].bound is not None:
            yield Problem("bands", "rule.no_last_band")
        if self.counts and self.measure != "figure":
            yield Problem("measure", "rule.not_used")
        for number, fault in enumerate(self.deductions):
            if fault.each <= ZERO:
                yield Problem(f"deductions.{number}.each", "rule.not_positive")

    def _order(self, points: Decimal) -> Iterator[Problem]:
        sign = -1 if any(band.at_most is not None for band in self.bands) else 1
        for number in range(1, len(self.bands)):
            before, band = self.bands[number - 1], self.bands[number]
            place = f"bands.{number}"
            if before.bound is None and not before.conditions:
                yield Problem(place, "rule.unreachable_band")
            elif before.bound is not None and band.bound is not None:
                if band.bound * sign > before.bound * sign:
                    yield Problem(place, "rule.not_descending")
                elif band.bound == before.bound and not before.conditions:
                    yield Problem(place, "rule.unreachable_band")
            if band.worth(points) > before.worth(points):
                yield Problem(place, "rule.gives_more")


def _given(band: Band, value: Decimal, points: Decimal) -> Step:
    code = "why.band_rest" if band.bound is None else "why.band"
    arguments = {"value": value} if band.bound is None else {"value": value, "bound": band.bound}
    if band.percent is not None:
        formula = (points, "×", band.percent, "÷", HUNDRED)
        return Step(code, band.worth(points), formula, arguments)
    if band.deduct is not None:
        return Step(code, band.worth(points), (points, "-", band.deduct), arguments)
    return Step(code, band.worth(points), (), arguments)


def _problems_of(band: Band, place: str, points: Decimal) -> Iterator[Problem]:
    if sum(held is not None for held in (band.gives, band.percent, band.deduct)) != 1:
        yield Problem(place, "rule.one_mark")
    elif ZERO < points < band.worth(points):
        yield Problem(place, "rule.above_points")
    if band.at_least is not None and band.at_most is not None:
        yield Problem(place, "rule.one_bound")
    for number, each in enumerate(band.conditions):
        if each.at_least is None and each.at_most is None:
            yield Problem(f"{place}.conditions.{number}", "rule.no_bound")
        elif each.at_least is not None and each.at_most is not None and each.at_least > each.at_most:
            yield Problem(f"{place}.conditions.{number}", "rule.empty_range")
