"""The places of the program, in the order of the tab row.

A place that stands here exists: its screen is built and tested. To add one, write its screen
(`planner/tui/screens/`) and one line here; tab row, digits, palette and help follow.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from planner.tui.screens.base import PlaceScreen


Part: TypeAlias = Literal["", "plan", "assessment"]
"""The half of the year's work that a place belongs to: making the plan, or scoring it; "" is both."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place. `screen` is "module:class", imported when the place is first entered.

    `needs` says what the place shows and cannot be entered without: the open plan, the open assessment.
    """

    id: str
    screen: str
    part: Part = ""
    needs: Part = ""

    def load(self) -> type[PlaceScreen]:
        """The class of the screen."""
        module, _, name = self.screen.partition(":")
        loaded: type[PlaceScreen] = getattr(importlib.import_module(module), name)
        return loaded


PLACES: tuple[Place, ...] = (
    Place("home", "planner.tui.screens.home:HomeScreen"),
    Place("library", "planner.tui.screens.library:LibraryScreen", "plan"),
    Place("draft", "planner.tui.screens.draft.screen:DraftScreen", "plan", needs="plan"),
    Place("assign", "planner.tui.screens.assign.screen:AssignScreen", "plan", needs="plan"),
    Place("year", "planner.tui.screens.year.screen:YearScreen", "plan", needs="plan"),
    Place("check", "planner.tui.screens.check.screen:CheckScreen", "plan", needs="plan"),
    Place("departments", "planner.tui.screens.departments:DepartmentsScreen"),
    Place("scheme", "planner.tui.screens.scheme.screen:SchemeScreen", "assessment"),
    Place("scoring", "planner.tui.screens.scoring.screen:ScoringScreen", "assessment", needs="assessment"),
    Place("results", "planner.tui.screens.results.screen:ResultsScreen", "assessment", needs="assessment"),
)


def place(id: str) -> Place:
    """The place with this id; KeyError where it is not built."""
    for each in PLACES:
        if each.id == id:
            return each
    raise KeyError(id)


def digit(number: int) -> str:
    """The digit that leads to the place with this number in the row, counted from 1: 0 to the tenth."""
    return str(number % 10)


def is_built(id: str) -> bool:
    """True where the place exists in this version."""
    return any(each.id == id for each in PLACES)
