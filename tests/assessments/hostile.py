"""Records as no office would write them: every number may be nothing, negative, huge or tiny.

`any_rule` makes a rule of any method, its parameters from their types alone. `spoiled` changes numbers,
switches and lists anywhere in a record; ids stay, so that what was meant together still meets.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal as D
from functools import cache
from random import Random
from typing import TypeVar

from assessments.rules import METHODS, Rule
from assessments.scheme import Scheme
from assessments.sheet import Entry, Event, Evidence
from tests.assessments.strategies import ASSESSORS, KINDS

NUMBERS = tuple(
    D(each) for each in ("0", "-1", "1e19", "-1e19", "1e-25", "100", "0.1", "1e40", "3", "7", "50")
)
COUNTS = (0, -1, 1, 2, 3, 10**6)
DAYS = (date.min, date(2026, 3, 31), date.max)
WORDS = ("", "value", "target", *KINDS, "province", "city", ASSESSORS[0])

T = TypeVar("T")


def any_rule(random: Random) -> Rule:
    """A rule of any method; some may be meant."""
    made = _made(random, METHODS[random.choice(sorted(METHODS))])
    assert isinstance(made, Rule)
    return made


def hostile(random: Random, scheme: Scheme) -> Scheme:
    """The scheme with other rules, and with anything changed in it."""
    ruled = tuple(
        each if each.rule is None or random.random() < 0.2 else replace(each, rule=any_rule(random))
        for each in scheme.indicators
    )
    held = spoiled(random, replace(scheme, indicators=ruled), random.choice((0.0, 0.02, 0.1, 0.3)))
    if random.random() < 0.1:
        held = replace(held, units=held.units[:1])
    return replace(held, classes=()) if random.random() < 0.05 else held


def spoiled(random: Random, record: T, chance: float) -> T:
    """The record with each number, switch or list changed by this chance."""
    return typing.cast(T, _spoiled(random, record, chance))


@cache
def _types(record: type) -> Mapping[str, object]:
    names = {each.__name__: each for each in (Entry, Event, Evidence)}
    return typing.get_type_hints(record, localns=names)


def _made(random: Random, wanted: object) -> object:
    """A value of a type, out of the ordinary where it can be."""
    origin, arguments = typing.get_origin(wanted), typing.get_args(wanted)
    if origin is typing.Literal:
        return random.choice(arguments)
    if origin in (typing.Union, types.UnionType):
        return _made(random, random.choice(arguments))
    if origin is tuple:
        return tuple(_made(random, arguments[0]) for _ in range(random.choice((0, 1, 2, 3))))
    if origin is not None:
        return {_made(random, str): _made(random, arguments[1]) for _ in range(random.choice((0, 1, 3)))}
    choices: dict[object, tuple[object, ...]] = {
        D: NUMBERS,
        bool: (True, False),
        int: COUNTS,
        str: WORDS,
        date: DAYS,
        type(None): (None,),
    }
    if wanted in choices:
        return random.choice(choices[wanted])
    if wanted is Rule:
        return any_rule(random)
    assert isinstance(wanted, type), wanted
    assert is_dataclass(wanted), wanted
    hints = _types(wanted)
    return wanted(**{each.name: _made(random, hints[each.name]) for each in fields(wanted)})


def _spoiled(random: Random, value: object, chance: float) -> object:
    if isinstance(value, tuple):
        held = tuple(_spoiled(random, each, chance) for each in value)
        return held[: random.randrange(len(held) + 1)] if random.random() < chance / 4 else held
    if isinstance(value, dict):
        return {key: _spoiled(random, each, chance) for key, each in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return _spoiled_record(random, value, chance)
    if random.random() >= chance or not isinstance(value, bool | int | D | date):
        return value
    if isinstance(value, bool):
        return not value
    return random.choice(NUMBERS if isinstance(value, D) else DAYS if isinstance(value, date) else COUNTS)


def _spoiled_record(random: Random, record: object, chance: float) -> object:
    hints = _types(type(record))
    changed: dict[str, object] = {}
    for each in fields(record):  # type: ignore[arg-type]
        value: object = getattr(record, each.name)
        if value is None and random.random() < chance:
            changed[each.name] = _made(random, hints[each.name])
        elif each.name != "rule" or random.random() < chance:
            changed[each.name] = _spoiled(random, value, chance)
    return replace(record, **changed)  # type: ignore[type-var]
