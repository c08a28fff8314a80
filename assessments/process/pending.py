"""What is still open before a stage may be left: errors hinder, warnings are to be looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeAlias

from assessments.numbers import plain
from assessments.process.course import Course, Stage
from assessments.process.locks import hidden
from assessments.results import Results, Score
from assessments.rules.given import Given
from assessments.rules.panel import Panel
from assessments.scheme import Assessor, Scheme
from assessments.sheet import Sheet
from planner.findings import Finding, Severity, Where

Arguments: TypeAlias = dict[str, str | int]


@dataclass(frozen=True, slots=True)
class _Facts:
    scheme: Scheme
    course: Course
    sheets: tuple[Sheet, ...]
    results: Results
    day: date


def pending(
    scheme: Scheme, course: Course, sheets: Iterable[Sheet], results: Results, day: date
) -> tuple[Finding, ...]:
    """Everything that is open in the present stage on a day. Paths are ("entries", unit, indicator).

    `results` are scored from all `sheets`, so that what a rule needs is asked of the rule alone.
    """
    facts = _Facts(scheme, course, tuple(sheets), results, day)
    return tuple(_OF_STAGE[course.stage](facts))


def appeals_until(scheme: Scheme, course: Course) -> date | None:
    """The last day on which a unit may appeal; None where the scheme sets none or nothing is published.

    The days of appeal follow those of publicity, and both are counted from the day of publication.
    """
    published, days = course.entered("published"), scheme.settings.appeal_days
    if published is None or days is None:
        return None
    return published + timedelta(days=(scheme.settings.publicity_days or 0) + days)


def _cells(facts: _Facts) -> Iterator[tuple[str, str, Score]]:
    """Unit, period and score of every leaf. Where there are periods, each period's own tree is looked at,
    and what is scored once for the year."""
    for result in facts.results.units:
        in_periods: set[str] = set()
        for period in result.rounds():
            if not period.held or period.main is None or period.parts:
                continue
            for leaf in period.main.leaves():
                in_periods.add(leaf.indicator)
                yield result.unit, period.period, leaf
        for leaf in result.main.leaves():
            if leaf.indicator not in in_periods:
                yield result.unit, "", leaf


def _self(facts: _Facts) -> Iterator[Finding]:
    said = {
        unit: {indicator for indicator, entry in row.items() if not entry.is_empty()}
        for sheet in facts.sheets
        if sheet.kind == "self"
        for unit, row in sheet.entries.items()
    }
    for result in facts.results.units:
        wanted = {leaf.indicator for leaf in result.main.leaves() if _asks_the_unit(facts, leaf)}
        if not wanted:
            continue
        count = len(wanted - said.get(result.unit, set()))
        where = Where(path=("entries", result.unit))
        arguments: Arguments = {"unit": facts.scheme.unit(result.unit).name, "count": count}
        if result.unit not in said:
            yield Finding("process.no_self_score", Severity.WARNING, where, arguments)
        elif count:
            yield Finding("process.self_score_incomplete", Severity.WARNING, where, arguments)


def _verification(facts: _Facts) -> Iterator[Finding]:
    yield from _missing(facts, ratings=False)
    yield from _without_reason(facts)


def _panel(facts: _Facts) -> Iterator[Finding]:
    least = facts.scheme.settings.minimum_raters
    yield from _lacking_ratings(facts)
    for unit, period, leaf in _cells(facts):
        if _only_ratings(facts, leaf) and leaf.state != "not_applicable":
            count = _raters(facts, unit, period, leaf.indicator)
            if count < least:
                yield _of_cell(
                    facts, "process.too_few_ratings", unit, leaf.indicator, count=count, least=least
                )
    if facts.scheme.settings.distinct_marks:
        yield from _equal_marks(facts)


def _lacking_ratings(facts: _Facts) -> Iterator[Finding]:
    """How many ratings each assessor still owes: a count tells nobody what the others gave."""
    given = {
        (sheet.by, sheet.period, unit, indicator)
        for sheet in facts.sheets
        if sheet.kind == "rating"
        for unit, row in sheet.entries.items()
        for indicator, entry in row.items()
        if entry.score is not None
    }
    wanted = [
        (period, unit, leaf.indicator)
        for unit, period, leaf in _cells(facts)
        if _only_ratings(facts, leaf) and leaf.state != "not_applicable"
    ]
    for assessor in facts.scheme.assessors:
        asked = [cell for cell in wanted if _has_voice(facts.scheme, assessor, cell[2])]
        count = sum((assessor.id, *cell) not in given for cell in asked)
        if count:
            none = count == len(asked)
            code = "process.assessor_has_not_rated" if none else "process.ratings_lacking"
            arguments: Arguments = {"name": assessor.name, "count": count}
            yield Finding(code, Severity.WARNING, arguments=arguments)


def _has_voice(scheme: Scheme, assessor: Assessor, indicator: str) -> bool:
    """False where only other bodies than the assessor's rate an indicator."""
    rule = scheme.indicator(indicator).rule
    return not isinstance(rule, Panel) or not rule.bodies or assessor.body in rule.bodies


def _equal_marks(facts: _Facts) -> Iterator[Finding]:
    """Two units of a class with the same mark of one assessor in one item, where a scheme forbids that.

    While the marks are hidden neither units nor mark are told: the assessor alone sees them.
    """
    names = {each.id: each.name for each in facts.scheme.assessors}
    secret = hidden(facts.scheme, facts.course)
    told_of: set[tuple[str, str]] = set()
    classes = {unit.id: unit.unit_class for unit in facts.scheme.units}
    for sheet in sorted(facts.sheets, key=lambda each: each.id):
        first: dict[tuple[str, str, Decimal], str] = {}
        for unit in facts.scheme.units:
            for indicator, entry in sheet.entries.get(unit.id, {}).items():
                if sheet.kind != "rating" or entry.score is None:
                    continue
                other = first.setdefault((classes[unit.id], indicator, entry.score), unit.id)
                if other == unit.id:
                    continue
                told = {"name": names.get(sheet.by, sheet.by)}
                if not secret:
                    told |= {"other": facts.scheme.unit(other).name, "mark": plain(entry.score)}
                    yield _of_cell(facts, "process.equal_marks", unit.id, indicator, **told)
                elif (sheet.by, indicator) not in told_of:
                    told_of.add((sheet.by, indicator))
                    told["indicator"] = facts.scheme.indicator(indicator).title
                    yield Finding("process.equal_marks_hidden", Severity.ERROR, arguments=told)


def _totals(facts: _Facts) -> Iterator[Finding]:
    yield from _missing(facts, ratings=True)
    yield from (each for each in facts.results.findings if each.severity is Severity.ERROR)
    for _, _, leaf in _cells(facts):
        yield from leaf.doubts


def _meeting(facts: _Facts) -> Iterator[Finding]:
    yield from _missing(facts, ratings=True)


def _published(facts: _Facts) -> Iterator[Finding]:
    days, since = facts.scheme.settings.publicity_days, facts.course.entered("published")
    if days is not None and since is not None and facts.day <= since + timedelta(days=days):
        last = since + timedelta(days=days)
        yield Finding("process.publicity_not_over", Severity.ERROR, arguments={"day": last.isoformat()})


def _appeal(facts: _Facts) -> Iterator[Finding]:
    last = appeals_until(facts.scheme, facts.course)
    if last is not None and facts.day <= last:
        yield Finding("process.appeals_not_over", Severity.ERROR, arguments={"day": last.isoformat()})
    for appeal in facts.course.appeals:
        if not appeal.answer:
            yield Finding(
                "process.appeal_unanswered",
                Severity.ERROR,
                Where(path=("appeals", appeal.id)),
                {"unit": facts.scheme.unit(appeal.unit).name, "day": appeal.day.isoformat()},
            )


def _final(facts: _Facts) -> Iterator[Finding]:
    return iter(())


_OF_STAGE: dict[Stage, Callable[[_Facts], Iterator[Finding]]] = {
    "self": _self,
    "verification": _verification,
    "panel": _panel,
    "totals": _totals,
    "meeting": _meeting,
    "published": _published,
    "appeal": _appeal,
    "final": _final,
}


def _missing(facts: _Facts, *, ratings: bool) -> Iterator[Finding]:
    for unit, _, leaf in _cells(facts):
        if leaf.state == "missing" and (ratings or not _only_ratings(facts, leaf)):
            yield _of_cell(facts, "process.missing_score", unit, leaf.indicator)


def _without_reason(facts: _Facts) -> Iterator[Finding]:
    """A score by hand below full marks, or an item left out, needs a written reason (扣分理由).

    Not where the rule itself asks for none, nor of the unit's own word, which takes nothing off.
    """
    for unit, _, leaf in _cells(facts):
        for given in leaf.given:
            rule = facts.scheme.indicator(leaf.indicator).rule
            if (
                not given.counts
                or given.entry.reason.strip()
                or (isinstance(rule, Given) and not rule.reason_needed)
            ):
                continue
            if given.entry.not_applicable:
                yield _of_cell(facts, "process.left_out_without_reason", unit, leaf.indicator)
            elif given.entry.score is not None and leaf.deducted > 0:
                yield _of_cell(facts, "process.deduction_without_reason", unit, leaf.indicator)


def _asks_the_unit(facts: _Facts, leaf: Score) -> bool:
    """True where a figure, a tick, a day or a score must be entered; ledgers and ratings are others' work."""
    rule = facts.scheme.indicator(leaf.indicator).rule
    if rule is None:
        return True
    return any(each.required and each.kind not in ("events", "ratings", "none") for each in rule.inputs())


def _only_ratings(facts: _Facts, leaf: Score) -> bool:
    rule = facts.scheme.indicator(leaf.indicator).rule
    kinds = [each.kind for each in rule.inputs()] if rule is not None else []
    return bool(kinds) and all(kind == "ratings" for kind in kinds)


def _raters(facts: _Facts, unit: str, period: str, indicator: str) -> int:
    found = (
        sheet.entry(unit, indicator)
        for sheet in facts.sheets
        if sheet.kind == "rating" and sheet.period == period
    )
    return sum(1 for entry in found if entry is not None and entry.score is not None)


def _of_cell(facts: _Facts, code: str, unit: str, indicator: str, **arguments: str | int) -> Finding:
    names: Arguments = {
        "unit": facts.scheme.unit(unit).name,
        "indicator": facts.scheme.indicator(indicator).title,
    }
    return Finding(code, Severity.ERROR, Where(path=("entries", unit, indicator)), {**names, **arguments})
