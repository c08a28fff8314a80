"""The bytes of a file from outside become text, or are refused before anything reads them.

Size, encoding, the marks git leaves in a conflict, and characters that nobody sees: all of this is looked at
before the text is parsed.
"""

from __future__ import annotations

import re

from planner.cleaning import unwanted_character
from planner.sharing.complaints import Complaints

LARGEST = 3_000_000
"""Bytes. A plan of 1,000 tasks has under two million."""

_CONFLICT = re.compile(r"^(?:<{7}|\|{7}|={7}|>{7})(?= |$)", re.MULTILINE)
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def decode(data: bytes, complaints: Complaints, largest: int = LARGEST) -> str | None:
    """The text of the bytes with LF line ends; None where parsing it makes no sense.

    More than `largest` bytes are not looked at.
    Unwanted characters are reported and taken out, so that the rest of the file can be looked at too.
    """
    if len(data) > largest:
        size = -(-len(data) // 1_000_000)
        complaints.error("format.too_large", size=size, limit=largest // 1_000_000)
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        complaints.error(_encoding_code(data), line=None if data.startswith(_UTF16_MARKS) else line)
        return None
    text = _without_unwanted(text.replace("\r\n", "\n"), complaints)
    if not text.strip():
        complaints.error("format.empty")
        return None
    return None if _has_conflict(text, complaints) else text


def _encoding_code(data: bytes) -> str:
    if data.startswith(_UTF16_MARKS):
        return "format.utf16"
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return "format.not_utf8"
    return "format.gbk"


def _without_unwanted(text: str, complaints: Complaints) -> str:
    """The text without unwanted characters; line ends stay, so that lines keep their numbers.

    Each line is reported once, with the first of its characters.
    """
    kept: list[str] = []
    start, line, counted, reported = 0, 1, 0, 0
    while found := unwanted_character(text, start):
        line += text.count("\n", counted, found.start())
        counted = found.start()
        if line != reported:
            complaints.error("format.unwanted_character", line=line, character=f"U+{ord(found[0]):04X}")
        reported = line
        kept.append(text[start : found.start()])
        start = found.end()
    return "".join(kept) + text[start:]


def _has_conflict(text: str, complaints: Complaints) -> bool:
    marks = list(_CONFLICT.finditer(text))
    starts = [mark for mark in marks if mark[0].startswith("<")]
    line, counted = 1, 0
    for mark in starts or marks:
        line += text.count("\n", counted, mark.start())
        counted = mark.start()
        complaints.error("format.conflict", line=line)
    return bool(marks)
