"""Which keys a record's table has: read from the record's own fields, for the codec and for the files' shape.

A field is a key of the same name, but for the few that are written otherwise: `unit_class` is `class`, and
`limits` stand as `floor` and `cap` beside the other keys.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Union, get_args, get_origin, get_type_hints

from assessments.results import PeriodScore, Score, UnitResult
from assessments.rules import Rule
from assessments.scheme import Limits, Override

NONE, USUAL = "none", "usual"
"""The words for no value where leaving a key out means another one, and for the usual limit of a place."""

_OTHERWISE = {"unit_class": "class"}
_IDENTIFIED_BY: Mapping[type, tuple[str, ...]] = {
    Override: ("unit", "indicator"),
    UnitResult: ("unit",),
    PeriodScore: ("period",),
    Score: ("indicator",),
}


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a table: its name in files, its field's name, its type without None.

    `required`: it must be there. `says_none`: no value is written as the word "none", because leaving the key
    out means its default.
    """

    key: str
    name: str
    kind: object
    required: bool
    says_none: bool


@cache
def keys_of(record: type) -> tuple[Key, ...]:
    """The keys of a record's table in the order of its fields."""
    hints = get_type_hints(record)
    return tuple(_key(field, hints[field.name]) for field in _fields(record))


def identified_by(record: object) -> tuple[str, ...]:
    """The fields whose values are the names of a record's tables: its id, or unit and indicator.

    Empty for records that stand in a list.
    """
    if not isinstance(record, type) or not dataclasses.is_dataclass(record):
        return ()
    if record in _IDENTIFIED_BY:
        return _IDENTIFIED_BY[record]
    return ("id",) if any(field.name == "id" for field in _fields(record)) else ()


def item_of(kind: object) -> object | None:
    """The X of `tuple[X, ...]`; None for any other type."""
    return get_args(kind)[0] if get_origin(kind) is tuple else None


def is_record(kind: object) -> bool:
    """Whether the type is one of the records, rules among them."""
    return isinstance(kind, type) and dataclasses.is_dataclass(kind)


def is_mapping(kind: object) -> bool:
    """Whether the type is a `Mapping[str, X]`."""
    return get_origin(kind) is Mapping


def is_argument(kind: object) -> bool:
    """Whether the type is that of what fills the words of a step: text or a number."""
    return kind == str | int | Decimal


def is_rule(kind: object) -> bool:
    """Whether the type is a scoring method, or the type of all of them."""
    return isinstance(kind, type) and issubclass(kind, Rule)


def limits_of(record: type) -> Limits | None:
    """The limits that hold where a record's table has neither floor nor cap; None where it has no limits."""
    for field in _fields(record):
        if field.name == "limits" and isinstance(field.default, Limits):
            return field.default
    return None


def _key(field: dataclasses.Field[object], kind: object) -> Key:
    has_default = field.default is not dataclasses.MISSING
    required = not has_default and field.default_factory is dataclasses.MISSING
    bare = _without_none(kind)
    says_none = bare is not kind and (required or field.default is not None)
    return Key(_OTHERWISE.get(field.name, field.name), field.name, bare, required, says_none)


def _without_none(kind: object) -> object:
    if get_origin(kind) not in (Union, types.UnionType):
        return kind
    rest = tuple(part for part in get_args(kind) if part is not types.NoneType)
    if len(rest) == len(get_args(kind)):
        return kind
    return rest[0] if len(rest) == 1 else Union[rest]  # noqa: UP007


def _fields(record: type) -> tuple[dataclasses.Field[object], ...]:
    return dataclasses.fields(record)
