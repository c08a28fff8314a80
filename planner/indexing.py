"""Sets of rows as the bits of integers: which rows of text hold a character, a pair of them, a name.

The rows that have all characters of a word are a handful of `&`, and only those are looked at. Neighbouring
characters are kept the same way, many pairs to one integer, so that a word whose characters are in every
text but not side by side costs no look at them all. Adding rows sets their bits; nothing is built anew.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

_PAIRS = 4096
"""Integers for pairs of neighbouring characters: 20 MB for 36,000 tasks, one pair in ten in doubt."""


@dataclass(frozen=True, slots=True)
class Index:
    """Bits of rows by character of titles, by character of texts, by pair in either, by name in a duty.

    `bodies` gives for a name in a duty the id of the roster's department it means.
    """

    titles: dict[str, int] = field(default_factory=dict)
    texts: dict[str, int] = field(default_factory=dict)
    pairs: dict[int, int] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)

    def copy(self) -> Index:
        """An index that can be added to without touching this one."""
        return Index(
            dict(self.titles), dict(self.texts), dict(self.pairs), dict(self.names), dict(self.bodies)
        )

    def take(self, place: int, title: str, text: str, names: Iterable[str]) -> None:
        """Set the bit of a row; all its words in comparable form."""
        bit = 1 << place
        for letter in set(title):
            self.titles[letter] = self.titles.get(letter, 0) | bit
        for letter in set(text):
            self.texts[letter] = self.texts.get(letter, 0) | bit
        for pair in pairs_of(title) | pairs_of(text):
            self.pairs[pair] = self.pairs.get(pair, 0) | bit
        for name in names:
            self.names[name] = self.names.get(name, 0) | bit

    def append(self, part: Index, first: int) -> None:
        """Take over the bits of another index, whose rows stand from `first` on."""
        for letter, bits in part.titles.items():
            self.titles[letter] = self.titles.get(letter, 0) | bits << first
        for letter, bits in part.texts.items():
            self.texts[letter] = self.texts.get(letter, 0) | bits << first
        for pair, bits in part.pairs.items():
            self.pairs[pair] = self.pairs.get(pair, 0) | bits << first
        for name, bits in part.names.items():
            self.names[name] = self.names.get(name, 0) | bits << first


def pairs_of(text: str) -> set[int]:
    """The numbers, below _PAIRS, of all pairs of neighbouring characters; different pairs may share one."""
    units = memoryview(text.encode("utf-16-le", "surrogatepass")).cast("H")
    return {(left * 37 ^ right) % _PAIRS for left, right in pairwise(units)}


def comparable(text: str) -> str:
    """Text as it is compared: letters of either case and width are the same."""
    return unicodedata.normalize("NFKC", text).casefold()


def bits_of(mask: int) -> Iterator[int]:
    """The places of the bits that are set, from the lowest."""
    for place, byte in enumerate(bytes_of(mask)):
        while byte:
            lowest = byte & -byte
            yield place * 8 + lowest.bit_length() - 1
            byte ^= lowest


def bytes_of(mask: int) -> bytes:
    """The bits as bytes, the lowest first."""
    return mask.to_bytes((mask.bit_length() + 7) // 8, "little")
