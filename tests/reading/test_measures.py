"""A measure is the text one clause covers; sub-items, run-in headings and points begin their own."""

from __future__ import annotations

from datetime import date

from papers import body, codes, items, json_of, measures

MAYOR = ("县应急局",)
FIRE = ("县消防救援大队",)


def test_several_clauses_in_one_item() -> None:
    reading = body(
        "一、整治\n1.整治隐患。检查商场（县应急局牵头）。检查工地，建立台账。(县消防救援大队牵头)检查学校。"
    )
    assert measures(reading) == [
        ("", "检查商场。", MAYOR, ()),
        ("", "检查工地，建立台账。", FIRE, ()),
        ("", "检查学校。", (), ()),
    ]
    assert [duty["text"] for duty in json_of(reading)["sections"][0]["tasks"][0]["duties"]] == [
        "县应急局牵头",
        "县消防救援大队牵头",
    ]


def test_item_of_one_sentence_keeps_its_duty_and_a_clean_title() -> None:
    reading = body("一、整治\n1.开展高层建筑排查（县应急局牵头）。\n2.开展学校排查。责任单位：县教育局")
    assert (
        [task.title for task in reading.plan.tasks] == ["开展高层建筑排查", "开展学校排查"]
        if reading.plan
        else False
    )
    assert measures(reading) == [("", "", MAYOR, ()), ("", "", (), ("县教育局",))]


def test_one_clause_at_the_end_covers_all_sub_items() -> None:
    reading = body("一、整治\n（一）除险。\n1.加固水库。\n2.加固堤防。（县应急局牵头）")
    assert measures(reading) == [("", "加固水库", MAYOR, ()), ("", "加固堤防", MAYOR, ())]
    assert len(json_of(reading)["sections"][0]["tasks"][0]["duties"]) == 1


def test_clause_on_the_item_covers_sub_items_without_their_own() -> None:
    reading = body(
        "一、整治\n（一）监测预警（县应急局牵头）\n1.雨情监测。布设站点。\n2.火情监测。（县消防救援大队牵头）"
    )
    assert measures(reading) == [
        ("雨情监测", "布设站点。", MAYOR, ()),
        ("", "火情监测", FIRE, ()),
    ]


def test_lead_in_without_a_clause_takes_none_from_the_first_sub_item() -> None:
    reading = body(
        "一、整治\n（一）供水。重点做好两项工作。\n1.新建水厂。（县应急局牵头）\n2.改造管网。（县消防救援大队牵头）"
    )
    assert [leads for _, _, leads, _ in measures(reading)] == [(), MAYOR, FIRE]


def test_clause_on_a_section_heading() -> None:
    reading = body("一、救助（牵头单位：县应急局）\n（一）扩大范围。\n（二）临时救助。（县消防救援大队牵头）")
    assert [section.title for section in reading.outline] == ["救助"]
    assert [leads for _, _, leads, _ in measures(reading)] == [MAYOR, FIRE]
    assert "reading.section_clause" in codes(reading)


def test_clause_broken_over_lines() -> None:
    reading = body("一、信访\n（一）包案。每月接访。（县应急局牵头，县委办\n公室配合）\n（二）排查。")
    assert reading.plan is not None
    duty = reading.plan.tasks[0].measures[0].duty
    assert (duty.lead, duty.support) == (MAYOR, ("县委办公室",))


def test_targets_dues_and_recurrences_stand_on_their_measure() -> None:
    reading = body(
        "一、整治\n1.整治隐患。6月底前检查商场50家以上（县应急局牵头）。每季度检查工地一次。（县消防救援大队牵头，年底前完成）"
    )
    assert reading.plan is not None
    first, second = reading.plan.tasks[0].measures
    assert [due.day for due in first.dues] == [date(2026, 6, 30)]
    assert (len(first.targets), len(second.targets)) == (1, 0)
    assert [due.day for due in second.dues] == [date(2026, 12, 31)]
    assert [recurrence.rule for recurrence in second.recurrences] == ["FREQ=MONTHLY;INTERVAL=3"]
    assert first.recurrences == ()


def test_every_record_knows_where_it_comes_from() -> None:
    reading = body("一、整治\n（一）排查。\n1.排查商场。检查。\n2.排查学校。检查。")
    plan = reading.plan
    assert plan is not None
    source = plan.tasks[0].measures[1].source
    assert source is not None
    assert (source.document, source.line, source.year, source.number) == ("paper.txt", 5, 2026, "2")
    assert plan.sections[0].source is not None
    assert plan.sections[0].source.line == 2
    assert len(plan.ids()) == 1 + 1 + 1 + 2


def test_clause_on_the_heading_covers_the_text_below_it() -> None:
    reading = body(
        "一、供销\n（一）建基地（县应急局牵头）。新建基地2个。\n（二）供农资（县消防救援大队牵头）。\n备足化肥。"
    )
    assert measures(reading) == [("", "新建基地2个。", MAYOR, ()), ("", "备足化肥。", FIRE, ())]
    assert [title for _, title in items(reading)] == ["建基地", "供农资"]


def test_heading_clause_stays_on_the_heading_where_the_text_has_its_own() -> None:
    reading = body("一、供销\n（一）建基地（县应急局牵头）。新建基地。（县消防救援大队牵头）")
    assert measures(reading) == [("", "", MAYOR, ()), ("", "新建基地。", FIRE, ())]
