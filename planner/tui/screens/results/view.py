"""What the views of the results share: panes over one state of the scores, and how one leaves them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeAlias, TypeVar, cast

from assessments.results import UnitResult
from assessments.scoring import Board
from planner.tui.assessment import OpenAssessment
from planner.tui.screens.results.wording import Wording
from planner.tui.widgets.fields import FilterLine
from planner.tui.widgets.panes import Pane, Panes
from planner.tui.widgets.rows import RowList
from planner.tui.widgets.textpane import TextPane

if TYPE_CHECKING:
    from planner.tui.app import PlannerApp

Result = TypeVar("Result")
ViewId: TypeAlias = Literal["ranking", "spread", "needs", "years", "panel", "what_if"]


class View(Panes):
    """One way of looking at the results. `fill` is called when it is shown and whenever scores changed."""

    VIEW: ClassVar[ViewId]

    def __init__(self, *panes: Pane) -> None:
        super().__init__(*panes, id=f"view-{self.VIEW}")
        self._filled_for: object = None

    @property
    def planner(self) -> PlannerApp:
        """The app, with its own type."""
        return cast("PlannerApp", self.app)

    @property
    def assessment(self) -> OpenAssessment:
        """The open assessment; the place cannot be entered without one."""
        assert self.planner.assessment is not None
        return self.planner.assessment

    @property
    def rows(self) -> RowList[Any]:
        """The view's first list."""
        return self.query(RowList).first()

    def fill(self, board: Board, wording: Wording) -> None:
        """Put these scores into the widgets."""

    def the_list(self) -> RowList[Any]:
        """The list in use, else the first."""
        focused = self.screen.focused
        return focused if isinstance(focused, RowList) and focused in self.query(RowList) else self.rows

    def came(self) -> None:
        """The view is on the screen: into its first list, headings above the first line in sight again."""
        self.enter(0)
        for rows in self.query(RowList):
            if rows.model.index_of(rows.current_key) == rows.model.nearest(0):
                # While it was hidden there was no room, and the list scrolled to its cursor.
                rows.scroll_to(y=0, animate=False)

    def unit_here(self) -> UnitResult | None:
        """The unit under the cursor."""
        return None

    def item_here(self) -> str:
        """The item under the cursor; "" where the unit as a whole is meant."""
        return ""

    def went_in(self) -> bool:
        """Enter on a line that leads on within the view; False where it asks for a derivation."""
        return False

    def point_at(self, unit: str) -> None:
        """Put the cursor on a unit."""
        self.rows.go_to(unit)

    def do_next_part(self) -> None:
        self._go_on(1)

    def do_previous_part(self) -> None:
        self._go_on(-1)

    def _go_on(self, step: int) -> None:
        """To the next list or text, wherever it stands: what is longer than its window can be read."""
        stops = [
            (index, widget)
            for index, pane in enumerate(self.panes)
            for widget in pane.query("*")
            if isinstance(widget, RowList | TextPane)
        ]
        held = [at for at, (_, widget) in enumerate(stops) if widget.has_focus]
        index, widget = stops[(held[0] + step) % len(stops) if held else 0]
        self.enter(index)
        widget.focus()

    def do_find(self) -> None:
        """Open the filter line of the list in use."""
        pane = self.the_list().parent
        lines = pane.query(FilterLine) if pane is not None else self.query(FilterLine)
        line = next(iter(lines), None) or next(iter(self.query(FilterLine)), None)
        if line is not None:
            line.open()

    def on_filter_line_typed(self, event: FilterLine.Typed) -> None:
        """What is typed narrows the list below it."""
        event.stop()
        self.rows.filter(event.words)

    def left(self) -> bool:
        """Esc: out of what is temporary in this view; False where there is nothing of the kind."""
        lines = [line for line in self.query(FilterLine) if line.has_class("-open")]
        for line in lines:
            line.close()
        if lines or self.the_list().clear_marks():
            return True
        if len(self.shown()) == 1 and self.current is not self.panes[0]:
            # Where one pane hides the other, Esc leads back to the list it belongs to.
            self.enter(0)
            return True
        return False

    def work(self, job: Callable[[], Result], then: Callable[[Result], None], *, group: str) -> None:
        """Run a job in a thread; its result goes to `then`, unless the view is gone by then."""

        def still_here(result: Result) -> None:
            if self.is_attached:
                then(result)

        self.planner.work(job, still_here, group=f"results-{group}")
