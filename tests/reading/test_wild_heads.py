"""Heads of papers in styles that no one here had seen before."""

from __future__ import annotations

from papers import codes, items, json_of, paper


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


def test_drafter_and_month_below_the_title_are_no_part_of_it() -> None:
    reading = paper(
        """
        2026年度全县冬季防火工作实施方案
        （县公安局 二〇二六年十一月）
        为防火，制定本方案。
        一、工作步骤
        （一）部署阶段。（县公安局负责）
        （二）总结阶段。（县公安局负责）
        """
    )
    assert reading.plan is not None
    assert reading.plan.title == "2026年度全县冬季防火工作实施方案"


def test_stages_of_a_campaign_over_the_turn_of_the_year_keep_their_days() -> None:
    reading = paper(
        """
        临江县2027年春节火灾防控工作方案
        一、步骤
        （一）动员部署阶段（2026年10月26日前）。召开会议。
        （二）总结阶段（2027年3月31日前）。总结经验，2026年以前的做法继续有效。
        """
    )
    tasks = json_of(reading)["sections"][0]["tasks"]
    assert [task["deadlines"] for task in tasks] == [["2026年10月26日前"], ["2027年3月31日前"]]


def test_text_without_line_breaks_whose_clauses_touch_the_next_number() -> None:
    reading = paper(
        "2026年全县应急管理工作要点 2026年，全县应急管理工作要坚持人民至上、生命至上，"
        "坚持安全第一、预防为主，统筹发展和安全，完善体系，提升能力，守牢底线，为全县经济社会高质量发展创造良好的安全环境。"
        "一、扎实推进安全生产（一）压实责任。制定监管清单，召开全体会议。责任单位：县安委办，完成时限：每季度末"
        "（二）整治隐患。排查整治。责任单位：县应急局，配合单位：各乡镇，完成时限：12月底"
        "二、提升防灾能力（三）完善预案。修订预案。责任单位：县应急局、县水利局；完成时限：5月底"
        "（四）开展演练。组织演练。责任单位：县应急局；完成时限：11月底"
    )
    assert reading.plan is not None
    assert reading.plan.title == "2026年全县应急管理工作要点"
    assert items(reading) == [("一", "压实责任"), ("二", "整治隐患"), ("三", "完善预案"), ("四", "开展演练")]
    assert [section.title for section in reading.plan.sections] == ["扎实推进安全生产", "提升防灾能力"]


def test_a_long_page_head_does_not_hide_that_lines_are_broken_at_a_width() -> None:
    wrapped = [
        "（一）以全县科普日活动、科技活动周为载体，结合节日纪念日，持续",
        "推进健康科普行动。开展健康科普作品征集，开展大学生“三下乡”健",
        "康专项等活动。（县科技局、县卫健局、县疾控中心按职责分工负责）",
        "（二）部署加强学校食品安全和营养健康工作，完善校园食品安全管理",
        "体制。（县教育局、县卫健局、县市监局按职责分工负责，各乡镇配合）",
        "（三）巩固无烟机关、无烟医院、无烟学校建设成果，倡导无烟家庭建",
        "设，举办无烟赛事。（县教育局、县卫健局、县妇联按职责分工负责）",
        "（四）严厉打击违法销售。（县市监局负责）",
        "（五）总结经验。（县卫健局负责）",
    ]
    head = (
        "2026年第1期          临江县健康行动推进委员会办公室：临江县健康行动2026年工作要点选编"
        "          第3页 内部资料"
    )
    reading = paper("\n".join(["临江县健康行动2026年工作要点", head, *wrapped]))
    titles = [title for _, title in items(reading)]
    assert titles[0] == "以全县科普日活动、科技活动周为载体，结合节日纪念日，持续推进健康科普行动"
    assert titles[2] == "巩固无烟机关、无烟医院、无烟学校建设成果，倡导无烟家庭建设，举办无烟赛事"
