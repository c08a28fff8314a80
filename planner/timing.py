"""Due dates and recurring duties: what their words mean in a plan's year."""

from __future__ import annotations

from datetime import date

from planner.plan import Recurrence


def due_day(words: str, year: int) -> date | None:
    """The last day that the words of a deadline mean in the plan's year."""
    return None


def is_impossible(words: str, year: int) -> bool:
    """True where the words name a day that no calendar holds (9月31日)."""
    return False


def recurrence_rule(words: str) -> str:
    """The RFC 5545 rule of a recurring duty's words; empty where they give no interval."""
    return ""


def occurrences(recurrence: Recurrence, year: int) -> tuple[date, ...]:
    """The days of a recurring duty in one year, in order."""
    return ()
