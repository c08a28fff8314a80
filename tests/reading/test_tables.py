"""Tables written as text: each row becomes a task with its duty, in whatever way the cells are parted."""

from __future__ import annotations

import pytest
from accounting import unaccounted
from papers import body, codes, items, json_of, outline

from planner.reading.document import read

HEAD = ("序号", "工作任务", "工作措施", "牵头单位", "配合单位", "完成时限")
ROWS = (
    ("1", "压实责任", "召开会议不少于2次", "县食安办", "各成员单位", "12月底前"),
    ("2", "检查食堂", "开展食堂全覆盖检查", "县市监局、县教体局", "各乡镇", "6月底"),
    ("3", "抽检农产品", "抽检不少于300批次", "县农业农村局", "无", "持续推进"),
)
DUTIES = [
    {"lead": ["县食安办"], "support": ["各成员单位"]},
    {"lead": ["县市监局", "县教体局"], "support": ["各乡镇"]},
    {"lead": ["县农业农村局"], "support": []},
]


def barred(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


TABLES = {
    "bars": "\n".join([barred(HEAD), "| --- | --- | --- | --- | --- | --- |", *map(barred, ROWS)]),
    "tabs": "\n".join("\t".join(row) for row in (HEAD, *ROWS)),
    "a cell a line": "\n".join("\n".join(row) for row in (HEAD, *ROWS)),
    "a cell a line, bars between": "\n|\n".join("\n|\n".join(row) for row in (HEAD, *ROWS)),
    "blanks": "\n".join(" ".join(row) for row in (HEAD, *ROWS)),
}


@pytest.mark.parametrize("way", TABLES)
def test_rows_become_tasks(way: str) -> None:
    text = f"临江县2026年食品安全任务清单\n{TABLES[way]}\n"
    reading = read(text.encode(), "paper.txt")
    tasks = json_of(reading)["sections"][0]["tasks"]
    assert [task["number"] for task in tasks] == ["1", "2", "3"]
    assert [task["title"] for task in tasks] == ["压实责任", "检查食堂", "抽检农产品"]
    found = [{role: task["duties"][0][role] for role in ("lead", "support")} for task in tasks]
    assert found == DUTIES
    assert [task["deadlines"] for task in tasks] == [["12月底前"], ["6月底"], ["持续推进"]]
    assert "召开会议不少于2次" in tasks[0]["targets"][0]
    assert "reading.table_read" in codes(reading)
    assert unaccounted(text.encode(), reading) == []


def test_table_inside_a_section() -> None:
    reading = body(f"一、任务\n{TABLES['bars']}\n二、要求\n（一）加强领导。\n（二）按时报送。")
    assert outline(reading) == [
        ("一", "任务", [("1", "压实责任"), ("2", "检查食堂"), ("3", "抽检农产品")]),
        ("二", "要求", [("一", "加强领导"), ("二", "按时报送")]),
    ]


def test_groups_of_rows_become_sections_where_there_are_none() -> None:
    reading = body(
        "| 类别 | 序号 | 任务 | 责任单位 |\n| 防火 | 1 | 巡山 | 县林业局 |\n|  | 2 | 值守 | 各乡镇 |\n"
        "| 防汛 | 3 | 清淤 | 县水利局 |"
    )
    assert outline(reading) == [
        ("一", "防火", [("1", "巡山"), ("2", "值守")]),
        ("二", "防汛", [("3", "清淤")]),
    ]


def test_a_row_with_fewer_cells_lacks_the_first_ones() -> None:
    reading = body("| 类别 | 序号 | 任务 | 责任单位 |\n| 防火 | 1 | 巡山 | 县林业局 |\n| 2 | 值守 | 各乡镇 |")
    assert items(reading) == [("1", "巡山"), ("2", "值守")]


def test_row_over_the_whole_width_is_a_heading() -> None:
    reading = body(
        "| 序号 | 任务 | 责任单位 |\n| 一、防火 |  |  |\n| 1 | 巡山 | 县林业局 |\n"
        "| 二、防汛 |  |  |\n| 2 | 清淤 | 县水利局 |"
    )
    assert [(number, title) for number, title, _ in outline(reading)] == [("一", "防火"), ("二", "防汛")]


def test_row_of_a_numeral_and_a_heading_is_a_section() -> None:
    reading = body(
        "序号\t任务\t措施\t责任单位\n一\t防火\n1\t巡山\t每日巡山\t县林业局\n二\t防汛\n2\t清淤\t全面清淤\t县水利局"
    )
    assert outline(reading) == [("一", "防火", [("1", "巡山")]), ("二", "防汛", [("2", "清淤")])]


def test_numbers_inside_a_cell_are_no_tasks() -> None:
    reading = body(
        "| 序号 | 任务 | 措施 | 责任单位 |\n| 1 | 巡山 | 1.白天巡；2.夜间巡 | 县林业局 |\n"
        "| 2 | 值守 | 专人值守 | 各乡镇 |"
    )
    assert items(reading) == [("1", "巡山"), ("2", "值守")]


def test_rows_broken_over_lines() -> None:
    reading = body(
        "序号 任务 责任单位 完成时限\n1 巡山 县林业局 6月底\n"
        "2 清理林缘\n可燃物 县林业局、\n各乡镇 7月底\n3 值守 各乡镇 全年"
    )
    assert items(reading) == [("1", "巡山"), ("2", "清理林缘可燃物"), ("3", "值守")]
    second = json_of(reading)["sections"][0]["tasks"][1]
    assert second["duties"][0]["responsible"] == ["县林业局", "各乡镇"]
    assert second["deadlines"] == ["7月底"]


def test_words_of_a_head_spaced_out() -> None:
    reading = body("序号 工 作 任 务 牵头负责部门\n1 财政收入增长3% 财政局\n2 新增就业100人 人社局")
    assert items(reading) == [("1", "财政收入增长3%"), ("2", "新增就业100人")]
    assert [task["duties"][0]["lead"] for task in json_of(reading)["sections"][0]["tasks"]] == [
        ["财政局"],
        ["人社局"],
    ]


def test_headings_that_look_like_a_head_are_no_table() -> None:
    reading = body("一、工作任务\n（一）巡山。（县林业局负责）\n二、工作措施\n（一）值守。（各乡镇负责）")
    assert "reading.table_read" not in codes(reading)
    assert len(items(reading)) == 2
