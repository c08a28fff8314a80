"""Taking from a template: fresh ids, remembered sources, sections by their headings, the year's days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafting.samples import plans, sample
from planner.drafting import edits, pick
from planner.plan import Due, Measure, Plan, Recurrence, Section, Source, Task


def headings(plan: Plan) -> list[tuple[str, list[str]]]:
    return [(section.title, [task.title for task in plan.tasks_in(section.id)]) for section in plan.sections]


def draft(year: int = 2027) -> Plan:
    return pick.start(
        "临江县2027年安全生产工作要点", year, issuer="县安委办", field="安全生产", level="county"
    )


@settings(max_examples=60, deadline=None)
@given(plans(), st.sampled_from(("", "q")))
def test_taking_the_whole_gives_the_same_plan_under_new_ids(template: Plan, hand: str) -> None:
    plan, new = pick.take(draft(), template, hand=hand)
    assert not (plan.ids() & template.ids())
    assert len(new) == len(template.tasks)
    assert all(task.source is not None and task.source.ref for task in plan.tasks)
    known = {section.id for section in template.sections}
    assert [(title, tasks) for title, tasks in headings(plan) if title != template.title][
        : len(template.sections)
    ] == [
        (section.title, tasks + loose if place == len(template.sections) - 1 else tasks)
        for place, (section, tasks, loose) in enumerate(
            (
                section,
                [task.title for task in template.tasks_in(section.id)],
                [task.title for task in template.tasks if task.section not in known],
            )
            for section in template.sections
        )
    ]
    for id in new:
        made = plan.task(id)
        assert made.source is not None
        original = template.task(made.source.ref.partition("/")[2])
        assert [held.text for held in made.measures] == [held.text for held in original.measures]
        assert [held.duty for held in made.measures] == [held.duty for held in original.measures]


def test_what_is_taken_remembers_where_it_came_from() -> None:
    read = Source("老要点.txt", line=12, year=2020, number="3")
    template = sample()
    template = template.with_task(replace(template.task("task02"), source=read))
    plan, (id,) = pick.take(draft(), template, ["task02"])
    assert plan.task(id).source == Source(
        document=template.title, line=12, year=2026, number="3", ref="plan01/task02"
    )
    measure = plan.task(id).measures[0]
    assert measure.source == Source(document=template.title, year=2026, ref="plan01/meas02")


def test_single_tasks_go_to_the_section_of_the_same_heading() -> None:
    plan, _ = pick.take(draft(), sample(), ["task03"])
    plan, _ = pick.take(plan, sample(), ["task01", "task04"])
    assert headings(plan) == [
        ("压实责任", ["层层签订责任书"]),
        ("排查隐患", ["整治校园消防隐患", "排查老旧小区电气线路"]),
    ]


def test_marks_and_blanks_do_not_keep_headings_apart() -> None:
    plan, _ = edits.add_section(draft(), "压实 责任。")
    plan, _ = pick.take(plan, sample(), ["task01"])
    assert headings(plan) == [("压实 责任。", ["层层签订责任书"])]


def test_a_section_may_be_chosen_and_a_whole_section_taken() -> None:
    plan, section = edits.add_section(draft(), "我的一节")
    plan, new = pick.take(plan, sample(), ["sec002"], into=section)
    assert headings(plan) == [("我的一节", ["整治校园消防隐患", "排查老旧小区电气线路"])]
    assert [task.id for task in plan.tasks] == list(new)


def test_only_the_whole_brings_the_prose_around_the_body_and_only_where_there_is_none() -> None:
    template = replace(sample(), preamble="总体要求。", closing="特此通知。", addressees="各乡镇：")
    plan = edits.set_header(draft(), "closing", "我的结尾。")
    whole, _ = pick.take(plan, template)
    assert (whole.preamble, whole.closing, whole.addressees) == ("总体要求。", "我的结尾。", "各乡镇：")
    part, _ = pick.take(plan, template, ["sec001", "sec002"])
    assert part.preamble == ""


def test_deadlines_mean_the_new_year_and_fixed_days_stay_behind() -> None:
    measure = Measure(
        "m",
        "6月底前。每季度一次。",
        dues=(Due("6月底前", date(2026, 6, 30)), Due("2026年8月底前", date(2026, 8, 31)), Due("汛期前")),
        recurrences=(Recurrence("每季度一次", "FREQ=MONTHLY;INTERVAL=3", (date(2026, 3, 1),)),),
    )
    template = Plan(
        "p", "", 2026, sections=(Section("s", "节"),), tasks=(Task("t", "s", "", measures=(measure,)),)
    )
    plan, (id,) = pick.take(draft(), template)
    made = plan.task(id).measures[0]
    assert [due.day for due in made.dues] == [date(2027, 6, 30), date(2026, 8, 31), None]
    assert made.recurrences[0].dates == ()


def test_a_day_that_a_person_gave_to_an_event_moves_by_whole_years() -> None:
    measure = Measure("m", "", dues=(Due("汛期前", date(2024, 2, 29)),))
    template = Plan("p", "", 2024, tasks=(Task("t", "", "", measures=(measure,)),))
    plan, (id,) = pick.take(draft(), template)
    assert plan.task(id).measures[0].dues[0].day == date(2027, 2, 28)


def test_taking_twice_gives_two_with_different_ids() -> None:
    plan, first = pick.take(draft(), sample(), ["task01"])
    plan, second = pick.take(plan, sample(), ["task01"])
    assert first != second
    assert headings(plan) == [("压实责任", ["层层签订责任书", "层层签订责任书"])]


def test_unknown_ids_are_said_plainly() -> None:
    with pytest.raises(edits.UnknownId, match="section or task"):
        pick.take(draft(), sample(), ["gone"])
    with pytest.raises(edits.UnknownId, match="section"):
        pick.take(draft(), sample(), ["task01"], into="gone")
