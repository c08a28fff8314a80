"""Quantified targets (目标) in a text."""

from __future__ import annotations

from planner.plan import Target
from planner.reading.found import Found


def find_targets(text: str) -> tuple[Found[Target], ...]:
    """The quantified targets of a text, in order."""
    return ()
