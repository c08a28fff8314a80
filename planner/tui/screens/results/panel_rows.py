"""The lines of the panel: what to discuss first, where the assessors differ, who marks high or low."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assessments.analysis.discussion import Discussion
from assessments.analysis.panel import Leniency, RatedItem, by_disagreement, spread_of_items
from assessments.scheme import Scheme
from planner.text import say
from planner.tui.screens.results.wording import number, percent, signed
from planner.tui.widgets.bars import bar
from planner.tui.widgets.rowmodel import Column, Group, Look


class PanelWording:
    """Names of assessors, units and items. Ids never reach the screen."""

    def __init__(self, scheme: Scheme) -> None:
        self._assessors = {each.id: each.name for each in scheme.assessors}
        self._units = {each.id: each.name for each in scheme.units}
        self._items = {each.id: each.title for each in scheme.indicators}
        self._periods = {each.id: each.title for each in scheme.periods}

    def assessor(self, id: str) -> str:
        """An assessor's name."""
        return self._assessors.get(id, id)

    def unit(self, id: str) -> str:
        """A unit's name."""
        return self._units.get(id, id)

    def item(self, item: RatedItem) -> str:
        """An item's title, with its round where there are rounds."""
        title = self._items.get(item.indicator, item.indicator)
        return say("panel.in_round", round=self._periods[item.period], item=title) if item.period else title

    def title(self, indicator: str) -> str:
        """An item's title."""
        return self._items.get(indicator, indicator)


def item_key(item: RatedItem) -> str:
    """Round, unit and item."""
    return f"{item.period}/{item.unit}/{item.indicator}"


@dataclass(frozen=True, slots=True)
class DiscussRow:
    """A mark to discuss."""

    found: Discussion
    unit: str
    item: str
    who: str
    effect: str


def discuss_rows(words: PanelWording, found: Sequence[Discussion]) -> list[DiscussRow]:
    """What to discuss, that with the greatest effect first."""
    return [
        DiscussRow(
            each,
            words.unit(each.item.unit),
            words.item(each.item),
            words.assessor(each.extreme.by),
            _effect(words, each),
        )
        for each in found
    ]


def _effect(words: PanelWording, found: Discussion) -> str:
    """The places and grades that would change; that nothing would."""
    said = []
    if found.places:
        said.append(say("panel.places", count=found.places))
    if found.grades:
        said.append(say("panel.grades", count=found.grades))
    return say("results.and").join(said) or say("panel.no_effect")


def discuss_columns() -> list[Column[DiscussRow]]:
    """Unit, item, whose mark, that mark and the middle one, what it does to total and ranking."""
    return [
        Column("unit", "results.col.unit", lambda row: row.unit, least=12, share=2, optional=False),
        Column("effect", "panel.col.effect", lambda row: row.effect, least=14, share=2, optional=False),
        Column("mark", "panel.col.mark", lambda row: number(row.found.extreme.given), width=6, align="right",
               sort=lambda row: float(row.found.extreme.given)),
        Column("middle", "panel.col.middle", lambda row: number(row.found.median), width=6, align="right",
               sort=lambda row: float(row.found.median)),
        Column("change", "panel.col.change", lambda row: signed(row.found.change, 2), width=8, align="right",
               sort=lambda row: float(row.found.change)),
        Column("who", "panel.col.who", lambda row: row.who, least=8, share=2),
        Column("item", "results.col.item", lambda row: row.item, least=8, share=2),
    ]  # fmt: skip


def discuss_look(row: DiscussRow) -> Look:
    """What leaves the ranking as it is stands back."""
    return "warning" if row.found.grades else "" if row.found.places else "muted"


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """An item of a unit with its marks."""

    rated: RatedItem
    unit: str
    least: Decimal
    most: Decimal


def dispute_rows(words: PanelWording, items: Sequence[RatedItem]) -> list[DisputeRow | Group]:
    """Item by item, the most disputed first; in each the units, those farthest apart first."""
    ordered = by_disagreement(items)
    rows: list[DisputeRow | Group] = []
    for spread in spread_of_items(items):
        note = say(
            "panel.spread_note",
            mean=percent(spread.mean),
            most=percent(spread.greatest),
            unit=words.unit(spread.widest),
        )
        rows.append(Group(words.title(spread.indicator), note))
        for rated in (each for each in ordered if each.indicator == spread.indicator):
            marks = [mark.given for mark in rated.marks]
            rows.append(DisputeRow(rated, words.unit(rated.unit), min(marks), max(marks)))
    return rows


def dispute_columns() -> list[Column[DisputeRow]]:
    """Unit, how far apart, from which mark to which, how many, bar."""
    return [
        Column("unit", "results.col.unit", lambda row: row.unit, least=14, optional=False),
        Column("spread", "panel.col.spread", lambda row: percent(row.rated.spread_percent), width=7,
               align="right", optional=False, sort=lambda row: float(row.rated.spread_percent)),
        Column("range", "results.col.range", _range, width=12, align="right",
               sort=lambda row: float(row.least)),
        Column("mean", "panel.col.mean", lambda row: number(row.rated.mean), width=8, align="right",
               sort=lambda row: float(row.rated.mean)),
        Column("marks", "panel.col.marks", lambda row: str(len(row.rated.marks)), width=6, align="right",
               sort=lambda row: len(row.rated.marks)),
        Column("bar", "", lambda row: bar(row.rated.spread_percent, Decimal(100), 12), width=12,
               sort=lambda row: row.unit),
    ]  # fmt: skip


def _range(row: DisputeRow) -> str:
    return say("results.spread.range", least=number(row.least), most=number(row.most))


def leniency_columns(words: dict[str, str]) -> list[Column[Leniency]]:
    """Assessor, by how much higher or lower, how they spread, how they agree."""
    return [
        Column("who", "panel.col.assessor", lambda row: words.get(row.assessor, row.assessor), least=12,
               share=2, optional=False),
        Column("deviation", "panel.col.leniency", _leniency, least=14, optional=False,
               sort=lambda row: float(row.deviation or 0)),
        Column("marks", "panel.col.marks", lambda row: str(row.marks), width=6, align="right",
               sort=lambda row: row.marks),
        Column("spread", "panel.col.own_spread", _spread, width=12, align="right",
               sort=lambda row: float(row.spread or 0)),
        Column("agreement", "panel.col.agreement", _agreement, width=8, align="right",
               sort=lambda row: float(row.agreement or 0)),
    ]  # fmt: skip


def _leniency(row: Leniency) -> str:
    if row.deviation is None:
        return say("panel.not_compared")
    if not row.deviation:
        return say("panel.alike")
    return say("panel.higher" if row.deviation > 0 else "panel.lower", by=percent(abs(row.deviation)))


def _spread(row: Leniency) -> str:
    if row.spread is None or row.others_spread is None:
        return "-"
    return say("panel.spreads", own=percent(row.spread), others=percent(row.others_spread))


def _agreement(row: Leniency) -> str:
    return "-" if row.agreement is None else number(row.agreement.quantize(Decimal("0.01")))
