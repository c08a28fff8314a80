"""What every scoring method is: a small frozen class whose fields are its declared parameters.

A rule is named in a scheme by its `method`, a standard English name. Its parameters are the fields of its
class; a file's loader reads their types, so nothing but the class, its test and its words in the catalogue is
touched by a new method. A rule looks at one `Case` and gives an `Outcome`; it never raises for what a person
may enter.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias

from assessments.derivation import Step

if TYPE_CHECKING:
    from assessments.sheet import Entry, Event

InputKind: TypeAlias = Literal["number", "count", "yes_no", "day", "score", "events", "ratings", "none"]


@dataclass(frozen=True, slots=True)
class Input:
    """One thing a rule asks for. `name` is "value", "done", "day", "score", or a name in `Entry.figures`.

    `label` is the catalogue's key of what it is called; empty: the name is the scheme's own word.
    """

    name: str
    kind: InputKind
    label: str = ""
    required: bool = True


@dataclass(frozen=True, slots=True)
class Rating:
    """One assessor's mark. `body` and `weight` are the assessor's own, from the scheme."""

    by: str
    score: Decimal
    body: str = ""
    weight: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Peer:
    """Another unit of the class in the same indicator, for methods that compare."""

    unit: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class Case:
    """What a rule looks at: one indicator of one unit in one period.

    `points` is the full mark in which the rule speaks. `events` are this unit's events that are given to the
    indicator or of a kind the rule names, those outside the window and double matters already left out.
    `peers` are all units of the class with an entry, this one included, only where `needs_peers`.
    `levels` are the scheme's levels, highest first. `window` is the first and last day of events.
    """

    unit: str
    points: Decimal
    year: int
    entry: Entry | None = None
    events: tuple[Event, ...] = ()
    ratings: tuple[Rating, ...] = ()
    peers: tuple[Peer, ...] = ()
    levels: tuple[str, ...] = ()
    window: tuple[date, date] | None = None
    minimum_raters: int = 1

    def figure(self, name: str) -> Decimal | None:
        """A figure by name; "value" is the entry's own. None where it was not observed."""
        if self.entry is None:
            return None
        return self.entry.value if name == "value" else self.entry.figures.get(name)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a rule gives. `value` None: it cannot be told yet, and `missing` names the inputs that lack.

    The last step has the value. Limits, folding and rounding are not the rule's: they come after it.
    `doubts` are catalogue keys of what a person should look at (with the arguments of its words).
    """

    value: Decimal | None
    steps: tuple[Step, ...] = ()
    missing: tuple[str, ...] = ()
    doubts: tuple[tuple[str, Mapping[str, str | int | Decimal]], ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """A parameter that cannot be meant. `parameter` is its name ("bands.2.gives"); "" is the whole rule."""

    parameter: str
    code: str
    arguments: Mapping[str, str | int] = field(default_factory=dict)


class Rule(ABC):
    """A scoring method with its parameters. Subclasses are frozen dataclasses with slots.

    `needs_peers`: its score depends on the other units of the class. `kinds()`: the kinds of events it counts
    wherever they are entered.
    """

    __slots__ = ()

    method: ClassVar[str]
    needs_peers: ClassVar[bool] = False

    @abstractmethod
    def score(self, case: Case) -> Outcome:
        """The score of one unit, with its steps."""

    @abstractmethod
    def inputs(self) -> tuple[Input, ...]:
        """What must be observed, in the order in which it is asked for."""

    def kinds(self) -> tuple[str, ...]:
        """The kinds of events that it counts."""
        return ()

    def problems(self, points: Decimal) -> Iterator[Problem]:
        """Parameters that contradict each other or the full mark. `points` is the full mark."""
        return iter(())


def lacking(*names: str) -> Outcome:
    """The outcome where something was not observed."""
    return Outcome(None, missing=names)


def reckoned(rule: Rule, case: Case) -> Outcome:
    """What the rule gives. Where its parameters make it divide by nothing, which the check of the scheme
    tells before, the score lacks a rule that can be reckoned, with a doubt."""
    try:
        outcome = rule.score(case)
    except ArithmeticError:
        return Outcome(None, missing=("rule",), doubts=(("doubt.rule_impossible", {}),))
    if outcome.value is None and not outcome.missing:
        return replace(outcome, missing=("rule",))
    return outcome
