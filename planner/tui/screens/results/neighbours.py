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
    """Three sentences: this item, the least change to overtake, the least change to be overtaken."""
    result = board.results.of(found.unit)
    if result.missing:
        yield Para(say("what_if.swap.unfinished", unit=wording.unit(found.unit)), "warning")
    if found.ahead:
        ahead = board.results.of(found.ahead)
        words = {"unit": wording.unit(found.unit), "other": wording.unit(found.ahead)}
        gap = number(ahead.total - result.total)
        yield Para(say("what_if.swap.gap", gap=gap, **words), "strong")
        if found.item:
            item = wording.item(found.item)
            if found.by_item is None:
                yield Para(say("what_if.swap.not_by_item", item=item))
            else:
                yield Para(say("what_if.swap.by_item", item=item, **_figures(found.by_item)))
        yield _least(wording, found.ahead_least, "what_if.swap.least", "what_if.swap.never", result)
    else:
        yield Para(say("what_if.swap.first", unit=wording.unit(found.unit)), "strong")
    if found.behind:
        other = wording.unit(found.behind)
        yield Para(say("what_if.swap.behind", other=other), "strong")
        yield _least(wording, found.behind_least, "what_if.swap.least", "what_if.swap.never", result)


def _least(wording: Wording, swap: Swap | None, found: str, never: str, result: UnitResult) -> Para:
    if swap is None:
        return Para(say(never))
    return Para(say(found, item=wording.item(swap.indicator), effect=number(swap.effect), **_figures(swap)))


def _figures(swap: Swap) -> dict[str, str]:
    return {"now": number(swap.now), "to": number(swap.to)}
