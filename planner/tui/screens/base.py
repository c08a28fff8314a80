"""The ground of every place: tab row, crumb line, the place's own body, footer.

class YearScreen(PlaceScreen):
    PLACE = "year"                                    # its line in planner/tui/places.py
    ACTIONS: ClassVar[tuple[Use, ...]] = (Use("open", "year.open", footer=True),)

    def body(self) -> Iterable[Widget]:
        yield RowList(...)

    def refill(self) -> None:                         # shown, language changed, record changed
        self.query_one(RowList).fill(...)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import Screen
from textual.widget import Widget

from planner.text import say
from planner.tui.acts import Acts, Use
from planner.tui.display import notify, one_line
from planner.tui.places import place
from planner.tui.widgets.chrome import Bar, Crumb, Footer, TabRow
from planner.tui.widgets.fields import FilterLine
from planner.tui.widgets.rows import RowList
from planner.tui.work import nothing

if TYPE_CHECKING:
    from planner.tui.app import PlannerApp
    from planner.tui.assessment import Told
    from planner.tui.session import Session, State


Result = TypeVar("Result")


class PlaceScreen(Acts, Screen[None], inherit_bindings=False):
    """A place. Subclasses give `PLACE`, `ACTIONS`, `body()` and `refill()`; the rest is shared.

    `session` is what undo, redo and the saved sign are about: the open plan unless a place says otherwise.
    """

    PLACE: ClassVar[str] = ""
    NARROW: ClassVar[int] = 100
    """Below this width the screen has the class `-narrow`, from it on `-broad`, for its style sheet."""

    ACTIONS: ClassVar[tuple[Use, ...]] = (
        Use("next_part"),
        Use("previous_part"),
        Use("back"),
        Use("find_next"),
    )
    DEFAULT_CSS = """
    PlaceScreen { layout: vertical; }
    PlaceScreen > .place--body { height: 1fr; }
    """
    AUTO_FOCUS = "RowList"

    def __init__(self) -> None:
        super().__init__()
        self._recalled = False
        self._expected: set[str] = set()
        self.settled = False
        """True once what is typed finds the rows it is meant for."""

    @property
    def planner(self) -> PlannerApp:
        """The app, with its own type."""
        from planner.tui.app import PlannerApp

        assert isinstance(self.app, PlannerApp)
        return self.app

    @property
    def session(self) -> Session[Any] | None:
        """The record that undo and redo work on here; None where nothing is open."""
        return self.planner.session

    @property
    def saved_state(self) -> State | None:
        """Whether everything is saved; None where nothing is open."""
        return self.session.state if self.session is not None else None

    def body(self) -> Iterable[Widget]:
        """The place's own widgets."""
        return ()

    def refill(self) -> None:
        """Put the present state into the widgets: the place is shown, or anything changed."""

    def crumbs(self) -> tuple[str, ...]:
        """Where one is, within the place: the plan's title, the section."""
        return ()

    def work(self, job: Callable[[], Result], then: Callable[[Result], None], *, group: str) -> None:
        """Run a job in a thread; its result goes to `then`, unless the place is gone by then."""
        if not self.settled:
            self._expected.add(group)

        def still_here(result: Result) -> None:
            if self.is_attached and self.query(Crumb):
                then(result)
                self._expected.discard(group)
                self._look_settled()

        self.planner.work(job, still_here, group=f"{self.PLACE}-{group}")

    def compose(self) -> ComposeResult:
        """The frame around the body."""
        self._set_breadth(self.app.size.width)
        yield TabRow()
        yield Crumb()
        with Vertical(classes="place--body"):
            yield from self.body()
        yield Footer()

    def on_screen_resume(self) -> None:
        """Shown, first or again: what happened elsewhere is put in."""
        self.show_all()
        self.look_for_wanted()
        # The list gets the focus when this message has been dealt with.
        self.call_later(self._look_settled)

    def _look_settled(self) -> None:
        """Once its first jobs are done and the list with the focus has its rows, the place has come."""
        here = self.focused
        filled = here.filled if isinstance(here, RowList) else here is not None
        self.settled = self.settled or (self._recalled and not self._expected and filled)
        if self.settled:
            self.planner.typed_ahead.settled()

    def look_for_wanted(self) -> None:
        """Another place led here: point at the record it named (see `PlannerApp.show`)."""
        where, id = self.planner.wanted
        # A dialog that closes wakes the place under it, which may not be the one that is led to.
        if where == self.PLACE:
            self.planner.wanted = "", ""
            if id:
                self.point_at(id)

    def assessment_told(self, what: Told) -> None:
        """Something is different in the open assessment."""
        if place(self.PLACE).part == "assessment":
            self.show_all()

    def minds(self, units: frozenset[str]) -> bool:
        """True where somebody who looks at the place must be told that others changed these units' scores."""
        return False

    def record_here(self) -> str:
        """The id of the record under the cursor, for another place to point at; empty without one."""
        return ""

    def point_at(self, id: str) -> None:
        """Put the cursor on the record with this id."""

    def on_resize(self) -> None:
        """Another width may have room for a second pane."""
        self._set_breadth(self.size.width)

    def _set_breadth(self, cells: int) -> None:
        narrow = cells < self.NARROW
        self.set_class(narrow, "-narrow")
        self.set_class(not narrow, "-broad")

    def show_all(self) -> None:
        """Everything anew: crumb, body, footer, in the language in force."""
        if not self.is_mounted:
            return
        if self.planner.ready:
            if not self._recalled:
                self._recalled = True
                self._recall_arrangements()
            self.show_state()
            self.refill()
        for bar in self.query(Bar):
            bar.refresh()

    def show_state(self) -> None:
        """The crumb anew: where one is, and whether everything is saved."""
        here = (say(f"place.{self.PLACE}"), *map(one_line, self.crumbs()))
        self.query_one(Crumb).show(here, self.saved_state)

    def retranslate(self) -> None:
        """The language changed."""
        for line in self.query(FilterLine):
            line.retranslate()
        for rows in self.query(RowList):
            rows.repaint()
        self.show_all()

    def actions_changed(self) -> None:
        """Something can run now that could not, or the reverse: paint the footer anew."""
        self.query_one(Footer).refresh()

    def the_list(self) -> RowList[Any] | None:
        """The list that Enter, marks and copying are about: the focused one, else the first."""
        if isinstance(self.focused, RowList):
            return self.focused
        return next(iter(self.query(RowList)), None)

    def on_row_list_moved(self) -> None:
        """Another record under the cursor may allow other actions."""
        self.actions_changed()
        self._look_settled()

    def on_row_list_marked(self) -> None:
        """So may marks."""
        self.actions_changed()

    def on_row_list_arranged(self, event: RowList.Arranged) -> None:
        """Order and columns are the user's choice: remembered."""
        name, value = self._arrangement_name(event.rows), event.rows.arrangement
        office = self.planner.office
        self.work(lambda: office.set_setting(name, value), nothing, group=f"arrange-{event.rows.id}")

    def _arrangement_name(self, rows: RowList[Any]) -> str:
        return f"columns.{self.PLACE}.{rows.id}"

    def _recall_arrangements(self) -> None:
        lists = {self._arrangement_name(rows): rows for rows in self.query(RowList) if rows.id}
        office = self.planner.office

        def recalled(values: dict[str, str]) -> None:
            for name, value in values.items():
                if value:
                    lists[name].arrangement = value

        self.work(lambda: {name: office.setting(name) for name in lists}, recalled, group="recall")

    def on_filter_line_typed(self, event: FilterLine.Typed) -> None:
        """A filter line narrows the place's list, unless the place does something better."""
        rows = next(iter(self.query(RowList)), None)
        if rows is not None:
            rows.filter(event.words)

    def do_back(self) -> None:
        """Esc: out of the filter, then off with the marks, then out of the place."""
        if any(line.close() for line in self.query(FilterLine) if line.has_class("-open")):
            return
        rows = self.the_list()
        if rows is not None and rows.clear_marks():
            return
        self.leave()

    def leave(self) -> None:
        """Esc where nothing is left to close: to where this half of the year begins, which says so itself."""
        beginning = "scheme" if place(self.PLACE).part == "assessment" else "home"
        if beginning != self.PLACE:
            self.planner.go(beginning)
        elif beginning != "home":
            notify(self, say("common.outermost"))

    def do_find(self) -> None:
        line = next(iter(self.query(FilterLine)), None)
        if line is not None:
            line.open()

    def blocked(self, action: str) -> str:
        """F3 needs a place where something can be looked for."""
        return say("palette.not_here") if action == "find_next" and not self.query(FilterLine) else ""

    def do_find_next(self) -> None:
        """F3: the next row that fits, after the last the first again; without words they are asked for."""
        rows = self._sought()
        if rows is None:
            self.perform("find")
            return
        before = rows.current_key
        if rows.has_focus:
            rows.do_line_down()
        rows.focus()
        if rows.has_focus and rows.current_key == before:
            rows.do_first()

    def _sought(self) -> RowList[Any] | None:
        """The list whose filter line holds words; where there are several, the one in use."""
        owners = [line.parent for line in self.query(FilterLine) if line.value.strip()]
        found = [rows for owner in owners if isinstance(owner, Widget) for rows in owner.query(RowList)]
        in_use = (rows for rows in found if self.focused in (rows, *rows.siblings))
        return next(in_use, next(iter(found), None))

    def do_open(self) -> None:
        rows = self.the_list()
        if rows is not None:
            rows.do_open()

    def do_next_part(self) -> None:
        self.focus_next()

    def do_previous_part(self) -> None:
        self.focus_previous()
