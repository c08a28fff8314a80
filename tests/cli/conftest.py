"""Running the program as a person types it, in a folder and workspace of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from planner.cli import run
from planner.text import set_language

Planner = Callable[..., int]


@pytest.fixture
def planner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Planner:
    """Run a verb in this process; the exit code."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PLANNER_LANG", "zh")

    def typed(*words: str) -> int:
        try:
            return run([*words, "--workspace", str(tmp_path / "office.db")])
        except SystemExit as stopped:
            return int(stopped.code or 0)
        finally:
            set_language("zh")

    return typed


@pytest.fixture
def as_process(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the whole program as its own process without a terminal."""

    def typed(*words: str, **variables: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PLANNER_LANG": "zh", "XDG_DATA_HOME": str(tmp_path), **variables}
        return subprocess.run(
            [sys.executable, "-m", "planner", *words],
            cwd=tmp_path,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
        )

    return typed
