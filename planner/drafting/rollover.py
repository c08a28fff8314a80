"""Rolling a plan over to a year, a level and a place: every change a proposal with old and new side by side.

`propose` finds them, a person accepts, edits (`dataclasses.replace(proposal, new=…)`) or leaves each, and
`apply` carries out those that were accepted. Nothing is changed silently.

The year from which a text is rolled is that of its Source, so a draft picked from plans of several years is
rolled rightly; a text without source goes by the plan's year. The same holds for level and place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from planner.departments import Roster
from planner.drafting.applying import apply
from planner.drafting.changes import Change, Kind, without_overlaps
from planner.drafting.days import names_a_year
from planner.drafting.levels import (
    Standing,
    duty_name,
    level_changes,
    region_of,
    standing,
    succession_changes,
)
from planner.drafting.proposals import Place, Proposal, groups
from planner.drafting.stale import stale_changes
from planner.drafting.texts import HEADINGS, Field, Record, Words, words_of
from planner.drafting.years import year_changes
from planner.plan import ROLES, Level, Plan, Source, Task
from planner.timing import due_day

__all__ = ["Place", "Proposal", "apply", "groups", "propose"]

_AROUND = 14


@dataclass(frozen=True, slots=True)
class _Aim:
    """Where to: and from where, for one text."""

    from_year: int
    to_year: int
    old: Standing | None
    new: Standing | None
    roster: Roster


def propose(
    plan: Plan, to_year: int, to_level: Level = "", to_region: str = "", *, roster: Roster
) -> tuple[Proposal, ...]:
    """What is to be renewed for `to_year`, in the order of the plan.

    Without `to_level` and `to_region` the plan's own level and place hold. A plan of a later year is not
    rolled back: years from `to_year` on stay.
    """
    aims = _Aims(plan, to_year, to_level or plan.level, to_region or plan.region, roster)
    found = [*_header(plan, aims)]
    for words in words_of(plan):
        found.extend(_in_words(words, aims.of_words(words)))
    for task in plan.tasks:
        found.extend(_in_duties(task, aims))
        found.extend(_stale_days(task, plan, to_year))
    place = {key: index for index, key in enumerate(_order_of_records(plan))}
    return tuple(sorted(found, key=lambda proposal: place[proposal.place.record, proposal.place.id]))


_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class _Aims:
    """From which year, level and place each text of a plan is rolled.

    In the header of a plan drafted from several years' templates each text is of the year that it names.
    """

    def __init__(self, plan: Plan, to_year: int, level: Level, region: str, roster: Roster) -> None:
        self._to_year, self._roster = to_year, roster
        sources = [task.source for task in plan.tasks if task.source is not None]
        years = Counter(source.year for source in sources if source.year is not None)
        self._year = plan.year
        self._years = frozenset(years) if plan.year == to_year else frozenset()
        if self._years:
            self._year = years.most_common(1)[0][0]
        texts: dict[str, list[str]] = {}
        for words in words_of(plan):
            texts.setdefault(_document(words.source), []).append(words.text)
        for task in plan.tasks:
            texts.setdefault(_document(task.source), []).extend(task.everyone())
        self._new = standing(level, region) if level or region else None
        self._standings: dict[str, Standing | None] = {}
        foreign = plan.region if plan.region != region else ""
        for document, held in texts.items():
            own = not document
            self._standings[document] = standing(
                plan.level if own and plan.level != level else "",
                foreign if own and foreign else region_of(document or plan.title) or foreign,
                held,
            )
        everything = [text for held in texts.values() for text in held]
        self._own = self._standings.get("") or standing("", region_of(plan.title), everything)

    def of_words(self, words: Words) -> _Aim:
        aim = self.of(words.source)
        named = [int(year) for year in _YEAR.findall(words.text)] if words.record == "plan" else []
        return replace(aim, from_year=next((year for year in named if year in self._years), aim.from_year))

    def of(self, source: Source | None) -> _Aim:
        document = _document(source)
        year = source.year if source is not None and source.year is not None else self._year
        old = self._standings.get(document) if document else self._own
        return _Aim(year, self._to_year, old, self._new, self._roster)


def _document(source: Source | None) -> str:
    return source.document if source is not None else ""


def _header(plan: Plan, aims: _Aims) -> Iterator[Proposal]:
    """The fields of the plan that are no running text."""
    aim = aims.of(None)
    if plan.year < aim.to_year:
        yield _whole(plan, "year", str(plan.year), str(aim.to_year), "year", "rollover.own_year", aim)
        if plan.number:
            yield _whole(plan, "number", plan.number, "", "stale", "rollover.new_number", aim)
        if plan.issued is not None:
            yield _whole(plan, "issued", plan.issued.isoformat(), "", "stale", "rollover.new_issue_day", aim)
    if aim.new is None:
        return
    if plan.level and aim.new.level and plan.level != aim.new.level:
        yield _whole(plan, "level", plan.level, aim.new.level, "level", "rollover.plan_level", aim)
    if plan.region and aim.new.region and plan.region != aim.new.region:
        yield _whole(plan, "region", plan.region, aim.new.region, "region", "rollover.plan_region", aim)


def _whole(plan: Plan, field: Field, old: str, new: str, kind: Kind, reason: str, aim: _Aim) -> Proposal:
    """A proposal for a whole field of the plan; what has no new words yet is left to a person."""
    place = Place("plan", plan.id, field, 0, 0, len(old))
    change = Change(0, len(old), new, kind, reason, kind == "stale", {"to_year": aim.to_year})
    return _proposal(place, old, change)


def _in_words(words: Words, aim: _Aim) -> Iterator[Proposal]:
    """The proposals for one running text. What only a person can renew is looked for first."""
    found: list[Change] = []
    if words.field != "issuer":
        heading = words.field in HEADINGS
        found.extend(stale_changes(words.text, aim.from_year, aim.to_year))
        found.extend(year_changes(words.text, aim.from_year, aim.to_year, heading=heading))
    if aim.old is not None and aim.new is not None:
        found.extend(level_changes(words.text, aim.old, aim.new, aim.roster, aim.to_year))
    found.extend(succession_changes(words.text, aim.roster, aim.to_year))
    for change in without_overlaps(found):
        place = Place(words.record, words.id, words.field, words.index, change.start, change.end)
        yield _proposal(place, words.text, change)


def _in_duties(task: Task, aims: _Aims) -> Iterator[Proposal]:
    for measure in task.measures:
        aim = aims.of(measure.source or task.source)
        for role in ROLES:
            for name in measure.duty.names(role):
                change = duty_name(name, aim.old, aim.new, aim.roster, aim.to_year)
                if change is not None:
                    place = Place("measure", measure.id, role, 0, 0, len(name))
                    yield _proposal(place, name, change)


def _stale_days(task: Task, plan: Plan, to_year: int) -> Iterator[Proposal]:
    """Deadlines without a year whose day is still another year's, in a plan that is already of the year."""
    if plan.year != to_year:
        return
    for measure in task.measures:
        for index, due in enumerate(measure.dues):
            day = due_day(due.text, to_year)
            if due.day is None or day is None or day == due.day or names_a_year(due.text):
                continue
            old = due.day.isoformat()
            change = Change(
                0, len(old), day.isoformat(), "date", "rollover.day_of_year", False, {"due": due.text}
            )
            yield _proposal(Place("measure", measure.id, "due_day", index, 0, len(old)), old, change)


def _proposal(place: Place, text: str, change: Change) -> Proposal:
    old = text[place.start : place.end]
    return Proposal(
        id="/".join(map(str, (place.record, place.id, place.field, place.index, place.start, old))),
        place=place,
        old=old,
        new=change.new,
        kind=change.kind,
        reason=change.reason,
        person=change.person,
        arguments=change.arguments,
        before=text[max(0, place.start - _AROUND) : place.start],
        after=text[place.end : place.end + _AROUND],
    )


def _order_of_records(plan: Plan) -> Iterator[tuple[Record, str]]:
    yield "plan", plan.id
    for section in plan.sections:
        yield "section", section.id
        for task in plan.tasks_in(section.id):
            yield from _order_in_task(task)
    known = {section.id for section in plan.sections}
    for task in plan.tasks:
        if task.section not in known:
            yield from _order_in_task(task)


def _order_in_task(task: Task) -> Iterator[tuple[Record, str]]:
    yield "task", task.id
    for measure in task.measures:
        yield "measure", measure.id
