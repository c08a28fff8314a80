"""A new plan: from which templates, for which year, office, place and level; what that renews is shown first.

    new_plan(app)                        # asks for the templates
    new_plan(app, (Pick(template.plan),))

The plan is kept and opened; what only a person can settle is said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from planner.drafting.draft import Drafted, Pick
from planner.drafting.proposals import Proposal, groups
from planner.drafting.taking import tasks_of
from planner.plan import FIRST_YEAR, LAST_YEAR, Level, Plan
from planner.text import say
from planner.tui import work
from planner.tui.acts import Use
from planner.tui.dialogs.base import Dialog
from planner.tui.dialogs.choose import Choice, Choose
from planner.tui.dialogs.choose_templates import ask_for_templates
from planner.tui.display import clean, notify, one_line, safe
from planner.tui.ports import Opened
from planner.tui.widgets.fields import TextInput
from planner.tui.widgets.pickline import PickLine
from planner.tui.widgets.textpane import Para, TextPane

if TYPE_CHECKING:
    from planner.tui.app import PlannerApp

LEVELS: tuple[Level, ...] = ("province", "city", "county", "township")
PAUSE = 0.3
"""Seconds after the last key before what would be renewed is looked for again."""


class NewPlanDialog(Dialog[Drafted]):
    """The form. Enter goes to the next field and, on the last, makes the plan; Ctrl+S makes it at once.

    Title and office follow year, place and level until somebody writes them.
    """

    ACTIONS: ClassVar[tuple[Use, ...]] = (
        Use("open", "dialog.next_field", footer=True),
        Use("save", "new_plan.make", footer=True),
        Use("line_up"),
        Use("line_down"),
    )
    DEFAULT_CSS = """
    NewPlanDialog .new--line { height: 1; }
    NewPlanDialog .new--label { width: 12; }
    NewPlanDialog TextPane { margin-top: 1; border-top: solid $panel-lighten-2; }
    """
    AUTO_FOCUS = "#field-year"

    def __init__(self, picks: Sequence[Pick], *, note: str = "") -> None:
        super().__init__(classes="-tall -wide")
        self._picks = tuple(picks)
        self._note = note
        self._level: Level = ""
        self._auto = {"title": "", "issuer": ""}
        self._timer: Timer | None = None
        self._making = False

    @property
    def planner(self) -> PlannerApp:
        """The app, with its own type."""
        from planner.tui.app import PlannerApp

        assert isinstance(self.app, PlannerApp)
        return self.app

    def heading(self) -> str:
        return say("new_plan.heading")

    def body(self) -> Iterable[Widget]:
        if self._note:
            yield Static(safe(self._note), classes="dialog--note")
        yield _Line("new_plan.templates", PickLine(self._choose_templates, id="templates"))
        yield _Line("new_plan.level", PickLine(self._choose_level, id="level"))
        for field in ("year", "region", "title", "issuer"):
            hint = say(f"new_plan.{field}.hint")
            yield _Line(f"new_plan.{field}", TextInput(placeholder=hint, id=f"field-{field}"))
        yield TextPane(id="renewals")

    def on_mount(self) -> None:
        """Fill in what is usual: the year that is planned for, the office's own place and level."""
        office = self.planner.office
        today = office.today()
        # Plans are written at the turn of the year, mostly for the year that begins.
        self._field("year").value = str(today.year + (1 if today.month >= 9 else 0))
        self._show_choices()

        def remembered(values: tuple[str, str]) -> None:
            level, region = values
            known = next((each for each in LEVELS if each == level), None)
            self._level = known or "county"
            first = self._picks[0].template if self._picks else None
            same = first is not None and first.level in ("", self._level)
            self._field("region").value = region or (first.region if first is not None and same else "")
            self._show_choices()
            self._look()

        self._start(lambda: (office.setting("new_plan.level"), office.setting("new_plan.region")), remembered)

    # What is shown

    def _field(self, name: str) -> TextInput:
        return self.query_one(f"#field-{name}", TextInput)

    def _typed(self, name: str) -> str:
        return clean(self._field(name).value).strip()

    def _show_choices(self) -> None:
        count = sum(len(tasks_of(pick)) for pick in self._picks)
        title = self._picks[0].template.title if self._picks else say("new_plan.blank")
        if len(self._picks) > 1:
            title = say("new_plan.several", title=title, count=len(self._picks))
        words = say("new_plan.from", title=title, count=count) if self._picks else title
        self.query_one("#templates", PickLine).show(words)
        self.query_one("#level", PickLine).show(say(f"library.level.{self._level or 'county'}"))

    def on_input_changed(self, event: TextInput.Changed) -> None:
        """Year and place decide what is renewed."""
        self.complain("")
        if event.input.id in ("field-year", "field-region"):
            if self._timer is not None:
                self._timer.stop()
            self._timer = self.set_timer(PAUSE, self._look)

    def _look(self) -> None:
        """Find out, away from the screen, what a plan made now would hold."""
        year = _year(self._typed("year"))
        # While the plan is being made, a newer look would take its place in the worker.
        if year is None or self._making:
            return
        picks, level, region = self._picks, self._level, self._typed("region")
        office = self.planner.office
        self._start(lambda: office.draft(picks, year, level=level, region=region), self._show_drafted)

    def _show_drafted(self, drafted: Drafted) -> None:
        plan = drafted.plan
        title = plan.title or say("new_plan.blank_title", year=plan.year)
        for name, value in (("title", title), ("issuer", plan.issuer)):
            field = self._field(name)
            if field.value == self._auto[name]:
                field.value = clean(value)
                self._auto[name] = field.value
        shown = renewals(drafted)
        if self._picks and not self._typed("region"):
            shown.insert(1, Para(say("new_plan.no_region"), "warning"))
        self.query_one("#renewals", TextPane).show(shown)

    def _start(self, job: Callable[[], work.Result], then: Callable[[work.Result], None]) -> None:
        def still_open(result: work.Result) -> None:
            if self.is_attached and self.query(TextPane):
                then(result)

        work.start(self.app, job, still_open, group="new-plan", failed=self._failed)

    def _failed(self, error: Exception) -> None:
        self._making = False
        if self.is_attached:
            self.complain(work.problem_words(error))

    # Choosing

    def _choose_templates(self) -> None:
        def chosen(picks: tuple[Pick, ...] | None) -> None:
            if picks is not None:
                self._picks = picks
                self._show_choices()
                self._look()
                self._field("year").focus()

        ask_for_templates(self.planner, chosen)

    def _choose_level(self) -> None:
        def chosen(answer: str | None) -> None:
            level = next((each for each in LEVELS if each == answer), None)
            if level is not None:
                self._level = level
                self._show_choices()
                self._look()

        choices = [Choice(level, say(f"library.level.{level}")) for level in LEVELS]
        dialog = Choose(
            say("new_plan.which_level"),
            choices,
            typing=False,
            at=self._level,
            note=say("new_plan.level.note"),
        )
        self.app.push_screen(dialog, chosen)

    # Keys

    def on_input_submitted(self) -> None:
        """Enter while typing."""
        self.do_open()

    def do_open(self) -> None:
        if self.focused is self._field("issuer"):
            self.do_save()
        else:
            self.focus_next()

    def do_line_up(self) -> None:
        self.focus_previous()

    def do_line_down(self) -> None:
        self.focus_next()

    def do_save(self) -> None:
        year = _year(self._typed("year"))
        if year is None:
            self.complain(say("new_plan.bad_year"))
            self._field("year").focus()
            return
        if self._making:
            return
        self._making = True
        picks, level, region = self._picks, self._level, self._typed("region")
        # What nobody wrote follows the year typed last, which may not have been looked at yet.
        title = "" if picks and self._typed("title") == self._auto["title"] else self._typed("title")
        issuer = "" if self._typed("issuer") == self._auto["issuer"] else self._typed("issuer")
        blank = say("new_plan.blank_title", year=year)
        if not picks and (not title or title == self._auto["title"]):
            title = blank
        office = self.planner.office

        def job() -> Drafted:
            office.set_setting("new_plan.level", level)
            office.set_setting("new_plan.region", region)
            return office.draft(picks, year, title=title, issuer=issuer, level=level, region=region)

        def made(drafted: Drafted) -> None:
            self.dismiss(drafted)

        self._start(job, made)


class _Line(Horizontal):
    """A label and what it is about, on one line."""

    def __init__(self, label: str, widget: Widget) -> None:
        super().__init__(classes="new--line")
        self._label = label
        self._widget = widget

    def compose(self) -> ComposeResult:
        """Label, then field."""
        yield Static(safe(say(self._label)), classes="new--label")
        yield self._widget


def _year(text: str) -> int | None:
    # Full-width digits are digits too: that is what an input method may send.
    return int(text) if text.isdecimal() and FIRST_YEAR <= int(text) <= LAST_YEAR else None


def renewals(drafted: Drafted) -> list[Para]:
    """What making this plan renews by itself, and what a person settles afterwards."""
    shown = [Para(say("new_plan.tasks", count=len(drafted.plan.tasks)), "strong")]
    if drafted.renewed:
        shown.append(Para(say("new_plan.renewed", count=len(drafted.renewed)), "good"))
        shown += _changes(drafted.renewed, "new_plan.change_row")
    if drafted.left:
        shown.append(Para(say("new_plan.left", count=len(drafted.left)), "warning"))
        shown += _changes(drafted.left, "new_plan.left_row")
    if not drafted.renewed and not drafted.left:
        shown.append(Para(say("new_plan.nothing_renewed"), "muted"))
    return shown


def _changes(proposals: Sequence[Proposal], key: str) -> list[Para]:
    found = []
    for group in groups(proposals):
        first = group[0]
        times = say("new_plan.times", count=len(group)) if len(group) > 1 else ""
        reason = say(first.reason, **first.arguments)
        level = first.place.field == "level"
        old, new = (
            say(f"library.level.{each}") if level else one_line(each) for each in (first.old, first.new)
        )
        words = {"old": old, "new": new or say("new_plan.emptied")}
        found.append(Para(say(key, reason=reason, times=times, **words), indent=2))
    return found


def new_plan(
    app: PlannerApp,
    picks: tuple[Pick, ...] = (),
    *,
    note: str = "",
    then: Callable[[Plan], object] = lambda plan: None,
) -> None:
    """Ask what the new plan shall be, make it, keep it and open it; `then` gets it.

    Without picks the templates are asked for first.
    """

    def made(drafted: Drafted | None) -> None:
        if drafted is not None:
            app.work(
                lambda: app.office.add_plan(drafted.plan),
                lambda opened: _opened(app, opened, drafted, then),
                group="open-plan",
            )

    def chosen(found: tuple[Pick, ...] | None) -> None:
        if found is not None:
            app.push_screen(NewPlanDialog(found, note=note), made)

    if picks:
        chosen(picks)
    else:
        ask_for_templates(app, chosen)


def _opened(app: PlannerApp, opened: Opened[Plan], drafted: Drafted, then: Callable[[Plan], object]) -> None:
    plan = opened.record
    words = say("new_plan.made", title=plan.title, count=len(plan.tasks))
    if drafted.renewed:
        words += say("new_plan.made.renewed", count=len(drafted.renewed))
    notify(app, words, seconds=8)
    then(plan)
    app.to_settle = plan.id, len(drafted.left)
    app.open_plan(opened)
