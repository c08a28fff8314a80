"""The events of a unit in a list: see, add, change, take out; or confirm that nothing happened."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import ClassVar

from textual.widget import Widget

from assessments import process
from assessments.numbers import plain
from assessments.reports.items import event_words
from assessments.sheet import Event
from assessments.tree import Node
from planner.office.assessment_records import SheetPlace
from planner.sharing.papers_words import printed
from planner.text import describe, say
from planner.tui.acts import Use
from planner.tui.assessment import OpenAssessment
from planner.tui.dialogs.base import Dialog
from planner.tui.display import notify
from planner.tui.figures import level_words
from planner.tui.screens.scoring.event_form import EventForm
from planner.tui.widgets.rowmodel import Column, Look
from planner.tui.widgets.rows import RowList

_NOTHING, _NEW, _DONE = "*nothing", "*new", "*done"


@dataclass(frozen=True, slots=True)
class Held:
    """An event and the sheet it stands in. `ours`: the present voice may change it."""

    event: Event
    place: SheetPlace
    ours: bool


@dataclass(frozen=True, slots=True)
class Ledger:
    """The events of a unit, in one item (`node`) or altogether. `place` is where a new one goes."""

    unit: str
    node: Node | None
    place: SheetPlace
    kinds: tuple[str, ...]


def ledger_of(assessment: OpenAssessment, unit: str, node: Node | None) -> Ledger:
    """The ledger of an item; of the whole unit without one."""
    scheme = assessment.scheme
    place = assessment.place_of(node.id if node is not None else "", unit)
    own = node.indicator.rule.kinds() if node is not None and node.indicator.rule is not None else ()
    if own:
        return Ledger(unit, node, place, own)
    counted = [kind for each in scheme.indicators if each.rule is not None for kind in each.rule.kinds()]
    watched = [kind for veto in scheme.vetoes if veto.event is not None for kind in veto.event.kinds]
    return Ledger(unit, node, place, tuple(dict.fromkeys((*watched, *counted))))


def events_in(assessment: OpenAssessment, ledger: Ledger) -> list[Held]:
    """The events by day, those without one first."""
    voice, found = assessment.voice, []
    for sheet in assessment.board.sheets:
        place = SheetPlace(sheet.scheme, sheet.kind, sheet.by, sheet.period)
        ours = sheet.kind == voice.kind and (not voice.by or sheet.by == voice.by)
        found += [
            Held(event, place, ours)
            for event in sheet.events
            if event.unit == ledger.unit and sheet.period == voice.period and _belongs(event, ledger)
        ]
    return sorted(found, key=lambda held: (held.event.day is not None, str(held.event.day), held.event.id))


def _belongs(event: Event, ledger: Ledger) -> bool:
    node = ledger.node
    if node is None or event.indicator == node.id:
        return True
    return (
        not event.indicator and node.indicator.rule is not None and event.kind in node.indicator.rule.kinds()
    )


def said_before(assessment: OpenAssessment, event: Event) -> tuple[Event, str] | None:
    """Another event of the unit that seems to be the same, and by what: matter, document or words.

    None where there is none. Events of every sheet are looked at: two bodies may enter the same.
    """
    others = [
        held
        for sheet in assessment.board.sheets
        if sheet.kind == assessment.voice.kind
        for held in sheet.events
        if held.unit == event.unit and held.id != event.id
    ]
    for held in others:
        if event.matter and held.matter == event.matter:
            return held, "matter"
    for held in others:
        if event.document and held.document == event.document:
            return held, "document"
    for held in others:
        if (held.kind, held.day, held.text) == (event.kind, event.day, event.text) and event.day:
            return held, "words"
    return None


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the dialog: an event, or something to do."""

    key: str
    words: str
    note: str = ""
    held: Held | None = None


class EventsDialog(Dialog[str]):
    """The ledger. Closes with "nothing" where it was confirmed that nothing happened, with "done" where the
    list is finished, with None by Esc. What is entered here is saved at once.

    `confirms` offers to confirm that nothing happened; `onward` says that the next item is asked after it.
    """

    ACTIONS: ClassVar[tuple[Use, ...]] = (
        Use("open", "scoring_place.events.open", footer=True),
        Use("new", "scoring_place.events.new", footer=True),
        Use("edit", "scoring_place.events.edit"),
        Use("delete", "scoring_place.events.delete", footer=True),
    )
    DEFAULT_CSS = """
    EventsDialog > .dialog--box { width: 100; }
    EventsDialog RowList { height: auto; min-height: 3; max-height: 16; }
    """

    def __init__(
        self,
        assessment: OpenAssessment,
        ledger: Ledger,
        title: str,
        *,
        confirms: bool = False,
        onward: bool = False,
    ) -> None:
        super().__init__()
        self._assessment = assessment
        self._ledger = ledger
        self._title = title
        self._confirms = confirms
        self._onward = onward
        self.rows: RowList[_Row] = RowList(
            [
                Column("words", "", lambda row: row.words, share=3, least=24),
                Column("note", "", lambda row: row.note, share=2, least=12),
            ],
            key=lambda row: row.key,
            look=_look,
            header=False,
        )

    def heading(self) -> str:
        return say("scoring_place.events.heading", title=self._title)

    def body(self) -> Iterable[Widget]:
        self._fill()
        yield self.rows

    def _fill(self, at: str = "") -> None:
        events = events_in(self._assessment, self._ledger)
        rows = [_Row(held.event.id, _words(held.event), _note(held), held) for held in events]
        if self._confirms and not events:
            note = say("scoring_place.events.nothing.note") if self._onward else ""
            rows.append(_Row(_NOTHING, say("scoring_place.events.nothing"), note))
        rows.append(_Row(_NEW, say("scoring_place.events.new"), say("scoring_place.events.new.note")))
        if events:
            key = "scoring_place.events.done_onward" if self._onward else "scoring_place.events.done"
            rows.append(_Row(_DONE, say(key)))
        self.rows.fill(rows)
        # Who came to enter an event does not confirm by the first Enter that there was none.
        first = rows[0].key if self._onward else _NEW
        self.rows.go_to(at or (_DONE if events else first))

    def on_row_list_opened(self) -> None:
        """Enter or a double click."""
        self.do_open()

    def do_open(self) -> None:
        row = self.rows.current
        if row is None:
            return
        if row.key == _NOTHING:
            self.dismiss("nothing")
        elif row.key == _DONE:
            self.dismiss("done")
        elif row.key == _NEW:
            self.do_new()
        else:
            self.perform("edit")

    def do_new(self) -> None:
        id = self._assessment.port.new_id()
        blank = Event(id, self._ledger.unit, next(iter(self._ledger.kinds), ""))
        self._ask(blank, lambda event: self._assessment.put_event(self._ledger.place, event))

    def do_edit(self) -> None:
        held = self._held()
        if held is not None:
            self._ask(held.event, lambda event: self._assessment.put_event(held.place, event, held.event))

    def do_delete(self) -> None:
        held = self._held()
        if held is not None:
            self._assessment.drop_event(held.place, held.event)
            notify(self, say("scoring_place.events.deleted", event=_words(held.event)))
            self._fill()

    def _held(self) -> Held | None:
        return self.rows.current.held if self.rows.current is not None else None

    def _ask(self, event: Event, put: Callable[[Event], None]) -> None:
        node = self._ledger.node
        form = EventForm(
            self._assessment.scheme, event, self._ledger.kinds, node.indicator.rule if node else None
        )

        def given(values: dict[str, str] | None) -> None:
            if values is not None:
                entered = self._placed(form.event(values))
                put(entered)
                self._fill()
                self._tell_twice(entered)

        self.app.push_screen(form.dialog(), given)

    def _tell_twice(self, entered: Event) -> None:
        """Say where what was entered seems to stand among the unit's events already."""
        found = said_before(self._assessment, entered)
        if found is not None:
            held, why = found
            words = say(f"scoring_place.events.twice.{why}", event=_words(held))
            notify(self, words, weight="warning", seconds=10)

    def _placed(self, event: Event) -> Event:
        """An event whose kind the item's rule does not count by itself is given to the item."""
        node = self._ledger.node
        if node is None:
            return event
        counted = node.indicator.rule.kinds() if node.indicator.rule is not None else ()
        return replace(event, indicator="" if event.kind in counted else node.id)

    def blocked(self, action: str) -> str:
        locked = process.may_change(self._assessment.course, self._assessment.voice.kind)
        if action in ("new", "edit", "delete") and locked is not None:
            return describe(locked)
        if action in ("edit", "delete"):
            held = self._held()
            if held is None:
                return say("scoring_place.events.choose")
            return "" if held.ours else say("scoring_place.events.not_ours", by=held.place.by)
        return ""


def _words(event: Event) -> str:
    return printed(event_words(event))


def _note(held: Held) -> str:
    event, parts = held.event, []
    if event.level:
        parts.append(level_words(event.level))
    if event.text and event.kind:
        parts.append(event.kind)
    if event.points is not None:
        parts.append(say("scoring_place.events.points", points=plain(event.points)))
    if not held.ours:
        parts.append(say("scoring_place.events.entered_by", by=held.place.by))
    return "  ".join(parts)


def _look(row: _Row) -> Look:
    return "heading" if row.held is None else "" if row.held.ours else "muted"
