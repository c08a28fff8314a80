"""Short ways to write down schemes and sheets with a few items."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal as D

from assessments.results import Results, Score, UnitResult
from assessments.scheme import Grade, Indicator, Scheme, Unit, UnitClass
from assessments.scoring import score
from assessments.sheet import Entry, Event, Sheet
from tests.assessments.replay import assert_all_replay

NONE = Entry(not_applicable=True, reason="不涉及")
FOUR = (
    Grade("excellent", "优秀", D(90)),
    Grade("good", "良好", D(80)),
    Grade("pass", "合格", D(60)),
    Grade("fail", "不合格", D(0), passing=False),
)


def item(id: str, points: str | None = None, parent: str = "", **more: object) -> Indicator:
    """An item; numbers are written as text."""
    for name in ("weight", "scale"):
        if name in more:
            more[name] = D(str(more[name]))
    held = Indicator(id, id, parent=parent, points=None if points is None else D(points))
    return replace(held, **more)  # type: ignore[arg-type]


def scheme(*indicators: Indicator, unit_class: UnitClass | None = None, **more: object) -> Scheme:
    """A scheme of one class "c" with one unit "u", unless told otherwise."""
    held = Scheme(
        "s",
        "办法",
        2026,
        classes=(unit_class or UnitClass("c", "甲类"),),
        units=(Unit("u", "单位", "c"),),
        indicators=indicators,
    )
    return replace(held, **more)  # type: ignore[arg-type]


def units(*ids: str, unit_class: str = "c") -> tuple[Unit, ...]:
    """Units of one class."""
    return tuple(Unit(id, id, unit_class) for id in ids)


def entry(value: str | Entry) -> Entry:
    """A score given by hand, or the entry itself."""
    return value if isinstance(value, Entry) else Entry(score=D(value), reason="见记录")


def sheet(unit: str = "u", period: str = "", events: tuple[Event, ...] = (), **entries: str | Entry) -> Sheet:
    """The scoring department's sheet on one unit."""
    held = {unit: {name: entry(value) for name, value in entries.items()}}
    return Sheet(f"{unit}-{period}", "s", "verified", "安委办", period, entries=held, events=events)


def events(kind: str, count: int, start: int = 0, **more: object) -> tuple[Event, ...]:
    """So many events of one kind, each with its own id, on 1 May unless told otherwise."""
    given = {"day": date(2026, 5, 1), **more}
    return tuple(
        Event(f"{kind}{start + number}", "u", kind, **given)  # type: ignore[arg-type]
        for number in range(count)
    )


def scored(held: Scheme, *sheets: Sheet) -> Results:
    """The results; every number in them is replayed."""
    results = score(held, sheets)
    assert_all_replay(results)
    return results


def result(held: Scheme, *sheets: Sheet) -> UnitResult:
    """The result of the unit "u"."""
    return scored(held, *sheets).of("u")


def total(held: Scheme, *sheets: Sheet) -> D:
    """The total of the unit "u"."""
    return result(held, *sheets).total


def found(held: UnitResult, indicator: str) -> Score:
    """The score of one item, wherever it stands in the unit's tree."""
    return next(each for each in _all(held.main) if each.indicator == indicator)


def codes(score: Score) -> list[str]:
    """The codes of its steps, without their area."""
    return [step.code.removeprefix("why.") for step in score.steps]


def _all(score: Score) -> list[Score]:
    return [score, *(each for child in score.children for each in _all(child))]
