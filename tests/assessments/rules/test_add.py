"""So much for each thing done: by level, one matter once, shared honours, caps, targets exceeded."""

from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.rules.add import Add, Honour
from assessments.sheet import Event
from tests.assessments.rules.replay import counted, doubts, events, outcome, problems, value

MEDIA = Add(
    (Honour("media", levels={"national": D("0.3"), "province": D("0.2"), "city": D("0.1")}, cap=D(2)),)
)
INNOVATION = Add((Honour("innovation", levels={"national": D(5), "province": D(3), "city": D(1)}),))
PRAISE = Add((Honour("praise", levels={"national": D(2), "province": D(1), "city": D("0.5")}),))


def test_t14_media_reports_up_to_two_points() -> None:
    given = outcome(MEDIA, counted(national=4, province=3, city=5), 2)
    assert [step.value for step in given.steps] == [D("1.2"), D("0.6"), D("0.5"), D("2.3"), 2, 2]
    as_events = events("media", *["national"] * 4, *["province"] * 3, *["city"] * 5)
    assert value(MEDIA, events=as_events, points=2) == 2


def test_t15_commendations_and_ranking_each_with_its_cap() -> None:
    rule = Add((Honour("commendation", cap=D(5)), Honour("ranking", cap=D(15))))
    ledger = (
        *events("commendation", points=D("4")),
        *events("commendation", id="c2", points=D("2.5")),
        *events("ranking", points=D("10")),
        *events("ranking", id="r2", points=D("6")),
    )
    assert value(rule, events=ledger) == 20


def test_t16_one_innovation_praised_by_city_and_province_counts_once() -> None:
    same = events("innovation", "city", "province", matter="one window")
    assert value(INNOVATION, events=same) == 3
    assert value(INNOVATION, events=events("innovation", "city", "province")) == 4
    assert value(Add(INNOVATION.honours, which="every"), events=same) == 4


def test_tiered_best_only() -> None:
    report = Honour("report", levels={"province": D(3), "city": D(2), "county": D(1)})
    rule = Add((report,), which="best")
    assert value(rule, events=events("report", "county", "city", "city")) == 2
    assert value(rule, counted(province=4, county=2)) == 3
    assert value(rule) == 0


def test_invited_visits_half_a_point_each_three_at_most() -> None:
    assert value(Add((Honour("", D("0.5"), cap=D(3)),)), counted(7)) == 3


def test_projects_above_target_two_each_six_at_most() -> None:
    rule = Add((Honour("", D(2), above_target=True, cap=D(6)),))
    assert [value(rule, counted(done, target=5)) for done in (4, 5, 6, 8, 11)] == [0, 0, 2, 6, 6]
    assert outcome(rule, counted(6)).missing == ("target",)
    assert outcome(rule, counted(target=6)).missing == ("value",)


def test_each_further_ten_percent_by_steps_or_in_proportion() -> None:
    by_steps = Honour("", D("0.5"), above=D(100), step=D(10), cap=D(10))
    linear = Honour("", D("0.5"), above=D(100), step=D(10), whole_steps=False, cap=D(10))
    assert value(Add((by_steps,)), counted(135)) == D("1.5")
    assert value(Add((linear,)), counted(135)) == D("1.75")
    assert value(Add((by_steps,)), counted(99)) == 0


def test_shared_honours() -> None:
    first = events("praise", "national", share=2)
    second = events("praise", "national", share=2, place=2)
    rules = {shared: Add(PRAISE.honours, shared=shared) for shared in ("full", "divided", "first")}
    assert {shared: value(rule, events=first) for shared, rule in rules.items()} == {
        "full": 2,
        "divided": 1,
        "first": 2,
    }
    assert {shared: value(rule, events=second) for shared, rule in rules.items()} == {
        "full": 2,
        "divided": 1,
        "first": 0,
    }
    assert value(Add(PRAISE.honours, shared="first", others_share=D("0.5")), events=second) == 1


def test_in_one_document_the_highest_in_full_and_the_others_less() -> None:
    rule = Add(PRAISE.honours, same_document=D("0.5"), document_needed=True)
    paper = events("praise", "national", "province", document="青发〔2026〕1号")
    assert value(rule, events=paper) == D("2.5")
    given = outcome(rule, events=(*paper, *events("praise", "city", id="plaque")))
    assert (given.value, doubts(given)) == (D("2.5"), ["doubt.no_document"])


def test_line_rankings_praise_and_criticism_of_a_department_table() -> None:
    rule = Add((Honour("top_three", levels={"province": D(10), "city": D(5)}),))
    assert value(rule, events=events("top_three", "province", "city")) == 15


def test_nothing_entered_is_nothing_or_missing() -> None:
    rule = Add((Honour("", D(1)),))
    assert value(rule) == 0
    assert outcome(Add(rule.honours, unrecorded="missing")).missing == ("value",)


def test_problems() -> None:
    assert problems(Add()) == [("honours", "rule.nothing_named")]
    assert problems(
        Add((Honour("", above=D(100), step=D(0)),), shared="first", others_share=D(2), cap=D(-1))
    ) == [
        ("cap", "rule.negative"),
        ("others_share", "rule.not_a_share"),
        ("honours.0.step", "rule.not_positive"),
        ("honours.0.each", "rule.needs_each"),
    ]


def test_what_the_settings_leave_without_use_is_told() -> None:
    assert problems(Add((Honour("", D(1), step=D(10)),), others_share=D("0.5"))) == [
        ("others_share", "rule.not_used"),
        ("honours.0.step", "rule.not_used"),
    ]


def test_it_asks_for_counts_by_level_and_counts_its_kinds() -> None:
    assert [each.name for each in MEDIA.inputs()] == ["national", "province", "city", "events"]
    several = Add((*MEDIA.honours, *PRAISE.honours))
    assert [each.name for each in several.inputs()][:2] == ["media_national", "media_province"]
    assert value(several, counted(media_national=1, praise_city=2)) == D("1.3")
    assert several.kinds() == ("media", "praise")


ledgers = st.lists(
    st.builds(
        Event,
        id=st.uuids().map(str),
        unit=st.just("u0"),
        kind=st.sampled_from(("innovation", "media")),
        level=st.sampled_from(("national", "province", "city")),
        matter=st.sampled_from(("", "a", "b")),
        document=st.sampled_from(("", "x", "y")),
        share=st.integers(1, 3),
        place=st.integers(1, 2),
        count=st.integers(1, 3),
    ),
    max_size=7,
    unique_by=lambda event: event.id,
)
BOTH = (*INNOVATION.honours, *MEDIA.honours)


@pytest.mark.parametrize(
    "rule", [Add(BOTH), Add(BOTH, "best", "divided"), Add(BOTH, "every", "first", D("0.3"))]
)
@given(ledger=ledgers)
def test_the_order_of_events_does_not_matter(rule: Add, ledger: list[Event]) -> None:
    assert outcome(rule, events=tuple(ledger)) == outcome(rule, events=tuple(reversed(ledger)))


@given(ledger=ledgers, share=st.decimals(0, 1, places=2))
def test_the_order_does_not_matter_within_one_document(ledger: list[Event], share: D) -> None:
    rule = Add(BOTH, same_document=share)
    assert outcome(rule, events=tuple(ledger)).value == outcome(rule, events=tuple(reversed(ledger))).value


@given(ledgers)
def test_one_more_event_never_costs_points(ledger: list[Event]) -> None:
    for rule in (Add(BOTH), Add(BOTH, "best"), Add(BOTH, "every", "divided")):
        if ledger:
            assert value(rule, events=tuple(ledger)) >= value(rule, events=tuple(ledger[1:]))


@given(ledgers)
def test_the_highest_of_each_matter_equals_brute_force(ledger: list[Event]) -> None:
    levels = {"national": D(5), "province": D(3), "city": D(1)}
    best: dict[str, D] = {}
    for event in ledger:
        key = event.matter or f"own {event.id}"
        if event.kind == "innovation":
            best[key] = max(best.get(key, D(0)), levels[event.level] * event.count)
    own = tuple(event for event in ledger if event.kind == "innovation")
    assert value(INNOVATION, events=own) == sum(best.values())
