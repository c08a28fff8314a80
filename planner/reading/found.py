"""What a search in an item's text gives back: where it stood, its words, and the record they make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from planner.plan import Duty

Record = TypeVar("Record", covariant=True)


@dataclass(frozen=True, slots=True)
class Found(Generic[Record]):
    """`text[start:end]` of the searched text is `words`; `record` is what they mean."""

    start: int
    end: int
    words: str
    record: Record


@dataclass(frozen=True, slots=True)
class Clause:
    """A responsibility clause (责任分工) in an item's text.

    `start` and `end` cover the clause with its brackets or labels; `text` is what stands inside, trimmed.
    `dues` and `recurrences` are the words of deadlines and intervals in the clause; `doubts` are the parts
    that are neither name, role, deadline nor interval: kept in `text`, and to be reported.
    """

    start: int
    end: int
    text: str
    duty: Duty
    dues: tuple[str, ...] = ()
    recurrences: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
