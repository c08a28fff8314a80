"""argparse in the user's language.

argparse asks gettext for its words and finds no catalogue; here its look-up is led to ours. The two names
it looks up through are private, so a test watches that they still work.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable

from planner.text import language
from planner.text.cli import ARGPARSE


def translate_argparse() -> None:
    """Make every later parser speak the language in force."""
    names = vars(argparse)
    one: Callable[[str], str] = _translate
    many: Callable[[str, str, int], str] = _translate_counted
    names["_"], names["ngettext"] = one, many


def _translate(message: str) -> str:
    return ARGPARSE.get(message, message) if language() == "zh" else message


def _translate_counted(one: str, many: str, count: int) -> str:
    return _translate(one if count == 1 else many)
