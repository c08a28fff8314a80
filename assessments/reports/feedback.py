"""What a unit is told and must mend (反馈与整改清单): problem, deduction, advice, deadline."""

from __future__ import annotations

from datetime import date

from assessments.reports.circular import signature
from assessments.reports.dossier import Dossier
from assessments.reports.items import Item, leaves, reasons
from assessments.reports.marks import mark_words
from assessments.reports.standing import standing_words
from assessments.reports.table import Cell, Column, Document, Paragraph, Row, Table, Text, Words

_COLUMNS = (
    Column(Words("report.number"), "number", 4),
    Column(Words("report.item"), width=10),
    Column(Words("report.feedback.problem"), width=18),
    Column(Words("report.lost"), "number", 5),
    Column(Words("report.feedback.advice"), width=20),
    Column(Words("report.feedback.deadline"), "date", 10),
    Column(Words("report.feedback.done"), width=10),
)


def feedback(dossier: Dossier, unit: str, deadline: date | None = None) -> Document:
    """The list for one unit. Without a deadline it says: within a month of receiving it."""
    result = dossier.result(unit)
    lost = [item for item in leaves(dossier, result.main) if item.lost]
    rows = [_row(dossier, unit, number, item, deadline) for number, item in enumerate(lost, 1)]
    for number, mark in enumerate(result.marks, len(rows) + 1):
        words = mark_words(dossier, mark)
        advice = Words("report.advice.mark")
        rows.append(Row((number, Words("report.vetoes"), words, None, advice, _until(deadline), None)))
    asked = Words("report.feedback.ask") if rows else Words("report.feedback.nothing")
    table = Table(
        "", _COLUMNS, tuple(rows), footers=(Words("report.sign.responsible"), Words("report.sign.day"))
    )
    return Document(
        Words("report.feedback.title"),
        (
            Paragraph(Words("report.to_unit", {"unit": dossier.name(unit)}), "address"),
            Paragraph(standing_words(dossier, result)),
            Paragraph(asked),
            *((table,) if rows else ()),
            *signature(dossier),
        ),
        subtitle=dossier.scheme.title,
    )


def _row(dossier: Dossier, unit: str, number: int, item: Item, deadline: date | None) -> Row:
    problem: Cell = reasons(dossier, item) or Words("report.feedback.short")
    return Row(
        (
            number,
            item.indicator.title,
            problem,
            item.lost,
            _advice(dossier, unit, item),
            _until(deadline),
            None,
        )
    )


def _until(deadline: date | None) -> Cell:
    return deadline if deadline is not None else Words("report.feedback.month")


def _advice(dossier: Dossier, unit: str, item: Item) -> tuple[Text, ...]:
    """What to do, by what the points were lost for."""
    advice: list[Text] = []
    if item.score.events:
        advice.append(Words("report.advice.events"))
    shown = any(given.entry.evidence for given in item.score.given)
    if item.indicator.evidence and not shown:
        advice.append(Words("report.advice.evidence", {"evidence": item.indicator.evidence}))
    rule = dossier.rule_text(unit, item.indicator)
    if rule:
        advice.append(Words("report.advice.rule", {"rule": rule}))
    return tuple(advice) or (Words("report.advice.plain"),)
