"""The draft of the circular (通报): results by class and grade, vetoes, accidents, what is to be done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from assessments.numbers import ZERO, rounded
from assessments.reports.dossier import Dossier
from assessments.reports.items import event_words, leaves
from assessments.reports.marks import mark_words
from assessments.reports.ranking import by_rank
from assessments.reports.table import Argument, Column, Document, Paragraph, Row, Table, Text, Words
from assessments.results import Mark, UnitResult
from assessments.scheme import Effect, Indicator, UnitClass
from assessments.sheet import Event

_MOST_PROBLEMS = 5
_TO_MEND = ("zero", "fail", "yellow_card", "red_card", "rectify")


def circular(dossier: Dossier) -> Document:
    """The circular over all classes, in the form offices give it; an editor finishes it."""
    scheme = dossier.scheme
    return Document(
        Words("report.circular.title", {"year": scheme.year}),
        (
            Paragraph(Words("report.address"), "address"),
            Paragraph(opening(dossier, "report.circular.opening")),
            *provisional(dossier),
            Paragraph(Words("report.circular.results"), "heading"),
            *(block for unit_class in scheme.classes for block in _class(dossier, unit_class)),
            Paragraph(Words("report.circular.vetoes"), "heading"),
            *_vetoes(dossier),
            *_accidents(dossier),
            Paragraph(Words("report.circular.problems"), "heading"),
            *_problems(dossier),
            Paragraph(Words("report.circular.demands"), "heading"),
            *_demands(dossier),
            *signature(dossier),
        ),
        subtitle=scheme.title,
    )


def opening(dossier: Dossier, key: str) -> Words:
    """The first sentence: by which paper, how many units, which year. Nothing is called done or approved
    while items are open."""
    scheme = dossier.scheme
    return Words(
        f"{key}_draft" if is_open(dossier) else key,
        {
            "basis": cited(scheme.basis or scheme.title),
            "year": scheme.year,
            "count": len(dossier.scored),
        },
    )


def is_open(dossier: Dossier) -> bool:
    """True while any item of any unit is still to be scored."""
    return any(result.missing for result in dossier.scored)


def cited(title: str) -> Argument:
    """A paper's title in the marks of a title (《》), unless it bears them."""
    return title if "《" in title else Words("report.cited", {"title": title})


def signature(dossier: Dossier) -> tuple[Paragraph, ...]:
    """Who issues it and the day; a blank where the day is not set."""
    day: Text = Words("report.day.blank")
    if dossier.day is not None:
        day = Words("report.day", {"day": dossier.day})
    issuer = dossier.scheme.issuer or Words("report.issuer.blank")
    return (Paragraph(issuer, "right"), Paragraph(day, "right"))


def result_table(dossier: Dossier, unit_class: str) -> Table:
    """The short table of a class: rank, unit, total, grade."""
    rows = tuple(
        Row(
            (
                result.rank if result.rank is not None else Words("report.not_ranked"),
                dossier.name(result.unit),
                result.total,
                dossier.grade(result),
            )
        )
        for result in by_rank(dossier, unit_class)
    )
    held = dossier.scheme.unit_class(unit_class)
    return Table(
        held.title,
        (
            Column(Words("report.rank"), "number", 6),
            Column(Words("report.unit"), width=20),
            Column(Words("report.total"), "number", 8, held.rounding),
            Column(Words("report.grade"), "short", 10),
        ),
        rows,
    )


def provisional(dossier: Dossier) -> Iterator[Paragraph]:
    """That what follows is not settled yet, where it is not."""
    missing = sum(result.missing for result in dossier.scored)
    if missing:
        yield Paragraph(Words("report.provisional_below", {"count": missing}))


def _class(dossier: Dossier, unit_class: UnitClass) -> Iterator[Paragraph | Table]:
    results = by_rank(dossier, unit_class.id)
    if not results:
        return
    yield Paragraph(Words("report.circular.class", {"of": unit_class.title, "count": len(results)}))
    for grade in sorted(unit_class.grades, key=lambda grade: -grade.lower):
        names = tuple(dossier.name(result.unit) for result in results if result.grade == grade.id)
        if names:
            yield Paragraph(
                Words(
                    "report.circular.grade",
                    {"grade": grade.title, "count": len(names), "units": names},
                )
            )
    open_still = tuple(dossier.name(result.unit) for result in results if not result.grade)
    if unit_class.grades and open_still:
        yield Paragraph(Words("report.circular.ungraded", {"count": len(open_still), "units": open_still}))
    for name, body in dossier.handed_over(unit_class.id):
        yield Paragraph(Words("report.handed_over", {"unit": name, "body": body}))
    yield result_table(dossier, unit_class.id)


def _vetoes(dossier: Dossier) -> Iterator[Paragraph]:
    """Unit by unit what events brought; what has no event of its own once with all units. Accidents are told
    apart, so that no event stands twice."""
    if not any(result.marks for result in dossier.scored):
        yield Paragraph(Words("report.circular.no_vetoes"))
    alike: dict[tuple[str, Effect], list[str]] = {}
    for result in dossier.scored:
        name = dossier.name(result.unit)
        brought = [mark for mark in result.marks if mark.events]
        for mark in result.marks:
            if not mark.events:
                alike.setdefault((mark.veto, mark.effect), []).append(name)
        if brought:
            marks = tuple(mark_words(dossier, replace(mark, events=())) for mark in brought)
            ids = dict.fromkeys(id for mark in brought for id in mark.events)
            events = (event for id in ids if (event := dossier.event(id)) is not None)
            why = tuple(event_words(event) for event in events if not _is_accident(event))
            key = "report.circular.veto_why" if why else "report.circular.veto"
            yield Paragraph(Words(key, {"unit": name, "mark": marks, "events": why}))
    for (veto, effect), units in alike.items():
        words = mark_words(dossier, Mark(veto, effect))
        yield Paragraph(Words("report.circular.vetoed", {"mark": words, "units": tuple(units)}))


def _accidents(dossier: Dossier) -> Iterator[Paragraph]:
    """The accidents of the scored units, once each, by day."""
    held: dict[str, Event] = {}
    scored = {result.unit for result in dossier.scored}
    for sheet in dossier.sheets:
        if sheet.kind == "self":
            continue
        for event in sheet.events:
            if event.unit in scored and _is_accident(event):
                held[event.id] = event
    for event in sorted(held.values(), key=lambda each: (each.day or date.min, each.id)):
        said: dict[str, Argument] = {"unit": dossier.name(event.unit), "event": event_words(event)}
        yield Paragraph(Words("report.circular.accident", said))


def _is_accident(event: Event) -> bool:
    return bool(event.severity or event.deaths or event.injured)


@dataclass(frozen=True, slots=True)
class _Problem:
    indicator: Indicator
    units: int
    lost: Decimal


def _problems(dossier: Dossier) -> Iterator[Paragraph]:
    """The items in which the units together lost most."""
    held: dict[str, _Problem] = {}
    for result in dossier.scored:
        for item in leaves(dossier, result.main):
            if item.lost:
                before = held.get(item.indicator.id, _Problem(item.indicator, 0, ZERO))
                after = _Problem(item.indicator, before.units + 1, before.lost + item.lost)
                held[item.indicator.id] = after
    worst = sorted(held.values(), key=lambda each: (-each.lost, each.indicator.order, each.indicator.id))
    if not worst:
        key = "report.circular.problems_open" if is_open(dossier) else "report.circular.no_problems"
        yield Paragraph(Words(key))
    for problem in worst[:_MOST_PROBLEMS]:
        said: dict[str, Argument] = {
            "title": problem.indicator.title,
            "count": problem.units,
            "lost": rounded(problem.lost, 2),
        }
        yield Paragraph(Words("report.circular.problem", said))


def _demands(dossier: Dossier) -> Iterator[Paragraph]:
    named = tuple(dossier.name(result.unit) for result in dossier.scored if must_mend(dossier, result))
    if named:
        yield Paragraph(Words("report.circular.mend", {"units": named}))
    talked = tuple(
        dossier.name(result.unit)
        for result in dossier.scored
        if any(mark.effect == "talk" for mark in result.marks)
    )
    if talked:
        yield Paragraph(Words("report.circular.talk", {"units": talked}))
    yield Paragraph(Words("report.circular.all"))
    yield Paragraph(Words("report.circular.use"))


def must_mend(dossier: Dossier, result: UnitResult) -> bool:
    """True for a unit that did not pass or carries a mark that asks for mending."""
    grades = dossier.scheme.unit_class(result.unit_class).grades
    failed = any(grade.id == result.grade and not grade.passing for grade in grades)
    return failed or any(mark.effect in _TO_MEND for mark in result.marks)
