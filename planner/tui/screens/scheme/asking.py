"""Asking for one value of a record, each in the way that its type wants."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any, TypeVar, cast

from textual.app import App
from textual.screen import Screen

from assessments.rules import METHODS, Rule
from assessments.scheme import Limits
from planner.assessment_codec.keys import is_mapping, is_record, is_rule, item_of, keys_of
from planner.plan import new_id
from planner.text import say
from planner.tui.dialogs.choose import Choice, Choose, ChooseSeveral
from planner.tui.dialogs.form import line_edit
from planner.tui.dialogs.textedit import TextEdit
from planner.tui.screens.scheme import fields
from planner.tui.screens.scheme.fields import Line
from planner.tui.screens.scheme.names import Names
from planner.tui.screens.scheme.reading import (
    day_of,
    named_numbers_of,
    number_of,
    numbers_of,
    row_of,
    typed_words,
    whole_of,
    wrong_words,
)
from planner.tui.screens.scheme.subject import Subject

Result = TypeVar("Result")
LONG = frozenset({"text", "notes", "evidence", "article", "basis"})
"""Fields that are written in several lines."""
TYPED = "=typed"
"""The choice to write a name that is not in the list."""


def edit_line(app: App[Any], subject: Subject, line: Line) -> None:
    """Do what Enter does on a line: ask for the value, or open the record it stands for."""
    if line.what == "told":
        return
    write = partial(_write, subject, line)
    if line.what in ("item", "add"):
        _open_record(app, subject, line)
    elif line.owner is Limits:
        _ask_limit(app, subject, line)
    elif is_rule(line.kind):
        _ask_method(app, line, fields.at(subject.read(), line.path), write)
    elif fields.choices_of(line.kind) or line.kind is bool:
        _ask_choice(app, line, fields.at(subject.read(), line.path), write)
    elif subject.names().refers(line.owner, line.name) not in ("", "level"):
        _ask_names(app, line, fields.at(subject.read(), line.path), subject.names(), write)
    elif line.kind is str and line.name in LONG:
        _ask(app, TextEdit(line.label, str(fields.at(subject.read(), line.path))), write)
    else:
        _ask_typed(app, line, fields.at(subject.read(), line.path), write)


def _write(subject: Subject, line: Line, value: object) -> None:
    subject.write(fields.put(subject.read(), line.path, value))


def _ask(app: App[Any], dialog: Screen[Result | None], then: Callable[[Result], None]) -> None:
    def answered(result: Result | None) -> None:
        if result is not None:
            then(result)

    app.push_screen(dialog, answered)


def _open_record(app: App[Any], subject: Subject, line: Line) -> None:
    """Open a record within the record; one that is not there yet is made first."""
    from planner.tui.screens.scheme.record_dialog import RecordDialog

    path, kind = line.path, cast(type, line.kind)
    held = fields.at(subject.read(), path)
    if line.what == "add":
        items = cast("tuple[object, ...]", held)
        _write(subject, line, tuple(fields.numbered([*items, made(kind)])))
        path = (*path, len(items))
    elif held is None:
        _write(subject, line, made(kind))
    app.push_screen(RecordDialog(say(f"scheme_place.one.{kind.__name__}"), subject.inner(path)))


def made(kind: type) -> object:
    """A new record of a kind, with an id where it has one."""
    has_id = any(key.name == "id" for key in keys_of(kind))
    return fields.blank(kind, id=new_id()) if has_id else fields.blank(kind)


def _ask_limit(app: App[Any], subject: Subject, line: Line) -> None:
    path, side = line.path[:-1], str(line.path[-1])
    limits = cast(Limits, fields.at(subject.read(), path))

    def write(value: Decimal | None, without: bool) -> None:
        changed = fields.changed(limits, **{side: value, f"no_{side}": without})
        subject.write(fields.put(subject.read(), path, changed))

    def typed(answer: Mapping[str, str]) -> None:
        write(number_of(answer["text"]), False)

    def chosen(answer: str) -> None:
        if answer == "number":
            start = typed_words(getattr(limits, side))
            label = f"scheme_place.field.{side}"
            check = partial(_complain, number_of, "number", False)
            _ask(app, line_edit(line.label, label, start, check=check), typed)
        else:
            write(None, answer == "none")

    choices = [
        Choice("usual", say("scheme_place.usual"), say(f"scheme_place.usual.{side}")),
        Choice("number", say("scheme_place.limit_number")),
        Choice("none", say(f"scheme_place.no_{side}")),
    ]
    _ask(app, Choose(line.label, choices, typing=False), chosen)


def _ask_method(app: App[Any], line: Line, held: object, write: Callable[[object], None]) -> None:
    """Choose a scoring method; parameters of the same name and type are kept."""

    def chosen(method: str) -> None:
        if not isinstance(held, Rule) or held.method != method:
            write(with_method(method, held))

    choices = [Choice(method, say(f"method.{method}"), say(f"method.{method}.help")) for method in METHODS]
    at = held.method if isinstance(held, Rule) else ""
    _ask(app, Choose(line.label, choices, at=at), chosen)


def with_method(method: str, held: object) -> Rule:
    """A rule of this method, with what it has in common with the one before; lists begin with one line."""
    kind = METHODS[method]
    common: dict[str, object] = {}
    if isinstance(held, Rule):
        before = {key.name: key.kind for key in keys_of(type(held))}
        for key in keys_of(kind):
            if before.get(key.name) == key.kind:
                common[key.name] = getattr(held, key.name)
    rule = fields.blank(kind, **common)
    for key in keys_of(kind):
        item = item_of(key.kind)
        if isinstance(item, type) and is_record(item) and key.name in _BEGUN and not getattr(rule, key.name):
            rule = fields.put(rule, (key.name,), (fields.blank(item),))
    return rule


_BEGUN = frozenset({"bands", "faults", "honours", "quotas", "down"})
"""Lists without which a rule says nothing."""


def _ask_choice(app: App[Any], line: Line, held: object, write: Callable[[object], None]) -> None:
    if line.kind is bool:
        answers = [Choice("yes", say("scheme_place.yes")), Choice("no", say("scheme_place.no"))]
        dialog = Choose(line.label, answers, typing=False, at="yes" if held else "no", note=_note(line))
        _ask(app, dialog, lambda answer: write(answer == "yes"))
        return
    unset = [Choice("=", say("scheme_place.unset"))] if fields.optional(line.owner, line.name) else []
    values = fields.choices_of(line.kind)
    choices = [Choice(f"={value}", fields.choice_words(line.name, value)) for value in values]
    dialog = Choose(line.label, [*unset, *choices], typing=False, at=f"={held or ''}", note=_note(line))

    def chosen(answer: str) -> None:
        value = answer.removeprefix("=")
        write(None if unset and not value else value)

    _ask(app, dialog, chosen)


def _note(line: Line) -> str:
    key = fields.note_of(line.owner, line.name)
    return say(key) if key else ""


def _ask_names(
    app: App[Any], line: Line, held: object, names: Names, write: Callable[[object], None]
) -> None:
    """Choose what is named, one or several; bodies may also be written."""
    refers = names.refers(line.owner, line.name)
    listed = [Choice(f"={id}", title) for id, title in names.choices(refers).items()]
    if item_of(line.kind) is None:
        free = line.name not in ("unit_class",)
        unset = [Choice("=", say("scheme_place.unset"))] if free else []
        _ask(
            app,
            Choose(line.label, [*unset, *listed], at=f"={held}", note=_note(line)),
            lambda answer: write(answer.removeprefix("=")),
        )
        return
    written = [Choice(TYPED, say("scheme_place.other_names"), say("scheme_place.other_names.note"))]
    marked = [f"={id}" for id in cast("tuple[str, ...]", held)]
    known = {each.id for each in listed}
    gone = [Choice(id, id.removeprefix("=")) for id in marked if id not in known]
    several = ChooseSeveral(
        line.label,
        [*gone, *listed, *(written if refers == "body" else [])],
        marked=marked,
        note=_note(line) or say("scheme_place.mark_several"),
    )

    def chosen(answer: str) -> None:
        ids = tuple(id.removeprefix("=") for id in answer.split("\n") if id and id != TYPED)
        if TYPED in answer.split("\n"):
            dialog = line_edit(line.label, "scheme_place.names", "、".join(ids))
            _ask(app, dialog, lambda typed: write(row_of(typed["text"])))
        else:
            write(ids)

    _ask(app, several, chosen)


def _ask_typed(app: App[Any], line: Line, held: object, write: Callable[[object], None]) -> None:
    """Ask for a line of text, a number, a day, or a row of them."""
    read, sort = reader_of(line.kind)
    free = fields.optional(line.owner, line.name) or item_of(line.kind) is not None or is_mapping(line.kind)
    check = partial(_complain, read, sort, free) if sort else lambda text: ""
    note = fields.note_of(line.owner, line.name) or (f"scheme_place.hint.{sort}" if sort else "")

    def typed(answer: Mapping[str, str]) -> None:
        text = answer["text"]
        write(read(text) if text or not fields.optional(line.owner, line.name) else None)

    heading = say("scheme_place.change", what=line.label)
    _ask(app, line_edit(heading, "scheme_place.new_value", typed_words(held), note=note, check=check), typed)


def reader_of(kind: object) -> tuple[Callable[[str], object], str]:
    """How what was typed becomes a value of a type, and the sort's name for what to say of it."""
    item = item_of(kind)
    if kind is Decimal:
        return number_of, "number"
    if kind is int:
        return whole_of, "whole"
    if kind is date:
        return day_of, "day"
    if is_mapping(kind):
        return named_numbers_of, "named"
    if item is Decimal:
        return numbers_of, "numbers"
    return (row_of, "row") if item is not None else (str.strip, "")


def _complain(read: Callable[[str], object], sort: str, free: bool, text: str) -> str:
    if not text:
        return "" if free else wrong_words(sort)
    return wrong_words(sort) if read(text) is None else ""
