"""From totals to marks, grades, ranks and awards: `settle` does it for one class at a time, a `Standing`
again and again while drafts change.

`title_of` gives the words of a mark, `score_in` finds an item in a unit's trees, `ladder` orders a class's
grades, `severity_of` is the class of an accident, `competition` the ranking that all of it stands on.
"""

from __future__ import annotations

from assessments.standing.events import severity_of
from assessments.standing.grades import ladder
from assessments.standing.ground import score_in
from assessments.standing.ranking import competition
from assessments.standing.settling import Standing, settle
from assessments.standing.vetoes import title_of

__all__ = [
    "Standing",
    "competition",
    "ladder",
    "score_in",
    "settle",
    "severity_of",
    "title_of",
]
