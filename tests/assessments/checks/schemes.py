"""Small sound schemes to spoil, and what their check says."""

from __future__ import annotations

from decimal import Decimal as D

from assessments.checks import check
from assessments.rules.all_or_nothing import AllOrNothing
from assessments.scheme import Grade, Indicator, Scheme, Unit, UnitClass
from planner.findings import Finding
from planner.text import describe

BODY = ("县安委办",)


def leaf(id: str, points: str | int | None, parent: str = "", **more: object) -> Indicator:
    """A leaf with a tick and somebody who scores it; further fields by name."""
    fields: dict[str, object] = {
        "points": None if points is None else D(points),
        "parent": parent,
        "rule": AllOrNothing(),
        "scorers": BODY,
        **more,
    }
    return Indicator(id, f"指标{id}", **fields)  # type: ignore[arg-type]


def parent(id: str, points: str | int | None, above: str = "", **more: object) -> Indicator:
    """An item with others under it."""
    held = None if points is None else D(points)
    return Indicator(id, f"指标{id}", points=held, parent=above, **more)  # type: ignore[arg-type]


def grade(id: str, lower: str | int, **more: object) -> Grade:
    """A grade from a lower bound on."""
    return Grade(id, f"等次{id}", D(lower), **more)  # type: ignore[arg-type]


GRADES = (
    grade("excellent", 90, order=1),
    grade("good", 80, order=2),
    grade("pass", 60, order=3),
    grade("fail", 0, order=4, passing=False),
)


def scheme(*indicators: Indicator, units: int | tuple[Unit, ...] = 2, **more: object) -> Scheme:
    """A scheme of one class of townships, out of 100 points unless said otherwise."""
    if isinstance(units, int):
        units = tuple(Unit(f"t{number}", f"清溪{number}镇", "town") for number in range(1, units + 1))
    fields: dict[str, object] = {
        "classes": (UnitClass("town", "乡镇", grades=GRADES),),
        "units": units,
        "indicators": indicators or (leaf("a", 40), leaf("b", 60)),
        **more,
    }
    return Scheme("s", "青禾县考核办法", 2026, **fields)  # type: ignore[arg-type]


def said(subject: Scheme) -> list[tuple[str, str]]:
    """The codes with their places, without the "scheme." before them."""
    return [(each.code.removeprefix("scheme."), "/".join(each.where.path)) for each in checked(subject)]


def checked(subject: Scheme) -> tuple[Finding, ...]:
    """What the check says; the words of each finding are there and filled."""
    findings = check(subject)
    for each in findings:
        assert "{" not in describe(each)
    return findings


def told(subject: Scheme, code: str) -> Finding:
    """The one finding of a code."""
    (found,) = (each for each in checked(subject) if each.code == f"scheme.{code}")
    return found
