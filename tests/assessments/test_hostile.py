"""Whatever a person writes, scoring and checking go on: with findings, never with an exception."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal as D
from random import Random

import pytest
from hypothesis import given, settings

from assessments.checks import check
from assessments.rules import METHODS
from assessments.rules.baseline import Baseline
from assessments.rules.linear import Linear
from assessments.rules.votes import Votes
from assessments.scheme import NotApplicable, Scheme, Settings, Unit, UnitClass
from assessments.scoring import score
from assessments.sheet import Entry, Sheet
from tests.assessments.hostile import any_rule, hostile, spoiled
from tests.assessments.replay import assert_all_replay
from tests.assessments.short import FOUR, NONE, found, item, result, scheme, scored, sheet, units
from tests.assessments.strategies import chances, scheme_of, sheets_of


@settings(max_examples=400, deadline=None)
@given(chances())
def test_nothing_that_is_written_stops_the_scoring_or_the_check(random: Random) -> None:
    held = hostile(random, scheme_of(random))
    sheets = sheets_of(random, held) if held.units and held.indicators else ()
    sheets = spoiled(random, sheets, random.choice((0.0, 0.05, 0.2)))
    results = score(held, sheets)
    assert {each.unit for each in results.units} <= {unit.id for unit in held.units}
    check(held)


def test_the_hostile_rules_are_of_every_method() -> None:
    random = Random(1)
    assert {any_rule(random).method for _ in range(2000)} == set(METHODS)


def test_a_scheme_with_nothing_in_it() -> None:
    empty = Scheme("s", "", 2026)
    assert score(empty, ()).units == ()
    assert "scheme.no_units" in [each.code for each in check(empty)]
    assert score(replace(empty, year=0, classes=(UnitClass("c", ""),)), (sheet(a="1"),)).units == ()


def test_a_class_without_units_and_a_unit_without_items() -> None:
    held = scheme(
        item("a", "100", applies=("c",)),
        classes=(UnitClass("c", "甲类"), UnitClass("d", "乙类", grades=FOUR), UnitClass("e", "丙类")),
        units=(Unit("u", "甲", "c"), Unit("w", "乙", "d"), Unit("x", "丙", "nowhere")),
    )
    results = scored(held, sheet(a="88"))
    assert [(each.unit, each.total, each.grade) for each in results.units] == [
        ("u", 88, ""),
        ("w", 0, "fail"),
    ]
    assert {"scheme.unit_without_items", "scheme.unknown_class"} <= {each.code for each in check(held)}


@pytest.mark.parametrize(
    "treatment", ["rescale_total", "rescale_parent", "full", "class_mean", "smaller", "zero"]
)
def test_a_unit_to_which_nothing_applies(treatment: NotApplicable) -> None:
    held = scheme(item("a", "60"), item("b", "40"), settings=Settings(not_applicable=treatment))
    done = result(held, sheet(a=NONE, b=NONE))
    assert done.total == (100 if treatment == "full" else 0)
    assert done.missing == (2 if treatment == "class_mean" else 0)


def test_a_class_in_which_all_are_equal_shares_the_first_place() -> None:
    held = scheme(item("a", "100"), units=units(*"uvw"))
    results = scored(held, *(sheet(unit, a="90") for unit in "uvw"))
    assert [each.rank for each in results.units] == [1, 1, 1]


def test_what_cannot_be_reckoned_is_missing_and_says_so() -> None:
    votes = Votes({"好": D(100)}, out_of=D(0))
    held = scheme(item("a", "50", rule=votes), item("b", "50", rule=Baseline((), 2020, goal=D(5))))
    observed = {"a": Entry(figures={"好": D(3)}), "b": Entry(value=D(1), figures={"baseline": D(2)})}
    done = result(held, sheet(**observed))
    assert [found(done, id).missing for id in "ab"] == [("rule",), ("rule",)]
    assert [found(done, id).state for id in "ab"] == ["missing", "missing"]
    assert [each.code for each in found(done, "a").doubts] == ["doubt.rule_impossible"]
    assert done.missing == 2


def test_a_step_of_nothing_in_an_excess_is_a_doubt_not_a_stop() -> None:
    rule = Linear(target=D(10), excess="steps", extra=D(1), extra_step=D(0))
    done = result(scheme(item("a", "100", rule=rule)), sheet(a=Entry(value=D(20))))
    assert (done.total, done.missing) == (0, 1)


@pytest.mark.parametrize(
    ("from_day", "to_day", "there"),
    [
        (None, date(2025, 12, 15), True),
        (None, date(2025, 11, 30), False),
        (date(2026, 12, 5), None, False),
        (date(2026, 11, 30), None, True),
    ],
)
def test_a_unit_is_scored_where_it_is_ranked(from_day: date | None, to_day: date | None, there: bool) -> None:
    """One that existed on a day of the window is scored and ranked; another is neither."""
    held = scheme(
        item("a", "100"),
        settings=Settings(from_day=date(2025, 12, 1), to_day=date(2026, 11, 30)),
        units=(Unit("u", "甲", "c", from_day=from_day, to_day=to_day), Unit("v", "乙", "c")),
    )
    results = scored(held, sheet("u", a="90"), sheet("v", a="80"))
    assert (results.of("u").total, results.of("u").rank) == ((90, 1) if there else (0, None))
    assert results.of("v").rank == (2 if there else 1)


HASHED = """
from random import Random
from assessments.checks import check
from assessments.scoring import score
from tests.assessments.strategies import scheme_of, sheets_of
for seed in range(40):
    random = Random(seed)
    scheme = scheme_of(random)
    print(score(scheme, sheets_of(random, scheme)), check(scheme))
"""


def test_results_do_not_hang_on_the_order_of_sets() -> None:
    """Sets of names stand in another order in every process."""
    told = {
        subprocess.run(
            (sys.executable, "-c", HASHED),
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(told) == 1
    assert len(told.pop()) > 10_000


def test_a_figure_of_twenty_digits_keeps_them_all() -> None:
    held = scheme(item("a", kind="bonus", points=None), unit_class=UnitClass("c", "甲类", rounding=2))
    done = scored(held, Sheet("s1", "s", "verified", "办", entries={"u": {"a": Entry(score=D("1e19"))}}))
    assert done.of("u").total == D("1e19")
    assert_all_replay(done)
