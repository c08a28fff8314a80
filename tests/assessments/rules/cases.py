"""Small cases for rules, and the promise every outcome keeps."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D

from hypothesis import strategies as st

from assessments.derivation import worth
from assessments.numbers import exact
from assessments.rules.base import Case, Outcome, Peer, Rule
from assessments.sheet import Entry, Event

figures = st.decimals(min_value=0, max_value=1000, places=2)
marks = st.decimals(min_value="0.01", max_value=100, places=2)


def entry(
    value: str | int | D | None = None,
    done: bool | None = None,
    day: date | None = None,
    **figures: str | int | D,
) -> Entry:
    """An entry; further figures by name."""
    held = {name: D(figure) for name, figure in figures.items()}
    return Entry(value=None if value is None else D(value), figures=held, done=done, day=day)


def scored(
    rule: Rule,
    observed: Entry | None,
    points: str | int | D = 100,
    *,
    year: int = 2026,
    peers: tuple[Entry, ...] = (),
    events: tuple[Event, ...] = (),
) -> Outcome:
    """What the rule gives; every step with a formula gives its value on a calculator, the last the score."""
    others = tuple(Peer(f"u{number}", each) for number, each in enumerate(peers))
    case = Case("u0", D(points), year, observed, events=events, peers=others)
    with exact():
        outcome = rule.score(case)
    for step in outcome.steps:
        if step.formula:
            assert worth(step.formula) == step.value, step
    if outcome.value is not None:
        assert outcome.steps[-1].value == outcome.value
        assert not outcome.missing
    else:
        assert outcome.missing or outcome.doubts
    return outcome


def worth_of(
    rule: Rule,
    observed: Entry | None,
    points: str | int | D = 100,
    *,
    year: int = 2026,
    peers: tuple[Entry, ...] = (),
    events: tuple[Event, ...] = (),
) -> D:
    """The score where it must be known."""
    value = scored(rule, observed, points, year=year, peers=peers, events=events).value
    assert value is not None
    return value


def codes(rule: Rule, points: str | int | D = 100) -> list[tuple[str, str]]:
    """The rule's problems: parameter and code."""
    return [(problem.parameter, problem.code) for problem in rule.problems(D(points))]
