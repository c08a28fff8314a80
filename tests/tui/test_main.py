"""Starting: without a terminal the program says what it needs; the command line never loads the screens."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from planner.__main__ import _for_the_screen

ROOT = Path(__file__).parent.parent.parent


def python(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the project with nothing on its standard input."""
    return subprocess.run(
        [sys.executable, *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        cwd=ROOT,
        env={**os.environ, **environment},
        check=False,
    )


@pytest.mark.parametrize(("language", "words"), [("zh", "planner --help"), ("en", "need a terminal")])
def test_without_a_terminal_it_says_what_it_needs(language: str, words: str) -> None:
    done = python("-m", "planner", PLANNER_LANG=language)
    assert done.returncode == 2
    assert words in done.stderr
    assert done.stdout == ""


def test_a_chosen_language_is_spoken_without_a_terminal_too() -> None:
    assert "need a terminal" in python("-m", "planner", "--lang", "en", PLANNER_LANG="zh").stderr


def test_the_command_line_does_not_load_the_screens() -> None:
    code = "import sys, planner.__main__, planner.cli; print('textual' in sys.modules, 'rich' in sys.modules)"
    assert python("-c", code).stdout.split() == ["False", "False"]


def test_the_kitty_protocol_is_off_before_the_screen_library_is_read() -> None:
    code = (
        "import os, sys; os.environ.pop('TEXTUAL_DISABLE_KITTY_KEY', None)\n"
        "import planner.__main__\n"
        "assert 'textual' not in sys.modules\n"
        "from textual import constants; print(constants.DISABLE_KITTY_KEY)"
    )
    done = python("-c", code)
    assert done.stdout.strip() == "True", done.stderr


LATER = (
    "pypinyin",
    "dateutil",
    "openpyxl",
    "cattrs",
    "tomli_w",
    "planner.reading",
    "planner.departments.matching",
    "assessments",
    "planner.assessing",
    "planner.assessment_codec",
    "planner.tui.assessment",
)


def test_the_first_picture_loads_only_what_it_needs() -> None:
    code = (
        "import sys\nfrom planner.tui.app import PlannerApp\nimport planner.tui.screens.home\n"
        f"print([name for name in {LATER!r} if name in sys.modules])"
    )
    done = python("-c", code)
    assert done.stdout.strip() == "[]", done.stderr


def test_the_first_picture_loads_only_its_own_words(tmp_path: Path) -> None:
    code = (
        "import asyncio, sys\nfrom pathlib import Path\n"
        "from planner.office import Office\nfrom planner.tui.app import PlannerApp\n"
        "async def show():\n"
        f"    app = PlannerApp(Office(Path({str(tmp_path / 'w.db')!r})))\n"
        "    async with app.run_test() as pilot:\n"
        "        await pilot.pause()\n"
        "asyncio.run(show())\n"
        "print(sorted(name for name in sys.modules if name.startswith('planner.text.')))"
    )
    done = python("-c", code)
    wanted = ["planner.text.common", "planner.text.keys", "planner.text.screens"]
    assert done.stdout.strip() == str(wanted), done.stderr


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        ([], ("", None)),
        (["--lang", "en"], ("", "en")),
        (["--workspace=a.db", "--lang=zh"], ("a.db", "zh")),
        (["--lang", "fr"], None),
        (["--workspace"], None),
        (["read", "a.txt"], None),
        (["--workspace", "a.db", "templates"], None),
    ],
)
def test_what_goes_to_the_screen_and_what_to_the_command_line(
    arguments: list[str], meant: tuple[str, str | None] | None
) -> None:
    assert _for_the_screen(arguments) == meant


def test_in_a_terminal_it_paints_and_quits(tmp_path: Path) -> None:
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(ROOT)
        os.environ.update(TERM="xterm-256color", PLANNER_LANG="zh", XDG_STATE_HOME=str(tmp_path))
        os.execv(sys.executable, [sys.executable, "-m", "planner", "--workspace", str(tmp_path / "w.db")])
    seen = b""
    while "从这里开始".encode() not in seen:
        seen += os.read(terminal, 65536)
    assert b"\x1b[>25u" not in seen, "the kitty protocol must stay off"
    os.write(terminal, b"\x11")
    _drain(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0


def _drain(terminal: int) -> None:
    try:
        while os.read(terminal, 65536):
            pass
    except OSError:
        # The program has closed its side.
        return
