"""Adverts and web navigation are taken out as they stand; the same words in a plan's sentence stay."""

from __future__ import annotations

import pytest
from papers import body, codes, items, lines_of

ADVERTS = [
    "##vipbegin##",
    "【获取更多公文范文，微信：abc123】",
    "登录某某文秘网（）下载更多范文",
    "[bookmark: _Toc12]",
    "【关注公众号：写作库，下载资料】",
    "<br/>",
]
NAVIGATION = [
    "当前位置：首页 > 政务公开 > 计划总结",
    "字号：[大 中 小] 打印",
    "浏览次数：128",
    "上一篇：关于放假的通知",
    "扫一扫在手机打开当前页",
    "县政府网 | 市政府网 | 今天是",
    "版权所有：临江县人民政府办公室",
    "- 12 -",
    "第 3 页 共 9 页",
    "------------",
]
INNOCENT = [
    "建立微信工作群，及时发布预警。",
    "扶持大中小企业发展",
    "开展打印店消防检查。",
    "在县政府网站公开检查结果。",
    "推广“网格员”下载使用应急客户端。",
    "发放宣传资料1万份。",
    "组织收看警示教育片，关注重点人群。",
]


@pytest.mark.parametrize("advert", ADVERTS)
def test_advert_glued_to_an_item(advert: str) -> None:
    reading = body(f"一、压实责任\n1.检查商场。全面检查。{advert}\n{advert}2.检查学校。全面检查。")
    assert items(reading) == [("1", "检查商场"), ("2", "检查学校")]
    assert [fragment.text for fragment in reading.noise] == [advert, advert]
    assert lines_of(reading, "reading.noise") == [3, 4]


@pytest.mark.parametrize("line", NAVIGATION)
def test_navigation_line(line: str) -> None:
    reading = body(f"一、压实责任\n1.检查商场。全面检查。\n{line}\n2.检查学校。全面检查。")
    assert [fragment.text for fragment in reading.noise] == [line]
    assert reading.plan is not None
    assert reading.plan.tasks[0].measures[0].text == "全面检查。"


@pytest.mark.parametrize("sentence", INNOCENT)
def test_a_plan_s_own_sentence_stays(sentence: str) -> None:
    reading = body(f"一、压实责任\n1.{sentence}\n2.检查学校。全面检查。")
    assert reading.noise == ()
    assert "reading.noise" not in codes(reading)


def test_neighbouring_fragments_are_one() -> None:
    reading = body(
        "一、压实责任\n1.检查商场。\n进入某某公文网（）下载更多范文【更多公文，微信：abc】  ##end##"
    )
    assert [fragment.text for fragment in reading.noise] == [
        "进入某某公文网（）下载更多范文【更多公文，微信：abc】  ##end##"
    ]
