"""Taking into the open draft: what it has already is shown, and left out if wanted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from planner.drafting.draft import Pick
from planner.drafting.taking import Alike, alike, take_all, tasks_of
from planner.plan import Plan
from planner.text import say
from planner.tui.dialogs.alike import alike_dialog, left_out
from planner.tui.display import notify
from planner.tui.session import PlanSession

if TYPE_CHECKING:
    from planner.tui.app import PlannerApp


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
            if answer is not None:
                take(left_out(answer, found))

        app.push_screen(alike_dialog(session.record, found, total), chosen)

    # Comparing some hundred tasks takes longer than a key may.
    app.work(lambda: alike(session.record, picks), compared, group="take")


def _other_time(template: Plan, plan: Plan) -> bool:
    """True where a template's years or names of bodies are not those of the plan."""
    return template.year != plan.year or bool(template.level and plan.level and template.level != plan.level)


def _from(picks: Sequence[Pick]) -> str:
    """Where the tasks come from: the template's title, with a word where there are several."""
    title = picks[0].template.title
    return title if len(picks) == 1 else say("library.and_others", title=title)
