"""A kind of fault (扣分项): its points, what a repeat costs, quotas, and accidents by their dead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, TypeAlias

from assessments.derivation import Formula, Step, added, worth
from assessments.numbers import ONE, ZERO, total, whole
from assessments.rules import ledger
from assessments.rules.base import Case, Problem
from assessments.rules.doubts import doubt

if TYPE_CHECKING:
    from assessments.sheet import Event

Further: TypeAlias = Literal["same", "double", "doubling"]
_MOST_DOUBLINGS = 30


@dataclass(frozen=True, slots=True)
class Fault(ledger.Counted):
    """One kind of fault with its own points and its own cap.

    `repeated` multiplies the points of an event that is marked as a repeat (2: 重复发生加倍扣分).
    `further`, where it happens more than once: each time the same; each further one twice the first; or each
    twice the one before. `all_from` takes off all points from so many times on ("found twice: 0").
    `beyond_quota` is what each costs beyond a quota: `inside_quota` for all, or the figure `quota_figure`.
    `if_responsible` leaves out events in which the unit was found not responsible (经查无责任的除外).
    `each_for` counts the dead of an event instead of the event; `loss_per_death` yuan of loss, a part counted
    as whole, stand for one. `deaths_from` to `deaths_to` takes only events with so many dead.
    A `major` fault (重大扣分项) stands outside the cap that the others have together.
    """

    repeated: Decimal = ONE
    further: Further = "same"
    all_from: int | None = None
    beyond_quota: Decimal | None = None
    inside_quota: int = 0
    quota_figure: str = ""
    each_for: Literal["event", "death"] = "event"
    loss_per_death: Decimal | None = None
    deaths_from: int | None = None
    deaths_to: int | None = None
    if_responsible: bool = False
    major: bool = False

    def figures(self, alone: bool) -> tuple[tuple[str, str, Decimal], ...]:
        """As of every kind; none where the dead of events are asked for."""
        by_dead = self.each_for == "death" or self.deaths_from is not None or self.deaths_to is not None
        return () if by_dead else ledger.Counted.figures(self, alone)

    def dead(self, event: Event) -> int:
        """The dead of an event, with what its loss stands for."""
        if self.loss_per_death is None or event.loss is None:
            return event.deaths
        return event.deaths + int(whole(event.loss / self.loss_per_death, up=True))

    def takes(self, event: Event) -> bool:
        """True where the event has as many dead as this fault asks for, and does not go by the unit."""
        if self.if_responsible and event.responsible is False:
            return False
        dead = self.dead(event)
        enough = self.deaths_from is None or dead >= self.deaths_from
        return enough and (self.deaths_to is None or dead <= self.deaths_to)

    def weigh(self, event: Event) -> ledger.Weight:
        """A repeat counts by its factor, an accident by its dead where that is asked for."""
        times = self.dead(event) if self.each_for == "death" else 1
        return times * event.count, self.repeated if event.repeated else ONE, 1

    def checked(self, tally: ledger.Tally, case: Case) -> ledger.Tally:
        """The tally, with what else must be known before it can be reckoned."""
        times = total(line.count for line in tally.lines)
        if self.quota_figure and times and case.figure(self.quota_figure) is None:
            tally += ledger.Tally(missing=(self.quota_figure,))
        if self.further == "doubling" and times > _MOST_DOUBLINGS:
            told = doubt("doubt.no_count", name=self.kind, count=times)
            tally += ledger.Tally(missing=(self.kind or "value",), doubts=(told,))
        return tally

    def steps(self, lines: tuple[ledger.Line, ...], case: Case) -> tuple[Step, ...]:
        """How the deduction of at least one line comes about; the last step has it."""
        times = total(line.count for line in lines)
        arguments: dict[str, str | int | Decimal] = {"kind": self.kind, "count": times}
        if self.all_from is not None and times >= self.all_from:
            return (Step("why.all_points", case.points, (case.points,), arguments),)
        if self.each is None or (self.further == "same" and self.beyond_quota is None):
            return ledger.summed(self, lines)
        if self.beyond_quota is None:
            code, formula = "why.further", _further(self.each, int(times), self.further)
        else:
            allowed = case.figure(self.quota_figure) if self.quota_figure else None
            inside = min(times, Decimal(self.inside_quota) if allowed is None else max(ZERO, allowed))
            code = "why.beyond_quota"
            formula = (inside, "×", self.each, "+", times - inside, "×", self.beyond_quota)
        return ledger.limited(self, (Step(code, worth(formula), formula, arguments),))

    def problems(self, path: str) -> Iterator[Problem]:
        """What cannot be meant of one fault."""
        yield from ledger.problems_of(self, path)
        if self.repeated < ZERO:
            yield Problem(f"{path}.repeated", "rule.negative")
        if self.repeated != ONE and self.further != "same":
            yield Problem(f"{path}.further", "rule.doubled_twice")
        if self.repeated != ONE and self.beyond_quota is not None:
            yield Problem(f"{path}.repeated", "rule.not_used")
        if self.beyond_quota is None and (self.inside_quota or self.quota_figure):
            unused = "quota_figure" if self.quota_figure else "inside_quota"
            yield Problem(f"{path}.{unused}", "rule.not_used")
        if self.each is None and (self.further != "same" or self.beyond_quota is not None):
            yield Problem(f"{path}.each", "rule.needs_each")
        if self.all_from is not None and self.all_from < 1:
            yield Problem(f"{path}.all_from", "rule.not_positive")
        if self.loss_per_death is not None and self.loss_per_death <= ZERO:
            yield Problem(f"{path}.loss_per_death", "rule.not_positive")
        if self.deaths_from is not None and self.deaths_to is not None and self.deaths_from > self.deaths_to:
            yield Problem(f"{path}.deaths_from", "rule.range_turned")


def _further(each: Decimal, times: int, further: Further) -> Formula:
    """First `each`; every further one twice that, or twice the one before."""
    if further == "double":
        return (each, "+", Decimal(times - 1), "×", Decimal(2), "×", each)
    return added(tuple(each * 2**turn for turn in range(times)))
