"""Schemes and sheets for plain tables of marks: units in rows, items in columns, every mark given by hand."""

from collections.abc import Mapping, Sequence
from decimal import Decimal as D

from assessments.rules.given import Given
from assessments.scheme import Indicator, Scheme, Settings, Unit, UnitClass
from assessments.scoring import Board
from assessments.sheet import Entry, Sheet


def items(points: Sequence[D], weighed: bool = False) -> tuple[Indicator, ...]:
    """Items i00, i01 … under the root, with points or with relative weights."""
    return tuple(
        Indicator(
            f"i{place:02}",
            f"第{place}项",
            order=place,
            points=None if weighed else amount,
            weight=amount if weighed else None,
            rule=Given(),
        )
        for place, amount in enumerate(points)
    )


def board(
    marks: Mapping[str, Sequence[D | None]],
    indicators: tuple[Indicator, ...],
    unit_class: UnitClass | None = None,
    settings: Settings | None = None,
) -> Board:
    """The board of a table. A mark of None says that the item does not concern the unit."""
    held = unit_class or UnitClass("a", "甲类", rounding=None)
    leaves = [each.id for each in indicators if each.rule is not None]
    scheme = Scheme(
        "s",
        "办法",
        2026,
        classes=(held,),
        units=tuple(Unit(unit, unit, "a") for unit in marks),
        indicators=indicators,
        settings=settings or Settings(),
    )
    entries = {
        unit: {
            leaf: Entry(score=mark) if mark is not None else Entry(not_applicable=True)
            for leaf, mark in zip(leaves, row, strict=True)
        }
        for unit, row in marks.items()
    }
    return Board.of(scheme, (Sheet("v", "s", "verified", "安委办", entries=entries),))
