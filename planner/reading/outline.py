"""Blocks to sections, items and sub-items.

Which number is a section, which an item, depends on the document: 一、（一）1. in one, 1. to 16. without
anything above in another, （一） over running items in a third. The rules are relative: a section is
the outermost kind that holds others, an item is what stands directly in a section, a sub-item what
stands in an item.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import pairwise

from planner.findings import Finding, Severity, Where
from planner.reading.lines import Line
from planner.reading.numbering import Kind
from planner.reading.scanning import Block, Scan

_ENDS = "。；：！？;:!?）)”】…"
_TRAILING = " \t。；;：:，,、\u3000\u00a0"
_WIDE_GAP = re.compile(r"(?P<heading>[^。，,；;\s]{4,40})(?:\u3000|\s{2,})\s*\S")
_RUN_IN_TEXT = 4
"""So many characters after a heading's full stop make it a heading with its text in one paragraph."""


@dataclass(slots=True)
class Item:
    """A numbered item or, where `number` is empty, an unnumbered paragraph. `pieces` hold title and text."""

    number: str
    sign: str
    pieces: list[Line]
    subs: list[Item] = field(default_factory=list)
    kind: Kind | None = None

    @property
    def line(self) -> int:
        """The line the item begins in."""
        return self.pieces[0].number


@dataclass(slots=True)
class Chapter:
    """A section as the document has it; `intro` is the prose under its heading."""

    number: str
    title: str
    line: int
    intro: list[Line] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    groups: list[Line] = field(default_factory=list)
    part: bool = False


def build(scan: Scan, document: str = "") -> tuple[list[Chapter], list[Finding]]:
    """The chapters of a part, and what had to be decided about its numbering."""
    findings: list[Finding] = []
    if not scan.blocks:
        return [], findings
    rank = _ranks(scan.blocks)
    section_kind = _section_kind(scan.blocks, rank)
    chapters: list[Chapter] = []
    groups = list(reversed(scan.groups))
    for index, block in enumerate(scan.blocks):
        while groups and groups[-1][0] <= index:
            _group(chapters, groups.pop()[1], document, findings)
        if section_kind is not None and rank[block.kind] <= rank[section_kind]:
            chapters.append(_chapter(block))
            continue
        if not chapters:
            chapters.append(Chapter("", "", block.line))
            if section_kind is None:
                where = Where(document, block.line)
                findings.append(Finding("reading.no_sections", Severity.NOTE, where))
        _put(chapters[-1], block, rank)
    while groups:
        _group(chapters, groups.pop()[1], document, findings)
    return _without_bare_parts(chapters, document, findings), findings


def _without_bare_parts(chapters: list[Chapter], document: str, findings: list[Finding]) -> list[Chapter]:
    """第一部分 right above 一、 is a line over sections, not a section without anything in it."""
    kept: list[Chapter] = []
    above: Line | None = None
    for chapter, below in zip(chapters, [*chapters[1:], None], strict=True):
        bare = chapter.part and not (chapter.items or chapter.intro or chapter.groups)
        if bare and below is not None and not below.part:
            above = Line(chapter.line, chapter.title)
            continue
        kept.append(chapter)
        if above is not None:
            _group(kept, above, document, findings)
            above = None
    return kept


def _ranks(blocks: list[Block]) -> dict[Kind, int]:
    """How deep each kind stands. （一） stands above 1. unless the document shows the opposite."""
    rank = {kind: kind.value for kind in Kind}
    inside, outside = 0, 0
    last_second = last_third = 0
    run_began_in_third = 0
    for before, block in pairwise(blocks):
        if before.kind is Kind.THIRD:
            last_third = before.value
        if before.kind is Kind.SECOND:
            last_second = before.value
        if block.kind is Kind.FIRST:
            last_second = last_third = run_began_in_third = 0
        elif block.kind is Kind.SECOND and before.kind is Kind.THIRD:
            run_began_in_third = last_third if block.value == 1 else 0
            outside += block.value == last_second + 1 and block.value > 1
        elif block.kind is Kind.THIRD and before.kind is Kind.SECOND:
            inside += bool(run_began_in_third) and block.value == run_began_in_third + 1
    if inside > outside:
        rank[Kind.SECOND], rank[Kind.THIRD] = rank[Kind.THIRD], rank[Kind.SECOND]
    return rank


def _section_kind(blocks: list[Block], rank: dict[Kind, int]) -> Kind | None:
    """The kind that makes sections; None where all numbers are items of one section."""
    counts = Counter(block.kind for block in blocks)
    kinds = sorted(counts, key=lambda kind: rank[kind])
    outermost = Kind.FIRST if Kind.FIRST in counts else kinds[0]
    if len(kinds) == 1:
        with_text = sum(_has_own_text(block) for block in blocks)
        bare_headings = with_text * 2 < len(blocks)
        return outermost if outermost <= Kind.FIRST and bare_headings else None
    if outermost <= Kind.FIRST:
        return outermost
    own = [block for block in blocks if block.kind is outermost]
    headings = sum(not _has_own_text(block) and len(block.pieces) == 1 for block in own)
    return outermost if headings * 3 >= len(own) * 2 else None


def _has_own_text(block: Block) -> bool:
    _, end, rest = block.pieces[0].text.partition("。")
    return bool(end) and len(rest) > _RUN_IN_TEXT


def _chapter(block: Block) -> Chapter:
    pieces = list(block.pieces)
    while len(pieces) > 1 and pieces[0].wrapped and "。" not in pieces[0].text:
        pieces[:2] = [replace(pieces[1], number=pieces[0].number, text=pieces[0].text + pieces[1].text)]
    first = pieces[0]
    title, rest = split_title(first.text)
    intro = [Line(first.number, rest)] if rest else []
    intro.extend(pieces[1:])
    return Chapter(block.printed, title, block.line, intro, part=block.kind is Kind.PART)


def split_title(text: str) -> tuple[str, str]:
    """The heading up to its first full stop, and what follows it in the same paragraph."""
    gap = _WIDE_GAP.match(text)
    if gap:
        return gap["heading"].rstrip(_TRAILING), text[gap.end("heading") :].strip()
    heading, _, rest = text.partition("。")
    return heading.rstrip(_TRAILING), rest.strip()


def _put(chapter: Chapter, block: Block, rank: dict[Kind, int]) -> None:
    item = Item(block.printed, block.sign, list(block.pieces), kind=block.kind)
    current = chapter.items[-1] if chapter.items else None
    if current is None or current.kind is None or rank[block.kind] <= rank[current.kind]:
        chapter.items.append(item)
        return
    sub = current.subs[-1] if current.subs else None
    if sub is None or sub.kind is None or rank[block.kind] <= rank[sub.kind]:
        current.subs.append(item)
        return
    first = block.pieces[0]
    sub.pieces.append(Line(first.number, block.sign + first.text))
    sub.pieces.extend(block.pieces[1:])


def _group(chapters: list[Chapter], line: Line, document: str, findings: list[Finding]) -> None:
    if chapters:
        chapters[-1].groups.append(line)
        findings.append(
            Finding(
                "reading.group_line", Severity.NOTE, Where(document, line.number), {"text": line.text[:60]}
            )
        )


def join(pieces: list[Line]) -> tuple[str, list[int]]:
    """Paragraphs as one text, and where each begins. A paragraph broken inside a sentence is mended."""
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    open_brackets = 0
    for index, piece in enumerate(pieces):
        if index:
            before = pieces[index - 1].text
            heading = index == 1 and "。" not in before and len(before) <= 60
            broken = bool(before) and before[-1] not in _ENDS and not heading
            glue = "" if open_brackets > 0 or broken or pieces[index - 1].wrapped else "\n"
            parts.append(glue)
            length += len(glue)
        starts.append(length)
        parts.append(piece.text)
        length += len(piece.text)
        opened = piece.text.count("（") + piece.text.count("(")
        open_brackets = max(0, open_brackets + opened - piece.text.count("）") - piece.text.count(")"))
        if open_brackets > 2:
            open_brackets = 0
    return "".join(parts), starts
