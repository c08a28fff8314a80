"""Finding units by words or pinyin initials and items by words; the plan's measure behind an item."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from assessments.results import Score
from assessments.scheme import Indicator
from assessments.scoring import score
from planner.plan import Measure, Plan, Task
from planner.tui.ports import Opened
from planner.tui.screens.scoring.by_item import IndicatorRow
from planner.tui.screens.scoring.rows import ItemRow, UnitRow, scores_in

if TYPE_CHECKING:
    from planner.tui.screens.scoring.ground import ScoringGround


class Finder:
    """What is looked up in the background for the scoring screen."""

    def __init__(self, screen: ScoringGround) -> None:
        self._screen = screen
        self._initials: dict[str, str] = {}
        self._plans: dict[str, Plan | None] = {}
        self._claims: dict[str, dict[str, Score]] = {}

    def begin(self) -> None:
        """Another assessment was opened."""
        self._claims = {}
        self.learn_initials()
        self.learn_claims()

    def learn_claims(self) -> None:
        """Have the units' own words scored as if they counted."""
        board, period = self._screen.open.board, self._screen.voice.period
        own = tuple(replace(sheet, kind="verified") for sheet in board.sheets if sheet.kind == "self")

        def job() -> dict[str, dict[str, Score]]:
            if not own:
                return {}
            results = score(board.scheme, own, board.earlier)
            return {each.unit: scores_in(each, period) for each in results.units}

        def came(found: dict[str, dict[str, Score]]) -> None:
            self._claims = found
            self._screen.items.repaint()
            self._screen.show_beside()

        self._screen.work(job, came, group="claims")

    def claim(self, unit: str, indicator: str) -> Decimal | None:
        """What a unit's own word comes to in one item; None where it said nothing of it."""
        found = self._claims.get(unit, {}).get(indicator)
        said = found is not None and found.state == "scored" and (found.given or found.events)
        return found.value if found is not None and said else None

    def learn_initials(self) -> None:
        """Have the initials of all units found: the pinyin library takes its time to load."""
        names = {unit.id: unit.name for unit in self._screen.scheme.units}

        def job() -> dict[str, str]:
            from planner.departments.editing import initials_of

            return {id: initials_of(name) for id, name in names.items()}

        self._screen.work(job, self._initials.update, group="initials")

    def unit_fits(self, row: UnitRow, words: str) -> bool:
        """Every word stands in the name or grade, or its letters in order among the initials."""
        initials = self._initials.get(row.unit.id, "")
        text = f"{row.unit.name} {row.grade}".casefold()
        return all(word in text or _in_order(word, initials) for word in words.casefold().split())

    def item_fits(self, row: ItemRow, words: str) -> bool:
        """Every word stands in what is printed of the item; where the rows are units, as it is for units."""
        if row.of is not None:
            return self.unit_fits(row.of, words)
        return _stands_in(words, f"{row.number} {row.by}", row.node.indicator)

    def indicator_fits(self, row: IndicatorRow, words: str) -> bool:
        """Every word stands in what is printed of the item."""
        return _stands_in(words, f"{row.number} {row.by}", row.indicator)

    def asked(self, indicator: Indicator) -> tuple[Task, Measure] | None:
        """The task and measure of the plan behind an item; None where there is none or it is being read."""
        from planner.assessing import measure_of

        id = self._screen.scheme.plan or indicator.task.partition("/")[0]
        if not indicator.task or not id:
            return None
        if id not in self._plans:
            self._plans[id] = None
            self._read(id)
        plan = self._plans[id]
        return measure_of(plan, indicator) if plan is not None else None

    def _read(self, id: str) -> None:
        office = self._screen.planner.office

        def job() -> Opened[Plan] | None:
            try:
                return office.open_plan(id)
            except KeyError:
                return None

        def came(opened: Opened[Plan] | None) -> None:
            if opened is not None:
                self._plans[id] = opened.record
                self._screen.show_beside()

        self._screen.work(job, came, group="plan")


def _stands_in(words: str, more: str, indicator: Indicator) -> bool:
    """True where every word stands in what is printed of an indicator."""
    text = f"{more} {indicator.title} {indicator.text} {indicator.article}".casefold()
    return all(word in text for word in words.casefold().split())


def _in_order(wanted: str, held: str) -> bool:
    """True where the letters occur in this order."""
    start = 0
    for letter in wanted:
        start = held.find(letter, start) + 1
        if not start:
            return False
    return bool(wanted)
