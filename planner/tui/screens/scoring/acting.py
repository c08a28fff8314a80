"""What can be done with an item besides typing its value: its form, clearing it, evidence, events."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from assessments.scheme import Scheme
from assessments.sheet import Entry, Evidence
from planner.text import say
from planner.tui.dialogs.choose import Choice, Choose
from planner.tui.dialogs.files import FileDialog
from planner.tui.dialogs.form import line_edit
from planner.tui.display import notify
from planner.tui.screens.home import usual_folder
from planner.tui.screens.scoring.asking import answered, counts_events, line_questions
from planner.tui.screens.scoring.beside import evidence_words
from planner.tui.screens.scoring.events import EventsDialog, ledger_of
from planner.tui.screens.scoring.forms import EntryForm
from planner.tui.screens.scoring.rows import ItemRow
from planner.tui.screens.scoring.typed import typed_day

if TYPE_CHECKING:
    from planner.tui.screens.scoring.ground import ScoringGround


def tick(screen: ScoringGround) -> bool:
    """Turn the yes or no under the cursor, from nothing to yes; False where it is none or cannot be."""
    row = screen.items.current
    asked = line_questions(row.node, screen.voice.kind) if row is not None else ()
    if row is None or [each.kind for each in asked] != ["yes_no"]:
        return False
    reason = screen.why_not(row)
    if reason:
        notify(screen, reason)
        return True
    done = row.own is not None and row.own.done is True
    screen.give(row, answered(row.own, {"done": not done}))
    screen.items.do_line_down()
    return True


def edit(screen: ScoringGround) -> None:
    """F2: everything that can be said of the item in one form."""
    row = screen.items.current
    if row is None:
        return
    form = EntryForm(
        row, screen.voice.kind, screen.scheme, lambda entry: screen.refused(row, entry), full=True
    )

    def given(values: dict[str, str] | None) -> None:
        if values is not None:
            screen.give(row, form.entry(values))

    screen.app.push_screen(form.dialog(), given)


def not_applicable(screen: ScoringGround) -> None:
    """Say that the chosen items do not concern the unit, and why; or take that back."""
    rows = [row for row in screen.items.chosen() if not screen.why_not(row)]
    if not rows:
        return
    if all(row.own is not None and row.own.not_applicable for row in rows):
        for row in rows:
            screen.give(row, replace(row.own or Entry(), not_applicable=False, reason=""))
        notify(screen, say("scoring_place.concerned_again", count=len(rows)))
        return

    def given(values: dict[str, str] | None) -> None:
        if values is None:
            return
        for row in rows:
            evidence = row.own.evidence if row.own is not None else ()
            screen.give(row, Entry(not_applicable=True, reason=values["text"], evidence=evidence))
        screen.items.clear_marks()

    item = rows[0].named if len(rows) == 1 else rows[0].title
    heading = say(f"scoring_place.why_not_applicable_{screen.reading.of}", item=item, count=len(rows))
    note = "scoring_place.not_applicable.note"
    reason = rows[0].own.reason if rows[0].own is not None else ""
    form = line_edit(heading, "scoring_place.reason", reason, note=note, check=_a_reason)
    screen.app.push_screen(form, given)


def _a_reason(text: str) -> str:
    return "" if text else say("scoring_place.reason_needed")


def clear(screen: ScoringGround) -> None:
    """Take out what was entered of the chosen items."""
    rows = [row for row in screen.items.chosen() if row.own is not None and not screen.why_not(row)]
    for row in rows:
        screen.give(row, None)
    screen.items.clear_marks()
    key = "scoring_place.cleared" if rows else "scoring_place.nothing_to_clear"
    notify(screen, say(key, count=len(rows)))


# Evidence


def add(screen: ScoringGround) -> None:
    """Ctrl+N: evidence for the item, an event, or a piece of evidence taken out again."""
    row = screen.items.current
    if row is None:
        return
    held = row.own.evidence if row.own is not None else ()
    choices = [
        Choice("evidence", say("key.evidence"), say("key.evidence.help")),
        Choice("event", say("scoring_place.event_here"), say("scoring_place.event_here.note")),
        Choice("events", say("key.events"), say("key.events.help")),
        *(
            Choice(f"out {at}", say("scoring_place.drop_evidence", name=piece.name), evidence_words(piece))
            for at, piece in enumerate(held)
        ),
    ]

    def chosen(answer: str | None) -> None:
        if answer == "evidence":
            add_evidence(screen)
        elif answer == "event":
            show_events(screen, row, None)
        elif answer == "events":
            show_all_events(screen)
        elif answer is not None and row.own is not None:
            at = int(answer.removeprefix("out "))
            screen.give(row, replace(row.own, evidence=(*held[:at], *held[at + 1 :])))

    screen.app.push_screen(
        Choose(say("scoring_place.add_what", item=row.named), choices, typing=False), chosen
    )


def add_evidence(screen: ScoringGround) -> None:
    """Choose a file; its name, size and mark are kept, the file stays where it is.

    After the day for evidence it is asked when it came: it may have come in time and be entered only now.
    """
    row, port = screen.items.current, screen.open.port
    if row is None:
        return

    def looked_at(piece: Evidence) -> None:
        last = screen.scheme.settings.evidence_by
        if last is None or piece.day is None or piece.day <= last:
            enter(piece)
            return

        def given(values: dict[str, str] | None) -> None:
            if values is not None:
                enter(replace(piece, day=typed_day(values["text"], screen.scheme)))

        heading = say("scoring_place.evidence_when", name=piece.name, day=last.isoformat())
        form = line_edit(
            heading,
            "scoring_place.evidence_day",
            piece.day.isoformat(),
            note="scoring_place.evidence_day.note",
            check=lambda text: _a_day(text, screen.scheme),
        )
        screen.app.push_screen(form, given)

    def enter(piece: Evidence) -> None:
        newest = screen.open.entry(row.unit, row.indicator) or Entry()
        if any(held.sha256 == piece.sha256 and held.name == piece.name for held in newest.evidence):
            notify(screen, say("scoring_place.evidence_there", name=piece.name))
            return
        screen.open.enter(row.unit, row.indicator, replace(newest, evidence=(*newest.evidence, piece)))
        notify(screen, say("scoring_place.evidence_added", name=piece.name))

    def chosen(path: Path | None) -> None:
        if path is not None:
            screen.evidence_from = path.parent
            screen.work(lambda: port.look_at(path), looked_at, group="evidence")

    heading = say("scoring_place.which_evidence", item=row.named)
    screen.app.push_screen(FileDialog(heading, screen.evidence_from or usual_folder()), chosen)


def _a_day(text: str, scheme: Scheme) -> str:
    name = say("scoring_place.evidence_day")
    return "" if typed_day(text, scheme) else say("scoring_place.wrong.day", name=name, typed=text)


# Events


def show_events(screen: ScoringGround, row: ItemRow, then: Callable[[str], None] | None) -> None:
    """The events of an item. `then` gets the key of the next item that wants something."""
    following = screen.row_after(row, 1, only_wanting=row.wanting)

    def closed(answer: str | None) -> None:
        if answer == "nothing":
            screen.give(row, replace(row.own or Entry(), done=True, not_applicable=False))
        if then is not None and answer is not None:
            then(following)

    confirms = counts_events(row.node) and not row.score.events
    ledger = ledger_of(screen.open, row.unit, row.node)
    dialog = EventsDialog(screen.open, ledger, row.named, confirms=confirms, onward=then is not None)
    screen.app.push_screen(dialog, closed)


def show_all_events(screen: ScoringGround) -> None:
    """All events of the unit, also those that only a veto counts."""
    unit = screen.chosen_unit
    if unit is not None:
        ledger = ledger_of(screen.open, unit.key, None)
        screen.app.push_screen(EventsDialog(screen.open, ledger, unit.unit.name))
