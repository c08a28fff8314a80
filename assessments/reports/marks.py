"""Vetoes, bars, cards and talks in words, with the events that brought them."""

from __future__ import annotations

from dataclasses import replace

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
    """All marks of a unit, a line each, then what brought them, each event once."""
    events = (dossier.event(id) for mark in result.marks for id in mark.events)
    said = tuple(dict.fromkeys(event.id for event in events if event is not None))
    marks = (mark_words(dossier, replace(mark, events=())) for mark in result.marks)
    return (*marks, *(event_words(event) for id in said if (event := dossier.event(id)) is not None))


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
    of_classes = [
        each.grades for each in scheme.classes if any(held.id == veto.grade for held in each.grades)
    ]
    titles = (grade.title for grades in of_classes for grade in grades if grade.id == veto.grade)
    highest = all(max(grades, key=lambda grade: grade.lower).id == veto.grade for grades in of_classes)
    key = "report.effect.block_only" if highest else "report.effect.block"
    return Words(key, {"grade": next(titles, veto.grade)})
