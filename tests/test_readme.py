"""The two READMEs tell the truth: what they link to exists, what they tell people to type runs."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path
from urllib.parse import unquote

import pytest

from planner.cli import run
from planner.text import set_language

ROOT = Path(__file__).parent.parent
READMES = ("README.md", "README.zh-CN.md")


@pytest.mark.parametrize("name", READMES)
def test_every_link_leads_somewhere(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    links = [unquote(link) for link in re.findall(r"\]\(([^)]+)\)", text) if "://" not in link]
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("name", READMES)
def test_the_verbs_that_are_shown_run_one_after_the_other(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "data" / "demo", tmp_path / "data" / "demo")
    past = "青禾县2026年安全生产工作要点\n一、压实责任\n1.开会。每季度开一次。（县应急局牵头）\n"
    for file in ("last-year.txt", "去年要点.txt"):
        (tmp_path / file).write_text(past, encoding="utf-8")
    text = (ROOT / name).read_text(encoding="utf-8")
    write_examples(text, tmp_path)
    typed = re.findall(r"^uv run planner \w.*$", text, re.M)
    shown = [shlex.split(line, comments=True)[3:] for line in typed]
    assert len(shown) >= 5
    try:
        for words in shown:
            code = run([*words, "--workspace", str(tmp_path / "office.db")])
            assert code == 0, f"{words}: {capsys.readouterr().err}"
    finally:
        set_language("zh")


@pytest.mark.parametrize(("name", "language"), [("README.md", "en"), ("README.zh-CN.md", "zh")])
def test_a_score_explains_itself_as_is_shown(
    name: str,
    language: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    text = (ROOT / name).read_text(encoding="utf-8")
    write_examples(text, tmp_path)
    found = re.search(r"^uv run planner (score .+ --explain .+)\n```\n\n```text\n((?:.+\n)+)```", text, re.M)
    assert found is not None
    workspace = ("--workspace", str(tmp_path / "office.db"), "--lang", language)
    try:
        assert run([*shlex.split(found[1]), *workspace]) == 0
    finally:
        set_language("zh")
    assert capsys.readouterr().out == found[2]


def write_examples(text: str, folder: Path) -> None:
    """The TOML files that a README shows, each under the name in its first line."""
    examples = re.findall(r"^```toml\n# (\S+)\n(.*?)^```", text, re.M | re.S)
    assert len(examples) == 2
    for file, content in examples:
        (folder / file).write_text(content, encoding="utf-8")


@pytest.mark.parametrize("name", READMES)
def test_both_commands_are_there_each_enough_on_a_fresh_machine(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "pip install uv && uv run planner" in text
    assert "pip install uv && uv run pytest" in text
    assert "externally-managed-environment" in text
