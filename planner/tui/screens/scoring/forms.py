"""Several values of one item in one form: a line each, the label before it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from typing import ClassVar

from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from assessments.scheme import Scheme
from assessments.sheet import Entry, SheetKind
from planner.text import say
from planner.tui.acts import Use
from planner.tui.dialogs.form import Field, Form
from planner.tui.display import cut, one_line, safe, width
from planner.tui.screens.scoring.asking import (
    Question,
    answered,
    as_score,
    counts_events,
    held,
    questions,
)
from planner.tui.screens.scoring.rows import ItemRow
from planner.tui.screens.scoring.typed import Typed, read, written
from planner.tui.widgets.fields import TextInput
from planner.tui.widgets.pickline import PickLine

LABEL = 16, 32
"""Cells of the labels: at least, and at most whatever they say."""
BY_HAND, REASON = "*score", "*reason"
"""Names of the lines that no rule asks for."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the form: its name, what it is called, what stands in it; `choices` are chosen, not typed.

    What stands in a line goes with the first key, as in a table, but for a `text`: there one writes on.
    """

    name: str
    words: str
    value: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    text: bool = False


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong in words, and in which line; `name` is "" where it is none of them alone."""

    words: str
    name: str = ""


class Lines(VerticalScroll, can_focus=False, inherit_bindings=False):
    """The lines of a form. They scroll with the focus: the arrows are the form's, from line to line."""


class LineForm(Form):
    """A form that takes one line for each field, so that a dozen fit into a small window.

    Its result is by the names of the lines, and so is what `wrong` gets, which says what is wrong, or None.
    That stands under the line that it is about, and one goes on in that line.
    """

    ACTIONS: ClassVar[tuple[Use, ...]] = (Use("open", "dialog.next_or_done", footer=True),)
    DEFAULT_CSS = """
    LineForm Horizontal { height: 1; }
    LineForm .form--label { margin: 0; }
    LineForm .form--wrong { color: $text-error; width: 100%; display: none; padding-left: 2; }
    LineForm .form--wrong.-shown { display: block; }
    LineForm VerticalScroll { height: auto; max-height: 14; scrollbar-size-vertical: 1; }
    LineForm .dialog--note { margin-top: 1; }
    """

    def __init__(
        self,
        heading: str,
        lines: Sequence[Line],
        *,
        wrong: Callable[[Mapping[str, str]], Wrong | None],
        note: str = "",
    ) -> None:
        # Names may be any words of the scheme; the fields are known by their places.
        fields = [Field(str(at), "", line.value, "", line.choices) for at, line in enumerate(lines)]
        super().__init__(heading, fields)
        self._wrong = wrong
        self._lines = lines
        self._note = note

    def body(self) -> Iterable[Widget]:
        labels = [cut(one_line(line.words), LABEL[1]) for line in self._lines]
        cells = max((width(label) for label in labels), default=0)
        with Lines():
            for at, (line, label) in enumerate(zip(self._lines, labels, strict=True)):
                with Horizontal(id=f"line-{at}"):
                    shown = Static(safe(label), classes="form--label")
                    shown.styles.width = max(LABEL[0], cells) + 1
                    yield shown
                    yield self._field(at, line)
            yield Static("", classes="form--wrong")
        if self._note:
            yield Static(safe(self._note), classes="dialog--note")

    def on_mount(self) -> None:
        """Begin at the first line where there is something to type or to choose."""
        first = next((at for at, line in enumerate(self._lines) if len(line.choices) != 1), 0)
        self.query_one(f"#field-{first}").focus()

    def _field(self, at: int, line: Line) -> Widget:
        if not line.choices:
            field = TextInput(line.value, id=f"field-{at}")
            field.select_on_focus = not line.text
            return field
        picked = PickLine(partial(self._ask, at), id=f"field-{at}")
        picked.show(dict(line.choices).get(line.value, ""))
        return picked

    def _ask(self, at: int) -> None:
        self.choose(self._fields[at], self._lines[at].words)

    def do_save(self) -> None:
        values = self.named(self.values())
        wrong = self._wrong(values)
        if wrong is None:
            self.dismiss(values)
            return
        self._show_wrong(wrong)

    def _show_wrong(self, wrong: Wrong) -> None:
        """Put the words under the line that is wrong, and the focus into it."""
        at = next((at for at, line in enumerate(self._lines) if line.name == wrong.name), None)
        below = self.query_one(".form--wrong", Static)
        below.set_class(at is not None, "-shown")
        self.complain("" if at is not None else wrong.words)
        if at is not None:
            below.update(safe(say("dialog.wrong", words=wrong.words)))
            self.query_one(Lines).move_child(below, after=self.query_one(f"#line-{at}"))
            field = self.query_one(f"#field-{at}")
            field.focus()
            if isinstance(field, TextInput) and field.select_on_focus:
                field.action_select_all()
            self.call_after_refresh(below.scroll_visible, animate=False)

    def named(self, values: Mapping[str, str]) -> dict[str, str]:
        """The values by the names of their lines."""
        return {line.name: values[str(at)] for at, line in enumerate(self._lines)}


@dataclass(frozen=True, slots=True)
class EntryForm:
    """The form of one item. `full` adds a score by hand and the written reason to what its rule asks for.

    `refused` says in words why an entry cannot stand in the cell, or "".
    """

    row: ItemRow
    kind: SheetKind
    scheme: Scheme
    refused: Callable[[Entry], str]
    full: bool = False

    @property
    def asked(self) -> tuple[Question, ...]:
        """What the rule asks for."""
        return questions(self.row.node, self.kind)

    def dialog(self) -> LineForm:
        """The form to be shown; its result goes to `entry`."""
        heading = self.row.heading
        note = say("scoring_place.form_note_full" if self.full else "scoring_place.form_note")
        if counts_events(self.row.node):
            note = f"{say('scoring_place.form_note_events')}\n{note}"
        return LineForm(heading, self._lines(), wrong=self._wrong, note=note)

    def entry(self, values: Mapping[str, str]) -> Entry:
        """The entry that the values make; they are known to be right."""
        answers: dict[str, Typed | None] = {}
        for each in self.asked:
            typed = read(values[each.name], each.kind, self.scheme) if values[each.name] else None
            if each.kind == "score" and isinstance(typed, Decimal):
                typed = as_score(self.row.node, typed, self.kind)
            answers[each.name] = typed
        made = answered(self.row.own, answers, by_hand=not self._by_hand)
        if self._by_hand:
            typed = read(values[BY_HAND], "score", self.scheme) if values[BY_HAND] else None
            score = as_score(self.row.node, typed) if isinstance(typed, Decimal) else None
            made = replace(made, score=score)
        return replace(made, reason=values[REASON]) if self.full else made

    @property
    def _by_hand(self) -> bool:
        """True where the form has a line for a score that stands in place of the rule's."""
        return self.full and self.kind != "rating" and all(each.name != "score" for each in self.asked)

    def _lines(self) -> list[Line]:
        own = self.row.own
        lines = [Line(each.name, _label(each), _text(own, each.name)) for each in self.asked]
        if self._by_hand:
            lines.append(Line(BY_HAND, say("scoring_place.score_by_hand"), _text(own, "score")))
        if self.full:
            reason = own.reason if own is not None else ""
            lines.append(Line(REASON, say("scoring_place.reason"), reason, text=True))
        return lines

    def _wrong(self, values: Mapping[str, str]) -> Wrong | None:
        asked = [*self.asked]
        if self._by_hand:
            asked.append(Question(BY_HAND, "score", say("scoring_place.by_hand_name")))
        blank = dict.fromkeys(values, "")
        for each in asked:
            if values[each.name] and read(values[each.name], each.kind, self.scheme) is None:
                return Wrong(wrong_words(each, values[each.name]), each.name)
            refused = self.refused(self.entry({**blank, each.name: values[each.name]}))
            if refused:
                return Wrong(refused, each.name)
        refused = self.refused(self.entry(values))
        return Wrong(refused) if refused else None


def wrong_words(question: Question, typed: str) -> str:
    """What is wrong with what was typed, and what to type instead."""
    return say(f"scoring_place.wrong.{question.kind}", name=question.words, typed=typed)


def _label(question: Question) -> str:
    if question.required:
        return question.words
    if question.kind == "count":
        return say("scoring_place.optional_count", name=question.words)
    return say("scoring_place.optional", name=question.words)


def _text(entry: Entry | None, name: str) -> str:
    value = held(entry, name)
    return "" if value is None else written(value)
