"""Typing down the column: Enter asks what an item wants, the next takes it and asks the item after it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from assessments.numbers import ZERO, plain
from assessments.sheet import Entry
from planner.text import say
from planner.tui.display import notify
from planner.tui.screens.scoring import moving
from planner.tui.screens.scoring.asking import (
    Question,
    answered,
    as_score,
    counts_events,
    held,
    line_questions,
    needs_reason,
    typed_out_of,
)
from planner.tui.screens.scoring.forms import EntryForm, wrong_words
from planner.tui.screens.scoring.panes import BESIDE
from planner.tui.screens.scoring.rows import ItemRow
from planner.tui.screens.scoring.typed import Typed, read, written, yes_no_in

if TYPE_CHECKING:
    from planner.tui.screens.scoring.ground import ScoringGround


class Typing:
    """What is being asked on the scoring screen. `row` is None while nothing is."""

    def __init__(self, screen: ScoringGround) -> None:
        self._screen = screen
        self._questions: tuple[Question, ...] = ()
        self._answers: dict[str, Typed | None] = {}
        self._draft: Entry | None = None
        self._step = 1
        self._holes = False
        self.row: ItemRow | None = None

    def begin(self, row: ItemRow) -> None:
        """Ask what an item wants; from one that lacks something on, those that lack nothing are passed by."""
        reason = self._screen.why_not(row)
        if reason:
            notify(self._screen, reason)
            return
        self._holes = row.wanting
        self._ask(row)

    def _ask(self, row: ItemRow) -> None:
        if row.way == "form":
            self.stop()
            self._ask_form(row)
        elif row.way == "events":
            self.stop()
            self._screen.show_events(row, onward=True)
        else:
            self._ask_line(row)

    def _ask_line(self, row: ItemRow) -> None:
        asked = line_questions(row.node, self._screen.voice.kind)
        self.row, self._answers, self._draft = row, {}, None
        self._ask_next(row, asked)

    def _ask_next(self, row: ItemRow, asked: tuple[Question, ...]) -> None:
        """Ask the first of these questions; what was answered before stands in front of it."""
        question = asked[0]
        self._questions = asked
        value = held(row.own, question.name)
        if value is None and question.kind == "yes_no":
            value = True
        if question.or_no and row.own is not None and row.own.done is False:
            value = False
        shown = "" if value is None else written(value)
        given = [written(each) for each in self._answers.values() if each is not None]
        self._screen.entry_line.ask(
            self._about(row),
            "  ".join((*given, question.words)),
            shown,
            self._hint(row, question),
            rule="" if self._screen.panes.panes[BESIDE].display else row.node.indicator.text,
            switches=question.kind == "yes_no",
        )

    def _about(self, row: ItemRow) -> str:
        """The item; where one is led from unit to unit with the unit."""
        if row.of is None and self._screen.voice.narrow:
            return f"{self._screen.scheme.unit(row.unit).name}  {row.heading}"
        return row.heading

    def _hint(self, row: ItemRow, question: Question) -> str:
        if question.or_no:
            return say("scoring_place.hint.day_or_no")
        kind = self._screen.voice.kind
        full = typed_out_of(row.node, kind)
        if question.kind == "score" and kind == "rating":
            key = "place" if full is None else "rating"
            return say(f"scoring_place.hint.{key}", points=plain(full or ZERO, 4))
        if question.kind == "score" and full is not None and row.node.kind == "normal":
            return say("scoring_place.hint.score", points=plain(full, 4))
        return say(f"scoring_place.hint.{question.kind}")

    def _ask_form(self, row: ItemRow) -> None:
        screen = self._screen
        form = EntryForm(row, screen.voice.kind, screen.scheme, lambda entry: screen.refused(row, entry))

        def given(values: dict[str, str] | None) -> None:
            if values is None:
                return
            self._take(row, form.entry(values), 1)

        screen.app.push_screen(form.dialog(), given)

    def taken(self, words: str, step: int) -> None:
        """What stood in the line when Enter or an arrow ended it."""
        self._step = step
        self._read(words.strip())

    def _read(self, words: str) -> None:
        row = self.row
        if row is None:
            return
        if self._draft is not None:
            self._read_reason(row, words)
            return
        question = self._questions[0]
        value = self._value(row, question, words)
        if words and value is None:
            self._screen.entry_line.complain(wrong_words(question, words))
            return
        self._answer(row, question, value)

    def _answer(self, row: ItemRow, question: Question, value: Typed | None) -> None:
        self._answers[question.name] = value
        if question.or_no:
            undone = value is False
            self._answers.update(
                {question.name: None if undone else value, "done": False if undone else None}
            )
        entry = answered(row.own, self._answers)
        refused = self._screen.refused(row, entry)
        if refused:
            self._screen.entry_line.complain(refused)
        elif len(self._questions) > 1:
            self._ask_next(row, self._questions[1:])
        elif value is not None and needs_reason(row.node, self._screen.voice.kind, entry):
            self._ask_reason(row, entry)
        else:
            self._take(row, entry, self._step)

    def _value(self, row: ItemRow, question: Question, words: str) -> Typed | None:
        if question.or_no and words and yes_no_in(words) is False:
            return False
        value = read(words, question.kind, self._screen.scheme) if words else None
        if question.kind == "score" and isinstance(value, Decimal):
            return as_score(row.node, value, self._screen.voice.kind)
        return value

    def _ask_reason(self, row: ItemRow, entry: Entry) -> None:
        self._draft = entry
        kind = "decision" if self._screen.voice.kind == "meeting" else "deduction"
        asked = say(f"scoring_place.reason_of.{kind}")
        hint = say(f"scoring_place.hint.reason_{kind}")
        self._screen.entry_line.ask(self._about(row), asked, entry.reason, hint)

    def _read_reason(self, row: ItemRow, words: str) -> None:
        assert self._draft is not None
        if not words and self._screen.voice.kind == "meeting":
            self._screen.entry_line.complain(say("process.decision_without_reason"))
            return
        entry = replace(self._draft, reason=words)
        refused = self._screen.refused(row, entry)
        if refused:
            self._screen.entry_line.complain(refused)
            return
        self._take(row, entry, self._step)

    def _take(self, row: ItemRow, entry: Entry, step: int) -> None:
        if entry.is_empty() and step > 0 and self._nothing_found(row):
            # Every count was left empty on the way to the end: nothing happened.
            entry = replace(entry, done=True)
            notify(self._screen, say("scoring_place.confirmed", item=row.named))
        following = self._screen.row_after(row, step, only_wanting=self._holes)
        self._screen.give(row, entry)
        self.go_on(following)

    def _nothing_found(self, row: ItemRow) -> bool:
        """True where an item that counts events, and asks for no number, has none."""
        kind = self._screen.voice.kind
        asked = line_questions(row.node, kind)
        return (
            kind in ("verified", "self")
            and counts_events(row.node)
            and not row.score.events
            and not any(each.required for each in asked)
        )

    def go_on(self, key: str) -> None:
        """Ask the item with this key; where there is none the column is done."""
        row = self._screen.go_to_item(key) if key else None
        if row is None and self._holes and self._screen.voice.narrow:
            # Who has a few items of every unit goes down all of them, not through each by hand.
            row = moving.next_open(self._screen)
        if row is not None and not self._screen.why_not(row):
            self._ask(row)
            return
        self.stop()
        moving.column_done(self._screen)

    def stop(self) -> None:
        """Ask nothing more; what was taken stays."""
        self.forget()
        self._screen.focus_items()

    def forget(self) -> None:
        """Close the line, whatever has the focus."""
        self.row = self._draft = None
        self._screen.entry_line.close()
