"""Values as TOML text, laid out to be read, compared and merged line by line.

A list stands with one item a line. A long text stands with one sentence a line: a backslash at a line's end
joins it with the next, so the sentences come back as one paragraph. A record inside a list is one line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

_INDENT = "    "
_LONG = 40
"""A text of more characters than this, one line of an 80-column screen, stands one sentence a line."""

_SENTENCE_END = re.compile(r"(?<=[。；！？])(?![。；！？”’」』）)\]】》\s])")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_LIKE_CONFLICT = re.compile(r"(?:<{7}|\|{7}|={7}|>{7})(?: |$)")
_ESCAPES = {code: f"\\u{code:04X}" for code in (*range(0x20), *range(0x7F, 0xA0))} | {
    ord("\b"): "\\b",
    ord("\t"): "\\t",
    ord("\n"): "\\n",
    ord("\f"): "\\f",
    ord("\r"): "\\r",
    ord('"'): '\\"',
    ord("\\"): "\\\\",
}


def line_of(key: str, value: object) -> str:
    """`key = value` and a line end, over several lines where the value is a list or a long text.

    Takes strings, true and false, whole numbers, finite decimals, dates, lists and dictionaries of these;
    TypeError for anything else. A key that is not plain ASCII stands in quotes.
    """
    key = key_of(key)
    if isinstance(value, str):
        return f"{key} = {_paragraph(value)}\n"
    if isinstance(value, Sequence):
        items = "".join(f"{_INDENT}{_inline(item)},\n" for item in value)
        return f"{key} = [\n{items}]\n"
    return f"{key} = {_inline(value)}\n"


def key_of(key: str) -> str:
    """A key as it stands in a file."""
    return key if _BARE.fullmatch(key) else f'"{key.translate(_ESCAPES)}"'


def _inline(value: object) -> str:
    if isinstance(value, str):
        return f'"{value.translate(_ESCAPES)}"'
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Decimal):
        return _decimal(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key_of(key)} = {_inline(item)}" for key, item in value.items()) + " }"
    if isinstance(value, Sequence):
        return "[" + ", ".join(_inline(item) for item in value) + "]"
    raise TypeError(f"no TOML for {type(value).__name__}")


def _decimal(value: Decimal) -> str:
    """Without exponent and without zeros at the end: equal numbers give equal bytes (5, 5.0 and 5E+0)."""
    plain = format(value, "f")
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return "0" if plain == "-0" else plain


def _paragraph(text: str) -> str:
    lines = [_sentences(line) for line in text.split("\n")]
    if len(lines) == 1 and len(lines[0]) == 1:
        return _inline(text)
    joined = "\n".join("\\\n".join(_escaped(sentence) for sentence in line) for line in lines)
    return f'"""\n{joined}"""'


def _sentences(line: str) -> list[str]:
    if len(line) <= _LONG:
        return [line]
    return [sentence for sentence in _SENTENCE_END.split(line) if sentence]


def _escaped(line: str) -> str:
    """A line of a long text; a line that looks like a mark of a conflict is written so that it does not."""
    if _LIKE_CONFLICT.match(line):
        return f"\\u{ord(line[0]):04X}" + line[1:].translate(_ESCAPES)
    return line.translate(_ESCAPES)
