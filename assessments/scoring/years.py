"""A unit's year: its sheet, or its rounds put together, on the way to the total before vetoes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from assessments import windows
from assessments.derivation import Step
from assessments.facts import Row
from assessments.numbers import ZERO
from assessments.results import PeriodScore, Score, UnitResult
from assessments.scheme import Period, Unit
from assessments.scoring import periods, totals
from assessments.scoring.closing import Scored
from assessments.scoring.engine import Engine
from assessments.scoring.matters import events_at
from assessments.sheet import Entry
from assessments.tree import ROOT
from assessments.windows import WHOLE_YEAR
from planner.findings import Finding, Severity, Where

NOTHING = Scored(Score("", ZERO, ZERO))


def draft(engine: Engine, unit: Unit) -> UnitResult:
    """A unit's year before vetoes, the class's limits and rounding, rank and grade.

    One that is handed over to another body, or was not there in the year, is listed with nothing.
    """
    if not windows.assessed(engine.scheme, unit):
        return UnitResult(unit.id, unit.unit_class, NOTHING.score, ZERO, ZERO)
    engine.nowhere[unit.id] = _nowhere(engine, unit)
    year = _evaluated(engine, unit.id, WHOLE_YEAR)
    if not engine.scheme.periods:
        taken = _taken_over(engine.facts.row(WHOLE_YEAR, unit.id))
        if taken:
            return _concluded(engine, unit, year.score, taken, replace(year, missing=0))
        return _concluded(engine, unit, year.score, totals.from_main(year), year)
    inner: list[Scored] = [year]

    def leaf_period(period: Period) -> PeriodScore:
        score, scored = _round(engine, unit, period)
        inner.append(scored)
        return score

    scores, step = periods.combined(engine.scheme, leaf_period)
    steps = [step or Step("why.sum", ZERO, (ZERO,))]
    main = joined(last_main(scores), year.score, engine.order)
    missing = sum(scored.missing for scored in inner)
    return _concluded(engine, unit, main, steps, replace(year, missing=missing), scores)


def _nowhere(engine: Engine, unit: Unit) -> tuple[Finding, ...]:
    """Findings of entries that count nowhere: for items that do not concern the unit, that are not scored in
    that round, or whose head was said not to apply with all that stands in it."""
    found: list[Finding] = []
    for period, by_unit in engine.trees.items():
        entries = engine.facts.row(period, unit.id).entries
        nodes = engine.nodes(by_unit[unit.id])
        strange = entries.keys() & engine.order.keys() - nodes.keys()
        for id, entry in entries.items():
            if entry.not_applicable and id in nodes and id != ROOT:
                below = {node.id for node in nodes[id].all()} - {id}
                strange |= {each for each in below & entries.keys() if _says_more(entries[each])}
        for id in sorted(strange, key=lambda id: engine.order[id]):
            told = {"unit": unit.name, "indicator": engine.titles[id]}
            where = Where(path=("entries", unit.id, id))
            found.append(Finding("sheet.counts_nowhere", Severity.WARNING, where, told))
    return (*found, *_events_nowhere(engine, unit))


def _events_nowhere(engine: Engine, unit: Unit) -> Iterator[Finding]:
    """Findings of events inside the window that no item of the unit takes, in no round, and no veto knows:
    a kind spelt otherwise, or a year's event where every round looks at its own."""
    counted = engine.facts.events[unit.id].counted
    if not counted:
        return
    triggers = [veto.event for veto in engine.scheme.vetoes if veto.event is not None]
    taken: set[str] = set()
    for period, events in counted.items():
        for node in engine.trees[period][unit.id].leaves():
            taken.update(event.id for event in events_at(node, events))
    every = {event.id: event for events in counted.values() for event in events}
    for id in sorted(every.keys() - taken):
        event = every[id]
        if not any(not trigger.kinds or event.kind in trigger.kinds for trigger in triggers):
            told = {"unit": unit.name, "event": event.text or event.document or event.id, "kind": event.kind}
            yield Finding("sheet.event_nowhere", Severity.WARNING, Where(path=("events", id)), told)


def _says_more(entry: Entry) -> bool:
    """True where something was observed in spite of the head's not applying."""
    return not entry.is_empty() and not entry.not_applicable


def _concluded(
    engine: Engine,
    unit: Unit,
    main: Score,
    steps: list[Step],
    year: Scored,
    rounds: tuple[PeriodScore, ...] = (),
) -> UnitResult:
    totals.begun(steps, engine.classes[unit.unit_class])
    before = steps[-1]
    totals.acted(steps, year.lifted)
    value = steps[-1].value
    return UnitResult(
        unit.id,
        unit.unit_class,
        main,
        value,
        value,
        tuple(steps),
        rounds,
        missing=year.missing,
        bonus=value - totals.without_bonus(before, year.lifted),
    )


def _round(engine: Engine, unit: Unit, period: Period) -> tuple[PeriodScore, Scored]:
    """A unit's score in one round, and the sheet it comes from where there is one."""
    row = engine.facts.row(period.id, unit.id)
    taken = _taken_over(row)
    if taken:
        steps = periods.closed(period, taken)
        return PeriodScore(period.id, steps[-1].value, True, None, steps), NOTHING
    if not row.held or not windows.existed(engine.scheme, unit, period.id):
        return periods.not_held(period), NOTHING
    scored = _evaluated(engine, unit.id, period.id)
    opened = totals.from_main(scored)
    totals.acted(opened, scored.lifted)
    steps = periods.closed(period, opened)
    return PeriodScore(period.id, steps[-1].value, True, scored.score, steps), scored


def _evaluated(engine: Engine, unit: str, period: str) -> Scored:
    return engine.score(unit, period, engine.trees[period][unit])


def _taken_over(row: Row) -> list[Step]:
    """The step of a finished score taken over from elsewhere; none where there is none."""
    return [] if row.total is None else [Step("why.taken_over", row.total, (), {"by": row.total_by})]


def last_main(rounds: tuple[PeriodScore, ...]) -> Score | None:
    """The sheet of the last round that was scored here."""
    for each in reversed(rounds):
        found = each.main if each.main is not None else last_main(each.parts)
        if found is not None:
            return found
    return None


def joined(score: Score | None, year: Score, order: Mapping[str, int]) -> Score:
    """A round's sheet with what is scored once for the year beside it, in the scheme's order."""
    if score is None or not year.children:
        return score or year
    own = {child.indicator: child for child in score.children}
    for child in year.children:
        held = own.get(child.indicator)
        own[child.indicator] = child if held is None else joined(held, child, order)
    return replace(score, children=tuple(own[id] for id in sorted(own, key=lambda id: order[id])))
