"""The schemes of the workspace, and the ways to a new one."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from assessments.scheme import Scheme
from planner.office.assessment_records import SchemeCard
from planner.text import say
from planner.tui.acts import Acts, Use
from planner.tui.display import notify
from planner.tui.leaving import Held, leave
from planner.tui.ports import Opened
from planner.tui.screens.base import PlaceScreen
from planner.tui.screens.scheme import starting
from planner.tui.widgets.chrome import Title
from planner.tui.widgets.fields import FilterLine
from planner.tui.widgets.rowmodel import Column
from planner.tui.widgets.rows import RowList

STARTS = ("plan", "ready", "file", "demo")


class SchemeShelf(Acts, Vertical):
    """Where to start, and the list."""

    ACTIONS = (
        Use("open", "scheme_place.open", footer=True),
        Use("new", "scheme_place.new_scheme", footer=True),
        Use("take", "scheme_place.take", footer=True),
        Use("open_file", "scheme_place.open_file"),
        Use("delete", "scheme_place.remove", footer=True),
        Use("export", "scheme_place.export"),
        Use("propose"),
        Use("undo"),
        Use("demo"),
        Use("find"),
    )
    DEFAULT_CSS = """
    SchemeShelf { height: 1fr; }
    SchemeShelf #scheme-starts { height: 4; }
    """

    def __init__(self, place: PlaceScreen, reopen: Callable[[], None]) -> None:
        super().__init__(id="scheme-shelf")
        self.place = place
        self._reopen = reopen
        self._removed: list[str] = []
        self._came = False
        self._starts: RowList[str] = RowList(
            [
                Column("what", "", lambda start: say(f"scheme_place.start.{start}"), width=24),
                Column("note", "", self._note),
            ],
            key=lambda start: start,
            header=False,
            flow=True,
            id="scheme-starts",
        )
        self._cards: RowList[SchemeCard] = RowList(
            [
                Column("title", "scheme_place.field.title", lambda card: card.title, least=30, share=3,
                       optional=False),
                Column("year", "home.year", lambda card: str(card.year), width=4, sort=_year),
                Column("stage", "scheme_place.stage", _stage, width=8),
                Column("units", "scheme_place.unit_count", lambda card: str(card.units), width=6,
                       align="right", sort=lambda card: card.units),
                Column("changed", "home.changed", _changed, width=11, sort=_exactly),
                Column("items", "scheme_place.item_count", lambda card: str(card.indicators), width=6,
                       align="right", sort=lambda card: card.indicators),
                Column("by", "home.by", lambda card: card.by, width=10, hidden=True),
            ],
            key=lambda card: card.id,
            look=lambda card: "good" if card.id == self._open_id() else "",
            empty="scheme_place.no_schemes",
            flow=True,
            id="scheme-cards",
        )  # fmt: skip

    def compose(self) -> ComposeResult:
        """Starts on top, the list below."""
        yield Title("scheme_place.starts")
        yield self._starts
        yield Title("scheme_place.schemes")
        yield FilterLine("scheme_place.filter", id="scheme-card-filter")
        yield self._cards

    def on_mount(self) -> None:
        """The starts are always the same."""
        self._starts.fill(list(STARTS))

    def _note(self, start: str) -> str:
        session = self.place.planner.session
        if start == "plan" and session is not None:
            return session.record.title
        return say(f"scheme_place.start.{start}.note")

    def _open_id(self) -> str:
        assessment = self.place.planner.assessment
        return assessment.scheme.id if assessment is not None else ""

    def refill(self) -> None:
        """Look which schemes there are."""
        port = self.place.planner.office
        self._starts.repaint()
        self.place.work(lambda: port.assessments.schemes(), self._show, group="schemes")

    def _show(self, cards: tuple[SchemeCard, ...]) -> None:
        self._cards.fill(cards)
        if not self._came and cards and self._starts.has_focus:
            self._cards.focus()
        self._came = True
        self.place.actions_changed()

    def take_focus(self) -> None:
        """Begin in the list where it holds anything, at the open scheme; else with the starts."""
        self._cards.go_to(self._open_id())
        (self._cards if self._cards.model.total else self._starts).focus()

    @property
    def _card(self) -> SchemeCard | None:
        return self._cards.current if self._cards.has_focus else None

    def blocked(self, action: str) -> str:
        if action in ("delete", "take", "export") and self._card is None:
            return say("scheme_place.choose_scheme")
        if action == "undo" and not self._removed:
            return say("common.nothing_to_undo")
        return super().blocked(action)

    def do_find(self) -> None:
        self.query_one(FilterLine).open()

    def on_filter_line_typed(self, event: FilterLine.Typed) -> None:
        """The line narrows the list of schemes."""
        event.stop()
        self._cards.filter(event.words)

    # Opening and starting

    def do_open(self) -> None:
        (self._cards if self._cards.has_focus else self._starts).do_open()

    @on(RowList.Opened, "#scheme-cards")
    def _open(self, event: RowList.Opened[SchemeCard]) -> None:
        event.stop()
        if event.record.id == self._open_id():
            self._reopen()
        else:
            self.place.planner.open_assessment(event.record.id, "scheme")

    @on(RowList.Opened, "#scheme-starts")
    def _start(self, event: RowList.Opened[str]) -> None:
        event.stop()
        {
            "plan": self.do_propose,
            "ready": self.do_new,
            "file": self.do_open_file,
            "demo": self.do_demo,
        }[event.record]()

    def do_propose(self) -> None:
        """A scheme from the open plan."""
        from planner.tui.screens.scheme.from_plan import from_plan

        from_plan(self.place.planner)

    def do_new(self) -> None:
        starting.take_ready(self.place.planner)

    def do_take(self) -> None:
        if self._card is not None:
            starting.take(self.place.planner, self._card.id)

    def do_export(self) -> None:
        card = self._card
        if card is not None:
            port, app = self.place.planner.office.assessments, self.place.planner
            self.place.work(
                lambda: port.open_scheme(card.id).record,
                lambda scheme: starting.export(app, scheme),
                group="export-scheme",
            )

    def do_open_file(self) -> None:
        starting.open_file(self.place.planner)

    def do_demo(self) -> None:
        starting.add_demo(self.place.planner)

    # Removing

    def do_delete(self) -> None:
        card = self._card
        if card is not None:
            is_open = card.id == self._open_id()
            held: tuple[Held, ...] = ("assessment",) if is_open else ()
            leave(self.place.planner, held, "remove", lambda: self._remove(card.id))

    def _remove(self, id: str) -> None:
        port = self.place.planner.office.assessments
        self.place.work(lambda: port.remove_scheme(id), self._was_removed, group="remove-scheme")

    def _was_removed(self, scheme: Scheme) -> None:
        self._removed.append(scheme.id)
        if self._open_id() == scheme.id:
            self.place.planner.close_assessment()
        notify(self, say("scheme_place.removed", title=scheme.title), seconds=8)
        self.place.show_all()

    def do_undo(self) -> None:
        id = self._removed.pop()
        port = self.place.planner.office.assessments

        def back(opened: Opened[Scheme]) -> None:
            notify(self, say("home.restored", title=opened.record.title))
            self.place.show_all()

        self.place.work(lambda: port.restore_scheme(id), back, group="remove-scheme")


def _year(card: SchemeCard) -> int:
    return card.year


def _stage(card: SchemeCard) -> str:
    return say(f"scheme_place.stage.{card.stage}")


def _changed(card: SchemeCard) -> str:
    return f"{card.changed:%m-%d %H:%M}" if card.changed is not None else ""


def _exactly(card: SchemeCard) -> str:
    return card.changed.isoformat() if card.changed is not None else ""
