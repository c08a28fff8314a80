"""Every way of numbering that real plans use gives sections, items and sub-items."""

from __future__ import annotations

import pytest
from papers import body, codes, items, lines_of, outline, paper


def test_numbers_run_on_over_sections() -> None:
    reading = body(
        "一、压实责任\n1.落实部门责任。\n2.落实乡镇责任。\n二、整治隐患\n3．整治高楼。\n４．整治学校。"
    )
    assert outline(reading) == [
        ("一", "压实责任", [("1", "落实部门责任"), ("2", "落实乡镇责任")]),
        ("二", "整治隐患", [("3", "整治高楼"), ("4", "整治学校")]),
    ]
    assert codes(reading) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("（一）", "（二）"),
        ("(一)", "(二)"),
        ("1.", "2."),
        ("１．", "２．"),
        ("1、", "2、"),
        ("（1）", "（2）"),
        ("①", "②"),
        ("1)", "2)"),
    ],
)
def test_item_numbers(first: str, second: str) -> None:
    reading = body(
        f"一、压实责任\n{first}落实部门责任。认真落实。\n{second}落实乡镇责任。\n二、整治隐患\n{first}整治高楼。"
    )
    assert [len(section.items) for section in reading.outline] == [2, 1]
    assert [title for _, title in items(reading)] == ["落实部门责任", "落实乡镇责任", "整治高楼"]


def test_sections_beyond_ten_and_items_beyond_twenty() -> None:
    text = [
        "九、甲",
        *[f"（二十{n}）加强{n}组。" for n in "一二三"],
        "十、乙",
        "（二十四）巡查。",
        "十一、丙",
        "（二十五）总结。",
    ]
    reading = body("\n".join(text))
    assert [section.number for section in reading.outline] == ["九", "十", "十一"]
    assert items(reading)[-1] == ("二十五", "总结")
    assert codes(reading).count("reading.starts_in_middle") == 2


def test_no_first_level_at_all() -> None:
    reading = body("1.建设消防站。\n2.更新装备。\n3.开展培训。")
    assert outline(reading) == [("", "", [("1", "建设消防站"), ("2", "更新装备"), ("3", "开展培训")])]
    assert "reading.no_sections" in codes(reading)


def test_third_level_below_an_item() -> None:
    reading = body(
        "一、治理\n（一）治理高楼\n具体措施：\n1.摸清底数。逐栋登记。\n2.限期整改。\n（二）治理工地。"
    )
    assert items(reading) == [("一", "治理高楼"), ("二", "治理工地")]
    assert reading.outline[0].items[0].subtasks == (("1", "摸清底数"), ("2", "限期整改"))


def test_bracketed_level_below_arabic_items() -> None:
    reading = body(
        "一、建设\n1.公路\n（一）新建。\n（二）改建。\n2.桥梁\n（一）加固。\n（二）新建。\n3.码头。"
    )
    assert items(reading) == [("1", "公路"), ("2", "桥梁"), ("3", "码头")]
    assert reading.outline[0].items[1].subtasks == (("一", "加固"), ("二", "新建"))


def test_points_inside_an_item() -> None:
    reading = body("一、培训\n（一）抓好培训。一是分级培训，覆盖全员；二是结对帮带。三是年底考核。")
    assert reading.outline[0].items[0].subtasks == (
        ("一是", "分级培训，覆盖全员"),
        ("二是", "结对帮带"),
        ("三是", "年底考核"),
    )


def test_words_that_only_look_like_numbers() -> None:
    text = (
        "一、宣传\n1.办好活动。第一时间发布。第三方参与。开展“5 .12”宣传。"
        "落实刑法修正案（十一）要求。每年3.15检查。\n2.其他。"
    )
    assert items(body(text)) == [("1", "办好活动"), ("2", "其他")]


def test_run_in_headings() -> None:
    item = (
        "（一）落实责任。压实部门责任。各部门要按照职责，抓好检查，消除隐患。"
        "压实单位责任。督促单位落实制度，开展自查。"
    )
    reading = body(f"一、责任\n{item}\n（二）其他。")
    assert reading.outline[0].items[0].subtasks == (("", "压实部门责任"), ("", "压实单位责任"))


def test_a_short_remark_is_no_run_in_heading() -> None:
    reading = body(
        "一、责任\n（一）落实责任。各部门要按照职责，抓好检查。严肃追责问责。加强宣传，营造氛围。\n（二）其他。"
    )
    assert reading.outline[0].items[0].subtasks == ()


def test_heading_and_text_in_separate_paragraphs_and_section_intro() -> None:
    reading = body(
        "一、目标\n坚持预防为主，减少火灾。\n（一）加强巡查，消除隐患。\n\n每月巡查一次，建立台账。\n二、措施\n（一）检查。"
    )
    assert items(reading)[0] == ("一", "加强巡查，消除隐患")
    assert reading.plan is not None
    assert reading.plan.sections[0].text == "坚持预防为主，减少火灾。"
    assert reading.plan.tasks[0].measures[0].text == "每月巡查一次，建立台账。"


def test_section_of_prose_has_no_items() -> None:
    reading = body("一、总体要求\n坚持预防为主。\n二、任务\n（一）检查。")
    assert outline(reading) == [("一", "总体要求", []), ("二", "任务", [("一", "检查")])]


def test_only_first_level_with_text_in_the_paragraph() -> None:
    reading = body(
        "一、守住底线。每季度排查一次，建立台账。\n二、建好队伍。组建专职队伍，配齐装备。\n三、抓好宣传。进村入户开展宣传。"
    )
    assert outline(reading) == [("", "", [("一", "守住底线"), ("二", "建好队伍"), ("三", "抓好宣传")])]


def test_unnumbered_paragraphs_with_duties() -> None:
    reading = body(
        "一、审批\n推行一窗受理，精简材料。（县行政审批局牵头）\n压缩办理时限。\n责任单位：县大数据局\n二、服务\n上门服务。（县工信局负责）"
    )
    assert items(reading) == [("", "推行一窗受理，精简材料"), ("", "压缩办理时限"), ("", "上门服务")]
    assert codes(reading).count("reading.unnumbered_items") == 2


def test_section_heading_runs_into_its_first_item() -> None:
    reading = body(
        "一、加强水源建设1.立足县情，新建水鹤。选好点位。2.维修管网。\n二、加强队伍（一）招录队员。公开招录。（二）开展训练。"
    )
    assert outline(reading) == [
        ("一", "加强水源建设", [("1", "立足县情，新建水鹤"), ("2", "维修管网")]),
        ("二", "加强队伍", [("一", "招录队员"), ("二", "开展训练")]),
    ]


def test_document_without_line_breaks() -> None:
    reading = paper(
        "临安委〔2026〕3号临江县安全生产委员会关于印发《临江县2026年安全生产工作要点》的通知各乡镇人民政府，县安委会成员单位："
        "现将《临江县2026年安全生产工作要点》印发给你们，请认真贯彻落实。临江县安全生产委员会2026年2月6日"
        "临江县2026年安全生产工作要点为切实做好全县安全生产工作，制定本要点。一、总体要求（一）指导思想。坚持人民至上。"
        "（二）工作目标。减少事故。二、重点任务1.建好广播。4月底前完成。（县应急局牵头，县融媒体中心配合）2.建强队伍。配齐装备。"
        "三、强化保障（一）加强领导。亲自抓。（二）加强调度。每月调度一次。"
    )
    assert outline(reading) == [
        ("一", "总体要求", [("一", "指导思想"), ("二", "工作目标")]),
        ("二", "重点任务", [("1", "建好广播"), ("2", "建强队伍")]),
        ("三", "强化保障", [("一", "加强领导"), ("二", "加强调度")]),
    ]
    assert reading.plan is not None
    assert (reading.plan.title, reading.plan.number) == ("临江县2026年安全生产工作要点", "临安委〔2026〕3号")
    assert reading.plan.issuer == "临江县安全生产委员会"
    assert reading.plan.preamble == "为切实做好全县安全生产工作，制定本要点。"


def test_document_that_starts_in_the_middle_with_group_lines() -> None:
    reading = paper(
        "（六）治水\n116.治理黑臭水体。\n——推进沿江保护\n117.清理岸线。\n（七）治气\n118.管控扬尘。（县住建局牵头）"
    )
    assert outline(reading) == [
        ("六", "治水", [("116", "治理黑臭水体"), ("117", "清理岸线")]),
        ("七", "治气", [("118", "管控扬尘")]),
    ]
    assert lines_of(reading, "reading.starts_in_middle") == [1, 2]
    assert lines_of(reading, "reading.group_line") == [3]


def test_a_missing_number_is_told() -> None:
    reading = body("一、责任\n1.甲项工作。\n2.乙项工作。\n4.丁项工作。")
    assert [number for number, _ in items(reading)] == ["1", "2", "4"]
    assert lines_of(reading, "reading.number_order") == [5]


def test_parts_above_sections() -> None:
    reading = body(
        "第一部分 总体思路\n坚持预防为主。\n第二部分 重点工作\n一、防控\n（一）巡查。\n二、服务\n（一）上门。"
    )
    assert [section.title for section in reading.outline] == ["总体思路", "防控", "服务"]


def test_number_with_a_blank_instead_of_a_dot() -> None:
    reading = body("一 财政审计\n1 预算执行审计\n2 决算审计\n二 专项审计\n1 民生资金审计")
    assert outline(reading) == [
        ("一", "财政审计", [("1", "预算执行审计"), ("2", "决算审计")]),
        ("二", "专项审计", [("1", "民生资金审计")]),
    ]


def test_lines_broken_at_a_fixed_width() -> None:
    reading = paper(
        """
        临江县2026年林业工作要点
        一、深入推进国土绿化行动，全面提升森林
        质量
            （一）推进绿化。完成造林一万二千亩，
        抚育幼林三万亩，成活率达到百分之八十五
        以上。（县林业局牵头，县自然资源局、各
        乡镇配合）
            （二）管好古树。开展古树名木普查，每
        年巡查两次，建立健全一树一档的保护档案
        管理制度。
        """
    )
    assert outline(reading) == [
        ("一", "深入推进国土绿化行动，全面提升森林质量", [("一", "推进绿化"), ("二", "管好古树")])
    ]
    assert reading.plan is not None
    assert (
        reading.plan.tasks[0].measures[0].text
        == "完成造林一万二千亩，抚育幼林三万亩，成活率达到百分之八十五以上。"
    )
    assert reading.plan.tasks[0].measures[0].duty.support == ("县自然资源局", "各乡镇")


def test_markdown_marks_are_no_text() -> None:
    reading = paper("# 临江县2026年教育工作要点\n## 一、教学\n### （一）提升质量\n**加强教研。**")
    assert outline(reading) == [("一", "教学", [("一", "提升质量")])]
    assert reading.plan is not None
    assert reading.plan.title == "临江县2026年教育工作要点"


def test_item_that_begins_with_a_figure_or_a_year() -> None:
    reading = body(
        "一、目标\n1.2026年底前，建成消防站。\n2.6月底前完成检查。\n3.100%覆盖村庄。\n二、其他\n4.总结。"
    )
    assert [number for number, _ in items(reading)] == ["1", "2", "3", "4"]


def test_number_behind_the_last_word_of_a_clause() -> None:
    reading = body(
        "1.建设平台。责任单位：县数据局配合单位：县财政局完成时限：11月30日"
        "2.汇聚数据。责任单位：县数据局3.开放数据。"
    )
    assert items(reading) == [("1", "建设平台"), ("2", "汇聚数据"), ("3", "开放数据")]


def test_table_of_contents_is_noise() -> None:
    reading = body(
        "目  录\n一、总体要求……………………1\n二、任务.............2\n"
        "一、总体要求\n坚持预防。\n二、任务\n（一）检查。"
    )
    assert outline(reading) == [("一", "总体要求", []), ("二", "任务", [("一", "检查")])]
    assert len(reading.noise) == 3


def test_tabs_in_an_item_are_no_table() -> None:
    assert items(body("一、\t归档\n（一）\t按时归档。\t3月底前完成。")) == [("一", "按时归档")]
