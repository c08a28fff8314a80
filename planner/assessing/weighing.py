"""How points are shared out: by weight, in steps that a table prints, and summing exactly to the scale."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

STEPS = (Decimal("0.5"), Decimal("0.1"), Decimal("0.01"), Decimal("0.001"), Decimal("0.0001"))
"""From coarse to fine."""


def share_out(weights: Sequence[Fraction], scale: Decimal, step: Decimal = STEPS[0]) -> tuple[Decimal, ...]:
    """Shares of `scale` in proportion to the weights (all above 0), each a multiple of a step, at least one.

    What rounding down leaves goes to the largest remainders, the earlier of equal ones first, so that the
    shares sum to the scale. `step` is made finer where it does not divide the scale, would leave somebody
    nothing, or would give a greater weight no more than a smaller one.
    """
    if not weights:
        return ()
    found: tuple[Decimal, ...] = ()
    for each in (step, *(finer for finer in STEPS if finer < step)):
        if scale % each == 0:
            found = _in_steps(weights, scale, each)
            if _in_order(weights, found):
                break
    return found


def _in_steps(weights: Sequence[Fraction], scale: Decimal, step: Decimal) -> tuple[Decimal, ...]:
    whole, pieces = sum(weights), int(scale / step)
    exact = [weight / whole * pieces for weight in weights]
    held = [int(share) for share in exact]
    first = sorted(range(len(weights)), key=lambda place: held[place] - exact[place])
    for place in first[: pieces - sum(held)]:
        held[place] += 1
    return tuple(step * count for count in held)


def _in_order(weights: Sequence[Fraction], shares: Sequence[Decimal]) -> bool:
    """True where everybody has something and a greater weight has more."""
    ordered = sorted(zip(weights, shares, strict=True))
    return min(shares) > 0 and all(
        lesser[0] == greater[0] or lesser[1] < greater[1] for lesser, greater in pairwise(ordered)
    )
