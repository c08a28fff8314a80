"""Papers of an assessment as an Excel workbook: one sheet a paper, ready to be printed on A4."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from assessments.numbers import HUNDRED, rounded
from assessments.reports.table import Cell as Held
from assessments.reports.table import Column, Document, Paper, Paragraph, Role, Row, Table
from planner.sharing import workbook as book
from planner.sharing.papers_words import lines, printed, signatures
from planner.text import say

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.styles import Alignment, Border, Font, PatternFill
    from openpyxl.styles.cell_style import StyleArray
    from openpyxl.worksheet.worksheet import Worksheet

Named: TypeAlias = tuple[str, Paper]

_SIZE = 11
_FROZEN_COLUMNS = 2
_WIDE_TABLE = 7


def write_papers(papers: Sequence[Named]) -> bytes:
    """The papers as one workbook; each name becomes a sheet's, made fit for Excel."""
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    styles = _styles()
    for name, (_, paper) in zip(book.sheet_names(name for name, _ in papers), papers, strict=True):
        sheet = workbook.create_sheet(name)
        if isinstance(paper, Document):
            _document(_Sheet(sheet, styles, _grid_of(paper)), paper)
        else:
            _table_sheet(_Sheet(sheet, styles, paper.columns), paper)
    return book.saved(workbook)


@dataclass(frozen=True, slots=True)
class _Styles:
    """The looks of cells."""

    title: Font
    strong: Font
    body: Font
    border: Border
    head: PatternFill
    wrapped: dict[str, Alignment]
    worn: dict[tuple[str, bool, str, bool], StyleArray] = field(default_factory=dict)

    def dress(self, cell: Cell, side: str, strong: bool) -> None:
        """Give a cell of a table its looks. What a cell like it wears is taken over: openpyxl searches its
        tables for every look that is set, which for a hundred thousand cells takes half a minute."""
        kind = (side, strong, cell.number_format, cell.quotePrefix)
        if kind in self.worn:
            cell._style = copy(self.worn[kind])  # type: ignore[attr-defined]  # unknown to the stubs
            return
        cell.alignment = self.wrapped[side]
        cell.font = self.strong if strong else self.body
        cell.border = self.border
        self.worn[kind] = copy(cell._style)  # type: ignore[attr-defined]  # unknown to the stubs


def _styles() -> _Styles:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    line = Side(style="thin", color="FF000000")
    aligned = {
        side: Alignment(horizontal=side, vertical="center", wrap_text=True, indent=side == "right")
        for side in ("left", "right", "center")
    }
    # A number is never broken into lines; wrapped ones lose their indent in some programs.
    aligned["number"] = Alignment(horizontal="right", vertical="center", indent=1)
    return _Styles(
        title=Font(name="宋体", size=16, bold=True),
        strong=Font(name="宋体", size=_SIZE, bold=True),
        body=Font(name="宋体", size=_SIZE),
        border=Border(left=line, right=line, top=line, bottom=line),
        head=PatternFill("solid", fgColor="FFEDEDED"),
        wrapped=aligned,
    )


class _Sheet:
    """One sheet being filled from above; `row` is the next free row."""

    def __init__(self, sheet: Worksheet, styles: _Styles, columns: tuple[Column, ...]) -> None:
        from openpyxl.utils import get_column_letter

        self.sheet = sheet
        self.styles = styles
        self.row = 1
        self.count = max(1, len(columns))
        self.width = sum(column.width for column in columns)
        self.letter = get_column_letter
        for place, column in enumerate(columns, 1):
            sheet.column_dimensions[get_column_letter(place)].width = 2 * column.width + 1
        _print_set_up(sheet)

    def line(self, text: str, font: Font, side: str) -> None:
        """Text across all columns, on as many lines as it needs."""
        if self.count > 1:
            self.sheet.merge_cells(
                start_row=self.row, end_row=self.row, start_column=1, end_column=self.count
            )
        cell = self._cell(1)
        book.put_text(cell, text)
        cell.font = font
        cell.alignment = self.styles.wrapped[side]
        scale = (font.size or _SIZE) / _SIZE
        self._height((book.lines_of(text, self.width / scale),), scale)

    def cells(self, row: Row, columns: tuple[Column, ...]) -> None:
        """A row of a table."""
        counts = [row.lines]
        for place, (held, column) in enumerate(zip(row.cells, columns, strict=True), 1):
            cell = self._cell(place)
            _put(cell, held, column)
            is_number = isinstance(held, Decimal | int)
            self.styles.dress(cell, _side(held, column), row.strong)
            if not is_number:
                counts.append(sum(book.lines_of(line, column.width) for line in lines(held)))
        self._height(counts)

    def heads(self, columns: tuple[Column, ...]) -> None:
        """The head of a table."""
        counts = [1]
        for place, column in enumerate(columns, 1):
            cell = self._cell(place)
            text = printed(column.head)
            book.put_text(cell, text)
            cell.font, cell.fill, cell.border = self.styles.strong, self.styles.head, self.styles.border
            cell.alignment = self.styles.wrapped["center"]
            counts.append(book.lines_of(text, column.width))
        self._height(counts)

    def _cell(self, place: int) -> Cell:
        return book.cell(self.sheet, self.row, place)

    def blank(self) -> None:
        """An empty row."""
        self.row += 1

    def _height(self, counts: Sequence[int], scale: float = 1) -> None:
        self.sheet.row_dimensions[self.row].height = book.height_of(max(counts), scale)
        self.row += 1


def _side(held: Held, column: Column) -> str:
    """Numbers with a fraction stand under each other, what is short in the middle, text at the left."""
    if column.kind == "text":
        return "left"
    return "number" if isinstance(held, Decimal) else "center"


def _put(cell: Cell, held: Held, column: Column) -> None:
    if isinstance(held, Decimal | int):
        if column.kind == "percent":
            book.put_number(cell, held / HUNDRED, f"{_places(column.places)}%")
        else:
            book.put_number(cell, held, _format(held, column))
    elif isinstance(held, date):
        book.put_day(cell, held)
    elif text := "\n".join(lines(held)):
        book.put_text(cell, text)


def _format(held: Decimal | int, column: Column) -> str:
    """Excel's word for how a number is shown: its places, or what there is, cut only where it has no end."""
    if column.places is not None:
        return _places(column.places)
    return "General" if held == rounded(Decimal(held), column.most) else _places(column.most)


def _places(places: int | None) -> str:
    return "0." + "0" * places if places else "0"


def _table_sheet(into: _Sheet, table: Table) -> None:
    """A table alone on its sheet, its head in sight while one scrolls and on every page."""
    into.line(printed(table.title), into.styles.title, "center")
    subtitle = printed(table.subtitle)
    if subtitle:
        into.line(subtitle, into.styles.body, "center")
    head = into.row
    _grid(into, table)
    sheet = into.sheet
    frozen = _FROZEN_COLUMNS if len(table.columns) >= _WIDE_TABLE else 0
    sheet.freeze_panes = f"{into.letter(frozen + 1)}{head + 1}"
    sheet.print_title_rows = f"{head}:{head}"
    sheet.print_area = f"A1:{into.letter(into.count)}{into.row - 1}"
    if table.landscape:
        sheet.page_setup.orientation = "landscape"
    if table.bars is not None and table.rows:
        _bars(into, table, head)


def _grid(into: _Sheet, table: Table) -> None:
    into.heads(table.columns)
    for row in table.rows:
        into.cells(row, table.columns)
    for note in table.notes:
        into.line(printed(note), into.styles.body, "left")
    if table.footers:
        into.blank()
        said = signatures([printed(footer) for footer in table.footers], "report.signatures.wide")
        into.line(said, into.styles.body, "left")


def _document(into: _Sheet, document: Document) -> None:
    into.line(printed(document.title), into.styles.title, "center")
    subtitle = printed(document.subtitle)
    if subtitle:
        into.line(subtitle, into.styles.body, "center")
    into.blank()
    for block in document.blocks:
        if isinstance(block, Table):
            title = printed(block.title)
            if title:
                into.line(title, into.styles.strong, "center")
            _grid(into, block)
            into.blank()
        else:
            _paragraph(into, block)
    into.sheet.print_area = f"A1:{into.letter(into.count)}{into.row - 1}"


_SIDES: dict[Role, str] = {"heading": "left", "body": "left", "address": "left", "right": "right"}


def _paragraph(into: _Sheet, paragraph: Paragraph) -> None:
    font = into.styles.strong if paragraph.role == "heading" else into.styles.body
    indented = paragraph.role in ("heading", "body")
    for line in lines(paragraph.text):
        into.line(say("report.indented", text=line) if indented else line, font, _SIDES[paragraph.role])


def _grid_of(document: Document) -> tuple[Column, ...]:
    """The columns of a document's sheet: at each place the widest of its tables."""
    tables = [block for block in document.blocks if isinstance(block, Table)]
    count = max((len(table.columns) for table in tables), default=0)
    if not count:
        return (Column("", width=44),)
    return tuple(
        Column("", width=max(table.columns[place].width for table in tables if place < len(table.columns)))
        for place in range(count)
    )


def _print_set_up(sheet: Worksheet) -> None:
    """A4, as wide as the page, as many pages as it takes, numbered below."""
    from openpyxl.worksheet.page import PageMargins
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.paperSize = 9
    sheet.page_setup.orientation = "portrait"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.page_margins = PageMargins(left=0.6, right=0.6, top=0.8, bottom=0.8)
    sheet.print_options.horizontalCentered = True
    footer = sheet.oddFooter
    if footer is not None and footer.center is not None:
        footer.center.text = say("report.page", page="&P", pages="&N")


def _bars(into: _Sheet, table: Table, head: int) -> None:
    """A native bar chart beside the table, in the table's order from above."""
    from openpyxl.chart import BarChart, Reference
    from openpyxl.chart.label import DataLabelList

    assert table.bars is not None
    first, last = head + 1, head + len(table.rows)
    chart = BarChart()
    chart.type = "bar"
    chart.title = printed(table.bars.title)
    chart.legend = None
    values = Reference(into.sheet, min_col=table.bars.values + 1, min_row=first, max_row=last)
    labels = Reference(into.sheet, min_col=table.bars.labels + 1, min_row=first, max_row=last)
    chart.add_data(values)
    chart.set_categories(labels)
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.majorGridlines = None
    chart.dataLabels = DataLabelList(
        showVal=True, showSerName=False, showCatName=False, showLegendKey=False, showPercent=False
    )
    chart.gapWidth = 50
    chart.height = max(6.0, 0.7 * len(table.rows) + 2)
    chart.width = 18
    into.sheet.add_chart(chart, f"{into.letter(into.count + 2)}{head}")
