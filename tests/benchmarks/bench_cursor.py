"""The cursor in a draft of 1,000 tasks: from the key's byte to what is painted, in a pseudo terminal.

The whole program runs, on a workspace with one plan of 1,000 tasks of two measures each. In the window of 80
columns the list is alone; in that of 160 the task under the cursor stands in full beside it and follows every
move in a later frame. So two figures: until the list shows the cursor on its new row, and until nothing more
is painted (the task, the keys at the bottom). Peak memory is that of the program after all keys.
"""

from __future__ import annotations

import fcntl
import os
import pty
import random
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from datetime import date
from decimal import Decimal
from pathlib import Path

from planner.plan import Due, Duty, Measure, Plan, Recurrence, Section, Target, Task
from tests.benchmarks.rows import Aim, Row, table

ROOT = Path(__file__).parent.parent.parent
TASKS = 1000
SECTIONS = 20
MOVES = 50
QUIET = 0.12
"""Seconds without output after which a key's painting is over."""
FRAME = 16.0
"""Milliseconds of one frame at 60 a second: what a move may take."""
EDITS = 10
EDIT_QUIET = 0.25
"""The same after an edit, which has its saving painted too, but not the checks that follow in a moment."""
MOVE_TASK = b"\x1b[1;5B"
KEYS = {"down": b"\x1b[B", "page down": b"\x1b[6~", "up": b"\x1b[A"}
_LETTERS = [chr(code) for code in range(0x4E00, 0x4E00 + 2500)]
"""Letters of the texts. Any will do for painting; texts of few words would all be alike, as no plan's are."""


def big_plan() -> Plan:
    """A plan of 1,000 tasks in 20 sections, each with two measures, duties, a target and dates."""
    rng = random.Random(7)
    sections = tuple(Section(f"s{n:05d}", f"第{n}方面重点工作", n * 1000) for n in range(1, SECTIONS + 1))
    tasks = tuple(
        Task(f"t{n:05d}", sections[n % SECTIONS].id, _words(rng, 16), n * 1000, _measures(n, rng))
        for n in range(1, TASKS + 1)
    )
    return Plan("bigpln", "千项任务工作要点", date.today().year, sections=sections, tasks=tasks)


def _words(rng: random.Random, letters: int) -> str:
    return "".join(rng.choices(_LETTERS, k=letters))


def _measures(number: int, rng: random.Random) -> tuple[Measure, ...]:
    year = date.today().year
    return tuple(
        Measure(
            f"m{number:04d}{place}",
            f"{_words(rng, 60)}，{_words(rng, 50)}，排查不少于{number}家。",
            order=place,
            duty=Duty(lead=("县应急管理局",), responsible=("县公安局", "县水利局"), support=("县财政局",)),
            targets=(Target(f"排查不少于{number}家", "at_least", Decimal(number), "家"),),
            dues=(Due("6月底前", date(year, 6, 30)),),
            recurrences=(Recurrence("每季度一次", "FREQ=MONTHLY;INTERVAL=3"),),
        )
        for place in (1, 2)
    )


class Terminal:
    """The program in a pseudo terminal."""

    def __init__(self, workspace: Path, columns: int, lines: int) -> None:
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            os.chdir(ROOT)
            os.environ.update(TERM="xterm-256color", PLANNER_LANG="zh")
            python = sys.executable
            os.execv(python, [python, "-m", "planner", "--workspace", str(workspace)])
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def send(self, key: bytes) -> None:
        """Send a key."""
        os.write(self._terminal, key)

    def press(self, key: bytes, quiet: float = QUIET) -> tuple[float, float]:
        """Send a key and read until nothing more comes; milliseconds to the first and to the last bytes."""
        started = time.perf_counter()
        self.send(key)
        seen: list[float] = []
        while select.select([self._terminal], [], [], quiet)[0]:
            os.read(self._terminal, 65536)
            seen.append(1000 * (time.perf_counter() - started))
        return (seen[0], seen[-1]) if seen else (0.0, 0.0)

    def wait_for(self, word: str, seconds: float = 30) -> None:
        """Read until the word was painted and everything after it has come to rest."""
        seen, until = b"", time.perf_counter() + seconds
        while word.encode() not in seen:
            if time.perf_counter() > until:
                raise TimeoutError(f"{word} was not painted")
            if select.select([self._terminal], [], [], 0.1)[0]:
                seen += os.read(self._terminal, 65536)
        self.press(b"", quiet=2.0)

    def peak_memory(self) -> float:
        """The most memory that the program has held, in MB."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM"))

    def close(self) -> None:
        """End the program."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._terminal)


def measure() -> list[Row]:
    """Milliseconds a key, and the peak memory of the run."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        workspace = Path(folder) / "workspace.db"
        _fill(workspace)
        for columns, lines in ((80, 24), (160, 45)):
            terminal = Terminal(workspace, columns, lines)
            try:
                rows += _walk(terminal, f"{columns}x{lines}")
            finally:
                terminal.close()
    return rows


def _fill(workspace: Path) -> None:
    from planner.office import Office

    office = Office(workspace)
    office.add_plan(big_plan())
    office.close()


def _walk(terminal: Terminal, window: str) -> list[Row]:
    terminal.wait_for("千项任务工作要点")
    terminal.send(b"\r")
    terminal.wait_for("第1方面重点工作")
    terminal.press(KEYS["down"], quiet=3.0)
    rows = []
    for key, code in KEYS.items():
        painted = [terminal.press(code) for _ in range(MOVES)]
        cursor, everything = zip(*painted, strict=True)
        rows.append(Row(f"{window} {key}: cursor painted, median", statistics.median(cursor), aim=Aim(FRAME)))
        late = statistics.quantiles(cursor, n=20)[-1]
        rows.append(Row(f"{window} {key}: cursor painted, p95", late, aim=Aim(FRAME)))
        rows.append(Row(f"{window} {key}: cursor painted, worst of {MOVES}", max(cursor)))
        rows.append(Row(f"{window} {key}: everything painted, median", statistics.median(everything)))
    # From the heading of the last section to its first task, which has others to pass.
    terminal.press(KEYS["down"])
    moved = [terminal.press(MOVE_TASK, quiet=EDIT_QUIET)[1] for _ in range(EDITS)]
    rows.append(Row(f"{window} a task moved: everything painted, median", statistics.median(moved)))
    rows.append(Row(f"{window} a task moved: everything painted, worst of {EDITS}", max(moved)))
    peak = terminal.peak_memory() if sys.platform == "linux" else 0
    rows.append(Row(f"{window} peak memory of the run", peak, unit="MB"))
    return rows


if __name__ == "__main__":
    print(table(measure()))
