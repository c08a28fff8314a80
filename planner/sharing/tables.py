"""Nested dictionaries as the tables of a TOML text: one key a line, a table in a table under its own head."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from planner.sharing.complaints import Path
from planner.sharing.values import key_of, line_of


def lines_of(data: Mapping[str, object]) -> str:
    """The keys of a table that are no tables themselves."""
    return "".join(line_of(key, value) for key, value in data.items() if not isinstance(value, Mapping))


def tables_of(path: Path, data: Mapping[str, object]) -> Iterator[str]:
    """The table at a path with those in it, outermost first, each as text from its head to its last line.

    A table that holds nothing but tables needs no head of its own.
    """
    lines = lines_of(data)
    inner = [(key, value) for key, value in data.items() if isinstance(value, Mapping)]
    if lines or not inner:
        yield f"[{'.'.join(key_of(part) for part in path)}]\n{lines}"
    for key, value in inner:
        yield from tables_of((*path, key), value)
