"""The schemes and the demo county that come with the program: sound, complete, and every number replays."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from random import Random

import pytest

from assessments.checks import check
from assessments.numbers import HUNDRED, plain
from assessments.process.evidence import check_evidence
from assessments.results import Score
from assessments.rules.all_or_nothing import AllOrNothing
from assessments.rules.bands import Bands
from assessments.rules.delay import Delay
from assessments.rules.imported import Imported
from assessments.rules.linear import Linear
from assessments.rules.panel import Panel
from assessments.rules.quota_and_excess import QuotaAndExcess
from assessments.rules.third_party import ThirdParty
from assessments.rules.threshold import Threshold
from assessments.rules.votes import Votes
from assessments.scheme import Indicator, Scheme
from assessments.scoring import score
from assessments.sheet import Entry, Sheet
from assessments.tree import Node, tree_of
from assessments.windows import scored
from planner.assessing import measure_of
from planner.data import data_folder
from planner.departments import Roster, resolve
from planner.findings import Severity
from planner.office.assessment_files import builtin_schemes, demo
from planner.plan import Plan
from planner.sharing.roster import read_roster
from planner.sharing.scheme_toml import read_scheme, write_scheme
from planner.sharing.sheet_toml import read_sheet, write_sheet
from planner.sharing.toml import read_plan
from tests.assessments.replay import assert_all_replay
from tests.assessments.strategies import sheets_of

FILES = ("open-government", "thousand-points", "work-safety-departments", "work-safety-townships")
SCHEMES = {scheme.id: scheme for scheme in (*builtin_schemes(), demo()[0])}
EVERY_SCHEME = pytest.mark.parametrize("id", SCHEMES)


@cache
def roster() -> Roster:
    held, findings = read_roster((data_folder() / "departments" / "county.toml").read_bytes(), "county.toml")
    assert held is not None, findings
    return held


@cache
def safety_plan() -> Plan:
    plan, findings = read_plan(
        (data_folder() / "plans" / "work-safety.toml").read_bytes(), "work-safety.toml"
    )
    assert plan is not None, findings
    return plan


def leaves(scheme: Scheme) -> list[Indicator]:
    return [indicator for indicator in scheme.indicators if indicator.rule is not None]


def test_there_are_the_four_that_offices_ask_for_first() -> None:
    assert tuple(scheme.id for scheme in builtin_schemes()) == FILES


@pytest.mark.parametrize("name", FILES)
def test_a_scheme_s_file_is_as_the_program_would_write_it(name: str) -> None:
    data = (data_folder() / "schemes" / f"{name}.toml").read_bytes()
    scheme, findings = read_scheme(data, name)
    assert findings == ()
    assert scheme is not None
    assert write_scheme(scheme).encode() == data


@EVERY_SCHEME
def test_the_check_finds_nothing_to_mend(id: str) -> None:
    found = [finding for finding in check(SCHEMES[id]) if finding.severity is not Severity.NOTE]
    assert found == []


@EVERY_SCHEME
def test_it_has_enough_to_score_by_and_every_item_says_how(id: str) -> None:
    held = leaves(SCHEMES[id])
    assert 30 <= len(held) <= 90
    for indicator in held:
        assert indicator.text.endswith("。"), indicator.id
        assert indicator.article.startswith("《青禾县"), indicator.id
        assert indicator.evidence, indicator.id
        assert indicator.scorers, indicator.id


@EVERY_SCHEME
def test_the_printed_rule_names_the_points_of_the_item(id: str) -> None:
    scheme = SCHEMES[id]
    for unit in scheme.units:
        for node in tree_of(scheme, unit).leaves():
            if node.points is not None and node.kind == "normal":
                assert f"{plain(node.points)}分" in node.indicator.text, node.id


@EVERY_SCHEME
def test_every_body_is_known_and_none_scores_itself(id: str) -> None:
    scheme = SCHEMES[id]
    for name in {scorer for indicator in leaves(scheme) for scorer in indicator.scorers}:
        assert resolve(name, roster()) is not None, name
    for unit in scheme.units:
        assert resolve(unit.name, roster()) is not None, unit.name
        for node in tree_of(scheme, unit).leaves():
            assert unit.name not in node.indicator.scorers, (unit.name, node.id)


@pytest.mark.parametrize("id", [id for id, scheme in SCHEMES.items() if scheme.plan])
def test_items_that_follow_from_the_plan_find_their_measure(id: str) -> None:
    named = [indicator for indicator in leaves(SCHEMES[id]) if indicator.task]
    assert len(named) > 10
    assert [indicator.id for indicator in named if measure_of(safety_plan(), indicator) is None] == []


def perfect(node: Node) -> Entry:
    """What is observed of a unit that did all that was asked."""
    rule = node.indicator.rule
    plenty = {"target": Decimal(5), "quota": Decimal(1), "last_year": Decimal(2)}
    if isinstance(rule, AllOrNothing):
        return Entry(done=True) if rule.compare == "yes" else Entry(value=rule.bound)
    if isinstance(rule, Bands):
        best = rule.bands[0]
        return Entry(best.at_least, {each.figure: each.at_least or Decimal(0) for each in best.conditions})
    if isinstance(rule, Delay):
        return Entry(day=rule.due)
    if isinstance(rule, Imported):
        return Entry(HUNDRED if rule.takes == "score" else Decimal(0))
    if isinstance(rule, Linear | Threshold):
        held = rule.target if isinstance(rule, Linear) else rule.threshold
        return Entry(Decimal(5) if held is None else held, plenty)
    if isinstance(rule, QuotaAndExcess):
        return Entry(figures={each.name: Decimal(each.needed) for each in rule.quotas})
    if isinstance(rule, ThirdParty):
        return Entry(HUNDRED, dict.fromkeys(rule.shares, HUNDRED))
    if isinstance(rule, Votes):
        answers = [each.name for each in rule.inputs()]
        return Entry(figures=dict.fromkeys(answers, Decimal(0)) | {answers[0]: Decimal(9)})
    counts = {each.name: Decimal(0) for each in (rule.inputs() if rule else ()) if each.kind == "count"}
    values = {"survey": HUNDRED, "year_on_year": Decimal(2)}
    values |= dict.fromkeys(("unfinished_share", "rank_points", "proportion_of_first"), Decimal(5))
    value = values.get(rule.method if rule else "", counts.pop("value", Decimal(0)))
    given = node.points if rule is not None and rule.method == "given" else None
    return Entry(value, counts | plenty, done=True, score=given)


@EVERY_SCHEME
def test_who_does_all_that_is_asked_has_the_full_mark(id: str) -> None:
    scheme = SCHEMES[id]
    sheets = []
    for period in scored(scheme):
        entries, ratings = {}, {}
        for unit in scheme.units:
            held = list(tree_of(scheme, unit).leaves())
            panel = [node for node in held if isinstance(node.indicator.rule, Panel)]
            entries[unit.id] = {node.id: perfect(node) for node in held if node not in panel}
            ratings[unit.id] = {node.id: Entry(score=HUNDRED) for node in panel}
        sheets.append(Sheet(f"v{period}", scheme.id, "verified", "县安委办", period, entries=entries))
        sheets += (
            Sheet(f"r{period}{each.id}", scheme.id, "rating", each.id, period, entries=ratings)
            for each in scheme.assessors
        )
    results = score(scheme, sheets)
    assert {result.unit: result.missing for result in results.units if result.missing} == {}
    for result in results.units:
        assert result.total == scheme.unit_class(result.unit_class).scale, result.unit
    assert_all_replay(results)


@EVERY_SCHEME
@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_observed_every_number_replays(id: str, seed: int) -> None:
    scheme = SCHEMES[id]
    assert_all_replay(score(scheme, sheets_of(Random(seed), scheme)))


def test_the_demo_county_has_its_departments_townships_and_assessors() -> None:
    scheme, sheets = demo()
    towns = scheme.units_of("towns")
    assert (len(scheme.units) - len(towns), len(towns), len(scheme.assessors)) == (20, 16, 5)
    assert {sheet.by for sheet in sheets if sheet.kind == "self"} == {unit.name for unit in scheme.units}
    assert {sheet.by for sheet in sheets if sheet.kind == "rating"} == {each.id for each in scheme.assessors}
    scorers = {name for indicator in leaves(scheme) for name in indicator.scorers}
    assert {sheet.by for sheet in sheets if sheet.kind == "verified"} <= scorers
    for sheet in sheets:
        file = data_folder() / "demo" / f"{sheet.id}.toml"
        assert read_sheet(file.read_bytes(), file.name) == (sheet, ())
        assert write_sheet(sheet).encode() == file.read_bytes()


def test_the_scoring_departments_of_the_demo_speak_only_of_what_is_theirs() -> None:
    scheme, sheets = demo()
    for sheet in sheets:
        if sheet.kind == "verified":
            for unit, row in sheet.entries.items():
                own = {node.id for node in tree_of(scheme, scheme.unit(unit)).leaves()}
                assert set(row) <= own
                assert all(sheet.by in scheme.indicator(id).scorers for id in row)


def test_every_deduction_of_the_demo_has_its_reason() -> None:
    scheme, sheets = demo()
    results = score(scheme, sheets)
    assert results.findings == ()
    by_peers_or_marks = {"rank_points", "proportion_of_first", "votes", "survey", "third_party", "imported"}
    for sheet in sheets:
        if sheet.kind != "verified":
            continue
        for unit, row in sheet.entries.items():
            scores = {each.indicator: each for each in every_score(results.of(unit).main)}
            for id, entry in row.items():
                rule = scheme.indicator(id).rule
                told_otherwise = rule is None or rule.method in by_peers_or_marks | {"control_quota"}
                late = any(step.code == "why.late_deduct" for step in scores[id].steps)
                if scores[id].deducted > 0 and not told_otherwise and not late:
                    assert entry.reason, (unit, id)


def test_the_demo_leaves_about_a_third_to_be_done() -> None:
    scheme, sheets = demo()
    results = score(scheme, sheets)
    assert_all_replay(results)
    missing = sum(result.missing for result in results.units)
    whole = sum(len(list(tree_of(scheme, unit).leaves())) for unit in scheme.units)
    assert Decimal("0.2") < Decimal(missing) / whole < Decimal("0.4")
    assert {result.unit_class for result in results.units if not result.missing} == {
        each.id for each in scheme.classes
    }


def test_the_demo_has_what_a_session_must_be_able_to_show() -> None:
    scheme, sheets = demo()
    results = score(scheme, sheets)
    marks = {(result.unit, mark.veto) for result in results.units for mark in result.marks}
    assert {("housing", "larger-once"), ("housing", "yellow"), ("housing", "over-quota-key")} <= marks
    assert results.of("housing").total > 90
    assert results.of("housing").grade == "good"
    assert results.of("public-security").total == Decimal("89.71")
    tied = [result for result in results.in_class("towns") if not result.missing]
    assert results.of("sxz").total == results.of("zlz").total
    assert results.of("sxz").rank == results.of("zlz").rank
    assert len({result.rank for result in tied}) == len(tied) - 1
    assert {result.grade for result in tied} == {"excellent", "good", "pass"}
    codes = {finding.code for finding in check_evidence(scheme, sheets)}
    assert len(codes) == 2


def every_score(score: Score) -> Iterator[Score]:
    yield score
    for child in score.children:
        yield from every_score(child)
