"""The place in front of a body's name: 县, 本市, 岳阳楼区, 中共临江县."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planner.plan import Level

LETTERS: dict[str, Level] = {
    "省": "province",
    "市": "city",
    "州": "city",
    "盟": "city",
    "县": "county",
    "区": "county",
    "旗": "county",
}
LETTER_OF: dict[Level, str] = {"province": "省", "city": "市", "county": "县", "township": "乡"}

_LONGEST_PLACE = 16
_NAMELESS = re.compile(r"[XxＸ×某]{1,4}")
_NO_PLACE = re.compile(r"[局办委厅、，,；;]|[社小校]区$")
_WORDS_BEFORE = re.compile(r"^(?:中国共产党|中共|国网)")


def is_place(text: str) -> bool:
    """True for the words before a body's name that only say where it is (县, 临江县, 本市, XX)."""
    bare = _WORDS_BEFORE.sub("", text)
    if not bare or len(bare) > _LONGEST_PLACE or _NO_PLACE.search(bare):
        return False
    return bare[-1] in LETTERS or bare.endswith("自治区") or _NAMELESS.fullmatch(bare) is not None


def level_of(place: str) -> Level:
    """The level of government that a place's last letter tells; "" where it tells none."""
    if place.endswith("自治区"):
        return "province"
    return LETTERS.get(place[-1:], "")


def splits(name: str) -> Iterator[tuple[str, str]]:
    """Every way to read a name as place and rest, the whole name as the rest first."""
    yield "", name
    for cut in range(1, min(len(name), _LONGEST_PLACE + 4)):
        if is_place(name[:cut]):
            yield name[:cut], name[cut:]
