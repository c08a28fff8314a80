"""What the figures of an item are called: a rule's inputs, and the levels of honours and faults."""

from __future__ import annotations

from assessments.rules import Rule
from assessments.rules.add import Add
from assessments.rules.deduct import Deduct
from assessments.rules.ledger import Counted
from planner.text import pairs, say


def figure_names(rule: Rule | None) -> dict[str, str]:
    """What a rule's inputs are called; a name that is the scheme's own word is left out."""
    inputs = rule.inputs() if rule is not None else ()
    named = {each.name: say(each.label) for each in inputs if each.label}
    heads = counted_in(rule)
    for head in heads:
        for name, level, _ in head.figures(len(heads) == 1):
            if level:
                kind = () if name == level else (head.kind,)
                named[name] = " ".join((*kind, level_words(level)))
    return named


def counted_in(rule: Rule | None) -> tuple[Counted, ...]:
    """The kinds of things that a rule counts, with what each is worth."""
    if isinstance(rule, Add):
        return rule.honours
    return rule.faults if isinstance(rule, Deduct) else ()


def level_words(level: str) -> str:
    """What a level is called; the scheme's own word where it is none of the usual ones."""
    key = f"level.{level}"
    return say(key) if key in pairs() else level
