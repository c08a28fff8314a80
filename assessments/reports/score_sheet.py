"""The score sheet of one unit (考核评分表): item, rule, points, own score, score, reason, evidence."""

from __future__ import annotations

from decimal import Decimal

from assessments.reports.dossier import Dossier
from assessments.reports.items import Item, evidence, items, reasons, scored_by, value_cell
from assessments.reports.marks import mark_words
from assessments.reports.table import Cell, Column, Row, Table, Text, Words
from assessments.results import UnitResult

_COLUMNS = (
    Column(Words("report.number"), width=4),
    Column(Words("report.item"), width=10),
    Column(Words("report.rule"), width=18),
    Column(Words("report.points"), "number", 5),
    Column(Words("report.own_score"), "number", 5),
    Column(Words("report.score"), "number", 6),
    Column(Words("report.lost"), "number", 6),
    Column(Words("report.reason"), width=15),
    Column(Words("report.evidence"), width=10),
    Column(Words("report.scorer"), width=7),
)


def score_sheet(dossier: Dossier, unit: str) -> Table:
    """The sheet of one unit, parents as heads of their items, the total as its last line."""
    result = dossier.result(unit)
    rows = [_row(dossier, unit, item) for item in items(dossier, result.main)]
    return Table(
        Words("report.score_sheet.title"),
        _COLUMNS,
        (*rows, *_sums(result)),
        subtitle=Words("report.subtitle.unit", {"scheme": dossier.scheme.title, "unit": dossier.name(unit)}),
        notes=_notes(dossier, result),
        footers=(
            Words("report.sign.leader"),
            Words("report.sign.responsible"),
            Words("report.sign.seal"),
            Words("report.sign.day"),
        ),
        landscape=True,
    )


def _row(dossier: Dossier, unit: str, item: Item) -> Row:
    indicator, score = item.indicator, item.score
    rule: list[Text] = [dossier.rule_text(unit, indicator)]
    if indicator.article:
        rule.append(Words("report.article", {"article": indicator.article}))
    head: tuple[Cell, ...] = (item.number, indicator.title, tuple(rule), score.points or None)
    if not item.is_leaf:
        rest: tuple[Cell, ...] = (None, value_cell(score), item.lost or None, None, None, None)
        return Row((*head, *rest), strong=True)
    return Row(
        (
            *head,
            dossier.claim(unit, indicator.id),
            value_cell(score),
            item.lost or None,
            reasons(dossier, item),
            evidence(dossier, unit, item),
            scored_by(dossier, item),
        )
    )


def _sums(result: UnitResult) -> tuple[Row, ...]:
    main = result.main
    rows = [_sum_row(Words("report.sum"), main.points, main.value, main.deducted)]
    if result.total != main.value:
        rows.append(_sum_row(Words("report.total"), None, result.total, None))
    return tuple(rows)


def _sum_row(head: Words, points: Decimal | None, value: Decimal, lost: Decimal | None) -> Row:
    return Row((None, head, None, points, None, value, lost or None, None, None, None), strong=True)


def _notes(dossier: Dossier, result: UnitResult) -> tuple[Text, ...]:
    notes: list[Text] = [mark_words(dossier, mark) for mark in result.marks]
    if result.periods:
        notes.append(Words("report.score_sheet.periods"))
    if result.missing:
        notes.append(Words("report.provisional", {"count": result.missing}))
    if dossier.claimed is not None:
        notes.append(Words("report.own_score.note"))
    return tuple(notes)
