"""The quota brings the base, what is beyond it more."""

from decimal import Decimal as D

from hypothesis import given
from hypothesis import strategies as st

from assessments.rules.quota_and_excess import Quota, QuotaAndExcess
from tests.assessments.rules.replay import counted, doubts, events, outcome, problems, value

REPORTS = (Quota("province", 1, D(2)), Quota("city", 2, D(1)), Quota("county", 2, D("0.5")))
RULE = QuotaAndExcess(REPORTS)


def test_one_two_and_two_reports_are_five_points_and_more_bring_two_one_and_a_half() -> None:
    assert value(RULE, counted(province=1, city=2, county=2), 5) == 5
    assert value(RULE, counted(province=2, city=3, county=3), 5) == D("8.5")
    assert value(RULE, counted(province=0, city=5, county=2), 5) == 0


def test_a_base_by_share_and_excess_though_another_is_short() -> None:
    short = counted(province=0, city=3, county=2)
    assert value(QuotaAndExcess(REPORTS, short="share"), short, 5) == 4
    assert value(QuotaAndExcess(REPORTS, short="share", excess_when_short=True), short, 5) == 5
    assert value(QuotaAndExcess(REPORTS, base=D(3)), counted(province=1, city=2, county=2), 5) == 3


def test_information_from_zero_a_missing_one_loses_the_base_of_its_period() -> None:
    quarters = tuple(Quota(f"q{n}", 3, D(1), D(1)) for n in (1, 2, 3, 4))
    rule = QuotaAndExcess(quarters)
    assert value(rule, counted(q1=3, q2=5, q3=2, q4=3), 0) == 3 + 5 + 0 + 3
    assert value(QuotaAndExcess(quarters, short="share"), counted(q1=3, q2=5, q3=2, q4=3), 0) == 13


def test_reports_from_the_ledger() -> None:
    rule = QuotaAndExcess(REPORTS, kind="report")
    assert value(rule, events=events("report", "province", "city", "city", "county", "county"), points=5) == 5
    assert (
        value(rule, counted(city=1), events=events("report", "province", "city", "county", count=2), points=5)
        == 8
    )
    assert rule.kinds() == ("report",)


def test_what_is_not_counted_is_missing() -> None:
    assert outcome(RULE, counted(city=2), 5).missing == ("province", "county")
    given = outcome(RULE, counted(province=-1, city=2, county=2), 5)
    assert (given.value, doubts(given)) == (None, ["doubt.no_count"])


def test_problems() -> None:
    assert problems(QuotaAndExcess()) == [("quotas", "rule.nothing_named")]
    odd = QuotaAndExcess((Quota("a", -1, D(-1), D(-1)), Quota("a")), base=D(-2))
    assert problems(odd) == [
        ("base", "rule.negative"),
        ("quotas.0.needed", "rule.negative"),
        ("quotas.0.beyond_each", "rule.negative"),
        ("quotas.0.each", "rule.negative"),
        ("quotas.1.name", "rule.named_twice"),
    ]


numbers = st.integers(0, 6)


@given(numbers, numbers, numbers, st.sampled_from(("province", "city", "county")))
def test_one_more_never_costs_points(province: int, city: int, county: int, more: str) -> None:
    held = {"province": province, "city": city, "county": county}
    for rule in (RULE, QuotaAndExcess(REPORTS, short="share", excess_when_short=True)):
        assert value(rule, counted(**{**held, more: held[more] + 1}), 5) >= value(rule, counted(**held), 5)
