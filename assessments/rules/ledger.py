"""Counting a ledger (加减分台账): how often each kind of thing was found, and what each time is worth.

Methods that deduct and methods that add count alike. A kind is counted from a figure of the entry and from
the events of that kind, together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from assessments.derivation import Formula, Step, added, capped
from assessments.numbers import ONE, ZERO, between, total
from assessments.rules.base import Case, Problem
from assessments.rules.doubts import Doubt, doubt

if TYPE_CHECKING:
    from assessments.sheet import Event

Weight: TypeAlias = tuple[int, Decimal, int]
"""How an event counts: so many times, times a factor, divided by a number."""

MOST_TIMES = Decimal(100_000)


@dataclass(frozen=True, slots=True)
class Counted:
    """One kind of thing that is counted, with its own points.

    `kind` is the scheme's word for it; "" takes what no other kind takes. Each time is worth `each`, or what
    `levels` says for its level, or the assessor's judgement (酌情) from `least` to `most`; with none of these
    whatever points the event carries. `cap` is the most that the kind can come to.
    Counts are figures of the entry by the kind's name ("value" for "" and for a rule's only kind); where the
    points depend on the level, by the level's name, with "kind_" before it where there are several kinds.
    """

    kind: str = ""
    each: Decimal | None = None
    levels: Mapping[str, Decimal] = field(default_factory=dict)
    least: Decimal | None = None
    most: Decimal | None = None
    cap: Decimal | None = None

    def figures(self, alone: bool) -> tuple[tuple[str, str, Decimal], ...]:
        """The figures that count it, with level and points each time; none where it takes a judgement."""
        if self.levels:
            prefix = "" if alone or not self.kind else f"{self.kind}_"
            return tuple((f"{prefix}{level}", level, each) for level, each in self.levels.items())
        return () if self.each is None else (("value" if alone else self.kind or "value", "", self.each),)


@dataclass(frozen=True, slots=True)
class Line:
    """So many times so many points each, times `factor`, divided by `divisor`.

    `event` is the one event that was judged by itself; alike ones stand together in one line.
    """

    count: Decimal
    each: Decimal
    level: str = ""
    factor: Decimal = ONE
    divisor: int = 1
    event: Event | None = None

    @property
    def value(self) -> Decimal:
        """What the line comes to."""
        return self.count * self.each * self.factor / self.divisor

    @property
    def formula(self) -> Formula:
        """The arithmetic of the line."""
        formula: Formula = (self.count, "×", self.each)
        if self.factor != ONE:
            formula = (*formula, "×", self.factor)
        return formula if self.divisor == 1 else (*formula, "÷", Decimal(self.divisor))


@dataclass(frozen=True, slots=True)
class Tally:
    """The lines of one kind, what they lack, and what a person should look at."""

    lines: tuple[Line, ...] = ()
    missing: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.lines + other.lines, self.missing + other.missing, self.doubts + other.doubts)


def name_of(event: Event) -> str:
    """What an event is called in words: its document, its text, or its id."""
    return event.document or event.text or event.id


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Events by day, then id; those without a day first."""
    return tuple(sorted(events, key=lambda event: (event.day.isoformat() if event.day else "", event.id)))


def figure_lines(head: Counted, case: Case, alone: bool, required: bool) -> Tally:
    """The kind's counts among the entry's figures. `required`: one that was not observed is missing."""
    tally = Tally()
    for name, level, each in head.figures(alone):
        count = case.figure(name)
        if count is None:
            tally += Tally(missing=(name,) if required else ())
        elif count < ZERO or count > MOST_TIMES or count != count.to_integral_value():
            tally += Tally(missing=(name,), doubts=(doubt("doubt.no_count", name=head.kind, count=count),))
        elif count:
            tally += Tally((Line(count, each, level),))
    return tally


def event_lines(head: Counted, events: Iterable[Event], weigh: Callable[[Event], Weight]) -> Tally:
    """The kind's events, each with its points; `weigh` says how each of them counts."""
    tally = Tally()
    for event in in_order(events):
        each, judged, doubts = _points(head, event)
        if each is None:
            tally += Tally(missing=(head.kind or "events",), doubts=doubts)
            continue
        times, factor, divisor = weigh(event)
        level = event.level if event.level in head.levels else ""
        line = Line(Decimal(times), each, level, factor, divisor, event if judged else None)
        tally += Tally((line,), doubts=doubts)
    return tally


def _points(head: Counted, event: Event) -> tuple[Decimal | None, bool, tuple[Doubt, ...]]:
    """An event's points each, whether they were judged, and doubts."""
    if head.least is not None or head.most is not None or (head.each is None and not head.levels):
        return _judged(head, event)
    doubts: tuple[Doubt, ...] = ()
    if event.points is not None:
        doubts = (doubt("doubt.points_not_asked", event=name_of(event), points=event.points),)
    if event.level in head.levels:
        return head.levels[event.level], False, doubts
    if head.levels:
        doubts += (doubt("doubt.level_unknown", event=name_of(event), level=event.level),)
    return head.each, False, doubts


def _judged(head: Counted, event: Event) -> tuple[Decimal | None, bool, tuple[Doubt, ...]]:
    """The assessor's own points, kept within the range; without a sign, however they were written."""
    if event.points is None:
        return None, True, (doubt("doubt.points_missing", event=name_of(event)),)
    given = abs(event.points)
    each = between(given, head.least, head.most)
    if each == given:
        return each, True, ()
    told = doubt("doubt.points_outside", event=name_of(event), points=given, counted=each)
    return each, True, (told,)


def summed(head: Counted, lines: Iterable[Line]) -> tuple[Step, ...]:
    """The steps of one kind, alike lines together; the last one has what the kind comes to."""
    steps = [_step(head, line) for line in together(lines)]
    if len(steps) > 1:
        values = tuple(step.value for step in steps)
        steps.append(Step("why.kind_sum", total(values), added(values), {"kind": head.kind}))
    return limited(head, tuple(steps))


def limited(head: Counted, steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """The kind's own cap, where it is reached."""
    if not steps or head.cap is None or steps[-1].value <= head.cap:
        return steps
    return (*steps, capped("why.kind_cap", steps[-1].value, head.cap, kind=head.kind))


def together(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Alike lines as one, the dearer first; those judged by themselves stay apart, in order."""
    counts: dict[tuple[Decimal, str, Decimal, int], Decimal] = {}
    judged = []
    for line in lines:
        if line.event is not None:
            judged.append(line)
        else:
            key = (-line.each, line.level, line.factor, line.divisor)
            counts[key] = counts.get(key, ZERO) + line.count
    alike = [Line(counts[key], -key[0], key[1], key[2], key[3]) for key in sorted(counts)]
    return (*alike, *judged)


def _step(head: Counted, line: Line) -> Step:
    arguments: dict[str, str | int | Decimal] = {"kind": head.kind, "level": line.level}
    code = "why.times_level" if line.level else "why.times_kind" if head.kind else "why.times"
    if line.event is not None:
        code = "why.judged"
        day = line.event.day.isoformat() if line.event.day else ""
        arguments = {"kind": head.kind, "event": name_of(line.event), "day": day}
    elif line.divisor != 1:
        code = "why.times_shared"
    elif line.factor != ONE:
        code = "why.times_factor"
    return Step(code, line.value, line.formula, arguments)


def unknown(events: Iterable[Event]) -> tuple[Doubt, ...]:
    """Doubts about events of a kind that the rule does not know: they are not counted."""
    return tuple(
        doubt("doubt.kind_unknown", event=name_of(event), kind=event.kind) for event in in_order(events)
    )


def problems_of(head: Counted, path: str) -> Iterator[Problem]:
    """Points below nothing, a range turned round, points said twice."""
    for name in ("each", "least", "most", "cap"):
        value: Decimal | None = getattr(head, name)
        if value is not None and value < ZERO:
            yield Problem(f"{path}.{name}", "rule.negative")
    for level, each in head.levels.items():
        if each < ZERO:
            yield Problem(f"{path}.levels.{level}", "rule.negative")
    if head.least is not None and head.most is not None and head.least > head.most:
        yield Problem(f"{path}.least", "rule.range_turned")
    if head.each is not None and (head.least is not None or head.most is not None):
        yield Problem(f"{path}.each", "rule.points_twice")
    if head.cap is not None and head.each is not None and head.each > head.cap:
        yield Problem(f"{path}.cap", "rule.cap_below_one")


def twice(heads: Iterable[Counted], path: str) -> Iterator[Problem]:
    """A kind that is named more than once."""
    seen: set[str] = set()
    for place, head in enumerate(heads):
        if head.kind in seen:
            yield Problem(f"{path}.{place}.kind", "rule.named_twice", {"name": head.kind})
        seen.add(head.kind)
