"""A unit's tree as the lines of a paper: numbered items, what was lost in each, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from assessments.derivation import Step
from assessments.numbers import ZERO
from assessments.reports.dossier import Dossier
from assessments.reports.table import Argument, Arithmetic, Cell, Text, Words
from assessments.results import Score
from assessments.scheme import Indicator, Kind, Settings
from assessments.sheet import Event

_LISTS = frozenset({"marks", "dropped", "parts"})
"""Arguments of steps that hold several names or numbers with 、 between."""


@dataclass(frozen=True, slots=True)
class Item:
    """One indicator of one unit in its place: `number` is drawn from the place (2.1.3).

    `kind` is its own, or its parent's where it has none of its own.
    """

    number: str
    indicator: Indicator
    kind: Kind
    score: Score

    @property
    def is_leaf(self) -> bool:
        """True where points are given, not summed."""
        return not self.score.children

    @property
    def counts(self) -> bool:
        """True where the item is part of the full marks, neither bonus nor penalty nor only shown."""
        return self.kind == "normal"

    @property
    def lost(self) -> Decimal:
        """What the unit lost here: the deduction, or a penalty's points; nothing while it is not scored."""
        if self.score.state != "scored":
            return ZERO
        if self.kind == "penalty":
            return max(ZERO, -self.score.value)
        return self.score.deducted if self.counts else ZERO


def items(dossier: Dossier, main: Score) -> tuple[Item, ...]:
    """Every indicator below the whole, each parent before its children."""
    return tuple(_walk(dossier, main, "", "normal"))


def leaves(dossier: Dossier, main: Score) -> tuple[Item, ...]:
    """The indicators in which points are given."""
    return tuple(item for item in items(dossier, main) if item.is_leaf)


def _walk(dossier: Dossier, score: Score, above: str, kind: Kind) -> Iterator[Item]:
    for place, child in enumerate(score.children, 1):
        number = f"{above}{place}"
        indicator = dossier.indicator(child.indicator)
        own = kind if indicator.kind == "normal" else indicator.kind
        yield Item(number, indicator, own, child)
        yield from _walk(dossier, child, f"{number}.", own)


def value_cell(score: Score) -> Cell:
    """The score, or in words that there is none."""
    if score.state == "missing":
        return Words("report.not_scored")
    # An item that does not concern the unit may still give points: the mean of the class, or all of them.
    return (
        Words("report.not_applicable") if score.state == "not_applicable" and not score.value else score.value
    )


def scored_by(dossier: Dossier, item: Item) -> tuple[Text, ...]:
    """Who scored an item; who is to score it where nobody has."""
    held = tuple(dict.fromkeys(_body(dossier, given.by) for given in dossier.counting(item.score)))
    return held or item.indicator.scorers


def reasons(dossier: Dossier, item: Item) -> tuple[Text, ...]:
    """Why points were lost: the scorers' words, the events, or else the arithmetic itself."""
    said: list[Text] = []
    if item.score.state == "not_applicable" and item.score.value:
        said += [step_words(step) for step in item.score.steps]
    counting = dossier.counting(item.score)
    several = len(counting) > 1
    for given in counting:
        if given.entry.reason and several:
            by = _body(dossier, given.by)
            said.append(Words("report.reason.by", {"by": by, "reason": given.entry.reason}))
        elif given.entry.reason:
            said.append(given.entry.reason)
    said += [event_words(event) for event in item.score.events]
    if not said and item.lost:
        said += [step_words(step) for step in item.score.steps if step.formula]
    return tuple(said)


def event_words(event: Event) -> Words:
    """An event in one line: what it was, when, which paper says so, how often."""
    words = Words("report.event", {"text": event.text or event.kind})
    if event.day is not None:
        words = Words("report.event.day", {"day": event.day, "event": words})
    if event.document:
        words = Words("report.event.document", {"event": words, "document": event.document})
    if event.deaths:
        words = Words("report.event.deaths", {"event": words, "deaths": event.deaths})
    if event.count > 1:
        words = Words("report.event.count", {"event": words, "count": event.count})
    return words


def step_words(step: Step) -> Words:
    """A step of a derivation in one line, with its arithmetic where it has one."""
    said = said_by(step)
    if len(step.formula) < 2:
        return Words("report.step.given", {"words": said, "value": step.value})
    return Words("report.step", {"words": said, "formula": Arithmetic(step.formula), "value": step.value})


def said_by(step: Step) -> Words:
    """The words of a step; a level of honours (province) by its own word, a list as a list."""
    told: dict[str, Argument] = dict(step.arguments)
    for name in _LISTS & told.keys():
        told[name] = tuple(str(told[name]).split("、"))
    if told.get("level") in Settings().levels:
        told["level"] = Words(f"level.{told['level']}")
    return Words(step.code, told)


def evidence(dossier: Dossier, unit: str, item: Item) -> tuple[Text, ...]:
    """The evidence that was handed in, by the scorers' and the unit's own sheets; else what is asked for."""
    held = [piece for given in item.score.given for piece in given.entry.evidence]
    held += [piece for entry in dossier.own_entries(unit, item.indicator.id) for piece in entry.evidence]
    names = tuple(dict.fromkeys(piece.name for piece in held))
    if names or not item.indicator.evidence or item.score.state == "not_applicable":
        return names
    return (Words("report.evidence.asked", {"evidence": item.indicator.evidence}),)


def _body(dossier: Dossier, by: str) -> str:
    """A scoring body's name; an assessor stands in a sheet by its id."""
    return next((assessor.name for assessor in dossier.scheme.assessors if assessor.id == by), by)
