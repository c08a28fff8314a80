"""Which part of a document is the plan: a covering notice before it, annexes behind it.

A notice may stand before the plan with a signature of its own, may itself be numbered 一、二、三、 while the
plan is its annex, or may be the plan. An annex starts its numbers again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from planner.reading.letterhead import (
    date_line,
    is_annex_mark,
    is_colophon,
    is_enclosures,
    is_notice,
    title_at,
)
from planner.reading.lines import Line
from planner.reading.numbering import Kind, mark_at_start, marks_inside

_COVERING = re.compile(r"印发(?:给)?你们|现(?:将|予)[^。]{0,160}(?:印发|下发|发给|转发)")
_PLAN_TITLE = re.compile(r"要点|计划|方案|安排|任务|规划|部署|打算|行动|清单|目标|措施|意见")
_NEAR = 6
_GLUED_LENGTH = 200
_HEAD_LENGTH = 3000

_NUMBER = r"[^\s〔\[（(【。，；：]{2,12}[〔\[（(【](?:19|20)\d{2}[〕\]）)】]的?第?\d{1,4}号"
_DAY = r"(?:19|20)\d{2}年\d{1,2}月\d{1,2}日"
_PLAN_NAME = r"(?:工作要点|重点(?:工作)?(?:任务|安排)|(?:工作|行动|实施)(?:计划|方案)|工作安排|目标任务)"
_CUT_BEFORE = re.compile(rf"(?<=文件)(?={_NUMBER})|(?<=。)(?=[^。，；：]{{3,40}}{_DAY}(?!前|起|召))")
_CUT_AFTER = re.compile(
    rf"{_NUMBER}(?=[\u4e00-\u9fff])|的通知(?=[各县市区省乡镇机中国有])|(?<!如下)[：:](?=为|根据|现将|《|经|按照|20\d\d年)"
    rf"|{_DAY}(?=[^，。；：、前至起召发以]{{4,60}}{_PLAN_NAME})"
    rf"|{_PLAN_NAME}(?=\s*(?:为|根据|按照|20\d\d年|坚持|以|深入|全面|一、))"
)


@dataclass(frozen=True, slots=True)
class Parts:
    """A document's lines by what they are for. `before` is a covering notice, `annexes` follow the plan."""

    before: list[Line]
    plan: list[Line]
    annexes: list[list[Line]]


def part(lines: list[Line]) -> Parts:
    """Find the plan among the parts of a document."""
    borders = _borders(lines)
    if not borders:
        return Parts([], lines, [])
    pieces = [lines[a:b] for a, b in zip([0, *borders], [*borders, len(lines)], strict=True)]
    chosen = _choose(pieces)
    before = [line for piece in pieces[:chosen] for line in piece]
    return Parts(before, pieces[chosen], pieces[chosen + 1 :])


def _borders(lines: list[Line]) -> list[int]:
    """Where a part begins: at an annex mark, or at a title right behind a signature or covering sentence."""
    borders: list[int] = []
    for index, line in enumerate(lines):
        if borders and index <= borders[-1]:
            continue
        if index and is_annex_mark(line.text):
            below = lines[index + 1].text if index + 1 < len(lines) else ""
            if below and not _is_list_entry(below):
                borders.append(index)
        elif (date_line(line.text) is not None and not _has_title_above(lines, index)) or (
            len(line.text) < 400 and _COVERING.search(line.text)
        ):
            start = _title_below(lines, index + 1)
            if start is not None and not _annex_between(lines, index, start):
                borders.append(start)
    return borders


def _has_title_above(lines: list[Line], index: int) -> bool:
    """A day right below a title dates that title and ends no part."""
    return index < _NEAR and any(title_at(lines, start) for start in range(max(0, index - 2), index))


def _annex_between(lines: list[Line], index: int, start: int) -> bool:
    return any(is_annex_mark(line.text) for line in lines[index:start])


def _is_list_entry(text: str) -> bool:
    mark = mark_at_start(text)
    return mark is not None and mark.kind is Kind.THIRD and "。" not in text and len(text) <= 60


def _title_below(lines: list[Line], start: int) -> int | None:
    for index in range(start, min(start + _NEAR, len(lines))):
        text = lines[index].text
        if date_line(text) is not None:
            return None  # the search begins again behind this day
        if is_annex_mark(text) or (mark_at_start(text) is not None and not is_enclosures(text)):
            return None
        if title_at(lines, index) is not None:
            return index
        ends_part = is_colophon(text) or is_enclosures(text) or (len(text) <= 40 and "。" not in text)
        if not ends_part and not is_notice(text):
            return None
    return None


def _choose(pieces: list[list[Line]]) -> int:
    """The part that is the plan."""
    weights = [sum(_count_marks(line.text) for line in piece) for piece in pieces]
    covering = any(_COVERING.search(line.text) for line in pieces[0][:20] if len(line.text) < 400)
    if covering or not weights[0]:
        for index in range(1, len(pieces)):
            if weights[index] and _has_plan_title(pieces[index]):
                return index
    if weights[0]:
        return 0
    return max(range(len(pieces)), key=lambda index: weights[index])


def _has_plan_title(piece: list[Line]) -> bool:
    for index in range(min(4, len(piece))):
        title = title_at(piece, index)
        if title is not None and _PLAN_TITLE.search(title[1]):
            return True
    return False


def _count_marks(text: str) -> int:
    own = mark_at_start(text) is not None
    return own + (len(marks_inside(text)) if len(text) > _GLUED_LENGTH else 0)


def unglue(lines: list[Line]) -> list[Line]:
    """Part the head of a document without line breaks: number, title, addressees, signature, own title.

    Only what stands in front of the first heading is parted here; numbers are found where they stand.
    """
    if len(lines) > 3 or not lines or max(len(line.text) for line in lines) < _GLUED_LENGTH:
        return lines
    parted: list[Line] = []
    for line in lines:
        first = re.search(
            r"(?<=[。：:])\s*(?:一、|（一）|1[.．、](?!\d))|(?<![第十统归唯万])一、(?=[\u4e00-\u9fff]{4})",
            line.text[:_HEAD_LENGTH],
        )
        end = first.start() if first else min(len(line.text), _HEAD_LENGTH if not parted else 0)
        head, body = line.text[:end], line.text[end:]
        start = 0
        cuts = {match.start() for match in _CUT_BEFORE.finditer(head)}
        cuts.update(match.end() for match in _CUT_AFTER.finditer(head))
        for cut in sorted(cuts):
            if head[start:cut].strip():
                parted.append(Line(line.number, head[start:cut].strip()))
            start = cut
        parted.extend(Line(line.number, rest.strip()) for rest in (head[start:], body) if rest.strip())
    return parted
