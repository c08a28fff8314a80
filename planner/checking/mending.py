"""What would mend a finding: each mend is the plan after it, to be taken, looked at or left.

Most findings only a person can mend by writing; those have no mend here.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from planner.departments import Roster, propose
from planner.drafting import edits
from planner.drafting.changes import without_overlaps
from planner.drafting.years import year_changes
from planner.findings import Finding
from planner.plan import Due, Measure, Plan
from planner.timing import due_day, is_impossible

NAME_CODES = frozenset({"check.damaged_department", "check.abolished_department", "check.other_level"})
"""Findings of a name for which the right one is known."""
UNLED_CODES = frozenset({"check.no_lead", "check.measure_no_lead"})
"""Findings that an assignment mends."""
STRANGE_CODES = frozenset({"check.unknown_department", "check.abolished_without_heir"})
"""Findings of a name for which a person must say who is meant."""
WORD_CODES = frozenset({"check.past_year", "check.ended_five_year_plan"})
"""Findings of words that are out of date wherever they stand."""


@dataclass(frozen=True, slots=True)
class Mend:
    """One way to mend a finding. `key` and `arguments` say what it does, in the catalogue's words.

    `plan` is the plan after it. `sure` mends may be taken many at once without looking at each; those that
    `remove` something should be asked about.
    """

    key: str
    plan: Plan
    arguments: Mapping[str, str | int] = field(default_factory=dict)
    sure: bool = False
    remove: bool = False


def mends(finding: Finding, plan: Plan, roster: Roster) -> tuple[Mend, ...]:
    """The ways to mend a finding in the plan, the likeliest first; none where only a person can, or where
    the plan no longer holds what the finding speaks of."""
    make = _MAKERS.get(finding.code)
    if make is None:
        return ()
    try:
        found = tuple(make(finding, plan, roster))
    except (edits.UnknownId, edits.SectionNotEmpty):
        return ()
    return tuple(mend for mend in found if mend.plan != plan)


def mend_all(findings: tuple[Finding, ...], plan: Plan, roster: Roster) -> tuple[Plan, int]:
    """The plan with the sure mend of every finding that has one, and how many findings that were."""
    count = 0
    for finding in findings:
        if finding.code not in _MAKERS:
            continue
        sure = next((mend for mend in mends(finding, plan, roster) if mend.sure), None)
        if sure is not None:
            plan, count = sure.plan, count + 1
    return plan, count


def mend_each(findings: tuple[Finding, ...], plan: Plan, roster: Roster) -> Mend | None:
    """The likeliest mend of findings that say the same, in each of their places; None where there is none."""
    first: Mend | None = None
    for finding in findings:
        found = next(iter(mends(finding, plan, roster)), None)
        if found is not None:
            first = first or found
            plan = found.plan
    return replace(first, plan=plan) if first is not None else None


def _rename(finding: Finding, plan: Plan, roster: Roster) -> Iterator[Mend]:
    """The right name here, and in the whole plan where the wrong one stands more than once."""
    old, right = str(finding.arguments["name"]), str(finding.arguments["right"])
    others = [match.written for match in propose(old, roster)]
    path = finding.where.path
    measures = [held for task in plan.tasks for held in task.measures if old in held.duty.everyone()]
    if len(path) < 4 or path[3] not in {held.id for held in measures}:
        return
    for new in dict.fromkeys((right, *others)):
        arguments: dict[str, str | int] = {"old": old, "new": new}
        if len(measures) > 1:
            whole = edits.rename_department(plan, old, new)
            yield Mend("mend.rename_all", whole, {**arguments, "count": len(measures)})
        here = edits.rename_department(plan, old, new, [path[3]])
        key = "mend.rename" if len(measures) == 1 else "mend.rename_here"
        yield Mend(key, here, arguments, sure=new == right)


_DAY = re.compile(r"(\d{1,2})(月)(\d{1,2})([日号])")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=年|[-./])")


def _last_day(finding: Finding, plan: Plan, roster: Roster) -> Iterator[Mend]:
    """The last day of the month in the place of one that it does not have."""

    def last(found: re.Match[str]) -> str:
        month, day = int(found[1]), int(found[3])
        longest = calendar.monthrange(plan.year, month)[1] if 1 <= month <= 12 else day
        return f"{found[1]}{found[2]}{min(day, longest)}{found[4]}"

    yield from _other_due(finding, plan, lambda words: _DAY.sub(last, words), sure=True)


def _this_year(finding: Finding, plan: Plan, roster: Roster) -> Iterator[Mend]:
    """The plan's year in the place of the one before it."""
    yield from _other_due(finding, plan, lambda words: _YEAR.sub(str(plan.year), words))


def _other_due(
    finding: Finding, plan: Plan, change: Callable[[str], str], *, sure: bool = False
) -> Iterator[Mend]:
    path, old = finding.where.path, str(finding.arguments["due"])
    new = change(old)
    if new == old or is_impossible(new, plan.year):
        return
    measure = edits.find_measure(plan, path[3])
    if old not in measure.text and all(due.text != old for due in measure.dues):
        return
    dues = [Due(new, due_day(new, plan.year)) if due.text == old else due for due in measure.dues]
    changed = edits.set_dues(plan, [measure.id], dues)
    if old in measure.text:
        changed = edits.set_measure_text(changed, measure.id, measure.text.replace(old, new))
    yield Mend("mend.words", changed, {"old": old, "new": new}, sure=sure)


def _renew_year(finding: Finding, plan: Plan, roster: Roster) -> Iterator[Mend]:
    old = str(finding.arguments["words"])
    yield from _other_words(finding, plan, old, _YEAR_DIGITS.sub(str(plan.year), old, count=1))


_YEAR_DIGITS = re.compile(r"(?:19|20)\d\d")


def _renew_five_years(finding: Finding, plan: Plan, roster: Roster) -> Iterator[Mend]:
    old = str(finding.arguments["words"])
    for change in without_overlaps(year_changes(old, plan.year - 1, plan.year)):
        yield from _other_words(finding, plan, old, old[: change.start] + change.new + old[change.end :])


def _other_words(finding: Finding, plan: Plan, old: str, new: str) -> Iterator[Mend]:
    """The words in the place that the finding names, each time they stand there."""
    path = finding.where.path
    arguments: dict[str, str | int] = {"old": old, "new": new}

    def renewed(words: str) -> str:
        return words.replace(old, new)

    if path == ("title",):
        changed = edits.set_header(plan, "title", renewed(plan.title))
    elif path == ("preamble",):
        changed = edits.set_header(plan, "preamble", renewed(plan.preamble))
    elif path[0] == "sections":
        section = next((held for held in plan.sections if held.id == path[1]), None)
        if section is None:
            return
        changed = edits.set_section_title(plan, section.id, renewed(section.title))
        changed = edits.set_section_text(changed, section.id, renewed(section.text))
    elif path[2:] == ("title",):
        changed = _renewed_title(plan, path[1], renewed)
    else:
        changed = _renewed_measure(plan, edits.find_measure(plan, path[3]), renewed)
    yield Mend("mend.words", changed, arguments)


def _renewed_title(plan: Plan, id: str, renewed: Callable[[str], str]) -> Plan:
    titles = {task.id: task.title for task in plan.tasks}
    return edits.set_task_title(plan, id, renewed(titles.get(id, "")))


def _renewed_measure(plan: Plan, measure: Measure, renewed: Callable[[str], str]) -> Plan:
    changed = edits.set_measure_title(plan, measure.id, renewed(measure.title))
    changed = edits.set_measure_text(changed, measure.id, renewed(measure.text))
    dues = [
        replace(due, text=renewed(due.text), day=due_day(renewed(due.text), plan.year))
        if renewed(due.text) != due.text
        else due
        for due in measure.dues
    ]
    return edits.set_dues(changed, [measure.id], dues)


def _delete_task(finding: Finding, plan: Plan, roster: Roster) -> Iterator[Mend]:
    id = finding.where.path[1]
    title = next((task.title for task in plan.tasks if task.id == id), "")
    yield Mend("mend.delete_task", edits.delete_tasks(plan, [id]), {"title": title}, remove=True)


def _delete_section(finding: Finding, plan: Plan, roster: Roster) -> Iterator[Mend]:
    arguments: dict[str, str | int] = {"title": str(finding.arguments["title"])}
    changed = edits.delete_sections(plan, [finding.where.path[1]])
    yield Mend("mend.delete_section", changed, arguments, remove=True)


_MAKERS: Mapping[str, Callable[[Finding, Plan, Roster], Iterator[Mend]]] = {
    **dict.fromkeys(NAME_CODES, _rename),
    "check.impossible_day": _last_day,
    "check.day_before_year": _this_year,
    "check.past_year": _renew_year,
    "check.ended_five_year_plan": _renew_five_years,
    "check.same_task": _delete_task,
    "check.like_task": _delete_task,
    "check.empty_section": _delete_section,
}
