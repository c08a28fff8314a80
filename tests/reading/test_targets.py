"""Targets: which figures are to be reached, in which words, and which figures are only figures."""

from __future__ import annotations

import json
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.reading.targets import find_targets

PAST_PLANS = Path(__file__).parents[2].parent / "shared" / "past-plans"


@pytest.mark.parametrize(
    ("sentence", "words", "comparison", "value", "unit"),
    [
        # floors and ceilings
        ("参保率达到95%以上", "参保率达到95%以上", "at_least", "95", "%"),
        ("优良天数比率不低于92.5%", "优良天数比率不低于92.5%", "at_least", "92.5", "%"),
        ("开展演练不少于2次", "开展演练不少于2次", "at_least", "2", "次"),
        ("每年引进10名以上人才", "每年引进10名以上人才", "at_least", "10", "名"),
        ("处置时间不超过24小时", "处置时间不超过24小时", "at_most", "24", "小时"),
        ("每户最高补助2万元", "每户最高补助2万元", "at_most", "2", "万元"),
        ("用水总量控制在1.2亿立方米以内", "用水总量控制在1.2亿立方米以内", "at_most", "1.2", "亿立方米"),
        ("办理时间压缩至5个工作日以内", "办理时间压缩至5个工作日以内", "at_most", "5", "个工作日"),
        (
            "细颗粒物浓度不高于35微克/立方米",
            "细颗粒物浓度不高于35微克/立方米",
            "at_most",
            "35",
            "微克/立方米",
        ),
        ("普及率超过70%", "普及率超过70%", "more_than", "70", "%"),
        # a level, a direction, a measure
        ("水质达标率保持在98%", "水质达标率保持在98%", "exactly", "98", "%"),
        ("失业率6%左右", "失业率6%左右", "about", "6", "%"),
        ("生产总值增长6%左右", "生产总值增长6%左右", "rise", "6", "%"),
        ("能耗比2020年下降8.8%", "能耗比2020年下降8.8%", "fall", "8.8", "%"),
        ("死亡率同比下降5个百分点", "死亡率同比下降5个百分点", "fall", "5", "个百分点"),
        ("及时率提高到95%以上", "及时率提高到95%以上", "at_least", "95", "%"),
        ("力争达到1000万吨", "力争达到1000万吨", "exactly", "1000", "万吨"),
        ("完成投资1,200万元", "完成投资1,200万元", "exactly", "1200", "万元"),
        ("完成率达到百分之九十", "完成率达到百分之九十", "exactly", "90", "%"),
        ("一般登记3个工作日内办结", "一般登记3个工作日内办结", "at_most", "3", "个工作日"),
        ("特困人员、低保对象参保率达到100%", "特困人员、低保对象参保率达到100%", "exactly", "100", "%"),
        ("整治病险山塘不少于40口", "整治病险山塘不少于40口", "at_least", "40", "口"),
        ("人均学习不少于40学时", "人均学习不少于40学时", "at_least", "40", "学时"),
        # levels in words
        ("推动执法检查全覆盖", "推动执法检查全覆盖", "exactly", "100", "%"),
        ("群众满意度100%", "群众满意度100%", "exactly", "100", "%"),
        ("突出重大隐患动态清零", "重大隐患动态清零", "exactly", "0", ""),
        ("确保零事故", "确保零事故", "exactly", "0", ""),
        ("起数和人数“双下降”", "起数和人数“双下降”", "fall", None, ""),
        ("其中林场应当达到二级及以上标准", "林场应当达到二级及以上标准", "at_least", None, ""),
        ("完成所有站点接入", "完成所有站点接入", "exactly", None, ""),
        # counts of an action; what leads up to them is left out
        ("新建10个便民站点", "新建10个便民站点", "exactly", "10", "个"),
        ("在6月底前完成12处隐患点治理", "完成12处隐患点治理", "exactly", "12", "处"),
        ("实施河道、堤防、水闸等10大工程", "10大工程", "exactly", "10", "项"),
        ("特别对12处尾矿库加密巡查", "对12处尾矿库加密巡查", "exactly", "12", "处"),
        ("对16个乡镇督导实现全覆盖", "16个乡镇督导实现全覆盖", "exactly", "100", "%"),
        ("推动落实对重点企业检查全覆盖", "对重点企业检查全覆盖", "exactly", "100", "%"),
        ("严格执行查验、登记、过检“三个100%”制度", "查验、登记、过检“三个100%”", "exactly", "100", "%"),
        ("落实作业升级管理、仓储一律全覆盖检查、隐患一律停产", "仓储一律全覆盖检查", "exactly", "100", "%"),
        # two figures under one verb have no single number
        ("医保、社保参保率分别达到97%、96%", "医保、社保参保率分别达到97%、96%", "exactly", None, ""),
    ],
)
def test_a_target_keeps_its_words_and_its_number(
    sentence: str, words: str, comparison: str, value: str | None, unit: str
) -> None:
    text = f"抓好年度工作，{sentence}。加强领导。"
    found = find_targets(text)
    assert [each.words for each in found] == [words]
    target = found[0].record
    assert text[found[0].start : found[0].end] == words == target.text
    assert (target.comparison, target.value, target.unit) == (comparison, value and Decimal(value), unit)


@pytest.mark.parametrize(
    "text",
    [
        "落实“三个必须”“十个一次”“1+N”要求。",
        "落实《责任清单》12条规定，执行18条刚性规定。",
        "按照《通知》(临政发〔2019〕3号)精神，印发〔2020〕2号文件。",
        "2003年至2016年发生26起事故。近三年发生5起事故。",
        "全县现有36个村。累计完成12个项目。",
        "迎接建党100周年，推广5G应用，办好第3次会议。",
        "企业(从业人员100人及以上)要备案。",
        "淘汰30万吨/年以下煤矿，推动沿江5公里企业搬迁。",
        "公安、交通等7个部门要联动。",
        "开展为期100天的大检查。",
        "坚持“零容忍”，实行零报告，提高覆盖率。",
        "2026年是关键之年，3月15日召开会议，一季度总结。",
        "每季度召开1次会议。",
        "坚决杜绝重特大事故，努力减少一般事故。",
        "开展“11.9消防宣传月”活动，深化“两个导则”落实。",
        "",
    ],
)
def test_figures_that_are_no_targets_are_left_alone(text: str) -> None:
    assert [found.words for found in find_targets(text)] == []


def test_two_subjects_in_one_part_are_two_targets() -> None:
    found = find_targets("新增贷款不少于2亿元、扶持创业不少于400人。")
    assert [(each.words, each.record.unit) for each in found] == [
        ("新增贷款不少于2亿元", "亿元"),
        ("扶持创业不少于400人", "人"),
    ]


def test_two_steps_are_two_targets() -> None:
    found = find_targets("确保达到800万吨，力争达到1000万吨。")
    assert [(each.words, each.record.value) for each in found] == [
        ("确保达到800万吨", Decimal(800)),
        ("力争达到1000万吨", Decimal(1000)),
    ]


@given(st.decimals("0.1", "99", places=1), st.sampled_from(["以上", "以内", "左右", ""]))
def test_any_share_is_read_to_its_last_digit(share: Decimal, bound: str) -> None:
    (found,) = find_targets(f"确保整改率达到{share}%{bound}。")
    assert found.record.value == share
    assert found.record.unit == "%"
    comparison = {"以上": "at_least", "以内": "at_most", "左右": "about", "": "exactly"}[bound]
    assert found.record.comparison == comparison


@given(st.text(alphabet="完成达到10.5%个处，。、“”（）《》全覆盖清零年月对等不超过以上一", max_size=60))
def test_any_text_is_read_without_failing_and_places_are_true(text: str) -> None:
    for found in find_targets(text):
        assert text[found.start : found.end] == found.words == found.record.text
        assert found.words.strip()


@pytest.mark.skipif(not PAST_PLANS.is_dir(), reason="the five real plans are not beside this checkout")
def test_the_real_plans_give_their_targets() -> None:
    wanted: Counter[str] = Counter()
    given_back: Counter[str] = Counter()
    for path in sorted(PAST_PLANS.glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        tasks = [task for section in gold["sections"] for task in section["tasks"]]
        text = path.with_suffix(".txt").read_text("utf-8")
        begin = text.index(tasks[0]["title"])
        wanted.update(words for task in tasks for words in task["targets"])
        given_back.update(found.words for found in find_targets(text[begin:]))
    assert wanted.total() == 20
    assert 2 * (wanted & given_back).total() / (wanted.total() + given_back.total()) >= 0.8
