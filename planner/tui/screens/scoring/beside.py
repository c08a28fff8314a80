"""What stands beside the table: the chosen item's rule, whose word says what, how it was reckoned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from assessments.numbers import plain
from assessments.reports.items import event_words
from assessments.results import UnitResult
from assessments.sheet import Entry, Evidence, SheetKind
from assessments.standing import title_of
from planner.findings import Finding
from planner.plan import Measure, Task
from planner.sharing.papers_words import printed
from planner.sharing.why import lines_of_item
from planner.text import describe, say
from planner.tui.assessment import OpenAssessment
from planner.tui.assessment_talk import said
from planner.tui.figures import figure_names
from planner.tui.screens.scoring.rows import ItemRow
from planner.tui.widgets.textpane import Para

MOST_LINES = 14
"""Lines of the derivation that are shown; the rest is one key away."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Everything that is said of one item of one unit. `asked` is the plan's task and measure behind it,
    `claim` what the unit's own word comes to. `open_marks` are vetoes that are not certain yet."""

    row: ItemRow
    result: UnitResult | None
    assessment: OpenAssessment
    locked: Finding | None = None
    asked: tuple[Task, Measure] | None = None
    claim: Decimal | None = None
    open_marks: frozenset[str] = frozenset()

    def paragraphs(self) -> list[Para]:
        """The text, the most needed first."""
        return [*self._head(), *self._rule(), *self._words(), *self._events(), *self._why(), *self._plan()]

    def _head(self) -> Iterator[Para]:
        row = self.row
        yield Para(row.heading, "heading")
        if self.locked is not None:
            yield Para(describe(self.locked), "warning")
        for doubt in row.score.doubts:
            yield Para(describe(doubt), "warning")
        for mark in self.result.marks if self.result is not None else ():
            title = title_of(self.assessment.scheme, mark)
            words = say("explain.mark", title=title, effect=say(f"effect.{mark.effect}"))
            if mark.veto in self.open_marks:
                words = say("scoring_place.mark_open_beside", words=words)
            yield Para(words, "error")
        if self.open_marks:
            yield Para(say("scoring_place.mark_open_why"), "warning")
        if row.evidence:
            yield Para(say("scoring_place.evidence_held", count=row.evidence), "muted")

    def _rule(self) -> Iterator[Para]:
        indicator = self.row.node.indicator
        if indicator.text:
            yield Para(say("scoring_place.rule"), "muted")
            yield Para(indicator.text, indent=2)
        if indicator.article:
            yield Para(say("scoring_place.article"), "muted")
            yield Para(indicator.article, indent=2)
        if indicator.evidence:
            yield Para(say("scoring_place.evidence_asked"), "muted")
            yield Para(indicator.evidence, indent=2)
        if self.row.by:
            yield Para(say("scoring_place.by"), "muted")
            yield Para(self.row.by, indent=2)

    def _words(self) -> Iterator[Para]:
        """The unit's own word beside those that count, and every piece of evidence."""
        shown: list[tuple[SheetKind, str, Entry]] = []
        row, board = self.row, self.assessment.board
        names = {each.id: each.name for each in self.assessment.scheme.assessors}
        for sheet in board.sheets:
            entry = sheet.entry(row.unit, row.node.id)
            if entry is not None and sheet.period == self.assessment.voice.period:
                who = names.get(sheet.by, sheet.by) or say("sheet.kind.meeting")
                shown.append((sheet.kind, who, entry))
        called = figure_names(row.node.indicator.rule)
        for kind, who, entry in shown:
            yield Para(say("scoring_place.word_of", kind=say(f"sheet.kind.{kind}"), who=who), "muted")
            yield Para(said(entry, called), indent=2)
            if kind == "self" and self.claim is not None:
                yield Para(say("scoring_place.claim", points=plain(self.claim, 4)), indent=2)
            for piece in entry.evidence:
                yield Para(evidence_words(piece), indent=4)

    def _events(self) -> Iterator[Para]:
        if self.row.score.events:
            yield Para(say("scoring_place.events"), "muted")
            for event in self.row.score.events:
                yield Para(printed(event_words(event)), indent=2)

    def _why(self) -> Iterator[Para]:
        if self.result is None:
            return
        lines = lines_of_item(self.assessment.scheme, self.result, self.row.node.id)
        told = [line for line in lines if line.value]
        if told:
            yield Para(say("scoring_place.why"), "muted")
        for line in told[:MOST_LINES]:
            yield Para(line.text, indent=2 + line.depth)
        if len(told) > MOST_LINES:
            yield Para(say("scoring_place.why_more", count=len(told) - MOST_LINES), "muted", 2)

    def _plan(self) -> Iterator[Para]:
        if self.asked is not None:
            task, measure = self.asked
            yield Para(say("scoring_place.task"), "muted")
            yield Para(task.title, "strong", 2)
            yield Para(measure.text or measure.title, indent=2)


def evidence_words(piece: Evidence) -> str:
    """A piece of evidence in a line: its name, size, day and note."""
    parts = [piece.name]
    if piece.size is not None:
        parts.append(say("scoring_place.size", size=max(1, piece.size // 1024)))
    if piece.day is not None:
        parts.append(piece.day.isoformat())
    return "  ".join([*parts, piece.note] if piece.note else parts)
