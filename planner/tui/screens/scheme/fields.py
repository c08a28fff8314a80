"""A record of a scheme as the lines of its fields, read from the record's own types.

Every field becomes one line, a list of records one line for each and one to add another. A `Path` leads from
the record to what a line is about: ("rule", "bands", 2) is the third band.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Literal, TypeAlias, TypeVar, cast, get_args, get_origin, get_type_hints

from assessments.rules import Rule
from assessments.scheme import Limits
from planner.assessment_codec.keys import Key, is_mapping, is_record, is_rule, item_of, keys_of
from planner.text import pairs, say
from planner.tui.screens.scheme.names import Names
from planner.tui.widgets.textpane import ParaLook

Path: TypeAlias = tuple[str | int, ...]
Record = TypeVar("Record")
What: TypeAlias = Literal["field", "item", "add", "told"]
"""What Enter does with a line: edit the field, open the record, add a record, nothing."""

HIDDEN = frozenset({"id", "order"})
"""Fields that nobody writes by hand: the place in the list says the order."""
MOST_LISTED = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `owner` is the type of the record that has the field `name`, of the type `kind`."""

    path: Path
    what: What
    label: str
    text: str
    look: ParaLook = ""
    owner: type = object
    name: str = ""
    kind: object = str

    @property
    def key(self) -> str:
        """Its own among the lines of a record."""
        return f"{self.what}/{'/'.join(map(str, self.path))}/{self.text if self.what == 'told' else ''}"


def lines_of(record: object, names: Names, *, path: Path = (), only: tuple[str, ...] = ()) -> Iterator[Line]:
    """The lines of a record: all its fields, or `only` these in their order."""
    owner: type = type(record)
    keys = {key.name: key for key in _keys(owner)}
    for name in only or tuple(name for name in keys if name not in HIDDEN):
        yield from _field_lines(record, owner, keys[name], names, (*path, name))


def _field_lines(record: object, owner: type, key: Key, names: Names, path: Path) -> Iterator[Line]:
    value = getattr(record, key.name)
    if key.kind is Limits:
        for side in ("floor", "cap"):
            text, look = _limit(value, side)
            yield Line((*path, side), "field", label_of(Limits, side), text, look, Limits, side, Decimal)
        return
    item = item_of(key.kind)
    label = label_of(owner, key.name)
    if item is not None and is_record(item):
        for index, each in enumerate(value):
            words = summary(each, names) or say("scheme_place.blank")
            numbered = label if len(value) == 1 else f"{label} {index + 1}"
            yield Line((*path, index), "item", numbered, words, "", owner, key.name, item)
        adding = say("scheme_place.add", what=say(f"scheme_place.one.{cast(type, item).__name__}"))
        yield Line(path, "add", "" if value else label, adding, "muted", owner, key.name, item)
    else:
        text, look = value_words(value, owner, key.name, key.kind, names)
        what: What = "item" if is_record(key.kind) and not is_rule(key.kind) else "field"
        yield Line(path, what, label, text, look, owner, key.name, key.kind)


def label_of(owner: type, name: str) -> str:
    """What a field is called: a rule's by its parameter's name, else by record and field, else by field."""
    for key in label_keys(owner, name):
        if key in pairs():
            return say(key)
    return name


def label_keys(owner: type, name: str) -> tuple[str, ...]:
    """Where a field's name stands in the catalogue, the most exact key first."""
    if not issubclass(owner, Rule) and owner.__module__.startswith("assessments.scheme"):
        return f"scheme_place.field.{owner.__name__}.{name}", f"scheme_place.field.{name}"
    return (f"parameter.{name}",)


def note_of(owner: type, name: str) -> str:
    """The catalogue's key of a sentence on a field; empty where it needs none."""
    for key in (f"scheme_place.note.{owner.__name__}.{name}", f"scheme_place.note.{name}"):
        if key in pairs():
            return key
    return ""


def _limit(limits: Limits, side: str) -> tuple[str, ParaLook]:
    if getattr(limits, f"no_{side}"):
        return say(f"scheme_place.no_{side}"), ""
    held: Decimal | None = getattr(limits, side)
    return (say("scheme_place.usual"), "muted") if held is None else (f"{held.normalize():f}", "")


def value_words(value: object, owner: type, name: str, kind: object, names: Names) -> tuple[str, ParaLook]:
    """A value in words, and how it looks: muted where nothing was said and the usual holds."""
    empty: ParaLook = "muted"
    refers = names.refers(owner, name)
    if isinstance(value, Rule):
        return say(f"method.{value.method}"), "strong"
    if refers and isinstance(value, str) and value:
        return names.title(refers, value), ""
    if isinstance(value, tuple):
        words = [names.title(refers, each) if refers else _bare(each) for each in value]
        return ("、".join(words), "") if words else (_nothing(owner, name), empty)
    if isinstance(value, Mapping):
        words = [f"{names.title('level', key)} {_bare(worth)}" for key, worth in value.items()]
        return ("、".join(words), "") if words else (_nothing(owner, name), empty)
    if get_origin(kind) is Literal and isinstance(value, str):
        default = default_of(owner, name)
        return choice_words(name, value), empty if value == default else ""
    if value is None or value == "":
        return _nothing(owner, name), empty
    if is_record(type(value)):
        return summary(value, names) or say("scheme_place.blank"), ""
    return _bare(value), empty if value == default_of(owner, name) and isinstance(value, bool) else ""


def _nothing(owner: type, name: str) -> str:
    """What holds where nothing was written."""
    for key in (f"scheme_place.none.{owner.__name__}.{name}", f"scheme_place.none.{name}"):
        if key in pairs():
            return say(key)
    return say("scheme_place.none")


def _bare(value: object) -> str:
    if isinstance(value, bool):
        return say("scheme_place.yes" if value else "scheme_place.no")
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return value.isoformat() if isinstance(value, date) else str(value)


def choice_words(name: str, value: str) -> str:
    """One of a field's fixed values in words."""
    for key in (f"choice.{name}.{value}", f"{name}.{value}"):
        if key in pairs():
            return say(key)
    return say(f"scheme_place.choice.{name}.{value or 'none'}")


def choices_of(kind: object) -> tuple[str, ...]:
    """The fixed values that a field may have; none where it has no list of them."""
    return tuple(get_args(kind)) if get_origin(kind) is Literal else ()


def summary(record: object, names: Names) -> str:
    """A record on one line: what differs from the usual, its title first and bare."""
    owner: type = type(record)
    parts: list[str] = []
    for key in _keys(owner):
        value = getattr(record, key.name)
        if key.name in HIDDEN or value == default_of(owner, key.name) or key.kind is Limits:
            continue
        item = item_of(key.kind)
        if item is not None and is_record(item):
            held = [summary(each, names) for each in value[:MOST_LISTED]]
            more = [say("scheme_place.and_more", count=len(value) - len(held))] if value[MOST_LISTED:] else []
            words = say("scheme_place.semicolon").join((*held, *more))
            parts.append(say("scheme_place.list_of", label=label_of(owner, key.name), words=words))
        elif key.name in ("title", "name"):
            parts.insert(0, str(value))
        elif value is True:
            parts.append(label_of(owner, key.name))
        else:
            words = value_words(value, owner, key.name, key.kind, names)[0]
            parts.append(f"{label_of(owner, key.name)} {words}")
    return say("scheme_place.comma").join(parts)


def _keys(owner: type) -> tuple[Key, ...]:
    return keys_of(owner)


@cache
def _fields(owner: type) -> dict[str, dataclasses.Field[object]]:
    return {field.name: field for field in dataclasses.fields(owner)}


def default_of(owner: type, name: str) -> object:
    """What a field holds where nothing is written; MISSING where it must be."""
    field = _fields(owner)[name]
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default


def optional(owner: type, name: str) -> bool:
    """True where a field may be without a value."""
    return any(key.name == name and type(None) in get_args(_hint(owner, name)) for key in _keys(owner))


@cache
def _hint(owner: type, name: str) -> object:
    return get_type_hints(owner)[name]


# Reaching into a record


def at(record: object, path: Path) -> object:
    """What stands at a path; None where somebody has taken it out meanwhile."""
    for step in path:
        if record is None or (isinstance(step, int) and step >= len(cast("tuple[object, ...]", record))):
            return None
        record = cast("tuple[object, ...]", record)[step] if isinstance(step, int) else getattr(record, step)
    return record


def put(record: Record, path: Path, value: object) -> Record:
    """The record with another value at a path."""
    if not path:
        return cast("Record", value)
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        held = list(cast("tuple[object, ...]", record))
        held[step] = put(held[step], rest, value)
        return cast("Record", tuple(held))
    inner = put(getattr(record, step), rest, value)
    return changed(record, **{step: inner})


def changed(record: Record, **values: object) -> Record:
    """The record with these fields changed, for names that are known only as the program runs."""
    made: Record = dataclasses.replace(cast(Any, record), **values)
    return made


def without(record: Record, path: Path) -> Record:
    """The record without the item at a path that ends in its number."""
    held = list(cast("tuple[object, ...]", at(record, path[:-1])))
    del held[cast(int, path[-1])]
    return put(record, path[:-1], tuple(held))


def swapped(record: Record, path: Path, steps: int) -> Record:
    """The record with the item at a path moved among its neighbours."""
    held = list(cast("tuple[object, ...]", at(record, path[:-1])))
    place = cast(int, path[-1])
    target = min(max(0, place + steps), len(held) - 1)
    held.insert(target, held.pop(place))
    return put(record, path[:-1], tuple(numbered(held)))


def numbered(held: list[object]) -> list[object]:
    """The items with their orders as they stand; those without an order as they are."""
    if not held or not hasattr(held[0], "order"):
        return held
    return [changed(each, order=1000 * n) for n, each in enumerate(held, 1)]


def blank(kind: type[Record], **given: object) -> Record:
    """A new record with what is usual: what must be there is 1, today's choice, or empty."""
    needed = (key for key in _keys(kind) if key.required and key.name not in given)
    filled = {key.name: _start(key.kind) for key in needed}
    return kind(**{**filled, **given})


def _start(kind: object) -> object:
    if kind is Decimal:
        return Decimal(1)
    if kind is int:
        return 1
    if kind is date:
        return date.today().replace(month=12, day=31)
    if item_of(kind) is not None:
        return ()
    if is_mapping(kind):
        return {}
    return choices_of(kind)[0] if choices_of(kind) else ""


def has_usual(line: Line) -> bool:
    """True where the field of a line may be left to what is usual."""
    return line.owner is Limits or default_of(line.owner, line.name) is not dataclasses.MISSING


def as_usual(record: Record, line: Line) -> Record:
    """The record with the field of a line as it is where nothing is written."""
    if line.owner is not Limits:
        return put(record, line.path, default_of(line.owner, line.name))
    limits = cast(Limits, at(record, line.path[:-1]))
    cleared = changed(limits, **{line.name: None, f"no_{line.name}": False})
    return put(record, line.path[:-1], cleared)
