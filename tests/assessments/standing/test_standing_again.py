"""A class settled again after a change is the class settled in full."""

from dataclasses import replace
from decimal import Decimal as D

from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.scheme import EventTrigger, Quota, Scheme, ScoreTrigger, Unit, UnitClass, Veto
from assessments.sheet import Event
from assessments.standing import Standing, settle
from tests.assessments.drafts import FOUR, award, draft

NAMES = ("a", "b", "c", "d", "e", "f")
CLASS = UnitClass(
    "a",
    "甲类",
    rounding=0,
    tie_keys=("raw",),
    grades=(replace(FOUR[0], quota=Quota(percent=D(34))), replace(FOUR[1], quota=Quota(count=1)), *FOUR[2:]),
    awards=(award("first", places=1), award("last", first=5)),
)
VETOES = (
    Veto("v1", "事故", "minus", points=D(20), event=EventTrigger(("accident",))),
    Veto("v2", "低分", "zero", score=ScoreTrigger(below=D(50))),
    Veto("v3", "末位", "downgrade", score=ScoreTrigger(last=1)),
    Veto("v4", "不合格", "talk", score=ScoreTrigger(grade="fail")),
)
SCHEME = Scheme(
    "s", "办法", 2026, classes=(CLASS,), units=tuple(Unit(name, name, "a") for name in NAMES), vetoes=VETOES
)
changes = st.lists(
    st.tuples(st.sampled_from(NAMES), st.integers(80, 200).map(lambda half: D(half) / 2), st.booleans()),
    max_size=6,
)


@settings(max_examples=60)
@given(changes)
def test_again_is_the_same_as_in_full(steps: list[tuple[str, D, bool]]) -> None:
    drafts = {name: draft(name, 80 + place) for place, name in enumerate(NAMES)}
    events: dict[str, tuple[Event, ...]] = {}
    standing = Standing.of(SCHEME, CLASS, tuple(drafts.values()), events, None)
    for name, raw, hurt in steps:
        drafts[name] = draft(name, raw)
        events = {**events, name: (Event("e", name, "accident"),) if hurt else ()}
        standing = standing.again(tuple(drafts.values()), events)
        assert standing.results == settle(SCHEME, CLASS, tuple(drafts.values()), events, None)


def test_the_results_of_units_that_nothing_touches_are_the_very_same() -> None:
    drafts = tuple(draft(name, 60 + 3 * place) for place, name in enumerate(NAMES))
    before = Standing.of(SCHEME, CLASS, drafts, {}, None)
    after = before.again((draft("a", 61), *drafts[1:]), {})
    assert after.results[0].total == 61
    assert all(one is other for one, other in zip(before.results[1:], after.results[1:], strict=True))
