"""Carrying out the proposals of a roll-over that a person has accepted, as they are or edited."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeAlias, get_args

from planner.drafting.days import carried
from planner.drafting.edits.duties import renamed, with_names
from planner.drafting.proposals import Proposal
from planner.drafting.texts import Field, Record
from planner.plan import ROLES, Due, Duty, Level, Measure, Plan, Section, Task
from planner.timing import due_day

_Accepted: TypeAlias = dict[tuple[Record, str], list[Proposal]]


def apply(plan: Plan, accepted: Iterable[Proposal]) -> Plan:
    """The plan with these proposals carried out, in whatever order they come.

    A person's own words are given by `replace(proposal, new=…)`. Of two proposals for one place the last
    counts. One whose words are no longer where they were is carried out at their nearest place in the same
    field, and left out where they are gone. Deadlines, targets and recurring duties whose words stand in a
    text follow it, and days are computed anew for the plan's year.
    """
    by_record: _Accepted = {}
    for proposal in {proposal.id: proposal for proposal in accepted}.values():
        by_record.setdefault((proposal.place.record, proposal.place.id), []).append(proposal)
    own = by_record.get(("plan", plan.id), [])
    year = _number(_value(own, "year", str(plan.year)), plan.year)
    changed = replace(
        plan,
        title=_text(plan.title, own, "title"),
        issuer=_text(plan.issuer, own, "issuer"),
        addressees=_text(plan.addressees, own, "addressees"),
        preamble=_text(plan.preamble, own, "preamble"),
        closing=_text(plan.closing, own, "closing"),
        year=year,
        number=_value(own, "number", plan.number),
        issued=_issued(plan, own),
        level=_level(plan, own),
        region=_value(own, "region", plan.region),
        sections=tuple(_section(held, by_record.get(("section", held.id), [])) for held in plan.sections),
        tasks=tuple(_task(held, by_record, plan.year, year) for held in plan.tasks),
    )
    return plan if changed == plan else changed


def _section(section: Section, accepted: Sequence[Proposal]) -> Section:
    if not accepted:
        return section
    return replace(
        section,
        title=_text(section.title, accepted, "title"),
        text=_text(section.text, accepted, "text"),
    )


def _task(task: Task, by_record: _Accepted, from_year: int, to_year: int) -> Task:
    own = by_record.get(("task", task.id), [])
    return replace(
        task,
        title=_text(task.title, own, "title"),
        measures=tuple(
            _measure(
                carried(held, from_year, to_year), task, by_record.get(("measure", held.id), []), own, to_year
            )
            for held in task.measures
        ),
    )


def _measure(
    measure: Measure, task: Task, accepted: Sequence[Proposal], of_task: Sequence[Proposal], year: int
) -> Measure:
    def followed(words: str, field: Field, index: int) -> str:
        own = [proposal for proposal in accepted if proposal.place.index == index]
        changed = _text(words, own, field)
        if changed == words:
            changed = _following(words, measure.text, accepted, "text")
        if changed == words:
            changed = _following(words, task.title, of_task, "title")
        return changed

    return replace(
        measure,
        title=_text(measure.title, accepted, "title"),
        text=_text(measure.text, accepted, "text"),
        duty=_duty(measure.duty, accepted),
        targets=tuple(
            replace(held, text=followed(held.text, "target", index))
            for index, held in enumerate(measure.targets)
        ),
        dues=tuple(
            _due(held, followed(held.text, "due", index), _at(accepted, "due_day", index), year)
            for index, held in enumerate(measure.dues)
        ),
        recurrences=tuple(
            replace(held, text=followed(held.text, "recurrence", index))
            for index, held in enumerate(measure.recurrences)
        ),
    )


def _due(due: Due, words: str, given_day: str | None, year: int) -> Due:
    day = due.day if words == due.text else due_day(words, year)
    if given_day is not None:
        day = _day(given_day, day)
    return replace(due, text=words, day=day)


def _duty(duty: Duty, accepted: Sequence[Proposal]) -> Duty:
    names = {proposal.old: proposal.new.strip() for proposal in accepted if proposal.place.field in ROLES}
    gone = {old for old, new in names.items() if not new}
    if gone:
        kept = {role: tuple(name for name in duty.names(role) if name not in gone) for role in ROLES}
        duty = with_names(duty, kept)
    changes = {old: new for old, new in names.items() if new and new != old}
    return renamed(duty, changes) if changes else duty


def _text(text: str, accepted: Sequence[Proposal], field: Field) -> str:
    return _rewritten(text, [proposal for proposal in accepted if proposal.place.field == field])


def _rewritten(text: str, accepted: Sequence[Proposal]) -> str:
    """The text with the stretches of these proposals replaced."""
    spans: list[tuple[int, int, str]] = []
    for proposal in sorted(accepted, key=lambda held: (held.place.start, held.id)):
        start = _found(text, proposal, spans)
        if start is not None:
            spans.append((start, start + len(proposal.old), proposal.new))
    pieces, last = [], 0
    for start, end, new in sorted(spans):
        pieces += [text[last:start], new]
        last = end
    return "".join([*pieces, text[last:]])


def _found(text: str, proposal: Proposal, taken: Sequence[tuple[int, int, str]]) -> int | None:
    """Where the proposal's words stand: their place, or the nearest one that nothing else has claimed."""
    old, place = proposal.old, proposal.place.start
    if not old:
        return None
    starts = []
    start = text.find(old)
    while start >= 0:
        end = start + len(old)
        if all(end <= left or right <= start for left, right, _ in taken):
            starts.append(start)
        start = text.find(old, start + 1)
    return min(starts, key=lambda start: abs(start - place), default=None)


def _following(words: str, text: str, accepted: Sequence[Proposal], field: Field) -> str:
    """The words of a deadline, target or recurring duty after the text in which they stand has changed."""
    first = text.find(words)
    if first < 0 or not words:
        return words
    inside = [
        replace(held, place=replace(held.place, start=held.place.start - first))
        for held in accepted
        if held.place.field == field
        and first <= held.place.start
        and held.place.start + len(held.old) <= first + len(words)
    ]
    return _rewritten(words, inside)


def _at(accepted: Sequence[Proposal], field: Field, index: int) -> str | None:
    return next(
        (held.new for held in accepted if held.place.field == field and held.place.index == index), None
    )


def _value(accepted: Sequence[Proposal], field: Field, unchanged: str) -> str:
    new = _at(accepted, field, 0)
    return unchanged if new is None else new


def _number(words: str, unchanged: int) -> int:
    return int(words) if words.strip().isdecimal() else unchanged


def _day(words: str, unchanged: date | None) -> date | None:
    try:
        return date.fromisoformat(words.strip())
    except ValueError:
        return unchanged


def _issued(plan: Plan, own: Sequence[Proposal]) -> date | None:
    new = _at(own, "issued", 0)
    if new is None:
        return plan.issued
    return _day(new, plan.issued) if new.strip() else None


def _level(plan: Plan, own: Sequence[Proposal]) -> Level:
    new = _at(own, "level", 0)
    levels: tuple[Level, ...] = get_args(Level)
    return next((level for level in levels if level == new), plan.level) if new is not None else plan.level
