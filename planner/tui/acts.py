"""How a widget, dialog, screen or the app performs the registry's actions.

A class lists what it does and has a method for each:

    class DraftScreen(PlaceScreen):
        ACTIONS = (Use("new", "draft.new_task", footer=True), Use("delete"))

        def do_new(self) -> None: ...
        def do_delete(self) -> None: ...
        def blocked(self, action: str) -> str:      # words: why it cannot run now; "" where it can
            return say("draft.nothing_marked") if action == "delete" and not self.marked else ""

Its bindings are made from that; footer, help and palette read the same list. A method may be made with
`@work` where it waits for dialogs. An action with an argument ("go:home") calls `do_go("home")`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from textual.app import App
from textual.screen import Screen

from planner.text import pairs, say
from planner.tui import registry
from planner.tui.display import notify


@dataclass(frozen=True, slots=True)
class Use:
    """An action as one place uses it. `label` is a catalogue key for more exact words than the registry's."""

    id: str
    label: str = ""
    footer: bool = False

    def words(self) -> str:
        """What the action is called here."""
        return say(self.label) if self.label else registry.action(self.id).label

    @property
    def help(self) -> str:
        """One sentence on what the action does here."""
        own = f"{self.label}.help"
        return say(own) if self.label and own in pairs() else registry.action(self.id).help


class Acts:
    """Mixin, first among the bases: actions of the registry become bindings of the class."""

    ACTIONS: ClassVar[tuple[Use, ...]] = ()
    ALONE: ClassVar[bool] = False
    """True where the footer puts forward nothing of the place while this has the focus."""

    def __init_subclass__(cls, **options: bool) -> None:
        if "ACTIONS" in cls.__dict__:
            # Textual collects a class's own BINDINGS when the class is made.
            cls.BINDINGS = registry.bindings(use.id for use in cls.ACTIONS)  # type: ignore[attr-defined]
        super().__init_subclass__(**options)

    @classmethod
    def uses(cls) -> Iterator[Use]:
        """The actions of this class, then those of its bases that it does not name itself."""
        seen = set()
        for base in cls.__mro__:
            for use in base.__dict__.get("ACTIONS", ()):
                if use.id not in seen:
                    seen.add(use.id)
                    yield use

    def now(self, use: Use) -> Use:
        """The action as it is called now: by another label where it would take back what it did."""
        return use

    def blocked(self, action: str) -> str:
        """Why the action cannot run now, in words; empty where it can."""
        return ""

    def perform(self, action: str) -> None:
        """Run the action, or say why it cannot run."""
        reason = self.blocked(action)
        if reason:
            notify(self, reason)
            return
        name, _, argument = action.partition(":")
        method = getattr(self, f"do_{name}")
        if argument:
            method(argument)
        else:
            method()

    def action_do(self, action: str) -> None:
        """What every binding calls."""
        self.perform(action)


@dataclass(frozen=True, slots=True)
class Offer:
    """An action that somebody on the way from the focus to the app can perform."""

    use: Use
    doer: Acts

    @property
    def reason(self) -> str:
        """Why it cannot run now; empty where it can."""
        return self.doer.blocked(self.use.id)


def offers(app: App[Any], screen: Screen[Any] | None = None) -> dict[str, Offer]:
    """Every action that can be asked for now, by id: the focused widget first, then outwards to the app.

    `screen` is the screen to ask; by default the one on top. Behind a dialog the app's actions rest.
    """
    screen = screen or app.screen
    focused = screen.focused
    chain: list[object] = list(focused.ancestors_with_self) if focused is not None else [screen, app]
    found: dict[str, Offer] = {}
    alone: Acts | None = None
    for node in chain:
        if isinstance(node, Acts) and not (screen.is_modal and isinstance(node, App)):
            for use in node.uses():
                use = node.now(use)
                found.setdefault(use.id, Offer(use if alone is None else replace(use, footer=False), node))
            alone = alone or (node if node.ALONE else None)
    # The screen's words are about this place; a list's own are general.
    if isinstance(screen, Acts):
        for use in screen.uses():
            if use.label and use.id in found and found[use.id].doer is not alone:
                use = screen.now(use)
                use = use if alone is None else replace(use, footer=False)
                found[use.id] = Offer(use, found[use.id].doer)
    return found
