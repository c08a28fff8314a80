"""Where and how far is rounded: digits after the point that a score may have."""

from __future__ import annotations

from collections.abc import Iterator

from assessments.checks.ground import Ground, error
from planner.findings import Finding

_MOST = 10
"""Digits after the point that are ever printed."""


def rounding(ground: Ground) -> Iterator[Finding]:
    """Digits below none, or more than are printed."""
    scheme = ground.scheme
    settings = scheme.settings
    places: list[tuple[tuple[str, ...], int | None]] = [
        (("settings", "leaf_rounding"), settings.leaf_rounding),
        (("settings", "parent_rounding"), settings.parent_rounding),
        *((("classes", each.id, "rounding"), each.rounding) for each in scheme.classes),
        *((("indicators", each.id, "rounding"), each.rounding) for each in scheme.indicators),
        *((("periods", each.id, "rounding"), each.rounding) for each in scheme.periods),
    ]
    for path, digits in places:
        if digits is not None and not 0 <= digits <= _MOST:
            yield error("scheme.rounding_outside", *path, digits=digits, most=_MOST)
