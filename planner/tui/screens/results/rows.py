"""The lines of the ranking and of the items of one unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from assessments.numbers import ZERO
from assessments.results import PeriodScore, Score, UnitResult
from assessments.scheme import Kind
from planner.text import say
from planner.tui.screens.results.wording import Wording, number
from planner.tui.widgets.bars import bar
from planner.tui.widgets.rowmodel import Column, Group, Look

BAR = 16


@dataclass(frozen=True, slots=True)
class StandingRow:
    """A unit in its class: what the columns say of it."""

    result: UnitResult
    name: str
    rank: str
    total: str
    grade: str
    remarks: str
    scale: Decimal

    @property
    def key(self) -> str:
        """The unit's id."""
        return self.result.unit


def standing_rows(wording: Wording) -> list[StandingRow | Group]:
    """The classes with their units by rank."""
    rows: list[StandingRow | Group] = []
    for unit_class in wording.scheme.classes:
        held = wording.results.in_class(unit_class.id)
        if held:
            rows.append(Group(unit_class.title, class_note(held)))
            rows += [
                StandingRow(
                    result,
                    wording.unit(result.unit),
                    wording.rank(result),
                    wording.total(result) if not wording.handed_to(result.unit) else "-",
                    wording.grade(result) if not wording.handed_to(result.unit) else "-",
                    wording.remarks(result),
                    unit_class.scale,
                )
                for result in held
            ]
    return rows


def class_note(held: tuple[UnitResult, ...]) -> str:
    """How many units a class has, and that its ranks are provisional while any has something open."""
    unfinished = sum(1 for each in held if each.missing)
    if not unfinished:
        return say("results.class_note", count=len(held))
    return say("results.class_note_open", count=len(held), open=unfinished)


def standing_columns() -> list[Column[StandingRow]]:
    """Rank, unit, total, grade, remarks, bar. The bar stands last: its signs are not everywhere one cell."""
    return [
        Column("rank", "results.col.rank", lambda row: row.rank, width=9, brief=8,
               sort=lambda row: row.result.rank or 9999),
        Column("unit", "results.col.unit", lambda row: row.name, least=16, share=3, optional=False),
        Column("total", "results.col.total", lambda row: row.total, width=7, align="right",
               sort=lambda row: float(row.result.total), optional=False),
        Column("grade", "results.col.grade", lambda row: row.grade, width=8, optional=False),
        Column("remarks", "results.col.remarks", lambda row: row.remarks, least=12, share=2, ample=20),
        Column("bar", "", lambda row: bar(row.result.total, row.scale, BAR), width=BAR, brief=12,
               brief_cell=lambda row: bar(row.result.total, row.scale, 12), sort=lambda row: row.key),
    ]  # fmt: skip


def standing_look(row: StandingRow) -> Look:
    """Unfinished in grey, barred in red: both are said in words too."""
    if row.result.missing:
        return "muted"
    return "error" if any(mark.effect in _HARD for mark in row.result.marks) else ""


_HARD = ("zero", "fail", "block", "downgrade", "yellow_card", "red_card", "minus")


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A first item of a unit, or one of its rounds. `indicator` is empty for a round."""

    key: str
    indicator: str
    title: str
    words: str
    value: Decimal
    due: Decimal

    @property
    def bar(self) -> str:
        """The share that was got."""
        return bar(self.value, self.due, 10)


def item_rows(wording: Wording, result: UnitResult) -> list[ItemRow]:
    """The rounds of a unit, then its first items."""
    kinds = {each.id: each.kind for each in wording.scheme.indicators}
    scale = wording.unit_class(result.unit_class).scale
    titles = {each.id: each.title for each in wording.scheme.periods}
    rows = [
        ItemRow(
            f"period/{each.period}", "", titles.get(each.period, each.period), _round(each), each.value, scale
        )
        for each in result.periods
    ]
    rows += [_item(wording, score, kinds.get(score.indicator, "normal")) for score in _first(result.main)]
    return rows


def _first(main: Score) -> Iterator[Score]:
    """The first items; where there is one alone, those below it as well."""
    yield from main.children
    if len(main.children) == 1:
        yield from main.children[0].children


def _round(period: PeriodScore) -> str:
    return number(period.value) if period.held else say("results.not_held")


def _item(wording: Wording, score: Score, kind: Kind) -> ItemRow:
    if score.state == "not_applicable":
        words = say("results.not_applicable")
    elif kind != "normal":
        words = number(score.value)
    else:
        words = say("results.of", value=number(score.value), due=number(score.due))
    if score.state == "missing":
        words = say("results.still_open", words=words)
    due = score.due if kind == "normal" else max(abs(score.value), score.points, ZERO)
    return ItemRow(
        score.indicator, score.indicator, wording.item(score.indicator), words, abs(score.value), due
    )


def item_columns() -> list[Column[ItemRow]]:
    """Item, got of due, bar."""
    return [
        Column("title", "results.col.item", lambda row: row.title, least=10, share=3, optional=False),
        Column("words", "results.col.got", lambda row: row.words, least=14, share=1, align="right",
               sort=lambda row: float(row.value)),
        Column("bar", "", lambda row: row.bar, width=10),
    ]  # fmt: skip
