"""An item's text to a task with its measures.

A measure is the stretch of text that one duty clause covers; a numbered sub-item, a run-in heading or
一是… begins a measure too. A clause at the end of several sub-items without clauses of their own covers each.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from planner import timing
from planner.plan import ORDER_STEP, Due, Duty, Measure, Recurrence, Source, Target, Task, new_id
from planner.reading.dates import find_dues, find_recurrences
from planner.reading.duties import find_clauses
from planner.reading.found import Clause, Found
from planner.reading.numbering import points
from planner.reading.outline import Item, join, split_title
from planner.reading.stretches import clauses_in, find_in
from planner.reading.targets import find_targets

Record = TypeVar("Record")

_TRAILING = " \t\n。；;：:，,、\u3000\u00a0"
_LEADING = " \t\n。；;，,、\u3000\u00a0"
_EMPTY_LABEL = re.compile(r"(?:具体|主要|重点)?(?:工作)?(?:措施|任务|举措|内容|要求|目标)\s*[:：]?")
_SENTENCE = re.compile(r"[^。\n]+[。\n]?")
_LONGEST_RUN_IN = 16
_LONGEST_MEASURE_TITLE = 40


@dataclass(frozen=True, slots=True)
class Printed:
    """One item as the document prints it: what a plan does not keep."""

    number: str
    title: str
    text: str
    line: int
    clauses: tuple[Clause, ...]
    targets: tuple[str, ...]
    deadlines: tuple[str, ...]
    frequencies: tuple[str, ...]
    subtasks: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """What every item of one document shares."""

    document: str
    year: int
    section: str
    amend: Callable[[Duty], Duty]
    taken: set[str]
    heading: Clause | None = None
    """The clause on the section's heading, which covers items without a clause of their own."""

    def new_id(self) -> str:
        """An id that no other record of this plan has."""
        made = new_id(self.taken)
        self.taken.add(made)
        return made


@dataclass(slots=True)
class _Text:
    """One running text with everything found in it, in order of place."""

    text: str
    starts: list[int]
    lines: list[int]
    clauses: tuple[Clause, ...]
    targets: list[Found[Target]]
    dues: list[Found[Due]]
    recurrences: list[Found[Recurrence]]
    deadlines: tuple[str, ...]
    """The words of deadlines in the text and in its clauses, in order."""
    frequencies: tuple[str, ...]

    def line_at(self, place: int) -> int:
        return self.lines[max(0, bisect_right(self.starts, place) - 1)]


@dataclass(slots=True)
class _Unit:
    """A stretch of text under one heading of its own (or none)."""

    held: _Text
    start: int
    end: int
    title: str = ""
    number: str = ""
    begins: int = 0
    """Where the unit's heading begins: what is found in the heading belongs to its first measure."""
    is_sub: bool = False


@dataclass(slots=True)
class _Draft:
    text: str
    title: str
    number: str
    line: int
    is_sub: bool
    duty: Duty = field(default_factory=Duty)
    dues: list[Due] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    recurrences: list[Recurrence] = field(default_factory=list)


def read_item(item: Item, order: int, setting: Setting) -> tuple[Task, Printed]:
    """The task an item makes, and the item as printed."""
    own = _read_text(item, setting)
    title, rest = _title(item, own)
    units = _units(own, rest)
    subtasks = [(unit.number, unit.title) for unit in units if unit.is_sub]
    texts = [own]
    for sub in item.subs:
        held = _read_text(sub, setting)
        texts.append(held)
        sub_title, sub_rest = _title(sub, held)
        subtasks.append((sub.number, sub_title))
        units.append(_Unit(held, sub_rest, len(held.text), sub_title, sub.number, 0, is_sub=True))
    drafts = _cover(units, setting)
    if setting.heading is not None and not any(held.clauses for held in texts):
        drafts = drafts or [_draft(units[0], "", "", 0, len(own.text))]
        _lay(setting.heading, drafts, setting)
    source = Source(setting.document, item.line, setting.year or None, item.number)
    measures = tuple(_measure(draft, place, source, setting) for place, draft in enumerate(drafts, start=1))
    task = Task(setting.new_id(), setting.section, title, order, measures, source)
    return task, _printed(item, title, texts, subtasks, setting)


def _printed(
    item: Item, title: str, texts: list[_Text], subtasks: list[tuple[str, str]], setting: Setting
) -> Printed:
    lines = [texts[0].text]
    lines.extend(sub.sign + held.text for sub, held in zip(item.subs, texts[1:], strict=True))
    return Printed(
        item.number,
        title,
        "\n".join(lines),
        item.line,
        tuple(replace(clause, duty=setting.amend(clause.duty)) for held in texts for clause in held.clauses),
        tuple(found.words for held in texts for found in held.targets),
        tuple(words for held in texts for words in held.deadlines),
        tuple(words for held in texts for words in held.frequencies),
        tuple(subtasks),
    )


def _read_text(item: Item, setting: Setting) -> _Text:
    text, starts = join(item.pieces)
    clauses = clauses_in(text, find_clauses)
    outside = _Outside(clauses)
    targets = [found for found in find_in(text, find_targets) if outside(found.start)]
    dues = [
        found for found in find_in(text, lambda part: find_dues(part, setting.year)) if outside(found.start)
    ]
    recurrences = [found for found in find_in(text, find_recurrences) if outside(found.start)]
    deadlines = [(found.start, found.words) for found in dues]
    deadlines.extend((clause.start, words) for clause in clauses for words in clause.dues)
    frequencies = [(found.start, found.words) for found in recurrences]
    frequencies.extend((clause.start, words) for clause in clauses for words in clause.recurrences)
    return _Text(
        text,
        starts,
        [piece.number for piece in item.pieces],
        clauses,
        targets,
        dues,
        recurrences,
        _in_order(deadlines),
        _in_order(frequencies),
    )


def _in_order(placed: list[tuple[int, str]]) -> tuple[str, ...]:
    return tuple(words for _, words in sorted(placed, key=lambda pair: pair[0]))


class _Outside:
    """Tells whether a place lies outside all clauses."""

    def __init__(self, clauses: Sequence[Clause]) -> None:
        self._starts = [clause.start for clause in clauses]
        self._ends = [clause.end for clause in clauses]

    def __call__(self, place: int) -> bool:
        index = bisect_right(self._starts, place) - 1
        return index < 0 or place >= self._ends[index]


def _place(found: Found[object]) -> int:
    return found.start


def _title(item: Item, held: _Text) -> tuple[str, int]:
    """The title and where the remaining text begins. A clause inside the first sentence ends the title."""
    first = held.text.partition("\n")[0]
    title, rest = split_title(first)
    stop = len(first) - len(rest)
    clause = held.clauses[0] if held.clauses else None
    if clause is not None and clause.start < stop:
        before = held.text[: clause.start].rstrip(_TRAILING)
        if before:
            return before, clause.start
    return title, min(stop, len(held.text))


def _units(held: _Text, rest: int) -> list[_Unit]:
    """The item's own text, parted at 一是…二是… or at run-in headings."""
    end = len(held.text)
    cuts = [(mark.start, mark.end, mark.printed) for mark in points(held.text, rest)]
    if cuts:
        units = [_Unit(held, rest, cuts[0][0])]
        for (start, text_start, printed), after in zip(cuts, [*cuts[1:], (end, end, "")], strict=True):
            first = held.text[text_start : after[0]].partition("。")[0].rstrip(_TRAILING)
            heading_end = held.text.find(first, text_start) + len(first)
            units.append(_Unit(held, heading_end, after[0], first, printed, start, is_sub=True))
        return units
    headings = _run_ins(held.text, rest)
    units = [_Unit(held, rest, headings[0][0] if headings else end)]
    for (start, text_start), follows in zip(headings, [*headings[1:], (end, end)], strict=False):
        title = held.text[start:text_start].strip(_TRAILING)
        units.append(_Unit(held, text_start, follows[0], title, "", start, is_sub=True))
    return units


def _run_ins(text: str, rest: int) -> list[tuple[int, int]]:
    """Headings run into a paragraph: short sentences without a comma, the first right behind the title.

    Each must be followed by a sentence that is none, and there must be two, or a short remark is not
    told from a heading.
    """
    found: list[tuple[int, int]] = []
    previous_was_short = False
    for index, sentence in enumerate(_SENTENCE.finditer(text, rest)):
        words = sentence.group().strip()
        short = (
            words.endswith("。")
            and 4 <= len(words) - 1 <= _LONGEST_RUN_IN
            and not re.search(r"[，,；;：:、？！（）()\d]", words)
        )
        if index == 0 and not short:
            return []
        if short and previous_was_short:
            return []
        if short:
            found.append((sentence.start(), sentence.end()))
        previous_was_short = short
    return found if len(found) > 1 and not previous_was_short else []


def _cover(units: list[_Unit], setting: Setting) -> list[_Draft]:
    """The units cut at their clauses, each clause laid on what it covers."""
    drafts: list[_Draft] = []
    waiting: list[_Draft] = []
    lead_in = _lead_in_clause(units)
    several = sum(bool(_clauses_of(unit)) for unit in units if unit.is_sub) > 1
    for unit in units:
        clauses = _clauses_of(unit)
        if unit.is_sub and clauses and several:
            waiting = [draft for draft in waiting if draft.is_sub]
        for draft, clause in _stretches(unit, clauses):
            drafts.append(draft)
            if clause is None:
                waiting.append(draft)
            elif lead_in is not None and unit.is_sub:
                _lay(clause, [draft], setting)
            else:
                _lay(clause, [*waiting, draft], setting)
                waiting = []
    inheriting = [draft for draft in waiting if draft.is_sub]
    if lead_in is None or not inheriting:
        return drafts
    _lay(lead_in, inheriting, setting)
    return [draft for draft in drafts if draft.is_sub or draft.text]


def _lead_in_clause(units: list[_Unit]) -> Clause | None:
    """The clause on the item itself, in front of all its sub-items."""
    if not any(unit.is_sub for unit in units):
        return None
    clauses = [clause for unit in units if not unit.is_sub for clause in _clauses_of(unit)]
    return clauses[-1] if clauses else None


def _clauses_of(unit: _Unit) -> list[Clause]:
    clauses = unit.held.clauses
    first = bisect_left(clauses, unit.start, key=_clause_start)
    to_the_end = unit.end == len(unit.held.text)
    last = len(clauses) if to_the_end else bisect_left(clauses, unit.end, key=_clause_start)
    return list(clauses[first:last])


def _clause_start(clause: Clause) -> int:
    return clause.start


def _lay(clause: Clause, drafts: list[_Draft], setting: Setting) -> None:
    duty = setting.amend(clause.duty)
    for draft in drafts:
        draft.duty = duty
        draft.dues.extend(Due(words, timing.due_day(words, setting.year)) for words in clause.dues)
        draft.recurrences.extend(
            Recurrence(words, timing.recurrence_rule(words)) for words in clause.recurrences
        )


def _stretches(unit: _Unit, clauses: list[Clause]) -> list[tuple[_Draft, Clause | None]]:
    text = unit.held.text
    stretches: list[tuple[_Draft, Clause | None]] = []
    position, begins, title = unit.start, unit.begins if unit.is_sub else 0, unit.title
    if len(clauses) == 1 and not text[position : clauses[0].start].strip(_LEADING):
        words = text[clauses[0].end : unit.end].lstrip(_LEADING).rstrip()
        if words and not _EMPTY_LABEL.fullmatch(words):
            # The only clause stands on the heading: it covers the text below it.
            return [(_draft(unit, words, title, begins, unit.end), clauses[0])]
    for clause in clauses:
        words = text[position : clause.start].lstrip(_LEADING).rstrip()
        if words and text[clause.end : clause.end + 1] in "。；" and words[-1] not in "。；！？":
            words += text[clause.end : clause.end + 1]
        stretches.append((_draft(unit, words, title, begins, clause.start), clause))
        position, begins, title = clause.end, clause.end, ""
    words = text[position : unit.end].lstrip(_LEADING).rstrip()
    bare = not words or _EMPTY_LABEL.fullmatch(words) is not None
    if not bare or (unit.is_sub and not clauses):
        stretches.append((_draft(unit, "" if bare else words, title, begins, unit.end), None))
    elif not stretches and not unit.is_sub and _holds_anything(unit, begins):
        stretches.append((_draft(unit, "", title, begins, unit.end), None))
    return stretches


def _holds_anything(unit: _Unit, begins: int) -> bool:
    held, end = unit.held, unit.end
    return bool(
        _between(held.targets, begins, end)
        or _between(held.dues, begins, end)
        or _between(held.recurrences, begins, end)
    )


def _draft(unit: _Unit, words: str, title: str, start: int, end: int) -> _Draft:
    if title and (not words or len(title) > _LONGEST_MEASURE_TITLE):
        words = f"{title}。{words}" if words.strip(_LEADING) and not words.startswith(title) else title
        title = ""
    held = unit.held
    draft = _Draft(words, title, unit.number, held.line_at(start), unit.is_sub)
    draft.targets.extend(found.record for found in _between(held.targets, start, end))
    draft.dues.extend(found.record for found in _between(held.dues, start, end))
    draft.recurrences.extend(found.record for found in _between(held.recurrences, start, end))
    return draft


def _between(found: list[Found[Record]], start: int, end: int) -> list[Found[Record]]:
    return found[bisect_left(found, start, key=_place) : bisect_left(found, end, key=_place)]


def _measure(draft: _Draft, place: int, source: Source, setting: Setting) -> Measure:
    return Measure(
        setting.new_id(),
        draft.text,
        draft.title,
        place * ORDER_STEP,
        draft.duty,
        tuple(draft.targets),
        tuple(draft.dues),
        tuple(draft.recurrences),
        replace(source, line=draft.line, number=draft.number or source.number),
    )
