"""Random valid schemes and sheets for laws of the assessment.

`schemes()` makes whole schemes: classes, units with overrides and own items, trees up to three levels deep
with points or weights, most scoring methods, all kinds, ways of combining and treatments, sometimes rounds.
`sheets(scheme)` makes sheets for one: verified, meeting, self and rating ones, with holes, items that do not
apply, hand-given scores, events and matters. `cells(scheme, sheets)` changes one cell.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal as D
from random import Random

from hypothesis import strategies as st

from assessments.rules import METHODS, Rule
from assessments.rules.add import Add, Honour
from assessments.rules.bands import Band, Bands
from assessments.rules.deduct import Deduct, Fault
from assessments.rules.linear import Linear
from assessments.rules.panel import Panel
from assessments.rules.proportion_of_first import ProportionOfFirst
from assessments.rules.rank_points import RankPoints
from assessments.scheme import (
    Assessor,
    EventTrigger,
    Grade,
    Indicator,
    Limits,
    Override,
    Period,
    Quota,
    Scheme,
    Settings,
    Unit,
    UnitClass,
    Veto,
)
from assessments.sheet import Entry, Event, Evidence, Sheet

YEAR = 2026
ASSESSORS = ("r1", "r2", "r3")
KINDS = ("accident", "honour", "criticism")


def chances() -> st.SearchStrategy[Random]:
    """Sources of chance by their seeds: rich cases at once, and nothing to make smaller for minutes."""
    return st.integers(0, 2**32 - 1).map(Random)


def schemes() -> st.SearchStrategy[Scheme]:
    """Valid schemes of moderate size."""
    return chances().map(scheme_of)


def sheets(scheme: Scheme) -> st.SearchStrategy[tuple[Sheet, ...]]:
    """Sheets for a scheme."""
    return chances().map(lambda random: sheets_of(random, scheme))


@st.composite
def scored(draw: st.DrawFn) -> tuple[Scheme, tuple[Sheet, ...]]:
    """A scheme with sheets for it."""
    scheme = draw(schemes())
    return scheme, draw(sheets(scheme))


def scheme_of(random: Random) -> Scheme:
    """A valid scheme, made by a source of chance."""
    classes = tuple(_class(random, f"c{number}") for number in range(random.randint(1, 2)))
    units = tuple(
        Unit(f"u{number}", f"单位{number}", random.choice(classes).id, order=random.randint(0, 9))
        for number in range(random.randint(1, 5))
    )
    periods = _periods(random)
    indicators = _indicators(random, classes, units, periods)
    points = {each.id: each for each in indicators if each.points is not None}
    overrides = tuple(
        Override(random.choice(units).id, id, points=_some(random, 1, 30), rule=None)
        for id in random.sample(sorted(points), min(len(points), random.choice((0, 0, 1))))
    )
    vetoes = (
        Veto(
            "v", "事故否决", random.choice(("zero", "fail", "minus", "block")), event=_trigger(), points=D(30)
        ),
    )
    return Scheme(
        "s",
        "考核办法",
        YEAR,
        settings=_settings(random),
        classes=classes,
        units=units,
        indicators=indicators,
        overrides=overrides,
        periods=periods,
        assessors=tuple(Assessor(id, id) for id in ASSESSORS),
        vetoes=vetoes if random.random() < 0.3 else (),
    )


def _trigger() -> EventTrigger:
    return EventTrigger(("accident",))


def _class(random: Random, id: str) -> UnitClass:
    grades = (
        Grade("a", "优秀", D(90), quota=random.choice((None, Quota(count=1)))),
        Grade("b", "良好", D(75)),
        Grade("c", "合格", D(60)),
        Grade("d", "不合格", D(0), passing=False),
    )
    return UnitClass(
        id,
        id,
        scale=random.choice((D(100), D(100), D(1000))),
        base=random.choice((D(0), D(0), D(10))),
        combine=random.choice(("sum", "sum", "sum", "lowest", "highest", "product", "worst_only")),
        fold_to=random.choice((None, None, D(80))),
        rounding=random.choice((0, 2, None)),
        grades=grades if random.random() < 0.7 else (),
        tie_keys=random.choice(((), ("raw", "-penalty"))),
    )


def _settings(random: Random) -> Settings:
    treatments = ("rescale_total", "rescale_parent", "full", "class_mean", "smaller", "zero")
    across = random.random() < 0.3
    return Settings(
        not_applicable=random.choice(treatments),
        leaf_rounding=random.choice((None, 1, 2)),
        parent_rounding=random.choice((None, None, 2)),
        from_day=date(YEAR - 1, 12, 1) if across else None,
        to_day=date(YEAR, 11, 30) if across else None,
        same_matter=random.choice(("once", "once_a_head", "every_time")),
        late=random.choice(("as_received", "zero", "deduct")),
        late_points=D(3),
        evidence_by=date(YEAR, 12, 20),
    )


def _periods(random: Random) -> tuple[Period, ...]:
    if random.random() < 0.7:
        return ()
    missing = random.choice(("uniform", "mean_of_held", "zero"))
    quarters = tuple(
        Period(
            f"q{number}",
            f"{number}季度",
            parent="routine",
            missing=missing,
            uniform=D(95),
            from_day=date(YEAR, 3 * number - 2, 1),
            to_day=date(YEAR, 3 * number, 28),
            rounding=random.choice((None, 2)),
        )
        for number in range(1, random.randint(2, 3))
    )
    return (Period("routine", "平时", weight=D(70)), *quarters, Period("final", "年终", weight=D(30)))


def _indicators(
    random: Random, classes: tuple[UnitClass, ...], units: tuple[Unit, ...], periods: tuple[Period, ...]
) -> tuple[Indicator, ...]:
    found: list[Indicator] = []
    heads = random.randint(1, 3)
    for number in range(heads):
        head = f"i{number}"
        found.append(_item(random, head, "", D(random.randint(10, 60)), units))
        for below in range(random.choice((0, 1, 2, 3))):
            child = f"{head}{below}"
            found.append(_item(random, child, head, D(random.randint(2, 20)), units))
            for leaf in range(random.choice((0, 0, 0, 2))):
                found.append(_item(random, f"{child}{leaf}", child, D(random.randint(1, 10)), units))
    if random.random() < 0.6:
        found.append(Indicator("plus", "加分", kind="bonus", points=_some(random, 5, 20), rule=_adding()))
    if random.random() < 0.6:
        found.append(Indicator("minus", "减分", kind="penalty", limits=Limits(), rule=_taking()))
    if random.random() < 0.3:
        found.append(Indicator("factor", "系数", kind="multiplier", rounding=None))
    if random.random() < 0.2:
        found.append(Indicator("known", "参考", kind="information", points=D(10)))
    if periods and random.random() < 0.5:
        found[0] = replace(found[0], periods=(random.choice(periods).id,))
    parents = {each.parent for each in found}
    return tuple(replace(each, rule=None) if each.id in parents else each for each in found)


def _some(random: Random, low: int, high: int) -> D | None:
    return random.choice((None, D(random.randint(low, high))))


def _item(random: Random, id: str, parent: str, size: D, units: tuple[Unit, ...]) -> Indicator:
    weighted = random.random() < 0.4
    own = random.random() < 0.1
    return Indicator(
        id,
        f"指标{id}",
        order=random.randint(0, 5),
        parent=parent,
        applies=(random.choice(units).id,) if own else (),
        points=None if weighted else size,
        weight=size if weighted else None,
        scale=random.choice((None, None, D(100))),
        combine=random.choice(("sum", "sum", "sum", "sum", "lowest", "highest", "product", "worst_only")),
        limits=random.choice((Limits(), Limits(), Limits(no_floor=True), Limits(no_cap=True), Limits(D(1)))),
        not_applicable=random.choice((None, None, None, "full", "rescale_parent", "class_mean", "smaller")),
        rounding=random.choice((None, None, 1)),
        rule=_rule(random),
    )


def _adding() -> Rule:
    honours = (Honour("honour", levels={"province": D(3), "city": D(1)}),)
    return Add(honours)


def _taking() -> Rule:
    return Deduct(
        (Fault("accident", each=D(5)), Fault("criticism", each=D(2))), from_zero=True, unrecorded="none"
    )


def _rule(random: Random) -> Rule | None:
    made: tuple[Rule | None, ...] = (
        None,
        METHODS["given"](),
        Linear(target=D(random.randint(1, 20))),
        Linear(missed_factor=D("0.8")),
        Bands((Band(D(8), D(10)), Band(D(3), D(5)))),
        Deduct((Fault(each=D("0.5"), kind="criticism"),), unrecorded=random.choice(("none", "missing"))),
        Panel(),
        ProportionOfFirst(),
        RankPoints(first=(D(6), D(4), D(2))),
    )
    return random.choice(made)


def sheets_of(random: Random, scheme: Scheme) -> tuple[Sheet, ...]:
    """Sheets for a scheme, made by a source of chance."""
    outer = {period.parent for period in scheme.periods}
    periods = ("", *(period.id for period in scheme.periods if period.id not in outer))
    found: list[Sheet] = []
    for period in periods:
        found.append(_sheet(random, scheme, f"v{period}", "verified", period))
        if random.random() < 0.3:
            found.append(_sheet(random, scheme, f"w{period}", "verified", period, share=0.3))
        if random.random() < 0.3:
            found.append(_sheet(random, scheme, f"m{period}", "meeting", period, share=0.2))
        if random.random() < 0.3:
            found.append(_sheet(random, scheme, f"o{period}", "self", period))
        for assessor in ASSESSORS[: random.randint(0, 3)]:
            found.append(_ratings(random, scheme, assessor, period))
        if period and random.random() < 0.2:
            found[-1] = replace(found[-1], held=False, entries={}, kind="verified", by="办公室")
        if period and random.random() < 0.2:
            totals = {unit.id: _number(random) for unit in scheme.units if random.random() < 0.5}
            found.append(Sheet(f"t{period}", scheme.id, "verified", "办公室", period, totals=totals))
    return tuple(found)


def _sheet(random: Random, scheme: Scheme, id: str, kind: str, period: str, share: float = 0.8) -> Sheet:
    entries = {
        unit.id: {
            indicator.id: entry_of(random, indicator.rule)
            for indicator in scheme.indicators
            if random.random() < share
        }
        for unit in scheme.units
        if random.random() < 0.9
    }
    events = tuple(_event(random, scheme, f"{id}e{number}") for number in range(random.choice((0, 0, 2, 5))))
    day = date(YEAR, 12, random.randint(1, 28))
    return Sheet(id, scheme.id, kind, f"部门{id}", period, day, True, entries, events)  # type: ignore[arg-type]


def _ratings(random: Random, scheme: Scheme, assessor: str, period: str) -> Sheet:
    entries = {
        unit.id: {each.id: Entry(score=D(random.randint(0, 10))) for each in scheme.indicators}
        for unit in scheme.units
    }
    return Sheet(f"{assessor}{period}", scheme.id, "rating", assessor, period, entries=entries)


def entry_of(random: Random, rule: Rule | None) -> Entry:
    """What somebody may have entered for an item with this rule."""
    chance = random.random()
    if chance < 0.12:
        return Entry(not_applicable=True, reason="不涉及")
    if chance < 0.2 or rule is None:
        return Entry(score=_number(random), reason="酌情")
    if chance < 0.25:
        return Entry()
    figures: dict[str, D] = {}
    value = score = None
    for each in rule.inputs():
        if each.name == "value":
            value = _number(random)
        elif each.kind == "score":
            score = _number(random)
        elif each.kind == "count":
            figures[each.name] = D(random.randint(0, 4))
        elif each.kind == "number":
            figures[each.name] = _number(random)
    late = Evidence("佐证.pdf", day=date(YEAR, 12, random.randint(1, 31)))
    return Entry(value, figures, score=score, evidence=(late,) if random.random() < 0.2 else ())


def _number(random: Random) -> D:
    return random.choice(
        (D(random.randint(0, 20)), D(random.randint(0, 2000)) / 100, D(random.randint(0, 100)))
    )


def _event(random: Random, scheme: Scheme, id: str) -> Event:
    day = date(YEAR - 1, 11, 1) + timedelta(days=random.randint(0, 430))
    return Event(
        id,
        random.choice(scheme.units).id,
        random.choice(KINDS),
        indicator=random.choice(("", "", random.choice(scheme.indicators).id)),
        day=random.choice((None, day, day, day)),
        level=random.choice(("province", "city", "")),
        matter=random.choice(("", "m1", "m2")),
        points=random.choice((None, D(1))),
        deaths=random.choice((0, 1, 3)),
    )


def changed(random: Random, scheme: Scheme, held: tuple[Sheet, ...]) -> Sheet:
    """One of the sheets with something in it changed: a cell, an event, an item taken out, a total."""
    sheet = random.choice(held)
    chance = random.random()
    if chance < 0.2:
        return replace(sheet, events=(*sheet.events, _event(random, scheme, f"{sheet.id}new")))
    if chance < 0.3:
        return replace(sheet, events=sheet.events[1:])
    if chance < 0.35:
        return replace(sheet, held=not sheet.held)
    unit, indicator = random.choice(scheme.units).id, random.choice(scheme.indicators)
    row = dict(sheet.entries.get(unit, {}))
    if chance < 0.45:
        row.pop(indicator.id, None)
    else:
        row[indicator.id] = entry_of(random, indicator.rule)
    return replace(sheet, entries={**sheet.entries, unit: row})


def nudged(random: Random, scheme: Scheme) -> Scheme:
    """The scheme with one thing changed: a weight, points, a treatment, a rule, a setting, an override."""
    indicator = random.choice(scheme.indicators)
    chance = random.random()
    if chance < 0.5:
        size = D(random.randint(1, 40))
        held = (
            replace(indicator, weight=size)
            if indicator.weight is not None
            else replace(indicator, points=size)
        )
        return scheme.with_indicator(held)
    if chance < 0.6:
        return scheme.with_indicator(replace(indicator, not_applicable=random.choice(("full", "class_mean"))))
    if chance < 0.7 and indicator.rule is not None:
        return scheme.with_indicator(replace(indicator, rule=_rule(random)))
    if chance < 0.8:
        return replace(scheme, settings=_settings(random))
    if chance < 0.9:
        return replace(scheme, classes=tuple(replace(each, rounding=1) for each in scheme.classes))
    return replace(scheme, overrides=(Override(random.choice(scheme.units).id, indicator.id, points=D(7)),))
