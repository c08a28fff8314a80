"""Exact numbers: every score is a Decimal, rounded half up (四舍五入) and only where a scheme says so.

A quotient that does not end (1 ÷ 3) is carried with forty digits and settled at twenty places before it is
rounded: 0.124999…, where the exact value is 0.125, is taken for what it stands for.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal, localcontext

ZERO, ONE, HUNDRED = Decimal(0), Decimal(1), Decimal(100)
_DIGITS = 40
PLACES = 20
_SETTLED = Decimal(1).scaleb(-PLACES)
_CONTEXT = Context(prec=_DIGITS, rounding=ROUND_HALF_UP)
_WIDE = Context(prec=400, rounding=ROUND_HALF_UP)
"""Settling keeps all digits before the point, however large a mistyped figure makes a number."""


def exact() -> AbstractContextManager[Context]:
    """The arithmetic of scores, whatever the caller's own settings are. Entered once at each door."""
    return localcontext(_CONTEXT)


def rounded(value: Decimal, places: int | None) -> Decimal:
    """`value` half up at `places` digits after the point; as it is for None. 89.5 at 0 places is 90.

    Nothing is rounded before the point, nor beyond twenty places.
    """
    if places is None:
        return value
    settled = value.quantize(_SETTLED, context=_WIDE)
    return settled.quantize(Decimal(1).scaleb(-digits(places)), context=_WIDE)


def digits(places: int) -> int:
    """The digits after the point that are kept where a scheme asks for so many."""
    return min(max(places, 0), PLACES)


def whole(value: Decimal, up: bool = False) -> Decimal:
    """The whole number at or below `value`; at or above it with `up` (a part counts as a whole one)."""
    settled = value.quantize(_SETTLED, context=_WIDE)
    return settled.to_integral_value(ROUND_CEILING if up else ROUND_FLOOR)


def total(values: Iterable[Decimal]) -> Decimal:
    """The sum; 0 of nothing."""
    return sum(values, ZERO)


def mean(values: Iterable[Decimal]) -> Decimal:
    """The arithmetic mean of at least one value."""
    held = tuple(values)
    return total(held) / len(held)


def between(value: Decimal, floor: Decimal | None, cap: Decimal | None) -> Decimal:
    """`value`, not below the floor and not above the cap; None is no limit. The floor is the stronger."""
    if cap is not None and value > cap:
        value = cap
    return floor if floor is not None and value < floor else value


def plain(value: Decimal, most: int = 10) -> str:
    """The number as a person writes it: no exponent, no zeros at the end, at most `most` places.

    One that has more is cut half up and ends in … so that nobody takes it for exact.
    """
    settled = rounded(value, most)
    words = format(settled, "f")
    if "." in words:
        words = words.rstrip("0").rstrip(".")
    words = "0" if words == "-0" else words
    return words if settled == rounded(value, 20) else f"{words}…"
