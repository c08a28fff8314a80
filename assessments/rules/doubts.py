"""A doubt: something that a person should look at, though the rule could go on."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TypeAlias

Doubt: TypeAlias = tuple[str, Mapping[str, str | int | Decimal]]
"""The catalogue's key of its words, and what fills them."""


def doubt(code: str, **arguments: str | int | Decimal) -> Doubt:
    """The doubt with this key."""
    return code, arguments
