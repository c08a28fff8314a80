"""A file is written whole or not at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from planner.sharing.files import write_whole


def test_the_bytes_are_there_and_nothing_else(tmp_path: Path) -> None:
    write_whole(tmp_path / "计划.toml", b"one")
    write_whole(tmp_path / "计划.toml", b"two")
    assert (tmp_path / "计划.toml").read_bytes() == b"two"
    assert [path.name for path in tmp_path.iterdir()] == ["计划.toml"]


def test_a_missing_folder_is_an_oserror(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "没有" / "计划.toml", b"one")


def test_a_failure_leaves_the_old_file_and_no_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "计划.toml"
    target.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(target, b"new")
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["计划.toml"]


def test_a_very_long_name_still_fits(tmp_path: Path) -> None:
    target = tmp_path / ("县" * 80 + ".toml")
    write_whole(target, b"one")
    assert target.read_bytes() == b"one"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions and links")
def test_permissions_and_links_are_kept(tmp_path: Path) -> None:
    target = tmp_path / "计划.toml"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link = tmp_path / "link.toml"
    link.symlink_to(target)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is not of Windows")
def test_a_writer_killed_at_any_moment_leaves_a_whole_file(tmp_path: Path) -> None:
    target = tmp_path / "计划.toml"
    target.write_bytes(b"a" * 200_000)
    code = (
        "import sys, pathlib\n"
        "from planner.sharing.files import write_whole\n"
        "print('ready', flush=True)\n"
        "while True:\n"
        "    for letter in b'ab':\n"
        "        write_whole(pathlib.Path(sys.argv[1]), bytes([letter]) * 200_000)\n"
    )
    for delay in (0.001, 0.004, 0.009, 0.02, 0.05):
        writer = subprocess.Popen([sys.executable, "-c", code, str(target)], stdout=subprocess.PIPE)
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(delay)
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
        assert target.read_bytes() in (b"a" * 200_000, b"b" * 200_000)
