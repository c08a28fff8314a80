"""The notice before results are final (公示): ranks, bonuses and penalties, how long, and where to object."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from assessments.reports.circular import opening, provisional, result_table, signature
from assessments.reports.dossier import Dossier
from assessments.reports.items import items, reasons
from assessments.reports.table import Argument, Column, Document, Paragraph, Row, Table, Words

_BONUS_COLUMNS = (
    Column(Words("report.unit"), width=14),
    Column(Words("report.item"), width=14),
    Column(Words("report.beside"), "number", 8),
    Column(Words("report.publicity.why"), width=30),
)


def publicity(dossier: Dossier, first: date | None = None) -> Document:
    """The notice; `first` is its first day. Without the scheme's number of days the days stay blank."""
    scheme = dossier.scheme
    classes = (each for each in scheme.classes if dossier.units(each.id))
    beside = _beside(dossier)
    issuer: Argument = scheme.issuer or Words("report.issuer.blank")
    return Document(
        Words("report.publicity.title", {"year": scheme.year}),
        (
            Paragraph(opening(dossier, "report.publicity.opening")),
            *provisional(dossier),
            *(result_table(dossier, each.id) for each in classes),
            *((beside,) if beside.rows else ()),
            Paragraph(_days(dossier, first)),
            Paragraph(_objections(dossier, issuer)),
            Paragraph(Words("report.publicity.contact")),
            *signature(dossier),
        ),
        subtitle=scheme.title,
    )


def _days(dossier: Dossier, first: date | None) -> Words:
    days = dossier.scheme.settings.publicity_days
    if days is None:
        return Words("report.publicity.days_blank")
    if first is None:
        return Words("report.publicity.days", {"days": days})
    last = first + timedelta(days=days - 1)
    return Words("report.publicity.from_to", {"days": days, "first": first, "last": last})


def _objections(dossier: Dossier, issuer: Argument) -> Words:
    days = dossier.scheme.settings.appeal_days
    if days is None:
        return Words("report.publicity.object", {"issuer": issuer})
    return Words("report.publicity.appeal", {"issuer": issuer, "days": days})


def _beside(dossier: Dossier) -> Table:
    return Table(Words("report.publicity.beside"), _BONUS_COLUMNS, tuple(_beside_rows(dossier)))


def _beside_rows(dossier: Dossier) -> Iterator[Row]:
    """Every bonus and penalty with its reason: these are what others object to."""
    for result in dossier.scored:
        for item in items(dossier, result.main):
            if item.is_leaf and item.kind in ("bonus", "penalty") and item.score.value:
                name = dossier.name(result.unit)
                why = reasons(dossier, item)
                yield Row((name, item.indicator.title, item.score.value, why))
