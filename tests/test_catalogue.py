"""The catalogue is whole: both languages, the same gaps to fill, words for everything that is said."""

from __future__ import annotations

import ast
import importlib
import string
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.text import AREAS, pairs, say, set_language

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "planner").rglob("*.py"))


def gaps(words: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(words) if name is not None}


def literal_first_arguments(*functions: str) -> Iterator[tuple[Path, int, str]]:
    """The keys that the sources hand to these functions as plain strings."""
    for source in SOURCES:
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            first = node.args[0]
            if name in functions and isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield source, node.lineno, first.value


def test_no_key_stands_in_two_areas() -> None:
    held = Counter(key for area in AREAS for key in importlib.import_module(f"planner.text.{area}").TEXTS)
    assert [key for key, count in held.items() if count > 1] == []


@pytest.mark.parametrize("area", AREAS)
def test_every_key_has_both_languages_with_the_same_gaps(area: str) -> None:
    for key, (chinese, english) in importlib.import_module(f"planner.text.{area}").TEXTS.items():
        assert chinese.strip(), key
        assert english.strip(), key
        assert gaps(chinese) == gaps(english), key


def test_every_key_that_the_program_says_stands_in_the_catalogue() -> None:
    known = pairs()
    missing = [
        f"{source.relative_to(ROOT)}:{line} {key}"
        for source, line, key in literal_first_arguments("say", "Finding", "Refused")
        if key not in known
    ]
    assert missing == []


def test_words_follow_the_language_in_force() -> None:
    try:
        set_language("en")
        english = say("cli.check.fine")
        set_language("zh")
        assert say("cli.check.fine") != english
    finally:
        set_language("zh")
