"""The scorer against a second one, written plainly from the definitions, on random schemes."""

from __future__ import annotations

from decimal import Decimal as D
from fractions import Fraction as F
from random import Random

from hypothesis import given, settings

from assessments.rules import Rule
from assessments.rules.add import Add, Honour
from assessments.rules.deduct import Deduct, Fault
from assessments.rules.given import Given
from assessments.rules.linear import Linear
from assessments.scheme import (
    Combine,
    Indicator,
    Limits,
    NotApplicable,
    Override,
    Period,
    Scheme,
    Settings,
    Unit,
    UnitClass,
)
from assessments.scoring import score
from assessments.sheet import Entry, Sheet
from tests.assessments.oracle import half_up, totals
from tests.assessments.strategies import chances

TINY = F(1, 10**15)
TREATMENTS: tuple[NotApplicable, ...] = (
    *("rescale_total", "rescale_parent", "full", "class_mean", "smaller", "zero"),
)
COMBINES: tuple[Combine, ...] = ("sum", "sum", "sum", "lowest", "highest", "product", "worst_only")


@settings(max_examples=300, deadline=None)
@given(chances())
def test_both_scorers_agree(random: Random) -> None:
    scheme, sheets = case(random)
    wanted = totals(scheme, sheets)
    for result in score(scheme, sheets).units:
        exact = max(F(0), wanted[result.unit])
        assert abs(F(result.raw) - exact) < TINY, (result.unit, float(exact), result.raw)
        places = scheme.unit_class(result.unit_class).rounding
        assert abs(F(result.total) - half_up(exact, places)) < TINY


@settings(max_examples=100, deadline=None)
@given(chances())
def test_ranks_are_one_more_than_those_strictly_better(random: Random) -> None:
    scheme, sheets = case(random)
    wanted = totals(scheme, sheets)
    for result in score(scheme, sheets).units:
        unit_class = scheme.unit_class(result.unit_class)
        marks = {
            unit.id: half_up(max(F(0), wanted[unit.id]), unit_class.rounding)
            for unit in scheme.units_of(unit_class.id)
        }
        if unit_class.rounding is not None:
            assert result.rank == 1 + sum(mark > marks[result.unit] for mark in marks.values())


def case(random: Random) -> tuple[Scheme, tuple[Sheet, ...]]:
    """A scheme of the sort that the second scorer knows, and a sheet for each round."""
    classes = tuple(
        UnitClass(
            f"c{number}",
            f"c{number}",
            scale=D(random.choice((100, 100, 1000))),
            base=D(random.choice((0, 0, 10))),
            combine=random.choice(COMBINES),
            fold_to=random.choice((None, D(80))),
            rounding=random.choice((None, 0, 1, 2)),
        )
        for number in range(random.choice((1, 1, 2)))
    )
    units = tuple(Unit(f"u{n}", f"u{n}", random.choice(classes).id) for n in range(random.randint(1, 5)))
    indicators = _indicators(random, units)
    pointed = [each.id for each in indicators if each.points is not None and each.kind == "normal"]
    overrides = (
        (Override(random.choice(units).id, random.choice(pointed), points=D(random.randint(1, 30))),)
        if pointed and random.random() < 0.3
        else ()
    )
    held = Scheme(
        "s",
        "s",
        2026,
        classes=classes,
        units=units,
        indicators=indicators,
        overrides=overrides,
        periods=_periods(random),
        settings=Settings(
            not_applicable=random.choice(TREATMENTS),
            leaf_rounding=random.choice((None, None, 1)),
            parent_rounding=random.choice((None, None, 1)),
        ),
    )
    parents = {each.parent for each in held.periods}
    rounds = ("", *(each.id for each in held.periods if each.id not in parents))
    return held, tuple(_sheet(random, held, period) for period in rounds)


def _periods(random: Random) -> tuple[Period, ...]:
    if random.random() < 0.6:
        return ()
    missing = random.choice(("uniform", "mean_of_held", "zero"))
    rounds = tuple(
        Period(
            f"q{number}",
            f"q{number}",
            parent="routine",
            weight=D(random.choice((1, 1, 2))),
            missing=missing,
            uniform=D(95),
            rounding=random.choice((None, 1)),
        )
        for number in range(random.randint(1, 3))
    )
    return (
        Period("routine", "平时", weight=D(70), rounding=1),
        *rounds,
        Period("final", "年终", weight=D(30)),
    )


def _indicators(random: Random, units: tuple[Unit, ...]) -> tuple[Indicator, ...]:
    found: list[Indicator] = []

    def grow(parent: str, depth: int) -> None:
        weighted = random.random() < 0.4
        for number in range(random.randint(1, 3)):
            id = f"{parent or 'i'}{number}"
            found.append(_item(random, id, parent, weighted, units))
            if depth < 3 and random.random() < (0.5, 0.4, 0.2)[depth]:
                grow(id, depth + 1)

    grow("", 0)
    parents = {each.parent for each in found}
    if random.random() < 0.5:
        rule = Add((Honour(each=D(2)),))
        found.append(Indicator("plus", "plus", kind="bonus", points=D(random.randint(3, 9)), rule=rule))
        if random.random() < 0.5:
            inside = next(each.id for each in found if each.id in parents) if parents - {""} else ""
            found.append(Indicator("more", "more", parent=inside, kind="bonus", rule=Given()))
    if random.random() < 0.5:
        lost = Deduct((Fault(each=D(3)),), from_zero=True)
        found.append(
            Indicator("minus", "minus", kind="penalty", points=random.choice((None, D(5))), rule=lost)
        )
    if random.random() < 0.3:
        found.append(Indicator("times", "times", kind="multiplier", rule=Given()))
    if random.random() < 0.3:
        found.append(Indicator("known", "known", kind="information", points=D(5), rule=Given()))
    return tuple(found)


def _item(random: Random, id: str, parent: str, weighted: bool, units: tuple[Unit, ...]) -> Indicator:
    size = D(random.randint(1, 60))
    rules: tuple[Rule, ...] = (
        Given(reason_needed=False),
        Linear(target=D(random.randint(1, 20)), missed_factor=random.choice((D(1), D("0.8")))),
        Deduct((Fault(each=D("0.5")),)),
    )
    limits = (Limits(), Limits(), Limits(no_floor=True), Limits(no_cap=True), Limits(D(1)), Limits(cap=D(8)))
    return Indicator(
        id,
        id,
        order=random.randint(0, 3),
        parent=parent,
        applies=(random.choice(units).id, random.choice(units).id) if random.random() < 0.15 else (),
        points=None if weighted else size,
        weight=size if weighted else None,
        scale=random.choice((None, None, D(100), D(7))),
        combine=random.choice(COMBINES),
        limits=random.choice(limits),
        not_applicable=random.choice((None, None, None, *TREATMENTS)),
        rounding=random.choice((None, None, None, 0, 1)),
        rule=random.choice(rules),
    )


def _sheet(random: Random, scheme: Scheme, period: str) -> Sheet:
    parents = {each.parent for each in scheme.indicators}
    if period and random.random() < 0.15:
        return Sheet(f"s{period}", "s", "verified", "办", period, held=False)
    entries = {
        unit.id: {
            each.id: _entry(random, each, each.id in parents)
            for each in scheme.indicators
            if random.random() < (0.05 if each.id in parents else 0.85)
        }
        for unit in scheme.units
    }
    return Sheet(f"s{period}", "s", "verified", "办", period, entries=entries)


def _entry(random: Random, item: Indicator, parent: bool) -> Entry:
    if parent or random.random() < 0.15:
        return Entry(not_applicable=True, reason="不涉及")
    if item.kind == "multiplier":
        return Entry(score=D(random.randint(80, 105)) / 100)
    if item.rule is None or isinstance(item.rule, Given) or random.random() < 0.2:
        low = -500 if item.kind == "penalty" else 0
        return Entry(score=D(random.randint(low, 6000)) / 100, reason="酌情")
    return Entry(value=D(random.randint(0, 25)))
