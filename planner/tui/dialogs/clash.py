"""A question that nobody asked for: it comes while one types, so what is being typed must not answer it."""

from __future__ import annotations

import math
from typing import Any, ClassVar

from textual import events
from textual.app import App

from planner.text import say
from planner.tui.acts import Use
from planner.tui.dialogs.choose import Choice, Choose

PAUSE = 0.6
"""Seconds without a key after which one is taken to have seen the question."""


class ClashDialog(Choose):
    """Which of two stays: "mine", "theirs", or it is decided later.

    Later stands first. Keys are passed over until nobody has typed for a moment; Esc decides nothing.
    """

    ACTIONS: ClassVar[tuple[Use, ...]] = (Use("back", "assessment.later", footer=True),)

    def __init__(self, heading: str, mine: tuple[str, str], theirs: tuple[str, str], note: str) -> None:
        """`mine` and `theirs` are the words for keeping it and what stands beside them."""
        choices = [
            Choice("later", say("assessment.later"), say("assessment.later.note")),
            Choice("mine", *mine),
            Choice("theirs", *theirs),
        ]
        super().__init__(heading, choices, note=note, typing=False)
        self._from = math.inf

    def on_mount(self) -> None:
        """Nothing counts before the question can be seen."""
        self.call_after_refresh(self._seen)

    def _seen(self) -> None:
        self._from = events.Event().time + PAUSE

    def on_key(self, event: events.Key) -> None:
        """A key counts by the time at which it was pressed, however long it waited."""
        if event.time < self._from:
            event.stop()
            event.prevent_default()
            self._from = max(self._from, event.time + PAUSE)


def is_asked(app: App[Any]) -> bool:
    """True while such a question stands on the screen; there is never a second over it."""
    return any(isinstance(each, ClashDialog) for each in app.screen_stack)
