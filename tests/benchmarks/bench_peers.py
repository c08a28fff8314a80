"""Two well-made programs of the same library, started beside ours.

Test-only: installed into a folder of their own the first time, left out where that cannot be done.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import platformdirs

from tests.benchmarks.bench_start import seconds_to_paint
from tests.benchmarks.rows import Row, table

ROUNDS = 5
# The newest tree-sitter ends posting at its start.
PEERS = {"posting": (("posting", "tree-sitter<0.26"), "Send"), "harlequin": (("harlequin",), "Data Catalog")}
"""Program: what to install, and a word of its first screen."""


def measure() -> list[Row]:
    """Milliseconds to the first screen, the middle of some rounds in turn; a missing peer is left out."""
    there = {name: found for name, (packages, _) in PEERS.items() if (found := _installed(name, packages))}
    if not there:
        return []
    with tempfile.TemporaryDirectory() as folder:
        compiled = Path(folder)
        os.environ["HOME"], home = folder, os.environ.get("HOME", folder)
        try:
            ours: list[float] = []
            theirs: dict[str, list[float]] = {name: [] for name in there}
            for number in range(ROUNDS + 1):
                program = ["-m", "planner", "--workspace", str(compiled / "workspace.db")]
                ours.append(seconds_to_paint(program, "从这里开始", compiled))
                for name, python in there.items():
                    start = ["-m", name] if name == "posting" else ["-c", _HARLEQUIN]
                    theirs[name].append(seconds_to_paint(start, PEERS[name][1], compiled, python=python))
                if number == 0:
                    ours.clear()
                    for held in theirs.values():
                        held.clear()
        finally:
            os.environ["HOME"] = home
    middle = round(1000 * statistics.median(ours))
    return [
        Row("first screen, whole process", middle, name, round(1000 * statistics.median(held)), "ms")
        for name, held in theirs.items()
    ]


_HARLEQUIN = """
import sys
sys.argv = ["harlequin", "--no-download-tzdata"]
from harlequin.cli import harlequin
harlequin()
"""


def _installed(name: str, packages: tuple[str, ...]) -> str:
    """The python of the peer's own environment; empty where it cannot be had."""
    folder = platformdirs.user_cache_path("county-planner-benchmarks") / name
    python = folder / "bin" / "python"
    uv = shutil.which("uv")
    if python.exists():
        return str(python)
    if uv is None:
        return ""
    try:
        subprocess.run([uv, "venv", "-q", str(folder)], check=True, capture_output=True)
        install = [uv, "pip", "install", "-q", "--python", str(python), *packages]
        subprocess.run(install, check=True, capture_output=True, timeout=300)
    except (subprocess.SubprocessError, OSError) as problem:
        print(f"{name} is left out: {problem}", file=sys.stderr)
        shutil.rmtree(folder, ignore_errors=True)
        return ""
    return str(python)


if __name__ == "__main__":
    print(table(measure()))
