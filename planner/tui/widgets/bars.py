"""Bars of one line, exact to an eighth of a cell."""

from __future__ import annotations

from decimal import Decimal

_EIGHTHS = " ▏▎▍▌▋▊▉"
_FULL = "█"


def bar(value: Decimal, of: Decimal, cells: int) -> str:
    """`value` of `of` as a bar of at most `cells` cells; whatever is above 0 can be seen."""
    if of <= 0 or value <= 0 or cells <= 0:
        return ""
    eighths = min(max(1, int(value * cells * 8 / of)), cells * 8)
    whole, rest = divmod(eighths, 8)
    return _FULL * whole + (_EIGHTHS[rest] if rest else "")
