"""Renewing a plan for a year and a place: what is to be renewed is found, gone through and carried out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, get_args

from planner.drafting.rollover import Proposal, apply, propose
from planner.plan import FIRST_YEAR, LAST_YEAR, Level, Plan
from planner.text import say
from planner.tui.dialogs.choose import Choice, Choose
from planner.tui.dialogs.form import Field, Form
from planner.tui.display import notify
from planner.tui.screens.draft.renewing import Answer, RenewDialog

if TYPE_CHECKING:
    from planner.tui.screens.draft.screen import DraftScreen


LEVELS: tuple[Level, ...] = get_args(Level)


def likely_year(plan: Plan, this_year: int) -> int:
    """The year a plan is most likely renewed for: its own where something in it is of another year."""
    years = {task.source.year for task in plan.tasks if task.source is not None and task.source.year}
    return plan.year if years - {plan.year} else max(plan.year + 1, this_year)


def within(plan: Plan, proposals: Sequence[Proposal], ids: frozenset[str]) -> tuple[Proposal, ...]:
    """The proposals for these sections (with their tasks) and tasks; all where no ids are given."""
    if not ids:
        return tuple(proposals)
    wanted = set(ids)
    for task in plan.tasks:
        if task.id in ids or task.section in ids:
            wanted.add(task.id)
            wanted.update(measure.id for measure in task.measures)
    return tuple(proposal for proposal in proposals if proposal.place.id in wanted)


def renew(screen: DraftScreen, ids: frozenset[str]) -> None:
    """Ask for year, level and place and go through the proposals; `ids` are what was marked, none for all."""
    plan, today = screen.plan, screen.planner.office.today()
    # Plans are written at the turn of the year, mostly for the year that begins.
    year = likely_year(plan, today.year + (1 if today.month >= 10 else 0))
    fields = [
        Field("year", "home.year_field", str(year)),
        Field("level", "draft.field.level", plan.level, choices=_level_choices(plan)),
        Field("region", "draft.renew.region", plan.region, "draft.renew.region.note"),
    ]

    def check(values: Mapping[str, str]) -> str:
        text = values["year"]
        return "" if text.isdecimal() and FIRST_YEAR <= int(text) <= LAST_YEAR else say("home.bad_year")

    def given(values: dict[str, str]) -> None:
        level = next((each for each in LEVELS if each == values["level"]), plan.level)
        _go_through(screen, ids, int(values["year"]), level, values["region"])

    heading = say("draft.renew.some", count=len(ids)) if ids else say("draft.renew.heading")
    screen.ask(Form(heading, fields, check=check), given)


def _level_choices(plan: Plan) -> tuple[tuple[str, str], ...]:
    """The levels; "not said" only where the plan does not say it."""
    levels = [each for each in LEVELS if each or not plan.level]
    return tuple((each, say(f"draft.level.{each}")) for each in levels)


def offer(screen: DraftScreen, heading: str, ids: frozenset[str] = frozenset()) -> None:
    """Ask whether to go through these tasks (or the whole plan) now, for the plan's own year and place."""

    def answered(answer: str) -> None:
        if answer == "now":
            _go_through(screen, ids, screen.plan.year, screen.plan.level, screen.plan.region)

    choices = [
        Choice("now", say("draft.renew.now")),
        Choice("later", say("draft.renew.later"), say("draft.renew.later.note")),
    ]
    screen.ask(Choose(heading, choices, typing=False), answered)


def _go_through(screen: DraftScreen, ids: frozenset[str], year: int, level: Level, region: str) -> None:
    plan, office, held = screen.plan, screen.planner.office, screen.planner.roster_session
    notify(screen, say("draft.renew.looking"), seconds=1.5)

    def look() -> tuple[Proposal, ...]:
        roster = held.record if held is not None else office.roster().record
        return within(plan, propose(plan, year, level, region, roster=roster), ids)

    screen.work(look, lambda found: _choose(screen, plan, found), group="renew")


def _choose(screen: DraftScreen, plan: Plan, found: tuple[Proposal, ...]) -> None:
    if not found:
        notify(screen, say("draft.renew.nothing"))
        return

    def chosen(answer: Answer) -> None:
        accepted = answer.accepted
        if accepted:
            screen.change(apply(screen.plan, accepted), "draft.did_renew", count=len(accepted))
        if accepted or not answer.place:
            left = len(found) - len(accepted)
            key = "draft.renew.done" if left else "draft.renew.done.all"
            notify(screen, say(key, count=len(accepted), left=left))
        if answer.place:
            screen.point_at(answer.place)

    screen.ask(RenewDialog(plan, found), chosen)
