"""So much off for each thing found, within the caps that the scheme sets."""

from datetime import date
from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.rules.deduct import Deduct
from assessments.rules.faults import Fault
from assessments.sheet import Entry, Event
from tests.assessments.rules.replay import counted, doubts, events, outcome, problems, value


def fault(kind: str = "", each: str | None = "1", **more: object) -> Fault:
    """A fault with its points each."""
    return Fault(kind, None if each is None else D(each), **more)  # type: ignore[arg-type]


FOUR = Deduct(tuple(fault(kind, "0.5", cap=D(2)) for kind in ("plan", "report", "drill", "training")))


def test_t12_four_sub_items_each_with_its_own_cap() -> None:
    entry = counted(plan=5, report=1, drill=0, training=6)
    given = outcome(FOUR, entry, 8)
    assert given.value == D("3.5")
    assert [step.value for step in given.steps] == [D("2.5"), 2, D("0.5"), 3, 2, D("3.5")]


def test_each_missing_duty_half_a_point_two_at_most() -> None:
    rule = Deduct((fault(each="0.5", cap=D(2)),))
    assert [value(rule, counted(times), 8) for times in (0, 1, 4, 9)] == [8, D("7.5"), 6, 6]


def test_the_indicators_floor_is_not_the_rules() -> None:
    assert value(Deduct((fault(each="2"),)), counted(3), 4) == -2
    assert value(Deduct((fault("person", "5"), fault("group", "10"))), counted(person=3, group=2), 9) == -26


def test_two_faults_capped_at_four_in_an_item_of_six() -> None:
    rule = Deduct((fault("a", "1", cap=D(4)), fault("b", "1", cap=D(4))))
    assert value(rule, counted(a=9, b=1), 6) == 1
    assert value(rule, counted(a=9, b=9), 6) == -2


def test_t13_a_major_deduction_stands_outside_the_cap() -> None:
    rule = Deduct((fault("a", "8"), fault("b", "6"), fault("c", "9"), fault("d", "5", major=True)), cap=D(20))
    assert value(rule, counted(a=1, b=1, c=1, d=0), 20) == 0
    assert value(rule, counted(a=1, b=1, c=1, d=1), 20) == -5


def test_an_incident_of_thirty_in_an_item_of_six() -> None:
    assert value(Deduct((fault(each="30"),)), counted(1), 6) == -24


def test_found_once_half_a_point_twice_everything() -> None:
    rule = Deduct((fault(each="0.5", all_from=2),))
    assert [value(rule, counted(times), 3) for times in (0, 1, 2, 5)] == [3, D("2.5"), 0, 0]


@pytest.mark.parametrize(
    ("further", "left"),
    [("same", [10, 9, 8, 7, 6]), ("double", [10, 9, 7, 5, 3]), ("doubling", [10, 9, 7, 3, -5])],
)
def test_first_one_each_further_doubled_in_both_readings(further: str, left: list[int]) -> None:
    rule = Deduct((fault(further=further),))
    assert [value(rule, counted(times), 10) for times in range(5)] == left


def test_what_happens_again_counts_double() -> None:
    rule = Deduct((fault("petition", "5", repeated=D(2)),), unrecorded="none")
    once = events("petition", "")
    again = events("petition", "", id="x", repeated=True)
    assert value(rule, events=once) == 95
    assert value(rule, events=(*once, *again)) == 85


def test_a_range_of_judgement() -> None:
    rule = Deduct((fault("quality", None, least=D(1), most=D(5)),))
    assert value(rule, events=events("quality", points=D(3)), points=10) == 7
    assert value(rule, events=events("quality", points=D(-3)), points=10) == 7
    outside = outcome(rule, events=events("quality", points=D(6)), points=10)
    assert (outside.value, doubts(outside)) == (5, ["doubt.points_outside"])
    not_yet = outcome(rule, events=events("quality"), points=10)
    assert (not_yet.value, not_yet.missing, doubts(not_yet)) == (None, ("quality",), ["doubt.points_missing"])


def test_judged_events_stand_one_by_one_with_day_and_document() -> None:
    rule = Deduct((fault("quality", None, least=D(1), most=D(5)),))
    two = (
        *events("quality", points=D(3), id="b", day=date(2026, 5, 1), document="青安办〔2026〕3号"),
        *events("quality", points=D(1), id="a", day=date(2026, 6, 1), text="台账缺页"),
    )
    steps = outcome(rule, events=two, points=10).steps
    assert [step.arguments.get("event") for step in steps[:2]] == ["青安办〔2026〕3号", "台账缺页"]
    assert steps[0].arguments["day"] == "2026-05-01"


def test_alike_events_stand_in_one_step() -> None:
    rule = Deduct((fault("late", "0.5"),))
    many = tuple(Event(f"e{number}", "u0", "late") for number in range(40))
    steps = outcome(rule, events=many).steps
    assert [step.value for step in steps] == [20, 80]


CRITICISM = Deduct((Fault("criticism", levels={"province": D(5), "city": D(3)}),), from_zero=True)


def test_penalties_begin_at_nothing_and_cost_by_level() -> None:
    assert value(CRITICISM) == 0
    assert value(CRITICISM, events=events("criticism", "province", "city", "city")) == -11
    assert value(CRITICISM, counted(city=2)) == -6
    odd = outcome(CRITICISM, events=events("criticism", "moon"))
    assert (odd.value, doubts(odd)) == (None, ["doubt.level_unknown"])


def test_t16_what_comes_off() -> None:
    rule = Deduct(
        (
            fault("accident", "0.5", beyond_quota=D(1), quota_figure="quota"),
            fault("circular", "2"),
            fault("pictures", "3"),
        ),
        from_zero=True,
        unrecorded="none",
    )
    found = (*events("accident"), *events("circular"), *events("pictures"))
    assert value(rule, counted(quota=1), events=found) == D("-5.5")
    more = (*found, *events("accident", id="second"))
    assert value(rule, counted(quota=1), events=more) == D("-6.5")
    assert outcome(rule, events=more).missing == ("quota",)


def test_accidents_by_their_dead() -> None:
    rule = Deduct(
        (
            fault("accident", "5", deaths_from=3, deaths_to=5),
            fault("accident", "10", deaths_from=6, deaths_to=9),
        )
    )
    four, seven, one = (events("accident", id=f"e{dead}", deaths=dead) for dead in (4, 7, 1))
    assert value(rule, events=(*four, *seven, *one)) == 85
    assert problems(rule) == []


def test_loss_counts_as_deaths_a_part_as_a_whole() -> None:
    rule = Deduct((fault("accident", "2", each_for="death", loss_per_death=D(5_000_000)),))
    assert value(rule, events=events("accident", deaths=1, loss=D(5_000_001))) == 94
    assert value(rule, events=events("accident", loss=D(5_000_000))) == 98


def test_without_responsibility_nothing_comes_off_where_the_scheme_says_so() -> None:
    innocent = events("accident", responsible=False)
    assert value(Deduct((fault("accident", "5"),)), events=innocent) == 95
    assert (
        value(Deduct((fault("accident", "5", if_responsible=True),), unrecorded="none"), events=innocent)
        == 100
    )


def test_only_the_worst_head_counts() -> None:
    rule = Deduct((fault("dead", "10"), fault("hurt", "3"), fault("fires", "4")), together="worst")
    assert value(rule, counted(dead=1, hurt=3, fires=2)) == 90


def test_each_finding_in_a_sample_of_sub_units() -> None:
    assert value(Deduct((fault("sampled", "0.2"),)), counted(7), 5) == D("3.6")


def test_what_was_not_counted_is_missing_unless_the_scheme_takes_it_for_nothing() -> None:
    assert outcome(FOUR, counted(plan=1), 8).missing == ("report", "drill", "training")
    assert value(Deduct(FOUR.faults, unrecorded="none"), None, 8) == 8
    assert value(FOUR, Entry(figures={"plan": D(1)}, done=True), 8) == D("7.5")


def test_counts_and_events_of_a_kind_count_together() -> None:
    assert value(Deduct((fault("late", "1"),)), counted(2), events=events("late", "", "", count=2)) == 94


@pytest.mark.parametrize("count", ["-1", "1.5", "1e9"])
def test_what_is_no_count_is_not_scored(count: str) -> None:
    given = outcome(Deduct((fault(),)), counted(count))
    assert (given.value, given.missing, doubts(given)) == (None, ("value",), ["doubt.no_count"])


def test_a_kind_that_the_rule_does_not_know_is_doubted_and_not_counted() -> None:
    given = outcome(Deduct((fault("late", "1"),), unrecorded="none"), events=events("lost"))
    assert (given.value, doubts(given)) == (100, ["doubt.kind_unknown"])
    assert value(Deduct((fault("late", "1"), fault("", "2")), unrecorded="none"), events=events("lost")) == 98


def test_problems() -> None:
    assert problems(Deduct()) == [("faults", "rule.nothing_named")]
    assert problems(Deduct((fault("a", "-1"), fault("a", "1")))) == [
        ("faults.0.each", "rule.negative"),
        ("faults.1.kind", "rule.named_twice"),
    ]
    assert problems(Deduct((fault("a", "2", least=D(3), most=D(1), cap=D(1)),))) == [
        ("faults.0.least", "rule.range_turned"),
        ("faults.0.each", "rule.points_twice"),
        ("faults.0.cap", "rule.cap_below_one"),
    ]
    assert problems(Deduct((fault("a", "1", repeated=D(2), further="double"),))) == [
        ("faults.0.further", "rule.doubled_twice")
    ]
    assert problems(Deduct((fault("a", repeated=D(2), beyond_quota=D(2)), fault("b", inside_quota=2)))) == [
        ("faults.0.repeated", "rule.not_used"),
        ("faults.1.inside_quota", "rule.not_used"),
    ]


def test_it_asks_for_a_count_of_each_kind() -> None:
    assert [(each.name, each.required) for each in FOUR.inputs()] == [
        ("plan", True),
        ("report", True),
        ("drill", True),
        ("training", True),
        ("events", False),
    ]
    assert [each.name for each in Deduct((fault(),)).inputs()] == ["value", "events"]
    assert FOUR.kinds() == ("plan", "report", "drill", "training")


ledgers = st.lists(
    st.builds(
        Event,
        id=st.uuids().map(str),
        unit=st.just("u0"),
        kind=st.sampled_from(("late", "quality", "criticism")),
        level=st.sampled_from(("province", "city")),
        count=st.integers(1, 4),
        points=st.decimals(1, 5, places=1),
        repeated=st.booleans(),
    ),
    max_size=8,
    unique_by=lambda event: event.id,
)
MIXED = Deduct(
    (
        fault("late", "0.7", repeated=D(2)),
        fault("quality", None, least=D(1), most=D(4), cap=D(9)),
        Fault("criticism", levels={"province": D(5), "city": D(3)}),
    ),
    unrecorded="none",
)


@given(ledgers)
def test_the_order_of_events_does_not_matter(ledger: list[Event]) -> None:
    turned = list(reversed(ledger))
    assert outcome(MIXED, events=tuple(ledger)) == outcome(MIXED, events=tuple(turned))


@given(ledgers)
def test_one_more_event_never_brings_points(ledger: list[Event]) -> None:
    if ledger:
        assert value(MIXED, events=tuple(ledger)) <= value(MIXED, events=tuple(ledger[1:]))


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 30), st.integers(1, 40)), min_size=1, max_size=5))
def test_nested_caps_equal_brute_force(kinds: list[tuple[int, int, int]]) -> None:
    faults = tuple(fault(f"k{n}", str(each), cap=D(cap)) for n, (_, each, cap) in enumerate(kinds))
    counts = {f"k{n}": times for n, (times, _, _) in enumerate(kinds)}
    observed = counted(next(iter(counts.values()))) if len(kinds) == 1 else counted(**counts)
    expected = 100
    for times, each, cap in kinds:
        lost = 0
        for _ in range(times):
            lost = min(cap, lost + each)
        expected -= lost
    assert value(Deduct(faults), observed) == expected
