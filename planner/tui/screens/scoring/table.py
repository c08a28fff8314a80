"""The items of a unit and the list of units as the present voice sees them; what did not change is kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from operator import is_

from assessments import windows
from assessments.process import Course, hidden
from assessments.results import Results, Score, UnitResult
from assessments.scheme import Scheme, Unit
from assessments.scoring import Board
from assessments.sheet import Entry, Event, Sheet
from assessments.tree import Node, trees
from planner.text import say
from planner.tui.assessment import OpenAssessment, Voice
from planner.tui.screens.scoring.asking import way_of
from planner.tui.screens.scoring.rows import (
    ItemRow,
    UnitRow,
    done_note,
    figure,
    grades_of,
    open_marks,
    scores_in,
    unscored,
    wants,
)
from planner.tui.widgets.rowmodel import Group, Item

_Said = tuple[Mapping[str, Entry], ...]
"""What the sheets of the round say of a unit."""
_Read = tuple[Voice, Score, _Said, list[ItemRow], int]


class Table:
    """Reads an open assessment. Make one for each assessment that is opened."""

    def __init__(self, assessment: OpenAssessment) -> None:
        self._assessment = assessment
        self._scheme: Scheme | None = None
        self._course: Course | None = None
        self._trees: dict[str, Mapping[str, Node]] = {}
        self._grades: Mapping[tuple[str, str], str] = {}
        self._read: dict[str, _Read] = {}
        self._results: tuple[Results | None, dict[str, UnitResult]] = None, {}
        self._known: tuple[Board | None, dict[str, Event]] = None, {}

    @property
    def scheme(self) -> Scheme:
        """The scheme as it is now."""
        return self._assessment.scheme

    @property
    def voice(self) -> Voice:
        """Who enters."""
        return self._assessment.voice

    def result(self, unit: str) -> UnitResult | None:
        """A unit's result."""
        results = self._assessment.results
        if self._results[0] is not results:
            self._results = results, {each.unit: each for each in results.units}
        return self._results[1].get(unit)

    def tree(self, unit: str, period: str) -> Node | None:
        """What is scored of a unit in a round."""
        if self._scheme is not self.scheme:
            self._scheme, self._grades = self.scheme, grades_of(self.scheme)
            self._trees.clear()
            self._read.clear()
        if period not in self._trees:
            self._trees[period] = trees(self.scheme, period)
        return self._trees[period].get(unit)

    def rounds(self) -> tuple[str, ...]:
        """The rounds in which anything is scored; "" is the whole year."""
        units = [unit.id for unit in self.scheme.units]
        return tuple(
            period
            for period in windows.scored(self.scheme)
            if any((tree := self.tree(unit, period)) is not None and tree.children for unit in units)
        )

    def units_of_voice(self) -> tuple[Unit, ...]:
        """The units that the voice speaks of: a unit of itself, everybody else of all."""
        voice = self.voice
        own = [unit for unit in self.scheme.units if voice.kind == "self" and unit.name == voice.by]
        return tuple(own or self.scheme.units)

    # Rows

    def unit_items(self) -> list[Item[UnitRow]]:
        """The units by class, each class with how many of it are done."""
        found: list[Item[UnitRow]] = []
        units = self.units_of_voice()
        for each in self.scheme.classes:
            own = (unit for unit in units if unit.unit_class == each.id)
            rows = [row for unit in own if (row := self.unit_row(unit)) is not None]
            if rows:
                found.append(Group(each.title, done_note(rows)))
                found += rows
        return found

    def unit_row(self, unit: Unit) -> UnitRow | None:
        """A unit's row; None where the voice has nothing to say of it."""
        result = self.result(unit.id)
        rows, wanting = self._rows_read(unit.id, result)
        if result is not None and not rows:
            return None
        grade = self._grades.get((unit.unit_class, result.grade), "") if result is not None else ""
        return UnitRow(unit, result, grade, wanting, self.open_marks(unit.id))

    def _events(self) -> Mapping[str, Event]:
        """All events by id."""
        board = self._assessment.board
        if self._known[0] is not board:
            self._known = board, {each.id: each for sheet in board.sheets for each in sheet.events}
        return self._known[1]

    def open_marks(self, unit: str) -> frozenset[str]:
        """The vetoes and cards of a unit that are not certain: responsibility is not found yet."""
        result = self.result(unit)
        if result is None or not result.marks:
            return frozenset()
        return open_marks(self.scheme, result, self._events())

    def rows_read(self, unit: str) -> list[ItemRow]:
        """The items of a scored unit without headings, read again only where something of them changed."""
        return self._rows_read(unit, self.result(unit))[0]

    def _rows_read(self, unit: str, result: UnitResult | None) -> tuple[list[ItemRow], int]:
        """The rows, and how many of them lack something."""
        self.tree(unit, self.voice.period)
        if result is None:
            return [], 0
        voice, sheets, course = self.voice, self._assessment.board.sheets, self._assessment.course
        if self._course is not course:
            self._course = course
            self._read.clear()
        said = tuple(
            each.entries[unit] for each in sheets if each.period == voice.period and unit in each.entries
        )
        read = self._read.get(unit)
        if read is None or read[0] != voice or read[1] is not result.main or not _same(read[2], said):
            rows = self.rows(unit)
            wanting = sum(1 for each in rows if each.wanting)
            read = self._read[unit] = voice, result.main, said, rows, wanting
        return read[3], read[4]

    def rows(self, unit: str) -> list[ItemRow]:
        """The items of a unit without headings."""
        return [item for item in self.items(unit) if not isinstance(item, Group)]

    def items(self, unit: str, *, only_wanting: bool = False) -> list[Item[ItemRow]]:
        """The items under the headings of their parents, in the order of the tree."""
        tree = self.tree(unit, self.voice.period)
        if tree is None:
            return []
        reader = _Reader(self._assessment, unit, scores_in(self.result(unit), self.voice.period))
        found = list(reader.below(tree, ""))
        if only_wanting:
            found = [item for item in found if isinstance(item, Group) or item.wanting]
        return _without_empty(found)


def _same(before: _Said, now: _Said) -> bool:
    """True where every sheet says what it said: a row of a sheet that was written is another."""
    return len(before) == len(now) and all(map(is_, before, now))


class _Reader:
    """Makes the rows of one unit."""

    def __init__(self, assessment: OpenAssessment, unit: str, scores: Mapping[str, Score]) -> None:
        self._assessment = assessment
        self._voice = assessment.voice
        self._unit = unit
        self._scores = scores
        # What an assessor may not see yet cannot be doubted either.
        self._alone = self._voice.kind == "rating" and hidden(assessment.scheme, assessment.course)
        self._selves = {sheet.id for sheet in assessment.board.sheets if sheet.kind == "self"}
        self._ratings = [
            sheet
            for sheet in assessment.board.sheets
            if sheet.kind == "rating" and sheet.period == self._voice.period
        ]
        self._evidence: dict[str, set[tuple[str, str]]] = {}
        for sheet in assessment.board.sheets:
            if sheet.period == self._voice.period:
                self._note_evidence(sheet.entries.get(unit, {}))
        self._sheets: dict[object, Sheet] = {}
        # One body and an assessor see their own items only.
        self._narrowed = self._voice.narrow

    def _note_evidence(self, entries: Mapping[str, Entry]) -> None:
        for indicator, entry in entries.items():
            for piece in entry.evidence:
                self._evidence.setdefault(indicator, set()).add((piece.name, piece.sha256))

    def below(self, node: Node, above: str, depth: int = 0) -> Iterator[Item[ItemRow]]:
        for place, child in enumerate(node.children, 1):
            number = f"{above}{place}"
            score = self._scores.get(child.id) or unscored(child)
            if child.children:
                title = f"{'  ' * depth}{number} {child.indicator.title}"
                yield Group(title, self._sum(score))
                yield from self.below(child, f"{number}.", depth + 1)
            elif (row := self._row(child, number, score)).ours or not self._narrowed:
                yield row

    def _sum(self, score: Score) -> str:
        """What was got of what could be got: without the points that do not concern the unit."""
        if not score.due:
            return figure(score.value)
        return say("scoring_place.sum", value=figure(score.value), points=figure(score.due))

    def _row(self, node: Node, number: str, score: Score) -> ItemRow:
        kind, own = self._voice.kind, self._own(node.id)
        way = way_of(node, kind)
        scorers = self._scorers(node)
        bodies = not self._voice.by or kind != "verified" or self._voice.by in scorers
        ours = bodies and way != "ratings"
        counting = next((each for each in score.given if each.sheet not in self._selves), None)
        reference = kind in ("self", "rating")
        entry = own if reference or counting is None else counting.entry
        by = "、".join(scorers) if reference or counting is None else counting.by
        evidence = len(self._evidence.get(node.id, ()))
        ratings = sum(1 for sheet in self._ratings if sheet.entry(self._unit, node.id) is not None)
        wanting = ours and wants(score, own, way, kind)
        if self._alone:
            score, ratings = replace(score, doubts=()), 0
        return ItemRow(self._unit, number, node, score, entry, own, by, way, ours, wanting, ratings, evidence)

    def _own(self, indicator: str) -> Entry | None:
        place = self._assessment.place_of(indicator, self._unit)
        if place not in self._sheets:
            self._sheets[place] = self._assessment.sheet(place)
        return self._sheets[place].entry(self._unit, indicator)

    def _scorers(self, node: Node) -> tuple[str, ...]:
        return self._assessment.scorers(node.id)


def _without_empty(items: list[Item[ItemRow]]) -> list[Item[ItemRow]]:
    """The items without headings under which nothing is left."""
    kept: list[Item[ItemRow]] = []
    waiting: list[Group] = []
    for item in items:
        if isinstance(item, Group):
            depth = len(item.title) - len(item.title.lstrip())
            waiting = [each for each in waiting if len(each.title) - len(each.title.lstrip()) < depth]
            waiting.append(item)
        else:
            kept += waiting
            waiting = []
            kept.append(item)
    return kept
