"""The one registry of actions: which keys do what, everywhere.

Bindings, footer, help (F1) and command palette (Ctrl+P) are all drawn from here, so one key has one meaning
in the whole program. A widget, dialog or screen says which actions it performs (`acts.Use`); it never binds
a key by itself. An action's words stand in the catalogue: `key.<id>` its name, `key.<id>.help` one sentence.

`keys` are those that arrive while a Chinese input method is on; `letters` are accelerators only, with the
full-width twins that an input method sends. An action without `keys` is reached through the palette.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from textual.binding import Binding

from planner.text import say
from planner.tui.places import PLACES, digit

Group = Literal["general", "places", "list", "edit", "plan", "assessment", "departments"]
GROUPS: tuple[Group, ...] = ("plan", "assessment", "edit", "departments", "list", "places", "general")
"""As help and palette show them: what is about the work first, what is the same everywhere last."""

FORBIDDEN = frozenset(
    {
        "ctrl+h",
        "ctrl+m",
        "ctrl+i",
        "ctrl+left_square_bracket",
        "ctrl+[",
        "f11",
        "alt+f",
        "alt+b",
        "ctrl+enter",
    }
)
"""Keys that a terminal turns into others (Backspace, Enter, Tab, Esc) or keeps for itself."""


@dataclass(frozen=True, slots=True)
class Action:
    """A named action. `palette` is False for plain movement, which nobody looks up in a list."""

    id: str
    group: Group
    keys: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    palette: bool = True

    @property
    def label(self) -> str:
        """The action's name in the language in force."""
        if self.id.startswith("go:"):
            return say("key.go", place=say(f"place.{self.id[3:]}"))
        return say(f"key.{self.id}")

    @property
    def help(self) -> str:
        """One sentence on what the action does."""
        return say("key.go.help") if self.id.startswith("go:") else say(f"key.{self.id}.help")

    def all_keys(self) -> tuple[str, ...]:
        """Every key of the action, those that always work first."""
        return (*self.keys, *self.letters)


def _move(id: str, *keys: str) -> Action:
    return Action(id, "list", keys, palette=False)


ACTIONS: tuple[Action, ...] = (
    Action("help", "general", ("f1",), ("?", "？")),
    Action("commands", "general", ("ctrl+p",), (":", "："), palette=False),
    Action("back", "general", ("escape",)),
    Action("undo", "general", ("ctrl+z",), ("u",)),
    Action("redo", "general", ("ctrl+y",), ("U",)),
    Action("save", "general", ("ctrl+s",)),
    Action("copy", "general", ("ctrl+c",)),
    Action("language", "general", ("f9",)),
    Action("theme", "general", ("f12",)),
    Action("quit", "general", ("ctrl+q",), ("q",)),
    Action("next_place", "places", ("ctrl+right",)),
    Action("previous_place", "places", ("ctrl+left",)),
    *(Action(f"go:{each.id}", "places", (), (digit(number),)) for number, each in enumerate(PLACES, 1)),
    Action("next_part", "places", ("tab",), palette=False),
    Action("previous_part", "places", ("shift+tab",), palette=False),
    Action("wider", "places", ("f10",), ("+",)),
    _move("line_up", "up"),
    _move("line_down", "down"),
    _move("cell_left", "left"),
    _move("cell_right", "right"),
    _move("page_left", "shift+left"),
    _move("page_right", "shift+right"),
    _move("page_up", "pageup"),
    _move("page_down", "pagedown"),
    _move("first", "home"),
    _move("last", "end"),
    Action("open", "list", ("enter",)),
    Action("why", "list", ("ctrl+k",), ("w",)),
    Action("find", "list", ("ctrl+f",), ("/", "／")),
    Action("find_next", "list", ("f3",)),
    Action("locate", "list", ("ctrl+l",)),
    Action("attention", "list", ("f4",)),
    Action("mark", "list", ("space",)),
    Action("mark_up", "list", ("shift+up",), palette=False),
    Action("mark_down", "list", ("shift+down",), palette=False),
    Action("mark_all", "list", ("ctrl+a",)),
    Action("columns", "list", ("f7",)),
    Action("grouping", "list", ("ctrl+g",)),
    Action("edit", "edit", ("f2",), ("e",)),
    Action("new", "edit", ("ctrl+n",), ("n",)),
    Action("delete", "edit", ("delete",), ("d",)),
    Action("move_up", "edit", ("ctrl+up",)),
    Action("move_down", "edit", ("ctrl+down",)),
    Action("take", "plan", ("f5",)),
    Action("assign", "plan", ("f6",)),
    Action("check", "plan", ("f8",)),
    Action("export", "plan", ("ctrl+e",)),
    Action("open_file", "plan", ("ctrl+o",), ("o",)),
    Action("template", "plan", ("ctrl+t",)),
    Action("renew", "plan", ("ctrl+r",)),
    Action("move_to", "plan"),
    Action("split", "plan"),
    Action("merge", "plan"),
    Action("demo", "plan"),
    Action("not_applicable", "assessment", ("ctrl+d",)),
    Action("evidence", "assessment"),
    Action("events", "assessment"),
    Action("voice", "assessment", ("ctrl+u",)),
    Action("panel", "assessment"),
    Action("what_if", "assessment"),
    Action("whose", "assessment", ("ctrl+b",)),
    Action("propose", "assessment"),
    Action("other_scheme", "assessment"),
    Action("history", "assessment"),
    Action("appeals", "assessment"),
    Action("duplicate", "assessment"),
    Action("kind", "departments"),
    Action("succeed", "departments"),
)

_by_id = {action.id: action for action in ACTIONS}


def action(id: str) -> Action:
    """The action with this id; KeyError where the registry has none."""
    return _by_id[id]


def bindings(ids: Iterable[str]) -> list[Binding]:
    """Textual's bindings of these actions; each runs `action_do(id)` of the node that declares it."""
    return [
        Binding(",".join(each.all_keys()), f"do('{each.id}')", f"key.{each.id}", show=False, id=each.id)
        for each in map(action, ids)
        if each.all_keys()
    ]


_NAMES = {
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "escape": "Esc",
    "delete": "Del",
    "space": "Space",
    "enter": "Enter",
    "home": "Home",
    "end": "End",
}


def key_name(key: str) -> str:
    """The key as printed on a keyboard: "ctrl+up" is Ctrl+↑ in words that always take one cell a letter."""
    words = []
    for part in key.split("+") if len(key) > 1 else [key]:
        arrow = f"keyname.{part}"
        if part in ("up", "down", "left", "right"):
            words.append(say(arrow))
        elif len(part) == 1:
            words.append(part.upper() if len(key) > 1 else part)
        else:
            words.append(_NAMES.get(part, part.capitalize()))
    return "+".join(words)


def key_words(id: str) -> str:
    """The first key of an action for the footer; empty where only the palette has it."""
    keys = action(id).all_keys()
    return key_name(keys[0]) if keys else ""
