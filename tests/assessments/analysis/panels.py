"""A small scheme that assessors rate, and sheets of their marks."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal as D

from assessments.rules.given import Given
from assessments.rules.panel import Panel
from assessments.scheme import Assessor, Grade, Indicator, Scheme, Settings, Unit, UnitClass
from assessments.sheet import Entry, Sheet

UNITS = ("anping", "beihe", "changle", "dongshan")
ITEMS = {"plan": D(20), "field": D(30)}
GRADES = (Grade("good", "优秀", D(90)), Grade("fair", "合格", D(0)))
MEAN = Panel()


def scheme(rule: Panel = MEAN, units: int = 3, **settings: object) -> Scheme:
    """Two items that a panel rates and one that the department gives, 100 points together."""
    rated = tuple(Indicator(id, id, points=points, rule=rule) for id, points in ITEMS.items())
    return Scheme(
        "s",
        "青禾县年度考核",
        2026,
        settings=Settings(**settings),  # type: ignore[arg-type]
        classes=(UnitClass("towns", "乡镇", grades=GRADES),),
        units=tuple(Unit(id, id, "towns") for id in UNITS[:units]),
        indicators=(*rated, Indicator("base", "base", points=D(50), rule=Given())),
        assessors=tuple(Assessor(id, id) for id in ("chen", "li", "wang", "zhao")),
    )


def marks(by: str, **units: tuple[int | str, ...]) -> Sheet:
    """One assessor's marks: by unit, for the items in their order; "" leaves one out."""
    entries: dict[str, Mapping[str, Entry]] = {}
    for unit, given in units.items():
        pairs = zip(ITEMS, given, strict=False)
        entries[unit] = {item: Entry(score=D(mark)) for item, mark in pairs if mark != ""}
    return Sheet(f"rating {by}", "s", "rating", by, entries=entries)


def given(**units: int | str) -> Sheet:
    """The department's scores."""
    entries = {unit: {"base": Entry(score=D(score), reason="见附表")} for unit, score in units.items()}
    return Sheet("verified", "s", "verified", "县安委办", entries=entries)
