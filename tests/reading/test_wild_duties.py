"""Styles of duty clauses found in papers that no one here had seen before: what is printed, who does what."""

from __future__ import annotations

import pytest
from papers import body, codes, json_of, measures
from test_duties import only, told

from planner.reading.duties import find_clauses


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        # labels
        ("责任科室（单位）：县林业局办公室", "R 县林业局办公室"),
        ("牵头（责任）单位：县林业局", "L 县林业局"),
        ("责任分工：县林业局牵头，县公安局配合", "L 县林业局 S 县公安局"),
        ("牵头单位为县林业局，配合单位为县公安局", "L 县林业局 S 县公安局"),
        ("牵头单位——县林业局；配合单位——县公安局", "L 县林业局 S 县公安局"),
        ("牵头单位:县林业局／配合单位:县公安局", "L 县林业局 S 县公安局"),
        ("责任单位县林业局", "R 县林业局"),
        ("责任单位:各乡镇人民政府、县直各单位 时间:6月底", "R 各乡镇人民政府 县直各单位"),
        # verbs
        ("县林业局牵头,县公安局、县交通局协作", "L 县林业局 S 县公安局 县交通局"),
        ("县林业局负责落实，县委督查室、县政府督查室督查", "R 县林业局 V 县委督查室 县政府督查室"),
        ("县林业局、县住建局依法按职责权限分别负责", "R 县林业局 县住建局"),
        ("县林业局、县住建局按管理权限负责", "R 县林业局 县住建局"),
        ("各乡镇结合实际落实", "R 各乡镇"),
        ("县林业局牵头，各成员单位按任务分工分别落实", "L 县林业局 R 各成员单位"),
        ("县林业局牵头抓总，县公安局等部门协同推进", "L 县林业局 S 县公安局"),
        ("县林业局统筹，各乡镇落实", "L 县林业局 R 各乡镇"),
        ("县林业局统筹协调，县住建局牵头，各乡镇配合", "L 县住建局 S 各乡镇 V 县林业局"),
        ("各乡镇为责任主体，县林业局负责指导监督", "R 各乡镇 V 县林业局"),
        ("县林业局牵头，县公安局按照职责分工，各负其责", "L 县林业局 R 县公安局"),
        # names
        ("县发展改革、财政、住房城乡建设部门按职责分工负责", "R 县发展改革 财政 住房城乡建设部门"),
        ("发改、财政、公安等部门负责", "R 发改 财政 公安"),
        ("县林业局、县公安局等县防火指挥部成员单位负责", "R 县林业局 县公安局 县防火指挥部成员单位"),
        ("科技部、共青团中央、中国科协负责", "R 科技部 共青团中央 中国科协"),
        ("经信局、于都县林业局、将乐县林业局负责", "R 经信局 于都县林业局 将乐县林业局"),
        ("责任单位：各县、特区、区人民政府，各开发区管委会等", "R 各县、特区、区人民政府 各开发区管委会"),
        ("责任单位：县林业局▲、县公安局", "R 县林业局 县公安局"),
        ("*县林业局、县公安局", "R 县林业局 县公安局"),
        ("县直各单位，中央、省、市驻县各单位", "R 县直各单位 中央、省、市驻县各单位"),
        ("县教体局、县文旅局等县直部门、各乡镇", "R 县教体局 县文旅局 县直部门 各乡镇"),
        ("县教体局（牵头）、县公安局（配合）、各学校", "L 县教体局 R 各学校 S 县公安局"),
        ("责任单位：县教体局（牵头）、县公安局", "L 县教体局 R 县公安局"),
        ("各行业主管部门按照“三管三必须”要求落实", "R 各行业主管部门"),
        ("县总工会、团县委按职责分工组织", "R 县总工会 团县委"),
        ("县交通局、县公安局联合开展", "R 县交通局 县公安局"),
        ("县民政局商县财政局负责", "L 县民政局 S 县财政局"),
        ("县水利局主抓，各镇配合", "R 县水利局 S 各镇"),
        ("财务部、安环部；2026年12月31日", "R 财务部 安环部"),
        ("各车间、班组负责，安环部监督", "R 各车间、班组 V 安环部"),
    ],
)
def test_clause(inner: str, expected: str) -> None:
    assert told(only(f"加强巡护。（{inner}）")) == expected


def test_people_behind_a_label_are_told_apart_from_bodies() -> None:
    clause = only("加强巡护。责任单位及责任人：县林业局 张三")
    assert told(clause) == "R 县林业局"
    assert clause.doubts == ("张三",)


def test_interval_between_name_and_verb() -> None:
    clause = only("加强巡护。（县林业局每季度牵头组织一次）")
    assert told(clause) == "L 县林业局"
    assert clause.recurrences == ("每季度",)


@pytest.mark.parametrize(
    "inner",
    [
        "县林业局牵头，各县、区人民政府（管委会）负责。以下各项工作均需各县、区人民政府（管委会）落实，不再列出。",
        "责任单位：县林业局牵头，各县、区人民政府（管委会）负责。具体任务均涉及相关乡镇，不再做分工，下同。",
    ],
)
def test_rule_in_a_clause_names_nobody(inner: str) -> None:
    clause = only(f"加强巡护。（{inner}）")
    assert told(clause) == "L 县林业局 R 各县、区人民政府（管委会）"
    assert clause.text == inner
    assert clause.doubts == ()


def test_unit_added_by_a_clause_with_brackets() -> None:
    reading = body(
        "一、巡护\n1.加强巡护。每日巡山。（县林业局牵头。以下各项工作均需各乡镇（街道）落实，不再列出）\n"
        "2.加强值守。专人值守。（县应急局负责）"
    )
    assert [names for _, _, _, names in measures(reading)] == [
        ("各乡镇（街道）",),
        ("县应急局", "各乡镇（街道）"),
    ]
    assert "reading.rule_added" in codes(reading)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("由县林业局牵头，组织各乡镇清理林缘。", "L 县林业局"),
        ("完善机制，由县林业局牵头，县公安局配合，开展夜查。", "L 县林业局 S 县公安局"),
        ("由县林业局负责，县公安局、县应急局配合，加快建设。", "R 县林业局 S 县公安局 县应急局"),
        ("县林业局负责，县公安局配合，强化对火源的监管。", "R 县林业局 S 县公安局"),
        ("由县林业局牵头组织全县林缘清理，7月底前完成", "L 县林业局"),
        ("由临江供电公司牵头，组织各乡镇供电所开展。", "L 临江供电公司"),
    ],
)
def test_actors_in_front_of_the_work(text: str, expected: str) -> None:
    clause = only(text)
    assert told(clause) == expected
    assert clause.start == clause.end == len(text.rstrip("。")), "the sentence keeps its words"


@pytest.mark.parametrize(
    "text",
    [
        "各部门要建立由主要领导牵头，分管领导具体负责的工作机制。",
        "县林业局要会同有关部门加强检查。",
        "由各乡镇负责，做好隐患排查。",
        "领导小组办公室设在县林业局，负责日常工作。",
        "坚持分级负责原则，由行业主管部门牵头，落实监管责任。",
    ],
)
def test_sentences_about_how_to_work_are_no_duties(text: str) -> None:
    assert find_clauses(text) == ()


def test_sentence_with_its_actors_stays_whole() -> None:
    reading = body(
        "一、巡护\n1.清理林缘。由县林业局牵头，组织各乡镇清理，6月底前完成。\n2.宣传。进村入户。（县林业局负责）"
    )
    first, second = measures(reading)
    assert first == ("", "由县林业局牵头，组织各乡镇清理，6月底前完成。", ("县林业局",), ())
    assert second == ("", "进村入户。", (), ("县林业局",))


def test_label_and_name_on_lines_of_their_own() -> None:
    clause = only("加强巡护。\n责任单位\n县林业局、县公安局\n")
    assert told(clause) == "R 县林业局 县公安局"


@pytest.mark.parametrize("mark", "（(")
def test_target_ends_before_its_clause(mark: str) -> None:
    reading = body(
        f"一、建设\n1.新建公厕12座{mark}县住建局牵头；县城管局、各镇配合）。\n2.改造。完成改造3个村{mark}县住建局、各镇）。"
    )
    tasks = json_of(reading)["sections"][0]["tasks"]
    assert [task["targets"] for task in tasks] == [["新建公厕12座"], ["完成改造3个村"]]


def test_intervals_and_days_behind_the_names() -> None:
    monthly = only("加强巡护。（县林业局牵头；每月通报）")
    assert (monthly.recurrences, monthly.doubts) == (("每月",), ())
    quarterly = only("加强巡护。（县林业局牵头；3月、6月、9月各调度一次）")
    assert (quarterly.dues, quarterly.doubts) == (("3月", "6月", "9月"), ())


def test_a_number_behind_bare_names_is_a_doubt_and_a_sentence_is_no_duty() -> None:
    clause = only("举办赛事。（县商务局、县文旅局；不少于3场）")
    assert told(clause) == "R 县商务局 县文旅局"
    assert clause.doubts == ("不少于3场",)
    assert find_clauses("成立专班（县公安局、县住建局，抽调人员集中办公）。") == ()
