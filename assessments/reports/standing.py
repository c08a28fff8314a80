"""Where a unit stands, in one sentence."""

from __future__ import annotations

from assessments.reports.dossier import Dossier
from assessments.reports.table import Argument, Words
from assessments.results import UnitResult


def standing_words(dossier: Dossier, result: UnitResult) -> Words:
    """The unit's total, and its rank and grade where it has them."""
    scheme_class = dossier.scheme.unit_class(result.unit_class)
    said: dict[str, Argument] = {
        "year": dossier.scheme.year,
        "total": result.total,
        "of": scheme_class.title,
        "count": len(dossier.units(result.unit_class)),
    }
    grade = dossier.grade(result)
    if result.rank is not None and grade:
        return Words("report.standing.rank_grade", {**said, "rank": result.rank, "grade": grade})
    if result.rank is not None:
        return Words("report.standing.rank", {**said, "rank": result.rank})
    if grade:
        return Words("report.standing.grade", {**said, "grade": grade})
    return Words("report.standing.total", said)
