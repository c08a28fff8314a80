"""Reads arithmetic as it is printed, in Chinese or English, back into a formula and works it out by hand."""

from __future__ import annotations

import re
from decimal import Decimal

from assessments.derivation import Token, worth

WORDS = {
    "四舍五入": "round",
    "取小": "min",
    "取大": "max",
    "去尾取整": "floor",
    "进一取整": "ceil",
    **{name: name for name in ("round", "min", "max", "floor", "ceil")},
}
"""What an office takes the words for, said once more here and not taken from the catalogue."""

_TOKEN = re.compile(rf"[0-9]+(?:\.[0-9]+)?…?|{'|'.join(WORDS)}|[-+×÷(),]")
_PLACES = re.compile(r", (\d+)(?:位| places)\)")


def by_hand(printed: str) -> Decimal:
    """What a calculator gives for arithmetic as it is printed; nothing in it is passed over."""
    bare = _PLACES.sub(r", \1)", printed)
    tokens: list[Token] = []
    for found in _TOKEN.findall(bare):
        negative = (
            bool(tokens) and tokens[-1] == "-" and (len(tokens) == 1 or tokens[-2] in ("(", ",", *"+-×÷"))
        )
        if found[0].isdecimal():
            number = Decimal(found.rstrip("…"))
            if negative:
                tokens[-1] = -number
            else:
                tokens.append(number)
        else:
            tokens.append(WORDS.get(found, found))
    assert re.sub(r"\s", "", bare) == "".join(_TOKEN.findall(bare)), printed
    return worth(tuple(tokens))
