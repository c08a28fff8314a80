"""The numbers in front of sections and items: 一、 （一） 1. （1） ① and what counts as their sequence."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass


class Kind(enum.IntEnum):
    """Kinds of numbers from the outermost to the innermost, as official documents nest them."""

    PART = 0
    """第一部分"""
    FIRST = 1
    """一、"""
    SECOND = 2
    """（一）"""
    THIRD = 3
    """1."""
    FOURTH = 4
    """（1）"""
    FIFTH = 5
    """①"""


@dataclass(frozen=True, slots=True)
class Mark:
    """A number found in a text: where it stands, its kind, its value and how it is printed, without marks."""

    start: int
    end: int
    kind: Kind
    value: int
    printed: str
    bare: bool = False
    """True where nothing but a blank follows the number."""


_CHINESE = "一二三四五六七八九十百零〇"
_DIGIT = {character: value for value, character in enumerate("〇一二三四五六七八九")} | {"零": 0}

_NUMBER = (
    rf"(?:第(?P<part>[{_CHINESE}]{{1,3}}|\d{{1,2}})(?:部分|章|篇|编)(?:[、：:]|\s|(?=[\u4e00-\u9fff]))\s*"
    rf"|(?P<first>[{_CHINESE}]{{1,4}})\s?[、．.](?![{_CHINESE}]{{1,3}}[、级类])\s*"
    rf"|[（(〔［\[]\s?(?P<second>[{_CHINESE}]{{1,4}})\s?[）)〕］\]]\s?[、．.]?\s*"
    rf"|(?P<third>\d{{1,3}})(?:\s?[.．、﹒](?!\d(?!\d{{3}}年|\d?月))|(?P<blank>\s+)(?=[\u4e00-\u9fff“《]))\s*"
    rf"|[（(]?\s?(?P<fourth>\d{{1,3}})\s?[）)][、．.]?\s*"
    rf"|(?P<fifth>[①-⑳])\s*)"
)
_AT_START = re.compile(_NUMBER)
_SPACED = re.compile(rf"(?P<first>[{_CHINESE}]{{1,3}})(?P<blank>\s+)(?=[\u4e00-\u9fff]{{2}})[^。，；]*")
_SHORT_HEADING = 30
_INSIDE = re.compile(rf"(?<=[。；;：:！？）)\s”]){_NUMBER}")
_GLUED = re.compile(
    rf"(?<=[\u4e00-\u9fff”》）)])(?:(?P<third>\d{{1,3}})[.．、](?=[\u4e00-\u9fff“《])|[（(](?P<second>[{_CHINESE}]{{1,3}})[）)](?=[\u4e00-\u9fff“《]))"
)
_NOT_AFTER_BLANK = re.compile(
    r"(?:月|日|年|号|时|点|个|家|次|项|件|名|人|种|类|级|处|座|条|万|亿|元|吨|%|％|公里|米|天|周|季)"
)
# 责任单位：县数据局2.汇聚数据: in a text without line breaks the clause's last word touches the next number.
_BEHIND_CLAUSE = re.compile(
    r"(?<=[局委办厅府会部司乡镇街区队位门日底前末年月期进])(?:(?P<third>[1-9]\d{0,2})[.．](?=[\u4e00-\u9fff“《])"
    rf"|[（(](?P<second>[{_CHINESE}]{{1,3}})[）)](?=[\u4e00-\u9fff“《])|(?P<first>[{_CHINESE}]{{1,3}})、(?=[^{_CHINESE}\W]))"
)
_BEFORE_DIGIT = re.compile(r"([1-9]\d{0,2})[.．、](?=\d)")
_KINDS = tuple(kind.name.lower() for kind in Kind)
_POINTS = re.compile(
    r"(?:^|(?<=[。；;，,：:\s]))(?P<printed>(?P<number>[一二三四五六七八九十]{1,2})(?:是|要))(?!否|不是)"
)


def chinese_value(printed: str) -> int | None:
    """The value of a Chinese numeral up to 199 ("二十一" → 21); None where it is none."""
    if printed.isdecimal():
        return int(printed)
    if "百" in printed:
        hundreds, _, rest = printed.partition("百")
        lead = _DIGIT.get(hundreds)
        tail = chinese_value(rest.lstrip("零〇")) if rest.lstrip("零〇") else 0
        return None if lead is None or tail is None else lead * 100 + tail
    if "十" in printed:
        tens, _, ones = printed.partition("十")
        lead = 1 if not tens else _DIGIT.get(tens)
        tail = 0 if not ones else _DIGIT.get(ones)
        return None if not lead or tail is None else lead * 10 + tail
    value = 0
    for character in printed:
        if character not in _DIGIT:
            return None
        value = value * 10 + _DIGIT[character]
    return value or None


def mark_at_start(text: str) -> Mark | None:
    """The number with which a line begins, if it begins with one."""
    match = _AT_START.match(text) or (_SPACED.fullmatch(text) if len(text) <= _SHORT_HEADING else None)
    return _mark(match) if match else None


def marks_inside(text: str) -> list[Mark]:
    """Numbers that follow a sentence's end, a bracket or a blank inside a line, its beginning excluded."""
    found = [_mark(match) for match in _INSIDE.finditer(text) if match.start() > 0]
    marks = [mark for mark in found if mark is not None]
    behind = [mark for match in _BEHIND_CLAUSE.finditer(text) if (mark := _mark(match)) is not None]
    return sorted([*marks, *behind], key=lambda mark: mark.start) if behind else marks


def mark_before_digit(text: str) -> Mark | None:
    """The number of an item whose text begins with a digit (3.100%覆盖), which may as well be a decimal."""
    match = _BEFORE_DIGIT.match(text)
    return Mark(0, match.end(), Kind.THIRD, int(match[1]), match[1], bare=True) if match else None


def marks_glued(text: str, start: int, end: int) -> list[Mark]:
    """Numbers glued to a heading without any mark before them ("…水利工程建设1.立足…", "总体要求（一）…")."""
    found: list[Mark] = []
    for match in _GLUED.finditer(text, start, end):
        kind = Kind.THIRD if match["third"] else Kind.SECOND
        printed = match["third"] or match["second"]
        value = chinese_value(printed)
        if value:
            found.append(
                Mark(match.start(), match.end(), kind, value, str(value) if match["third"] else printed)
            )
    return found


def points(text: str, start: int = 0) -> list[Mark]:
    """一是…二是… in order from 一是; empty where there are not at least two of them."""
    found: list[Mark] = []
    for match in _POINTS.finditer(text, start):
        value = chinese_value(match["number"])
        same = not found or match["printed"][-1] == found[0].printed[-1]
        if value == len(found) + 1 and same:
            found.append(Mark(match.start(), match.end(), Kind.FIFTH, value, match["printed"]))
    return found if len(found) > 1 else []


def _mark(match: re.Match[str]) -> Mark | None:
    groups = match.groupdict()
    bare = groups.get("blank") is not None
    group = next((name for name in _KINDS if groups.get(name)), None)
    if group is None:
        return None
    printed = groups[group]
    value = ord(printed) - ord("①") + 1 if group == "fifth" else chinese_value(printed)
    end = match.end("blank") if bare else match.end()
    if not value or (bare and _NOT_AFTER_BLANK.match(match.string, end)):
        return None
    if group in ("third", "fourth"):
        printed = str(value)
    return Mark(match.start(), end, Kind[group.upper()], value, printed, bare)
