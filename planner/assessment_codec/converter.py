"""The converter between records and data: what cattrs must be told beyond the fields themselves.

cattrs takes long to load, so this module is imported when the first record is converted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, cast, get_args

from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from assessments.derivation import Formula
from assessments.rules import METHODS, Rule
from assessments.scheme import Limits
from planner.assessment_codec.arguments import marked, unmarked
from planner.assessment_codec.formulas import formula_of, words_of
from planner.assessment_codec.keys import (
    NONE,
    USUAL,
    identified_by,
    is_argument,
    is_mapping,
    is_record,
    is_rule,
    item_of,
    keys_of,
    limits_of,
)

Data = dict[str, object]


@cache
def converter() -> Converter:
    """The one converter; its functions for each record are made when first needed and kept."""
    made = Converter()
    made.register_structure_hook(Decimal, lambda value, _: Decimal(value))
    made.register_structure_hook(date, _day)
    made.register_structure_hook(str | int, lambda value, _: value)
    made.register_structure_hook_func(is_argument, lambda value, _: unmarked(value))
    made.register_unstructure_hook_func(is_argument, marked)
    made.register_unstructure_hook_factory(is_record, lambda kind: _writer(kind, made))
    made.register_structure_hook_factory(is_record, lambda kind: _reader(kind, made))
    made.register_structure_hook_func(
        lambda kind: kind is Rule, lambda data, _: made.structure(data, METHODS[data["method"]])
    )
    made.register_unstructure_hook_func(
        lambda kind: kind is Rule, lambda rule: made.unstructure(rule, type(rule))
    )
    made.register_unstructure_hook_factory(
        lambda kind: item_of(kind) is not None, lambda kind: _items_writer(item_of(kind), made)
    )
    made.register_unstructure_hook_factory(is_mapping, lambda kind: _mapping_writer(get_args(kind)[1], made))
    made.register_structure_hook_factory(
        lambda kind: bool(identified_by(item_of(kind))), lambda kind: _table_reader(item_of(kind), made)
    )
    made.register_structure_hook_func(lambda kind: kind == Formula, lambda words, _: formula_of(words))
    made.register_unstructure_hook_func(lambda kind: kind == Formula, words_of)
    return made


def _day(value: object, _: object) -> date:
    return value if isinstance(value, date) else date.fromisoformat(cast(str, value))


def _renamed(kind: type) -> dict[str, Any]:
    """What cattrs must be told of fields that have another name in files."""
    return {key.name: override(rename=key.key) for key in keys_of(kind) if key.key != key.name}


def _writer(kind: type, made: Converter) -> Callable[[object], Data]:
    fields: Callable[[object], Data] = make_dict_unstructure_fn(
        kind, made, _cattrs_omit_if_default=True, **_renamed(kind)
    )
    says_none = tuple(key.key for key in keys_of(kind) if key.says_none)
    usual = limits_of(kind)
    method = cast(type[Rule], kind).method if is_rule(kind) else None

    def write(record: object) -> Data:
        data = fields(record)
        for key in says_none:
            if key in data and data[key] is None:
                data[key] = NONE
        if usual is not None:
            data = _with_limits(data, cast(Limits, getattr(record, "limits")), usual)  # noqa: B009
        return data if method is None else {"method": method, **data}

    return write


def _with_limits(data: Data, limits: Limits, usual: Limits) -> Data:
    """The data with floor and cap where its limits stood, as far as they are not the usual ones."""
    data.pop("limits", None)
    if (limits.floor, limits.no_floor) != (usual.floor, usual.no_floor):
        data["floor"] = _limit(limits.floor, limits.no_floor)
    if (limits.cap, limits.no_cap) != (usual.cap, usual.no_cap):
        data["cap"] = _limit(limits.cap, limits.no_cap)
    return data


def _limit(value: Decimal | None, none: bool) -> Decimal | str:
    if none:
        return NONE
    return USUAL if value is None else value


def _reader(kind: type, made: Converter) -> Callable[[Mapping[str, object], object], object]:
    fields: Callable[[Mapping[str, object], object], object] = make_dict_structure_fn(
        kind, made, _cattrs_detailed_validation=False, **_renamed(kind)
    )
    says_none = tuple(key.key for key in keys_of(kind) if key.says_none)
    usual = limits_of(kind)

    def read(data: Mapping[str, object], _: object) -> object:
        if not says_none and usual is None:
            return fields(data, kind)
        held = dict(data)
        for key in says_none:
            if held.get(key) == NONE:
                held[key] = None
        if usual is not None:
            held["limits"] = _limits(held, usual)
        return fields(held, kind)

    return read


def _limits(data: Mapping[str, object], usual: Limits) -> Data:
    floor, no_floor = _told(data.get("floor"), usual.floor, usual.no_floor)
    cap, no_cap = _told(data.get("cap"), usual.cap, usual.no_cap)
    return {"floor": floor, "no_floor": no_floor, "cap": cap, "no_cap": no_cap}


def _told(told: object, usual: Decimal | None, none_usual: bool) -> tuple[object, bool]:
    if told is None:
        return usual, none_usual
    if told in (NONE, USUAL):
        return None, told == NONE
    return told, False


def _mapping_writer(of: object, made: Converter) -> Callable[[Mapping[str, object]], Data]:
    """By name, so that equal records give equal data."""

    def write(held: Mapping[str, object]) -> Data:
        return {name: made.unstructure(held[name], of) for name in sorted(held)}

    return write


def _items_writer(item: object, made: Converter) -> Callable[[tuple[object, ...]], object]:
    names = identified_by(item)
    if not names:
        return lambda items: [made.unstructure(each) for each in items]

    def write(records: tuple[object, ...]) -> Data:
        data: Data = {}
        for record in records:
            body = cast(Data, made.unstructure(record))
            place = data
            ids = [cast(str, body.pop(name)) for name in names]
            for id in ids[:-1]:
                place = cast(Data, place.setdefault(id, {}))
            place[ids[-1]] = body
        return data

    return write


def _table_reader(item: object, made: Converter) -> Callable[[Mapping[str, object], object], object]:
    kind = cast(type, item)
    names = identified_by(item)

    def read(data: Mapping[str, object], _: object) -> tuple[object, ...]:
        bodies: list[Data] = [cast(Data, data)]
        known: list[Data] = [{}]
        for name in names:
            pairs = [
                (ids, id, body) for ids, held in zip(known, bodies, strict=True) for id, body in held.items()
            ]
            known = [{**ids, name: id} for ids, id, _ in pairs]
            bodies = [cast(Data, body) for _, _, body in pairs]
        both = zip(known, bodies, strict=True)
        return tuple(made.structure({**ids, **body}, kind) for ids, body in both)

    return read
