"""The shape a file must have, told as data: which keys a table may hold and what each must be.

A `Table` names its keys; a key's `Kind` looks at a value and complains where it is not what it must be. Every
value is looked at, so one look finds every error.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from planner.cleaning import unwanted_character
from planner.sharing.complaints import Complaints, Path
from planner.sharing.shown import shown, shown_value

_ID = re.compile(r"[a-z][a-z0-9_-]{0,39}")


class Kind(ABC):
    """What a value must be."""

    @abstractmethod
    def look(self, value: object, path: Path, complaints: Complaints) -> None:
        """Complain of everything in `value`, which stands at `path`, that is not of this kind."""


@dataclass(frozen=True, slots=True)
class Text(Kind):
    """Text of characters that can be seen."""

    def look(self, value: object, path: Path, complaints: Complaints) -> None:
        if not isinstance(value, str):
            complaints.error("format.want_text", path, key=_name(path), found=shown_value(value))
        elif found := unwanted_character(value):
            complaints.error("format.unwanted_character", path, character=f"U+{ord(found[0]):04X}")


@dataclass(frozen=True, slots=True)
class Id(Kind):
    """An id: a small letter, then small letters and digits."""

    def look(self, value: object, path: Path, complaints: Complaints) -> None:
        if not isinstance(value, str):
            complaints.error("format.want_text", path, key=_name(path), found=shown_value(value))
        elif not _ID.fullmatch(value):
            complaints.error("format.bad_id", path, id=shown(value))


@dataclass(frozen=True, slots=True)
class Choice(Kind):
    """One of a few English words."""

    words: tuple[str, ...]

    def look(self, value: object, path: Path, complaints: Complaints) -> None:
        if value in self.words:
            return
        guess = complaints.guess(value, self.words) if isinstance(value, str) else ""
        code = "format.bad_choice_near" if guess else "format.bad_choice"
        known = ", ".join(word for word in self.words if word)
        complaints.error(code, path, key=_name(path), found=shown_value(value), known=known, nearest=guess)


@dataclass(frozen=True, slots=True)
class Whole(Kind):
    """A whole number from `least` to `most`."""

    least: int
    most: int

    def look(self, value: object, path: Path, complaints: Complaints) -> None:
        if not isinstance(value, int) or isinstance(value, bool):
            complaints.error("format.want_whole", path, key=_name(path), found=shown_value(value))
        elif not self.least <= value <= self.most:
            limits = {"least": self.least, "most": self.most}
            complaints.error("format.out_of_range", path, key=_name(path), found=shown_value(value), **limits)


@dataclass(frozen=True, slots=True)
class Flag(Kind):
    """true or false."""

    def look(self, value: object, path: Path, complaints: Complaints) -> None:
        if not isinstance(value, bool):
            complaints.error("format.want_flag", path, key=_name(path), found=shown_value(value))


@dataclass(frozen=True, slots=True)
class Number(Kind):
    """A number, exact and finite, with no more than about `digits` digits before or after the point."""

    digits: int = 20

    def look(self, value: object, path: Path, complaints: Complaints) -> None:
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            complaints.error("format.want_number", path, key=_name(path), found=shown_value(value))
            return
        number = Decimal(value)
        if not number.is_finite():
            complaints.error("format.not_finite", path, key=_name(path))
        elif number.adjusted() > self.digits or -int(number.as_tuple().exponent) > self.digits:
            complaints.error("format.number_size", path)


@dataclass(frozen=True, slots=True)
class Day(Kind):
    """A date without time."""

    def look(self, value: object, path: Path, complaints: Complaints) -> None:
        if not isinstance(value, date) or isinstance(value, datetime):
            complaints.error("format.want_day", path, key=_name(path), found=shown_value(value))


@dataclass(frozen=True, slots=True)
class List(Kind):
    """A list of values of one kind. A single value without brackets is not a list."""

    of: Kind

    def look(self, value: object, path: Path, complaints: Complaints) -> None:
        if not isinstance(value, list):
            complaints.error("format.want_list", path, key=_name(path), found=shown_value(value))
            return
        for number, item in enumerate(value, 1):
            self.of.look(item, (*path, str(number)), complaints)


@dataclass(frozen=True, slots=True)
class Table(Kind):
    """A table of known keys, some of which must be there."""

    required: Mapping[str, Kind]
    optional: Mapping[str, Kind]

    def look(self, value: object, path: Path, complaints: Complaints) -> None:
        if not isinstance(value, Mapping):
            complaints.error("format.want_table", path, key=_name(path), found=shown_value(value))
            return
        known = {**self.required, **self.optional}
        meant: set[str] = set()
        for key, item in value.items():
            if key in known:
                known[key].look(item, (*path, key), complaints)
            else:
                meant.add(_complain_of_key(key, known, (*path, key), complaints))
        for key in self.required:
            if key not in value and key not in meant:
                complaints.error("format.missing_key", path, key=key)


@dataclass(frozen=True, slots=True)
class OrWord(Kind):
    """What another kind (no text) is, or one of a few words that stand for no value."""

    of: Kind
    words: tuple[str, ...]

    def look(self, value: object, path: Path, complaints: Complaints) -> None:
        if not isinstance(value, str):
            self.of.look(value, path, complaints)
        elif value not in self.words:
            known = ", ".join(f'"{word}"' for word in self.words)
            complaints.error("format.bad_word", path, key=_name(path), found=shown_value(value), known=known)


@dataclass(frozen=True, slots=True)
class ByName(Kind):
    """Values of one kind, each under a name that a person chose."""

    of: Kind

    def look(self, value: object, path: Path, complaints: Complaints) -> None:
        if not isinstance(value, Mapping):
            complaints.error("format.want_table", path, key=_name(path), found=shown_value(value))
            return
        for name, item in value.items():
            Text().look(name, (*path, name), complaints)
            self.of.look(item, (*path, name), complaints)


@dataclass(frozen=True, slots=True)
class ById(Kind):
    """Tables of one kind, each under its id."""

    of: Kind

    def look(self, value: object, path: Path, complaints: Complaints) -> None:
        if not isinstance(value, Mapping):
            complaints.error("format.want_table", path, key=_name(path), found=shown_value(value))
            return
        for id, item in value.items():
            Id().look(id, (*path, id), complaints)
            self.of.look(item, (*path, id), complaints)


def _complain_of_key(key: str, known: Mapping[str, Kind], path: Path, complaints: Complaints) -> str:
    """Say that the key is not known; the known key it may have meant, "" where none is like it."""
    guess = complaints.guess(key, known)
    code = "format.unknown_key_near" if guess else "format.unknown_key"
    complaints.error(code, path, key=shown(key), nearest=guess)
    return guess


def _name(path: Path) -> str:
    """The key of a value; for an item of a list the list's."""
    return next((part for part in reversed(path) if not part.isdecimal()), "")
