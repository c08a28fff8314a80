"""Dialogs return what was chosen or typed, and nothing when left by Esc; all without letters as commands."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.screen import Screen

from planner.tui.dialogs.choose import Choice, Choose, ChooseSeveral, by_words
from planner.tui.dialogs.confirm import Confirm
from planner.tui.dialogs.files import FileDialog, begun_anew, complete, entries, meant
from planner.tui.dialogs.form import Field, Form, line_edit
from planner.tui.dialogs.progress import AT_ONCE, bar, run_with_progress
from planner.tui.dialogs.textedit import LONG_LINE, Editor, TextEdit
from planner.tui.widgets.fields import TextInput
from planner.tui.work import Progress
from tui.fakes import FakeOffice
from tui.piloting import Run, press, rest, screen_text

CHOICES = [
    Choice("a", "应急管理局", "应急局", "yjglj"),
    Choice("b", "财政局", blocked="已撤销"),
    Choice("c", "公安局"),
]


async def answers(run: Run, dialog: Screen[object], *keys: str) -> list[object]:
    """What the dialog returns after these keys: a list of one, or empty while it is still open."""
    results: list[object] = []
    async with run(FakeOffice()) as pilot:
        pilot.app.push_screen(dialog, results.append)
        await rest(pilot)
        await press(pilot, *keys)
    return results


def test_typed_words_are_looked_for_in_label_note_and_initials() -> None:
    assert [c.id for c in by_words("yjg", CHOICES)] == ["a"]
    assert [c.id for c in by_words("局 公", CHOICES)] == ["c"]
    assert by_words("教育", CHOICES) == []


async def test_choosing_by_typing(run: Run) -> None:
    assert await answers(run, Choose("选", CHOICES), "公", "enter") == ["c"]


async def test_choosing_by_arrows(run: Run) -> None:
    assert await answers(run, Choose("选", CHOICES), "down", "down", "enter") == ["c"]


async def test_what_is_blocked_cannot_be_chosen(run: Run) -> None:
    assert await answers(run, Choose("选", CHOICES), "down", "enter") == []


async def test_what_was_typed_may_be_the_answer(run: Run) -> None:
    assert await answers(run, Choose("选", CHOICES, fresh=True), "教", "育", "enter") == ["教育"]
    assert await answers(run, Choose("选", CHOICES), "教", "育", "enter") == []


async def test_several_are_marked(run: Run) -> None:
    dialog = ChooseSeveral("选", [Choice("a", "甲"), Choice("b", "乙"), Choice("c", "丙")], marked=["c"])
    assert await answers(run, dialog, "space", "enter") == ["c\na"]


async def test_a_question_begins_at_the_answer_that_changes_nothing(run: Run) -> None:
    assert await answers(run, Confirm("departments.when", name="甲"), "enter") == [False]
    assert await answers(run, Confirm("departments.when", name="甲"), "down", "enter") == [True]
    assert await answers(run, Confirm("departments.when", name="甲"), "escape") == [None]


async def test_a_form_goes_from_field_to_field_by_enter(run: Run) -> None:
    fields = [Field("name", "departments.name", "甲"), Field("short", "departments.short")]
    assert await answers(run, Form("改", fields), "乙", "enter", " ", "丙", "enter") == [
        {"name": "甲乙", "short": "丙"}
    ]


async def test_entering_a_field_keeps_its_text(run: Run) -> None:
    fields = [Field("a", "departments.name", "甲"), Field("b", "departments.short", "乙")]
    assert await answers(run, Form("改", fields), "tab", "丁", "ctrl+s") == [{"a": "甲", "b": "乙丁"}]


async def test_a_form_that_is_wrong_stays_open_and_says_why(run: Run) -> None:
    results: list[object] = []
    async with run(FakeOffice()) as pilot:
        form = Form(
            "改", [Field("a", "departments.name")], check=lambda values: "" if values["a"] else "缺名称"
        )
        pilot.app.push_screen(form, results.append)
        await rest(pilot)
        await press(pilot, "enter")
        assert "缺名称" in screen_text(pilot)
        assert results == []
        await press(pilot, "甲", "enter")
        assert results == [{"a": "甲"}]


async def test_text_is_kept_by_ctrl_s(run: Run) -> None:
    dialog = TextEdit("正文", "第一行\n第二")
    assert await answers(run, dialog, "ctrl+end", "行", "ctrl+s") == ["第一行\n第二行"]


async def test_leaving_changed_text_asks(run: Run) -> None:
    assert await answers(run, TextEdit("正文", "甲"), "escape") == [None]
    assert await answers(run, TextEdit("正文", "甲"), "乙", "escape") == []
    assert await answers(run, TextEdit("正文", "甲"), "乙", "escape", "enter") == ["乙甲"]
    assert await answers(run, TextEdit("正文", "甲"), "乙", "escape", "down", "enter") == [None]


async def test_a_line_of_any_length_is_edited_in_pieces_and_comes_back_whole(run: Run) -> None:
    line = "各乡镇要落实安全生产责任。" * 2000
    results: list[object] = []
    async with run(FakeOffice()) as pilot:
        pilot.app.push_screen(TextEdit("正文", line), results.append)
        await rest(pilot)
        shown = pilot.app.screen.query_one(Editor).text
        assert max(map(len, shown.split("\n"))) <= LONG_LINE + 2
        await press(pilot, "ctrl+s")
    assert results == [line]


async def test_long_work_shows_how_far_it_is_and_can_be_stopped(run: Run) -> None:
    steps: list[int] = []

    def job(progress: Progress) -> int:
        import time

        for number in range(2000):
            if progress.stopped:
                break
            progress.report(number, 2000, "文件")
            steps.append(number)
            time.sleep(0.005)
        return len(steps)

    async with run(FakeOffice()) as pilot:
        results: list[int] = []
        run_with_progress(pilot.app, "正在读", job, results.append, group="test")
        await pilot.pause(AT_ONCE + 0.3)
        assert "/2000" in screen_text(pilot)
        await press(pilot, "escape")
        assert results == [len(steps)]
        assert 0 < len(steps) < 2000
        assert "正在读" not in screen_text(pilot)


def test_the_bar_says_its_figures() -> None:
    assert bar(5, 10).endswith("5/10")
    assert bar(5, 10).count("#") == 20
    assert "#" not in bar(0, 0)


def test_folders_come_first_hidden_files_not_at_all(tmp_path: Path) -> None:
    for name in ("乙.txt", "甲.TXT", ".hidden.txt", "图.png"):
        (tmp_path / name).write_text("x")
    (tmp_path / "以往计划").mkdir()
    assert [entry.name for entry in entries(tmp_path, (".txt",))] == ["..", "以往计划", "乙.txt", "甲.TXT"]


def test_what_is_typed_is_a_folder_and_the_beginning_of_a_name(tmp_path: Path) -> None:
    assert complete("以往/2021", tmp_path) == (tmp_path / "以往", "2021")
    assert complete(f"{tmp_path}/", tmp_path) == (tmp_path, "")
    assert complete(str(tmp_path), Path("/")) == (tmp_path, "")


async def test_a_file_is_found_by_browsing(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "以往计划"
    folder.mkdir()
    (folder / "2021年.txt").write_text("x")
    # The first entry is the folder above.
    dialog = FileDialog("打开", tmp_path, endings=(".txt",))
    assert await answers(run, dialog, "down", "enter", "down", "enter") == [folder / "2021年.txt"]


async def test_tab_completes_a_name(run: Run, tmp_path: Path) -> None:
    (tmp_path / "2021年要点.txt").write_text("x")
    (tmp_path / "其他.txt").write_text("x")
    assert await answers(run, FileDialog("打开", tmp_path), "2", "tab", "enter") == [
        tmp_path / "2021年要点.txt"
    ]


async def test_a_file_that_is_not_there_is_said(run: Run, tmp_path: Path) -> None:
    async with run(FakeOffice()) as pilot:
        pilot.app.push_screen(FileDialog("打开", tmp_path))
        await rest(pilot)
        await press(pilot, "无", "enter")
        assert "找不到" in screen_text(pilot)


async def test_a_new_name_is_taken_where_a_file_is_to_be_written(run: Run, tmp_path: Path) -> None:
    dialog = FileDialog("存到", tmp_path, saving=True, name="要点.toml")
    assert await answers(run, dialog, "enter") == [tmp_path / "要点.toml"]


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("/home/li/", "/home/li"),
        ("/home/li//data/要点.txt", "/data/要点.txt"),
        ('/home/li/"/data/去年 要点.txt"', "/data/去年 要点.txt"),
        ("'/data/要点.txt' ", "/data/要点.txt"),
        ("/home/li/要点.txt", "/home/li/要点.txt"),
        ("C:/Users/D:/要点.txt", "D:/要点.txt"),
    ],
)
def test_a_whole_path_typed_behind_the_folder_begins_anew(typed: str, path: str) -> None:
    assert meant(typed) == Path(path)


@pytest.mark.parametrize(
    ("stood", "typed", "left"),
    [
        ("/home/li/", "/home/li//", "/"),
        ("/home/li/", "/home/li/~", "/home/li/~"),
        ("/home/li/", "/home/li/~/", "~/"),
        ("/home/li/", "/home/li/~$要点.docx", "/home/li/~$要点.docx"),
        ("/home/li/", "/home/li/C:\\", "C:\\"),
        ("C:\\Users\\li\\", "C:\\Users\\li\\D:\\", "D:\\"),
        ("C:\\Users\\li\\", "C:\\Users\\li\\\\\\server\\share", "\\\\server\\share"),
        ("/home/li/要点.toml", "/home/li/要点.toml/", "/"),
        ("/home/li/要点.toml", "/home/li/要点.tomlC:\\", "C:\\"),
        ("/home/li/", "/home/li/要点.toml", "/home/li/要点.toml"),
        ("/home/li/", "/data/", "/data/"),
        ("", "/data/", "/data/"),
        ("\\\\server\\share\\", "\\\\server\\share\\年", "\\\\server\\share\\年"),
    ],
)
def test_a_whole_path_takes_the_place_of_what_stood_there(stood: str, typed: str, left: str) -> None:
    assert begun_anew(typed, stood) == left


@pytest.mark.parametrize("saving", [False, True])
async def test_a_whole_path_typed_key_by_key_stands_alone_in_the_line(
    run: Run, tmp_path: Path, saving: bool
) -> None:
    (tmp_path / "年.txt").write_text("x")
    async with run(FakeOffice()) as pilot:
        name = "要点.txt" if saving else ""
        pilot.app.push_screen(FileDialog("打开", Path.home(), saving=saving, name=name))
        await rest(pilot)
        await press(pilot, *f"{tmp_path}/")
        assert pilot.app.screen.query_one(TextInput).value == f"{tmp_path}/"
        assert "年.txt" in screen_text(pilot)
        await press(pilot, *"~/")
        assert pilot.app.screen.query_one(TextInput).value == "~/"


async def test_several_typed_lines_are_given_up_only_at_the_second_esc(run: Run) -> None:
    async with run(FakeOffice()) as pilot:
        results: list[dict[str, str] | None] = []
        fields = [Field("a", "home.year_field"), Field("b", "home.year_field")]
        pilot.app.push_screen(Form("标题", fields), results.append)
        await rest(pilot)
        await press(pilot, "1", "down", "2", "escape")
        assert results == []
        assert "再按一次 Esc" in screen_text(pilot)
        await press(pilot, "3", "escape")
        assert results == [], "what was typed since is not given up either"
        await press(pilot, "escape")
        assert results == [None]


async def test_one_typed_line_is_given_up_at_once(run: Run) -> None:
    async with run(FakeOffice()) as pilot:
        results: list[dict[str, str] | None] = []
        pilot.app.push_screen(line_edit("标题", "home.year_field"), results.append)
        await rest(pilot)
        await press(pilot, "1", "escape")
        assert results == [None]
