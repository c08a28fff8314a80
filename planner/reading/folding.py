"""One spelling for the marks of a text, so that a grammar is written once.

Real plans mix half-width and full-width marks, five kinds of brackets and, after conversion by a machine,
traditional characters. `fold` maps each character to exactly one other, so a place in the folded text is
the same place in the text as printed, and names can be cut from the original.
"""

from __future__ import annotations

import functools
import re

_OPENING = "([［【〔〈（"
_CLOSING = ")]］】〕〉）"
_TRADITIONAL = (
    "編辦廳處黨團會隊銀單門關責務牽頭負實導監縣區鄉鎮級屬應與參協時內個萬億達蓋領職業學醫檢機構員國產報開發電網場館體農衛財經濟總聯"
    "婦殘紀執歲結劃設組織貫徹點運營動標減長漲"
)
_SIMPLIFIED = (
    "编办厅处党团会队银单门关责务牵头负实导监县区乡镇级属应与参协时内个万亿达盖领职业学医检机构员国产报开发电网场馆体农卫财经济总联"
    "妇残纪执岁结划设组织贯彻点运营动标减长涨"
)

_MARKS = str.maketrans(
    _OPENING + _CLOSING + ",;:０１２３４５６７８９％．－–—~～∼＊※★☆▲△／\u3000\u00a0\t" + _TRADITIONAL,
    "（" * len(_OPENING) + "）" * len(_CLOSING) + "，；：0123456789%.------******/   " + _SIMPLIFIED,
)

_BRACKET = re.compile("[（）]")


@functools.lru_cache(maxsize=1024)
def fold(text: str) -> str:
    """The text with one spelling for each mark; as long as the text itself."""
    return text.translate(_MARKS)


def bracket_pairs(folded: str) -> tuple[tuple[int, int], ...]:
    """The places of matching brackets (opening, closing) of a folded text, in order of their opening.

    Any closing bracket closes the last open one, because documents mix them (〔2021)67号). A bracket
    without partner is left out.
    """
    open_places: list[int] = []
    pairs: list[tuple[int, int]] = []
    for mark in _BRACKET.finditer(folded):
        if mark.group() == "（":
            open_places.append(mark.start())
        elif open_places:
            pairs.append((open_places.pop(), mark.start()))
    return tuple(sorted(pairs))


def split_outside_brackets(text: str, marks: str) -> tuple[str, ...]:
    """Cut `text` at each of `marks` (folded marks) that stands outside brackets; the pieces as printed."""
    pieces: list[str] = []
    depth = start = 0
    for place, mark in enumerate(fold(text)):
        if mark == "（":
            depth += 1
        elif mark == "）":
            depth = max(0, depth - 1)
        elif not depth and mark in marks:
            pieces.append(text[start:place])
            start = place + 1
    pieces.append(text[start:])
    return tuple(pieces)
