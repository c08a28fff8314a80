"""What stands under the cursor in full: an indicator with its rule spelled out, or any other record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from assessments.numbers import HUNDRED, exact
from assessments.rules import Rule
from assessments.scheme import Indicator
from planner.findings import Finding, Severity
from planner.text import describe, say
from planner.tui.screens.scheme import fields
from planner.tui.screens.scheme.fields import Line, Path
from planner.tui.screens.scheme.names import Names
from planner.tui.widgets.textpane import ParaLook

FIRST = ("title", "points", "weight")
TEXTS = ("scorers", "applies", "text", "article", "evidence")
REST = ("kind", "mandatory", "not_applicable", "rounding", "limits", "scale", "periods", "parent")
_LOOKS: dict[Severity, ParaLook] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "muted",
}


def heading(key: str) -> Line:
    """A line that only sets off what follows."""
    return Line((), "told", "", say(key), "heading")


def indicator_lines(indicator: Indicator, names: Names, *, parent: bool) -> Iterator[Line]:
    """An indicator: what it is worth, its rule with every parameter, who scores it, its words, the rest."""
    shown = tuple(name for name in FIRST if name != "weight" or indicator.points is None)
    yield from fields.lines_of(indicator, names, only=shown)
    if parent:
        yield from fields.lines_of(indicator, names, only=("combine",))
    if not parent or indicator.rule is not None:
        yield from fields.lines_of(indicator, names, only=("rule",))
        if indicator.rule is not None:
            yield Line((), "told", "", say(f"method.{indicator.rule.method}.help"), "muted", name="help")
            yield from fields.lines_of(indicator.rule, names, path=("rule",))
    yield from fields.lines_of(indicator, names, only=TEXTS)
    yield heading("scheme_place.more_settings")
    rest = REST if indicator.points is None else ("weight", *REST)
    wanted = tuple(name for name in rest if name != "periods" or names.scheme.periods)
    yield from fields.lines_of(indicator, names, only=wanted)


def wrong_with(rule: Rule | None, points: Decimal | None) -> dict[Path, list[str]]:
    """What is wrong with a rule's parameters, by their paths in the indicator."""
    wrong: dict[Path, list[str]] = {}
    if rule is not None:
        with exact():
            for problem in rule.problems(HUNDRED if points is None else points):
                path = ("rule", *map(_step, filter(None, problem.parameter.split("."))))
                wrong.setdefault(path, []).append(say(problem.code, **problem.arguments))
    return wrong


def _step(word: str) -> str | int:
    return int(word) if word.isdigit() else word


def finding_lines(found: Iterable[Finding], *, without: Sequence[str] = ()) -> Iterator[Line]:
    """What the check says of a record, each with its weight; not what stands beside its field already."""
    for finding in found:
        if not set(without).intersection(finding.where.path[2:3]):
            weight = say(f"severity.{finding.severity}")
            yield Line((), "told", weight, describe(finding), _LOOKS[finding.severity])
