"""Schemes checked, scored and proposed from the command line."""

from __future__ import annotations

import dataclasses
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from assessments.process import Course
from assessments.rules.linear import Linear
from assessments.scheme import Grade, Indicator, Scheme, Unit, UnitClass
from assessments.scoring import score
from assessments.sheet import Entry, Sheet
from planner.assessment_codec import results_from_data
from planner.office import Office
from planner.office.assessment_records import SheetPlace
from planner.sharing.results_toml import read_results, write_results
from planner.sharing.scheme_toml import read_scheme, write_scheme
from planner.sharing.sheet_toml import write_sheet
from tests import assessment_samples as samples

D = Decimal
Planner = Callable[..., int]
Capture = pytest.CaptureFixture[str]

SCHEME = Scheme(
    "qinghe",
    "青禾县考核办法",
    2026,
    classes=(
        UnitClass("t", "乡镇", grades=(Grade("good", "良好", D(80)), Grade("bad", "较差", D(0), 2000))),
        UnitClass("d", "部门", 2000, grades=(Grade("good", "良好", D(80)), Grade("bad", "较差", D(0), 2000))),
    ),
    units=(
        Unit("liuhe", "柳河镇", "t"),
        Unit("liulin", "柳林镇", "t"),
        Unit("dong", "东山乡", "t"),
        Unit("yjj", "县应急管理局", "d"),
        Unit("gone", "县供销社", "d", hand_over="县总社"),
    ),
    indicators=(
        Indicator("train", "培训", points=D(60), rule=Linear(D(90)), scorers=("县应急管理局",)),
        Indicator("file", "台账管理", points=D(20), scorers=("县应急管理局",), rule=Linear(D(10))),
        Indicator("paper", "台账报送", points=D(20), scorers=("县应急管理局",), rule=Linear(D(10))),
    ),
)
ENTRIES = {
    unit: {"train": Entry(D(train)), "file": Entry(D(file)), "paper": Entry(D(10))}
    for unit, train, file in (("liuhe", 90, 9), ("liulin", 60, 10), ("dong", 90, 9), ("yjj", 45, 5))
}
SHEET = Sheet("v", "qinghe", "verified", "县应急管理局", entries=ENTRIES)


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A scheme and a folder with its sheet."""
    (tmp_path / "方案.toml").write_text(write_scheme(SCHEME), encoding="utf-8")
    (tmp_path / "评分表").mkdir()
    (tmp_path / "评分表" / "复核.toml").write_text(write_sheet(SHEET), encoding="utf-8")
    return tmp_path


def test_score_prints_the_ranking_by_class_and_talks_on_the_other_stream(
    planner: Planner, files: Path, capsys: Capture
) -> None:
    assert planner("score", "方案.toml", "评分表") == 0
    said = capsys.readouterr()
    rows = [line.split() for line in said.out.splitlines()]
    assert ["青禾县考核办法"] in rows
    assert ["1", "柳河镇", "98.00", "良好", "并列"] in rows
    assert ["1", "东山乡", "98.00", "良好", "并列"] in rows
    assert ["3", "柳林镇", "80.00", "良好"] in rows
    assert ["1", "县应急管理局", "60.00", "较差"] in rows
    assert not any("县供销社" in line for line in said.out.splitlines())
    assert "县总社" in said.err


def test_a_scheme_beside_the_sheets_is_left_out(planner: Planner, files: Path, capsys: Capture) -> None:
    (files / "评分表" / "方案.toml").write_text(write_scheme(SCHEME), encoding="utf-8")
    assert planner("score", "方案.toml", "评分表") == 0
    assert "98.00" in capsys.readouterr().out
    (files / "评分表" / "表.toml").write_text('id = "x"\n', encoding="utf-8")
    assert planner("score", "方案.toml", "评分表") == 1
    assert "表.toml" in capsys.readouterr().err


def test_columns_stand_under_each_other(planner: Planner, files: Path, capsys: Capture) -> None:
    planner("score", "方案.toml", "评分表")
    lines = capsys.readouterr().out.splitlines()
    places = {line.encode("gb18030").index(b".") for line in lines if ".00" in line and "镇" in line}
    assert len(places) == 1


def test_open_items_make_everything_provisional_and_say_so(
    planner: Planner, files: Path, capsys: Capture
) -> None:
    assert planner("score", "方案.toml") == 0
    said = capsys.readouterr()
    assert "暂定" in said.err
    assert "12 项" in said.err


@pytest.mark.parametrize("asked", ["柳河镇", "liuhe", "柳河"])
def test_explain_tells_how_a_units_score_came_to_be(
    planner: Planner, files: Path, asked: str, capsys: Capture
) -> None:
    assert planner("score", "方案.toml", "评分表", "--explain", asked) == 0
    told = capsys.readouterr().out
    assert "柳河镇　总分：98" in told
    assert "实际 ÷ 目标 × 分值：9 ÷ 10 × 20 = 18" in told
    assert "县应急管理局填报：实际数 9" in told


@pytest.mark.parametrize("asked", ["柳河镇/台账管理", "liuhe/file", "柳河/管理"])
def test_explain_tells_one_indicator(planner: Planner, files: Path, asked: str, capsys: Capture) -> None:
    assert planner("score", "方案.toml", "评分表", "--explain", asked) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "台账管理（20 分）：18"
    assert "  实际 ÷ 目标 × 分值：9 ÷ 10 × 20 = 18" in told


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("柳", "柳河镇、柳林镇"),
        ("西山乡", "东山乡"),
        ("柳河镇/台账", "台账管理、台账报送"),
        ("柳河镇/宣传", "培训"),
        ("县供销社", "县总社"),
    ],
)
def test_who_or_what_cannot_be_told_is_refused_with_the_names_there_are(
    planner: Planner, files: Path, asked: str, said: str, capsys: Capture
) -> None:
    assert planner("score", "方案.toml", "评分表", "--explain", asked) == 2
    held = capsys.readouterr()
    assert held.out == ""
    assert said in held.err


def test_json_has_every_number_exact_and_the_whole_results(
    planner: Planner, files: Path, capsys: Capture
) -> None:
    assert planner("score", "方案.toml", "评分表", "--json") == 0
    data = json.loads(capsys.readouterr().out)
    first = data["classes"][0]["units"][0]
    assert (first["total"], first["rank"], first["grade"], first["missing"]) == ("98.00", 1, "良好", 0)
    assert data["findings"] == []
    expected = score(SCHEME, (SHEET,))
    read = results_from_data(data["results"])
    assert [each.total for each in read.units] == [each.total for each in expected.units]
    assert read.of("liuhe").main == expected.of("liuhe").main


def test_json_of_a_derivation_is_its_lines(planner: Planner, files: Path, capsys: Capture) -> None:
    assert planner("score", "方案.toml", "评分表", "--explain", "柳河镇/file", "--json") == 0
    lines = json.loads(capsys.readouterr().out)
    last = {"depth": 1, "words": "实际 ÷ 目标 × 分值", "formula": "9 ÷ 10 × 20", "value": "18"}
    assert lines[-1] == {**last, "place": ["indicators", "file"]}


def test_results_as_toml_come_back(planner: Planner, files: Path, capsys: Capture) -> None:
    assert planner("score", "方案.toml", "评分表", "-o", "结果.toml") == 0
    assert capsys.readouterr().out == ""
    results, findings = read_results((files / "结果.toml").read_bytes(), "结果.toml")
    assert findings == ()
    assert results == score(SCHEME, (SHEET,))


def test_papers_as_markdown_and_as_a_workbook(planner: Planner, files: Path) -> None:
    import openpyxl

    assert planner("score", "方案.toml", "评分表", "-o", "结果.md") == 0
    assert "柳林镇" in (files / "结果.md").read_text(encoding="utf-8")
    assert planner("score", "方案.toml", "评分表", "-o", "结果.xlsx") == 0
    book = openpyxl.load_workbook(io.BytesIO((files / "结果.xlsx").read_bytes()))
    cells = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "柳林镇" in cells
    assert planner("score", "方案.toml", "评分表", "--explain", "柳河镇", "-o", "柳河.md") == 0
    own = (files / "柳河.md").read_text(encoding="utf-8")
    assert "柳河镇" in own
    assert "柳林镇" not in own


def test_a_file_that_exists_is_kept_unless_told(planner: Planner, files: Path, capsys: Capture) -> None:
    (files / "结果.toml").write_text("mine", encoding="utf-8")
    assert planner("score", "方案.toml", "评分表", "-o", "结果.toml") == 2
    assert (files / "结果.toml").read_text(encoding="utf-8") == "mine"
    assert planner("score", "方案.toml", "评分表", "-o", "结果.toml", "--force") == 0
    assert (files / "结果.toml").read_text(encoding="utf-8") != "mine"


def test_the_order_of_sheets_changes_nothing(planner: Planner, files: Path, capsys: Capture) -> None:
    halves = [
        dataclasses.replace(SHEET, id=id, entries={unit: ENTRIES[unit] for unit in units})
        for id, units in (("a", ["liuhe", "yjj"]), ("b", ["dong", "liulin"]))
    ]
    for half in halves:
        (files / f"{half.id}.toml").write_text(write_sheet(half), encoding="utf-8")
    planner("score", "方案.toml", "a.toml", "b.toml", "--json")
    one = capsys.readouterr().out
    planner("score", "方案.toml", "b.toml", "a.toml", "--json")
    assert capsys.readouterr().out == one


def test_last_years_results_are_read(planner: Planner, files: Path, capsys: Capture) -> None:
    (files / "上年.toml").write_text(write_results(score(SCHEME, (SHEET,))), encoding="utf-8")
    assert planner("score", "方案.toml", "评分表", "--earlier", "上年.toml") == 0
    (files / "上年.toml").write_text('format = "county-results/2"\n', encoding="utf-8")
    assert planner("score", "方案.toml", "评分表", "--earlier", "上年.toml") == 1
    assert "county-results/2" in capsys.readouterr().err


def test_a_scheme_with_errors_is_not_scored(planner: Planner, files: Path, capsys: Capture) -> None:
    text = write_scheme(SCHEME).replace('class = "d"', 'class = "e"')
    (files / "方案.toml").write_text(text, encoding="utf-8")
    assert planner("score", "方案.toml", "评分表") == 1
    said = capsys.readouterr()
    assert said.out == ""
    line = next(n for n, words in enumerate(text.splitlines(), 1) if words == 'class = "e"')
    assert f"方案.toml 第 {line} 行" in said.err
    assert "没有计分" in said.err


def test_a_wrong_sheet_stops_with_its_line(planner: Planner, files: Path, capsys: Capture) -> None:
    text = write_sheet(SHEET).replace("value = 45", 'value = "四十五"')
    (files / "评分表" / "复核.toml").write_text(text, encoding="utf-8")
    assert planner("score", "方案.toml", "评分表") == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "复核.toml 第" in said.err


def test_a_sheet_of_another_scheme_is_an_error(planner: Planner, files: Path, capsys: Capture) -> None:
    other = dataclasses.replace(SHEET, scheme="other")
    (files / "评分表" / "复核.toml").write_text(write_sheet(other), encoding="utf-8")
    assert planner("score", "方案.toml", "评分表") == 1
    assert "县应急管理局" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ("score", "nowhere.toml"),
        ("score", "no-such-scheme"),
        ("score", "方案.toml", "nowhere.toml"),
        ("score", "方案.toml", "空"),
        ("score", "方案.toml", "评分表", "-o", "x.pdf"),
        ("scheme", "nothing-of-that-name"),
        ("scheme", "nowhere.toml"),
        ("scheme", "方案.toml"),
        ("scheme", "work-safety-departments", "-o", "x.xlsx"),
    ],
)
def test_wrong_use_is_2_and_leaves_nothing(
    planner: Planner, files: Path, words: tuple[str, ...], capsys: Capture
) -> None:
    (files / "空").mkdir()
    assert planner(*words) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.strip()
    assert not list(files.glob("x.*"))


def test_check_tells_a_schemes_faults_by_line(planner: Planner, files: Path, capsys: Capture) -> None:
    assert planner("check", "方案.toml") == 0
    good = write_scheme(SCHEME)
    text = good.replace("target = 90", "target = 0")
    (files / "方案.toml").write_text(text, encoding="utf-8")
    capsys.readouterr()
    assert planner("check", "方案.toml") == 1
    line = next(n for n, words in enumerate(text.splitlines(), 1) if words == "target = 0")
    assert f"方案.toml 第 {line} 行 indicators.train.rule.target" in capsys.readouterr().out
    assert planner("check", "方案.toml", "--json") == 1
    data = json.loads(capsys.readouterr().out)
    assert data["scheme"] == "qinghe"
    assert [(each["line"], each["code"]) for each in data["findings"] if each["severity"] == "error"] == [
        (line, "rule.not_positive")
    ]


def test_check_tells_everything_that_is_wrong_with_a_schemes_file(
    planner: Planner, files: Path, capsys: Capture
) -> None:
    text = write_scheme(SCHEME).replace('"linear"', '"liner"').replace("year = 2026", "yaer = 2026")
    (files / "方案.toml").write_text(text, encoding="utf-8")
    assert planner("check", "方案.toml") == 1
    told = capsys.readouterr().out
    assert "linear" in told
    assert "year" in told
    assert len(told.splitlines()) == 4


def test_check_reads_sheets_and_results(planner: Planner, files: Path, capsys: Capture) -> None:
    assert planner("check", "评分表/复核.toml") == 0
    planner("score", "方案.toml", "评分表", "-o", "结果.toml")
    assert planner("check", "结果.toml", "--json") == 0
    capsys.readouterr()
    for name in ("评分表/复核.toml", "结果.toml"):
        text = (files / name).read_text(encoding="utf-8").replace("scheme = ", "sheme = ")
        (files / name).write_text(text, encoding="utf-8")
        assert planner("check", name) == 1
        assert "是不是 scheme" in capsys.readouterr().out


def test_a_built_in_scheme_is_listed_checked_and_copied(
    planner: Planner, tmp_path: Path, capsys: Capture
) -> None:
    assert planner("scheme", "--json") == 0
    listed = json.loads(capsys.readouterr().out)
    assert len(listed) >= 4
    assert planner("scheme") == 0
    told = capsys.readouterr().out
    for each in listed:
        assert each["id"] in told
        assert planner("check", each["id"]) == 0
        assert planner("scheme", each["id"], "-o", f"{each['id']}.toml") == 0
        scheme, findings = read_scheme((tmp_path / f"{each['id']}.toml").read_bytes(), "方案.toml")
        assert findings == ()
        assert scheme is not None
        assert (scheme.title, len(scheme.units)) == (each["title"], each["units"])


PLAN = """\
青禾县2026年安全生产工作要点

一、压实安全责任
1.召开安委会会议。每季度召开一次全体会议，研究解决突出问题。（县安委办牵头，各成员单位配合）
2.组织企业负责人培训。6月底前完成一轮轮训，培训率达到95%以上。（县应急管理局牵头，县住房和城乡建设局配合）
"""


def test_a_plan_gives_a_scheme_with_a_reason_for_everything(
    planner: Planner, tmp_path: Path, capsys: Capture
) -> None:
    (tmp_path / "要点.txt").write_text(PLAN, encoding="utf-8")
    assert planner("scheme", "要点.txt", "-o", "方案.toml") == 0
    said = capsys.readouterr()
    assert said.out == ""
    scheme, findings = read_scheme((tmp_path / "方案.toml").read_bytes(), "方案.toml")
    assert findings == ()
    assert scheme is not None
    assert {"县应急管理局", "县住房和城乡建设局"} <= {unit.name for unit in scheme.units}
    assert "--explain" in said.err
    assert "--overseer" in said.err
    for unit in scheme.units:
        told = ("--explain", unit.name, "-o", "方案.toml", "--force", "--overseer", "县委督查室")
        assert planner("scheme", "要点.txt", *told) == 0
        said = capsys.readouterr()
        for indicator in scheme.indicators:
            if indicator.rule is not None:
                assert (f"  {indicator.title}：" in said.err) == (indicator.applies == (unit.id,))
        assert "没有评分部门" not in said.err
    assert planner("scheme", "要点.txt", "--json") == 0
    data = json.loads(capsys.readouterr().out)
    leaves = {indicator.id for indicator in scheme.indicators if indicator.rule is not None}
    assert leaves
    assert all(
        reason["rule"] and reason["points"] and reason["scorer"] for reason in data["reasons"].values()
    )


def test_a_scheme_without_an_output_goes_to_stdout(planner: Planner, tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "要点.txt").write_text(PLAN, encoding="utf-8")
    assert planner("scheme", "要点.txt") == 0
    scheme, findings = read_scheme(capsys.readouterr().out.encode(), "-")
    assert findings == ()
    assert scheme is not None


def test_townships_are_taken_by_name(planner: Planner, tmp_path: Path, capsys: Capture) -> None:
    text = PLAN.replace("县住房和城乡建设局配合", "各乡镇配合")
    (tmp_path / "要点.txt").write_text(text, encoding="utf-8")
    names = "柳河镇、东山乡，西坪乡"
    assert planner("scheme", "要点.txt", "--townships", names, "--json") == 0
    data = json.loads(capsys.readouterr().out)
    held = {unit["name"] for unit in data["scheme"]["units"].values()}
    assert {"柳河镇", "东山乡", "西坪乡"} <= held


@pytest.mark.parametrize("words", [("score", "方案.toml", "评分表"), ("scheme",)])
def test_a_reader_that_has_gone_is_no_failure(files: Path, words: tuple[str, ...]) -> None:
    read, write = os.pipe()
    os.close(read)
    environment = {
        **os.environ,
        "XDG_DATA_HOME": str(files),
        "XDG_STATE_HOME": str(files),
        "PLANNER_LANG": "zh",
    }
    done = subprocess.run(
        [sys.executable, "-m", "planner", *words],
        cwd=files,
        env=environment,
        stdout=write,
        stderr=subprocess.PIPE,
        timeout=60,
    )
    os.close(write)
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr


def test_names_in_a_scheme_cannot_command_the_terminal(
    planner: Planner, files: Path, capsys: Capture
) -> None:
    text = write_scheme(SCHEME).replace("柳河镇", "\\u001b[31m柳河镇")
    (files / "方案.toml").write_text(text, encoding="utf-8")
    assert planner("score", "方案.toml", "评分表") == 1
    said = capsys.readouterr()
    assert "\x1b" not in said.out + said.err


def test_a_scheme_of_the_workspace_is_scored_with_its_own_sheets(
    planner: Planner, files: Path, capsys: Capture
) -> None:
    office = Office(files / "office.db")
    try:
        office.assessments.add_scheme(SCHEME)
    finally:
        office.close()
    assert planner("score", "qinghe") == 0
    assert "暂定" in capsys.readouterr().err
    assert planner("check", "qinghe") == 0
    assert planner("scheme", "qinghe", "-o", "取出.toml") == 0
    assert (files / "取出.toml").read_text(encoding="utf-8") == write_scheme(SCHEME)


def test_a_scheme_and_its_sheets_go_into_the_workspace_and_out_again(
    planner: Planner, files: Path, capsys: Capture
) -> None:
    assert planner("import", "评分表/复核.toml") == 2
    assert "qinghe" in capsys.readouterr().err
    assert planner("import", "方案.toml") == 0
    assert capsys.readouterr().out == "qinghe\n"
    assert planner("import", "方案.toml") == 0
    assert capsys.readouterr().out == ""
    office = Office(files / "office.db")
    try:
        office.assessments.advance("qinghe", "self")
    finally:
        office.close()
    assert planner("import", "评分表/复核.toml") == 0
    assert "12 处填报" in capsys.readouterr().err
    assert planner("score", "qinghe") == 0
    first = capsys.readouterr().out
    assert planner("score", "方案.toml", "评分表") == 0
    assert capsys.readouterr().out == first
    (files / "带走").mkdir()
    assert planner("export", "qinghe", "-o", "带走") == 0
    assert planner("export", "qinghe", "-o", "带走") == 2
    capsys.readouterr()
    assert planner("score", "带走/qinghe.toml", "带走/sheets") == 0
    assert capsys.readouterr().out == first


def test_a_sheet_is_taken_whole_or_not_at_all(planner: Planner, files: Path, capsys: Capture) -> None:
    planner("import", "方案.toml")
    planner("import", "评分表/复核.toml")
    planner("score", "qinghe")
    capsys.readouterr()
    rest = {"paper": Entry(D(2)), "file": Entry(D(99), reason="另一个数")}
    other = dataclasses.replace(SHEET, entries={**ENTRIES, "yjj": {**ENTRIES["yjj"], **rest}})
    (files / "评分表" / "复核.toml").write_text(write_sheet(other), encoding="utf-8")
    planner("score", "qinghe")
    before = capsys.readouterr().out
    assert planner("import", "评分表/复核.toml") == 1
    assert "一处也没有收" in capsys.readouterr().err
    planner("score", "qinghe")
    assert capsys.readouterr().out == before
    assert planner("import", "评分表/复核.toml", "--force") == 0
    capsys.readouterr()
    planner("score", "qinghe")
    assert capsys.readouterr().out != before


def test_a_scheme_that_differs_is_replaced_only_when_told(
    planner: Planner, files: Path, capsys: Capture
) -> None:
    planner("import", "方案.toml")
    other = dataclasses.replace(SCHEME, title="另一个名称")
    (files / "方案.toml").write_text(write_scheme(other), encoding="utf-8")
    assert planner("import", "方案.toml") == 2
    assert planner("import", "方案.toml", "--force") == 0
    capsys.readouterr()
    planner("score", "qinghe")
    assert "另一个名称" in capsys.readouterr().out


def test_an_excel_table_of_scores_is_taken_in(planner: Planner, files: Path, capsys: Capture) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ("单位", "指标", "得分", "扣分原因"),
        ("柳河镇", "培训", 55, "少一批"),
        ("东山乡", "培训", 60, ""),
        ("应急局", "培训", "30 分", "人数不足"),
    ):
        sheet.append(row)
    book.save(files / "评分.xlsx")
    planner("import", "方案.toml")
    office = Office(files / "office.db")
    try:
        office.assessments.advance("qinghe", "self")
    finally:
        office.close()
    assert planner("import", "评分.xlsx", "--scheme", "qinghe") == 2
    assert planner("import", "评分.xlsx", "--scheme", "qinghe", "--by", "县供销社") == 2
    assert "县应急管理局" in capsys.readouterr().err
    assert planner("import", "评分.xlsx", "--scheme", "qinghe", "--by", "应急局") == 0
    capsys.readouterr()
    planner("score", "qinghe", "--explain", "柳河镇/培训")
    told = capsys.readouterr().out
    assert "县应急管理局填报：得分 55" in told
    assert "少一批" in told
    planner("score", "qinghe", "--explain", "yjj/培训")
    assert "人数不足" in capsys.readouterr().out


def test_a_wrong_row_of_an_excel_table_is_told_by_line_without_keys(
    planner: Planner, files: Path, capsys: Capture
) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (("单位", "指标", "得分"), ("柳河镇", "培训", 61)):
        book.active.append(row)
    book.save(files / "评分.xlsx")
    planner("import", "方案.toml")
    office = Office(files / "office.db")
    try:
        office.assessments.advance("qinghe", "self")
    finally:
        office.close()
    assert planner("import", "评分.xlsx", "--scheme", "qinghe", "--by", "应急局") == 1
    told = capsys.readouterr().err
    assert "评分.xlsx 第 2 行  柳河镇：“培训”的得分 61" in told
    assert "entries" not in told


def test_results_are_not_imported(planner: Planner, files: Path, capsys: Capture) -> None:
    planner("score", "方案.toml", "评分表", "-o", "结果.toml")
    assert planner("import", "结果.toml") == 2
    assert "--earlier" in capsys.readouterr().err


def test_hidden_ratings_leave_the_workspace_in_nothing(
    planner: Planner, files: Path, capsys: Capture
) -> None:
    office = Office(files / "office.db")
    desk, place = office.assessments, SheetPlace("qinghe", "rating", "a1")
    desk.add_scheme(samples.SCHEME)
    desk.import_sheets("qinghe", (samples.self_rated(),))
    desk.advance("qinghe", "self")
    desk.import_sheets("qinghe", (samples.verified(),))
    assert isinstance(desk.advance("qinghe", "verification"), Course)
    desk.set_entry(place, "t1", "panel", Entry(score=Decimal("17.25")), None)
    office.close()
    (files / "带走").mkdir()
    assert planner("score", "qinghe", "--explain", "t1/panel") == 0
    assert planner("score", "qinghe", "-o", "结果.toml") == 0
    assert planner("score", "qinghe", "-o", "表.md") == 0
    assert planner("export", "qinghe", "-o", "带走") == 0
    told = capsys.readouterr()
    assert told.err.count("评委打分还没有公开") == 4
    written = [told.out, (files / "结果.toml").read_text("utf-8"), (files / "表.md").read_text("utf-8")]
    written += [path.read_text("utf-8") for path in (files / "带走").rglob("*.toml")]
    assert not any("17.25" in words for words in written)


def test_an_assessment_is_not_exported_into_one_file(planner: Planner, files: Path, capsys: Capture) -> None:
    planner("import", "方案.toml")
    assert planner("export", "qinghe", "-o", "一份.toml") == 2
    assert "planner scheme qinghe -o" in capsys.readouterr().err
    assert not (files / "一份.toml").exists()


def test_one_kind_of_paper_is_written_alone_or_to_the_screen(
    planner: Planner, files: Path, capsys: Capture
) -> None:
    assert planner("score", "方案.toml", "评分表", "--paper", "通报") == 0
    assert capsys.readouterr().out.startswith("# 关于2026年度考核结果的通报")
    assert planner("score", "方案.toml", "评分表", "--paper", "排名", "-o", "排名.xlsx") == 0
    import openpyxl

    assert openpyxl.load_workbook(files / "排名.xlsx").sheetnames == ["乡镇 排名与等次", "部门 排名与等次"]
    told = ("--explain", "柳河", "--paper", "申诉")
    assert planner("score", "方案.toml", "评分表", *told) == 0
    assert capsys.readouterr().out.startswith("# 考核结果申诉复核表")


def test_a_paper_that_does_not_exist_is_refused_with_the_names_there_are(
    planner: Planner, files: Path, capsys: Capture
) -> None:
    assert planner("score", "方案.toml", "评分表", "--paper", "喜报", "-o", "喜报.md") == 2
    assert "扣分明细" in capsys.readouterr().err
    assert not (files / "喜报.md").exists()


@pytest.mark.parametrize("words", [("import",), ("score", "方案.toml")])
def test_an_excel_table_in_the_wrong_place_is_told_the_right_one(
    planner: Planner, files: Path, words: tuple[str, ...], capsys: Capture
) -> None:
    (files / "评分.xlsx").write_bytes(b"PK")
    assert planner(*words, "评分.xlsx") == 2
    assert "--scheme 编号 --by 部门" in capsys.readouterr().err
