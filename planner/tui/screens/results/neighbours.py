"""The smallest change of a weight that swaps a unit with its neighbour, found in the background, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assessments.analysis.swaps import Swap, smallest_swap, swap_by
from assessments.results import UnitResult
from assessments.scoring import Board
from planner.text import say
from planner.tui.screens.results.wording import Wording, number
from planner.tui.widgets.textpane import Para


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What was found for one unit and item: by this item, and by whichever item needs least."""

    unit: str
    ahead: str
    behind: str
    item: str
    by_item: Swap | None
    ahead_least: Swap | None
    behind_least: Swap | None


def neighbours_of(board: Board, unit: str) -> tuple[str, str]:
    """The units right before and right after one in its class; "" where there is none."""
    result = board.results.of(unit)
    held = [each.unit for each in board.results.in_class(result.unit_class) if each.rank is not None]
    if unit not in held:
        return "", ""
    at = held.index(unit)
    return (held[at - 1] if at else ""), (held[at + 1] if at + 1 < len(held) else "")


def look_for(board: Board, unit: str, item: str) -> Neighbours:
    """Score until it is found; takes a tenth of a second and more."""
    ahead, behind = neighbours_of(board, unit)
    return Neighbours(
        unit,
        ahead,
        behind,
        item,
        swap_by(board, unit, ahead, item) if ahead and item else None,
        smallest_swap(board, unit, ahead) if ahead else None,
        smallest_swap(board, behind, unit) if behind else None,
    )


def swap_paragraphs(wording: Wording, board: Board, found: Neighbours) -> Iterator[Para]:
    """What overtakes the unit ahead, by this item and by the least change, and what lets the next one by."""
    result = board.results.of(found.unit)
    if found.ahead:
        yield _heading(wording, board, "ahead", result, found.ahead)
        if found.item and found.by_item is None:
            yield Para(say("what_if.swap.not_by_item", item=wording.item(found.item)))
        elif found.by_item is not None:
            yield Para(say("what_if.swap.by_item", **_figures(wording, found.by_item)))
        yield _least(wording, found.ahead_least)
    else:
        yield Para(say("what_if.swap.first"), "strong")
    if found.behind:
        yield _heading(wording, board, "behind", result, found.behind)
        yield _least(wording, found.behind_least)
    if result.missing:
        yield Para(say("what_if.swap.unfinished"), "muted")


def _heading(wording: Wording, board: Board, side: str, result: UnitResult, other: str) -> Para:
    """How far the neighbour is, or that both share their rank."""
    held, name = board.results.of(other), wording.unit(other)
    if held.rank == result.rank:
        return Para(say(f"what_if.swap.{side}_tied", other=name, rank=held.rank or 0), "strong")
    gap = number(abs(held.total - result.total))
    return Para(say(f"what_if.swap.{side}", gap=gap, other=name), "strong")


def _least(wording: Wording, swap: Swap | None) -> Para:
    if swap is None:
        return Para(say("what_if.swap.never"))
    effect = number(swap.effect)
    return Para(say("what_if.swap.least", effect=effect, **_figures(wording, swap)))


def _figures(wording: Wording, swap: Swap) -> dict[str, str]:
    return {"item": wording.item(swap.indicator), "now": number(swap.now, 2), "to": number(swap.to)}
