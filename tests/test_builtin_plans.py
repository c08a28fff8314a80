"""The plans that come with the program are fit to be drafted from: whole, dated, and every name known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import combinations, pairwise

import pytest

from planner.data import data_folder
from planner.departments import Roster, resolve
from planner.plan import ID_ALPHABET, ID_LENGTH, Measure, Plan, Recurrence, Task
from planner.sharing.roster import read_roster
from planner.sharing.toml import read_plan, write_plan
from planner.timing import due_day, occurrences, recurrence_rule

FILES = tuple(
    sorted(file.name for file in (data_folder() / "plans").iterdir() if file.name.endswith(".toml"))
)
FIELDS_OF_EVERY_COUNTY = {
    "安全生产",
    "消防安全",
    "防汛抗旱与自然灾害防治",
    "生态环境保护",
    "乡村振兴",
    "政务公开",
    "优化营商环境",
    "食品药品安全",
}
EVERY_PLAN = pytest.mark.parametrize("file", FILES)


def bytes_of(file: str) -> bytes:
    return (data_folder() / "plans" / file).read_bytes()


@cache
def plan_of(file: str) -> Plan:
    plan, findings = read_plan(bytes_of(file), file)
    assert plan is not None, findings
    return plan


@cache
def roster() -> Roster:
    held, findings = read_roster((data_folder() / "departments" / "county.toml").read_bytes(), "county.toml")
    assert held is not None, findings
    return held


def measures_of(file: str) -> Iterator[Measure]:
    return (measure for task in plan_of(file).tasks for measure in task.measures)


def pairs_of(text: str) -> Counter[str]:
    return Counter(first + second for first, second in pairwise(text))


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """The share of neighbouring characters that two texts have in common, 0 to 1."""
    return (one & other).total() / max((one | other).total(), 1)


def words_of(task: Task) -> str:
    return task.title + "".join(measure.text for measure in task.measures)


def test_the_fields_a_county_plans_every_year_are_there() -> None:
    fields = [plan_of(file).field for file in FILES]
    assert set(fields) >= FIELDS_OF_EVERY_COUNTY
    assert len(fields) == len(set(fields))


def test_no_id_is_used_in_two_plans() -> None:
    used = Counter(id for file in FILES for id in plan_of(file).ids())
    assert [id for id, times in used.items() if times > 1] == []


@EVERY_PLAN
def test_reads_without_findings_and_writes_the_same_bytes(file: str) -> None:
    plan, findings = read_plan(bytes_of(file), file)
    assert findings == ()
    assert plan is not None
    assert write_plan(plan).encode("utf-8") == bytes_of(file)


@EVERY_PLAN
def test_has_its_header(file: str) -> None:
    plan = plan_of(file)
    assert plan.level == "county"
    assert plan.title.startswith(f"{plan.year}年全县")
    assert plan.issuer.startswith("县")
    assert len(plan.preamble) > 60


@EVERY_PLAN
def test_ids_have_the_form_of_new_ones(file: str) -> None:
    for id in plan_of(file).ids():
        assert len(id) == ID_LENGTH
        assert set(id) <= set(ID_ALPHABET)
        assert id[0].isalpha()


@EVERY_PLAN
def test_holds_a_year_of_work_in_four_to_six_sections(file: str) -> None:
    plan = plan_of(file)
    assert 4 <= len(plan.sections) <= 6
    assert len(plan.tasks) >= 22
    for section in plan.sections:
        assert len(plan.tasks_in(section.id)) >= 2, section.title
    assert sum(len(plan.tasks_in(section.id)) for section in plan.sections) == len(plan.tasks)


@EVERY_PLAN
def test_every_task_is_worded_and_says_how_much_or_by_when(file: str) -> None:
    for task in plan_of(file).tasks:
        assert 1 <= len(task.measures) <= 3, task.title
        assert 70 <= sum(len(measure.text) for measure in task.measures) <= 300, task.title
        for measure in task.measures:
            assert measure.text.endswith("。"), measure.text
            assert measure.targets or measure.dues or measure.recurrences, measure.text


@EVERY_PLAN
def test_every_measure_has_someone_who_does_it(file: str) -> None:
    for measure in measures_of(file):
        assert measure.duty.lead or measure.duty.responsible, measure.text
        named = [
            name
            for role in ("lead", "responsible", "support", "supervise")
            for name in measure.duty.names(role)
        ]
        assert len(named) == len(set(named)), measure.text


@EVERY_PLAN
def test_every_name_is_known_to_the_roster_and_rightly_written(file: str) -> None:
    plan = plan_of(file)
    for name in {name for task in plan.tasks for name in task.everyone()}:
        match = resolve(name, roster())
        assert match is not None, name
        assert match.written == name
        assert match.how not in ("abolished", "damaged"), name


@EVERY_PLAN
def test_no_body_stands_twice_in_one_measure(file: str) -> None:
    for measure in measures_of(file):
        matches = [resolve(name, roster()) for name in measure.duty.everyone()]
        bodies = Counter(match.department.id for match in matches if match and match.department)
        assert [body for body, times in bodies.items() if times > 1] == [], measure.text


@EVERY_PLAN
def test_words_of_targets_dates_and_intervals_stand_in_the_text_once(file: str) -> None:
    for measure in measures_of(file):
        held = [target.text for target in measure.targets]
        held += [due.text for due in measure.dues]
        held += [recurrence.text for recurrence in measure.recurrences]
        assert len(held) == len(set(held)), measure.text
        for words in held:
            assert measure.text.count(words) == 1, (words, measure.text)


@EVERY_PLAN
def test_targets_have_comparison_number_and_unit(file: str) -> None:
    for measure in measures_of(file):
        for target in measure.targets:
            assert target.comparison, target
            assert target.unit, target
            assert target.value is not None, target
            assert f"{target.value}{target.unit}" in target.text, target


@EVERY_PLAN
def test_days_are_what_the_words_mean_in_the_plan_year(file: str) -> None:
    year = plan_of(file).year
    for measure in measures_of(file):
        for due in measure.dues:
            assert due.day is not None, due
            assert due.day.year == year, due
            assert due.day == due_day(due.text, year)


@EVERY_PLAN
def test_recurring_duties_fall_on_days_of_the_year(file: str) -> None:
    """A rule is the one the words mean, or that one narrowed to a season (汛期, 夏季)."""
    year = plan_of(file).year
    for measure in measures_of(file):
        for recurrence in measure.recurrences:
            days = occurrences(recurrence, year)
            assert days, recurrence
            assert all(day.year == year for day in days), recurrence
            if plain := recurrence_rule(recurrence.text):
                meant = occurrences(Recurrence(recurrence.text, plain), year)
                assert set(days) <= set(meant), recurrence


@EVERY_PLAN
def test_no_two_tasks_of_a_plan_are_alike(file: str) -> None:
    plan = plan_of(file)
    worded = [(task.title, pairs_of(words_of(task))) for task in plan.tasks]
    for (one, its), (other, others) in combinations(worded, 2):
        assert one != other
        assert likeness(its, others) < 0.35, (one, other)


def test_the_likeness_of_a_task_with_itself_reworded_is_noticed() -> None:
    task = plan_of(FILES[0]).tasks[0]
    reworded = replace(task, title=f"认真{task.title}")
    assert likeness(pairs_of(words_of(task)), pairs_of(words_of(reworded))) > 0.9


def test_no_sentence_is_told_in_two_plans() -> None:
    """Each plan is written for its own field: none is another's text with words exchanged."""
    told = Counter(measure.text for file in FILES for measure in measures_of(file))
    assert [text for text, times in told.items() if times > 1] == []
