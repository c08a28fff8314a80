"""A past plan's file to a Plan, with an account of every line and a finding for what was not understood."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import PurePath

from planner.findings import Finding, Severity, Where
from planner.plan import ORDER_STEP, Plan, Section, Source, Task, new_id
from planner.reading import metadata
from planner.reading.duties import find_clauses as find_short_clauses
from planner.reading.encoding import decode
from planner.reading.found import Clause
from planner.reading.header import Header, Taken, commonest_year, foot_start, read_header, year_in
from planner.reading.items import Printed, Setting, read_item
from planner.reading.lines import Line, mark_wrapped, split_lines
from planner.reading.noise import Noise, take_out
from planner.reading.numbering import Kind, mark_at_start
from planner.reading.outline import Chapter, Item, build, join
from planner.reading.parts import part, unglue
from planner.reading.place import field_of, region_and_level
from planner.reading.rules import Rules, find_rules
from planner.reading.scanning import Scan, scan
from planner.reading.stretches import clauses_in
from planner.reading.tables import unfold

_OTHER_FORMATS: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "docx / xlsx"),
    (b"%PDF", "pdf"),
    (b"\xd0\xcf\x11\xe0", "doc / xls"),
    (b"{\\rtf", "rtf"),
)
_PLAN_WORD = re.compile(
    r"要\s*点|计\s*划|方\s*案|通\s*知|安\s*排|任\s*务|规\s*划|部\s*署|打\s*算|意\s*见|措\s*施|行\s*动|目\s*标"
)
_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Account:
    """What a line, or a piece of it, was taken for: plan, title, preamble, data, noise, not understood …"""

    line: int
    role: str
    text: str


@dataclass(frozen=True, slots=True)
class PrintedSection:
    """A section as printed, with its items."""

    number: str
    title: str
    items: tuple[Printed, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from one document.

    `plan` is None where the file holds no plan; the findings say why. `year` is None where no year is
    printed (the plan then carries a guess). `accounts` hold every line that is not blank, in order: what
    is neither plan nor head nor foot is noise or has a finding.
    """

    document: str
    plan: Plan | None
    findings: tuple[Finding, ...] = ()
    encoding: str = ""
    year: int | None = None
    outline: tuple[PrintedSection, ...] = ()
    signature: str = ""
    signed: date | None = None
    noise: tuple[Noise, ...] = ()
    accounts: tuple[Account, ...] = ()


def find_clauses(text: str) -> tuple[Clause, ...]:
    """The duty clauses of a text of any length."""
    return clauses_in(text, find_short_clauses)


@dataclass(slots=True)
class _Work:
    """One document while it is being read."""

    document: str
    findings: list[Finding] = field(default_factory=list)
    accounts: list[Account] = field(default_factory=list)
    tabled: set[int] = field(default_factory=set)
    """Lines of tables that were read: each is accounted for whole, by `rows`."""
    rows: list[Account] = field(default_factory=list)

    def say(self, code: str, severity: Severity, line: int | None = None, **arguments: str | int) -> None:
        self.findings.append(Finding(code, severity, Where(self.document, line), arguments))

    def account(self, lines: list[Line], role: str) -> None:
        self.accounts.extend(Account(line.number, role, line.text) for line in lines)


def read(data: bytes, document: str) -> Reading:
    """Read a text file. Never raises: an empty file, a table, a picture is a finding and no plan."""
    work = _Work(document)
    for start, name in _OTHER_FORMATS:
        if data.startswith(start):
            work.say("reading.other_format", Severity.ERROR, format=name)
            return Reading(document, None, tuple(work.findings))
    decoded = decode(data, document)
    work.findings.extend(decoded.findings)
    raw = split_lines(decoded.text)
    front, skipped = metadata.front_matter(raw)
    work.account(raw[:skipped], "data")
    unfolded, tables = unfold(raw[skipped:])
    for table in tables:
        work.tabled.update(line.number for line in table.lines)
        work.say("reading.table_read", Severity.NOTE, table.lines[0].number, rows=table.rows)
        work.rows.extend(Account(line.number, "plan", line.text) for line in table.lines)
    lines, noise = take_out(unfolded)
    for fragment in noise:
        work.say("reading.noise", Severity.NOTE, fragment.line, text=fragment.text[:_SHOWN])
        work.accounts.append(Account(fragment.line, "noise", fragment.text))
    reading = Reading(document, None, encoding=decoded.encoding, noise=tuple(noise))
    if lines:
        return _read_lines(mark_wrapped(lines, _begins_anew), front, work, reading)
    work.say("reading.empty", Severity.ERROR)
    return _finish(reading, work)


def _finish(reading: Reading, work: _Work) -> Reading:
    others = [account for account in work.accounts if account.line not in work.tabled]
    accounts = tuple(sorted([*others, *work.rows], key=lambda account: account.line))
    return replace(reading, findings=tuple(work.findings), accounts=accounts)


def _begins_anew(text: str) -> bool:
    return mark_at_start(text) is not None


def _read_lines(lines: list[Line], front: dict[str, str], work: _Work, reading: Reading) -> Reading:
    parts = part(unglue(lines))
    foot = foot_start(parts.plan)
    scanned = scan(parts.plan[:foot], work.document)
    header, taken = read_header(parts.before, scanned.before, parts.plan[foot:], front, work.document)
    chapters, decisions = build(scanned, work.document)
    if not chapters:
        chapters = _unnumbered(header, taken)
    if not chapters or not _is_plan(header, chapters):
        return _no_plan(work, reading, scanned, taken, parts.annexes)
    work.findings.extend([*header.findings, *scanned.findings, *decisions])
    _report_letter(work, parts.before)
    _account_parts(work, taken, scanned, parts.annexes)
    return _make_plan(work, reading, header, chapters, lines)


def _report_letter(work: _Work, before: list[Line]) -> None:
    """A covering notice may give orders of its own under 一、二、三、: they are no part of the plan."""
    numbered = [
        line.number
        for line in before
        if (mark := mark_at_start(line.text)) is not None and mark.kind <= Kind.SECOND
    ]
    if numbered:
        work.say("reading.covering_letter", Severity.WARNING, numbered[0], last=numbered[-1])


def _is_plan(header: Header, chapters: list[Chapter]) -> bool:
    """A numbered text is a plan where its title, a year or a duty clause says so."""
    if _PLAN_WORD.search(header.title):
        return True
    items = [held for chapter in chapters for item in chapter.items for held in (item, *item.subs)]
    texts = [piece.text for item in items for piece in item.pieces]
    if any(find_clauses(text) for text in texts[:200]):
        return True
    return header.year is not None and (len(texts) > 2 or year_in(header.title) is not None)


def _unnumbered(header: Header, taken: list[Taken]) -> list[Chapter]:
    """A document without any number whose paragraphs carry duty clauses: each such paragraph is an item."""
    with_clause = [line for line in header.preamble if find_clauses(line.text)]
    if not with_clause:
        return []
    chapter = Chapter("", "", with_clause[0].number)
    chapter.items = [Item("", "", [line]) for line in with_clause]
    dutiful = set(with_clause)
    for one in taken:
        if one.role == "preamble" and one.line in dutiful:
            one.role = "plan"
    header.preamble = [line for line in header.preamble if line not in dutiful]
    return [chapter]


def _no_plan(
    work: _Work, reading: Reading, scanned: Scan, taken: list[Taken], annexes: list[list[Line]]
) -> Reading:
    rows = scanned.tables
    if rows:
        empty = not any(re.search(r"[\u4e00-\u9fffA-Za-z0-9]", row.text) for row in rows)
        work.say("reading.empty_table" if empty else "reading.table_only", Severity.ERROR, rows[0].number)
    else:
        work.say("reading.no_plan", Severity.ERROR)
    for one in taken:
        work.account([one.line], "not understood")
    for block in scanned.blocks:
        work.account([replace(block.pieces[0], text=block.sign + block.pieces[0].text)], "not understood")
        work.account(block.pieces[1:], "not understood")
    work.account([line for _, line in scanned.groups], "not understood")
    work.account([*rows, *scanned.enclosures], "not understood")
    for annex in annexes:
        work.account(annex, "not understood")
    return _finish(reading, work)


def _account_parts(work: _Work, taken: list[Taken], scanned: Scan, annexes: list[list[Line]]) -> None:
    for one in taken:
        work.account([one.line], one.role)
    for block in scanned.blocks:
        first = block.pieces[0]
        work.account([Line(first.number, block.sign + first.text), *block.pieces[1:]], "plan")
    work.account([line for _, line in scanned.groups], "plan")
    work.account(scanned.enclosures, "closing")
    work.account(scanned.tables, "table")
    if scanned.tables:
        first_row, last_row = scanned.tables[0].number, scanned.tables[-1].number
        work.say("reading.table_rows", Severity.WARNING, first_row, count=len(scanned.tables), last=last_row)
    for annex in annexes:
        work.account(annex, "annex")
        title = next((line.text for line in annex if len(line.text) > 4), annex[0].text)
        last = annex[-1].number
        work.say("reading.annex", Severity.WARNING, annex[0].number, title=title[:_SHOWN], last=last)


def _make_plan(
    work: _Work, reading: Reading, header: Header, chapters: list[Chapter], lines: list[Line]
) -> Reading:
    rules, said = find_rules(lines, work.document)
    work.findings.extend(said)
    year = header.year or year_in(PurePath(work.document).stem)
    known = year
    if year is None:
        year = commonest_year("\n".join(line.text for line in lines[:400])) or date.today().year
        work.say("reading.no_year", Severity.WARNING, year=year)
    title = header.title or PurePath(work.document).stem
    if not header.title:
        work.say("reading.no_title", Severity.WARNING, title=title)
    if header.issued is not None and known is not None and abs(header.issued.year - known) > 1:
        work.say("reading.issued_far_from_year", Severity.WARNING, day=str(header.issued), year=known)
    taken: set[str] = set()
    plan_id = new_id(taken)
    taken.add(plan_id)
    sections, tasks, outline = _sections(work, chapters, year, rules, taken)
    names = (name for task in tasks for name in task.everyone())
    text = "\n".join(line.text for line in lines[:200])
    region, level = region_and_level(title, header.issuer, names, text)
    plan = Plan(
        id=plan_id,
        title=title,
        year=year,
        issuer=header.issuer,
        number=header.number,
        issued=header.issued,
        field=field_of(title),
        level=level,
        region=region,
        addressees=header.addressees,
        preamble=join(header.preamble)[0],
        sections=tuple(sections),
        tasks=tuple(tasks),
    )
    whole = replace(reading, plan=plan, year=known, outline=tuple(outline))
    return _finish(replace(whole, signature=header.signature, signed=header.signed), work)


def _sections(
    work: _Work, chapters: list[Chapter], year: int, rules: Rules, taken: set[str]
) -> tuple[list[Section], list[Task], list[PrintedSection]]:
    sections: list[Section] = []
    tasks: list[Task] = []
    outline: list[PrintedSection] = []
    nothing_numbered = not any(chapter.items for chapter in chapters)
    for place, chapter in enumerate(chapters, start=1):
        heading = _take_heading_clause(work, chapter)
        setting = Setting(work.document, year, new_id(taken), rules.amend, taken, heading)
        taken.add(setting.section)
        text = _take_prose(work, chapter, nothing_numbered)
        source = Source(work.document, chapter.line, year, chapter.number)
        sections.append(Section(setting.section, chapter.title, place * ORDER_STEP, text, source))
        printed: list[Printed] = []
        for order, item in enumerate(chapter.items, start=1):
            task, as_printed = read_item(item, order * ORDER_STEP, setting)
            tasks.append(task)
            printed.append(as_printed)
            _report_doubts(work, as_printed)
        outline.append(PrintedSection(chapter.number, chapter.title, tuple(printed)))
    return sections, tasks, outline


def _take_heading_clause(work: _Work, chapter: Chapter) -> Clause | None:
    """A duty clause on a section's heading, for the items that name nobody themselves."""
    clauses = find_clauses(chapter.title)
    if not clauses or clauses[0].start == 0:
        return None
    chapter.title = chapter.title[: clauses[0].start].rstrip(" 。；：:，,")
    work.say("reading.section_clause", Severity.WARNING, chapter.line, words=clauses[0].text)
    return clauses[0]


def _take_prose(work: _Work, chapter: Chapter, nothing_numbered: bool) -> str:
    """A section's prose: text of the section, or tasks where it carries duties or is all there is."""
    prose = chapter.intro
    dutiful = [line for line in prose if find_clauses(line.text)] if not chapter.items else []
    if not chapter.items and prose and (dutiful or nothing_numbered):
        chapter.items = _paragraphs(prose)
        work.say("reading.unnumbered_items", Severity.NOTE, prose[0].number, count=len(chapter.items))
        prose = []
    groups = [line.text for line in chapter.groups]
    return "\n".join([*(line.text for line in prose), *groups])


def _paragraphs(prose: list[Line]) -> list[Item]:
    """Each paragraph an item; one that only names who is responsible belongs to the paragraph above."""
    items: list[Item] = []
    for line in prose:
        clauses = find_clauses(line.text)
        only_clause = bool(clauses) and len(line.text) - (clauses[-1].end - clauses[0].start) < 4
        if items and only_clause:
            items[-1].pieces.append(line)
        else:
            items.append(Item("", "", [line]))
    return items


def _report_doubts(work: _Work, printed: Printed) -> None:
    for clause in printed.clauses:
        for words in clause.doubts:
            if "为牵头" not in words and "下同" not in words:
                work.say("reading.clause_doubt", Severity.WARNING, printed.line, words=words)
