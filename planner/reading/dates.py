"""Deadlines (完成时限) and recurring duties (每季度一次) in a text."""

from __future__ import annotations

from planner.plan import Due, Recurrence
from planner.reading.found import Found

Span = tuple[int, int]


def find_dues(text: str, year: int) -> tuple[Found[Due], ...]:
    """The deadlines of a text, in order."""
    return ()


def find_recurrences(text: str) -> tuple[Found[Recurrence], ...]:
    """The recurring duties of a text, in order."""
    return ()


def due_spans(text: str, *, alone: bool = False) -> list[Span]:
    """Where deadlines stand; `alone` where the text is nothing but a deadline (完成时限：6月)."""
    return []


def recurrence_spans(text: str) -> list[Span]:
    """Where intervals stand."""
    return []
