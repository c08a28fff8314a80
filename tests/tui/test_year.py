"""The year on the screen: months and quarters, days of recurring duties, days fixed by hand."""

from __future__ import annotations

from datetime import date

import pytest
from textual.pilot import Pilot

from planner.plan import Due, Measure
from planner.tui.app import PlannerApp
from planner.tui.screens.year.days import day_in, days_in, lines_of, words_of
from planner.tui.screens.year.rows import (
    BAR_CELLS,
    Grouping,
    bar,
    day_items,
    day_words,
    kind_words,
    what_words,
)
from planner.tui.widgets.rowmodel import Group
from tui.duty_plan import duty_plan
from tui.fakes import TODAY, FakeOffice
from tui.piloting import Run, press, rest, screen_text


def measure(office: FakeOffice, id: str) -> Measure:
    """The measure as it was saved."""
    plan = office.kept["duties"][0]
    return next(held for task in plan.tasks for held in task.measures if held.id == id)


async def enter(pilot: Pilot[int]) -> None:
    app = pilot.app
    assert isinstance(app, PlannerApp)
    app.open_plan(app.office.open_plan("duties"))
    app.go("year")
    await rest(pilot)


def shown(grouping: Grouping) -> dict[str, list[str]]:
    held: dict[str, list[str]] = {}
    for item in day_items(duty_plan(), TODAY, grouping):
        if isinstance(item, Group):
            heading = item.title.strip()
            held[heading] = []
        else:
            held[heading].append(f"{day_words(item)} {kind_words(item)} {what_words(item)}".strip())
    return held


def test_all_months_stand_there_with_what_is_due() -> None:
    months = shown("month")
    assert list(months) == [*(f"{month}月" for month in range(1, 13)), "没有日期"]
    assert months["6月"] == [
        " 6月 4日 定期 4次 每周巡查一次".strip(),
        "6月30日 时限 6月底前",
        "6月30日 定期 2/4 每季度开展一次",
        "6月30日 定期 6/12 每月调度一次",
    ]


def test_what_recurs_under_one_heading_stands_there_once() -> None:
    quarters = shown("quarter")
    assert list(quarters) == ["第1季度", "第2季度", "第3季度", "第4季度", "没有日期"]
    assert quarters["第1季度"] == [
        "1月 1日 定期 13次 每周巡查一次",
        "1月31日 定期 3次 每月调度一次",
        "3月31日 定期 1/4 每季度开展一次",
    ]


def test_what_has_no_day_comes_last_with_the_reason() -> None:
    assert shown("month")["没有日期"] == [
        "时限 9月31日前（没有这一天）",
        "定期 定期通报（没有写明多久一次）",
        "时限 汛期前（没有写明哪一天）",
    ]


def test_a_heading_counts_every_time() -> None:
    groups = {
        item.title.strip(): item.note
        for item in day_items(duty_plan(), TODAY, "month")
        if isinstance(item, Group)
    }
    assert groups["6月"].startswith("  7 项")
    assert "█" in groups["6月"]
    assert [title for title, note in groups.items() if note.endswith("本月")] == ["1月"]


@pytest.mark.parametrize(("count", "cells"), [(0, 0), (8, BAR_CELLS), (4, BAR_CELLS // 2), (1, 3)])
def test_a_bar_is_as_long_as_its_share(count: int, cells: int) -> None:
    assert len(bar(count, 8)) == cells


def test_there_is_no_bar_where_nothing_is_to_do() -> None:
    assert bar(0, 0) == ""


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("6月30日", date(2027, 6, 30)),
        ("6-30", date(2027, 6, 30)),
        ("６月３０日", date(2027, 6, 30)),
        ("2028-01-05", date(2028, 1, 5)),
        ("2027年12月1日", date(2027, 12, 1)),
        ("6月31日", None),
        ("汛期前", None),
        ("", None),
    ],
)
def test_a_day_is_understood_as_people_type_it(typed: str, day: date | None) -> None:
    assert day_in(typed, 2027) == day


def test_a_list_of_days_is_read_and_written_the_same() -> None:
    days, wrong = days_in("3月25日、6-25， 9.25；12?25", 2027)
    assert days == (date(2027, 3, 25), date(2027, 6, 25), date(2027, 9, 25))
    assert wrong == ("12?25",)
    assert days_in(words_of(days, 2027), 2027) == (days, ())


def test_many_days_are_read_by_month_and_few_on_a_line() -> None:
    weekly = [date(2027, 1, 1), *(date(2027, 2, day) for day in range(1, 13))]
    assert lines_of(weekly, 2027) == ["1月：1日", "2月：1、2、3、4、5、6、7、8、9、10、11、12日"]
    assert lines_of(weekly[:4], 2027) == ["1月1日、2月1日", "2月2日、2月3日"]


async def test_the_month_of_today_is_in_view_first(run: Run) -> None:
    office = FakeOffice(duty_plan())
    office.today = lambda: date(2027, 5, 20)  # type: ignore[method-assign]
    async with run(office) as pilot:
        await enter(pilot)
        await rest(pilot)
        lines = screen_text(pilot).splitlines()
        assert lines[4].startswith(" 5月")
        assert lines[5].startswith(">")


async def test_months_become_quarters_and_the_cursor_stays_with_its_duty(run: Run) -> None:
    async with run(FakeOffice(duty_plan())) as pilot:
        await enter(pilot)
        await press(pilot, "ctrl+g")
        assert "第1季度" in screen_text(pilot)
        current = next(line for line in screen_text(pilot).splitlines() if line.startswith(">"))
        assert "每周巡查一次" in current


async def test_days_are_fixed_by_hand_and_given_back(run: Run) -> None:
    office = FakeOffice(duty_plan())
    async with run(office) as pilot:
        await enter(pilot)
        await press(pilot, "ctrl+f", *"每季度", "enter")
        await pilot.pause(0.2)
        await press(pilot, "home", "f2", *["backspace"] * 30, *"3-20 6-20 13-1", "enter")
        assert "看不出是哪一天：13-1" in screen_text(pilot)
        await press(pilot, *["backspace"] * 5, "enter")
        assert measure(office, "maaaa1").recurrences[0].dates == (date(2027, 3, 20), date(2027, 6, 20))
        assert "已定 1/2" in screen_text(pilot)
        await press(pilot, "ctrl+z")
        assert office.kept["duties"][0] == duty_plan()


async def test_days_left_as_the_rule_gives_them_stay_the_rules(run: Run) -> None:
    office = FakeOffice(duty_plan())
    async with run(office) as pilot:
        await enter(pilot)
        await press(pilot, "f2", "enter")
        assert office.kept["duties"][0] == duty_plan()


async def test_a_deadline_is_changed_in_the_plans_words(run: Run) -> None:
    office = FakeOffice(duty_plan())
    async with run(office) as pilot:
        await enter(pilot)
        await press(pilot, "f4", "home", "f2", *["backspace"] * 6, *"9月底前", "enter", "enter")
        assert measure(office, "mcccc1").dues == (Due("9月底前", date(2027, 9, 30)),)


async def test_the_year_is_narrowed_to_one_department(run: Run) -> None:
    async with run(FakeOffice(duty_plan())) as pilot:
        await enter(pilot)
        await press(pilot, "ctrl+f", *"zzb")
        await pilot.pause(0.2)
        lines = screen_text(pilot)
        assert "每月调度一次" in lines
        assert "每周巡查一次" not in lines


async def test_enter_goes_to_the_task_in_the_draft(run: Run) -> None:
    async with run(FakeOffice(duty_plan())) as pilot:
        await enter(pilot)
        await press(pilot, "enter")
        assert pilot.app.current_mode == "draft"
        assert any(">" in line and "检查人员密集场所" in line for line in screen_text(pilot).splitlines())


async def test_without_days_it_says_how_to_get_some(run: Run) -> None:
    from dataclasses import replace

    plan = duty_plan()
    async with run(FakeOffice(replace(plan, tasks=plan.tasks[-1:]))) as pilot:
        await enter(pilot)
        assert "没有要排日程的事" in screen_text(pilot)
        await press(pilot, "f4", "ctrl+g", "f2", "enter")
        assert "没有要排日程的事" in screen_text(pilot)
