"""Ranks and grades of a class (排名与等次), with shared places, vetoes in words and what a place brings."""

from __future__ import annotations

from collections import Counter

from assessments.reports.dossier import Dossier
from assessments.reports.marks import marks_cell
from assessments.reports.table import Bars, Cell, Column, Row, Table, Text, Words
from assessments.reports.totals import class_notes, class_subtitle
from assessments.results import UnitResult


def ranking(dossier: Dossier, unit_class: str) -> Table:
    """One line a unit by rank; those without a rank stand last."""
    return Table(
        Words("report.ranking.title"),
        _columns(dossier, unit_class),
        ranking_rows(dossier, unit_class),
        subtitle=class_subtitle(dossier, unit_class),
        notes=class_notes(dossier, unit_class),
        footers=(Words("report.sign.maker"), Words("report.sign.checker"), Words("report.sign.day")),
        bars=Bars(Words("report.ranking.bars"), labels=1, values=2),
    )


def _columns(dossier: Dossier, unit_class: str) -> tuple[Column, ...]:
    return (
        Column(Words("report.rank"), "number", 4),
        Column(Words("report.unit"), width=11),
        Column(Words("report.total"), "number", 6, dossier.scheme.unit_class(unit_class).rounding),
        Column(Words("report.grade"), "short", 6),
        Column(Words("report.vetoes"), width=18),
        *((Column(Words("report.awards"), "short", 8),) if has_awards(dossier, unit_class) else ()),
        Column(Words("report.remark"), width=8),
    )


def has_awards(dossier: Dossier, unit_class: str) -> bool:
    """True where a place in the class may bring an award."""
    return bool(dossier.scheme.unit_class(unit_class).awards)


def ranking_rows(dossier: Dossier, unit_class: str) -> tuple[Row, ...]:
    """The lines of a ranking: rank, unit, total, grade, vetoes, awards where the class has any, remark."""
    results = by_rank(dossier, unit_class)
    shared = Counter(result.rank for result in results)
    return tuple(
        _row(dossier, result, result.rank is not None and shared[result.rank] > 1) for result in results
    )


def by_rank(dossier: Dossier, unit_class: str) -> tuple[UnitResult, ...]:
    """The results of a class by rank, equal ones in the scheme's order."""
    results = dossier.units(unit_class)
    return tuple(sorted(results, key=lambda result: (result.rank is None, result.rank or 0)))


def _row(dossier: Dossier, result: UnitResult, is_shared: bool) -> Row:
    rank: Cell = result.rank if result.rank is not None else Words("report.not_ranked")
    remarks: list[Text] = [Words("report.shared")] if is_shared else []
    if result.missing:
        remarks.append(Words("report.open", {"count": result.missing}))
    return Row(
        (
            rank,
            dossier.name(result.unit),
            result.total,
            dossier.grade(result),
            marks_cell(dossier, result),
            *((awards(dossier, result),) if has_awards(dossier, result.unit_class) else ()),
            tuple(remarks),
        )
    )


def awards(dossier: Dossier, result: UnitResult) -> tuple[Text, ...]:
    """What a unit's place brings, by title, with the amount where there is one."""
    held = {award.id: award for award in dossier.scheme.unit_class(result.unit_class).awards}
    said: list[Text] = []
    for id in result.awards:
        award = held.get(id)
        if award is None:
            continue
        if award.amount is None:
            said.append(award.title)
        else:
            said.append(
                Words(
                    "report.award",
                    {"title": award.title, "amount": award.amount, "unit": award.unit},
                )
            )
    return tuple(said)
