"""What was changed in an assessment, newest first, in words: who, when, where, from what to what, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from textual.widget import Widget
from textual.widgets import Static

from assessments.process import Course
from assessments.scheme import Scheme
from planner.office.assessment_records import JournalLine
from planner.text import pairs, say
from planner.tui.acts import Use
from planner.tui.dialogs.base import Dialog
from planner.tui.display import safe
from planner.tui.widgets.fields import FilterLine
from planner.tui.widgets.rowmodel import Column
from planner.tui.widgets.rows import RowList

MOST = 500
"""Lines that are read; older ones are kept, but are not on the screen."""


_TWICE = frozenset({"stage", "step.day", "step.by", "appeal.day", "appeal.id"})
"""Fields that say again what the step into a stage, its day and who took it say."""


@dataclass(frozen=True, slots=True)
class Told:
    """A line of the journal as it is shown."""

    key: str
    when: str
    who: str
    words: str


def told(lines: Iterable[JournalLine], scheme: Scheme, course: Course, viewer: str = "") -> tuple[Told, ...]:
    """The lines in words. Ratings that are not revealed stay hidden to all but the assessor (`viewer`)."""
    names = _Names(
        {each.id: each.name for each in scheme.units},
        {each.id: each.title for each in scheme.indicators},
        {each.id: each.name for each in scheme.assessors},
    )
    hidden = scheme.settings.panel_hidden and not course.revealed
    found = []
    for at, line in enumerate(lines):
        if (not line.field and line.old is None and line.new is None) or line.field in _TWICE:
            continue
        mine = line.place is not None and line.place.by == viewer
        secret = hidden and line.place is not None and line.place.kind == "rating" and not mine
        when = line.at.astimezone().strftime("%m-%d %H:%M")
        found.append(Told(str(at), when, line.by, _words(line, names, secret=secret)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Names:
    units: Mapping[str, str]
    items: Mapping[str, str]
    assessors: Mapping[str, str]


def _words(line: JournalLine, names: _Names, *, secret: bool) -> str:
    place = line.place
    whose = names.assessors.get(place.by, place.by) if place is not None else ""
    where = names.units.get(line.unit, line.unit), names.items.get(line.indicator, line.indicator)
    if line.field in ("appeal.unit", "appeal.indicator"):
        known = {**names.units, **names.items}
        line = replace(line, new=known.get(line.new or "", line.new))
    parts = [" > ".join(part for part in where if part), _field(line)]
    if secret:
        parts.append(say("history.hidden"))
    elif line.old is None:
        parts.append(say("history.set", new=_value(line, line.new)))
    elif line.new is None:
        parts.append(say("history.gone", old=_value(line, line.old)))
    else:
        parts.append(say("history.changed", old=_value(line, line.old), new=_value(line, line.new)))
    if whose:
        # Last: it is the unit and the item that are looked for, and the end of a long line is cut.
        parts.append(say("history.in_name_of", who=whose))
    return "  ".join(part for part in parts if part)


def _field(line: JournalLine) -> str:
    """What the field is called; a figure by the scheme's own word for it."""
    name = line.field.removeprefix("decision.entry.").removeprefix("decision.").removeprefix("figures.")
    if line.event and not name.startswith("appeal"):
        name = f"event.{name}"
        key = f"scoring_place.{name}"
        words = say(key) if key in pairs() else name.removeprefix("event.")
        return say("history.event", field=words)
    for key in (f"history.field.{name}", f"history.field.{name.partition('.')[0]}", f"input.{name}"):
        if key in pairs():
            return say(key)
    return name


def _value(line: JournalLine, value: str | None) -> str:
    words = value or ""
    if line.field.endswith("stage") and f"process.stage.{words}" in pairs():
        return say(f"process.stage.{words}")
    if words in ("true", "false"):
        return say("scoring_place.yes" if words == "true" else "scoring_place.no")
    return words


class HistoryDialog(Dialog[None]):
    """The journal; what is typed narrows it."""

    ACTIONS: ClassVar[tuple[Use, ...]] = (
        Use("line_down"),
        Use("copy", footer=True),
        Use("back", "dialog.close", footer=True),
    )

    def __init__(self, lines: tuple[Told, ...]) -> None:
        super().__init__(classes="-tall -wide")
        self._lines = lines
        self.filter = FilterLine("history.filter", id="history-filter")
        self.rows: RowList[Told] = RowList(
            [
                Column("when", "history.when", lambda line: line.when, width=11),
                Column("who", "history.who", lambda line: line.who, width=8),
                Column("words", "history.what", lambda line: line.words, least=30, optional=False),
            ],
            key=lambda line: line.key,
            empty="history.nothing",
            id="history",
        )
        self.rows.model.matches = _fits

    def heading(self) -> str:
        return say("history.heading")

    def body(self) -> Iterable[Widget]:
        yield self.filter
        self.rows.fill(self._lines)
        yield self.rows
        # A line may be longer than the row.
        yield Static("", classes="dialog--note", id="history-whole")

    def on_mount(self) -> None:
        """The line over the list is open from the start."""
        self.filter.add_class("-open")
        self.rows.focus()

    def on_filter_line_typed(self, event: FilterLine.Typed) -> None:
        """Narrow the list."""
        event.prevent_default()
        self.rows.filter(event.words)

    def on_row_list_moved(self) -> None:
        """The chosen line in full, under the list."""
        line = self.rows.current
        self.query_one("#history-whole", Static).update(safe(line.words if line is not None else ""))

    def do_line_down(self) -> None:
        self.rows.do_line_down()


def _fits(line: Told, words: str) -> bool:
    text = f"{line.when} {line.who} {line.words}".casefold()
    return all(word in text for word in words.casefold().split())
