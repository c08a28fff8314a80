"""The form of an appeal and its review (申诉复核表): claim, original score, review, result, signatures."""

from __future__ import annotations

from decimal import Decimal

from assessments.process.course import Appeal
from assessments.reports.dossier import Dossier
from assessments.reports.items import value_cell
from assessments.reports.table import Cell, Column, Document, Paragraph, Row, Table, Words
from assessments.results import Score, UnitResult

_ROOM = {
    "report.appeal.item": 2,
    "report.appeal.claim": 8,
    "report.appeal.evidence": 3,
    "report.appeal.review": 8,
    "report.appeal.result": 2,
}
"""Lines for what is filled in by hand."""
_COLUMNS = (Column(Words("report.form.field"), width=14), Column(Words("report.form.content"), width=52))


def appeal_form(dossier: Dossier, unit: str, appeal: str = "") -> Document:
    """The form of one appeal, by its id, filled as far as it has come; without an id an empty one.

    KeyError where there is no such appeal.
    """
    result = dossier.result(unit)
    held = dossier.course.appeal(appeal) if appeal and dossier.course is not None else None
    if appeal and held is None:
        raise KeyError(appeal)
    table = Table(
        "",
        _COLUMNS,
        tuple(
            Row((head, content), lines=_ROOM.get(head.key, 1))
            for head, content in _fields(dossier, result, held)
        ),
        footers=(
            Words("report.sign.applicant"),
            Words("report.sign.reviewer"),
            Words("report.sign.approver"),
            Words("report.sign.day"),
        ),
    )
    return Document(
        Words("report.appeal.title"),
        (table, Paragraph(Words("report.appeal.note"))),
        subtitle=Words("report.subtitle.unit", {"scheme": dossier.scheme.title, "unit": dossier.name(unit)}),
    )


def _fields(dossier: Dossier, result: UnitResult, appeal: Appeal | None) -> tuple[tuple[Words, Cell], ...]:
    item, original = _contested(dossier, result, appeal)
    return (
        (Words("report.appeal.unit"), dossier.name(result.unit)),
        (Words("report.total"), result.total),
        (Words("report.rank"), result.rank),
        (Words("report.grade"), dossier.grade(result)),
        (Words("report.appeal.day"), appeal.day if appeal is not None else None),
        (Words("report.appeal.item"), item),
        (Words("report.appeal.original"), original),
        (Words("report.appeal.claim"), appeal.text if appeal is not None else None),
        (Words("report.appeal.evidence"), None),
        (Words("report.appeal.review"), appeal.answer or None if appeal is not None else None),
        (Words("report.appeal.score"), appeal.changed if appeal is not None else None),
        (Words("report.appeal.result"), _outcome(appeal)),
        (Words("report.appeal.reviewer"), appeal.by or None if appeal is not None else None),
        (Words("report.appeal.answered"), appeal.answered if appeal is not None else None),
    )


def _contested(dossier: Dossier, result: UnitResult, appeal: Appeal | None) -> tuple[Cell, Cell]:
    """What is contested and its score before: that of the sheets, not the one the review gave."""
    if appeal is None:
        return None, None
    if not appeal.indicator:
        return Words("report.appeal.whole"), result.total
    title = dossier.indicator(appeal.indicator).title
    score = result.main.find(appeal.indicator)
    if score is None:
        return title, None
    return title, value_cell(score) if appeal.changed is None else _before(dossier, appeal, score)


def _before(dossier: Dossier, appeal: Appeal, score: Score) -> Decimal | None:
    """The score that the review changed, where it was given by hand; None where it was reckoned."""
    for decision in dossier.course.decisions if dossier.course is not None else ():
        if (decision.unit, decision.indicator, decision.period, decision.appeal) == (
            appeal.unit,
            appeal.indicator,
            appeal.period,
            "",
        ):
            return decision.entry.score
    verified = {sheet.id for sheet in dossier.sheets if sheet.kind == "verified"}
    scores = (given.entry.score for given in score.given if given.sheet in verified)
    return next((value for value in scores if value is not None), None)


def _outcome(appeal: Appeal | None) -> Cell:
    if appeal is None or not appeal.answer:
        return None
    return Words("report.appeal.upheld" if appeal.changed is None else "report.appeal.changed")
