"""The head and foot of a paper: title, year, issuer, number, day, addressees, preamble, signature."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from planner.findings import Finding, Severity, Where
from planner.reading import letterhead, metadata
from planner.reading.lines import Line
from planner.reading.printed_days import PrintedDay, read_day

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
_HAN_YEAR = re.compile(r"二[〇零○ＯO0]([〇零○ＯO0一二三四五六七八九])([〇零○ＯO0一二三四五六七八九])\s*年?")
_BY_TITLE = re.compile(rf"(?P<issuer>[\u4e00-\u9fffX×]{{2,30}}?{letterhead.OFFICE_END})\s*(?:关于|印发|转发)")
_HALF_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
_HAN_DIGITS = "〇一二三四五六七八九"
# 根据《…2018年…》（粤府〔2018〕128号）: the years of cited papers say nothing about this one's.
_CITED = re.compile(r"《[^《》]{1,120}》|[〔\[（(](?:19|20)\d{2}[〕\]）)]\s?第?\d+\s?号")
_FOOT = 40
_LONGEST_BARE_TITLE = 50
_FIRST_LINES = 6
_LONGEST_OFFICE = 30
"""Lines from the end in which a signature is looked for."""


@dataclass(slots=True)
class Header:
    """What the head and foot say; empty where they do not."""

    title: str = ""
    year: int | None = None
    issuer: str = ""
    number: str = ""
    issued: date | None = None
    addressees: str = ""
    preamble: list[Line] = field(default_factory=list)
    signature: str = ""
    signed: date | None = None
    findings: list[Finding] = field(default_factory=list)


@dataclass(slots=True)
class Taken:
    """One line of head or foot with its role: title, number, data, addressees, notice, signature, …"""

    line: Line
    role: str


@dataclass(slots=True)
class _Facts:
    titles: list[tuple[str, int]] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    data: dict[str, str] = field(default_factory=dict)
    red: str = ""
    addressees: str = ""
    signatures: list[tuple[str, PrintedDay | None, int]] = field(default_factory=list)
    printed: PrintedDay | None = None
    prose: list[int] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)


def read_header(
    notice: list[Line], head: list[Line], foot: list[Line], front: dict[str, str], document: str
) -> tuple[Header, list[Taken]]:
    """Read the covering notice, the plan's own head and its foot; every line comes back with its role."""
    covering, own, ending = _classify(notice), _classify(head), _classify(foot)
    header = Header()
    _settle_title(header, covering, own, ending, front)
    _settle_preamble(header, own, covering, document)
    _settle_origin(header, covering, own, ending, front, document)
    header.addressees = own.addressees or covering.addressees
    header.year = _year(header, own, covering)
    for place in covering.prose:
        covering.taken[place].role = "notice"
    for place in ending.prose:
        ending.taken[place].role = "closing"
    return header, [*covering.taken, *own.taken, *ending.taken]


def foot_start(lines: list[Line]) -> int:
    """Where the foot of a part begins: signature, enclosures, colophon; len(lines) where it has none."""
    lowest = max(0, len(lines) - _FOOT)
    start = len(lines)
    index = len(lines) - 1
    while index >= lowest:
        text = lines[index].text
        if letterhead.date_line(text) is not None:
            start = index
            while index - 1 >= lowest and letterhead.is_office(lines[index - 1].text):
                index -= 1
                start = index
        elif _is_foot_line(text, last=start == len(lines)):
            start = index
        elif not (_is_enclosed_name(text) and _enclosures_above(lines, index, lowest)):
            break
        index -= 1
    return start


def _is_foot_line(text: str, *, last: bool) -> bool:
    """Enclosures, colophon or data; an office without a day only where nothing stands below it."""
    if last and len(text) <= _LONGEST_OFFICE and letterhead.is_office(text):
        return True
    return bool(letterhead.is_colophon(text) or _heads_enclosures(text) or metadata.row_facts(text))


def _heads_enclosures(text: str) -> bool:
    return letterhead.is_enclosures(text) or letterhead.is_annex_mark(text)


def _is_enclosed_name(text: str) -> bool:
    return len(text) <= 60 and "。" not in text


def _enclosures_above(lines: list[Line], index: int, lowest: int) -> bool:
    for place in range(index - 1, max(lowest, index - 12) - 1, -1):
        if _heads_enclosures(lines[place].text):
            return True
        if not _is_enclosed_name(lines[place].text):
            return False
    return False


def _classify(lines: list[Line]) -> _Facts:
    facts = _Facts()
    index = 0
    while index < len(lines):
        role, count = _role(lines, index, facts)
        facts.taken.extend(Taken(line, role) for line in lines[index : index + count])
        index += count
    return facts


def _role(lines: list[Line], index: int, facts: _Facts) -> tuple[str, int]:
    text = lines[index].text
    following = lines[index + 1].text if index + 1 < len(lines) else None
    row = metadata.row_facts(text, following)
    if row is not None:
        for fact, value in row[0].items():
            facts.data.setdefault(fact, value)
        return "data", min(row[1], len(lines) - index)
    number = letterhead.number_line(text)
    if number:
        facts.numbers.append(number)
        return "number", 1
    red = letterhead.red_head(text)
    if red:
        facts.red = red
        return "data", 1
    if letterhead.is_priority(text):
        return "data", 1
    title = letterhead.title_at(lines, index)
    if title is not None:
        facts.titles.append((title[1], index))
        return "title", title[0] - index
    dated = letterhead.date_line(text)
    if dated is not None:
        return _signature(lines, index, dated, facts)
    if letterhead.is_addressees(text):
        facts.addressees = facts.addressees or text.rstrip(":：")
        return "addressees", 1
    if letterhead.is_colophon(text) or letterhead.is_annex_mark(text) or letterhead.is_enclosures(text):
        return "closing", 1
    if letterhead.is_notice(text):
        return "notice", 1
    if _is_signing_office(lines, index):
        facts.signatures.append((letterhead.office_name(text), None, index))
        return "signature", 1
    if not facts.titles and letterhead.is_office(text):
        facts.red = facts.red or letterhead.office_name(text)
        return "data", 1
    facts.prose.append(index)
    return "prose", 1


def _signature(lines: list[Line], index: int, dated: letterhead.DateLine, facts: _Facts) -> tuple[str, int]:
    if dated.colophon:
        facts.printed = dated.day
        return "closing", 1
    offices: list[str] = [dated.office] if dated.office else []
    while facts.signatures and facts.signatures[-1][1] is None and not dated.office:
        name, _, place = facts.signatures[-1]
        if place != index - len(offices) - 1:
            break
        offices.insert(0, name)
        facts.signatures.pop()
    facts.signatures.append(("、".join(offices), dated.day, index))
    return "signature", 1


def _is_signing_office(lines: list[Line], index: int) -> bool:
    """An office alone on its line, above a day (other offices may stand between) or at the very end."""
    if not letterhead.is_office(lines[index].text):
        return False
    for line in lines[index + 1 : index + 6]:
        if letterhead.date_line(line.text) is not None:
            return True
        if not letterhead.is_office(line.text):
            return letterhead.is_colophon(line.text)
    return True


def _settle_title(
    header: Header, covering: _Facts, own: _Facts, ending: _Facts, front: dict[str, str]
) -> None:
    stated = own.data.get(metadata.TITLE) or ending.data.get(metadata.TITLE) or front.get(metadata.TITLE, "")
    if not own.titles:
        _find_bare_title(own, stated)
    titles = own.titles or covering.titles
    header.title = titles[-1][0] if titles else stated


def _find_bare_title(own: _Facts, stated: str) -> None:
    """A title without a word such as 要点: the one the data block states, or a short line with a year."""
    for place in own.prose[:_FIRST_LINES]:
        text = own.taken[place].line.text
        dated = (
            len(text) <= _LONGEST_BARE_TITLE and text[-1] not in "。；：:;，" and year_in(text) is not None
        )
        if text == stated or (dated and not stated):
            own.titles.append((text, place))
            own.taken[place].role = "title"
            own.prose.remove(place)
            return


def _settle_preamble(header: Header, own: _Facts, covering: _Facts, document: str) -> None:
    """Prose behind the last title opens the plan; prose before it belongs to the notice it stands in."""
    last_title = own.titles[-1][1] if own.titles else -1
    has_letter = any(taken.role in ("addressees", "notice", "signature") for taken in own.taken[:last_title])
    for place in own.prose:
        taken = own.taken[place]
        if place > last_title:
            taken.role = "preamble"
            header.preamble.append(taken.line)
        elif has_letter:
            taken.role = "notice"
        else:
            taken.role = "not understood"
            where = Where(document, taken.line.number)
            arguments: dict[str, str | int] = {"text": taken.line.text[:80]}
            header.findings.append(Finding("reading.not_understood", Severity.WARNING, where, arguments))
    if not header.preamble:
        notices = [taken for taken in own.taken[last_title + 1 :] if taken.role == "notice"]
        for taken in notices:
            taken.role = "preamble"
            header.preamble.append(taken.line)


def _settle_origin(
    header: Header, covering: _Facts, own: _Facts, ending: _Facts, front: dict[str, str], document: str
) -> None:
    data = front | covering.data | ending.data | own.data
    numbers = own.numbers or covering.numbers or ending.numbers
    header.number = numbers[0] if numbers else data.get(metadata.NUMBER, "")
    for facts in (ending, own, covering):
        for office, printed, place in reversed(facts.signatures):
            if printed is not None and header.issued is None:
                header.issued = printed.day
                _report_day(header, printed, facts.taken[place].line.number, document)
            if not office and facts is own and facts.titles:
                continue  # a day below the title dates the paper, nobody signs there
            header.signature = header.signature or office
            if printed is not None and header.signed is None:
                header.signed = printed.day
    header.issuer = (
        header.signature
        or data.get(metadata.ISSUER, "")
        or own.red
        or covering.red
        or _issuer_by_title([*own.titles, *covering.titles])
    )
    stated = data.get(metadata.ISSUER, "")
    if stated and header.signature and stated != header.signature:
        arguments: dict[str, str | int] = {"stated": stated, "signed": header.signature}
        header.findings.append(Finding("reading.issuer_differs", Severity.NOTE, Where(document), arguments))
    header.issued = header.signed or header.issued or _data_day(data)
    if header.issued is None:
        printed_days = [facts.printed for facts in (ending, own, covering) if facts.printed is not None]
        header.issued = printed_days[0].day if printed_days else None


def _data_day(data: dict[str, str]) -> date | None:
    for fact in (metadata.DAY, metadata.PUBLISHED):
        if data.get(fact):
            day = read_day(data[fact]).day
            if day is not None:
                return day
    return None


def _report_day(header: Header, printed: PrintedDay, line: int, document: str) -> None:
    if printed.damaged or printed.day is None:
        arguments: dict[str, str | int] = {"text": printed.text, "day": str(printed.day or "")}
        code = "reading.damaged_day" if printed.day else "reading.impossible_day"
        header.findings.append(Finding(code, Severity.WARNING, Where(document, line), arguments))


def _issuer_by_title(titles: list[tuple[str, int]]) -> str:
    for title, _ in titles:
        match = _BY_TITLE.match(title)
        if match:
            return match["issuer"]
    return ""


def _year(header: Header, own: _Facts, covering: _Facts) -> int | None:
    for words in (
        header.title,
        *(title for title, _ in covering.titles),
        *(_CITED.sub("", line.text) for line in header.preamble[:3]),
    ):
        year = year_in(words)
        if year is not None:
            return year
    if header.issued is not None:
        return header.issued.year
    cited = (year_in(line.text) for line in header.preamble[:3])
    return next((year for year in cited if year is not None), None)


def year_in(text: str) -> int | None:
    """The first year a text names, in digits or in Chinese."""
    text = text.translate(_HALF_WIDTH)
    match = _YEAR.search(text)
    han = _HAN_YEAR.search(text)
    if match and (han is None or match.start() < han.start()):
        return int(match[1])
    if han is None:
        return None
    digits = [_HAN_DIGITS.find(digit) for digit in han.groups()]
    return 2000 + sum(max(0, digit) * power for digit, power in zip(digits, (10, 1), strict=True))


def commonest_year(text: str) -> int | None:
    """The year a text names most often; None where it names none."""
    years = Counter(_YEAR.findall(text[:200_000]))
    return int(years.most_common(1)[0][0]) if years else None
