"""A step's formula as one line of text, and back: tokens with a space between ("9 ÷ 10 × 20")."""

from __future__ import annotations

import re
from decimal import Decimal

from assessments.derivation import Formula, Token

_NUMBER = re.compile(r"-?[0-9]{1,200}(?:\.[0-9]{1,200})?")


def words_of(formula: Formula) -> str:
    """The formula as text, its numbers exact to the last digit."""
    return " ".join(token if isinstance(token, str) else format(token, "f") for token in formula)


def formula_of(words: str) -> Formula:
    """The formula in a text of `words_of`. What is no number is taken for a sign."""
    return tuple(_token(word) for word in words.split())


def _token(word: str) -> Token:
    return Decimal(word) if _NUMBER.fullmatch(word) else word
