"""One leaf of one unit: what its rule, a hand-given score and late evidence make of what was observed."""

from __future__ import annotations

from dataclasses import dataclass

from assessments.derivation import Step
from assessments.numbers import ONE, ZERO, plain
from assessments.results import Given, Score
from assessments.rules import Case, Outcome, reckoned
from assessments.scheme import Settings
from assessments.scoring.closing import Scored, closed, full_mark
from assessments.sheet import Event
from assessments.tree import Node
from planner.findings import Finding, Severity, Where


@dataclass(frozen=True, slots=True)
class Observed:
    """What the sheets say of a leaf: the case for its rule, whose word it is, whether its evidence was late.

    `elsewhere` are events left out because the same matter counts at a higher place.
    """

    case: Case
    given: tuple[Given, ...] = ()
    late: bool = False
    elsewhere: tuple[Event, ...] = ()


def outcome_of(node: Node, case: Case) -> Outcome:
    """What the leaf comes to before late evidence, limits, folding and rounding.

    A score given by hand stands in place of the rule's, unless the rule itself asks for a score and there is
    a full mark to judge it by.
    """
    entry, rule = case.entry, node.indicator.rule
    if entry is not None and entry.score is not None and not (node.reads_score and case.points > ZERO):
        return Outcome(entry.score, (Step("why.by_hand", entry.score),))
    if rule is None:
        return Outcome(None, missing=("score",))
    return reckoned(rule, case)


def leaf(node: Node, settings: Settings, observed: Observed, outcome: Outcome) -> Scored:
    """The score of a leaf that applies.

    It is missing where its rule lacks something. Where a rule finds nothing to count and nobody has confirmed
    that there was nothing, an item that counts towards the points is missing too, but is worth what it would
    be: so that a running total can be shown. Bonus and penalty need no such word.
    """
    case = observed.case
    doubts = _doubts(node, observed, outcome)
    missing: tuple[str, ...]
    if outcome.value is None and _nothing_claimed(node, case):
        steps, missing = [Step("why.nothing", ZERO)], ()
    elif outcome.value is None:
        value = ONE if node.kind == "multiplier" else ZERO
        steps = [Step("why.missing", value)]
        missing = outcome.missing
    else:
        steps = [*outcome.steps] or [Step("why.given", outcome.value)]
        _late(node, settings, observed, steps)
        closed(node, steps, node.scale, settings.leaf_rounding)
        missing = outcome.missing or (("confirmed",) if _unconfirmed(node, case) else ())
    score = Score(
        node.id,
        full_mark(node),
        steps[-1].value,
        "missing" if missing else "scored",
        ZERO,
        tuple(steps),
        (),
        observed.given,
        case.events,
        missing,
        doubts,
    )
    return Scored(score, missing=1 if missing and node.kind != "information" else 0)


def _nothing_claimed(node: Node, case: Case) -> bool:
    """True for a bonus or penalty of which nobody says anything."""
    observed = case.entry is not None and not case.entry.is_empty()
    return node.kind in ("bonus", "penalty") and not (observed or case.events or case.ratings)


def _unconfirmed(node: Node, case: Case) -> bool:
    if case.entry is not None or case.events or case.ratings or node.kind != "normal":
        return False
    rule = node.indicator.rule
    return rule is not None and any(each.kind != "none" for each in rule.inputs())


def _late(node: Node, settings: Settings, observed: Observed, steps: list[Step]) -> None:
    """What evidence after the day costs. A loss may go below nothing; the limits come after it."""
    if not observed.late or node.kind in ("penalty", "multiplier"):
        return
    value = steps[-1].value
    if settings.late == "zero" and value > ZERO:
        steps.append(Step("why.late_zero", ZERO))
    elif settings.late == "deduct" and settings.late_points is not None:
        loss = abs(settings.late_points)
        steps.append(Step("why.late_deduct", value - loss, (value, "-", loss)))


def _doubts(node: Node, observed: Observed, outcome: Outcome) -> tuple[Finding, ...]:
    if not outcome.doubts and not observed.elsewhere:
        return ()
    where = Where(path=("entries", observed.case.unit, node.id))
    found = [
        Finding(
            code,
            Severity.WARNING,
            where,
            {key: each if isinstance(each, str | int) else plain(each) for key, each in arguments.items()},
        )
        for code, arguments in outcome.doubts
    ]
    for event in observed.elsewhere:
        name = event.document or event.text or event.id
        found.append(Finding("doubt.same_matter", Severity.NOTE, where, {"event": name}))
    return tuple(found)
