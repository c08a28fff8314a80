"""A cursor move in a list of 1,000 tasks: from the key's bytes to the last byte painted.

The list runs in a pseudo terminal of 120 by 40, filled with tasks of four columns; the cursor moves down and,
at the foot of the screen, makes the list scroll.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import sys
import termios
import time
from pathlib import Path

from tests.benchmarks.rows import Aim, Row, table

ROOT = Path(__file__).parent.parent.parent
MOVES = 80
QUIET = 0.05
"""Seconds without output after which a picture is finished."""

LIST = """
import os
os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
from textual.app import App
from planner.tui.widgets.rowmodel import Column
from planner.tui.widgets.rows import RowList
class Listing(App):
    def compose(self):
        rows = RowList([
            Column("number", "home.year", lambda n: str(n), width=6, align="right"),
            Column("title", "home.title", lambda n: f"第{n}项：压实责任，深化隐患排查治理，守牢安全底线"),
            Column("lead", "home.field", lambda n: "应急管理局、消防救援大队", width=20),
            Column("due", "home.changed", lambda n: "2027-06-30", width=10),
        ], key=str)
        rows.fill(range(ROWS))
        yield rows
    def on_mount(self):
        self.query_one(RowList).focus()
Listing().run()
"""


def seconds_to_painted(rows: int) -> list[float]:
    """The time of every move in a list of so many rows."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(ROOT)
        os.environ.update(TERM="xterm-256color")
        os.execv(sys.executable, [sys.executable, "-c", LIST.replace("ROWS", str(rows))])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    try:
        _read_until_quiet(terminal, first=10.0, quiet=0.5)
        return [_move(terminal) for _ in range(MOVES)]
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(terminal)


def _move(terminal: int) -> float:
    started = time.perf_counter()
    os.write(terminal, b"\x1b[B")
    return _read_until_quiet(terminal, first=1.0, quiet=QUIET) - started


def _read_until_quiet(terminal: int, *, first: float, quiet: float) -> float:
    """Read until nothing comes any more; the moment of the last byte."""
    last, wait = time.perf_counter(), first
    while select.select([terminal], [], [], wait)[0]:
        os.read(terminal, 65536)
        last, wait = time.perf_counter(), quiet
    return last


def measure() -> list[Row]:
    """Milliseconds from key to picture: the median move, and the slowest of twenty."""
    rows = []
    for count in (1_000, 100_000):
        times = sorted(1000 * seconds for seconds in seconds_to_painted(count))
        rows.append(Row(f"cursor move in {count:,} rows (median)", statistics.median(times), aim=Aim(16)))
        rows.append(Row(f"cursor move in {count:,} rows (95 %)", times[len(times) * 95 // 100], aim=Aim(16)))
    return rows


if __name__ == "__main__":
    print(table(measure()))
