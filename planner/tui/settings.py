"""Language and colours: what the user chose, at once on the screen and remembered."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from planner.text import Language, language, say, set_language
from planner.tui.display import notify, take_down
from planner.tui.screens.base import PlaceScreen
from planner.tui.work import nothing

if TYPE_CHECKING:
    from planner.tui.app import PlannerApp

THEMES = ("textual-dark", "textual-light", "ansi-dark", "ansi-light")


def themes() -> tuple[str, ...]:
    """The themes to choose from: the terminal's own colours have no grey to become without colour."""
    return THEMES[:2] if os.environ.get("NO_COLOR") else THEMES


def recall(app: PlannerApp, theme: str, chosen: str, *, language_is_given: bool) -> None:
    """As it was the last time; a language asked for at the start holds."""
    if theme in themes():
        app.theme = theme
    if chosen in ("zh", "en") and chosen != language() and not language_is_given:
        _speak(app, "en" if chosen == "en" else "zh")


def change_language(app: PlannerApp) -> None:
    """From Chinese to English or back."""
    chosen: Language = "en" if language() == "zh" else "zh"
    # What stands there in the other language cannot be said anew.
    take_down(app, list(app._notifications))
    _speak(app, chosen)
    app.work(lambda: app.office.set_setting("language", chosen), nothing, group="settings-language")


def _speak(app: PlannerApp, chosen: Language) -> None:
    set_language(chosen)
    for stack in app._screen_stacks.values():
        for screen in stack:
            if isinstance(screen, PlaceScreen) and screen.is_mounted:
                screen.retranslate()


def change_theme(app: PlannerApp) -> None:
    """To the next theme."""
    known = themes()
    now = known.index(app.theme) if app.theme in known else 0
    app.theme = chosen = known[(now + 1) % len(known)]
    notify(app, say("common.theme", name=say(f"theme.{chosen}")))
    app.work(lambda: app.office.set_setting("theme", chosen), nothing, group="settings-theme")
