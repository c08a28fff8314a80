"""Does a reading account for every character of a text that is not blank?"""

from __future__ import annotations

import re
from collections import Counter

from planner.reading.document import Reading
from planner.reading.encoding import decode

_BLANK = re.compile(r"[\s#*\x1c-\x1f]+")
"""White space, and the marks of Markdown headings and bold type, which are no text."""


def unaccounted(data: bytes, reading: Reading) -> list[tuple[int, str]]:
    """Lines with characters that no account holds, or that are accounted for twice."""
    accounted: dict[int, Counter[str]] = {}
    for account in reading.accounts:
        accounted.setdefault(account.line, Counter()).update(_BLANK.sub("", account.text))
    wrong = []
    for number, raw in enumerate(decode(data).text.split("\n"), start=1):
        if Counter(_BLANK.sub("", raw)) != accounted.get(number, Counter()):
            wrong.append((number, raw))
    return wrong
