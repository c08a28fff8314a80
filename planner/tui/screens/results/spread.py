"""Which items decide the ranking and which separate nobody; beside them what each unit got in one item."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from textual import on

from assessments.analysis.spread import Spread, spreads
from assessments.numbers import ZERO
from assessments.results import Score, UnitResult
from assessments.scoring import Board
from planner.text import say
from planner.tui.screens.results.view import View
from planner.tui.screens.results.wording import Wording, number, percent
from planner.tui.widgets.bars import bar
from planner.tui.widgets.fields import FilterLine
from planner.tui.widgets.panes import Pane
from planner.tui.widgets.rowmodel import Column, Group, Look
from planner.tui.widgets.rows import RowList


@dataclass(frozen=True, slots=True)
class SpreadRow:
    """An item in one class. `shown` is what it decides as a share of the most decisive one."""

    unit_class: str
    spread: Spread
    title: str
    most: Decimal

    @property
    def key(self) -> str:
        """Class and item."""
        return f"{self.unit_class}/{self.spread.indicator}"

    @property
    def share(self) -> Decimal:
        """What the item decides, in percent."""
        return self.spread.share or ZERO


@dataclass(frozen=True, slots=True)
class GotRow:
    """What one unit got in an item."""

    result: UnitResult
    name: str
    score: Score
    of: Decimal


def spread_rows(wording: Wording) -> list[SpreadRow | Group]:
    """Class by class: the items that decide, the most decisive first, then those that separate nobody."""
    rows: list[SpreadRow | Group] = []
    for unit_class in wording.scheme.classes:
        leaves = [each for each in spreads(wording.scheme, wording.results, unit_class.id) if each.is_leaf]
        apart = sorted(
            (each for each in leaves if each.separates),
            key=lambda each: (-(each.share or ZERO), each.indicator),
        )
        unfinished = any(each.missing for each in wording.results.in_class(unit_class.id))
        alike = [each for each in leaves if not each.separates and each.units > 1]
        alone = [each for each in leaves if not each.separates and each.units == 1]
        most = max((each.share or ZERO for each in apart), default=ZERO)
        count = "results.spread.count_open" if unfinished else "results.spread.count"
        for held, key in ((apart, "decide"), (alike, "alike"), (alone, "alone")):
            if held:
                title = say(f"results.spread.{key}", of=unit_class.title)
                rows.append(Group(title, say(count, count=len(held))))
                rows += [SpreadRow(unit_class.id, each, wording.item(each.indicator), most) for each in held]
    return rows


def _columns() -> list[Column[SpreadRow]]:
    return [
        Column("item", "results.col.item", lambda row: row.title, least=16, share=3, optional=False),
        Column("share", "results.col.decides", _share_words, width=7, align="right", optional=False,
               sort=lambda row: float(row.share)),
        Column("range", "results.col.range", _range_words, width=13, align="right",
               sort=lambda row: float(row.spread.most - row.spread.least)),
        Column("rate", "results.col.rate", lambda row: percent(row.spread.rate), width=7, align="right",
               sort=lambda row: float(row.spread.rate or 0)),
        Column("units", "results.col.units", lambda row: str(row.spread.units), width=6, align="right",
               sort=lambda row: row.spread.units),
        Column("deviation", "results.col.deviation", lambda row: number(row.spread.deviation), width=8,
               align="right", hidden=True, sort=lambda row: float(row.spread.deviation)),
        Column("bar", "", lambda row: bar(row.share, row.most, 10), width=10, sort=lambda row: row.key),
    ]  # fmt: skip


def _share_words(row: SpreadRow) -> str:
    return percent(row.spread.share) if row.spread.separates else say("results.spread.none")


def _range_words(row: SpreadRow) -> str:
    if not row.spread.separates:
        return number(row.spread.least, 2)
    return say("results.spread.range", least=number(row.spread.least, 2), most=number(row.spread.most, 2))


def _look(row: SpreadRow) -> Look:
    if not row.spread.separates:
        return "muted"
    return "warning" if row.share < 0 else ""


class SpreadView(View):
    """What separates the units."""

    VIEW = "spread"

    def __init__(self) -> None:
        self._wording: Wording | None = None
        rows = RowList[SpreadRow](
            _columns(), key=lambda row: row.key, look=_look, empty="results.none", id="spread"
        )
        units = RowList[GotRow](
            [
                Column("unit", "results.col.unit", lambda row: row.name, least=12, share=2, optional=False),
                Column("got", "results.col.score", _got_words, width=12, align="right",
                       sort=lambda row: float(row.score.value)),
                Column("bar", "", lambda row: bar(row.score.value, row.of, 10), width=10,
                       sort=lambda row: row.name),
            ],
            key=lambda row: row.result.unit,
            empty="results.no_items",
            id="spread-units",
        )  # fmt: skip
        super().__init__(
            Pane("results.pane.spread", FilterLine("results.filter_items"), rows, least=70, share=5),
            Pane("results.pane.item", units, least=42, share=3),
        )

    @property
    def _units(self) -> RowList[GotRow]:
        return self.query_one("#spread-units", RowList)

    def fill(self, board: Board, wording: Wording) -> None:
        self._wording = wording
        self.rows.fill(spread_rows(wording))
        self._show_item()

    def went_in(self) -> bool:
        if self.rows.has_focus:
            self.enter(1)
            return True
        return False

    def point_at(self, unit: str) -> None:
        """The units are those of an item: the cursor stays on the item."""
        self._units.go_to(unit)

    def unit_here(self) -> UnitResult | None:
        row = self._units.current
        return row.result if row is not None else None

    def item_here(self) -> str:
        """The item under the cursor."""
        row = self.rows.current
        return row.spread.indicator if isinstance(row, SpreadRow) else ""

    @on(RowList.Moved, "#spread")
    def _show_item(self) -> None:
        row, wording = self.rows.current, self._wording
        if not isinstance(row, SpreadRow) or wording is None:
            self._units.fill([])
            return
        self.panes[1].title.tell(item=row.title)
        got = sorted(_got(wording, row), key=lambda each: -each.score.value)
        self._units.fill(got)


def _got(wording: Wording, row: SpreadRow) -> Iterator[GotRow]:
    for result in wording.results.in_class(row.unit_class):
        score = result.main.find(row.spread.indicator)
        if score is not None:
            of = max(score.due, row.spread.most)
            yield GotRow(result, wording.unit(result.unit), score, of)


def _got_words(row: GotRow) -> str:
    if row.score.state == "scored":
        return number(row.score.value)
    return say("results.not_applicable" if row.score.state == "not_applicable" else "results.unfinished")
