"""Lines to blocks: each block is one number with the text that follows it up to the next number.

A number at the beginning of a line is taken nearly always. One inside a line is taken only where it
continues a sequence, because fourteen of sixty real documents have no line breaks at all, while in the others
a number after a full stop is mostly something else.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, field
from itertools import islice

from planner.findings import Finding, Severity, Where
from planner.reading.letterhead import is_annex_mark, is_enclosures
from planner.reading.lines import Line
from planner.reading.numbering import Kind, Mark, mark_at_start, mark_before_digit, marks_glued, marks_inside

_SENTENCE_END = "。；：！？;:!?）)”】…"
_GROUP = re.compile(r"(?:——|--|—|－－)\s*(?![（(])[^。；]{2,60}")
_HEADING_END = re.compile(r"[。；：;:]")
_LONG = 30
_SHORT = 8
_LONGEST_HEADING = 80
_AHEAD = 200
"""How many later numbers are looked through for the 2 that proves a 1."""


@dataclass(slots=True)
class Block:
    """One number and its text: `pieces[0]` begins right after the number, the others are paragraphs below."""

    kind: Kind
    value: int
    printed: str
    sign: str
    """The number with its marks, as printed."""
    pieces: list[Line]

    @property
    def line(self) -> int:
        """The line the number stands in."""
        return self.pieces[0].number


@dataclass(slots=True)
class Scan:
    """What a part's lines hold. `before` stands in front of the first number."""

    before: list[Line] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    groups: list[tuple[int, Line]] = field(default_factory=list)
    """Group lines (——坚持…) with the count of blocks before them."""
    tables: list[Line] = field(default_factory=list)
    enclosures: list[Line] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def is_table_row(text: str) -> bool:
    """A row of cells between | lines or tabs."""
    return text.count("|") >= 2 or text.count("｜") >= 2 or (text.count("\t") >= 2 and not _is_item(text))


def _is_item(text: str) -> bool:
    mark = mark_at_start(text)
    return mark is not None and not mark.bare


def scan(lines: list[Line], document: str = "") -> Scan:
    """Part lines into blocks; linear in the length of the text."""
    scanner = _Scanner(document)
    for index, line in enumerate(lines):
        scanner.take(line, lines[index + 1].text if index + 1 < len(lines) else "")
    return scanner.result


class _Scanner:
    def __init__(self, document: str) -> None:
        self.result = Scan()
        self._document = document
        self._last: dict[Kind, int] = {}
        self._previous = ""
        self._listing = False
        self._current: Kind | None = None
        self._line = 0

    def take(self, line: Line, following: str) -> None:
        text = line.text
        self._line = line.number
        if is_table_row(text):
            self.result.tables.append(line)
            return
        if self._is_enclosure(text):
            self.result.enclosures.append(line)
            return
        if self.result.blocks and _GROUP.fullmatch(text) and mark_at_start(text) is None:
            self.result.groups.append((len(self.result.blocks), line))
            return
        marks = self._accepted(text, following)
        self._cut(line, marks)
        self._previous = text

    def _is_enclosure(self, text: str) -> bool:
        """附件：1.… and the numbered names below it, which look like items."""
        if is_enclosures(text) or is_annex_mark(text):
            self._listing = True
            return True
        mark = mark_at_start(text) if self._listing else None
        self._listing = mark is not None and mark.kind is Kind.THIRD and len(text) <= 60 and "。" not in text
        return self._listing

    def _accepted(self, text: str, following: str) -> list[Mark]:
        accepted: list[Mark] = []
        first = mark_at_start(text)
        if first is None:
            first = self._continued(text)
        if first is not None and self._accept_at_start(first):
            accepted.append(first)
        waiting = deque(marks_inside(text) if len(text) > _SHORT else ())
        glued = self._glued_after(accepted[-1], text) if accepted else deque[Mark]()
        while waiting or glued:
            from_heading = bool(glued) and (not waiting or glued[0].start < waiting[0].start)
            mark = glued.popleft() if from_heading else waiting.popleft()
            if accepted and mark.start < accepted[-1].end:
                continue
            later = [*islice(glued, _AHEAD), *islice(waiting, _AHEAD)]
            if self._accept_inside(mark, later, following):
                accepted.append(mark)
                self._note(mark)
                glued = self._glued_after(mark, text)
        return accepted

    def _glued_after(self, mark: Mark, text: str) -> deque[Mark]:
        """Numbers that run into the heading this mark begins, where it can be a heading."""
        if mark.kind > Kind.SECOND:
            return deque()
        end = _HEADING_END.search(text, mark.end, mark.end + _LONGEST_HEADING)
        stop = end.start() if end else min(len(text), mark.end + _LONGEST_HEADING)
        return deque(marks_glued(text, mark.end, stop))

    def _accept_at_start(self, mark: Mark) -> bool:
        last = self._last.get(mark.kind, 0)
        fits = mark.value in (1, last + 1)
        if not fits:
            wrapped = len(self._previous) > _LONG and self._previous[-1] not in _SENTENCE_END
            if (wrapped and self._last) or mark.bare:
                return False
            self._report_order(mark, last)
        self._note(mark)
        return True

    def _continued(self, text: str) -> Mark | None:
        """3.100%覆盖: a number in front of a digit, believed where it is the next after a sentence's end."""
        mark = mark_before_digit(text)
        follows = mark is not None and mark.value == self._last.get(Kind.THIRD, 0) + 1 and mark.value > 1
        return mark if follows and self._previous[-1:] in tuple(_SENTENCE_END) else None

    def _report_order(self, mark: Mark, last: int) -> None:
        code = "reading.number_order" if last else "reading.starts_in_middle"
        arguments: dict[str, str | int] = {"found": mark.printed}
        if last:
            arguments["expected"] = last + 1
        self.result.findings.append(
            Finding(code, Severity.WARNING, Where(self._document, self._line), arguments)
        )

    def _accept_inside(self, mark: Mark, later: list[Mark], following: str) -> bool:
        last = self._last.get(mark.kind, 0)
        if mark.value > 1:
            return mark.value == last + 1
        if mark.kind is Kind.FIRST:
            return last == 0
        if self._current is not None and mark.kind <= self._current:
            return False
        if any(mark.kind is other.kind and other.value == 2 for other in later[:200]):
            return True
        below = mark_at_start(following)
        return below is not None and below.kind is mark.kind and below.value == 2

    def _note(self, mark: Mark) -> None:
        self._last[mark.kind] = mark.value
        self._current = mark.kind

    def _cut(self, line: Line, marks: list[Mark]) -> None:
        text = line.text
        first = marks[0].start if marks else len(text)
        self._append(Line(line.number, text[:first].strip(), line.wrapped and not marks))
        for mark, after in zip(marks, [*marks[1:], None], strict=False):
            end = after.start if after else len(text)
            piece = Line(line.number, text[mark.end : end].strip(), line.wrapped and after is None)
            sign = text[mark.start : mark.end].strip()
            self.result.blocks.append(Block(mark.kind, mark.value, mark.printed, sign, [piece]))

    def _append(self, line: Line) -> None:
        if not line.text:
            return
        if self.result.blocks:
            self.result.blocks[-1].pieces.append(line)
        else:
            self.result.before.append(line)
