"""The shape of a record's table, read from the record's own fields: there is no second list of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Literal, TypeAlias, get_args, get_origin

from assessments.derivation import Formula, worth
from assessments.rules import METHODS
from planner.assessment_codec.formulas import formula_of
from planner.assessment_codec.keys import (
    NONE,
    USUAL,
    Key,
    identified_by,
    is_argument,
    is_record,
    is_rule,
    item_of,
    keys_of,
    limits_of,
)
from planner.plan import FIRST_YEAR, LAST_YEAR
from planner.sharing.complaints import Complaints, Path
from planner.sharing.shape import (
    ById,
    ByName,
    Choice,
    Day,
    Flag,
    Id,
    Kind,
    List,
    Number,
    OrWord,
    Table,
    Text,
    Whole,
)
from planner.sharing.shown import shown, shown_value
from planner.text import pairs

Shapes: TypeAlias = Mapping[object, Kind]

DIGITS = 20
"""Nobody's figures have more before or after the point."""


@dataclass(frozen=True, slots=True)
class PlainValue(Kind):
    """A text or a number."""

    text: Kind
    number: Kind

    def look(self, value: object, path: Path, complaints: Complaints) -> None:
        kind = self.text if isinstance(value, str) else self.number
        kind.look(value, path, complaints)


@dataclass(frozen=True, slots=True)
class FormulaText(Kind):
    """The formula of a step, as it is printed."""

    def look(self, value: object, path: Path, complaints: Complaints) -> None:
        if not isinstance(value, str):
            complaints.error("format.want_text", path, key=path[-1], found=shown_value(value))
            return
        try:
            worth(formula_of(value))
        except (ValueError, ArithmeticError, RecursionError):
            complaints.error("format.bad_formula", path, found=shown_value(value))


@dataclass(frozen=True, slots=True)
class RuleTable(Kind):
    """A rule: the table of the class that its `method` names."""

    def look(self, value: object, path: Path, complaints: Complaints) -> None:
        if not isinstance(value, Mapping):
            complaints.error("format.want_rule", path, found=shown_value(value))
            return
        method = value.get("method")
        if isinstance(method, str) and method in METHODS:
            table = table_of(METHODS[method])
            Table({"method": Text(), **table.required}, table.optional).look(value, path, complaints)
        elif method is None:
            self._guess_key(value, path, complaints)
        else:
            guess = _method_like(method, complaints) if isinstance(method, str) else ""
            code = "format.no_method_near" if guess else "format.no_method"
            known = ", ".join(METHODS)
            found = shown(method)
            complaints.error(code, (*path, "method"), method=found, nearest=guess, known=known)

    def _guess_key(self, value: Mapping[str, object], path: Path, complaints: Complaints) -> None:
        for key in value:
            if complaints.guess(key, ("method",)):
                place = (*path, key)
                complaints.error("format.unknown_key_near", place, key=shown(key), nearest="method")
                return
        complaints.error("format.missing_key", path, key="method")


def _method_like(word: str, complaints: Complaints) -> str:
    """The standard name that a mistyped one, or a word for it in a language of the program, may mean."""
    called = {name: method for method in METHODS for name in pairs()[f"method.{method}"]}
    return complaints.guess(word, METHODS) or called.get(complaints.guess(word, called), "")


_WHOLE = Whole(-(10**9), 10**9)
_LIMIT = OrWord(Number(), (NONE, USUAL))
_SIMPLE: Shapes = {
    str: Text(),
    bool: Flag(),
    int: _WHOLE,
    date: Day(),
    str | int: PlainValue(Text(), _WHOLE),
}
_PLACES = Whole(0, 10)
_WHOLES: Mapping[str, Kind] = {
    "year": Whole(FIRST_YEAR, LAST_YEAR),
    "rounding": _PLACES,
    "leaf_rounding": _PLACES,
    "parent_rounding": _PLACES,
}
"""Whole numbers that have narrower bounds, by their key."""


@cache
def table_of(record: type, *, without: tuple[str, ...] = (), digits: int = DIGITS) -> Table:
    """What the table of a record may hold. The names under which such tables stand are no keys of it.

    `without` are fields that its file holds in another way; `digits` is the most that a number may have
    before or after the point.
    """
    named = (*identified_by(record), *without)
    keys = {
        key.key: (key.required, _kind_of_key(key, digits)) for key in keys_of(record) if key.name not in named
    }
    if limits_of(record) is not None:
        del keys["limits"]
        keys |= {"floor": (False, _LIMIT), "cap": (False, _LIMIT)}
    return Table(
        required={key: kind for key, (required, kind) in keys.items() if required},
        optional={key: kind for key, (required, kind) in keys.items() if not required},
    )


def file_of(record: type, *, without: tuple[str, ...] = ()) -> Table:
    """What a whole file of one record may hold: its own table, its id among the keys, and the format."""
    table = table_of(record, without=without)
    ids: dict[str, Kind] = {name: Id() for name in identified_by(record)}
    return Table(required={**ids, **table.required}, optional={"format": Text(), **table.optional})


def _kind_of_key(key: Key, digits: int) -> Kind:
    narrow = _WHOLES.get(key.key) if key.kind is int else None
    kind = narrow or _kind_of(key.kind, digits)
    return OrWord(kind, (NONE,)) if key.says_none else kind


def _kind_of(kind: object, digits: int) -> Kind:
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    if kind is Decimal:
        return Number(digits)
    if is_argument(kind):
        return PlainValue(Text(), Number(digits))
    if isinstance(kind, type):
        return _kind_of_class(kind, digits)
    if get_origin(kind) is Literal:
        return Choice(get_args(kind))
    if kind == Formula:
        return FormulaText()
    item = item_of(kind)
    if item is not None:
        return _kind_of_items(item, digits)
    if get_origin(kind) is Mapping:
        return ByName(_kind_of(get_args(kind)[1], digits))
    raise TypeError(f"no shape for {kind}")


def _kind_of_class(kind: type, digits: int) -> Kind:
    if is_rule(kind):
        return RuleTable()
    if is_record(kind):
        return table_of(kind, digits=digits)
    if issubclass(kind, Enum):
        return Choice(tuple(str(each.value) for each in kind))
    raise TypeError(f"no shape for {kind}")


def _kind_of_items(item: object, digits: int) -> Kind:
    kind = _kind_of(item, digits)
    names = identified_by(item)
    for _ in names:
        kind = ById(kind)
    return kind if names else List(kind)
