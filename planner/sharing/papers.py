"""Every paper of an assessment by its name, and the sets in which they are handed out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from assessments.reports.appeal_form import appeal_form
from assessments.reports.circular import circular
from assessments.reports.deductions import deductions
from assessments.reports.dossier import Dossier
from assessments.reports.feedback import feedback
from assessments.reports.publicity import publicity
from assessments.reports.ranking import ranking
from assessments.reports.score_sheet import score_sheet
from assessments.reports.statement import statement
from assessments.reports.table import Paper
from assessments.reports.totals import totals, totals_by_indicator
from planner.text import say

Subject: TypeAlias = Literal["whole", "class", "unit"]
"""Whom a paper speaks of: the whole assessment, a class of units, one unit."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of paper; `draw` takes the id of its class or unit ("" for the whole)."""

    subject: Subject
    draw: Callable[[Dossier, str], Paper]


PAPERS: Mapping[str, Kind] = {
    "ranking": Kind("class", ranking),
    "totals": Kind("class", totals),
    "totals_by_indicator": Kind("class", totals_by_indicator),
    "deductions": Kind("class", deductions),
    "score_sheet": Kind("unit", score_sheet),
    "statement": Kind("unit", statement),
    "feedback": Kind("unit", feedback),
    "appeal_form": Kind("unit", appeal_form),
    "circular": Kind("whole", lambda dossier, _: circular(dossier)),
    "publicity": Kind("whole", lambda dossier, _: publicity(dossier)),
}
"""The papers by the names under which they are asked for."""


def title(name: str) -> str:
    """What a paper is called."""
    return say(f"report.name.{name}")


def of_class(dossier: Dossier, unit_class: str) -> tuple[tuple[str, Paper], ...]:
    """The papers of a class with their titles: its tables, then a score sheet for every unit."""
    tables = [(title(name), kind.draw(dossier, unit_class)) for name, kind in _of("class")]
    sheets = [
        (dossier.name(each.unit), score_sheet(dossier, each.unit)) for each in dossier.units(unit_class)
    ]
    return (*tables, *sheets)


def of_unit(dossier: Dossier, unit: str) -> tuple[tuple[str, Paper], ...]:
    """The papers of one unit with their titles."""
    return tuple((title(name), kind.draw(dossier, unit)) for name, kind in _of("unit"))


def of_all(dossier: Dossier) -> tuple[tuple[str, Paper], ...]:
    """All papers but those for one unit alone: about all units, then class by class with the class's name."""
    classes = [each for each in dossier.scheme.classes if dossier.units(each.id)]
    whole = [(title(name), kind.draw(dossier, "")) for name, kind in _of("whole")]
    tables = [
        (f"{each.title} {title(name)}", kind.draw(dossier, each.id))
        for each in classes
        for name, kind in _of("class")
    ]
    sheets = [
        (dossier.name(result.unit), score_sheet(dossier, result.unit))
        for each in classes
        for result in dossier.units(each.id)
    ]
    return (*whole, *tables, *sheets)


def _of(subject: Subject) -> list[tuple[str, Kind]]:
    return [(name, kind) for name, kind in PAPERS.items() if kind.subject == subject]
