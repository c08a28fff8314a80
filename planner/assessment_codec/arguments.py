"""What fills the words of a step, told apart also where a store keeps numbers as text.

A text that could be read as a number has a ' before it, as in a spreadsheet.
"""

from __future__ import annotations

import re
from decimal import Decimal

_NUMBER = re.compile(r"-?[0-9]{1,200}(?:\.[0-9]{1,200})?(?:E[+-]?[0-9]{1,3})?")
_MARK = "'"


def marked(value: str | int | Decimal) -> str | int | Decimal:
    """The value as data."""
    if isinstance(value, str) and (value.startswith(_MARK) or _NUMBER.fullmatch(value)):
        return _MARK + value
    return value


def unmarked(value: str | int | Decimal) -> str | int | Decimal:
    """The value that `marked` gave this data; a number may have become its text."""
    if not isinstance(value, str):
        return value
    if value.startswith(_MARK):
        return value[len(_MARK) :]
    return Decimal(value) if _NUMBER.fullmatch(value) else value
