"""How firm each place is: the ranks over thousands of weightings, class by class, until somebody stops it."""

from __future__ import annotations

from collections.abc import Mapping

from assessments.analysis.intervals import Interval, intervals
from assessments.scoring import Board
from planner.text import say
from planner.tui.screens.results.trial_rows import interval_words
from planner.tui.work import Progress

PERCENT, WEIGHTINGS = 20, 2000


def weighed(board: Board, progress: Progress) -> dict[str, Interval] | None:
    """The rank interval of every ranked unit; None where it was stopped."""
    found: dict[str, Interval] = {}
    classes = board.scheme.classes
    for done, unit_class in enumerate(classes):
        if progress.stopped:
            return None
        progress.report(done, len(classes), unit_class.title)
        held = intervals(board.scheme, board.results, unit_class.id, percent=PERCENT, weightings=WEIGHTINGS)
        found |= {each.unit: each for each in held}
    return found


def firm_words(found: Mapping[str, Interval]) -> str:
    """How many units keep their rank whatever the weights."""
    firm = sum(1 for each in found.values() if each.best == each.worst)
    return say("what_if.firm_found", firm=firm, of=len(found), count=WEIGHTINGS)


def unit_words(held: Interval) -> str:
    """Between which ranks one unit stands."""
    span, most = interval_words(held.best, held.worst), interval_words(held.low, held.high)
    return say("what_if.interval", span=span, most=most, percent=PERCENT)
