"""Keys typed faster than a place or a dialog comes: they wait until it is there, in the order typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App
from textual.events import Key
from textual.timer import Timer

from planner.tui.screens.base import PlaceScreen

if TYPE_CHECKING:
    from planner.tui.app import PlannerApp

LONGEST = 1.0
"""Seconds after which a key is no longer kept waiting, whatever the place still lacks."""


class TypedAhead:
    """What was typed for a place that has not come yet."""

    def __init__(self, app: PlannerApp) -> None:
        self._app = app
        self._keys: list[Key] = []
        self._patience: Timer | None = None
        self._leading_on: set[str] = set()

    def expect(self, group: str) -> None:
        """A job of this group is under way to a dialog or a place: what is typed now is meant for that."""
        self._leading_on.add(group)

    def expect_no_more(self, group: str) -> None:
        """The job is done; what it leads to comes at once."""
        self._leading_on.discard(group)

    def keeps(self, event: Key) -> bool:
        """Keep a key back where it would miss the place it is meant for; False where it may act now."""
        if not self._keys and not self._must_wait():
            return False
        if not self._keys:
            self._patience = self._app.set_timer(LONGEST, self._give_up)
        self._keys.append(event)
        return True

    def settled(self) -> None:
        """A place has come: what waits goes there, behind what is under way already."""
        if self._keys:
            self._app.call_later(self._put_through)

    def _must_wait(self) -> bool:
        screen = self._app.screen
        return bool(self._leading_on) or (isinstance(screen, PlaceScreen) and not screen.settled)

    def _give_up(self) -> None:
        self._leading_on.clear()
        if isinstance(screen := self._app.screen, PlaceScreen):
            screen.settled = True
        self.settled()

    async def _put_through(self) -> None:
        if self._must_wait():
            return
        if self._patience is not None:
            self._patience.stop()
        typed, self._keys = self._keys, []
        for each in typed:
            # As if typed now: the old event may have been on its way through the place before.
            await App.on_event(self._app, Key(each.key, each.character))
