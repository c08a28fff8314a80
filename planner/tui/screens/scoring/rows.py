"""The rows of the two lists: units with what they have, and the items of one unit with what was entered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from assessments.numbers import ZERO, plain, rounded
from assessments.results import Score, UnitResult
from assessments.scheme import Scheme, Unit
from assessments.sheet import Entry, Event, SheetKind
from assessments.tree import Node
from planner.text import say
from planner.tui.screens.scoring.asking import Way, counts_events, held, questions
from planner.tui.screens.scoring.typed import Typed, written
from planner.tui.widgets.rowmodel import Look


class Wanting(Protocol):
    """A row that says what is lacking in it."""

    @property
    def wanting(self) -> int:
        """How much; 0 or False where nothing is."""


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item of a unit. `entry` is the word shown, `by` whose; `own` is what the present voice entered.

    `ours` says that the voice writes here, `wanting` that it still lacks something. `ratings` counts the
    assessors' marks that can be seen, `evidence` the pieces in anybody's sheet. `of` is the unit's own row
    where the table goes down the units of one item; None where it goes down the items of one unit.
    """

    unit: str
    number: str
    node: Node
    score: Score
    entry: Entry | None
    own: Entry | None
    by: str
    way: Way
    ours: bool
    wanting: bool
    ratings: int = 0
    evidence: int = 0
    of: UnitRow | None = None

    @property
    def indicator(self) -> str:
        """The item's id; with `unit` it says which cell this is."""
        return self.node.id

    @property
    def key(self) -> str:
        """What the row is in its table: the same item keeps the cursor from unit to unit, and the reverse."""
        return self.indicator if self.of is None else self.unit

    @property
    def title(self) -> str:
        """The item's name."""
        return self.node.indicator.title

    @property
    def named(self) -> str:
        """The item's name where the unit is known; else the unit's before it."""
        return self.title if self.of is None else f"{self.of.unit.name} > {self.title}"

    @property
    def heading(self) -> str:
        """The same with the item's number."""
        item = f"{self.number} {self.title}"
        return item if self.of is None else f"{self.of.unit.name}  {item}"


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit with its result; None where it is not scored here. `wanting` counts what the voice lacks.

    `open_marks` are the vetoes and cards that stand on events whose responsibility is not found yet.
    """

    unit: Unit
    result: UnitResult | None
    grade: str
    wanting: int
    open_marks: frozenset[str] = frozenset()

    @property
    def key(self) -> str:
        """The unit."""
        return self.unit.id


# Cells of the items


def title_cell(row: ItemRow) -> str:
    """Number and name, between them that there is evidence; or the unit's name, after it its vetoes too."""
    sign = (say("scoring_place.evidence_sign", count=row.evidence),) if row.evidence else ()
    if row.of is not None:
        return " ".join((row.of.unit.name, *sign, *mark_words(row.of)))
    return " ".join((row.number, *sign, row.title))


def points_cell(row: ItemRow) -> str:
    """The full mark; with its sign where it comes on top or is taken off, a word where it multiplies."""
    kind, points = row.node.kind, row.node.points
    if kind == "multiplier":
        return say("scoring_place.factor")
    if points is None:
        return ""
    sign = {"bonus": "+", "penalty": "-"}.get(kind, "")
    return sign + figure(abs(points) if kind == "penalty" else points)


def excused_cell(row: ItemRow) -> str:
    """The points that do not concern the unit."""
    return figure(row.score.excused) if row.score.excused else ""


def observed_cell(row: ItemRow) -> str:
    """What was observed, in a few cells."""
    entry, parts, counted = row.entry, [], False
    if entry is not None and entry.not_applicable:
        return say("scoring_place.not_applicable")
    if entry is not None:
        names = [each.name for each in questions(row.node, "verified")]
        quotas = quotas_of(row.node)
        values = ((name, held(entry, name)) for name in names)
        figures = [
            say("scoring_place.quota_of", quota=short(value)) if name in quotas else short(value)
            for name, value in values
            if value is not None
        ]
        counted = any(held(entry, name) is not None for name in names if name not in quotas)
        if entry.score is not None and "score" not in names:
            mark = row.way == "line" and bool(questions(row.node, "rating"))
            given = figure(entry.score)
            figures = [given if mark else say("scoring_place.by_hand", score=given)]
        parts += [" / ".join(figures)] if figures else []
        if not figures and entry.done and counts_events(row.node) and not row.score.events:
            parts.append(say("scoring_place.nothing_happened"))
    if row.score.events:
        key = "scoring_place.events_more" if counted else "scoring_place.events_count"
        parts.append(say(key, count=len(row.score.events)))
    if row.ratings and not parts:
        parts.append(say("scoring_place.ratings_count", count=row.ratings))
    return " ".join(parts)


def quotas_of(node: Node) -> frozenset[str]:
    """The figures of an item that say what is allowed, not what was found."""
    inputs = node.indicator.rule.inputs() if node.indicator.rule is not None else ()
    return frozenset(each.name for each in inputs if each.label == "input.quota")


def short(value: Typed) -> str:
    """A value as it stands in a narrow column; of a day month and day."""
    if isinstance(value, date):
        return f"{value.month}-{value.day}"
    return figure(value) if isinstance(value, Decimal) else written(value)


def figure(value: Decimal) -> str:
    """A number of a column, to two places; all its digits stand in the derivation.

    The sign for digits left out is as wide as two in many Chinese terminals: it has no place in a column.
    """
    return plain(rounded(value, 2))


def lost(score: Score, node: Node) -> Decimal:
    """The points lost in an item; nothing while it is not scored."""
    if score.state != "scored":
        return ZERO
    if node.kind == "penalty":
        return max(ZERO, -score.value)
    return score.deducted if node.kind == "normal" else ZERO


def deducted_cell(row: ItemRow) -> str:
    """What was lost."""
    points = lost(row.score, row.node)
    return figure(points) if points else ""


def score_cell(row: ItemRow) -> str:
    """The score; nothing where there is none yet."""
    if row.score.state == "missing" and row.score.missing != ("confirmed",):
        return ""
    if row.score.state == "not_applicable" and not row.score.value:
        return ""
    return figure(row.score.value)


def claim_cell(claim: Decimal | None) -> str:
    """What the unit's own word comes to."""
    return "" if claim is None else figure(claim)


def state_cell(row: ItemRow) -> str:
    """What is still to do, in a word."""
    if row.score.state == "not_applicable":
        return say("scoring_place.not_applicable")
    if row.wanting:
        if row.score.missing == ("confirmed",) and row.own is None:
            return say("scoring_place.to_confirm")
        begun = row.own is not None and not row.own.is_empty()
        return say("scoring_place.incomplete" if begun else "scoring_place.empty_sign")
    if row.score.state == "missing" and row.way == "ratings":
        return say("scoring_place.to_rate")
    if row.score.doubts:
        return say("scoring_place.look_at")
    said = row.own is not None and not row.own.is_empty()
    return say("scoring_place.empty_sign") if row.score.state == "missing" and not said else ""


def item_look(row: ItemRow) -> Look:
    """Colour beside the word."""
    if row.wanting or row.score.doubts:
        return "warning"
    return "muted" if row.score.state == "not_applicable" or not row.ours else ""


# Cells of the units


def total_cell(row: UnitRow) -> str:
    """The total as it stands."""
    return figure(row.result.total) if row.result is not None else ""


def rank_cell(row: UnitRow) -> str:
    """The place."""
    return str(row.result.rank) if row.result is not None and row.result.rank is not None else ""


def sign_cell(row: UnitRow) -> str:
    """A veto in a word, and how much is missing."""
    words = list(mark_words(row))
    if row.wanting:
        words.append(say("scoring_place.missing", count=row.wanting))
    return " ".join(words)


def mark_words(row: UnitRow, key: str = "scoring_place.mark_open") -> tuple[str, ...]:
    """Vetoes, bars and cards in short words, each once; `key` is for those that are not certain yet."""
    certain: dict[str, None] = {}
    uncertain: dict[str, None] = {}
    for mark in row.result.marks if row.result is not None else ():
        which = uncertain if mark.veto in row.open_marks else certain
        which[say(f"scoring_place.mark.{mark.effect}")] = None
    uncertain = {words: None for words in uncertain if words not in certain}
    put = (say(key, mark=say("report.list").join(uncertain)),) if uncertain else ()
    return (*certain, *put)


def open_marks(scheme: Scheme, result: UnitResult, events: Mapping[str, Event]) -> frozenset[str]:
    """The vetoes among the marks that would fall where the unit is found not to be responsible."""
    asking = {each.id for each in scheme.vetoes if each.event is not None and each.event.no_responsibility}
    return frozenset(
        mark.veto
        for mark in result.marks
        if mark.veto in asking and any(id in events and events[id].responsible is None for id in mark.events)
    )


def unit_look(row: UnitRow) -> Look:
    """Colour beside the word."""
    if row.result is not None and any(mark.effect in ("zero", "fail") for mark in row.result.marks):
        return "error"
    return "muted" if row.result is None else "warning" if row.wanting else ""


# Finding what belongs to a row


def scores_in(result: UnitResult | None, period: str) -> dict[str, Score]:
    """The scores of a unit by indicator, in one round or, for "", in the year."""
    if result is None:
        return {}
    main = result.main
    if period:
        found = next((each for each in result.rounds() if each.period == period), None)
        if found is None or found.main is None:
            return {}
        main = found.main
    return {score.indicator: score for score in main.all()}


def unscored(node: Node) -> Score:
    """What stands for an item of which nothing is known, such as in a round that was not held."""
    return Score(node.id, node.points or ZERO, ZERO, "missing")


def wants(score: Score, own: Entry | None, way: Way, kind: SheetKind) -> bool:
    """True where an item that the voice writes still lacks something."""
    if way == "ratings":
        return False
    if kind in ("self", "rating"):
        return own is None or own.is_empty()
    return score.state == "missing"


def done_note(rows: Iterable[Wanting]) -> str:
    """How many of these lack nothing, for the heading over them."""
    lacks = [bool(row.wanting) for row in rows]
    return say("scoring_place.done_of", done=lacks.count(False), count=len(lacks))


def grades_of(scheme: Scheme) -> Mapping[tuple[str, str], str]:
    """The titles of grades by class and id."""
    return {(each.id, grade.id): grade.title for each in scheme.classes for grade in each.grades}
