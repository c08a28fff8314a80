"""Vetoes by events: which events a trigger counts, and whether they are enough."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from assessments.derivation import Step
from assessments.results import UnitResult
from assessments.rules.control_quota import ControlQuota
from assessments.scheme import EventTrigger, Severity
from assessments.sheet import Event
from assessments.standing.ground import Ground, score_in
from assessments.windows import window, years_before

_SEVERITIES: tuple[Severity, ...] = ("", "ordinary", "larger", "major", "extraordinary")
_DEATHS = (3, 10, 30)
_INJURED = (10, 50, 100)
_LOSS = (Decimal(10_000_000), Decimal(50_000_000), Decimal(100_000_000))


def severity_of(event: Event) -> Severity:
    """The class of an accident: the more severe of what was entered and what its figures make it.

    Larger from 3 dead, 10 badly injured or ten million yuan lost; major from 10, 50 or fifty million;
    extraordinary from 30, 100 or a hundred million (生产安全事故报告和调查处理条例, article 3).
    """
    loss = event.loss if event.loss is not None else Decimal(0)
    by_figures = max(
        sum(event.deaths >= bound for bound in _DEATHS),
        sum(event.injured >= bound for bound in _INJURED),
        sum(loss >= bound for bound in _LOSS),
    )
    return _SEVERITIES[max(1 + by_figures, _SEVERITIES.index(event.severity))]


def holds(
    ground: Ground, trigger: EventTrigger, result: UnitResult
) -> tuple[tuple[Step, ...], tuple[str, ...]] | None:
    """The reasons and the events' ids where the trigger holds for a unit; None where it does not."""
    events = tuple(_counted(ground, trigger, ground.events.get(result.unit, ())))
    count = sum(event.count for event in events)
    if count < trigger.count:
        return None
    deaths = sum(event.deaths for event in events)
    injured = sum(event.injured for event in events)
    reasons = [Step("why.veto_events", Decimal(count), (), {"count": count, "least": trigger.count})]
    if trigger.over_quota:
        quota = _quota(ground, trigger.over_quota, result)
        least = trigger.deaths if trigger.deaths is not None else 1
        if quota is None or deaths - quota < least:
            return None
        reasons.append(Step("why.veto_over_quota", Decimal(deaths), (), {"deaths": deaths, "quota": quota}))
    elif trigger.deaths is not None:
        if deaths < trigger.deaths:
            return None
        arguments = {"deaths": deaths, "least": trigger.deaths}
        reasons.append(Step("why.veto_deaths", Decimal(deaths), (), arguments))
    if trigger.injured is not None:
        if injured < trigger.injured:
            return None
        arguments = {"injured": injured, "least": trigger.injured}
        reasons.append(Step("why.veto_injured", Decimal(injured), (), arguments))
    return tuple(reasons), tuple(event.id for event in events)


def _counted(ground: Ground, trigger: EventTrigger, events: Iterable[Event]) -> Iterable[Event]:
    """The events a trigger counts, by id; one matter once, as its gravest."""
    matters: dict[str, Event] = {}
    for event in sorted(events, key=lambda event: event.id):
        if not _concerns(ground, trigger, event):
            continue
        matter = event.matter or f"\0{event.id}"
        held = matters.get(matter)
        if held is None or _gravity(event) > _gravity(held):
            matters[matter] = event
    return sorted(matters.values(), key=lambda event: event.id)


def _gravity(event: Event) -> tuple[int, int, int, int]:
    return _SEVERITIES.index(severity_of(event)), event.deaths, event.injured, event.count


def _concerns(ground: Ground, trigger: EventTrigger, event: Event) -> bool:
    return (
        (not trigger.kinds or event.kind in trigger.kinds)
        and _in_time(ground, trigger.years_back, event.day)
        and not (trigger.no_responsibility and event.responsible is False)
        and (not trigger.concealed or event.concealed)
        and (not trigger.falsified or event.falsified)
        and _SEVERITIES.index(severity_of(event)) >= _SEVERITIES.index(trigger.severity)
        and _high_enough(ground.scheme.settings.levels, trigger.level, event.level)
    )


def _in_time(ground: Ground, years_back: int, day: date | None) -> bool:
    """True in the window of events, widened backwards by whole years; an event without a day counts."""
    if day is None:
        return True
    return day <= window(ground.scheme)[1] and years_before(ground.scheme, day) <= years_back


def _high_enough(levels: tuple[str, ...], least: str, level: str) -> bool:
    if not least or least == level:
        return True
    return least in levels and level in levels and levels.index(level) <= levels.index(least)


def _quota(ground: Ground, indicator: str, result: UnitResult) -> Decimal | None:
    """The control quota of a unit: the figure that was entered for it, else the one of the item's rule."""
    score = score_in(result, indicator)
    for given in score.given if score is not None else ():
        quota = given.entry.figures.get("quota")
        if given.counts and quota is not None:
            return quota
    rule = ground.rule(result.unit, indicator)
    return rule.quota if isinstance(rule, ControlQuota) else None
