"""This year's totals, ranks and grades against last year's, as far as they were kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from textual import on

from assessments.results import Results, Score, UnitResult
from assessments.scoring import Board
from planner.text import say
from planner.tui.acts import Use
from planner.tui.screens.results.view import View
from planner.tui.screens.results.wording import Wording, number, percent
from planner.tui.widgets.fields import FilterLine
from planner.tui.widgets.panes import Pane
from planner.tui.widgets.rowmodel import Column, Group, Look
from planner.tui.widgets.rows import RowList
from planner.tui.widgets.textpane import Para, TextPane


@dataclass(frozen=True, slots=True)
class YearRow:
    """A unit now and a year ago; `before` is None for one that was not assessed then.

    The totals and what was gained have the digits of this year's class.
    """

    result: UnitResult
    before: UnitResult | None
    name: str
    rank: str
    grade: str
    total: str
    grade_before: str
    total_before: str
    gained: str

    @property
    def change(self) -> Decimal | None:
        """What the total gained."""
        return None if self.before is None else self.result.total - self.before.total

    @property
    def places(self) -> int | None:
        """How many places it went up."""
        if self.before is None or self.before.rank is None or self.result.rank is None:
            return None
        return self.before.rank - self.result.rank


def moved_words(places: int | None) -> str:
    """Up, down or the same place, in words and figures."""
    if places is None:
        return "-"
    if not places:
        return say("results.same_place")
    return say("results.up" if places > 0 else "results.down", places=abs(places))


def year_rows(wording: Wording, earlier: Results) -> list[YearRow | Group]:
    """The classes with their units by this year's rank. Units are known again by their id."""
    former = {each.unit: each for each in earlier.units}
    rows: list[YearRow | Group] = []
    for unit_class in wording.scheme.classes:
        held = wording.results.in_class(unit_class.id)
        if held:
            rows.append(Group(unit_class.title))
        for result in held:
            rows.append(_row(wording, result, former.get(result.unit)))
    return rows


def _row(wording: Wording, result: UnitResult, before: UnitResult | None) -> YearRow:
    grade, total, gained = "-", say("results.new_unit"), "-"
    if before is not None:
        grade = wording.grade_title(before.unit_class, before.grade)
        total = wording.points(before.total, result.unit_class)
        change = result.total - before.total
        gained = ("+" if change > 0 else "") + wording.points(change, result.unit_class)
    return YearRow(
        result,
        before,
        wording.unit(result.unit),
        wording.rank(result),
        wording.grade(result),
        wording.total(result),
        grade,
        total,
        gained,
    )


def _look(row: YearRow) -> Look:
    if row.result.missing or row.places is None:
        return "muted"
    return "good" if row.places > 0 else "warning" if row.places < 0 else ""


class YearsView(View):
    """This year against last."""

    VIEW = "years"
    ACTIONS = (Use("open_file", "results.give_last_year", footer=True),)

    def __init__(self) -> None:
        self._wording: Wording | None = None
        rows = RowList[YearRow](
            [
                Column("unit", "results.col.unit", lambda row: row.name, least=14, share=2, optional=False),
                Column("before", "results.col.before", lambda row: row.total_before, width=8, align="right",
                       sort=lambda row: float(row.before.total) if row.before else -1.0),
                Column("total", "results.col.now", lambda row: row.total, width=7, align="right",
                       sort=lambda row: float(row.result.total), optional=False),
                Column("change", "results.col.change", lambda row: row.gained, width=8, align="right",
                       sort=lambda row: float(row.change or 0)),
                Column("place", "results.col.place", _place, least=14, share=1, optional=False,
                       sort=lambda row: -(row.places if row.places is not None else -999)),
                Column("grade", "results.col.grades", _grades, least=14, share=1),
            ],
            key=lambda row: row.result.unit,
            look=_look,
            empty="results.no_last_year",
            id="years",
        )  # fmt: skip
        super().__init__(
            Pane("results.pane.years", FilterLine("results.filter"), rows, least=72, share=5),
            Pane("results.pane.unit", TextPane(id="years-text"), least=42, share=3),
        )

    def fill(self, board: Board, wording: Wording) -> None:
        self._wording = wording
        self.rows.fill(year_rows(wording, board.earlier) if board.earlier is not None else [])
        self._show_unit()

    def unit_here(self) -> UnitResult | None:
        row = self.rows.current
        return row.result if isinstance(row, YearRow) else None

    @on(RowList.Moved, "#years")
    def _show_unit(self) -> None:
        row, pane = self.rows.current, self.query_one("#years-text", TextPane)
        if not isinstance(row, YearRow) or self._wording is None:
            self.panes[1].title.tell(unit="")
            pane.show([])
            return
        self.panes[1].title.tell(unit=row.name)
        pane.show(_items(self._wording, row))

    def do_open_file(self) -> None:
        from planner.tui.dialogs.files import FileDialog
        from planner.tui.screens.home import usual_folder
        from planner.tui.screens.results.last_year import keep_last_year

        def chosen(path: Path | None) -> None:
            if path is not None:
                keep_last_year(self.planner, self.assessment.scheme.id, path)

        self.app.push_screen(
            FileDialog(say("results.which_last_year"), usual_folder(), endings=(".toml",)), chosen
        )


def _place(row: YearRow) -> str:
    if row.places is None or row.before is None:
        return row.rank
    if not row.places:
        return say("results.place_same", now=row.result.rank, moved=moved_words(0))
    return say("results.place", before=row.before.rank, now=row.result.rank, moved=moved_words(row.places))


def _grades(row: YearRow) -> str:
    if row.before is None or row.grade_before == row.grade:
        return row.grade
    if not row.before.grade:
        return say("results.grades_new", now=row.grade)
    return say("results.grades", before=row.grade_before, now=row.grade)


def _items(wording: Wording, row: YearRow) -> Iterable[Para]:
    """The first items of both years, as shares of what was due: their points may have changed."""
    if row.before is None:
        yield Para(say("results.not_last_year"))
        return
    yield Para(say("results.items_of_years"), "heading")
    for score in row.result.main.children:
        before = row.before.main.find(score.indicator)
        title = wording.item(score.indicator)
        yield Para(say("results.item_of_years", item=title, before=_share(before), now=_share(score)))


def _share(score: Score | None) -> str:
    if score is None or score.state == "not_applicable":
        return "-"
    return percent(score.rate) if score.due else number(score.value)
