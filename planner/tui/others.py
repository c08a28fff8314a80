"""What others changed: the scores with the sheets as they are now, and the units that this is about."""

from __future__ import annotations

from collections.abc import Iterable

from assessments.scoring import Board
from assessments.sheet import Sheet


def as_now(board: Board, sheets: Iterable[Sheet]) -> tuple[Board, frozenset[str]]:
    """The board with these sheets and no others, and the units of which they say something else.

    Where nothing is different it is the same board.
    """
    held = {sheet.id: sheet for sheet in board.sheets}
    came = {sheet.id: sheet for sheet in sheets}
    touched = frozenset[str]()
    for id in held.keys() - came.keys():
        board, touched = board.without_sheet(id), touched | _units(held[id], None)
    for id, sheet in came.items():
        if held.get(id) != sheet:
            board, touched = board.with_sheet(sheet), touched | _units(held.get(id), sheet)
    return board, touched


def _units(before: Sheet | None, after: Sheet | None) -> frozenset[str]:
    """The units of which two states of a sheet say something else."""
    old, new = before.entries if before else {}, after.entries if after else {}
    # A unit of which nothing is left may have an empty row or none.
    differing = {unit for unit in (*old, *new) if (old.get(unit) or {}) != (new.get(unit) or {})}
    events = set(before.events if before else ()) ^ set(after.events if after else ())
    return frozenset(differing | {event.unit for event in events})
