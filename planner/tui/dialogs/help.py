"""F1: what this place is for and every key that works here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.widget import Widget

from planner.text import pairs, say
from planner.tui import registry
from planner.tui.acts import Offer, Use
from planner.tui.dialogs.base import Dialog
from planner.tui.display import fit, width
from planner.tui.widgets.textpane import Para, TextPane

MOST = 24
"""Cells of the longest names; what is longer is cut."""


def paragraphs(place: str, available: dict[str, Offer]) -> list[Para]:
    """The place's own words, its own actions, then all others by group: keys, name, sentence, reason."""
    shown = []
    if f"help.{place}" in pairs():
        shown = [Para(say(f"help.{place}")), Para("")]
    known = [action for action in registry.ACTIONS if action.id in available]
    own = [action for action in known if available[action.id].use.label]
    parts = [("help.here", own)]
    for group in registry.GROUPS:
        parts.append((f"group.{group}", [each for each in known if each.group == group and each not in own]))
    cells = min(MOST, max((width(available[each.id].use.words()) for each in known), default=0))
    for heading, actions in parts:
        if actions:
            lines = [_line(action, available[action.id], cells) for action in actions]
            shown += [Para(say(heading), "heading"), *lines, Para("")]
    return [*shown, Para(say("help.end"), "muted")]


def _line(action: registry.Action, offer: Offer, cells: int) -> Para:
    keys = "  ".join(registry.key_name(key) for key in action.all_keys()[:3]) or registry.key_words(
        "commands"
    )
    words = f"{fit(keys, 17)} {fit(offer.use.words(), cells)}  {offer.use.help}"
    reason = offer.reason
    return Para(words + (f"  ({reason})" if reason else ""), "muted" if reason else "", 2)


class HelpDialog(Dialog[None]):
    """The help. Esc or F1 again leaves it."""

    ACTIONS: ClassVar[tuple[Use, ...]] = (Use("back", "dialog.close", footer=True),)

    def __init__(self, place: str, available: dict[str, Offer]) -> None:
        super().__init__(classes="-tall -wide")
        self._place = place
        self._available = available

    def heading(self) -> str:
        return say("help.heading", place=say(f"place.{self._place}") if self._place else "")

    def body(self) -> Iterable[Widget]:
        pane = TextPane()
        pane.show(paragraphs(self._place, self._available))
        yield pane
