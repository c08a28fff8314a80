"""Papers (表格与文书) as values: tables and documents whose words are keys of the catalogue.

Figures stay numbers and days stay days until a writer at the edge prints them. A cell that is a tuple holds
several lines.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

from assessments.derivation import Formula

ColumnKind: TypeAlias = Literal["text", "short", "number", "percent", "date"]
Role: TypeAlias = Literal["heading", "body", "address", "right"]


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the catalogue with their gaps filled.

    A Decimal is printed as scores are, a day as the language writes it, a tuple as a list of names.
    """

    key: str
    arguments: Mapping[str, Argument] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """A step's formula, to be printed in words that a person with a calculator reads."""

    formula: Formula


Text: TypeAlias = str | Words
Argument: TypeAlias = "str | int | Decimal | date | Words | Arithmetic | tuple[str | Words, ...]"
Cell: TypeAlias = str | int | Decimal | date | Words | Arithmetic | tuple[str | Words, ...] | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, what its cells hold, its width in Chinese characters.

    `short` holds a word or two, set in the middle. A column of numbers may still hold words where there is
    no number (不涉及). `percent` cells are in percent (97.78). `places` pads the printed number with zeros;
    None prints what there is. Of a number that has no end `most` places are printed, and … after them.
    """

    head: Text
    kind: ColumnKind = "text"
    width: int = 8
    places: int | None = None
    most: int = 4


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table, one cell a column. `strong` marks heads of groups and sums; `lines` is the room that
    a cell to be filled in by hand needs at least."""

    cells: tuple[Cell, ...]
    strong: bool = False
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Bars:
    """A bar chart beside a table: the columns of its labels and of its values, counted from 0."""

    title: Text
    labels: int
    values: int


@dataclass(frozen=True, slots=True)
class Table:
    """One table on paper: title, subtitle, head, rows, then notes, then the lines for signatures."""

    title: Text
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    subtitle: Text = ""
    notes: tuple[Text, ...] = ()
    footers: tuple[Text, ...] = ()
    landscape: bool = False
    bars: Bars | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a document: a heading, the body, to whom it goes, a signature at the right."""

    text: Text
    role: Role = "body"


@dataclass(frozen=True, slots=True)
class Document:
    """A paper that is written, not only filled in: a title, paragraphs and tables in between."""

    title: Text
    blocks: tuple[Paragraph | Table, ...]
    subtitle: Text = ""


Paper: TypeAlias = Table | Document
