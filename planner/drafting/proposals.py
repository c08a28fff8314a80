"""One change that a roll-over proposes, and proposals that say the same taken together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from planner.drafting.changes import Kind
from planner.drafting.texts import Field, Record


@dataclass(frozen=True, slots=True)
class Place:
    """Where a proposal stands: the record by kind and id, its field, and the stretch of the field's text.

    `index` counts the deadlines, targets or recurring duties of a measure from 0; other fields have 0.
    For names in a duty and for fields that are no text (year, level, issued, a deadline's day) `start` and
    `end` enclose the whole.
    """

    record: Record
    id: str
    field: Field
    index: int = 0
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Proposal:
    """One change proposed. `id` is the same whenever the same change of the same place is proposed.

    `before` and `after` are a few words around the place, to show. With `person` only a person can decide:
    `new` is then at best a guess, often the words as they are; such proposals are not to be accepted in
    bulk. `reason` is the key of the reason's words in the catalogue, filled by `arguments`.
    """

    id: str
    place: Place
    old: str
    new: str
    kind: Kind
    reason: str
    person: bool = False
    arguments: Mapping[str, str | int] = field(default_factory=dict)
    before: str = ""
    after: str = ""


def groups(proposals: Iterable[Proposal]) -> tuple[tuple[Proposal, ...], ...]:
    """The proposals that say the same (old, new, reason) together, so that one word settles them all."""
    held: dict[tuple[str, str, str, bool], list[Proposal]] = {}
    for proposal in proposals:
        key = (proposal.old, proposal.new, proposal.reason, proposal.person)
        held.setdefault(key, []).append(proposal)
    return tuple(tuple(group) for group in held.values())
