"""Where things are handed over: the ending is added before it is asked whether a file is written over."""

from __future__ import annotations

from pathlib import Path

import pytest

from planner.text import say
from planner.tui.dialogs.files import FileDialog
from planner.tui.exporting import ask_where, file_name, with_ending
from tui.fakes import FakeOffice
from tui.piloting import Run, press, rest, screen_text


@pytest.mark.parametrize("typed", ["录入表", "录入表.xlsx"])
async def test_a_file_that_is_there_is_written_over_only_when_told(
    run: Run, tmp_path: Path, typed: str
) -> None:
    (tmp_path / "录入表.xlsx").write_text("填好的", encoding="utf-8")
    written: list[Path] = []
    async with run(FakeOffice(), size=(100, 30)) as pilot:
        dialog = FileDialog(say("export.where"), tmp_path, endings=(".xlsx",), saving=True, name=typed)
        ask_where(pilot.app, dialog, written.append, (".xlsx",))
        await rest(pilot)
        await press(pilot, "enter")
        await rest(pilot)
        assert "录入表.xlsx" in screen_text(pilot)
        assert written == []
        await press(pilot, "escape")
        assert written == []


async def test_a_new_file_is_written_at_once_with_its_ending(run: Run, tmp_path: Path) -> None:
    written: list[Path] = []
    async with run(FakeOffice(), size=(100, 30)) as pilot:
        dialog = FileDialog(say("export.where"), tmp_path, endings=(".xlsx",), saving=True, name="新表")
        ask_where(pilot.app, dialog, written.append, (".xlsx",))
        await rest(pilot)
        await press(pilot, "enter")
        await rest(pilot)
    assert written == [tmp_path / "新表.xlsx"]


def test_an_ending_that_can_be_written_stays() -> None:
    assert with_ending(Path("a.MD"), (".toml", ".md")) == Path("a.MD")
    assert with_ending(Path("a.b"), (".toml", ".md")) == Path("a.b.toml")
    assert with_ending(Path("a"), ()) == Path("a")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("青禾县/2026:办法?", "青禾县2026办法"),
        (" .. ", ""),
        ("a\nb\x1b\u202e", "a b"),
        ("长" * 200, "长" * 60),
    ],
)
def test_words_become_the_name_of_a_file(words: str, name: str) -> None:
    assert file_name(words) == name
