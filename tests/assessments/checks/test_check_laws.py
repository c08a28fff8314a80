"""Whatever a scheme looks like, its check says something of it, and the same whatever order it came in."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal as D
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from assessments.rules.all_or_nothing import AllOrNothing
from assessments.rules.deduct import Deduct
from assessments.rules.faults import Fault
from assessments.rules.linear import Linear
from assessments.scheme import (
    EventTrigger,
    Grade,
    Indicator,
    Minimum,
    Override,
    Period,
    Quota,
    Scheme,
    ScoreTrigger,
    Unit,
    UnitClass,
    Veto,
)
from tests.assessments.checks.schemes import checked

ids = st.sampled_from(["a", "b", "c", "d", "e"])
names = ids | st.just("")
members = st.lists(st.sampled_from(["a", "u1", "u2", "k1", "k2"]), max_size=2).map(tuple)
numbers = st.none() | st.integers(-5, 120).map(D)
rules = st.sampled_from(
    [None, AllOrNothing(), Linear(D(0)), Linear(), Deduct((Fault("x", each=D(1)),)), Deduct((Fault("y"),))]
)


def records(record: Any, /, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """Up to five records of a kind with different ids."""
    return st.lists(st.builds(record, **fields), max_size=5, unique_by=lambda each: each.id).map(tuple)


indicators = records(
    Indicator,
    id=ids,
    title=ids,
    order=st.integers(1, 3),
    parent=names,
    applies=members,
    kind=st.sampled_from(["normal", "normal", "bonus", "penalty", "multiplier", "information"]),
    points=numbers,
    weight=numbers,
    scale=numbers,
    combine=st.sampled_from(["sum", "lowest", "product"]),
    not_applicable=st.sampled_from([None, "class_mean", "smaller"]),
    rule=rules,
    periods=st.lists(ids, max_size=1).map(tuple),
)
grades = records(
    Grade,
    id=ids,
    title=ids,
    lower=st.integers(-5, 120).map(D),
    order=st.integers(1, 3),
    upper=numbers,
    minimums=st.lists(st.builds(Minimum, ids, st.integers(0, 120).map(D)), max_size=1).map(tuple),
    base=names,
    quota=st.none() | st.builds(Quota, count=st.none() | st.integers(0, 3), percent=numbers),
    passing=st.booleans(),
)
vetoes = records(
    Veto,
    id=ids,
    title=ids,
    effect=st.sampled_from(["zero", "minus", "fail", "talk"]),
    applies=members,
    event=st.none() | st.builds(EventTrigger, st.lists(ids, max_size=2).map(tuple)),
    score=st.none()
    | st.builds(ScoreTrigger, names, numbers, st.booleans(), st.none() | st.integers(0, 3), names),
)
schemes = st.builds(
    Scheme,
    id=st.just("s"),
    title=st.just("青禾县考核办法"),
    year=st.just(2026),
    classes=st.builds(lambda first: (UnitClass("k1", "乡镇", grades=first), UnitClass("k2", "部门")), grades),
    units=records(
        Unit, id=st.sampled_from(["u1", "u2", "u3"]), name=ids, unit_class=st.sampled_from(["k1", "k2", "k"])
    ),
    indicators=indicators,
    overrides=st.lists(st.builds(Override, st.sampled_from(["u1", "u9"]), ids, numbers), max_size=2).map(
        tuple
    ),
    periods=records(Period, id=ids, title=ids, parent=names, weight=st.integers(-1, 100).map(D)),
    vetoes=vetoes,
)


@given(schemes)
def test_every_scheme_can_be_checked(subject: Scheme) -> None:
    for finding in checked(subject):
        assert finding.where.path


@given(schemes)
def test_the_order_of_what_came_changes_nothing(subject: Scheme) -> None:
    turned = replace(
        subject,
        units=subject.units[::-1],
        indicators=subject.indicators[::-1],
        vetoes=subject.vetoes[::-1],
        periods=subject.periods[::-1],
        classes=tuple(replace(each, grades=each.grades[::-1]) for each in subject.classes[::-1]),
    )
    assert set(map(str, checked(turned))) == set(map(str, checked(subject)))
