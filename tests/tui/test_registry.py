"""One registry: every key has one meaning, every action a way without letters, every word both languages."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

import planner.tui
from planner.text import pairs
from planner.tui import registry
from planner.tui.acts import Acts
from planner.tui.app import PlannerApp
from planner.tui.dialogs.base import Dialog
from planner.tui.dialogs.textedit import Editor
from planner.tui.places import PLACES
from planner.tui.screens.base import PlaceScreen
from planner.tui.widgets.fields import TextInput

ENTRIES_OF_TEXT = (TextInput, Editor)
"""Where one types, keys belong to the text; nothing else binds keys by itself."""


def _all_acting() -> Iterator[type[Acts]]:
    for module in pkgutil.walk_packages(planner.tui.__path__, "planner.tui."):
        importlib.import_module(module.name)
    waiting = [Acts]
    while waiting:
        found = waiting.pop()
        waiting.extend(found.__subclasses__())
        if issubclass(found, DOMNode):
            yield found


ACTING = sorted(set(_all_acting()), key=lambda found: found.__qualname__)


def test_one_key_has_one_meaning() -> None:
    keys = [key for action in registry.ACTIONS for key in action.all_keys()]
    assert sorted(keys) == sorted(set(keys))


def test_no_action_stands_twice() -> None:
    ids = [action.id for action in registry.ACTIONS]
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("action", registry.ACTIONS, ids=lambda action: action.id)
def test_every_action_has_a_way_without_letters(action: registry.Action) -> None:
    assert action.keys or action.palette, "neither a key that an input method leaves alone nor the palette"
    assert all(len(key) > 1 for key in action.keys), "a plain character is an accelerator, not a key"
    assert all(len(letter) == 1 for letter in action.letters)


@pytest.mark.parametrize("action", registry.ACTIONS, ids=lambda action: action.id)
def test_no_action_uses_a_key_that_a_terminal_takes(action: registry.Action) -> None:
    assert not registry.FORBIDDEN.intersection(action.keys)
    assert not any(key.startswith("ctrl+shift+") for key in action.keys)


@pytest.mark.parametrize(("half", "full"), [("?", "？"), (":", "："), ("/", "／")])
def test_half_width_signs_have_their_full_width_twins(half: str, full: str) -> None:
    for action in registry.ACTIONS:
        assert (half in action.letters) == (full in action.letters)


@pytest.mark.parametrize("action", registry.ACTIONS, ids=lambda action: action.id)
def test_every_action_has_its_words_in_both_languages(action: registry.Action) -> None:
    key = "key.go" if action.id.startswith("go:") else f"key.{action.id}"
    for words in (pairs()[key], pairs()[f"{key}.help"], pairs()[f"group.{action.group}"]):
        assert all(words)


@pytest.mark.parametrize("acting", ACTING, ids=lambda acting: acting.__qualname__)
def test_whoever_acts_uses_the_registry_and_has_the_method(acting: type[Acts]) -> None:
    for use in acting.uses():
        assert use.id in {action.id for action in registry.ACTIONS}
        assert hasattr(acting, "do_" + use.id.partition(":")[0]), f"{acting.__name__} cannot do {use.id}"
        assert not use.label or use.label in pairs()


WITHOUT_KEYS_OF_WRITING = [acting for acting in ACTING if not issubclass(acting, ENTRIES_OF_TEXT)]


@pytest.mark.parametrize("acting", WITHOUT_KEYS_OF_WRITING, ids=lambda acting: acting.__qualname__)
def test_whoever_acts_binds_no_key_by_itself(acting: type[Acts]) -> None:
    known = {(key, f"do('{action.id}')") for action in registry.ACTIONS for key in action.all_keys()}
    known = {
        (binding.key, action) for key, action in known for binding in Binding.make_bindings([(key, action)])
    }
    bound = acting._merged_bindings or acting._merge_bindings()  # type: ignore[attr-defined]
    found = {(binding.key, binding.action) for _, binding in bound}
    assert found <= known


def test_places_exist_and_name_themselves() -> None:
    for place in PLACES:
        screen = place.load()
        assert issubclass(screen, PlaceScreen)
        assert place.id == screen.PLACE
        assert f"place.{place.id}" in pairs()
        assert f"help.{place.id}" in pairs(), "F1 has nothing to say of this place"


GENERAL = {
    "assign.assign", "check_place.assign", "assign.find", "departments.find", "library.find", "results.find",
    "scoring_place.find", "year.find", "home.open", "draft.take", "library.take", "scheme_place.whose",
    "departments.succeed", "scoring_place.why_action",
}  # fmt: skip
"""Names of a place's own for which the general sentence says what happens there."""


F1_SPEAKS_OF = [acting for acting in ACTING if not issubclass(acting, Dialog)]


@pytest.mark.parametrize("acting", F1_SPEAKS_OF, ids=lambda acting: acting.__qualname__)
def test_what_is_called_otherwise_in_a_place_has_its_own_sentence_in_the_help(acting: type[Acts]) -> None:
    for use in acting.uses():
        if use.label and use.label not in GENERAL:
            assert f"{use.label}.help" in pairs(), "F1 would say what the key does elsewhere"
            assert use.help != registry.action(use.id).help


def test_every_place_shows_three_to_six_keys() -> None:
    for place in PLACES:
        own = [use for use in place.load().uses() if use.footer]
        assert 1 <= len(own) <= 4, "help and commands come on top"


def test_a_dialog_is_left_by_escape() -> None:
    assert "back" in {use.id for use in Dialog.uses()}
    assert "quit" in {use.id for use in PlannerApp.uses()}
