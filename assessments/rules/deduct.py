"""Deductions by occurrence (按次扣分): so many points off for each thing that was found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar, Literal

from assessments.derivation import Formula, Step, Token, added, capped
from assessments.numbers import ZERO, total
from assessments.rules import ledger
from assessments.rules.base import Case, Input, Outcome, Problem, Rule
from assessments.rules.faults import Fault

if TYPE_CHECKING:
    from assessments.sheet import Event


@dataclass(frozen=True, slots=True)
class Deduct(Rule):
    """Full points less so much for each thing found; `from_zero`: nothing less so much (倒扣、减分项).

    `together`: the sum of all faults, or only the worst (只扣最重一项). `cap` is the most that all faults but
    the major ones take off. How far down it goes in the end is the indicator's own floor (扣完为止).
    `unrecorded`: where no count was entered, the observation is missing, or nothing was found; `done` in the
    entry confirms that there is nothing else. Faults that take a judgement, a level or the dead of an
    accident are always entered where they happened.
    """

    method: ClassVar[str] = "deduct"
    faults: tuple[Fault, ...] = ()
    together: Literal["sum", "worst"] = "sum"
    cap: Decimal | None = None
    from_zero: bool = False
    unrecorded: Literal["missing", "none"] = "missing"

    def kinds(self) -> tuple[str, ...]:
        """The kinds of its faults."""
        return tuple(dict.fromkeys(fault.kind for fault in self.faults if fault.kind))

    def inputs(self) -> tuple[Input, ...]:
        """A count by kind, each unit's quota, and the ledger of events."""
        asked = []
        for fault in self.faults:
            for name, _, _ in fault.figures(self._alone):
                label = "input.count" if name == "value" else ""
                asked.append(Input(name, "count", label, required=self._must_count(fault)))
            if fault.quota_figure:
                asked.append(Input(fault.quota_figure, "number", "input.quota"))
        return (*asked, Input("events", "events", "input.events", required=False))

    def score(self, case: Case) -> Outcome:
        """Full points, or nothing, less every fault's deduction."""
        found = ledger.Tally(doubts=ledger.unknown(each for each in case.events if not self._knows(each)))
        deductions = []
        for fault in self.faults:
            tally = self._tally(fault, case)
            found += ledger.Tally(missing=tally.missing, doubts=tally.doubts)
            if tally.lines and not tally.missing:
                deductions.append((fault.major, fault.steps(tally.lines, case)))
        if found.missing:
            return Outcome(None, missing=tuple(dict.fromkeys(found.missing)), doubts=found.doubts)
        steps = self._settled(case, deductions)
        return Outcome(steps[-1].value, steps, doubts=found.doubts)

    @property
    def _alone(self) -> bool:
        return len(self.faults) == 1

    def _must_count(self, fault: Fault) -> bool:
        return self.unrecorded == "missing" and not fault.levels

    def _knows(self, event: Event) -> bool:
        return any(fault.kind in ("", event.kind) for fault in self.faults)

    def _fault_of(self, event: Event) -> Fault | None:
        """The first fault of the event's kind that takes it; a fault without a kind takes what is left."""
        named = [fault for fault in self.faults if fault.kind == event.kind]
        rest = [fault for fault in self.faults if not fault.kind]
        return next((fault for fault in named or rest if fault.takes(event)), None)

    def _tally(self, fault: Fault, case: Case) -> ledger.Tally:
        events = tuple(event for event in case.events if self._fault_of(event) is fault)
        confirmed = case.entry is not None and case.entry.done is True
        counted = confirmed or any(event.kind == fault.kind for event in case.events)
        must = self._must_count(fault) and not counted
        tally = ledger.figure_lines(fault, case, self._alone, must)
        return fault.checked(tally + ledger.event_lines(fault, events, fault.weigh), case)

    def _settled(self, case: Case, deductions: list[tuple[bool, tuple[Step, ...]]]) -> tuple[Step, ...]:
        """All faults' steps, what keeps them together within bounds, and what is left."""
        steps = [step for _, fault in deductions for step in fault]
        ordinary = tuple(fault[-1].value for major, fault in deductions if not major)
        for step in self._bounded(ordinary):
            steps.append(step)
            ordinary = (step.value,)
        majors = tuple(fault[-1].value for major, fault in deductions if major)
        formula: Formula = (ZERO if self.from_zero else case.points, *_less((*ordinary, *majors)))
        left = (ZERO if self.from_zero else case.points) - total((*ordinary, *majors))
        code = "why.from_zero" if self.from_zero else "why.deducted"
        return (*steps, Step(code if deductions else "why.nothing_found", left, formula))

    def _bounded(self, values: tuple[Decimal, ...]) -> Iterator[Step]:
        """The worst alone, or the sum under the cap, where either changes something."""
        if self.together == "worst" and len(values) > 1:
            among: list[Token] = ["max", "(", values[0]]
            for value in values[1:]:
                among += [",", value]
            values = (max(values),)
            yield Step("why.worst_fault", values[0], (*among, ")"))
        if self.cap is not None and total(values) > self.cap:
            if len(values) > 1:
                yield Step("why.faults_sum", total(values), added(values))
            yield capped("why.faults_cap", total(values), self.cap)

    def problems(self, points: Decimal) -> Iterator[Problem]:
        """No fault at all, points that cannot be meant, a kind twice."""
        if not self.faults:
            yield Problem("faults", "rule.nothing_named")
        if self.cap is not None and self.cap < ZERO:
            yield Problem("cap", "rule.negative")
        for place, fault in enumerate(self.faults):
            yield from fault.problems(f"faults.{place}")
        whole = (fault for fault in self.faults if fault.deaths_from is None and fault.deaths_to is None)
        yield from ledger.twice(whole, "faults")


def _less(values: tuple[Decimal, ...]) -> Formula:
    tokens: list[Token] = []
    for value in values:
        tokens += ["-", value]
    return tuple(tokens)
