"""Hypothesis strategies for schemes, sheets and results, made from the records' own fields.

They are records of any content, not schemes that make sense: what a file must carry is everything that a
record can hold.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Literal, TypeAlias, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from assessments.derivation import Formula
from assessments.results import PeriodScore, Results, Score, UnitResult
from assessments.rules import METHODS, Rule
from assessments.scheme import Limits, Override, Scheme
from assessments.sheet import Sheet
from planner.cleaning import clean_text
from tests.strategies import days, decimals, orders, texts

Anything: TypeAlias = st.SearchStrategy[Any]

ids = st.from_regex(r"[a-z][a-z0-9_-]{0,8}", fullmatch=True)
"""Ids of tables, in whatever form a person gives them."""
_names = (st.sampled_from(["target", "赞成", "a b", "a.b", '"', "\\"]) | texts(1, 1)).filter(
    lambda name: name == clean_text(name)
)
_whole = st.integers(0, 10**6)
_long = decimals.map(lambda value: value / 7)
"""Numbers with all the digits that a quotient is carried with."""


def _limits() -> Anything:
    bound = st.one_of(st.none(), st.just("none"), decimals)

    def made(floor: object, cap: object) -> Limits:
        return Limits(
            floor=floor if isinstance(floor, Decimal) else None,
            cap=cap if isinstance(cap, Decimal) else None,
            no_floor=floor == "none",
            no_cap=cap == "none",
        )

    return st.builds(made, bound, bound)


def _formulas() -> Anything:
    number = _long.map(lambda value: (value,))
    grown = st.recursive(
        number,
        lambda inner: st.one_of(
            st.builds(lambda a, sign, b: (*a, sign, *b), inner, st.sampled_from("+-×"), inner),
            st.builds(lambda a: ("(", *a, ")"), inner),
            st.builds(
                lambda f, a, b: (f, "(", *a, ",", *b, ")"), st.sampled_from(["min", "max"]), inner, inner
            ),
            st.builds(lambda a: ("round", "(", *a, ",", Decimal(2), ")"), inner),
        ),
        max_leaves=5,
    )
    return st.just(()) | grown


@cache
def of(kind: object) -> Anything:
    """Values of a field's type."""
    simple: dict[object, Anything] = {
        str: texts(0, 2),
        bool: st.booleans(),
        int: _whole,
        Decimal: decimals | _long.map(lambda value: round(value, 12)),
        date: days,
        Formula: _formulas(),
        Limits: _limits(),
        str | int: texts(0, 1) | _whole,
        str | int | Decimal: texts(0, 1) | _whole | _long,
        Rule: st.one_of([st.deferred(lambda rule=rule: records(rule)) for rule in METHODS.values()]),
    }
    if kind in simple:
        return simple[kind]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(kind)
    if isinstance(kind, type):
        return records(kind)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin is tuple:
        return _tuples(arguments[0])
    if origin is Mapping:
        return st.dictionaries(_names if arguments[1] is Decimal else ids, of(arguments[1]), max_size=3)
    return st.one_of([st.none() if part is type(None) else of(part) for part in arguments])


def _tuples(item: object) -> Anything:
    name = (
        (lambda record: (record.unit, record.indicator)) if item is Override else (lambda record: record.id)
    )
    keyed = item is Override or (isinstance(item, type) and "id" in get_type_hints(item))
    several = st.lists(of(item), max_size=2, unique_by=name if keyed else None)
    return several.map(tuple)


def records(kind: type, **fields: Anything) -> Anything:
    """Records of a class, each field of its own type but for those given."""
    hints = get_type_hints(kind)
    made: dict[str, Anything] = {}
    for field in dataclasses.fields(kind):
        if field.name in fields:
            made[field.name] = fields[field.name]
        elif field.name == "id" or (kind is Override and field.name in ("unit", "indicator")):
            made[field.name] = ids
        elif field.name == "year":
            made[field.name] = st.integers(1950, 2100)
        elif field.name.endswith("rounding") and hints[field.name] == int | None:
            made[field.name] = st.none() | st.integers(0, 10)
        elif field.name == "order":
            made[field.name] = orders
        else:
            made[field.name] = of(hints[field.name])
    return st.builds(kind, **made)


def schemes() -> st.SearchStrategy[Scheme]:
    """Schemes of any content."""
    return records(Scheme)


def sheets() -> st.SearchStrategy[Sheet]:
    """Sheets of any content."""
    return records(Sheet)


@st.composite
def _trees(draw: st.DrawFn, fresh: list[str], depth: int = 0) -> Score:
    indicator = fresh.pop() if depth else ""
    children = []
    while fresh and depth < 3 and draw(st.booleans()):
        children.append(draw(_trees(fresh, depth + 1)))
    nested = {"indicator": st.just(indicator), "children": st.just(tuple(children))}
    score: Score = draw(records(Score, points=_long, value=_long, **nested))
    return score


@st.composite
def _scores(draw: st.DrawFn) -> Score:
    fresh = draw(st.lists(ids, min_size=6, max_size=6, unique=True))
    return draw(_trees(fresh))


@st.composite
def _periods(draw: st.DrawFn) -> tuple[PeriodScore, ...]:
    names = draw(st.lists(ids, max_size=3, unique=True))
    main = st.none() | _scores()
    held = [
        draw(records(PeriodScore, period=st.just(name), main=main, parts=st.just(()), value=_long))
        for name in names
    ]
    if len(held) > 1 and draw(st.booleans()):
        held[0] = dataclasses.replace(held[0], parts=(held.pop(),))
    return tuple(held)


@st.composite
def results(draw: st.DrawFn) -> Results:
    """Results of any content, every score, period and unit with a name of its own."""
    units = [
        draw(records(UnitResult, unit=st.just(name), main=_scores(), periods=_periods(), raw=_long))
        for name in draw(st.lists(ids, max_size=2, unique=True))
    ]
    made: Results = draw(records(Results, units=st.just(tuple(units))))
    return made
