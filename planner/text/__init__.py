"""The catalogue: every word the user sees, Chinese and English side by side.

One module an area, each with `TEXTS: dict[key, (Chinese, English)]`. A bare checkout shows both languages
without a build step, and a missing translation is a missing half of a pair that a test finds.
Only the edges (command line, screens, papers) look words up; rules speak in findings.
"""

from __future__ import annotations

import importlib
import os
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
    """The words for a key in the language in force, with `{name}` filled from the arguments."""
    for area in AREAS:
        if key in _pairs:
            break
        _load(area)
    words = _pairs[key][1 if _language == "en" else 0]
    return words.format(**arguments) if arguments else words


def describe(finding: Finding) -> str:
    """The words of a finding, without its place."""
    return say(finding.code, **finding.arguments)
