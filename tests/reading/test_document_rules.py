"""A rule said once for the whole document gives the leads, and is always told."""

from __future__ import annotations

import pytest
from papers import body, codes, measures

DUTIES = (
    "一、改革\n1.改革审批。精简材料。（县发改局、县科技局负责）\n"
    "2.改革监管。开展抽查。（县财政局牵头，县教育局配合）"
)


@pytest.mark.parametrize(
    "words",
    [
        "列第一位者为牵头单位。",
        "各项任务排在第一位的部门为牵头部门。",
        "列第一位的责任单位为牵头单位或汇总单位。",
    ],
)
def test_lead_by_position(words: str) -> None:
    reading = body(f"{words}\n{DUTIES}")
    assert measures(reading) == [
        ("", "精简材料。", ("县发改局",), ("县科技局",)),
        ("", "开展抽查。", ("县财政局",), ()),
    ]
    assert "reading.rule_first_leads" in codes(reading)


def test_rule_inside_the_first_clause() -> None:
    reading = body(
        "一、改革\n1.改革审批。精简。（县发改局、县科技局负责，列第一位者为牵头单位，下同）\n2.改革监管。抽查。（县财政局、县教育局）"
    )
    assert [leads for _, _, leads, _ in measures(reading)] == [("县发改局",), ("县财政局",)]
    assert [names for _, _, _, names in measures(reading)] == [("县科技局",), ("县教育局",)]


def test_lead_before_the_first_comma() -> None:
    reading = body(
        "第一个逗号前为牵头单位。\n一、改革\n1.改革审批。精简。（县发改局、县科技局，县财政局、各乡镇）\n2.改革监管。"
    )
    assert measures(reading)[0] == ("", "精简。", ("县发改局", "县科技局"), ("县财政局", "各乡镇"))
    assert "reading.rule_comma_leads" in codes(reading)


def test_responsible_leads_where_none_is_named() -> None:
    reading = body(f"无牵头单位的，责任单位即为牵头单位。\n{DUTIES}")
    assert measures(reading)[0] == ("", "精简材料。", ("县发改局", "县科技局"), ())
    assert "reading.rule_responsible_leads" in codes(reading)


def test_unit_added_to_every_item() -> None:
    reading = body(f"以下任务均需各乡镇政府落实，不再列出。\n{DUTIES}")
    assert [names for _, _, _, names in measures(reading)] == [
        ("县发改局", "县科技局", "各乡镇政府"),
        ("各乡镇政府",),
    ]
    assert "reading.rule_added" in codes(reading)


def test_without_a_rule_nobody_is_made_a_lead() -> None:
    assert measures(body(DUTIES))[0] == ("", "精简材料。", (), ("县发改局", "县科技局"))
