"""The totals of a class (汇总表): points, not applicable, due, deducted, actual, rate; and the wide table."""

from __future__ import annotations

from assessments.numbers import rounded
from assessments.reports.dossier import Dossier
from assessments.reports.items import value_cell
from assessments.reports.table import Cell, Column, Row, Table, Text, Words
from assessments.results import UnitResult
from assessments.scheme import Indicator

_RATE_PLACES = 2


def totals(dossier: Dossier, unit_class: str) -> Table:
    """One line a unit, in the scheme's order."""
    held = dossier.units(unit_class)
    places = dossier.scheme.unit_class(unit_class).rounding
    columns = (
        Column(Words("report.number"), "number", 4),
        Column(Words("report.unit"), width=14),
        Column(Words("report.points"), "number", 8),
        Column(Words("report.excused"), "number", 8),
        Column(Words("report.due"), "number", 8),
        Column(Words("report.deducted"), "number", 8),
        Column(Words("report.actual"), "number", 8),
        Column(Words("report.rate"), "percent", 8, _RATE_PLACES),
        Column(Words("report.beside"), "number", 10),
        Column(Words("report.total"), "number", 8, places),
    )
    rows = tuple(_unit_row(dossier, number, result) for number, result in enumerate(held, 1))
    return Table(
        Words("report.totals.title"),
        columns,
        rows,
        subtitle=class_subtitle(dossier, unit_class),
        notes=(Words("report.totals.note"), *class_notes(dossier, unit_class)),
        footers=(Words("report.sign.maker"), Words("report.sign.checker"), Words("report.sign.day")),
        landscape=True,
    )


def _unit_row(dossier: Dossier, number: int, result: UnitResult) -> Row:
    main = result.main
    rate = None if main.rate is None else rounded(main.rate, _RATE_PLACES)
    beside = result.raw - main.value
    return Row(
        (
            number,
            dossier.name(result.unit),
            main.points,
            main.excused or None,
            main.due,
            main.deducted or None,
            main.value,
            rate,
            beside or None,
            result.total,
        )
    )


def totals_by_indicator(dossier: Dossier, unit_class: str) -> Table:
    """Units by the outermost indicators of the class, and the total at the end."""
    held = dossier.units(unit_class)
    heads = _heads(dossier, held)
    places = dossier.scheme.unit_class(unit_class).rounding
    rows: list[Row] = []
    for number, result in enumerate(held, 1):
        scores = (result.main.find(indicator.id) for indicator in heads)
        cells: list[Cell] = [None if score is None else value_cell(score) for score in scores]
        rows.append(Row((number, dossier.name(result.unit), *cells, result.total)))
    return Table(
        Words("report.wide.title"),
        (
            Column(Words("report.number"), "number", 4),
            Column(Words("report.unit"), width=14),
            *(Column(_head(indicator, held), "number", 8) for indicator in heads),
            Column(Words("report.total"), "number", 8, places),
        ),
        tuple(rows),
        subtitle=class_subtitle(dossier, unit_class),
        notes=(Words("report.wide.note"), *class_notes(dossier, unit_class)),
        footers=(Words("report.sign.maker"), Words("report.sign.checker"), Words("report.sign.day")),
        landscape=True,
    )


def _heads(dossier: Dossier, held: tuple[UnitResult, ...]) -> tuple[Indicator, ...]:
    """The outermost indicators that at least one unit of the class has, in the scheme's order."""
    ids = {child.indicator for result in held for child in result.main.children}
    return tuple(indicator for indicator in dossier.scheme.indicators if indicator.id in ids)


def _head(indicator: Indicator, held: tuple[UnitResult, ...]) -> Text:
    """An indicator's title, with its points where they are the same for all units."""
    scores = (result.main.find(indicator.id) for result in held)
    points = {score.points for score in scores if score is not None}
    if indicator.kind != "normal" or len(points) != 1:
        return indicator.title
    return Words("report.wide.head", {"title": indicator.title, "points": points.pop()})


def class_subtitle(dossier: Dossier, unit_class: str) -> Words:
    """The scheme and the class a table is of."""
    title = dossier.scheme.unit_class(unit_class).title
    return Words("report.subtitle.class", {"scheme": dossier.scheme.title, "of": title})


def class_notes(dossier: Dossier, unit_class: str) -> tuple[Text, ...]:
    """What a reader of a class's table must know: open items, units assessed elsewhere."""
    notes: list[Text] = []
    missing = sum(result.missing for result in dossier.units(unit_class))
    if missing:
        notes.append(Words("report.provisional", {"count": missing}))
    for name, body in dossier.handed_over(unit_class):
        notes.append(Words("report.handed_over", {"unit": name, "body": body}))
    return tuple(notes)
