"""Heads of papers in styles that no one here had seen before."""

from __future__ import annotations

from papers import codes, items, paper


def test_note_on_publication_is_no_part_of_the_title() -> None:
    reading = paper(
        """
        各乡镇人民政府：
        现将《临江县2026年道路交通整治方案》印发给你们，请遵照执行。
        临江县人民政府办公室
        2026年4月18日
        （此件主动公开）
        临江县2026年道路交通 整治方案
        为了安全，制定本方案。
        一、工作措施
        （一）分片巡查。（县公安局负责）
        （二）分段管护。（县交通局负责）
        """
    )
    assert reading.plan is not None
    assert reading.plan.title == "临江县2026年道路交通整治方案"
    assert reading.plan.issuer == "临江县人民政府办公室"


def test_title_without_a_year_that_begins_with_its_place() -> None:
    reading = paper(
        """
        各乡镇人民政府：
        现将《临江县降低企业成本若干措施（修订版）》印发给你们，请认真贯彻执行。
        临江县人民政府
        2025年8月16日
        临江县降低企业成本若干措施（修订版）
        根据《江东省降低企业成本措施》（江府〔2023〕79号）精神，制订以下措施。
        一、措施
        （一）降低用地成本。
        1.先租后让。（责任单位：县自然资源局）
        2.弹性出让。（责任单位：县自然资源局）
        """
    )
    assert reading.plan is not None
    assert reading.plan.title == "临江县降低企业成本若干措施（修订版）"
    assert reading.year == 2025, "the year of a cited paper is not the plan's"
    assert items(reading) == [("一", "降低用地成本")]


def test_plan_behind_a_numbered_notice_whose_title_has_no_year() -> None:
    reading = paper(
        """
        临政办字〔2025〕1号
        各乡镇人民政府：
        为了落实任务，现将《临江县绿色发展分工落实方案》印发给你们，请认真实施。
        一、高度重视。各乡镇要认真学习。
        二、推动落实。各单位要密切配合。
        临江县人民政府办公室
        2025年1月5日
        临江县绿色发展分工落实方案
        一、发展目标
        1.降低煤耗。（牵头单位：县发改局，参与单位：各乡镇）
        2.植树造林。（牵头单位：县林业局；参与单位：各乡镇）
        """
    )
    assert reading.plan is not None
    assert reading.plan.title == "临江县绿色发展分工落实方案"
    assert items(reading) == [("1", "降低煤耗"), ("2", "植树造林")]
    assert "reading.covering_letter" in codes(reading)


def test_duties_below_the_items_make_a_numbered_text_a_plan() -> None:
    reading = paper(
        """
        一、巡护
        （一）白天
        1.巡山。（责任单位：县林业局）
        （二）夜间
        1.值守。（责任单位：各乡镇）
        """
    )
    assert reading.plan is not None
