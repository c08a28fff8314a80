"""Every deduction of a class (扣分明细): unit, item, what was lost and why, by which rule and whom."""

from __future__ import annotations

from assessments.numbers import total
from assessments.reports.dossier import Dossier
from assessments.reports.items import Item, items, leaves, reasons, scored_by
from assessments.reports.marks import mark_words
from assessments.reports.table import Column, Row, Table, Text, Words
from assessments.reports.totals import class_notes, class_subtitle
from assessments.results import UnitResult

_COLUMNS = (
    Column(Words("report.unit"), width=9),
    Column(Words("report.number"), width=4),
    Column(Words("report.item"), width=10),
    Column(Words("report.points"), "number", 5),
    Column(Words("report.lost"), "number", 6),
    Column(Words("report.score"), "number", 6),
    Column(Words("report.reason"), width=18),
    Column(Words("report.rule"), width=16),
    Column(Words("report.article.head"), width=8),
    Column(Words("report.scorer"), width=7),
)


def deductions(dossier: Dossier, unit_class: str) -> Table:
    """The deductions of a class, unit by unit in the scheme's order; vetoes stand after a unit's items."""
    held = dossier.units(unit_class)
    rows = [row for result in held for row in _unit_rows(dossier, result)]
    capped: tuple[Text, ...] = ()
    if any(_is_capped(dossier, result) for result in held):
        capped = (Words("report.deductions.capped"),)
    return Table(
        Words("report.deductions.title"),
        _COLUMNS,
        tuple(rows),
        subtitle=class_subtitle(dossier, unit_class),
        notes=(*capped, *class_notes(dossier, unit_class)),
        footers=(Words("report.sign.maker"), Words("report.sign.checker"), Words("report.sign.day")),
        landscape=True,
    )


def _unit_rows(dossier: Dossier, result: UnitResult) -> list[Row]:
    name = dossier.name(result.unit)
    rows = [_row(dossier, name, result.unit, item) for item in leaves(dossier, result.main) if item.lost]
    for mark in result.marks:
        rows.append(Row((name, None, None, None, None, None, mark_words(dossier, mark), None, None, None)))
    return rows


def _row(dossier: Dossier, name: str, unit: str, item: Item) -> Row:
    return Row(
        (
            name,
            item.number,
            item.indicator.title,
            item.score.points if item.counts else None,
            item.lost,
            item.score.value,
            reasons(dossier, item),
            dossier.rule_text(unit, item.indicator),
            item.indicator.article,
            scored_by(dossier, item),
        )
    )


def _is_capped(dossier: Dossier, result: UnitResult) -> bool:
    """True where a parent lost less than its items together: a cap, a floor or points brought to scale."""
    held = items(dossier, result.main)
    lost = {item.indicator.id: item.lost for item in held}
    return any(
        item.counts and item.lost < total(lost[child.indicator] for child in item.score.children)
        for item in held
    )
