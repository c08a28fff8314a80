"""A scheme from a plan: which plan, the proposals shown, and what was taken of them kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assessments.scheme import Scheme
from planner.assessing import Proposal, propose
from planner.departments import Roster
from planner.plan import Plan
from planner.text import say
from planner.tui.dialogs.choose import Choice, Choose
from planner.tui.display import notify
from planner.tui.screens.scheme.proposing import ProposalDialog
from planner.tui.screens.scheme.starting import keep

if TYPE_CHECKING:
    from planner.tui.app import PlannerApp


def from_plan(app: PlannerApp) -> None:
    """Propose a scheme from the open plan; where none is open it is asked for."""
    session = app.session
    if session is not None:
        _show(app, session.record)
        return
    office = app.office

    def choose(cards: list[Choice]) -> None:
        if not cards:
            notify(app, say("scheme_place.no_plans"), weight="warning")
            return

        def chosen(answer: str | None) -> None:
            if answer is not None:
                app.work(
                    lambda: office.open_plan(answer).record, lambda plan: _show(app, plan), group="open-plan"
                )

        app.push_screen(Choose(say("scheme_place.which_plan"), cards), chosen)

    app.work(
        lambda: [Choice(card.id, card.title, str(card.year)) for card in office.plans()],
        choose,
        group="plans",
    )


def _show(app: PlannerApp, plan: Plan) -> None:
    office = app.office
    held = app.roster_session

    def job() -> tuple[Roster, Proposal, bool]:
        roster = held.record if held is not None else office.roster().record
        proposal = propose(plan, roster)
        taken = {card.id for card in office.assessments.schemes()}
        return roster, proposal, proposal.scheme.id in taken

    def proposed(found: tuple[Roster, Proposal, bool]) -> None:
        roster, proposal, taken = found

        def kept(scheme: Scheme | None) -> None:
            if scheme is not None:
                # The scheme of an earlier proposal stays what it has become.
                id = app.office.assessments.new_id() if taken else scheme.id
                keep(app, replace(scheme, id=id))

        app.push_screen(ProposalDialog(plan, roster, proposal), kept)

    app.work(job, proposed, group="propose")
