"""Short ways to write down a class with finished scores, as the scoring hands it to the standing."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal as D

from assessments.derivation import Step, worth
from assessments.results import Results, Score, UnitResult
from assessments.scheme import Award, Grade, Indicator, Scheme, Unit, UnitClass, Veto
from assessments.sheet import Event
from assessments.standing import settle
from planner.text import say

FOUR = (
    Grade("excellent", "优秀", D(90)),
    Grade("good", "良好", D(80)),
    Grade("pass", "合格", D(60)),
    Grade("fail", "不合格", D(0), passing=False),
)


def grades(*lowers: int | str, titles: str = "优良中差末") -> tuple[Grade, ...]:
    """Grades by lower bounds, named a, b, c … from the highest; a bound of 0 is the failing one."""
    return tuple(
        Grade("abcde"[place], titles[place], D(lower), passing=D(lower) > 0)
        for place, lower in enumerate(lowers)
    )


def tree(points: D, value: D, **items: tuple[str, str]) -> Score:
    """A unit's tree: the root and, below it, items as (full mark, got)."""
    below = tuple(Score(id, D(full), D(got)) for id, (full, got) in items.items())
    return Score("", points, value, children=below)


def draft(unit: str, raw: str | int | D, unit_class: str = "a", main: Score | None = None) -> UnitResult:
    """A unit's total before vetoes, limits and rounding."""
    value = D(raw)
    main = main if main is not None else Score("", D(100), value)
    return UnitResult(unit, unit_class, main, value, value, steps=(Step("why.main", value),))


def class_of(
    totals: Mapping[str, str | int | D],
    unit_class: UnitClass | None = None,
    *,
    mains: Mapping[str, Score] | None = None,
    vetoes: tuple[Veto, ...] = (),
    indicators: tuple[Indicator, ...] = (),
    events: tuple[Event, ...] = (),
    earlier: Results | None = None,
    scheme: Scheme | None = None,
    units: Mapping[str, Unit] | None = None,
) -> dict[str, UnitResult]:
    """The settled results of one class, by unit. Every number in them is replayed on the way."""
    held = unit_class or UnitClass("a", "甲类")
    ground = replace(
        scheme or Scheme("s", "办法", 2026),
        classes=(held,),
        units=tuple((units or {}).get(unit, Unit(unit, unit, held.id)) for unit in totals),
        vetoes=vetoes,
        indicators=indicators,
    )
    drafts = tuple(draft(unit, raw, held.id, (mains or {}).get(unit)) for unit, raw in totals.items())
    by_unit = {unit: tuple(event for event in events if event.unit == unit) for unit in totals}
    done = settle(ground, held, drafts, by_unit, earlier)
    for result in done:
        replay(result)
    return {result.unit: result for result in done}


def replay(result: UnitResult) -> None:
    """Every formula gives its value, every step has words, and the last step gives the total."""
    for step in (*result.steps, *result.grade_steps):
        assert step.code == "why.main" or say(step.code, **step.arguments)
        if step.formula:
            assert abs(worth(step.formula) - step.value) < D("1e-20"), step
    assert result.steps[-1].value == result.total


def codes(result: UnitResult) -> set[str]:
    """The codes of all steps of a result."""
    return {step.code for step in (*result.steps, *result.grade_steps)}


def award(id: str, **given: object) -> Award:
    """An award by id, its numbers written short."""
    numbers = {name: D(str(value)) if name in ("lower", "amount") else value for name, value in given.items()}
    return Award(id, id, **numbers)  # type: ignore[arg-type]
