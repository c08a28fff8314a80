"""Renewing a plan for a year and a place: what is to be renewed is found, gone through and carried out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from planner.drafting.rollover import Proposal, apply, propose
from planner.plan import Plan
from planner.text import say
from planner.tui.dialogs.form import Field, Form
from planner.tui.display import notify
from planner.tui.screens.draft.renewing import RenewDialog

if TYPE_CHECKING:
    from planner.tui.screens.draft.screen import DraftScreen


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
    """Ask for year and place and go through the proposals; `ids` are what was marked, nothing for all."""
    plan, today = screen.plan, screen.planner.office.today()
    # Plans are written at the turn of the year, mostly for the year that begins.
    year = likely_year(plan, today.year + (1 if today.month >= 10 else 0))
    fields = [
        Field("year", "home.year_field", str(year)),
        Field("region", "draft.renew.region", plan.region, "draft.renew.region.note"),
    ]

    def check(values: Mapping[str, str]) -> str:
        text = values["year"]
        return "" if text.isdecimal() and 1950 <= int(text) <= 2100 else say("home.bad_year")

    def given(values: dict[str, str]) -> None:
        to_year, region = int(values["year"]), values["region"]
        office, held = screen.planner.office, screen.planner.roster_session
        notify(screen, say("draft.renew.looking"))

        def look() -> tuple[Proposal, ...]:
            roster = held.record if held is not None else office.roster().record
            return within(plan, propose(plan, to_year, plan.level, region, roster=roster), ids)

        screen.work(look, lambda found: _choose(screen, plan, found), group="renew")

    heading = say("draft.renew.some", count=len(ids)) if ids else say("draft.renew.heading")
    screen.ask(Form(heading, fields, check=check), given)


def _choose(screen: DraftScreen, plan: Plan, found: tuple[Proposal, ...]) -> None:
    if not found:
        notify(screen, say("draft.renew.nothing"))
        return

    def chosen(accepted: tuple[Proposal, ...]) -> None:
        changed = apply(screen.plan, accepted)
        screen.change(changed, "draft.did_renew", count=len(accepted))
        left = len(found) - len(accepted)
        notify(screen, say("draft.renew.done", count=len(accepted), left=left))

    screen.ask(RenewDialog(plan, found), chosen)
