"""From a past plan's text to a checked file in somebody else's hands, verb by verb."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from planner.sharing.toml import read_plan

PAST = """\
青禾县2026年安全生产工作要点

为做好2026年全县安全生产工作，制定本要点。

一、压实安全责任
1.召开安委会会议。每季度召开一次全体会议，研究解决突出问题。（县安委办牵头，各成员单位配合）
2.组织企业负责人培训。6月底前完成一轮轮训，培训率达到95%以上。（县应急局牵头，县工信局、县住建局配合）
二、排查整治隐患
3.检查燃气经营企业。2026年底前对全部12家企业检查一遍。（县住建局、县消防援大队负责）
"""


@pytest.fixture
def past(tmp_path: Path) -> Path:
    file = tmp_path / "去年要点.txt"
    file.write_bytes(PAST.encode("gb18030"))
    return file


def test_read_shows_the_plan_and_says_nothing_on_the_wrong_stream(
    planner: Callable[..., int], past: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert planner("read", str(past)) == 0
    out = capsys.readouterr().out
    assert "青禾县2026年安全生产工作要点" in out
    assert "牵头 县应急局" in out
    assert "2 个部分，3 项任务，3 条责任分工" in out


def test_read_as_json_is_one_object_with_the_keys_of_the_exchange(
    planner: Callable[..., int], past: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert planner("read", str(past), "--json") == 0
    data = json.loads(capsys.readouterr().out)
    assert data["title"] == "青禾县2026年安全生产工作要点"
    assert data["year"] == 2026
    assert [len(section["tasks"]) for section in data["sections"]] == [2, 1]
    (duty,) = data["sections"][0]["tasks"][1]["duties"]
    assert duty["lead"] == ["县应急局"]
    assert duty["support"] == ["县工信局", "县住建局"]
    assert set(data) >= {"issuer", "number", "issued", "preamble", "signature", "noise", "findings"}


def test_new_renews_what_is_certain_and_leaves_a_file_that_loads(
    planner: Callable[..., int], past: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = planner(
        "new", "--from", str(past), "--year", "2027", "--office", "青禾县安委办", "-o", "2027.toml"
    )
    assert code == 0
    plan, findings = read_plan((tmp_path / "2027.toml").read_bytes(), "2027.toml")
    assert findings == ()
    assert plan is not None
    assert (plan.year, plan.title, plan.issuer) == (2027, "青禾县2027年安全生产工作要点", "青禾县安委办")
    assert "2026" not in plan.preamble
    assert len(plan.tasks) == 3
    assert all(task.source is not None and task.source.year == 2026 for task in plan.tasks)
    assert "2027.toml" in capsys.readouterr().err


def test_new_takes_single_tasks_of_several_templates(
    planner: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert planner("templates", "fire-safety", "--json") == 0
    fire = json.loads(capsys.readouterr().out)
    wanted = fire["tasks"][3]
    section = fire["sections"][1]
    code = planner(
        *("new", "--from", "work-safety", "--from", f"fire-safety#{wanted['id']},{section['id']}"),
        *("--year", "2027", "-o", "two.toml"),
    )
    assert code == 0
    plan, _ = read_plan((tmp_path / "two.toml").read_bytes(), "two.toml")
    assert plan is not None
    titles = [task.title for task in plan.tasks]
    assert wanted["title"] in titles
    whole = [task for task in fire["tasks"] if task["section"] == section["id"]]
    assert {task["title"] for task in whole} <= set(titles)


def test_new_never_writes_over_a_file_unless_told(
    planner: Callable[..., int], past: Path, tmp_path: Path
) -> None:
    target = tmp_path / "2027.toml"
    target.write_text("mine", encoding="utf-8")
    words = ("new", "--from", str(past), "--year", "2027", "-o", "2027.toml")
    assert planner(*words) == 2
    assert target.read_text(encoding="utf-8") == "mine"
    assert planner(*words, "--force") == 0


def test_check_names_the_damaged_department_and_fails(
    planner: Callable[..., int], past: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    planner("new", "--from", str(past), "--year", "2027", "-o", "2027.toml")
    capsys.readouterr()
    assert planner("check", "2027.toml") == 1
    assert "消防援大队" in capsys.readouterr().out
    assert planner("check", "2027.toml", "--json") == 1
    codes = [found["code"] for found in json.loads(capsys.readouterr().out)["findings"]]
    assert "check.damaged_department" in codes


def test_check_of_a_broken_file_names_line_and_expectation(
    planner: Callable[..., int], past: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    planner("new", "--from", str(past), "--year", "2027", "-o", "2027.toml")
    file = tmp_path / "2027.toml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("year = 2027", 'yaer = "2027"'), encoding="utf-8"
    )
    capsys.readouterr()
    assert planner("check", "2027.toml") == 1
    out = capsys.readouterr().out
    assert "2027.toml" in out
    assert "year" in out


def test_a_plan_travels_from_one_workspace_to_another(
    planner: Callable[..., int], past: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    planner("new", "--from", str(past), "--year", "2027", "-o", "2027.toml")
    capsys.readouterr()
    assert planner("import", "2027.toml") == 0
    id = capsys.readouterr().out.strip()
    assert planner("export", id, "-o", "again.toml") == 0
    assert (tmp_path / "again.toml").read_bytes() == (tmp_path / "2027.toml").read_bytes()
    assert planner("import", "again.toml") == 0
    assert planner("templates") == 0
    assert id in capsys.readouterr().out


def test_import_replaces_nothing_unless_told(
    planner: Callable[..., int], past: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    planner("new", "--from", str(past), "--year", "2027", "-o", "2027.toml")
    planner("import", "2027.toml")
    file = tmp_path / "2027.toml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("压实安全责任", "压实各方责任"), encoding="utf-8"
    )
    capsys.readouterr()
    assert planner("import", "2027.toml") == 2
    assert planner("import", "2027.toml", "--force") == 0
    id = capsys.readouterr().out.strip()
    planner("export", id, "-o", "now.md")
    assert "压实各方责任" in (tmp_path / "now.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "first"), [("yjj", "应急管理局"), ("交警大队", "公安局交警大队"), ("安监局", "安监局")]
)
def test_departments_are_found_by_initials_short_and_former_names(
    planner: Callable[..., int], words: str, first: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert planner("departments", words) == 0
    assert first in capsys.readouterr().out.splitlines()[0]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("城关镇", "各乡镇"),
        ("扶贫办", "2021 年起为乡村振兴局，2024 年起为农业农村局"),
        ("消防援大队", "消防救援大队"),
    ],
)
def test_a_township_a_chain_of_heirs_and_a_damaged_name_are_answered(
    planner: Callable[..., int], words: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert planner("departments", words) == 0
    assert said in capsys.readouterr().out


def test_an_unknown_name_is_answered_with_the_likeliest(
    planner: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert planner("departments", "国家应急管理部") == 1
    told = capsys.readouterr()
    assert (told.out, "应急管理部" in told.err.splitlines()[1]) == ("", True)


def test_the_roster_goes_out_and_comes_back_changed(
    planner: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert planner("departments", "--export", "roster.toml") == 0
    file = tmp_path / "roster.toml"
    file.write_text(file.read_text(encoding="utf-8").replace('"应急局"', '"大应急"', 1), encoding="utf-8")
    assert planner("departments", "--import", "roster.toml") == 0
    capsys.readouterr()
    assert planner("departments", "大应急") == 0
    assert "应急管理局" in capsys.readouterr().out


def test_a_search_over_all_templates_answers_words_and_initials_together(
    planner: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert planner("templates", "演练", "xfjydd") == 0
    assert "演练" in capsys.readouterr().out
    assert planner("templates", "没有这样的词") == 1
