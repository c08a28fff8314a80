"""The program on the screen: places, language, theme, the open plan, undo, and work in the background.

The app decides nothing about plans. It holds the open `Session`s, moves between places, and performs the
actions that are the same everywhere.
"""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual.app import App
from textual.binding import BindingType
from textual.events import Event, Key
from textual.worker import Worker

from planner.text import say
from planner.tui.acts import Acts, Use
from planner.tui.display import notify, one_line
from planner.tui.places import PLACES, Part, is_built, place
from planner.tui.ports import OfficePort, Opened
from planner.tui.screens.base import PlaceScreen
from planner.tui.typed_ahead import TypedAhead
from planner.tui.work import Done, start

if TYPE_CHECKING:
    from planner.departments import Roster
    from planner.plan import Plan
    from planner.tui.assessment import Loaded, OpenAssessment
    from planner.tui.session import PlanSession, Runner, Session
    from planner.tui.shelf import Shelf

Result = TypeVar("Result")
log = logging.getLogger("planner.tui")


class PlannerApp(Acts, App[int], inherit_bindings=False):
    """The app on an office, whose remembered language holds unless one was asked for at the start.

    The office is first asked after the first picture: opening a workspace takes its time. `ready` says
    that it is open; until then a place shows its frame only. `last_words` are for the terminal
    after the program has ended.

    For screens: `session` is the open plan, `roster_session` the departments; `open_plan`, `go`, `work`.
    """

    ACTIONS = (
        Use("help", footer=True),
        Use("commands", footer=True),
        Use("undo"),
        Use("redo"),
        Use("save"),
        Use("copy"),
        Use("assign"),
        Use("check"),
        Use("export"),
        Use("panel"),
        Use("what_if"),
        Use("history"),
        Use("language"),
        Use("theme"),
        Use("next_place"),
        Use("previous_place"),
        *(Use(f"go:{each.id}") for each in PLACES),
        Use("quit"),
    )
    BINDINGS: ClassVar[list[BindingType]]
    # Without it a first, empty screen would be made and painted before home.
    DEFAULT_MODE = "home"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    TITLE = "planner"

    def __init__(self, office: OfficePort, *, language_is_given: bool = False) -> None:
        super().__init__()
        self.office = office
        self.ready = False
        self.last_words = ""
        self._language_is_given = language_is_given
        self.session: PlanSession | None = None
        self.roster_session: Session[Roster] | None = None
        self.assessment: OpenAssessment | None = None
        self.typed_ahead = TypedAhead(self)
        self.wanted = "", ""
        self.to_settle = "", 0
        self.animation_level = "none"
        self._stop_listening: Callable[[], None] | None = None
        for each in PLACES:
            self.add_mode(each.id, lambda each=each: each.load()())  # type: ignore[misc]

    def on_mount(self) -> None:
        """Open the office once the first picture is painted."""
        self.call_after_refresh(self.open_office)

    def open_office(self) -> None:
        """Open the workspace away from the screen, then begin."""
        # Looking through all of memory for garbage stops the screen for a tenth of a second; what edits leave
        # behind is found in the younger part, the rest in idle moments (see Watch).
        gc.set_threshold(10_000, 10, 1_000_000)
        gc.enable()
        # While a job computes, the screen gets its turn after a millisecond, not after five.
        sys.setswitchinterval(0.001)
        self.work(self._remembered, self._begin, group="open", failed=self._cannot_begin)

    def _remembered(self) -> tuple[str, str]:
        # The first question opens the workspace.
        return self.office.setting("theme"), self.office.setting("language")

    def _begin(self, remembered: tuple[str, str]) -> None:
        from planner.tui.news import Watch
        from planner.tui.settings import recall

        theme, chosen = remembered
        recall(self, theme, chosen, language_is_given=self._language_is_given)
        self.ready = True
        if self.place_screen is not None:
            self.place_screen.show_all()
        Watch(self).begin()

    def _cannot_begin(self, error: Exception) -> None:
        from planner.tui.rescue import cannot_open

        cannot_open(self, error)

    def end(self, words: str) -> None:
        """Leave because it cannot go on; the words are for the terminal."""
        self.last_words = words
        self.exit(1, 1)

    # Places

    async def on_event(self, event: Event) -> None:
        """Keys wait for the place that they were typed for."""
        if not (isinstance(event, Key) and self.typed_ahead.keeps(event)):
            await super().on_event(event)

    def go(self, where: str) -> None:
        """Go to a place, unless it needs a plan and none is open (which is said)."""
        self.perform(f"go:{where}")

    def show(self, where: str, id: str) -> None:
        """Go to a place and put its cursor on a record: the place's `point_at` gets the id."""
        self.wanted = where, id
        here = self.current_mode == where
        self.go(where)
        if here and self.place_screen is not None:
            self.place_screen.look_for_wanted()

    def do_assign(self) -> None:
        screen = self.place_screen
        self.show("assign", screen.record_here() if screen is not None else "")

    def do_check(self) -> None:
        self.go("check")

    def do_panel(self) -> None:
        self.show("results", "panel")

    def do_what_if(self) -> None:
        self.show("results", "what_if")

    def do_history(self) -> None:
        """What was changed in the open assessment."""
        from planner.tui.dialogs.history import show_history

        if self.assessment is not None:
            show_history(self, self.assessment)

    def do_export(self) -> None:
        from planner.tui.exporting import export
        from planner.tui.screens.home import usual_folder

        if self.session is not None:
            export(self, self.session.record, usual_folder())

    def do_go(self, where: str) -> None:
        if where == self.current_mode and self.place_screen is not None:
            self.place_screen.show_all()
        else:
            self.switch_mode(where)

    def do_next_place(self) -> None:
        self._neighbour(1)

    def do_previous_place(self) -> None:
        self._neighbour(-1)

    def _neighbour(self, step: int) -> None:
        open_places = [each.id for each in PLACES if not self.blocked(f"go:{each.id}")]
        here = open_places.index(self.current_mode) if self.current_mode in open_places else 0
        self.switch_mode(open_places[(here + step) % len(open_places)])

    # The open plan

    def open_plan(self, opened: Opened[Plan], where: str = "draft") -> None:
        """Make a plan the open one and go to a place where it is shown (home where that is not built yet)."""
        from planner.tui.leaving import leave

        leave(self, ("plan",), "open", lambda: self._hold_plan(opened, where))

    def _hold_plan(self, opened: Opened[Plan], where: str) -> None:
        from planner.tui.session import Session, combined_plans

        if self._stop_listening is not None:
            self._stop_listening()
        saving = self.runner("save-plan")
        self.session = Session(opened, self.office.save_plan, saving, combined_plans)
        self._stop_listening = self.session.listen(self._session_changed)
        self.go(where if is_built(where) else "home")

    def close_plan(self) -> None:
        """No plan is open any more, such as after it was removed."""
        if self._stop_listening is not None:
            self._stop_listening()
        self.session = self._stop_listening = None

    def open_roster(self, opened: Opened[Roster]) -> Session[Roster]:
        """Make these the departments that everybody works with."""
        from planner.tui.session import Session

        self.roster_session = Session(opened, self.office.save_roster, self.runner("save-roster"))
        self.roster_session.listen(self._session_changed)
        return self.roster_session

    def open_assessment(self, id: str, where: str = "scoring") -> None:
        """Read an assessment, make it the open one and go to a place where it is shown."""
        from planner.tui.leaving import leave

        leave(self, ("assessment",), "open", lambda: self._read_assessment(id, where))

    def _read_assessment(self, id: str, where: str) -> None:
        from planner.tui.assessment import load

        def opened(loaded: Loaded) -> None:
            from planner.tui.assessment_talk import opened_in

            self.assessment = opened_in(self, loaded)
            self.go(where if is_built(where) else "home")

        self.work(lambda: load(self.office.assessments, id), opened, group="open-assessment", leads_on=True)

    def close_assessment(self) -> None:
        """No assessment is open any more, such as after it was removed."""
        self.assessment = None

    def _session_changed(self) -> None:
        screen = self.place_screen
        if screen is None:
            return
        screen.show_all()
        session = screen.session
        if session is not None and (session.state == "failed" or session.conflict is not None):
            from planner.tui.saving import tell_of

            tell_of(self, session)

    # Work in the background

    def work(
        self,
        job: Callable[[], Result],
        then: Callable[[Result], None],
        *,
        group: str,
        failed: Callable[[Exception], None] | None = None,
        leads_on: bool = False,
    ) -> Worker[None]:
        """Run a job in a thread; its result goes to `then` on the screen's thread (see planner.tui.work).

        `leads_on`: it ends in a dialog or another place, for which keys typed meanwhile are meant.
        """
        if leads_on:
            self.typed_ahead.expect(group)
        return start(self, job, then, group=group, failed=failed)

    def runner(self, group: str) -> Runner:
        """The same as a plain function of job and then, for a session."""

        def run(job: Callable[[], object], then: Callable[[object], None]) -> None:
            self.work(job, then, group=group)

        return run

    def on_done(self, event: Done[Any]) -> None:
        """A job's result came back, unless a newer job of its group was started meanwhile."""
        if self.is_running and not event.worker.is_cancelled:
            self.typed_ahead.expect_no_more(event.worker.group)
            event.act()
            self.typed_ahead.settled()

    # Actions that are the same everywhere

    @cached_property
    def shelf(self) -> Shelf:
        """The templates, which home does without."""
        from planner.tui.shelf import Shelf

        return Shelf(self)

    @property
    def place_screen(self) -> PlaceScreen | None:
        """The place under any dialogs; None before the first is shown."""
        return next((each for each in reversed(self.screen_stack) if isinstance(each, PlaceScreen)), None)

    @property
    def _undoable(self) -> Session[Any] | None:
        screen = self.place_screen
        return screen.session if screen is not None else None

    def blocked(self, action: str) -> str:
        """Why one of the app's own actions cannot run now."""
        session = self._undoable
        if action == "undo" and (session is None or session.to_undo() is None):
            return say("common.nothing_to_undo")
        if action == "redo" and (session is None or session.to_redo() is None):
            return say("common.nothing_to_redo")
        if action in ("assign", "check"):
            return self.blocked(f"go:{action}")
        if action in ("panel", "what_if"):
            return self.blocked("go:results")
        if action == "history":
            return self._lacking("assessment")
        if action == "export" and self.session is None:
            return say("common.no_plan_open")
        if action.startswith("go:") and not is_built(action[3:]):
            return say("palette.not_here")
        if action.startswith("go:"):
            return self._lacking(place(action[3:]).needs)
        return ""

    def _lacking(self, needed: Part) -> str:
        """What must be opened before a place can show it; empty where it is."""
        if needed == "plan" and self.session is None:
            return say("common.no_plan_open")
        return say("common.no_assessment_open") if needed == "assessment" and self.assessment is None else ""

    def do_undo(self) -> None:
        session = self._undoable
        step = session.undo() if session is not None else None
        if step is not None:
            notify(self, say("common.undone", what=_step_words(step.name, step.arguments)))

    def do_redo(self) -> None:
        session = self._undoable
        step = session.to_redo() if session is not None else None
        if session is not None and step is not None:
            session.redo()
            notify(self, say("common.redone", what=_step_words(step.name, step.arguments)))

    def do_save(self) -> None:
        session = self._undoable
        if session is not None:
            session.save_again()
        notify(self, say("common.saved_already" if session is None else f"common.save.{session.state}"))

    def do_copy(self) -> None:
        from planner.tui.clipboard import copy_from

        copy_from(self.screen)

    def do_language(self) -> None:
        from planner.tui.settings import change_language

        change_language(self)

    def do_theme(self) -> None:
        from planner.tui.settings import change_theme

        change_theme(self)

    def do_help(self) -> None:
        from planner.tui.acts import offers
        from planner.tui.dialogs.help import HelpDialog

        screen = self.place_screen
        self.push_screen(HelpDialog(screen.PLACE if screen is not None else "", offers(self)))

    def do_commands(self) -> None:
        from planner.tui.dialogs.palette import open_palette

        open_palette(self)

    def do_quit(self) -> None:
        """Leave when everything is saved; what would be lost is asked about first."""
        from planner.tui.leaving import EVERYTHING, leave

        leave(self, EVERYTHING, "quit", lambda: self.exit(0))

    # Errors

    def export_screenshot(self, *, title: str | None = None, simplify: bool = False) -> str:
        """The screen as a picture (SVG) that needs no network to be shown."""
        from planner.tui.picture import without_fetched_fonts

        return without_fetched_fonts(super().export_screenshot(title=title, simplify=simplify))

    def _handle_exception(self, error: Exception) -> None:
        """One line on the terminal, the rest in the log: a traceback with values would show the documents."""
        log.error("The program ended by an error", exc_info=error)
        self.last_words = say("common.crashed")
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()


def _step_words(name: str, arguments: Mapping[str, str | int]) -> str:
    return one_line(say(name, **arguments))
