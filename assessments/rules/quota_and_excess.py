"""A basic quota and what goes beyond it (基本任务＋超额加分): reports by level, information by period."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal

from assessments.derivation import Formula, Step, added
from assessments.numbers import ZERO, total
from assessments.rules.base import Case, Input, Outcome, Problem, Rule
from assessments.rules.doubts import doubt
from assessments.rules.ledger import MOST_TIMES


@dataclass(frozen=True, slots=True)
class Quota:
    """So many of one sort: `name` is a level or a period, and the figure that counts it.

    Each beyond `needed` brings `beyond_each`. With `each` the sort has its own base, so much for each needed
    one that was delivered; without it, it has part in the base of the whole.
    """

    name: str
    needed: int = 0
    beyond_each: Decimal = ZERO
    each: Decimal | None = None


@dataclass(frozen=True, slots=True)
class QuotaAndExcess(Rule):
    """The base for the quota, and points for each one more.

    `base` None: the indicator's points; it is given where every sort without its own base is complete.
    `short`: where one is missing, its base is lost, or given by the share that was delivered.
    `excess_when_short`: what is beyond one sort's quota counts though another sort is short.
    Counts are figures by the quota's name, and events of `kind` with that level.
    """

    method: ClassVar[str] = "quota_and_excess"
    quotas: tuple[Quota, ...] = ()
    base: Decimal | None = None
    short: Literal["lost", "share"] = "lost"
    excess_when_short: bool = False
    kind: str = ""

    def kinds(self) -> tuple[str, ...]:
        """The kind of events that it counts."""
        return (self.kind,) if self.kind else ()

    def inputs(self) -> tuple[Input, ...]:
        """A count for each quota, or events."""
        counts = tuple(Input(quota.name, "count", required=not self.kind) for quota in self.quotas)
        return (*counts, Input("events", "events", "input.events", required=False)) if self.kind else counts

    def score(self, case: Case) -> Outcome:
        """Base and excess."""
        got = {quota.name: self._got(quota, case) for quota in self.quotas}
        missing = tuple(name for name, count in got.items() if count is None)
        if missing:
            return Outcome(None, missing=missing)
        counts = {name: count for name, count in got.items() if count is not None}
        wrong = [name for name, count in counts.items() if count < ZERO or count > MOST_TIMES]
        if wrong:
            told = tuple(doubt("doubt.no_count", name=name, count=counts[name]) for name in wrong)
            return Outcome(None, missing=tuple(wrong), doubts=told)
        steps = [*self._common(counts, case.points), *self._own(counts), *self._excess(counts)]
        values = tuple(step.value for step in steps)
        return Outcome(total(values), (*steps, Step("why.quota_sum", total(values), added(values))))

    def _got(self, quota: Quota, case: Case) -> Decimal | None:
        events = [each for each in case.events if self.kind in (each.kind, "") and each.level == quota.name]
        count = case.figure(quota.name)
        if count is None and not self.kind:
            return None
        return (count or ZERO) + sum(event.count for event in events)

    def _common(self, counts: dict[str, Decimal], points: Decimal) -> Iterator[Step]:
        """The base that several sorts have together."""
        sharing = [quota for quota in self.quotas if quota.each is None]
        if not sharing:
            return
        base = points if self.base is None else self.base
        needed = total(Decimal(quota.needed) for quota in sharing)
        done = total(min(counts[quota.name], Decimal(quota.needed)) for quota in sharing)
        if done == needed:
            yield Step("why.quota_met", base, (base,))
        elif self.short == "lost":
            yield Step("why.quota_short", ZERO, (ZERO,), {"missing": needed - done})
        else:
            yield Step("why.quota_share", base * done / needed, (base, "×", done, "÷", needed))

    def _own(self, counts: dict[str, Decimal]) -> Iterator[Step]:
        """The base of each sort that has its own."""
        for quota in self.quotas:
            if quota.each is None:
                continue
            done = min(counts[quota.name], Decimal(quota.needed))
            arguments: dict[str, str | int | Decimal] = {"name": quota.name, "missing": quota.needed - done}
            if done < quota.needed and self.short == "lost":
                yield Step("why.own_quota_short", ZERO, (ZERO,), arguments)
            else:
                yield Step("why.own_quota", done * quota.each, (done, "×", quota.each), arguments)

    def _excess(self, counts: dict[str, Decimal]) -> Iterator[Step]:
        """What goes beyond each quota."""
        short = any(counts[quota.name] < quota.needed for quota in self.quotas if quota.each is None)
        for quota in self.quotas:
            over = counts[quota.name] - quota.needed
            if over <= ZERO or not quota.beyond_each:
                continue
            if short and quota.each is None and not self.excess_when_short:
                continue
            formula: Formula = (
                "(",
                counts[quota.name],
                "-",
                Decimal(quota.needed),
                ")",
                "×",
                quota.beyond_each,
            )
            yield Step("why.quota_excess", over * quota.beyond_each, formula, {"name": quota.name})

    def problems(self, points: Decimal) -> Iterator[Problem]:
        """No quota, numbers below nothing, a name twice."""
        if not self.quotas:
            yield Problem("quotas", "rule.nothing_named")
        if self.base is not None and self.base < ZERO:
            yield Problem("base", "rule.negative")
        seen: set[str] = set()
        for place, quota in enumerate(self.quotas):
            if quota.name in seen:
                yield Problem(f"quotas.{place}.name", "rule.named_twice", {"name": quota.name})
            seen.add(quota.name)
            if quota.needed < 0:
                yield Problem(f"quotas.{place}.needed", "rule.negative")
            if quota.beyond_each < ZERO:
                yield Problem(f"quotas.{place}.beyond_each", "rule.negative")
            if quota.each is not None and quota.each < ZERO:
                yield Problem(f"quotas.{place}.each", "rule.negative")
