"""From the bytes of a file to data of the right format and shape, or everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from planner.sharing.complaints import Complaints
from planner.sharing.guard import LARGEST, decode
from planner.sharing.shape import Kind
from planner.sharing.shown import shown
from planner.sharing.syntax import parse

_BEGINNING = 4_000
"""Bytes in which the line that names the format is looked for: it stands below a few lines of comment."""


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of file: its format with the number ("county-plan/1"), its shape, and the most bytes it has.

    `tables` are keys by which a file that does not name its format is still known for one of this kind.
    """

    format: str
    shape: Kind
    tables: tuple[str, ...]
    largest: int = LARGEST


def load(data: bytes, form: Form, complaints: Complaints) -> Mapping[str, object] | None:
    """The data of a file of this form; None where it is of another or nothing can be read in it.

    It is looked at as a whole: where `complaints` holds anything afterwards, the data must not be used.
    """
    text = decode(data, complaints, form.largest)
    loaded = None if text is None else parse(text, complaints)
    if loaded is None or not _is_of(form, loaded, complaints):
        return None
    form.shape.look(loaded, (), complaints)
    return loaded


def format_in(data: bytes) -> str:
    """The name of the format that a file says it has ("county-scheme"), "" where it says none.

    Looks at the beginning only, so it can be asked of any file.
    """
    for line in data[:_BEGINNING].decode("utf-8-sig", errors="replace").splitlines():
        key, equals, value = line.partition("=")
        if equals and key.strip() == "format":
            return value.strip().strip("\"'").partition("/")[0]
    return ""


def _is_of(form: Form, loaded: Mapping[str, object], complaints: Complaints) -> bool:
    """Whether the file says that it is of this format, so that looking at its keys makes sense."""
    named = loaded.get("format")
    if named is None:
        complaints.error("format.missing_format", line=1, expected=form.format)
        return any(key in loaded for key in form.tables)
    if named == form.format:
        return True
    wanted, _, known = form.format.partition("/")
    name, _, number = named.partition("/") if isinstance(named, str) else ("", "", "")
    if name == wanted and number.isdecimal() and int(number[:9]) > int(known):
        complaints.error("format.newer", ("format",), found=shown(named), expected=form.format)
    else:
        complaints.error("format.other", ("format",), found=shown(named), expected=form.format)
    return False
