"""The places of the program, in the order of the tab row.

A place that stands here exists: its screen is built and tested. To add one, write its screen
(`planner/tui/screens/`) and one line here; tab row, digits, palette and help follow.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.tui.screens.base import PlaceScreen


@dataclass(frozen=True, slots=True)
class Place:
    """One place. `screen` is "module:class", imported when the place is first entered.

    `needs_plan` says that the place shows the open plan and cannot be entered without one.
    """

    id: str
    screen: str
    needs_plan: bool = False

    def load(self) -> type[PlaceScreen]:
        """The class of the screen."""
        module, _, name = self.screen.partition(":")
        loaded: type[PlaceScreen] = getattr(importlib.import_module(module), name)
        return loaded


PLACES: tuple[Place, ...] = (
    Place("home", "planner.tui.screens.home:HomeScreen"),
    Place("library", "planner.tui.screens.library:LibraryScreen"),
    Place("draft", "planner.tui.screens.draft.screen:DraftScreen", needs_plan=True),
    Place("assign", "planner.tui.screens.assign.screen:AssignScreen", needs_plan=True),
    Place("year", "planner.tui.screens.year.screen:YearScreen", needs_plan=True),
    Place("check", "planner.tui.screens.check.screen:CheckScreen", needs_plan=True),
    Place("departments", "planner.tui.screens.departments:DepartmentsScreen"),
)


def place(id: str) -> Place:
    """The place with this id; KeyError where it is not built."""
    for each in PLACES:
        if each.id == id:
            return each
    raise KeyError(id)


def is_built(id: str) -> bool:
    """True where the place exists in this version."""
    return any(each.id == id for each in PLACES)
