"""What every edit promises: only what was asked changes, ids stay, order stays, and no name stands twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafting.samples import NAMES, plans, sample
from planner.drafting import edits
from planner.plan import ROLES, Due, Duty, Measure, Plan, Recurrence, Target, Task

HALF_THE_EXAMPLES = settings(max_examples=60, deadline=None)


def rows(plan: Plan) -> list[tuple[str, list[str]]]:
    return [(section.id, [task.id for task in plan.tasks_in(section.id)]) for section in plan.sections]


def contents(plan: Plan) -> dict[str, Task]:
    """The tasks by id without their place."""
    return {task.id: replace(task, order=0, section="") for task in plan.tasks}


def any_tasks(plan: Plan) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from([task.id for task in plan.tasks]), unique=True, min_size=1)


# Order


@HALF_THE_EXAMPLES
@given(st.data(), plans(), st.integers(-3, 3))
def test_moving_keeps_every_task_and_what_it_says(data: st.DataObject, plan: Plan, steps: int) -> None:
    ids = data.draw(any_tasks(plan))
    moved = edits.move_tasks(plan, ids, steps)
    assert contents(moved) == contents(plan)
    unpicked = [task.id for task in plan.tasks if task.id not in ids]
    assert [task.id for task in moved.tasks if task.id not in ids] == unpicked
    assert all(moved.task(id).section == plan.task(id).section for id in unpicked)


@HALF_THE_EXAMPLES
@given(st.data(), plans(), st.integers(-3, 3))
def test_what_does_not_move_stays_the_same_record(data: st.DataObject, plan: Plan, steps: int) -> None:
    moved = edits.move_tasks(plan, data.draw(any_tasks(plan)), steps)
    assert all(moved.task(task.id) is task for task in plan.tasks if moved.task(task.id) == task)


@HALF_THE_EXAMPLES
@given(st.data(), plans())
def test_what_could_move_down_moves_back_up(data: st.DataObject, plan: Plan) -> None:
    id = data.draw(st.sampled_from([task.id for task in plan.tasks]))
    down = edits.move_tasks(plan, [id], 1)
    if rows(down) != rows(plan):
        assert rows(edits.move_tasks(down, [id], -1)) == rows(plan)


@HALF_THE_EXAMPLES
@given(st.data(), plans())
def test_placing_puts_tasks_together_where_asked(data: st.DataObject, plan: Plan) -> None:
    if not plan.sections:
        return
    section = data.draw(st.sampled_from(plan.sections)).id
    ids = data.draw(any_tasks(plan))
    stay = [task.id for task in plan.tasks_in(section) if task.id not in ids]
    before = data.draw(st.sampled_from([None, *stay]))
    placed = edits.place_tasks(plan, ids, section, before)
    together = [task.id for task in plan.tasks if task.id in ids]
    cut = len(stay) if before is None else stay.index(before)
    assert [task.id for task in placed.tasks_in(section)] == stay[:cut] + together + stay[cut:]
    assert contents(placed) == contents(plan)


def test_a_task_at_the_edge_goes_over_into_the_next_section() -> None:
    moved = edits.move_tasks(sample(), ["task02"], 1)
    assert rows(moved) == [("sec001", ["task01"]), ("sec002", ["task02", "task03", "task04"])]
    assert edits.move_tasks(sample(), ["task01"], -1) == sample()


def test_moving_between_siblings_leaves_their_numbers_alone() -> None:
    moved = edits.place_tasks(sample(), ["task01"], "sec002", "task04")
    assert [(task.id, task.order) for task in moved.tasks_in("sec002")] == [
        ("task03", 1000),
        ("task01", 1500),
        ("task04", 2000),
    ]


def test_siblings_are_numbered_afresh_only_when_no_room_is_left() -> None:
    plan = sample()
    for _ in range(30):
        plan = edits.move_tasks(plan, [plan.tasks_in("sec002")[-1].id], -1)
        orders = [task.order for task in plan.tasks_in("sec002")]
        assert orders == sorted(set(orders))


@HALF_THE_EXAMPLES
@given(st.data(), plans(), st.integers(-2, 2))
def test_sections_move_with_their_tasks(data: st.DataObject, plan: Plan, steps: int) -> None:
    if not plan.sections:
        return
    ids = data.draw(st.lists(st.sampled_from([section.id for section in plan.sections]), unique=True))
    moved = edits.move_sections(plan, ids, steps)
    assert sorted(rows(moved)) == sorted(rows(plan))
    placed = edits.place_sections(plan, ids)
    assert [section.id for section in placed.sections][len(plan.sections) - len(ids) :] == [
        section.id for section in plan.sections if section.id in ids
    ]


@HALF_THE_EXAMPLES
@given(st.data(), plans())
def test_measures_move_within_their_task_and_into_another(data: st.DataObject, plan: Plan) -> None:
    every = [measure.id for task in plan.tasks for measure in task.measures]
    if not every:
        return
    ids = data.draw(st.lists(st.sampled_from(every), unique=True, min_size=1))
    moved = edits.move_measures(plan, ids, -1)
    for task in plan.tasks:
        assert {held.id for held in moved.task(task.id).measures} == {held.id for held in task.measures}
    target = data.draw(st.sampled_from(plan.tasks)).id
    placed = edits.place_measures(plan, ids, target)
    assert [held.id for held in placed.task(target).measures][-len(ids) :] == [
        id for id in every if id in ids
    ]
    assert sorted(held.id for task in placed.tasks for held in task.measures) == sorted(every)


# Titles, texts, header


def test_each_field_of_the_header_can_be_set_and_nothing_else_changes() -> None:
    plan = sample()
    for field in ("title", "issuer", "number", "field", "region", "addressees", "preamble", "closing"):
        changed = edits.set_header(plan, field, "新的")
        assert getattr(changed, field) == "新的"
        assert edits.set_header(changed, field, getattr(plan, field)) == plan
    assert edits.set_year(plan, 2027) == replace(plan, year=2027)
    assert edits.set_issued(plan, date(2026, 1, 5)) == replace(plan, issued=date(2026, 1, 5))
    assert edits.set_level(plan, "county") == replace(plan, level="county")


def test_titles_and_texts() -> None:
    plan = sample()
    assert edits.set_task_title(plan, "task01", "新").task("task01").title == "新"
    assert edits.set_task_text(plan, "task03", "新").task("task03").measures[0].text == "新"
    assert edits.set_measure_text(plan, "meas04", "新").task("task03").measures[1].text == "新"
    assert edits.set_measure_title(plan, "meas04", "新").task("task03").measures[1].title == "新"
    assert edits.set_section_title(plan, "sec002", "新").section("sec002").title == "新"
    assert edits.set_section_text(plan, "sec002", "新").section("sec002").text == "新"
    emptied = edits.delete_measures(plan, ["meas05"])
    assert edits.set_task_text(emptied, "task04", "新").task("task04").measures[0].text == "新"


# Sections and tasks


def test_a_new_section_stands_before_the_one_named_or_last() -> None:
    plan, id = edits.add_section(sample(), "新", before="sec002", hand="q")
    assert [section.id for section in plan.sections] == ["sec001", id, "sec002"]
    assert id.startswith("q")
    plan, last = edits.add_section(plan, "末")
    assert plan.sections[-1].id == last


def test_a_section_with_tasks_is_deleted_only_when_its_tasks_are_to_go_too() -> None:
    with pytest.raises(edits.SectionNotEmpty) as refusal:
        edits.delete_sections(sample(), ["sec001", "sec002"])
    assert refusal.value.ids == ("sec001", "sec002")
    left = edits.delete_sections(sample(), ["sec001"], with_tasks=True)
    assert [task.id for task in left.tasks] == ["task03", "task04"]
    plan, empty = edits.add_section(sample(), "空")
    assert edits.delete_sections(plan, [empty]) == sample()


def test_a_new_task_has_one_measure_and_stands_where_asked() -> None:
    plan, id = edits.add_task(sample(), "sec002", "新任务", "内容", before="task04", hand="q")
    assert [task.id for task in plan.tasks_in("sec002")] == ["task03", id, "task04"]
    assert [measure.text for measure in plan.task(id).measures] == ["内容"]
    assert edits.delete_tasks(plan, [id]) == sample()


@HALF_THE_EXAMPLES
@given(st.data(), plans())
def test_copies_stand_behind_their_originals_with_ids_of_their_own(data: st.DataObject, plan: Plan) -> None:
    ids = data.draw(any_tasks(plan))
    doubled, copies = edits.duplicate_tasks(plan, ids)
    originals = [task for task in plan.tasks if task.id in ids]
    assert len(doubled.ids()) == len(plan.ids()) + sum(1 + len(task.measures) for task in originals)
    everyone = [task.id for task in doubled.tasks]
    for original, copy in zip(originals, copies, strict=True):
        assert everyone[everyone.index(original.id) + 1] == copy
        made = doubled.task(copy)
        assert [replace(held, id="", order=0) for held in made.measures] == [
            replace(held, id="", order=0) for held in original.measures
        ]
    assert contents(edits.delete_tasks(doubled, copies)) == contents(plan)


# Measures


def test_a_split_gives_each_half_what_its_words_hold() -> None:
    text = sample().task("task01").measures[0].text
    plan, id = edits.split_measure(sample(), "meas01", text.index("每季度"))
    first, second = plan.task("task01").measures
    assert (first.id, second.id) == ("meas01", id)
    assert (first.text, second.text) == ("2月底前签订责任书。", "每季度通报一次。")
    assert [due.text for due in first.dues] == ["2月底前"]
    assert second.dues == ()
    assert [held.text for held in second.recurrences] == ["每季度通报一次"]
    assert first.duty == second.duty
    merged = edits.merge_measures(plan, ["meas01", id])
    assert merged == sample()


def test_a_split_must_leave_text_on_both_sides() -> None:
    for at in (0, 100, -1):
        with pytest.raises(ValueError, match=str(at)):
            edits.split_measure(sample(), "meas01", at)


def test_merging_keeps_each_name_once_in_its_strongest_role() -> None:
    plan = edits.assign(sample(), ["meas04"], ["县教育局"], "lead")
    merged = edits.merge_measures(plan, ["meas04", "meas03"])
    (measure,) = merged.task("task03").measures
    assert measure.id == "meas03"
    assert measure.text == "教室。宿舍。"
    assert measure.duty == Duty(lead=("县教育局",), responsible=("县公安局",))


def test_measures_of_two_tasks_are_not_merged() -> None:
    with pytest.raises(edits.DifferentTasks):
        edits.merge_measures(sample(), ["meas01", "meas03"])


def test_adding_and_deleting_a_measure() -> None:
    plan, id = edits.add_measure(sample(), "task03", "操场。", before="meas04")
    assert [measure.id for measure in plan.task("task03").measures] == ["meas03", id, "meas04"]
    assert edits.delete_measures(plan, [id]) == sample()


# Duties


@HALF_THE_EXAMPLES
@given(
    st.data(),
    plans(),
    st.lists(st.sampled_from(NAMES), unique=True, min_size=1),
    st.sampled_from(ROLES),
    st.booleans(),
)
def test_assigning_puts_names_in_one_role_and_nothing_else(
    data: st.DataObject, plan: Plan, names: list[str], role: str, first: bool
) -> None:
    ids = data.draw(any_tasks(plan))
    done = edits.assign(plan, ids, names, role, first=first)
    for task in done.tasks:
        if task.id not in ids:
            assert task == plan.task(task.id)
            continue
        assert task.measures
        for measure in task.measures:
            held = measure.duty.names(role)
            assert set(names) <= set(held)
            everyone = [name for each in ROLES for name in measure.duty.names(each)]
            assert len(everyone) == len(set(everyone))
            if first:
                assert list(held[: len(names)]) == names
    assert edits.assign(done, ids, names, role, first=first) == done
    gone = edits.unassign(done, ids, names)
    assert not any(set(names) & set(gone.task(id).everyone()) for id in ids)


def test_assigning_keeps_the_order_of_those_there() -> None:
    plan = edits.assign(sample(), ["task01"], ["县公安局", "县教育局"], "lead")
    assert plan.task("task01").measures[0].duty.lead == ("县应急管理局", "县公安局", "县教育局")


def test_the_clause_goes_when_its_names_change_and_stays_when_they_do_not() -> None:
    same = edits.assign(sample(), ["task01"], ["县应急管理局"], "lead")
    assert same == sample()
    moved = edits.assign(sample(), ["task01"], ["各乡镇"], "lead")
    assert moved.task("task01").measures[0].duty == Duty(lead=("县应急管理局", "各乡镇"))


def test_names_can_be_taken_out_of_one_role_set_and_renamed() -> None:
    plan = sample()
    assert edits.unassign(plan, ["task01"], ["各乡镇"], "lead") == plan
    assert edits.unassign(plan, ["task01"], ["各乡镇"], "support").task("task01").everyone() == (
        "县应急管理局",
    )
    given_names = edits.set_names(plan, ["meas01"], "lead", ["各乡镇", " 县公安局 ", "", "各乡镇"])
    assert given_names.task("task01").measures[0].duty == Duty(lead=("各乡镇", "县公安局"))
    renamed = edits.rename_department(plan, "县教育局", "县教育和体育局")
    assert renamed.task("task03").everyone() == ("县教育和体育局", "县公安局")
    folded = edits.rename_department(plan, "各乡镇", "县应急管理局")
    assert folded.task("task01").measures[0].duty == Duty(lead=("县应急管理局",))


# Targets, deadlines, recurring duties


def test_targets_dues_and_recurrences_are_set_for_many_at_once() -> None:
    target = Target("覆盖率100%", "exactly", Decimal(100), "%")
    due = Due("6月底前", date(2026, 6, 30))
    every_month = Recurrence("每月一次", "FREQ=MONTHLY")
    plan = edits.set_targets(sample(), ["task03", "meas05"], [target])
    plan = edits.set_dues(plan, ["task03"], [due])
    plan = edits.set_recurrences(plan, ["meas04"], [every_month])
    assert [held.targets for held in plan.task("task03").measures] == [(target,), (target,)]
    assert plan.task("task04").measures[0].targets == (target,)
    assert [held.dues for held in plan.task("task03").measures] == [(due,), (due,)]
    assert [held.recurrences for held in plan.task("task03").measures] == [(), (every_month,)]


def test_a_person_fixes_the_days_of_a_recurring_duty() -> None:
    days = [date(2026, 6, 30), date(2026, 3, 31), date(2026, 6, 30)]
    plan = edits.fix_dates(sample(), "meas01", 0, days)
    assert plan.task("task01").measures[0].recurrences[0].dates == (date(2026, 3, 31), date(2026, 6, 30))
    assert edits.fix_dates(plan, "meas01", 0, []) == sample()
    for which in (-1, 1):
        with pytest.raises(IndexError):
            edits.fix_dates(sample(), "meas01", which, days)


# Ids


@pytest.mark.parametrize(
    "edit",
    [
        lambda plan: edits.set_task_title(plan, "gone", ""),
        lambda plan: edits.set_measure_text(plan, "task01", ""),
        lambda plan: edits.set_section_title(plan, "gone", ""),
        lambda plan: edits.move_tasks(plan, ["task01", "gone"], 1),
        lambda plan: edits.place_tasks(plan, ["task01"], "gone"),
        lambda plan: edits.place_tasks(plan, ["task01"], "sec001", "task03"),
        lambda plan: edits.assign(plan, ["gone"], ["县公安局"], "lead"),
        lambda plan: edits.delete_measures(plan, ["gone"]),
        lambda plan: edits.duplicate_tasks(plan, ["gone"]),
        lambda plan: edits.add_task(plan, "gone", ""),
        lambda plan: edits.set_dues(plan, ["sec001"], []),
    ],
)
def test_an_unknown_id_is_said_plainly(edit: object) -> None:
    assert callable(edit)
    with pytest.raises(edits.UnknownId, match=r"no .* has the id '\w+'"):
        edit(sample())


def test_ids_are_fresh_for_a_plan_read_twice() -> None:
    plan = Plan(id="p", title="", year=2026, tasks=(Task("t", "", "", measures=(Measure("m", ""),)),))
    doubled, copies = edits.duplicate_tasks(plan, ["t"], hand="h")
    assert all(id[0] == "h" for id in (*copies, doubled.task(copies[0]).measures[0].id))
