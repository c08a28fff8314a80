"""The form in which a department enters its scores (评分录入表): an Excel table that reads back exactly."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from assessments.rules import Input
from assessments.scheme import Scheme, Unit
from assessments.sheet import Entry, Sheet
from assessments.tree import Node, trees
from planner.sharing import workbook as book
from planner.sharing.papers_words import width
from planner.text import say

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.styles import Alignment, Border, Font, PatternFill
    from openpyxl.worksheet.worksheet import Worksheet

FormValue: TypeAlias = str | Decimal | date | None
_FIXED = (
    ("report.unit", 10),
    ("score_form.number", 8),
    ("report.item", 10),
    ("report.points", 4),
    ("report.rule", 20),
    ("score_form.ask", 12),
)
"""The columns that stand already, with their widths in Chinese characters."""
_EXACT_DIGITS = 15
_HEAD = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """One line of a form: a unit and one of its indicators."""

    unit: Unit
    leaf: Node

    @property
    def inputs(self) -> tuple[Input, ...]:
        """What its rule asks for and this form can hold; events and ratings have their own places."""
        rule = self.leaf.indicator.rule
        inputs = rule.inputs() if rule is not None else ()
        return tuple(each for each in inputs if each.kind not in ("events", "ratings", "none"))

    @property
    def counts_events(self) -> bool:
        """True where a ledger is counted: a tick then says that nothing else was found."""
        rule = self.leaf.indicator.rule
        return rule is not None and any(each.kind == "events" for each in rule.inputs())

    @property
    def fields(self) -> frozenset[str]:
        """The fixed columns that are to be filled in. Where the rule works the score out none is asked for:
        one given by hand would stand in its place.
        """
        names = {each.name for each in self.inputs}
        if self.counts_events:
            names.add("done")
        return frozenset((names or {"score"}) | {"not_applicable", "reason"})


def asked_of(scheme: Scheme, body: str = "", period: str | None = None) -> tuple[Asked, ...]:
    """What a body scores: every unit in each indicator that names it; everything for "".

    `period` is the round; None is all of them.
    """
    own = trees(scheme, period)
    return tuple(
        Asked(unit, leaf)
        for unit in scheme.units
        if not unit.hand_over
        for leaf in own[unit.id].leaves()
        if leaf.kind != "information" and (not body or body in leaf.indicator.scorers)
    )


def asked_of_unit(scheme: Scheme, unit: str, period: str | None = None) -> tuple[Asked, ...]:
    """What a unit says of itself."""
    return tuple(each for each in asked_of(scheme, "", period) if each.unit.id == unit)


@dataclass(frozen=True, slots=True)
class _FormColumn:
    """A column to be filled in: its title, its width, and what it holds of an entry.

    `figure` is the title under which rules ask for a further figure; "" for a fixed column.
    """

    title: str
    width: int
    field: str
    figure: str = ""


def write_form(scheme: Scheme, lines: Sequence[Asked], held: Sheet | None = None) -> bytes:
    """The form, with what `held` already has. Evidence is not part of it."""
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = say("score_form.sheet")
    columns = _columns(lines)
    names = Counter(unit.name for unit in scheme.units)
    _heads(sheet, scheme, [(say(key), wide) for key, wide in _FIXED], columns)
    for place, line in enumerate(lines, _HEAD + 1):
        _known(sheet, place, line, line.unit.name if names[line.unit.name] == 1 else line.unit.id)
        entry = held.entry(line.unit.id, line.leaf.id) if held is not None else None
        _asked(sheet, place, line, columns, len(_FIXED) + 1, entry or Entry())
    last = get_column_letter(len(_FIXED) + len(columns))
    _set_up(sheet, columns, len(_FIXED), len(lines))
    sheet.auto_filter.ref = f"A{_HEAD}:{last}{_HEAD + len(lines)}"
    return book.saved(workbook)


def _columns(lines: Sequence[Asked]) -> tuple[_FormColumn, ...]:
    """The columns that at least one line needs, those that every line has last."""
    inputs = [asked for line in lines for asked in line.inputs]
    fields = frozenset[str]().union(*(line.fields for line in lines))
    columns: list[_FormColumn] = []
    if "value" in fields:
        columns.append(_FormColumn(say("score_form.value"), 8, "value"))
    for title in dict.fromkeys(heading(asked) for asked in inputs if _is_figure(asked)):
        columns.append(_FormColumn(title, 8, "figure", title))
    if "done" in fields:
        columns.append(_FormColumn(say("score_form.done"), 6, "done"))
    if "day" in fields:
        columns.append(_FormColumn(say("score_form.day"), 8, "day"))
    columns.append(_FormColumn(say("report.score"), 6, "score"))
    columns.append(_FormColumn(say("score_form.not_applicable"), 6, "not_applicable"))
    columns.append(_FormColumn(say("report.reason"), 22, "reason"))
    return tuple(columns)


def heading(asked: Input) -> str:
    """What an input is called: its words, or the scheme's own."""
    return say(asked.label) if asked.label else asked.name


def _is_figure(asked: Input) -> bool:
    return asked.kind in ("number", "count") and asked.name != "value"


def _heads(
    sheet: Worksheet, scheme: Scheme, fixed: list[tuple[str, int]], columns: tuple[_FormColumn, ...]
) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    titles = [*fixed, *((column.title, column.width) for column in columns)]
    for row, text, size in (
        (1, say("report.subtitle.class", scheme=scheme.title, of=say("score_form.title")), 14),
        (2, say("score_form.help"), 11),
    ):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(titles))
        cell = book.cell(sheet, row, 1)
        book.put_text(cell, text)
        cell.font = Font(name="宋体", size=size, bold=row == 1)
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        sheet.row_dimensions[row].height = 34
    for place, (title, wide) in enumerate(titles, 1):
        cell = book.cell(sheet, _HEAD, place)
        book.put_text(cell, title)
        cell.font = Font(name="宋体", size=11, bold=True)
        cell.fill = PatternFill("solid", fgColor="FFEDEDED")
        cell.alignment = Alignment(wrap_text=True, horizontal="center", vertical="center")
        sheet.column_dimensions[get_column_letter(place)].width = max(2 * wide + 1, min(width(title), 16) + 2)


def _known(sheet: Worksheet, row: int, line: Asked, unit: str) -> None:
    """What stands on the form already."""
    indicator = line.leaf.indicator
    texts = (unit, indicator.id, indicator.title, None, indicator.text, _ask(line))
    for place, text in enumerate(texts, 1):
        cell = book.cell(sheet, row, place)
        if place == 4 and line.leaf.scale is not None and line.leaf.kind != "penalty":
            book.put_number(cell, line.leaf.scale)
        elif text:
            book.put_text(cell, text)
        _look(cell, open_to_entry=False)
    counts = (book.lines_of(text or "", wide) for text, (_, wide) in zip(texts, _FIXED, strict=True))
    sheet.row_dimensions[row].height = book.height_of(max(counts))


def _ask(line: Asked) -> str:
    names = tuple(_where_to(asked) for asked in line.inputs if asked.kind != "score")
    if names:
        return say("score_form.by_rule", inputs=say("report.list").join(names))
    return say("score_form.events" if line.counts_events else "score_form.by_hand")


def _where_to(asked: Input) -> str:
    """What is asked by the head of its column; what it is for this item behind it: 实际值（今年）."""
    column = say("score_form.value")
    if asked.name != "value" or heading(asked) == column:
        return heading(asked)
    return say("score_form.value_of", column=column, name=heading(asked))


def _asked(
    sheet: Worksheet, row: int, line: Asked, columns: tuple[_FormColumn, ...], first: int, entry: Entry
) -> None:
    """The cells to be filled in, with what is known of them."""
    names = {heading(asked): asked.name for asked in line.inputs if _is_figure(asked)}
    for place, column in enumerate(columns, first):
        cell = book.cell(sheet, row, place)
        is_open = column.figure in names if column.figure else column.field in line.fields
        held = _held(entry, column, names) if is_open or column.field == "score" else None
        _look(cell, open_to_entry=is_open or held is not None)
        _put(cell, held)


def _held(entry: Entry, column: _FormColumn, names: dict[str, str]) -> FormValue:
    if column.figure:
        return entry.figures.get(names[column.figure])
    if column.field == "done":
        return None if entry.done is None else say("report.yes" if entry.done else "report.no")
    if column.field == "not_applicable":
        return say("report.yes") if entry.not_applicable else None
    if column.field == "reason":
        return entry.reason or None
    if column.field == "day":
        return entry.day
    return entry.value if column.field == "value" else entry.score


def _put(cell: Cell, value: FormValue) -> None:
    if isinstance(value, Decimal):
        # Excel keeps fifteen digits of a number; a longer one stays whole as text.
        if len(value.as_tuple().digits) > _EXACT_DIGITS:
            book.put_text(cell, format(value, "f"))
        else:
            book.put_number(cell, value)
    elif isinstance(value, date):
        book.put_day(cell, value)
    elif value:
        book.put_text(cell, value)


def _look(cell: Cell, *, open_to_entry: bool) -> None:
    border, font, alignment, grey = _looks()
    cell.border, cell.font, cell.alignment = border, font, alignment
    if not open_to_entry:
        cell.fill = grey


@functools.cache
def _looks() -> tuple[Border, Font, Alignment, PatternFill]:
    """The looks of a form's cells; making them anew for each of ten thousand cells takes seconds."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    line = Side(style="thin", color="FF808080")
    return (
        Border(left=line, right=line, top=line, bottom=line),
        Font(name="宋体", size=11),
        Alignment(wrap_text=True, vertical="center"),
        PatternFill("solid", fgColor="FFF2F2F2"),
    )


def _set_up(sheet: Worksheet, columns: tuple[_FormColumn, ...], fixed: int, count: int) -> None:
    """The head in sight, one answer to choose for yes or no, landscape A4."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.freeze_panes = f"D{_HEAD + 1}"
    sheet.print_title_rows = f"{_HEAD}:{_HEAD}"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.paperSize = 9
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    choice = DataValidation(
        type="list", formula1=f'"{say("report.yes")},{say("report.no")}"', allow_blank=True
    )
    for place, column in enumerate(columns, fixed + 1):
        if column.field in ("done", "not_applicable") and count:
            letter = get_column_letter(place)
            choice.add(f"{letter}{_HEAD + 1}:{letter}{_HEAD + count}")
    if choice.sqref:
        sheet.add_data_validation(choice)
