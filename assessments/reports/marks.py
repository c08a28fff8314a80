"""Vetoes, bars, cards and talks in words, with the events that brought them."""

from __future__ import annotations

from assessments.reports.dossier import Dossier
from assessments.reports.items import event_words
from assessments.reports.table import Argument, Text, Words
from assessments.results import Mark, UnitResult
from assessments.scheme import Scheme, Veto
from assessments.standing import title_of


def mark_words(dossier: Dossier, mark: Mark) -> Words:
    """One mark: what it is called, what it does, and the events behind it."""
    veto = next((each for each in dossier.scheme.vetoes if each.id == mark.veto), None)
    arguments: dict[str, Argument] = {
        "title": title_of(dossier.scheme, mark),
        "effect": effect_words(dossier.scheme, mark, veto),
    }
    events = tuple(event_words(event) for id in mark.events if (event := dossier.event(id)) is not None)
    if events:
        return Words("report.mark.events", {**arguments, "events": events})
    return Words("report.mark.plain", arguments)


def marks_cell(dossier: Dossier, result: UnitResult) -> tuple[Text, ...]:
    """All marks of a unit, a line each."""
    return tuple(mark_words(dossier, mark) for mark in result.marks)


def effect_words(scheme: Scheme, mark: Mark, veto: Veto | None) -> Words:
    """What a mark does to the unit."""
    if mark.effect == "minus" and veto is not None and veto.points is not None:
        return Words("report.effect.minus", {"points": abs(veto.points)})
    if mark.effect == "downgrade" and veto is not None:
        return Words("report.effect.downgrade", {"steps": veto.steps})
    if mark.effect == "block":
        return _barred(scheme, veto)
    return Words(_EFFECTS[mark.effect])


_EFFECTS = {
    "zero": "report.effect.zero",
    "fail": "report.effect.fail",
    "minus": "report.effect.minus_some",
    "downgrade": "report.effect.downgrade_some",
    "yellow_card": "report.effect.yellow_card",
    "red_card": "report.effect.red_card",
    "talk": "report.effect.talk",
    "rectify": "report.effect.rectify",
}


def _barred(scheme: Scheme, veto: Veto | None) -> Words:
    """The grade that is barred, by its title; the highest where the veto names none."""
    if veto is None or not veto.grade:
        return Words("report.effect.block_highest")
    titles = (grade.title for each in scheme.classes for grade in each.grades if grade.id == veto.grade)
    return Words("report.effect.block", {"grade": next(titles, veto.grade)})
