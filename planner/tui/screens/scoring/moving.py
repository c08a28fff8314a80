"""From one row of the list on the left to another: the next, the next that lacks something."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from planner.text import say
from planner.tui.display import notify
from planner.tui.screens.scoring.rows import ItemRow

if TYPE_CHECKING:
    from planner.tui.screens.scoring.ground import ScoringGround
    from planner.tui.screens.scoring.reading import LeftRow


def step(screen: ScoringGround, by: int) -> None:
    """To the next one, or the one before."""
    left = screen.reading.left
    before = left.current_key
    if by > 0:
        left.do_line_down()
    else:
        left.do_line_up()
    if left.current_key == before:
        which = "last" if by > 0 else "first"
        notify(screen, say(f"scoring_place.{which}_{screen.reading.of}"))
    else:
        screen.show_items()


def step_open(screen: ScoringGround, by: int) -> None:
    """To the next one that lacks something, after the last the first again."""
    left = screen.reading.left
    rows: Sequence[LeftRow] = left.model.records()
    at = next((place for place, row in enumerate(rows) if row.key == left.current_key), 0)
    around = [rows[(at + by * turn) % len(rows)] for turn in range(1, len(rows))] if rows else []
    found = next((row for row in around if row.wanting), None)
    if found is None:
        notify(screen, say(f"scoring_place.no_other_open_{screen.reading.of}"))
        return
    left.go_to(found.key)
    screen.show_items()
    here = screen.items.current
    if here is None or not here.wanting:
        _to_first_open(screen)


def next_open(screen: ScoringGround) -> ItemRow | None:
    """Go to the first row that lacks something of the next one below; None where none below does."""
    left = screen.reading.left
    rows: Sequence[LeftRow] = left.model.records()
    at = next((place for place, row in enumerate(rows) if row.key == left.current_key), len(rows))
    found = next((row for row in rows[at + 1 :] if row.wanting), None)
    if found is None:
        return None
    left.go_to(found.key)
    screen.show_items()
    return _to_first_open(screen)


def _to_first_open(screen: ScoringGround) -> ItemRow | None:
    """Go to the first row of the table that lacks something; None where none does."""
    row = next((row for row in screen.items.model.records() if row.wanting), None)
    return screen.go_to_item(row.key) if row is not None else None


def column_done(screen: ScoringGround) -> None:
    """Nothing below wants anything: say what is next."""
    of, row = screen.reading.of, screen.reading.left.current
    if row is not None and row.wanting:
        notify(screen, say(f"scoring_place.still_missing_{of}", count=row.wanting))
    elif any(each.wanting for each in screen.reading.left.model.records()):
        notify(screen, say(f"scoring_place.{of}_done"))
    else:
        notify(screen, say("scoring_place.all_done"))
