"""A new year's draft in one go: take from templates, renew what is certain, leave the rest to a person."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from planner.departments import Roster
from planner.drafting.pick import start, take
from planner.drafting.rollover import Proposal, apply, propose
from planner.plan import Level, Plan


@dataclass(frozen=True, slots=True)
class Pick:
    """A template and what to take of it: ids of its sections and tasks; None takes all."""

    template: Plan
    ids: Collection[str] | None = None


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft, the renewals that were certain and are done, and those that only a person can settle."""

    plan: Plan
    renewed: tuple[Proposal, ...] = ()
    left: tuple[Proposal, ...] = ()


def draft(
    picks: Sequence[Pick],
    year: int,
    roster: Roster,
    *,
    title: str = "",
    issuer: str = "",
    level: Level = "",
    region: str = "",
    as_is: bool = False,
    hand: str = "",
) -> Drafted:
    """A plan of `year` from templates.

    Title, issuer, level and place are the first template's where none are given: what is borrowed from
    another county's plan does not rename one's own. `as_is` renews nothing. Raises UnknownId where a
    template has no such section or task.
    """
    first = picks[0].template if picks else None
    plan = start(first.title if first else title, year, hand=hand)
    for pick in picks:
        plan, _ = take(plan, pick.template, pick.ids, hand=hand)
    if first is not None:
        plan = replace(
            plan,
            field=first.field or plan.field,
            level=first.level or plan.level,
            region=first.region,
            issuer=first.issuer,
        )
    proposals = () if as_is else propose(plan, year, level, region, roster=roster)
    renewed = tuple(proposal for proposal in proposals if not proposal.person)
    plan = apply(plan, renewed)
    asked = {"title": title, "issuer": issuer, "level": level, "region": region}
    given = {key: value for key, value in asked.items() if value}
    plan = replace(plan, **given)  # type: ignore[arg-type]
    left = (proposal for proposal in proposals if proposal.person)
    settled = {("plan", field) for field in given}
    return Drafted(
        plan, renewed, tuple(each for each in left if (each.place.record, each.place.field) not in settled)
    )
