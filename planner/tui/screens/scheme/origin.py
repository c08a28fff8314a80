"""The plan behind a scheme: the task of an indicator, why it was proposed so, what a unit is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from assessments.numbers import plain
from assessments.scheme import Indicator, Scheme
from planner.assessing import Bodies, Reason, bodies_of, measure_of, propose, sheet_of
from planner.assessing.records import Asked, Why
from planner.departments import Roster
from planner.plan import ROLES, Measure, Plan, Task
from planner.text import say
from planner.tui.ports import OfficePort
from planner.tui.screens.scheme.fields import Line


@dataclass(frozen=True, slots=True)
class Origin:
    """A plan, whom its duties name, and the reasons of what is proposed from it."""

    plan: Plan
    bodies: Bodies
    reasons: Mapping[str, Reason] = field(default_factory=dict)

    def lines(self, indicator: Indicator) -> Iterator[Line]:
        """The task and measure of an indicator, and why it was proposed as it is."""
        found = measure_of(self.plan, indicator)
        if found is not None:
            task, measure = found
            yield Line((), "told", say("scheme_place.task"), task.title)
            if measure.text:
                yield Line((), "told", say("scheme_place.measure"), measure.text, "muted")
            yield Line((), "told", say("scheme_place.duty"), duty_words(measure), "muted")
        elif indicator.task:
            yield Line((), "told", say("scheme_place.task"), say("scheme_place.task_gone"), "muted")
        reason = self.reasons.get(indicator.id)
        if reason is not None:
            for why in (reason.rule, reason.points, reason.scorer):
                yield Line((), "told", say("scheme_place.reason"), why_words(why), "muted")

    def asked(self, scheme: Scheme, unit: str) -> tuple[list[Asked], list[Indicator]]:
        """What the plan asks of a unit, and its indicators that come from elsewhere."""
        sheet = sheet_of(self.plan, self.bodies, scheme, unit)
        return list(sheet.asked), list(sheet.others)


def why_words(why: Why) -> str:
    """A reason in words."""
    return say(why.code, **why.arguments)


def duty_words(measure: Measure) -> str:
    """Who has which part in a measure."""
    parts = [
        f"{say(f'role.{role}')} {'、'.join(measure.duty.names(role))}"
        for role in ROLES
        if measure.duty.names(role)
    ]
    return "  ".join(parts)


def find(office: OfficePort, scheme: Scheme, here: Plan | None) -> Origin | None:
    """The plan of a scheme: the workspace's, the open one where it was made from the same template, or the
    template itself; None where the scheme has none (in a worker)."""
    if not scheme.plan:
        return None
    plan = _plan(office, scheme, here)
    if plan is None:
        return None
    roster: Roster = office.roster().record
    proposed = propose(plan, roster).reasons if scheme.plan == plan.id else {}
    return Origin(plan, _as_scheme_names(plan, roster, scheme), proposed)


def _as_scheme_names(plan: Plan, roster: Roster, scheme: Scheme) -> Bodies:
    """The bodies of the plan under the ids of the scheme's units, whose names say which is which.

    A ready scheme has ids of its own, and its list says which townships are meant by all of them.
    """
    bodies = bodies_of(plan, roster, tuple(unit.name for unit in scheme.units))
    ids = {held[0]: unit.id for unit in scheme.units if len(held := bodies.of(unit.name)) == 1}
    return Bodies(
        tuple(replace(unit, id=ids.get(unit.id, unit.id)) for unit in bodies.units),
        {name: tuple(ids.get(id, id) for id in held) for name, held in bodies.holders.items()},
    )


def _plan(office: OfficePort, scheme: Scheme, here: Plan | None) -> Plan | None:
    if any(card.id == scheme.plan for card in office.plans()):
        return office.open_plan(scheme.plan).record
    if here is not None and any(_follows(here, each) for each in scheme.indicators if each.task):
        return here
    return next((each.plan for each in office.templates() if each.plan.id == scheme.plan), None)


def _follows(plan: Plan, indicator: Indicator) -> bool:
    return measure_of(plan, indicator) is not None


@dataclass(frozen=True, slots=True)
class AskedRow:
    """One measure asked of a unit with the indicators that follow; or an indicator from elsewhere."""

    place: int
    task: Task | None
    measure: Measure | None
    roles: tuple[str, ...]
    indicators: tuple[Indicator, ...]

    @property
    def key(self) -> str:
        """Its own among the rows."""
        return self.measure.id if self.measure is not None else f"={self.indicators[0].id}"

    @property
    def title(self) -> str:
        """The measure's title, else the task's; of an indicator from elsewhere its own."""
        if self.measure is None or self.task is None:
            return self.indicators[0].title
        return self.measure.title or self.task.title

    def role_words(self) -> str:
        """The unit's part in it."""
        return "、".join(say(f"role.{role}") for role in self.roles) or say("scheme_place.elsewhere")

    def lines(self) -> Iterator[Line]:
        """The measure in full and what is scored of it."""
        if self.task is not None and self.measure is not None:
            yield Line((), "told", say("scheme_place.task"), self.task.title, "heading")
            yield Line((), "told", say("scheme_place.measure"), self.measure.text)
            yield Line((), "told", say("scheme_place.duty"), duty_words(self.measure), "muted")
        for each in self.indicators:
            rule = say(f"method.{each.rule.method}") if each.rule is not None else say("scheme_place.no_rule")
            points = plain(each.points) if each.points is not None else ""
            words = say("scheme_place.scored_as", title=each.title, rule=rule, points=points)
            yield Line(("asked", each.id), "told", say("scheme_place.scored"), words)
        if not self.indicators:
            yield Line((), "told", say("scheme_place.scored"), say("scheme_place.not_scored"), "warning")


def asked_rows(origin: Origin, scheme: Scheme, unit: str) -> list[AskedRow]:
    """Everything the plan asks of a unit, then its indicators from elsewhere."""
    asked, others = origin.asked(scheme, unit)
    rows = [
        AskedRow(place, each.task, each.measure, each.roles, each.indicators)
        for place, each in enumerate(asked)
    ]
    return [*rows, *(AskedRow(len(rows), None, None, (), (each,)) for each in others)]
