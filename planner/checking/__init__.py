"""The checks of a plan: what is missing, wrong, weak or out of balance."""

from __future__ import annotations

from planner.checking.days import find_idle_recurrences, find_past_years, find_wrong_days
from planner.checking.duties import find_missing_leads, find_unbalanced_burdens, find_wrong_names
from planner.checking.wording import find_doubles, find_empty_places, find_vague_tasks, find_weak_targets
from planner.departments import Roster
from planner.findings import Finding
from planner.plan import Plan

CODES = (
    "check.no_lead",
    "check.measure_no_lead",
    "check.unknown_department",
    "check.damaged_department",
    "check.abolished_department",
    "check.abolished_without_heir",
    "check.other_level",
    "check.impossible_day",
    "check.day_before_year",
    "check.day_after_year",
    "check.past_year",
    "check.ended_five_year_plan",
    "check.target_without_number",
    "check.target_without_unit",
    "check.only_vague",
    "check.same_task",
    "check.like_task",
    "check.empty_section",
    "check.no_title",
    "check.no_measure",
    "check.idle_departments",
    "check.overloaded",
    "check.no_occurrence",
)
"""Every code a check can give; each has words in the catalogue and a plan in the tests that calls it."""


def check(plan: Plan, roster: Roster) -> tuple[Finding, ...]:
    """Everything there is to say of a plan, in the plan's order: header, sections, tasks, then the whole."""
    place = {section.id: index for index, section in enumerate(plan.sections)}
    place |= {task.id: len(place) + index for index, task in enumerate(plan.tasks)}
    found = [
        *find_empty_places(plan),
        *find_missing_leads(plan),
        *find_wrong_names(plan, roster),
        *find_wrong_days(plan),
        *find_past_years(plan),
        *find_weak_targets(plan),
        *find_vague_tasks(plan),
        *find_doubles(plan),
        *find_idle_recurrences(plan),
        *find_unbalanced_burdens(plan, roster),
    ]

    def where(finding: Finding) -> int:
        path = finding.where.path
        if not path or path[0] == "departments":
            return len(place)
        return place.get(path[1], -1) if len(path) > 1 else -1

    return tuple(sorted(found, key=where))
