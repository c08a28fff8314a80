"""Papers of an assessment in Markdown, to be read on screen and pasted into other documents."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from assessments.reports.table import Cell, Column, Document, Paper, Paragraph, Table
from planner.sharing.escaping import escaped, escaped_inside
from planner.sharing.papers_words import figure, lines, printed, signatures, width


def write_paper(paper: Paper) -> str:
    """The paper as Markdown, LF line ends; a table keeps one line a row, lines in a cell by <br>."""
    blocks = list(_document(paper) if isinstance(paper, Document) else _table(paper, "#"))
    return "\n\n".join(block for block in blocks if block) + "\n"


def write_papers(papers: tuple[Paper, ...]) -> str:
    """Several papers one after the other, with a rule in between."""
    return "\n---\n\n".join(write_paper(paper) for paper in papers)


def _document(document: Document) -> Iterator[str]:
    yield f"# {escaped(printed(document.title))}"
    yield escaped(printed(document.subtitle))
    for block in document.blocks:
        if isinstance(block, Table):
            yield from _table(block, "###")
        else:
            yield from _paragraph(block)


def _paragraph(paragraph: Paragraph) -> Iterator[str]:
    for line in lines(paragraph.text):
        yield f"## {escaped(line)}" if paragraph.role == "heading" else escaped(line)


def _table(table: Table, mark: str) -> Iterator[str]:
    title = escaped(printed(table.title))
    yield f"{mark} {title}" if title else ""
    yield escaped(printed(table.subtitle))
    yield _grid(table)
    for note in table.notes:
        yield escaped(printed(note))
    yield signatures([escaped(printed(footer)) for footer in table.footers], "report.signatures")


def _grid(table: Table) -> str:
    heads = [escaped_inside(printed(column.head)) for column in table.columns]
    rows = [
        [_cell(cell, column) for cell, column in zip(row.cells, table.columns, strict=True)]
        for row in table.rows
    ]
    widths = [
        _width_of([head, *(row[place] for row in rows)], column)
        for place, (head, column) in enumerate(zip(heads, table.columns, strict=True))
    ]
    rule = [
        "-" * (wide - 1) + (":" if _is_right(column) else "-")
        for wide, column in zip(widths, table.columns, strict=True)
    ]
    return "\n".join(
        "| " + " | ".join(_padded(*each) for each in zip(row, widths, table.columns, strict=True)) + " |"
        for row in (heads, rule, *rows)
    )


def _width_of(cells: list[str], column: Column) -> int:
    """Wide enough for all short cells; longer ones stand out."""
    most = 2 * column.width
    return max(3, *(min(width(cell), most) for cell in cells))


def _padded(cell: str, wide: int, column: Column) -> str:
    fill = " " * (wide - width(cell))
    return fill + cell if _is_right(column) else cell + fill


def _is_right(column: Column) -> bool:
    return column.kind in ("number", "percent")


def _cell(cell: Cell, column: Column) -> str:
    if isinstance(cell, Decimal | int):
        return figure(cell, column) + ("%" if column.kind == "percent" else "")
    return "<br>".join(escaped_inside(line) for line in lines(cell))
