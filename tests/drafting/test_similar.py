"""Which tasks are doubles of one another, and which only sound alike."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from planner.drafting.similar import Like, Likeness, doubles
from planner.plan import Measure, Task


def task(title: str, text: str = "", id: str = "a") -> Task:
    return Task(id, "", title, measures=(Measure("m" + id, text),) if text else ())


def like_tasks(tasks: list[Task], one: Task) -> tuple[Like, ...]:
    known = Likeness()
    for held in tasks:
        known.add(held)
    return known.like(one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("开展消防安全专项整治", "开展消防安全专项整治。"),
        ("2025年度消防应急演练", "2026年度消防应急演练"),
        ("开展一季度安全检查工作", "开展四季度安全检查工作"),
        ("深入开展城镇燃气安全专项整治", "持续开展城镇燃气安全专项整治"),
        ("加强学校食堂食品安全监管", "加强学校及幼儿园食堂食品安全监管"),
    ],
)
def test_doubles(one: str, other: str) -> None:
    (found,) = like_tasks([task(one, id="a")], task(other, id="b"))
    assert found.score > 0.62


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("开展城镇燃气安全专项整治", "开展道路交通安全专项整治"),
        ("加强危险化学品监管", "加强烟花爆竹监管"),
        ("组织防汛抢险演练", "储备防汛抢险物资"),
        ("压实部门监管责任", "压实企业主体责任"),
        ("", ""),
    ],
)
def test_no_doubles(one: str, other: str) -> None:
    assert like_tasks([task(one, id="a")], task(other, id="b")) == ()


def test_another_title_over_the_same_text_is_a_double() -> None:
    text = "对辖区内高层建筑逐栋检查消防车通道、消防设施和电动自行车停放情况，建立隐患清单并限期整改。"
    (found,) = like_tasks(
        [task("整治高层建筑火灾隐患", text, "a")], task("高层住宅“回头看”", "按清单" + text, "b")
    )
    assert found.score > 0.8


def test_years_and_marks_aside_the_same_title_scores_one() -> None:
    (found,) = like_tasks([task("2025年“安全生产月”活动")], task("2026年安全生产月活动", id="b"))
    assert found.score == 1


def test_the_likest_come_first_and_a_task_is_not_like_itself() -> None:
    known = [
        task("开展城镇燃气安全整治", id="a"),
        task("开展城镇燃气安全专项整治", id="b"),
        task("植树", id="c"),
    ]
    found = like_tasks(known, task("开展城镇燃气安全专项整治", id="z"))
    assert [like.task.id for like in found] == ["b", "a"]
    assert [like.task.id for like in like_tasks(known, known[1])] == ["a"]


def test_doubles_of_a_plan_come_once_each_in_its_order() -> None:
    tasks = [
        task("开展消防宣传", id="a"),
        task("植树造林", id="b"),
        task("开展消防宣传。", id="c"),
        task("开展消防宣传", id="d"),
    ]
    assert [(pair.first.id, pair.second.id) for pair in doubles(tasks)] == [
        ("a", "c"),
        ("a", "d"),
        ("c", "d"),
    ]


def test_a_likeness_grows_and_answers_as_the_whole_does() -> None:
    titles = [f"开展{place}号点位消防检查{word}" for place in range(20) for word in ("工作", "行动")]
    known = Likeness()
    for place, title in enumerate(titles):
        one = task(title, id=str(place))
        earlier = [task(held, id=str(number)) for number, held in enumerate(titles[:place])]
        assert known.like(one) == like_tasks(earlier, one)
        known.add(one)


def test_among_very_many_that_are_alike_only_the_nearest_are_compared() -> None:
    known = Likeness()
    for place in range(300):
        known.add(task("开展消防安全宣传教育", "组织企业学校社区开展消防安全宣传教育" * 3, id=str(place)))
    found = known.like(task("开展消防安全宣传教育", id="z"))
    assert 0 < len(found) < 100


def test_the_same_task_is_found_in_a_plan_of_a_few_words() -> None:
    words, rng = ["开展", "安全", "检查", "隐患", "排查", "治理", "消防", "演练"], random.Random(3)
    tasks = [task("".join(rng.choices(words, k=6)), "".join(rng.choices(words, k=40))) for _ in range(300)]
    known = Likeness()
    for place, one in enumerate(tasks):
        known.add(replace(one, id=str(place)))
    for place in (0, 7, 150, 299):
        assert known.like(replace(tasks[place], id="z"))[0].task.id == str(place)
