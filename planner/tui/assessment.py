"""The open assessment: scheme, sheets, live scores and stage, shared by the places scheme, scoring, results.

A screen shows `board.results` and gives what was typed to `enter`; the scores on the screen are new at once,
the cell is saved in the background. Where somebody else changed the same cell meanwhile, theirs is shown and
the difference waits in `clash` for a person to settle: nothing is overwritten in silence.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias, cast

from assessments.process import Course
from assessments.results import Results, UnitResult
from assessments.scheme import Indicator, Scheme
from assessments.scoring import Board
from assessments.sheet import Entry, Event, Sheet, SheetKind, sheet_id
from planner.office.assessment_records import CellConflict, Refused, SheetPlace
from planner.tui.ports import AssessmentsPort, Opened, Saved
from planner.tui.session import Runner, Session, State


@dataclass(frozen=True, slots=True)
class Voice:
    """In whose name one enters: a scoring body, a unit of itself, an assessor, the meeting.

    `by` "" enters for each indicator in the name of the body that scores it; a self-rating in the unit's.
    """

    kind: SheetKind = "verified"
    by: str = ""
    period: str = ""

    @property
    def narrow(self) -> bool:
        """True for one body and for an assessor: they enter a few items of every unit."""
        return self.kind == "rating" or (self.kind == "verified" and bool(self.by))


@dataclass(frozen=True, slots=True)
class Change:
    """One cell or one event as it was and as it was made. Exactly one of the pairs is used."""

    place: SheetPlace
    unit: str
    indicator: str = ""
    before: Entry | None = None
    after: Entry | None = None
    event_before: Event | None = None
    event_after: Event | None = None

    @property
    def cell(self) -> tuple[SheetPlace, str, str]:
        """Which cell or event is meant."""
        event = self.event_after or self.event_before
        return self.place, self.unit, self.indicator if event is None else f"event {event.id}"

    @property
    def is_event(self) -> bool:
        """True where an event is meant, not a cell."""
        return self.event_before is not None or self.event_after is not None

    def taken_back(self) -> Change:
        """The change that undoes this one."""
        return replace(
            self,
            before=self.after,
            after=self.before,
            event_before=self.event_after,
            event_after=self.event_before,
        )

    def on(self, record: Entry | Event | None) -> Change:
        """The same change made where this stands now."""
        if self.is_event:
            return replace(self, event_before=cast("Event | None", record))
        return replace(self, before=cast("Entry | None", record))

    def giving(self, record: Entry | Event | None) -> Change:
        """The change that leaves this there."""
        if self.is_event:
            return replace(self, event_after=cast("Event | None", record))
        return replace(self, after=cast("Entry | None", record))


@dataclass(frozen=True, slots=True)
class Clash:
    """Somebody changed the same cell: what was wanted, and what stands there now, by whom."""

    change: Change
    conflict: CellConflict[Entry] | CellConflict[Event]


Outcome: TypeAlias = (
    "Saved[Entry] | Saved[Event] | CellConflict[Entry] | CellConflict[Event] | Refused | Exception"
)
Told: TypeAlias = Literal["scores", "scheme", "stage", "saved", "clash", "refused", "failed", "others"]
"""What a listener is told: scores are new, the scheme is, the stage is; a change was saved, clashed, was
refused or failed; another person's changes came in."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything there is of an assessment, read and scored in a worker."""

    scheme: Opened[Scheme]
    board: Board
    course: Course


def load(port: AssessmentsPort, id: str, viewer: str = "") -> Loaded:
    """Read an assessment and score it; KeyError where there is none of this id."""
    opened = port.open_scheme(id)
    board = Board.of(opened.record, port.sheets(id, viewer), port.earlier(id))
    return Loaded(opened, board, port.course(id))


class OpenAssessment:
    """An assessment being worked on. Call it from the screen's thread only; `run` takes jobs to a worker."""

    def __init__(self, port: AssessmentsPort, loaded: Loaded, run: Runner, run_scheme: Runner) -> None:
        self.port = port
        self.voice = Voice()
        self.viewer = ""
        self.board = loaded.board
        self.course = loaded.course
        self.scheme_session: Session[Scheme] = Session(loaded.scheme, port.save_scheme, run_scheme)
        self.clash: Clash | None = None
        self.refused: Refused | None = None
        self.error: Exception | None = None
        self.others: frozenset[str] = frozenset()
        self._held: tuple[Scheme | None, dict[str, Indicator]] = None, {}
        self._run = run
        self._queue: deque[Change] = deque()
        self._busy = False
        self._stale = False
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._listeners: list[Callable[[Told], None]] = []
        self.scheme_session.listen(self._scheme_changed)

    # What is shown

    @property
    def scheme(self) -> Scheme:
        """The scheme as it is now."""
        return self.scheme_session.record

    @property
    def results(self) -> Results:
        """The scores as they are now."""
        return self.board.results

    @property
    def state(self) -> State:
        """Whether what was entered is saved."""
        if self.clash is not None:
            return "conflict"
        if self.error is not None:
            return "failed"
        return "saving" if self._busy or self._queue else "saved"

    def result(self, unit: str) -> UnitResult | None:
        """One unit's result; None where it is not scored here."""
        return next((each for each in self.results.units if each.unit == unit), None)

    def place_of(self, indicator: str, unit: str = "") -> SheetPlace:
        """The sheet into which the present voice writes an indicator of a unit."""
        by = self.voice.by
        if not by and self.voice.kind == "self":
            by = next((each.name for each in self.scheme.units if each.id == unit), "")
        if not by and self.voice.kind == "verified":
            by = next(iter(self.scorers(indicator)), "") or self.scheme.issuer
        return SheetPlace(self.scheme.id, self.voice.kind, by, self.voice.period)

    def scorers(self, indicator: str) -> tuple[str, ...]:
        """Who scores an indicator: itself, else the nearest above says."""
        if self._held[0] is not self.scheme:
            self._held = self.scheme, {each.id: each for each in self.scheme.indicators}
        held = self._held[1]
        while indicator in held:
            if held[indicator].scorers:
                return held[indicator].scorers
            indicator = held[indicator].parent
        return ()

    def sheet(self, place: SheetPlace) -> Sheet:
        """The sheet at a place; an empty one where nothing was entered there."""
        id = sheet_id(place.kind, place.by, place.period)
        for sheet in self.board.sheets:
            if sheet.id == id:
                return sheet
        return Sheet(id, place.scheme, place.kind, place.by, place.period)

    def entry(self, unit: str, indicator: str) -> Entry | None:
        """What the present voice entered; None where nothing."""
        return self.sheet(self.place_of(indicator, unit)).entry(unit, indicator)

    # Entering

    def enter(self, unit: str, indicator: str, entry: Entry | None) -> None:
        """Write a cell in the present voice; None or an empty entry without words clears it."""
        self.enter_over(unit, indicator, entry, self.entry(unit, indicator))

    def enter_over(self, unit: str, indicator: str, entry: Entry | None, shown: Entry | None) -> None:
        """Write a cell that stood there as `shown` when the person began to type.

        Where somebody changed it since, though it may be on the screen already, the person is asked.
        """
        place, entry = self.place_of(indicator, unit), None if entry == Entry() else entry
        if entry != shown:
            self._do(Change(place, unit, indicator, shown, entry))

    def put_event(self, place: SheetPlace, event: Event, before: Event | None = None) -> None:
        """Enter an event, or change the one that was shown as `before`."""
        if event != before:
            self._do(Change(place, event.unit, event_before=before, event_after=event))

    def drop_event(self, place: SheetPlace, event: Event) -> None:
        """Take an event out."""
        self._do(Change(place, event.unit, event_before=event))

    def to_undo(self) -> Change | None:
        """The change that `undo` takes back."""
        return self._done[-1] if self._done else None

    def to_redo(self) -> Change | None:
        """The change that `redo` does again."""
        return self._undone[-1] if self._undone else None

    def undo(self) -> Change | None:
        """Take one's own last change back; where somebody changed that cell since, they are asked first."""
        if not self._done:
            return None
        change = self._done.pop()
        self._undone.append(change)
        self._write(change.taken_back())
        return change

    def redo(self) -> Change | None:
        """Do again what was taken back last."""
        if not self._undone:
            return None
        change = self._undone.pop()
        self._done.append(change)
        self._write(change)
        return change

    def keep_mine(self) -> None:
        """After a clash: write one's own over what now stands there, knowing it."""
        if self.clash is not None:
            mine = self.clash.change.on(self.clash.conflict.theirs)
            self.clash = None
            self._do(mine)

    def keep_theirs(self) -> None:
        """After a clash: leave what now stands there."""
        self.clash = None
        self._next()
        self._tell("scores")

    def save_again(self) -> None:
        """Try once more what could not be saved."""
        if self.error is not None:
            self.error = None
            self._next()

    # News

    def learn(self) -> None:
        """Something of this assessment was changed elsewhere: read it and show it."""
        if self._busy or self._queue:
            # What is being saved would be missing in what is read: look again right after it.
            self._stale = True
            return
        self._stale = False
        id, viewer, port = self.scheme.id, self.viewer, self.port

        def job() -> object:
            try:
                return port.open_scheme(id), port.sheets(id, viewer), port.course(id)
            except Exception as error:
                # The next look comes, and a save would say what is wrong.
                return error

        self._busy = True
        self._run(job, self._learned)

    def _learned(self, news: object) -> None:
        self._busy = False
        if not isinstance(news, Exception):
            opened, sheets, course = cast("tuple[Opened[Scheme], tuple[Sheet, ...], Course]", news)
            self.scheme_session.learn(opened)
            changed = self._take(sheets)
            moved, self.course = course != self.course, course
            for waiting in self._queue:
                # Entered while the others' work was read, and not saved yet.
                self._show(waiting)
            if changed:
                self._tell("others")
            if moved:
                self._tell("stage")
        self._next()

    def see_as(self, viewer: str, voice: Voice) -> None:
        """Go on in another voice; an assessor sees only what an assessor may see."""
        again = viewer != self.viewer
        self.viewer, self.voice = viewer, voice
        if again:
            self.learn()
        self._tell("scores")

    def moved_to(self, course: Course) -> None:
        """The stage is another: decisions and what may be seen may be too."""
        self.course = course
        self._tell("stage")
        self.learn()

    def listen(self, listener: Callable[[Told], None]) -> Callable[[], None]:
        """Have a function called after every change; returns what stops that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    # Inside

    def _do(self, change: Change) -> None:
        self._done.append(change)
        self._undone.clear()
        self._write(change)

    def _write(self, change: Change) -> None:
        self._show(change)
        self._queue.append(change)
        self._next()
        self._tell("scores")

    def _show(self, change: Change) -> None:
        """The change on the screen, before it is saved."""
        sheet = self.sheet(change.place)
        if change.is_event:
            gone = {each.id for each in (change.event_before, change.event_after) if each is not None}
            events = [each for each in sheet.events if each.id not in gone]
            if change.event_after is not None:
                events.append(change.event_after)
            sheet = replace(sheet, events=tuple(events))
        else:
            row = dict(sheet.entries.get(change.unit, {}))
            row.pop(change.indicator, None)
            if change.after is not None:
                row[change.indicator] = change.after
            sheet = replace(sheet, entries={**sheet.entries, change.unit: row})
        self.board = self.board.with_sheet(sheet)

    def _next(self) -> None:
        if self._stale and not self._queue:
            self.learn()
        if self._busy or not self._queue or self.clash is not None or self.error is not None:
            return
        change, port = self._queue[0], self.port

        def job() -> object:
            try:
                return _saved(port, change)
            except Exception as error:
                return error

        self._busy = True
        self._run(job, lambda outcome: self._finish(change, cast("Outcome", outcome)))

    def _finish(self, change: Change, outcome: Outcome) -> None:
        self._busy = False
        if isinstance(outcome, Exception):
            self.error = outcome
            self._tell("failed")
            return
        self._queue.popleft()
        if isinstance(outcome, Refused):
            self._forget(change)
            self._stands(change, change.taken_back())
            self.refused = outcome
            self._tell("refused")
        elif isinstance(outcome, CellConflict):
            self._met(change, outcome)
        elif outcome.merged is not None:
            self.others = frozenset({change.unit})
            self._stands(change, change.giving(outcome.merged))
            self._tell("others")
        else:
            self._tell("saved")
        self._next()

    def _stands(self, tried: Change, now: Change) -> None:
        """Show what stands in a cell after all, unless it was written again meanwhile: then upon that."""
        for number, waiting in enumerate(self._queue):
            if waiting.cell == tried.cell:
                self._queue[number] = waiting.on(now.event_after if now.is_event else now.after)
                return
        self._show(now)

    def _met(self, change: Change, conflict: CellConflict[Entry] | CellConflict[Event]) -> None:
        """Ask about the newest of what one wrote into a cell that somebody else changed."""
        self._forget(change)
        for waiting in [each for each in self._queue if each.cell == change.cell]:
            self._queue.remove(waiting)
            self._forget(waiting)
            change = waiting
        self._show(change.giving(conflict.theirs))
        self.clash = Clash(change, conflict)
        self._tell("clash")

    def _forget(self, change: Change) -> None:
        """What was not saved can be neither undone nor done again."""
        self._done = [each for each in self._done if each not in (change, change.taken_back())]
        self._undone = [each for each in self._undone if each not in (change, change.taken_back())]

    def _take(self, sheets: tuple[Sheet, ...]) -> bool:
        """Put the sheets that changed into the board; True where any did."""
        held = {sheet.id: sheet for sheet in self.board.sheets}
        came = {sheet.id: sheet for sheet in sheets}
        board, touched = self.board, frozenset[str]()
        for id in held.keys() - came.keys():
            board, touched = board.without_sheet(id), touched | _units(held[id], None)
        for id, sheet in came.items():
            if held.get(id) != sheet:
                board, touched = board.with_sheet(sheet), touched | _units(held.get(id), sheet)
        changed, self.board, self.others = board is not self.board, board, touched
        return changed

    def _scheme_changed(self) -> None:
        if self.board.scheme != self.scheme:
            self.board = self.board.with_scheme(self.scheme)
        self._tell("scheme")

    def _tell(self, what: Told) -> None:
        for listener in tuple(self._listeners):
            listener(what)


def _units(before: Sheet | None, after: Sheet | None) -> frozenset[str]:
    """The units of which two states of a sheet say something else."""
    old, new = before.entries if before else {}, after.entries if after else {}
    differing = {unit for unit in (*old, *new) if old.get(unit) != new.get(unit)}
    events = set(before.events if before else ()) ^ set(after.events if after else ())
    return frozenset(differing | {event.unit for event in events})


def _saved(port: AssessmentsPort, change: Change) -> Outcome:
    place = change.place
    if not change.is_event:
        return port.set_entry(place, change.unit, change.indicator, change.after, change.before)
    if change.event_after is not None:
        return port.set_event(place, change.event_after, change.event_before)
    assert change.event_before is not None
    return port.remove_event(place, change.event_before)
