"""The catalogue: every word the user sees, Chinese and English side by side.

One module an area, each with `TEXTS: dict[key, (Chinese, English)]`. A bare checkout shows both languages
without a build step, and a missing translation is a missing half of a pair that a test finds.
Only the edges (command line, screens, papers) look words up; rules speak in findings.
"""

from __future__ import annotations

import importlib
import os
import string
from collections.abc import Mapping
from typing import Literal, TypeAlias

from planner.findings import Finding

Language: TypeAlias = Literal["zh", "en"]
AREAS = (
    "screens",
    "keys",
    "common",
    "exchange",
    "store",
    "reading",
    "checks",
    "cli",
    "papers",
    "draft",
    "rollover",
    "library",
    "assign",
    "year",
    "check_place",
    "assessment",
    "methods",
    "why",
    "scheme",
    "process",
    "reports",
    "assess_cli",
    "scheme_place",
    "scoring_place",
    "results_place",
    "history",
    "here",
)
"""Those of the first picture come first: the others are not loaded before a word of theirs is wanted."""


class _Filling(string.Formatter):
    """Fills the gaps as `str.format` does; says besides which word goes with a number, and lists names."""

    def format_field(self, value: object, spec: str) -> str:
        if "|" in spec:
            one, many = spec.split("|")
            return f"{value} {one if str(value) == '1' else many}"
        if spec == "list":
            return ", ".join(str(value).split("、"))
        return format(value, spec)


_FILLING = _Filling()
_language: Language = "zh"
_pairs: dict[str, tuple[str, str]] = {}
_loaded: set[str] = set()


def language() -> Language:
    """The language in force."""
    return _language


def set_language(wanted: Language) -> None:
    """Change the language of every later look-up."""
    global _language
    _language = wanted


def language_of_environment() -> Language:
    """PLANNER_LANG if set; else English where the locale is English; else Chinese."""
    chosen = os.environ.get("PLANNER_LANG", "")[:2].lower()
    if chosen in ("zh", "en"):
        return "en" if chosen == "en" else "zh"
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "en" if locale.lower().startswith("en") else "zh"


def pairs() -> dict[str, tuple[str, str]]:
    """The whole catalogue: key to (Chinese, English)."""
    for area in AREAS:
        _load(area)
    return _pairs


def _load(area: str) -> None:
    if area not in _loaded:
        _pairs.update(importlib.import_module(f"planner.text.{area}").TEXTS)
        _loaded.add(area)


def say(key: str, /, **arguments: object) -> str:
    """The words for a key in the language in force, with `{name}` filled from the arguments.

    `{count:row|rows}` is the number with the word for one or for any other number. `{names:list}`
    is several names, joined by 、 as the rules join them, as English joins them.
    """
    for area in AREAS:
        if key in _pairs:
            break
        _load(area)
    words = _pairs[key][1 if _language == "en" else 0]
    return filled(words, arguments) if arguments else words


def filled(words: str, arguments: Mapping[str, object]) -> str:
    """Words of the catalogue with their gaps filled."""
    if "|" in words or ":list}" in words:
        return _FILLING.vformat(words, (), arguments)
    return words.format(**arguments)


def describe(finding: Finding) -> str:
    """The words of a finding, without its place."""
    return say(finding.code, **finding.arguments)
