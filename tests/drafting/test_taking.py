"""Taking from several templates at once, and what the draft has already."""

from __future__ import annotations

from planner.drafting.draft import Pick
from planner.drafting.taking import alike, take_all, tasks_of
from planner.plan import Measure, Plan, Section, Task

FIRES = ("开展消防宣传月活动", "整治电动自行车违规停放充电", "培训重点人群消防技能")
FLOODS = ("修订防汛应急预案", "储备和管理防汛抗旱物资")


def template(id: str, titles: tuple[str, ...], year: int = 2026) -> Plan:
    tasks = tuple(
        Task(f"{id}t{place}", f"{id}sec", title, place * 1000, (Measure(f"{id}m{place}", f"{title}。"),))
        for place, title in enumerate(titles, 1)
    )
    return Plan(id, f"{id}的计划", year, sections=(Section(f"{id}sec", f"{id}任务"),), tasks=tasks)


DRAFT = template("draft", ("开展2027年消防宣传月活动",), 2027)


def titles(plan: Plan) -> list[str]:
    return [task.title for task in plan.tasks]


def test_a_pick_of_a_section_and_of_one_task_in_it_takes_each_task_once() -> None:
    fire = template("fire", FIRES)
    assert tasks_of(Pick(fire)) == fire.tasks
    assert tasks_of(Pick(fire, ("firesec", "firet2"))) == fire.tasks
    assert tasks_of(Pick(fire, ("firet2",))) == fire.tasks[1:2]


def test_what_the_draft_says_in_other_words_is_pointed_out() -> None:
    found = alike(DRAFT, [Pick(template("fire", FIRES))])
    assert [(pair.task.title, pair.held.title) for pair in found] == [
        ("开展消防宣传月活动", "开展2027年消防宣传月活动")
    ]


def test_what_was_taken_before_is_pointed_out_even_when_it_was_rewritten() -> None:
    flood = template("flood", FLOODS)
    plan, new = take_all(DRAFT, [Pick(flood)])
    task = plan.task(new[0])
    rewritten = Task(task.id, task.section, "完全不同的一句话", task.order, (), task.source)
    found = alike(plan.with_task(rewritten), [Pick(flood, ("floodt1",))])
    assert [pair.held.id for pair in found] == [task.id]


def test_the_same_task_in_two_picks_is_pointed_out_once() -> None:
    found = alike(DRAFT, [Pick(template("flood", FLOODS)), Pick(template("other", FLOODS[:1]))])
    assert [pair.key for pair in found] == [("other", "othert1")]


def test_what_is_alike_can_be_left_out_and_the_rest_comes() -> None:
    picks = [Pick(template("fire", FIRES)), Pick(template("flood", FLOODS))]
    without = {pair.key for pair in alike(DRAFT, picks)}
    plan, new = take_all(DRAFT, picks, without=without)
    assert titles(plan) == [*titles(DRAFT), *FIRES[1:], *FLOODS]
    assert [plan.task(id).title for id in new] == [*FIRES[1:], *FLOODS]


def test_nothing_left_out_takes_everything() -> None:
    plan, new = take_all(DRAFT, [Pick(template("fire", FIRES))])
    assert titles(plan) == [*titles(DRAFT), *FIRES]
    assert len(new) == 3
