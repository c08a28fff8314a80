"""Copying: what the mouse has selected, else what the focused widget gives."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

from planner.text import say
from planner.tui.display import notify


def copy_from(screen: Screen[Any]) -> bool:
    """Copy and say so; False, with words on how to quit, where there is nothing to copy."""
    text = screen.get_selected_text() or ""
    if not text:
        give = getattr(screen.focused, "copy_text", None)
        text = give() if give is not None else ""
    if not text:
        notify(screen, say("common.nothing_to_copy"))
        return False
    screen.app.copy_to_clipboard(text)
    notify(screen, say("common.copied", lines=text.count("\n") + 1))
    return True
