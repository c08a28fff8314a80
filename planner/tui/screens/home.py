"""Home: where to start, this year's plans and the others, and what needs attention."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from planner.findings import Severity
from planner.text import say
from planner.tui.acts import Use
from planner.tui.display import notify
from planner.tui.places import is_built
from planner.tui.ports import FileRead, OfficePort, Opened, PlanCard
from planner.tui.screens.base import PlaceScreen
from planner.tui.widgets.chrome import Title
from planner.tui.widgets.rowmodel import Column, Group
from planner.tui.widgets.rows import RowList

if TYPE_CHECKING:
    from planner.findings import Finding
    from planner.office.assessment_records import SchemeCard
    from planner.plan import Plan

STARTS = ("new", "open_file", "demo", "assess")
CHECKED = 3
"""This year's plans that are checked for the list of what needs attention: those changed last."""


@dataclass(frozen=True, slots=True)
class Attention:
    """What one check says of one plan, `count` times; `first` is the first of them."""

    plan: PlanCard
    first: Finding
    count: int


@dataclass(frozen=True, slots=True)
class HomeState:
    """What the screen shows: the plans, what is to be mended in this year's, the assessment to go on with."""

    cards: tuple[PlanCard, ...]
    attention: tuple[Attention, ...]
    assessment: SchemeCard | None = None


def look_around(office: OfficePort) -> HomeState:
    """Read what the screen shows (in a worker)."""
    cards = office.plans()
    current = [card for card in cards if card.year >= office.today().year][:CHECKED]
    attention = [found for card in current for found in _attention(card, office)]
    schemes = office.assessments.schemes()
    last = max(schemes, key=lambda card: (str(card.changed or ""), card.id), default=None)
    return HomeState(cards, tuple(attention), last)


def _attention(card: PlanCard, office: OfficePort) -> list[Attention]:
    findings = [f for f in office.check(office.open_plan(card.id).record) if f.severity is not Severity.NOTE]
    counts = Counter(finding.code for finding in findings)
    firsts = {finding.code: finding for finding in reversed(findings)}
    order = sorted(counts, key=lambda code: (firsts[code].severity is not Severity.ERROR, -counts[code]))
    return [Attention(card, firsts[code], counts[code]) for code in order]


def grouped(cards: Iterable[PlanCard], year: int) -> list[PlanCard | Group]:
    """The plans of this year and later, then those of earlier years, each under its heading."""
    cards = list(cards)
    now = [card for card in cards if card.year >= year]
    past = [card for card in cards if card.year < year]
    items: list[PlanCard | Group] = []
    for heading, held in (("home.now", now), ("home.past", past)):
        if held:
            items.append(Group(say(heading), say("home.count", count=len(held))))
            items.extend(held)
    return items


class HomeScreen(PlaceScreen):
    """The first screen."""

    PLACE = "home"
    ACTIONS = (
        Use("open", "home.open", footer=True),
        Use("new", "home.new_plan", footer=True),
        Use("open_file", footer=True),
        Use("delete", "home.delete", footer=True),
        Use("demo"),
        Use("undo"),
    )
    DEFAULT_CSS = """
    HomeScreen #starts { height: auto; max-height: 5; }
    HomeScreen #attention-part { height: 6; }
    HomeScreen.-broad #attention-part { width: 2fr; height: 1fr; border-left: solid $panel-lighten-2; }
    HomeScreen.-narrow #lower { layout: vertical; }
    HomeScreen #plans-part { height: 1fr; width: 3fr; }
    HomeScreen.-narrow #plans-part, HomeScreen.-narrow #attention-part { width: 1fr; }
    """
    AUTO_FOCUS = "#starts"

    def __init__(self) -> None:
        super().__init__()
        self._removed: list[Plan] = []
        self._made = ""
        self._state: HomeState | None = None

    def crumbs(self) -> tuple[str, ...]:
        session = self.planner.session
        return (self.planner.office.workspace_name(), session.record.title if session is not None else "")

    def body(self) -> Iterable[Widget]:
        yield Title("home.start")
        yield RowList[str](
            [
                Column("what", "", lambda start: say(f"home.{start}"), width=20),
                Column("note", "", self._start_note),
            ],
            key=lambda start: start,
            header=False,
            flow=True,
            id="starts",
        )
        with Horizontal(id="lower"):
            with Vertical(id="plans-part"):
                yield Title("home.plans")
                yield self._plans()
            with Vertical(id="attention-part"):
                yield Title("home.attention")
                yield self._attention()

    def _plans(self) -> RowList[PlanCard]:
        return RowList(
            [
                Column("title", "home.title", lambda card: card.title, least=24, optional=False),
                Column(
                    "year", "home.year", lambda card: str(card.year), width=4, sort=lambda card: card.year
                ),
                Column("field", "home.field", lambda card: card.field, width=12),
                Column(
                    "tasks",
                    "home.tasks",
                    lambda card: str(card.tasks),
                    width=6,
                    align="right",
                    sort=lambda card: card.tasks,
                ),
                Column("changed", "home.changed", _changed, width=11, sort=_changed_exactly),
                Column("by", "home.by", lambda card: card.by, width=10, hidden=True),
            ],
            key=lambda card: card.id,
            empty="home.no_plans",
            flow=True,
            id="plans",
        )

    def _attention(self) -> RowList[Attention]:
        return RowList(
            [
                Column("words", "", _attention_words, least=36, share=2, optional=False),
                Column("plan", "", lambda found: found.plan.title, least=16),
            ],
            key=lambda found: f"{found.plan.id} {found.first.code}",
            look=lambda found: "error" if found.first.severity is Severity.ERROR else "warning",
            header=False,
            flow=True,
            empty="home.no_attention",
            id="attention",
        )

    def _start_note(self, start: str) -> str:
        last = self._state.assessment if self._state is not None else None
        if start != "go_on" or last is None:
            return say(f"home.{start}.note")
        return say("home.go_on.which", title=last.title, stage=say(f"process.stage.{last.stage}"))

    def on_mount(self) -> None:
        """The starts are the same, but for the assessment that one was at."""
        self.query_one("#starts", RowList).fill(list(STARTS))

    def refill(self) -> None:
        """Look around again, away from the screen; meanwhile show what was there."""
        if self._state is not None:
            self._show(self._state)
        self.work(lambda: look_around(self.planner.office), self._show, group="look")

    def _show(self, state: HomeState) -> None:
        first = self._state is None
        self._state = state
        going_on = ["go_on"] if state.assessment is not None else []
        starts = self.query_one("#starts", RowList)
        starts.fill([*STARTS, *going_on])
        plans = self.query_one("#plans", RowList)
        plans.fill(grouped(state.cards, self.planner.office.today().year))
        self.query_one("#attention", RowList).fill(state.attention)
        # Who has moved already goes on where they are.
        came_here = first and bool(state.cards) and starts.current == STARTS[0]
        if self._made and plans.go_to(self._made):
            came_here, self._made = True, ""
        if came_here and starts.has_focus:
            plans.focus()
        self.actions_changed()

    def blocked(self, action: str) -> str:
        if action == "delete" and self._chosen_card() is None:
            return say("home.choose_plan")
        if action == "undo" and not self._removed:
            return self.planner.blocked("undo")
        return super().blocked(action)

    def _chosen_card(self) -> PlanCard | None:
        rows = self.focused
        if isinstance(rows, RowList) and rows.id == "plans":
            record = rows.current
            return record if isinstance(record, PlanCard) else None
        return None

    # Opening

    @on(RowList.Opened, "#starts")
    def _start(self, event: RowList.Opened[str]) -> None:
        if event.record == "go_on":
            self._go_on()
        else:
            self.perform(event.record)

    @on(RowList.Opened, "#plans")
    def _open_card(self, event: RowList.Opened[PlanCard]) -> None:
        self._open(event.record.id, "draft")

    @on(RowList.Opened, "#attention")
    def _open_attention(self, event: RowList.Opened[Attention]) -> None:
        self._open(event.record.plan.id, "check")

    def _open(self, id: str, where: str) -> None:
        session = self.planner.session
        if session is not None and session.record.id == id:
            self.planner.go(where if is_built(where) else "home")
            return
        office = self.planner.office
        self.work(
            lambda: office.open_plan(id),
            lambda opened: self.planner.open_plan(opened, where),
            group="open-plan",
        )

    def _keep(self, plan: Plan) -> None:
        """Put a plan from a file, or the demo county's, into the workspace and open it."""

        def kept(opened: Opened[Plan]) -> None:
            self._made = plan.id
            notify(self, say("home.kept", title=plan.title, count=len(plan.tasks)))
            self.planner.open_plan(opened)

        self.work(lambda: self.planner.office.import_plan(plan), kept, group="open-plan")

    # Starting

    def do_new(self) -> None:
        self._make(())

    def _make(self, sources: tuple[Plan, ...]) -> None:
        """Ask what the new plan shall be; without sources the templates are asked for as well."""
        from planner.drafting.draft import Pick
        from planner.tui.dialogs.new_plan import new_plan

        new_plan(self.planner, tuple(Pick(source) for source in sources), then=self._was_made)

    def _was_made(self, plan: Plan) -> None:
        self._made = plan.id

    def do_demo(self) -> None:
        self.work(self.planner.office.demo_plan, self._keep, group="open-plan")

    def do_assess(self) -> None:
        """To the schemes of the year-end assessment."""
        self.planner.go("scheme")

    def _go_on(self) -> None:
        """Back to the scoring of the assessment that was changed last."""
        last = self._state.assessment if self._state is not None else None
        if last is None:
            return
        held = self.planner.assessment
        if held is not None and held.scheme.id == last.id:
            self.planner.go("scoring")
        else:
            self.planner.open_assessment(last.id)

    def do_open_file(self) -> None:
        from planner.tui.dialogs.files import FileDialog

        dialog = FileDialog(say("home.which_file"), usual_folder(), endings=FILE_ENDINGS)
        self.app.push_screen(dialog, self._read)

    def _read(self, path: Path | None) -> None:
        if path is None:
            return
        from planner.tui.dialogs.reading import read_file, show_reading

        def read(result: FileRead) -> None:
            show_reading(self.planner, path.name, result, keep=self._keep, make=self._make)

        read_file(self.planner, path, read)

    # Removing

    def do_delete(self) -> None:
        from planner.tui.leaving import Held, leave

        card, session = self._chosen_card(), self.planner.session
        if card is not None:
            is_open = session is not None and session.record.id == card.id
            held: tuple[Held, ...] = ("plan",) if is_open else ()
            leave(self.planner, held, "remove", lambda: self._remove(card.id))

    def _remove(self, id: str) -> None:
        office = self.planner.office
        self.work(lambda: office.remove_plan(id), self._was_removed, group="remove-plan")

    def _was_removed(self, plan: Plan) -> None:
        self._removed.append(plan)
        if self.planner.session is not None and self.planner.session.record.id == plan.id:
            self.planner.close_plan()
        notify(self, say("home.removed", title=plan.title), seconds=8)
        self.show_all()

    def do_undo(self) -> None:
        if not self._removed:
            self.planner.do_undo()
            return
        plan = self._removed.pop()

        def back(opened: Opened[Plan]) -> None:
            notify(self, say("home.restored", title=opened.record.title))
            self.show_all()

        self.work(lambda: self.planner.office.add_plan(plan), back, group="open-plan")


FILE_ENDINGS = (".txt", ".toml", ".md", ".docx", ".html", ".htm", ".pdf", ".xlsx")


def usual_folder() -> Path:
    """The folder in which to begin looking for files."""
    documents = Path.home() / "Documents"
    chinese = Path.home() / "文档"
    return next((folder for folder in (Path.cwd(), chinese, documents) if folder.is_dir()), Path.home())


def _year(card: PlanCard) -> str:
    return str(card.year)


def _changed(card: PlanCard) -> str:
    return f"{card.changed:%m-%d %H:%M}" if card.changed is not None else ""


def _changed_exactly(card: PlanCard) -> str:
    return card.changed.isoformat() if card.changed is not None else ""


def _attention_words(found: Attention) -> str:
    from planner.text import describe

    weight = say(f"severity.{found.first.severity}")
    more = say("home.and_more", count=found.count - 1) if found.count > 1 else ""
    words = describe(found.first)
    if more:
        words = words.rstrip("。.")
    return say("home.attention_row", weight=weight, words=words, more=more)
