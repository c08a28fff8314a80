"""Scores from a table (导入评分): columns matched by their titles, wrong rows refused with the reason.

A table has either one row a cell, with columns for the unit, the indicator and what was observed; or one row
a unit, with a column for each indicator, whose values are scores. Which it is, its titles tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

from assessments.numbers import ZERO, plain
from assessments.process.cells import Cells
from assessments.process.course import Course
from assessments.process.locks import What, may_change
from assessments.process.values import READERS, Value, is_empty, key_of, number
from assessments.sheet import Entry, Sheet
from planner.findings import Finding, Severity, Where, has_errors

Field: TypeAlias = Literal[
    "unit", "indicator", "score", "deducted", "value", "done", "day", "not_applicable", "reason", "ignored"
]
"""What a column holds. "deducted" is what was taken off the full mark, with either sign. "ignored" is known
and says nothing new, such as a running number."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: where it stands (counted from 1) and its values by their column's title."""

    line: int
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Imported:
    """The sheet with what was taken over (None: nothing was), how many cells, and every row's trouble."""

    sheet: Sheet | None
    taken: int = 0
    findings: tuple[Finding, ...] = ()


def import_scores(
    cells: Cells,
    course: Course,
    sheet: Sheet,
    rows: Sequence[Row],
    titles: Mapping[str, Field],
    *,
    figures: Mapping[str, frozenset[str]] | None = None,
    document: str = "",
    skip_wrong: bool = False,
) -> Imported:
    """`sheet` with the rows' entries put in. `titles` are the titles of columns that are known.

    `figures` are further columns with the names of figures that they may hold; a row's rule decides which.

    A row is taken whole or not at all. Where any row is wrong nothing is taken over, unless `skip_wrong`:
    then the right rows are, and each wrong one is named all the same. What stood in a cell is replaced; its
    evidence stays. An empty row and an empty score say nothing.
    """
    what: What = sheet.kind
    locked = may_change(course, what)
    if locked is not None:
        return Imported(None, 0, (locked,))
    table = _Table(cells, sheet, rows, titles, figures or {}, document)
    findings = list(table.columns())
    if has_errors(findings):
        return Imported(None, 0, tuple(findings))
    taken: dict[tuple[str, str], Entry] = {}
    for row in rows:
        got = table.read(row, taken)
        if isinstance(got, Finding):
            findings.append(got)
        else:
            taken.update(got)
    if not taken or (has_errors(findings) and not skip_wrong):
        return Imported(None, 0, tuple(findings))
    return Imported(_with_entries(sheet, taken), len(taken), tuple(findings))


def _with_entries(sheet: Sheet, taken: Mapping[tuple[str, str], Entry]) -> Sheet:
    entries = {unit: dict(row) for unit, row in sheet.entries.items()}
    for (unit, indicator), entry in taken.items():
        held = entries.setdefault(unit, {})
        earlier = held.get(indicator)
        held[indicator] = replace(entry, evidence=earlier.evidence) if earlier is not None else entry
    return replace(sheet, entries=entries)


class _Table:
    """One table being read: which column is what, and who is meant by the names in it."""

    def __init__(
        self,
        cells: Cells,
        sheet: Sheet,
        rows: Sequence[Row],
        titles: Mapping[str, Field],
        figures: Mapping[str, frozenset[str]],
        document: str,
    ) -> None:
        self._cells = cells
        self._sheet = sheet
        self._document = document
        known = {key_of(title): field for title, field in titles.items()}
        self._found = tuple(dict.fromkeys(title for row in rows for title in row.values))
        self._fields = {title: known[key_of(title)] for title in self._found if key_of(title) in known}
        named = {key_of(title): names for title, names in figures.items()}
        others = (title for title in self._found if title not in self._fields)
        self._figures = {title: named[key_of(title)] for title in others if key_of(title) in named}
        self._units = _names((unit.id, unit.name) for unit in cells.scheme.units)
        self._indicators = _names((each.id, each.title) for each in cells.scheme.indicators)
        self._wide = "indicator" not in self._fields.values()

    def columns(self) -> Iterator[Finding]:
        """What is wrong with the columns as a whole."""
        held = list(self._fields.values())
        for needed in ("unit", "indicator"):
            named = needed == "indicator" and any(self._is_indicator(title) for title in self._found)
            if needed not in held and not named:
                yield self._finding(f"sheet.no_column.{needed}", None)
        for title in self._found:
            if title in self._fields:
                if held.count(self._fields[title]) > 1 and self._fields[title] != "ignored":
                    yield self._finding("sheet.column_twice", None, column=title)
            elif (
                title not in self._figures
                and not (self._wide and self._is_indicator(title))
                and title.strip()
            ):
                yield self._finding("sheet.unknown_column", None, Severity.WARNING, column=title)

    def read(
        self, row: Row, taken: Mapping[tuple[str, str], Entry]
    ) -> Mapping[tuple[str, str], Entry] | Finding:
        """The entries of a row by unit and indicator; or why it is refused."""
        if all(is_empty(value) for value in row.values.values()):
            return {}
        named = self._text(row, "unit")
        unit = self._units.get(key_of(named), ())
        if len(unit) != 1:
            return self._finding("sheet.unknown_unit", row, unit=named)
        got = self._wide_row(row, unit[0]) if self._wide else self._long_row(row, unit[0])
        if isinstance(got, Finding):
            return got
        for cell, entry in got.items():
            refused = self._cells.refusal(*cell, entry, self._sheet.kind)
            if refused is not None:
                return replace(refused, where=self._where(row, refused.where.path))
            if cell in taken:
                return self._finding("sheet.cell_twice", row, unit=named, indicator=self._title(cell[1]))
        return got

    def _long_row(self, row: Row, unit: str) -> Mapping[tuple[str, str], Entry] | Finding:
        named = self._text(row, "indicator")
        indicator = self._meant(named, unit)
        if indicator is None:
            code = "sheet.ambiguous_indicator" if key_of(named) in self._indicators else None
            return self._finding(code or "sheet.unknown_indicator", row, indicator=named)
        read: dict[Field, Value] = {}
        for title, field in self._fields.items():
            value = row.values.get(title)
            if field in ("unit", "indicator", "ignored") or is_empty(value):
                continue
            reader = READERS[field]
            read[field] = reader.read(value)
            if read[field] is None:
                return self._finding(reader.refusal, row, column=title, value=str(value))
        figures = self._figures_of(row, unit, indicator)
        if isinstance(figures, Finding):
            return figures
        if "deducted" in read:
            score = self._less(row, unit, indicator, read)
            if isinstance(score, Finding):
                return score
            read["score"] = score
        if "value" in figures:
            read["value"] = figures.pop("value")
        entry = replace(_entry(read), figures=figures)
        return {} if entry == Entry() else {(unit, indicator): entry}

    def _figures_of(self, row: Row, unit: str, indicator: str) -> dict[str, Decimal] | Finding:
        """The further figures of a row, by the names that its rule asks for."""
        leaf = self._cells.leaves(unit).get(indicator)
        rule = leaf.indicator.rule if leaf is not None else None
        asked = {each.name for each in rule.inputs()} if rule is not None else set()
        read: dict[str, Decimal] = {}
        for title, names in self._figures.items():
            value = row.values.get(title)
            if is_empty(value):
                continue
            meant = sorted(names & asked)
            if len(meant) != 1:
                return self._finding(
                    "sheet.figure_not_asked", row, column=title, indicator=self._title(indicator)
                )
            made = number(value)
            if made is None:
                return self._finding("sheet.no_number", row, column=title, value=str(value))
            read[meant[0]] = made
        return read

    def _less(self, row: Row, unit: str, indicator: str, read: Mapping[Field, Value]) -> Decimal | Finding:
        """The score that a deduction leaves; a score beside it must be the same."""
        leaf = self._cells.leaves(unit).get(indicator)
        full = None if leaf is None else ZERO if leaf.kind == "penalty" else leaf.scale
        deducted, said = read["deducted"], read.get("score")
        if full is None or not isinstance(deducted, Decimal):
            return self._finding("sheet.deduction_of_nothing", row, indicator=self._title(indicator))
        score = full - abs(deducted)
        if said is not None and said != score:
            return self._finding(
                "sheet.score_and_deduction",
                row,
                deducted=plain(deducted),
                score=str(said),
                points=plain(full),
            )
        return score

    def _wide_row(self, row: Row, unit: str) -> Mapping[tuple[str, str], Entry] | Finding:
        got: dict[tuple[str, str], Entry] = {}
        for title, value in row.values.items():
            if title in self._fields or not self._is_indicator(title) or is_empty(value):
                continue
            indicator = self._meant(title, unit)
            if indicator is None:
                return self._finding("sheet.ambiguous_indicator", row, indicator=title)
            score = number(value)
            if score is None:
                return self._finding("sheet.no_number", row, column=title, value=str(value))
            got[unit, indicator] = Entry(score=score)
        return got

    def _meant(self, named: str, unit: str) -> str | None:
        """The one indicator of this name; among several, the one that concerns the unit."""
        found = self._indicators.get(key_of(named), ())
        if len(found) > 1:
            found = tuple(each for each in found if each in self._cells.leaves(unit))
        return found[0] if len(found) == 1 else None

    def _is_indicator(self, title: str) -> bool:
        return key_of(title) in self._indicators

    def _title(self, indicator: str) -> str:
        return self._cells.scheme.indicator(indicator).title

    def _text(self, row: Row, field: Field) -> str:
        for title, held in self._fields.items():
            if held == field:
                value = row.values.get(title)
                return "" if value is None else str(value).strip()
        return ""

    def _where(self, row: Row | None, path: tuple[str, ...] = ()) -> Where:
        return Where(self._document, row.line if row is not None else None, path)

    def _finding(
        self, code: str, row: Row | None, severity: Severity = Severity.ERROR, **arguments: str | int
    ) -> Finding:
        return Finding(code, severity, self._where(row), arguments)


def _entry(read: Mapping[Field, Value]) -> Entry:
    score, value, done = read.get("score"), read.get("value"), read.get("done")
    day, left_out = read.get("day"), read.get("not_applicable")
    return Entry(
        value=value if isinstance(value, Decimal) else None,
        done=done if isinstance(done, bool) else None,
        day=day if isinstance(day, date) else None,
        score=score if isinstance(score, Decimal) else None,
        not_applicable=left_out is True,
        reason=str(read.get("reason") or ""),
    )


def _names(named: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Ids by id and by name; several of one name stand together."""
    found: dict[str, tuple[str, ...]] = {}
    for id, name in named:
        for key in dict.fromkeys((key_of(id), key_of(name))):
            found[key] = (*found.get(key, ()), id)
    return found
