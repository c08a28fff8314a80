"""Deadlines and recurring duties: which words are one, and what they mean in the plan's year."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.reading.dates import find_dues, find_recurrences

PAST_PLANS = Path(__file__).parents[2].parent / "shared" / "past-plans"
YEAR = 2026


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("到2028年，利用率达到80%", "到2028年", "2028-12-31"),
        ("到2028年底,两级全部建成", "到2028年底", "2028-12-31"),
        ("2026年底前完成修缮", "2026年底前", "2026-12-31"),
        ("年底前完成推广", "年底前", "2026-12-31"),
        ("5月底前完成模型优化", "5月底前", "2026-05-31"),
        ("在2月底前分别出台方案", "2月底前", "2026-02-28"),
        ("2 月底前完成", "2 月底前", "2026-02-28"),
        ("（2026—2028年）", "2026—2028年", "2028-12-31"),
        ("6月底完成", "6月底", "2026-06-30"),
        ("2026年6月底前修改完善", "2026年6月底前", "2026-06-30"),
        ("十一月底前报送", "十一月底前", "2026-11-30"),
        ("12月20日前报送总结", "12月20日前", "2026-12-20"),
        ("5年内享受补贴", "5年内", "2030-12-31"),
        ("在通报后一个月内整改", "一个月内", None),
        ("本年度内实现", "本年度内", "2026-12-31"),
        ("今年内启动", "今年内", "2026-12-31"),
        ("完成时限：2026年11月30日", "2026年11月30日", "2026-11-30"),
        ("完成时限：2026年11月-12月", "2026年11月-12月", "2026-12-31"),
        ("第一阶段(2026年7月至2026年12月)", "2026年7月至2026年12月", "2026-12-31"),
        ("下半年实施改造", "下半年", "2026-12-31"),
        ("一季度完成", "一季度", "2026-03-31"),
        ("于3月底召开会议", "3月底", "2026-03-31"),
        ("力争2027年6月底建成", "2027年6月底", "2027-06-30"),
        ("落实2026年之前需要完成的任务", "2026年之前", "2026-12-31"),
        ("根据全市2026年基本完成平台建设的要求", "2026年", "2026-12-31"),
        ("10月底前建成站点", "10月底前", "2026-10-31"),
        ("3月底前提供岗位", "3月底前", "2026-03-31"),
        ("4月底前列出名单", "4月底前", "2026-04-30"),
        ("汛期前完成检查", "汛期前", None),
        ("在春节前完成慰问", "春节前", None),
        ("2026年9月31日前报送", "2026年9月31日前", None),
    ],
)
def test_a_deadline_keeps_its_words_and_gets_its_day(text: str, words: str, day: str | None) -> None:
    (found,) = find_dues(f"抓好工作。{text}。", YEAR)
    assert found.words == found.record.text == words
    assert found.record.day == (date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(
    "text",
    [
        "学习1月23日重要指示精神，吸取“3·21”事故教训。",
        "2003年至2016年发生多起事故。2019年底前已建成。截至2025年底，全县共有36个村。",
        "近三年内发生的事故。三年行动收官。",
        "办理时间压缩至5个工作日以内，24小时内上报，3个工作日内办结，30日内拨付。",
        "2026年是关键之年，做好2026年工作。",
        "《2026年底前攻坚行动方案》",
        "自2026年1月1日起施行。",
        "每年12月底前报送。",
        "第一时间处置，及时上报，持续推进，限期整改。",
        "迎接“十四五”收官，抓好岁末年初工作。",
        "事前预防，岗前培训，当前工作，做好汛前检查。",
        "开展年度考核，纳入2026年度计划。",
    ],
)
def test_dates_that_bind_nobody_are_no_deadlines(text: str) -> None:
    assert [found.words for found in find_dues(text, YEAR)] == []


def test_two_days_that_share_one_before_are_two_deadlines() -> None:
    found = find_dues("6月25日、12月20日前报送总结。", YEAR)
    assert [(each.words, each.record.day) for each in found] == [
        ("6月25日", date(2026, 6, 25)),
        ("12月20日前", date(2026, 12, 20)),
    ]


@pytest.mark.parametrize(
    ("text", "words", "rule"),
    [
        ("每季度召开一次全体会议", "每季度", "FREQ=MONTHLY;INTERVAL=3"),
        ("实行每季随机抽查", "每季", "FREQ=MONTHLY;INTERVAL=3"),
        ("联合检查(每月最少一次)制度", "每月最少一次", "FREQ=MONTHLY"),
        ("一年两次开展评估", "一年两次", "FREQ=MONTHLY;INTERVAL=6"),
        ("主要负责人讲课(每年讲两次)", "每年讲两次", "FREQ=MONTHLY;INTERVAL=6"),
        ("每年召开两次会议", "每年召开两次", "FREQ=MONTHLY;INTERVAL=6"),
        ("每年引进10名以上人才", "每年", "FREQ=YEARLY"),
        ("每月25日前报送", "每月25日前", "FREQ=MONTHLY;BYMONTHDAY=25"),
        ("每季度末报送", "每季度末", "FREQ=MONTHLY;INTERVAL=3"),
        ("每半年评估", "每半年", "FREQ=MONTHLY;INTERVAL=6"),
        ("每两个月会商", "每两个月", "FREQ=MONTHLY;INTERVAL=2"),
        ("每日巡查", "每日", "FREQ=DAILY"),
        ("每周五报送", "每周五", "FREQ=WEEKLY;BYDAY=FR"),
        ("按季制定举措", "按季", "FREQ=MONTHLY;INTERVAL=3"),
        ("按月通报进度", "按月", "FREQ=MONTHLY"),
        ("实行月调度机制", "月调度", "FREQ=MONTHLY"),
        ("季度通报情况", "季度通报", "FREQ=MONTHLY;INTERVAL=3"),
        ("做好半年小结", "半年小结", "FREQ=MONTHLY;INTERVAL=6"),
        ("一月一调度", "一月一调度", "FREQ=MONTHLY"),
        ("全年不少于4次", "全年不少于4次", "FREQ=MONTHLY;INTERVAL=3"),
        ("上半年和下半年各开展一次", "上半年和下半年各开展一次", "FREQ=MONTHLY;INTERVAL=6"),
        ("每年6月底前完成汛前检查", "每年6月底前", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=-1"),
    ],
)
def test_a_recurring_duty_keeps_its_words_and_gets_its_rule(text: str, words: str, rule: str) -> None:
    (found,) = find_recurrences(f"抓好工作。{text}。")
    assert found.words == found.record.text == words
    assert found.record.rule == rule


@pytest.mark.parametrize(
    "text",
    [
        "定期调度，适时通报，常态化检查，不定期抽查。",
        "开展“安全生产月”活动，做好一季度总结和5月通报。",
        "每个岗位、每一起事故、每次会议、每名干部。",
        "编制年度计划，纳入年度考核，实行日常检查。",
        "《每月例会制度》",
        "按期完成，按时报送，按照要求。",
    ],
)
def test_vague_words_and_namesakes_are_no_intervals(text: str) -> None:
    assert [found.words for found in find_recurrences(text)] == []


@given(st.integers(1, 12), st.booleans())
def test_a_month_end_is_the_last_day_of_its_month(month: int, with_year: bool) -> None:
    words = f"{'2026年' if with_year else ''}{month}月底前"
    (found,) = find_dues(f"{words}完成整改。", YEAR)
    assert found.words == words
    assert found.record.day is not None
    assert (found.record.day.year, found.record.day.month) == (YEAR, month)


@given(st.text(alphabet="0123456789年月日底前到至内每季度一两次半上下，。《》（）、-完成", max_size=60))
def test_any_text_is_read_without_failing_and_places_are_true(text: str) -> None:
    for found in (*find_dues(text, YEAR), *find_recurrences(text)):
        assert text[found.start : found.end] == found.words == found.record.text


@pytest.mark.skipif(not PAST_PLANS.is_dir(), reason="the five real plans are not beside this checkout")
def test_the_real_plans_give_their_deadlines_and_intervals() -> None:
    wanted: Counter[str] = Counter()
    given_back: Counter[str] = Counter()
    for path in sorted(PAST_PLANS.glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        tasks = [task for section in gold["sections"] for task in section["tasks"]]
        text = path.with_suffix(".txt").read_text("utf-8")
        text = text[text.index(tasks[0]["title"]) :]
        wanted.update(words for task in tasks for words in (*task["deadlines"], *task["frequencies"]))
        given_back.update(found.words for found in find_dues(text, gold["year"]))
        given_back.update(found.words for found in find_recurrences(text))
    assert wanted.total() == 13
    assert 2 * (wanted & given_back).total() / (wanted.total() + given_back.total()) >= 0.9
