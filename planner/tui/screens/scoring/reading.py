"""The two ways to read the place: the items of one unit, or one item down all its units."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

from planner.tui.screens.scoring import by_item
from planner.tui.screens.scoring.by_item import IndicatorRow
from planner.tui.screens.scoring.head import head_words
from planner.tui.screens.scoring.rows import ItemRow, UnitRow
from planner.tui.widgets.rowmodel import Item
from planner.tui.widgets.rows import RowList

if TYPE_CHECKING:
    from planner.tui.screens.scoring.ground import ScoringGround

LeftRow: TypeAlias = UnitRow | IndicatorRow
Left: TypeAlias = "RowList[UnitRow] | RowList[IndicatorRow]"
"""The list on the left; its rows know what they lack."""


class Reading(Protocol):
    """What stands left and in the table. `of` is what one chooses on the left, also the end of what is said
    of it in the catalogue; `line` is the filter line over it."""

    of: Literal["unit", "item"]
    line: str

    @property
    def left(self) -> Left:
        """The list on the left."""

    @property
    def unit(self) -> UnitRow | None:
        """The chosen unit."""

    @property
    def cell(self) -> tuple[str, str]:
        """The chosen unit and item, "" where there is none."""

    def keys(self, unit: str, indicator: str) -> tuple[str, str]:
        """Where a cell stands: the key on the left and the key in the table."""

    def fill(self) -> None:
        """Put the present state into the list on the left."""

    def items(self) -> list[Item[ItemRow]]:
        """The rows of the table."""

    def head(self, change: tuple[str, Decimal]) -> str:
        """The line over the table. `change` is what the last entry did to the total of which unit."""


class ByUnit:
    """Units on the left, the items of the chosen one in the table."""

    of: Literal["unit", "item"] = "unit"
    line = "#unit-filter"

    def __init__(self, screen: ScoringGround) -> None:
        self._screen = screen

    @property
    def left(self) -> Left:
        return self._screen.units

    @property
    def unit(self) -> UnitRow | None:
        return self._screen.units.current

    @property
    def cell(self) -> tuple[str, str]:
        row = self._screen.items.current
        return self._screen.units.current_key, row.indicator if row is not None else ""

    def keys(self, unit: str, indicator: str) -> tuple[str, str]:
        return unit, indicator

    def fill(self) -> None:
        self._screen.units.fill(self._screen.table.unit_items())

    def items(self) -> list[Item[ItemRow]]:
        screen, unit = self._screen, self._screen.units.current_key
        return screen.table.items(unit, only_wanting=screen.only_missing) if unit else []

    def head(self, change: tuple[str, Decimal]) -> str:
        row = self.unit
        if row is None:
            return ""
        screen = self._screen
        changed = change[1] if change[0] == row.key else Decimal(0)
        return head_words(screen.scheme, row, screen.voice.period, changed)


class ByItem:
    """Items on the left, the units that the chosen one is for in the table."""

    of: Literal["unit", "item"] = "item"
    line = "#indicator-filter"

    def __init__(self, screen: ScoringGround) -> None:
        self._screen = screen

    @property
    def left(self) -> Left:
        return self._screen.indicators

    @property
    def unit(self) -> UnitRow | None:
        row = self._screen.items.current
        return row.of if row is not None else None

    @property
    def cell(self) -> tuple[str, str]:
        row = self.unit
        return row.key if row is not None else "", self._screen.indicators.current_key

    def keys(self, unit: str, indicator: str) -> tuple[str, str]:
        return indicator, unit

    def fill(self) -> None:
        self._screen.indicators.fill(by_item.indicator_items(self._screen.table))

    def items(self) -> list[Item[ItemRow]]:
        screen, chosen = self._screen, self._screen.indicators.current
        if chosen is None:
            return []
        return by_item.column(screen.table, chosen, only_wanting=screen.only_missing)

    def head(self, change: tuple[str, Decimal]) -> str:
        chosen = self._screen.indicators.current
        if chosen is None:
            return ""
        return by_item.head_words(chosen, self._screen.entered, self._screen.items.size.width - 2)


def turn(screen: ScoringGround) -> None:
    """Turn the table over; the cursor stays on its cell."""
    unit, indicator = screen.reading.cell
    place = screen.panes.index
    screen.unfilter()
    screen.items.clear_marks()
    screen.reading.left.display = False
    screen.reading = ByUnit(screen) if isinstance(screen.reading, ByItem) else ByItem(screen)
    screen.reading.left.display = True
    screen.panes.name_for(screen.reading.of)
    screen.show_all()
    screen.go_to_cell(unit, indicator)
    screen.panes.show(place)
