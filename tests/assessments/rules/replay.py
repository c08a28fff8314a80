"""Cases with events and ratings, and the promise that every outcome keeps."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal as D

from assessments.derivation import worth
from assessments.numbers import exact
from assessments.rules import Case, Outcome, Peer, Rating, Rule
from assessments.sheet import Entry, Event
from planner.text import filled, pairs

Figure = str | int | D


def counted(value: Figure | None = None, /, **figures: Figure) -> Entry:
    """An entry with a figure, and further ones by name."""
    held = {name: D(figure) for name, figure in figures.items()}
    return Entry(value=None if value is None else D(value), figures=held)


def events(kind: str, *levels: str, **fields: object) -> tuple[Event, ...]:
    """Events of one kind, one for each level, all with these fields besides."""
    named = (
        Event(f"{kind}{number}", "u0", kind, level=level) for number, level in enumerate(levels or ("",))
    )
    return tuple(_with(event, fields) for event in named)


def _with(event: Event, fields: Mapping[str, object]) -> Event:
    held = {name: getattr(event, name) for name in event.__dataclass_fields__}
    return Event(**{**held, **fields})


def ratings(*marks: Figure, body: str = "") -> tuple[Rating, ...]:
    """The marks of as many assessors."""
    return tuple(Rating(f"{body}{number}", D(mark), body) for number, mark in enumerate(marks))


def outcome(
    rule: Rule,
    entry: Entry | None = None,
    points: Figure = 100,
    *,
    events: tuple[Event, ...] = (),
    ratings: tuple[Rating, ...] = (),
    peers: tuple[Figure, ...] = (),
    raters: int = 1,
) -> Outcome:
    """What the rule gives, after a replay: each formula gives its step's value, the last one the score."""
    others = tuple(Peer(f"u{number}", counted(figure)) for number, figure in enumerate(peers))
    case = Case(
        "u0", D(points), 2026, entry, events=events, ratings=ratings, peers=others, minimum_raters=raters
    )
    with exact():
        given = rule.score(case)
    for step in given.steps:
        assert not step.formula or worth(step.formula) == step.value, step
        chinese, english = pairs()[step.code]
        assert filled(chinese, step.arguments)
        assert filled(english, step.arguments)
    for code, arguments in given.doubts:
        assert pairs()[code][0].format(**arguments)
    if given.value is None:
        assert given.missing or given.doubts
    else:
        assert given.steps[-1].value == given.value
    return given


def value(rule: Rule, entry: Entry | None = None, points: Figure = 100, **more: object) -> D:
    """The score, where it must be known."""
    given = outcome(rule, entry, points, **more)  # type: ignore[arg-type]
    assert given.value is not None, given
    return given.value


def doubts(given: Outcome) -> list[str]:
    """The codes of an outcome's doubts."""
    return [code for code, _ in given.doubts]


def problems(rule: Rule, points: Figure = 100) -> list[tuple[str, str]]:
    """The rule's problems: parameter and code."""
    return [(problem.parameter, problem.code) for problem in rule.problems(D(points))]
