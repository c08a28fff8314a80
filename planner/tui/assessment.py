"""The open assessment: scheme, sheets, live scores and stage, shared by the places scheme, scoring, results.

A screen shows `board.results` and gives what was typed to `enter`; the scores on the screen are new at once,
the cell is saved away from the screen, and `state` is "saved" only when everything is in the workspace. Where
somebody else changed the same cell meanwhile, theirs is shown and the difference waits in `clashes` for a
person to settle: nothing is overwritten in silence, and what else is typed is saved meanwhile.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal, TypeAlias, cast

from assessments import process
from assessments.process import Course
from assessments.results import Results, UnitResult
from assessments.scheme import Indicator, Scheme
from assessments.scoring import Board
from assessments.sheet import Entry, Event, Sheet, SheetKind, sheet_id
from planner.office.assessment_records import CellConflict, Refused, SheetPlace
from planner.tui.changes import Change, Clash, Outcome, Steps, save
from planner.tui.others import as_now
from planner.tui.ports import AssessmentsPort, Opened
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
    """An assessment being worked on. Call it from the screen's thread only.

    Three runners take jobs to workers: `saving` for cells and events, `looking` for what others changed,
    `run_scheme` for the scheme. A runner may be done at once.
    """

    def __init__(
        self, port: AssessmentsPort, loaded: Loaded, saving: Runner, looking: Runner, run_scheme: Runner
    ) -> None:
        self.port = port
        self.voice = Voice()
        self.viewer = ""
        self.board = loaded.board
        self.course = loaded.course
        self.scheme_session: Session[Scheme] = Session(loaded.scheme, port.save_scheme, run_scheme)
        self.clashes: tuple[Clash, ...] = ()
        self.refused: Refused | None = None
        self.error: Exception | None = None
        self.others: frozenset[str] = frozenset()
        self._held: tuple[Scheme | None, dict[str, Indicator]] = None, {}
        self._run_save, self._run_look = saving, looking
        self._queue: deque[Change] = deque()
        self._saving = self._draining = False
        self._saves = 0
        self._looking = self._stale = self._own_look = False
        self._steps = Steps()
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
        if self.error is not None:
            return "failed"
        if self.clashes:
            return "conflict"
        return "saving" if self._queue else "saved"

    @property
    def unsaved(self) -> tuple[Change, ...]:
        """What was entered and is not in the workspace yet, be it under way."""
        return tuple(self._queue)

    @property
    def clash(self) -> Clash | None:
        """What a person is to settle first; None where nothing is."""
        return self.clashes[0] if self.clashes else None

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
            self._enter(Change(place, unit, indicator, shown, entry))

    def put_event(self, place: SheetPlace, event: Event, before: Event | None = None) -> None:
        """Enter an event, or change the one that was shown as `before`."""
        if event != before:
            self._enter(Change(place, event.unit, event_before=before, event_after=event))

    def drop_event(self, place: SheetPlace, event: Event) -> None:
        """Take an event out."""
        self._enter(Change(place, event.unit, event_before=event))

    def to_undo(self) -> Change | None:
        """The change that `undo` takes back."""
        return self._steps.to_undo

    def to_redo(self) -> Change | None:
        """The change that `redo` does again."""
        return self._steps.to_redo

    def undo(self) -> Change | None:
        """Take one's own last change back; where somebody changed that cell since, they are asked first."""
        change = self._steps.undo()
        if change is not None:
            self._write(change.taken_back())
        return change

    def redo(self) -> Change | None:
        """Do again what was taken back last."""
        change = self._steps.redo()
        if change is not None:
            self._write(change)
        return change

    def keep_mine(self) -> None:
        """Settle the first clash: write one's own over what now stands there, knowing it."""
        if self.clash is not None:
            mine = self.clash.change.on(self.clash.conflict.theirs)
            self.clashes = self.clashes[1:]
            self._do(mine)

    def keep_theirs(self) -> None:
        """Settle the first clash: leave what now stands there."""
        self.clashes = self.clashes[1:]
        self._tell("scores")

    def save_again(self) -> None:
        """Try once more what could not be saved, and ask again what waits to be settled."""
        if self.error is not None:
            self.error = None
            self._next()
        if self.clashes:
            self._tell("clash")

    # News

    def learn(self, *, own: bool = False) -> None:
        """Something of this assessment was changed elsewhere, or by oneself (`own`): read it and show it.

        What one did oneself is not told as another person's doing.
        """
        self._own_look = self._own_look or own
        if self._looking:
            self._stale = True
            return
        self._looking, self._stale = True, False
        id, viewer, port = self.scheme.id, self.viewer, self.port

        def job() -> object:
            try:
                return port.open_scheme(id), port.sheets(id, viewer), port.course(id)
            except Exception as error:
                # The next look comes, and a save would say what is wrong.
                return error

        self._run_look(job, partial(self._learned, self._saves))

    def _learned(self, saves: int, news: object) -> None:
        self._looking = False
        # What was saved while it was read may be missing in it: look again.
        overtaken = saves != self._saves
        if not overtaken and not isinstance(news, Exception):
            self._take_in(*cast("tuple[Opened[Scheme], tuple[Sheet, ...], Course]", news))
        if overtaken or self._stale:
            self.learn()
        else:
            self._own_look = False

    def _take_in(self, opened: Opened[Scheme], sheets: tuple[Sheet, ...], course: Course) -> None:
        self.scheme_session.learn(opened)
        changed = self._take(sheets)
        moved, self.course = course != self.course, course
        for waiting in self._queue:
            # Entered, and not saved yet.
            self._show(waiting)
        if changed:
            self._tell("scores" if self._own_look else "others")
        if moved:
            self._tell("stage")

    def see_as(self, viewer: str, voice: Voice) -> None:
        """Go on in another voice; an assessor sees only what an assessor may see."""
        before, self.viewer, self.voice = self.viewer, viewer, voice
        if before != viewer:
            if before and process.hidden(self.scheme, self.course):
                # What one assessor did is not for the next to take back, nor to read there.
                self._steps = Steps()
            self._take(process.visible(self.scheme, self.course, self.board.sheets, viewer))
            self.others = frozenset()
            self.learn(own=True)
        self._tell("scores")

    def moved_to(self, course: Course) -> None:
        """The stage is another: decisions and what may be seen may be too."""
        self.course = course
        self._tell("stage")
        self.learn(own=True)

    def listen(self, listener: Callable[[Told], None]) -> Callable[[], None]:
        """Have a function called after every change; returns what stops that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    # Inside

    def _enter(self, change: Change) -> None:
        # Whoever writes a cell anew has seen what stands there: the older difference is settled by that.
        self.clashes = tuple(each for each in self.clashes if each.change.cell != change.cell)
        self._do(change)

    def _do(self, change: Change) -> None:
        self._steps.did(change)
        self._write(change)

    def _write(self, change: Change) -> None:
        self._show(change)
        self._queue.append(change)
        self._next()
        self._tell("scores")

    def _show(self, change: Change) -> None:
        """The change on the screen, before it is saved."""
        self.board = self.board.with_sheet(change.made_in(self.sheet(change.place)))

    def _next(self) -> None:
        """Save what waits, one after the other; where a save takes no time, all in this loop."""
        if self._draining:
            return
        self._draining = True
        try:
            while self._queue and not self._saving and self.error is None:
                self._start(self._queue[0])
        finally:
            self._draining = False

    def _start(self, change: Change) -> None:
        port = self.port

        def job() -> object:
            try:
                return save(port, change)
            except Exception as error:
                return error

        self._saving = True
        self._run_save(job, lambda outcome: self._finish(change, cast("Outcome", outcome)))

    def _finish(self, change: Change, outcome: Outcome) -> None:
        self._saving = False
        self._saves += 1
        if isinstance(outcome, Exception):
            self.error = outcome
            self._tell("failed")
            return
        self._queue.popleft()
        if isinstance(outcome, Refused):
            self._steps.forget(change)
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
        self._steps.forget(change)
        for waiting in [each for each in self._queue if each.cell == change.cell]:
            self._queue.remove(waiting)
            self._steps.forget(waiting)
            change = waiting
        self._show(change.giving(conflict.theirs))
        self.clashes = (*self.clashes, Clash(change, conflict))
        self._tell("clash")

    def _take(self, sheets: tuple[Sheet, ...]) -> bool:
        """Put the sheets that changed into the board; True where any did."""
        before = self.board
        self.board, self.others = as_now(before, sheets)
        return self.board is not before

    def _scheme_changed(self) -> None:
        if self.board.scheme != self.scheme:
            self.board = self.board.with_scheme(self.scheme)
        self._tell("scheme")

    def _tell(self, what: Told) -> None:
        for listener in tuple(self._listeners):
            listener(what)
