"""What an item wants to be told, and how: in one line, in a form, in its list of events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

from assessments.numbers import ZERO
from assessments.process.cells import limits
from assessments.rules import Rule
from assessments.rules.base import Input, InputKind
from assessments.rules.given import Given
from assessments.scoring.closing import bounds
from assessments.sheet import Entry, SheetKind
from assessments.tree import Node
from planner.text import say
from planner.tui.figures import counted_in, figure_names
from planner.tui.screens.scoring.typed import Typed

Way: TypeAlias = Literal["line", "form", "events", "ratings"]
"""How an item is entered; "ratings" is left to the assessors."""
MOST_IN_LINE = 3
"""Values of one item that are asked one after the other in a line; more of them stand in a form."""


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to type. `words` are what it is called; `or_no` says that a no may be typed for a day."""

    name: str
    kind: InputKind
    words: str
    required: bool = True
    or_no: bool = False


def questions(node: Node, kind: SheetKind) -> tuple[Question, ...]:
    """Everything that can be typed of an item in a sheet of this kind, in the rule's order; of levels the
    one that is worth most first."""
    rule = node.indicator.rule
    inputs = rule.inputs() if rule is not None else (Input("score", "score", "input.score"),)
    if kind == "rating":
        rated = any(each.kind == "ratings" for each in inputs)
        return (Question("score", "score", say("input.score")),) if rated else ()
    names = {**figure_names(rule), "score": say("input.score")}
    asked = tuple(
        Question(each.name, each.kind, names.get(each.name, each.name), each.required)
        for each in inputs
        if each.kind not in ("events", "ratings", "none")
    )
    return highest_first(asked, rule)


def highest_first(asked: tuple[Question, ...], rule: Rule | None) -> tuple[Question, ...]:
    """The questions with the counts of the levels of a kind in the order of what they are worth."""
    heads, ordered = counted_in(rule), list(asked)
    for head in heads:
        figures = head.figures(len(heads) == 1)
        worth = {name: each for name, level, each in figures if level}
        places = [at for at, each in enumerate(asked) if each.name in worth]
        best = sorted((asked[at] for at in places), key=lambda each: worth[each.name], reverse=True)
        for at, question in zip(places, best, strict=True):
            ordered[at] = question
    return tuple(ordered)


def way_of(node: Node, kind: SheetKind) -> Way:
    """How an item is entered in a sheet of this kind."""
    asked = line_questions(node, kind)
    if asked:
        return "line" if len(asked) <= MOST_IN_LINE else "form"
    return "events" if kind != "rating" and counts_events(node) else "ratings"


def line_questions(node: Node, kind: SheetKind) -> tuple[Question, ...]:
    """What is asked while typing down the column: all that is required, else whatever can be typed.

    The meeting decides on scores: a number typed in its name is never taken for a figure of the rule.
    """
    if kind == "meeting":
        return (Question("score", "score", say("input.score")),)
    asked = questions(node, kind)
    needed = tuple(each for each in asked if each.required) or asked
    undone = any(each.name == "done" for each in asked)
    return tuple(replace(each, or_no=undone and each.kind == "day") for each in needed)


def counts_events(node: Node) -> bool:
    """True where the item's rule counts a ledger of events."""
    rule = node.indicator.rule
    return rule is not None and any(each.kind == "events" for each in rule.inputs())


def held(entry: Entry | None, name: str) -> Typed | None:
    """What an entry says under a name."""
    if entry is None:
        return None
    if name == "value":
        return entry.value
    if name == "done":
        return entry.done
    if name == "day":
        return entry.day
    return entry.score if name == "score" else entry.figures.get(name)


def answered(entry: Entry | None, answers: Mapping[str, Typed | None], *, by_hand: bool = False) -> Entry:
    """The entry with these answers; None takes one out. A score by hand gives way unless it is among them."""
    entry = replace(entry or Entry(), not_applicable=False)
    if "score" not in answers and not by_hand:
        entry = replace(entry, score=None)
    figures = dict(entry.figures)
    for name, answer in answers.items():
        if name in ("value", "score"):
            number = answer if isinstance(answer, Decimal) else None
            entry = replace(entry, value=number) if name == "value" else replace(entry, score=number)
        elif name == "done":
            entry = replace(entry, done=answer if isinstance(answer, bool) else None)
        elif name == "day":
            entry = replace(entry, day=answer if isinstance(answer, date) else None)
        else:
            figures.pop(name, None)
            if isinstance(answer, Decimal):
                figures[name] = answer
    return replace(entry, figures=figures)


def typed_out_of(node: Node, kind: SheetKind) -> Decimal | None:
    """The full mark in which a score is typed; an assessor's may be another than the item's (百分制打分).

    None where there is none: an item without points, and an assessor who gives places.
    """
    return limits(node, kind)[1] if kind == "rating" else node.scale


def as_score(node: Node, number: Decimal, kind: SheetKind = "verified") -> Decimal:
    """A score as typed; where none can be below 0, a negative number says what is taken off full marks."""
    full = typed_out_of(node, kind)
    floor, _ = bounds(node, node.scale)
    if number < ZERO and full is not None and floor is not None and floor >= ZERO:
        return full + number
    return number


def needs_reason(node: Node, kind: SheetKind, entry: Entry) -> bool:
    """True where a written reason belongs to the entry: points taken off by hand, or a decision."""
    if kind == "meeting":
        return True
    rule = node.indicator.rule
    if kind != "verified" or entry.score is None or (isinstance(rule, Given) and not rule.reason_needed):
        return False
    return node.kind == "normal" and node.scale is not None and entry.score < node.scale
