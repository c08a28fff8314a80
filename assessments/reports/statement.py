"""How one unit's score came about (得分说明): every step with its arithmetic, to be repeated by hand."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from assessments.derivation import Step
from assessments.reports.dossier import Dossier
from assessments.reports.items import Item, event_words, items, said_by, scored_by, value_cell
from assessments.reports.marks import mark_words
from assessments.reports.standing import standing_words
from assessments.reports.table import (
    Argument,
    Arithmetic,
    Column,
    Document,
    Paragraph,
    Row,
    Table,
    Text,
    Words,
)
from assessments.results import PeriodScore
from assessments.sheet import Entry

_COLUMNS = (
    Column(Words("report.number"), width=5),
    Column(Words("report.statement.what"), width=30),
    Column(Words("report.statement.formula"), width=26),
    Column(Words("report.statement.value"), "number", 10, most=10),
)


def statement(dossier: Dossier, unit: str) -> Document:
    """The derivation of a unit's total: first the total itself, then item by item."""
    result = dossier.result(unit)
    main: list[Row] = [
        Row((None, Words("report.statement.main"), None, result.main.value), strong=True),
        *_steps(result.main.steps),
    ]
    for period in result.periods:
        main += _period(dossier, period)
    main += [Row((None, Words("report.statement.total"), None, result.total), strong=True)]
    main += _steps(result.steps)
    if result.grade_steps:
        main += [Row((None, Words("report.statement.grade"), None, dossier.grade(result)), strong=True)]
        main += _standing(result.grade_steps, result.total)
    by_item = [row for item in items(dossier, result.main) for row in _item(dossier, unit, item)]
    return Document(
        Words("report.statement.title"),
        (
            Paragraph(Words("report.to_unit", {"unit": dossier.name(unit)}), "address"),
            Paragraph(standing_words(dossier, result)),
            *(Paragraph(mark_words(dossier, mark)) for mark in result.marks),
            Paragraph(Words("report.statement.how")),
            Table(Words("report.statement.first"), _COLUMNS, tuple(main)),
            Table(Words("report.statement.second"), _COLUMNS, tuple(by_item)),
        ),
        subtitle=dossier.scheme.title,
    )


def _steps(steps: tuple[Step, ...]) -> Iterator[Row]:
    for step in steps:
        arithmetic = Arithmetic(step.formula) if len(step.formula) > 1 else None
        yield Row((None, said_by(step), arithmetic, step.value))


def _standing(steps: tuple[Step, ...], total: Decimal) -> Iterator[Row]:
    """The steps to rank and grade; where a step only repeats the total it says nothing in figures."""
    for row, step in zip(_steps(steps), steps, strict=True):
        yield row if step.value != total else Row((*row.cells[:3], None))


def _period(dossier: Dossier, period: PeriodScore) -> Iterator[Row]:
    title = next((each.title for each in dossier.scheme.periods if each.id == period.period), period.period)
    head: Text = title if period.held else Words("report.statement.not_held", {"title": title})
    yield Row((None, head, None, period.value), strong=True)
    yield from _steps(period.steps)
    for part in period.parts:
        yield from _period(dossier, part)


def _item(dossier: Dossier, unit: str, item: Item) -> Iterator[Row]:
    head = Words("report.statement.item", {"title": item.indicator.title, "points": item.score.points})
    title: Text = head if item.counts else item.indicator.title
    yield Row((item.number, title, None, value_cell(item.score)), strong=True)
    if item.is_leaf:
        observed = tuple(_observed(dossier, unit, item))
        if observed:
            yield Row((None, observed, None, None))
    yield from _steps(item.score.steps)


def _observed(dossier: Dossier, unit: str, item: Item) -> Iterator[Text]:
    """What the score stands on: the rule, the figures, the events, who gave them."""
    rule = dossier.rule_text(unit, item.indicator)
    if rule:
        yield Words("report.statement.rule", {"rule": rule})
    for given in dossier.counting(item.score):
        yield from _entry(dossier, unit, item, given.entry)
    for event in item.score.events:
        yield event_words(event)
    bodies = scored_by(dossier, item) if dossier.counting(item.score) else ()
    if bodies:
        yield Words("report.statement.by", {"bodies": bodies})


def _entry(dossier: Dossier, unit: str, item: Item, entry: Entry) -> Iterator[Text]:
    rule = dossier.rule(unit, item.indicator)
    for asked in rule.inputs() if rule is not None else ():
        value = observed_value(entry, asked.name)
        if value is not None:
            name: Text = Words(asked.label) if asked.label else asked.name
            yield Words("report.statement.observed", {"name": name, "value": value})
    if entry.reason:
        yield Words("report.statement.reason", {"reason": entry.reason})


def observed_value(entry: Entry, name: str) -> Argument | None:
    """What an entry holds under an input's name, as it is printed; None where it holds nothing."""
    if name == "done":
        return None if entry.done is None else Words("report.yes" if entry.done else "report.no")
    if name == "day":
        return entry.day
    if name == "score":
        return entry.score
    return entry.value if name == "value" else entry.figures.get(name)
