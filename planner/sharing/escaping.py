"""Text inside Markdown: whatever it holds stands there as text, never as markup."""

from __future__ import annotations

import re

_MARKS = re.compile(r"[\\`*_\[\]<>|~&$#]")
_GAPS = re.compile(r"[ \t\n]+")
_BLOCK_START = re.compile(r"^(?:([+=-])|([0-9]{1,9})([.)]))")


def escaped(text: str) -> str:
    """`text` as one line of its own in which nothing is markup."""
    return _BLOCK_START.sub(_escaped_start, escaped_inside(text))


def escaped_inside(text: str) -> str:
    """`text` for the middle of a line, where no list and no rule can begin."""
    return _MARKS.sub(lambda mark: "\\" + mark[0], _GAPS.sub(" ", text).strip())


def _escaped_start(found: re.Match[str]) -> str:
    return f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}"
