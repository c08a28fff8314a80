"""Edits of the plan's own fields."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Literal, TypeAlias

from planner.plan import Level, Plan

HeaderField: TypeAlias = Literal[
    "title", "issuer", "number", "field", "region", "addressees", "preamble", "closing"
]


def set_header(plan: Plan, field: HeaderField, words: str) -> Plan:
    """The plan with one of its text fields set."""
    match field:
        case "title":
            return replace(plan, title=words)
        case "issuer":
            return replace(plan, issuer=words)
        case "number":
            return replace(plan, number=words)
        case "field":
            return replace(plan, field=words)
        case "region":
            return replace(plan, region=words)
        case "addressees":
            return replace(plan, addressees=words)
        case "preamble":
            return replace(plan, preamble=words)
        case "closing":
            return replace(plan, closing=words)


def set_year(plan: Plan, year: int) -> Plan:
    """The plan with its year set and nothing else: rolling a plan over is `rollover.propose`."""
    return replace(plan, year=year)


def set_issued(plan: Plan, day: date | None) -> Plan:
    """The plan with the day of issue set, or taken away."""
    return replace(plan, issued=day)


def set_level(plan: Plan, level: Level) -> Plan:
    """The plan with the level of government set."""
    return replace(plan, level=level)
