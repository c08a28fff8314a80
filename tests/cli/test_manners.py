"""Exit codes, streams and help: the command line as an interface."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from planner.cli.parser import VERBS

Process = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_verb_has_help_with_examples_in_both_languages(
    planner: Callable[..., int], verb: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert planner(verb, "--help", "--lang", language) == 0
    said = capsys.readouterr().out
    assert f"planner {verb}" in said
    assert ("例：" if language == "zh" else "Example") in said


def test_argparse_speaks_chinese(planner: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    assert planner("read") == 2
    assert "还缺这些参数" in capsys.readouterr().err
    assert planner("read", "--help") == 0
    assert "show this help" not in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [
        ("read",),
        ("read", "nowhere.txt"),
        ("check", "nowhere.toml"),
        ("export", "nobody", "-o", "x.md"),
        ("new", "--from", "no-such-template", "--year", "2027", "-o", "x.toml"),
        ("new", "--from", "work-safety", "--year", "soon", "-o", "x.toml"),
        ("new", "--from", "work-safety#zzzzzz", "--year", "2027", "-o", "x.toml"),
        ("export", "work-safety", "-o", "x.pages"),
        ("dance",),
        (),
    ],
)
def test_wrong_use_is_2_and_says_so_on_stderr_only(
    planner: Callable[..., int], words: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert planner(*words) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.strip()
    assert "Traceback" not in said.err
    assert not (tmp_path / "x.toml").exists()


def test_without_a_terminal_the_screens_say_what_they_need(as_process: Process) -> None:
    done = as_process()
    assert done.returncode == 2
    assert done.stdout == ""
    assert "终端" in done.stderr


def test_chinese_leaves_as_utf8_under_the_c_locale(as_process: Process, tmp_path: Path) -> None:
    done = as_process("departments", "yjj", LC_ALL="C", LANG="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "应急管理局" in done.stdout


def test_a_verb_does_not_load_the_screens(tmp_path: Path) -> None:
    watched = (
        "import sys; from planner.cli import run; run(['templates']); "
        "print([name for name in sys.modules if name.startswith(('textual', 'rich'))])"
    )
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", watched], env=environment, capture_output=True, encoding="utf-8"
    )
    assert done.stdout.strip().splitlines()[-1] == "[]"


@pytest.mark.parametrize("typed", ["--help", "score --help", "import --help", "departments yjj"])
def test_what_scores_nothing_does_not_load_the_scoring(tmp_path: Path, typed: str) -> None:
    heavy = ("assessments", "cattrs", "openpyxl", "planner.assessment_codec", "planner.assessing")
    watched = (
        f"import sys; from planner.cli import run\ntry: run({typed.split()!r})\nexcept SystemExit: pass\n"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", watched], env=environment, capture_output=True, encoding="utf-8"
    )
    assert done.stdout.strip().splitlines()[-1] == "[]"


def test_a_text_that_is_no_plan_is_1_with_the_reason(
    planner: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "letter.txt").write_text("亲爱的同事：\n周五下午一起打球。\n", encoding="utf-8")
    assert planner("read", "letter.txt") == 1
    assert capsys.readouterr().err.strip()
    assert planner("read", "letter.txt", "--json") == 1
    assert json.loads(capsys.readouterr().out)["findings"]


def test_output_into_a_missing_folder_changes_nothing_and_says_why(
    planner: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert planner("new", "--from", "work-safety", "--year", "2027", "-o", "no/such/folder.toml") == 2
    assert "folder.toml" in capsys.readouterr().err


@pytest.mark.parametrize("words", [("departments",), ("templates", "演练"), ("departments", "yjj", "--json")])
def test_a_reader_that_has_gone_is_no_failure(tmp_path: Path, words: tuple[str, ...]) -> None:
    read, write = os.pipe()
    os.close(read)
    done = _writing_to(write, words, tmp_path)
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_output_onto_a_full_disk_is_told(tmp_path: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = _writing_to(full.fileno(), ("departments", "yjj"), tmp_path)
    assert done.returncode == 1
    assert "磁盘满了" in done.stderr.decode()
    assert not list(tmp_path.rglob("planner.log"))


def _writing_to(stream: int, words: tuple[str, ...], home: Path) -> subprocess.CompletedProcess[bytes]:
    places = {"XDG_DATA_HOME": str(home), "XDG_STATE_HOME": str(home)}
    return subprocess.run(
        [sys.executable, "-m", "planner", *words],
        env={**os.environ, **places, "PLANNER_LANG": "zh"},
        stdout=stream,
        stderr=subprocess.PIPE,
        timeout=60,
    )


@pytest.mark.parametrize("year", ["27", "soon", "3000", "二〇二七"])
def test_a_wrong_year_is_explained(
    planner: Callable[..., int], year: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert planner("new", "--from", "work-safety", "--year", year, "-o", "x.toml") == 2
    assert "1950 到 2100" in capsys.readouterr().err
    assert planner("new", "--from", "work-safety", "--year", year, "-o", "x.toml", "--lang", "en") == 2
    assert "_year" not in capsys.readouterr().err


@pytest.mark.parametrize("verb", [("read",), ("check",), ("import",), ("departments", "--import")])
def test_a_files_name_cannot_command_the_terminal(
    planner: Callable[..., int], tmp_path: Path, verb: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    name = "\x1b[31m要点\u202e.toml"
    planner(*verb, name)
    (tmp_path / name).write_text("title = 要点", encoding="utf-8")
    planner(*verb, name)
    said = capsys.readouterr()
    assert "要点" in said.err + said.out
    assert not {"\x1b", "\u202e"} & set(said.err + said.out)
