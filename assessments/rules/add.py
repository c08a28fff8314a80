"""Additions by occurrence (按次加分): honours, reports, targets exceeded, each level with its own points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar, Literal

from assessments.derivation import Formula, Step, added, capped, worth
from assessments.numbers import ONE, ZERO, total
from assessments.rules import ledger
from assessments.rules.base import Case, Input, Outcome, Problem, Rule
from assessments.rules.doubts import Doubt, doubt

if TYPE_CHECKING:
    from assessments.sheet import Event


@dataclass(frozen=True, slots=True)
class Honour(ledger.Counted):
    """One kind of thing that brings points (加分项).

    With `above` or `above_target` what counts is how far the figure lies above that number, or above the
    unit's own target, in steps of `step`: whole ones, or parts of them too (`whole_steps` false).
    """

    above: Decimal | None = None
    above_target: bool = False
    step: Decimal = ONE
    whole_steps: bool = True

    @property
    def exceeds(self) -> bool:
        """True where only what lies above a target counts."""
        return self.above is not None or self.above_target


@dataclass(frozen=True, slots=True)
class Add(Rule):
    """So many points for each thing done, from nothing on.

    `which`: every event; of one matter (同一事项) only the highest; or of each kind only the best one
    (就高不重复). `shared`, for an honour that several units share: each has the full points, they are divided
    by the number of units, or only the first-named has them and the others `others_share` of them. Of several
    commendations in one document the highest counts in full, the rest `same_document` of theirs.
    `document_needed`: what has no document brings nothing. `cap` is the most of all kinds together.
    `unrecorded`: where no count was entered, there was nothing, or the observation is missing.
    """

    method: ClassVar[str] = "add"
    honours: tuple[Honour, ...] = ()
    which: Literal["every", "matter", "best"] = "matter"
    shared: Literal["full", "divided", "first"] = "full"
    others_share: Decimal = ZERO
    same_document: Decimal = ONE
    document_needed: bool = False
    cap: Decimal | None = None
    unrecorded: Literal["missing", "none"] = "none"

    def kinds(self) -> tuple[str, ...]:
        """The kinds of its honours."""
        return tuple(dict.fromkeys(honour.kind for honour in self.honours if honour.kind))

    def inputs(self) -> tuple[Input, ...]:
        """A count by kind or level, each unit's target, and the ledger of events."""
        asked = []
        for honour in self.honours:
            for name, level, _ in honour.figures(self._alone):
                must = honour.exceeds or (self.unrecorded == "missing" and not level)
                kind: Literal["number", "count"] = "number" if honour.exceeds else "count"
                label = "" if name != "value" else "input.actual" if honour.exceeds else "input.count"
                asked.append(Input(name, kind, label, required=must))
            if honour.above_target:
                asked.append(Input("target", "number", "input.target"))
        return (*asked, Input("events", "events", "input.events", required=False))

    def score(self, case: Case) -> Outcome:
        """The sum of what every kind brings."""
        found = ledger.Tally(doubts=ledger.unknown(each for each in case.events if not self._knows(each)))
        found += ledger.Tally(doubts=self._without_document(case.events))
        steps: list[Step] = []
        values: list[Decimal] = []
        for honour in self.honours:
            own, tally = self._excess(honour, case) if honour.exceeds else self._counted(honour, case)
            found += tally
            if own:
                steps += own
                values.append(own[-1].value)
        if found.missing:
            return Outcome(None, missing=tuple(dict.fromkeys(found.missing)), doubts=found.doubts)
        code = "why.added" if values else "why.nothing_to_add"
        steps.append(Step(code, total(values), added(tuple(values))))
        if self.cap is not None and steps[-1].value > self.cap:
            steps.append(capped("why.added_cap", steps[-1].value, self.cap))
        return Outcome(steps[-1].value, tuple(steps), doubts=found.doubts)

    @property
    def _alone(self) -> bool:
        return len(self.honours) == 1

    def _knows(self, event: Event) -> bool:
        return any(honour.kind in ("", event.kind) for honour in self.honours)

    def _honour_of(self, event: Event) -> Honour | None:
        named = [honour for honour in self.honours if honour.kind == event.kind]
        rest = [honour for honour in self.honours if not honour.kind]
        return next(iter(named or rest), None)

    def _without_document(self, events: Iterable[Event]) -> tuple[Doubt, ...]:
        bare = [each for each in ledger.in_order(events) if not each.document and self._honour_of(each)]
        if not self.document_needed:
            return ()
        return tuple(doubt("doubt.no_document", event=ledger.name_of(event)) for event in bare)

    def _counted(self, honour: Honour, case: Case) -> tuple[tuple[Step, ...], ledger.Tally]:
        """The steps of a kind that is counted, and what it lacks."""
        events = tuple(
            event
            for event in case.events
            if self._honour_of(event) is honour and (event.document or not self.document_needed)
        )
        must = self.unrecorded == "missing" and not honour.levels and not events
        tally = ledger.figure_lines(honour, case, self._alone, must)
        priced: list[tuple[Event, ledger.Line]] = []
        for event in ledger.in_order(events):
            one = ledger.event_lines(honour, (event,), self._weigh)
            tally += ledger.Tally(missing=one.missing, doubts=one.doubts)
            priced += [(event, line) for line in one.lines]
        lines = (*tally.lines, *self._of_one_document(self._of_one_matter(priced)))
        if self.which == "best" and lines:
            best = max((replace(line, count=ONE) for line in lines), key=lambda line: line.value)
            lines = (best,)
        return ledger.summed(honour, lines), ledger.Tally(missing=tally.missing, doubts=tally.doubts)

    def _weigh(self, event: Event) -> ledger.Weight:
        """A shared honour counts in full, in part, or only for the unit that is named first."""
        times = 1 if self.which == "best" else event.count
        if self.shared == "divided":
            return times, ONE, max(1, event.share)
        first = self.shared == "full" or event.place <= 1
        return times, ONE if first else self.others_share, 1

    def _of_one_matter(self, priced: list[tuple[Event, ledger.Line]]) -> list[tuple[Event, ledger.Line]]:
        """Of each matter only what brings most; the earliest where two bring as much."""
        if self.which == "every":
            return priced
        highest: dict[str, ledger.Line] = {}
        for event, line in priced:
            if event.matter not in highest or line.value > highest[event.matter].value:
                highest[event.matter] = line
        return [(event, line) for event, line in priced if not event.matter or highest[event.matter] is line]

    def _of_one_document(self, priced: list[tuple[Event, ledger.Line]]) -> tuple[ledger.Line, ...]:
        """Of each document the highest in full, the others the part that the rule gives them."""
        if self.same_document == ONE:
            return tuple(line for _, line in priced)
        highest: dict[str, ledger.Line] = {}
        for event, line in priced:
            if event.document not in highest or line.value > highest[event.document].value:
                highest[event.document] = line
        return tuple(
            line
            if not event.document or highest[event.document] is line
            else replace(line, factor=line.factor * self.same_document)
            for event, line in priced
        )

    def _excess(self, honour: Honour, case: Case) -> tuple[tuple[Step, ...], ledger.Tally]:
        """The steps of a figure that lies above a target, and what it lacks."""
        name, _, each = next(iter(honour.figures(self._alone)), ("value", "", ZERO))
        actual = case.figure(name)
        target = case.figure("target") if honour.above_target else honour.above
        if actual is None or target is None:
            lacks = [lack for lack, held in ((name, actual), ("target", target)) if held is None]
            return (), ledger.Tally(missing=tuple(lacks))
        if actual <= target:
            return (), ledger.Tally()
        over: Formula = ("(", actual, "-", target, ")")
        if honour.step != ONE:
            over = (*over, "÷", honour.step)
        if honour.whole_steps:
            over = ("floor", "(", *over, ")")
        formula = (*over, "×", each)
        code = "why.excess_steps" if honour.whole_steps else "why.excess"
        arguments: dict[str, str | int | Decimal] = {"kind": honour.kind, "step": honour.step}
        return ledger.limited(honour, (Step(code, worth(formula), formula, arguments),)), ledger.Tally()

    def problems(self, points: Decimal) -> Iterator[Problem]:
        """No honour at all, points that cannot be meant, a kind twice."""
        if not self.honours:
            yield Problem("honours", "rule.nothing_named")
        if self.cap is not None and self.cap < ZERO:
            yield Problem("cap", "rule.negative")
        for name, share in (("others_share", self.others_share), ("same_document", self.same_document)):
            if not ZERO <= share <= ONE:
                yield Problem(name, "rule.not_a_share")
        if self.others_share and self.shared != "first":
            yield Problem("others_share", "rule.not_used")
        for place, honour in enumerate(self.honours):
            yield from ledger.problems_of(honour, f"honours.{place}")
            if honour.step <= ZERO:
                yield Problem(f"honours.{place}.step", "rule.not_positive")
            if honour.step != ONE and not honour.exceeds:
                yield Problem(f"honours.{place}.step", "rule.not_used")
            if honour.exceeds and honour.each is None:
                yield Problem(f"honours.{place}.each", "rule.needs_each")
        yield from ledger.twice(self.honours, "honours")
