"""The catalogue is whole: both languages, the same gaps to fill, words for everything that is said."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import re
import string
import typing
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from assessments.rules import METHODS
from planner.findings import Finding, Severity
from planner.text import AREAS, describe, pairs, say, set_language

ROOT = Path(__file__).parent.parent
SCORING = sorted((ROOT / "assessments").rglob("*.py"))
SOURCES = sorted((ROOT / "planner").rglob("*.py")) + SCORING

CODES = (
    "why", "doubt", "input", "rule", "sheet", "process", "evidence", "report", "effect", "level", "scheme",
    "workbook",
)  # fmt: skip
"""The first words of keys that stand in the scoring as values, not only where something is said."""

A_CODE = re.compile(rf"(?:{'|'.join(CODES)})\.[a-z][a-z0-9_.]*")


SAYING = {
    "say": 0, "Finding": 0, "Refused": 0, "Step": 0, "capped": 0, "floored": 0, "rounding": 0, "doubt": 0,
    "Problem": 1,
}  # fmt: skip
"""Who takes a key of the catalogue, and at which place among its arguments."""


def gaps(words: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(words) if name is not None}


def literal_arguments(**functions: int) -> Iterator[tuple[Path, int, str]]:
    """The keys that the sources hand to these functions as plain strings, at the place that is given."""
    for source in SOURCES:
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            held = node.args[functions[name]] if functions.get(name, 99) < len(node.args) else None
            if isinstance(held, ast.Constant) and isinstance(held.value, str):
                yield source, node.lineno, held.value


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
        for source, line, key in literal_arguments(**SAYING)
        if key not in known
    ]
    assert missing == []


def test_every_code_of_the_scoring_has_its_words() -> None:
    """Whatever looks like a key in the scoring is one, or begins some: steps, inputs, doubts, papers."""
    known = pairs()
    missing = []
    for source, node in nodes(SCORING):
        parts = node.values if isinstance(node, ast.JoinedStr) else [node]
        first = parts[0] if parts else node
        if not isinstance(first, ast.Constant) or not isinstance(first.value, str):
            continue
        code, is_begun = first.value, isinstance(node, ast.JoinedStr) and len(parts) > 1
        if not A_CODE.fullmatch(code):
            continue
        begins = code if is_begun else f"{code}_"
        if code not in known and not any(key.startswith(begins) for key in known):
            missing.append(f"{source.relative_to(ROOT)}:{first.lineno} {code}")
    assert missing == []


def test_every_method_and_parameter_is_called_something() -> None:
    known = pairs()
    wanted = {f"method.{method}" for method in METHODS} | {f"method.{method}.help" for method in METHODS}
    for record in records_of(*METHODS.values()):
        wanted |= {f"parameter.{field.name}" for field in dataclasses.fields(record)}
    assert sorted(wanted - known.keys()) == []


def records_of(*rules: type) -> set[type]:
    """The rules and the records inside their parameters (bands, faults, honours)."""
    found: set[type] = set()
    waiting: list[object] = list(rules)
    while waiting:
        kind = waiting.pop()
        if dataclasses.is_dataclass(kind) and isinstance(kind, type) and kind not in found:
            found.add(kind)
            waiting += typing.get_type_hints(kind, None, {"Event": object, "Entry": object}).values()
        waiting += typing.get_args(kind)
    return found


def test_what_the_words_of_a_step_ask_for_is_given_with_it() -> None:
    """The gaps of the words are among the arguments, wherever both stand in the source."""
    known = pairs()
    wrong = []
    for source, node in nodes(SCORING):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if name not in ARGUMENTS_AT or not node.args or not isinstance(node.args[0], ast.Constant):
            continue
        code, given = node.args[0].value, arguments_of(node, *ARGUMENTS_AT[name])
        if given is not None and code in known and not gaps(known[code][0]) <= given:
            wrong.append(f"{source.relative_to(ROOT)}:{node.lineno} {code} {gaps(known[code][0]) - given}")
    assert wrong == []


ARGUMENTS_AT = {"Step": (3, "arguments"), "Finding": (3, "arguments"), "Words": (1, "arguments")}
"""Where these take the arguments of their words: the place and the name."""


def arguments_of(call: ast.Call, place: int, name: str) -> set[str] | None:
    """The names of the arguments; None where the source does not spell them out."""
    held: ast.expr | None = call.args[place] if len(call.args) > place else None
    for keyword in call.keywords:
        if keyword.arg == name:
            held = keyword.value
    if held is None:
        return set()
    if not isinstance(held, ast.Dict):
        return None
    names = {key.value for key in held.keys if isinstance(key, ast.Constant) and isinstance(key.value, str)}
    return names if len(names) == len(held.keys) else None


def nodes(sources: list[Path]) -> Iterator[tuple[Path, ast.AST]]:
    """Every node of the sources but those inside of a string that is put together."""
    for source in sources:
        waiting: list[ast.AST] = [ast.parse(source.read_text(encoding="utf-8"))]
        while waiting:
            node = waiting.pop()
            yield source, node
            inner = node.values if isinstance(node, ast.JoinedStr) else ast.iter_child_nodes(node)
            waiting += [
                each
                for each in inner
                if not (isinstance(node, ast.JoinedStr) and isinstance(each, ast.Constant))
            ]


def test_words_follow_the_language_in_force() -> None:
    try:
        set_language("en")
        english = say("cli.check.fine")
        set_language("zh")
        assert say("cli.check.fine") != english
    finally:
        set_language("zh")


COUNTS = (
    "all", "applied", "cells", "clauses", "count", "days", "deaths", "effect", "errors", "events", "every",
    "findings", "indicators", "items", "left", "limit", "lines", "months", "needed", "of", "places", "points",
    "rows", "sections", "seconds", "tasks", "times", "units", "valid", "weeks", "years",
)  # fmt: skip
"""Gaps that numbers fill."""
NO_PLURALS = {"is", "was", "has", "its", "this", "less", "press", "as", "does", "decides", "us", "class"}


def test_an_english_count_says_one_as_well_as_many() -> None:
    """A number before a plural word brings the word for one with it: {count:row|rows}."""
    wrong = []
    for key, (_, english) in pairs().items():
        for name, first, second in re.findall(r"\{(\w+)\} ([a-z]+)(?: ([a-z]+))?", english):
            said = {first} if first in NO_PLURALS else {first, second}
            if name in COUNTS and any(word.endswith("s") and word not in NO_PLURALS for word in said):
                wrong.append(f"{key}: {english}")
    assert wrong == []


def test_a_number_brings_its_word_and_names_are_listed_as_the_language_lists_them() -> None:
    try:
        set_language("en")
        assert say("rows.count", count=1) == "1 row"
        assert say("rows.count", count="2") == "2 rows"
        verbs = Finding("check.only_vague", Severity.WARNING, arguments={"verbs": "甲、乙"})
        assert "甲, 乙" in describe(verbs)
        set_language("zh")
        assert "甲、乙" in describe(verbs)
    finally:
        set_language("zh")
