"""Bytes to text: which encoding a file was written in, and what had to be cleaned away.

Offices hand over UTF-8, UTF-16 and GB18030 (with GBK and GB2312 inside it), with and without a mark at the
start. A title of eight characters is too short for detectors that count byte statistics, so every
encoding that can be meant is decoded and the readings are compared by how plausible their characters are:
the 3,755 everyday characters of GB 2312's first level are almost the whole of any official text, and a
reading in the wrong encoding hardly ever hits them.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import cache

from planner.findings import Finding, Severity, Where

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES = ("utf-8", "gb18030", "utf-16-le", "utf-16-be")
_SAMPLE = 8192
_SHORT = 400
"""Below this many bytes a valid UTF-8 reading is still compared with the others."""

_UNDECODABLE = "\ufffd"
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f]+")
_BIDI = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200d\u2060\ufeff]+")
_ANY_HIDDEN = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\u00ad\ufeff\ufffd]"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, the encoding it was read with, and what was undecodable or taken out."""

    text: str
    encoding: str
    findings: tuple[Finding, ...] = ()


def decode(data: bytes, document: str = "") -> Decoded:
    """Decode a file. Never raises: bytes that mean nothing become U+FFFD and a finding with their line."""
    encoding = _encoding_of(data)
    text = data.decode(encoding, errors="replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not _ANY_HIDDEN.search(text):
        return Decoded(text, encoding)
    return _clean(text, encoding, document)


def _encoding_of(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    if len(data) > _SHORT and b"\0" not in data[:_SAMPLE] and _is_valid(data, "utf-8"):
        return "utf-8"
    sample = data[:_SAMPLE]
    best, best_score = "utf-8", float("-inf")
    for encoding in _CANDIDATES:
        score = _plausibility(_decode_sample(sample, encoding, whole=len(data) <= _SAMPLE))
        if score > best_score:
            best, best_score = encoding, score
    return best


def _is_valid(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _decode_sample(sample: bytes, encoding: str, *, whole: bool) -> str:
    """Decode the beginning of a file; a character cut in two by the sample's end is no error."""
    return codecs.getincrementaldecoder(encoding)(errors="replace").decode(sample, final=whole)


@cache
def _weights() -> dict[str, float]:
    """How much each character speaks for a reading; what is missing here speaks against it."""
    weights: dict[str, float] = {}
    second_level = bytes(
        b for lead in range(0xD8, 0xF8) for trail in range(0xA1, 0xFF) for b in (lead, trail)
    )
    first_level = bytes(b for lead in range(0xB0, 0xD8) for trail in range(0xA1, 0xFF) for b in (lead, trail))
    weights.update(dict.fromkeys(second_level.decode("gb2312", errors="ignore"), 0.4))
    weights.update(dict.fromkeys(first_level.decode("gb2312", errors="ignore"), 1.0))
    weights.update(
        dict.fromkeys("，。、；：？！“”‘’（）《》〈〉【】〔〕—…·％－～　０１２３４５６７８９．", 1.0)
    )
    weights.update(dict.fromkeys((chr(code) for code in range(0x20, 0x7F)), 0.8))
    weights.update(dict.fromkeys("\n\r\t\u00a0\x0c", 0.8))
    # 一 and 0 with their bytes in the other order are N and a wide blank.
    weights["\u3000"] = 0.7
    weights[_UNDECODABLE] = -4.0
    weights["\0"] = -4.0
    return weights


def _plausibility(text: str) -> float:
    if not text:
        return 0.0
    weights = _weights()
    # A reading with fewer characters for the same bytes must not win by being short, so take the mean.
    return sum(weights.get(character, -1.0) for character in text) / len(text)


def _clean(text: str, encoding: str, document: str) -> Decoded:
    findings: list[Finding] = []
    undecodable = text.count(_UNDECODABLE)
    if undecodable:
        findings.append(
            _about("reading.undecodable", Severity.WARNING, text, _UNDECODABLE, undecodable, document)
        )
    for code, pattern in (
        ("reading.control_removed", _CONTROL),
        ("reading.direction_removed", _BIDI),
        ("reading.invisible_removed", _INVISIBLE),
    ):
        found = pattern.search(text)
        if found is None:
            continue
        count = sum(len(match.group()) for match in pattern.finditer(text))
        severity = Severity.NOTE if pattern is _INVISIBLE else Severity.WARNING
        findings.append(_about(code, severity, text, found.group(), count, document))
        text = pattern.sub("", text)
    return Decoded(text, encoding, tuple(findings))


def _about(code: str, severity: Severity, text: str, first: str, count: int, document: str) -> Finding:
    line = text.count("\n", 0, text.index(first)) + 1
    return Finding(code, severity, Where(document, line), {"count": count})
