"""Title, number, issuer, day, addressees and signature, wherever a paper or a web page puts them."""

from __future__ import annotations

from datetime import date

import pytest
from papers import codes, items, json_of, lines_of, paper

BODY = "一、压实责任\n（一）检查商场。全面检查。\n（二）检查学校。"


def test_wrapping_notice_with_its_signature_before_the_plan() -> None:
    reading = paper(
        f"""
临江县安委会关于印发《2026年度安全生产

工作要点及一季度工作任务》的通 知
临安委〔2026〕2号
各乡镇人民政府，县安委会成员单位：
　　《2026年度安全生产工作要点及一季度工作任务》已经县政府同意，现印发给你们，请认真贯彻落实。

　　临江县安全生产委员会
　　2026年2月1日   

2026年度安全生产工作要点及

一季度工作任务

　　深入贯彻全县会议精神，减少一般事故。
{BODY}
"""
    )
    read = json_of(reading)
    assert read["title"] == "2026年度安全生产工作要点及一季度工作任务"
    assert (read["number"], read["issuer"], read["issued"]) == (
        "临安委〔2026〕2号",
        "临江县安全生产委员会",
        "2026-02-01",
    )
    assert read["preamble"] == "深入贯彻全县会议精神，减少一般事故。"
    assert read["signature"] == {"issuer": "临江县安全生产委员会", "date": "2026-02-01"}
    assert reading.plan is not None
    assert reading.plan.addressees == "各乡镇人民政府，县安委会成员单位"


def test_signature_after_the_last_item_is_not_swallowed() -> None:
    reading = paper(
        f"临江县人民政府关于做好2026年消防工作的通知\n各乡镇：\n现就有关事项通知如下。\n{BODY}\n临江县人民政府\n2026年2月18日"
    )
    assert reading.plan is not None
    assert reading.plan.tasks[-1].measures == ()
    assert (reading.signature, reading.signed) == ("临江县人民政府", date(2026, 2, 18))
    assert reading.plan.preamble == "现就有关事项通知如下。"


def test_joint_signature_seal_and_colophon() -> None:
    reading = paper(
        f"2026年执法计划\n{BODY}\n临江县安委会办公室（代章）\n临江县应急管理局\n2026年2月1日\n（此件公开发布）\n抄送：县委办。\n"
        "临江县应急管理局办公室 2026年2月2日印发"
    )
    assert (reading.signature, reading.signed) == ("临江县安委会办公室、临江县应急管理局", date(2026, 2, 1))
    assert items(reading)[-1] == ("二", "检查学校")


def test_web_page_with_a_glued_data_block() -> None:
    reading = paper(
        f"索引号0123-5/2026-05866\n发文字号临政发〔2026〕1号 发文时间2026-02-18\n"
        f"发文机关临江县人民政府 主题词2026年安全生产\n"
        f"标题临江县人民政府关于做好2026年安全生产工作的通知\n\n临江县人民政府关于做好2026年安全生产工作的通知\n"
        f"图文解读: 《临江县人民政府关于做好2026年安全生产工作的通知》\n各乡(镇)人民政府:\n{BODY}"
    )
    read = json_of(reading)
    assert read["title"] == "临江县人民政府关于做好2026年安全生产工作的通知"
    assert (read["number"], read["issuer"], read["issued"]) == (
        "临政发〔2026〕1号",
        "临江县人民政府",
        "2026-02-18",
    )
    assert len(read["noise"]) == 1


def test_label_and_value_on_two_lines() -> None:
    reading = paper(
        f"索引号：\n11-2026-001\n发文机关：\n临江县人民政府\n成文日期：\n2026年1月5日\n标题：\n临江县2026年重点工作\n临江县2026年重点工作\n{BODY}"
    )
    read = json_of(reading)
    assert (read["title"], read["issuer"], read["issued"]) == (
        "临江县2026年重点工作",
        "临江县人民政府",
        "2026-01-05",
    )
    assert read["preamble"] == ""


def test_law_database_block() -> None:
    reading = paper(
        f"∙【公布日期】2026.01.17\n∙【发文字号】临政发〔2026〕2号\n∙【有效性状态】有效\n临江县2026年重点工作安排\n{BODY}"
    )
    read = json_of(reading)
    assert (read["number"], read["issued"], read["title"]) == (
        "临政发〔2026〕2号",
        "2026-01-17",
        "临江县2026年重点工作安排",
    )


def test_front_matter() -> None:
    reading = paper(
        f"---\ntitle: 临江县2026年教育工作\ndoc_number: 临教发〔2026〕4号\npublisher: 临江县教育局\n"
        f"date: 2026-02-11\n---\n{BODY}"
    )
    read = json_of(reading)
    assert read["title"] == "临江县2026年教育工作"
    assert (read["number"], read["issuer"], read["issued"]) == (
        "临教发〔2026〕4号",
        "临江县教育局",
        "2026-02-11",
    )


@pytest.mark.parametrize(
    "printed", ["临安委〔2026〕3号", "临安委[2026]3号", "临安委（2026）3号", "临安委〔2026)3号"]
)
def test_document_number(printed: str) -> None:
    assert json_of(paper(f"{printed}\n临江县2026年消防工作要点\n{BODY}"))["number"] == printed


def test_red_head_glued_to_the_number() -> None:
    read = json_of(
        paper(f"临江县安全生产委员会文件\n部门文件临安委〔2026〕3号\n临江县2026年消防工作要点\n{BODY}")
    )
    assert (read["number"], read["issuer"]) == ("临安委〔2026〕3号", "临江县安全生产委员会")


def test_title_printed_twice_and_over_lines() -> None:
    twice = paper(f"临江县2026年消防工作要点\n\n临江县2026年消防工作要点\n为做好工作，制定本要点。\n{BODY}")
    assert json_of(twice)["preamble"] == "为做好工作，制定本要点。"
    lines = paper(f"中共临江县委办公室\n关于印发2026年全县消防工作\n要点的通 知\n{BODY}")
    assert json_of(lines)["title"] == "中共临江县委办公室关于印发2026年全县消防工作要点的通知"


def test_title_without_a_type_word() -> None:
    assert json_of(paper(f"临江县2026年平安建设十项举措\n{BODY}"))["title"] == "临江县2026年平安建设十项举措"


@pytest.mark.parametrize(
    ("printed", "day", "code"),
    [
        ("2026613日", "2026-06-13", "reading.damaged_day"),
        ("2026327", "2026-03-27", "reading.damaged_day"),
        ("2026月3月26日", "2026-03-26", "reading.damaged_day"),
        ("2026112日", None, "reading.impossible_day"),
        ("2026年2月30日", None, "reading.impossible_day"),
        ("二〇二六年三月二十五日", "2026-03-25", None),
    ],
)
def test_damaged_days(printed: str, day: str | None, code: str | None) -> None:
    reading = paper(f"临江县2026年消防工作要点\n{BODY}\n临江县消防救援大队\n{printed}")
    assert json_of(reading)["issued"] == day
    assert (code in codes(reading)) if code else codes(reading) == []


def test_a_day_far_from_the_plan_s_year_is_told() -> None:
    reading = paper(f"临江县2026年消防工作要点\n{BODY}\n临江县消防救援大队\n2023年6月29日")
    assert "reading.issued_far_from_year" in codes(reading)


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("临江县2026年消防工作要点", 2026),
        ("XX市2025安全生产工作要点", 2025),
        ("临江县２０２６年消防工作要点", 2026),
        ("临江县二〇二六年消防工作要点", 2026),
        ("临江县消防工作行动方案（2026—2028年）", 2026),
    ],
)
def test_year(title: str, year: int) -> None:
    assert paper(f"{title}\n{BODY}").year == year


def test_no_year_is_told_and_not_made_up() -> None:
    reading = paper(f"全县消防工作要点\n{BODY}")
    assert reading.year is None
    assert json_of(reading)["year"] is None
    assert "reading.no_year" in codes(reading)


def test_plan_in_the_annex_of_a_numbered_notice() -> None:
    reading = paper(
        f"临江县人民政府办公室关于印发2026年防汛工作要点的通知\n各乡镇人民政府：\n现将《2026年防汛工作要点》印发给你们，并通知如下：\n"
        f"一、提高认识。\n二、抓好落实。\n附件：1.2026年防汛工作要点\n2.联系人名单\n临江县人民政府办公室\n2026年3月2日\n"
        f"附件1\n2026年防汛工作要点\n{BODY}\n附件2\n联系人名单\n王某"
    )
    read = json_of(reading)
    assert (read["title"], read["issuer"], read["issued"]) == (
        "2026年防汛工作要点",
        "临江县人民政府办公室",
        "2026-03-02",
    )
    assert items(reading) == [("一", "检查商场"), ("二", "检查学校")]
    assert lines_of(reading, "reading.covering_letter") == [4]
    assert lines_of(reading, "reading.annex") == [15]


def test_annex_that_starts_again_is_told_and_left_out() -> None:
    reading = paper(f"临江县2026年消防工作要点\n{BODY}\n附件1\n任务分解表\n一、责任类\n（一）商场")
    assert items(reading) == [("一", "检查商场"), ("二", "检查学校")]
    assert lines_of(reading, "reading.annex") == [5]


def test_place_level_and_field() -> None:
    plan = paper(f"临江县2026年安全生产工作要点\n{BODY}").plan
    assert plan is not None
    assert (plan.region, plan.level, plan.field) == ("临江县", "county", "安全生产")
    province = paper("2026年乡村振兴工作要点\n一、责任\n1.检查。（省农业农村厅牵头，省水利厅配合）").plan
    assert province is not None
    assert (province.region, province.level, province.field) == ("", "province", "乡村振兴")


def test_a_day_below_the_title_is_no_signature() -> None:
    read = json_of(paper(f"临江县2026年政法工作要点\n（2026年1月15日）\n做好全年工作。\n{BODY}"))
    assert (read["issued"], read["signature"]) == ("2026-01-15", {"issuer": None, "date": None})
    assert read["preamble"] == "做好全年工作。"


def test_telegram_head() -> None:
    reading = paper(
        "特提·明电\n临江县防汛抗旱指挥部办公室\n临防办电〔2026〕12号\n签发人：李某\n"
        f"关于做好2026年防汛备汛工作的通知\n各乡镇防指:\n现通知如下：\n{BODY}"
    )
    read = json_of(reading)
    assert (read["number"], read["issuer"]) == ("临防办电〔2026〕12号", "临江县防汛抗旱指挥部办公室")
    assert read["title"] == "关于做好2026年防汛备汛工作的通知"
    assert "reading.not_understood" not in codes(reading)


def test_a_line_before_the_title_that_nobody_understands_is_told() -> None:
    reading = paper(f"本页内容仅供参考。\n临江县2026年消防工作要点\n{BODY}")
    assert lines_of(reading, "reading.not_understood") == [1]


@pytest.mark.parametrize(
    "enclosures",
    [
        "附件：1.任务分工表\n2.联系表",
        "附件：\n1.任务分工表\n2.联系表",
        "附件1：任务分工表\n附件2：联系表",
        "附件：任务分工表",
    ],
)
def test_enclosures_are_no_items(enclosures: str) -> None:
    reading = paper(f"临江县2026年消防工作要点\n{BODY}\n{enclosures}\n临江县消防救援大队\n2026年3月1日")
    assert items(reading) == [("一", "检查商场"), ("二", "检查学校")]
    assert reading.outline[0].items[1].subtasks == ()
    assert reading.signature == "临江县消防救援大队"


def test_last_item_that_ends_like_an_office_is_no_signature() -> None:
    reading = paper("临江县2026年消防工作要点\n一、建设\n（一）建设训练基地\n（二）建设消防站\n2026年3月1日")
    assert items(reading) == [("一", "建设训练基地"), ("二", "建设消防站")]
    assert reading.signature == ""
