"""Scores from an Excel table: the head of the table is found by its known titles, in either language.

What a row means, and why it may be refused, is `assessments.process.importing`; here cells become its rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from assessments.process.cells import Cells
from assessments.process.course import Course
from assessments.process.importing import Field, Imported, Row, import_scores
from assessments.process.values import Value, key_of
from assessments.scheme import Scheme
from assessments.sheet import Sheet
from planner.departments import Roster, among
from planner.findings import Finding, Severity, Where, has_errors
from planner.sharing.shown import nearest, shown
from planner.sharing.workbook_rows import CellValue, SheetRows, Unread, read_book
from planner.text import pairs

_FIELDS: Mapping[Field, tuple[str, ...]] = {
    "unit": ("被考核单位", "考核单位", "单位", "单位名称", "考核对象", "乡镇", "部门", "unit"),
    "indicator": ("考核指标", "指标", "指标名称", "考核内容", "考核项目", "项目", "indicator", "item"),
    "score": ("得分", "评分", "考核得分", "实得分", "评定得分", "自评分", "自评得分", "score"),
    "deducted": ("扣分", "扣分值", "扣减分", "deducted", "deduction"),
    "value": ("实际值", "实际数", "实际完成", "完成值", "完成数", "actual", "value"),
    "done": ("是否完成", "完成情况", "是否达标", "done"),
    "day": ("完成日期", "完成时间", "日期", "day", "date"),
    "not_applicable": ("不涉及", "是否不涉及", "合理缺项", "缺项", "not applicable", "n/a"),
    "reason": ("扣分原因", "扣分理由", "原因", "理由", "评分说明", "扣分说明", "说明", "reason"),
    "ignored": (
        "序号", "分值", "应得分", "评分标准", "评分部门", "依据", "佐证材料", "备注", "填写说明", "得分率",
        "no.", "points", "rule", "scored by", "evidence", "remark", "what to fill in",
    ),
}  # fmt: skip
_NUMBERS = ("编号", "指标编号", "指标代码", "id", "item id")
"""Titles of the column that holds an indicator's id; it stands above the name beside it."""

_SUMS = frozenset({"合计", "总计", "小计", "平均", "平均分", "最高分", "最低分", "sum", "total", "mean"})
_HEAD_WITHIN = 20
_POINTS_BEHIND = re.compile(r"[（(][^（）()]*[0-9][^（）()]*[）)]$")


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table of scores with what its columns mean; `findings` has what could not be read."""

    rows: tuple[Row, ...] = ()
    titles: Mapping[str, Field] | None = None
    figures: Mapping[str, frozenset[str]] | None = None
    findings: tuple[Finding, ...] = ()


def take_scores(
    scheme: Scheme,
    course: Course,
    sheet: Sheet,
    data: bytes,
    document: str,
    *,
    skip_wrong: bool = False,
    roster: Roster | None = None,
) -> Imported:
    """`sheet` with the scores of an Excel file put in; every wrong row is a finding with its line.

    Nothing is taken over where any row is wrong, unless `skip_wrong`: then the right rows are. With a roster
    units may stand under their short names.
    """
    table = read_scores(data, document, scheme)
    if table.titles is None:
        return Imported(None, 0, table.findings)
    if not table.rows:
        return Imported(None, 0, table.findings)
    rows = table.rows if roster is None else _with_full_names(table, scheme, roster)
    taken = import_scores(
        Cells(scheme),
        course,
        sheet,
        rows,
        table.titles,
        figures=table.figures,
        document=document,
        skip_wrong=skip_wrong,
    )
    findings = (*table.findings, *(_nearer(finding, scheme) for finding in taken.findings))
    findings = tuple(sorted(findings, key=lambda finding: finding.where.line or 0))
    if has_errors(table.findings) and not skip_wrong:
        return Imported(None, 0, findings)
    return replace(taken, findings=findings)


def _with_full_names(table: Table, scheme: Scheme, roster: Roster) -> tuple[Row, ...]:
    """The rows with the scheme's name of a unit where another name of the same body stands."""
    titles = table.titles or {}
    columns = {key_of(title) for title, field in titles.items() if field == "unit"}
    names = [unit.name for unit in scheme.units]
    known = {key_of(each) for unit in scheme.units for each in (unit.id, unit.name)}

    def full(title: str, value: Value) -> Value:
        if key_of(title) not in columns or not isinstance(value, str) or key_of(value) in known:
            return value
        found = among(value, names, roster)
        return found[0] if len(found) == 1 else value

    return tuple(
        replace(row, values={title: full(title, value) for title, value in row.values.items()})
        for row in table.rows
    )


def read_scores(data: bytes, document: str, scheme: Scheme) -> Table:
    """The rows of the first visible sheet that has a head with the unit's column."""
    book = read_book(data, document)
    if has_errors(book.findings):
        return Table(findings=book.findings)
    known = _Known(scheme)
    for sheet in book.sheets:
        place = known.head(sheet)
        if place is not None:
            others = tuple(
                Finding("workbook.other_sheet", Severity.NOTE, Where(document), {"sheet": other.name})
                for other in book.sheets
                if other is not sheet and known.head(other) is not None
            )
            rows, unread = _rows_of(sheet, place, known, document)
            found = (*book.findings, *others, *unread)
            return Table(tuple(rows), known.titles, known.figures, found)
    return Table(findings=(*book.findings, Finding("workbook.no_head", Severity.ERROR, Where(document))))


class _Known:
    """The titles that a table of this scheme may have."""

    def __init__(self, scheme: Scheme) -> None:
        self.titles: dict[str, Field] = {name: field for field, names in _FIELDS.items() for name in names}
        self.figures = figure_titles(scheme)
        # What a scheme's rule calls a figure is nearer to its rows than the common word.
        for title, names in self.figures.items():
            if names != frozenset({"value"}):
                self.titles = {name: field for name, field in self.titles.items() if key_of(name) != title}
        self._fields = {key_of(name): field for name, field in self.titles.items()}
        self._numbers = {key_of(name) for name in _NUMBERS}
        self._indicators = {key_of(each.title) for each in scheme.indicators}
        self._indicators |= {key_of(each.id) for each in scheme.indicators}

    def head(self, sheet: SheetRows) -> int | None:
        """The place of the row of titles; None where none of the first rows is one."""
        for place, row in enumerate(sheet.rows[:_HEAD_WITHIN]):
            titles = [key_of(cell) for cell in row if isinstance(cell, str)]
            fields = {self._fields[title] for title in titles if title in self._fields}
            others = fields - {"unit"} or any(self._is_other(title) for title in titles)
            if "unit" in fields and others:
                return place
        return None

    def _is_other(self, title: str) -> bool:
        return title in self.figures or title in self._numbers or self.indicator(title) in self._indicators

    def indicator(self, title: str) -> str:
        """A title without the points behind it: 责任落实（40分）."""
        key = key_of(title)
        return key if key in self._indicators else _POINTS_BEHIND.sub("", key)

    def is_indicator(self, title: str) -> bool:
        """True for an indicator's name or id, points behind it or not."""
        return self.indicator(title) in self._indicators

    def is_number(self, title: str) -> bool:
        """True for the column of ids."""
        return key_of(title) in self._numbers

    def field(self, title: str) -> Field | None:
        """What a column of this title holds; None where the title is no fixed one."""
        return self._fields.get(key_of(title))


def figure_titles(scheme: Scheme) -> dict[str, frozenset[str]]:
    """What columns of figures may be called, with the names of the figures they can mean."""
    rules = [each.rule for each in scheme.indicators] + [each.rule for each in scheme.overrides]
    found: dict[str, set[str]] = {}
    for rule in rules:
        for asked in rule.inputs() if rule is not None else ():
            if asked.kind not in ("number", "count"):
                continue
            words = pairs().get(asked.label, ()) if asked.label else ()
            for title in (asked.name, *words):
                found.setdefault(key_of(title), set()).add(asked.name)
    return {title: frozenset(names) for title, names in found.items()}


def _rows_of(sheet: SheetRows, place: int, known: _Known, document: str) -> tuple[list[Row], list[Finding]]:
    """The rows under the head, and the ones with a cell that cannot be read."""
    heads = tuple(_head_text(cell, known) for cell in sheet.rows[place])
    rows: list[Row] = []
    findings: list[Finding] = []
    for line, cells in enumerate(sheet.rows[place + 1 :], place + 2):
        got = _row(heads, cells, line, known)
        if isinstance(got, Row):
            rows.append(got)
        elif got is not None:
            findings.append(replace(got, where=Where(document, line)))
    return rows, findings


def _head_text(cell: CellValue | Unread, known: _Known) -> str:
    text = cell.strip() if isinstance(cell, str) else ""
    if known.field(text) is None and not known.is_number(text) and known.is_indicator(text):
        return _POINTS_BEHIND.sub("", text) if key_of(text) != known.indicator(text) else text
    return text


def _row(
    heads: tuple[str, ...], cells: tuple[CellValue | Unread, ...], line: int, known: _Known
) -> Row | Finding | None:
    values: dict[str, Value] = {}
    number: Value = None
    told = False
    for head, cell in zip(heads, cells, strict=False):
        if not head:
            continue
        if isinstance(cell, Unread):
            return Finding(cell.code, Severity.ERROR, arguments={"column": shown(head)})
        if known.is_number(head):
            number = cell
            continue
        if head in values and cell is not None:
            # Two columns of one title would hide each other; the importer names what it sees twice.
            head = f"{head} "
        values[head] = cell
        told = told or (cell not in (None, "") and known.field(head) not in ("unit", "ignored"))
    named = (value for head, value in values.items() if known.field(head) in ("unit", "ignored"))
    is_sum = any(isinstance(value, str) and key_of(value) in _SUMS for value in named)
    if is_sum or not (told or number):
        return None
    return Row(line, dict(_named(values, number, known)))


def _named(values: Mapping[str, Value], number: Value, known: _Known) -> Iterator[tuple[str, Value]]:
    """The values, the indicator by its id where the row gives one."""
    held = False
    for head, value in values.items():
        is_name = known.field(head) == "indicator"
        held = held or is_name
        yield head, number if is_name and number not in (None, "") else value
    if not held and number not in (None, ""):
        yield _FIELDS["indicator"][0], number


def _nearer(finding: Finding, scheme: Scheme) -> Finding:
    """The finding with the known name that a mistyped one may stand for."""
    argument, names = {
        "sheet.unknown_unit": ("unit", [unit.name for unit in scheme.units]),
        "sheet.unknown_indicator": ("indicator", [each.title for each in scheme.indicators]),
        "sheet.unknown_column": ("column", [name for names in _FIELDS.values() for name in names]),
    }.get(finding.code, ("", []))
    guess = nearest(str(finding.arguments.get(argument, "")), names) if argument else ""
    if not guess:
        return finding
    told = {argument: finding.arguments[argument], "nearest": guess}
    return replace(finding, code=f"{finding.code}_near", arguments=told)
