"""The first screen against a bare app of the same library with one static text: whole process to first paint.

Both run in a pseudo terminal of 120 by 40; the clock stops when a word of the first screen has been written.
The runs take turns, so that a machine that slows down slows both. Both find their compiled modules in one
folder made for this run, as an installed program does; a checkout may be compiled anew at every start.
"""

from __future__ import annotations

import fcntl
import os
import pty
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from pathlib import Path

from tests.benchmarks.rows import Aim, Row, table

ROOT = Path(__file__).parent.parent.parent
ROUNDS = 15
WAIT = 20.0
"""Seconds after which a start is given up."""

BARE = """
import os
os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("BARE-READY")
Bare().run()
"""


def seconds_to_paint(arguments: list[str], word: str, compiled: Path, python: str = sys.executable) -> float:
    """Start a program in a pseudo terminal and measure until it has written `word`; then end it."""
    started = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(ROOT)
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ.update(TERM="xterm-256color", PLANNER_LANG="zh", PYTHONPYCACHEPREFIX=str(compiled))
        os.execv(python, [python, *arguments])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    seen = b""
    try:
        while word.encode() not in seen:
            if time.perf_counter() - started > WAIT:
                raise TimeoutError(f"{arguments} never wrote {word}")
            seen += os.read(terminal, 65536)
        return time.perf_counter() - started
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(terminal)


def measure() -> list[Row]:
    """Milliseconds to the first screen, the median of the rounds, ours and the bare app's."""
    with tempfile.TemporaryDirectory() as folder:
        compiled = Path(folder)
        program = ["-m", "planner", "--workspace", str(compiled / "workspace.db")]
        ours, bare = [], []
        for number in range(ROUNDS + 1):
            bare.append(seconds_to_paint(["-c", BARE], "BARE-READY", compiled))
            ours.append(seconds_to_paint(program, "从这里开始", compiled))
            if number == 0:
                # The first round compiles.
                ours.clear()
                bare.clear()
    return [
        Row(
            name=f"first screen, whole process ({place})",
            ours=round(1000 * pick(ours)),
            peer_name="bare Textual app, one Static",
            peer=round(1000 * pick(bare)),
            unit="ms",
            aim=Aim(1.3, times=True),
        )
        for place, pick in (("median", statistics.median), ("fastest", min))
    ]


if __name__ == "__main__":
    print(table(measure()))
