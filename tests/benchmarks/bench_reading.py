"""Reading past plans, in MB/s, beside the floor: decoding the same bytes and one pass of one expression.

The five real plans are read where they lie beside the project; else the project's own templates as text.
"""

from __future__ import annotations

import re
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from planner.office import Office
from planner.reading.document import read
from planner.sharing.markdown import write_plan
from tests.benchmarks.rows import Row

REAL = Path(__file__).parents[3] / "shared" / "past-plans"
ROUNDS = 9
_FLOOR = re.compile(r"[（(][^（）()]*[）)]|[一二三四五六七八九十]+、|\d+[.．]|[。；]")


def measure() -> list[Row]:
    """Megabytes a second of ours and of the floor; ours is the slower, so the ratio is below one."""
    texts = [file.read_bytes() for file in sorted(REAL.glob("*.txt"))]
    name = "the five past plans"
    if not texts:
        texts = [write_plan(held.plan).encode() for held in Office().builtin_templates]
        name = "the built-in templates"
    size = sum(map(len, texts)) / 1e6
    ours, floor = _best(lambda text: read(text, "plan.txt"), texts), _best(_pass, texts)
    slower = ours / floor
    return [
        Row(f"reading {name}", size / ours, "decode + one regex pass", size / floor, "MB/s"),
        Row(f"reading {name}, time over the floor", slower, unit="times"),
    ]


def _pass(data: bytes) -> object:
    return _FLOOR.findall(data.decode("utf-8"))


def _best(work: Callable[[bytes], object], texts: list[bytes]) -> float:
    """Seconds for all texts, the middle of several rounds."""
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for text in texts:
            work(text)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)
