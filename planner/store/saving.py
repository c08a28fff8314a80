"""How an edit of a whole document meets what others kept meanwhile: merged field by field, or a Conflict."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from planner.merging import Merged
from planner.store.errors import Conflict
from planner.store.repository import Repository
from planner.store.rows import Data, Record

Merge: TypeAlias = Callable[[Data, Data, Data], Merged]


def put_merged(repository: Repository, base: Record, mine: Data, why: str, merging: Merge) -> Record:
    """Keep what was edited from `base`, together with whatever was kept since; Conflict, NotFound."""
    newest, wanted = base, mine
    while True:
        try:
            return repository.put(newest, wanted, why)
        except Conflict as conflict:
            newest = conflict.theirs
            wanted = merged_onto(newest, base.data, mine, merging)


def merged_onto(newest: Record, base: Data, mine: Data, merging: Merge) -> Data:
    """Both changes in one document; Conflict where they clash."""
    merged = merging(base, mine, newest.data)
    if merged.clashes:
        raise Conflict(mine, newest, merged.clashes)
    return merged.document
