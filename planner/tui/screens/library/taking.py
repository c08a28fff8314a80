"""Taking into the open draft: what it has already is shown, and left out if wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget
from textual.widgets import Static

from planner.drafting.draft import Pick
from planner.drafting.taking import Alike, alike, take_all, tasks_of
from planner.plan import Plan
from planner.text import say
from planner.tui.acts import Use
from planner.tui.dialogs.base import Dialog
from planner.tui.dialogs.choose import Choice
from planner.tui.display import notify, safe
from planner.tui.session import PlanSession
from planner.tui.widgets.rowmodel import Column
from planner.tui.widgets.rows import RowList
from planner.tui.widgets.textpane import Para, TextPane

if TYPE_CHECKING:
    from planner.tui.app import PlannerApp


class AlikeDialog(Dialog[str]):
    """What to do about tasks that the draft has already, each beside the one it is like."""

    ACTIONS: ClassVar[tuple[Use, ...]] = (Use("open", "dialog.take", footer=True),)
    DEFAULT_CSS = "AlikeDialog RowList { margin: 1 0; }"

    def __init__(self, found: Sequence[Alike], total: int) -> None:
        super().__init__(classes="-tall -wide")
        self._found = found
        self._total = total

    def heading(self) -> str:
        return say("library.alike", count=len(self._found), total=self._total)

    def body(self) -> Iterable[Widget]:
        rest = self._total - len(self._found)
        blocked = "" if rest else say("library.skip.none")
        answers = [
            Choice("skip", say("library.skip", count=rest), say("library.skip.note"), blocked=blocked),
            Choice("all", say("library.take_all", count=self._total), say("library.take_all.note")),
            Choice("none", say("library.take_none"), say("library.take_none.note")),
        ]
        rows = RowList[Choice](
            [
                Column("label", "", lambda choice: choice.label, width=34, optional=False),
                Column("note", "", lambda choice: choice.blocked or choice.note),
            ],
            key=lambda choice: choice.id,
            look=lambda choice: "muted" if choice.blocked else "",
            header=False,
        )
        rows.styles.height = len(answers)
        rows.fill(answers)
        if blocked:
            rows.go_to("none")
        pane = TextPane()
        pane.show(self._paragraphs())
        yield rows
        yield Static(safe(say("library.alike.which")), classes="dialog--note")
        yield pane

    def _paragraphs(self) -> Iterable[Para]:
        for pair in self._found:
            yield Para(pair.task.title, "strong")
            yield Para(say("library.alike.held", title=pair.held.title), "muted", 2)

    def do_open(self) -> None:
        self.query_one(RowList).do_open()

    def on_row_list_opened(self, event: RowList.Opened[Choice]) -> None:
        """Enter on an answer."""
        if event.record.blocked:
            self.complain(event.record.blocked)
        else:
            self.dismiss(event.record.id)


def take_into(
    app: PlannerApp, session: PlanSession, picks: Sequence[Pick], *, then: Callable[[], None]
) -> None:
    """Take into the open draft, in one step that can be undone; `then` is called after that."""
    total = sum(len(tasks_of(pick)) for pick in picks)

    def take(without: Sequence[Alike]) -> None:
        skipped = frozenset(pair.key for pair in without)
        plan, new = take_all(session.record, picks, without=skipped, hand=app.office.hand)
        session.change(plan, "library.step_took", count=len(new), title=_from(picks))
        words = say("library.took", count=len(new))
        if without:
            words += say("library.took.skipped", count=len(without))
        if any(_other_time(pick.template, plan) for pick in picks):
            words += say("library.took.other_year")
        notify(app, words, seconds=8)
        then()

    def compared(found: tuple[Alike, ...]) -> None:
        if not found:
            take(())
            return

        def chosen(answer: str | None) -> None:
            if answer in ("skip", "all"):
                take(found if answer == "skip" else ())

        app.push_screen(AlikeDialog(found, total), chosen)

    # Comparing some hundred tasks takes longer than a key may.
    app.work(lambda: alike(session.record, picks), compared, group="take")


def _other_time(template: Plan, plan: Plan) -> bool:
    """True where a template's years or names of bodies are not those of the plan."""
    return template.year != plan.year or bool(template.level and plan.level and template.level != plan.level)


def _from(picks: Sequence[Pick]) -> str:
    """Where the tasks come from: the template's title, with a word where there are several."""
    title = picks[0].template.title
    return title if len(picks) == 1 else say("library.and_others", title=title)
