"""Text from outside, made fit to keep: one idea of clean text for every border.

Imported documents, exchange files and pasted text may carry characters that nobody sees and a terminal obeys:
escape sequences, marks that turn the direction of writing, joiners of no width. A plan holds none of them.
The loader of the exchange format refuses exactly the characters that `clean_text` takes out.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")

_UNWANTED = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters, C1 and carriage return included
    "\u00ad\u034f\u061c\u180e"  # soft hyphen, joiners and marks of direction of other scripts
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f"  # no width, line ends of Unicode, direction of writing
    "\ufeff\ufff9-\ufffb\ufffe\uffff"  # byte order mark, annotations, no characters at all
    "\ud800-\udfff"  # halves of a pair: no file can hold them
    "\U000e0000-\U000e007f"  # tags
    "]"
)


def clean_text(text: str) -> str:
    """`text` with every kind of line end as \\n and without unwanted characters.

    Clean text comes back as it is. Tab, newline, the wide space (U+3000) and private characters, which
    stand for rare hanzi, are kept.
    """
    return _UNWANTED.sub("", _LINE_ENDS.sub("\n", text))


def spelled_out(text: str, spell: Callable[[str], str]) -> str:
    """`text` with each unwanted character as `spell` writes it, for formats that can name it without it."""
    return _UNWANTED.sub(lambda found: spell(found[0]), text)


def unwanted_character(text: str, start: int = 0) -> re.Match[str] | None:
    """The first character at or after `start` that `clean_text` would change; None where there is none."""
    return _UNWANTED.search(text, start)
