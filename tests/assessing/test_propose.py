"""From a plan to a scheme: nothing that was asked is lost, nothing is invented, every number adds up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessments.numbers import plain
from assessments.scheme import Indicator, Scheme
from assessments.tree import tree_of
from planner.assessing import Proposal, Weights, bodies_of, measure_of, propose, sheet_of
from planner.data import data_folder
from planner.departments import Roster
from planner.drafting.draft import Pick, draft
from planner.plan import ROLES, Due, Duty, Level, Measure, Plan, Recurrence, RoleName, Section, Target, Task
from planner.sharing.toml import read_plan
from planner.text import say
from tests.strategies import plans

FILES = tuple(
    sorted(file.name for file in (data_folder() / "plans").iterdir() if file.name.endswith(".toml"))
)
TOWNSHIPS = ("柳河镇", "石桥镇", "青龙乡")
CARRYING: tuple[RoleName, ...] = ("lead", "responsible")
few = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@cache
def built_in(file: str) -> Plan:
    plan, findings = read_plan((data_folder() / "plans" / file).read_bytes(), file)
    assert plan is not None, findings
    return plan


def leaves(scheme: Scheme, unit: str) -> list[Indicator]:
    return [node.indicator for node in tree_of(scheme, scheme.unit(unit)).leaves()]


def asked_of(plan: Plan, names: set[str]) -> Iterator[tuple[Measure, set[RoleName]]]:
    """The measures in which any of these names has a role, and its roles: read from the plan alone."""
    for task in plan.tasks:
        for measure in task.measures:
            roles: set[RoleName] = {role for role in ROLES if names & set(measure.duty.names(role))}
            if roles:
                yield measure, roles


def expected(measure: Measure, roles: set[RoleName]) -> int:
    """How many indicators a body owes to a measure in which it has these roles."""
    if roles & set(CARRYING):
        return len(measure.targets) + len(measure.recurrences) + len(measure.dues) or 1
    return 1 if "support" in roles else 0


def check_nothing_lost_or_invented(plan: Plan, roster: Roster, proposal: Proposal) -> None:
    bodies = bodies_of(plan, roster, TOWNSHIPS)
    scheme = proposal.scheme
    for unit in bodies.units:
        own = {name for name, held in bodies.holders.items() if unit.id in held}
        of_class = {name for name, held in bodies.holders.items() if unit.unit_class in held}
        sheet = sheet_of(plan, bodies, scheme, unit.id)
        assert sheet.others == ()
        assert [(asked.measure, set(asked.roles)) for asked in sheet.asked] == list(
            asked_of(plan, own | of_class)
        )
        for asked in sheet.asked:
            mine = {role for role in asked.roles if own & set(getattr(asked.measure.duty, role))}
            class_roles = {role for role in asked.roles if of_class & set(getattr(asked.measure.duty, role))}
            owed = expected(asked.measure, set(asked.roles))
            if mine & set(CARRYING) and "support" in class_roles and not class_roles & set(CARRYING):
                owed += 1
            assert len(asked.indicators) == owed
            assert len({indicator.id for indicator in asked.indicators}) == owed
    units = {unit.id for unit in scheme.units}
    for unit in bodies.units:
        scored = any(a.indicators for a in sheet_of(plan, bodies, scheme, unit.id).asked)
        assert (unit.id in units) == scored
    held = Counter(name for indicator in scheme.indicators for name in indicator.applies)
    assert set(held) <= units | {each.id for each in scheme.classes}


def check_points(proposal: Proposal) -> None:
    scheme = proposal.scheme
    for unit in scheme.units:
        tree = tree_of(scheme, unit)
        assert sum((node.points or Decimal(0) for node in tree.leaves()), Decimal(0)) == Decimal(100)
        for node in tree.leaves():
            assert node.points is not None
            assert node.indicator.rule is not None
            assert list(node.indicator.rule.problems(node.points)) == [], node.indicator


def check_reasons(proposal: Proposal) -> None:
    leaf_ids = {each.id for each in proposal.scheme.indicators if each.rule is not None}
    assert set(proposal.reasons) == leaf_ids
    for id, reason in proposal.reasons.items():
        indicator = proposal.scheme.indicator(id)
        assert indicator.applies == (reason.holder,)
        assert indicator.points is not None
        assert reason.points.arguments["points"] == plain(indicator.points)
        for why in (reason.rule, reason.points, reason.scorer):
            assert say(why.code, **why.arguments)
        assert (indicator.scorers == ()) == (reason.scorer.code == "propose.scorer_none")
    for finding in proposal.findings:
        assert say(finding.code, **finding.arguments)


@few
@given(plan=plans())
def test_any_plan_is_asked_of_every_body_whole_and_exact(plan: Plan, roster: Roster) -> None:
    proposal = propose(plan, roster, townships=TOWNSHIPS)
    check_nothing_lost_or_invented(plan, roster, proposal)
    check_points(proposal)
    check_reasons(proposal)


@pytest.mark.parametrize("file", FILES)
def test_the_built_in_plans_are_asked_of_every_body_whole_and_exact(file: str, roster: Roster) -> None:
    plan = built_in(file)
    proposal = propose(plan, roster, townships=TOWNSHIPS)
    check_nothing_lost_or_invented(plan, roster, proposal)
    check_points(proposal)
    check_reasons(proposal)


@few
@given(plan=plans(), data=st.data())
def test_the_same_plan_gives_the_same_scheme_in_whatever_order_it_came(
    plan: Plan, roster: Roster, data: st.DataObject
) -> None:
    tasks = tuple(data.draw(st.permutations(plan.tasks)))
    assert propose(replace(plan, tasks=tasks), roster) == propose(plan, roster)


@few
@given(plan=plans())
def test_no_body_scores_itself(plan: Plan, roster: Roster) -> None:
    bodies = bodies_of(plan, roster)
    for indicator in propose(plan, roster).scheme.indicators:
        for name in indicator.scorers:
            assert not set(bodies.of(name)) & set(indicator.applies)


def one_measure(measure: Measure, **header: str) -> Plan:
    task = Task("task01", "sec001", "排查隐患", measures=(measure,))
    plan = Plan(
        "plan01",
        "2026年青禾县安全生产工作要点",
        2026,
        sections=(Section("sec001", "排查治理"),),
        tasks=(task,),
    )
    return replace(plan, **header)  # type: ignore[arg-type]


def test_who_leads_weighs_more_than_who_is_responsible_and_who_supports_least(roster: Roster) -> None:
    first = Measure("meas01", "甲", duty=Duty(("县应急管理局",), ("县公安局",), ("县教育局",)))
    second = Measure("meas02", "乙", duty=Duty(("县公安局",), ("县教育局",), ("县应急管理局",)))
    third = Measure("meas03", "丙", duty=Duty(("县教育局",), ("县应急管理局",), ("县公安局",)))
    plan = replace(
        one_measure(first), tasks=(Task("task01", "sec001", "排查隐患", measures=(first, second, third)),)
    )
    scheme = propose(plan, roster).scheme
    for unit in ("emergency", "public-security", "education"):
        by_role = {each.task.rpartition("/")[2]: each.points or Decimal(0) for each in leaves(scheme, unit)}
        lead, responsible, support = sorted(by_role.values(), reverse=True)
        assert (lead, responsible, support) == (Decimal("50"), Decimal("37.5"), Decimal("12.5"))


def test_a_measure_s_points_are_shared_by_what_it_asks(roster: Roster) -> None:
    many = Measure(
        "meas01",
        "甲",
        duty=Duty(lead=("县公安局",)),
        targets=(Target("检查60家", "at_least", Decimal(60), "家"),),
        dues=(Due("6月底前", date(2026, 6, 30)),),
    )
    plain_duty = Measure("meas02", "乙", duty=Duty(lead=("县公安局",)), order=2000)
    plan = replace(one_measure(many), tasks=(Task("task01", "sec001", "排查", measures=(many, plain_duty)),))
    points = [each.points for each in leaves(propose(plan, roster).scheme, "public-security")]
    assert points == [Decimal(25), Decimal(25), Decimal(50)]


def test_what_is_left_out_is_not_counted_among_the_parts_any_more(roster: Roster) -> None:
    many = Measure(
        "meas01",
        "甲",
        duty=Duty(lead=("县公安局",)),
        targets=(Target("检查60家", "at_least", Decimal(60), "家"), Target("明显改善")),
        dues=(Due("6月底前", date(2026, 6, 30)),),
    )
    plan = one_measure(many)
    first = propose(plan, roster)
    assert {reason.points.arguments["of"] for reason in first.reasons.values()} == {3}
    less = propose(plan, roster, leave_out=[next(iter(first.reasons))])
    assert [reason.points.arguments["of"] for reason in less.reasons.values()] == [2, 2]
    assert [each.points for each in leaves(less.scheme, "public-security")] == [Decimal(50), Decimal(50)]


def test_no_class_is_proposed_of_which_no_unit_is_known(roster: Roster) -> None:
    measure = Measure("meas01", "甲", duty=Duty(("县公安局",), ("各乡镇",)))
    plan = one_measure(measure, issuer="县安委办")
    without = propose(plan, roster)
    assert [each.id for each in without.scheme.classes] == ["departments"]
    assert {each.applies for each in without.scheme.scored()} == {("public-security",)}
    (finding,) = without.findings
    assert (finding.code, finding.arguments) == ("propose.no_townships", {"count": 1})
    filled = propose(plan, roster, townships=TOWNSHIPS)
    assert [each.id for each in filled.scheme.classes] == ["departments", "townships"]
    assert filled.findings == ()


CASES: tuple[tuple[str, Target | Recurrence | Due | None, str, str], ...] = (
    (
        "a count is scored in proportion",
        Target("检查不少于60家", "at_least", Decimal(60), "家"),
        "linear",
        "propose.linear",
    ),
    (
        "a rate has a threshold",
        Target("整改率95%以上", "at_least", Decimal(95), "%"),
        "threshold",
        "propose.rate",
    ),
    (
        "a rate of exactly 100 too",
        Target("覆盖率100%", "exactly", Decimal(100), "%"),
        "threshold",
        "propose.rate",
    ),
    ("less is better", Target("3日内办结", "at_most", Decimal(3), "日"), "threshold", "propose.at_most"),
    (
        "harm has a quota",
        Target("死亡人数不超过4人", "at_most", Decimal(4), "人"),
        "control_quota",
        "propose.control_quota",
    ),
    (
        "a rise is against last year",
        Target("增长8%", "rise", Decimal(8), "%"),
        "year_on_year",
        "propose.year_on_year",
    ),
    (
        "a fall is against last year",
        Target("下降5%", "fall", Decimal(5), "%"),
        "year_on_year",
        "propose.year_on_year",
    ),
    (
        "nothing may happen",
        Target("责任事故为0", "exactly", Decimal(0), "起"),
        "all_or_nothing",
        "propose.bound",
    ),
    (
        "words without a comparison",
        Target("培训300人", "", Decimal(300), "人"),
        "linear",
        "propose.linear_unclear",
    ),
    ("words without a number", Target("明显改善"), "given", "propose.target_without_number"),
    ("by occurrences", Recurrence("每季度", "FREQ=MONTHLY;INTERVAL=3"), "linear", "propose.occurrences"),
    ("without occurrences", Recurrence("定期"), "given", "propose.recurrence_without_days"),
    ("a deadline", Due("6月底前", date(2026, 6, 30)), "delay", "propose.delay"),
    ("no calendar day", Due("汛期前"), "all_or_nothing", "propose.due_without_day"),
    ("a plain duty", None, "given", "propose.duty"),
)


@pytest.mark.parametrize(("_", "asked", "method", "code"), CASES, ids=[case[0] for case in CASES])
def test_the_method_follows_from_what_is_asked(
    _: str, asked: Target | Recurrence | Due | None, method: str, code: str, roster: Roster
) -> None:
    measure = Measure(
        "meas01",
        "做好工作。",
        duty=Duty(lead=("县公安局",)),
        targets=(asked,) if isinstance(asked, Target) else (),
        recurrences=(asked,) if isinstance(asked, Recurrence) else (),
        dues=(asked,) if isinstance(asked, Due) else (),
    )
    proposal = propose(one_measure(measure, issuer="县安委办"), roster)
    (indicator,) = leaves(proposal.scheme, "public-security")
    assert indicator.rule is not None
    assert indicator.rule.method == method
    assert proposal.reasons[indicator.id].rule.code == code
    assert indicator.scorers == ("县安委办",)
    assert indicator.task == "plan01/task01/meas01"
    assert indicator.text
    assert indicator.evidence
    assert indicator.article == "《2026年青禾县安全生产工作要点》第一部分第1项"


def test_who_supports_is_scored_once_by_who_leads(roster: Roster) -> None:
    measure = Measure(
        "meas01",
        "甲",
        duty=Duty(lead=("县公安局",), support=("县教育局",), supervise=("县委督查室",)),
        targets=(
            Target("检查60家", "at_least", Decimal(60), "家"),
            Target("整改率100%", "exactly", Decimal(100), "%"),
        ),
    )
    scheme = propose(one_measure(measure), roster).scheme
    (support,) = leaves(scheme, "education")
    assert support.rule is not None
    assert (support.rule.method, support.scorers) == ("given", ("县公安局",))
    assert {each.scorers for each in leaves(scheme, "public-security")} == {("县委督查室",)}
    assert [unit.id for unit in scheme.units] == ["education", "public-security"]


def test_who_supervises_is_scored_where_a_weight_says_so(roster: Roster) -> None:
    measure = Measure("meas01", "甲", duty=Duty(lead=("县公安局",), supervise=("县委督查室",)))
    scheme = propose(one_measure(measure), roster, weights=Weights(supervise=1)).scheme
    assert [each.points for each in leaves(scheme, "supervision-office")] == [Decimal(100)]


def test_a_township_with_duties_of_its_own_still_has_a_hundred_points(roster: Roster) -> None:
    of_all = Measure("meas01", "甲", duty=Duty(responsible=("各乡镇",)))
    of_one = Measure("meas02", "乙", duty=Duty(lead=("柳河镇",)), order=2000)
    plan = replace(one_measure(of_all), tasks=(Task("task01", "sec001", "排查", measures=(of_all, of_one)),))
    proposal = propose(plan, roster, townships=TOWNSHIPS)
    check_points(proposal)
    by_name = {unit.name: unit.id for unit in proposal.scheme.units}
    assert [each.points for each in leaves(proposal.scheme, by_name["石桥镇"])] == [Decimal(100)]
    own = [each.points for each in leaves(proposal.scheme, by_name["柳河镇"])]
    assert own == [Decimal(43), Decimal(57)]
    assert [(each.unit, each.points) for each in proposal.scheme.overrides] == [
        (by_name["柳河镇"], Decimal(43))
    ]


def codes(plan: Plan, roster: Roster) -> set[str]:
    return {finding.code for finding in propose(plan, roster).findings}


def test_what_the_plan_leaves_open_is_said(roster: Roster) -> None:
    alone = Measure("meas01", "甲", duty=Duty(lead=("县公安局",)))
    assert codes(one_measure(alone), roster) == {"propose.no_scorer"}
    by_itself = one_measure(alone, issuer="县公安局")
    assert codes(by_itself, roster) == {"propose.no_scorer"}
    overseen = propose(by_itself, roster, overseer="县委督查室")
    assert overseen.findings == ()
    assert [each.scorers for each in leaves(overseen.scheme, "public-security")] == [("县委督查室",)]
    fine = one_measure(alone, issuer="县安委办")
    assert codes(fine, roster) == set()
    nobody = Measure("meas01", "甲", duty=Duty(support=("县公安局",)))
    assert codes(one_measure(nobody, issuer="县安委办"), roster) == {"propose.nobody"}
    words = Measure("meas01", "甲", duty=Duty(("县公安局",), ("有关部门", "各乡镇")))
    assert codes(one_measure(words, issuer="县安委办"), roster) == {
        "propose.collective",
        "propose.no_townships",
    }
    watching = Measure("meas01", "甲", duty=Duty(("县公安局",), supervise=("县委督查室",)))
    assert codes(one_measure(watching), roster) == {"propose.not_scored"}
    bare = replace(fine, tasks=(*fine.tasks, Task("task02", "sec001", "空任务", 2000)))
    assert codes(bare, roster) == {"propose.no_measure"}
    twice = replace(
        alone,
        targets=(Target("检查12次", "at_least", Decimal(12), "次"),),
        recurrences=(Recurrence("每月", "FREQ=MONTHLY"),),
    )
    assert codes(one_measure(twice, issuer="县安委办"), roster) == {"propose.counted_twice"}


def test_the_scheme_names_the_plan_it_follows(roster: Roster) -> None:
    plan = replace(built_in("work-safety.toml"), number="青安办〔2026〕1号")
    scheme = propose(plan, roster).scheme
    assert scheme.title == "2026年全县安全生产工作考核评分细则"
    assert scheme.basis == "《2026年全县安全生产工作要点》（青安办〔2026〕1号）"
    assert (scheme.plan, scheme.year, scheme.issuer) == (plan.id, plan.year, plan.issuer)


@pytest.mark.parametrize(
    ("level", "region", "title"),
    [
        ("", "", "县直部门"),
        ("county", "青禾县", "县直部门"),
        ("county", "青禾区", "区直部门"),
        ("city", "", "市直部门"),
    ],
)
def test_the_class_of_departments_is_called_as_the_place_has_it(
    level: Level, region: str, title: str, roster: Roster
) -> None:
    plan = one_measure(Measure("meas01", "甲", duty=Duty(lead=("县公安局",))))
    scheme = propose(replace(plan, level=level, region=region), roster).scheme
    assert [each.title for each in scheme.classes] == [title]


def test_an_indicator_finds_its_measure_in_the_plan_and_in_one_drafted_from_it(roster: Roster) -> None:
    template = built_in("work-safety.toml")
    indicator = next(each for each in propose(template, roster).scheme.indicators if each.task)
    found = measure_of(template, indicator)
    assert found is not None
    own = draft((Pick(template),), 2027, roster).plan
    taken_over = measure_of(own, indicator)
    assert taken_over is not None
    assert taken_over[0].title == found[0].title
    assert measure_of(replace(own, tasks=()), indicator) is None
    assert measure_of(own, replace(indicator, task="")) is None


def test_an_indicator_made_by_hand_stands_beside_what_the_plan_asks(roster: Roster) -> None:
    plan = one_measure(Measure("meas01", "甲", duty=Duty(lead=("县公安局",))))
    scheme = propose(plan, roster).scheme
    by_hand = replace(scheme.indicators[-1], id="byhand", task="", points=Decimal(5))
    changed = replace(scheme, indicators=(*scheme.indicators, by_hand))
    sheet = sheet_of(plan, bodies_of(plan, roster), changed, "public-security")
    assert [each.id for each in sheet.others] == ["byhand"]
    with pytest.raises(KeyError):
        sheet_of(plan, bodies_of(plan, roster), scheme, "nobody")


def test_the_issuing_office_by_its_short_name_does_not_score_itself(roster: Roster) -> None:
    by_short_name = one_measure(
        Measure("meas01", "甲", duty=Duty(lead=("县安全生产委员会办公室",), support=("县公安局",))),
        issuer="县安委办",
    )
    assert codes(by_short_name, roster) == {"propose.no_scorer"}
    overseen = propose(by_short_name, roster, overseer="县委督查室").scheme
    assert {each.applies: each.scorers for each in overseen.indicators if each.scorers} == {
        ("safety-committee-office",): ("县委督查室",),
        ("public-security",): ("县安全生产委员会办公室",),
    }


def test_who_scores_is_called_as_in_the_list_of_units(roster: Roster) -> None:
    lead = Measure("meas01", "甲", duty=Duty(lead=("县公安局",)))
    office = Measure("meas02", "乙", duty=Duty(lead=("县安全生产委员会办公室",), supervise=("县委督查室",)))
    plan = one_measure(lead, issuer="县安委办")
    both = replace(plan, tasks=(replace(plan.tasks[0], measures=(lead, office)),))
    scorers = {each.scorers for each in leaves(propose(both, roster).scheme, "public-security")}
    assert scorers == {("县安全生产委员会办公室",)}
