"""What the words of deadlines and recurring duties mean on the calendar."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.plan import Recurrence
from planner.timing import due_day, is_impossible, number_of, occurrences, recurrence_rule

YEAR = 2026
YEARS = st.integers(1950, 2150)
DAYS = st.dates(date(YEAR, 1, 1), date(YEAR, 12, 31))


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2月底前", "2026-02-28"),
        ("２月底前", "2026-02-28"),
        ("6月25日前", "2026-06-25"),
        ("6月30号", "2026-06-30"),
        ("2027年6月底", "2027-06-30"),
        ("二〇二七年六月底", "2027-06-30"),
        ("27年6月底前", "2027-06-30"),
        ("2026年12月", "2026-12-31"),
        ("2027.6.30", "2027-06-30"),
        ("2027-06", "2027-06-30"),
        ("6月上旬", "2026-06-10"),
        ("6月中旬前", "2026-06-20"),
        ("6月下旬", "2026-06-30"),
        ("上半年", "2026-06-30"),
        ("下半年", "2026-12-31"),
        ("第一季度", "2026-03-31"),
        ("三季度末", "2026-09-30"),
        ("年底前", "2026-12-31"),
        ("年中", "2026-06-30"),
        ("本年度内", "2026-12-31"),
        ("年内持续推进", "2026-12-31"),
        ("全年", "2026-12-31"),
        ("明年3月底前", "2027-03-31"),
        ("到2023年", "2023-12-31"),
        ("到2028年底", "2028-12-31"),
        ("2026—2028年", "2028-12-31"),
        ("2021年11月-12月", "2021-12-31"),
        ("2026年7月至2027年6月", "2027-06-30"),
        ("3月1日至15日", "2026-03-15"),
        ("6月25日、12月20日前", "2026-12-20"),
        ("3年内", "2028-12-31"),
        ("一年内", "2026-12-31"),
        # 前 behind a bare period means before it begins, unless that is before the plan's year
        ("6月前", "2026-05-31"),
        ("三季度前", "2026-06-30"),
        ("2028年前", "2027-12-31"),
        ("2026年之前", "2026-12-31"),
        ("1月前", "2026-01-31"),
    ],
)
def test_a_deadline_means_the_last_day_its_words_allow(words: str, day: str) -> None:
    assert due_day(words, YEAR) == date.fromisoformat(day)
    assert not is_impossible(words, YEAR)


@pytest.mark.parametrize(
    "words",
    ["汛期前", "两会召开前", "一个月内", "30日内", "5个工作日内", "长期坚持", "立即", "每月25日前", ""],
)
def test_an_event_or_a_stretch_from_one_has_no_day(words: str) -> None:
    assert due_day(words, YEAR) is None
    assert not is_impossible(words, YEAR)


@pytest.mark.parametrize(
    "words", ["9月31日", "2026年9月31日前", "2月29日", "13月底前", "6月0日", "2026.2.30", "四月三十一日"]
)
def test_a_day_no_calendar_holds_is_told(words: str) -> None:
    assert is_impossible(words, YEAR)
    assert due_day(words, YEAR) is None


def test_the_29th_of_february_is_a_matter_of_the_year() -> None:
    assert due_day("2月29日", 2028) == date(2028, 2, 29)
    assert is_impossible("2月29日", 2026)
    assert not is_impossible("2028年2月29日", 2026)


@given(DAYS, YEARS)
def test_a_named_day_is_that_day_of_the_plans_year(day: date, year: int) -> None:
    if (day.month, day.day) == (2, 29):
        return
    assert due_day(f"{day.month}月{day.day}日前", year) == date(year, day.month, day.day)
    assert due_day(f"{day.year}年{day.month}月{day.day}日前", year) == day


@given(st.integers(1, 12), YEARS)
def test_a_month_end_is_the_last_day_of_that_month(month: int, year: int) -> None:
    day = due_day(f"{month}月底前", year)
    assert day is not None
    assert (day.year, day.month) == (year, month)
    assert (day + timedelta(days=1)).day == 1


@given(st.text(alphabet="0123456789十二年月日底前至-内每季度半上下旬〇", max_size=20), YEARS)
def test_any_words_are_read_without_failing(words: str, year: int) -> None:
    day = due_day(words, year)
    assert day is None or isinstance(day, date)
    if is_impossible(words, year) and "年内" not in words and "年以内" not in words:
        assert day is None
    assert isinstance(recurrence_rule(words), str)


@pytest.mark.parametrize(
    ("words", "rule", "days"),
    [
        ("每季度", "FREQ=MONTHLY;INTERVAL=3", ["03-31", "06-30", "09-30", "12-31"]),
        ("每季度召开一次", "FREQ=MONTHLY;INTERVAL=3", ["03-31", "06-30", "09-30", "12-31"]),
        ("按季", "FREQ=MONTHLY;INTERVAL=3", ["03-31", "06-30", "09-30", "12-31"]),
        ("每季末", "FREQ=MONTHLY;INTERVAL=3", ["03-31", "06-30", "09-30", "12-31"]),
        ("一年两次", "FREQ=MONTHLY;INTERVAL=6", ["06-30", "12-31"]),
        ("每年讲两次", "FREQ=MONTHLY;INTERVAL=6", ["06-30", "12-31"]),
        ("每半年", "FREQ=MONTHLY;INTERVAL=6", ["06-30", "12-31"]),
        ("上、下半年各一次", "FREQ=MONTHLY;INTERVAL=6", ["06-30", "12-31"]),
        ("每年", "FREQ=YEARLY", ["12-31"]),
        ("年度总结", "FREQ=YEARLY", ["12-31"]),
        ("每年6月底前", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=-1", ["06-30"]),
        ("每年6月、12月底前", "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1", ["06-30", "12-31"]),
        ("每年12月20日前", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=20", ["12-20"]),
        (
            "每季度首月10日前",
            "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10",
            ["01-10", "04-10", "07-10", "10-10"],
        ),
        ("每两个月", "FREQ=MONTHLY;INTERVAL=2", ["02-28", "04-30", "06-30", "08-31", "10-31", "12-31"]),
        (
            "每年5次",
            "FREQ=YEARLY;BYMONTH=3,5,8,10,12;BYMONTHDAY=-1",
            ["03-31", "05-31", "08-31", "10-31", "12-31"],
        ),
        (
            "每季度至少组织2次",
            "FREQ=YEARLY;BYMONTH=2,3,5,6,8,9,11,12;BYMONTHDAY=-1",
            ["02-28", "03-31", "05-31", "06-30", "08-31", "09-30", "11-30", "12-31"],
        ),
    ],
)
def test_a_recurring_duty_gets_a_rule_and_its_days(words: str, rule: str, days: list[str]) -> None:
    assert recurrence_rule(words) == rule
    assert [f"{day:%m-%d}" for day in occurrences(Recurrence(words, rule), YEAR)] == days


@pytest.mark.parametrize("words", ["每月", "每月最少一次", "月调度", "逐月", "一月一调度", "每月底"])
def test_a_monthly_duty_falls_on_each_months_last_day(words: str) -> None:
    assert recurrence_rule(words) == "FREQ=MONTHLY"
    days = occurrences(Recurrence(words, recurrence_rule(words)), YEAR)
    assert [day.day for day in days] == [calendar.monthrange(YEAR, month)[1] for month in range(1, 13)]


def _days(words: str) -> tuple[date, ...]:
    return occurrences(Recurrence(words, recurrence_rule(words)), YEAR)


def test_a_day_in_the_words_is_kept_in_every_month() -> None:
    assert {day.day for day in _days("每月25日前")} == {25}
    assert [day.day for day in _days("每月31日前")][:3] == [31, 28, 31]
    assert len(_days("每月不少于2次")) == 24
    for words in ("每月5日、20日", "每月5、20日前", "每月5日和20日前"):
        assert {day.day for day in _days(words)} == {5, 20}
    assert [day.day for day in _days("每月15日、31日")][:4] == [15, 31, 15, 28]


@pytest.mark.parametrize("times", range(1, 13))
@pytest.mark.parametrize(("period", "turns", "most"), [("每季度", 4, 3), ("每半年", 2, 6), ("每年", 1, 12)])
def test_a_count_gives_just_as_many_days(period: str, turns: int, most: int, times: int) -> None:
    if times <= most:
        assert len(_days(f"{period}{times}次")) == turns * times


def test_weekly_and_daily_duties() -> None:
    assert {day.weekday() for day in _days("每周一次")} == {4}
    assert {day.weekday() for day in _days("每周三")} == {2}
    assert {day.weekday() for day in _days("每周一")} == {0}
    assert len(_days("双周")) == 26
    assert len(_days("每日")) == 365


@pytest.mark.parametrize("words", ["定期", "适时", "常态化", "日常", "不定期", "按期", "及时", ""])
def test_vague_words_give_no_rule(words: str) -> None:
    assert recurrence_rule(words) == ""
    assert occurrences(Recurrence(words), YEAR) == ()


def test_days_a_person_has_fixed_win_over_the_rule() -> None:
    fixed = (date(2026, 9, 1), date(2026, 3, 1), date(2025, 3, 1), date(2026, 3, 1))
    held = occurrences(Recurrence("每半年", "FREQ=MONTHLY;INTERVAL=6", fixed), YEAR)
    assert held == (date(2026, 3, 1), date(2026, 9, 1))


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=MONTHLY;INTERVAL=0",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYDAY=XX",
        "FREQ=YEARLY;UNTIL=x",
        "INTERVAL=3",
        "每季度",
        "FREQ=MONTHLY;FREQ=DAILY",
    ],
)
def test_a_rule_that_cannot_be_followed_has_no_days(rule: str) -> None:
    assert occurrences(Recurrence("", rule), YEAR) == ()


INTERVALS = st.one_of(
    st.sampled_from(
        [
            "每日",
            "每周",
            "双周",
            "每旬",
            "每月",
            "每季度",
            "每半年",
            "每年",
            "每月25日前",
            "每周二",
            "按月",
            "每季度首月5日",
        ]
    ),
    st.builds("每{}个月".format, st.integers(1, 24)),
    st.builds("每年{}次".format, st.integers(1, 60)),
    st.builds("每年{}月{}日前".format, st.integers(1, 12), st.integers(1, 28)),
)


@given(INTERVALS, YEARS)
def test_occurrences_lie_in_the_year_in_order_and_each_once(words: str, year: int) -> None:
    days = occurrences(Recurrence(words, recurrence_rule(words)), year)
    assert days
    assert list(days) == sorted(set(days))
    assert {day.year for day in days} == {year}


@given(st.integers(1, 12), YEARS)
def test_so_many_times_a_year_is_never_planned_too_seldom(times: int, year: int) -> None:
    assert len(occurrences(Recurrence("", recurrence_rule(f"每年{times}次")), year)) >= times


@pytest.mark.parametrize(
    ("digits", "number"),
    [("12", 12), ("十二", 12), ("二十", 20), ("二〇二七", 2027), ("两", 2), ("十", 10), ("百", None)],
)
def test_numbers_are_read_in_both_scripts(digits: str, number: int | None) -> None:
    assert number_of(digits) == number
