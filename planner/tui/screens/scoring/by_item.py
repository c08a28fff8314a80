"""The table turned over: one item down all its units, and the list of the items that a voice scores."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assessments.scheme import Indicator
from planner.text import say
from planner.tui.display import cut, width
from planner.tui.screens.scoring.rows import ItemRow, done_note, figure, points_cell
from planner.tui.screens.scoring.table import Table
from planner.tui.widgets.rowmodel import Group, Item, Look

LEAST_TITLE = 16
"""Cells that an item's name has in the line over the table, however much is said of it."""
ValueOf = Callable[[ItemRow], "Decimal | None"]


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An item with its cells, unit by unit in the order of the classes.

    `number` is "" where it is not the same for all units; `classes` names those it is for, "" for all.
    """

    indicator: Indicator
    number: str
    classes: str
    rows: tuple[ItemRow, ...]

    @property
    def key(self) -> str:
        """The item."""
        return self.indicator.id

    @property
    def wanting(self) -> int:
        """How many units still lack something of it."""
        return sum(1 for row in self.rows if row.wanting)

    @property
    def by(self) -> str:
        """Who scores it."""
        return self.rows[0].by


def name_cell(row: IndicatorRow) -> str:
    """Number and name."""
    return f"{row.number} {row.indicator.title}".strip()


def sign_cell(row: IndicatorRow) -> str:
    """How many units are open."""
    return say("scoring_place.missing", count=row.wanting) if row.wanting else ""


def indicator_look(row: IndicatorRow) -> Look:
    """Colour beside the word."""
    return "warning" if row.wanting else ""


def indicator_items(table: Table) -> list[Item[IndicatorRow]]:
    """The items of the voice under their heads, in the order of the scheme; heads of which nothing is
    scored here are left out."""
    cells: dict[str, list[ItemRow]] = {}
    classes: dict[str, str] = {}
    for each in table.scheme.classes:
        for unit in table.units_of_voice():
            if unit.unit_class == each.id:
                classes[unit.id] = each.title
                for row in table.rows_read(unit.id):
                    cells.setdefault(row.indicator, []).append(row)
    below: dict[str, list[Indicator]] = {}
    for indicator in table.scheme.indicators:
        below.setdefault(indicator.parent, []).append(indicator)
    return list(_Turned(below, cells, classes).under("", 0))


@dataclass(frozen=True, slots=True)
class _Turned:
    """What the list is made of: the scheme's items by parent, the cells by item, the units' classes."""

    below: Mapping[str, list[Indicator]]
    cells: Mapping[str, list[ItemRow]]
    classes: Mapping[str, str]

    def under(self, parent: str, depth: int) -> Iterator[Item[IndicatorRow]]:
        """The items under a head."""
        for indicator in self.below.get(parent, ()):
            if indicator.id in self.cells:
                yield self._row(indicator)
            elif under := list(self.under(indicator.id, depth + 1)):
                rows = [each for each in under if isinstance(each, IndicatorRow)]
                # Each class may have a head of its own by the same name.
                whose = {row.classes for row in rows} if depth == 0 else set()
                title = "  ".join(filter(None, (indicator.title, whose.pop() if len(whose) == 1 else "")))
                yield Group("  " * depth + title, done_note(rows))
                yield from under

    def _row(self, indicator: Indicator) -> IndicatorRow:
        rows = tuple(self.cells[indicator.id])
        numbers = {row.number for row in rows}
        its = list(dict.fromkeys(self.classes[row.unit] for row in rows))
        everybody = len(its) == len(set(self.classes.values()))
        return IndicatorRow(
            indicator,
            numbers.pop() if len(numbers) == 1 else "",
            "" if everybody else say("report.list").join(its),
            rows,
        )


def column(table: Table, chosen: IndicatorRow, *, only_wanting: bool = False) -> list[Item[ItemRow]]:
    """The cells of an item by class, each class with how many of it are done."""
    found: list[Item[ItemRow]] = []
    units = {unit.id: unit for unit in table.scheme.units}
    for each in table.scheme.classes:
        rows = [row for row in chosen.rows if units[row.unit].unit_class == each.id]
        shown = [row for row in rows if row.wanting or not only_wanting]
        if shown:
            found.append(Group(each.title, done_note(rows)))
            found += [replace(row, of=table.unit_row(units[row.unit])) for row in shown]
    return found


def head_words(chosen: IndicatorRow, value_of: ValueOf, room: int) -> str:
    """The item, its full mark, how much is entered, and mean, highest and lowest of that."""
    told = [*_full_mark(chosen.rows), *_entered(chosen.rows, value_of)]
    figures = "  ".join(told)
    name = cut(name_cell(chosen), max(LEAST_TITLE, room - width(figures) - 2))
    return f"{name}  {figures}"


def _full_mark(rows: Sequence[ItemRow]) -> list[str]:
    """The full mark; nothing where there is none or it is another from unit to unit."""
    marks = {points_cell(row) for row in rows if row.node.kind != "multiplier"} - {""}
    return [say("scoring_place.full_mark", points=marks.pop())] if len(marks) == 1 else []


def _entered(rows: Sequence[ItemRow], value_of: ValueOf) -> Iterator[str]:
    values = [value for row in rows if (value := value_of(row)) is not None]
    left = sum(1 for row in rows if row.wanting or (not row.ours and row.score.state == "missing"))
    yield say("scoring_place.entered_of", done=len(rows) - left, count=len(rows))
    # Points out of different full marks have no mean.
    if values and len({row.node.points for row in rows}) == 1:
        mean = sum(values, Decimal(0)) / len(values)
        yield say("scoring_place.mean", value=figure(mean))
        yield say("scoring_place.highest", value=figure(max(values)))
        yield say("scoring_place.lowest", value=figure(min(values)))
