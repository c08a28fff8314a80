"""What a file holds, short enough to stand in a sentence about it; and the right word for a mistyped one."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping

from planner.cleaning import clean_text

_LONGEST = 40
_LONGEST_WORD = 60


def shown(words: object) -> str:
    """A name or a line of the file, cut to about 40 characters, safe to print."""
    line = clean_text(str(words)[: 4 * _LONGEST]).replace("\n", " ")
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"


def shown_value(value: object) -> str:
    """A value as it stands in the file: text in quotes, lists and tables by their beginning."""
    if isinstance(value, str):
        return f'"{shown(value)}"'
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "{ " + shown(", ".join(str(key) for key in list(value)[:5])) + " }"
    if isinstance(value, list):
        items = ("…" if isinstance(item, list | Mapping) else shown_value(item) for item in value[:3])
        return "[ " + shown(", ".join(items)) + " ]"
    return shown(value)


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like this one, "" where none is; slips of capitals and plurals count as like."""
    if len(word) > _LONGEST_WORD:
        return ""
    return next(iter(difflib.get_close_matches(word.lower(), list(known), n=1, cutoff=0.6)), "")
