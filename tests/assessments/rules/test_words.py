"""Every method, parameter, step and problem of the rules has its words in both languages."""

from __future__ import annotations

import ast
import dataclasses
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest

import assessments.rules
from assessments.rules import METHODS
from planner.text import pairs

FOLDER = Path(assessments.rules.__file__).parent
PREFIXES = ("why.", "doubt.", "rule.", "input.")


def parameters(record: type) -> Iterator[str]:
    """The names of a record's fields and of the records within them."""
    types = typing.get_type_hints(record, include_extras=True)
    for field in dataclasses.fields(record):
        yield field.name
        for inner in typing.get_args(types[field.name]):
            if dataclasses.is_dataclass(inner) and isinstance(inner, type):
                yield from parameters(inner)


@pytest.mark.parametrize("method", sorted(METHODS))
def test_methods_and_their_parameters_have_words(method: str) -> None:
    wanted = [f"method.{method}", f"method.{method}.help"]
    wanted += [f"parameter.{name}" for name in parameters(METHODS[method])]
    assert [key for key in wanted if key not in pairs()] == []


@pytest.mark.parametrize("file", sorted(path.name for path in FOLDER.glob("*.py")))
def test_what_the_rules_say_has_words(file: str) -> None:
    tree = ast.parse((FOLDER / file).read_text(encoding="utf-8"))
    said = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    codes = [text for text in said if text.startswith(PREFIXES) and " " not in text]
    stems = {text for text in codes if text.endswith(("_", "."))}
    missing = [code for code in codes if code not in stems and code not in pairs()]
    missing += [stem for stem in stems if not any(key.startswith(stem) for key in pairs())]
    assert missing == []
