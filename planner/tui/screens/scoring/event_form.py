"""The form of one event: only what the rule or a veto may look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from decimal import Decimal

from assessments.numbers import ONE, ZERO
from assessments.rules.add import Add
from assessments.rules.base import Rule
from assessments.rules.faults import Fault
from assessments.rules.ledger import Counted
from assessments.scheme import Scheme
from assessments.sheet import Event
from planner.text import say
from planner.tui.figures import counted_in, level_words
from planner.tui.screens.scoring.forms import Line, LineForm, Wrong
from planner.tui.screens.scoring.typed import number_in, read, typed_day, written

_HONOUR = ("kind", "level", "day", "document", "text", "matter", "share", "place", "points", "count")
_ACCIDENT = ("severity", "deaths", "injured", "loss", "responsible", "concealed", "falsified")
_FAULT = ("kind", "level", "day", "text", "document", "count", "points", "repeated", *_ACCIDENT, "matter")
_COUNTS = ("count", "share", "place", "deaths", "injured")
_NUMBERS = ("points", "loss")
_TEXTS = ("kind", "document", "matter", "text")
_YES_NO = ("responsible", "repeated", "concealed", "falsified")
_SEVERITIES = ("", "ordinary", "larger", "major", "extraordinary")


@dataclass(frozen=True, slots=True)
class EventForm:
    """Asks for an event. `kinds` are the kinds that count, `rule` the item's rule (None: any)."""

    scheme: Scheme
    shown: Event
    kinds: tuple[str, ...]
    rule: Rule | None = None

    def dialog(self) -> LineForm:
        """The form to be shown; its result goes to `event`."""
        lines = [self._line(name) for name in self._names()]
        heading = say("scoring_place.event.heading")
        return LineForm(heading, lines, wrong=self._wrong, note=say("scoring_place.event.note"))

    def event(self, values: Mapping[str, str]) -> Event:
        """The event that the values make; they are known to be right."""
        changes = {name: self._value(name, words) for name, words in values.items()}
        known = {each.name for each in fields(Event)}
        return replace(self.shown, **{name: made for name, made in changes.items() if name in known})  # type: ignore[arg-type]

    def _names(self) -> tuple[str, ...]:
        if self.rule is None:
            return tuple(dict.fromkeys((*_FAULT, *_HONOUR)))
        counted = counted_in(self.rule)
        unwanted: set[str] = set()
        if not any(each.levels for each in counted):
            unwanted.add("level")
        if not any(_judged(each) for each in counted):
            unwanted.add("points")
        if not any(isinstance(each, Fault) and each.repeated != ONE for each in counted):
            unwanted.add("repeated")
        if not self._accidents():
            unwanted.update(_ACCIDENT)
        names = _HONOUR if isinstance(self.rule, Add) else _FAULT
        return tuple(name for name in names if name not in unwanted)

    def _accidents(self) -> bool:
        """True where the rule looks at the dead or the damage, or a veto counts one of the kinds."""
        watched = {kind for veto in self.scheme.vetoes if veto.event is not None for kind in veto.event.kinds}
        if isinstance(self.rule, Add):
            return False
        by_dead = any(
            isinstance(each, Fault)
            and (each.each_for == "death" or each.deaths_from or each.loss_per_death or each.if_responsible)
            for each in counted_in(self.rule)
        )
        return by_dead or not counted_in(self.rule) or not watched.isdisjoint(self.kinds)

    def _line(self, name: str) -> Line:
        words, value = say(f"scoring_place.event.{name}"), getattr(self.shown, name)
        if name == "kind" and self.kinds:
            own = dict.fromkeys((*self.kinds, value) if value else self.kinds)
            return Line(name, words, value, tuple((kind, kind) for kind in own))
        if name == "level":
            levels = tuple((each, level_words(each)) for each in self._levels())
            return Line(name, words, value, (("", say("scoring_place.none")), *levels))
        if name == "severity":
            return Line(name, words, value, tuple((each, _severity(each)) for each in _SEVERITIES))
        if name in _YES_NO:
            unknown = ("", say("scoring_place.not_found_yet"))
            known = (("yes", say("scoring_place.yes")), ("no", say("scoring_place.no")))
            answers = (unknown, *known) if name == "responsible" else known
            return Line(name, words, {True: "yes", False: "no"}.get(value, ""), answers)
        if value is None or (name in ("deaths", "injured") and not value):
            return Line(name, words)
        shown = written(Decimal(value)) if isinstance(value, int) else _text(value)
        return Line(name, words, shown, text=name in _TEXTS)

    def _levels(self) -> tuple[str, ...]:
        """The levels to choose from, the one that is worth most first; the event's own is among them."""
        worth: dict[str, Decimal] = {}
        for head in counted_in(self.rule):
            for level, each in head.levels.items():
                worth[level] = max(each, worth.get(level, each))
        levels = sorted(worth, key=worth.__getitem__, reverse=True) or self.scheme.settings.levels
        own = (self.shown.level,) if self.shown.level else ()
        return tuple(dict.fromkeys((*levels, *own)))

    def _needs_level(self, kind: str) -> bool:
        """True where what an event of a kind is worth follows from its level alone."""
        heads = [head for head in counted_in(self.rule) if head.kind == kind]
        return any(head.levels and head.each is None and not _judged(head) for head in heads)

    def _value(self, name: str, words: str) -> object:
        if name == "day":
            return typed_day(words, self.scheme) if words else None
        if name in _NUMBERS:
            return number_in(words) if words else None
        if name in _COUNTS:
            number = number_in(words) if words else None
            return int(number) if number is not None else 1 if name in ("count", "share", "place") else 0
        if name in _YES_NO:
            return None if not words else words == "yes"
        return words

    def _wrong(self, values: Mapping[str, str]) -> Wrong | None:
        for name, words in values.items():
            label = say(f"scoring_place.event.{name}")
            if name == "kind" and not words:
                return Wrong(say("scoring_place.event.no_kind"), name)
            if name == "level" and not words and self._needs_level(values.get("kind", "")):
                return Wrong(say("scoring_place.event.no_level"), name)
            if not words:
                continue
            if name == "day" and typed_day(words, self.scheme) is None:
                return Wrong(say("scoring_place.wrong.day", name=label, typed=words), name)
            if name in _COUNTS and read(words, "count", self.scheme) is None:
                return Wrong(say("scoring_place.wrong.count", name=label, typed=words), name)
            number = number_in(words) if name in _NUMBERS else ZERO
            if number is None or (name == "loss" and number < ZERO):
                return Wrong(say("scoring_place.wrong.number", name=label, typed=words), name)
        return None


def _judged(counted: Counted) -> bool:
    """True where the points of such an event are the assessor's judgement."""
    ranged = counted.least is not None or counted.most is not None
    return ranged or (counted.each is None and not counted.levels)


def _text(value: object) -> str:
    return value if isinstance(value, str) else written(value)  # type: ignore[arg-type]


def _severity(severity: str) -> str:
    return say(f"scoring_place.severity.{severity}") if severity else say("scoring_place.severity_by_deaths")
