"""The check of a scheme before anyone scores: what contradicts itself, cannot be reached, or was left out.

One file an idea. A finding's path is the place in the scheme's own terms, as its file has it:
("indicators", id, "points"), ("classes", id, "grades", id, "lower"). Nothing here reads a file; who knows the
lines adds them.
"""

from __future__ import annotations

from assessments.checks.grades import grades
from assessments.checks.ground import Ground
from assessments.checks.items import items
from assessments.checks.names import names
from assessments.checks.roster import roster
from assessments.checks.rounding import rounding
from assessments.checks.rules import rules
from assessments.checks.sums import points, sums, weights
from assessments.checks.times import times
from assessments.checks.twice import twice
from assessments.checks.vetoes import vetoes
from assessments.numbers import exact
from assessments.scheme import Scheme
from planner.findings import Finding

__all__ = ["check"]

_CHECKS = (names, roster, sums, weights, points, rounding, items, rules, times, grades, vetoes, twice)


def check(scheme: Scheme) -> tuple[Finding, ...]:
    """Everything to be said about a scheme, in the order of the checks; nothing where it is sound.

    An error makes a score wrong or impossible, a warning is probably not meant, a note is only to be known.
    """
    with exact():
        ground = Ground.of(scheme)
        return tuple(finding for each in _CHECKS for finding in each(ground))
