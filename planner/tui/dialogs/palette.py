"""The command palette: every action, as `group: action`, greyed with the reason where it cannot run.

What is about the work at hand stands first, what is the same everywhere last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from planner.text import pairs, say
from planner.tui import registry
from planner.tui.acts import Offer, offers
from planner.tui.dialogs.choose import Choice, Choose, by_words
from planner.tui.display import fit

if TYPE_CHECKING:
    from planner.tui.app import PlannerApp


def with_initials(listed: Sequence[Choice]) -> list[Choice]:
    """The same, to be found by the pinyin initials of their names (dc: 导出). Slow at first use."""
    from planner.departments.editing import initials_of

    return [replace(each, words=f"{each.words} {initials_of(each.label)}") for each in listed]


def choices(available: dict[str, Offer]) -> list[Choice]:
    """The palette's entries: what can run now first, then the rest with the reason."""
    listed = []
    for action in sorted(registry.ACTIONS, key=lambda action: registry.GROUPS.index(action.group)):
        if not action.palette:
            continue
        offer = available.get(action.id)
        name = offer.use.words() if offer is not None else action.label
        label = say("palette.entry", group=say(f"group.{action.group}"), action=name)
        reason = say("palette.not_here") if offer is None else offer.reason
        keys = registry.key_words(action.id)
        note = fit(keys, 10) + " " + (offer.use.help if offer is not None else action.help)
        listed.append(Choice(action.id, label, note, f"{action.id} {_place_names(action.id)}", reason))
    return sorted(listed, key=lambda choice: bool(choice.blocked))


def _place_names(id: str) -> str:
    """What a place is called, in either language."""
    return " ".join(pairs()[f"place.{id[3:]}"]) if id.startswith("go:") else ""


def ranked(typed: str, listed: Sequence[Choice]) -> Sequence[Choice]:
    """What fits: the place of this name first, then actions named or beginning so, then what holds it."""
    sought = typed.casefold()

    def rank(choice: Choice) -> int:
        if sought in _place_names(choice.id).casefold().split():
            return 0
        name = choice.label.partition(say("palette.entry", group="", action=""))[2].casefold()
        return 1 if name == sought else 2 if name.startswith(sought) else 3

    return sorted(by_words(typed, listed), key=rank)


def open_palette(app: PlannerApp) -> None:
    """Show the palette and run what is chosen where it was asked for."""
    available = offers(app)

    def chosen(id: str | None) -> None:
        if id is not None:
            available[id].doer.perform(id)

    dialog = Choose(say("palette.heading"), choices(available), search=ranked)
    dialog.add_class("-wide")
    app.push_screen(dialog, chosen)
    listed = choices(available)
    # The letters come a moment later: the pinyin library takes its time to load.
    app.work(lambda: with_initials(listed), dialog.search_in, group="palette")
