"""Whether the rules' own parameters can be meant, each with the full mark it has in the units' trees."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from assessments import windows
from assessments.checks.ground import Ground, error, parameters, warning, within
from assessments.rules import Problem, Rule
from assessments.scheme import Override
from assessments.scoring.closing import rule_points
from assessments.tree import Node
from planner.findings import Finding, Severity, Where

_NO_POINTS = "rule.no_points"
_TO_LOOK_AT = frozenset({"rule.no_last_band", _NO_POINTS, "rule.not_used", "rule.reading_open"})
"""What can be scored as it stands, but should be settled first."""


def rules(ground: Ground) -> Iterator[Finding]:
    """The problems of every rule, once for each place and problem."""
    overrides = {(each.unit, each.indicator): each for each in ground.scheme.overrides}
    told: set[tuple[tuple[str, ...], str]] = set()
    looked: set[tuple[tuple[str, ...], Decimal]] = set()
    for tree, units in ground.shared():
        for node in tree.leaves():
            place, points = _place(node, overrides.get((units[0].id, node.id))), rule_points(node)
            if node.indicator.rule is None or (place, points) in looked:
                continue
            if not any(place == before for before, _ in looked):
                yield from _days(ground, node.indicator.rule, *place)
            looked.add((place, points))
            for problem in node.indicator.rule.problems(points):
                if problem.code == _NO_POINTS and node.kind == "normal":
                    continue  # said of the item itself
                finding = _told(problem, place)
                if (finding.where.path, finding.code) not in told:
                    told.add((finding.where.path, finding.code))
                    yield finding


def _days(ground: Ground, rule: Rule, *place: str) -> Iterator[Finding]:
    """Days and years of a rule that do not fit the scheme's: often left from the year before."""
    first, last = windows.window(ground.scheme)
    for path, name, value in parameters(rule, *place):
        if isinstance(value, date) and not within(value, first, last):
            told = {"day": value.isoformat(), "first": first.isoformat(), "last": last.isoformat()}
            yield warning("scheme.rule_day_outside", *path, **told)
        elif name == "first_year" and isinstance(value, int) and value > ground.scheme.year:
            yield error("scheme.rule_year_ahead", *path, year=value, scheme_year=ground.scheme.year)


def _place(node: Node, override: Override | None) -> tuple[str, ...]:
    if override is not None and override.rule is not None:
        return ("overrides", override.unit, override.indicator, "rule")
    return ("indicators", node.id, "rule")


def _told(problem: Problem, place: tuple[str, ...]) -> Finding:
    severity = Severity.WARNING if problem.code in _TO_LOOK_AT else Severity.ERROR
    path = (*place, *filter(None, problem.parameter.split(".")))
    return Finding(problem.code, severity, Where(path=path), problem.arguments)
